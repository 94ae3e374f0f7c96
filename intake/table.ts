/** The rows of one file below its header: records to typed cells, preamble values, what is left out and why. */

import type { Cell } from "../src/reports/definition.ts";
import { fieldOfHeader } from "../src/reports/recognise.ts";

import { type ColumnReader, type FileFacts, Undecided, Unreadable, unquoted } from "./cells.ts";
import { checkSums } from "./checks.ts";
import { type Columns, columnsOf, type Target } from "./columns.ts";
import { coverageOf } from "./coverage.ts";
import type { Layout } from "./detect.ts";
import type { ParsedFile, Rejected, Unrecognised } from "./parsed.ts";
import { RecordReader } from "./records.ts";
import { type InSteps, ITEMS_PER_STEP } from "./turns.ts";

/** Enough rows to see which columns a file fills. */
const RECENT_ROWS = 100;
/** Enough rows that a word all of them hold is no accident. */
const SEVERAL_ROWS = 5;

const MEASURES: ReadonlySet<string | undefined> = new Set(["int", "decimal", "day", "moment"]);

interface Waiting {
  readonly row: Cell[];
  readonly index: number;
  readonly cell: Undecided;
}

export class TableReader {
  readonly #layout: Layout;
  readonly #marketplace: string;
  readonly #columns: Columns;
  readonly #records: RecordReader;
  readonly #rows: Cell[][] = [];
  readonly #lines: number[] = [];
  readonly #rejected: Rejected[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #headerLine: string;
  /** The fields by which the report is recognised, and those without which a line is no record. */
  readonly #indispensable: ReadonlySet<string>;
  /** Every cell goes where it stands, so that a record becomes its row without being copied. */
  readonly #inPlace: boolean;
  /** Cells of the shortest line that is surely whole. */
  #shortest = Number.POSITIVE_INFINITY;
  #sawNul = false;

  constructor(layout: Layout, marketplace: string) {
    this.#layout = layout;
    this.#marketplace = marketplace;
    this.#columns = columnsOf(layout, marketplace);
    this.#headerLine = layout.headers.slice(0, this.#columns.width).join("\t");
    this.#inPlace =
      this.#columns.constants.length === 0 &&
      this.#columns.targets.every((target, i) => target.kind === "field" && target.index === i);
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
    const undecided = yield* this.#decide();
    const { rows, lines } = yield* this.#without(undecided);
    const { definition } = this.#layout;
    const file = {
      definition,
      fields: this.#columns.fields,
      extras: this.#columns.extras,
      rows,
      lines,
      rejected: this.#rejected.sort((a, b) => a.line - b.line),
      droppedPersonal: this.#columns.droppedPersonal,
      ...(yield* coverageOf(definition, this.#columns.fields, rows)),
    };
    return {
      ...file,
      notes: [...notes, ...this.#columns.notes, ...this.#closingNotes(), ...(yield* checkSums(file))],
    };
  }

  /** The rows that could be decided; the others are told as not read. */
  *#without(undecided: ReadonlyMap<Cell[], string>): InSteps<{ rows: Cell[][]; lines: number[] }> {
    if (undecided.size === 0) return { rows: this.#rows, lines: this.#lines };
    const rows: Cell[][] = [];
    const lines: number[] = [];
    for (const [index, row] of this.#rows.entries()) {
      if (index % (ITEMS_PER_STEP * 10) === 0) yield;
      const [line, reason] = [this.#lines[index] as number, undecided.get(row)];
      if (reason !== undefined) {
        this.#rejected.push({ line, reason });
        continue;
      }
      rows.push(row);
      lines.push(line);
    }
    return { rows, lines };
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
    this.#readRow(cells, line);
  }

  #readRow(cells: string[], line: number): void {
    const row: Cell[] = this.#inPlace ? cells : this.#blankRow();
    let waiting: Waiting[] | null = null;
    for (let i = 0; i < this.#columns.width; i++) {
      const target = this.#columns.targets[i] as Target;
      if (target.kind === "dropped") continue;
      const text = cells[i] ?? "";
      if (target.kind === "extra") {
        row[this.#columns.fields.length + target.index] = text.trim();
        continue;
      }
      const value = target.reader.read(text);
      if (value instanceof Unreadable) {
        this.#rejected.push({ line, reason: value.reason });
        return;
      }
      if (value instanceof Undecided) {
        waiting ??= [];
        waiting.push({ row, index: target.index, cell: value });
        row[target.index] = null;
      } else row[target.index] = value;
    }
    if (waiting !== null) for (const cell of waiting) this.#waiting.push(cell);
    this.#rows.push(row);
    this.#lines.push(line);
  }

  #blankRow(): Cell[] {
    const row: Cell[] = new Array(this.#columns.fields.length + this.#columns.extras.length).fill(null);
    for (let i = 0; i < this.#columns.constants.length; i++) row[i] = this.#columns.constants[i] as Cell;
    return row;
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
    const others = this.#rows.slice(-RECENT_ROWS);
    for (const target of this.#columns.targets.slice(present)) {
      if (target.kind !== "field") continue;
      const field = this.#columns.fields[target.index] as string;
      const measures = MEASURES.has(columns[field]?.type);
      if (measures && this.#indispensable.has(field)) return true;
      const filled = others.every((row) => row[target.index] !== "" && row[target.index] !== null);
      if (filled && others.length >= (measures ? 1 : SEVERAL_ROWS)) return true;
    }
    return false;
  }

  /** Decides the waiting cells; the rows that stay undecided, each with its reason. */
  *#decide(): InSteps<Map<Cell[], string>> {
    const undecided = new Map<Cell[], string>();
    const facts: FileFacts = { marketplace: this.#marketplace, wholeCurrency: this.#isWholeCurrency() };
    for (const [count, { row, index, cell }] of this.#waiting.entries()) {
      if (count % ITEMS_PER_STEP === 0) yield;
      const value = (this.#columns.readers[index] as ColumnReader).decide(cell, facts, this.#columns.readers);
      if (value instanceof Unreadable) undecided.set(row, undecided.get(row) ?? value.reason);
      else row[index] = value;
    }
    return undecided;
  }

  /** Yen have no decimals. A file that names no currency is in its marketplace's. */
  #isWholeCurrency(): boolean {
    const at = this.#columns.fields.findIndex((field) => /^currency/.test(field));
    const named = new Set<Cell>();
    if (at !== -1) for (const row of this.#rows) named.add(row[at] ?? null);
    named.delete(null);
    named.delete("");
    return named.size === 0 ? this.#marketplace === "JP" : [...named].every((code) => code === "JPY");
  }
}

function isQuoted(cell: string): boolean {
  return cell.startsWith('"');
}
