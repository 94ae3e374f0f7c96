import type { HeaderVariant } from "./variant.ts";

export const ledgerSummaryVariants: readonly HeaderVariant[] = [
  {
    name: "Current, 22 columns (with Store)",
    evidence: "observed",
    delimiter: "comma or tab, quoted",
    source: "scrubbed real US export July 2026; qufeng107/SellerDataPipeline: report tests",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tDisposition\tStarting Warehouse Balance\tIn Transit Between Warehouses\tReceipts\tCustomer Shipments\tCustomer Returns\tVendor Returns\tWarehouse Transfer In/Out\tFound\tLost\tDamaged\tDisposed\tOther Events\tEnding Warehouse Balance\tUnknown Events\tLocation\tStore",
  },
  {
    name: "21 columns (no Store)",
    evidence: "observed",
    delimiter: "comma or tab, quoted",
    source: "three independent loaders: Odoo model, Django loader, Node loader",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tDisposition\tStarting Warehouse Balance\tIn Transit Between Warehouses\tReceipts\tCustomer Shipments\tCustomer Returns\tVendor Returns\tWarehouse Transfer In/Out\tFound\tLost\tDamaged\tDisposed\tOther Events\tEnding Warehouse Balance\tUnknown Events\tLocation",
  },
  {
    name: "Developer-doc spelling, no spaces",
    evidence: "documented",
    delimiter: "tab",
    source:
      "https://developer-docs.amazon.com/sp-api/docs/fba-inventory-reports-attributes; airbytehq/airbyte: airbyte-integrations/connectors/source-amazon-seller-partner/unit_tests/resource/http/response/GET_LEDGER_SUMMARY_VIEW_DATA.csv",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tTitle\tDisposition\tStartingWarehouseBalance\tInTransitBetweenWarehouses\tReceipts\tCustomerShipments\tCustomerReturns\tVendorReturns\tWarehouseTransferIn/Out\tFound\tLost\tDamaged\tDisposed\tOtherEvents\tEndingWarehouseBalance\tUnknownEvents\tLocation",
  },
  {
    name: "App template order (Unknown Events BEFORE Ending; different names)",
    evidence: "template",
    delimiter: "comma",
    source: "support547/Recon@1ad43bb: public/upload-templates/fbasummary.csv",
    header:
      "Date\tFNSKU\tASIN\tMSKU\tProduct Name\tDisposition\tStarting Warehouse Balance\tIn transit between warehouses\tReceipts\tCustomer Shipments\tCustomer Returns\tVendor Returns\tWarehouse transfer events\tFound\tLost\tDamaged\tDisposed\tOther events\tUnknown Events\tEnding Warehouse Balance\tLocation\tStore",
  },
];
