/**
 * What an audit says: findings, and what it could not tell. The same words stand in the Findings tab,
 * the sidebar, `--json` and the functions.
 */

import { type Day, formatDay } from "../values/day.ts";
import { compareText, hashParts } from "../values/hash.ts";
import { formatAmount, type Money } from "../values/money.ts";
import type { DataHealth } from "./health/data-health.ts";

export type Family = "inventory" | "inbound" | "return" | "removal" | "fee" | "reimbursement";

/**
 * - `file`: owed now
 * - `wait`: not yet: before the claim window opens, or while Amazon usually still pays by itself
 * - `expired`: owed, the window is over
 * - `exposure`: Amazon may take it back; never to be claimed
 * - `info`: worth a look, no claim
 */
export type State = "file" | "wait" | "expired" | "exposure" | "info";

/** A source line anyone can open: the report's id, which names its tab, and the row there. */
export interface Evidence {
  readonly report: string;
  readonly line: number;
}

export interface Finding {
  /** From content alone: the same obligation has the same id on every run. */
  readonly id: string;
  readonly audit: string;
  readonly family: Family;
  readonly state: State;
  readonly marketplace: string;
  readonly fnsku: string | null;
  readonly asin: string | null;
  readonly msku: string | null;
  readonly orderId: string | null;
  readonly shipmentId: string | null;
  /** The ledger's reference id, the reimbursement id, the tracking number: whatever names the event. */
  readonly referenceId: string | null;
  /** Units concerned; null only in `info`. */
  readonly quantity: number | null;
  /** What is at stake; null when it cannot be valued, `basis` then says why. */
  readonly amount: Money | null;
  /** How it was valued, or why it could not be. */
  readonly basis: string;
  readonly eventDate: Day;
  /** First day on which the state would be `file`; null for `info` and `exposure`. */
  readonly opens: Day | null;
  /** Last day to file; null when there is none. */
  readonly deadline: Day | null;
  /** The claim window could not be sourced, or its start is an estimate. */
  readonly estimated: boolean;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly evidence: readonly Evidence[];
  readonly claimId: string | null;
}

/** A download that is missing or too short, and the days it has to cover (null = any). */
export interface Need {
  readonly report: string;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** What an audit could not judge, and the downloads that would let it. */
export interface CannotTell {
  readonly audit: string;
  readonly reason: string;
  readonly needs: readonly Need[];
}

export interface Total {
  readonly state: State;
  readonly amount: Money;
  readonly findings: number;
}

export interface AuditResult {
  readonly findings: readonly Finding[];
  readonly cannotTell: readonly CannotTell[];
  readonly totals: readonly Total[];
  /** What the run stood on, and what it could not judge for want of. */
  readonly health: DataHealth;
}

/**
 * The id of an obligation: the audit and the identity key of what opens it (ledger identity; order + SKU;
 * shipment + FNSKU; reimbursement identity; item + month). Quantity and amount are never part of it.
 */
export function findingId(audit: string, identity: readonly (string | number | null)[]): string {
  return `${audit}-${hashParts([audit, ...identity])}`;
}

const URGENCY: Record<State, number> = { file: 0, wait: 1, exposure: 2, info: 3, expired: 4 };

/** Most urgent first: by state, then deadline, then money, then id (so that the order is always the same). */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    URGENCY[a.state] - URGENCY[b.state] ||
    (a.deadline ?? Number.MAX_SAFE_INTEGER) - (b.deadline ?? Number.MAX_SAFE_INTEGER) ||
    (b.amount?.minor ?? -1) - (a.amount?.minor ?? -1) ||
    compareText(a.id, b.id)
  );
}

/** Sums per state and currency; findings without an amount count in no sum. */
export function totalsOf(findings: readonly Pick<Finding, "state" | "amount">[]): Total[] {
  const sums = new Map<string, Total>();
  for (const finding of findings) {
    if (!finding.amount) continue;
    const key = `${URGENCY[finding.state]} ${finding.amount.currency}`;
    const sum = sums.get(key);
    sums.set(key, {
      state: finding.state,
      amount: {
        minor: (sum?.amount.minor ?? 0) + finding.amount.minor,
        currency: finding.amount.currency,
      },
      findings: (sum?.findings ?? 0) + 1,
    });
  }
  return [...sums.entries()].sort((a, b) => compareText(a[0], b[0])).map(([, total]) => total);
}

/** The finding as `--json`, the sidebar and the tab carry it: days as `YYYY-MM-DD`, amounts as decimal strings. */
export function findingToJson(finding: Finding) {
  const { amount, eventDate, opens, deadline, ...rest } = finding;
  return {
    ...rest,
    amount: amount ? formatAmount(amount) : null,
    currency: amount?.currency ?? null,
    eventDate: formatDay(eventDate),
    opens: opens === null ? null : formatDay(opens),
    deadline: deadline === null ? null : formatDay(deadline),
  };
}

export type FindingJson = ReturnType<typeof findingToJson>;
