/**
 * Payments of claims. They come before all other payments: a reimbursement that was confirmed as a claim's, or
 * whose case id is in the claim log, clears the finding that claim was made for, and only what is left of it clears
 * anything else.
 */

import { addMoney, type Money } from "../../values/money.ts";
import type { ClaimRecord, ClaimSubject } from "../audit.ts";
import { byDate, listUnder, type Opening, take } from "../clearing.ts";
import { findingId } from "../finding.ts";
import type { Account } from "./account.ts";
import { disposalsOf } from "./disposals.ts";
import { shipmentsOf } from "./inbound.ts";
import { type Payment, paymentsOf, reimbursementKey } from "./payments.ts";
import { missingInTransit } from "./transfers.ts";
import { type Loss, warehouseOf } from "./warehouse.ts";

/**
 * Payments by the finding they were claimed for, oldest first. What somebody confirmed counts before the case id:
 * one case can hold several claims.
 */
export function claimPaymentsOf(account: Account): ReadonlyMap<string, readonly Payment[]> {
  const ofCase = new Map<string, ClaimRecord[]>();
  const confirmed = new Map<string, ClaimRecord[]>();
  for (const claim of account.input.claims ?? []) {
    if (claim.caseId !== "") listUnder(ofCase, claim.caseId).push(claim);
    for (const key of claim.reimbursements ?? []) listUnder(confirmed, key).push(claim);
  }
  const paid = new Map<string, Payment[]>();
  if (ofCase.size === 0 && confirmed.size === 0) return paid;
  for (const payment of account.derive(paymentsOf).paid) {
    const claims =
      confirmed.get(reimbursementKey(payment)) ?? answeredBy(payment, ofCase.get(payment.caseId) ?? []);
    for (const id of new Set(claims.map((claim) => claim.findingId))) listUnder(paid, id).push(payment);
  }
  return paid;
}

/** The claims of a case a payment can answer: of several, those about its item and order. */
function answeredBy(payment: Payment, claims: readonly ClaimRecord[]): readonly ClaimRecord[] {
  const possible = claims.filter((claim) => !isItsGround(payment, claim));
  const one = new Set(possible.map((claim) => claim.findingId)).size < 2;
  return one ? possible : possible.filter(({ about }) => about === undefined || fits(payment, about));
}

/** Claims about payments are often made in the payment's own case: what they complain of does not answer them. */
function isItsGround({ reimbursementId, date }: Payment, { findingId: id, about }: ClaimRecord): boolean {
  if (about === undefined || !ABOUT_PAYMENTS.has(auditIn(id))) return false;
  return (
    (reimbursementId !== "" && reimbursementId === about.referenceId) ||
    (about.eventDate !== null && date < about.eventDate)
  );
}

/** No number that both name differs. */
function fits(payment: Payment, about: ClaimSubject): boolean {
  const differs = (a: string, b: string) => a !== "" && b !== "" && a !== b;
  return (
    !differs(payment.orderId, about.orderId) &&
    !differs(payment.fnsku, about.fnsku) &&
    (about.fnsku !== "" || !differs(payment.sku, about.msku))
  );
}

const ABOUT_PAYMENTS: ReadonlySet<string> = new Set([
  "underpaid",
  "not-settled",
  "stock-not-received",
  "paid-differently-than-approved",
  "reversed-without-return",
  "reversed-above-original",
]);

/** The audit, from the id of its finding. */
export function auditIn(id: string): string {
  return id.replace(/-[0-9a-z]{14}$/, "");
}

/** The audits that share out the payments of customer orders, in their turn (precedence.ts). */
const BY_ORDER = [
  "refund-not-returned",
  "wrong-item-returned",
  "returned-damaged-by-amazon",
  "returned-not-restocked",
] as const;

export type OrderAudit = (typeof BY_ORDER)[number];

/** Payments of claims whose audit comes after this one: it leaves them alone. */
export function keptForLater(account: Account, audit: OrderAudit): ReadonlySet<unknown> {
  const later: readonly string[] = BY_ORDER.slice(BY_ORDER.indexOf(audit) + 1);
  const kept = new Set<unknown>();
  for (const [id, payments] of account.derive(claimPaymentsOf)) {
    if (later.includes(auditIn(id))) for (const payment of payments) kept.add(payment);
  }
  return kept;
}

/** What a claim was made for, by finding: filled as the claims take their payments (precedence.ts). */
export function claimedOpeningsOf(_: Account): Map<string, Opening[]> {
  return new Map();
}

/** Clears the openings of a finding with what was paid under its case. */
export function clearByClaim(account: Account, id: string, openings: readonly Opening[]): void {
  if (account.derive(claimedFindingsOf).has(id)) {
    for (const opening of openings) listUnder(account.derive(claimedOpeningsOf), id).push(opening);
  }
  takeOwn(account, id, openings);
}

function takeOwn(account: Account, id: string, openings: readonly Opening[]): void {
  for (const payment of account.derive(claimPaymentsOf).get(id) ?? []) {
    for (const opening of [...openings].sort(byDate)) take(opening, payment);
  }
}

function claimedFindingsOf(account: Account): ReadonlySet<string> {
  return new Set((account.input.claims ?? []).map((claim) => claim.findingId));
}

/** Money paid for a finding under its case, in the currency; the row the finding is about does not count. */
export function paidForClaim(account: Account, id: string, about: Payment | null, zero: Money): Money {
  return (account.derive(claimPaymentsOf).get(id) ?? []).reduce(
    (sum, payment) =>
      payment !== about && payment.amount?.currency === zero.currency ? addMoney(sum, payment.amount) : sum,
    zero,
  );
}

/** Losses of stock and short shipments take what was paid under their own cases. */
export function clearClaimedStock(account: Account): void {
  if (account.derive(claimPaymentsOf).size === 0) return;
  const clearLosses = (audit: string, losses: readonly Loss[]) => {
    for (const { row, unreconciled, reconciled } of losses) {
      const id = findingId(audit, row.identityParts);
      clearByClaim(account, id, [unreconciled]);
      takeOwn(account, id, [reconciled]);
    }
  };
  for (const stock of account.derive(warehouseOf).items.values()) {
    clearLosses("warehouse-lost", [...stock.lost, ...stock.damagedThenLost, ...stock.lostUnsellable]);
    clearLosses("warehouse-damaged", [...stock.damaged, ...stock.damagedOtherwise]);
  }
  for (const { sellable } of account.derive(disposalsOf).values()) {
    clearLosses("disposed-without-request", sellable);
  }
  for (const losses of account.derive(missingInTransit).values()) clearLosses("transfer-lost", losses);
  for (const shipment of account.derive(shipmentsOf)) {
    for (const line of shipment.lines) {
      const identity = [shipment.id, line.fnsku || line.msku];
      clearByClaim(account, findingId("inbound-short", identity), [line]);
      if (line.reversal === null) continue;
      clearByClaim(account, findingId("inbound-receipt-reversed", identity), [line.reversal]);
    }
  }
}
