/**
 * Order money per order and SKU: what was bought and paid, which fees were charged, what was refunded and when,
 * what settlements show as reimbursed. Built once per account from the entries.
 */

import type { Day } from "../../../values/day.ts";
import { compareText } from "../../../values/hash.ts";
import { type Currency, type Money, money } from "../../../values/money.ts";
import { listUnder } from "../../clearing.ts";
import type { Evidence } from "../../finding.ts";
import type { Account } from "../account.ts";
import { entriesOf } from "./entries.ts";
import type { Component, Entry } from "./entry.ts";
import { type OrderFacts, orderFactsOf } from "./order-facts.ts";
import { refundedUnits } from "./refunded-units.ts";
import type { Sale } from "./sale.ts";

/** Units refunded on a day. `chargeback` and `a-to-z` are settled with the bank or by Amazon's guarantee. */
export interface Refund {
  readonly day: Day;
  readonly kind: "refund" | "chargeback" | "a-to-z";
  /** Whole units; 0 = a partial refund. */
  readonly units: number;
  /** Positive minor units. */
  readonly principal: number;
  readonly evidence: readonly Evidence[];
}

export interface OrderLine {
  readonly orderId: string;
  readonly sku: string;
  readonly asin: string;
  readonly marketplace: string;
  readonly currency: Currency | null;
  /** Null: no report says who fulfilled it. */
  readonly fulfilment: "amazon" | "seller" | "multi-channel" | null;
  /** Null: neither settlements nor order reports know the order. */
  readonly sale: Sale | null;
  /** True: no report says how many units were bought or for how much, so one unit is assumed per refund. */
  readonly assumed: boolean;
  /** Oldest first, none after the as-of day. */
  readonly refunds: readonly Refund[];
  /** The day it left the warehouse, as far as known. */
  readonly shipped: Day | null;
}

/** Units reimbursed for an order in settlements: `paid` came in, `takenBack` went out again. */
export interface SettledReimbursement {
  readonly sku: string;
  readonly day: Day | null;
  readonly paid: number;
  readonly takenBack: number;
  /** Signed as booked; null where its currency is unknown. */
  readonly amount: Money | null;
  readonly evidence: Evidence;
}

export interface OrderMoney {
  /** By order id and SKU, in that order. */
  readonly lines: readonly OrderLine[];
  line(orderId: string, sku: string): OrderLine | null;
  linesOf(orderId: string): readonly OrderLine[];
  reimbursed(orderId: string): readonly SettledReimbursement[];
}

/** True for orders of other shops that Amazon only sends (Multi-Channel Fulfilment). */
export function isMultiChannelOrder(orderId: string): boolean {
  return /^S\d{2}-/i.test(orderId);
}

export function orderMoneyOf(account: Account): OrderMoney {
  const byLine = new Map<string, Entry[]>();
  const paid: (readonly [Entry, units: number])[] = [];
  for (const entry of account.derive(entriesOf)) {
    if (entry.orderId === "") continue;
    if (entry.kind === "reimbursement") {
      const units = entry.units ?? 0;
      if (units !== 0) paid.push([entry, units]);
    } else {
      listUnder(byLine, `${entry.orderId}|${entry.sku}`).push(entry);
    }
  }
  const facts = account.derive(orderFactsOf);
  const sites = sitesOfOrders([...byLine.values()].flat());
  const lines = [...byLine.values()]
    .map((entries) => lineOf(entries, sites, facts, account.asOf))
    .sort((a, b) => compareText(a.orderId, b.orderId) || compareText(a.sku, b.sku));
  const byKey = new Map(lines.map((line) => [`${line.orderId}|${line.sku}`, line]));
  const byOrder = new Map<string, OrderLine[]>();
  for (const line of lines) listUnder(byOrder, line.orderId).push(line);
  const reimbursements = new Map<string, SettledReimbursement[]>();
  for (const [entry, units] of paid) {
    // A payments CSV names no site where it pays for an order: then it is in the order's own currency.
    const currency = entry.booked.currency ?? byOrder.get(entry.orderId)?.[0]?.currency ?? null;
    listUnder(reimbursements, entry.orderId).push(settledReimbursement(entry, units, currency));
  }
  return {
    lines,
    line: (orderId, sku) => byKey.get(`${orderId}|${sku}`) ?? null,
    linesOf: (orderId) => byOrder.get(orderId) ?? [],
    reimbursed: (orderId) => reimbursements.get(orderId) ?? [],
  };
}

function settledReimbursement(entry: Entry, units: number, currency: Currency | null): SettledReimbursement {
  return {
    sku: entry.sku,
    day: entry.day,
    paid: Math.max(0, units),
    takenBack: Math.max(0, -units),
    amount: currency === null ? null : money(entry.amounts.reimbursement ?? 0, currency),
    evidence: entry.evidence,
  };
}

/** The site of each order, from any of its lines that names one. */
function sitesOfOrders(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const sites = new Map<string, string>();
  for (const { orderId, booked } of entries) {
    const { site } = booked;
    if (site === null) continue;
    const known = sites.get(orderId);
    if (known === undefined || compareText(site, known) < 0) sites.set(orderId, site);
  }
  return sites;
}

function lineOf(
  entries: readonly Entry[],
  sites: ReadonlyMap<string, string>,
  facts: OrderFacts,
  asOf: Day,
): OrderLine {
  const first = entries[0] as Entry;
  const { orderId, sku } = first;
  const known = facts.line(orderId, sku);
  const booked = saleOf(entries.filter((e) => e.kind === "order"));
  const sale = booked !== null && booked.units >= 1 ? booked : (known?.sale ?? booked);
  const currency =
    oneCurrency(entries) ??
    (entries.every((e) => e.booked.currency === null) ? (known?.currency ?? null) : null);
  const refunds = refundsOf(entries, sale, asOf);
  return {
    orderId,
    sku,
    asin: known?.asin ?? "",
    marketplace: sites.get(orderId) ?? marketplaceOf(entries, known?.marketplace ?? null),
    currency,
    fulfilment: fulfilmentOf(entries, facts),
    sale,
    assumed: sale === null || sale.units < 1 || sale.principal <= 0,
    refunds,
    shipped: known?.shipped ?? booked?.day ?? null,
  };
}

function marketplaceOf(entries: readonly Entry[], known: string | null): string {
  return known ?? entries.map((e) => e.booked.marketplace).sort(compareText)[0] ?? "";
}

/** Two currencies are never added: a line booked in both has no usable price. */
function oneCurrency(entries: readonly Entry[]): Currency | null {
  const found = new Set(entries.flatMap((e) => e.booked.currency ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

function fulfilmentOf(entries: readonly Entry[], facts: OrderFacts): OrderLine["fulfilment"] {
  const { orderId, sku } = entries[0] as Entry;
  if (isMultiChannelOrder(orderId) || entries.some((e) => e.booked.multiChannel)) return "multi-channel";
  // One row that says "seller" is enough to make no claim.
  if (entries.some((e) => e.fulfilment === "seller")) return "seller";
  if (entries.some((e) => e.fulfilment === "amazon")) return "amazon";
  return facts.line(orderId, sku)?.fulfilment ?? null;
}

function saleOf(entries: readonly Entry[]): Sale | null {
  const principals = entries.filter((e) => e.amounts.principal !== undefined);
  if (principals.length === 0) return null;
  const sum = (component: Component) => entries.reduce((s, e) => s + (e.amounts[component] ?? 0), 0);
  const known = (component: Component) =>
    entries.some((e) => e.amounts[component] !== undefined) ? sum(component) : null;
  return {
    units: unitsIn(principals) || unitsIn(entries),
    principal: sum("principal"),
    shipping: sum("shipping"),
    giftWrap: sum("giftWrap"),
    tax: sum("tax"),
    itemPromotion: sum("itemPromotion"),
    shippingPromotion: sum("shippingPromotion"),
    commission: known("commission"),
    fulfilmentFee: known("fulfilmentFee"),
    day: firstDay(entries),
    evidence: principals.map((e) => e.evidence).sort(byReport),
  };
}

function unitsIn(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.units ?? 0), 0);
}

function firstDay(entries: readonly Entry[]): Day | null {
  return entries.reduce<Day | null>(
    (min, e) => (e.day !== null && (min === null || e.day < min) ? e.day : min),
    null,
  );
}

/** The refunds of a line by day, each with the whole units it adds to those before it. */
function refundsOf(entries: readonly Entry[], sale: Sale | null, asOf: Day): Refund[] {
  const customer = unitsByDay(
    entries.filter((e) => e.kind === "refund"),
    sale,
    asOf,
    0,
  );
  const taken = customer.reduce((sum, r) => sum + r.units, 0);
  const disputed = unitsByDay(
    entries.filter((e) => e.kind === "chargeback" || e.kind === "a-to-z"),
    sale,
    asOf,
    taken,
  );
  return [...customer, ...disputed].sort((a, b) => a.day - b.day || compareText(a.kind, b.kind));
}

/** `before`: units of the line refunded otherwise already; together never more than were bought. */
function unitsByDay(entries: readonly Entry[], sale: Sale | null, asOf: Day, before: number): Refund[] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.day !== null && entry.day <= asOf) {
      listUnder(days, `${String(entry.day).padStart(8, "0")} ${entry.kind}`).push(entry);
    }
  }
  const most = sale === null || sale.units < 1 ? Number.POSITIVE_INFINITY : sale.units - before;
  const so = { principal: 0, uncounted: 0, counted: 0, units: 0 };
  return [...days.keys()].sort(compareText).map((key) => {
    const booked = (days.get(key) as Entry[]).filter((e) => e.amounts.principal !== undefined);
    let principal = 0;
    for (const entry of booked) {
      const refunded = -(entry.amounts.principal ?? 0);
      principal += refunded;
      if (entry.units === null) so.uncounted += refunded;
      else if (refunded > 0) so.counted += entry.units;
    }
    so.principal += principal;
    const units = Math.min(refundedUnits(so, sale), Math.max(0, most));
    const added = Math.max(0, units - so.units);
    so.units = Math.max(so.units, units);
    const any = (days.get(key) as Entry[])[0] as Entry;
    return {
      day: any.day as Day,
      kind: any.kind as Refund["kind"],
      units: added,
      principal,
      evidence: booked.map((e) => e.evidence).sort(byReport),
    };
  });
}

/** Source lines by report and line, each once. */
export function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  return [...evidence]
    .sort(byReport)
    .filter((e, i, all) => i === 0 || byReport(e, all[i - 1] as Evidence) !== 0);
}

function byReport(a: Evidence, b: Evidence): number {
  return compareText(a.report, b.report) || a.line - b.line;
}
