/** The first and the last day a file's rows speak of: transaction days and settlement periods, nothing else. */
import type { Cell, ReportDefinition } from "../src/reports/definition.ts";
import { addDays, addMonths, type Day, dayOfMoment, type Moment } from "../src/values/day.ts";
import { type InSteps, ITEMS_PER_STEP } from "./turns.ts";

export interface CoveredDays {
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export function* coverageOf(
  definition: ReportDefinition,
  fields: readonly string[],
  rows: readonly (readonly Cell[])[],
): InSteps<CoveredDays> {
  const period = definition.coveragePeriod;
  if (period !== undefined) {
    const { firstDay } = yield* daysOf(definition, fields, rows, period.first);
    const { lastDay } = yield* daysOf(definition, fields, rows, period.last);
    // A file without its header row still has the days its money was posted on.
    if (firstDay !== null && lastDay !== null) return { firstDay, lastDay };
  }
  if (definition.coverageDay === null) return { firstDay: null, lastDay: null };
  return yield* daysOf(definition, fields, rows, definition.coverageDay);
}

function* daysOf(
  definition: ReportDefinition,
  fields: readonly string[],
  rows: readonly (readonly Cell[])[],
  field: string,
): InSteps<CoveredDays> {
  const index = fields.indexOf(field);
  const column = definition.columns[field];
  let [first, last]: [number | null, number | null] = [null, null];
  if (index === -1 || column === undefined) return { firstDay: null, lastDay: null };
  for (const [count, row] of rows.entries()) {
    if (count % (ITEMS_PER_STEP * 10) === 0) yield;
    const value = row[index];
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
