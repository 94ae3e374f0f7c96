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
  if (to - from < LENGTH || !isPunctuated(text, from)) return null;
  const year = digitsAt(text, from, 4);
  const month = digitsAt(text, from + 5, 2);
  const day = digitsAt(text, from + 8, 2);
  const hours = digitsAt(text, from + 11, 2);
  const minutes = digitsAt(text, from + 14, 2);
  const seconds = digitsAt(text, from + 17, 2);
  if (!isCalendarDay(year, month, day) || !(hours <= 23 && minutes <= 59 && seconds <= 59)) return null;
  const offset = offsetAt(text, from + LENGTH, to);
  if (offset === undefined) return null;
  return { day: dayOf(year, month, day), seconds: hours * 3600 + minutes * 60 + seconds, offset };
}

function isPunctuated(text: string, from: number): boolean {
  const between = text.charCodeAt(from + 10);
  return (
    (between === T || between === SPACE) &&
    text.charCodeAt(from + 4) === DASH &&
    text.charCodeAt(from + 7) === DASH &&
    text.charCodeAt(from + 13) === COLON &&
    text.charCodeAt(from + 16) === COLON
  );
}

/** Undefined when what follows the time is no offset of these forms. */
function offsetAt(text: string, from: number, to: number): number | null | undefined {
  if (from === to) return null;
  if (to - from === 1) return text.charCodeAt(from) === Z ? 0 : undefined;
  if (to - from === 4) return text.startsWith(" UTC", from) ? 0 : undefined;
  const sign = text.charCodeAt(from);
  const between = text.charCodeAt(from + 3) === COLON ? 1 : 0;
  if ((sign !== PLUS && sign !== DASH) || to - from !== 5 + between) return undefined;
  const ahead = digitsAt(text, from + 1, 2) * 60 + digitsAt(text, to - 2, 2);
  if (!(ahead <= FARTHEST)) return undefined;
  return sign === DASH ? 0 - ahead : ahead;
}

/** Not a number when one of them is no digit. */
function digitsAt(text: string, at: number, digits: number): number {
  return digitsOf(text, at, at + digits, digits) ?? Number.NaN;
}
