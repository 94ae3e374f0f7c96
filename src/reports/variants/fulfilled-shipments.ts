import type { HeaderVariant } from "./variant.ts";

export const fulfilledShipmentsVariants: readonly HeaderVariant[] = [
  {
    name: "48 columns",
    evidence: "observed",
    delimiter: "tab or comma",
    source:
      "eolabs-io/amazon-mws tests/Stubs/Responses/AmazonFulfilledShipments.csv (copied); LingxingSync fulfilled_shipments.go; airbyte fixture",
    header:
      "amazon-order-id\tmerchant-order-id\tshipment-id\tshipment-item-id\tamazon-order-item-id\tmerchant-order-item-id\tpurchase-date\tpayments-date\tshipment-date\treporting-date\tbuyer-email\tbuyer-name\tbuyer-phone-number\tsku\tproduct-name\tquantity-shipped\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\tship-service-level\trecipient-name\tship-address-1\tship-address-2\tship-address-3\tship-city\tship-state\tship-postal-code\tship-country\tship-phone-number\tbill-address-1\tbill-address-2\tbill-address-3\tbill-city\tbill-state\tbill-postal-code\tbill-country\titem-promotion-discount\tship-promotion-discount\tcarrier\ttracking-number\testimated-arrival-date\tfulfillment-center-id\tfulfillment-channel\tsales-channel",
  },
  {
    name: "English UI names (subset)",
    evidence: "alias-map",
    delimiter: "comma",
    source: "(names exact, not the full header)",
    header:
      "Amazon Order Id\tShipment Date\tMerchant SKU\tShipped Quantity\tCurrency\tItem Price\tItem Tax\tShipping Price\tShipping Tax\tGift Wrap Price\tGift Wrap Tax\tItem Promo Discount\tShipment Promo Discount\tSales Channel",
  },
  {
    name: "Chinese UI names (subset)",
    evidence: "alias-map",
    delimiter: "comma",
    source: "a public repository",
    header:
      "亚马逊订单编号\t配送日期\t卖家 SKU\t已发货数量\t货币\t商品价格\t商品税\t运费\t运费税\t礼品包装价格\t礼品包装税费\t商品促销折扣\t货件促销折扣\t销售渠道",
  },
];
