import type { HeaderVariant } from "./variant.ts";

export const overageFeesVariants: readonly HeaderVariant[] = [
  {
    name: "10 columns",
    evidence: "documented",
    delimiter: "tab",
    source:
      "LingxingSync fee_reports.go (never confirmed by a live download there); https://developer-docs.amazon.com/sp-api/docs/fba-payments-reports-attributes",
    header:
      "charged_date\tcountry_code\tstorage_type\tcharge_rate\tstorage_usage_volume\tstorage_limit_volume\toverage_volume\tvolume_unit\tcharged_fee_amount\tcurrency_code",
  },
];
