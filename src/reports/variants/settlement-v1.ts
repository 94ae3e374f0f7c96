import type { HeaderVariant } from "./variant.ts";

export const settlementV1Variants: readonly HeaderVariant[] = [
  {
    name: "36 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "adwweaver/Amazon-Settlement-Transformer@1700701 raw_data/settlements/*.txt (6 real CAD files, Aug-Oct 2025); caponica ReportSettlementFlatFile.php; airbyte fixture",
    header:
      "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\tmerchant-order-id\tadjustment-id\tshipment-id\tmarketplace-name\tshipment-fee-type\tshipment-fee-amount\torder-fee-type\torder-fee-amount\tfulfillment-id\tposted-date\torder-item-code\tmerchant-order-item-id\tmerchant-adjustment-item-id\tsku\tquantity-purchased\tprice-type\tprice-amount\titem-related-fee-type\titem-related-fee-amount\tmisc-fee-amount\tother-fee-amount\tother-fee-reason-description\tpromotion-id\tpromotion-type\tpromotion-amount\tdirect-payment-type\tdirect-payment-amount\tother-amount",
  },
  {
    name: "33 columns: no promotion-* columns when unused",
    evidence: "observed",
    delimiter: "tab",
    source: "adwweaver raw_data/settlements/50011020300.txt",
    header:
      "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\tmerchant-order-id\tadjustment-id\tshipment-id\tmarketplace-name\tshipment-fee-type\tshipment-fee-amount\torder-fee-type\torder-fee-amount\tfulfillment-id\tposted-date\torder-item-code\tmerchant-order-item-id\tmerchant-adjustment-item-id\tsku\tquantity-purchased\tprice-type\tprice-amount\titem-related-fee-type\titem-related-fee-amount\tmisc-fee-amount\tother-fee-amount\tother-fee-reason-description\tdirect-payment-type\tdirect-payment-amount\tother-amount",
  },
];
