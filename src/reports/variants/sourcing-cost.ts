import type { HeaderVariant } from "./variant.ts";

export const sourcingCostVariants: readonly HeaderVariant[] = [
  {
    name: "8 columns (verified 2026-05-28)",
    evidence: "observed",
    delimiter: "xlsx",
    source: "a public repository",
    header:
      "Asin\tFnsku\tAmazon Estimated Cost\tLatest Approved Cost\tSource of Latest Approved Cost\tCurrency\tDate of Last Updated Cost\tSeller New Cost",
  },
];
