/** Customer shipment sales: units shipped per order, item and fulfilment centre. */
import { code, decimal, defineReport, id, int, moment } from "./definition.ts";

export const customerShipmentSales = defineReport({
  id: "customer-shipment-sales",
  shortName: "customer-shipment-sales",
  domainId: "customer_shipment_sales",
  title: "Customer Shipment Sales",
  spApiType: "GET_FBA_FULFILLMENT_CUSTOMER_SHIPMENT_SALES_DATA",
  download: "Reports > Fulfillment > Sales > Customer Shipment Sales > Download",
  from: "amazon",
  columns: {
    shipmentDate: moment("shipment-date", "Customer Shipment Date"),
    sku: id("sku", "Merchant SKU"),
    fnsku: id("fnsku"),
    asin: id("asin"),
    fulfillmentCenterId: code("fulfillment-center-id", "FC"),
    quantity: int("quantity"),
    amazonOrderId: id("amazon-order-id"),
    currency: code("currency"),
    itemPricePerUnit: decimal("item-price-per-unit", "Product Amount"),
    shippingPrice: decimal("shipping-price", "Shipping Amount"),
    giftWrapPrice: decimal("gift-wrap-price", "Gift Amount"),
  },
  personal: [
    "ship-city",
    "ship-state",
    "ship-postal-code",
    "Shipment To City",
    "Shipment To State",
    "Shipment To Postal Code",
  ],
  fingerprint: { allOf: [["shipment date"], ["fnsku"], ["item price per unit"]] },
  required: ["shipmentDate"],
  merging: {
    identity: ["shipmentDate", "sku", "fnsku", "amazonOrderId", "fulfillmentCenterId"],
    newest: "file",
  },
  coverageDay: "shipmentDate",
  unaudited: true,
  sources: [
    "ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/sales.go",
    "support547/Recon@1ad43bb: public/upload-templates/sales.csv",
  ],
});
