import type { HeaderVariant } from "./variant.ts";

export const removalOrdersVariants: readonly HeaderVariant[] = [
  {
    name: "A: with order-source, no service-speed (16)",
    evidence: "observed",
    delimiter: "tab",
    source:
      "LingxingSync removal_reports.go (exact-header loader); support547/Recon@1ad43bb: public/upload-templates/removals.csv (real row)",
    header:
      "request-date\torder-id\torder-source\torder-type\torder-status\tlast-updated-date\tsku\tfnsku\tdisposition\trequested-quantity\tcancelled-quantity\tdisposed-quantity\tshipped-quantity\tin-process-quantity\tremoval-fee\tcurrency",
  },
  {
    name: "B: with service-speed, no order-source (16)",
    evidence: "documented",
    delimiter: "tab",
    source:
      "https://developer-docs.amazon.com/sp-api/docs/fba-removals-reports-attributes; airbytehq/airbyte: airbyte-integrations/connectors/source-amazon-seller-partner/unit_tests/resource/http/response/GET_FBA_FULFILLMENT_REMOVAL_ORDER_DETAIL_DATA.csv",
    header:
      "request-date\torder-id\torder-type\tservice-speed\torder-status\tlast-updated-date\tsku\tfnsku\tdisposition\trequested-quantity\tcancelled-quantity\tdisposed-quantity\tshipped-quantity\tin-process-quantity\tremoval-fee\tcurrency",
  },
  {
    name: "C: both (17)",
    evidence: "observed",
    delimiter: "tab",
    source: "live UAE account 2026-09",
    header:
      "request-date\torder-id\torder-source\torder-type\tservice-speed\torder-status\tlast-updated-date\tsku\tfnsku\tdisposition\trequested-quantity\tcancelled-quantity\tdisposed-quantity\tshipped-quantity\tin-process-quantity\tremoval-fee\tcurrency",
  },
];
