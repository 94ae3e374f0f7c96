/**
 * Receipts taken back, and labels of Amazon's carrier (audits catalogue §4: `inbound-receipt-reversed`,
 * `carrier-label-unused`).
 */

import { addDays, type Day, laterDay } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { InboundShipment, Item } from "../model.ts";
import type { Chapter } from "./story.ts";

const REVERSED = "inbound-receipt-reversed";
const LABEL = "carrier-label-unused";

interface Reversal {
  readonly shipment: InboundShipment;
  readonly item: Item;
  readonly first: Day;
  readonly back: Day;
}

/** A closed shipment of which so many units are booked in, and so many taken out some days later. */
function reversed(a: Account, shipped: number, received: number, out: number, minAge = 0): Reversal {
  const item = a.item();
  const first = a.eventDay(REVERSED, minAge + 1);
  const back = a.after(first, 1, Math.max(1, Math.min(25, a.asOf - first - minAge)));
  const shipment = a.ship(addDays(first, -a.dice.int(5, 20)), [{ item, shipped }], {
    located: Math.min(shipped, received) - out,
    updated: back,
  });
  a.receive(shipment, item, first, received);
  a.receive(shipment, item, back, -out);
  return { shipment, item, first, back };
}

function expectReversed(a: Account, { shipment, item, first, back }: Reversal, units: number): void {
  a.expect(REVERSED, {
    event: first,
    graceFrom: laterDay(first, back),
    units,
    amount: units * Math.min(item.cost ?? 0, a.place.unitCap),
    fnsku: item.fnsku,
    shipmentId: shipment.id,
  });
}

/** §4: a negative receipt after a positive one, not corrected later. Expects its units. */
function receiptReversed(a: Account): void {
  const out = a.dice.int(1, 5);
  expectReversed(a, reversed(a, 20, 20, out), out);
}

/** §4: short and reversed: each audit its own units (they are added back to received). */
function shortAndReversed(a: Account): void {
  const of = reversed(a, 22, 20, 3);
  expectReversed(a, of, 3);
  expectShort(a, of, 2);
}

/** A shortage's grace runs from the last units that came. */
function expectShort(a: Account, { shipment, item, first }: Reversal, units: number): void {
  a.expect("inbound-short", {
    event: first,
    units,
    amount: units * Math.min(item.cost ?? 0, a.place.unitCap),
    fnsku: item.fnsku,
    shipmentId: shipment.id,
  });
}

/** §2 Payments: inbound money clears it. Expects nothing. */
function reversedAndPaid(a: Account): void {
  const of = reversed(a, 20, 20, 2, 20);
  const reason = a.dice.pick(["Lost_Inbound", "Damaged_Inbound"]);
  a.pay(of.item, { reason, day: a.after(of.back, 0, 20), cash: 2 });
}

/** §2 Payments: paid in part. Expects the rest. */
function reversedPartlyPaid(a: Account): void {
  const of = reversed(a, 20, 20, 4, 20);
  a.pay(of.item, { reason: "Lost_Inbound", day: a.after(of.back, 0, 20), cash: 1 });
  expectReversed(a, of, 3);
}

/** §2 Precedence: the reversal takes the money before the shortage. Short 2, reversed 2, paid 3: expects 1 short. */
function reversalPaidBeforeShortage(a: Account): void {
  const of = reversed(a, 22, 20, 2, 20);
  a.pay(of.item, { reason: "Lost_Inbound", day: a.after(of.back, 0, 20), cash: 3 });
  expectShort(a, of, 1);
}

/** More was booked in than sent, and corrected to what was sent. Expects nothing. */
function countedTooHigh(a: Account): void {
  reversed(a, 20, 23, 3);
}

/** Still receiving: the units may yet be booked in. Expects nothing. */
function reversedWhileReceiving(a: Account): void {
  const item = a.item();
  const first = a.ago(10, 60);
  const shipment = a.ship(addDays(first, -9), [{ item, shipped: 20 }], {
    status: "Receiving",
    located: 16,
    updated: first,
  });
  a.receive(shipment, item, first, 20);
  a.receive(shipment, item, addDays(first, 5), -4);
}

// ---- labels ------------------------------------------------------------------------------------

/** A shipment called off some days after it was created, and what its label cost. */
function calledOff(a: Account): { shipment: InboundShipment; created: Day; cost: number } {
  const created = a.eventDay(LABEL, 12);
  const shipment = a.ship(created, [{ item: a.item(), shipped: 24 }], {
    status: a.dice.pick(["Cancelled", "Deleted", "CANCELLED"]),
    located: 0,
    updated: addDays(created, 5),
  });
  const cost = a.dice.int(900, 9000);
  a.carriage(shipment.id, addDays(created, a.dice.int(1, 4)), -cost);
  return { shipment, created, cost };
}

function expectLabel(a: Account, shipmentId: string, event: Day, amount: number): void {
  a.expect(LABEL, { event, units: 1, amount, shipmentId });
}

/** §4: charged for a cancelled or deleted shipment. Expects the charge. */
function labelUnused(a: Account): void {
  const { shipment, created, cost } = calledOff(a);
  expectLabel(a, shipment.id, created, cost);
}

/** §4: net of credits. Expects nothing. */
function labelCredited(a: Account): void {
  const { shipment, created, cost } = calledOff(a);
  a.carriage(shipment.id, addDays(created, a.dice.int(6, 12)), cost);
}

/** §4: credited in part. Expects the rest. */
function labelPartlyCredited(a: Account): void {
  const { shipment, created, cost } = calledOff(a);
  a.carriage(shipment.id, addDays(created, a.dice.int(6, 12)), 400);
  expectLabel(a, shipment.id, created, cost - 400);
}

/** §4: the shipment was sent and received. Expects nothing. */
function labelUsed(a: Account): void {
  const item = a.item();
  const created = a.ago(60, 300);
  const first = addDays(created, 10);
  const shipment = a.ship(created, [{ item, shipped: 24 }], { located: 24, updated: first });
  a.receive(shipment, item, first, 24);
  a.carriage(shipment.id, addDays(created, 2), -a.dice.int(900, 9000));
}

/** §4: bought, and not sent yet. Expects nothing. */
function labelNotUsedYet(a: Account): void {
  const created = a.ago(3, 20);
  const shipment = a.ship(created, [{ item: a.item(), shipped: 24 }], {
    status: "Working",
    located: 0,
    updated: created,
  });
  a.carriage(shipment.id, addDays(created, 1), -a.dice.int(900, 9000));
}

/** §4: a shipment nobody lists, and nothing received → `info`. */
function labelOfUnknownShipment(a: Account): void {
  const id = a.shipmentId();
  const day = a.ago(20, 300);
  a.carriage(id, day, -a.dice.int(900, 9000));
  a.expectInfo(LABEL, { event: day, units: 1, shipmentId: id });
}

export const inboundMore: Chapter = {
  stories: {
    receiptReversed,
    shortAndReversed,
    reversedAndPaid,
    reversedPartlyPaid,
    reversalPaidBeforeShortage,
    countedTooHigh,
    reversedWhileReceiving,
    labelUnused,
    labelCredited,
    labelPartlyCredited,
    labelUsed,
    labelNotUsedYet,
    labelOfUnknownShipment,
  },
};
