/**
 * Units Amazon disposed of or donated (ledger codes D, G): what of it was damaged stock, what somebody had
 * asked for, and what is left. The order of the steps is precedence.ts.
 */

import { type Bounds, clear, listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { isFoundWithoutOwner, skuKey } from "./items.ts";
import { ledgerOf } from "./ledger.ts";
import { type RemovalOrder, removalOrdersOf } from "./removal-orders.ts";
import {
  clearByPayments,
  coveredFirst,
  type ItemStock,
  type Loss,
  lossOf,
  type OtherEvent,
  reconciled,
  unreconciled,
  warehouseOf,
} from "./warehouse.ts";

export interface Disposals {
  /** Units that could have been sold. */
  readonly sellable: readonly Loss[];
  /** Units of WAREHOUSE_DAMAGED stock. */
  readonly damaged: readonly Loss[];
  /** Disposals booked back: a plus sign under D or G. */
  readonly undone: readonly OtherEvent[];
}

/** A removal order is carried out up to so many days after its request. */
export const REQUESTED_BEFORE_DAYS = 120;
const REQUESTED_BEFORE: Bounds = { before: REQUESTED_BEFORE_DAYS, after: 0, order: "oldest-first" };
const ANY_DAY_BEFORE: Bounds = { before: Number.POSITIVE_INFINITY, after: 0, order: "oldest-first" };

/** By item key. Other dispositions are nobody's claim and are left out. */
export function disposalsOf(account: Account): ReadonlyMap<string, Disposals> {
  const items = new Map<string, Disposals>();
  for (const [key, rows] of account.derive(ledgerOf).adjustments) {
    const disposals = rows.filter(({ code }) => code?.kind === "disposed" || code?.kind === "donated");
    if (disposals.length === 0) continue;
    const ofKind = (disposition: string) =>
      disposals
        .filter((row) => row.disposition === disposition && row.quantity < 0)
        .filter((row) => row.date <= account.asOf && !isFoundWithoutOwner(row.msku))
        .map((row) => lossOf(account, row));
    items.set(key, {
      sellable: ofKind("SELLABLE"),
      damaged: ofKind("WAREHOUSE_DAMAGED"),
      undone: disposals
        .filter((row) => row.quantity > 0)
        .map((row) => ({
          date: row.date,
          identity: row.identity,
          left: row.quantity,
          inWords: "booked back",
          evidence: { report: "ledger-detail", line: row.line },
        })),
    });
  }
  return items;
}

/**
 * Lost or disposed units of damaged stock are the damaged units again, whatever became of those: matched,
 * oldest first, and not claimed twice.
 */
export function recogniseDamageGoneLater(account: Account): void {
  const disposals = account.derive(disposalsOf);
  for (const stock of account.derive(warehouseOf).items.values()) {
    const gone = [...stock.damagedThenLost, ...(disposals.get(stock.key)?.damaged ?? [])];
    const damage = damageOf(stock);
    clear(unreconciled(gone), damage, ANY_DAY_BEFORE);
    clear(reconciled(gone), damage, ANY_DAY_BEFORE);
  }
}

function damageOf(stock: ItemStock) {
  return [...stock.damaged, ...stock.damagedOtherwise].map((loss) => loss.damage);
}

/**
 * Disposed units take removal orders requested in the 120 days before: sellable ones first, of their own
 * condition first. An order names the condition loosely, so that one of the other condition serves too.
 */
export function clearByRemovalOrders(account: Account): void {
  const [byItem, bySku] = [new Map<string, RemovalOrder[]>(), new Map<string, RemovalOrder[]>()];
  for (const order of account.derive(removalOrdersOf)) {
    if (order.itemKey === "") listUnder(bySku, order.skuKey).push(order);
    else listUnder(byItem, order.itemKey).push(order);
  }
  for (const [key, { sellable, damaged, undone }] of account.derive(disposalsOf)) {
    for (const losses of [sellable, damaged]) {
      const own = (order: RemovalOrder) => order.sellable === (losses === sellable);
      const other = (order: RemovalOrder) => !own(order);
      for (const part of [reconciled, unreconciled]) {
        clear(part(losses), undone);
        for (const condition of [own, other]) {
          clear(part(losses), (byItem.get(key) ?? []).filter(condition), REQUESTED_BEFORE);
          for (const [sku, ofSku] of bySkuOf(losses)) {
            clear(part(ofSku), (bySku.get(sku) ?? []).filter(condition), REQUESTED_BEFORE);
          }
        }
      }
    }
  }
}

function bySkuOf(losses: readonly Loss[]): ReadonlyMap<string, readonly Loss[]> {
  const groups = new Map<string, Loss[]>();
  for (const loss of losses) listUnder(groups, skuKey(loss.row.region, loss.row.msku)).push(loss);
  return groups;
}

/** Disposed units nobody asked for take what payments for damage all other claims have left. */
export function clearDisposed(account: Account): void {
  for (const { sellable } of account.derive(disposalsOf).values()) {
    for (const losses of coveredFirst(sellable)) {
      for (const part of [reconciled, unreconciled]) {
        clearByPayments(account, losses, part, ["Damaged_Warehouse"]);
      }
    }
  }
}
