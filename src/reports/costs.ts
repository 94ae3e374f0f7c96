/** What the seller paid for each item, from which day on; size, weight and category for fee audits. */
import { code, day, decimal, defineReport, id, text } from "./definition.ts";

export const costs = defineReport({
  id: "costs",
  shortName: "costs",
  domainId: null,
  title: "Costs",
  spApiType: null,
  download: "Your own CSV file",
  from: "user",
  columns: {
    msku: id("msku", ["sku", "merchant-sku", "seller-sku"]),
    fnsku: id("fnsku"),
    asin: id("asin"),
    unitCost: decimal("unit-cost"),
    currency: code("currency"),
    validFrom: day("valid-from"),
    length: decimal("length"),
    width: decimal("width"),
    height: decimal("height"),
    dimensionUnit: code("dimension-unit"),
    weight: decimal("weight"),
    weightUnit: code("weight-unit"),
    category: text("category"),
  },
  personal: [],
  fingerprint: { allOf: [["unit cost"], ["msku", "fnsku", "asin"]], noneOf: ["invoice number"] },
  merging: { identity: ["msku", "fnsku", "asin", "currency", "validFrom"], newest: "modified", upsert: true },
  coverageDay: null,
  sources: ["docs/reports.md: the layout is this project's own"],
});
