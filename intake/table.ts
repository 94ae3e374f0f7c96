/** The rows of one file below its header: records to typed cells, preamble values, what is left out and why. */
import { MARKETPLACES } from "../src/policy/index.ts";
import type { Cell } from "../src/reports/definition.ts";
import { fieldOfHeader, isPersonal } from "../src/reports/recognise.ts";
import { ColumnReader, type FileFacts, Undecided, Unreadable, unquoted } from "./cells.ts";
import { checkSums } from "./checks.ts";
import { coverageOf } from "./coverage.ts";
import type { Layout } from "./detect.ts";
import type { ParsedFile, Rejected, Unrecognised } from "./parsed.ts";
import { RecordReader } from "./records.ts";

/** Enough rows to see which columns a file fills. */
const RECENT_ROWS = 100;

/** Where a cell of a record goes. */
type Target =
  | { readonly kind: "field"; readonly reader: ColumnReader; readonly index: number }
  | { readonly kind: "extra"; readonly index: number }
  | { readonly kind: "dropped" };

interface Waiting {
  readonly row: Cell[];
  readonly index: number;
  readonly cell: Undecided;
}

export class TableReader {
  readonly #layout: Layout;
  readonly #marketplace: string;
  readonly #records: RecordReader;
  readonly #fields: string[] = [];
  readonly #extras: string[] = [];
  readonly #readers: ColumnReader[] = [];
  readonly #targets: Target[] = [];
  readonly #droppedPersonal: string[] = [];
  /** Values above the header that belong to every row, in the order of the first fields. */
  readonly #constants: Cell[] = [];
  readonly #notes: string[] = [];
  readonly #rows: Cell[][] = [];
  readonly #lines: number[] = [];
  readonly #rejected: Rejected[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #currencies = new Set<Cell>();
  readonly #width: number;
  readonly #headerLine: string;
  #sawNul = false;

  constructor(layout: Layout, marketplace: string) {
    this.#layout = layout;
    this.#marketplace = marketplace;
    this.#width = widthOf(layout.headers);
    this.#headerLine = layout.headers.slice(0, this.#width).join("\t");
    this.#readPreamble();
    this.#planColumns();
    this.#records = new RecordReader(
      {
        delimiter: layout.delimiter,
        quoted: layout.quoted,
        width: this.#width,
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
    if (this.#layout.definition.id !== "inbound-contents" || this.#fields.includes("shipmentId")) return null;
    return {
      reason:
        'This SKU list does not say which shipment it is of: the line "Shipment ID" above its header is missing. Download it again: Inventory > Shipments > (shipment) > Contents > Download SKU list.',
    };
  }

  push(text: string): void {
    if (!this.#sawNul && text.includes("\0")) this.#sawNul = true;
    this.#records.push(text);
  }

  end(notes: readonly string[]): ParsedFile {
    this.#records.end();
    const undecided = this.#decide();
    const keep = this.#rows.map((row) => !undecided.has(row));
    const rows = this.#rows.filter((_, index) => keep[index]);
    const lines = this.#lines.filter((_, index) => keep[index]);
    this.#rows.forEach((row, index) => {
      const reason = undecided.get(row);
      if (reason !== undefined) this.#rejected.push({ line: this.#lines[index] as number, reason });
    });
    const { definition } = this.#layout;
    const file = {
      definition,
      fields: this.#fields,
      extras: this.#extras,
      rows,
      lines,
      rejected: this.#rejected.sort((a, b) => a.line - b.line),
      droppedPersonal: this.#droppedPersonal,
      ...coverageOf(definition, this.#fields, rows),
    };
    return { ...file, notes: [...notes, ...this.#notes, ...this.#closingNotes(), ...checkSums(file)] };
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

  /** The lines above the header: which shipment a SKU list is of, which currency the amounts are in. */
  #readPreamble(): void {
    const { definition, preamble, headers } = this.#layout;
    const inHeader = new Set(headers.map((header) => fieldOfHeader(definition, header)));
    if (definition.id === "inbound-contents") {
      for (const [key = "", ...values] of preamble) {
        const pair = /^([^:]+):\s*(.+)$/.exec(key);
        const name = pair && values.every((value) => value === "") ? (pair[1] as string) : key;
        const field = fieldOfHeader(definition, name);
        if (field === null || inHeader.has(field) || this.#fields.includes(field)) continue;
        const value = name === key ? (values.find((cell) => cell !== "") ?? "") : (pair?.[2] ?? "");
        this.#constant(field, name, value);
      }
    }
    if (definition.id === "transactions" && !inHeader.has("currency")) {
      const currency = currencyIn(preamble);
      if (currency !== null) this.#constant("currency", "currency", currency);
    }
  }

  #constant(field: string, header: string, text: string): void {
    const reader = new ColumnReader(this.#layout.definition, field, header, this.#marketplace);
    const value = reader.read(text);
    const readable = !(value instanceof Unreadable) && !(value instanceof Undecided);
    if (!readable) this.#notes.push(`Above the header, "${header}" says "${text}", which cannot be read.`);
    this.#fields.push(field);
    this.#readers.push(reader);
    this.#constants.push(readable ? value : null);
    if (field === "currency") this.#currencies.add(readable ? value : null);
  }

  #planColumns(): void {
    const { definition, headers } = this.#layout;
    for (let i = 0; i < this.#width; i++) {
      const header = (headers[i] as string).trim();
      const field = fieldOfHeader(definition, header);
      if (field !== null && !this.#fields.includes(field)) {
        const reader = new ColumnReader(definition, field, header, this.#marketplace);
        this.#targets.push({ kind: "field", reader, index: this.#fields.length });
        this.#fields.push(field);
        this.#readers.push(reader);
      } else if (isPersonal(definition, header)) {
        this.#droppedPersonal.push(header);
        this.#targets.push({ kind: "dropped" });
      } else {
        this.#targets.push({ kind: "extra", index: this.#extras.length });
        this.#extras.push(this.#extraName(header, i));
      }
    }
  }

  #extraName(header: string, position: number): string {
    const name = header === "" ? `(column ${position + 1})` : header;
    let unique = name;
    for (let n = 2; this.#extras.includes(unique); n++) unique = `${name} (${n})`;
    return unique;
  }

  #record(printed: string[], line: number, cut: boolean): void {
    if (printed.every((cell) => cell.trim() === "")) return;
    const cells = this.#fitted(printed);
    const problem = cells === null ? this.#tooLong(printed) : this.#problemOf(cells, cut);
    if (cells === null || problem !== null) {
      this.#rejected.push({ line, reason: problem as string });
      return;
    }
    this.#readRow(cells, line);
  }

  #readRow(cells: readonly string[], line: number): void {
    const row: Cell[] = new Array(this.#fields.length + this.#extras.length).fill(null);
    for (let i = 0; i < this.#constants.length; i++) row[i] = this.#constants[i] as Cell;
    const waiting: Waiting[] = [];
    for (let i = 0; i < this.#width; i++) {
      const target = this.#targets[i] as Target;
      if (target.kind === "dropped") continue;
      const text = cells[i] ?? "";
      if (target.kind === "extra") {
        row[this.#fields.length + target.index] = text.trim();
        continue;
      }
      const value = target.reader.read(text);
      if (value instanceof Unreadable) {
        this.#rejected.push({ line, reason: value.reason });
        return;
      }
      if (value instanceof Undecided) waiting.push({ row, index: target.index, cell: value });
      else row[target.index] = value;
    }
    for (const cell of waiting) this.#waiting.push(cell);
    this.#rows.push(row);
    this.#lines.push(line);
  }

  /** The record cut to the header's width; null when it holds more than the header has names for. */
  #fitted(cells: string[]): string[] | null {
    const unwrapped = this.#layout.quoted ? cells : cells.map(unquoted);
    if (unwrapped.length <= this.#width) return unwrapped;
    const surplus = unwrapped.slice(this.#width);
    if (surplus.every((cell) => cell.trim() === "")) return unwrapped.slice(0, this.#width);
    return this.#withDateJoined(unwrapped);
  }

  /** Files re-saved without quotes split `Jun 8, 2025 10:23:05 PM PDT`, their first cell, at its comma. */
  #withDateJoined([first = "", second = "", ...rest]: readonly string[]): string[] | null {
    if (!/^\p{L}{3,9}\.? \d{1,2}$/u.test(first.trim()) || !/^ ?\d{4}\b/.test(second)) return null;
    const joined = [`${first.trim()}, ${second.trim()}`, ...rest];
    while (joined.length > this.#width && joined[joined.length - 1]?.trim() === "") joined.pop();
    return joined.length <= this.#width ? joined : null;
  }

  #tooLong(cells: readonly string[]): string {
    return `The line has ${cells.length} cells, the header ${this.#width}: a separator inside a cell has shifted the values. Download the report again instead of saving it in a spreadsheet.`;
  }

  #problemOf(cells: readonly string[], cut: boolean): string | null {
    if (this.#sawNul && cells.some((cell) => cell.includes("\0"))) {
      return "The line holds NUL characters: the file is damaged here. Download the report again.";
    }
    if (cells.map((cell) => cell.trim()).join("\t") === this.#headerLine) {
      return "The line repeats the header (files joined together?). Nothing to do: the lines after it are read.";
    }
    if (cut && this.#lacksFilledColumns(cells.length)) {
      return `The file ends in the middle of this line (${cells.length} of ${this.#width} cells): the download was cut off. Download the report again.`;
    }
    if (cells.length === 1 && this.#width > 2) {
      // What it says is left out: a buyer's comment may run over several lines.
      return "The line holds a single cell, so it is no record: a note, or the end of a text that began in the line before. Nothing to do unless it should be a record.";
    }
    return null;
  }

  /**
   * Rows may lack their blank last cells. A last line that lacks columns which other rows fill was cut; alone in
   * its file, one that lacks figures or dates.
   */
  #lacksFilledColumns(present: number): boolean {
    const { columns } = this.#layout.definition;
    for (const target of this.#targets.slice(present)) {
      if (target.kind !== "field") continue;
      const others = this.#rows.slice(-RECENT_ROWS);
      if (others.some((row) => row[target.index] !== "" && row[target.index] !== null)) return true;
      const type = columns[this.#fields[target.index] as string]?.type;
      if (others.length === 0 && type !== "text" && type !== "code" && type !== "id") return true;
    }
    return false;
  }

  /** Decides the waiting cells; the rows that stay undecided, each with its reason. */
  #decide(): Map<Cell[], string> {
    const undecided = new Map<Cell[], string>();
    const facts: FileFacts = { marketplace: this.#marketplace, wholeCurrency: this.#isWholeCurrency() };
    for (const { row, index, cell } of this.#waiting) {
      const value = (this.#readers[index] as ColumnReader).decide(cell, facts, this.#readers);
      if (value instanceof Unreadable) undecided.set(row, undecided.get(row) ?? value.reason);
      else row[index] = value;
    }
    return undecided;
  }

  /** Yen have no decimals. A file that names no currency is in its marketplace's. */
  #isWholeCurrency(): boolean {
    const at = this.#fields.findIndex((field) => /^currency/.test(field));
    const named = new Set(this.#currencies);
    if (at !== -1) for (const row of this.#rows) named.add(row[at] ?? null);
    named.delete(null);
    named.delete("");
    return named.size === 0 ? this.#marketplace === "JP" : [...named].every((code) => code === "JPY");
  }
}

/** How many columns the header names, trailing nameless ones left out. */
function widthOf(headers: readonly string[]): number {
  let width = headers.length;
  while (width > 0 && headers[width - 1]?.trim() === "") width--;
  return width;
}

/** `All amounts in USD, unless specified`, in any language: the first currency code above the header. */
function currencyIn(preamble: readonly (readonly string[])[]): string | null {
  const known = new Set(MARKETPLACES.map((place) => place.currency));
  for (const word of preamble
    .flat()
    .join(" ")
    .match(/\b[A-Z]{3}\b/g) ?? [])
    if (known.has(word)) return word;
  return null;
}
