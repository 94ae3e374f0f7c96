/** Stock on its way back to the seller (audits catalogue §6). */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Item, RemovalRow } from "../model.ts";
import { costOf, plantNote, plantOwed } from "../plant.ts";
import type { Chapter } from "./story.ts";

/** The files show a parcel as sent so many days after its request. */
const SENT_AFTER = 6;
/** Where the seller notes no day of arrival. */
const ASSUMED_ON_THE_WAY = 14;

/** A removal order shipped in one parcel on a day. */
function sent(
  a: Account,
  item: Item,
  shipped: Day,
  units: number,
  more: Partial<RemovalRow> = {},
): RemovalRow {
  const row: RemovalRow = {
    day: addDays(shipped, -SENT_AFTER),
    orderId: a.unique(() => a.dice.letters(10)),
    type: "Return",
    item,
    disposition: a.dice.pick(["Sellable", "Unsellable"]),
    units,
    tracking: `1Z${a.dice.letters(16)}`,
    ...more,
  };
  a.removals.push(row);
  a.ledgerRow(item, "VendorReturns", addDays(row.day, 5), -units, { reference: row.orderId });
  return row;
}

function count(
  a: Account,
  of: RemovalRow,
  units: number,
  received: Day | null = null,
  condition = "good",
): void {
  a.counts.push({ of, units, received, condition });
}

/** A day of shipment on a border of the window (opens after 15 days, ends after 75), or anywhere near it. */
function shipDay(a: Account, least = 1): Day {
  const borders = [14, 15, 75, 76].filter((age) => age >= least);
  return addDays(a.asOf, -(a.dice.chance(0.6) ? a.dice.pick(borders) : a.dice.int(least, 120)));
}

function expectLost(a: Account, row: RemovalRow, units: number): void {
  const event = addDays(row.day, SENT_AFTER);
  const { orderId, item } = row;
  const amount = costOf(a, item, event, units);
  plantOwed(a, "removal-lost", {
    event,
    units,
    amount,
    fnsku: item.fnsku,
    orderId,
    referenceId: row.tracking ?? "",
  });
}

function expectShort(a: Account, row: RemovalRow, event: Day, units: number, estimated = false): void {
  const { orderId, item } = row;
  const amount = costOf(a, item, addDays(row.day, SENT_AFTER), units);
  plantOwed(a, "removal-short", {
    event,
    units,
    amount,
    fnsku: item.fnsku,
    orderId,
    referenceId: row.tracking ?? "",
    estimated,
  });
}

/** §6: the seller counted nothing. Expects all units. */
function parcelLost(a: Account): void {
  const row = sent(a, a.item(), shipDay(a), a.dice.int(1, 4));
  count(a, row, 0);
  expectLost(a, row, row.units);
}

/** §6: shipped − paid. Lost, and some paid, under the order or by item alone. Expects the rest. */
function parcelPaidInPart(a: Account): void {
  const item = a.item();
  const shipped = shipDay(a, 14);
  const row = sent(a, item, shipped, 3);
  count(a, row, 0);
  a.pay(item, { reason: "Removal_Order_Lost", day: a.after(shipped, 3, 12), cash: 2 });
  expectLost(a, row, 1);
}

/** §6: paid in full. Expects nothing. */
function parcelPaid(a: Account): void {
  const item = a.item();
  const shipped = shipDay(a, 14);
  const row = sent(a, item, shipped, 2);
  count(a, row, 0);
  a.pay(item, { reason: "Removal_Order_Lost", day: a.after(shipped, 3, 12), cash: 2 });
}

/** §6: payments for warehouse losses are not for removals. Expects both settled apart: the parcel is owed. */
function parcelLostAndAnotherLossPaid(a: Account): void {
  const item = a.item();
  const shipped = shipDay(a, 14);
  const row = sent(a, item, shipped, 2);
  count(a, row, 0);
  a.lose(item, addDays(shipped, 1), 1);
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(shipped, 5, 12), cash: 1 });
  expectLost(a, row, 2);
}

/** §6: at least one counted. Expects shipped − counted. */
function parcelShort(a: Account): void {
  const shipped = shipDay(a, 12);
  const arrived = a.after(shipped, 3, 11);
  const row = sent(a, a.item(), shipped, a.dice.int(3, 6));
  count(a, row, row.units - 2, arrived);
  expectShort(a, row, arrived, 2);
}

/** §2: without a received-date, 14 days after the shipment are assumed. */
function parcelShortWithoutDay(a: Account): void {
  const shipped = shipDay(a);
  const row = sent(a, a.item(), shipped, 4);
  count(a, row, 3);
  expectShort(a, row, addDays(shipped, ASSUMED_ON_THE_WAY), 1, true);
}

/** §6: counted in two conditions, all there. Expects nothing. */
function parcelInTwoConditions(a: Account): void {
  const shipped = shipDay(a, 12);
  const row = sent(a, a.item(), shipped, 5);
  const arrived = a.after(shipped, 3, 11);
  count(a, row, 3, arrived);
  count(a, row, 2, arrived, "damaged");
}

/** §6: units in process 30 days after the request. Expects a note; a younger one none. */
function removalStuck(a: Account): void {
  const requested = addDays(a.asOf, -a.dice.pick([30, 31, 60, 200]));
  const row = sent(a, a.item(), addDays(requested, SENT_AFTER), 5, { inProcess: 2 });
  count(a, row, 3, addDays(requested, 12));
  const { orderId, item } = row;
  plantNote(a, "removal-stuck", { event: requested, units: 2, amount: null, fnsku: item.fnsku, orderId });
}

function removalUnderWay(a: Account): void {
  const requested = addDays(a.asOf, -a.dice.pick([10, 29]));
  const row = sent(a, a.item(), addDays(requested, SENT_AFTER), 5, { inProcess: 2 });
  count(a, row, 3, a.asOf);
}

/** Parcels no story speaks of: about half were counted and complete, of the others nobody knows (§6: a note). */
export function confirmParcels(a: Account): void {
  const counted = new Set(a.counts.map(({ of }) => of));
  a.begin("parcels");
  for (const row of a.removals) {
    if (row.tracking === null || row.type !== "Return" || counted.has(row)) continue;
    const event = addDays(row.day, SENT_AFTER);
    const { orderId, item, units } = row;
    if (a.dice.chance(0.5)) count(a, row, units);
    else
      plantNote(a, "removal-lost", {
        event,
        units,
        amount: null,
        fnsku: item.fnsku,
        orderId,
        referenceId: row.tracking,
      });
  }
}

export const removals: Chapter = {
  stories: {
    parcelLost,
    parcelPaidInPart,
    parcelPaid,
    parcelLostAndAnotherLossPaid,
    parcelShort,
    parcelShortWithoutDay,
    parcelInTwoConditions,
    removalStuck,
    removalUnderWay,
  },
};
