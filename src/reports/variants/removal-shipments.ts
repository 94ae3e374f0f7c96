import type { HeaderVariant } from "./variant.ts";

export const removalShipmentsVariants: readonly HeaderVariant[] = [
  {
    name: "Current, 10 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "LingxingSync removal_reports.go; support547/Recon@1ad43bb: public/upload-templates/removal-shipments.csv; https://developer-docs.amazon.com/sp-api/docs/fba-removals-reports-attributes",
    header:
      "request-date\torder-id\tshipment-date\tsku\tfnsku\tdisposition\tshipped-quantity\tcarrier\ttracking-number\tremoval-order-type",
  },
  {
    name: "Older help layout (approximate)",
    evidence: "documented",
    delimiter: "tab",
    source:
      "Amazon Seller Central help (public mirror) 200989100 (no removal-order-type; order of columns as listed on the page)",
    header:
      "removal-date\torder-id\tshipment-date\tsku\tfnsku\tdisposition\tquantity shipped\tcarrier\ttracking-number",
  },
];
