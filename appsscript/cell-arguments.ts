/** What functions in cells are handed, read. What is wrong with it is thrown as a sentence. */
import { type Day, parseDay } from "../src/values/day.ts";
import { fromSheet } from "./cells.ts";
import { isDate, type SheetClock, sheetClock } from "./clock.ts";

export function dayArgument(value: unknown, which: string, clock: SheetClock): Day {
  const read =
    typeof value === "string"
      ? parseDay(value.trim())
      : isDate(value) || typeof value === "number"
        ? fromSheet(value, "day", clock)
        : null;
  if (typeof read === "number") return read as Day;
  const given = value === "" || value === null || value === undefined ? "empty" : `“${String(value)}”`;
  throw new Error(`${which} is ${given}; a date is expected, such as 2026-05-06.`);
}

/** Google is asked for the spreadsheet's time zone only when a date has to be read. */
export function lazyClock(): SheetClock {
  let known: SheetClock | null = null;
  const clock = () => {
    known ??= sheetClock(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
    return known;
  };
  return { moment: (date) => clock().moment(date), day: (date) => clock().day(date) };
}

/** A range, or a single cell as one. */
export function rangeArgument(value: unknown): unknown[][] {
  if (!Array.isArray(value)) return [[value]];
  return (value as unknown[]).map((row) => (Array.isArray(row) ? row : [row]));
}

/** What the function answers, or the sentence that says what is wrong with its arguments. */
export function orSentence<T>(answer: () => T): T | string {
  try {
    return answer();
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem);
  }
}
