/** Fees charged too high, twice, or not given back (audits catalogue §7), and look-alikes that are right. */

import { addDays, calendarOf, type Day, dayOf } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import {
  accessoryReferral,
  agedFor,
  boxFee,
  creditFor,
  feeBookOf,
  feesKnown,
  ordinaryReferral,
  PARCEL,
  PARCEL_FEE,
  PARCEL_FEE_TO,
  storageFor,
} from "../fee-facts.ts";
import type { Item, MoneyLine, Order } from "../model.ts";
import type { AuditId } from "../windows.ts";
import { measured, noted } from "./fee-items.ts";
import type { Chapter, Story } from "./story.ts";

const WINDOW = 90;

/** A day a charge may be booked on: often right at the end of the window. Null: the fees of none are known. */
function dayOfCharge(a: Account, least = 1, latest: Day = a.asOf): Day | null {
  const border = a.dice.pick([WINDOW, WINDOW + 1, a.dice.int(least, WINDOW - 1), a.dice.int(least, 130)]);
  const oldest = a.asOf - latest;
  const day = addDays(a.asOf, -Math.max(border, least, oldest));
  return feesKnown(day) && feesKnown(a.asOf) ? day : null;
}

/** A story about charges of a day; told only where the fees of that day are known. */
function on(tell: (a: Account, day: Day) => void, least = 1): Story {
  return (a) => {
    const day = dayOfCharge(a, least);
    if (day !== null) tell(a, day);
  };
}

/** An order booked, with its fees, on a day. */
function booked(a: Account, item: Item, day: Day, units = 1, channel: Order["channel"] = "AFN"): Order {
  return a.order(item, addDays(day, -1), units, channel);
}

function owed(
  a: Account,
  audit: AuditId,
  item: Item,
  event: Day,
  units: number,
  amount: number,
  order?: Order,
): void {
  a.expect(audit, { event, units, amount, fnsku: item.fnsku, ...(order && { orderId: order.id }) });
}

// ---- fulfilment fees --------------------------------------------------------------------------------

const TOO_HIGH = "fulfilment-fee-high";

/** §7: charged above the fee of the seller's own measures. Expects the difference of all units. */
function oneBandTooHigh(a: Account, day: Day): void {
  const more = a.dice.int(2, 90);
  const item = measured(a, { fulfilment: boxFee(day) + more });
  const units = a.dice.int(1, 3);
  booked(a, item, day, units);
  owed(a, TOO_HIGH, item, day, units, more * units);
}

/** §7: right, or a cent of rounding in the fuel surcharge. Expects nothing. */
function rightFee(a: Account, day: Day): void {
  const item = measured(a, { fulfilment: boxFee(day) + a.dice.pick([-1, 0, 1]) });
  booked(a, item, day, a.dice.int(1, 3));
}

/** §7: only units inside the window count, one finding for what is left of a month. */
function monthAcrossTheWindow(a: Account): void {
  const [closed, open] = [addDays(a.asOf, -WINDOW - 1), addDays(a.asOf, -WINDOW)];
  if (!feesKnown(closed) || !feesKnown(a.asOf) || calendarOf(closed).month !== calendarOf(open).month) return;
  const item = measured(a, { fulfilment: boxFee(open) + 60 });
  booked(a, item, closed, 2);
  booked(a, item, open);
  owed(a, TOO_HIGH, item, open, 1, 60);
}

/** Amazon corrected it by itself. Expects nothing. */
function corrected(a: Account, day: Day): void {
  const item = measured(a, { fulfilment: boxFee(day) + 70 });
  booked(a, item, day);
  a.pay(item, { reason: "Fee_Correction", day: a.after(day, 1, 30), perUnit: 70 });
}

/** Too high, and given back in a row of its own. Expects nothing. */
function feeGivenBack(a: Account, day: Day): void {
  const item = measured(a, { fulfilment: boxFee(day) + 80 });
  const order = booked(a, item, day, 1);
  again(a, order, a.after(day, 0, 5), { type: "ItemFees", description: FULFILMENT, minor: 80 });
}

/** Without measures, or for a seller's own parcel, nobody can tell. Expects nothing. */
function nobodyKnows(a: Account, day: Day): void {
  booked(a, measured(a, { fulfilment: boxFee(day) + 300, measures: null }), day);
  booked(a, measured(a, { fulfilment: boxFee(day) + 300, category: "Shoes" }), day);
  booked(a, measured(a, { fulfilment: boxFee(day) + 300 }), day, 1, "multi-channel");
}

/** In the UK 1.5 % more may be a surcharge; what is above that is not. */
function ukParcels(a: Account): void {
  const day = dayOfCharge(a, 1, PARCEL_FEE_TO);
  if (day === null) return;
  const price = a.dice.int(2500, 4900);
  booked(a, measured(a, { price, fulfilment: PARCEL_FEE + 6, measures: PARCEL }), day, 2);
  const item = measured(a, { price, fulfilment: PARCEL_FEE + 40, measures: PARCEL });
  booked(a, item, day, 2);
  owed(a, TOO_HIGH, item, day, 2, 80);
}

/** No fulfilment or referral fee is sourced for Germany: whatever was charged. Expects nothing. */
function germanFees(a: Account, day: Day): void {
  booked(a, measured(a, { fulfilment: 999, referral: 999, measures: PARCEL }), day);
}

/** From the preview alone it is an estimate; beside a right charge it is nothing. */
function estimateTooHigh(a: Account): void {
  if (!feesKnown(a.asOf)) return;
  const right = boxFee(a.asOf);
  const listed = (item: Item, estimate: number) =>
    feeBookOf(a).previews.push({
      item,
      sides: [6, 4, 3],
      pounds: 0.625,
      tier: "Large standard-size",
      estimate,
    });
  const item = measured(a, { fulfilment: right });
  a.ledgerRow(item, "Receipts", addDays(a.asOf, -30), 5);
  listed(item, right + 50);
  noted(a, TOO_HIGH, item, a.asOf, null);
  const sold = measured(a, { fulfilment: right });
  booked(a, sold, addDays(a.asOf, -2));
  listed(sold, right + 50);
}

// ---- measures ---------------------------------------------------------------------------------------

/** §7: larger than the seller's measures → asks for a new measurement; the same or smaller → nothing. */
function measuredAnew(a: Account): void {
  const fee = feesKnown(a.asOf) ? boxFee(a.asOf) : 400;
  const seen = (sides: readonly [number, number, number], pounds: number, tier: string) => {
    const item = measured(a, { fulfilment: fee });
    feeBookOf(a).previews.push({ item, sides, pounds, tier, estimate: fee });
    return item;
  };
  noted(a, "size-tier-changed", seen([8, 4, 3], 0.625, "Large standard-size"), a.asOf, null);
  noted(a, "size-tier-changed", seen([6, 4, 3], 0.95, "Large standard-size"), a.asOf, null);
  seen([6.1, 4.1, 3], 0.65, "Large standard-size");
  seen([5, 3, 0.7], 0.3, "Small standard-size");
}

// ---- referral fees ----------------------------------------------------------------------------------

const DEAR = "referral-fee-high";

/** §7: above the category's rate. Expects the difference of all units. */
function wrongRate(a: Account, day: Day): void {
  const price = a.dice.int(1200, 4900);
  const more = Math.round(price * 0.02);
  const item = measured(a, { price, referral: ordinaryReferral(price) + more, fulfilment: boxFee(day) });
  const units = a.dice.int(1, 3);
  booked(a, item, day, units);
  owed(a, DEAR, item, day, units, more * units);
}

/** §7: a marginal category taken for a flat one. Expects the difference; at its own rates, nothing. */
function marginalRates(a: Account, day: Day): void {
  const price = a.dice.int(12_000, 30_000);
  const category = "Electronics Accessories";
  const right = accessoryReferral(price);
  const common = { price, fulfilment: boxFee(day) + 26, category };
  booked(a, measured(a, { ...common, referral: right }), day);
  const item = measured(a, { ...common, referral: ordinaryReferral(price) });
  booked(a, item, day);
  owed(a, DEAR, item, day, 1, ordinaryReferral(price) - right);
}

/** §7: the minimum is no overcharge, nor is the dearer rate of a unit that was refunded. Expects nothing. */
function rightReferrals(a: Account, day: Day): void {
  booked(a, measured(a, { price: 1000, referral: 150, fulfilment: boxFee(day) }), day, 2);
  const item = measured(a, { price: 2000, referral: 400, fulfilment: boxFee(day) });
  const order = booked(a, item, day);
  sentBack(a, order, day);
}

/** Refunded in full, with the right credit, and back in stock. */
function sentBack(a: Account, order: Order, day: Day): Day {
  const refund = a.after(day, 1, 20);
  a.refund(order, refund);
  for (let unit = 0; unit < order.units; unit++) a.giveBack(order, refund, "SELLABLE");
  return refund;
}

// ---- charged twice ----------------------------------------------------------------------------------

const TWICE = "fee-charged-twice";
const FULFILMENT = "FBAPerUnitFulfillmentFee";

/** A row of the order's fees in a booking of its own. */
function again(a: Account, order: Order, day: Day, line: MoneyLine): void {
  a.post({ day, transaction: "Order", order, quantity: 0, lines: [line] });
}

/** §7: a surplus row equal to another. Expects its units and amount, and no other fee audit. */
function twice(a: Account, day: Day): void {
  const units = a.dice.int(1, 3);
  const item = measured(a, { fulfilment: boxFee(day) });
  const order = booked(a, item, addDays(day, -1), units);
  const [description, each] = a.dice.pick([
    [FULFILMENT, item.fulfilment],
    ["Commission", item.referral],
  ] as const);
  again(a, order, day, { type: "ItemFees", description, minor: -each * units });
  owed(a, TWICE, item, day, units, each * units, order);
}

/** §7: one charge per Principal row: two parcels pay twice. A reversed row is no row. Expects nothing. */
function twiceForAReason(a: Account, day: Day): void {
  const item = measured(a, { fulfilment: boxFee(day) });
  const order = booked(a, item, addDays(day, -1));
  a.post({
    day,
    transaction: "Order",
    order,
    quantity: 1,
    lines: [
      { type: "ItemPrice", description: "Principal", minor: item.price },
      { type: "ItemFees", description: "Commission", minor: -item.referral },
      { type: "ItemFees", description: FULFILMENT, minor: -item.fulfilment },
    ],
  });
  const other = booked(a, measured(a, { fulfilment: boxFee(day) }), addDays(day, -1));
  const { fulfilment } = other.item;
  again(a, other, day, { type: "ItemFees", description: FULFILMENT, minor: -fulfilment });
  again(a, other, a.after(day, 0, 9), { type: "ItemFees", description: FULFILMENT, minor: fulfilment });
}

// ---- referral fees given back -----------------------------------------------------------------------

const KEPT = "referral-fee-not-credited";

/** §7: nothing, or too little, came back. Expects what is short. The unit itself did come back. */
function creditShort(a: Account, day: Day): void {
  const units = a.dice.int(1, 2);
  const item = measured(a, { fulfilment: boxFee(addDays(day, -10)) });
  const order = booked(a, item, addDays(day, -10), units);
  const given = a.dice.pick([0, Math.floor((item.referral * units) / 2)]);
  const lines = [
    { type: "ItemPrice", description: "Principal", minor: -item.price * units },
    { type: "ItemFees", description: "Commission", minor: given },
  ];
  a.post({
    day,
    transaction: "Refund",
    order,
    quantity: units,
    lines: given === 0 ? lines.slice(0, 1) : lines,
  });
  for (let unit = 0; unit < units; unit++) a.giveBack(order, day, "SELLABLE");
  owed(a, KEPT, item, day, units, creditFor(item.referral * units, 1) - given, order);
}

/** §7: the administration fee, its cap, and 0.05 or 5 % are no loss. Expects nothing. */
function creditRight(a: Account, day: Day): void {
  const item = measured(a, { price: 40_000, fulfilment: boxFee(day) + 26 });
  sentBack(a, booked(a, item, day), day);
  const other = measured(a, { fulfilment: boxFee(day) });
  const order = booked(a, other, day);
  a.refund(order, a.after(day, 1, 20), { principal: Math.floor(other.price / 3) });
}

// ---- storage ----------------------------------------------------------------------------------------

/** §7: volume × quantity × rate, disputed: worth a look. Right: nothing. */
function storage(a: Account): void {
  const { year, month } = calendarOf(addDays(a.asOf, -35));
  const first = dayOf(year, month, 1);
  const units = 24 * a.dice.int(5, 20);
  const right = storageFor(units / 24, first);
  const keep = (fee: number) => {
    const item = measured(a, { fulfilment: 435 });
    feeBookOf(a).stored.push({ item, month: first, units, fee });
    return item;
  };
  keep(right);
  noted(a, "storage-fee-high", keep(right + Math.ceil(right / 4)), first, units);
}

/** §7: likewise for the surcharge of 271 to 300 days. */
function agedStock(a: Account): void {
  const { year, month } = calendarOf(addDays(a.asOf, -35));
  const day = dayOf(year, month, 15);
  const units = 24 * a.dice.int(1, 5);
  const right = agedFor(units / 24);
  const keep = (fee: number) => {
    const item = measured(a, { fulfilment: 435 });
    feeBookOf(a).aged.push({ item, day, units, fee });
    return item;
  };
  keep(right);
  noted(a, "aged-surcharge-high", keep(right * 2), day, units);
}

export const fees: Chapter = {
  stories: {
    oneBandTooHigh: on(oneBandTooHigh),
    rightFee: on(rightFee),
    monthAcrossTheWindow,
    corrected: on(corrected, 2),
    feeGivenBack: on(feeGivenBack, 5),
    nobodyKnows: on(nobodyKnows),
    ukParcels,
    germanFees: on(germanFees),
    estimateTooHigh,
    measuredAnew,
    wrongRate: on(wrongRate),
    marginalRates: on(marginalRates),
    rightReferrals: on(rightReferrals, 20),
    twice: on(twice),
    twiceForAReason: on(twiceForAReason, 9),
    creditShort: on(creditShort),
    creditRight: on(creditRight, 20),
    storage,
    agedStock,
  },
  only: {
    oneBandTooHigh: ["US"],
    rightFee: ["US"],
    monthAcrossTheWindow: ["US"],
    corrected: ["US"],
    feeGivenBack: ["US"],
    nobodyKnows: ["US"],
    ukParcels: ["UK"],
    germanFees: ["DE"],
    estimateTooHigh: ["US"],
    measuredAnew: ["US"],
    wrongRate: ["US"],
    marginalRates: ["US"],
    rightReferrals: ["US"],
    creditShort: ["US", "UK"],
    storage: ["US"],
    agedStock: ["US"],
  },
};
