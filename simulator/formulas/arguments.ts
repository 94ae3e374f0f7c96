/** The arguments of our functions: read from cells as `getValues` would, compared with those of the last call. */

import type { CellOutput } from "../services/cell-values.ts";
import { FORMULA, type Scalar } from "../services/column.ts";
import { isDateFormat } from "../services/formats.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import { instantOfSerial } from "../services/zones.ts";
import type { Mention } from "./formula-text.ts";
import type { Shown, ShownCell } from "./shown.ts";
import { isMatrix, type Result, shownScalar } from "./value.ts";

/** A range by columns; `dates` says row by row, in runs, where numbers are dates. */
export interface RangeArgument {
  readonly columns: readonly (readonly Scalar[])[];
  readonly rows: number;
  readonly dates: readonly (readonly (readonly [number, number])[])[];
}

export type Argument = { readonly value: Scalar } | { readonly omitted: true } | RangeArgument;

export const OMITTED: Argument = { omitted: true };

/**
 * The cells of a mention. A range that reaches the last row of its sheet ends at the last row with anything in it;
 * it stays a range, of two rows at least.
 */
export function cellsArgument<Cell extends ShownCell>(
  { area }: Mention,
  sheet: SheetModel,
  shown: Shown<Cell>,
): Argument {
  const open = area.rows > 1 && area.row + area.rows >= sheet.maxRows;
  const dataRows = open ? Math.max(sheet.contentRows, shown.rows(sheet.id)) : 0;
  const rows = open ? Math.max(2, Math.min(area.rows, dataRows - area.row)) : area.rows;
  const columns: Scalar[][] = [];
  const dates: [number, number][][] = [];
  for (let c = area.column; c < area.column + area.columns; c++) {
    const column = sheet.column(c);
    const results = shown.column(sheet.id, c);
    const values: Scalar[] = [];
    for (let r = area.row; r < area.row + rows; r++) {
      const stored = column.at(r);
      if (stored !== FORMULA && (stored !== null || results === null)) values.push(stored);
      else values.push(shownScalar(results?.get(r)?.value ?? null));
    }
    columns.push(values);
    const runs: [number, number][] = [];
    for (const [start, end, style] of column.styles.segments(area.row, area.row + rows)) {
      if (isDateFormat(sheet.styles.at(style).numberFormat)) runs.push([start - area.row, end - area.row]);
    }
    dates.push(runs);
  }
  const one = rows === 1 && columns.length === 1 && dates[0]?.length === 0;
  return one ? { value: columns[0]?.[0] ?? null } : { columns, rows, dates };
}

/** What IronCalc or an inner call gave. */
export function resultArgument(result: Result): Argument {
  if (!isMatrix(result)) return { value: shownScalar(result) };
  const width = result[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, c) => result.map((row) => shownScalar(row[c] ?? null)));
  return { columns, rows: result.length, dates: columns.map(() => []) };
}

/** As the script receives it: `""` for empty cells, Dates in the spreadsheet's time zone, one cell as its value. */
export function forScript(argument: Argument, timeZone: string): unknown {
  if ("omitted" in argument) return undefined;
  if ("value" in argument) return argument.value ?? "";
  const rows: CellOutput[][] = Array.from({ length: argument.rows }, () => []);
  for (const [c, values] of argument.columns.entries()) {
    for (let r = 0; r < argument.rows; r++) rows[r]?.push(values[r] ?? "");
    for (const [start, end] of argument.dates[c] ?? []) {
      for (let r = start; r < end; r++) {
        const value = values[r];
        const row = rows[r];
        if (row && typeof value === "number") row[c] = new Date(instantOfSerial(timeZone, value));
      }
    }
  }
  const one = argument.rows === 1 && argument.columns.length === 1;
  return one ? (rows[0]?.[0] ?? "") : rows;
}

export function sameArguments(a: readonly Argument[], b: readonly Argument[]): boolean {
  return a.length === b.length && a.every((argument, i) => sameArgument(argument, b[i] ?? OMITTED));
}

export function sameArgument(a: Argument, b: Argument): boolean {
  if (a === b) return true;
  if ("omitted" in a || "omitted" in b) return "omitted" in a && "omitted" in b;
  if ("value" in a || "value" in b) return "value" in a && "value" in b && a.value === b.value;
  if (a.rows !== b.rows || a.columns.length !== b.columns.length) return false;
  for (const [c, values] of a.columns.entries()) {
    const others = b.columns[c] ?? [];
    for (let r = 0; r < a.rows; r++) if (values[r] !== others[r]) return false;
  }
  return JSON.stringify(a.dates) === JSON.stringify(b.dates);
}

const SMALL = 200;

/** A key for calls with few cells, to find the same call made from another cell; null for larger ones. */
export function keyOf(name: string, args: readonly Argument[]): string | null {
  const cells = args.reduce((sum, arg) => sum + ("columns" in arg ? arg.rows * arg.columns.length : 1), 0);
  return cells <= SMALL ? JSON.stringify([name, args]) : null;
}
