import type { HeaderVariant } from "./variant.ts";

export const inventoryEventDetailVariants: readonly HeaderVariant[] = [
  {
    name: "8 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryEventDetail.php",
    header:
      "snapshot-date\ttransaction-type\tfnsku\tsku\tproduct-name\tfulfillment-center-id\tquantity\tdisposition",
  },
];
