/**
 * Payments that are too small, and payments taken back (audits catalogue §8 `underpaid`,
 * `reversed-without-return`).
 */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Item, Order, Reimbursement } from "../model.ts";
import { valuationKnown } from "../windows.ts";
import type { Chapter } from "./story.ts";

const SHORT = "underpaid";
const REVERSED = "reversed-without-return";

/** A loss of so many units shortly before the payment that settles it; its day. */
function lossBefore(a: Account, item: Item, paid: Day, units: number, reason: string): Day {
  const day = addDays(paid, -a.dice.int(3, 25));
  if (reason === "Damaged_Warehouse") a.damage(item, day, units);
  else a.lose(item, day, units);
  return day;
}

/** Days before the refund on which an order was placed. */
const BOUGHT = 15;

/** An order refunded and not returned before the payment for it. */
function unreturnedBefore(a: Account, item: Item, paid: Day, units = 1): Order {
  const refunded = addDays(paid, -a.dice.int(10, 35));
  const order = a.order(item, addDays(refunded, -BOUGHT), units);
  a.refund(order, refunded);
  return order;
}

function expectPayment(
  a: Account,
  audit: typeof SHORT | typeof REVERSED,
  row: Reimbursement,
  units: number,
  amount: number,
): void {
  a.expect(audit, { event: row.day, units, amount, fnsku: row.fnsku, referenceId: row.id });
}

/**
 * §8: the basis by approval date, the loss not earlier: what was lost before Amazon paid costs and order prices
 * was paid by an estimate no report shows. A payment for such a loss is expected to raise no complaint.
 */
function expectShort(a: Account, row: Reimbursement, lost: Day, units: number, amount: number): void {
  if (valuationKnown(a.place.code, lost)) expectPayment(a, SHORT, row, units, amount);
}

/** §8: amount ÷ cash units below the cost by more than 5 %. Expects the difference. */
function paidBelowCost(a: Account): void {
  const cost = a.dice.int(600, 4000);
  const item = a.item({ cost });
  const day = a.eventDay(SHORT);
  const units = a.dice.int(1, 3);
  const reason = a.dice.pick(["Lost_Warehouse", "Damaged_Warehouse"]);
  const lost = lossBefore(a, item, day, units, reason);
  const perUnit = Math.floor(cost * a.dice.pick([0.4, 0.7, 0.9, 0.94]));
  const row = a.pay(item, { reason, day, cash: units, perUnit });
  expectShort(a, row, lost, units, units * (cost - perUnit));
}

/** §8: within 5 % of the cost. Expects nothing. */
function paidAboutTheCost(a: Account): void {
  const cost = a.dice.int(600, 4000);
  const item = a.item({ cost });
  const day = a.eventDay(SHORT);
  lossBefore(a, item, day, 1, "Lost_Warehouse");
  a.pay(item, { reason: "Lost_Warehouse", day, perUnit: Math.ceil(cost * a.dice.pick([0.96, 1, 1.3])) });
}

/** §8: the cap is all that is owed. Expects nothing. */
function paidTheCap(a: Account): void {
  const cap = a.place.unitCap;
  const item = a.item({ cost: cap + 50_000 });
  const day = a.eventDay(SHORT);
  lossBefore(a, item, day, 1, "Lost_Warehouse");
  a.pay(item, { reason: "Lost_Warehouse", day, perUnit: cap });
}

/** §8: below the cap of an item that cost more. Expects the difference to the cap. */
function paidBelowTheCap(a: Account): void {
  const cap = a.place.unitCap;
  const item = a.item({ cost: cap + 50_000 });
  const day = a.eventDay(SHORT);
  const lost = lossBefore(a, item, day, 1, "Lost_Warehouse");
  const row = a.pay(item, { reason: "Lost_Warehouse", day, perUnit: Math.floor(cap / 2) });
  expectShort(a, row, lost, 1, cap - Math.floor(cap / 2));
}

/** §8: an inbound payment below cost. Expects the difference. */
function inboundPaidBelowCost(a: Account): void {
  const cost = a.dice.int(600, 4000);
  const item = a.item({ cost });
  const day = a.eventDay(SHORT);
  const first = addDays(day, -a.dice.int(15, 45));
  const shipment = a.ship(addDays(first, -9), [{ item, shipped: 12 }], { located: 11, updated: first });
  a.receive(shipment, item, first, 11);
  const perUnit = Math.floor(cost * 0.6);
  const row = a.pay(item, { reason: "Lost_Inbound", day, perUnit });
  expectShort(a, row, first, 1, cost - perUnit);
}

/** §8: after an order: below price − referral − fulfilment fee of that order. Expects the difference. */
function orderPaidShort(a: Account): void {
  const item = a.item();
  const day = a.eventDay(SHORT);
  const units = a.dice.int(1, 2);
  const order = unreturnedBefore(a, item, day, units);
  const worth = a.worth(item, true);
  const perUnit = Math.floor(worth * a.dice.pick([0.3, 0.6, 0.75]));
  const row = a.pay(item, { reason: "CustomerReturn", day, cash: units, perUnit, order });
  expectShort(a, row, addDays(order.day, BOUGHT), units, units * (worth - perUnit));
}

/** §8: after an order: paid what the order brought, or more. Expects nothing. */
function orderPaidInFull(a: Account): void {
  const item = a.item();
  const day = a.eventDay(SHORT);
  const order = unreturnedBefore(a, item, day);
  const perUnit = a.worth(item, true) + a.dice.pick([0, 0, 250]);
  a.pay(item, { reason: "CustomerReturn", day, perUnit, order });
}

/** §8: after an order the cost is no yardstick, before one the price is none. Expects nothing. */
function orderPaidBelowCost(a: Account): void {
  const item = a.item({ cost: null });
  a.listCost(item, item.price * 2, null);
  const day = a.eventDay(SHORT);
  a.pay(item, { reason: "CustomerReturn", day, order: unreturnedBefore(a, item, day) });
}

/** §8: skip stock-only payments: they are never short-paid in cash. Expects nothing. */
function stockOnly(a: Account): void {
  const item = a.item();
  const day = a.eventDay(SHORT, 5);
  lossBefore(a, item, day, 1, "Lost_Warehouse");
  a.pay(item, { reason: "Lost_Warehouse", day, stock: 1 });
  a.find(item, a.after(day, 0, 20), 1, { reason: "N" });
}

/** §8: amount ÷ *cash* units. One unit in cash at cost, one in stock. Expects nothing. */
function cashAndStock(a: Account): void {
  const item = a.item();
  const day = a.eventDay(SHORT, 5);
  lossBefore(a, item, day, 2, "Lost_Warehouse");
  a.pay(item, { reason: "Lost_Warehouse", day, cash: 1, stock: 1 });
  a.find(item, a.after(day, 0, 20), 1, { reason: "N" });
}

/** §8: skip reversed payments. Paid too little, then taken back because the unit was found. Expects nothing. */
function shortButReversed(a: Account): void {
  const item = a.item({ cost: 2000 });
  const day = a.eventDay(SHORT, 25);
  lossBefore(a, item, day, 1, "Lost_Warehouse");
  const paid = a.pay(item, { reason: "Lost_Warehouse", day, perUnit: 900 });
  a.find(item, addDays(day, a.dice.int(1, 9)), 1);
  a.reverse(paid, addDays(day, a.dice.int(10, 24)));
}

/** §8: skip non-sellable losses. Expects nothing. */
function unsellableLossPaid(a: Account): void {
  const item = a.item({ cost: 2000 });
  const day = a.eventDay(SHORT);
  a.lose(item, addDays(day, -10), 1, { disposition: "CUSTOMER_DAMAGED" });
  a.pay(item, { reason: "Lost_Warehouse", day, perUnit: 700 });
}

/** §8: missing cost → cannot tell. Expects nothing. */
function paidCostUnknown(a: Account): void {
  const item = a.item({ cost: null });
  const day = a.eventDay(SHORT);
  lossBefore(a, item, day, 1, "Lost_Warehouse");
  a.pay(item, { reason: "Lost_Warehouse", day, perUnit: 10 });
}

/** §8: same currency, else cannot tell. Expects nothing. */
function costInAnotherCurrency(a: Account): void {
  const item = a.item({ cost: null });
  a.listCost(item, 3000, null, "CAD");
  const day = a.eventDay(SHORT);
  lossBefore(a, item, day, 1, "Lost_Warehouse");
  a.pay(item, { reason: "Lost_Warehouse", day, perUnit: 100 });
}

/** §8: the cost in force on the approval date, and the loss not earlier. The old cost paid before the new one, and after it. */
function costRose(a: Account): void {
  const item = a.item({ cost: null });
  const change = addDays(a.eventDay(SHORT, 30), 0);
  a.listCost(item, 1000, addDays(a.start, -200), undefined, "both");
  a.listCost(item, 1500, change, undefined, "both");
  a.lose(item, addDays(change, -20), 1);
  a.pay(item, { reason: "Lost_Warehouse", day: addDays(change, -1), perUnit: 1000 });
  const lost = addDays(change, 2);
  a.lose(item, lost, 1);
  const row = a.pay(item, {
    reason: "Lost_Warehouse",
    day: addDays(change, a.dice.int(5, 28)),
    perUnit: 1000,
  });
  expectShort(a, row, lost, 1, 500);
}

// ---- reversals -----------------------------------------------------------------------------------

/** §8: original with an order id, no return of that order. Expects the reversal; the refund stays settled (§2). */
function reversedOrderUnexplained(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const paidOn = addDays(day, -a.dice.int(5, 40));
  const order = unreturnedBefore(a, item, paidOn);
  const paid = a.pay(item, { reason: "CustomerReturn", day: paidOn, order });
  expectPayment(a, REVERSED, a.reverse(paid, day), 1, paid.total);
}

/** §8: explained by a customer-returns row of that order. Expects nothing. */
function reversedOrderReturned(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const paidOn = addDays(day, -a.dice.int(8, 40));
  const order = unreturnedBefore(a, item, paidOn);
  const paid = a.pay(item, { reason: "CustomerReturn", day: paidOn, order });
  a.giveBack(order, addDays(day, -a.dice.int(1, 6)), "SELLABLE");
  a.reverse(paid, day);
}

/** §8: one return explains one unit. Two paid, two taken back, one returned. Expects one. */
function reversedTwoReturnedOne(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const paidOn = addDays(day, -a.dice.int(8, 40));
  const order = unreturnedBefore(a, item, paidOn, 2);
  const paid = a.pay(item, { reason: "CustomerReturn", day: paidOn, cash: 2, order });
  a.giveBack(order, addDays(day, -a.dice.int(1, 6)), "SELLABLE");
  expectPayment(a, REVERSED, a.reverse(paid, day), 1, paid.perUnit);
}

/** §8: a return not used before: two payments of one order taken back, one return. Expects the later reversal. */
function oneReturnForTwoReversals(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const paidOn = addDays(day, -a.dice.int(20, 40));
  const order = unreturnedBefore(a, item, paidOn, 2);
  const one = a.pay(item, { reason: "CustomerReturn", day: paidOn, order });
  const two = a.pay(item, { reason: "CustomerReturn", day: addDays(paidOn, 2), order });
  const first = addDays(day, -a.dice.int(3, 8));
  a.giveBack(order, addDays(first, -2), "SELLABLE");
  a.reverse(one, first);
  expectPayment(a, REVERSED, a.reverse(two, day), 1, two.total);
}

/**
 * §1.4: a row whose reason contains "reversal" is one without an original-reimbursement-id too; its own order id
 * tells where to look for the return. Expects it, or nothing when the unit came back.
 */
function reversedWithoutReference(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const paidOn = addDays(day, -a.dice.int(8, 40));
  const order = unreturnedBefore(a, item, paidOn);
  const paid = a.pay(item, { reason: "CustomerReturn", day: paidOn, order });
  const row = a.reverse(paid, day, { unreferenced: true });
  if (a.dice.chance(0.5)) a.giveBack(order, addDays(day, -a.dice.int(1, 6)), "SELLABLE");
  else expectPayment(a, REVERSED, row, 1, paid.total);
}

/** Paid for a loss, then taken back; what explains it, if anything, is added by the caller. */
function lossReversed(a: Account, item: Item, day: Day, stock: number, units = 1): Reimbursement {
  const paidOn = addDays(day, -a.dice.int(35, 60));
  const reason = a.dice.pick(["Lost_Warehouse", "Damaged_Warehouse"]);
  lossBefore(a, item, paidOn, units, reason);
  return a.reverse(a.pay(item, { reason, day: paidOn, cash: units }), day, { stock });
}

/** §8: Lost_/Damaged_Warehouse with no find within 30 days either side, whatever its stock quantity. Expects it. */
function reversedLossUnexplained(a: Account): void {
  const row = lossReversed(a, a.item(), a.eventDay(REVERSED), a.dice.int(0, 1));
  expectPayment(a, REVERSED, row, 1, -row.total);
}

/** §8: an F/N unit within 30 days either side explains it. Expects nothing. */
function reversedLossFound(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED, 31);
  lossReversed(a, item, day, a.dice.int(0, 1));
  a.find(item, addDays(day, a.dice.pick([-30, -10, 0, 10, 30])), 1);
}

/** §8: a find more than 30 days away explains nothing. Expects the reversal. */
function reversedLossFoundTooLate(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED, 45);
  const row = lossReversed(a, item, day, 0);
  a.find(item, addDays(day, a.dice.pick([31, 40])), 1);
  expectPayment(a, REVERSED, row, 1, -row.total);
}

/** §8: customer returns in the ledger are no finds. Expects the reversal. */
function returnIsNoFind(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const row = lossReversed(a, item, day, 0);
  const order = a.order(item, addDays(day, -40));
  a.refund(order, addDays(day, -22));
  a.giveBack(order, addDays(day, -a.dice.int(1, 20)), "SELLABLE");
  expectPayment(a, REVERSED, row, 1, -row.total);
}

/** §8: one unit explains one reversal. Two taken back, one found. Expects one. */
function oneFindForTwo(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const row = lossReversed(a, item, day, 0, 2);
  a.find(item, addDays(day, -a.dice.int(0, 25)), 1);
  expectPayment(a, REVERSED, row, 1, -row.perUnit);
}

/** §1.4: cash units 0: |amount| ÷ original per unit. Two units' money. Expects two. */
function reversedByAmountOnly(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED);
  const paidOn = addDays(day, -a.dice.int(10, 40));
  lossBefore(a, item, paidOn, 2, "Lost_Warehouse");
  const paid = a.pay(item, { reason: "Lost_Warehouse", day: paidOn, cash: 2 });
  const row = a.reverse(paid, day, { units: 2, cash: 0 });
  expectPayment(a, REVERSED, row, 2, -row.total);
}

/** §8: inbound originals: Receipts within 30 days either side explain it. Expects nothing. */
function reversedInboundReceived(a: Account): void {
  const item = a.item();
  const day = a.eventDay(REVERSED, 12);
  const shipment = inboundReversed(a, item, day, true);
  a.receive(shipment, item, addDays(day, a.dice.pick([-12, -1, 0, 12])), 1);
}

/** §8: inbound originals with nothing received since. Expects the reversal. */
function reversedInboundUnexplained(a: Account): void {
  const item = a.item();
  inboundReversed(a, item, a.eventDay(REVERSED), false);
}

function inboundReversed(a: Account, item: Item, day: Day, explained: boolean) {
  const first = addDays(day, -a.dice.int(70, 85));
  const shipment = a.ship(addDays(first, -9), [{ item, shipped: 12 }], {
    located: explained ? 12 : 11,
    updated: first,
  });
  a.receive(shipment, item, first, 11);
  const paid = a.pay(item, { reason: "Lost_Inbound", day: addDays(first, a.dice.int(10, 25)) });
  const row = a.reverse(paid, day);
  if (!explained) expectPayment(a, REVERSED, row, 1, -row.total);
  return shipment;
}

export const payments: Chapter = {
  stories: {
    paidBelowCost,
    paidAboutTheCost,
    paidTheCap,
    paidBelowTheCap,
    inboundPaidBelowCost,
    orderPaidShort,
    orderPaidInFull,
    orderPaidBelowCost,
    stockOnly,
    cashAndStock,
    shortButReversed,
    unsellableLossPaid,
    paidCostUnknown,
    costInAnotherCurrency,
    costRose,
    reversedOrderUnexplained,
    reversedOrderReturned,
    reversedTwoReturnedOne,
    oneReturnForTwoReversals,
    reversedWithoutReference,
    reversedLossUnexplained,
    reversedLossFound,
    reversedLossFoundTooLate,
    returnIsNoFind,
    oneFindForTwo,
    reversedByAmountOnly,
    reversedInboundReceived,
    reversedInboundUnexplained,
  },
};
