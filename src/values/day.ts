/**
 * Calendar days and wall-clock moments as plain integers.
 *
 * A `Day` is a calendar day in the marketplace's time zone, counted from 1970-01-01 (day 0).
 * A `Moment` is a wall-clock reading in the same zone, in whole seconds from 1970-01-01 00:00;
 * it orders events within a day and is never compared across zones.
 * No `Date` is used: the domain knows no clock and no time zone of the machine it runs on.
 */

export type Day = number & { readonly __unit: "Day" };
export type Moment = number & { readonly __unit: "Moment" };

/** Google Sheets counts days from 1899-12-30. */
const SHEET_EPOCH = 25569;
const SECONDS_PER_DAY = 86400;

/** True when year, month (1-12) and day (1-31) name a day that exists, e.g. not 2026-02-30. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= 1900 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** The number of days of a month (1-12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day of a calendar date; throws a RangeError for a date that does not exist. */
export function dayOf(year: number, month: number, day: number): Day {
  if (!isCalendarDay(year, month, day)) throw new RangeError(`No such calendar day: ${year}-${month}-${day}`);
  // Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

/** Year, month (1-12) and day (1-31) of a day. */
export function calendarOf(day: Day): { year: number; month: number; day: number } {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const { year, month, day: d } = calendarOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(d, 2)}`;
}

/** Reads `YYYY-MM-DD` and nothing else; null when it is anything else or no such day. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCalendarDay(year, month, day) ? dayOf(year, month, day) : null;
}

/** Reads `YYYY-MM-DD` that the program itself wrote; throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`Not a day: ${text}`);
  return parsed;
}

export function addDays(from: Day, days: number): Day {
  return (from + days) as Day;
}

/** The same day of the month `months` later; the month's last day when that day does not exist there. */
export function addMonths(from: Day, months: number): Day {
  const { year, month, day: d } = calendarOf(from);
  const count = year * 12 + (month - 1) + months;
  const y = Math.floor(count / 12);
  const m = (count % 12) + 1;
  return dayOf(y, m, Math.min(d, daysInMonth(y, m)));
}

export function laterDay(a: Day, b: Day): Day {
  return a >= b ? a : b;
}

export function earlierDay(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

/** A moment from a day and the seconds since its midnight (0-86399). */
export function momentOf(on: Day, seconds: number): Moment {
  return (on * SECONDS_PER_DAY + seconds) as Moment;
}

/** The calendar day a moment falls on. */
export function dayOfMoment(moment: Moment): Day {
  return Math.floor(moment / SECONDS_PER_DAY) as Day;
}

/** `YYYY-MM-DD HH:MM:SS`. */
export function formatMoment(moment: Moment): string {
  const on = dayOfMoment(moment);
  const s = moment - on * SECONDS_PER_DAY;
  return `${formatDay(on)} ${pad(Math.floor(s / 3600), 2)}:${pad(Math.floor((s % 3600) / 60), 2)}:${pad(s % 60, 2)}`;
}

/** The serial number Google Sheets and Excel store for a day. */
export function serialOfDay(on: Day): number {
  return on + SHEET_EPOCH;
}

/** The day of a sheet's serial number, its time of day dropped. */
export function dayOfSerial(serial: number): Day {
  return Math.floor(serial - SHEET_EPOCH) as Day;
}

/** The serial number, with the time of day as its fraction. */
export function serialOfMoment(moment: Moment): number {
  return moment / SECONDS_PER_DAY + SHEET_EPOCH;
}

/** The moment of a sheet's serial number, rounded to the second. */
export function momentOfSerial(serial: number): Moment {
  return Math.round((serial - SHEET_EPOCH) * SECONDS_PER_DAY) as Moment;
}

function pad(n: number, width: number): string {
  return String(n).padStart(width, "0");
}
