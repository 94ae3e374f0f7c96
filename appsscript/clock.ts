/**
 * Dates of the sheet as days and moments, and back.
 *
 * Google hands a date cell over as a `Date`; what the user sees is that instant on the wall clock of the
 * spreadsheet's time zone. Asking Google for it once per cell would take minutes, so the zone's offset is
 * asked at most twice per calendar day that occurs.
 */
import { type Day, dayOfMoment, type Moment, momentOf, parseDay } from "../src/values/day.ts";

const DAY_SECONDS = 86400;

export interface SheetClock {
  /** The wall-clock reading the user sees in the cell. */
  moment(date: Date): Moment;
  day(date: Date): Day;
}

/** True for dates of any realm: a value handed over by Google need not be of this script's own `Date`. */
export function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}

export function sheetClock(timeZone: string): SheetClock {
  const offsets = new Map<number, number>();
  /** The zone's seconds ahead of UTC at an instant, in seconds since 1970. */
  const offsetAt = (instant: number): number => {
    const known = offsets.get(instant);
    if (known !== undefined) return known;
    const offset = wallClock(new Date(instant * 1000), timeZone) - instant;
    offsets.set(instant, offset);
    return offset;
  };
  const moment = (date: Date): Moment => {
    const instant = Math.floor(date.getTime() / 1000);
    const start = Math.floor(instant / DAY_SECONDS) * DAY_SECONDS;
    const offset = offsetAt(start);
    // On the day the clocks change each instant is asked for itself.
    const changes = offset !== offsetAt(start + DAY_SECONDS);
    return (instant + (changes ? offsetAt(instant) : offset)) as Moment;
  };
  return { moment, day: (date) => dayOfMoment(moment(date)) };
}

/** The wall clock in a time zone, now. */
export function wallClockNow(timeZone: string): Moment {
  return wallClock(new Date(), timeZone);
}

/** Today in a time zone. */
export function todayIn(timeZone: string): Day {
  return dayOfMoment(wallClockNow(timeZone));
}

function wallClock(date: Date, timeZone: string): Moment {
  const text = Utilities.formatDate(date, timeZone, "yyyy-MM-dd HH:mm:ss");
  const day = parseDay(text.slice(0, 10));
  const [hours, minutes, seconds] = text.slice(11).split(":").map(Number);
  if (day === null || hours === undefined || minutes === undefined || seconds === undefined) {
    throw new Error(`Google gave “${text}” for a date where year, month, day and time were expected.`);
  }
  return momentOf(day, hours * 3600 + minutes * 60 + seconds);
}
