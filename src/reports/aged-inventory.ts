/** Aged inventory surcharge, formerly long-term storage fees. */
import { code, decimal, defineReport, id, int, moment, text, unaudited } from "./definition.ts";

export const agedInventory = defineReport({
  id: "aged-inventory",
  shortName: "aged-inventory",
  domainId: "aged_inventory_surcharge",
  title: "Aged Inventory Surcharge",
  spApiType: "GET_FBA_FULFILLMENT_LONGTERM_STORAGE_FEE_CHARGES_DATA",
  download: "Reports > Fulfillment > Payments > Aged Inventory Surcharge > Download",
  from: "amazon",
  columns: {
    snapshotDate: moment("snapshot-date"),
    sku: id("sku"),
    fnsku: id("fnsku"),
    asin: id("asin"),
    productName: unaudited(text("product-name")),
    condition: code("condition"),
    perUnitVolume: decimal("per-unit-volume"),
    currency: code("currency"),
    volumeUnit: code("volume-unit"),
    country: code("country"),
    qtyCharged: int("qty-charged"),
    amountCharged: decimal("amount-charged"),
    surchargeAgeTier: text("surcharge-age-tier"),
    rateSurcharge: decimal("rate-surcharge"),
    qtyCharged12MoLongTermStorageFee: int("qty-charged-12-mo-long-term-storage-fee"),
    longTermStorageFee12Mo: decimal("12-mo-long-term-storage-fee"),
    qtyCharged6MoLongTermStorageFee: int("qty-charged-6-mo-long-term-storage-fee"),
    longTermStorageFee6Mo: decimal("6-mo-long-term-storage-fee"),
    enrolledInSmallAndLight: unaudited(text("enrolled-in-small-and-light")),
  },
  personal: [],
  fingerprint: {
    allOf: [
      ["snapshot date"],
      [
        "surcharge age tier",
        "qty charged 12 mo long term storage fee",
        "12 mo long term storage fee",
        "qty charged 6 mo long term storage fee",
        "6 mo long term storage fee",
      ],
    ],
    noneOf: ["available"],
  },
  required: ["snapshotDate"],
  merging: {
    identity: ["snapshotDate", "sku", "fnsku", "asin", "condition", "country", "surchargeAgeTier"],
    newest: "file",
  },
  coverageDay: "snapshotDate",
  sources: [
    "https://developer-docs.amazon.com/sp-api/docs/fba-payments-reports-attributes",
    "ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/fee_reports.go",
    "Amazon Seller Central help (public mirror) 200725880",
  ],
});
