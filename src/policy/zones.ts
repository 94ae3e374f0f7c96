/** Wall-clock time in a marketplace's time zone, from data alone. */

import { calendarOf, type Day, dayOf, daysInMonth, type Moment, momentOf } from "../values/day.ts";
import { ZONE_CHANGES } from "./zone-changes.ts";

const SECONDS_PER_DAY = 86400;
const FIRST_YEAR = 2019;
const LAST_YEAR = 2030;

/**
 * What clocks in a zone showed at an instant (seconds since 1970-01-01 00:00 UTC). Throws a RangeError for a
 * zone that is not in `marketplaces.ts`.
 *
 * Exact for 2019-2030. Outside these years the offset is the one of the same month, day and hour of the
 * nearest of them, so it can be an hour out in the days around a change of clocks.
 */
export function localMoment(zone: string, utcSeconds: number): Moment {
  return (utcSeconds + 60 * offsetMinutes(zone, utcSeconds)) as Moment;
}

/** Minutes that clocks in a zone are ahead of UTC at an instant; see `localMoment` for the years covered. */
export function offsetMinutes(zone: string, utcSeconds: number): number {
  const changes = ZONE_CHANGES.find((known) => known.zones.includes(zone))?.changes;
  if (changes === undefined) throw new RangeError(`No time-zone data for ${zone}.`);
  const at = inKnownYears(utcSeconds);
  let minutes = 0;
  for (const [from, ahead] of changes) {
    if (from > at) break;
    minutes = ahead;
  }
  return minutes;
}

/** The instant itself, or the same month, day and time of day in the nearest year there is data for. */
function inKnownYears(utcSeconds: number): number {
  const on = Math.floor(utcSeconds / SECONDS_PER_DAY) as Day;
  const { year, month, day } = calendarOf(on);
  const nearest = Math.min(Math.max(year, FIRST_YEAR), LAST_YEAR);
  if (nearest === year) return utcSeconds;
  const there = dayOf(nearest, month, Math.min(day, daysInMonth(nearest, month)));
  return momentOf(there, utcSeconds - on * SECONDS_PER_DAY);
}
