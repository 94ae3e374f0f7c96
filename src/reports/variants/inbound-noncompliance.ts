import type { HeaderVariant } from "./variant.ts";

export const inboundNoncomplianceVariants: readonly HeaderVariant[] = [
  {
    name: "Current, 20 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "LingxingSync additional_fba_reports.go;; https://developer-docs.amazon.com/sp-api/docs/fba-inventory-reports-attributes",
    header:
      "issue-reported-date\tshipment-creation-date\tfba-shipment-id\tfba-carton-id\tfulfillment-center-id\tsku\tfnsku\tasin\tproduct-name\tproblem-type\tproblem-quantity\texpected-quantity\treceived-quantity\tperformance-measurement-unit\tcoaching-level\tfee-type\tcurrency\tfee-total\tproblem-level\talert-status",
  },
];
