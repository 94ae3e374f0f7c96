/**
 * Refunds and what came back (audits catalogue §5 `refund-not-returned`, `returned-damaged-by-amazon`).
 * Amounts: units × (price paid − referral − fulfilment fee of that order), §2.
 */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Item, Order } from "../model.ts";
import type { Chapter } from "./story.ts";

const LACKING = "refund-not-returned";
const BROKEN = "returned-damaged-by-amazon";

/** An order refunded on a day that stands on one side or other of its claim window. */
export function refunded(
  a: Account,
  units = 1,
  minAge = 0,
  item: Item = a.item(),
): { order: Order; day: Day } {
  const day = a.eventDay(LACKING, minAge);
  const order = a.order(item, addDays(day, -a.dice.int(6, 40)), units);
  a.refund(order, day);
  return { order, day };
}

/** §5: refunded − returned − paid > 0. Expects all units. */
function neverReturned(a: Account): void {
  const units = a.dice.int(1, 3);
  const { order, day } = refunded(a, units);
  a.expectOrder(LACKING, order, day, units);
}

/** §5: returns count whatever their date: before the refund or after. Expects nothing. */
function returned(a: Account): void {
  const { order, day } = refunded(a, 1, 2);
  const back = a.dice.chance(0.5) ? addDays(day, -a.dice.int(0, 4)) : a.after(day, 0, 80);
  a.giveBack(order, back, a.dice.pick(["SELLABLE", "CUSTOMER_DAMAGED", "DEFECTIVE"]));
}

/** §5: CUSTOMER_DAMAGED and DEFECTIVE never are Amazon's. Expects nothing. */
function customersFault(a: Account): void {
  const { order, day } = refunded(a, 2, 2);
  a.giveBack(order, a.after(day, 0, 20), "CUSTOMER_DAMAGED");
  a.giveBack(order, a.after(day, 0, 20), "DEFECTIVE", { reason: "DEFECTIVE" });
}

/** §5: some units came back. Expects the others. */
function partlyReturned(a: Account): void {
  const units = a.dice.int(2, 4);
  const { order, day } = refunded(a, units, 2);
  const back = a.dice.int(1, units - 1);
  for (let unit = 0; unit < back; unit++) a.giveBack(order, a.after(day, 0, 40), "SELLABLE");
  a.expectOrder(LACKING, order, day, units - back);
}

/** §5: paid for the order. Expects nothing. */
function notReturnedPaid(a: Account): void {
  const units = a.dice.int(1, 2);
  const { order, day } = refunded(a, units, 3);
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(day, 1, 70), cash: units, order });
}

/** §5: paid for the order, in the settlement only: `REVERSAL_REIMBURSEMENT` pays (§1.3). Expects nothing. */
function paidInSettlementOnly(a: Account): void {
  const { order, day } = refunded(a, 1, 20);
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(day, 1, 10), order, shows: "settlement" });
}

/** §2: one payment shows in both files: the larger in units, never the sum. Refunded 2, paid 1 (twice shown). Expects 1. */
function paymentShownTwice(a: Account): void {
  const { order, day } = refunded(a, 2, 20);
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(day, 1, 10), order });
  a.expectOrder(LACKING, order, day, 1);
}

/** §5: returns clear first, then payments: three refunded, one back, one paid. Expects one. */
function returnedAndPaid(a: Account): void {
  const { order, day } = refunded(a, 3, 3);
  a.giveBack(order, a.after(day, 0, 10), "SELLABLE");
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(day, 1, 70), order });
  a.expectOrder(LACKING, order, day, 1);
}

/** §1.6: 0 whole units = a partial refund: nothing has to come back. 97 % is partial, 98 % is whole. Expects nothing. */
function partialRefund(a: Account): void {
  const item = a.item();
  const day = a.eventDay(LACKING);
  const order = a.order(item, addDays(day, -12));
  const share = a.dice.pick([0.1, 0.3, 0.5, 0.97]);
  a.refund(order, day, { principal: Math.floor(item.price * share) });
}

/** §1.6: within 2 % of the price is a whole unit. Expects one. */
function almostFullRefund(a: Account): void {
  const item = a.item();
  const day = a.eventDay(LACKING);
  const order = a.order(item, addDays(day, -12));
  a.refund(order, day, { principal: Math.ceil(item.price * 0.985) });
  a.expectOrder(LACKING, order, day, 1);
}

/** §1.6: refunded principal over all refunds of the order and SKU: two halves are one unit, at the later date. Expects one. */
function twoHalves(a: Account): void {
  const item = a.item();
  const day = a.eventDay(LACKING);
  const order = a.order(item, addDays(day, -25));
  const half = Math.floor(item.price / 2);
  a.refund(order, addDays(day, -a.dice.int(1, 9)), { principal: half });
  a.refund(order, day, { principal: item.price - half });
  a.expectOrder(LACKING, order, day, 1);
}

/** §1.6: at most the units bought. One bought, refunded twice over. Expects one, and the second refund's money. */
function refundedTwice(a: Account): void {
  const { order, day } = refunded(a, 1);
  a.refund(order, day);
  a.expectOrder(LACKING, order, day, 1);
  a.expectOverRefund(order, day, order.item.price);
}

/** §2 table: the clock starts at the latest refund whose unit is open. Two refunds, one return: expects the later. */
function latestOpenRefund(a: Account): void {
  const item = a.item();
  const day = a.eventDay(LACKING, 2);
  const order = a.order(item, addDays(day, -45), 2);
  a.refund(order, addDays(day, -a.dice.int(10, 30)), { units: 1 });
  a.refund(order, day, { units: 1 });
  a.giveBack(order, a.after(day, 0, 30), "SELLABLE");
  a.expectOrder(LACKING, order, day, 1);
}

/** §5: two items of one order, each refunded; one came back. Expects the other. */
function twoItemsOneBack(a: Account): void {
  const [kept, back] = [a.item(), a.item()];
  const day = a.eventDay(LACKING, 2);
  const bought = addDays(day, -20);
  const first = a.order(kept, bought);
  const second = a.order(back, bought, 1, "AFN", first.id);
  a.refund(first, day);
  a.refund(second, day);
  a.giveBack(second, a.after(day, 0, 30), "SELLABLE");
  a.expectOrder(LACKING, first, day, 1);
}

/** §5: only some of what was bought was refunded. Three bought, one refunded, one back. Expects nothing. */
function oneOfThreeRefunded(a: Account): void {
  const item = a.item();
  const day = a.eventDay(LACKING, 2);
  const order = a.order(item, addDays(day, -20), 3);
  a.refund(order, day, { units: 1 });
  a.giveBack(order, a.after(day, 0, 30), "SELLABLE");
}

/** §5: FBA only: seller-fulfilled. Expects nothing. */
function sellerFulfilled(a: Account): void {
  const day = a.eventDay(LACKING);
  const order = a.order(a.item(), addDays(day, -20), 1, "MFN");
  a.refund(order, day);
}

/** §5: FBA only: multi-channel orders (`S01-`). Expects nothing. */
function multiChannel(a: Account): void {
  const day = a.eventDay(LACKING);
  const order = a.order(a.item(), addDays(day, -20), 1, "multi-channel");
  a.refund(order, day);
}

/** §1.6: chargebacks and A-to-z refunds → `info`. */
function chargeback(a: Account): void {
  const day = a.eventDay(LACKING);
  const order = a.order(a.item(), addDays(day, -20));
  a.refund(order, day, { transaction: a.dice.pick(["Chargeback Refund", "A-to-z Guarantee Refund"]) });
  a.expectInfo(LACKING, { event: day, units: 1, orderId: order.id, msku: order.item.msku });
}

/** §1.6: retrocharges are tax. Expects nothing. */
function retrocharge(a: Account): void {
  const day = a.eventDay(LACKING);
  const order = a.order(a.item(), addDays(day, -20));
  const tax = Math.round(order.item.price * 0.07);
  a.post({
    day,
    transaction: "Refund_Retrocharge",
    order,
    quantity: 1,
    lines: [
      { type: "ItemPrice", description: "Tax", minor: -tax },
      { type: "ItemWithheldTax", description: "MarketplaceFacilitatorTax-Principal", minor: tax },
    ],
  });
}

/** §5: refund and replacement for one order: max(refunded, replaced), once. Nothing back: expects one. */
function refundedAndReplaced(a: Account): void {
  const { order, day } = refunded(a, 1);
  a.replace(order, addDays(day, -a.dice.int(1, 4)), a.dice.pick([2, 3, 4]));
  a.expectOrder(LACKING, order, day, 1);
}

/** §5: refund and replacement, one unit back. Expects nothing. */
function replacedAndReturned(a: Account): void {
  const { order, day } = refunded(a, 1, 2);
  a.replace(order, addDays(day, -a.dice.int(1, 4)), 2);
  a.giveBack(order, a.after(day, 0, 20), "DEFECTIVE", { reason: "DEFECTIVE" });
}

/** §5: match by SKU, then FNSKU, then ASIN, then any other return of the order. Expects nothing. */
function returnedUnderAnotherSku(a: Account): void {
  const item = a.item();
  const { order, day } = refunded(a, 1, 2, item);
  const { fnsku, asin } = item;
  const as = a.dice.pick([
    () => a.item({ fnsku, asin, cost: null }),
    () => a.item({ asin, cost: null }),
    () => a.item({ asin, cost: null, msku: `amzn.gr.${item.msku}-${a.dice.letters(4)}` }),
  ])();
  a.giveBack(order, a.after(day, 0, 30), a.dice.pick(["SELLABLE", "CUSTOMER_DAMAGED"]), { as });
}

/** §1.8: without LPN, equal rows are units of their own. Two refunded, two equal rows. Expects nothing. */
function returnedWithoutPlate(a: Account): void {
  const { order, day } = refunded(a, 2, 2);
  const back = a.after(day, 0, 20);
  const row = a.giveBack(order, back, "SELLABLE", { plate: "" });
  a.returns.push(row);
  a.ledgerRow(order.item, "CustomerReturns", back, 1, { centre: row.centre });
}

/** §1.8: order + LPN is one unit, its row the one with the latest date. Two refunded, one unit seen twice. Expects one. */
function samePlateTwice(a: Account): void {
  const { order, day } = refunded(a, 2, 12);
  const back = a.after(day, 0, 5);
  const row = a.giveBack(order, back, "SELLABLE");
  a.returns.push({ ...row, day: addDays(back, a.dice.int(1, 6)), disposition: "DEFECTIVE" });
  a.expectOrder(LACKING, order, day, 1);
}

/** §5: needs returns and payments from 60 days before the refund: not covered so early. Expects nothing. */
function beforeTheFilesBegin(a: Account): void {
  const day = addDays(a.start, a.dice.int(20, 55));
  const order = a.order(a.item(), addDays(day, -15));
  a.refund(order, day);
}

/** §1.6: the order is not in the data: 1 unit, assumed. §2 Amounts: what was paid is unknown → null. */
function orderBeforeTheFiles(a: Account): void {
  const item = a.item();
  const day = addDays(a.start, a.dice.int(64, 80));
  const order: Order = {
    id: a.orderId(),
    day: addDays(a.start, -10),
    second: 0,
    item,
    units: 1,
    channel: "AFN",
    itemCode: `0${a.dice.digits(13)}`,
  };
  a.ledgerRow(item, "Shipments", addDays(day, -20), -1);
  a.refund(order, day);
  a.expect(LACKING, { event: day, units: 1, amount: null, orderId: order.id, msku: item.msku });
}

/** §5: DAMAGED, WAREHOUSE_DAMAGED, CARRIER_DAMAGED returns nobody paid for. Expects each unit, on the refund's clock. */
function returnedBroken(a: Account): void {
  const units = a.dice.int(1, 2);
  const { order, day } = refunded(a, units, 2);
  const back = a.after(day, 0, 12);
  for (let unit = 0; unit < units; unit++) {
    a.giveBack(order, back, a.dice.pick(["DAMAGED", "WAREHOUSE_DAMAGED", "CARRIER_DAMAGED"]));
  }
  a.expectOrder(BROKEN, order, day, units);
}

/** §5: minus status "Reimbursed". Expects nothing. */
function returnedBrokenReimbursed(a: Account): void {
  const { order, day } = refunded(a, 1, 2);
  a.giveBack(order, a.after(day, 0, 12), "DAMAGED", { status: "Reimbursed" });
}

/** §5: paid for that order. Expects nothing. */
function returnedBrokenPaid(a: Account): void {
  const { order, day } = refunded(a, 1, 16);
  a.giveBack(order, a.after(day, 0, 10), "DAMAGED");
  a.pay(order.item, {
    reason: a.dice.pick(["CustomerReturn", "Damaged_Warehouse"]),
    day: a.after(day, 11, 50),
    order,
  });
}

/** §5: `Damaged_Warehouse` units without order id approved within 60 days pay it. Expects nothing. */
function returnedBrokenPaidAsDamage(a: Account): void {
  const { order, day } = refunded(a, 1, 20);
  const back = a.after(day, 0, 5);
  a.giveBack(order, back, "DAMAGED");
  a.pay(order.item, { reason: "Damaged_Warehouse", day: a.after(back, 1, 60) });
}

/** §5: approved more than 60 days later: not for this unit. Expects it. */
function returnedBrokenPaidTooLate(a: Account): void {
  const { order, day } = refunded(a, 1, 85);
  const back = addDays(day, a.dice.int(0, 10));
  a.giveBack(order, back, "DAMAGED");
  a.pay(order.item, { reason: "Damaged_Warehouse", day: addDays(back, a.dice.pick([61, 75])) });
  a.expectOrder(BROKEN, order, day, 1);
}

/** §5: the damage payment was taken by a ledger row. Expects the returned unit. */
function damageMoneyTaken(a: Account): void {
  const item = a.item();
  const { order, day } = refunded(a, 1, 30, item);
  a.damage(item, addDays(day, -a.dice.int(20, 40)), 1);
  a.giveBack(order, addDays(day, a.dice.int(1, 5)), "DAMAGED");
  a.pay(item, { reason: "Damaged_Warehouse", day: addDays(day, a.dice.int(6, 20)) });
  a.expectOrder(BROKEN, order, day, 1);
}

/** §5: what was paid for the order covers unreturned units first. Two refunded, one back broken, one paid: expects the broken one. */
function paidForTheUnreturned(a: Account): void {
  const { order, day } = refunded(a, 2, 20);
  a.giveBack(order, a.after(day, 0, 10), "DAMAGED");
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(day, 11, 60), order });
  a.expectOrder(BROKEN, order, day, 1);
}

/** §5: one unit never came back, another came back broken, nothing paid. Expects both, each under its own audit. */
function lackingAndBroken(a: Account): void {
  const { order, day } = refunded(a, 2, 2);
  a.giveBack(order, a.after(day, 0, 12), "CARRIER_DAMAGED");
  a.expectOrder(LACKING, order, day, 1);
  a.expectOrder(BROKEN, order, day, 1);
}

/** §2 table: no refund in the data: the clock starts at the return-date. Expects the unit. */
function brokenWithoutRefund(a: Account): void {
  const item = a.item();
  const back = a.eventDay(BROKEN);
  const order = a.order(item, addDays(back, -20));
  a.giveBack(order, back, "DAMAGED");
  a.expectOrder(BROKEN, order, back, 1);
}

/** Refunded again and again, each unit back: a multi-unit order. Expects nothing. */
function multiUnitAllBack(a: Account): void {
  const item = a.item();
  const day = a.eventDay(LACKING, 5);
  const order = a.order(item, addDays(day, -30), 3);
  for (const wait of [9, 4, 0]) {
    a.refund(order, addDays(day, -wait), { units: 1 });
    a.giveBack(order, addDays(day, -wait + a.dice.int(0, 4)), "SELLABLE");
  }
}

export const returns: Chapter = {
  stories: {
    neverReturned,
    returned,
    customersFault,
    partlyReturned,
    notReturnedPaid,
    paidInSettlementOnly,
    paymentShownTwice,
    returnedAndPaid,
    partialRefund,
    almostFullRefund,
    twoHalves,
    refundedTwice,
    latestOpenRefund,
    twoItemsOneBack,
    oneOfThreeRefunded,
    sellerFulfilled,
    multiChannel,
    chargeback,
    retrocharge,
    refundedAndReplaced,
    replacedAndReturned,
    returnedUnderAnotherSku,
    returnedWithoutPlate,
    samePlateTwice,
    beforeTheFilesBegin,
    orderBeforeTheFiles,
    returnedBroken,
    returnedBrokenReimbursed,
    returnedBrokenPaid,
    returnedBrokenPaidAsDamage,
    returnedBrokenPaidTooLate,
    damageMoneyTaken,
    paidForTheUnreturned,
    lackingAndBroken,
    brokenWithoutRefund,
    multiUnitAllBack,
  },
  only: { brokenWithoutRefund: ["US"] },
};
