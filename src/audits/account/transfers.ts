/**
 * Units on their way between Amazon's warehouses: what left and has not arrived. Rows of one item name no
 * partner, so arrivals are matched with departures first in, first out, day by day.
 */

import { addDays, type Day } from "../../values/day.ts";
import { clear, listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { coverageOf } from "./coverage.ts";
import { ledgerOf, type Transfers } from "./ledger.ts";
import {
  asinKey,
  clearByPayments,
  coveredFirst,
  type Loss,
  lossOf,
  unreconciled,
  warehouseOf,
} from "./warehouse.ts";

/** So many days a transfer may take; what is on its way longer is missing. */
export const TRANSIT_DAYS = 60;
/** An arrival may be booked up to so many days before its departure, as any find before its loss. */
const BOOKED_EARLY_DAYS = 7;

/** What left and has not arrived, row by row, by item key: units on their way since not long included. */
export function departuresOf(account: Account): ReadonlyMap<string, readonly Loss[]> {
  const open = new Map<string, Loss[]>();
  for (const transfers of account.derive(ledgerOf).transfers) {
    for (const [day, units] of openDays(account, transfers)) {
      listUnder(open, transfers.itemKey).push(...rowsOpen(account, transfers, day, units));
    }
  }
  return open;
}

/** Sellable units that are on their way longer than a transfer takes, by item key. */
export function missingInTransit(account: Account): ReadonlyMap<string, readonly Loss[]> {
  const missing = new Map<string, readonly Loss[]>();
  for (const [key, losses] of account.derive(departuresOf)) {
    const old = losses.filter((loss) => isSellable(loss) && isOverdue(account, loss));
    if (old.length > 0) missing.set(key, old);
  }
  return missing;
}

export function isSellable({ row }: Loss): boolean {
  return row.dispositionText === "" || row.disposition === "SELLABLE";
}

export function isOverdue(account: Account, { row }: Loss): boolean {
  return addDays(row.date, TRANSIT_DAYS) <= account.asOf;
}

/** Missing units take the finds, then the payments for losses, that no reported loss needed. */
export function clearTransfers(account: Account): void {
  const { items } = account.derive(warehouseOf);
  for (const [key, missing] of account.derive(missingInTransit)) {
    for (const losses of coveredFirst(missing)) {
      clear(unreconciled(losses), items.get(key)?.foundUnreconciled ?? []);
      clearByPayments(account, losses, unreconciled, ["Lost_Warehouse"]);
    }
  }
}

/** `Amazon.Found.*` units of the same ASIN, last of all. */
export function clearTransfersByOwnerlessFinds(account: Account): void {
  const { ownerless } = account.derive(warehouseOf);
  if (ownerless.size === 0) return;
  const byAsin = new Map<string, Loss[]>();
  for (const loss of [...account.derive(missingInTransit).values()].flat()) {
    listUnder(byAsin, asinKey(loss.row)).push(loss);
  }
  for (const [key, losses] of byAsin) {
    for (const part of coveredFirst(losses)) clear(unreconciled(part), ownerless.get(key) ?? []);
  }
}

/** Units per day. */
type Days = Map<Day, number>;

/**
 * Units still open per day of departure. What arrives, and what the ledger reports as lost after its departure
 * (that unit is claimed as lost), takes the oldest departure on or before its day. What arrives without one
 * left before the data begin. Long after the data begin that can't be: then it was booked early.
 */
function openDays(account: Account, transfers: Transfers): Days {
  const [out, arrived]: [Days, Days] = [new Map(), new Map()];
  transfers.days.forEach((day, n) => {
    const units = transfers.units[n] ?? 0;
    const side = units < 0 ? out : arrived;
    if (units > 0 || day <= account.asOf) side.set(day, (side.get(day) ?? 0) + Math.abs(units));
  });
  const taking: Days = new Map(arrived);
  for (const row of account.derive(ledgerOf).adjustments.get(transfers.itemKey) ?? []) {
    if (row.code?.kind !== "lost" || row.quantity > 0) continue;
    if ((row.disposition ?? "SELLABLE") !== transfers.condition) continue;
    taking.set(row.date, (taking.get(row.date) ?? 0) - row.quantity);
  }
  const spare = takeOldest(out, taking, 0);
  const begins = dataBegin(account, transfers.region);
  for (const day of [...spare.keys()]) {
    const arrivals = Math.min(spare.get(day) ?? 0, arrived.get(day) ?? 0);
    if (day <= addDays(begins, TRANSIT_DAYS) || arrivals === 0) spare.delete(day);
    else spare.set(day, arrivals);
  }
  takeOldest(out, spare, BOOKED_EARLY_DAYS);
  return out;
}

/** The first day of the ledger in a region. */
function dataBegin(account: Account, region: string): Day {
  const [first] = account.derive(coverageOf).periods("ledger-detail", region);
  return first?.from ?? account.asOf;
}

/**
 * Lets units take open departures dated up to `early` days after them, the oldest first; `out` is left with
 * what stays open. Returns the units that found none.
 */
function takeOldest(out: Days, units: Days, early: number): Days {
  const departures = [...out.keys()].sort((a, b) => a - b);
  const spare: Days = new Map();
  let first = 0;
  for (const [day, count] of [...units].sort(([a], [b]) => a - b)) {
    let left = count;
    for (let at = departures[first]; left > 0 && at !== undefined && at <= day + early; ) {
      const open = out.get(at) ?? 0;
      const taken = Math.min(open, left);
      left -= taken;
      if (taken === open) {
        out.delete(at);
        at = departures[++first];
      } else {
        out.set(at, open - taken);
      }
    }
    if (left > 0) spare.set(day, left);
  }
  return spare;
}

/** Of the departures of a day the last, by identity, are the open ones. */
function rowsOpen(account: Account, transfers: Transfers, day: Day, units: number): Loss[] {
  let left = units;
  const open: Loss[] = [];
  for (const row of [...transfers.departures(day)].reverse()) {
    const taken = Math.min(left, -row.quantity);
    left -= taken;
    if (taken > 0) open.push(lossOf(account, { ...row, reconciled: 0 }, taken));
  }
  return open;
}
