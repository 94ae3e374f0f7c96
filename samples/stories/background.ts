/** What goes on all the time and is in order: sales, returns, transfers, shipments received, fees. */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Item, MoneyLine } from "../model.ts";

/** How much happens at factor 1 in one marketplace. */
const ORDERS = 260;
const MOVEMENTS = 60;
const SHIPMENTS = 6;

export function background(a: Account, factor: number): void {
  a.begin("background");
  const scaled = (count: number) => Math.max(1, Math.round(count * factor));
  const items = Array.from({ length: Math.max(4, Math.round(12 * Math.sqrt(factor))) }, () => a.item());
  bothEnds(a);
  for (let i = 0; i < scaled(ORDERS); i++) sale(a, a.dice.pick(items));
  for (let i = 0; i < scaled(MOVEMENTS); i++) movement(a, a.dice.pick(items));
  for (let i = 0; i < Math.round(SHIPMENTS * Math.sqrt(factor)); i++) supply(a, items);
  for (let day = addDays(a.start, 20); day < a.asOf; day = addDays(day, 30)) fees(a, day);
  for (let i = 0; i < scaled(2); i++) removal(a, a.dice.pick(items));
}

/** Every report has rows on the first and the last day, so that no file seems to end early. */
function bothEnds(a: Account): void {
  const item = a.item();
  for (const day of [a.start, a.asOf]) {
    const order = { id: a.orderId(), day, second: 0, item, units: 1, channel: "AFN" as const, itemCode: "" };
    a.giveBack(order, day, "SELLABLE");
    a.pay(item, { reason: "Lost_Warehouse", day });
    a.ledgerRow(item, "Shipments", day, -1);
    a.order(a.item(), addDays(day, day === a.start ? 0 : -1));
  }
}

/** An order; one in twelve is refunded, and what is refunded comes back. */
function sale(a: Account, item: Item): void {
  const day = a.ago(1, a.asOf - a.start - 1);
  const units = a.dice.chance(0.15) ? a.dice.int(2, 3) : 1;
  const order = a.order(item, day, units);
  if (day > addDays(a.asOf, -40) || !a.dice.chance(0.085)) return;
  const refund = addDays(day, a.dice.int(4, 20));
  a.refund(order, refund);
  for (let unit = 0; unit < units; unit++) {
    a.giveBack(
      order,
      addDays(refund, a.dice.int(-3, 15)),
      a.dice.pick(["SELLABLE", "SELLABLE", "CUSTOMER_DAMAGED", "DEFECTIVE"]),
    );
  }
}

/** Stock on the move: transfers, and a unit now and then misplaced for a few days. */
function movement(a: Account, item: Item): void {
  const day = a.ago(15, a.asOf - a.start - 30);
  if (a.dice.chance(0.85)) {
    a.transfer(item, day, addDays(day, a.dice.int(0, 8)), a.dice.int(1, 12));
    return;
  }
  a.lose(item, day, 1, { reconciled: 1 });
  a.find(item, addDays(day, a.dice.int(1, 14)), 1, { reconciled: 1 });
}

/** A shipment of several items, received in full. */
function supply(a: Account, items: readonly Item[]): void {
  const created = a.ago(40, a.asOf - a.start - 10);
  const lines = a.dice
    .shuffle(items)
    .slice(0, 4)
    .map((item) => ({ item, shipped: a.dice.int(10, 120) }));
  const units = lines.reduce((sum, line) => sum + line.shipped, 0);
  const last = addDays(created, 20);
  const shipment = a.ship(created, lines, { located: units, updated: last });
  for (const { item, shipped } of lines) {
    const early = a.dice.int(1, shipped - 1);
    a.receive(shipment, item, addDays(created, a.dice.int(8, 14)), early);
    a.receive(shipment, item, last, shipped - early);
  }
}

/** Subscription, storage, advertising: money that belongs to no order. */
function fees(a: Account, day: Day): void {
  const post = (transaction: string, line: MoneyLine) =>
    a.money.push({
      day,
      second: a.daytime(),
      transaction,
      orderId: "",
      adjustmentId: "",
      site: "",
      fulfilment: "",
      itemCode: "",
      sku: "",
      title: "",
      quantity: 0,
      partial: false,
      lines: [line],
    });
  post("other-transaction", {
    type: "other-transaction",
    description: "Storage Fee",
    minor: -a.dice.int(500, 9000),
  });
  post("other-transaction", { type: "other-transaction", description: "Subscription Fee", minor: -3999 });
  post("ServiceFee", {
    type: "Cost of Advertising",
    description: "TransactionTotalAmount",
    minor: -a.dice.int(900, 60_000),
  });
}

/** Stock sent back to the seller. */
function removal(a: Account, item: Item): void {
  const day = a.ago(30, 300);
  const units = a.dice.int(1, 5);
  const orderId = a.unique(() => a.dice.letters(10));
  a.removals.push({
    day,
    orderId,
    type: "Return",
    item,
    disposition: "Sellable",
    units,
    tracking: `1Z${a.dice.letters(16)}`,
  });
  a.ledgerRow(item, "VendorReturns", addDays(day, 5), -units, { reference: orderId });
}
