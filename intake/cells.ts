/**
 * Cells to values, column by column.
 *
 * Most cells say what they are. `1,234` and `03/04/2026` do not: they wait until the whole file has been seen,
 * because the decimal sign is the file's and the order of day and month the column's. What stays undecided
 * then is refused in words, never guessed.
 */
import { marketplace as marketplaceOf } from "../src/policy/marketplaces.ts";
import { localMoment } from "../src/policy/zones.ts";
import type { Cell, Column, ReportDefinition } from "../src/reports/definition.ts";
import { type DateReading, type DayOrder, readDate, readMonth } from "../src/values/dates.ts";
import { type Moment, momentOf } from "../src/values/day.ts";
import { type DecimalSign, isExcelDamaged, readNumber } from "../src/values/numerals.ts";
import { Glossary } from "./glossary.ts";
import type { Lines } from "./lines.ts";
import { type PlainMoment, plainMoment } from "./plain-moments.ts";
import { plainDecimal, plainWhole } from "./plain-numbers.ts";

/** Why a cell could not be read: what it holds, what was expected, what to do next. */
export class Unreadable {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A cell that waits for the rest of the file. */
export class Undecided {
  readonly text: string;
  readonly number: { readonly dot: number; readonly comma: number } | null;
  readonly date: DateReading | null;
  constructor(
    text: string,
    number: { readonly dot: number; readonly comma: number } | null,
    date: DateReading | null,
  ) {
    this.text = text;
    this.number = number;
    this.date = date;
  }
}

export type Reading = Cell | Unreadable | Undecided;

/** What the cells seen so far prove. */
interface Evidence {
  dot: number;
  comma: number;
  dayFirst: number;
  monthFirst: number;
}

/** What is known of the file beside its cells. */
export interface FileFacts {
  readonly marketplace: string;
  /** Every amount is in a currency without decimals (yen): `1,234` is a thousand. */
  readonly wholeCurrency: boolean;
}

/** Marketplaces whose people and files write the month first. In Canada, Mexico and Japan both orders occur. */
const MONTH_FIRST: readonly string[] = ["US"];
const EITHER_ORDER: readonly string[] = ["CA", "MX", "JP"];

/** Readings kept per column, so that a date is read and a word held once however many rows print it. */
const MOST_READINGS = 50_000;
/** A column of all-different cells gains nothing: after so many without one in four seen before, none is kept. */
const TRIED_AT_LEAST = 5_000;
/** Longer texts are sentences, of which hardly any comes twice. */
const LONGEST_WORD = 60;

/** Reads the cells of one column of one file. */
export class ColumnReader {
  readonly header: string;
  readonly #column: Column;
  readonly #required: boolean;
  readonly #marketplace: string;
  readonly #zone: string | null;
  readonly #copying: boolean;
  readonly #evidence: Evidence = { dot: 0, comma: 0, dayFirst: 0, monthFirst: 0 };
  #known: Glossary<Reading> | null;
  #asked = 0;
  #missed = 0;
  readonly #blank: Reading;
  #offsets = new Map<number, number>();

  /** @param copying its texts must not keep the text they are read from alive */
  constructor(
    definition: ReportDefinition,
    field: string,
    header: string,
    marketplace: string,
    copying: boolean,
  ) {
    this.#copying = copying;
    this.header = header;
    this.#column = definition.columns[field] as Column;
    this.#required = definition.required?.includes(field) ?? false;
    this.#marketplace = marketplace;
    this.#zone = marketplaceOf(marketplace)?.zone ?? null;
    this.#blank = this.#read("");
    // A window into the text is made faster than an id is found among thousands.
    const isRepeated = copying || (this.#column.type !== "id" && this.#column.type !== "text");
    this.#known = isRepeated ? new Glossary() : null;
  }

  get evidence(): Readonly<Evidence> {
    return this.#evidence;
  }

  /** Whatever a cell says can be read, so a cell nobody wants need not be. */
  get takesAnything(): boolean {
    return (this.#column.type === "text" || this.#column.type === "code") && !this.#required;
  }

  read(text: string): Reading {
    return this.readAt(text, 0, text.length);
  }

  /** Adds the cells of a column of the lines; null for one that is special, which is told by its line. */
  readAll(
    lines: Lines,
    column: number,
    into: Cell[],
    tell: (line: number, reading: Unreadable | Undecided) => void,
  ): void {
    const { text, from, to, doubled, count } = lines;
    for (let line = 0, at = lines.at(column, 0); line < count; line++, at++) {
      const reading =
        doubled[at] === 1
          ? this.read(lines.cell(at))
          : this.readAt(text, from[at] as number, to[at] as number);
      // Asking each text for its class would be slow.
      if (typeof reading === "object" && reading !== null) {
        tell(line, reading);
        into.push(null);
      } else into.push(reading);
    }
  }

  /** The cell that stands in `text` from `from` to `to`. */
  readAt(text: string, from: number, to: number): Reading {
    if (from === to) return this.#blank;
    if (this.#column.type === "decimal") {
      const decimal = plainDecimal(text, from, to);
      if (decimal !== null) {
        this.#evidence.dot++;
        return decimal;
      }
    }
    if (this.#column.type === "decimal" || this.#column.type === "int") {
      const whole = plainWhole(text, from, to);
      if (whole !== null) return whole;
    }
    if (this.#column.type === "moment") {
      const moment = plainMoment(text, from, to);
      if (moment !== null && (moment.offset === null || this.#zone !== null)) return this.#moment(moment);
    }
    if (this.#known === null || to - from > LONGEST_WORD) return this.#read(this.#cut(text, from, to));
    this.#asked++;
    const known = this.#known.find(text, from, to);
    return known === undefined ? this.#readNew(this.#known, this.#cut(text, from, to)) : known;
  }

  #cut(text: string, from: number, to: number): string {
    return this.#copying ? copied(text, from, to) : text.slice(from, to);
  }

  #readNew(known: Glossary<Reading>, text: string): Reading {
    this.#missed++;
    const value = this.#read(text);
    if (this.#asked >= TRIED_AT_LEAST && this.#missed * 4 > this.#asked * 3) this.#known = null;
    else {
      if (known.size >= MOST_READINGS) known.clear();
      known.add(text, value);
    }
    return value;
  }

  /** The value of a waiting cell, now that the file is known. */
  decide(cell: Undecided, facts: FileFacts, others: readonly ColumnReader[]): Cell | Unreadable {
    if (cell.number !== null) return this.#decideNumber(cell, cell.number, facts, others);
    return this.#decideDate(cell, cell.date as DateReading, others);
  }

  #read(text: string): Reading {
    switch (this.#column.type) {
      case "id": {
        const id = text.trim();
        if (isExcelDamaged(id)) return this.#unreadable(id, EXCEL_DAMAGE);
        return this.#checked(id);
      }
      case "code":
      case "text":
        return this.#checked(text.trim());
      case "int":
      case "decimal":
        return this.#readNumber(text);
      case "day":
      case "moment":
        return this.#readDate(text);
    }
  }

  #checked(text: string): string | Unreadable {
    return text === "" && this.#required ? this.#missing() : text;
  }

  #missing(): Unreadable {
    return new Unreadable(
      `${this.header} is blank, so the line is no record of this report (a totals or cut line?). Nothing to do unless the line should be one: then download the report again.`,
    );
  }

  #unreadable(text: string, expected: string): Unreadable {
    const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
    return new Unreadable(`${this.header}: "${shown}" ${expected}`);
  }

  #readNumber(text: string): Reading {
    const reading = readNumber(unquoted(text));
    switch (reading.kind) {
      case "blank":
        return this.#required ? this.#missing() : null;
      case "none":
        return this.#unreadable(
          text,
          `cannot be read as a number. Expected ${this.#column.type === "int" ? "a whole number such as 12 or -1" : "an amount such as 1234.56 or 1.234,56"}. Correct the cell, or download the report again.`,
        );
      case "either":
        return new Undecided(text, reading, null);
      case "number":
        if (this.#column.type === "int") return this.#whole(text, reading.value);
        if (reading.proves !== null) this.#evidence[reading.proves]++;
        return reading.value;
    }
  }

  #whole(text: string, value: number): number | Unreadable {
    if (Number.isSafeInteger(value)) return value;
    return this.#unreadable(text, "is not a whole number. Correct the cell, or download the report again.");
  }

  #readDate(text: string): Reading {
    const bare = unquoted(text);
    const reading = (this.#column.dates === undefined ? readDate : readMonth)(bare, this.#marketplace);
    if (reading.kind === "blank") return this.#required ? this.#missing() : null;
    if (reading.kind === "none") {
      return this.#unreadable(
        text,
        `cannot be read as a date: ${reading.why}. Expected a date such as ${this.#column.dates === "month-first" ? "07/31/2026" : "2026-07-31"}. Correct the cell, or download the report again.`,
      );
    }
    if (this.#column.dates === "month-first") {
      if (reading.proves === "day-first") {
        return this.#unreadable(
          text,
          "has no such month: Amazon prints month/day/year here in every marketplace. Download the report again instead of saving it in a spreadsheet.",
        );
      }
      return this.#value(reading, "month-first", text);
    }
    if (reading.proves !== null) this.#evidence[reading.proves === "day-first" ? "dayFirst" : "monthFirst"]++;
    else if (reading.dayFirst !== reading.monthFirst) return new Undecided(text, null, reading);
    return this.#value(reading, "day-first", text);
  }

  #value(reading: DateReading, order: DayOrder, text: string): Cell | Unreadable {
    const on = order === "day-first" ? reading.dayFirst : reading.monthFirst;
    if (this.#column.type === "day") return on;
    const { offset } = reading;
    if (offset !== null && this.#zone === null) {
      return this.#unreadable(
        text,
        `cannot be turned into local time: the marketplace "${this.#marketplace}" is not known.`,
      );
    }
    return this.#moment({ day: on, seconds: reading.seconds ?? 0, offset });
  }

  #moment({ day, seconds, offset }: PlainMoment): Moment {
    const printed = momentOf(day, seconds);
    return offset === null || this.#zone === null ? printed : this.#local(this.#zone, printed - offset * 60);
  }

  /** Clocks change on the hour, so the offset of an hour serves all its seconds. */
  #local(zone: string, utcSeconds: number): Moment {
    const hour = Math.floor(utcSeconds / 3600);
    let offset = this.#offsets.get(hour);
    if (offset === undefined) {
      offset = localMoment(zone, hour * 3600) - hour * 3600;
      this.#offsets.set(hour, offset);
    }
    return (utcSeconds + offset) as Moment;
  }

  #decideNumber(
    cell: Undecided,
    number: { readonly dot: number; readonly comma: number },
    facts: FileFacts,
    others: readonly ColumnReader[],
  ): Cell | Unreadable {
    const sign = decimalSign(this.#evidence) ?? decimalSign(summed(others));
    const chosen = sign === null ? this.#withoutEvidence(cell, number, facts) : number[sign];
    if (chosen instanceof Unreadable) return chosen;
    return this.#column.type === "int" ? this.#whole(cell.text, chosen) : chosen;
  }

  #withoutEvidence(
    cell: Undecided,
    number: { readonly dot: number; readonly comma: number },
    facts: FileFacts,
  ): number | Unreadable {
    const thousands = Math.abs(number.dot) > Math.abs(number.comma) ? number.dot : number.comma;
    if (facts.wholeCurrency) return thousands;
    // A quantity is whole: 1,234 can only be a thousand. 1.000 could also be one.
    if (this.#column.type === "int" && !/000\W*$/.test(cell.text)) return thousands;
    return this.#unreadable(
      cell.text,
      "may be a fraction or thousands, and no other number of the file shows which. Write it with two decimals (1234.00) or download a longer period.",
    );
  }

  #decideDate(cell: Undecided, date: DateReading, others: readonly ColumnReader[]): Cell | Unreadable {
    const order =
      dayOrder(this.#evidence) ??
      (contradicts(this.#evidence) ? null : (dayOrder(summed(others)) ?? usualOrder(this.#marketplace)));
    if (order !== null) return this.#value(date, order, cell.text);
    return this.#unreadable(
      cell.text,
      contradicts(this.#evidence)
        ? "may be day/month or month/day, and the column holds dates of both kinds. Download the report again instead of saving it in a spreadsheet."
        : "may be day/month or month/day, and no other date of the file shows which. Download a longer period, or write the dates as 2026-07-31.",
    );
  }
}

/** From so many characters on, V8 keeps a piece of a text as a window into it. */
const SHORTEST_WINDOW = 13;

/** Reused: of each word only its text is to stay. */
const CODES: number[] = [];

/** A piece of the text: a word as a copy, for as a window it would keep the whole slice of the file alive. */
function copied(text: string, from: number, to: number): string {
  if (to - from < SHORTEST_WINDOW || to - from > LONGEST_WORD) return text.slice(from, to);
  CODES.length = to - from;
  for (let i = from; i < to; i++) CODES[i - from] = text.charCodeAt(i);
  return String.fromCharCode(...CODES);
}

const EXCEL_DAMAGE =
  "was an id that a spreadsheet turned into a number; its digits are lost. Import the file as Amazon gave it, without opening and saving it in a spreadsheet.";

function decimalSign({ dot, comma }: Evidence): DecimalSign | null {
  if (dot > 0 === comma > 0) return null;
  return dot > 0 ? "dot" : "comma";
}

function dayOrder({ dayFirst, monthFirst }: Evidence): DayOrder | null {
  if (dayFirst > 0 === monthFirst > 0) return null;
  return dayFirst > 0 ? "day-first" : "month-first";
}

function contradicts({ dayFirst, monthFirst }: Evidence): boolean {
  return dayFirst > 0 && monthFirst > 0;
}

function usualOrder(marketplace: string): DayOrder | null {
  if (EITHER_ORDER.includes(marketplace)) return null;
  return MONTH_FIRST.includes(marketplace) ? "month-first" : "day-first";
}

function summed(readers: readonly ColumnReader[]): Evidence {
  const sum: Evidence = { dot: 0, comma: 0, dayFirst: 0, monthFirst: 0 };
  for (const { evidence } of readers) {
    sum.dot += evidence.dot;
    sum.comma += evidence.comma;
    sum.dayFirst += evidence.dayFirst;
    sum.monthFirst += evidence.monthFirst;
  }
  return sum;
}

/** A tab file saved by a spreadsheet quotes the cells that hold commas, though its header is unquoted. */
export function unquoted(text: string): string {
  if (text.length < 2 || text[0] !== '"' || text[text.length - 1] !== '"') return text;
  return text.slice(1, -1).replace(/""/g, '"');
}
