/**
 * What explains a reversal. Amazon takes a reimbursement back because the unit turned up: a customer return
 * of that order, a find of that item, a receipt. One unit explains one reversal, and belongs to it.
 */

import { type ReimbursementReason, reimbursementReason } from "../../policy/index.ts";
import { type Bounds, type Credit, clear, listUnder } from "../clearing.ts";
import { exchange } from "../exchange.ts";
import type { Account } from "./account.ts";
import { skuKey } from "./items.ts";
import { ledgerOf } from "./ledger.ts";
import { paymentsOf, type Reversal } from "./payments.ts";
import { returnsOf } from "./returns.ts";
import { type Find, warehouseOf } from "./warehouse.ts";

/** What the payment taken back was for; `unknown` when neither the data nor the row says. */
export type ReversalKind = "order" | "warehouse" | "inbound" | "other" | "unknown";

/** A unit that turned up within so many days either side of the reversal. */
export const EITHER_SIDE_DAYS = 30;
const EITHER_SIDE: Bounds = { before: EITHER_SIDE_DAYS, after: EITHER_SIDE_DAYS, order: "oldest-first" };
const ANY_DAY: Bounds = {
  before: Number.POSITIVE_INFINITY,
  after: Number.POSITIVE_INFINITY,
  order: "oldest-first",
};

/** The customer order the payment was for; empty when it was for none. */
export function orderOf(reversal: Reversal): string {
  return reversal.original?.orderId || reversal.orderId;
}

export function reasonReversed(reversal: Reversal): ReimbursementReason | null {
  return reversal.original?.reason ?? reimbursementReason(reversal.originalType);
}

export function kindOf(reversal: Reversal): ReversalKind {
  if (orderOf(reversal) !== "") return "order";
  switch (reasonReversed(reversal)) {
    case "Lost_Warehouse":
    case "Damaged_Warehouse":
      return "warehouse";
    case "Lost_Inbound":
    case "Damaged_Inbound":
      return "inbound";
    case null:
      return reversal.original === null ? "unknown" : "other";
    default:
      return "other";
  }
}

/** Finds the units that explain each reversal; those of warehouse finds are no longer there for losses. */
export function explainReversals(account: Account): void {
  const reversals = account.derive(paymentsOf).reversals.filter((r) => r.date <= account.asOf);
  const ofKind = (kind: ReversalKind) => reversals.filter((r) => kindOf(r) === kind);
  explainByReturns(account, ofKind("order"));
  const [warehouse, inbound] = [ofKind("warehouse"), ofKind("inbound")];
  if (warehouse.length === 0 && inbound.length === 0) return;
  const [found, transferredIn] = findsByItem(account);
  const received = receiptsByItem(account);
  explainByItem(warehouse, found);
  explainByItem(inbound, received);
  explainByItem([...warehouse, ...inbound], transferredIn);
  // A find another reversal took, which a unit transferred in would explain as well, explains this one.
  for (const { ofItem, among } of itemsOf([...warehouse, ...inbound])) {
    const own = { warehouse: among(found), inbound: among(received), both: among(transferredIn) };
    exchange(
      ofItem,
      (reversal) => [...(kindOf(reversal) === "warehouse" ? own.warehouse : own.inbound), ...own.both],
      EITHER_SIDE,
    );
  }
}

function explainByReturns(account: Account, reversals: readonly Reversal[]): void {
  if (reversals.length === 0) return;
  const returned = new Map<string, Credit[]>();
  for (const unit of account.derive(returnsOf).all) {
    // A return that explains a reversal still counts as the return of its order: the payment taken back does too.
    listUnder(returned, unit.orderId).push({ date: unit.date, identity: unit.identity, left: unit.units });
  }
  const byOrder = new Map<string, Reversal[]>();
  for (const reversal of reversals) listUnder(byOrder, orderOf(reversal)).push(reversal);
  for (const [order, ofOrder] of byOrder) clear(ofOrder, returned.get(order) ?? [], ANY_DAY);
}

type ByKey = ReadonlyMap<string, readonly Credit[]>;

interface Keyed {
  readonly byItem: ByKey;
  readonly bySku: ByKey;
}

interface OfItem {
  readonly ofItem: readonly Reversal[];
  /** The credits that are of this item. */
  among(credits: Keyed): readonly Credit[];
}

/** By the reversal's item; one that names no FNSKU by its SKU. */
function itemsOf(reversals: readonly Reversal[]): readonly OfItem[] {
  const [items, skus] = [new Map<string, Reversal[]>(), new Map<string, Reversal[]>()];
  for (const reversal of reversals) {
    const itemKey = reversal.itemKey || (reversal.original?.itemKey ?? "");
    if (itemKey !== "") listUnder(items, itemKey).push(reversal);
    else listUnder(skus, reversal.skuKey).push(reversal);
  }
  return [
    ...[...items].map(([key, ofItem]) => ({ ofItem, among: (of: Keyed) => of.byItem.get(key) ?? [] })),
    ...[...skus].map(([key, ofItem]) => ({ ofItem, among: (of: Keyed) => of.bySku.get(key) ?? [] })),
  ];
}

function explainByItem(reversals: readonly Reversal[], credits: Keyed): void {
  for (const { ofItem, among } of itemsOf(reversals)) clear(ofItem, among(credits), EITHER_SIDE);
}

/** Finds under code F, and under N; reconciled units first, for they are no longer there for open losses anyway. */
function findsByItem(account: Account) {
  const finds: Find[] = [];
  for (const stock of account.derive(warehouseOf).items.values()) {
    finds.push(...stock.foundReconciled, ...stock.foundUnreconciled);
  }
  return [finds.filter((f) => f.row.code?.code !== "N"), finds.filter((f) => f.row.code?.code === "N")].map(
    (list) => keyed(list.map((credit) => ({ credit, row: credit.row }))),
  ) as [Keyed, Keyed];
}

function receiptsByItem(account: Account) {
  const receipts = [...account.derive(ledgerOf).receiptsOfItem.values()].flat();
  return keyed(
    receipts
      .filter((row) => row.quantity > 0)
      .map((row) => ({ row, credit: { date: row.date, identity: row.identity, left: row.quantity } })),
  );
}

function keyed(
  list: readonly { credit: Credit; row: { itemKey: string; region: string; msku: string } }[],
): Keyed {
  const [byItem, bySku] = [new Map<string, Credit[]>(), new Map<string, Credit[]>()];
  for (const { credit, row } of list) {
    listUnder(byItem, row.itemKey).push(credit);
    listUnder(bySku, skuKey(row.region, row.msku)).push(credit);
  }
  return { byItem, bySku };
}
