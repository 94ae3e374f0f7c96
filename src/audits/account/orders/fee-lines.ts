/**
 * The fees of order lines as they were charged: per order, SKU and posted day, net of reversals. A charge made
 * twice stands apart, for it is a claim of its own and no part of what the unit cost.
 */

import type { Day } from "../../../values/day.ts";
import { compareText } from "../../../values/hash.ts";
import { type Currency, type Money, money } from "../../../values/money.ts";
import { listUnder } from "../../clearing.ts";
import type { Evidence } from "../../finding.ts";
import type { Account } from "../account.ts";
import { entriesOf } from "./entries.ts";
import type { Component, Entry } from "./entry.ts";
import { inOrder, type OrderLine, orderMoneyOf } from "./order-lines.ts";

export type FeeKind = "commission" | "fulfilmentFee";

/** Units of an order line booked on one day and what was charged for them. Positive minor units; promotions negative. */
export interface Sold {
  readonly day: Day;
  readonly units: number;
  readonly principal: number;
  readonly shipping: number;
  readonly giftWrap: number;
  readonly itemPromotion: number;
  readonly shippingPromotion: number;
  /** Referral and closing fees; null: no such charge on that day. */
  readonly commission: number | null;
  readonly fulfilmentFee: number | null;
  readonly evidence: Readonly<Record<FeeKind, readonly Evidence[]>>;
}

/** A fee row for which no sale is left, equal to one that was charged before. */
export interface Twice {
  readonly kind: FeeKind;
  /** Amazon's word for the fee, squeezed. */
  readonly fee: string;
  readonly day: Day;
  readonly units: number;
  readonly amount: Money;
  /** Counts the rows charged twice of one fee of one order line, from 1. */
  readonly occurrence: number;
  readonly evidence: readonly Evidence[];
}

export interface FeeLine {
  readonly line: OrderLine;
  readonly currency: Currency;
  /** By day. Empty where sales were booked back, so that the fees of what is left cannot be told. */
  readonly sold: readonly Sold[];
  readonly twice: readonly Twice[];
  /** What was charged as referral fee alone, without closing fees where they are booked apart; positive. */
  readonly referral: number;
  readonly refunds: readonly Entry[];
}

/** Fees the payments CSV sums into one column: by the word settlements use for the usual one. */
const USUAL: Record<FeeKind, string> = {
  commission: "commission",
  fulfilmentFee: "fbaperunitfulfillmentfee",
};

/** The lines of orders with a sale in the data, none of other shops; charges after the as-of day left out. */
export function feeLinesOf(account: Account): readonly FeeLine[] {
  const byLine = new Map<string, Entry[]>();
  for (const entry of account.derive(entriesOf)) {
    listUnder(byLine, `${entry.orderId}|${entry.sku}`).push(entry);
  }
  const orders = account.derive(orderMoneyOf);
  return orders.lines.flatMap((line) => {
    const { orderId, sku, currency, fulfilment } = line;
    if (currency === null || fulfilment === "multi-channel") return [];
    const entries = [...(byLine.get(`${orderId}|${sku}`) ?? [])].sort(byDayAndLine);
    return [feeLineOf(line, currency, entries, account.asOf)];
  });
}

function feeLineOf(line: OrderLine, currency: Currency, entries: readonly Entry[], asOf: Day): FeeLine {
  const sales = entries.filter((e) => e.kind === "order" && e.day !== null && e.day <= asOf);
  const charged = (["commission", "fulfilmentFee"] as const).flatMap((kind) =>
    chargesOf(kind, entries, sales, currency),
  );
  const net = charged.flatMap(({ kept }) => kept);
  return {
    line,
    currency,
    sold: soldOf(sales, net),
    twice: charged.flatMap(({ twice }) => twice),
    referral: sum(
      net.filter((c) => c.fee === USUAL.commission),
      (c) => c.minor,
    ),
    refunds: entries.filter((e) => e.kind === "refund" && e.day !== null && e.day <= asOf),
  };
}

interface Charge {
  readonly kind: FeeKind;
  readonly fee: string;
  readonly day: Day;
  /** Positive. */
  minor: number;
  readonly entry: Entry;
}

/** The charges of one kind: those that stand, net of reversals, and those made twice. */
function chargesOf(kind: FeeKind, entries: readonly Entry[], sales: readonly Entry[], currency: Currency) {
  const byFee = new Map<string, Charge[]>();
  for (const entry of sales) {
    const minor = -(entry.amounts[kind] ?? 0);
    if (minor <= 0 || entry.day === null) continue;
    const fee = entry.fee ?? USUAL[kind];
    listUnder(byFee, fee).push({ kind, fee, day: entry.day, minor, entry });
  }
  return [...byFee.entries()].map(([fee, charges]) => {
    const reversed = entries.filter((e) => isReversal(e, kind) && (e.fee ?? USUAL[kind]) === fee);
    const { kept, unmatched } = withoutReversed(
      charges,
      reversed.map((e) => e.amounts[kind] ?? 0),
    );
    const sold = sales.filter((e) => (e.amounts.principal ?? 0) > 0);
    const booked = sales.filter((e) => (e.amounts.principal ?? 0) !== 0);
    const surplus = sold.length === booked.length ? kept.length - sold.length - unmatched.length : 0;
    const extra = sold.length === 0 ? [] : chargedAgain(kept, surplus);
    const standing = kept.filter((c) => !extra.some(({ charge }) => charge === c));
    for (const minor of unmatched) takeOff(standing, minor);
    return {
      kept: standing,
      twice: extra.map(
        ({ charge, first }, i): Twice => ({
          kind,
          fee,
          day: charge.day,
          units: unitsOf(charge, first, sold),
          amount: money(charge.minor, currency),
          occurrence: i + 1,
          evidence: inOrder([first.entry.evidence, charge.entry.evidence]),
        }),
      ),
    };
  });
}

/** Money back on a fee: booked with the order; the referral fee given back on a refund is none. */
function isReversal(entry: Entry, kind: FeeKind): boolean {
  return (entry.amounts[kind] ?? 0) > 0 && (entry.kind === "order" || kind === "fulfilmentFee");
}

/** Each reversal undoes the latest charge of its amount; those that fit none are left. */
function withoutReversed(charges: readonly Charge[], reversals: readonly number[]) {
  const kept = [...charges];
  const unmatched: number[] = [];
  for (const minor of reversals) {
    const at = kept.map((c) => c.minor).lastIndexOf(minor);
    if (at >= 0) kept.splice(at, 1);
    else unmatched.push(minor);
  }
  return { kept, unmatched };
}

function takeOff(charges: readonly Charge[], minor: number): void {
  let left = minor;
  for (const charge of charges) {
    const taken = Math.min(left, charge.minor);
    charge.minor -= taken;
    left -= taken;
  }
}

/** Of the latest charges as many as are too many, each equal to one made before it. */
function chargedAgain(charges: readonly Charge[], surplus: number): { charge: Charge; first: Charge }[] {
  const again = charges.flatMap((charge, i) => {
    const first = charges.slice(0, i).find((c) => c.minor === charge.minor);
    return first === undefined ? [] : [{ charge, first }];
  });
  return surplus <= 0 ? [] : again.slice(-surplus);
}

/** The row's own units, else those of the sale its twin was charged for; of several sales the fewest. */
function unitsOf(charge: Charge, first: Charge, sold: readonly Entry[]): number {
  const own = charge.entry.units ?? 0;
  if (own >= 1) return own;
  const sameDay = sold.filter((e) => e.day === first.day);
  const units = (sameDay.length > 0 ? sameDay : sold).map((e) => e.units ?? 1);
  return Math.max(1, Math.min(...units));
}

/** Sales and charges by day; all in one where a day has charges without units or units without charges. */
function soldOf(sales: readonly Entry[], charges: readonly Charge[]): Sold[] {
  const sold = sales.filter((e) => (e.amounts.principal ?? 0) !== 0);
  if (sold.some((e) => (e.amounts.principal ?? 0) < 0) || charges.length === 0) return [];
  const days = [...new Set([...sold, ...charges].map((one) => one.day as Day))].sort((a, b) => a - b);
  const parts = days.map((day) => soldOn(day, sales, charges, (d) => d === day));
  const whole = parts.every((p) => p.units > 0 && (p.commission !== null || p.fulfilmentFee !== null));
  const complete = (["commission", "fulfilmentFee"] as const).every(
    (kind) => parts.every((p) => p[kind] === null) || parts.every((p) => p[kind] !== null),
  );
  if (whole && complete) return parts;
  const first = charges.reduce((min, c) => (c.day < min ? c.day : min), charges[0]?.day as Day);
  const all = soldOn(first, sales, charges, () => true);
  return all.units > 0 ? [all] : [];
}

function soldOn(
  day: Day,
  sales: readonly Entry[],
  charges: readonly Charge[],
  on: (day: Day | null) => boolean,
): Sold {
  const here = sales.filter((e) => on(e.day));
  const amount = (component: Component) => sum(here, (e) => e.amounts[component] ?? 0);
  const charged = (kind: FeeKind) => charges.filter((c) => c.kind === kind && on(c.day));
  const fee = (kind: FeeKind) => {
    const list = charged(kind);
    return list.length === 0 ? null : sum(list, (c) => c.minor);
  };
  const lines = (kind: FeeKind) => inOrder(charged(kind).map((c) => c.entry.evidence));
  return {
    day,
    // Settlement V1 may print the quantity on a row of the item that carries no amount.
    units:
      sum(here, (e) => ((e.amounts.principal ?? 0) > 0 ? (e.units ?? 0) : 0)) ||
      sum(here, (e) => (Object.keys(e.amounts).length === 0 ? (e.units ?? 0) : 0)),
    principal: amount("principal"),
    shipping: amount("shipping"),
    giftWrap: amount("giftWrap"),
    itemPromotion: amount("itemPromotion"),
    shippingPromotion: amount("shippingPromotion"),
    commission: fee("commission"),
    fulfilmentFee: fee("fulfilmentFee"),
    evidence: { commission: lines("commission"), fulfilmentFee: lines("fulfilmentFee") },
  };
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

function byDayAndLine(a: Entry, b: Entry): number {
  return (
    (a.day ?? 0) - (b.day ?? 0) ||
    compareText(a.evidence.report, b.evidence.report) ||
    a.evidence.line - b.evidence.line
  );
}
