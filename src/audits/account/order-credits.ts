/**
 * What was paid for the units of a customer order. One payment shows in `reimbursements` and again in the
 * settlement: of the two the larger in units counts, item by item, never the sum. Reversals and clawbacks take
 * nothing away here: a reversal is judged by itself and does not reopen the loss that had been paid.
 */

import type { Day } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import { type Money, money } from "../../values/money.ts";
import type { Credit } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import type { Account } from "./account.ts";
import { orderMoneyOf, type SettledReimbursement } from "./orders/order-lines.ts";
import { type Payment, paymentsOf } from "./payments.ts";
import { replacementsOf } from "./replacements.ts";

/** Units paid for an order, of one item; `left` is what no refund has used. */
export interface OrderCredit extends Credit {
  readonly sku: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly evidence: Evidence;
  /** Units paid for, used or not. */
  readonly units: number;
  /** What was paid for all of them; null where the amount or its currency is missing. */
  readonly amount: Money | null;
}

export interface OrderCredits {
  /** Payments of an original order and its replacement orders; the same objects at every call. */
  ofOrder(originalOrderId: string): readonly OrderCredit[];
}

export function orderCreditsOf(account: Account): OrderCredits {
  const payments = account.derive(paymentsOf);
  const orders = account.derive(orderMoneyOf);
  const replaced = account.derive(replacementsOf);
  const made = new Map<string, readonly OrderCredit[]>();
  return {
    ofOrder(originalOrderId) {
      let credits = made.get(originalOrderId);
      if (credits === undefined) {
        credits = replaced
          .familyOf(originalOrderId)
          .flatMap((id) => creditsOf(payments.ofOrder(id).filter(paysForUnits), orders.reimbursed(id)));
        made.set(originalOrderId, credits);
      }
      return credits;
    },
  };
}

/** Corrections of fees name an order too, but pay for no unit. */
function paysForUnits(payment: Payment): boolean {
  return !/fee/i.test(payment.reason ?? payment.reasonText);
}

function creditsOf(
  payments: readonly Payment[],
  settled: readonly SettledReimbursement[],
): readonly OrderCredit[] {
  const fromReport = payments.map(creditOf);
  const paid = unitsBySku(fromReport.map((c) => ({ sku: c.sku, units: c.units })));
  const shown = unitsBySku(settled.map((s) => ({ sku: s.sku, units: s.paid })));
  return [
    ...fromReport,
    ...beyond(paid, shown).flatMap(({ sku, units }) => settledCredit(settled, sku, units)),
  ];
}

/** The payment itself, so that its units are used once by whoever comes; money without a quantity is one unit. */
function creditOf(payment: Payment): OrderCredit {
  if (payment.units === 0 && (payment.amount?.minor ?? 0) > 0) {
    const { date, identity, sku, fnsku, asin, evidence, amount } = payment;
    return { date, identity, sku, fnsku, asin, evidence, amount, units: 1, left: 1 };
  }
  return payment;
}

/**
 * Units settlements show beyond the report, by SKU. Rows that name no SKU on one side stand for units the
 * other side names.
 */
function beyond(
  paid: ReadonlyMap<string, number>,
  shown: ReadonlyMap<string, number>,
): { sku: string; units: number }[] {
  const skus = [...new Set([...paid.keys(), ...shown.keys()])].filter((sku) => sku !== "").sort(compareText);
  let unnamedPaid = paid.get("") ?? 0;
  let unnamedShown = shown.get("") ?? 0;
  const extra: { sku: string; units: number }[] = [];
  for (const sku of skus) {
    const more = (shown.get(sku) ?? 0) - (paid.get(sku) ?? 0);
    if (more < 0) {
      unnamedShown -= Math.min(unnamedShown, -more);
      continue;
    }
    const same = Math.min(more, unnamedPaid);
    unnamedPaid -= same;
    extra.push({ sku, units: more - same });
  }
  extra.push({ sku: "", units: unnamedShown - unnamedPaid });
  return extra.filter(({ units }) => units > 0);
}

function settledCredit(settled: readonly SettledReimbursement[], sku: string, units: number): OrderCredit[] {
  const rows = settled
    .filter((s) => s.sku === sku && s.paid > 0)
    .sort((a, b) => (a.day ?? 0) - (b.day ?? 0) || a.evidence.line - b.evidence.line);
  const [first] = rows;
  if (first === undefined) return [];
  const date = first.day ?? (0 as Day);
  const identity = ["settled", sku, date].join("|");
  const amount = shareOf(rows, units);
  return [{ date, identity, sku, fnsku: "", asin: "", evidence: first.evidence, amount, units, left: units }];
}

/** What so many of the units paid in these rows were paid. */
function shareOf(rows: readonly SettledReimbursement[], units: number): Money | null {
  const all = rows.reduce((sum, row) => sum + row.paid, 0);
  const amounts = rows.flatMap((row) => row.amount ?? []);
  const [first] = amounts;
  if (first === undefined || amounts.some(({ currency }) => currency !== first.currency)) return null;
  const minor = amounts.reduce((sum, amount) => sum + amount.minor, 0);
  return money(Math.round((minor * units) / all), first.currency);
}

function unitsBySku(rows: readonly { sku: string; units: number }[]): Map<string, number> {
  const units = new Map<string, number>();
  for (const { sku, units: n } of rows) units.set(sku, (units.get(sku) ?? 0) + n);
  return units;
}
