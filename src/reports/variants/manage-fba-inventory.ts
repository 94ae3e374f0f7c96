import type { HeaderVariant } from "./variant.ts";

export const manageFbaInventoryVariants: readonly HeaderVariant[] = [
  {
    name: "21 columns",
    evidence: "fixture",
    delimiter: "tab",
    source: "airbyte fixture; LingxingSync inventory.go (documented layout)",
    header:
      "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tper-unit-volume\tafn-inbound-working-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity\tafn-researching-quantity\tafn-reserved-future-supply\tafn-future-supply-buyable",
  },
  {
    name: "EU, 23 columns",
    evidence: "documented",
    delimiter: "tab",
    source: "LingxingSync inventory.go (accepted, not met live)",
    header:
      "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tper-unit-volume\tafn-inbound-working-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity\tafn-researching-quantity\tafn-reserved-future-supply\tafn-future-supply-buyable\tafn-fulfillable-quantity-local\tafn-fulfillable-quantity-remote",
  },
  {
    name: "Production 2026, 24 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "LingxingSync inventory.go",
    header:
      "sku\tfnsku\tasin\tproduct-name\tcondition\tyour-price\tmfn-listing-exists\tmfn-fulfillable-quantity\tafn-listing-exists\tafn-warehouse-quantity\tafn-fulfillable-quantity\tafn-unsellable-quantity\tafn-reserved-quantity\tafn-total-quantity\tper-unit-volume\tafn-inbound-working-quantity\tafn-inbound-shipped-quantity\tafn-inbound-receiving-quantity\tafn-researching-quantity\tafn-reserved-future-supply\tafn-future-supply-buyable\tafn-fc-transfer-quantity\tafn-onhand-buyable-quantity\tstore",
  },
];
