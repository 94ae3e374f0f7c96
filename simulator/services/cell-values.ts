/**
 * Between values of a script and stored cells: what `setValues` makes of them, what `getValues` and
 * `getDisplayValues` give back. Areas are 0-based.
 */

import { type Area, columnLetters } from "./a1.ts";
import { FORMULA, type Scalar, type Stored } from "./column.ts";
import { displayOf, isAutomaticFormat, isDateFormat, isTextFormat } from "./formats.ts";
import { MAX_CELL_TEXT } from "./limits.ts";
import { localeOf } from "./locales.ts";
import { ServiceError } from "./service.ts";
import type { SheetModel } from "./sheet-model.ts";
import type { Style, ValidationData } from "./styles.ts";
import { typed } from "./typing.ts";
import type { Workbook } from "./workbook.ts";
import { instantOfSerial, serialOfInstant } from "./zones.ts";

/** What a script may put into a cell. */
export type CellInput = string | number | boolean | Date | null;
export type CellOutput = string | number | boolean | Date;

/** @throws ServiceError for what no cell can hold. */
export function cellInput(value: unknown): CellInput {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") {
    if (value.length > MAX_CELL_TEXT) {
      throw new ServiceError(
        `Your input contains more than the maximum of ${MAX_CELL_TEXT} characters in a single cell.`,
      );
    }
    return value;
  }
  if (typeof value === "number") return Number.isFinite(value) ? value : "#NUM!";
  if (typeof value === "boolean") return value;
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime()))
      throw new ServiceError("An invalid Date cannot be written into a cell.");
    return value;
  }
  throw new ServiceError(
    `A cell holds a string, number, boolean or Date, not ${Array.isArray(value) ? "an array" : "an object"}: ${JSON.stringify(value)?.slice(0, 100)}`,
  );
}

interface Written {
  readonly value: Stored;
  readonly formula?: string;
  /** The format a cell with the automatic format takes on. */
  readonly format?: string | null;
}

/** Writes rows of inputs into an area, as typing would. `now` completes dates without a year. */
export function writeValues(
  workbook: Workbook,
  sheet: SheetModel,
  area: Area,
  rows: readonly (readonly CellInput[])[],
  now: number,
): void {
  const year = new Date(now).getUTCFullYear();
  for (let c = 0; c < area.columns; c++) {
    const column = sheet.column(area.column + c);
    const values: Stored[] = [];
    const formulas: [number, string][] = [];
    const formats = new Map<number, string>();
    for (const [start, end, number] of column.styles.segments(area.row, area.row + area.rows)) {
      const style = workbook.styles.at(number);
      const asItIs =
        isTextFormat(style.numberFormat) && workbook.textFormatKeepsFormulas && !style.validation;
      for (let row = start; row < end; row++) {
        const input = rows[row - area.row]?.[c] ?? null;
        if (asItIs && typeof input === "string" && input !== "") {
          values.push(input);
          continue;
        }
        const written = writtenValue(workbook, input, style, year);
        if (style.validation) assertValid(style.validation, input, area.column + c, row);
        values.push(written.value);
        if (written.formula !== undefined) formulas.push([row, written.formula]);
        if (written.format) formats.set(row, written.format);
      }
    }
    column.set(area.row, values);
    for (const [row, formula] of formulas) column.setFormula(row, formula);
    applyFormats(sheet, area.column + c, formats);
  }
  workbook.touch();
}

function applyFormats(sheet: SheetModel, column: number, formats: ReadonlyMap<number, string>): void {
  if (formats.size === 0) return;
  const rows = [...formats.keys()];
  const first = rows[0] ?? 0;
  const last = rows[rows.length - 1] ?? first;
  const changers = new Map(
    [...new Set(formats.values())].map((numberFormat) => [
      numberFormat,
      sheet.styles.changer({ numberFormat }),
    ]),
  );
  sheet.column(column).restyle(first, last + 1, (number, row) => {
    const changer = changers.get(formats.get(row) ?? "");
    return changer ? changer(number) : number;
  });
}

function writtenValue(workbook: Workbook, input: CellInput, style: Style, year: number): Written {
  if (input === null || input === "") return { value: null };
  const automatic = isAutomaticFormat(style.numberFormat);
  if (input instanceof Date) {
    const value = serialOfInstant(workbook.timeZone, input.getTime());
    const format = automatic ? dateFormatOf(value, workbook.locale) : null;
    return { value, format };
  }
  if (typeof input !== "string") return { value: input };
  if (isTextFormat(style.numberFormat)) return textValue(workbook, input);
  const read = typed(input, year, localeOf(workbook.locale));
  if (read.kind === "formula") return { value: FORMULA, formula: read.formula };
  if (read.kind === "number") return { value: read.value, format: automatic ? read.format : null };
  return { value: read.value === "" ? null : read.value };
}

/** The format a date takes on in a cell nobody gave one; `locale` as Google writes it. */
export function dateFormatOf(serial: number, locale: string): string {
  const { dateFormat } = localeOf(locale);
  return Number.isInteger(serial) ? dateFormat : `${dateFormat} H:mm:ss`;
}

function textValue(workbook: Workbook, text: string): Written {
  if (workbook.textFormatKeepsFormulas) return { value: text };
  if (text.startsWith("=") && text.length > 1) return { value: FORMULA, formula: text };
  return { value: text.startsWith("'") ? text.slice(1) : text };
}

function assertValid(rule: ValidationData, input: CellInput, column: number, row: number): void {
  if (rule.allowInvalid || input === null || input === "" || rule.criteria !== "VALUE_IN_LIST") return;
  const list = rule.args[0];
  if (Array.isArray(list) && !list.map(String).includes(String(input))) {
    const cell = `${columnLetters(column)}${row + 1}`;
    throw new ServiceError(
      `The data you entered in cell ${cell} violates the data validation rules set on this cell. Please enter one of the following values: ${list.join(", ")}.`,
    );
  }
}

/** The plain values of an area, row by row: formulas give their value, empty cells null, dates their serial number. */
export function scalarsOf(workbook: Workbook, sheet: SheetModel, area: Area): Scalar[][] {
  const computed = sheet.hasFormulas ? workbook.computed(sheet) : null;
  const rows: Scalar[][] = Array.from({ length: area.rows }, () =>
    new Array<Scalar>(area.columns).fill(null),
  );
  for (let c = 0; c < area.columns; c++) {
    const column = sheet.column(area.column + c);
    const results = computed?.get(area.column + c);
    const end = results ? area.rows : Math.min(area.rows, column.cells.length - area.row);
    for (let r = 0; r < end; r++) {
      const stored = column.at(area.row + r);
      const value = stored === FORMULA || stored === null ? results?.get(area.row + r) : stored;
      const row = rows[r];
      if (row && value !== undefined) row[c] = value;
    }
  }
  return rows;
}

/** The number format a cell is shown in: its own, or in a cell nobody gave one that of a formula's result. */
export function formatAt(workbook: Workbook, sheet: SheetModel, row: number, column: number): string {
  const own = sheet.styleAt(row, column).numberFormat;
  if (!isAutomaticFormat(own) || !sheet.hasFormulas) return own;
  return workbook.formulaHost?.format?.(sheet, row, column) ?? own;
}

/** As `getValues`: `""` for empty cells, a Date where a number has a date format. */
export function valuesOf(workbook: Workbook, sheet: SheetModel, area: Area): CellOutput[][] {
  return formatted(workbook, sheet, area, (value, isDate) => {
    if (value === null) return "";
    return isDate && typeof value === "number" ? new Date(instantOfSerial(workbook.timeZone, value)) : value;
  });
}

/** As `getDisplayValues`: what the cells show. */
export function displayValuesOf(workbook: Workbook, sheet: SheetModel, area: Area): string[][] {
  const locale = localeOf(workbook.locale);
  return formatted(workbook, sheet, area, (value, _, format) => displayOf(value, format, locale));
}

function formatted<Out>(
  workbook: Workbook,
  sheet: SheetModel,
  area: Area,
  show: (value: Scalar, isDate: boolean, format: string) => Out,
): Out[][] {
  const scalars = scalarsOf(workbook, sheet, area);
  const host = sheet.hasFormulas ? workbook.formulaHost : null;
  const out: Out[][] = scalars.map(() => []);
  for (let c = 0; c < area.columns; c++) {
    const styles = sheet.column(area.column + c).styles;
    for (const [start, end, number] of styles.segments(area.row, area.row + area.rows)) {
      const format = workbook.styles.at(number).numberFormat;
      const isDate = isDateFormat(format);
      const brought = isAutomaticFormat(format) && host?.format ? host : null;
      for (let row = start; row < end; row++) {
        const value = scalars[row - area.row]?.[c] ?? null;
        const own = typeof value === "number" ? brought?.format?.(sheet, row, area.column + c) : null;
        out[row - area.row]?.push(own ? show(value, isDateFormat(own), own) : show(value, isDate, format));
      }
    }
  }
  return out;
}

/** The formula texts of an area, `""` where there is none. */
export function formulasOf(sheet: SheetModel, area: Area): string[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from(
      { length: area.columns },
      (_, c) => sheet.column(area.column + c).formulas.get(area.row + r) ?? "",
    ),
  );
}
