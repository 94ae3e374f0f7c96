/** Suppliers' invoices: the evidence of what was bought and for how much. */
import { code, day, decimal, defineReport, id, int, text } from "./definition.ts";

export const invoices = defineReport({
  id: "invoices",
  shortName: "invoices",
  domainId: null,
  title: "Invoices",
  spApiType: null,
  download: "Your own CSV file",
  from: "user",
  columns: {
    invoiceNumber: id("invoice-number"),
    invoiceDate: day("invoice-date"),
    supplier: text("supplier"),
    msku: id("msku", ["sku", "merchant-sku", "seller-sku"]),
    fnsku: id("fnsku"),
    asin: id("asin"),
    units: int("units", "quantity"),
    unitCost: decimal("unit-cost"),
    currency: code("currency"),
    link: text("link"),
  },
  personal: [],
  fingerprint: { allOf: [["invoice number"], ["units"]], noneOf: ["amazon rma id"] },
  required: ["units"],
  merging: { identity: ["invoiceNumber", "supplier", "msku", "fnsku", "asin"], newest: "modified" },
  coverageDay: null,
  sources: ["docs/reports.md: the layout is this project's own"],
});
