/** The policy as the rest of the program uses it. */

import { GRACES, UNIT_CAPS, VALUATION } from "./amounts.ts";
import { CLAIM_RULES } from "./claim-rules.ts";
import type { Policy } from "./policy.ts";
import { WINDOWS } from "./windows/index.ts";

export { perUnitCap, valuationOn } from "./amounts.ts";
export { claimTime, stateOn } from "./claim-time.ts";
export {
  ADJUSTMENT_CODES,
  type AdjustmentCode,
  adjustmentCode,
  type Disposition,
  disposition,
  type LedgerEvent,
  ledgerEvent,
  squeeze,
} from "./codes.ts";
export { EVIDENCE_KINDS, type EvidenceKind, type EvidenceNeed, evidenceNeed } from "./evidence.ts";
export {
  MARKETPLACES,
  marketplace,
  marketplaceOfCountry,
  marketplaceOfCurrency,
  marketplaceOfSite,
  stockRegionOf,
} from "./marketplaces.ts";
export { type Override, withOverrides } from "./overrides.ts";
export type * from "./policy.ts";
export { POLICY_COLUMNS, type PolicyRow, policyRows } from "./policy-rows.ts";
export {
  type ReimbursementReason,
  reasonOfDescription,
  reimbursementReason,
  SETTLEMENT_REIMBURSEMENTS,
  settlementReimbursement,
} from "./reasons.ts";
export { SOURCES } from "./sources.ts";
export { localMoment } from "./zones.ts";

/** Amazon's rules and our graces, as far as they could be sourced, without any user's overrides. */
export const POLICY: Policy = {
  windows: WINDOWS,
  graces: GRACES,
  caps: UNIT_CAPS,
  valuation: VALUATION,
  returnlessBelow: [],
  feeTrust: [],
  claimRules: CLAIM_RULES,
  overrides: [],
};
