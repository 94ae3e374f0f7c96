/** Daily and monthly inventory history, withdrawn in January 2023. */
import { code, day, decimal, defineReport, id, int, moment, text, wholeMonth } from "./definition.ts";

export const inventoryHistory = defineReport({
  id: "inventory-history",
  shortName: "inventory-history",
  domainId: "inventory_history_legacy",
  title: "Inventory History",
  spApiType: "GET_FBA_FULFILLMENT_CURRENT_INVENTORY_DATA, GET_FBA_FULFILLMENT_MONTHLY_INVENTORY_DATA",
  download: "Withdrawn by Amazon on 2023-01-31; read for old files",
  from: "amazon",
  columns: {
    snapshotDate: moment("snapshot-date"),
    fnsku: id("fnsku"),
    sku: id("sku"),
    productName: text("product-name"),
    quantity: int("quantity"),
    fulfillmentCenterId: code("fulfillment-center-id"),
    detailedDisposition: code("detailed-disposition"),
    country: code("country"),
    month: wholeMonth(day("month")),
    averageQuantity: decimal("average-quantity"),
    endQuantity: int("end-quantity"),
  },
  personal: [],
  fingerprint: {
    allOf: [["snapshot date", "month"], ["detailed disposition"], ["quantity", "end quantity"], ["fnsku"]],
    noneOf: ["return date"],
  },
  merging: {
    identity: [
      "snapshotDate",
      "month",
      "fnsku",
      "sku",
      "fulfillmentCenterId",
      "detailedDisposition",
      "country",
    ],
    newest: "file",
  },
  coverageDay: "snapshotDate",
  unaudited: true,
  sources: ["caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/"],
});
