import type { HeaderVariant } from "./variant.ts";

export const customerShipmentSalesVariants: readonly HeaderVariant[] = [
  {
    name: "SP-API, 14 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "LingxingSync sales.go",
    header:
      "shipment-date\tsku\tfnsku\tasin\tfulfillment-center-id\tquantity\tamazon-order-id\tcurrency\titem-price-per-unit\tshipping-price\tgift-wrap-price\tship-city\tship-state\tship-postal-code",
  },
  {
    name: "UI, 14 columns",
    evidence: "observed",
    delimiter: "comma",
    source: "support547/Recon@1ad43bb: public/upload-templates/sales.csv",
    header:
      "Customer Shipment Date\tMerchant SKU\tFNSKU\tASIN\tFC\tQuantity\tAmazon Order Id\tCurrency\tProduct Amount\tShipping Amount\tGift Amount\tShipment To City\tShipment To State\tShipment To Postal Code",
  },
];
