/**
 * Claims and the log they are kept in.
 *
 * The Claim Log is append-only: one row per thing that happened to a finding or to the claim made of it. A claim
 * is what its rows add up to; nothing of it is kept anywhere else (log.ts). The first row of a claim carries the
 * facts of its finding, so that the claim outlives the finding.
 */

import type { ClaimRecord } from "../audits/audit.ts";
import type { Day } from "../values/day.ts";
import type { Money } from "../values/money.ts";

/**
 * `to file` → `filed` → `in review` → `approved` → `paid` → `closed`; `denied` → `appealed`; `expired`: its window
 * closed before it was filed; `dismissed`: not to be claimed.
 */
export type ClaimState = ClaimRecord["state"];

export const CLAIM_STATES: readonly ClaimState[] = [
  "to file",
  "filed",
  "in review",
  "approved",
  "paid",
  "closed",
  "denied",
  "appealed",
  "expired",
  "dismissed",
];

/**
 * - `start`: a claim is made of a finding; `step`: it moves from one state to another
 * - `payment`: a row of the reimbursements report is confirmed to be this claim's; `decline`: it is said not to be
 * - `evidence`, `note`: something is added; `correct`: the case id or the filing day was wrong
 * - `undo`: an earlier row (`refersTo`) does not count
 * - `dismiss`, `snooze`, `wake`: of a finding without a claim
 */
export type LogKind =
  | "start"
  | "step"
  | "payment"
  | "decline"
  | "evidence"
  | "note"
  | "correct"
  | "undo"
  | "dismiss"
  | "snooze"
  | "wake";

export const LOG_KINDS: readonly LogKind[] = [
  "start",
  "step",
  "payment",
  "decline",
  "evidence",
  "note",
  "correct",
  "undo",
  "dismiss",
  "snooze",
  "wake",
];

/** The facts of a finding on the day its claim was started. Texts are empty, not null, where the finding has none. */
export interface ClaimFacts {
  readonly audit: string;
  readonly marketplace: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly msku: string;
  readonly orderId: string;
  readonly shipmentId: string;
  readonly referenceId: string;
  /** Units owed; null when the finding counts none. */
  readonly units: number | null;
  /** What is at stake; null when it could not be valued. */
  readonly amount: Money | null;
  /** Null only when the log no longer says. */
  readonly eventDate: Day | null;
  readonly opens: Day | null;
  /** Last day to file, inclusive; null = none. */
  readonly deadline: Day | null;
  /** The window is an estimate. */
  readonly estimated: boolean;
  /** What happened, in the finding's own words. */
  readonly what: string;
  /** How it was valued. */
  readonly basis: string;
}

/** One row of the Claim Log, without its place in the chain. Empty text = does not apply. */
export interface LogDraft {
  /** UTC, `2026-11-23T14:05:09Z`. */
  readonly when: string;
  /** E-mail address or name; see `verified`. */
  readonly who: string;
  /** Google named the person; false = the name was typed. */
  readonly verified: boolean;
  /** The request this row answers: a repeated request finds its row instead of writing a second one. */
  readonly operation: string;
  readonly kind: LogKind;
  /** Empty for `dismiss`, `snooze` and `wake`. */
  readonly claimId: string;
  readonly findingId: string;
  /** The claim's state before and after; empty where there is no claim. */
  readonly from: ClaimState | "";
  readonly to: ClaimState | "";
  /** The day it happened at Amazon (filed, decided, paid), which may be before it was written down. */
  readonly on: Day | null;
  readonly caseId: string;
  /** Asked, approved or paid, by what the row says; negative = taken back. */
  readonly units: number | null;
  readonly amount: Money | null;
  /** The reason, or whatever is worth keeping. */
  readonly note: string;
  /** https only. */
  readonly link: string;
  readonly evidenceKind: string;
  readonly evidenceDate: Day | null;
  /** What the evidence proves. */
  readonly proves: string;
  /** The reimbursements row a payment stands on (`payments.ts`, `reimbursementKey`). */
  readonly reimbursement: string;
  /** The row (its sequence number) an `undo` takes back; null otherwise. */
  readonly refersTo: number | null;
  /** Last day of a snooze. */
  readonly until: Day | null;
  /** In the first row of a claim, and where a finding without claim is dismissed or snoozed. */
  readonly facts: ClaimFacts | null;
}

/** One row of the Claim Log in its place. */
export interface LogEntry extends LogDraft {
  /** 1, 2, 3 … over the whole log: its order, whatever the tab is sorted by. */
  readonly sequence: number;
  /** Over this row and the hash of the row before (chain.ts). */
  readonly hash: string;
}

/** Units and money of a claim; null = not said. */
export interface Extent {
  readonly units: number | null;
  readonly amount: Money | null;
}

/** A reimbursement confirmed to be this claim's; negative = taken back. */
export interface ConfirmedPayment extends Extent {
  readonly reimbursement: string;
  readonly on: Day | null;
  readonly sequence: number;
}

/** A paper, a photo, a link. */
export interface ClaimEvidence {
  readonly sequence: number;
  readonly kind: string;
  readonly link: string;
  readonly date: Day | null;
  readonly proves: string;
  readonly note: string;
}

export interface Denial {
  readonly on: Day | null;
  readonly reason: string;
}

/** What the rows of one claim add up to. */
export interface Claim {
  readonly claimId: string;
  readonly findingId: string;
  readonly state: ClaimState;
  /** The hash of its last row: changes with every row. */
  readonly version: string;
  readonly facts: ClaimFacts;
  readonly caseId: string;
  /** In all: what was paid before it was filed counts. */
  readonly asked: Extent;
  readonly approved: Extent;
  /** Units confirmed as paid, in money or stock, less those taken back. */
  readonly paidUnits: number;
  /** Money confirmed as paid, less what was taken back: one sum per currency. */
  readonly paid: readonly Money[];
  readonly payments: readonly ConfirmedPayment[];
  /** Reimbursements the user said are not this claim's. */
  readonly declined: readonly string[];
  readonly evidence: readonly ClaimEvidence[];
  /** Null until it is filed. */
  readonly filedOn: Day | null;
  readonly denials: readonly Denial[];
  readonly appeals: number;
  /** Another claim of the same finding that is still going on: this one cannot be taken up again. */
  readonly rival: string | null;
  /** All rows, oldest first, undone ones too. */
  readonly history: readonly LogEntry[];
  /** Sequence numbers of the rows an `undo` took back. */
  readonly undone: readonly number[];
}

/** A finding without a claim that somebody put aside. */
export interface Disposition {
  readonly findingId: string;
  readonly kind: "dismissed" | "snoozed";
  readonly reason: string;
  /** Last day of a snooze; null for a dismissal. */
  readonly until: Day | null;
  readonly version: string;
  readonly history: readonly LogEntry[];
}

/** Everything the log says. */
export interface ClaimBook {
  /** By their first row, oldest first. */
  readonly claims: readonly Claim[];
  readonly dispositions: readonly Disposition[];
  /** What is wrong with the log, in words: rows that were changed, removed, or cannot be read. */
  readonly problems: readonly string[];
}

/** Why something cannot be done, and what to do instead. */
export interface Refusal {
  readonly refused: string;
}

export function isRefusal(value: object): value is Refusal {
  return "refused" in value;
}
