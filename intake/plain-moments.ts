/**
 * Date-times as most reports print them, read off their digits without cutting the cell out:
 * `2026-05-12T09:59:13+00:00`, `2026-11-06 07:57:01 UTC`. Hardly two rows have the same one, so none is worth
 * remembering. Anything else is left to src/values/dates.ts, which reads these the same.
 */
import { type Day, dayOf, isCalendarDay } from "../src/values/day.ts";
import { digitsOf } from "./plain-numbers.ts";

/** Characters of `2026-05-12T09:59:13`. */
const LENGTH = 19;
const [DASH, COLON, SPACE, T, Z, PLUS] = [45, 58, 32, 84, 90, 43];

/** Minutes of the zone farthest from UTC. */
const FARTHEST = 14 * 60;

export interface PlainMoment {
  readonly day: Day;
  /** Since midnight, as printed. */
  readonly seconds: number;
  /** Minutes ahead of UTC; null when neither offset nor zone is printed. */
  readonly offset: number | null;
}

/** What the text from `from` to `to` says; null when it is anything else, or no such moment. */
export function plainMoment(text: string, from: number, to: number): PlainMoment | null {
  const code = (at: number) => text.charCodeAt(from + at);
  const number = (at: number, digits: number) => digitsAt(text, from + at, digits);
  if (to - from < LENGTH || (code(10) !== T && code(10) !== SPACE)) return null;
  if (code(4) !== DASH || code(7) !== DASH || code(13) !== COLON || code(16) !== COLON) return null;
  const [year, month, day] = [number(0, 4), number(5, 2), number(8, 2)];
  const [hours, minutes, seconds] = [number(11, 2), number(14, 2), number(17, 2)];
  if (!isCalendarDay(year, month, day) || !(hours <= 23 && minutes <= 59 && seconds <= 59)) return null;
  const offset = offsetAt(text, from + LENGTH, to);
  if (offset === undefined) return null;
  return { day: dayOf(year, month, day), seconds: hours * 3600 + minutes * 60 + seconds, offset };
}

/** Undefined when what follows the time is no offset of these forms. */
function offsetAt(text: string, from: number, to: number): number | null | undefined {
  if (from === to) return null;
  if (to - from === 1) return text.charCodeAt(from) === Z ? 0 : undefined;
  if (to - from === 4) return text.startsWith(" UTC", from) ? 0 : undefined;
  const sign = text.charCodeAt(from);
  const between = text.charCodeAt(from + 3) === COLON ? 1 : 0;
  if ((sign !== PLUS && sign !== DASH) || to - from !== 5 + between) return undefined;
  const [hours, minutes] = [digitsAt(text, from + 1, 2), digitsAt(text, to - 2, 2)];
  const ahead = hours * 60 + minutes;
  if (!(ahead <= FARTHEST)) return undefined;
  return sign === DASH ? 0 - ahead : ahead;
}

/** Not a number when one of them is no digit. */
function digitsAt(text: string, at: number, digits: number): number {
  return digitsOf(text, at, at + digits, digits) ?? Number.NaN;
}
