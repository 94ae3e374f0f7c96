/**
 * Returns that went wrong, refunds that were too high or too late, replacements (audits catalogue §5:
 * `returned-not-restocked`, `wrong-item-returned`, `refund-above-payment`, `refund-too-late`,
 * `replacement-not-returned`).
 */

import { addDays, calendarOf, type Day, dayOf } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Item, MoneyLine, Order } from "../model.ts";
import { refunded } from "./returns.ts";
import type { Chapter } from "./story.ts";

const LACKING = "refund-not-returned";
const VANISHED = "returned-not-restocked";
const SWAPPED = "wrong-item-returned";
const OVER = "refund-above-payment";
const LATE = "refund-too-late";
const REPLACED = "replacement-not-returned";

// ---- returned, not back in stock -------------------------------------------------------------------

/** A refunded unit that came back sellable, old enough to be judged, and that the ledger has not booked. */
function unbooked(a: Account, units = 1): { order: Order; day: Day; back: Day } {
  const { order, day } = refunded(a, units, 15);
  const back = addDays(day, a.dice.int(-3, 6));
  for (let unit = 0; unit < units; unit++) a.giveBack(order, back, "SELLABLE", { inLedger: false });
  return { order, day, back };
}

function restock(a: Account, item: Item, day: Day, disposition = "SELLABLE"): void {
  a.ledgerRow(item, "CustomerReturns", day, 1, { disposition });
}

/** §5: SELLABLE, back in inventory, no unit of the ledger. Expects all units. */
function neverRestocked(a: Account): void {
  const { order, day } = unbooked(a, a.dice.int(1, 2));
  a.expectOrder(VANISHED, order, day, order.units);
}

/** §5: within 7 days, on either side, graded as it may be. Expects nothing. */
function restockedWithinAWeek(a: Account): void {
  const { order, back } = unbooked(a);
  const grade = a.dice.pick(["SELLABLE", "CUSTOMER_DAMAGED", "DEFECTIVE"]);
  restock(a, order.item, addDays(back, a.dice.pick([-7, -2, 3, 7])), grade);
}

/** §5: 8 days away it is another unit. Expects the unit. */
function restockedTooFarAway(a: Account): void {
  const { order, day, back } = unbooked(a);
  restock(a, order.item, addDays(back, a.dice.pick([-8, 8])));
  a.expectOrder(VANISHED, order, day, 1);
}

/** §5: `amzn.gr.*` or another FNSKU of the ASIN. Expects nothing. */
function restockedUnderAnotherFnsku(a: Account): void {
  const { order, back } = unbooked(a);
  const { asin, msku } = order.item;
  const graded = a.dice.chance(0.5);
  const as = a.item({
    asin,
    cost: null,
    ...(graded ? { msku: `amzn.gr.${msku}-${a.dice.letters(4)}` } : {}),
  });
  restock(a, as, addDays(back, a.dice.int(-5, 5)));
}

/** §5: one unit per return, nearest first. Two returns, one unit next to the later: expects the earlier. */
function twoBackOneRestocked(a: Account): void {
  const { order, day, back } = unbooked(a);
  const other = a.order(order.item, addDays(day, -30));
  a.refund(other, addDays(day, -5));
  a.giveBack(other, addDays(back, 3), "SELLABLE", { inLedger: false });
  restock(a, order.item, addDays(back, 4));
  a.expectOrder(VANISHED, order, day, 1);
}

/** §5: each of a row of returns has its unit within 7 days, the ledger being 5 days behind. Expects nothing. */
function ledgerLagsBehind(a: Account): void {
  const item = a.item();
  const first = a.eventDay(VANISHED, 30);
  for (let at = 0; at < 8; at++) {
    const order = a.order(item, addDays(first, at - 20));
    a.refund(order, addDays(first, at));
    a.giveBack(order, addDays(first, at), "SELLABLE", { inLedger: false });
    restock(a, item, addDays(first, at + 5));
  }
}

/** §5: judged when 7 days have passed. Expects nothing yet. */
function restockedAnyDayNow(a: Account): void {
  const day = a.ago(0, 6);
  const order = a.order(a.item(), addDays(day, -20));
  a.refund(order, day);
  a.giveBack(order, day, "SELLABLE", { inLedger: false });
}

/** §5: only what is said to be back in inventory. Expects nothing. */
function notSaidToBeRestocked(a: Account): void {
  const { order, day } = refunded(a, 1, 12);
  const status = a.dice.pick(["Repackaged Successfully", "Reimbursed"]);
  a.giveBack(order, addDays(day, a.dice.int(0, 3)), "SELLABLE", { status, inLedger: false });
}

/** §5: only SELLABLE. Expects nothing. */
function unsellableNotBooked(a: Account): void {
  const { order, day } = refunded(a, 1, 12);
  const as = a.dice.pick(["CUSTOMER_DAMAGED", "DEFECTIVE"]);
  a.giveBack(order, addDays(day, a.dice.int(0, 3)), as, { inLedger: false });
}

/** §2: one payment of the order clears it. Expects nothing. */
function vanishedPaid(a: Account): void {
  const { order, back } = unbooked(a);
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(back, 1, 40), order });
}

/** §2: what was paid for the order covers the unreturned unit first. Expects the one not restocked. */
function vanishedAndLacking(a: Account): void {
  const { order, day } = refunded(a, 2, 20);
  const back = addDays(day, a.dice.int(0, 6));
  a.giveBack(order, back, "SELLABLE", { inLedger: false });
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(back, 1, 40), order });
  a.expectOrder(VANISHED, order, day, 1);
}

// ---- another item came back ------------------------------------------------------------------------

/** §5: the ASIN was not in the order, whatever the condition. Expects the unit once, under this audit alone. */
function anotherItemBack(a: Account): void {
  const { order, day } = refunded(a, 1, 12);
  const grade = a.dice.pick(["SELLABLE", "CUSTOMER_DAMAGED", "DAMAGED", "CARRIER_DAMAGED"]);
  a.giveBack(order, addDays(day, a.dice.int(-3, 5)), grade, { as: a.item({ cost: null }) });
  a.expectOrder(SWAPPED, order, day, 1);
}

/** §2 (4): a wrong item is a return row. Two refunded, a wrong one back: expects one of each. */
function anotherItemAndNothing(a: Account): void {
  const { order, day } = refunded(a, 2, 12);
  a.giveBack(order, addDays(day, a.dice.int(0, 5)), "SELLABLE", { as: a.item({ cost: null }) });
  a.expectOrder(SWAPPED, order, day, 1);
  a.expectOrder(LACKING, order, day, 1);
}

/** §5: SWITCHEROO is the customer's complaint, no ground here. Expects nothing. */
function switchComplained(a: Account): void {
  const { order, day } = refunded(a, 1, 12);
  a.giveBack(order, addDays(day, a.dice.int(0, 5)), "CUSTOMER_DAMAGED", { reason: "SWITCHEROO" });
}

/** §5: the MSKU is `amzn.gr.*`. Expects nothing. */
function gradedUnitBack(a: Account): void {
  const { order, day } = refunded(a, 1, 12);
  const as = a.item({ cost: null, msku: `amzn.gr.${order.item.msku}-${a.dice.letters(4)}` });
  a.giveBack(order, addDays(day, a.dice.int(0, 5)), "SELLABLE", { as });
}

/** §5: the ASIN was in the order, if not refunded. Expects nothing. */
function otherItemOfTheOrder(a: Account): void {
  const { order, day } = refunded(a, 1, 12);
  const kept = a.order(a.item(), order.day, 1, "AFN", order.id);
  a.giveBack(order, addDays(day, a.dice.int(0, 5)), "SELLABLE", { as: kept.item });
}

/** §5: paid for that order, or Amazon says so itself. Expects nothing. */
function anotherItemPaid(a: Account): void {
  const { order, day } = refunded(a, 1, 15);
  const as = a.item({ cost: null });
  const back = addDays(day, a.dice.int(0, 5));
  if (a.dice.chance(0.5)) {
    a.giveBack(order, back, "CUSTOMER_DAMAGED", { as, status: "Reimbursed" });
    return;
  }
  a.giveBack(order, back, "CUSTOMER_DAMAGED", { as });
  a.pay(order.item, { reason: "CustomerReturn", day: a.after(back, 1, 40), order });
}

// ---- refunded too much -----------------------------------------------------------------------------

/** More or less than the price, as one refund; the unit comes back. */
function refundedOff(a: Account, by: number, units = 1): { order: Order; day: Day } {
  const item = a.item();
  const day = a.eventDay(OVER, 12);
  const order = a.order(item, addDays(day, -a.dice.int(6, 30)), units);
  a.refund(order, day, { principal: item.price * units + by });
  for (let unit = 0; unit < units; unit++) a.giveBack(order, addDays(day, a.dice.int(-2, 5)), "SELLABLE");
  return { order, day };
}

/** Lines of a sale or refund besides the item's price; only flat file V2 prints them one by one. */
function also(a: Account, order: Order, day: Day, transaction: "Order" | "Refund", lines: MoneyLine[]): void {
  a.post({ day, transaction, order, quantity: 0, partial: true, lines });
}

const itemPrice = (description: string, minor: number): MoneyLine => ({
  type: "ItemPrice",
  description,
  minor,
});

/** §5: refunded above paid. Expects the excess. */
function refundedTooMuch(a: Account): void {
  const units = a.dice.int(1, 2);
  const excess = 2 * units + a.dice.pick([1, 150, 999]);
  const { order, day } = refundedOff(a, excess, units);
  a.expectOverRefund(order, day, excess);
}

/** §5: tolerance 0.02 per unit. Expects nothing. */
function refundedWithinRounding(a: Account): void {
  const units = a.dice.int(1, 2);
  refundedOff(a, 2 * units, units);
}

/** §5: only the excess: the unit itself is missing as well. Expects both. */
function refundedTooMuchAndLacking(a: Account): void {
  const { order, day } = refunded(a, 1);
  const extra = a.dice.int(100, 900);
  a.refund(order, day, { principal: extra });
  a.expectOrder(LACKING, order, day, 1);
  a.expectOverRefund(order, day, extra);
}

/** §5: item + shipping + gift wrap; tax and promotions apart. Expects nothing. */
function refundedInFull(a: Account): void {
  const { order, day } = refundedOff(a, 0);
  const sold = addDays(order.day, 1);
  const [shipping, wrap] = [a.dice.int(299, 799), a.dice.int(199, 499)];
  also(a, order, sold, "Order", [
    itemPrice("Shipping", shipping),
    itemPrice("GiftWrap", wrap),
    itemPrice("Tax", 120),
    { type: "Promotion", description: "Principal", minor: -300 },
  ]);
  also(a, order, day, "Refund", [
    itemPrice("Shipping", -shipping),
    itemPrice("GiftWrap", -wrap),
    itemPrice("Tax", -260),
  ]);
}

/** §5: shipping nobody paid. Expects it. */
function shippingNeverPaid(a: Account): void {
  const { order, day } = refundedOff(a, 0);
  const shipping = a.dice.int(299, 799);
  also(a, order, day, "Refund", [itemPrice("Shipping", -shipping)]);
  a.expectOverRefund(order, day, shipping);
}

/** §5: FBA only. Expects nothing. */
function sellerRefundedTooMuch(a: Account): void {
  const item = a.item();
  const day = a.eventDay(OVER);
  const order = a.order(item, addDays(day, -12), 1, "MFN");
  a.refund(order, day, { principal: item.price + 500 });
}

/** §1.6: chargebacks and A-to-z refunds → `info`. */
function refundedByTheBankToo(a: Account): void {
  const { order, day } = refundedOff(a, 0);
  const later = addDays(day, a.dice.int(1, 9));
  a.refund(order, later, { transaction: a.dice.pick(["Chargeback Refund", "A-to-z Guarantee Refund"]) });
  a.expectInfo(OVER, { event: later, units: 1, orderId: order.id, msku: order.item.msku });
}

// ---- refunded too late -----------------------------------------------------------------------------

/** §5: last day 45 days after shipping; shipped 1 Nov–31 Dec: 31 Jan. */
function lastDayToReturn(shipped: Day): Day {
  const { year, month } = calendarOf(shipped);
  return month > 10 ? dayOf(year + 1, 1, 31) : addDays(shipped, 45);
}

/** An order refunded so many days after its last day to return; it came back. */
function refundedAfter(a: Account, shipped: Day, late: number): Order {
  const day = addDays(lastDayToReturn(shipped), late);
  const order = a.order(a.item(), addDays(shipped, -1));
  a.refund(order, day);
  a.giveBack(order, addDays(day, -a.dice.int(0, 3)), a.dice.pick(["SELLABLE", "CUSTOMER_DAMAGED"]));
  return order;
}

/** §5: on the last day, and the day after. What is expected is worked out for all orders (`lateRefunds`). */
function refundedAroundTheLimit(a: Account): void {
  const shipped = a.ago(110, 300);
  refundedAfter(a, shipped, 0);
  refundedAfter(a, shipped, a.dice.pick([1, 20]));
}

/** §5: shipped around 1 November and 31 December. */
function refundedAroundChristmas(a: Account): void {
  const { year, month } = calendarOf(a.asOf);
  const november = dayOf(month > 4 ? year - 1 : year - 2, 11, 1);
  for (const shipped of [addDays(november, -1), november, addDays(november, 60), addDays(november, 61)]) {
    refundedAfter(a, shipped, 0);
    refundedAfter(a, shipped, 1);
  }
}

/** §5: where nothing came back, `refund-not-returned` mentions it. Expects that one alone. */
function lateAndLacking(a: Account): void {
  const day = a.eventDay(LACKING);
  const order = a.order(a.item(), addDays(day, -120));
  a.refund(order, day);
  a.expectOrder(LACKING, order, day, 1);
}

/** All refunds of whole units after the last day to return, but for orders of which something is still out. */
export function lateRefunds(a: Account): void {
  for (const order of a.orders) {
    const limit = lastDayToReturn(addDays(order.day, 1));
    const refunds = a.money.filter(
      (event) =>
        event.orderId === order.id && event.sku === order.item.msku && event.transaction === "Refund",
    );
    const lacking = a.planted.some(
      (one) =>
        one.audit === LACKING &&
        one.state !== "info" &&
        one.orderId === order.id &&
        one.msku === order.item.msku,
    );
    if (order.channel !== "AFN" || lacking) continue;
    const late = wholeUnits(order, refunds).filter(({ day, units }) => units > 0 && day > limit);
    const last = late.at(-1);
    if (last === undefined) continue;
    a.story = "lateRefunds";
    a.expectInfo(LATE, {
      event: last.day,
      units: late.reduce((sum, { units }) => sum + units, 0),
      orderId: order.id,
      msku: order.item.msku,
    });
  }
}

/** §1.6: the units each day's refunds add, by the money refunded so far. */
function wholeUnits(order: Order, refunds: Account["money"]): { day: Day; units: number }[] {
  const { price } = order.item;
  let [money, before] = [0, 0];
  return [...new Set(refunds.map((event) => event.day))]
    .sort((x, y) => x - y)
    .map((day) => {
      for (const { lines } of refunds.filter((event) => event.day === day)) {
        for (const line of lines) if (line.description === "Principal") money -= line.minor;
      }
      const so = Math.min(order.units, Math.floor((money + price * 0.02) / price));
      const units = so - before;
      before = so;
      return { day, units };
    });
}

// ---- replaced, never returned ----------------------------------------------------------------------

/** An order whose unit was replaced free of charge. */
function replaced(a: Account, minAge = 0): { order: Order; day: Day; replacementId: string } {
  const day = a.eventDay(REPLACED, minAge);
  const order = a.order(a.item(), addDays(day, -a.dice.int(5, 30)));
  const { replacementOrderId } = a.replace(order, day, a.dice.int(0, 12));
  return { order, day, replacementId: replacementOrderId };
}

/** §5: no return, no payment. Expects the unit, on the replacement's clock. */
function replacedNeverReturned(a: Account): void {
  const { order, day } = replaced(a);
  a.expectOrder(REPLACED, order, day, 1);
}

/** §5: returned under either order. Expects nothing. */
function replacedThenReturned(a: Account): void {
  const { order, day, replacementId } = replaced(a, 2);
  const orderId = a.dice.chance(0.5) ? replacementId : order.id;
  a.giveBack(order, a.after(day, 0, 30), "DEFECTIVE", { orderId, reason: "DEFECTIVE" });
}

/** §5: paid, also as FREE_REPLACEMENT_REFUND_ITEMS in the settlement alone. Expects nothing. */
function replacedPaid(a: Account): void {
  const { order, day } = replaced(a, 8);
  const paid = addDays(day, a.dice.int(1, 3));
  if (a.dice.chance(0.5)) a.pay(order.item, { reason: "CustomerReturn", day: paid, order });
  else a.pay(order.item, { reason: "Free_Replacement", day: paid, order, shows: "settlement" });
}

/** §2 (4): a partial refund asks for nothing back, so the replacement stands for itself. Expects the unit. */
function replacedAndRefundedInPart(a: Account): void {
  const { order, day } = replaced(a);
  a.refund(order, addDays(day, -2), { principal: Math.floor(order.item.price * 0.3) });
  a.expectOrder(REPLACED, order, day, 1);
}

/** §5: replaced twice, one unit back: it clears the earlier. Expects the later. */
function replacedTwiceOneBack(a: Account): void {
  const { order, day } = replaced(a, 5);
  a.replace(order, addDays(day, -a.dice.int(2, 4)), 2);
  a.giveBack(order, a.after(day, 0, 20), "DEFECTIVE", { reason: "DEFECTIVE" });
  a.expectOrder(REPLACED, order, day, 1);
}

export const moreReturns: Chapter = {
  stories: {
    neverRestocked,
    restockedWithinAWeek,
    restockedTooFarAway,
    restockedUnderAnotherFnsku,
    twoBackOneRestocked,
    ledgerLagsBehind,
    restockedAnyDayNow,
    notSaidToBeRestocked,
    unsellableNotBooked,
    vanishedPaid,
    vanishedAndLacking,
    anotherItemBack,
    anotherItemAndNothing,
    switchComplained,
    gradedUnitBack,
    otherItemOfTheOrder,
    anotherItemPaid,
    refundedTooMuch,
    refundedWithinRounding,
    refundedTooMuchAndLacking,
    refundedInFull,
    shippingNeverPaid,
    sellerRefundedTooMuch,
    refundedByTheBankToo,
    refundedAroundTheLimit,
    refundedAroundChristmas,
    lateAndLacking,
    replacedNeverReturned,
    replacedThenReturned,
    replacedPaid,
    replacedAndRefundedInPart,
    replacedTwiceOneBack,
  },
};
