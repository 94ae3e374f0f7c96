/**
 * Refunds as money: what a customer got back of item, shipping and gift wrap, against what he had paid for them.
 * Tax and promotions stand apart on both sides: a refund gives both back in lines of their own.
 */

import type { Day } from "../../../values/day.ts";
import { listUnder } from "../../clearing.ts";
import type { Evidence } from "../../finding.ts";
import type { Account } from "../account.ts";
import { entriesOf } from "./entries.ts";
import type { Entry } from "./entry.ts";
import { orderFactsOf } from "./order-facts.ts";
import type { OrderLine } from "./order-lines.ts";
import type { Sale } from "./sale.ts";

/** Money given back in one booked line: positive minor units; below zero where a refund was taken back. */
export interface RefundedMoney {
  readonly day: Day;
  readonly kind: "refund" | "chargeback" | "a-to-z";
  readonly minor: number;
  readonly evidence: Evidence;
}

export interface RefundedMoneyOfLines {
  /** None after the as-of day, except money taken back. */
  ofLine(orderId: string, sku: string): readonly RefundedMoney[];
}

export function refundedMoneyOf(account: Account): RefundedMoneyOfLines {
  const byLine = new Map<string, RefundedMoney[]>();
  for (const entry of account.derive(entriesOf)) {
    const { kind, day, evidence } = entry;
    if (kind === "order" || kind === "reimbursement" || day === null) continue;
    const minor = -inclusive(entry.amounts);
    if (minor === 0 || (minor > 0 && day > account.asOf)) continue;
    listUnder(byLine, `${entry.orderId}|${entry.sku}`).push({ day, kind, minor, evidence });
  }
  return { ofLine: (orderId, sku) => byLine.get(`${orderId}|${sku}`) ?? [] };
}

/**
 * What was paid for item, shipping and gift wrap of a line, in minor units; null where no report tells. Settlements
 * may hold only some of an order's parcels: of them and the order reports the larger counts.
 */
export function paidForLine(account: Account, line: OrderLine): number | null {
  const sales = [line.sale, account.derive(orderFactsOf).line(line.orderId, line.sku)?.sale ?? null];
  const paid = sales.flatMap((sale) => (isPriced(sale) ? [inclusive(sale)] : []));
  return paid.length === 0 ? null : Math.max(...paid);
}

function isPriced(sale: Sale | null): sale is Sale {
  return sale !== null && sale.units >= 1 && sale.principal > 0;
}

function inclusive(of: Entry["amounts"] | Sale): number {
  return (of.principal ?? 0) + (of.shipping ?? 0) + (of.giftWrap ?? 0);
}
