/** Amazon fulfilled inventory: sellable and unsellable units per item, also by country. */
import { code, defineReport, id, int } from "./definition.ts";

export const afnInventory = defineReport({
  id: "afn-inventory",
  shortName: "afn-inventory",
  domainId: "afn_inventory",
  title: "Amazon Fulfilled Inventory",
  spApiType: "GET_AFN_INVENTORY_DATA, GET_AFN_INVENTORY_DATA_BY_COUNTRY",
  download:
    "Reports > Fulfillment > Inventory > Amazon Fulfilled Inventory (or Multi-Country Inventory) > Download",
  from: "amazon",
  columns: {
    sellerSku: id("seller-sku"),
    fulfillmentChannelSku: id("fulfillment-channel-sku"),
    asin: id("asin"),
    conditionType: code("condition-type"),
    warehouseConditionCode: code("Warehouse-Condition-code"),
    quantityAvailable: int("Quantity Available"),
    country: code("country"),
    quantityForLocalFulfillment: int("quantity-for-local-fulfillment"),
  },
  personal: [],
  fingerprint: {
    allOf: [["fulfillment channel sku"], ["quantity available", "quantity for local fulfillment"]],
  },
  required: ["sellerSku"],
  merging: {
    identity: [
      "sellerSku",
      "fulfillmentChannelSku",
      "asin",
      "conditionType",
      "warehouseConditionCode",
      "country",
    ],
    newest: "modified",
  },
  coverageDay: null,
  unaudited: true,
  sources: [
    "ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/inventory.go",
    "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryAfn.php",
  ],
});
