/**
 * What Amazon promises: the dated rules every audit and claim follows. The rules themselves are data in
 * this folder, each with its effective days and its source; this file is the way to ask for them.
 */

import type { Day } from "../values/day.ts";
import type { Money } from "../values/money.ts";
import type { ClaimRules } from "./claim-rules.ts";

/** A kind of claim with a window of its own: the policy's claim type without its region. */
export type ClaimRule =
  | "warehouse_lost"
  | "warehouse_damaged"
  | "disposed_without_permission"
  | "inbound_lost"
  | "unused_partnered_label"
  | "customer_return"
  | "customer_over_refund"
  | "replacement_not_returned"
  | "return_wrong_item"
  | "return_damaged_by_amazon"
  | "removal_lost"
  | "removal_other"
  | "fee_dimensions"
  | "fee_storage_dimensions"
  | "fee_storage_other"
  | "fee_referral"
  | "refund_commission_not_returned"
  | "valuation_dispute"
  | "reimbursement_quantity_short"
  | "reimbursement_reversal"
  | "approved_not_paid";

/** The window of one claim rule in some marketplaces while it is in force. */
export interface ClaimWindow {
  readonly id: string;
  readonly rule: ClaimRule;
  readonly name: string;
  readonly marketplaces: readonly string[];
  /** Days after the event on which filing opens; null = no published day (0 is used). */
  readonly opensAfterDays: number | null;
  readonly opensAfterDaysSourced: boolean;
  /** When filing opens, in words, where it is no count of days. */
  readonly opensRule: string | null;
  /** Where the rule is doubtful: the later opening and the earlier deadline that are safe. They bind. */
  readonly conservativeOpensAfterDays: number | null;
  readonly conservativeClosesAfterDays: number | null;
  /** Last day to file, counted from the event; null = no deadline. Months, where given, are calendar months and bind. */
  readonly closesAfterDays: number | null;
  readonly closesAfterMonths: number | null;
  readonly effectiveFrom: Day | null;
  readonly effectiveTo: Day | null;
  readonly effectiveFromSourced: boolean;
  /** Whether Amazon says it pays such cases by itself, and since when; null = it does not say. */
  readonly automatic: boolean | null;
  readonly automaticFrom: Day | null;
  /** What the clock starts at, in words. */
  readonly clockStarts: string;
  readonly filingPath: string;
  readonly evidence: readonly string[];
  /** False: the window is an inference or an assumption; `confidence` and `note` explain. */
  readonly sourced: boolean;
  readonly confidence: string;
  /** Ids of `sources.ts`. */
  readonly sources: readonly string[];
  readonly note: string | null;
}

/** Where a fact of the policy comes from; `tier` says how near to Amazon. */
export interface Source {
  /** The address, or as much of it as was kept. */
  readonly url: string;
  readonly title: string;
  /** The source's own date, as far as it gives one. */
  readonly date: string;
  readonly tier: "official" | "official-repost" | "practitioner" | "press" | "public-code" | "issue-thread";
}

/** Days in which Amazon usually pays by itself (ours, shown as such, overridable). */
export interface Graces {
  readonly lost: number;
  readonly damaged: number;
  readonly inbound: number;
}

export interface UnitCap {
  /** A marketplace code, or `EU` for all euro marketplaces. */
  readonly marketplace: string;
  /** Null: there is a cap nobody could source, or none. */
  readonly cap: Money | null;
  readonly sourced: boolean;
  readonly sources: readonly string[];
}

/** How Amazon values a unit in a period: before a customer ordered it, or after. */
export interface ValuationPeriod {
  readonly marketplaces: readonly string[];
  readonly from: Day | null;
  readonly to: Day | null;
  readonly scope: "before-order" | "after-order";
  readonly basis: "sourcing-cost" | "order-price-less-fees" | "estimated-proceeds";
  /** The basis in words. */
  readonly text: string;
  readonly sourced: boolean;
  /** Null: the source was not graded. */
  readonly confidence: string | null;
  readonly sources: readonly string[];
}

/** The whole policy in force for one audit: Amazon's rules with the user's overrides applied. Plain data. */
export interface Policy {
  readonly windows: readonly ClaimWindow[];
  readonly graces: Graces;
  readonly caps: readonly UnitCap[];
  readonly valuation: readonly ValuationPeriod[];
  /** Refunds at or under this amount per unit may have been returnless; empty by default. */
  readonly returnlessBelow: readonly Money[];
  /** What the user set of fee tables; empty by default: the sources decide. */
  readonly feeTrust: readonly FeeTrust[];
  /** What is asked of claims beyond their windows. */
  readonly claimRules: ClaimRules;
  /** What the user changed, already applied above. */
  readonly overrides: readonly AppliedOverride[];
}

/** Whether claims may rest on a fee table, whatever its sources. */
export interface FeeTrust {
  /** The table's id. */
  readonly table: string;
  readonly claims: boolean;
}

/** A value in the Policy tab and what it counts (days, months, a currency); null = an empty cell. */
export interface TabValue {
  readonly value: number | string | null;
  readonly unit: string;
}

/** A value the user set in the Policy tab in place of the default. */
export interface AppliedOverride {
  /** The row's key in the Policy tab. */
  readonly key: string;
  /** What the user typed. */
  readonly value: string;
  /** What stood there before, as the tab shows it. */
  readonly instead: TabValue;
}

/** When a claim can be filed. */
export interface ClaimTime {
  /** First day on which it is to be filed. */
  readonly opens: Day;
  /** Last day, inclusive; null = no deadline. */
  readonly deadline: Day | null;
  /** The window is not sourced for this marketplace. */
  readonly estimated: boolean;
  readonly window: ClaimWindow;
}
