import type { HeaderVariant } from "./variant.ts";

export const reimbursementsVariants: readonly HeaderVariant[] = [
  {
    name: "Current, 18 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "LingxingSync reimbursements.go (loader rejects any other header); caponica ReportFbaPaymentReimbursements.php; airbyte GET_FBA_REIMBURSEMENTS_DATA.csv; live UAE account checked 2026-09-06; https://developer-docs.amazon.com/sp-api/docs/fba-payments-reports-attributes",
    header:
      "approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tsku\tfnsku\tasin\tproduct-name\tcondition\tcurrency-unit\tamount-per-unit\tamount-total\tquantity-reimbursed-cash\tquantity-reimbursed-inventory\tquantity-reimbursed-total\toriginal-reimbursement-id\toriginal-reimbursement-type",
  },
  {
    name: "16 columns, no original-reimbursement-*",
    evidence: "fixture",
    delimiter: "tab",
    source: "test file of an FBA ledger project (header looks like a UI download; rows synthetic)",
    header:
      "approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tsku\tfnsku\tasin\tproduct-name\tcondition\tcurrency-unit\tamount-per-unit\tamount-total\tquantity-reimbursed-cash\tquantity-reimbursed-inventory\tquantity-reimbursed-total",
  },
  {
    name: "Old help-page layout, one quantity column",
    evidence: "documented",
    delimiter: "tab",
    source:
      "Amazon Seller Central help (public mirror) https://sellercentral.amazon.it/gp/help/external/help.html?itemID=200732720&language=en_IT (download header column; the page lists the fields, the order of the last four is the page order)",
    header:
      "approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tSku\tfnsku\tasin\tproduct-name\tcondition\tquantity\tcurrency-unit\tamount-per-unit\tamount-total",
  },
  {
    name: "Online table (not a file)",
    evidence: "documented",
    delimiter: "n/a",
    source: "Amazon Seller Central help (public mirror) itemID=200732720 (.it/.ca/.in)",
    header:
      "Date\tReimbursement ID\tCase ID\tAmazon Order ID\tReason\tMerchant SKU\tFNSKU\tASIN\tTitle\tCondition\tQuantity\tAmount Per Unit\tTotal",
  },
];
