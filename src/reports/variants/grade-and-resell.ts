import type { HeaderVariant } from "./variant.ts";

export const gradeAndResellVariants: readonly HeaderVariant[] = [
  {
    name: "14 columns",
    evidence: "template",
    delimiter: "comma",
    source: "support547/Recon@1ad43bb: public/upload-templates/gnr.csv",
    header:
      "date\torder-id\tvalue-recovery-type\tlpn\tmanual-order-item-id\tmerchant-sku\tfnsku\tasin\tquantity\tunit-status\treason-for-unit-status\tgrade-and-resell-used-condition\tgrade-and-resell-used-merchant-sku\tgrade-and-resell-used-fnsku",
  },
];
