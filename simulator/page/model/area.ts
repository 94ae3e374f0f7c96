/** Cells and areas of a sheet, 0-based, and how people write them: `B2`, `A1:C5`, `C:C`, `3:7`. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Area extends Cell {
  readonly rows: number;
  readonly columns: number;
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
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

export function cellName({ row, column }: Cell): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** As the name box shows it: whole columns and whole rows of a sheet in short. */
export function areaName(area: Area, sheet: Size): string {
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  if (area.rows === 1 && area.columns === 1) return cellName(area);
  if (area.row === 0 && area.rows === sheet.rows && area.rows > 1) {
    return `${columnLetters(area.column)}:${columnLetters(last.column)}`;
  }
  if (area.column === 0 && area.columns === sheet.columns && area.columns > 1) {
    return `${area.row + 1}:${last.row + 1}`;
  }
  return `${cellName(area)}:${cellName(last)}`;
}

const CELL = /^\$?([A-Za-z]{1,3})\$?([1-9]\d*)$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROWS = /^\$?([1-9]\d*):\$?([1-9]\d*)$/;
const SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/;

/** What was typed into the name box; null when it names no place inside the sheet. */
export function readArea(text: string, sheet: Size): Area | null {
  const one = CELL.exec(text.trim());
  if (one) return inside(spanning(cellOf(one), cellOf(one)), sheet);
  const columns = COLUMNS.exec(text.trim());
  if (columns) {
    const first = { row: 0, column: columnNumber(columns[1] ?? "") };
    return inside(spanning(first, { row: sheet.rows - 1, column: columnNumber(columns[2] ?? "") }), sheet);
  }
  const rows = ROWS.exec(text.trim());
  if (rows) {
    const first = { row: Number(rows[1]) - 1, column: 0 };
    return inside(spanning(first, { row: Number(rows[2]) - 1, column: sheet.columns - 1 }), sheet);
  }
  const [from, to, more] = text.trim().split(":");
  const first = CELL.exec(from ?? "");
  const last = CELL.exec(to ?? "");
  if (!first || !last || more !== undefined) return null;
  return inside(spanning(cellOf(first), cellOf(last)), sheet);
}

/** Splits `'My tab'!B2` into the tab's name and the rest; the name is null when none is given. */
export function splitSheetName(text: string): { readonly sheet: string | null; readonly place: string } {
  const named = SHEET.exec(text.trim());
  if (!named) return { sheet: null, place: text.trim() };
  return { sheet: named[1]?.replaceAll("''", "'") ?? named[2] ?? null, place: named[3] ?? "" };
}

function cellOf(match: RegExpExecArray): Cell {
  return { row: Number(match[2]) - 1, column: columnNumber(match[1] ?? "") };
}

function inside(area: Area, sheet: Size): Area | null {
  const fits = area.row + area.rows <= sheet.rows && area.column + area.columns <= sheet.columns;
  return fits ? area : null;
}

/** The smallest area with both cells in it. */
export function spanning(a: Cell, b: Cell): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.abs(a.row - b.row) + 1,
    columns: Math.abs(a.column - b.column) + 1,
  };
}

export function contains(area: Area, { row, column }: Cell): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
