/** What functions of the add-on give, and which functions those are. */

import { dateFormatOf } from "../services/cell-values.ts";
import type { Workbook } from "../services/workbook.ts";
import { serialOfInstant } from "../services/zones.ts";
import type { Result, Value } from "./value.ts";

/** What a function of the add-on may give: see `customResult` in runtime/values.ts. */
export type Given = string | number | boolean | Date;

export interface Outcome {
  readonly result: Result;
  /** The formats of the dates in it, by row and column; null where there is none. */
  readonly dates: readonly (readonly (string | null)[])[] | null;
}

/** Dates become serial numbers; rows are made equally long; nothing at all is an empty cell. */
export function outcomeOf(given: Given | Given[][], { timeZone, locale }: Workbook): Outcome {
  const value = (one: Given | undefined): Value => {
    if (one === undefined || one === "") return null;
    return one instanceof Date ? serialOfInstant(timeZone, one.getTime()) : one;
  };
  const rows = Array.isArray(given) ? given : [[given]];
  const width = Math.max(0, ...rows.map((row) => row.length));
  const hasDates = rows.some((row) => row.some((one) => one instanceof Date));
  const dates = hasDates ? rows.map((row) => row.map((one) => dateFormat(one, value(one), locale))) : null;
  if (!Array.isArray(given)) return { result: value(given), dates };
  if (given.length === 0 || width === 0) return { result: null, dates: null };
  return { result: given.map((row) => Array.from({ length: width }, (_, c) => value(row[c]))), dates };
}

/** As for a Date that a script writes into a cell. */
function dateFormat(given: Given | undefined, value: Value, locale: string): string | null {
  return given instanceof Date && typeof value === "number" ? dateFormatOf(value, locale) : null;
}

/** The functions marked `@customfunction` in a bundle, as written. */
export function customFunctions(code: string): string[] {
  const declared = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z_$][\w$]*)\s*\(/g;
  return [...code.matchAll(declared)].flatMap(([, doc, name]) =>
    doc?.includes("@customfunction") && name ? [name] : [],
  );
}
