/**
 * Text to records, slice by slice: line ends, delimiters, quotes.
 *
 * Most lines are records whose cells can be told apart at a glance; they are split here, in a third of the time.
 * From the first line that is none, PapaParse does the splitting. What it would let pass is caught here: a quote that
 * never closes swallows the lines after it, so a record that spans lines and has the wrong number of cells is taken
 * back, its first line told, and reading goes on with the next line.
 */
import Papa from "papaparse";
import { LINES_AT_ONCE, Lines } from "./lines.ts";

export interface Shape {
  readonly delimiter: string;
  readonly quoted: boolean;
  /** Cells per record, as the header has them. */
  readonly width: number;
  /** The physical line (1-based) the first record stands on. */
  readonly firstLine: number;
}

export interface RecordSink {
  /** Whether the last of the lines, which has as many cells as the header, is read with them; else as a record. */
  isPlain(lines: Lines, line: number): boolean;
  /** Lines found plain, in their order among the records. */
  lines(lines: Lines): void;
  /** `cut`: the last record of the file, and no line end follows it. */
  record(cells: string[], line: number, cut: boolean): void;
  broken(line: number, reason: string): void;
}

/** No record of a report is this long; a quote open for so long is a stray one. */
const LONGEST_RECORD = 65_536;
/** With so many unclosed quotes the quotes of a file mean nothing. */
const MOST_UNCLOSED = 1_000;

const UNCLOSED =
  "A quote in this line does not close, so its cells cannot be told apart. Remove the quote, or download the report again.";

interface Batch {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** Turns CRLF and lone CR into LF across slices. */
export class LineEnds {
  #heldBack = false;

  push(slice: string): string {
    if (slice === "") return "";
    let text = this.#heldBack ? `\r${slice}` : slice;
    this.#heldBack = text.endsWith("\r");
    if (this.#heldBack) text = text.slice(0, -1);
    return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  }

  end(): string {
    return this.#heldBack ? "\n" : "";
  }
}

export class RecordReader {
  readonly #shape: Shape;
  readonly #sink: RecordSink;
  #quoted: boolean;
  #rest = "";
  #line: number;
  #unclosed = 0;
  readonly #lines: Lines;

  constructor(shape: Shape, sink: RecordSink) {
    this.#shape = shape;
    this.#sink = sink;
    this.#quoted = shape.quoted;
    this.#line = shape.firstLine;
    this.#lines = new Lines(shape.width);
  }

  /** True when so many quotes were unclosed that they are no longer taken for quotes. */
  get gaveUpQuotes(): boolean {
    return this.#quoted !== this.#shape.quoted;
  }

  /** `text` has LF line ends only. */
  push(text: string): void {
    const end = text.indexOf("\n");
    if (end === -1 || this.#rest === "") {
      this.#rest += text;
      if (end !== -1) this.#read(false);
      return;
    }
    // The line that was cut is completed by itself: put together, two texts are copied when they are read.
    this.#rest += text.slice(0, end + 1);
    this.#read(false);
    const isDone = this.#rest === "";
    this.#rest += isDone ? text : text.slice(end + 1);
    this.#read(false, isDone ? end + 1 : 0);
  }

  end(): void {
    if (this.#rest !== "") this.#read(true);
  }

  /** @param from what stands before it has been read */
  #read(final: boolean, from = 0): void {
    for (let start = from; ; start = 0) {
      this.#readClearLines(start);
      if (this.#rest === "" || !(final || this.#rest.includes("\n"))) return;
      const batch = this.#parse(final);
      const taken = batch.meta.cursor;
      const broken = this.#deliver(batch, final);
      if (broken !== null) {
        this.#skipLine(broken);
        if (this.#rest === "") return;
        continue;
      }
      if (final) {
        this.#rest = "";
        return;
      }
      this.#rest = taken === 0 ? this.#rest : this.#rest.slice(taken);
      if (this.#quoted && this.#rest.length > LONGEST_RECORD && this.#rest.includes("\n")) {
        this.#skipLine(0);
        continue;
      }
      return;
    }
  }

  /** Hands on the records at the front that PapaParse would split no otherwise, up to the first that needs it. */
  #readClearLines(from: number): void {
    const text = this.#rest;
    this.#lines.text = text;
    let at = from;
    for (let end = text.indexOf("\n", at); end !== -1; end = text.indexOf("\n", at)) {
      if (!this.#isPlain(at, end)) {
        const cells = this.#cellsOf(text.slice(at, end));
        if (cells === null) break;
        this.#handOnLines();
        this.#sink.record(cells, this.#line, false);
      }
      this.#line += 1;
      at = end + 1;
    }
    this.#handOnLines();
    if (at > 0) this.#rest = text.slice(at);
  }

  /** Takes the line from `at` to `end` among the plain ones, if it is one. */
  #isPlain(at: number, end: number): boolean {
    const lines = this.#lines;
    const { delimiter } = this.#shape;
    const isClear = this.#quoted
      ? findQuoted(lines, at, end, delimiter)
      : findPlain(lines, at, end, delimiter);
    if (!isClear || !this.#sink.isPlain(lines, lines.count)) return false;
    lines.numbers[lines.count++] = this.#line;
    if (lines.count === LINES_AT_ONCE) this.#handOnLines();
    return true;
  }

  #handOnLines(): void {
    if (this.#lines.count > 0) this.#sink.lines(this.#lines);
    this.#lines.count = 0;
  }

  /** The cells of a line; null when only PapaParse can tell. */
  #cellsOf(line: string): string[] | null {
    return this.#quoted ? clearCells(line, this.#shape.delimiter) : line.split(this.#shape.delimiter);
  }

  #parse(final: boolean): Batch {
    const { delimiter } = this.#shape;
    const config = this.#quoted
      ? { delimiter, newline: "\n" as const }
      : { delimiter, newline: "\n" as const, fastMode: true };
    return new Papa.Parser(config).parse(this.#rest, 0, !final) as Batch;
  }

  /** Hands the records on; the offset of a line whose quote does not close, or null when all are well. */
  #deliver(batch: Batch, final: boolean): number | null {
    const { data } = batch;
    const unterminated = batch.errors.find((error) => error.code === "MissingQuotes")?.row ?? -1;
    const stray = new Set(batch.errors.map((error) => error.row));
    const cutFile = final && !this.#rest.endsWith("\n");
    const multiline =
      this.#quoted && countLineEnds(this.#rest, batch.meta.cursor) > data.length - (final ? 1 : 0);
    let linesBefore = 0;
    for (let i = 0; i < data.length; i++) {
      const cells = data[i] as string[];
      const inner = multiline ? innerLineEnds(cells) : 0;
      if (i === unterminated || (inner > 0 && !this.#fits(cells))) {
        return offsetOfLine(this.#rest, linesBefore);
      }
      if (stray.has(i) && !this.#fits(cells)) this.#sink.broken(this.#line, UNCLOSED);
      else this.#sink.record(cells, this.#line, cutFile && i === data.length - 1);
      this.#line += 1 + inner;
      linesBefore += 1 + inner;
    }
    return null;
  }

  #fits(cells: readonly string[]): boolean {
    const { width } = this.#shape;
    return cells.length === width || (cells.length === width + 1 && cells[width] === "");
  }

  /** Tells the line at `offset`, whose quote does not close, and goes on after it. */
  #skipLine(offset: number): void {
    const end = this.#rest.indexOf("\n", offset);
    this.#sink.broken(this.#line, UNCLOSED);
    this.#line += 1;
    this.#rest = end === -1 ? "" : this.#rest.slice(end + 1);
    this.#unclosed += 1;
    if (this.#unclosed >= MOST_UNCLOSED) this.#quoted = false;
  }
}

/** The code of `"`. */
const QUOTE = 34;

/**
 * Finds the cells of the line from `at` to `end` when it has as many as the header, all in quotes, those inside a cell
 * doubled: how Amazon prints most lines. False for any other.
 */
function findQuoted(into: Lines, at: number, end: number, delimiter: string): boolean {
  const { text, width, count } = into;
  const separator = delimiter.charCodeAt(0);
  if (text.charCodeAt(at) !== QUOTE) return false;
  let from = at + 1;
  for (let n = 0; n < width; n++) {
    const cell = into.at(n, count);
    let to = text.charCodeAt(from) === QUOTE ? from : text.indexOf('"', from);
    into.doubled[cell] = 0;
    while (to !== -1 && text.charCodeAt(to + 1) === QUOTE) {
      into.doubled[cell] = 1;
      to = text.indexOf('"', to + 2);
    }
    if (to === -1) return false;
    into.from[cell] = from;
    into.to[cell] = to;
    if (n === width - 1) return to + 1 === end;
    if (text.charCodeAt(to + 1) !== separator || text.charCodeAt(to + 2) !== QUOTE) return false;
    from = to + 3;
  }
  return false;
}

/** Finds the cells of the line from `at` to `end` when it has as many as the header, none beginning with a quote. */
function findPlain(into: Lines, at: number, end: number, delimiter: string): boolean {
  const { text, width, count } = into;
  const separator = delimiter.charCodeAt(0);
  const last = width - 1;
  let from = at;
  for (let n = 0; n < last; n++) {
    const initial = text.charCodeAt(from);
    const to = initial === separator ? from : text.indexOf(delimiter, from);
    if (initial === QUOTE || to === -1 || to > end) return false;
    setBounds(into, into.at(n, count), from, to);
    from = to + 1;
  }
  for (let i = from; i < end; i++) if (text.charCodeAt(i) === separator) return false;
  setBounds(into, into.at(last, count), from, end);
  return text.charCodeAt(from) !== QUOTE;
}

function setBounds(into: Lines, cell: number, from: number, to: number): void {
  into.from[cell] = from;
  into.to[cell] = to;
  into.doubled[cell] = 0;
}

/**
 * The cells of a line whose quotes all pair up, each around a whole cell or doubled inside one; null for any other.
 * Split at its quotes, such a line has the insides of quoted cells in its odd parts, and in its even parts what
 * stands between them: a delimiter, unquoted cells between two delimiters, or nothing where a quote is doubled.
 */
function clearCells(line: string, delimiter: string): string[] | null {
  const parts = line.split('"');
  const last = parts.length - 1;
  if (last === 0) return line.split(delimiter);
  if (last % 2 !== 0) return null;
  const cells: string[] = [];
  const before = parts[0] as string;
  if (before !== "") {
    if (!before.endsWith(delimiter)) return null;
    cells.push(...before.slice(0, -1).split(delimiter));
  }
  let cell = parts[1] as string;
  for (let i = 2; i < last; i += 2) {
    const between = parts[i] as string;
    const inside = parts[i + 1] as string;
    if (between === "") {
      cell += `"${inside}`;
      continue;
    }
    cells.push(cell);
    cell = inside;
    if (between === delimiter) continue;
    if (between.length < 2 || !between.startsWith(delimiter) || !between.endsWith(delimiter)) return null;
    cells.push(...between.slice(1, -1).split(delimiter));
  }
  cells.push(cell);
  const after = parts[last] as string;
  if (after === "") return cells;
  if (!after.startsWith(delimiter)) return null;
  cells.push(...after.slice(1).split(delimiter));
  return cells;
}

function countLineEnds(text: string, until: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1 && at < until; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function innerLineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf("\n"); at !== -1; at = cell.indexOf("\n", at + 1)) count++;
  }
  return count;
}

function offsetOfLine(text: string, linesBefore: number): number {
  let offset = 0;
  for (let i = 0; i < linesBefore; i++) offset = text.indexOf("\n", offset) + 1;
  return offset;
}
