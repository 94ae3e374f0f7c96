/**
 * Amazon's fees: tables with their days, sources and confidence (tables/), and the look-ups in them. A look-up
 * answers `cannotTell` where no table is sourced; no claim may rest on an answer that is not `usable`.
 * The functions for cells are in functions.ts, for the shell alone.
 */

export { type Dimensions, lengthUnit, weightUnit } from "./dimensions.ts";
export type * from "./fee.ts";
export { fulfilmentFee } from "./fulfilment.ts";
export { categoryNames, fulfilmentCategory, referralCategory, referralFee } from "./referral.ts";
export { expectedReferralCredit, refundAdministrationFee } from "./refund.ts";
export { feeRows } from "./rows.ts";
export { sizeTier } from "./size-tier.ts";
export { agedSurcharge, removalFee, storageFee, storageGroup } from "./stock.ts";
export type { FulfilmentCategory } from "./tables/fulfilment-table.ts";
export type { StorageGroup } from "./tables/storage.ts";
export { trustedBy } from "./trust.ts";
