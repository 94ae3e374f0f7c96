/** The days a download covers: what the user says of it, which its rows alone can't tell. */
import type { Period } from "../../intake/import.ts";
import type { FilePreview } from "../../intake/preview.ts";
import {
  addDays,
  addMonths,
  type Day,
  earlierDay,
  formatDay,
  laterDay,
  parseDay,
} from "../../src/values/day.ts";

/** `shown`: nobody says; the audit presumes that files imported together share the days their rows show. */
export type PeriodChoice =
  | { readonly kind: "shown" }
  | { readonly kind: "months"; readonly months: number }
  | { readonly kind: "days"; readonly from: string; readonly to: string };

const MILLISECONDS_PER_DAY = 86_400_000;
const NOBODY_SAYS: Period = { from: null, to: null };

/**
 * The period to record for one file, never narrower than its rows. A file can't cover the day it was saved
 * or any later one: whoever downloads "the last 18 months" gets them up to the day before.
 *
 * @param modified milliseconds since 1970 when the file was saved; 0 when unknown
 * @param today the day in the spreadsheet's time zone
 */
export function periodOf(choice: PeriodChoice, file: FilePreview, modified: number, today: string): Period {
  if (choice.kind === "shown" || !file.dated) return NOBODY_SAYS;
  const [first, last] = [dayOrNull(file.firstDay), dayOrNull(file.lastDay)];
  const said = choice.kind === "days" ? daysSaid(choice) : monthsBefore(choice.months, last, modified, today);
  if (said === null) return NOBODY_SAYS;
  return {
    from: formatDay(first === null ? said.from : earlierDay(said.from, first)),
    to: formatDay(last === null ? said.to : laterDay(said.to, last)),
  };
}

/** Why these days are no period, in a sentence; null when they are one. */
export function problemOfDays(from: string, to: string, today: string): string | null {
  if (from === "" || to === "") return "Choose the first and the last day you downloaded.";
  if (parseDay(from) === null || parseDay(to) === null) return "Write both days as 2026-05-06.";
  if (from > to) return "The first day comes after the last.";
  if (to > today) return "The last day has not come yet.";
  return null;
}

function daysSaid(choice: { from: string; to: string }): { from: Day; to: Day } | null {
  const [from, to] = [parseDay(choice.from), parseDay(choice.to)];
  return from === null || to === null ? null : { from, to };
}

function monthsBefore(
  months: number,
  last: Day | null,
  modified: number,
  today: string,
): { from: Day; to: Day } | null {
  const now = parseDay(today);
  if (now === null) return null;
  const saved = modified > 0 ? (Math.floor(modified / MILLISECONDS_PER_DAY) as Day) : now;
  const dayBefore = addDays(earlierDay(saved, now), -1);
  const to = last === null ? dayBefore : laterDay(dayBefore, last);
  return { from: addMonths(to, -months), to };
}

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : parseDay(text);
}
