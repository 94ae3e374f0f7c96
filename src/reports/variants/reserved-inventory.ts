import type { HeaderVariant } from "./variant.ts";

export const reservedInventoryVariants: readonly HeaderVariant[] = [
  {
    name: "Production 2026, 9 columns (reserved_staging, program)",
    evidence: "observed",
    delimiter: "tab",
    source: "LingxingSync inventory.go",
    header:
      "sku\tfnsku\tasin\tproduct-name\treserved_qty\treserved_customerorders\treserved_fc-processing\treserved_staging\tprogram",
  },
  {
    name: "8 columns",
    evidence: "fixture",
    delimiter: "tab",
    source: "airbyte fixture; LingxingSync inventory.go",
    header:
      "sku\tfnsku\tasin\tproduct-name\treserved_qty\treserved_customerorders\treserved_fc-transfers\treserved_fc-processing",
  },
  {
    name: "9 columns (with program)",
    evidence: "alias-map",
    delimiter: "tab",
    source: "seen in another loader during this research (id not kept)",
    header:
      "sku\tfnsku\tasin\tproduct-name\treserved_qty\treserved_customerorders\treserved_fc-transfers\treserved_fc-processing\tprogram",
  },
];
