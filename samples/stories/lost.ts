/** Units lost in the warehouse: found again, paid, or owed (audits catalogue §2, §3 `warehouse-lost`). */

import { addDays } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import { plantMissingStock } from "../plant.ts";
import type { Chapter } from "./story.ts";

const AUDIT = "warehouse-lost";

/** §3: M and 5 open; nothing cleared them. Expects: all units. */
function lostAndForgotten(a: Account): void {
  const units = a.dice.int(1, 6);
  a.expectLost(a.lose(a.item(), a.eventDay(AUDIT), units), units);
}

/** §2: unreconciled units are cleared by unreconciled F/N units. Expects nothing. */
function lostAndFound(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  const units = a.dice.int(1, 4);
  a.lose(item, day, units);
  a.find(item, a.after(day, 0, 60), units);
}

/** §2: reconciled units take reconciled found units. Expects nothing. */
function lostAndReconciled(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  const units = a.dice.int(1, 4);
  a.lose(item, day, units, { reconciled: units });
  a.find(item, a.after(day, 0, 30), units, { reconciled: units });
}

/** §2: no complaint when a reconciled unit has no find and no payment: another item may have served. */
function reconciledElsewhere(a: Account): void {
  const units = a.dice.int(1, 4);
  a.lose(a.item(), a.eventDay(AUDIT), units, { reconciled: units });
}

/** §2: a clearing dated up to 7 days before its opening counts. Expects nothing. */
function foundTheWeekBefore(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  a.lose(item, day, 1);
  a.find(item, addDays(day, -a.dice.pick([1, 6, 7])), 1);
}

/** §2: a clearing dated more than 7 days before its opening never counts. Expects the unit. */
function foundTooEarly(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  a.find(item, addDays(day, -a.dice.pick([8, 9, 30])), 1);
  a.expectLost(a.lose(item, day, 1), 1);
}

/** §2: open is what remains. Expects the difference. */
function partlyFound(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 2);
  const found = a.dice.int(1, 3);
  const missing = a.dice.int(1, 3);
  const row = a.lose(item, day, found + missing);
  a.find(item, a.after(day, 1, 25), found);
  a.expectLost(row, missing);
}

/** §2 Payments: `Lost_Warehouse` clears lost units. Expects the unpaid rest. */
function partlyPaid(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 2);
  const paid = a.dice.int(1, 3);
  const missing = a.dice.int(1, 2);
  const row = a.lose(item, day, paid + missing);
  a.pay(item, {
    reason: a.dice.pick(["Lost_Warehouse", "Lost:Warehouse", "LOST_WAREHOUSE"]),
    day: a.after(day, 1, 40),
    cash: paid,
  });
  a.expectLost(row, missing);
}

/** §2 Payments: everything paid. Expects nothing. */
function lostAndPaid(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 2);
  const units = a.dice.int(1, 4);
  a.lose(item, day, units);
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(day, 1, 30), cash: units });
}

/**
 * §2: reconciled units take reconciled finds, then payments; only what is left clears the unreconciled ones.
 * Lost 5 (2 reconciled), found 1 reconciled, paid 2: one payment serves the other reconciled unit. Expects 2.
 */
function reconciledUnitsFirst(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 5);
  const row = a.lose(item, day, 5, { reconciled: 2 });
  a.find(item, a.after(day, 1, 10), 1, { reconciled: 1 });
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(day, 2, 40), cash: 2 });
  a.expectLost(row, 2);
}

/** §2: unreconciled units are not cleared by reconciled finds: those served someone else. Expects the unit. */
function reconciledFindIsNoHelp(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  const row = a.lose(item, day, 1);
  a.find(item, a.after(day, 1, 20), 1, { reconciled: 1 });
  a.expectLost(row, 1);
}

/** §2: one payment for two losses, oldest first. Lost 1, then 2; paid 2. Expects 1 of the later. */
function onePaymentTwoLosses(a: Account): void {
  const item = a.item();
  const later = a.eventDay(AUDIT, 3);
  a.lose(item, addDays(later, -a.dice.int(1, 20)), 1);
  const row = a.lose(item, later, 2);
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(later, 1, 30), cash: 2 });
  a.expectLost(row, 1);
}

/** §2: finds are FIFO too. Lost 2, lost 1, then found 2. Expects the later loss. */
function findsClearOldestFirst(a: Account): void {
  const item = a.item();
  const later = a.eventDay(AUDIT, 3);
  a.lose(item, addDays(later, -a.dice.int(2, 30)), 2);
  const row = a.lose(item, later, 1);
  a.find(item, a.after(later, 1, 30), 2);
  a.expectLost(row, 1);
}

/** §2: several finds and payments contend: lost 4 and 3; found 2; paid 1 and 2. Expects 2 of the later. */
function findsAndPaymentsContend(a: Account): void {
  const item = a.item();
  const later = a.eventDay(AUDIT, 12);
  const first = addDays(later, -a.dice.int(3, 25));
  a.lose(item, first, 4);
  a.find(item, a.after(first, 1, 2), 2);
  const row = a.lose(item, later, 3);
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(later, 1, 5), cash: 1 });
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(later, 6, 12), cash: 2 });
  a.expectLost(row, 2);
}

/** §2: a payment in stock is one payment, and the N that brought the unit is it, not a find besides. Expects 1 of 2. */
function paidInStock(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 12);
  const row = a.lose(item, day, 2);
  const paid = a.after(day, 2, 10);
  a.pay(item, { reason: "Lost_Warehouse", day: paid, stock: 1 });
  a.find(item, a.after(paid, 0, 30), 1, { reason: "N" });
  a.expectLost(row, 1);
}

/** §2: a payment in stock clears its loss even if the stock never came. Expects the stock. */
function paidInStockThatNeverCame(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  a.lose(item, day, 1);
  plantMissingStock(a, item, a.pay(item, { reason: "Lost_Warehouse", day: a.after(day, 1, 20), stock: 1 }));
}

/** §2: cash and stock in one payment count together. Expects nothing. */
function paidHalfInStock(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 12);
  a.lose(item, day, 2);
  const paid = a.after(day, 2, 10);
  a.pay(item, { reason: "Lost_Warehouse", day: paid, cash: 1, stock: 1 });
  a.find(item, a.after(paid, 0, 20), 1, { reason: "N" });
}

/** §2: O units cancel finds dated up to 30 days before. Expects the loss open again. */
function findTakenBack(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 33);
  const row = a.lose(item, day, 1);
  const found = addDays(day, a.dice.int(0, 3));
  a.find(item, found, 1);
  a.note(item, "O", addDays(found, a.dice.pick([1, 12, 30])), -1);
  a.expectLost(row, 1);
}

/** §2: O more than 30 days after the find cancels nothing. Expects nothing. */
function takenOutMuchLater(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 45);
  a.lose(item, day, 1);
  const found = addDays(day, a.dice.int(0, 3));
  a.find(item, found, 1);
  a.note(item, "O", addDays(found, a.dice.pick([31, 40])), -1);
}

/** §2: found after it was paid, and taken out because it was paid. Expects nothing. */
function paidFoundTakenOut(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 40);
  a.lose(item, day, 1);
  a.pay(item, { reason: "Lost_Warehouse", day: addDays(day, a.dice.int(1, 8)) });
  const found = addDays(day, a.dice.int(10, 20));
  a.find(item, found, 1);
  a.note(item, "O", addDays(found, a.dice.int(1, 20)), -1);
}

/** §2: a found unit that explains a reversal belongs to it and clears no other loss. Expects the second loss. */
function findBelongsToReversal(a: Account): void {
  const item = a.item();
  const second = a.eventDay(AUDIT, 45);
  const first = addDays(second, -a.dice.int(15, 25));
  a.lose(item, first, 1);
  const paid = a.pay(item, { reason: "Lost_Warehouse", day: addDays(first, a.dice.int(1, 10)) });
  const row = a.lose(item, second, 1);
  const found = addDays(second, a.dice.int(2, 25));
  a.find(item, found, 1);
  a.reverse(paid, addDays(found, a.dice.int(0, 15)));
  a.expectLost(row, 1);
}

/** §2: the loss a reversed payment had cleared stays cleared; the found unit explains the reversal. Expects nothing. */
function paidFoundReversed(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 50);
  a.lose(item, day, 1);
  const paid = a.pay(item, { reason: "Lost_Warehouse", day: addDays(day, a.dice.int(1, 9)) });
  const found = addDays(day, a.dice.int(10, 20));
  a.find(item, found, 1);
  a.reverse(paid, addDays(found, a.dice.pick([0, 7, 30])), { stock: a.dice.int(0, 1) });
}

/** §2: payments with an order id never clear warehouse losses. Expects the loss; the order is settled. */
function orderMoneyIsNotWarehouseMoney(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 30);
  const row = a.lose(item, day, 1);
  const order = a.order(item, addDays(day, -60));
  a.refund(order, addDays(day, -45));
  a.pay(item, { reason: "CustomerReturn", day: a.after(day, 5, 29), order });
  a.expectLost(row, 1);
}

/** §2 "Last": a positive row of any other reason clears the oldest open loss before it. Lost, then damaged: expects the damage. */
function otherReasonsClearOldest(a: Account): void {
  const item = a.item();
  const day = a.eventDay("warehouse-damaged", 3);
  a.lose(item, addDays(day, -a.dice.int(2, 20)), 1);
  const row = a.damage(item, day, 1);
  a.pay(item, {
    reason: a.dice.pick(["GeneralAdjustment", "CustomerServiceIssue"]),
    day: a.after(day, 1, 30),
  });
  a.expectDamaged(row, 1);
}

/** §2: payments by reason go before those of any other reason. Paid once each way: expects nothing. */
function reasonBeforeOthers(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 10);
  a.lose(item, addDays(day, -a.dice.int(1, 10)), 1);
  a.lose(item, day, 1);
  a.pay(item, { reason: "GeneralAdjustment", day: a.after(day, 1, 3) });
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(day, 4, 10) });
}

/** §2: fee corrections are not compensation for units. Expects the loss. */
function feeCorrectionClearsNothing(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 5);
  const row = a.lose(item, day, 1);
  a.pay(item, { reason: "Fee_Correction", day: a.after(day, 1, 30), perUnit: a.dice.int(50, 200) });
  a.expectLost(row, 1);
}

/** §2: a damage payment does not pay a loss. Expects both the loss and nothing for the damage. */
function damageMoneyIsNotLossMoney(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 12);
  const row = a.lose(item, day, 1);
  const damaged = addDays(day, a.dice.int(1, 5));
  a.damage(item, damaged, 1);
  a.pay(item, { reason: "Damaged_Warehouse", day: a.after(damaged, 1, 10) });
  a.expectLost(row, 1);
}

/** §2: no FNSKU: match by SKU. Expects nothing. */
function paidBySku(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  a.lose(item, day, 1);
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(day, 1, 30), withoutFnsku: true });
}

/** §1.12: once reimbursed is not settled for ever. Lost, paid, lost again: expects the second. */
function lostAgain(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  const first = addDays(day, -a.dice.int(40, 60));
  a.lose(item, first, 1);
  a.pay(item, { reason: "Lost_Warehouse", day: addDays(first, a.dice.int(1, 20)) });
  a.expectLost(a.lose(item, day, 1), 1);
}

/** §1.11: manufacturer barcode: several MSKUs share one pool. Expects nothing. */
function commingled(a: Account): void {
  const one = a.item();
  const asin = one.asin;
  const first = a.item({ asin, fnsku: asin });
  const second = a.item({ asin, fnsku: asin });
  const day = a.eventDay(AUDIT, 3);
  a.lose(first, day, 2);
  a.find(second, a.after(day, 1, 30), 2);
}

/** §1.11: `Amazon.Found.*` clears an unreconciled loss of the same ASIN last. Lost 1 and 1, own find 1: expects nothing. */
function ownerlessFind(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 12);
  a.lose(item, addDays(day, -a.dice.int(1, 9)), 1);
  a.lose(item, day, 1);
  const ownerless = a.item({
    asin: item.asin,
    fnsku: item.asin,
    msku: `Amazon.Found.${item.asin}`,
    cost: null,
  });
  a.find(ownerless, a.after(day, 1, 5), 1, { reason: "F" });
  a.find(item, a.after(day, 6, 12), 1);
}

/** §1.11: one ownerless find for two losses, oldest first. Expects the later loss. */
function ownerlessFindForOne(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 8);
  a.lose(item, addDays(day, -a.dice.int(1, 9)), 1);
  const row = a.lose(item, day, 1);
  const ownerless = a.item({
    asin: item.asin,
    fnsku: item.asin,
    msku: `Amazon.Found.${item.asin}`,
    cost: null,
  });
  a.find(ownerless, a.after(day, 1, 8), 1, { reason: "F" });
  a.expectLost(row, 1);
}

/** §1.11: ownerless stock is never an opening. Expects nothing. */
function ownerlessLoss(a: Account): void {
  const asin = a.unique(() => `B0${a.dice.letters(8)}`);
  const ownerless = a.item({ asin, fnsku: asin, msku: `Amazon.Found.${asin}`, cost: null });
  a.find(ownerless, a.ago(200, 300), 1, { reason: "F" });
  a.lose(ownerless, a.eventDay(AUDIT), 1);
}

/** §1.11: a Grade and Resell item is an item of its own: a find of the new item is no find of it. Expects its loss. */
function gradedItemIsItsOwn(a: Account): void {
  const item = a.item();
  const cost = a.dice.int(200, 900);
  const graded = a.item({ asin: item.asin, msku: `amzn.gr.${item.msku}-${a.dice.letters(4)}`, cost });
  const day = a.eventDay(AUDIT, 3);
  const row = a.lose(graded, day, 1);
  a.find(item, a.after(day, 1, 20), 1);
  a.expectLost(row, 1);
}

/** §1.2: 3 and 4 are a product redefinition and must net to 0; no loss. Expects nothing. */
function redefined(a: Account): void {
  const item = a.item();
  const graded = a.item({ asin: item.asin, msku: `amzn.gr.${item.msku}-${a.dice.letters(4)}` });
  const day = a.ago(20, 300);
  const units = a.dice.int(1, 5);
  a.note(item, "4", day, -units);
  a.note(graded, "3", day, units);
}

/** §3: WAREHOUSE_DAMAGED stock that is lost belongs to the damage row. Paid damage: expects nothing. */
function damagedThenLost(a: Account): void {
  const item = a.item();
  const lost = a.eventDay(AUDIT, 3);
  const damaged = addDays(lost, -a.dice.int(3, 20));
  a.damage(item, damaged, 1);
  a.pay(item, { reason: "Damaged_Warehouse", day: a.after(damaged, 1, 20) });
  a.lose(item, lost, 1, { disposition: "WAREHOUSE_DAMAGED" });
}

/** §3: lost WAREHOUSE_DAMAGED units are matched with damage units, open ones too; the rest is `info`. Lost 2, damaged 1. */
function damagedThenMoreLost(a: Account): void {
  const item = a.item();
  const lost = a.ago(40, 200);
  const row = a.damage(item, addDays(lost, -a.dice.int(3, 20)), 1);
  const rest = a.lose(item, lost, 2, { disposition: a.dice.pick(["WAREHOUSE_DAMAGED", "CARRIER_DAMAGED"]) });
  a.expectDamaged(row, 1);
  a.expectInfo(AUDIT, { event: lost, units: 1, fnsku: item.fnsku, referenceId: rest.reference });
}

/** §3: other dispositions → `info`. */
function unsellableLost(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  const row = a.lose(item, day, 1, {
    disposition: a.dice.pick(["CUSTOMER_DAMAGED", "DEFECTIVE", "EXPIRED"]),
  });
  a.expectInfo(AUDIT, { event: day, units: 1, fnsku: item.fnsku, referenceId: row.reference });
}

/** §1.7: equal rows in one file are separate events. Expects two findings. */
function twinRows(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  const options = { reference: a.reference(), centre: a.centre(), reason: "M" };
  a.expectLost(a.lose(item, day, 1, options), 1);
  a.expectLost(a.lose(item, day, 1, options), 1);
}

/** §1.7: blank Unreconciled in a file where other rows have values: nothing reconciled yet. Expects all units. */
function blankReconciliation(a: Account): void {
  const units = a.dice.int(1, 3);
  const row = a.lose(a.item(), a.eventDay(AUDIT), units, { reconciled: null, unreconciled: null });
  a.expectLost(row, units);
}

/** §1.7: the later download of an overlapping day wins: since reconciled. Expects nothing. */
function reconciledSince(a: Account): void {
  const item = a.item();
  const units = a.dice.int(1, 3);
  a.lose(item, a.ago(112, 125), units, { reconciled: units, before: { reconciled: 0, unreconciled: units } });
}

/** §1.10: lost in Germany, found in Poland: one European stock. Expects nothing. */
function foundAcrossTheBorder(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  const there = a.dice.pick(a.place.sharedCentres);
  a.lose(item, day, 1);
  a.find(item, a.after(day, 1, 30), 1, there);
}

/** §1.10: lost in Poland, paid in euros. Two lost there, one paid: expects one, under Poland's windows. */
function lostAcrossTheBorder(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  const row = a.lose(item, day, 2, { centre: "WRO5", country: "PL" });
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(day, 1, 30) });
  a.expectLost(row, 1);
}

/** §2 Amounts: the cost valid on the event's day. Two losses on either side of a new cost. */
function costChanges(a: Account): void {
  const item = a.item({ cost: null });
  const [older, newer] = [a.dice.int(300, 900), a.dice.int(950, 1500)];
  const change = a.eventDay(AUDIT);
  a.listCost(item, older, addDays(a.start, -200), undefined, "both");
  a.listCost(item, newer, change, undefined, "both");
  a.expectLost(a.lose(item, addDays(change, -1), 2), 2, older);
  a.expectLost(a.lose(item, change, 1), 1, newer);
}

/** §2 Amounts: the per-unit cap. Expects units × cap. */
function aboveTheCap(a: Account): void {
  const cap = a.place.unitCap;
  const item = a.item({ cost: a.dice.pick([cap + 1, cap + 99_900]) });
  a.expectLost(a.lose(item, a.eventDay(AUDIT), 2), 2);
}

/** §2 Amounts: null when no cost is known. */
function costUnknown(a: Account): void {
  a.expectLost(a.lose(a.item({ cost: null }), a.eventDay(AUDIT), 1), 1, null);
}

/** §1.12: openings after as-of are ignored. Expects nothing. */
function lostTomorrow(a: Account): void {
  a.lose(a.item(), addDays(a.asOf, a.dice.int(1, 3)), 1);
}

/** §1.12: clearings count whatever their date. Expects nothing. */
function foundTomorrow(a: Account): void {
  const item = a.item();
  a.lose(item, a.ago(35, 50), 1);
  a.find(item, addDays(a.asOf, a.dice.int(1, 3)), 1);
}

/** §2: a payment more than 7 days before the loss is another loss's. Expects the unit. */
function paidTooEarly(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  a.pay(item, { reason: "Lost_Warehouse", day: addDays(day, -a.dice.pick([8, 20])) });
  a.expectLost(a.lose(item, day, 1), 1);
}

/** Inventory moved between centres and disposed at the seller's wish: no loss. Expects nothing. */
function movedAndDisposed(a: Account): void {
  const item = a.item();
  const day = a.ago(30, 300);
  const units = a.dice.int(2, 9);
  a.transfer(item, day, addDays(day, a.dice.int(0, 9)), units);
  a.note(item, "D", addDays(day, 20), -1, { disposition: "SELLABLE" });
  a.removals.push({
    day: addDays(day, 12),
    orderId: a.unique(() => a.dice.letters(10)),
    type: "Disposal",
    item,
    disposition: "Sellable",
    units: 1,
    tracking: null,
  });
}

export const lost: Chapter = {
  stories: {
    lostAndForgotten,
    lostAndFound,
    lostAndReconciled,
    reconciledElsewhere,
    foundTheWeekBefore,
    foundTooEarly,
    partlyFound,
    partlyPaid,
    lostAndPaid,
    reconciledUnitsFirst,
    reconciledFindIsNoHelp,
    onePaymentTwoLosses,
    findsClearOldestFirst,
    findsAndPaymentsContend,
    paidInStock,
    paidInStockThatNeverCame,
    paidHalfInStock,
    findTakenBack,
    takenOutMuchLater,
    paidFoundTakenOut,
    findBelongsToReversal,
    paidFoundReversed,
    orderMoneyIsNotWarehouseMoney,
    otherReasonsClearOldest,
    reasonBeforeOthers,
    feeCorrectionClearsNothing,
    damageMoneyIsNotLossMoney,
    paidBySku,
    lostAgain,
    commingled,
    ownerlessFind,
    ownerlessFindForOne,
    ownerlessLoss,
    gradedItemIsItsOwn,
    redefined,
    damagedThenLost,
    damagedThenMoreLost,
    unsellableLost,
    twinRows,
    blankReconciliation,
    reconciledSince,
    foundAcrossTheBorder,
    lostAcrossTheBorder,
    costChanges,
    aboveTheCap,
    costUnknown,
    lostTomorrow,
    foundTomorrow,
    paidTooEarly,
    movedAndDisposed,
  },
  only: { foundAcrossTheBorder: ["DE"], lostAcrossTheBorder: ["DE"] },
};
