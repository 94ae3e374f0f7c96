import type { HeaderVariant } from "./variant.ts";

export const customerReturnsVariants: readonly HeaderVariant[] = [
  {
    name: "Current, 13 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "LingxingSync returns.go (exact-header loader); caponica ReportFbaReturns.php; airbyte fixture; https://developer-docs.amazon.com/sp-api/docs/fba-customer-concessions-reports-attributes",
    header:
      "return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tstatus\tlicense-plate-number\tcustomer-comments",
  },
  {
    name: "Without status, 12 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "loader comment for an IN/other marketplace; the Brazil help page lists no Status row either (https://sellercentral.amazon.com.br/gp/help/external/G200453320)",
    header:
      "return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tlicense-plate-number\tcustomer-comments",
  },
  {
    name: "Older name for the order column",
    evidence: "documented",
    delimiter: "tab",
    source:
      "Amazon Seller Central help (public mirror) 200453320 (.com.au/.it/.com.br pages list amazon-order-id; .co.jp lists order-id)",
    header:
      "return-date\tamazon-order-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tstatus\tlicense-plate-number\tcustomer-comments",
  },
];
