import type { HeaderVariant } from "./variant.ts";

export const referralFeePreviewVariants: readonly HeaderVariant[] = [
  {
    name: "5 columns",
    evidence: "fixture",
    delimiter: "tab",
    source:
      "airbyte schemas/ReferralFeePreviewReport.json; abuzuhri/Amazon-SP-API-CSharp ReportGeneration/ReferralFeeReport.cs",
    header: "seller-sku\tasin\titem-name\tprice\testimated-referral-fee-per-item",
  },
];
