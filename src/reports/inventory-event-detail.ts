/** Inventory event detail, withdrawn in January 2023. */
import { code, defineReport, id, int, moment, text } from "./definition.ts";

export const inventoryEventDetail = defineReport({
  id: "inventory-event-detail",
  shortName: "inventory-event-detail",
  domainId: "inventory_event_detail_legacy",
  title: "Inventory Event Detail",
  spApiType: "GET_FBA_FULFILLMENT_INVENTORY_SUMMARY_DATA",
  download: "Withdrawn by Amazon on 2023-01-31; read for old files",
  from: "amazon",
  columns: {
    snapshotDate: moment("snapshot-date"),
    transactionType: code("transaction-type"),
    fnsku: id("fnsku"),
    sku: id("sku"),
    productName: text("product-name"),
    fulfillmentCenterId: code("fulfillment-center-id"),
    quantity: int("quantity"),
    disposition: code("disposition"),
  },
  personal: [],
  fingerprint: { allOf: [["snapshot date"], ["transaction type"], ["fnsku"]], noneOf: ["settlement id"] },
  required: ["snapshotDate"],
  merging: {
    identity: ["snapshotDate", "transactionType", "fnsku", "sku", "fulfillmentCenterId", "disposition"],
    newest: "file",
  },
  coverageDay: "snapshotDate",
  unaudited: true,
  sources: [
    "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryEventDetail.php",
  ],
});
