/**
 * Allots settled money to what was approved, within one SKU and currency. Amazon merges and splits payments, and
 * settlements name no reimbursement, so only days and sums tell. Each settled cent pays one approval.
 */

import { addDays, type Day } from "../../values/day.ts";
import { listUnder } from "../clearing.ts";

/** Posted from so many days before its approval to so many after. */
export const POSTED_BEFORE_DAYS = 1;
export const POSTED_AFTER_DAYS = 10;

/** What a settlement should show, in minor units; `open` falls as rows are allotted. */
export interface Expected {
  readonly date: Day;
  open: number;
}

/** A row of a settlement, in minor units without sign; `left` falls as it is used. */
export interface Posted {
  readonly day: Day;
  left: number;
}

/**
 * Equal sums first: a day's approvals as one row or one day's rows, then single approvals; then whatever is left.
 * Equal sums can be a coincidence: where paying the oldest first leaves less open, that is how it was paid.
 * Both lists oldest first.
 */
export function allot(approvals: readonly Expected[], posted: readonly Posted[]): void {
  const [plain, rows] = [approvals.map((a) => ({ ...a })), posted.map((row) => ({ ...row }))];
  equalSumsFirst(approvals, posted);
  flow(approvals, posted);
  if (openOf(approvals) === 0) return;
  flow(plain, rows);
  if (openOf(plain) >= openOf(approvals)) return;
  for (const [i, { open }] of plain.entries()) (approvals[i] as Expected).open = open;
  for (const [i, { left }] of rows.entries()) (posted[i] as Posted).left = left;
}

/**
 * Merged or split rows: oldest approval first takes from the oldest row in time. As all have as many days, this
 * leaves the least open.
 */
export function flow(approvals: readonly Expected[], posted: readonly Posted[]): void {
  for (const approval of approvals) {
    for (const row of posted) {
      if (!inTime(approval.date, row)) continue;
      const money = Math.min(approval.open, row.left);
      approval.open -= money;
      row.left -= money;
    }
  }
}

function equalSumsFirst(approvals: readonly Expected[], posted: readonly Posted[]): void {
  const single = posted.map((row) => [row]);
  const byDay = groupsOf(posted, ({ day }) => day);
  for (const ofDay of groupsOf(approvals, ({ date }) => date)) {
    settleEqual(ofDay, single);
    settleEqual(ofDay, byDay);
  }
  for (const approval of approvals) settleEqual([approval], single);
}

function groupsOf<T>(list: readonly T[], day: (of: T) => Day): T[][] {
  const days = new Map<Day, T[]>();
  for (const of of list) listUnder(days, day(of)).push(of);
  return [...days.values()];
}

/** Settles a day's approvals with the first group of rows, not used yet, that adds up to them. */
function settleEqual(ofDay: readonly Expected[], groups: readonly (readonly Posted[])[]): void {
  const wanted = openOf(ofDay);
  const date = ofDay[0]?.date;
  if (wanted === 0 || date === undefined) return;
  const equal = groups.find(
    (rows) =>
      rows.every((row) => inTime(date, row)) && rows.reduce((sum, row) => sum + row.left, 0) === wanted,
  );
  if (equal === undefined) return;
  for (const row of equal) row.left = 0;
  for (const approval of ofDay) approval.open = 0;
}

function openOf(approvals: readonly Expected[]): number {
  return approvals.reduce((sum, { open }) => sum + open, 0);
}

function inTime(date: Day, { day }: Posted): boolean {
  return day >= addDays(date, -POSTED_BEFORE_DAYS) && day <= addDays(date, POSTED_AFTER_DAYS);
}
