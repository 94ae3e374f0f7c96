/** What the seller counted when removal shipments arrived; 0 = the parcel did not come. */
import { day, defineReport, id, int, text } from "./definition.ts";

export const removalReceipts = defineReport({
  id: "removal-receipts",
  shortName: "removal-receipts",
  domainId: null,
  title: "Removal Receipts",
  spApiType: null,
  download: "Your own CSV file",
  from: "user",
  columns: {
    removalOrderId: id("removal-order-id", "order-id"),
    trackingNumber: id("tracking-number"),
    msku: id("msku", ["sku", "merchant-sku", "seller-sku"]),
    fnsku: id("fnsku"),
    unitsReceived: int("units-received"),
    condition: text("condition"),
    receivedDate: day("received-date"),
    photoLink: text("photo-link"),
    note: text("note"),
  },
  personal: [],
  fingerprint: { allOf: [["removal order id"], ["units received"]] },
  required: ["unitsReceived"],
  // Two rows of one file are two counts, of a parcel opened or delivered in parts: they add up. A later file corrects.
  merging: {
    identity: ["removalOrderId", "trackingNumber", "msku", "fnsku", "condition"],
    newest: "modified",
  },
  coverageDay: null,
  sources: ["docs/reports.md: the layout is this project's own"],
});
