/** The conditions of filters and conditional formats: https://developers.google.com/apps-script/reference/spreadsheet/boolean-criteria. */

import type { Scalar } from "../services/column.ts";
import { serialOfInstant } from "../services/zones.ts";

export interface Condition {
  /** A name of SpreadsheetApp.BooleanCriteria. */
  readonly type: string;
  readonly args: readonly unknown[];
}

type Test = (value: Scalar, text: string, args: readonly unknown[], zone: string) => boolean;

/** Sheets compares texts without regard to case. */
const lower = (text: unknown) => String(text).toLowerCase();
const number = (compare: (value: number, limit: number) => boolean): Test => {
  return (value, _text, [limit]) => typeof value === "number" && compare(value, Number(limit));
};
/** Limits of dates are instants in milliseconds; cells hold days of the spreadsheet's zone. */
const date = (compare: (value: number, limit: number) => boolean): Test => {
  return (value, _text, [limit], zone) =>
    typeof value === "number" && compare(value, serialOfInstant(zone, Number(limit)));
};

const TESTS: Readonly<Record<string, Test>> = {
  TEXT_EQUAL_TO: (_, text, [wanted]) => lower(text) === lower(wanted),
  TEXT_CONTAINS: (_, text, [part]) => lower(text).includes(lower(part)),
  TEXT_DOES_NOT_CONTAIN: (_, text, [part]) => !lower(text).includes(lower(part)),
  TEXT_STARTS_WITH: (_, text, [part]) => lower(text).startsWith(lower(part)),
  TEXT_ENDS_WITH: (_, text, [part]) => lower(text).endsWith(lower(part)),
  CELL_EMPTY: (_, text) => text === "",
  CELL_NOT_EMPTY: (_, text) => text !== "",
  NUMBER_EQUAL_TO: number((value, limit) => value === limit),
  NUMBER_NOT_EQUAL_TO: number((value, limit) => value !== limit),
  NUMBER_LESS_THAN: number((value, limit) => value < limit),
  NUMBER_LESS_THAN_OR_EQUAL_TO: number((value, limit) => value <= limit),
  NUMBER_GREATER_THAN: number((value, limit) => value > limit),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: number((value, limit) => value >= limit),
  NUMBER_BETWEEN: (value, _, [from, to]) =>
    typeof value === "number" && value >= Number(from) && value <= Number(to),
  DATE_BEFORE: date((value, limit) => value < Math.floor(limit)),
  DATE_AFTER: date((value, limit) => value >= Math.floor(limit) + 1),
};

/** Whether a cell meets a condition; a condition that is not known (a formula of its own) is never met. */
export function meets({ type, args }: Condition, value: Scalar, text: string, zone = "Etc/GMT"): boolean {
  return TESTS[type]?.(value, text, args, zone) ?? false;
}
