/**
 * One report file, from text or bytes to typed rows.
 *
 * The file comes in slices and is never held as a whole. Every line that holds anything ends up either in
 * `rows` or, with its physical line number and the reason, in `rejected`. Columns about buyers are dropped
 * here, before anything else sees them. Nothing throws for bad input.
 */

import type { ReportDefinition } from "../src/reports/definition.ts";
import { Decoder } from "./decode.ts";
import { detectLayout, HEADER_WITHIN_LINES, isCutHeader } from "./detect.ts";
import type { ParsedFile, Unrecognised } from "./parsed.ts";
import { LineEnds } from "./records.ts";
import { refusalOfBytes, refusalOfText } from "./signatures.ts";
import { TableReader } from "./table.ts";
import { type InSteps, inTurns, type Pace, Stopped, WITHOUT_PAUSE } from "./turns.ts";

export type { ParsedFile, Unrecognised } from "./parsed.ts";

export interface ReadOptions {
  /** The marketplace the file was downloaded for, e.g. `US`: its time zone, its order of day and month. */
  readonly marketplace: string;
  /** The user said that a file without header row is an Inventory Ledger. */
  readonly ledgerWithoutHeader?: boolean;
  /**
   * The fields whose cells are handed over; left out = all, and the columns no definition knows. All cells are read
   * and checked alike.
   */
  wanted?(definition: ReportDefinition): ReadonlySet<string>;
}

export function isUnrecognised(result: ParsedFile | Unrecognised): result is Unrecognised {
  return "reason" in result;
}

/** Text kept to find the header in; a file whose first 30 lines are longer is no report. */
const HEAD_LIMIT = 262_144;
/** Bytes decoded at once: short enough that a page stays responsive between two slices. */
export const SLICE = 262_144;

/** Reads a report that comes as decoded text, in slices of any size. */
export async function readReport(
  slices: Iterable<string> | AsyncIterable<string>,
  options: ReadOptions,
): Promise<ParsedFile | Unrecognised> {
  const reader = new ReportReader(options);
  for await (const slice of slices) reader.push(slice);
  return inTurns(reader.end(), WITHOUT_PAUSE);
}

/**
 * Reads a report that comes as bytes, in chunks of any size: finds out the encoding first.
 * @throws Stopped when the user stopped it
 */
export async function readReportBytes(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  options: ReadOptions,
  pace: Pace = WITHOUT_PAUSE,
): Promise<ParsedFile | Unrecognised> {
  const reader = new ReportReader(options);
  const decoder = new Decoder({ japanese: options.marketplace === "JP" });
  let first = true;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (first) {
      const refusal = refusalOfBytes(chunk);
      if (refusal !== null) return { reason: refusal };
      first = false;
    }
    for (let at = 0; at < chunk.length; at += SLICE) {
      if (pace.signal?.aborted) throw new Stopped();
      reader.push(decoder.push(chunk.subarray(at, at + SLICE)));
      if (reader.refused) return inTurns(reader.end(), pace);
      await pace.breathe();
    }
  }
  reader.push(decoder.end());
  return inTurns(reader.end(decoder.notes), pace);
}

/** The state of one file being read: push text, then `end()` once. */
export class ReportReader {
  readonly #options: ReadOptions;
  readonly #lineEnds = new LineEnds();
  #head: string | null = "";
  #refusal: Unrecognised | null = null;
  #table: TableReader | null = null;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** Nothing more needs to be pushed: the file is no report. */
  get refused(): boolean {
    return this.#refusal !== null;
  }

  push(slice: string): void {
    this.#take(this.#lineEnds.push(slice), false);
  }

  *end(notes: readonly string[] = []): InSteps<ParsedFile | Unrecognised> {
    this.#take(this.#lineEnds.end(), true);
    return this.#refusal ?? (yield* (this.#table as TableReader).end(notes));
  }

  #take(text: string, final: boolean): void {
    if (this.#refusal !== null) return;
    if (this.#head === null) {
      (this.#table as TableReader).push(text);
      return;
    }
    this.#head += text;
    if (!final && this.#head.length < HEAD_LIMIT && lineEndsIn(this.#head) <= HEADER_WITHIN_LINES) return;
    const head = this.#head;
    this.#head = null;
    const refusal = refusalOfText(head);
    const lines = head.split("\n", HEADER_WITHIN_LINES);
    const layout =
      refusal === null
        ? detectLayout(lines, this.#options.ledgerWithoutHeader ?? false)
        : { reason: refusal };
    if ("reason" in layout) {
      this.#refusal = layout;
      return;
    }
    const nothingFollows = final && lines.length === layout.linesBefore && lines.length < HEADER_WITHIN_LINES;
    if (nothingFollows && isCutHeader(lines[layout.linesBefore - 1] ?? "", layout)) {
      this.#refusal = {
        reason: `This is the beginning of "${layout.definition.title}": the file ends in the middle of its column names, so the download was cut off. Download it again: ${layout.definition.download}.`,
      };
      return;
    }
    this.#table = new TableReader(
      layout,
      this.#options.marketplace,
      this.#options.wanted?.(layout.definition) ?? null,
    );
    this.#refusal = this.#table.refusal;
    this.#table.push(afterLines(head, layout.linesBefore));
  }
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function afterLines(text: string, lines: number): string {
  let offset = 0;
  for (let i = 0; i < lines; i++) {
    const end = text.indexOf("\n", offset);
    if (end === -1) return "";
    offset = end + 1;
  }
  return text.slice(offset);
}
