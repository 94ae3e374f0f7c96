/** Payments approved and not paid out, paid in stock that never came, taken back too high, uneven, billed wrongly (§8). */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Item, Reimbursement } from "../model.ts";
import { plantMissingStock, plantNote, plantOwed } from "../plant.ts";
import { valuationKnown } from "../windows.ts";
import type { Chapter } from "./story.ts";

const LOST = "Lost_Warehouse";

/** Long enough ago that settlements of the ten days after are closed; the first weeks are not all settled either. */
function approvalDay(a: Account): Day {
  return a.ago(12, Math.min(400, a.asOf - a.start - 40));
}

/** Units lost a while before the payment that settles them. */
function lostBefore(a: Account, item: Item, paid: Day, units: number): void {
  a.lose(item, addDays(paid, -a.dice.int(3, 25)), units);
}

/** A reimbursement row of a settlement, apart from the payment it belongs to. */
function posted(a: Account, item: Item, day: Day, minor: number): void {
  a.money.push({
    day,
    second: a.daytime(),
    transaction: "other-transaction",
    orderId: "",
    adjustmentId: `amzn1:crow:${a.dice.letters(12)}`,
    site: "",
    fulfilment: "",
    itemCode: "",
    sku: item.msku,
    title: item.title,
    quantity: 1,
    partial: false,
    lines: [{ type: "FBA Inventory Reimbursement", description: "WAREHOUSE_LOST", minor }],
  });
}

function expectNotSettled(a: Account, row: Reimbursement, units: number, amount: number): void {
  plantOwed(a, "not-settled", { event: row.day, units, amount, fnsku: row.fnsku, referenceId: row.id });
}

/** §8: approved, and in no settlement. Expects it. */
function neverSettled(a: Account): void {
  const item = a.item();
  const day = approvalDay(a);
  const units = a.dice.int(1, 3);
  lostBefore(a, item, day, units);
  const row = a.pay(item, { reason: LOST, day, cash: units, shows: "report" });
  expectNotSettled(a, row, units, row.total);
}

/** §8: posted more than 10 days after the approval is another payment. Expects it. */
function settledTooLate(a: Account): void {
  const item = a.item();
  const day = approvalDay(a);
  lostBefore(a, item, day, 1);
  const row = a.pay(item, { reason: LOST, day, shows: "report" });
  posted(a, item, addDays(day, 11), row.total);
  expectNotSettled(a, row, 1, row.total);
}

/** §8: merging allowed: two approvals in one row. Expects nothing. */
function settledTogether(a: Account): void {
  const item = a.item();
  const day = approvalDay(a);
  lostBefore(a, item, day, 3);
  const one = a.pay(item, { reason: LOST, day, shows: "report" });
  const two = a.pay(item, { reason: LOST, day: addDays(day, a.dice.int(0, 1)), cash: 2, shows: "report" });
  posted(a, item, addDays(day, a.dice.int(1, 10)), one.total + two.total);
}

/** §8: one approval in two rows, on the first and last day it may be. Expects nothing. */
function settledInParts(a: Account): void {
  const item = a.item();
  const day = approvalDay(a);
  lostBefore(a, item, day, 2);
  const row = a.pay(item, { reason: LOST, day, cash: 2, shows: "report" });
  posted(a, item, addDays(day, -1), row.perUnit);
  posted(a, item, addDays(day, 10), row.perUnit);
}

/** §8: paid in stock, no N within 30 days. Expects the stock, before and after the 30 days. */
function stockNeverCame(a: Account): void {
  const item = a.item();
  const day = addDays(a.asOf, -a.dice.pick([5, 29, 30, 31, 200]));
  const stock = a.dice.int(1, 3);
  lostBefore(a, item, day, stock);
  plantMissingStock(a, item, a.pay(item, { reason: LOST, day, stock }));
}

/** §8: an N more than 30 days after is no arrival. Expects the stock; the unit found is a find. */
function stockCameTooLate(a: Account): void {
  const item = a.item();
  const day = addDays(a.asOf, -a.dice.int(60, 200));
  lostBefore(a, item, day, 1);
  a.find(item, addDays(day, 40), 1, { reason: "N" });
  plantMissingStock(a, item, a.pay(item, { reason: LOST, day, stock: 1 }));
}

/** §8: a matching receipt will do as well. Expects nothing. */
function stockReceived(a: Account): void {
  const item = a.item();
  const day = addDays(a.asOf, -a.dice.int(40, 200));
  lostBefore(a, item, day, 2);
  a.pay(item, { reason: LOST, day, stock: 2 });
  a.ledgerRow(item, "Receipts", addDays(day, a.dice.int(1, 30)), 2, { reference: a.reference() });
}

/** A payment taken back because the unit was found, at another price. */
function foundAndReversed(a: Account, more: number): void {
  const item = a.item({ cost: a.dice.int(800, 3000) });
  const day = a.dice.chance(0.6) ? addDays(a.asOf, -a.dice.pick([60, 61])) : a.ago(0, 120);
  const paidOn = addDays(day, -a.dice.int(31, 50));
  lostBefore(a, item, paidOn, 1);
  const paid = a.pay(item, { reason: LOST, day: paidOn });
  a.find(item, addDays(day, -a.dice.int(1, 20)), 1);
  const row = a.reverse({ ...paid, perUnit: paid.perUnit + more }, day);
  if (more > 0) {
    plantOwed(a, "reversed-above-original", {
      event: day,
      units: 1,
      amount: more,
      fnsku: item.fnsku,
      referenceId: row.id,
    });
  }
}

/** §8: an explained reversal above what the original paid. Expects the difference. */
const reversedAbove = (a: Account) => foundAndReversed(a, a.dice.int(2, 700));
/** §8: below, or as much. Expects nothing. */
const reversedNotAbove = (a: Account) => foundAndReversed(a, a.dice.pick([0, -300]));

/** Two payments for one item, the later at a part of the first, both above the cost. */
function twoPrices(a: Account, part: number, apart: number): void {
  const item = a.item({ cost: a.dice.int(500, 2000) });
  const day = a.ago(0, 200);
  const first = addDays(day, -apart);
  const [lostFirst, lostThen] = [addDays(first, -5), addDays(day, -4)];
  a.lose(item, lostFirst, 1);
  a.lose(item, lostThen, 1);
  const sameBasis = valuationKnown(a.place.code, lostFirst) === valuationKnown(a.place.code, lostThen);
  const high = (item.cost ?? 0) * 2;
  a.pay(item, { reason: LOST, day: first, perUnit: high });
  const row = a.pay(item, { reason: LOST, day, perUnit: Math.ceil(high * part) });
  if (part < 0.8 && apart <= 90 && sameBasis) {
    plantNote(a, "paid-unevenly", {
      event: day,
      units: 1,
      amount: null,
      fnsku: item.fnsku,
      referenceId: row.id,
    });
  }
}

/** §8: more than 20 % apart within 90 days. Expects a note. */
const paidUnevenly = (a: Account) => twoPrices(a, a.dice.pick([0.6, 0.75]), a.dice.pick([10, 90]));
/** §8: within 20 %, or longer apart. Expects nothing. */
const paidNearlyTheSame = (a: Account) => twoPrices(a, 0.81, 20);
const paidDifferentlyLongAfter = (a: Account) => twoPrices(a, 0.6, 91);

/** §8: paid twice for one loss. What is at stake is worked out for all items (samples/double-payments.ts). */
function paidTwice(a: Account): void {
  const item = a.item();
  const day = a.ago(20, 200);
  lostBefore(a, item, day, 1);
  a.pay(item, { reason: LOST, day });
  a.pay(item, { reason: LOST, day: addDays(day, a.dice.int(5, 15)) });
}

/** A payment under a case, and the bill for it. */
function billed(a: Account, options: { case: boolean; stock?: boolean; reversed?: boolean }): void {
  const item = a.item();
  const day = a.ago(60, 200);
  lostBefore(a, item, day, 1);
  const caseId = options.case ? a.dice.digits(11) : "";
  const paid = a.pay(item, { reason: LOST, day, caseId, ...(options.stock ? { stock: 1 } : { cash: 1 }) });
  if (options.stock) a.find(item, addDays(day, 5), 1, { reason: "N" });
  if (options.reversed) {
    a.find(item, addDays(day, 12), 1);
    a.reverse(paid, addDays(day, 20));
  }
  const statement = addDays(day, a.dice.int(5, 30));
  const bill = {
    statement,
    caseId,
    reimbursementId: options.case ? "" : paid.id,
    recovered: paid.total,
    fee: 250,
  };
  a.bills.push(bill);
  if (options.case && !options.stock && !options.reversed) return;
  plantNote(a, "service-bill-wrong", { event: statement, units: 1, amount: null, fnsku: item.fnsku });
}

/** §8: a bill line for a case that is absent. Expects a note. */
function billedForNothing(a: Account): void {
  const statement = a.ago(5, 200);
  a.bills.push({ statement, caseId: a.dice.digits(11), reimbursementId: "", recovered: 2500, fee: 625 });
  plantNote(a, "service-bill-wrong", { event: statement, units: null, amount: null });
}

const billedRightly = (a: Account) => billed(a, { case: true });
const billedWithoutACase = (a: Account) => billed(a, { case: false });
const billedInStock = (a: Account) => billed(a, { case: true, stock: true });
const billedAndTakenBack = (a: Account) => billed(a, { case: true, reversed: true });

export const morePayments: Chapter = {
  stories: {
    neverSettled,
    settledTooLate,
    settledTogether,
    settledInParts,
    stockNeverCame,
    stockCameTooLate,
    stockReceived,
    reversedAbove,
    reversedNotAbove,
    paidUnevenly,
    paidNearlyTheSame,
    paidDifferentlyLongAfter,
    paidTwice,
    billedForNothing,
    billedRightly,
    billedWithoutACase,
    billedInStock,
    billedAndTakenBack,
  },
  // Only there is every settlement a flat file, which says from when to when it runs.
  only: { neverSettled: ["DE"], settledTooLate: ["DE"] },
};
