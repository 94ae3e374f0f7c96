/** A1 notation. Areas are 0-based; `rows`/`columns` null means "to the end of the sheet". */

import { ServiceError } from "./error.ts";

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const FIRST_CELL: Area = { row: 0, column: 0, rows: 1, columns: 1 };

export interface Reference {
  /** The sheet's name, or null when the text names none. */
  readonly sheet: string | null;
  readonly row: number;
  readonly column: number;
  readonly rows: number | null;
  readonly columns: number | null;
}

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*)$/;
const CELLS = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?:\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;
const SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** Reads `A1`, `A1:B2`, `A:C`, `2:5`, `A2:C`, with or without a sheet's name; null when it is none of them. */
export function parseA1(text: string): Reference | null {
  const named = SHEET.exec(text);
  const sheet = named ? (named[1]?.replaceAll("''", "'") ?? named[2] ?? null) : null;
  const cells = named ? (named[3] ?? "") : text;
  const one = CELL.exec(cells);
  if (one) {
    return { sheet, row: Number(one[2]) - 1, column: columnNumber(one[1] ?? ""), rows: 1, columns: 1 };
  }
  const two = CELLS.exec(cells);
  if (!two) return null;
  const [, column1, row1, column2, row2] = two;
  if ((column1 === undefined && row1 === undefined) || (column2 === undefined && row2 === undefined))
    return null;
  if (column1 === undefined && column2 === undefined && row1 && row2) return span(sheet, row1, row2);
  if (column1 === undefined || (column2 === undefined && row2 === undefined)) return null;
  const [left, right] = order(columnNumber(column1), columnNumber(column2 ?? column1));
  const columns = column2 === undefined ? null : right - left + 1;
  if (row1 === undefined && row2 === undefined) return { sheet, row: 0, column: left, rows: null, columns };
  if (row2 === undefined) return { sheet, row: Number(row1) - 1, column: left, rows: null, columns };
  if (row1 === undefined) return { sheet, row: 0, column: left, rows: Number(row2), columns };
  const [top, bottom] = order(Number(row1) - 1, Number(row2) - 1);
  return { sheet, row: top, column: left, rows: bottom - top + 1, columns };
}

function span(sheet: string | null, row1: string, row2: string): Reference {
  const [top, bottom] = order(Number(row1) - 1, Number(row2) - 1);
  return { sheet, row: top, column: 0, rows: bottom - top + 1, columns: null };
}

function order(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}

/** `B2` or `B2:C5`. */
export function a1Of(area: Area): string {
  const first = `${columnLetters(area.column)}${area.row + 1}`;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnLetters(area.column + area.columns - 1)}${area.row + area.rows}`;
}

/**
 * Where an area lies after `count` rows or columns were inserted before `at` (or removed from `at`, when negative);
 * null when nothing of it is left. Rows inserted inside make it grow.
 */
export function shifted(area: Area, axis: "row" | "column", at: number, count: number): Area | null {
  const size = axis === "row" ? "rows" : "columns";
  const start = area[axis];
  const end = start + area[size];
  if (count >= 0) {
    if (at <= start) return { ...area, [axis]: start + count };
    return at < end ? { ...area, [size]: area[size] + count } : area;
  }
  const gone = -count;
  const first = start - Math.max(0, Math.min(start, at + gone) - at);
  const lost = Math.max(0, Math.min(end, at + gone) - Math.max(start, at));
  if (lost === area[size]) return null;
  return { ...area, [axis]: Math.max(0, first), [size]: area[size] - lost };
}

export const OUTSIDE = "The coordinates of the range are outside the dimensions of the sheet.";

export function assertInside(area: Area, maxRows: number, maxColumns: number): void {
  if (area.row < 0 || area.column < 0) throw new ServiceError(OUTSIDE);
  if (area.row + area.rows > maxRows || area.column + area.columns > maxColumns)
    throw new ServiceError(OUTSIDE);
}
