import type { HeaderVariant } from "./variant.ts";

export const inboundContentsVariants: readonly HeaderVariant[] = [
  {
    name: "10 columns",
    evidence: "observed",
    delimiter: "tab",
    source: "support547/Recon actions/uploads.ts processShipped",
    header:
      "Merchant SKU\tTitle\tASIN\tFNSKU\texternal-id\tCondition\tWho will prep?\tPrep Type\tWho will label?\tShipped",
  },
  {
    name: "Case-packed, help-page order",
    evidence: "documented",
    delimiter: "tab",
    source:
      'https://sellercentral.amazon.co.uk/gp/help/external/200141470 (UK page calls the last column "Dispatched")',
    header:
      "Merchant SKU\tTitle\tASIN\tFNSKU\texternal-id\tCondition\tUnits per Case\tNumber of Cases\tShipped",
  },
  {
    name: "App template (adds Date, Shipment ID)",
    evidence: "template",
    delimiter: "comma",
    source: "support547/Recon@1ad43bb: public/upload-templates/shipped.csv",
    header:
      "Date\tShipment ID\tMerchant SKU\tTitle\tASIN\tFNSKU\texternal-id\tCondition\tWho will prep?\tPrep Type\tWho will label?\tShipped",
  },
];
