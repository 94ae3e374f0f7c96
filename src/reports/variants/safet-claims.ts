import type { HeaderVariant } from "./variant.ts";

export const safetClaimsVariants: readonly HeaderVariant[] = [
  {
    name: "Columns a live project expects (NOT an exact header)",
    evidence: "unsourced",
    delimiter: "comma",
    source: 'lists them as "required columns" and says 0 rows were ever imported',
    header: "SAFE-T Claim ID\tOrder ID\tASIN\tClaim Reason\tClaim Status\tReimbursement Amount\tClaim Date",
  },
];
