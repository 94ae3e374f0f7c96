/** Shipments to Amazon: received in full, short, mixed up, paid (audits catalogue §4 `inbound-short`). */

import { addDays, addMonths, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { InboundShipment, Item } from "../model.ts";
import type { Chapter } from "./story.ts";

const AUDIT = "inbound-short";

/** The first receipt of a shipment: often on a border of its claim window. */
function firstReceipt(a: Account, minAge: number): Day {
  return a.eventDay(AUDIT, minAge);
}

interface Arrival {
  readonly shipment: InboundShipment;
  readonly first: Day;
  readonly last: Day;
}

/** A closed shipment of one item, received in one or two goes. */
function arrive(a: Account, item: Item, shipped: number, received: number, first: Day): Arrival {
  const spread = a.dice.int(0, Math.min(12, a.asOf - first));
  const last = received > 1 ? addDays(first, spread) : first;
  const shipment = a.ship(addDays(first, -a.dice.int(5, 20)), [{ item, shipped }], {
    located: received,
    updated: last,
  });
  const early = last === first ? received : a.dice.int(1, received - 1);
  a.receive(shipment, item, first, early);
  a.receive(shipment, item, last, received - early);
  return { shipment, first, last };
}

function expectShort(a: Account, item: Item, arrival: Arrival, units: number): void {
  a.expect(AUDIT, {
    event: arrival.first,
    graceFrom: arrival.last,
    units,
    amount: item.cost === null ? null : units * Math.min(item.cost, a.place.unitCap),
    fnsku: item.fnsku,
    shipmentId: arrival.shipment.id,
  });
}

/** §4: shipped − received > 0 and closed. Expects the difference; `wait` until 30 days after the last receipt. */
function shortAndClosed(a: Account): void {
  const item = a.item();
  const received = a.dice.int(1, 30);
  const missing = a.dice.int(1, 5);
  expectShort(a, item, arrive(a, item, received + missing, received, firstReceipt(a, 0)), missing);
}

/** §4: everything arrived. Expects nothing. */
function receivedInFull(a: Account): void {
  const item = a.item();
  const units = a.dice.int(1, 60);
  arrive(a, item, units, units, a.ago(0, 400));
}

/** §4: not closed yet: nothing is said. */
function stillReceiving(a: Account): void {
  const item = a.item();
  const first = a.ago(0, 60);
  const shipment = a.ship(addDays(first, -9), [{ item, shipped: 20 }], {
    status: a.dice.pick(["Receiving", "Checked-in", "Delivered"]),
    located: 12,
    updated: first,
  });
  a.receive(shipment, item, first, 12);
}

/** §4: no status known, 21 days or more since the last receipt. Expects the difference. */
function shortWithoutStatus(a: Account): void {
  const item = a.item();
  const age = a.dice.pick([21, 21, 29, 30, 31, a.dice.int(40, 260)]);
  const first = a.ago(age, age);
  const missing = a.dice.int(1, 3);
  const shipment = a.ship(addDays(first, -8), [{ item, shipped: 10 + missing }], {
    status: null,
    located: 10,
  });
  a.receive(shipment, item, first, 10);
  expectShort(a, item, { shipment, first, last: first }, missing);
}

/** §4: no status known, fewer than 21 days since the last receipt: nothing is said. */
function youngWithoutStatus(a: Account): void {
  const item = a.item();
  const first = a.ago(20, 20);
  const shipment = a.ship(addDays(first, -8), [{ item, shipped: 12 }], { status: null, located: 10 });
  a.receive(shipment, item, first, 10);
}

/** §4: minus `Lost_Inbound` and `Damaged_Inbound` approved on or after the first receipt. Expects the rest, or nothing. */
function shortAndPaid(a: Account): void {
  const item = a.item();
  const missing = a.dice.int(2, 5);
  const paid = a.dice.int(1, missing);
  const arrival = arrive(a, item, 20 + missing, 20, firstReceipt(a, 1));
  const day = a.after(arrival.first, a.dice.pick([0, 1]), 70);
  a.pay(item, { reason: a.dice.pick(["Lost_Inbound", "Damaged_Inbound"]), day, cash: paid });
  if (missing > paid) expectShort(a, item, arrival, missing - paid);
}

/** §4: money approved before the first receipt was for something else. Expects the whole difference. */
function paidBeforeArrival(a: Account): void {
  const item = a.item();
  const arrival = arrive(a, item, 15, 13, firstReceipt(a, 0));
  a.pay(item, { reason: "Lost_Inbound", day: addDays(arrival.first, -a.dice.pick([1, 5, 30])), cash: 2 });
  expectShort(a, item, arrival, 2);
}

/** §4: one payment, two shipments, the older first. Short 2 and 3, paid 3. Expects 2 of the later. */
function oldestShipmentFirst(a: Account): void {
  const item = a.item();
  const first = firstReceipt(a, 5);
  arrive(a, item, 12, 10, addDays(first, -a.dice.int(60, 90)));
  const later = arrive(a, item, 13, 10, first);
  a.pay(item, { reason: "Lost_Inbound", day: a.after(later.last, 0, 40), cash: 3 });
  expectShort(a, item, later, 2);
}

/** §1.12: a shipment's loss is not paid by another shipment's money. Paid 2 for a shortage of 1, then short again: expects 1. */
function otherShipmentsMoney(a: Account): void {
  const item = a.item();
  const first = firstReceipt(a, 0);
  const older = arrive(a, item, 11, 10, addDays(first, -a.dice.int(70, 90)));
  a.pay(item, { reason: "Lost_Inbound", day: addDays(older.first, a.dice.int(15, 40)), cash: 2 });
  const later = arrive(a, item, 11, 10, first);
  expectShort(a, item, later, 1);
}

/** §4: a surplus of the same item in a shipment created within 30 days is a mix-up → `info`. */
function mixedUpShipments(a: Account): void {
  const item = a.item();
  const first = a.ago(60, 200);
  const short = a.ship(addDays(first, -10), [{ item, shipped: 12 }], { located: 10, updated: first });
  a.receive(short, item, first, 10);
  const created = addDays(first, a.dice.int(-10, 15));
  const surplus = a.ship(created, [{ item, shipped: 6 }], { located: 8, updated: addDays(created, 12) });
  a.receive(surplus, item, addDays(created, 12), 8);
  a.expectInfo(AUDIT, { event: first, units: 2, fnsku: item.fnsku, shipmentId: short.id });
}

/** §4: a surplus of another item of the same shipment is a mix-up → `info`. */
function mixedUpItems(a: Account): void {
  const [one, other] = [a.item(), a.item()];
  const first = a.ago(60, 200);
  const lines = [
    { item: one, shipped: 12 },
    { item: other, shipped: 12 },
  ];
  const shipment = a.ship(addDays(first, -10), lines, { located: 24, updated: first });
  a.receive(shipment, one, first, 11);
  a.receive(shipment, other, first, 13);
  a.expectInfo(AUDIT, { event: first, units: 1, fnsku: one.fnsku, shipmentId: shipment.id });
}

/** §4: surplus of the same item in a shipment created more than 30 days away explains nothing. Expects the shortage. */
function surplusMuchLater(a: Account): void {
  const item = a.item();
  const first = a.ago(90, 250);
  const short = a.ship(addDays(first, -10), [{ item, shipped: 12 }], { located: 10, updated: first });
  a.receive(short, item, first, 10);
  const created = addDays(first, 50);
  const surplus = a.ship(created, [{ item, shipped: 6 }], { located: 8, updated: addDays(created, 12) });
  a.receive(surplus, item, addDays(created, 12), 8);
  expectShort(a, item, { shipment: short, first, last: first }, 2);
}

/** §4: cancelled, deleted, working shipments are out. Expects nothing. */
function neverSent(a: Account): void {
  const created = a.ago(30, 300);
  const status = a.dice.pick(["Cancelled", "Deleted", "Working"]);
  a.ship(created, [{ item: a.item(), shipped: 30 }], { status, located: 0, updated: addDays(created, 3) });
}

/** §4: closed, nothing received, no delivery known → `info` ("never arrived?"). */
function neverArrived(a: Account): void {
  const item = a.item();
  const created = a.ago(80, 150);
  const shipment = a.ship(created, [{ item, shipped: 8 }], { located: 0, updated: addDays(created, 60) });
  a.expectInfo(AUDIT, { event: created, units: 8, fnsku: item.fnsku, shipmentId: shipment.id });
}

/** §4: summed over pack lists. Two lists of the same item. Expects the difference to both. */
function twoPackLists(a: Account): void {
  const item = a.item();
  const first = firstReceipt(a, 0);
  const lines = [{ item, shipped: 9 }];
  const packs = [
    { number: 1, of: 2, lines },
    { number: 2, of: 2, lines },
  ];
  const all = [...lines, ...lines];
  const shipment = a.ship(addDays(first, -10), all, { located: 16, updated: first, packs });
  a.receive(shipment, item, first, 16);
  expectShort(a, item, { shipment, first, last: first }, 2);
}

/** §4: "1 of 2" with the other missing → cannot tell. Expects nothing. */
function packListMissing(a: Account): void {
  const item = a.item();
  const first = a.ago(40, 200);
  const lines = [{ item, shipped: 9 }];
  const shipment = a.ship(addDays(first, -10), [...lines, ...lines], {
    located: 5,
    updated: first,
    packs: [{ number: 1, of: 2, lines }],
  });
  a.receive(shipment, item, first, 5);
}

/** §2 Coverage: ledger receipts below `Units located`: the ledger is incomplete for that shipment. Expects nothing. */
function locatedMoreThanLedger(a: Account): void {
  const item = a.item();
  const first = a.ago(40, 200);
  const shipment = a.ship(addDays(first, -10), [{ item, shipped: 20 }], { located: 18, updated: first });
  a.receive(shipment, item, first, 15);
}

/** §4: one item of a delivered shipment is missing altogether. Expects all its units. */
function wholeItemMissing(a: Account): void {
  const [there, missing] = [a.item(), a.item()];
  const first = firstReceipt(a, 0);
  const lines = [
    { item: there, shipped: 10 },
    { item: missing, shipped: 4 },
  ];
  const shipment = a.ship(addDays(first, -10), lines, { located: 10, updated: first });
  a.receive(shipment, there, first, 10);
  expectShort(a, missing, { shipment, first, last: first }, 4);
}

/** §4: several items, several short. Expects each. */
function severalItemsShort(a: Account): void {
  const items = [a.item(), a.item(), a.item()];
  const first = firstReceipt(a, 0);
  const shipment = a.ship(
    addDays(first, -12),
    items.map((item) => ({ item, shipped: 10 })),
    { located: 27, updated: first },
  );
  items.forEach((item, at) => {
    a.receive(shipment, item, first, [10, 9, 8][at] ?? 0);
    if (at > 0) expectShort(a, item, { shipment, first, last: first }, at);
  });
}

/** §4: a receipt taken back and corrected later nets to the units shipped. Expects nothing. */
function receiptCorrected(a: Account): void {
  const item = a.item();
  const first = a.ago(40, 300);
  const shipment = a.ship(addDays(first, -10), [{ item, shipped: 10 }], {
    located: 10,
    updated: addDays(first, 9),
  });
  a.receive(shipment, item, first, 10);
  a.receive(shipment, item, addDays(first, 3), -4);
  a.receive(shipment, item, addDays(first, 9), 4);
}

/** §2 "Last": a payment of another reason, no order id, clears the oldest open loss, inbound included. Expects nothing. */
function shortPaidAsAdjustment(a: Account): void {
  const item = a.item();
  const arrival = arrive(a, item, 11, 10, a.ago(20, 200));
  a.pay(item, { reason: "GeneralAdjustment", day: a.after(arrival.last, 1, 15) });
}

/** §2: inbound and warehouse losses of one item, each with its own money. Expects nothing. */
function inboundAndWarehouse(a: Account): void {
  const item = a.item();
  const arrival = arrive(a, item, 12, 10, a.ago(60, 200));
  const lost = a.after(arrival.last, 1, 20);
  a.lose(item, lost, 1);
  a.pay(item, { reason: "Lost_Inbound", day: a.after(lost, 0, 20), cash: 2 });
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(lost, 1, 20) });
}

/** §2: inbound money pays no warehouse loss, warehouse money no shipment. Expects the loss and the shortage. */
function inboundMoneyIsNotWarehouseMoney(a: Account): void {
  const item = a.item();
  const arrival = arrive(a, item, 13, 10, a.eventDay(AUDIT, 40));
  const lost = addDays(arrival.first, a.dice.int(14, 30));
  const row = a.lose(item, lost, 2);
  a.pay(item, { reason: "Lost_Inbound", day: a.after(lost, 1, 9) });
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(lost, 1, 9) });
  expectShort(a, item, arrival, 2);
  a.expectLost(row, 1);
}

/** §2 windows: nine or six calendar months, not a number of days. First receipt at the end of a month. */
function endOfTheMonth(a: Account): void {
  const item = a.item();
  const months = a.place.code === "US" ? 9 : 6;
  const first = addDays(addMonths(a.asOf, -months), a.dice.int(-2, 2));
  const shipment = a.ship(addDays(first, -10), [{ item, shipped: 6 }], { located: 5, updated: first });
  a.receive(shipment, item, first, 5);
  expectShort(a, item, { shipment, first, last: first }, 1);
}

export const inbound: Chapter = {
  stories: {
    shortAndClosed,
    receivedInFull,
    stillReceiving,
    shortWithoutStatus,
    youngWithoutStatus,
    shortAndPaid,
    paidBeforeArrival,
    oldestShipmentFirst,
    otherShipmentsMoney,
    mixedUpShipments,
    mixedUpItems,
    surplusMuchLater,
    neverSent,
    neverArrived,
    twoPackLists,
    packListMissing,
    locatedMoreThanLedger,
    wholeItemMissing,
    severalItemsShort,
    receiptCorrected,
    shortPaidAsAdjustment,
    inboundAndWarehouse,
    inboundMoneyIsNotWarehouseMoney,
    endOfTheMonth,
  },
  only: { neverArrived: ["US"] },
};
