/**
 * Customers who got more back than they had paid: the excess of each order and SKU, less what Amazon paid for the
 * order and no missing or spoilt unit needed. Such payments are counted as money here, because the excess is money.
 */

import { type Money, money, moneyOf } from "../../values/money.ts";
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

/** Run after all units have taken the payments of their orders (precedence.ts). */
export function overRefundsOf(account: Account): readonly OverRefund[] {
  const refunds = account.derive(refundedMoneyOf);
  return account.derive(orderMoneyOf).lines.flatMap((line) => {
    const { currency } = line;
    if (currency === null || line.refunds.length === 0) return [];
    const paid = paidForLine(account, line);
    if (paid === null) return [];
    const units = Math.max(1, line.sale?.units ?? 1);
    const tolerance = moneyOf(TOLERANCE, currency).minor * units;
    const all = refunds.ofLine(line.orderId, line.sku);
    const customers = all.filter((refund) => refund.kind === "refund");
    const disputed = total(customers) - paid <= tolerance;
    const counted = disputed ? all : customers;
    const excess = total(counted) - paid;
    if (excess <= tolerance) return [];
    const credits = account.derive(orderClearingOf).creditsOf(line.orderId);
    const covered = disputed ? { minor: 0, evidence: [] } : spend(credits, line, excess);
    const open = excess - covered.minor;
    if (open <= tolerance) return [];
    return [
      {
        line,
        paid: money(paid, currency),
        refunded: money(total(counted), currency),
        open: money(open, currency),
        disputed,
        covered: money(covered.minor, currency),
        refunds: counted,
        evidence: [...counted.map((refund) => refund.evidence), ...covered.evidence],
      },
    ];
  });
}

function total(refunds: readonly RefundedMoney[]): number {
  return refunds.reduce((sum, refund) => sum + refund.minor, 0);
}

/** Uses up payments of the order whose units nothing else needed, the item's own first, until the excess is covered. */
function spend(
  credits: readonly OrderCredit[],
  { sku, currency }: OrderLine,
  excess: number,
): { minor: number; evidence: readonly Evidence[] } {
  const own = (credit: OrderCredit) => Number(credit.sku === sku);
  const usable = credits
    .filter((credit) => credit.left > 0 && credit.amount !== null && credit.amount.currency === currency)
    .sort((a, b) => own(b) - own(a) || byDate(a, b));
  let minor = 0;
  const evidence: Evidence[] = [];
  for (const credit of usable) {
    if (minor >= excess) break;
    minor += Math.round(((credit.amount?.minor ?? 0) * credit.left) / credit.units);
    credit.left = 0;
    evidence.push(credit.evidence);
  }
  return { minor: Math.min(minor, excess), evidence };
}
