/**
 * Amazon's fees: tables with their days, sources and confidence (tables/), and the look-ups in them. A look-up
 * answers `cannotTell` where no table is sourced; no claim may rest on an answer that is not `usable`.
 */

export {
  type Dimensions,
  type LengthUnit,
  lengthUnit,
  type WeightUnit,
  weightUnit,
} from "./dimensions.ts";
export type {
  CannotTell,
  Confidence,
  FeeKnown,
  FeePart,
  FeeResult,
  FeeTable,
  Standing,
} from "./fee.ts";
export { type FulfilmentQuestion, fulfilmentFee } from "./fulfilment.ts";
export {
  type Answer,
  type Argument,
  type CellAnswer,
  type CellValue,
  FBA_FEE,
  FBA_SIZE_TIER,
  REFERRAL_FEE,
} from "./functions.ts";
export {
  categoryNames,
  fulfilmentCategory,
  type ReferralQuestion,
  referralCategory,
  referralFee,
} from "./referral.ts";
export {
  type AdministrationQuestion,
  type CreditQuestion,
  expectedReferralCredit,
  refundAdministrationFee,
} from "./refund.ts";
export { feeRows } from "./rows.ts";
export { type SizeTierKnown, type SizeTierResult, sizeTier } from "./size-tier.ts";
export {
  type AgedQuestion,
  agedSurcharge,
  type RemovalQuestion,
  removalFee,
  type StorageQuestion,
  storageFee,
  storageGroup,
} from "./stock.ts";
export type { FulfilmentCategory } from "./tables/fulfilment-table.ts";
export type { SizeTier } from "./tables/size-tiers.ts";
export type { StorageGroup } from "./tables/storage.ts";
