import type { HeaderVariant } from "./variant.ts";

export const recommendedRemovalVariants: readonly HeaderVariant[] = [
  {
    name: "16 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "LingxingSync removal_reports.go",
    header:
      "snapshot-date\tsku\tfnsku\tasin\tproduct-name\tcondition\tsellable-quantity\tsellable-271-365-days\tsellable-365+-days\tsellable-removal-quantity\tunsellable-quantity\tunsellable-0-7-days\tunsellable-8-60-days\tunsellable-61-90-days\tsellable-121-180-days\tsellable-181-270-days",
  },
];
