/**
 * Stock disposed of, on its way between warehouses, taken out again, and summed up by the ledger's summary view
 * (audits catalogue §3: `disposed-without-request`, `transfer-lost`, `taken-back-after-receipt`,
 * `inventory-imbalance`).
 */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Item, LedgerRow, RemovalRow, SummaryMoves } from "../model.ts";
import type { Chapter } from "./story.ts";

// ---- disposed of -------------------------------------------------------------------------------

function dispose(a: Account, item: Item, day: Day, units: number, disposition = "SELLABLE"): LedgerRow {
  return a.note(item, a.dice.chance(0.8) ? "D" : "G", day, -units, { disposition });
}

function request(a: Account, item: Item, day: Day, units: number, more: Partial<RemovalRow> = {}): void {
  a.removals.push({
    day,
    orderId: a.unique(() => a.dice.letters(10)),
    type: "Disposal",
    item,
    disposition: "Sellable",
    units,
    tracking: null,
    ...more,
  });
}

const disposalDay = (a: Account) => a.eventDay("disposed-without-request");

/** §3: D, G of SELLABLE units nobody asked for. Expects all units. */
function disposedUnasked(a: Account): void {
  const units = a.dice.int(1, 4);
  a.expectDisposed(dispose(a, a.item(), disposalDay(a), units), units);
}

/** §3: cleared by disposed units of a removal order of any source, requested up to 120 days before. Expects nothing. */
function disposedAsked(a: Account): void {
  const item = a.item();
  const day = disposalDay(a);
  const units = a.dice.int(1, 4);
  dispose(a, item, day, units);
  request(a, item, addDays(day, -a.dice.pick([0, 1, 30, 119, 120])), units, {
    source: a.dice.pick([
      "Seller-initiated Manual Removal",
      "Seller-configured Automated Unfulfillable Removal System",
      "Amazon-initiated Automated Aged fulfillable Removal System",
    ]),
  });
}

/** §3: a request more than 120 days before is another's. Expects the units. */
function disposedAskedTooEarly(a: Account): void {
  const item = a.item();
  const day = disposalDay(a);
  request(a, item, addDays(day, -a.dice.pick([121, 122, 150])), 1);
  a.expectDisposed(dispose(a, item, day, 1), 1);
}

/** §3: asked for fewer than were disposed of. Expects the rest. */
function disposedPartlyAsked(a: Account): void {
  const item = a.item();
  const day = disposalDay(a);
  request(a, item, addDays(day, -a.dice.int(2, 20)), 2);
  a.expectDisposed(dispose(a, item, day, 3), 1);
}

/** §3: one order for two disposals, the oldest first. Expects the later. */
function disposedTwiceAskedOnce(a: Account): void {
  const item = a.item();
  const day = disposalDay(a);
  request(a, item, addDays(day, -40), 1);
  dispose(a, item, addDays(day, -a.dice.int(1, 20)), 1);
  a.expectDisposed(dispose(a, item, day, 1), 1);
}

/** §3: shipped units clear too. Expects nothing. */
function disposedThoughShipped(a: Account): void {
  const item = a.item();
  const day = disposalDay(a);
  dispose(a, item, day, 1);
  request(a, item, addDays(day, -a.dice.int(1, 60)), 1, {
    type: "Return",
    tracking: `1Z${a.dice.letters(16)}`,
  });
}

/** §3: what was called off was not asked for. Expects the units. */
function disposedThoughCalledOff(a: Account): void {
  const item = a.item();
  const day = disposalDay(a);
  request(a, item, addDays(day, -a.dice.int(1, 30)), 1, { cancelled: 1 });
  a.expectDisposed(dispose(a, item, day, 1), 1);
}

/** §3: WAREHOUSE_DAMAGED units are matched with damage before them, whatever became of it: paid here. Expects nothing. */
function damagedPaidDisposed(a: Account): void {
  const item = a.item();
  const day = a.eventDay("warehouse-damaged", 30);
  const units = a.dice.int(1, 3);
  a.damage(item, day, units);
  a.pay(item, { reason: "Damaged_Warehouse", day: addDays(day, a.dice.int(1, 9)), cash: units });
  dispose(a, item, addDays(day, a.dice.int(10, 30)), units, "WAREHOUSE_DAMAGED");
}

/** §3: damaged and still owed, then disposed of: owed once, as damage. */
function damagedOwedDisposed(a: Account): void {
  const item = a.item();
  const day = a.eventDay("warehouse-damaged", 9);
  const row = a.damage(item, day, 2);
  dispose(a, item, addDays(day, a.dice.int(0, 9)), 2, "WAREHOUSE_DAMAGED");
  a.expectDamaged(row, 2);
}

/** §3: damage of others (H, K, U, 7) explains disposed stock too. Expects nothing. */
function damagedByOthersDisposed(a: Account): void {
  const item = a.item();
  const day = a.ago(40, 200);
  a.damage(item, day, 1, { reason: a.dice.pick(["H", "K", "U", "7"]), reconciled: 1 });
  dispose(a, item, addDays(day, a.dice.int(0, 30)), 1, "WAREHOUSE_DAMAGED");
}

/** §3: two damaged units, one lost, one disposed of: both are the damage again. Expects nothing. */
function damagedLostAndDisposed(a: Account): void {
  const item = a.item();
  const day = a.ago(60, 200);
  a.damage(item, day, 2, { reconciled: 2 });
  const later = addDays(day, a.dice.int(1, 20));
  a.lose(item, later, 1, { disposition: "WAREHOUSE_DAMAGED" });
  dispose(a, item, addDays(later, a.dice.int(0, 20)), 1, "WAREHOUSE_DAMAGED");
}

/** §3: damaged stock without a damage before it → `info`. */
function damagedStockUnexplained(a: Account): void {
  const item = a.item();
  const day = a.ago(20, 300);
  dispose(a, item, day, 2, "WAREHOUSE_DAMAGED");
  a.expectInfo("disposed-without-request", { event: day, units: 2, fnsku: item.fnsku });
}

/** §3: other dispositions never. Expects nothing. */
function unsellableDisposed(a: Account): void {
  const disposition = a.dice.pick(["CUSTOMER_DAMAGED", "DEFECTIVE", "EXPIRED", "DISTRIBUTOR_DAMAGED"]);
  dispose(a, a.item(), a.ago(10, 300), a.dice.int(1, 5), disposition);
}

// ---- on their way ------------------------------------------------------------------------------

/** The day of a departure whose clock, 60 days on, often stands on a border. */
const departureDay = (a: Account, minAge = 0) => addDays(a.eventDay("transfer-lost", minAge), -60);

/** §3: out, and never in. Expects all units, the clock 60 days after. */
function transferNeverArrived(a: Account): void {
  const units = a.dice.int(1, 6);
  a.expectTransferLost(a.move(a.item(), departureDay(a), -units), units);
}

/** §3: out and in, however late. Expects nothing. */
function transferArrived(a: Account): void {
  const item = a.item();
  const day = departureDay(a);
  const units = a.dice.int(1, 20);
  a.move(item, day, -units);
  a.move(item, addDays(day, a.dice.pick([0, 1, 7, 59, 60])), units);
}

/** §3: some arrived. Expects the rest. */
function transferPartlyArrived(a: Account): void {
  const item = a.item();
  const day = departureDay(a);
  const row = a.move(item, day, -5);
  a.move(item, addDays(day, a.dice.int(1, 9)), 2);
  a.move(item, addDays(day, a.dice.int(10, 30)), 1);
  a.expectTransferLost(row, 2);
}

/** §3: FIFO. Two departures, one arrival. Expects the later. */
function transferOldestArrives(a: Account): void {
  const item = a.item();
  const day = departureDay(a);
  a.move(item, addDays(day, -a.dice.int(1, 20)), -2);
  const row = a.move(item, day, -2);
  a.move(item, addDays(day, a.dice.int(1, 40)), 2);
  a.expectTransferLost(row, 2);
}

/** §3: younger than 60 days → `wait`, one for the item, not valued. */
function transferUnderWay(a: Account): void {
  const item = a.item();
  const first = a.ago(20, 59);
  a.move(item, first, -3);
  a.move(item, addDays(first, a.dice.int(1, 15)), -2);
  a.move(item, addDays(first, a.dice.int(15, 19)), 1);
  a.expect("transfer-lost", {
    event: first,
    clock: addDays(first, 60),
    units: 4,
    amount: null,
    fnsku: item.fnsku,
  });
}

/** §3, §2 precedence: an M/5 after the departure takes the unit over. Expects the loss alone. */
function transferReportedLost(a: Account): void {
  const item = a.item();
  const day = a.eventDay("warehouse-lost");
  a.move(item, addDays(day, -a.dice.int(0, 70)), -1);
  a.expectLost(a.lose(item, day, 1), 1);
}

/** §3: one lost, reported and paid for, the other arrived. Expects nothing. */
function transferReportedLostAndPaid(a: Account): void {
  const item = a.item();
  const day = departureDay(a);
  a.move(item, day, -2);
  a.lose(item, addDays(day, 10), 1);
  a.move(item, addDays(day, a.dice.int(11, 30)), 1);
  a.pay(item, { reason: "Lost_Warehouse", day: addDays(day, a.dice.int(12, 40)) });
}

/** §3: a loss before the departure is another unit's. Expects the transfer; the loss was found again. */
function transferAfterLoss(a: Account): void {
  const item = a.item();
  const day = departureDay(a);
  a.lose(item, addDays(day, -30), 1);
  a.find(item, addDays(day, -25), 1);
  a.expectTransferLost(a.move(item, day, -1), 1);
}

/** §3: arrivals may belong to departures before the data: an arrival of the first days serves no later departure. */
function transferArrivalOfBefore(a: Account): void {
  const item = a.item();
  const arrived = addDays(a.start, a.dice.int(5, 40));
  a.move(item, arrived, 2);
  a.expectTransferLost(a.move(item, addDays(arrived, a.dice.int(1, 7)), -2), 2);
}

/** §3: of the same disposition. Expects the sellable unit. */
function transferOtherDisposition(a: Account): void {
  const item = a.item();
  const day = departureDay(a);
  const row = a.move(item, day, -1);
  a.move(item, addDays(day, a.dice.int(1, 20)), 1, { disposition: "CUSTOMER_DAMAGED" });
  a.expectTransferLost(row, 1);
}

/** §2: cleared like a loss by a payment nobody else needs. Expects nothing. */
function transferPaid(a: Account): void {
  const item = a.item();
  const day = departureDay(a, 5);
  a.move(item, day, -1);
  a.pay(item, { reason: "Lost_Warehouse", day: addDays(day, a.dice.int(40, 65)) });
}

/** §1.10: left in Germany, arrived in Poland. Expects nothing. */
function transferAcrossTheBorder(a: Account): void {
  const item = a.item();
  const day = departureDay(a);
  a.move(item, day, -3);
  a.move(item, addDays(day, a.dice.int(2, 30)), 3, a.dice.pick(a.place.sharedCentres));
}

// ---- taken out ---------------------------------------------------------------------------------

/** A shipment of the item received in full, so that only what is taken out later is to be seen. */
function supplied(a: Account, item: Item, day: Day): void {
  const shipment = a.ship(addDays(day, -12), [{ item, shipped: 20 }], { located: 20, updated: day });
  a.receive(shipment, item, day, 20);
}

/** §3: O within 90 days after a receipt → `info`. */
function takenOutAfterReceipt(a: Account): void {
  const item = a.item();
  const received = a.ago(95, 280);
  supplied(a, item, received);
  const day = addDays(received, a.dice.pick([0, 1, 30, 89, 90]));
  a.note(item, "O", day, -2);
  a.expectInfo("taken-back-after-receipt", { event: day, units: 2, fnsku: item.fnsku });
}

/** §3: O later than 90 days after the receipt. Expects nothing. */
function takenOutMuchLater(a: Account): void {
  const item = a.item();
  const received = a.ago(130, 300);
  supplied(a, item, received);
  a.note(item, "O", addDays(received, a.dice.pick([91, 92, 120])), -1);
}

/** §3: explained by F/N. Found 2, 3 taken out: expects `info` for one; found 3: nothing. */
function takenOutAfterFind(a: Account): void {
  const item = a.item();
  const received = a.ago(95, 280);
  supplied(a, item, received);
  const found = addDays(received, a.dice.int(1, 40));
  const units = a.dice.pick([2, 3]);
  a.find(item, found, units);
  const day = addDays(found, a.dice.pick([0, 10, 30]));
  a.note(item, "O", day, -3);
  if (units < 3) a.expectInfo("taken-back-after-receipt", { event: day, units: 1, fnsku: item.fnsku });
}

/** §3: explained by a payment in stock: lost, given back in stock, the old unit taken out. Expects nothing. */
function takenOutPaidInStock(a: Account): void {
  const item = a.item();
  const received = a.ago(95, 280);
  supplied(a, item, received);
  const lost = addDays(received, a.dice.int(1, 30));
  a.lose(item, lost, 1);
  const paid = addDays(lost, a.dice.int(5, 20));
  a.pay(item, { reason: "Lost_Warehouse", day: paid, stock: 1 });
  a.note(item, "O", addDays(paid, 1), -1);
  a.find(item, addDays(paid, a.dice.int(2, 20)), 1, { reason: "N" });
}

// ---- summed up ---------------------------------------------------------------------------------

/** Days of an item's stock that add up and follow one another; each step says what moves. */
function days(a: Account, item: Item, first: Day, start: number, steps: readonly SummaryMoves[]): number {
  let stock = start;
  steps.forEach((moves, at) => {
    const end = Object.values(moves as Record<string, number>).reduce((sum, units) => sum + units, stock);
    a.summaries.push({ day: addDays(first, at), item, start: stock, moves, end });
    stock = end;
  });
  return stock;
}

const ORDINARY: readonly SummaryMoves[] = [
  { receipts: 12, shipments: -3 },
  { shipments: -2, returns: 1, lost: -1 },
  { shipments: -1, found: 1, damaged: -1, transfers: -4 },
  { removals: -2, disposed: -1, other: 1, transfers: 3 },
];

/** §3: start + movements = end = the next start. Expects nothing. */
function summaryAddsUp(a: Account): void {
  days(a, a.item(), a.ago(30, 300), a.dice.int(20, 60), ORDINARY);
}

/** §3: start + movements ≠ end → `info`; the days after go on from there. */
function summaryEndsElsewhere(a: Account): void {
  const item = a.item();
  const first = a.ago(30, 300);
  const stock = days(a, item, first, a.dice.int(20, 60), ORDINARY);
  const [day, off] = [addDays(first, ORDINARY.length), a.dice.pick([-3, -1, 2])];
  a.summaries.push({ day, item, start: stock, moves: { shipments: -1 }, end: stock - 1 + off });
  days(a, item, addDays(day, 1), stock - 1 + off, ORDINARY);
  a.expectInfo("inventory-imbalance", { event: day, units: Math.abs(off), fnsku: item.fnsku });
}

/** §3: the end of a day ≠ the start of the next → `info`. */
function summaryStartsElsewhere(a: Account): void {
  const item = a.item();
  const first = a.ago(30, 300);
  const stock = days(a, item, first, a.dice.int(20, 60), ORDINARY);
  const [day, off] = [addDays(first, ORDINARY.length), a.dice.pick([-2, -1, 4])];
  days(a, item, day, stock + off, ORDINARY);
  a.expectInfo("inventory-imbalance", { event: day, units: Math.abs(off), fnsku: item.fnsku });
}

/** §3: days in between that the file leaves out may hold the movement. Expects nothing. */
function summaryLeavesDaysOut(a: Account): void {
  const item = a.item();
  const first = a.ago(30, 300);
  const stock = days(a, item, first, a.dice.int(20, 60), ORDINARY);
  days(a, item, addDays(first, ORDINARY.length + 1), stock - 5, ORDINARY);
}

export const inventoryMore: Chapter = {
  stories: {
    disposedUnasked,
    disposedAsked,
    disposedAskedTooEarly,
    disposedPartlyAsked,
    disposedTwiceAskedOnce,
    disposedThoughShipped,
    disposedThoughCalledOff,
    damagedPaidDisposed,
    damagedOwedDisposed,
    damagedByOthersDisposed,
    damagedLostAndDisposed,
    damagedStockUnexplained,
    unsellableDisposed,
    transferNeverArrived,
    transferArrived,
    transferPartlyArrived,
    transferOldestArrives,
    transferUnderWay,
    transferReportedLost,
    transferReportedLostAndPaid,
    transferAfterLoss,
    transferArrivalOfBefore,
    transferOtherDisposition,
    transferPaid,
    transferAcrossTheBorder,
    takenOutAfterReceipt,
    takenOutMuchLater,
    takenOutAfterFind,
    takenOutPaidInStock,
    summaryAddsUp,
    summaryEndsElsewhere,
    summaryStartsElsewhere,
    summaryLeavesDaysOut,
  },
  only: { transferAcrossTheBorder: ["DE"] },
};
