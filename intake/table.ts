/** The rows of one file below its header: records to typed cells, preamble values, what is left out and why. */

import type { Cell } from "../src/reports/definition.ts";
import { fieldOfHeader } from "../src/reports/recognise.ts";

import { type ColumnReader, type FileFacts, Undecided, Unreadable, unquoted } from "./cells.ts";
import { checkedFields, checkSums } from "./checks.ts";
import { type Columns, columnsOf, type Target } from "./columns.ts";
import { coverageFields, coverageOf } from "./coverage.ts";
import type { Layout } from "./detect.ts";
import { Lines } from "./lines.ts";
import type { ParsedFile, Rejected, Unrecognised } from "./parsed.ts";
import { RecordReader } from "./records.ts";
import { type InSteps, ITEMS_PER_STEP } from "./turns.ts";

/** Enough rows to see which columns a file fills. */
const RECENT_ROWS = 100;
/** Enough rows that a word all of them hold is no accident. */
const SEVERAL_ROWS = 5;

const MEASURES: ReadonlySet<string | undefined> = new Set(["int", "decimal", "day", "moment"]);

/** Fields that name the currency of a row's amounts. */
const CURRENCY = /^currency/;

/** Stands for a text nobody wants. */
const FILLED = "…";

type KeptTarget = Exclude<Target, { kind: "dropped" }>;

/** A cell of the lines at hand that says nothing yet, or never will. */
interface SpecialCell {
  readonly line: number;
  readonly index: number;
  readonly reading: Unreadable | Undecided;
}

interface Waiting {
  readonly row: number;
  readonly index: number;
  readonly cell: Undecided;
}

export class TableReader {
  readonly #layout: Layout;
  readonly #marketplace: string;
  readonly #columns: Columns;
  readonly #records: RecordReader;
  /** Cell by cell, in the order of the fields, then the extras; of those nobody wants the last few. */
  readonly #cells: Cell[][];
  readonly #isWanted: readonly boolean[];
  /** A record that is read by itself. */
  readonly #single: Lines;
  readonly #lines: number[] = [];
  readonly #rejected: Rejected[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #headerLine: string;
  /** The fields by which the report is recognised, and those without which a line is no record. */
  readonly #indispensable: ReadonlySet<string>;
  /** Cells of the shortest line that is surely whole. */
  #shortest = Number.POSITIVE_INFINITY;
  #sawNul = false;

  /** @param wanted the fields whose cells are handed over; null = all, and the extras */
  constructor(layout: Layout, marketplace: string, wanted: ReadonlySet<string> | null) {
    this.#layout = layout;
    this.#marketplace = marketplace;
    // Where whole texts are wanted, the text of the file stays anyhow.
    this.#columns = columnsOf(layout, marketplace, wanted !== null);
    this.#headerLine = layout.headers.slice(0, this.#columns.width).join("\t");
    const { fields, extras } = this.#columns;
    const needed = [...coverageFields(layout.definition), ...checkedFields(layout.definition, fields)];
    const isWanted = (field: string) => wanted?.has(field) || needed.includes(field) || CURRENCY.test(field);
    this.#isWanted = [
      ...fields.map((field) => wanted === null || isWanted(field)),
      ...extras.map(() => wanted === null),
    ];
    this.#cells = this.#isWanted.map(() => []);
    this.#single = new Lines(this.#columns.width);
    const { fingerprint, required } = layout.definition;
    this.#indispensable = new Set([
      ...fingerprint.allOf.flat().map((name) => fieldOfHeader(layout.definition, name) ?? name),
      ...(required ?? []),
    ]);
    this.#records = new RecordReader(
      {
        delimiter: layout.delimiter,
        quoted: layout.quoted,
        width: this.#columns.width,
        firstLine: layout.linesBefore + 1,
      },
      {
        isPlain: (lines, line) => this.#isPlainlyData(lines, line),
        lines: (lines) => this.#readLines(lines),
        record: (cells, line, cut) => this.#record(cells, line, cut),
        broken: (line, reason) => this.#rejected.push({ line, reason }),
      },
    );
  }

  /** Set when the lines above the header lack what every row needs. */
  get refusal(): Unrecognised | null {
    if (this.#layout.definition.id !== "inbound-contents" || this.#columns.fields.includes("shipmentId"))
      return null;
    return {
      reason:
        'This SKU list does not say which shipment it is of: the line "Shipment ID" above its header is missing. Download it again: Inventory > Shipments > (shipment) > Contents > Download SKU list.',
    };
  }

  push(text: string): void {
    if (!this.#sawNul && text.includes("\0")) this.#sawNul = true;
    this.#records.push(text);
  }

  *end(notes: readonly string[]): InSteps<ParsedFile> {
    this.#records.end();
    yield* this.#leaveOut(yield* this.#decide());
    const { definition } = this.#layout;
    const { fields, extras, droppedPersonal } = this.#columns;
    const file = {
      definition,
      fields,
      extras,
      length: this.#lines.length,
      columns: this.#cells.map((cells, n) => (this.#isWanted[n] ? cells : null)),
      lines: this.#lines,
      rejected: this.#rejected.sort((a, b) => a.line - b.line),
      droppedPersonal,
    };
    const days = yield* coverageOf(file);
    return {
      ...file,
      ...days,
      notes: [...notes, ...this.#columns.notes, ...this.#closingNotes(), ...(yield* checkSums(file))],
    };
  }

  /** The rows that could not be decided are told as not read. */
  *#leaveOut(undecided: ReadonlyMap<number, string>): InSteps<void> {
    if (undecided.size === 0) return;
    for (const [row, reason] of undecided) this.#rejected.push({ line: this.#lines[row] as number, reason });
    for (const column of [this.#lines, ...this.#cells.filter((_, n) => this.#isWanted[n])]) {
      let kept = 0;
      for (const [row, cell] of column.entries()) {
        if (!undecided.has(row)) column[kept++] = cell;
        if (row % (ITEMS_PER_STEP * 10) === 0) yield;
      }
      column.length = kept;
    }
  }

  #closingNotes(): string[] {
    const notes: string[] = [];
    if (this.#records.gaveUpQuotes) {
      notes.push(
        "More than a thousand lines have quotes that do not close, so quotes were taken for plain text.",
      );
    }
    if (this.#layout.definition.unaudited) {
      notes.push("No audit reads this report; it is imported and kept.");
    }
    return notes;
  }

  #record(printed: string[], line: number, cut: boolean): void {
    if (printed.every((cell) => cell.trim() === "")) return;
    const cells = this.#fitted(printed);
    const problem = cells === null ? this.#tooLong(printed) : this.#problemOf(cells, cut);
    if (cells === null || problem !== null) {
      this.#rejected.push({ line, reason: problem as string });
      return;
    }
    if (!cut && cells.length < this.#shortest) this.#shortest = cells.length;
    this.#single.set(cells, line);
    this.#readLines(this.#single);
  }

  /** Neither blank nor a repeated header nor damaged, as far as a glance at its first character shows. */
  #isPlainlyData(lines: Lines, line: number): boolean {
    const initial = lines.initial(lines.at(0, line));
    if (initial === 0 || initial === this.#headerLine.charCodeAt(0) || this.#sawNul) return false;
    this.#shortest = Math.min(this.#shortest, this.#columns.width);
    return true;
  }

  /** Column by column; rows of which a cell could not be read are taken out again. */
  #readLines(lines: Lines): void {
    const { targets, constants } = this.#columns;
    const first = this.#lines.length;
    const special: SpecialCell[] = [];
    for (const [n, target] of targets.entries()) {
      if (target.kind !== "dropped") this.#readColumn(lines, n, target, special);
    }
    for (const [index, constant] of constants.entries()) {
      for (let line = 0; line < lines.count; line++) this.#cells[index]?.push(constant);
    }
    for (let line = 0; line < lines.count; line++) this.#lines.push(lines.numbers[line] as number);
    if (special.length > 0) this.#settle(special, first);
    for (const [index, cells] of this.#cells.entries()) {
      if (!this.#isWanted[index] && cells.length > RECENT_ROWS) cells.splice(0, cells.length - RECENT_ROWS);
    }
  }

  #readColumn(lines: Lines, n: number, target: KeptTarget, special: SpecialCell[]): void {
    const index = target.kind === "extra" ? this.#columns.fields.length + target.index : target.index;
    const [cells, isWanted] = [this.#cells[index] as Cell[], this.#isWanted[index]];
    if (target.kind === "field" && (isWanted || !target.reader.takesAnything)) {
      target.reader.readAll(lines, n, cells, (line, reading) => special.push({ line, index, reading }));
      return;
    }
    for (let line = 0; line < lines.count; line++) {
      const at = lines.at(n, line);
      cells.push(isWanted ? lines.cell(at).trim() : lines.isBlank(at) ? "" : FILLED);
    }
  }

  /** Of the rows from `first` on those with a cell that cannot be read are told; other cells wait for the whole file. */
  #settle(special: readonly SpecialCell[], first: number): void {
    const refused = new Map<number, string>();
    for (const { line, reading } of special) {
      if (reading instanceof Unreadable && !refused.has(line)) refused.set(line, reading.reason);
    }
    for (const [line, reason] of refused) {
      this.#rejected.push({ line: this.#lines[first + line] as number, reason });
    }
    const rowOf = new Map<number, number>();
    const count = this.#lines.length - first;
    for (let line = 0; line < count; line++) if (!refused.has(line)) rowOf.set(line, first + rowOf.size);
    for (const { line, index, reading } of special) {
      const row = rowOf.get(line);
      if (row !== undefined && reading instanceof Undecided)
        this.#waiting.push({ row, index, cell: reading });
    }
    if (refused.size === 0) return;
    for (const column of [this.#lines, ...this.#cells]) {
      const begin = column.length - count;
      for (const line of rowOf.keys())
        column[begin + (rowOf.get(line) as number) - first] = column[begin + line] as number;
      column.length -= refused.size;
    }
  }

  /** The record cut to the header's width; null when it holds more than the header has names for. */
  #fitted(cells: string[]): string[] | null {
    const unwrapped = this.#layout.quoted || !cells.some(isQuoted) ? cells : cells.map(unquoted);
    if (unwrapped.length <= this.#columns.width) return unwrapped;
    const surplus = unwrapped.slice(this.#columns.width);
    if (surplus.every((cell) => cell.trim() === "")) return unwrapped.slice(0, this.#columns.width);
    return this.#withDateJoined(unwrapped);
  }

  /** Files re-saved without quotes split `Jun 8, 2025 10:23:05 PM PDT`, their first cell, at its comma. */
  #withDateJoined([first = "", second = "", ...rest]: readonly string[]): string[] | null {
    if (!/^\p{L}{3,9}\.? \d{1,2}$/u.test(first.trim()) || !/^ ?\d{4}\b/.test(second)) return null;
    const joined = [`${first.trim()}, ${second.trim()}`, ...rest];
    while (joined.length > this.#columns.width && joined[joined.length - 1]?.trim() === "") joined.pop();
    return joined.length <= this.#columns.width ? joined : null;
  }

  #tooLong(cells: readonly string[]): string {
    return `The line has ${cells.length} cells, the header ${this.#columns.width}: a separator inside a cell has shifted the values. Download the report again instead of saving it in a spreadsheet.`;
  }

  #problemOf(cells: readonly string[], cut: boolean): string | null {
    if (this.#sawNul && cells.some((cell) => cell.includes("\0"))) {
      return "The line holds NUL characters: the file is damaged here. Download the report again.";
    }
    if (this.#repeatsHeader(cells)) {
      return "The line repeats the header (files joined together?). Nothing to do: the lines after it are read.";
    }
    if (cut && this.#lacksFilledColumns(cells.length)) {
      return `The file ends in the middle of this line (${cells.length} of ${this.#columns.width} cells): the download was cut off. Download the report again.`;
    }
    if (cells.length === 1 && this.#columns.width > 2) {
      // What it says is left out: a buyer's comment may run over several lines.
      return "The line holds a single cell, so it is no record: a note, or the end of a text that began in the line before. Nothing to do unless it should be a record.";
    }
    return null;
  }

  #repeatsHeader(cells: readonly string[]): boolean {
    // Hardly any record begins as its header does.
    if (!this.#headerLine.startsWith((cells[0] as string).trim())) return false;
    return cells.map((cell) => cell.trim()).join("\t") === this.#headerLine;
  }

  /**
   * Rows may lack their blank last cells. A last line shorter than all others was cut when it lacks a figure or a
   * date no line of this report is without, or that every other line has, or any cell that many others all have.
   */
  #lacksFilledColumns(present: number): boolean {
    if (present >= this.#shortest) return false;
    const { columns } = this.#layout.definition;
    for (const target of this.#columns.targets.slice(present)) {
      if (target.kind !== "field") continue;
      const field = this.#columns.fields[target.index] as string;
      const measures = MEASURES.has(columns[field]?.type);
      if (measures && this.#indispensable.has(field)) return true;
      const others = (this.#cells[target.index] as Cell[]).slice(-RECENT_ROWS);
      const filled = others.every((cell) => cell !== "" && cell !== null);
      if (filled && others.length >= (measures ? 1 : SEVERAL_ROWS)) return true;
    }
    return false;
  }

  /** Decides the waiting cells; the rows that stay undecided, each with its reason. */
  *#decide(): InSteps<Map<number, string>> {
    const undecided = new Map<number, string>();
    const facts: FileFacts = { marketplace: this.#marketplace, wholeCurrency: this.#isWholeCurrency() };
    for (const [count, { row, index, cell }] of this.#waiting.entries()) {
      if (count % ITEMS_PER_STEP === 0) yield;
      const value = (this.#columns.readers[index] as ColumnReader).decide(cell, facts, this.#columns.readers);
      if (value instanceof Unreadable) undecided.set(row, undecided.get(row) ?? value.reason);
      else if (this.#isWanted[index]) (this.#cells[index] as Cell[])[row] = value;
    }
    return undecided;
  }

  /** Yen have no decimals. A file that names no currency is in its marketplace's. */
  #isWholeCurrency(): boolean {
    const at = this.#columns.fields.findIndex((field) => CURRENCY.test(field));
    const named = new Set<Cell>();
    for (const code of this.#cells[at] ?? []) named.add(code);
    named.delete(null);
    named.delete("");
    return named.size === 0 ? this.#marketplace === "JP" : [...named].every((code) => code === "JPY");
  }
}

function isQuoted(cell: string): boolean {
  return cell.startsWith('"');
}
