/** Storage overage fees per country and storage type. */
import { code, day, decimal, defineReport, text } from "./definition.ts";

export const overageFees = defineReport({
  id: "overage-fees",
  shortName: "overage-fees",
  domainId: "overage_fees",
  title: "Storage Overage Fees",
  spApiType: "GET_FBA_OVERAGE_FEE_CHARGES_DATA",
  download: "Reports > Fulfillment > Payments > Inventory Storage Overage Fees > Download",
  from: "amazon",
  columns: {
    chargedDate: day("charged_date"),
    countryCode: code("country_code"),
    storageType: text("storage_type"),
    chargeRate: decimal("charge_rate"),
    storageUsageVolume: decimal("storage_usage_volume"),
    storageLimitVolume: decimal("storage_limit_volume"),
    overageVolume: decimal("overage_volume"),
    volumeUnit: code("volume_unit"),
    chargedFeeAmount: decimal("charged_fee_amount"),
    currencyCode: code("currency_code"),
  },
  personal: [],
  fingerprint: { allOf: [["overage volume"], ["charged fee amount"]] },
  required: ["chargedDate"],
  merging: { identity: ["chargedDate", "countryCode", "storageType", "currencyCode"], newest: "file" },
  coverageDay: "chargedDate",
  unaudited: true,
  sources: [
    "https://developer-docs.amazon.com/sp-api/docs/fba-payments-reports-attributes",
    "ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/fee_reports.go",
  ],
});
