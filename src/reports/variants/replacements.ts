import type { HeaderVariant } from "./variant.ts";

export const replacementsVariants: readonly HeaderVariant[] = [
  {
    name: "9 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "LingxingSync replacements.go; support547/Recon@1ad43bb: public/upload-templates/replacements.csv; https://developer-docs.amazon.com/sp-api/docs/fba-customer-concessions-reports-attributes",
    header:
      "shipment-date\tsku\tasin\tfulfillment-center-id\toriginal-fulfillment-center-id\tquantity\treplacement-reason-code\treplacement-amazon-order-id\toriginal-amazon-order-id",
  },
  {
    name: "Help-page name for the 8th column",
    evidence: "documented",
    delimiter: "tab",
    source: "Amazon Seller Central help (public mirror) 200453300",
    header:
      "shipment-date\tsku\tasin\tfulfillment-center-id\toriginal-fulfillment-center-id\tquantity\treplacement-reason-code\treplacement-customer-order-id\toriginal-amazon-order-id",
  },
];
