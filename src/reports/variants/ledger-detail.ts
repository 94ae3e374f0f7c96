import type { HeaderVariant } from "./variant.ts";

export const ledgerDetailVariants: readonly HeaderVariant[] = [
  {
    name: "Current, 16 columns (with Store)",
    evidence: "observed",
    delimiter: "comma or tab, quoted",
    source:
      'regression test "trimmed and scrubbed copies of real Amazon exports", US, July 2026; qufeng107/SellerDataPipeline: report tests',
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry\tReconciled Quantity\tUnreconciled Quantity\tDate and Time\tStore",
  },
  {
    name: "Current, 15 columns (no Store)",
    evidence: "observed",
    delimiter: "tab, quoted",
    source:
      "Moloka-Store/moloka-app@043f91c: procesador_ledger.py (24,286 real rows, EU seller, 2026); positional 15-column reader for a HEADERLESS export",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry\tReconciled Quantity\tUnreconciled Quantity\tDate and Time",
  },
  {
    name: "Older, 14 columns (no Date and Time)",
    evidence: "documented",
    delimiter: "comma/tab, quoted",
    source: "Amazon Seller Central help (public mirror) G4FKT5KQWFFJ7LDN (field table of the help page)",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry\tReconciled Quantity\tUnreconciled Quantity",
  },
  {
    name: "Older, 12 columns (to Country)",
    evidence: "fixture",
    delimiter: "comma, quoted",
    source: "(synthetic files of two FBA-audit projects)",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry",
  },
  {
    name: "11 columns (to Reason)",
    evidence: "fixture",
    delimiter: "comma, quoted",
    source: "(July 2026 parser test)",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason",
  },
  {
    name: "Developer-doc spelling, no spaces",
    evidence: "documented",
    delimiter: "tab",
    source:
      "https://developer-docs.amazon.com/sp-api/docs/fba-inventory-reports-attributes; airbytehq/airbyte: airbyte-integrations/connectors/source-amazon-seller-partner/unit_tests/resource/http/response/GET_LEDGER_DETAIL_VIEW_DATA.csv",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tEventType\tReferenceID\tQuantity\tFulfillmentCenter\tDisposition\tReason\tCountry\tReconciledQuantity\tUnreconciledQuantity",
  },
  {
    name: "App template (alias spellings)",
    evidence: "template",
    delimiter: "comma",
    source:
      'support547/Recon@1ad43bb: public/upload-templates/adjustments.csv (its fctransfer.csv/receipts.csv say "Reconciled Qty","Unreconciled Qty")',
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry\tReconciled\tUnreconciled\tDate and Time\tStore",
  },
];
