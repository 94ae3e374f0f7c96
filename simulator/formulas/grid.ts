/**
 * The sheets IronCalc calculates on. They hold what formulas need and nothing else; what people see lives in the
 * workbook. Rows and columns are 0-based here, 1-based in IronCalc.
 *
 * IronCalc's editing API is the only one it has for the web: it remembers every change for undoing. So after many
 * changes the model is written out and read in again, which forgets them.
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initSync, Model } from "@ironcalc/wasm";
import type { Scalar } from "../services/column.ts";
import { fromIronCalc } from "./errors.ts";
import { FormulaError, type Result, type Value } from "./value.ts";

/** Shows a number with the 15 digits Sheets shows; `General` would cut them to nine. */
const ALL_DIGITS = "0.################";
const CHANGES_REMEMBERED = 100_000;
const LAST_ROW = 1_048_576;

/** IronCalc's kinds of values: https://docs.ironcalc.com, the values of Excel's TYPE(). */
const NUMBER = 1;
const TEXT = 2;
const BOOLEAN = 4;

/** IronCalc broke off. Its model must not be used any more; it does so for some wrong arguments, such as `SUBSTITUTE("a","b")`. */
export class GridFailure extends Error {}

let started = false;

function start(): void {
  if (started) return;
  const wasm = createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm");
  initSync({ module: readFileSync(wasm) });
  started = true;
}

/**
 * The name a tab has in IronCalc: its own, unless Excel would not have it (31 characters, none of `[]:*?/\\`), or it
 * looks like one of the hidden sheets.
 */
export function nameInGrid({ id, name }: { readonly id: number; readonly name: string }): string {
  return /^[^⧉[\]:*?/\\][^[\]:*?/\\]{0,30}$/u.test(name) ? name : `⧉ tab ${id}`;
}

export class Grid {
  #model: Model;
  readonly #sheets = new Map<string, number>();
  /** Columns whose cells show all digits, by sheet. */
  readonly #exact = new Map<number, Set<number>>();
  #changes = 0;
  #dirty = false;
  #epoch = 0;

  /** @param timeZone of the spreadsheet, for TODAY and NOW */
  constructor(timeZone: string) {
    start();
    this.#model = newModel(timeZone);
    this.#model.pauseEvaluation();
  }

  get dirty(): boolean {
    return this.#dirty;
  }

  /** Grows with every evaluation: what was written in this one is not computed yet. */
  get epoch(): number {
    return this.#epoch;
  }

  /** The sheet of that name, made if there is none. */
  sheet(name: string): number {
    const known = this.#sheets.get(name);
    if (known !== undefined) return known;
    const index = this.#sheets.size;
    guarded(() => {
      if (index > 0) this.#model.newSheet();
      this.#model.renameSheet(index, name);
    });
    this.#sheets.set(name, index);
    return index;
  }

  put(sheet: number, row: number, column: number, value: Value): void {
    guarded(() => {
      if (value === null || value === "") {
        this.#model.rangeClearContents(sheet, row + 1, column + 1, row + 1, column + 1);
      } else this.#model.setUserInput(sheet, row + 1, column + 1, inputOf(value));
    });
    this.#changed();
  }

  /** @param text without `=`, as IronCalc reads it */
  putFormula(sheet: number, row: number, column: number, text: string): void {
    guarded(() => {
      this.#model.setUserInput(sheet, row + 1, column + 1, `=${text}`);
      this.#showAllDigits(sheet, row, column);
    });
    this.#changed();
  }

  evaluate(): void {
    guarded(() => this.#model.evaluate());
    this.#dirty = false;
    this.#epoch++;
    if (this.#changes > CHANGES_REMEMBERED) this.#forgetChanges();
  }

  /** The value of a formula's cell, or what it spills. */
  read(sheet: number, row: number, column: number): Result {
    const structure = this.#model.getCellArrayStructure(sheet, row + 1, column + 1);
    if (typeof structure === "object" && "DynamicAnchor" in structure) {
      const [columns, rows] = structure.DynamicAnchor;
      if (columns > 1 || rows > 1) {
        for (let c = 1; c < columns; c++) this.#showAllDigitsBelow(sheet, column + c);
        return Array.from({ length: rows }, (_, r) =>
          Array.from({ length: columns }, (_unused, c) => this.#value(sheet, row + r, column + c)),
        );
      }
    }
    return this.#value(sheet, row, column);
  }

  free(): void {
    try {
      this.#model.free();
    } catch {
      // A model that broke off stays in IronCalc's memory: it cannot be given back.
    }
  }

  #value(sheet: number, row: number, column: number): Value {
    const shown = this.#model.getFormattedCellValue(sheet, row + 1, column + 1);
    switch (this.#model.getCellType(sheet, row + 1, column + 1)) {
      case NUMBER:
        return shown === "" ? null : Number(shown);
      case TEXT:
        return shown;
      case BOOLEAN:
        return shown === "TRUE";
      default:
        return fromIronCalc(shown);
    }
  }

  /** Entering a formula may give its cell a format (TODAY a date's), so the cell's own has to be set again. */
  #showAllDigits(sheet: number, row: number, column: number): void {
    this.#showAllDigitsBelow(sheet, column);
    const format = this.#model.getCellStyle(sheet, row + 1, column + 1).style.num_fmt;
    if (format === ALL_DIGITS) return;
    const cell = { sheet, row: row + 1, column: column + 1, width: 1, height: 1 };
    this.#model.updateRangeStyle(cell, "num_fmt", ALL_DIGITS);
  }

  #showAllDigitsBelow(sheet: number, column: number): void {
    const columns = this.#exact.get(sheet) ?? new Set();
    this.#exact.set(sheet, columns);
    if (columns.has(column)) return;
    columns.add(column);
    const area = { sheet, row: 1, column: column + 1, width: 1, height: LAST_ROW };
    this.#model.updateRangeStyle(area, "num_fmt", ALL_DIGITS);
  }

  #changed(): void {
    this.#changes++;
    this.#dirty = true;
  }

  #forgetChanges(): void {
    const bytes = this.#model.toBytes();
    this.#model.free();
    this.#model = Model.from_bytes(bytes, "en");
    this.#model.pauseEvaluation();
    this.#changes = 0;
  }
}

function guarded(step: () => void): void {
  try {
    step();
  } catch (problem) {
    throw new GridFailure(`IronCalc broke off: ${String(problem)}`);
  }
}

function newModel(timeZone: string): Model {
  try {
    return new Model("formulas", "en", timeZone, "en");
  } catch {
    return new Model("formulas", "en", "UTC", "en");
  }
}

/** What is typed for a value to arrive as it is: an apostrophe keeps text from being read as anything else. */
function inputOf(value: Exclude<Scalar, null> | FormulaError): string {
  if (value instanceof FormulaError) return value.code === "Loading..." ? "#N/A" : value.code;
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}
