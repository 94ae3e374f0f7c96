/** Inventory adjustments, withdrawn in January 2023; its successor is the ledger. */
import { code, defineReport, id, int, moment, text } from "./definition.ts";

export const inventoryAdjustments = defineReport({
  id: "inventory-adjustments",
  shortName: "inventory-adjustments",
  domainId: "inventory_adjustments_legacy",
  title: "Inventory Adjustments",
  spApiType: "GET_FBA_FULFILLMENT_INVENTORY_ADJUSTMENTS_DATA",
  download: "Withdrawn by Amazon on 2023-01-31; read for old files",
  from: "amazon",
  columns: {
    adjustedDate: moment("adjusted-date", "adjustment-date"),
    transactionItemId: id("transaction-item-id"),
    fnsku: id("fnsku"),
    sku: id("sku"),
    productName: text("product-name"),
    fulfillmentCenterId: code("fulfillment-center-id"),
    quantity: int("quantity"),
    reason: code("reason"),
    disposition: code("disposition"),
  },
  personal: [],
  fingerprint: { allOf: [["adjusted date"], ["transaction item id"]] },
  required: ["adjustedDate"],
  merging: {
    identity: [
      "adjustedDate",
      "transactionItemId",
      "fnsku",
      "sku",
      "fulfillmentCenterId",
      "reason",
      "disposition",
    ],
    newest: "file",
  },
  coverageDay: "adjustedDate",
  unaudited: true,
  sources: [
    "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryAdjustments.php",
    "Amazon Seller Central help (public mirror) 200372710",
  ],
});
