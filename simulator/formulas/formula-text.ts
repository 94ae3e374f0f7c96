/**
 * A formula as people type it, made ready for IronCalc: points and commas are those of en_US, whatever the
 * spreadsheet's locale; every reference names its tab and ends where the sheet ends, as Sheets reads `A:Q` and `A2:Q`;
 * named ranges are written out; ARRAYFORMULA, which IronCalc does for every formula, is left out. References inside
 * texts in quotes are none.
 */

import { quoteName } from "@ironcalc/wasm";
import { type Area, a1Of, parseA1, type Reference } from "../services/a1.ts";
import { localeOf } from "../services/locales.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import { nameInGrid } from "./grid.ts";
import { FormulaError } from "./value.ts";

/** Cells a formula mentions; the area lies within the sheet. */
export interface Mention {
  readonly sheetId: number;
  readonly area: Area;
  /** Where it stands in the prepared text. */
  readonly start: number;
  readonly end: number;
}

export interface PreparedFormula {
  readonly text: string;
  readonly mentions: readonly Mention[];
  /** Functions in capitals, each with its place in the prepared text. */
  readonly functions: readonly { readonly name: string; readonly start: number }[];
  /** What is wrong whatever the cells hold. */
  readonly error: FormulaError | null;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const CELLS = String.raw`${CELL}:\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?|${CELL}:\$?[1-9]\d*|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?|\$?\d+:\$?\d+|${CELL}`;
const pieces = (decimal: string) =>
  new RegExp(
    [
      `"(?:[^"]|"")*"`,
      String.raw`(?<reference>(?:${SHEET})?(?:${CELLS}))(?![\p{L}\p{N}_.!]|\s*\()`,
      String.raw`(?<number>\d+(?:[${decimal}]\d*)?(?:[eE][+-]?\d+)?)`,
      String.raw`(?<word>[\p{L}_][\p{L}\p{N}_.]*)(?<call>\s*\()?`,
      String.raw`[\s\S]`,
    ].join("|"),
    "gu",
  );
const PIECES = { ".": pieces("."), ",": pieces(",") };
/** No formula has this, so that IronCalc refuses what Sheets would. */
const NEVER = "§";

/** @param formula with its `=`; `home` is the sheet it stands in */
export function prepared(formula: string, home: SheetModel, workbook: Workbook): PreparedFormula {
  const out: string[] = [];
  let length = 0;
  let error: FormulaError | null = null;
  const mentions: Mention[] = [];
  const functions: { name: string; start: number }[] = [];
  const add = (text: string) => {
    out.push(text);
    length += text.length;
  };
  const mention = (sheet: SheetModel, area: Area) => {
    const start = length;
    add(`${quoteName(nameInGrid(sheet))}!${a1Of(area)}`);
    mentions.push({ sheetId: sheet.id, area, start, end: length });
  };
  const decimal = localeOf(workbook.locale).decimal === "," ? "," : ".";
  const separators = new Separators(decimal);
  for (const { 0: piece, groups } of formula.slice(1).matchAll(PIECES[decimal])) {
    const { reference, number, word, call } = groups ?? {};
    const named = word && !call ? namedRange(word, workbook) : null;
    if (reference !== undefined) {
      const found = areaOf(reference, home, workbook);
      if (found instanceof FormulaError) {
        error ??= found;
        add("#REF!");
      } else mention(found.sheet, found.area);
    } else if (named) mention(named.sheet, named.area);
    else if (word !== undefined && call !== undefined) {
      const name = word.toUpperCase();
      functions.push({ name, start: length });
      separators.read("(");
      add(name === "ARRAYFORMULA" ? "(" : `${word}(`);
    } else if (number !== undefined) add(number.replace(",", "."));
    else add(separators.read(piece));
  }
  return { text: out.join(""), mentions, functions, error };
}

/**
 * Reads what parts arguments and the columns of arrays: `,` where numbers have a point; `;` and `\` where they have a
 * comma. Sheets takes `;` between arguments everywhere.
 */
class Separators {
  readonly #decimal: "." | ",";
  readonly #open: string[] = [];

  constructor(decimal: "." | ",") {
    this.#decimal = decimal;
  }

  /** The piece of a formula as en_US has it. */
  read(piece: string): string {
    if (piece === "(" || piece === "{") this.#open.push(piece);
    else if (piece === ")" || piece === "}") this.#open.pop();
    const inArray = this.#open[this.#open.length - 1] === "{";
    if (piece === ";") return inArray ? ";" : ",";
    if (this.#decimal === ".") return piece;
    if (piece === "\\") return inArray ? "," : NEVER;
    return piece === "," || piece === "." ? NEVER : piece;
  }
}

function namedRange(word: string, workbook: Workbook): { sheet: SheetModel; area: Area } | null {
  const named = workbook.namedRanges.find(({ name }) => name.toLowerCase() === word.toLowerCase());
  const sheet = named ? workbook.sheetById(named.sheetId) : null;
  return named && sheet ? { sheet, area: named.area } : null;
}

function areaOf(
  text: string,
  home: SheetModel,
  workbook: Workbook,
): { sheet: SheetModel; area: Area } | FormulaError {
  const reference = parseA1(text);
  if (!reference) return new FormulaError("#REF!", `${text} is no reference.`);
  const sheet = reference.sheet === null ? home : workbook.sheetByName(reference.sheet);
  if (!sheet) return new FormulaError("#REF!", `Unresolved sheet name '${reference.sheet}'.`);
  const area = bounded(reference, sheet);
  return area ? { sheet, area } : new FormulaError("#REF!", "Reference does not exist.");
}

/** The part of the reference that lies in the sheet; null when nothing does. */
function bounded({ row, column, rows, columns }: Reference, sheet: SheetModel): Area | null {
  const down = Math.min(rows ?? sheet.maxRows, sheet.maxRows - row);
  const right = Math.min(columns ?? sheet.maxColumns, sheet.maxColumns - column);
  return down > 0 && right > 0 ? { row, column, rows: down, columns: right } : null;
}
