import type { HeaderVariant } from "./variant.ts";

export const settlementVariants: readonly HeaderVariant[] = [
  {
    name: "24 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "jemagee/SellerCentral@a22d523 spec/fixtures/SC_test_File.txt (real, 2,600 rows, 2017); real US rows March 2026",
    header:
      "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\tmerchant-order-id\tadjustment-id\tshipment-id\tmarketplace-name\tamount-type\tamount-description\tamount\tfulfillment-id\tposted-date\tposted-date-time\torder-item-code\tmerchant-order-item-id\tmerchant-adjustment-item-id\tsku\tquantity-purchased\tpromotion-id",
  },
];
