/**
 * Units that came back and are owed all the same, whatever went wrong with them: how what was paid for their
 * order, then for their item, clears them, and when their clock started.
 */

import type { Day } from "../../values/day.ts";
import { type Bounds, byDate, clear, listUnder, type Opening, take } from "../clearing.ts";
import type { Account } from "./account.ts";
import { keptForLater, type OrderAudit } from "./claim-payments.ts";
import { coverageOf } from "./coverage.ts";
import type { Gaps, Needed } from "./gaps.ts";
import { skuKey } from "./items.ts";
import { orderClearingOf, SAME_ITEM } from "./order-clearing.ts";
import type { OrderCredit } from "./order-credits.ts";
import { type OrderLine, orderMoneyOf } from "./orders/order-lines.ts";
import type { ReturnedUnits } from "./returns.ts";
import { lossPaymentsOf } from "./warehouse.ts";

/** What must be covered for such a return: payments for it, from its day on. */
export function neededOf({ date }: ReturnedUnits, asOf: Day): Needed {
  return { report: "reimbursements", from: date, to: asOf };
}

/** Payments that name the item alone belong to a return when approved up to 60 days after it. */
const APPROVED_WITHIN: Bounds = { before: 7, after: 60, order: "later-first" };

/** As an opening: returned units Amazon owes and has not paid for. */
export interface ReturnOpening extends Opening {
  readonly returned: ReturnedUnits;
  readonly covered: boolean;
}

/** Units still owed whose payments could be known; the others are counted as left out. */
export function stillOwed(
  { asOf }: Account,
  gaps: Gaps,
  owed: readonly ReturnOpening[],
): readonly ReturnOpening[] {
  return owed.filter(
    ({ open, returned }) => open > 0 && gaps.covers(returned.marketplace, [neededOf(returned, asOf)], open),
  );
}

/** All units of a return as owed; none where Amazon says in the return itself that it has paid. */
export function returnOpening(account: Account, returned: ReturnedUnits): ReturnOpening {
  const { report, from, to } = neededOf(returned, account.asOf);
  const covered = account.derive(coverageOf).missing(report, returned.marketplace, from, to) === null;
  const { date, identity, units } = returned;
  return { date, identity, open: returned.reimbursed ? 0 : units, clearedBy: [], returned, covered };
}

/** What an order was paid beyond its missing units, item by item, then whatever is left of the order. */
export function payByOrders(account: Account, audit: OrderAudit, owed: readonly ReturnOpening[]): void {
  const orders = account.derive(orderClearingOf);
  const kept = keptForLater(account, audit);
  const byOrder = new Map<readonly OrderCredit[], ReturnOpening[]>();
  for (const units of owed) {
    listUnder(byOrder, orders.creditsOf(units.returned.orderId)).push(units);
  }
  for (const [credits, openings] of byOrder) {
    for (const same of SAME_ITEM) {
      for (const opening of openings.sort(coveredFirst)) {
        const item = { ...opening.returned, msku: opening.returned.sku };
        for (const credit of [...credits].sort(byDate)) {
          if (!kept.has(credit) && same(item, credit)) take(opening, credit);
        }
      }
    }
  }
}

/** Payments of one reason that name the item and no order, and that no ledger row has taken. */
export function payByItem(account: Account, owed: readonly ReturnOpening[], reason: string): void {
  const { byItem, bySku } = account.derive(lossPaymentsOf);
  for (const [keyOf, payments] of [
    [(u: ReturnOpening) => u.returned.itemKey, byItem],
    [(u: ReturnOpening) => skuKey(u.returned.region, u.returned.sku), bySku],
  ] as const) {
    const openings = new Map<string, ReturnOpening[]>();
    for (const units of owed) listUnder(openings, keyOf(units)).push(units);
    for (const [key, list] of openings) {
      const fitting = (payments.get(key) ?? []).filter((p) => p.reason === reason);
      for (const covered of [true, false]) {
        clear(
          list.filter((u) => u.covered === covered),
          fitting,
          APPROVED_WITHIN,
        );
      }
    }
  }
}

function coveredFirst(a: ReturnOpening, b: ReturnOpening): number {
  return Number(b.covered) - Number(a.covered) || byDate(a, b);
}

/**
 * The refund the clock of returned units started with: the latest of those they were matched with, else the
 * latest whole-unit refund of the item, else of the order; null when the data holds none. Chargebacks and A-to-z
 * claims are no refunds under the returns policy and start no clock.
 */
export function refundDayOf(
  account: Account,
  returns: readonly ReturnedUnits[],
  orderId: string,
  line: OrderLine | null,
): Day | null {
  const matched = account
    .derive(orderClearingOf)
    .linesOf(orderId)
    .flatMap(({ out }) => out)
    .filter((units) => units.kind === "refund" && units.clearedBy.some((c) => isOneOf(returns, c.credit)))
    .map((units) => units.date);
  const lines = line === null ? account.derive(orderMoneyOf).linesOf(orderId) : [line];
  const refunded = lines.flatMap((l) =>
    l.refunds.filter((r) => r.kind === "refund" && r.units > 0).map((r) => r.day),
  );
  const days = matched.length > 0 ? matched : refunded;
  return days.length === 0 ? null : (Math.max(...days) as Day);
}

function isOneOf(returns: readonly ReturnedUnits[], credit: unknown): boolean {
  return returns.some((returned) => returned === credit);
}
