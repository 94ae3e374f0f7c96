/**
 * Cells between the domain and the sheet, and the one way to write them.
 *
 * The sheet reads what it is given as if a user typed it: `00123` becomes 123, `=…` a formula. Columns of
 * text are formatted as plain text before anything is written. Google does not say what happens then to a
 * text that looks like a formula; so a block that holds one is read back at once and made right.
 */
import type { Cell, ColumnType } from "../src/reports/definition.ts";
import {
  type Day,
  dayOfSerial,
  formatDay,
  formatMoment,
  type Moment,
  momentOfSerial,
  parseDay,
  serialOfDay,
  serialOfMoment,
} from "../src/values/day.ts";
import { isDate, type SheetClock } from "./clock.ts";

export type SheetCell = string | number | boolean | Date;

/** The number format of a column of this type; text keeps every character. */
export const FORMATS: Record<ColumnType, string> = {
  id: "@",
  code: "@",
  text: "@",
  int: "0",
  decimal: "0.00####",
  day: "yyyy-mm-dd",
  moment: "yyyy-mm-dd hh:mm:ss",
};

export function isTextType(type: ColumnType): boolean {
  return FORMATS[type] === "@";
}

/** Google refuses a longer text, and with it the whole block it is written in. */
const LONGEST_TEXT = 50_000;

/**
 * A cell as it is written: dates as serial numbers, blank as "". A sentence longer than a cell is cut; rows of
 * reports never are, the import has not taken such a row.
 */
export function toSheet(value: Cell, type: ColumnType): string | number {
  if (value === null) return "";
  if (typeof value === "number") {
    if (type === "day") return serialOfDay(value as Day);
    if (type === "moment") return serialOfMoment(value as Moment);
  }
  if (!isTextType(type)) return value;
  const text = String(value);
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

/**
 * A cell as it is read, whoever wrote it; undefined when it holds something that is no such value
 * (a word where a number belongs). Blank is null, or "" in a column of text.
 */
export function fromSheet(value: SheetCell, type: ColumnType, clock: SheetClock): Cell | undefined {
  if (isTextType(type)) return textOf(value, clock);
  if (value === "") return null;
  if (type === "day") return dayIn(value, clock);
  if (type === "moment") return momentIn(value, clock);
  return numberIn(value);
}

function textOf(value: SheetCell, clock: SheetClock): string {
  if (typeof value === "string") return value;
  if (!isDate(value)) return String(value);
  const moment = clock.moment(value);
  return moment % 86400 === 0 ? formatDay(clock.day(value)) : formatMoment(moment);
}

function dayIn(value: SheetCell, clock: SheetClock): Day | undefined {
  if (isDate(value)) return clock.day(value);
  if (typeof value === "number") return dayOfSerial(value);
  return typeof value === "string" ? (parseDay(value.trim()) ?? undefined) : undefined;
}

function momentIn(value: SheetCell, clock: SheetClock): Moment | undefined {
  if (isDate(value)) return clock.moment(value);
  if (typeof value === "number") return momentOfSerial(value);
  const day = dayIn(value, clock);
  return day === undefined ? undefined : ((day * 86400) as Moment);
}

function numberIn(value: SheetCell): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const number = Number(value.trim());
  return Number.isFinite(number) ? number : undefined;
}

/** What the sheet might take for a formula, or for its own mark of a text (the apostrophe). */
const SUSPECT = /^[=+\-@']/;

/** Whether writing this text may take more than one call. */
export function isSuspect(cell: string | number): boolean {
  return typeof cell === "string" && SUSPECT.test(cell);
}

/**
 * Writes a block of cells, and makes sure that text stays text.
 *
 * @param textColumns for each column of the block whether it holds text (and is formatted so)
 * @throws a sentence when the sheet insists on a formula; the rows concerned are empty then
 */
export function writeBlock(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  row: number,
  column: number,
  values: (string | number)[][],
  textColumns: readonly boolean[],
): void {
  const width = values[0]?.length ?? 0;
  if (width === 0) return;
  const range = sheet.getRange(row, column, values.length, width);
  range.setValues(values);
  const suspects = suspectCells(values, textColumns);
  if (suspects.length === 0) return;
  let wrong = misread(range, values, suspects);
  if (wrong.length === 0) return;
  for (const run of verticalRuns(wrong)) {
    const texts = run.rows.map((r) => [
      SpreadsheetApp.newRichTextValue()
        .setText(String(values[r]?.[run.column] ?? ""))
        .build(),
    ]);
    sheet
      .getRange(row + (run.rows[0] as number), column + run.column, texts.length, 1)
      .setRichTextValues(texts);
  }
  SpreadsheetApp.flush();
  wrong = misread(range, values, suspects);
  const [first] = wrong;
  if (!first) return;
  for (const cell of wrong) sheet.getRange(row + cell.row, column, 1, width).clearContent();
  SpreadsheetApp.flush();
  throw new Error(
    `The sheet takes the text “${String(values[first.row]?.[first.column]).slice(0, 60)}” for a formula, ` +
      `in the tab “${sheet.getName()}”, row ${row + first.row}. The import has stopped and that row is empty; ` +
      "please tell us about it (Help).",
  );
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function suspectCells(values: readonly (string | number)[][], textColumns: readonly boolean[]): Place[] {
  const found: Place[] = [];
  values.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (textColumns[column] && isSuspect(cell)) found.push({ row, column });
    });
  });
  return found;
}

/** The suspect cells that became a formula, or that read differently from what was written. */
function misread(
  range: GoogleAppsScript.Spreadsheet.Range,
  values: readonly (string | number)[][],
  suspects: readonly Place[],
): Place[] {
  const formulas = range.getFormulas();
  const standing = range.getValues() as SheetCell[][];
  return suspects.filter(
    ({ row, column }) => formulas[row]?.[column] !== "" || standing[row]?.[column] !== values[row]?.[column],
  );
}

function verticalRuns(cells: readonly Place[]): { column: number; rows: number[] }[] {
  const runs: { column: number; rows: number[] }[] = [];
  const open = new Map<number, { column: number; rows: number[] }>();
  for (const { row, column } of cells) {
    const run = open.get(column);
    if (run && run.rows[run.rows.length - 1] === row - 1) {
      run.rows.push(row);
      continue;
    }
    const next = { column, rows: [row] };
    open.set(column, next);
    runs.push(next);
  }
  return runs;
}
