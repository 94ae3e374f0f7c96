/** Approved claims and what was paid under their cases: by how much, in units and in money, a payment falls short. */

import { addMoney, type Money, subtractMoney } from "../../values/money.ts";
import type { ClaimRecord } from "../audit.ts";
import { listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { type Payment, paymentsOf, reimbursementKey } from "./payments.ts";

/** One case that was approved and paid. */
export interface PaidCase {
  readonly caseId: string;
  /** Null: no approval of the case says how many, or how much. */
  readonly approvedUnits: number | null;
  readonly approvedAmount: Money | null;
  /** Oldest first; at least one. */
  readonly payments: readonly Payment[];
  readonly paidUnits: number;
  /** In one currency; null when the rows name none or several. */
  readonly paidAmount: Money | null;
  readonly missingUnits: number;
  /** Money approved beyond what was paid; null when it cannot be said. */
  readonly missingAmount: Money | null;
}

/** Claims that ended without an approval. */
const NOT_APPROVED = ["denied", "dismissed", "expired"];

/** The cases that paid less than approved, by case id. */
export function shortCasesOf(account: Account): readonly PaidCase[] {
  const approvals = new Map<string, ClaimRecord[]>();
  for (const claim of account.input.claims ?? []) {
    if (claim.caseId === "" || NOT_APPROVED.includes(claim.state)) continue;
    if (claim.approvedUnits === null && claim.approvedAmount === null) continue;
    listUnder(approvals, claim.caseId).push(claim);
  }
  const paid = new Map<string, Payment[]>();
  if (approvals.size === 0) return [];
  // What somebody confirmed as paid for a claim counts for its case, whatever case the row names.
  const confirmed = new Map<string, string>();
  for (const { caseId, reimbursements = [] } of account.input.claims ?? []) {
    for (const key of reimbursements) confirmed.set(key, caseId);
  }
  for (const payment of account.derive(paymentsOf).paid) {
    const caseId = confirmed.get(reimbursementKey(payment)) || payment.caseId;
    if (payment.date <= account.asOf && approvals.has(caseId)) listUnder(paid, caseId).push(payment);
  }
  return [...paid.keys()]
    .sort()
    .map((caseId) => caseOf(caseId, approvals.get(caseId) ?? [], paid.get(caseId) ?? []))
    .filter((one) => one.missingUnits > 0 || one.missingAmount !== null);
}

function caseOf(caseId: string, claims: readonly ClaimRecord[], payments: readonly Payment[]): PaidCase {
  const approvedUnits = total(
    claims.map((claim) => claim.approvedUnits),
    (a, b) => a + b,
  );
  const amounts = claims.map((claim) => claim.approvedAmount);
  const approvedAmount = total(oneCurrency(amounts) ? amounts : [null], addMoney);
  const cash = payments.flatMap((p) => (p.cashUnits > 0 || (p.amount?.minor ?? 0) > 0 ? [p.amount] : []));
  const paidAmount = total(oneCurrency(cash) ? cash : [null], addMoney);
  const paidUnits = payments.reduce((sum, p) => sum + p.units, 0);
  // Stock is worth what it is worth: money is compared only where all was paid in money.
  const inMoney = payments.every((p) => p.stockUnits === 0);
  const difference =
    inMoney && approvedAmount !== null && paidAmount?.currency === approvedAmount.currency
      ? subtractMoney(approvedAmount, paidAmount)
      : null;
  return {
    caseId,
    approvedUnits,
    approvedAmount,
    payments,
    paidUnits,
    paidAmount,
    missingUnits: Math.max(0, (approvedUnits ?? 0) - paidUnits),
    missingAmount: difference !== null && difference.minor > 0 ? difference : null,
  };
}

/** The sum of all, or null when one is not known or there is none. */
function total<T>(list: readonly (T | null)[], add: (a: T, b: T) => T): T | null {
  const known = list.filter((value) => value !== null);
  const [first, ...others] = known;
  return first === undefined || known.length < list.length ? null : others.reduce<T>(add, first);
}

function oneCurrency(amounts: readonly (Money | null)[]): boolean {
  return new Set(amounts.map((amount) => amount?.currency)).size === 1;
}
