import type { HeaderVariant } from "./variant.ts";

export const mfnReturnsVariants: readonly HeaderVariant[] = [
  {
    name: "32 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "airbytehq/airbyte: airbyte-integrations/connectors/source-amazon-seller-partner/unit_tests/resource/http/response/GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE.csv",
    header:
      "Order ID\tOrder date\tReturn request date\tReturn request status\tAmazon RMA ID\tMerchant RMA ID\tLabel type\tLabel cost\tCurrency code\tReturn carrier\tTracking ID\tLabel to be paid by\tA-to-Z Claim\tIs prime\tASIN\tMerchant SKU\tItem Name\tReturn quantity\tReturn Reason\tIn policy\tReturn type\tResolution\tInvoice number\tReturn delivery date\tOrder Amount\tOrder quantity\tSafeT Action reason\tSafeT claim id\tSafeT claim state\tSafeT claim creation time\tSafeT claim reimbursement amount\tRefunded Amount",
  },
  {
    name: "33 columns (+ Order Item ID)",
    evidence: "observed",
    delimiter: "tab",
    source: "a public repository",
    header:
      "Order ID\tOrder date\tReturn request date\tReturn request status\tAmazon RMA ID\tMerchant RMA ID\tLabel type\tLabel cost\tCurrency code\tReturn carrier\tTracking ID\tLabel to be paid by\tA-to-Z Claim\tIs prime\tASIN\tMerchant SKU\tItem Name\tReturn quantity\tReturn Reason\tIn policy\tReturn type\tResolution\tInvoice number\tReturn delivery date\tOrder Amount\tOrder quantity\tSafeT Action reason\tSafeT claim id\tSafeT claim state\tSafeT claim creation time\tSafeT claim reimbursement amount\tRefunded Amount\tOrder Item ID",
  },
  {
    name: "35 columns (+ Category, VAT, Order Item ID)",
    evidence: "observed",
    delimiter: "tab",
    source: "a public repository",
    header:
      "Order ID\tOrder date\tReturn request date\tReturn request status\tAmazon RMA ID\tMerchant RMA ID\tLabel type\tLabel cost\tCurrency code\tReturn carrier\tTracking ID\tLabel to be paid by\tA-to-Z Claim\tIs prime\tASIN\tMerchant SKU\tItem Name\tReturn quantity\tReturn Reason\tIn policy\tReturn type\tResolution\tInvoice number\tReturn delivery date\tOrder Amount\tOrder quantity\tSafeT Action reason\tSafeT claim id\tSafeT claim state\tSafeT claim creation time\tSafeT claim reimbursement amount\tRefunded Amount\tCategory\tVAT\tOrder Item ID",
  },
];
