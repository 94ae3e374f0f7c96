import type { HeaderVariant } from "./variant.ts";

export const inventoryAdjustmentsVariants: readonly HeaderVariant[] = [
  {
    name: "9 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryAdjustments.php (help page writes adjustment-date)",
    header:
      "adjusted-date\ttransaction-item-id\tfnsku\tsku\tproduct-name\tfulfillment-center-id\tquantity\treason\tdisposition",
  },
];
