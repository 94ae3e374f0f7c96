/**
 * What customer orders still owe the seller: units refunded or replaced, cleared by what came back and by what
 * was paid. Both are consumed here, once, for all audits of returns; what is left of an order's payments goes
 * to its damaged returns.
 *
 * Order by order: returns clear first, then payments, whatever their dates (returns often precede the refund).
 * Each is matched by SKU, then FNSKU, then ASIN, then to any other unit of the order.
 */

import type { Day } from "../../values/day.ts";
import { byDate, type Credit, listUnder, type Opening, take } from "../clearing.ts";
import { type Evidence, findingId } from "../finding.ts";
import type { Item } from "../wording/draft.ts";
import type { Account } from "./account.ts";
import { clearByClaim, keptForLater } from "./claim-payments.ts";
import { coverageOf } from "./coverage.ts";
import { itemNumbersOf } from "./item-numbers.ts";
import { type OrderCredit, orderCreditsOf } from "./order-credits.ts";
import { isMultiChannelOrder, type OrderLine, orderMoneyOf, type Refund } from "./orders/order-lines.ts";
import { placeOf } from "./regions.ts";
import { type Replacement, replacementsOf } from "./replacements.ts";
import { type ReturnedUnits, returnsOf } from "./returns.ts";

/** Reports that must cover a refund, and from how many days before it. */
export const REPORTS_OF_A_REFUND = ["customer-returns", "reimbursements"] as const;
export const DAYS_BEFORE_REFUND = 60;

/** Units that went to a customer who has the money back. As an opening: units not back and not paid. */
export interface OutUnits extends Opening {
  /** Why they should come back. */
  readonly kind: Refund["kind"] | "replacement";
  readonly units: number;
  /** Whether the reports that could show a return or a payment cover this refund. */
  readonly covered: boolean;
  readonly evidence: readonly Evidence[];
}

/** What is out of one order and item. */
export interface Out {
  readonly item: Item;
  readonly out: readonly OutUnits[];
  readonly replacements: readonly Replacement[];
}

/** What is out of one order and SKU that was refunded. */
export interface OutLine extends Out {
  readonly line: OrderLine;
}

/** Replaced units no refund stands for, of the order first placed and a SKU. */
export interface ReplacedLine extends Out {
  readonly orderId: string;
  readonly marketplace: string;
  /** Null: the settlements do not hold the order. */
  readonly line: OrderLine | null;
}

export interface OrderClearing {
  readonly lines: readonly OutLine[];
  readonly replaced: readonly ReplacedLine[];
  /** The payments of an order, its replacement orders included; what refunds left of them. */
  creditsOf(orderId: string): readonly OrderCredit[];
  /** The lines of an order, its replacement orders included, that were refunded. */
  linesOf(orderId: string): readonly OutLine[];
  /** Everything out of an order, its replacement orders included: refunded or replaced. */
  outOf(orderId: string): readonly Out[];
  /** Lets what is missing take what claims on other units of the order have left of their payments. */
  payRest(): void;
}

export function orderClearingOf(account: Account): OrderClearing {
  const money = account.derive(orderMoneyOf);
  const replaced = account.derive(replacementsOf);
  const credits = account.derive(orderCreditsOf);
  const byOrder = new Map<string, OutLine[]>();
  for (const line of money.lines) {
    // What the seller sent himself, and orders of other shops, never come back to Amazon.
    if (line.refunds.length === 0 || line.fulfilment === "seller" || line.fulfilment === "multi-channel")
      continue;
    const out = outLine(account, line, replaced.replacing(line.orderId, line.sku));
    listUnder(byOrder, replaced.originalOf(line.orderId)).push(out);
  }
  const alsoReplaced = replacedLines(account, byOrder);
  const orders = new Set([...byOrder.keys(), ...alsoReplaced.keys()]);
  const kept = keptForLater(account, "refund-not-returned");
  const matched: { readonly lines: readonly (readonly Out[])[]; readonly credits: readonly OrderCredit[] }[] =
    [];
  for (const orderId of orders) {
    const lines = [byOrder.get(orderId) ?? [], alsoReplaced.get(orderId) ?? []];
    const family = replaced.familyOf(orderId);
    const returns = family.flatMap((id) => account.derive(returnsOf).ofOrder(id));
    match(lines, returns);
    for (const { line, out } of byOrder.get(orderId) ?? []) {
      clearByClaim(account, findingId("refund-not-returned", [line.orderId, line.sku]), out);
    }
    for (const { item, out } of alsoReplaced.get(orderId) ?? []) {
      clearByClaim(account, findingId("replacement-not-returned", [orderId, item.msku]), out);
    }
    match(
      lines,
      credits.ofOrder(orderId).filter((credit) => !kept.has(credit)),
    );
    matched.push({ lines, credits: credits.ofOrder(orderId).filter((credit) => kept.has(credit)) });
  }
  return {
    lines: [...byOrder.values()].flat(),
    replaced: [...alsoReplaced.values()].flat(),
    creditsOf: (orderId) => credits.ofOrder(replaced.originalOf(orderId)),
    linesOf: (orderId) => byOrder.get(replaced.originalOf(orderId)) ?? [],
    payRest() {
      for (const { lines, credits: left } of matched) match(lines, left);
    },
    outOf(orderId) {
      const original = replaced.originalOf(orderId);
      return [...(byOrder.get(original) ?? []), ...(alsoReplaced.get(original) ?? [])];
    },
  };
}

/**
 * Units sent free of charge in place of others, by the order first placed: those beyond what its refunds of the
 * item already ask back, so that a refund and a replacement of one unit are one missing unit.
 */
function replacedLines(
  account: Account,
  refunded: ReadonlyMap<string, readonly OutLine[]>,
): Map<string, ReplacedLine[]> {
  const { all, originalOf } = account.derive(replacementsOf);
  const bySku = new Map<string, Replacement[]>();
  for (const replacement of all) {
    const orderId = originalOf(replacement.originalOrderId);
    if (isMultiChannelOrder(orderId) || replacement.units === 0) continue;
    listUnder(bySku, `${orderId}|${replacement.sku}`).push(replacement);
  }
  const lines = new Map<string, ReplacedLine[]>();
  for (const replacements of bySku.values()) {
    const [first] = replacements as [Replacement];
    const orderId = originalOf(first.originalOrderId);
    const line = account.derive(orderMoneyOf).line(orderId, first.sku);
    const marketplace = line?.marketplace ?? placeOf(first.importedFor).marketplace;
    const item = itemOf(account, { orderId, sku: first.sku, asin: line?.asin || first.asin, marketplace });
    let asked = (refunded.get(orderId) ?? [])
      .filter((of) => of.item.msku === item.msku || (item.asin !== "" && of.item.asin === item.asin))
      .reduce((sum, of) => sum + of.out.reduce((s, units) => s + units.units, 0), 0);
    const out = replacements.flatMap((replacement) => {
      const units = Math.max(0, replacement.units - asked);
      asked -= replacement.units - units;
      return units === 0 ? [] : [replacedUnits(account, orderId, marketplace, replacement, units)];
    });
    if (out.length > 0) {
      listUnder(lines, orderId).push({ orderId, marketplace, line, item, out, replacements });
    }
  }
  return lines;
}

function replacedUnits(
  account: Account,
  orderId: string,
  marketplace: string,
  { date, sku, evidence }: Replacement,
  units: number,
): OutUnits {
  return outUnits(account, { orderId, sku, marketplace }, date, "replacement", units, [evidence]);
}

/** The units of a line that should come back: the larger of refunded and replaced, counted once. */
function outLine(account: Account, line: OrderLine, replacements: readonly Replacement[]): OutLine {
  const item = itemOf(account, line);
  const refunds: OutUnits[] = line.refunds
    .filter((refund) => refund.units > 0)
    .map((refund) => outUnits(account, line, refund.day, refund.kind, refund.units, refund.evidence));
  let extra =
    replacements.reduce((sum, r) => sum + r.units, 0) - refunds.reduce((sum, r) => sum + r.units, 0);
  const more: OutUnits[] = [];
  // The newest replacements are those no refund stands for: a refund mostly follows the first trouble.
  for (const replacement of refunds.length === 0 ? [] : [...replacements].reverse()) {
    const units = Math.min(extra, replacement.units);
    if (units <= 0) break;
    extra -= units;
    more.push(outUnits(account, line, replacement.date, "replacement", units, [replacement.evidence]));
  }
  return { line, item, out: [...refunds, ...more], replacements };
}

function outUnits(
  account: Account,
  line: Pick<OrderLine, "orderId" | "sku" | "marketplace">,
  date: Day,
  kind: OutUnits["kind"],
  units: number,
  evidence: readonly Evidence[],
): OutUnits {
  const coverage = account.derive(coverageOf);
  const from = (date - DAYS_BEFORE_REFUND) as Day;
  const covered = REPORTS_OF_A_REFUND.every(
    (report) => coverage.missing(report, line.marketplace, from, account.asOf) === null,
  );
  const identity = [line.orderId, line.sku, kind, date].join("|");
  return { date, identity, kind, units, open: units, clearedBy: [], covered, evidence };
}

/**
 * Who is served first by returns and payments. Refunds a claim could be made on come before those that would
 * be no claim anyway (not covered, settled with the bank), so that a unit is rather left unclaimed than claimed
 * wrongly.
 */
function byClaim(a: OutUnits, b: OutUnits): number {
  return Number(isDisputed(a)) - Number(isDisputed(b)) || Number(b.covered) - Number(a.covered);
}

/** Chargebacks and A-to-z claims: decided outside the returns policy, never claimed here. */
export function isDisputed(units: OutUnits): boolean {
  return units.kind === "chargeback" || units.kind === "a-to-z";
}

interface Numbered extends Credit {
  readonly sku: string;
  readonly fnsku: string;
  readonly asin: string;
}

/** In turn by SKU, FNSKU, ASIN, then whatever is left of the order. */
export const SAME_ITEM: readonly ((item: Item, credit: Numbered) => boolean)[] = [
  (item, credit) => item.msku !== "" && item.msku === credit.sku,
  (item, credit) => item.fnsku !== "" && item.fnsku === credit.fnsku,
  (item, credit) => item.asin !== "" && item.asin === credit.asin,
  () => true,
];

/** `lines`: those served first, then the others. */
function match(lines: readonly (readonly Out[])[], credits: readonly Numbered[]): void {
  if (credits.length === 0) return;
  const sorted = [...credits].sort(byDate);
  const turns = lines.flatMap(inTurn).sort((a, b) => byClaim(a.units, b.units));
  for (const same of SAME_ITEM) {
    for (const { item, units } of turns) {
      for (const credit of sorted) if (same(item, credit)) take(units, credit);
    }
  }
}

/** All units of some lines, oldest first. */
function inTurn(lines: readonly Out[]): { item: Item; units: OutUnits }[] {
  return lines
    .flatMap(({ item, out }) => out.map((units) => ({ item, units })))
    .sort((a, b) => byDate(a.units, b.units));
}

/** The item of a line: its numbers as the order's own rows show them, else as any report does. */
export function itemOf(
  account: Account,
  line: Pick<OrderLine, "orderId" | "sku" | "asin" | "marketplace">,
): Item {
  const own = account
    .derive(returnsOf)
    .ofOrder(line.orderId)
    .filter((unit) => unit.sku === line.sku);
  const any = account.derive(itemNumbersOf).ofMsku(placeOf(line.marketplace).region, line.sku);
  const first = own[0] as ReturnedUnits | undefined;
  return {
    msku: line.sku,
    fnsku: first?.fnsku || any.fnsku,
    asin: line.asin || first?.asin || any.asin,
  };
}
