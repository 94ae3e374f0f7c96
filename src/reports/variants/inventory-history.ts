import type { HeaderVariant } from "./variant.ts";

export const inventoryHistoryVariants: readonly HeaderVariant[] = [
  {
    name: "Daily, 8 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryHistoryDaily.php",
    header:
      "snapshot-date\tfnsku\tsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\tcountry",
  },
  {
    name: "Monthly, 9 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaInventoryHistoryMonthly.php",
    header:
      "month\tfnsku\tsku\tproduct-name\taverage-quantity\tend-quantity\tfulfillment-center-id\tdetailed-disposition\tcountry",
  },
];
