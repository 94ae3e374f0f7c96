/**
 * Dates and date-times as files print them.
 *
 * `2026-05-12T09:59:13+00:00`, `2026-07-20T01:00:00+0100`, `2017-02-24 23:57:39 UTC`, `2026/08/01 10:00:00 JST`,
 * `05/13/2026 09:00:00`, `14.03.2023 07:49:55 UTC`, `10-Jul-2025`, `Jan 5, 2026 11:04:22 PM PST`,
 * `1 juil. 2026 08:31:35 UTC`, `2026年8月1日`. A number pair such as `03/04/2026` is one of two days: the reading
 * holds both, and whoever reads the file decides from the whole column.
 */
import { halfOfDay, monthOfName, zoneMinutes } from "./calendar-words.ts";
import { type Day, dayOf, isCalendarDay } from "./day.ts";

export type DayOrder = "day-first" | "month-first";

export interface DateReading {
  readonly kind: "date";
  /** The day when the order is known, or what it is in either order. */
  readonly dayFirst: Day;
  readonly monthFirst: Day;
  /** What the text itself shows the column's order to be; null when it shows nothing. */
  readonly proves: DayOrder | null;
  /** Seconds since midnight as printed; null when no time is printed. */
  readonly seconds: number | null;
  /** Minutes ahead of UTC when an offset or a zone is printed. */
  readonly offset: number | null;
}

export type UnreadDate = { readonly kind: "blank" } | { readonly kind: "none"; readonly why: string };

const NOT_A_DATE = "it is not a date";
const TIME = String.raw`(?:[T,\s]+(?:(午前|午後)\s*)?(\d{1,2})[:.時](\d{2})(?:[:.分](\d{2})(?:[.,]\d{1,9})?秒?)?\s*([AaPp]\.?\s?[Mm]\.?|[fe]m)?\s*([A-Za-z]{1,5}|(?:UTC|GMT)?\s?[+\-\u2212]\d{1,2}:?\d{0,2})?)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${TIME}`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}`);
const DAY_NAME_YEAR = new RegExp(
  String.raw`^(\d{1,2})(?:er|st|nd|rd|th|º)?\.?[-\s]+(?:de\s+)?([\p{L}]{3,12})\.?[-,\s]+(?:de\s+)?(\d{4}|\d{2})${TIME}`,
  "u",
);
const NAME_DAY_YEAR = new RegExp(
  String.raw`^([\p{L}]{3,12})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?[-,\s]+(\d{4})${TIME}`,
  "u",
);

/** Reads one cell; never throws. `marketplace` decides between zones that share an abbreviation. */
export function readDate(cell: string, marketplace: string): DateReading | UnreadDate {
  const text = cell.replace(/[\u00a0\u2007\u2009\u202f]/g, " ").trim();
  if (text === "" || /^(?:-{1,2}|n\/?a)$/i.test(text)) return { kind: "blank" };

  let match = YEAR_FIRST.exec(text);
  if (match)
    return reading([Number(match[1]), Number(match[2]), Number(match[3])], match.slice(4), marketplace);

  match = YEAR_LAST.exec(text);
  if (match) {
    const [a, b, year] = [Number(match[1]), Number(match[3]), fullYear(match[4] as string)];
    if (match[2] === ".") return reading([year, b, a], match.slice(5), marketplace);
    return numericReading(a, b, year, match.slice(5), marketplace);
  }

  match = DAY_NAME_YEAR.exec(text);
  if (match) return named(match[2], match[1], match[3], match.slice(4), marketplace);
  match = NAME_DAY_YEAR.exec(text);
  if (match) return named(match[1], match[2], match[3], match.slice(4), marketplace);
  return { kind: "none", why: NOT_A_DATE };
}

/** Reads `2026-05`, `05/2026`, `May 2026` as the month's first day, and full dates as the first day of theirs. */
export function readMonth(cell: string, marketplace: string): DateReading | UnreadDate {
  const text = cell.trim();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (yearFirst) return reading([Number(yearFirst[1]), Number(yearFirst[2]), 1], [], marketplace);
  const yearLast = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  if (yearLast) return reading([Number(yearLast[2]), Number(yearLast[1]), 1], [], marketplace);
  const word = /^(\p{L}{3,12})\.?[-,\s]+(\d{4}|\d{2})$/u.exec(text);
  if (word) return named(word[1], "1", word[2], [], marketplace);
  return readDate(cell, marketplace);
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function named(
  name: string | undefined,
  day: string | undefined,
  year: string | undefined,
  time: readonly (string | undefined)[],
  marketplace: string,
): DateReading | UnreadDate {
  const month = monthOfName(name ?? "");
  if (month === null) return { kind: "none", why: `no month is called "${name}"` };
  return reading([fullYear(year ?? ""), month, Number(day)], time, marketplace);
}

function reading(
  [year, month, day]: readonly [number, number, number],
  time: readonly (string | undefined)[],
  marketplace: string,
): DateReading | UnreadDate {
  if (!isCalendarDay(year, month, day)) return { kind: "none", why: "there is no such day" };
  const on = dayOf(year, month, day);
  return withTime(on, on, null, time, marketplace);
}

/** Day and month as two numbers: what each could be, and what that proves about the column. */
function numericReading(
  a: number,
  b: number,
  year: number,
  time: readonly (string | undefined)[],
  marketplace: string,
): DateReading | UnreadDate {
  const dayFirst = isCalendarDay(year, b, a) ? dayOf(year, b, a) : null;
  const monthFirst = isCalendarDay(year, a, b) ? dayOf(year, a, b) : null;
  if (dayFirst !== null && monthFirst !== null) {
    return withTime(dayFirst, monthFirst, null, time, marketplace);
  }
  if (dayFirst !== null) return withTime(dayFirst, dayFirst, "day-first", time, marketplace);
  if (monthFirst !== null) return withTime(monthFirst, monthFirst, "month-first", time, marketplace);
  return { kind: "none", why: "there is no such day" };
}

function withTime(
  dayFirst: Day,
  monthFirst: Day,
  proves: DayOrder | null,
  [japaneseHalf, hour, minute, second, half, zone]: readonly (string | undefined)[],
  marketplace: string,
): DateReading | UnreadDate {
  if (hour === undefined) return { kind: "date", dayFirst, monthFirst, proves, seconds: null, offset: null };
  const halfWord = japaneseHalf ?? half;
  let hours = Number(hour);
  if (halfWord !== undefined) {
    const from = halfOfDay(halfWord);
    if (from === null || hours < (japaneseHalf ? 0 : 1) || hours > 12)
      return { kind: "none", why: "there is no such time of day" };
    hours = (hours % 12) + from;
  }
  const [minutes, seconds] = [Number(minute), Number(second ?? "0")];
  if (hours > 23 || minutes > 59 || seconds > 59)
    return { kind: "none", why: "there is no such time of day" };
  let offset: number | null = null;
  if (zone !== undefined && zone !== "") {
    offset = zoneMinutes(zone.trim(), marketplace);
    if (offset === null) return { kind: "none", why: `the time zone "${zone}" is not known` };
  }
  return {
    kind: "date",
    dayFirst,
    monthFirst,
    proves,
    seconds: hours * 3600 + minutes * 60 + seconds,
    offset,
  };
}
