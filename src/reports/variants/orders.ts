import type { HeaderVariant } from "./variant.ts";

export const ordersVariants: readonly HeaderVariant[] = [
  {
    name: "Production 2026, 34 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "LingxingSync orders.go",
    header:
      "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids\tcpf\tis-business-order\tpurchase-order-number\tprice-designation\tsignature-confirmation-recommended\torder-item-id",
  },
  {
    name: "33 columns (order-item-id + cpf early)",
    evidence: "fixture",
    delimiter: "tab",
    source: "LingxingSync orders.go (accepted variant)",
    header:
      "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\torder-item-id\tfulfillment-channel\tsales-channel\torder-channel\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids\tcpf\tis-business-order\tpurchase-order-number\tprice-designation",
  },
  {
    name: "33 columns (cpf, signature-confirmation-recommended, no item id)",
    evidence: "observed",
    delimiter: "tab",
    source: "qufeng107/SellerDataPipeline: report tests",
    header:
      "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids\tcpf\tis-business-order\tpurchase-order-number\tprice-designation\tsignature-confirmation-recommended",
  },
  {
    name: "31 columns",
    evidence: "documented",
    delimiter: "tab",
    source: "LingxingSync orders.go (documented layout)",
    header:
      "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids\tis-business-order\tpurchase-order-number\tprice-designation",
  },
  {
    name: "2020, 32 columns with url",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaSalesAllByLastUpdateFlatFile.php (ReportTrackingByOrderDateFlatFile adds is-sold-by-ab)",
    header:
      "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\torder-channel\turl\tship-service-level\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tship-city\tship-state\tship-postal-code\tship-country\tpromotion-ids\tis-business-order\tpurchase-order-number\tprice-designation",
  },
];
