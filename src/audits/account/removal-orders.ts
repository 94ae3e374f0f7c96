/** Removal orders: what the seller, or a rule of the account, asked Amazon to send back or dispose of. */

import { disposition } from "../../policy/index.ts";
import type { RowOf } from "../../reports/definition.ts";
import { removalOrders } from "../../reports/index.ts";
import { type Day, dayOfMoment } from "../../values/day.ts";
import { currencyOf, type Money, moneyOf } from "../../values/money.ts";
import { byDate } from "../clearing.ts";
import type { Account } from "./account.ts";
import { itemKey, skuKey } from "./items.ts";
import { type Place, placeOfCurrency } from "./regions.ts";
import type { OtherEvent } from "./warehouse.ts";

type Row = RowOf<typeof removalOrders>;

/** One item of a removal order. As a credit, dated by its request: units disposed of or shipped, not used yet. */
export interface RemovalOrder extends Place, OtherEvent {
  /** The item's pool; empty when the row names no FNSKU (`skuKey` then matches). */
  readonly itemKey: string;
  readonly skuKey: string;
  readonly sellable: boolean;
  readonly removalOrderId: string;
  readonly fnsku: string;
  readonly sku: string;
  /** As printed, e.g. `Completed`. */
  readonly status: string;
  readonly requested: number;
  readonly cancelled: number;
  readonly disposed: number;
  readonly shipped: number;
  readonly inProcess: number;
  /** Null when it is blank or its currency is unknown. */
  readonly fee: Money | null;
  readonly line: number;
}

/** The newest state of each item of each order, oldest request first. */
export function removalOrdersOf(account: Account): readonly RemovalOrder[] {
  const newest = new Map<string, Row>();
  for (const row of account.rows(removalOrders)) {
    const { region } = placeOfCurrency(row.currency, row.importedFor);
    const key = [region, row.orderId, row.sku, row.fnsku, disposition(row.disposition)].join("\u0001");
    const known = newest.get(key);
    if (known === undefined || isNewer(row, known)) newest.set(key, row);
  }
  return [...newest.entries()]
    .flatMap(([key, row]) =>
      row.requestDate === null ? [] : [removalOf(row, key, dayOfMoment(row.requestDate))],
    )
    .sort(byDate);
}

/** By the last update; of two states of one moment the one further on, then the first line. */
function isNewer(row: Row, known: Row): boolean {
  const later = (row.lastUpdatedDate ?? 0) - (known.lastUpdatedDate ?? 0);
  const further = goneOf(row) - goneOf(known);
  return (later || further || known.line - row.line) > 0;
}

/** A blank quantity is none. */
function units(printed: number | null): number {
  return Math.max(0, printed ?? 0);
}

function goneOf(row: Row): number {
  return units(row.disposedQuantity) + units(row.shippedQuantity);
}

function removalOf(row: Row, identity: string, date: Day): RemovalOrder {
  const place = placeOfCurrency(row.currency, row.importedFor);
  const paidIn = currencyOf(row.currency);
  return {
    ...place,
    date,
    identity,
    itemKey: row.fnsku === "" ? "" : itemKey(place.region, row.fnsku, "", row.sku),
    skuKey: skuKey(place.region, row.sku),
    sellable: disposition(row.disposition) === "SELLABLE",
    removalOrderId: row.orderId,
    fnsku: row.fnsku,
    sku: row.sku,
    status: row.orderStatus,
    requested: units(row.requestedQuantity),
    cancelled: units(row.cancelledQuantity),
    disposed: units(row.disposedQuantity),
    shipped: units(row.shippedQuantity),
    inProcess: units(row.inProcessQuantity),
    fee: row.removalFee === null || paidIn === null ? null : moneyOf(row.removalFee, paidIn),
    line: row.line,
    left: goneOf(row),
    inWords: `asked for in removal order ${row.orderId}`,
    evidence: { report: "removal-orders", line: row.line },
  };
}
