/**
 * Returns that are not what the order held: a return row whose ASIN was not in the order. Such a row still is the
 * return of the order's unit (nothing of it is missing as well), but what came back is another item.
 */

import { findingId } from "../finding.ts";
import type { Item } from "../wording/draft.ts";
import type { Account } from "./account.ts";
import { clearByClaim } from "./claim-payments.ts";
import { isGradeAndResell } from "./items.ts";
import { orderClearingOf } from "./order-clearing.ts";
import { orderContentsOf } from "./orders/order-contents.ts";
import { type OrderLine, orderMoneyOf } from "./orders/order-lines.ts";
import { payByOrders, type ReturnOpening, returnOpening } from "./return-openings.ts";
import { type ReturnedUnits, returnsOf } from "./returns.ts";

export interface WrongItems {
  has(returned: ReturnedUnits): boolean;
  readonly all: readonly ReturnedUnits[];
  /** Returns of something no report shows in their order, whose order is not known in full. */
  readonly undecided: readonly ReturnedUnits[];
}

/** What was sent back instead of an item of an order. */
export interface Swap {
  readonly orderId: string;
  /** What the order held and did not get back; null where the order held several items. */
  readonly instead: Item | null;
  readonly line: OrderLine | null;
  /** The other items that came back. */
  readonly units: readonly ReturnOpening[];
}

/** Which returns are of an item the order did not hold, by the reports alone. */
export function wrongItemsOf(account: Account): WrongItems {
  const contents = account.derive(orderContentsOf);
  const wrong = new Set<ReturnedUnits>();
  const undecided: ReturnedUnits[] = [];
  for (const returned of account.derive(returnsOf).all) {
    if (returned.units === 0 || returned.date > account.asOf || returned.asin === "") continue;
    // A graded unit of the order is sold on under a number of its own.
    if (isGradeAndResell(returned.sku)) continue;
    const { items, complete } = contents.ofOrder(returned.orderId, returned.region);
    if (items.some((item) => isSame(item, returned))) continue;
    if (complete) wrong.add(returned);
    else undecided.push(returned);
  }
  return { has: (returned) => wrong.has(returned), all: [...wrong], undecided };
}

/** The SKU and FNSKU decide too: an ASIN can be merged into another one between order and return. */
function isSame(item: Item, returned: ReturnedUnits): boolean {
  return (
    item.asin === returned.asin ||
    (item.msku !== "" && item.msku === returned.sku) ||
    (item.fnsku !== "" && item.fnsku === returned.fnsku)
  );
}

/** Wrong items by order and what they came back for, and what was paid for them. Run after the orders are cleared. */
export function swapsOf(account: Account): readonly Swap[] {
  const swaps = new Map<string, { swap: Omit<Swap, "units">; units: ReturnOpening[] }>();
  const owed: ReturnOpening[] = [];
  for (const returned of account.derive(wrongItemsOf).all) {
    const swap = insteadOf(account, returned);
    if (swap === null) continue;
    const units = returnOpening(account, returned);
    owed.push(units);
    const key = `${returned.orderId}|${swap.instead?.msku ?? ""}`;
    const known = swaps.get(key) ?? { swap, units: [] };
    known.units.push(units);
    swaps.set(key, known);
  }
  for (const { swap, units } of swaps.values()) {
    const identity = [swap.orderId, swap.instead?.msku ?? ""];
    clearByClaim(account, findingId("wrong-item-returned", identity), units);
  }
  payByOrders(account, "wrong-item-returned", owed);
  return [...swaps.values()].map(({ swap, units }) => ({ ...swap, units }));
}

/**
 * What a wrong item came back for: the refunded or replaced unit it was matched with. Null where nothing of the
 * order is missing but for it: then it came on top of the units that were due.
 */
function insteadOf(account: Account, returned: ReturnedUnits): Omit<Swap, "units"> | null {
  const { orderId, region } = returned;
  const money = account.derive(orderMoneyOf);
  const out = account.derive(orderClearingOf).outOf(orderId);
  const matched = out.find((line) =>
    line.out.some((units) => units.clearedBy.some((cleared) => cleared.credit === returned)),
  );
  if (matched !== undefined) {
    return { orderId, instead: matched.item, line: money.line(orderId, matched.item.msku) };
  }
  // A refund the data holds asks for its own units back; a wrong item beyond those took nothing.
  if (out.length > 0 || money.linesOf(orderId).some((line) => line.refunds.length > 0)) return null;
  const { items } = account.derive(orderContentsOf).ofOrder(orderId, region);
  const [only] = items;
  if (only === undefined || items.length > 1) return { orderId, instead: null, line: null };
  return { orderId, instead: only, line: money.line(orderId, only.msku) };
}
