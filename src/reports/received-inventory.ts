/** Received inventory, withdrawn in January 2023; its successor is the ledger's Receipts rows. */
import { code, defineReport, id, int, moment, text } from "./definition.ts";

export const receivedInventory = defineReport({
  id: "received-inventory",
  shortName: "received-inventory",
  domainId: "fba_received_inventory",
  title: "Received Inventory",
  spApiType: "GET_FBA_FULFILLMENT_INVENTORY_RECEIPTS_DATA",
  download: "Withdrawn by Amazon on 2023-01-31; read for old files",
  from: "amazon",
  columns: {
    receivedDate: moment("received-date"),
    fnsku: id("fnsku"),
    sku: id("sku"),
    productName: text("product-name"),
    quantity: int("quantity"),
    fbaShipmentId: id("fba-shipment-id"),
    fulfillmentCenterId: code("fulfillment-center-id"),
  },
  personal: [],
  fingerprint: { allOf: [["received date"], ["fba shipment id"]], noneOf: ["problem type"] },
  required: ["receivedDate"],
  merging: {
    identity: ["receivedDate", "fnsku", "sku", "fbaShipmentId", "fulfillmentCenterId"],
    newest: "file",
  },
  coverageDay: "receivedDate",
  unaudited: true,
  sources: [
    "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryReceived.php",
    "https://developer-docs.amazon.com/sp-api/changelog/deprecation-notice-suppressed-listings-reports-and-fba-inventory-reports",
  ],
});
