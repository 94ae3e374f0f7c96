/**
 * Claims Amazon approved, and what it then paid under their cases (audits catalogue §8). What was approved stands in
 * no report: it is in the seller's claim log, so these findings are there for whoever knows the log.
 */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Approval, Item, Reimbursement } from "../model.ts";
import { plantApproved } from "../plant.ts";
import type { Chapter } from "./story.ts";

const LOST = "Lost_Warehouse";

/** Units lost, claimed under a case and paid at cost in so many reimbursements. */
function paidUnderCase(
  a: Account,
  day: Day,
  parts: readonly number[],
): { item: Item; rows: Reimbursement[] } {
  const item = a.item();
  const units = parts.reduce((sum, part) => sum + part, 0);
  a.lose(item, addDays(day, -a.dice.int(12, 25)), units);
  const caseId = a.dice.digits(11);
  const rows = parts.map((cash, i) => a.pay(item, { reason: LOST, day: addDays(day, i), cash, caseId }));
  return { item, rows };
}

/** A day of payment on a border of the 60 days, or near it. */
function paidOn(a: Account): Day {
  return addDays(a.asOf, -a.dice.pick([5, 60, 61, a.dice.int(5, 120)]));
}

function approve(a: Account, row: Reimbursement, more: Partial<Approval>): void {
  a.approvals.push({ caseId: row.caseId, state: "paid", units: null, minor: null, ...more });
}

/** §8: approved for more money than was paid. Expects the difference. */
function paidLessThanApproved(a: Account): void {
  const { item, rows } = paidUnderCase(a, paidOn(a), [a.dice.int(1, 3)]);
  const [row] = rows as [Reimbursement];
  const more = a.dice.int(1, 900);
  approve(a, row, { minor: row.total + more });
  plantApproved(a, { event: row.day, units: row.cash, amount: more, fnsku: item.fnsku, referenceId: row.id });
}

/** §8: approved for more units than were paid. Expects the others, at what was paid for those. */
function fewerUnitsThanApproved(a: Account): void {
  const { item, rows } = paidUnderCase(a, paidOn(a), [2]);
  const [row] = rows as [Reimbursement];
  approve(a, row, { units: 3, state: "approved" });
  plantApproved(a, { event: row.day, units: 1, amount: row.perUnit, fnsku: item.fnsku, referenceId: row.id });
}

/** §8: all that was approved, in one reimbursement or in two. Expects nothing. */
function paidAsApproved(a: Account): void {
  const { rows } = paidUnderCase(a, paidOn(a), a.dice.pick([[3], [1, 2]]));
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  approve(
    a,
    rows[0] as Reimbursement,
    a.dice.pick([{ units: 3 }, { minor: total }, { units: 2, minor: total }]),
  );
}

/** §8: denied, or approved without saying what; and a case nothing was paid for. Expects nothing. */
function notApproved(a: Account): void {
  const { rows } = paidUnderCase(a, paidOn(a), [1]);
  const [row] = rows as [Reimbursement];
  approve(a, row, a.dice.pick([{ state: "denied", units: 5 }, {}]));
  a.approvals.push({ caseId: a.dice.digits(11), state: "approved", units: 2, minor: null });
}

export const approvals: Chapter = {
  stories: { paidLessThanApproved, fewerUnitsThanApproved, paidAsApproved, notApproved },
};
