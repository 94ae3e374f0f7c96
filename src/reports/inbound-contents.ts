/** Shipment contents (the SKU list of one inbound shipment): units sent per item. The lines above its header say which shipment. */
import { code, day, defineReport, id, int, text, unaudited } from "./definition.ts";

export const inboundContents = defineReport({
  id: "inbound-contents",
  shortName: "inbound-contents",
  domainId: "inbound_shipment_contents",
  title: "Shipment Contents",
  spApiType: null,
  download: "Inventory > Shipments > (shipment) > Contents > Download SKU list",
  from: "amazon",
  columns: {
    shipmentId: id("Shipment ID"),
    name: text("Name"),
    planId: unaudited(id("Plan ID")),
    shipTo: unaudited(text("Ship To")),
    totalSkus: int("Total SKUs"),
    totalUnits: int("Total Units"),
    packList: text("Pack list"),
    date: day("Date"),
    merchantSku: id("Merchant SKU"),
    title: unaudited(text("Title")),
    asin: id("ASIN"),
    fnsku: id("FNSKU"),
    externalId: unaudited(text("external-id")),
    condition: code("Condition"),
    whoWillPrep: unaudited(code("Who will prep?")),
    prepType: unaudited(code("Prep Type")),
    whoWillLabel: unaudited(code("Who will label?")),
    shipped: int("Shipped", "Dispatched"),
    unitsPerCase: int("Units per Case"),
    numberOfCases: int("Number of Cases"),
  },
  personal: [],
  fingerprint: { allOf: [["merchant sku"], ["external id"], ["shipped"]] },
  // One or two columns per box, named after shipment and box: `FBA15ABC123U001 - Unit Quantity`.
  leftOut: /U\d{3,}\b.*(?:unit quantity|expiration date)/i,
  required: ["shipped"],
  merging: {
    identity: ["shipmentId", "packList", "merchantSku", "fnsku", "asin", "condition"],
    newest: "modified",
  },
  coverageDay: null,
  sources: [
    "https://sellercentral.amazon.co.uk/gp/help/external/200141470",
    "support547/Recon@1ad43bb: actions/uploads.ts",
    "support547/Recon@1ad43bb: public/upload-templates/shipped.csv",
  ],
});
