import type { HeaderVariant } from "./variant.ts";

export const strandedInventoryVariants: readonly HeaderVariant[] = [
  {
    name: "18 columns",
    evidence: "fixture",
    delimiter: "tab",
    source: "airbyte fixture; LingxingSync additional_fba_reports.go",
    header:
      "primary-action\tdate-stranded\tDate-to-take-auto-removal\tstatus-primary\tstatus-secondary\terror-message\tstranded-reason\tasin\tsku\tfnsku\tproduct-name\tcondition\tfulfilled-by\tfulfillable-qty\tyour-price\tunfulfillable-qty\treserved-quantity\tinbound-shipped-qty",
  },
  {
    name: "Production 2026, 19 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "LingxingSync additional_fba_reports.go",
    header:
      "primary-action\tdate-stranded\tDate-to-take-auto-removal\tstatus-primary\tstatus-secondary\terror-message\tstranded-reason\tasin\tsku\tfnsku\tproduct-name\tcondition\tfulfilled-by\tfulfillable-qty\tyour-price\tunfulfillable-qty\treserved-quantity\tinbound-shipped-qty\tprogram",
  },
];
