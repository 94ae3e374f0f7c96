/** What comes out of reading one report file. */
import type { Cell, ReportDefinition } from "../src/reports/definition.ts";
import type { Day } from "../src/values/day.ts";

export interface Rejected {
  /** 1-based physical line of the file. */
  readonly line: number;
  /** Column, value, what was expected and what to do, in one or two sentences. */
  readonly reason: string;
}

export interface ParsedFile {
  readonly definition: ReportDefinition;
  /** Fields present in the file, in its order; fields of its preamble stand first. */
  readonly fields: readonly string[];
  /** Headers no definition knows: kept as text. */
  readonly extras: readonly string[];
  /** How many rows were read. */
  readonly length: number;
  /** The cells of each field in the order of `fields`, then of each of the `extras`; null where nobody wanted them. */
  readonly columns: readonly (readonly Cell[] | null)[];
  /** The 1-based physical line of each row. */
  readonly lines: readonly number[];
  readonly rejected: readonly Rejected[];
  /** What the user should know of the file as a whole. */
  readonly notes: readonly string[];
  /** Headers of the columns about buyers that were left out. */
  readonly droppedPersonal: readonly string[];
  /** First and last transaction day; null when its rows have none. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export interface Unrecognised {
  readonly reason: string;
  /** Reading it again with this option would take it for a ledger. */
  readonly ledgerWithoutHeader?: true;
}
