/**
 * Units lost, damaged and found in Amazon's warehouses, item by item, and the steps by which finds,
 * corrections and payments clear them. The order of the steps is precedence.ts.
 */

import type { Day } from "../../values/day.ts";
import { type Bounds, type Credit, clear, listUnder, type Opening } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import type { Account } from "./account.ts";
import { coverageOf } from "./coverage.ts";
import { isFoundWithoutOwner, skuKey } from "./items.ts";
import { type LedgerRow, ledgerOf } from "./ledger.ts";
import { type Payment, paymentsOf } from "./payments.ts";
import { type ReturnedUnits, returnsOf } from "./returns.ts";
import { STOCK_ARRIVES, type StockPayment, stockPaymentsOf } from "./stock-payments.ts";

/** A ledger row that lost or damaged units: those Amazon has reconciled, and those it has not. */
export interface Loss {
  readonly row: LedgerRow;
  readonly reconciled: Opening;
  readonly unreconciled: Opening;
  /** The ledger and the reimbursements are known from its day to as-of. */
  readonly covered: boolean;
  /** Damage rows: units not yet recognised as lost or disposed of later. */
  readonly damage: Credit;
}

/** Units accounted for by something else, and what it is in words. */
export interface OtherEvent extends Credit {
  readonly inWords: string;
  readonly evidence?: Evidence;
  /** The customer's return it is, where it is one. */
  readonly returned?: ReturnedUnits;
}

/** Found units of one ledger row (codes F, N), reconciled or not. */
export interface Find extends Credit {
  readonly row: LedgerRow;
}

export interface ItemStock {
  readonly key: string;
  readonly region: string;
  /** M, 5 of SELLABLE or blank disposition. */
  readonly lost: Loss[];
  /** M, 5 of WAREHOUSE_DAMAGED or CARRIER_DAMAGED: damaged before, lost after. */
  readonly damagedThenLost: Loss[];
  /** M, 5 of every other disposition: never Amazon's debt by themselves. */
  readonly lostUnsellable: Loss[];
  /** 6, E. */
  readonly damaged: Loss[];
  /** H, K, U, 7: damaged, normally not by Amazon. */
  readonly damagedOtherwise: Loss[];
  readonly foundReconciled: Find[];
  readonly foundUnreconciled: Find[];
  /** O: units taken out again. */
  readonly takenOut: (Opening & { readonly row: LedgerRow })[];
  /** Q of damaged stock with P to SELLABLE of one day and centre: inspected and corrected. */
  readonly corrected: OtherEvent[];
}

export interface Warehouse {
  readonly items: ReadonlyMap<string, ItemStock>;
  /** `Amazon.Found.*`: units found without an owner, by region and ASIN. */
  readonly ownerless: ReadonlyMap<string, readonly Find[]>;
}

const AMAZON_DAMAGED = ["WAREHOUSE_DAMAGED", "CARRIER_DAMAGED", "DAMAGED"];

/** Taken out up to so many days after it was found. */
const TAKEN_OUT: Bounds = { before: 30, after: 0, order: "oldest-first" };
/** A return stays the same unit as a carrier damage booked up to so many days later. */
const RETURNED_BEFORE: Bounds = { before: 60, after: 0, order: "oldest-first" };

/** The ledger's adjustments sorted into openings and credits; nothing is cleared yet. */
export function warehouseOf(account: Account): Warehouse {
  const items = new Map<string, ItemStock>();
  const ownerless = new Map<string, Find[]>();
  for (const [key, rows] of account.derive(ledgerOf).adjustments) {
    const stock = emptyStock(key, rows[0]?.region ?? "");
    for (const row of rows) place(account, stock, row, ownerless);
    stock.corrected.push(...correctionsOf(rows));
    items.set(key, stock);
  }
  return { items, ownerless };
}

function emptyStock(key: string, region: string): ItemStock {
  return {
    key,
    region,
    lost: [],
    damagedThenLost: [],
    lostUnsellable: [],
    damaged: [],
    damagedOtherwise: [],
    foundReconciled: [],
    foundUnreconciled: [],
    takenOut: [],
    corrected: [],
  };
}

function place(account: Account, stock: ItemStock, row: LedgerRow, ownerless: Map<string, Find[]>): void {
  const { code, quantity } = row;
  if (code === null) return;
  const isLoss = quantity < 0 && row.date <= account.asOf && !isFoundWithoutOwner(row.msku);
  if (code.kind === "lost" && isLoss) lostList(stock, row).push(lossOf(account, row));
  if (code.kind === "damaged-by-amazon" && isLoss) stock.damaged.push(lossOf(account, row));
  if (code.kind === "damaged-other" && isLoss) stock.damagedOtherwise.push(lossOf(account, row));
  if (code.kind === "correction-out" && quantity < 0 && row.date <= account.asOf) {
    stock.takenOut.push({ ...opening(row, -quantity), row });
  }
  // A lost code with a plus sign takes a loss back: units found.
  if ((code.kind === "found" || code.kind === "lost") && quantity > 0) {
    const [reconciled, unreconciled] = [find(row, row.reconciled), find(row, row.unreconciled)];
    if (isFoundWithoutOwner(row.msku)) {
      listUnder(ownerless, asinKey(row)).push(reconciled, unreconciled);
    } else {
      stock.foundReconciled.push(reconciled);
      stock.foundUnreconciled.push(unreconciled);
    }
  }
}

function lostList(stock: ItemStock, row: LedgerRow): Loss[] {
  if (row.dispositionText === "" || row.disposition === "SELLABLE") return stock.lost;
  if (row.disposition === "WAREHOUSE_DAMAGED" || row.disposition === "CARRIER_DAMAGED") {
    return stock.damagedThenLost;
  }
  return stock.lostUnsellable;
}

/** A row as a loss; `units` where not all it leaves unreconciled are lost. */
export function lossOf(account: Account, row: LedgerRow, units = row.unreconciled): Loss {
  const coverage = account.derive(coverageOf);
  return {
    row,
    reconciled: opening(row, row.reconciled),
    unreconciled: opening(row, units),
    covered: ["ledger-detail", "reimbursements"].every(
      (report) => coverage.missing(report, row.marketplace, row.date, account.asOf) === null,
    ),
    damage: { date: row.date, identity: row.identity, left: Math.abs(row.quantity) },
  };
}

function opening(row: LedgerRow, units: number): Opening {
  return { date: row.date, identity: row.identity, open: units, clearedBy: [] };
}

function find(row: LedgerRow, units: number): Find {
  return { date: row.date, identity: row.identity, left: units, row };
}

export function asinKey(row: LedgerRow): string {
  return `${row.region}|${row.asin}`;
}

/** Per day and centre: as many units as left damaged stock (Q) and came back SELLABLE (P). */
function correctionsOf(rows: readonly LedgerRow[]): OtherEvent[] {
  const byDay = new Map<string, { date: Day; identity: string; out: number; back: number }>();
  for (const row of rows) {
    if (row.code?.kind !== "disposition-change") continue;
    const key = `${row.date}|${row.centre}`;
    const pair = byDay.get(key) ?? { date: row.date, identity: row.centre, out: 0, back: 0 };
    if (row.quantity < 0 && AMAZON_DAMAGED.includes(row.disposition ?? "")) pair.out -= row.quantity;
    if (row.quantity > 0 && row.disposition === "SELLABLE") pair.back += row.quantity;
    byDay.set(key, pair);
  }
  return [...byDay.values()].map(({ date, identity, out, back }) => ({
    date,
    identity,
    left: Math.min(out, back),
    inWords: "inspected and put back as sellable",
  }));
}

/** O units cancel finds of the item and disposition dated up to 30 days before: such a find was none. */
export function cancelFindsTakenOut(account: Account): void {
  const { items, ownerless } = account.derive(warehouseOf);
  for (const stock of items.values()) {
    if (stock.takenOut.length === 0) continue;
    const own = [...stock.foundUnreconciled, ...stock.foundReconciled];
    const asins = new Set(stock.takenOut.map((out) => asinKey(out.row)));
    const unowned = [...asins].flatMap((key) => ownerless.get(key) ?? []);
    for (const disposition of new Set(stock.takenOut.map((out) => out.row.disposition))) {
      const same = (of: { row: LedgerRow }) => of.row.disposition === disposition;
      const out = stock.takenOut.filter(same);
      const ofOwnerless = (o: { row: LedgerRow }) => isFoundWithoutOwner(o.row.msku);
      clear(
        out.filter((o) => !ofOwnerless(o)),
        own.filter(same),
        TAKEN_OUT,
      );
      clear(
        out.filter(ofOwnerless),
        unowned.filter((f) => same(f) && f.row.itemKey === stock.key),
        TAKEN_OUT,
      );
    }
  }
}

/** N units within 30 days of a payment in stock are that payment: not a find as well. */
export function recogniseStockPayments(account: Account): void {
  const { items } = account.derive(warehouseOf);
  const byItem = new Map<string, StockPayment[]>();
  const bySku = new Map<string, StockPayment[]>();
  for (const paid of account.derive(stockPaymentsOf)) {
    if (paid.itemKey === "") listUnder(bySku, paid.skuKey).push(paid);
    else listUnder(byItem, paid.itemKey).push(paid);
  }
  for (const stock of items.values()) {
    const transferredIn = [...stock.foundUnreconciled, ...stock.foundReconciled].filter(
      (f) => f.row.code?.code === "N",
    );
    if (transferredIn.length === 0) continue;
    clear(byItem.get(stock.key) ?? [], transferredIn, STOCK_ARRIVES);
    for (const sku of new Set(transferredIn.map((f) => skuKey(stock.region, f.row.msku)))) {
      const ofSku = transferredIn.filter((f) => skuKey(stock.region, f.row.msku) === sku);
      clear(bySku.get(sku) ?? [], ofSku, STOCK_ARRIVES);
    }
  }
}

/**
 * A unit a customer returned DAMAGED or CARRIER_DAMAGED is claimed as that return: a carrier damage (code 6)
 * booked for it up to 60 days later is the same unit.
 */
export function keepUnitsOfDamagedReturns(account: Account): void {
  const returns = new Map<string, OtherEvent[]>();
  for (const unit of account.derive(returnsOf).all) {
    if (unit.disposition === "CARRIER_DAMAGED" || unit.disposition === "DAMAGED") {
      listUnder(returns, unit.itemKey).push({
        date: unit.date,
        identity: unit.identity,
        left: unit.units,
        returned: unit,
        inWords: `came back damaged from order ${unit.orderId} and belongs to that return`,
      });
    }
  }
  if (returns.size === 0) return;
  for (const stock of account.derive(warehouseOf).items.values()) {
    const byCarrier = stock.damaged.filter((loss) => loss.row.code?.code === "6");
    const ofItem = returns.get(stock.key) ?? [];
    clear(unreconciled(byCarrier), ofItem, RETURNED_BEFORE);
    clear(reconciled(byCarrier), ofItem, RETURNED_BEFORE);
  }
}

/** Unreconciled units of a loss that belong to customers' returns Amazon has not marked as paid. */
export function keptByReturns(loss: Loss): number {
  return loss.unreconciled.clearedBy.reduce((sum, { credit, units }) => {
    const { returned } = credit as OtherEvent;
    return returned === undefined || returned.reimbursed ? sum : sum + units;
  }, 0);
}

/** Damaged units: corrections, then payments for damage; code 6 also by what is left of inbound damage payments. */
export function clearDamaged(account: Account): void {
  for (const stock of account.derive(warehouseOf).items.values()) {
    for (const losses of coveredFirst(stock.damaged)) {
      for (const part of [reconciled, unreconciled]) {
        clear(part(losses), stock.corrected);
        clearByPayments(
          account,
          losses.filter((l) => l.row.code?.code === "6"),
          part,
          ["Damaged_Inbound"],
        );
        clearByPayments(account, losses, part, ["Damaged_Warehouse"]);
      }
    }
  }
}

/** Units damaged otherwise are no claim: they take what corrections and payments all claims have left. */
export function clearDamagedOtherwise(account: Account): void {
  for (const stock of account.derive(warehouseOf).items.values()) {
    for (const part of [reconciled, unreconciled]) {
      clear(part(stock.damagedOtherwise), stock.corrected);
      clearByPayments(account, stock.damagedOtherwise, part, ["Damaged_Warehouse"]);
    }
  }
}

/** Lost units: reconciled ones by reconciled finds, then payments; unreconciled ones by unreconciled finds and payments left. */
export function clearLost(account: Account): void {
  for (const stock of account.derive(warehouseOf).items.values()) {
    for (const list of [stock.lost, stock.damagedThenLost, stock.lostUnsellable]) {
      for (const losses of coveredFirst(list)) {
        clear(reconciled(losses), stock.foundReconciled);
        clearByPayments(account, losses, reconciled, ["Lost_Warehouse"]);
        clear(unreconciled(losses), stock.foundUnreconciled);
        clearByPayments(account, losses, unreconciled, ["Lost_Warehouse"]);
      }
    }
  }
}

/** `Amazon.Found.*` units of the same ASIN clear unreconciled losses last of all. */
export function clearByOwnerlessFinds(account: Account): void {
  const { items, ownerless } = account.derive(warehouseOf);
  if (ownerless.size === 0) return;
  const byAsin = new Map<string, Loss[]>();
  for (const stock of items.values()) {
    for (const loss of stock.lost) listUnder(byAsin, asinKey(loss.row)).push(loss);
  }
  for (const [key, losses] of byAsin) {
    const finds = ownerless.get(key) ?? [];
    for (const part of coveredFirst(losses)) clear(unreconciled(part), finds);
  }
}

/** Payments for the item with one of the reasons and no order id; rows that name no FNSKU match by SKU, after. */
export function clearByPayments(
  account: Account,
  losses: readonly Loss[],
  part: (losses: readonly Loss[]) => Opening[],
  reasons: readonly string[],
): void {
  if (losses.length === 0) return;
  const { byItem, bySku } = account.derive(lossPaymentsOf);
  const fits = (p: Payment) => p.reason !== null && reasons.includes(p.reason);
  const key = losses[0]?.row.itemKey ?? "";
  clear(part(losses), (byItem.get(key) ?? []).filter(fits));
  if (bySku.size === 0) return;
  for (const sku of new Set(losses.map((l) => skuKey(l.row.region, l.row.msku)))) {
    const ofSku = losses.filter((l) => skuKey(l.row.region, l.row.msku) === sku);
    clear(part(ofSku), (bySku.get(sku) ?? []).filter(fits));
  }
}

/** Payments that can clear a loss of stock: none that names a customer order or a shipment. */
export function lossPaymentsOf(account: Account): {
  readonly byItem: ReadonlyMap<string, readonly Payment[]>;
  readonly bySku: ReadonlyMap<string, readonly Payment[]>;
} {
  const [byItem, bySku] = [new Map<string, Payment[]>(), new Map<string, Payment[]>()];
  for (const payment of account.derive(paymentsOf).paid) {
    if (payment.orderId !== "" || payment.shipmentId !== "" || payment.units === 0) continue;
    if (payment.itemKey !== "") listUnder(byItem, payment.itemKey).push(payment);
    else listUnder(bySku, payment.skuKey).push(payment);
  }
  return { byItem, bySku };
}

export function reconciled(losses: readonly Loss[]): Opening[] {
  return losses.map((loss) => loss.reconciled);
}

export function unreconciled(losses: readonly Loss[]): Opening[] {
  return losses.map((loss) => loss.unreconciled);
}

/**
 * Losses whose reports are known first: of the others nobody knows whether Amazon paid them before, and a
 * payment given to one of them could leave a paid loss open.
 */
export function coveredFirst(losses: readonly Loss[]): Loss[][] {
  return [losses.filter((l) => l.covered), losses.filter((l) => !l.covered)];
}
