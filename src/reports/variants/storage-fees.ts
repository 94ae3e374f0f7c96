import type { HeaderVariant } from "./variant.ts";

export const storageFeesVariants: readonly HeaderVariant[] = [
  {
    name: "Current with utilization surcharge, 34 columns",
    evidence: "observed",
    delimiter: "tab",
    source: 'LingxingSync fee_reports.go "production" header',
    header:
      "asin\tfnsku\tproduct_name\tfulfillment_center\tcountry_code\tlongest_side\tmedian_side\tshortest_side\tmeasurement_units\tweight\tweight_units\titem_volume\tvolume_units\tproduct_size_tier\taverage_quantity_on_hand\taverage_quantity_pending_removal\testimated_total_item_volume\tmonth_of_charge\tstorage_utilization_ratio\tstorage_utilization_ratio_units\tbase_rate\tutilization_surcharge_rate\tavg_qty_for_sus\test_vol_for_sus\test_base_msf\test_sus\tcurrency\testimated_monthly_storage_fee\tdangerous_goods_storage_type\teligible_for_inventory_discount\tqualifies_for_inventory_discount\ttotal_incentive_fee_amount\tbreakdown_incentive_fee_amount\taverage_quantity_customer_orders",
  },
  {
    name: "27 columns with storage_rate",
    evidence: "documented",
    delimiter: "tab",
    source:
      "https://developer-docs.amazon.com/sp-api/docs/fba-payments-reports-attributes; airbytehq/airbyte: airbyte-integrations/connectors/source-amazon-seller-partner/unit_tests/resource/http/response/GET_FBA_STORAGE_FEE_CHARGES_DATA.csv",
    header:
      "asin\tfnsku\tproduct_name\tfulfillment_center\tcountry_code\tlongest_side\tmedian_side\tshortest_side\tmeasurement_units\tweight\tweight_units\titem_volume\tvolume_units\tproduct_size_tier\taverage_quantity_on_hand\taverage_quantity_pending_removal\testimated_total_item_volume\tmonth_of_charge\tstorage_rate\tcurrency\testimated_monthly_storage_fee\tdangerous_goods_storage_type\teligible_for_inventory_discount\tqualifies_for_inventory_discount\ttotal_incentive_fee_amount\tbreakdown_incentive_fee_amount\taverage_quantity_customer_orders",
  },
  {
    name: "First column sku instead of asin (34)",
    evidence: "observed",
    delimiter: "tab",
    source: "older commit of the same loader; treat as a possible variant",
    header:
      "sku\tfnsku\tproduct_name\tfulfillment_center\tcountry_code\tlongest_side\tmedian_side\tshortest_side\tmeasurement_units\tweight\tweight_units\titem_volume\tvolume_units\tproduct_size_tier\taverage_quantity_on_hand\taverage_quantity_pending_removal\testimated_total_item_volume\tmonth_of_charge\tstorage_utilization_ratio\tstorage_utilization_ratio_units\tbase_rate\tutilization_surcharge_rate\tavg_qty_for_sus\test_vol_for_sus\test_base_msf\test_sus\tcurrency\testimated_monthly_storage_fee\tdangerous_goods_storage_type\teligible_for_inventory_discount\tqualifies_for_inventory_discount\ttotal_incentive_fee_amount\tbreakdown_incentive_fee_amount\taverage_quantity_customer_orders",
  },
  {
    name: "Old kebab-case (help page; NOT exact, partly reconstructed)",
    evidence: "documented",
    delimiter: "tab",
    source:
      "Amazon Seller Central help (public mirror) 202086720 (kebab names sourced; full column list partly reconstructed)",
    header:
      "asin\tfnsku\tproduct-name\tfulfillment-center\tcountry-code\tlongest-side\tmedian-side\tshortest-side\tmeasurement-units\tweight\tweight-units\titem-volume\tvolume-units\taverage-quantity-on-hand\taverage-quantity-pending-removal\testimated-total-item-volume\tmonth-of-charge\tstorage-rate\tcurrency\testimated-monthly-storage-fee\teligible-for-discount\tqualified-for-discount",
  },
];
