/** What formulas give: plain values, and errors with the sentence Sheets shows when one points at the cell. */

import type { Scalar } from "../services/column.ts";

/** The error values of Google Sheets (https://support.google.com/docs/answer/3238305); `Loading...` is no error there, but as little a value. */
export type ErrorCode =
  | "#NULL!"
  | "#DIV/0!"
  | "#VALUE!"
  | "#REF!"
  | "#NAME?"
  | "#NUM!"
  | "#N/A"
  | "#ERROR!"
  | "Loading...";

export class FormulaError {
  readonly code: ErrorCode;
  readonly message: string;

  constructor(code: ErrorCode, message: string) {
    this.code = code;
    this.message = message;
  }
}

/** Dates are serial numbers, as in stored cells. */
export type Value = Scalar | FormulaError;
/** Rows of equal length. */
export type Matrix = readonly (readonly Value[])[];
export type Result = Value | Matrix;

export function isMatrix(result: Result): result is Matrix {
  return Array.isArray(result);
}

export function matrixOf(result: Result): Matrix {
  return isMatrix(result) ? result : [[result]];
}

/** As a cell shows it to those who read it: an error is its code. */
export function shownScalar(value: Value): Scalar {
  return value instanceof FormulaError ? value.code : value;
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  if (a instanceof FormulaError && b instanceof FormulaError) {
    return a.code === b.code && a.message === b.message;
  }
  return a === b;
}

export function sameResult(a: Result | undefined, b: Result | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (!isMatrix(a) || !isMatrix(b)) return !isMatrix(a) && !isMatrix(b) && sameValue(a, b);
  if (a === b) return true;
  if (a.length !== b.length) return false;
  return a.every((row, r) => {
    const other = b[r] ?? [];
    return row.length === other.length && row.every((value, c) => sameValue(value, other[c]));
  });
}

export const LOADING = new FormulaError("Loading...", "Loading...");

export const CIRCULAR = new FormulaError(
  "#REF!",
  "Circular dependency detected. To resolve with iterative calculation, see File > Settings.",
);

/** Google: such a function "displays Loading... indefinitely" (https://developers.google.com/apps-script/guides/sheets/functions). */
export const VOLATILE_ARGUMENT = new FormulaError(
  "Loading...",
  "Google Sheets would load for ever here: a custom function is not allowed to depend on NOW(), TODAY(), RAND() or RANDBETWEEN(). Name a cell that holds the value, such as REIMB_TODAY.",
);
