/**
 * Customers who got more back than they had paid: the excess of each order and SKU, less what Amazon paid for the
 * order and no missing or spoilt unit needed. Such payments are counted as money here, because the excess is money.
 */

import { type Currency, type Money, money, moneyOf } from "../../values/money.ts";
import { byDate } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import type { Account } from "./account.ts";
import { orderClearingOf } from "./order-clearing.ts";
import type { OrderCredit } from "./order-credits.ts";
import { type OrderLine, orderMoneyOf } from "./orders/order-lines.ts";
import { paidForLine, type RefundedMoney, refundedMoneyOf } from "./orders/refunded-money.ts";

/** Rounding allowed per unit bought, in whole currency. */
const TOLERANCE = 0.02;

export interface OverRefund {
  readonly line: OrderLine;
  /** What the customer paid for item, shipping and gift wrap. */
  readonly paid: Money;
  /** What he got back of them. */
  readonly refunded: Money;
  /** The excess no payment covers. */
  readonly open: Money;
  /** The excess arises only with money settled by the bank or under Amazon's guarantee: no claim. */
  readonly disputed: boolean;
  /** Payments of the order that cover some of it. */
  readonly covered: Money;
  readonly refunds: readonly RefundedMoney[];
  readonly evidence: readonly Evidence[];
}

/** An excess on its way to being covered: minor units of the line's currency. */
interface Excess {
  readonly line: OrderLine;
  readonly currency: Currency;
  readonly paid: number;
  readonly tolerance: number;
  readonly disputed: boolean;
  readonly refunds: readonly RefundedMoney[];
  readonly credits: readonly OrderCredit[];
  covered: number;
  readonly evidence: Evidence[];
}

/** Run after all units have taken the payments of their orders (precedence.ts). */
export function overRefundsOf(account: Account): readonly OverRefund[] {
  const found = account.derive(orderMoneyOf).lines.flatMap((line) => excessOf(account, line));
  const claimable = found.filter(({ disputed }) => !disputed);
  const worth = new Map<OrderCredit, number>();
  // Each item takes its own payments before what those of the order's other items leave.
  for (const one of claimable) cover(one, (credit) => credit.sku === one.line.sku, worth);
  for (const one of claimable) cover(one, () => true, worth);
  return found.flatMap((one) => {
    const { line, currency, paid, disputed, refunds, covered } = one;
    const open = total(refunds) - paid - covered;
    if (open <= one.tolerance) return [];
    return [
      {
        line,
        paid: money(paid, currency),
        refunded: money(total(refunds), currency),
        open: money(open, currency),
        disputed,
        covered: money(covered, currency),
        refunds,
        evidence: [...refunds.map((refund) => refund.evidence), ...one.evidence],
      },
    ];
  });
}

function excessOf(account: Account, line: OrderLine): Excess[] {
  const { currency } = line;
  if (currency === null || line.refunds.length === 0) return [];
  const paid = paidForLine(account, line);
  if (paid === null) return [];
  const tolerance = moneyOf(TOLERANCE, currency).minor * Math.max(1, line.sale?.units ?? 1);
  const all = account.derive(refundedMoneyOf).ofLine(line.orderId, line.sku);
  const customers = all.filter((refund) => refund.kind === "refund");
  const disputed = total(customers) - paid <= tolerance;
  const refunds = disputed ? all : customers;
  if (total(refunds) - paid <= tolerance) return [];
  const credits = account.derive(orderClearingOf).creditsOf(line.orderId);
  return [{ line, currency, paid, tolerance, disputed, refunds, credits, covered: 0, evidence: [] }];
}

function total(refunds: readonly RefundedMoney[]): number {
  return refunds.reduce((sum, refund) => sum + refund.minor, 0);
}

/**
 * Covers an excess with payments of its order whose units nothing else needed, the oldest first. `worth`: the money
 * other items have left of them.
 */
function cover(one: Excess, fits: (credit: OrderCredit) => boolean, worth: Map<OrderCredit, number>): void {
  const excess = total(one.refunds) - one.paid;
  for (const credit of one.credits.filter(fits).sort(byDate)) {
    const has = worth.get(credit) ?? worthOf(credit, one.currency);
    const taken = Math.min(has, excess - one.covered);
    if (taken <= 0) continue;
    worth.set(credit, has - taken);
    credit.left = 0;
    one.covered += taken;
    one.evidence.push(credit.evidence);
  }
}

/** What the units left of a payment were paid, in the currency; 0 for money in another one. */
function worthOf({ amount, left, units }: OrderCredit, currency: Currency): number {
  if (amount === null || amount.currency !== currency || units === 0) return 0;
  return Math.round((amount.minor * left) / units);
}
