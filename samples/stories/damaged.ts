/** Units damaged by Amazon: paid, corrected, or owed (audits catalogue §3 `warehouse-damaged`). */

import { addDays } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Chapter } from "./story.ts";

const AUDIT = "warehouse-damaged";

/** §3: adjustments 6 and E open. Expects all units; the P row that follows is no claim (§1.2). */
function damagedAndForgotten(a: Account): void {
  const units = a.dice.int(1, 4);
  const row = a.damage(a.item(), a.eventDay(AUDIT), units, { reason: a.dice.pick(["E", "E", "6"]) });
  a.expectDamaged(row, units);
}

/** §3: cleared by `Damaged_Warehouse`. Expects nothing. */
function damagedAndPaid(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 2);
  const units = a.dice.int(1, 4);
  a.damage(item, day, units);
  a.pay(item, {
    reason: a.dice.pick(["Damaged_Warehouse", "Damaged: Warehouse"]),
    day: a.after(day, 1, 25),
    cash: units,
  });
}

/** §2: paid for fewer than were damaged. Expects the rest. */
function damagedPartlyPaid(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 2);
  const row = a.damage(item, day, 3);
  const paid = a.dice.int(1, 2);
  a.pay(item, { reason: "Damaged_Warehouse", day: a.after(day, 1, 25), cash: paid });
  a.expectDamaged(row, 3 - paid);
}

/** §2: reconciled units take payments before unreconciled ones. Damaged 3 (1 reconciled), paid 2. Expects 1. */
function damagedReconciledFirst(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 2);
  const row = a.damage(item, day, 3, { reconciled: 1 });
  a.pay(item, { reason: "Damaged_Warehouse", day: a.after(day, 1, 25), cash: 2 });
  a.expectDamaged(row, 1);
}

/** §2: all reconciled: no complaint. Expects nothing. */
function damagedAndReconciled(a: Account): void {
  const units = a.dice.int(1, 3);
  a.damage(a.item(), a.eventDay(AUDIT), units, { reconciled: units });
}

/** §2: one payment for two damages, oldest first. Expects the later. */
function oldestDamagePaid(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 2);
  a.damage(item, addDays(day, -a.dice.int(1, 30)), 1);
  const row = a.damage(item, day, 2);
  a.pay(item, { reason: "Damaged_Warehouse", day: a.after(day, 1, 25), cash: 2 });
  a.expectDamaged(row, 1);
}

/** §3: Q (−) of damaged stock with P (+) SELLABLE, same day, FNSKU and centre: inspected, corrected. Expects nothing. */
function inspectedAndCorrected(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 6);
  const units = a.dice.int(1, 3);
  const { centre } = a.damage(item, day, units);
  const corrected = a.after(day, 1, 20);
  a.note(item, "Q", corrected, -units, { centre, disposition: "WAREHOUSE_DAMAGED" });
  a.note(item, "P", corrected, units, { centre });
}

/** §3: of three damaged units one was corrected. Expects two. */
function partlyCorrected(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 6);
  const row = a.damage(item, day, 3);
  const corrected = a.after(day, 1, 20);
  a.note(item, "Q", corrected, -1, { centre: row.centre, disposition: "WAREHOUSE_DAMAGED" });
  a.note(item, "P", corrected, 1, { centre: row.centre });
  a.expectDamaged(row, 2);
}

/** §3: Q and P on different days, or in different centres, are no correction. Expects the unit. */
function notReallyCorrected(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 6);
  const row = a.damage(item, day, 1, { centre: a.place.centres[0] ?? "" });
  const moved = addDays(day, 2);
  a.note(item, "Q", moved, -1, { centre: row.centre, disposition: "WAREHOUSE_DAMAGED" });
  const elsewhere = a.dice.chance(0.5);
  a.note(item, "P", elsewhere ? moved : addDays(moved, 1), 1, {
    centre: elsewhere ? (a.place.centres[1] ?? "") : row.centre,
  });
  a.expectDamaged(row, 1);
}

/** §3: code 6 is also cleared by `Damaged_Inbound`. Expects nothing. */
function carrierDamagePaidAsInbound(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 3);
  a.damage(item, day, 1, { reason: "6" });
  a.pay(item, { reason: "Damaged_Inbound", day: a.after(day, 1, 30) });
}

/** §2: loss money does not pay damage. Expects the damage. */
function lossMoneyIsNotDamageMoney(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 12);
  const row = a.damage(item, day, 1);
  const lost = addDays(day, a.dice.int(1, 5));
  a.lose(item, lost, 1);
  a.pay(item, { reason: "Lost_Warehouse", day: a.after(lost, 1, 30) });
  a.expectDamaged(row, 1);
}

/** §3: a lost and a damaged unit of one item; the find clears the loss. Expects the damage alone. */
function lossFoundDamageOpen(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT, 6);
  a.lose(item, addDays(day, -a.dice.int(3, 12)), 1);
  const row = a.damage(item, day, 1);
  a.find(item, a.after(day, 1, 6), 1);
  a.expectDamaged(row, 1);
}

/**
 * §3: a CARRIER_DAMAGED customer return of the 60 days before a code-6 row keeps its unit: it is owed as a
 * return. Expects `returned-damaged-by-amazon` and no `warehouse-damaged`.
 */
function carrierDamagedReturn(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  const returned = addDays(day, -a.dice.pick([1, 20, 60]));
  returnBroken(a, item, returned);
  a.damage(item, day, 1, { reason: "6" });
}

/** §3: a return more than 60 days before is another unit. Expects both. */
function carrierDamagedLongBefore(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  returnBroken(a, item, addDays(day, -a.dice.pick([61, 75])));
  a.expectDamaged(a.damage(item, day, 1, { reason: "6" }), 1);
}

function returnBroken(
  a: Account,
  item: ReturnType<Account["item"]>,
  returned: ReturnType<typeof addDays>,
): void {
  const order = a.order(item, addDays(returned, -15));
  const refunded = addDays(returned, -a.dice.int(0, 6));
  a.refund(order, refunded);
  a.giveBack(order, returned, "CARRIER_DAMAGED");
  a.expectOrder("returned-damaged-by-amazon", order, refunded, 1);
}

/** §3: H, K, U, 7 with unreconciled units → `info`, never `file`. */
function notAmazonsFault(a: Account): void {
  const item = a.item();
  const day = a.eventDay(AUDIT);
  const row = a.damage(item, day, 1, { reason: a.dice.pick(["H", "K", "U", "7"]) });
  a.expectInfo(AUDIT, { event: day, units: 1, fnsku: item.fnsku, referenceId: row.reference });
}

/** §3: H, K, U, 7 reconciled: nothing to say. Expects nothing. */
function notAmazonsFaultReconciled(a: Account): void {
  a.damage(a.item(), a.ago(5, 300), 1, { reason: a.dice.pick(["H", "K", "U", "7"]), reconciled: 1 });
}

/** §1.2: a change of disposition is never a claim by itself. Expects nothing. */
function regraded(a: Account): void {
  const item = a.item();
  const day = a.ago(5, 300);
  const centre = a.centre();
  const units = a.dice.int(1, 3);
  a.note(item, "Q", day, -units, { centre, disposition: a.dice.pick(["DEFECTIVE", "CUSTOMER_DAMAGED"]) });
  a.note(item, "P", day, units, { centre });
}

/** §2 Amounts: the cap holds for damage too. */
function damagedAboveTheCap(a: Account): void {
  const item = a.item({ cost: a.place.unitCap + a.dice.int(1, 50_000) });
  a.expectDamaged(a.damage(item, a.eventDay(AUDIT), 1), 1);
}

/** §2 Amounts: null when no cost is known. */
function damagedCostUnknown(a: Account): void {
  a.expectDamaged(a.damage(a.item({ cost: null }), a.eventDay(AUDIT), 2), 2, null);
}

export const damaged: Chapter = {
  stories: {
    damagedAndForgotten,
    damagedAndPaid,
    damagedPartlyPaid,
    damagedReconciledFirst,
    damagedAndReconciled,
    oldestDamagePaid,
    inspectedAndCorrected,
    partlyCorrected,
    notReallyCorrected,
    carrierDamagePaidAsInbound,
    lossMoneyIsNotDamageMoney,
    lossFoundDamageOpen,
    carrierDamagedReturn,
    carrierDamagedLongBefore,
    notAmazonsFault,
    notAmazonsFaultReconciled,
    regraded,
    damagedAboveTheCap,
    damagedCostUnknown,
  },
};
