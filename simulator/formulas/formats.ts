/**
 * Which number format a formula's result takes on in a cell nobody gave one: `=B2+30` is a date where B2 is one,
 * `=MIN(H:H)` an amount where column H holds amounts. Google does so and documents no rule; these are assumed.
 */

import { getTokens, type MarkedToken } from "@ironcalc/wasm";
import type { Area } from "../services/a1.ts";
import { dateFormatOf } from "../services/cell-values.ts";
import { isAutomaticFormat, isDateFormat } from "../services/formats.ts";
import type { Workbook } from "../services/workbook.ts";
import type { FormulaCell } from "./formula-cell.ts";
import type { Mention } from "./formula-text.ts";
import type { Shown } from "./shown.ts";

/** The formats of the columns of a result; one for all where it is one value. */
type Formats = readonly (string | null)[];

/** Stand for the locale's formats. */
const DATE = "date";
const DATE_AND_TIME = "date and time";
const GIVES: Readonly<Record<string, string>> = {
  DATE,
  TODAY: DATE,
  TO_DATE: DATE,
  EDATE: DATE,
  EOMONTH: DATE,
  WORKDAY: DATE,
  "WORKDAY.INTL": DATE,
  NOW: DATE_AND_TIME,
};

/** The arguments whose format the result has: the first of them that has one. */
const PASSES: Readonly<Record<string, readonly number[]>> = {
  IF: [1, 2],
  IFS: [1, 3, 5],
  IFERROR: [0, 1],
  IFNA: [0, 1],
  CHOOSE: [1, 2, 3],
  SUM: [0, 1, 2],
  AVERAGE: [0, 1, 2],
  MEDIAN: [0],
  MIN: [0, 1, 2],
  MAX: [0, 1, 2],
  SMALL: [0],
  LARGE: [0],
  ABS: [0],
  ROUND: [0],
  SUMIF: [2, 0],
  AVERAGEIF: [2, 0],
  SUMIFS: [0],
  AVERAGEIFS: [0],
  MINIFS: [0],
  MAXIFS: [0],
  SUBTOTAL: [1],
  FILTER: [0],
  SORT: [0],
  UNIQUE: [0],
  XLOOKUP: [2, 3],
  LOOKUP: [2, 1],
  TRANSPOSE: [0],
};

/** Functions that take a column out of a range: where the range stands, and where the column's number. */
const PICKS: Readonly<Record<string, { readonly range: number; readonly column: number }>> = {
  VLOOKUP: { range: 1, column: 2 },
  INDEX: { range: 0, column: 2 },
};

const DEEPEST = 30;

export class ResultFormats {
  readonly #workbook: Workbook;
  readonly #shown: Shown<FormulaCell>;
  readonly #known = new Map<FormulaCell, { readonly revision: number; readonly formats: Formats }>();
  #depth = 0;

  constructor(workbook: Workbook, shown: Shown<FormulaCell>) {
    this.#workbook = workbook;
    this.#shown = shown;
  }

  /** The format of what a formula shows in a cell (0-based); null where it has none of its own. */
  at(sheetId: number, row: number, column: number): string | null {
    const owner = this.#shown.column(sheetId, column)?.get(row)?.owner;
    if (!owner) return null;
    const last = owner.calls[owner.calls.length - 1];
    if (owner.plan.body === null)
      return last?.outcome?.dates?.[row - owner.row]?.[column - owner.column] ?? null;
    const format = pick(this.#of(owner), column - owner.column);
    const { locale } = this.#workbook;
    if (format === DATE) return dateFormatOf(0, locale);
    return format === DATE_AND_TIME ? dateFormatOf(0.5, locale) : format;
  }

  #of(cell: FormulaCell): Formats {
    const { revision } = this.#workbook;
    const known = this.#known.get(cell);
    if (known?.revision === revision) return known.formats;
    if (this.#depth >= DEEPEST) return [];
    this.#depth++;
    try {
      const formats = new Reader(cell.prepared.text, cell.mentions, (mention) =>
        this.#ofCells(mention),
      ).read();
      this.#known.set(cell, { revision, formats });
      return formats;
    } finally {
      this.#depth--;
    }
  }

  #ofCells({ sheetId, area }: Mention): Formats {
    return Array.from({ length: area.columns }, (_, c) => this.#ofColumn(sheetId, area, area.column + c));
  }

  /** A range may begin with its heading: the row below it counts, too. */
  #ofColumn(sheetId: number, area: Area, column: number): string | null {
    const sheet = this.#workbook.sheetById(sheetId);
    for (let row = area.row; sheet && row < Math.min(area.row + area.rows, area.row + 2); row++) {
      const own = sheet.styleAt(row, column).numberFormat;
      const format = isAutomaticFormat(own) ? this.at(sheetId, row, column) : own;
      if (format !== null && format !== "@") return format;
    }
    return null;
  }
}

function pick(formats: Formats, column: number): string | null {
  return (formats.length === 1 ? formats[0] : formats[column]) ?? null;
}

class Reader {
  readonly #text: string;
  readonly #tokens: readonly MarkedToken[];
  readonly #mentions: readonly Mention[];
  readonly #ofCells: (mention: Mention) => Formats;

  constructor(text: string, mentions: readonly Mention[], ofCells: (mention: Mention) => Formats) {
    this.#text = text;
    this.#tokens = getTokens(text);
    this.#mentions = mentions;
    this.#ofCells = ofCells;
  }

  read(): Formats {
    // Places of mentions count halves of characters above U+FFFF, those of tokens do not.
    return /[\ud800-\udbff]/.test(this.#text) ? [] : this.#of(0, this.#tokens.length);
  }

  /** The formats of what the tokens from `from` to before `to` give. */
  #of(from: number, to: number): Formats {
    const terms = this.#terms(from, to);
    if (terms === null) return [];
    const [only] = terms;
    if (terms.length === 1 && only) return this.#ofTerm(only.from, only.to);
    const formats = terms.map((term) => ({
      sign: term.sign,
      format: pick(this.#ofTerm(term.from, term.to), 0),
    }));
    const dates = formats.filter(
      ({ format }) =>
        format !== null && (format === DATE || format === DATE_AND_TIME || isDateFormat(format)),
    );
    if (dates.length === 0) return [formats.find(({ format }) => format !== null)?.format ?? null];
    // A day and some days are a day; between two days are days.
    return [dates.reduce((sum, { sign }) => sum + sign, 0) === 1 ? (dates[0]?.format ?? null) : null];
  }

  /** What is added and subtracted; null where something else is done with it. */
  #terms(from: number, to: number): { from: number; to: number; sign: 1 | -1 }[] | null {
    const terms: { from: number; to: number; sign: 1 | -1 }[] = [];
    let depth = 0;
    let start = from;
    let sign: 1 | -1 = 1;
    for (let i = from; i < to; i++) {
      const token = this.#tokens[i]?.token;
      if (token === "LeftParenthesis" || token === "LeftBrace") depth++;
      else if (token === "RightParenthesis" || token === "RightBrace") depth--;
      if (depth > 0 || token === undefined) continue;
      if (typeof token === "object" && "Addition" in token) {
        if (i > start) terms.push({ from: start, to: i, sign });
        sign = token.Addition === "Minus" ? -1 : 1;
        start = i + 1;
      } else if (calculates(token)) return null;
    }
    return start < to ? [...terms, { from: start, to, sign }] : null;
  }

  #ofTerm(from: number, to: number): Formats {
    const [first, last] = [this.#tokens[from], this.#tokens[to - 1]];
    if (!first || !last) return [];
    if (first.token === "LeftParenthesis" && last.token === "RightParenthesis")
      return this.#of(from + 1, to - 1);
    const word =
      typeof first.token === "object" && "Ident" in first.token ? first.token.Ident.toUpperCase() : "";
    if (word !== "" && this.#tokens[from + 1]?.token === "LeftParenthesis") {
      return this.#ofFunction(word, from + 2, last.token === "RightParenthesis" ? to - 1 : to);
    }
    const mention = this.#mentions.find(({ start, end }) => start === first.start && end === last.end);
    return mention ? this.#ofCells(mention) : [];
  }

  #ofFunction(name: string, from: number, to: number): Formats {
    const given = GIVES[name];
    if (given !== undefined) return [given];
    const args = this.#arguments(from, to);
    const picks = PICKS[name];
    if (picks) {
      const range = args[picks.range];
      const number = args[picks.column];
      const token = number && number.to - number.from === 1 ? this.#tokens[number.from]?.token : undefined;
      const column = typeof token === "object" && "Number" in token ? token.Number - 1 : 0;
      return range ? [this.#of(range.from, range.to)[column] ?? null] : [];
    }
    for (const i of PASSES[name] ?? []) {
      const arg = args[i];
      const formats = arg ? this.#of(arg.from, arg.to) : [];
      if (formats.some((format) => format !== null)) return formats;
    }
    return [];
  }

  #arguments(from: number, to: number): { from: number; to: number }[] {
    const args: { from: number; to: number }[] = [];
    let depth = 0;
    let start = from;
    for (let i = from; i < to; i++) {
      const token = this.#tokens[i]?.token;
      if (token === "LeftParenthesis" || token === "LeftBrace") depth++;
      else if (token === "RightParenthesis" || token === "RightBrace") depth--;
      else if (token === "Comma" && depth === 0) {
        args.push({ from: start, to: i });
        start = i + 1;
      }
    }
    return [...args, { from: start, to }];
  }
}

function calculates(token: MarkedToken["token"]): boolean {
  if (typeof token === "string") return token === "Power" || token === "And" || token === "Percent";
  return "Compare" in token || "Product" in token;
}
