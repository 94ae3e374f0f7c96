/** Shipping queue: every inbound shipment with its status and total units. */
import { code, day, defineReport, id, int, text, unaudited } from "./definition.ts";

export const inboundShipments = defineReport({
  id: "inbound-shipments",
  shortName: "inbound-shipments",
  domainId: "shipping_queue",
  title: "Shipping Queue",
  spApiType: null,
  download: "Inventory > Shipments (shipping queue) > Export",
  from: "amazon",
  columns: {
    shipmentName: text("Shipment name"),
    shipmentId: id("Shipment ID"),
    created: day("Created"),
    lastUpdated: day("Last updated"),
    shipTo: unaudited(text("Ship to")),
    skus: int("SKUs"),
    unitsExpected: int("Units expected"),
    unitsLocated: int("Units located"),
    status: code("Status"),
  },
  personal: [],
  fingerprint: { allOf: [["units expected"], ["units located"], ["shipment id"]] },
  required: ["shipmentId"],
  merging: { identity: ["shipmentId"], newest: "lastUpdated", upsert: true },
  coverageDay: null,
  sources: [
    "support547/Recon@1ad43bb: public/upload-templates/shipment-receiving.csv",
    "https://sellercentral.amazon.com/gp/help/external/help.html?itemID=201214140",
  ],
});
