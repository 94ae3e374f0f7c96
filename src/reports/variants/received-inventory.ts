import type { HeaderVariant } from "./variant.ts";

export const receivedInventoryVariants: readonly HeaderVariant[] = [
  {
    name: "7 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryReceived.php",
    header: "received-date\tfnsku\tsku\tproduct-name\tquantity\tfba-shipment-id\tfulfillment-center-id",
  },
];
