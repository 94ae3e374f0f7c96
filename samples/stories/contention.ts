/**
 * Random histories of one item, one order, one item's shipments, in which everything contends; what is owed
 * is worked out with `pool.ts`. No clearing lies in the week before an opening, where the order of trying
 * would matter.
 */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { LedgerRow } from "../model.ts";
import { type Clearing, clear, type Opening, takeOut } from "../pool.ts";
import type { Chapter } from "./story.ts";

/** Days between two steps of a history; clearings follow an opening within half of it. */
const STEP = 12;

/**
 * §2: losses with reconciled parts, damage, finds of both kinds, O, payments in cash and stock, and payments of
 * other reasons on one item.
 */
function warehouseHistory(a: Account): void {
  const item = a.item();
  const steps = a.dice.int(3, 7);
  const lossReconciled: Opening<LedgerRow>[] = [];
  const lossOpen: Opening<LedgerRow>[] = [];
  const damageReconciled: Opening<LedgerRow>[] = [];
  const damageOpen: Opening<LedgerRow>[] = [];
  const findsReconciled: Clearing[] = [];
  const findsOpen: Clearing[] = [];
  const lossMoney: Clearing[] = [];
  const damageMoney: Clearing[] = [];
  const otherMoney: Clearing[] = [];
  const end = a.eventDay("warehouse-lost", 6);
  for (let step = 0; step < steps; step++) {
    const day = addDays(end, (step - steps + 1) * STEP);
    const units = a.dice.int(1, 4);
    const reconciled = a.dice.chance(0.4) ? a.dice.int(0, units) : 0;
    const damaged = a.dice.chance(0.25);
    const row = damaged
      ? a.damage(item, day, units, { reconciled })
      : a.lose(item, day, units, { reconciled });
    (damaged ? damageReconciled : lossReconciled).push({ day, of: row, left: reconciled });
    (damaged ? damageOpen : lossOpen).push({ day, of: row, left: units - reconciled });
    const soon = () => a.after(day, 1, 4);
    if (a.dice.chance(0.45)) findsOpen.push(found(a, item, soon(), false));
    if (a.dice.chance(0.3)) findsReconciled.push(found(a, item, soon(), true));
    if (a.dice.chance(0.4)) lossMoney.push(paid(a, item, "Lost_Warehouse", soon()));
    if (a.dice.chance(0.2)) damageMoney.push(paid(a, item, "Damaged_Warehouse", soon()));
    if (a.dice.chance(0.15)) otherMoney.push(paid(a, item, "GeneralAdjustment", soon()));
    if (a.dice.chance(0.15)) lossMoney.push(paidInStock(a, item, soon()));
  }
  clear(lossReconciled, findsReconciled);
  clear(lossReconciled, lossMoney);
  clear(lossOpen, findsOpen);
  clear(lossOpen, lossMoney);
  clear(damageReconciled, damageMoney);
  clear(damageOpen, damageMoney);
  clear([...lossOpen, ...damageOpen], otherMoney);
  for (const { of, left } of lossOpen) if (left > 0) a.expectLost(of, left);
  for (const { of, left } of damageOpen) if (left > 0) a.expectDamaged(of, left);
}

type Item = ReturnType<Account["item"]>;

function found(a: Account, item: Item, day: Day, reconciled: boolean): Clearing {
  const units = a.dice.int(1, 3);
  a.find(item, day, units, { reason: "F", reconciled: reconciled ? units : 0 });
  return { day, left: units };
}

function paid(a: Account, item: Item, reason: string, day: Day): Clearing {
  const cash = a.dice.int(1, 3);
  a.pay(item, { reason, day, cash });
  return { day, left: cash };
}

function paidInStock(a: Account, item: Item, day: Day): Clearing {
  a.pay(item, { reason: "Lost_Warehouse", day, stock: 1 });
  a.find(item, a.after(day, 0, 2), 1, { reason: "N" });
  return { day, left: 1 };
}

/** §2: finds and O in one history: what was found and taken out again clears nothing. */
function findsAndTakeOuts(a: Account): void {
  const item = a.item();
  const steps = a.dice.int(2, 5);
  const end = a.eventDay("warehouse-lost", 8);
  const losses: Opening<LedgerRow>[] = [];
  const finds: Clearing[] = [];
  for (let step = 0; step < steps; step++) {
    const day = addDays(end, (step - steps + 1) * STEP);
    const units = a.dice.int(1, 3);
    losses.push({ day, of: a.lose(item, day, units), left: units });
    if (a.dice.chance(0.7)) finds.push(found(a, item, a.after(day, 1, 4), false));
  }
  const out = { day: a.after(end, 5, 8), units: a.dice.int(1, 3) };
  a.note(item, "O", out.day, -out.units);
  takeOut(finds, out);
  clear(losses, finds);
  for (const { of, left } of losses) if (left > 0) a.expectLost(of, left);
}

/** §5: refunds on several days, some units back, some paid; open are the youngest refunds' units. */
function orderHistory(a: Account): void {
  const item = a.item();
  const day = a.eventDay("refund-not-returned", 12);
  const bought = a.dice.int(2, 5);
  const order = a.order(item, addDays(day, -60), bought);
  let refunded = 0;
  let latest = day;
  for (const before of [30, 14, 0]) {
    const units = a.dice.int(0, Math.min(2, bought - refunded));
    if (units === 0) continue;
    latest = addDays(day, -before);
    a.refund(order, latest, { units });
    refunded += units;
  }
  const back = a.dice.int(0, refunded);
  for (let unit = 0; unit < back; unit++) {
    a.giveBack(
      order,
      addDays(day, a.dice.int(-30, 10)),
      a.dice.pick(["SELLABLE", "CUSTOMER_DAMAGED", "DEFECTIVE"]),
    );
  }
  const rest = refunded - back;
  const paidUnits = a.dice.int(0, rest);
  if (paidUnits > 0)
    a.pay(item, { reason: "CustomerReturn", day: a.after(day, 1, 12), cash: paidUnits, order });
  if (rest > paidUnits) a.expectOrder("refund-not-returned", order, latest, rest - paidUnits);
}

/** §5: one refund of several units; some lack, some came back broken, some are paid, some marked reimbursed. */
function brokenOrderHistory(a: Account): void {
  const item = a.item();
  const day = a.eventDay("refund-not-returned", 14);
  const units = a.dice.int(2, 5);
  const order = a.order(item, addDays(day, -20), units);
  a.refund(order, day);
  const broken = a.dice.int(0, units);
  const sound = a.dice.int(0, units - broken);
  const marked = a.dice.int(0, broken);
  for (let unit = 0; unit < broken; unit++) {
    a.giveBack(order, a.after(day, 0, 9), a.dice.pick(["DAMAGED", "WAREHOUSE_DAMAGED", "CARRIER_DAMAGED"]), {
      ...(unit < marked ? { status: "Reimbursed" } : {}),
    });
  }
  for (let unit = 0; unit < sound; unit++) a.giveBack(order, a.after(day, 0, 9), "SELLABLE");
  const lacking = units - broken - sound;
  const paidUnits = a.dice.int(0, units - sound - marked);
  if (paidUnits > 0) {
    a.pay(item, { reason: "CustomerReturn", day: a.after(day, 1, 14), cash: paidUnits, order });
  }
  const owed = Math.max(0, lacking - paidUnits);
  const brokenOwed = Math.max(0, broken - marked - Math.max(0, paidUnits - lacking));
  if (owed > 0) a.expectOrder("refund-not-returned", order, day, owed);
  if (brokenOwed > 0) a.expectOrder("returned-damaged-by-amazon", order, day, brokenOwed);
}

/** §4: several shipments of one item, far apart, each short or not; inbound money goes to the oldest. */
function shipmentHistory(a: Account): void {
  const item = a.item();
  const last = a.eventDay("inbound-short", 3);
  const count = a.dice.int(2, 3);
  const shortages: Opening<string>[] = [];
  for (let at = 0; at < count; at++) {
    const first = addDays(last, (at - count + 1) * 55);
    const [received, missing] = [a.dice.int(5, 40), a.dice.int(0, 4)];
    const shipment = a.ship(addDays(first, -9), [{ item, shipped: received + missing }], {
      located: received,
      updated: first,
    });
    a.receive(shipment, item, first, received);
    shortages.push({ day: first, of: shipment.id, left: missing });
  }
  const money: Clearing[] = [];
  for (let i = a.dice.int(0, 3); i > 0; i--) {
    const base = a.dice.pick(shortages).day;
    const day = a.after(base, 0, 50);
    const cash = a.dice.int(1, 3);
    a.pay(item, { reason: a.dice.pick(["Lost_Inbound", "Damaged_Inbound"]), day, cash });
    money.push({ day, left: cash });
  }
  clear(shortages, money);
  for (const { day, of, left } of shortages) {
    if (left === 0) continue;
    a.expect("inbound-short", {
      event: day,
      units: left,
      amount: left * Math.min(item.cost ?? 0, a.place.unitCap),
      fnsku: item.fnsku,
      shipmentId: of,
    });
  }
}

export const contention: Chapter = {
  stories: { warehouseHistory, findsAndTakeOuts, orderHistory, brokenOrderHistory, shipmentHistory },
  times: 4,
};
