/**
 * Removal shipments: what left Amazon for the seller, parcel by parcel, what the seller counted when it came,
 * and what Amazon paid for it. An obligation is one item in one parcel of one removal order.
 */

import type { RowOf } from "../../reports/definition.ts";
import { removalReceipts, removalShipments } from "../../reports/index.ts";
import { type Day, dayOfMoment } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import { type Bounds, byDate, clear, listUnder, type Opening, take } from "../clearing.ts";
import { type Evidence, findingId } from "../finding.ts";
import type { Item } from "../wording/draft.ts";
import type { Account } from "./account.ts";
import { clearByClaim } from "./claim-payments.ts";
import { eachEventOnce } from "./downloads.ts";
import { itemNumbersOf } from "./item-numbers.ts";
import { itemKey, skuKey } from "./items.ts";
import { orderCreditsOf } from "./order-credits.ts";
import { inOrder } from "./orders/order-lines.ts";
import type { Payment } from "./payments.ts";
import { type Place, placeOf } from "./regions.ts";
import { removalOrdersOf } from "./removal-orders.ts";
import { lossPaymentsOf } from "./warehouse.ts";

type Row = RowOf<typeof removalShipments>;
type Receipt = RowOf<typeof removalReceipts>;

/** One item in one parcel. As an opening: units shipped, neither counted nor paid; dated by its shipment. */
export interface Parcel extends Opening, Place {
  readonly orderId: string;
  readonly tracking: string;
  readonly carrier: string;
  readonly item: Item;
  readonly itemKey: string;
  readonly identityParts: readonly string[];
  readonly shipped: number;
  /** What the seller counted; null when nothing is recorded. */
  readonly counted: number | null;
  /** The first day on which any of it was counted, where the seller noted one. */
  readonly receivedDate: Day | null;
  /** Nothing came, or some of it; null when nobody counted. */
  readonly audit: "removal-lost" | "removal-short" | null;
  readonly evidence: readonly Evidence[];
}

const SINCE_SHIPMENT: Bounds = { before: 0, after: Number.POSITIVE_INFINITY, order: "oldest-first" };

/** Parcels to the seller shipped up to as-of, oldest first, with what was paid for them taken off. */
export function parcelsOf(account: Account): readonly Parcel[] {
  const parcels = new Map<string, Row[]>();
  for (const row of eachEventOnce(account.rows(removalShipments), keyOf).flat()) {
    if (isOnItsWay(account, row)) listUnder(parcels, partsOf(row).join("\u0001")).push(row);
  }
  const places = placesOf(account);
  const receipts = new Receipts(account.rows(removalReceipts), [...parcels.values()].flat());
  const found = [...parcels.values()].map((rows) => parcelOf(account, rows, places, receipts)).sort(byDate);
  for (const parcel of found) clearClaimed(account, parcel);
  // What the seller reports missing is served before what nobody has counted yet.
  for (const group of [found.filter((p) => p.audit !== null), found.filter((p) => p.audit === null)]) {
    clearByOrder(account, group);
    clearByItem(account, group);
  }
  return found;
}

/** Shipped by as-of, and to the seller: what is liquidated or disposed of goes elsewhere. */
function isOnItsWay(account: Account, row: Row): boolean {
  return (
    row.shipmentDate !== null &&
    dayOfMoment(row.shipmentDate) <= account.asOf &&
    (row.shippedQuantity ?? 0) > 0 &&
    (row.removalOrderType === "" || /return/i.test(row.removalOrderType))
  );
}

function keyOf(row: Row): string {
  return [...partsOf(row), row.sku, row.shipmentDate, row.disposition].join("\u0001");
}

function partsOf(row: Row): [order: string, item: string, tracking: string] {
  return [row.orderId, row.fnsku || row.sku, row.trackingNumber];
}

/** The report names no marketplace: the removal order's currency does. */
function placesOf(account: Account): ReadonlyMap<string, Place> {
  return new Map(account.derive(removalOrdersOf).map((order) => [order.removalOrderId, order]));
}

function parcelOf(
  account: Account,
  rows: readonly Row[],
  places: ReadonlyMap<string, Place>,
  receipts: Receipts,
): Parcel {
  const first = [...rows].sort((a, b) => compareText(a.sku, b.sku) || a.line - b.line)[0] as Row;
  const { marketplace, region } = places.get(first.orderId) ?? placeOf(first.importedFor);
  const date = Math.min(...rows.map((row) => dayOfMoment(row.shipmentDate ?? (0 as never)))) as Day;
  const item = { fnsku: first.fnsku, msku: first.sku, asin: "" };
  const known = account.derive(itemNumbersOf).ofMsku(region, first.sku);
  const shipped = rows.reduce((sum, row) => sum + (row.shippedQuantity ?? 0), 0);
  const counts = receipts.of(first);
  const counted =
    counts.length === 0 ? null : counts.reduce((sum, count) => sum + (count.unitsReceived ?? 0), 0);
  const days = counts.flatMap((count) => (count.receivedDate === null ? [] : [count.receivedDate]));
  const parts = partsOf(first);
  return {
    marketplace,
    region,
    date,
    identity: parts.join("\u0001"),
    identityParts: parts,
    open: Math.max(0, shipped - (counted ?? 0)),
    clearedBy: [],
    orderId: first.orderId,
    tracking: first.trackingNumber,
    carrier: first.carrier,
    item: { ...item, fnsku: item.fnsku || known.fnsku, asin: known.asin },
    itemKey: itemKey(region, item.fnsku || known.fnsku, known.asin, item.msku),
    shipped,
    counted,
    receivedDate: days.length === 0 ? null : (Math.min(...days) as Day),
    audit: counted === null ? null : counted === 0 ? "removal-lost" : "removal-short",
    evidence: inOrder([
      ...rows.map(({ line }) => ({ report: "removal-shipments", line })),
      ...counts.map(({ line }) => ({ report: "removal-receipts", line })),
    ]),
  };
}

/** What the seller counted. A count that could be of several parcels is a count of none. */
class Receipts {
  private readonly items = new Map<string, Set<string>>();
  private readonly parcels = new Map<string, Set<string>>();
  private readonly counts: readonly Receipt[];

  constructor(counts: readonly Receipt[], rows: readonly Row[]) {
    this.counts = counts.filter((count) => count.unitsReceived !== null && count.unitsReceived >= 0);
    for (const row of rows) {
      const [order, item, tracking] = partsOf(row);
      note(this.items, `${order}|${tracking}`, item);
      note(this.parcels, `${order}|${item}`, tracking);
    }
  }

  /** The counts of the parcel a row belongs to. */
  of(row: Row): readonly Receipt[] {
    const [order, item, tracking] = partsOf(row);
    const itemsInside = this.items.get(`${order}|${tracking}`)?.size ?? 0;
    const parcelsOfItem = this.parcels.get(`${order}|${item}`)?.size ?? 0;
    return this.counts.filter((count) => {
      if (count.removalOrderId !== "" ? count.removalOrderId !== order : count.trackingNumber === "") {
        return false;
      }
      if (count.trackingNumber === "" ? parcelsOfItem > 1 : !isSameNumber(count.trackingNumber, tracking)) {
        return false;
      }
      if (count.fnsku !== "" && row.fnsku !== "") return count.fnsku === row.fnsku;
      if (count.msku !== "") return count.msku === row.sku;
      // A count that names no item is of the whole parcel: nothing of it came, or it holds one item only.
      return count.fnsku === "" && (count.unitsReceived === 0 || itemsInside === 1);
    });
  }
}

/** Sellers type tracking numbers in groups, and not always in capitals. */
function isSameNumber(typed: string, printed: string): boolean {
  return typed === printed || plain(typed) === plain(printed);
}

function plain(tracking: string): string {
  return tracking.replace(/[\s-]/g, "").toUpperCase();
}

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

function clearClaimed(account: Account, parcel: Parcel): void {
  if (parcel.audit !== null) clearByClaim(account, findingId(parcel.audit, parcel.identityParts), [parcel]);
}

/** Payments that name the removal order: those of the item, then those that name no item. */
function clearByOrder(account: Account, parcels: readonly Parcel[]): void {
  const credits = account.derive(orderCreditsOf);
  const same = [
    (p: Parcel, c: { fnsku: string }) => c.fnsku !== "" && c.fnsku === p.item.fnsku,
    (p: Parcel, c: { sku: string }) => c.sku !== "" && c.sku === p.item.msku,
    (_: Parcel, c: { sku: string; fnsku: string }) => c.sku === "" && c.fnsku === "",
  ];
  for (const fits of same) {
    for (const parcel of parcels) {
      for (const credit of [...credits.ofOrder(parcel.orderId)].sort(byDate)) {
        if (fits(parcel, credit)) take(parcel, credit);
      }
    }
  }
}

/** Payments for lost removals that name no order: the oldest parcel of the item shipped before them. */
function clearByItem(account: Account, parcels: readonly Parcel[]): void {
  const { byItem, bySku } = account.derive(lossPaymentsOf);
  const pays = (p: Payment) => p.reason === "Removal_Order_Lost";
  const keys = [
    [(p: Parcel) => p.itemKey, byItem],
    [(p: Parcel) => skuKey(p.region, p.item.msku), bySku],
  ] as const;
  for (const [keyOf, payments] of keys) {
    const groups = new Map<string, Parcel[]>();
    for (const parcel of parcels) listUnder(groups, keyOf(parcel)).push(parcel);
    for (const [key, group] of groups) clear(group, (payments.get(key) ?? []).filter(pays), SINCE_SHIPMENT);
  }
}
