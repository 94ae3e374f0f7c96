import type { HeaderVariant } from "./variant.ts";

export const afnInventoryVariants: readonly HeaderVariant[] = [
  {
    name: "6 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "LingxingSync inventory.go; caponica ReportFbaInventoryAfn.php",
    header:
      "seller-sku\tfulfillment-channel-sku\tasin\tcondition-type\tWarehouse-Condition-code\tQuantity Available",
  },
  {
    name: "By country, 6 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "caponica ReportFbaInventoryAfnByCountry.php; LingxingSync afn_country.go",
    header:
      "seller-sku\tfulfillment-channel-sku\tasin\tcondition-type\tcountry\tquantity-for-local-fulfillment",
  },
];
