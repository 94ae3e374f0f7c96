/** The conditions of filters and conditional formats: https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria. */

import type { Scalar } from "../services/column.ts";
import { displayOf } from "../services/formats.ts";
import { serialOfInstant } from "../services/zones.ts";

export interface Condition {
  /** A name of SpreadsheetApp.BooleanCriteria. */
  readonly type: string;
  readonly args: readonly unknown[];
}

type Test = (value: Scalar, format: string, args: readonly unknown[], zone: string) => boolean;

/** Sheets compares texts without regard to case. */
const lower = (text: unknown) => String(text).toLowerCase();
const text = (compare: (text: string, wanted: string) => boolean): Test => {
  return (value, format, [wanted]) => compare(lower(displayOf(value, format)), lower(wanted));
};
const number = (compare: (value: number, limit: number) => boolean): Test => {
  return (value, _, [limit]) => typeof value === "number" && compare(value, Number(limit));
};
/** Limits of dates are instants in milliseconds; cells hold days of the spreadsheet's zone. */
const date = (compare: (value: number, limit: number) => boolean): Test => {
  return (value, _, [limit], zone) =>
    typeof value === "number" && compare(value, Math.floor(serialOfInstant(zone, Number(limit))));
};

const TESTS: Readonly<Record<string, Test>> = {
  TEXT_EQUAL_TO: text((shown, wanted) => shown === wanted),
  TEXT_CONTAINS: text((shown, wanted) => shown.includes(wanted)),
  TEXT_DOES_NOT_CONTAIN: text((shown, wanted) => !shown.includes(wanted)),
  TEXT_STARTS_WITH: text((shown, wanted) => shown.startsWith(wanted)),
  TEXT_ENDS_WITH: text((shown, wanted) => shown.endsWith(wanted)),
  CELL_EMPTY: (value) => value === null || value === "",
  CELL_NOT_EMPTY: (value) => value !== null && value !== "",
  NUMBER_EQUAL_TO: number((value, limit) => value === limit),
  NUMBER_NOT_EQUAL_TO: number((value, limit) => value !== limit),
  NUMBER_LESS_THAN: number((value, limit) => value < limit),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((value, limit) => value <= limit),
  NUMBER_GREATER_THAN: number((value, limit) => value > limit),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((value, limit) => value >= limit),
  NUMBER_BETWEEN: (value, _, [from, to]) =>
    typeof value === "number" && value >= Number(from) && value <= Number(to),
  DATE_BEFORE: date((value, day) => value < day),
  DATE_AFTER: date((value, day) => value >= day + 1),
};

/** Whether a cell meets a condition; a condition that is not known (a formula of its own) is never met. */
export function meets({ type, args }: Condition, value: Scalar, format: string, zone: string): boolean {
  return TESTS[type]?.(value, format, args, zone) ?? false;
}
