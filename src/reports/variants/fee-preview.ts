import type { HeaderVariant } from "./variant.ts";

export const feePreviewVariants: readonly HeaderVariant[] = [
  {
    name: "US, current, 31 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      'LingxingSync additional_fba_reports.go ("production" header); qufeng107/SellerDataPipeline: report tests',
    header:
      "sku\tfnsku\tasin\tamazon-store\tproduct-name\tproduct-group\tbrand\tfulfilled-by\tyour-price\tsales-price\tlongest-side\tmedian-side\tshortest-side\tlength-and-girth\tunit-of-dimension\titem-package-weight\tunit-of-weight\tproduct-size-tier\tcurrency\testimated-fee-total\testimated-referral-fee-per-unit\testimated-variable-closing-fee\testimated-order-handling-fee-per-order\testimated-pick-pack-fee-per-unit\testimated-weight-handling-fee-per-unit\texpected-fulfillment-fee-per-unit\testimated-future-fee (Current Selling on Amazon + Future Fulfillment fees)\testimated-future-order-handling-fee-per-order\testimated-future-pick-pack-fee-per-unit\testimated-future-weight-handling-fee-per-unit\texpected-future-fulfillment-fee-per-unit",
  },
  {
    name: "EU, 29 columns (with -se)",
    evidence: "documented",
    delimiter: "tab",
    source:
      "https://developer-docs.amazon.com/sp-api/docs/fba-payments-reports-attributes; airbytehq/airbyte: airbyte-integrations/connectors/source-amazon-seller-partner/unit_tests/resource/http/response/GET_FBA_ESTIMATED_FBA_FEES_TXT_DATA.csv",
    header:
      "sku\tfnsku\tasin\tproduct-name\tproduct-group\tbrand\tfulfilled-by\thas-local-inventory\tyour-price\tsales-price\tlongest-side\tmedian-side\tshortest-side\tlength-and-girth\tunit-of-dimension\titem-package-weight\tunit-of-weight\tproduct-size-weight-band\tcurrency\testimated-fee-total\testimated-referral-fee-per-unit\testimated-variable-closing-fee\texpected-domestic-fulfilment-fee-per-unit\texpected-efn-fulfilment-fee-per-unit-uk\texpected-efn-fulfilment-fee-per-unit-de\texpected-efn-fulfilment-fee-per-unit-fr\texpected-efn-fulfilment-fee-per-unit-it\texpected-efn-fulfilment-fee-per-unit-es\texpected-efn-fulfilment-fee-per-unit-se",
  },
  {
    name: "EU 2020, 28 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaPaymentsFeePreview.php VARIANT_EUROPE",
    header:
      "sku\tfnsku\tasin\tproduct-name\tproduct-group\tbrand\tfulfilled-by\thas-local-inventory\tyour-price\tsales-price\tlongest-side\tmedian-side\tshortest-side\tlength-and-girth\tunit-of-dimension\titem-package-weight\tunit-of-weight\tproduct-size-weight-band\tcurrency\testimated-fee-total\testimated-referral-fee-per-unit\testimated-variable-closing-fee\texpected-domestic-fulfilment-fee-per-unit\texpected-efn-fulfilment-fee-per-unit-uk\texpected-efn-fulfilment-fee-per-unit-de\texpected-efn-fulfilment-fee-per-unit-fr\texpected-efn-fulfilment-fee-per-unit-it\texpected-efn-fulfilment-fee-per-unit-es",
  },
  {
    name: "UK 2020, 29 columns (order-handling)",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaPaymentsFeePreview.php VARIANT_UK",
    header:
      "sku\tfnsku\tasin\tproduct-name\tproduct-group\tbrand\tfulfilled-by\thas-local-inventory\tyour-price\tsales-price\tlongest-side\tmedian-side\tshortest-side\tlength-and-girth\tunit-of-dimension\titem-package-weight\tunit-of-weight\tproduct-size-weight-band\tcurrency\testimated-fee-total\testimated-referral-fee-per-unit\testimated-variable-closing-fee\testimated-order-handling-fee-per-order\texpected-domestic-fulfilment-fee-per-unit\texpected-efn-fulfilment-fee-per-unit-uk\texpected-efn-fulfilment-fee-per-unit-de\texpected-efn-fulfilment-fee-per-unit-fr\texpected-efn-fulfilment-fee-per-unit-it\texpected-efn-fulfilment-fee-per-unit-es",
  },
  {
    name: "UK 2020 before a fee change, 37 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaPaymentsFeePreview.php VARIANT_UK_TEMP",
    header:
      "sku\tfnsku\tasin\tproduct-name\tproduct-group\tbrand\tfulfilled-by\thas-local-inventory\tyour-price\tsales-price\tlongest-side\tmedian-side\tshortest-side\tlength-and-girth\tunit-of-dimension\titem-package-weight\tunit-of-weight\tproduct-size-weight-band\tcurrency\testimated-fee-total\testimated-referral-fee-per-unit\testimated-variable-closing-fee\testimated-order-handling-fee-per-order\texpected-domestic-fulfilment-fee-per-unit\testimated-future-fee (Current Selling on Amazon + Future Fulfillment fees)\testimated-future-order-handling-fee-per-order\texpected-future-domestic-fulfilment-fee-per-unit\texpected-efn-fulfilment-fee-per-unit-uk\texpected-efn-fulfilment-fee-per-unit-de\texpected-efn-fulfilment-fee-per-unit-fr\texpected-efn-fulfilment-fee-per-unit-it\texpected-efn-fulfilment-fee-per-unit-es\texpected-future-efn-fulfilment-fee-per-unit-uk\texpected-future-efn-fulfilment-fee-per-unit-de\texpected-future-efn-fulfilment-fee-per-unit-fr\texpected-future-efn-fulfilment-fee-per-unit-it\texpected-future-efn-fulfilment-fee-per-unit-es",
  },
  {
    name: "US 2020, 25 columns",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaPaymentsFeePreview.php VARIANT_USA",
    header:
      "sku\tfnsku\tasin\tproduct-name\tproduct-group\tbrand\tfulfilled-by\tyour-price\tsales-price\tlongest-side\tmedian-side\tshortest-side\tlength-and-girth\tunit-of-dimension\titem-package-weight\tunit-of-weight\tproduct-size-tier\tcurrency\testimated-fee-total\testimated-referral-fee-per-unit\testimated-variable-closing-fee\testimated-order-handling-fee-per-order\testimated-pick-pack-fee-per-unit\testimated-weight-handling-fee-per-unit\texpected-fulfillment-fee-per-unit",
  },
  {
    name: "CA 2020, 22 columns (no size tier)",
    evidence: "observed",
    delimiter: "tab",
    source:
      "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaPaymentsFeePreview.php VARIANT_CANADA",
    header:
      "sku\tfnsku\tasin\tproduct-name\tproduct-group\tbrand\tfulfilled-by\tyour-price\tsales-price\tlongest-side\tmedian-side\tshortest-side\tlength-and-girth\tunit-of-dimension\titem-package-weight\tunit-of-weight\tcurrency\testimated-fee-total\testimated-referral-fee-per-unit\testimated-variable-closing-fee\testimated-pick-pack-fee-per-unit\testimated-weight-handling-fee-per-unit",
  },
];
