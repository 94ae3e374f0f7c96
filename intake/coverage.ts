/** The first and the last day a file's rows speak of: transaction days and settlement periods, nothing else. */
import type { ReportDefinition } from "../src/reports/definition.ts";
import { addDays, addMonths, type Day, dayOfMoment, type Moment } from "../src/values/day.ts";
import type { ParsedFile } from "./parsed.ts";
import { type InSteps, ITEMS_PER_STEP } from "./turns.ts";

export interface CoveredDays {
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

/** The fields whose days are a report's; of a stated period and a transaction day the first the file holds. */
export function coverageFields({ coveragePeriod, coverageDay }: ReportDefinition): readonly string[] {
  const { first, last } = coveragePeriod ?? {};
  return [first, last, coverageDay].filter((field) => field !== undefined && field !== null);
}

type Cells = Pick<ParsedFile, "definition" | "fields" | "columns">;

export function* coverageOf(file: Cells): InSteps<CoveredDays> {
  const { coveragePeriod: period, coverageDay } = file.definition;
  if (period !== undefined) {
    const { firstDay } = yield* daysOf(file, period.first);
    const { lastDay } = yield* daysOf(file, period.last);
    // A file without its header row still has the days its money was posted on.
    if (firstDay !== null && lastDay !== null) return { firstDay, lastDay };
  }
  if (coverageDay === null) return { firstDay: null, lastDay: null };
  return yield* daysOf(file, coverageDay);
}

function* daysOf({ definition, fields, columns }: Cells, field: string): InSteps<CoveredDays> {
  const cells = columns[fields.indexOf(field)];
  const column = definition.columns[field];
  let [first, last]: [number | null, number | null] = [null, null];
  if (cells == null || column === undefined) return { firstDay: null, lastDay: null };
  for (let row = 0; row < cells.length; row++) {
    if (row % (ITEMS_PER_STEP * 10) === 0) yield;
    const value = cells[row];
    if (typeof value !== "number") continue;
    if (first === null || value < first) first = value;
    if (last === null || value > last) last = value;
  }
  if (first === null || last === null) return { firstDay: null, lastDay: null };
  const dayIn = (value: number): Day =>
    column.type === "moment" ? dayOfMoment(value as Moment) : (value as Day);
  const lastDay = dayIn(last);
  return {
    firstDay: dayIn(first),
    lastDay: column.dates === "whole-month" ? addDays(addMonths(lastDay, 1), -1) : lastDay,
  };
}
