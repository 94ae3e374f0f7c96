/** Removal shipments: the units of removal orders that left, with carrier and tracking number. */
import { code, defineReport, id, int, moment } from "./definition.ts";

export const removalShipments = defineReport({
  id: "removal-shipments",
  shortName: "removal-shipments",
  domainId: "removal_shipment_detail",
  title: "Removal Shipment Detail",
  spApiType: "GET_FBA_FULFILLMENT_REMOVAL_SHIPMENT_DETAIL_DATA",
  download: "Reports > Fulfillment > Removals > Removal Shipment Detail > Download",
  from: "amazon",
  columns: {
    requestDate: moment("request-date", "removal-date"),
    orderId: id("order-id", "removal-order-id"),
    shipmentDate: moment("shipment-date", ["carrier-shipment-date", "ship-date", "shipped-date"]),
    sku: id("sku"),
    fnsku: id("fnsku"),
    disposition: code("disposition"),
    shippedQuantity: int("shipped-quantity", "quantity shipped"),
    carrier: code("carrier"),
    trackingNumber: id("tracking-number", "tracking-id"),
    removalOrderType: code("removal-order-type"),
  },
  personal: [],
  fingerprint: {
    allOf: [["tracking number"], ["shipped quantity"], ["order id"], ["removal order type", "shipment date"]],
    noneOf: ["buyer email", "amazon order id"],
  },
  required: ["orderId", "shipmentDate"],
  merging: {
    identity: ["orderId", "shipmentDate", "sku", "fnsku", "disposition", "trackingNumber"],
    newest: "file",
  },
  coverageDay: "shipmentDate",
  sources: [
    "https://developer-docs.amazon.com/sp-api/docs/fba-removals-reports-attributes",
    "ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/removal_reports.go",
    "support547/Recon@1ad43bb: public/upload-templates/removal-shipments.csv",
    "Amazon Seller Central help (public mirror) 200989100",
  ],
});
