/** How far back the inventory ledger can be had. */
import { addMonths, calendarOf, type Day, dayOf } from "../values/day.ts";

/** Amazon lets the inventory ledger be downloaded 18 months back. */
export const LEDGER_MONTHS = 18;

/** The first day of the month the ledger's reach begins in: every month before lies wholly outside. */
export function monthOfReach(asOf: Day): Day {
  return monthOf(addMonths(asOf, -LEDGER_MONTHS));
}

/** The first day of its month. */
export function monthOf(on: Day): Day {
  const { year, month } = calendarOf(on);
  return dayOf(year, month, 1);
}
