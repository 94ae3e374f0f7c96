/**
 * Units that came back damaged by Amazon or its carrier, and what was paid for them: Amazon's own word on the
 * return, payments for the order that no missing unit needed, payments for warehouse damage of the item that
 * name no order and that no ledger row has taken.
 */

import { compareText } from "../values/hash.ts";
import type { Account } from "./account.ts";
import { type Bounds, byDate, clear, listUnder, type Opening, take } from "./clearing.ts";
import { coverageOf } from "./coverage.ts";
import { skuKey } from "./items.ts";
import { orderClearingOf } from "./order-clearing.ts";
import type { OrderCredit } from "./order-credits.ts";
import { type ReturnedUnits, returnsOf } from "./returns.ts";
import { lossPaymentsOf } from "./warehouse.ts";

/** Whose fault: Amazon's or its carrier's. CUSTOMER_DAMAGED and DEFECTIVE stay with the seller. */
const DAMAGED_BY_AMAZON: readonly (string | null)[] = ["DAMAGED", "WAREHOUSE_DAMAGED", "CARRIER_DAMAGED"];

/** Payments for warehouse damage belong to a damaged return when approved up to 60 days after it. */
const APPROVED_WITHIN: Bounds = { before: 7, after: 60, order: "later-first" };

/** Reports that must cover a damaged return from its day on. */
export const REPORTS_OF_A_RETURN = ["reimbursements"] as const;

/** As an opening: units Amazon damaged and has not paid for. */
export interface DamagedUnits extends Opening {
  readonly returned: ReturnedUnits;
  readonly covered: boolean;
}

/** Damaged units by order and SKU. Run after all ledger rows have taken their payments (precedence.ts). */
export function damagedReturnsOf(account: Account): readonly (readonly DamagedUnits[])[] {
  const coverage = account.derive(coverageOf);
  const damaged = account
    .derive(returnsOf)
    .all.filter((r) => r.units > 0 && r.date <= account.asOf && DAMAGED_BY_AMAZON.includes(r.disposition))
    .map((returned): DamagedUnits => {
      const covered = REPORTS_OF_A_RETURN.every(
        (report) => coverage.missing(report, returned.marketplace, returned.date, account.asOf) === null,
      );
      const { date, identity, units } = returned;
      return { date, identity, open: returned.reimbursed ? 0 : units, clearedBy: [], returned, covered };
    });
  clearByOrders(account, damaged);
  clearByWarehouseDamage(account, damaged);
  const byLine = new Map<string, DamagedUnits[]>();
  for (const units of damaged)
    listUnder(byLine, `${units.returned.orderId}|${units.returned.sku}`).push(units);
  return [...byLine.keys()].sort(compareText).map((key) => byLine.get(key) ?? []);
}

/** What an order was paid beyond its missing units, item by item, then whatever is left of the order. */
function clearByOrders(account: Account, damaged: readonly DamagedUnits[]): void {
  const orders = account.derive(orderClearingOf);
  const byOrder = new Map<readonly OrderCredit[], DamagedUnits[]>();
  for (const units of damaged) {
    const credits = orders.creditsOf(units.returned.orderId);
    if (credits.length > 0) listUnder(byOrder, credits).push(units);
  }
  for (const [credits, openings] of byOrder) {
    for (const same of SAME_ITEM) {
      for (const opening of openings.sort(coveredFirst)) {
        for (const credit of [...credits].sort(byDate)) {
          if (same(opening.returned, credit)) take(opening, credit);
        }
      }
    }
  }
}

const SAME_ITEM: readonly ((returned: ReturnedUnits, credit: OrderCredit) => boolean)[] = [
  (returned, credit) => returned.sku !== "" && returned.sku === credit.sku,
  (returned, credit) => returned.fnsku !== "" && returned.fnsku === credit.fnsku,
  (returned, credit) => returned.asin !== "" && returned.asin === credit.asin,
  () => true,
];

function clearByWarehouseDamage(account: Account, damaged: readonly DamagedUnits[]): void {
  const { byItem, bySku } = account.derive(lossPaymentsOf);
  for (const [keyOf, payments] of [
    [(u: DamagedUnits) => u.returned.itemKey, byItem],
    [(u: DamagedUnits) => skuKey(u.returned.region, u.returned.sku), bySku],
  ] as const) {
    const openings = new Map<string, DamagedUnits[]>();
    for (const units of damaged) listUnder(openings, keyOf(units)).push(units);
    for (const [key, list] of openings) {
      const forDamage = (payments.get(key) ?? []).filter((p) => p.reason === "Damaged_Warehouse");
      clear(
        list.filter((u) => u.covered),
        forDamage,
        APPROVED_WITHIN,
      );
      clear(
        list.filter((u) => !u.covered),
        forDamage,
        APPROVED_WITHIN,
      );
    }
  }
}

function coveredFirst(a: DamagedUnits, b: DamagedUnits): number {
  return Number(b.covered) - Number(a.covered) || byDate(a, b);
}
