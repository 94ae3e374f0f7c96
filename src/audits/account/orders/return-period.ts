/** Until when a customer may send an item back, and when a refund is therefore late. */

import { addDays, calendarOf, type Day, dayOf } from "../../../values/day.ts";

/** The customer has 45 days to send an item back; shipped before Christmas, until 31 January. */
const DAYS_TO_RETURN = 45;

/** Last day to send an item back: 45 days after shipping; shipped in November or December, 31 January. */
export function returnPeriodEnd(shipped: Day): Day {
  const { year, month } = calendarOf(shipped);
  return month >= 11 ? dayOf(year + 1, 1, 31) : addDays(shipped, DAYS_TO_RETURN);
}
