/** Reserved inventory: units bound in orders, transfers and processing. */
import { defineReport, id, int, text } from "./definition.ts";

export const reservedInventory = defineReport({
  id: "reserved-inventory",
  shortName: "reserved-inventory",
  domainId: "reserved_inventory",
  title: "Reserved Inventory",
  spApiType: "GET_RESERVED_INVENTORY_DATA",
  download: "Reports > Fulfillment > Inventory > Reserved Inventory > Download",
  from: "amazon",
  columns: {
    sku: id("sku"),
    fnsku: id("fnsku"),
    asin: id("asin"),
    productName: text("product-name"),
    reservedQty: int("reserved_qty"),
    reservedCustomerorders: int("reserved_customerorders"),
    reservedFcProcessing: int("reserved_fc-processing"),
    reservedStaging: int("reserved_staging"),
    program: text("program"),
    reservedFcTransfers: int("reserved_fc-transfers"),
  },
  personal: [],
  fingerprint: { allOf: [["reserved qty"], ["reserved customerorders"]] },
  required: ["sku"],
  merging: { identity: ["sku", "fnsku", "asin", "program"], newest: "modified" },
  coverageDay: null,
  unaudited: true,
  sources: ["ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/inventory.go"],
});
