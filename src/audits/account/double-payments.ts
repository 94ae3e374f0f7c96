/**
 * What Amazon paid against what it owed, as plain sums over the covered period: per item and kind of loss, and
 * per customer order. What is paid above what was lost, Amazon may take back.
 */

import { type Day, earlierDay, laterDay } from "../../values/day.ts";
import { type Credit, listUnder, type Opening } from "../clearing.ts";
import { settled } from "../precedence.ts";
import type { Account } from "./account.ts";
import { coverageOf } from "./coverage.ts";
import { damagedReturnsOf } from "./damaged-returns.ts";
import { skuKey } from "./items.ts";
import { ledgerOf } from "./ledger.ts";
import { orderClearingOf } from "./order-clearing.ts";
import { type OrderCredit, orderCreditsOf } from "./order-credits.ts";
import { orderMoneyOf } from "./orders/order-lines.ts";
import { type Payment, paymentsOf, type Reversal } from "./payments.ts";
import { type Period, union } from "./periods.ts";
import { replacementsOf } from "./replacements.ts";
import { returnsOf } from "./returns.ts";
import { kindOf, orderOf, reasonReversed } from "./reversals.ts";
import { stockPaymentsOf } from "./stock-payments.ts";
import { type Find, type ItemStock, type Loss, warehouseOf } from "./warehouse.ts";

/** More paid than lost, of one item and kind or of one order. */
export interface DoublePayment {
  readonly about: "lost" | "damaged" | "order";
  /** What names it: the item's pool, or the order. */
  readonly key: string;
  readonly orderId: string;
  /** One of the payments, for the item's numbers and the marketplace. */
  readonly newest: Payment;
  readonly payments: readonly (Payment | OrderCredit)[];
  readonly paid: number;
  readonly reversed: number;
  /** Units lost, damaged or refunded. */
  readonly gone: number;
  /** Units found, corrected or returned. */
  readonly back: number;
  /** Units paid for in another right: damaged returns, transfers, disposals. */
  readonly otherwise: number;
  /** Units paid above all that; more than 0. */
  readonly surplus: number;
}

const KINDS = [
  { about: "lost", reason: "Lost_Warehouse" },
  { about: "damaged", reason: "Damaged_Warehouse" },
] as const;

type Kind = (typeof KINDS)[number];

export function doublePaymentsOf(account: Account): readonly DoublePayment[] {
  settled(account);
  return [...KINDS.flatMap((kind) => ofItems(account, kind)), ...ofOrders(account)];
}

/** Payments of a kind that name no order, by item, against the ledger rows of that kind. */
function ofItems(account: Account, kind: Kind): DoublePayment[] {
  const { paid, reversals } = account.derive(paymentsOf);
  const periods = new Map<string, Period | null>();
  const within = (row: { marketplace: string; date: Day }) => {
    if (!periods.has(row.marketplace)) periods.set(row.marketplace, coveredPeriod(account, row.marketplace));
    const period = periods.get(row.marketplace);
    return period != null && row.date >= period.from && row.date <= period.to;
  };
  const items = new Map<string, Payment[]>();
  for (const payment of paid) {
    if (payment.orderId !== "" || payment.shipmentId !== "" || payment.reason !== kind.reason) continue;
    const key = payment.itemKey || itemOfSku(account, payment.skuKey);
    if (key !== "" && payment.units > 0 && within(payment)) listUnder(items, key).push(payment);
  }
  const taken = new Map<string, Reversal[]>();
  for (const reversal of reversals) {
    if (kindOf(reversal) !== "warehouse" || reasonReversed(reversal) !== kind.reason) continue;
    const key = reversal.itemKey || (reversal.original?.itemKey ?? "");
    if (within(reversal)) listUnder(taken, key || itemOfSku(account, reversal.skuKey)).push(reversal);
  }
  return [...items].flatMap(([key, payments]) => {
    const stock = account.derive(warehouseOf).items.get(key);
    const losses = lossesOf(stock, kind).filter((loss) => within(loss.row));
    const gone = losses.reduce((sum, loss) => sum + Math.abs(loss.row.quantity), 0);
    const back =
      kind.about === "lost" ? foundUnits(account, stock, within) : correctedUnits(payments, losses);
    const sums = {
      paid: payments.reduce((sum, p) => sum + p.units, 0),
      reversed: (taken.get(key) ?? []).reduce((sum, r) => sum + r.units, 0),
      gone,
      back,
      otherwise: usedOtherwise(payments, lossesOf(stock, kind)),
    };
    const surplus = sums.paid - sums.reversed - Math.max(0, gone - back) - sums.otherwise;
    const newest = payments[payments.length - 1] as Payment;
    return surplus > 0 ? [{ about: kind.about, key, orderId: "", newest, payments, ...sums, surplus }] : [];
  });
}

/** The one item of the ledger sold under an MSKU, for a row that names no FNSKU; empty when it could be several. */
function itemOfSku(account: Account, key: string): string {
  const items = account.derive(itemsBySku).get(key);
  return items?.size === 1 ? ([...items][0] ?? "") : "";
}

function itemsBySku(account: Account): ReadonlyMap<string, ReadonlySet<string>> {
  const items = new Map<string, Set<string>>();
  for (const [key, rows] of account.derive(ledgerOf).adjustments) {
    for (const row of rows) {
      const sku = skuKey(row.region, row.msku);
      items.set(sku, (items.get(sku) ?? new Set()).add(key));
    }
  }
  return items;
}

/** The last unbroken period both the ledger and the reimbursements cover. */
function coveredPeriod(account: Account, marketplace: string): Period | null {
  const coverage = account.derive(coverageOf);
  const both = coverage
    .periods("ledger-detail", marketplace)
    .flatMap((a) =>
      coverage
        .periods("reimbursements", marketplace)
        .map((b) => ({ from: laterDay(a.from, b.from), to: earlierDay(a.to, b.to) })),
    )
    .filter(({ from, to }) => from <= to);
  const joined = union(both);
  return joined[joined.length - 1] ?? null;
}

function lossesOf(stock: ItemStock | undefined, { about }: Kind): readonly Loss[] {
  if (stock === undefined) return [];
  return about === "lost"
    ? [...stock.lost, ...stock.damagedThenLost, ...stock.lostUnsellable]
    : [...stock.damaged, ...stock.damagedOtherwise];
}

/** Found units, without those taken out again (O) and those that are a payment in stock (N). */
function foundUnits(
  account: Account,
  stock: ItemStock | undefined,
  within: (row: { marketplace: string; date: Day }) => boolean,
): number {
  if (stock === undefined) return 0;
  const finds: readonly Find[] = [...stock.foundReconciled, ...stock.foundUnreconciled];
  const openings: readonly Opening[] = [...stock.takenOut, ...account.derive(stockPaymentsOf)];
  const no = new Map<Credit, number>();
  for (const { clearedBy } of openings) {
    for (const { credit, units } of clearedBy) no.set(credit, (no.get(credit) ?? 0) + units);
  }
  const rows = new Set(finds.filter((find) => within(find.row)).map((find) => find.row));
  const all = [...rows].reduce((sum, row) => sum + row.quantity, 0);
  return finds.reduce((sum, find) => (rows.has(find.row) ? sum - (no.get(find) ?? 0) : sum), all);
}

/** Damaged units that something else than a payment settled: inspected and corrected, or a customer's return. */
function correctedUnits(payments: readonly Payment[], losses: readonly Loss[]): number {
  const paid = new Set<Credit>(payments);
  return usedBy(losses, (credit) => !paid.has(credit) && !("reimbursementId" in credit));
}

/** Units of the payments that settled something else than a loss of their own kind. */
function usedOtherwise(payments: readonly Payment[], losses: readonly Loss[]): number {
  const paid = new Set<Credit>(payments);
  const used = payments.reduce((sum, p) => sum + p.units - p.left, 0);
  return used - usedBy(losses, (credit) => paid.has(credit));
}

function usedBy(losses: readonly Loss[], counts: (credit: Credit) => boolean): number {
  return losses
    .flatMap(({ reconciled, unreconciled }) => [...reconciled.clearedBy, ...unreconciled.clearedBy])
    .reduce((sum, { credit, units }) => (counts(credit) ? sum + units : sum), 0);
}

/** Orders whose refund is in the data: of others nobody knows what was refunded. */
function ofOrders(account: Account): DoublePayment[] {
  const replaced = account.derive(replacementsOf);
  const coverage = account.derive(coverageOf);
  const { paid, reversals } = account.derive(paymentsOf);
  const orders = new Map<string, Payment[]>();
  for (const payment of paid) {
    if (payment.orderId === "" || payment.date > account.asOf || payment.units === 0) continue;
    listUnder(orders, replaced.originalOf(payment.orderId)).push(payment);
  }
  const taken = new Map<string, Reversal[]>();
  for (const reversal of reversals) {
    const order = orderOf(reversal);
    if (order !== "" && reversal.date <= account.asOf) {
      listUnder(taken, replaced.originalOf(order)).push(reversal);
    }
  }
  return [...orders].flatMap(([orderId, payments]) => {
    const newest = payments[payments.length - 1] as Payment;
    const first = payments[0] as Payment;
    const gap = coverage.missing("reimbursements", newest.marketplace, first.date, account.asOf);
    const out = account
      .derive(orderClearingOf)
      .outOf(orderId)
      .flatMap((line) => line.out);
    const gone = out.reduce((sum, units) => sum + units.units, 0);
    if (gone === 0 || gap !== null) return [];
    const family = replaced.familyOf(orderId);
    const credits = account.derive(orderCreditsOf).ofOrder(orderId);
    const settledBack = family
      .flatMap((id) => account.derive(orderMoneyOf).reimbursed(id))
      .reduce((sum, row) => sum + row.takenBack, 0);
    const reported = (taken.get(orderId) ?? []).reduce((sum, r) => sum + r.units, 0);
    const returned = family.flatMap((id) => account.derive(returnsOf).ofOrder(id));
    const damaged = new Set(
      account
        .derive(damagedReturnsOf)
        .flat()
        .map((opening) => opening.returned),
    );
    const sums = {
      paid: credits.reduce((sum, credit) => sum + credit.units, 0),
      reversed: Math.max(reported, settledBack),
      gone,
      back: returned.reduce((sum, unit) => sum + unit.units, 0),
      otherwise: returned.reduce((sum, unit) => (damaged.has(unit) ? sum + unit.units : sum), 0),
    };
    const above = sums.paid - sums.reversed - Math.max(0, gone - sums.back) - sums.otherwise;
    // Units some other right of the order has used are paid for once.
    const surplus = Math.min(
      above,
      credits.reduce((sum, credit) => sum + credit.left, 0),
    );
    return surplus > 0
      ? [{ about: "order" as const, key: orderId, orderId, newest, payments: credits, ...sums, surplus }]
      : [];
  });
}
