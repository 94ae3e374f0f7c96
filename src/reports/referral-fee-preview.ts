/** Referral fee preview: the referral fee Amazon expects per item at its present price. */
import { decimal, defineReport, id, text, unaudited } from "./definition.ts";

export const referralFeePreview = defineReport({
  id: "referral-fee-preview",
  shortName: "referral-fee-preview",
  domainId: "referral_fee_preview",
  title: "Referral Fee Preview",
  spApiType: "GET_REFERRAL_FEE_PREVIEW_REPORT",
  download: "Reports > Fulfillment > Payments > Referral Fee Preview > Download",
  from: "amazon",
  columns: {
    sellerSku: id("seller-sku"),
    asin: id("asin"),
    itemName: unaudited(text("item-name")),
    price: decimal("price"),
    estimatedReferralFeePerItem: decimal("estimated-referral-fee-per-item"),
  },
  personal: [],
  fingerprint: { allOf: [["estimated referral fee per item"]] },
  required: ["sellerSku"],
  merging: { identity: ["sellerSku", "asin"], newest: "modified" },
  coverageDay: null,
  sources: [
    "airbytehq/airbyte: schemas/ReferralFeePreviewReport.json",
    "abuzuhri/Amazon-SP-API-CSharp@5014d371: Source/FikaAmazonAPI/ReportGeneration/ReferralFeeReport.cs",
  ],
});
