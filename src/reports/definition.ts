/**
 * What a report definition is, and the typed rows that follow from it.
 *
 * One file per report in this folder says what Amazon sends: names, headers with their aliases, column
 * types, the natural key, how two downloads are merged. Everything that reads, writes or audits a report
 * follows its definition; nothing else knows a header.
 */
import type { Day, Moment } from "../values/day.ts";

/**
 * - `id`: kept to the letter (leading zeros, `1E5`); Excel's `7.82E+12` is told, not accepted
 * - `code`: a word from Amazon's vocabulary; kept as printed, compared without case
 * - `text`: free text
 * - `int`, `decimal`: numbers as printed, in units of the row's currency where they are money; null when blank
 * - `day`: a calendar day taken as printed
 * - `moment`: a date-time, turned into the wall clock of the row's marketplace when it carries an offset
 */
export type ColumnType = "id" | "code" | "text" | "int" | "decimal" | "day" | "moment";

/** What a cell holds between file, tab and audit. Days and moments are their integers. */
export type Cell = string | number | null;

export type CellOf<T extends ColumnType> = T extends "id" | "code" | "text"
  ? string
  : T extends "day"
    ? Day | null
    : T extends "moment"
      ? Moment | null
      : number | null;

export interface Column<T extends ColumnType = ColumnType> {
  readonly type: T;
  /** The name in the tab: Amazon's own, from the current layout. */
  readonly header: string;
  /** Other names of the same column; compared like headers: no case, `-` `_` and space alike. */
  readonly aliases: readonly string[];
  /** Read by an audit: kept by a compact import. */
  readonly audited: boolean;
  /** What is known of how its dates are printed: `month-first` = MM/DD/YYYY in every market; `whole-month` = `2026-05` is read as the month's first day. */
  readonly dates?: "month-first" | "whole-month";
}

/**
 * How rows of two downloads of one report are recognised as the same row, and which version stays.
 *
 * Rows of one file with the same identity are numbered (their occurrence), because equal rows are separate
 * events; the n-th of one file is the n-th of another. The number of such rows is the largest in any one file.
 * Every other field is an attribute: of two versions of a row one wins by `newest`, then `preferLarger` or `preferSaying`, then
 * the file whose newest row is later, then the larger content hash; never by the order of import.
 */
export interface Merging {
  /** Field names that identify a row, together with its occurrence. A field absent from a file counts as blank. */
  readonly identity: readonly string[];
  /**
   * When a row has all of these filled, they identify it instead, and rows that agree in them are one and the
   * same row even within one file (an upsert, no occurrence): a returned unit is its order and licence plate.
   */
  readonly identityWhenFilled?: readonly string[];
  /**
   * - `file`: the row from the file whose newest row (by `coverageDay`) is later
   * - `modified`: the row from the file that was modified later; for snapshots and the user's own files, whose rows carry no day
   * - a field name: the row with the later value there
   */
  readonly newest: "file" | "modified" | (string & {});
  /** On a tie the row with the larger absolute value here wins. */
  readonly preferLarger?: string;
  /** On a tie the row whose field says these words (case and signs apart) wins: what Amazon adds to a row later. */
  readonly preferSaying?: { readonly field: string; readonly words: string };
  /** Rows of one file that agree in `identity` are one and the same row (an upsert), not separate events. */
  readonly upsert?: boolean;
}

/**
 * Detection by header: every group needs one of its columns present, under whichever of its names; no header
 * of `noneOf` may be.
 */
export interface Fingerprint {
  readonly allOf: readonly (readonly string[])[];
  readonly noneOf?: readonly string[];
}

export interface ReportDefinition<C extends Record<string, Column> = Record<string, Column>> {
  /** Unique: the name of its table and tab key, and in evidence. */
  readonly id: string;
  /** The name `docs`, coverage and `--json` use; the settlement's two flat files share one. */
  readonly shortName: string;
  /** Its id in the collection of facts it was written from; null for the user's own files. */
  readonly domainId: string | null;
  /** Named as in Seller Central; also the tab's name. */
  readonly title: string;
  readonly spApiType: string | null;
  /** Where to download it: the path in Seller Central, or where the user's own file comes from. */
  readonly download: string;
  /** Whose it is: Amazon's, or the user's own. */
  readonly from: "amazon" | "user";
  readonly columns: C;
  /** Headers whose content is about buyers (names, addresses, phones, e-mails): dropped before the sheet. */
  readonly personal: readonly string[];
  readonly fingerprint: Fingerprint;
  /** Fields without which a line is no record (a totals line, a cut line): it is listed as not read. */
  readonly required?: readonly string[];
  readonly merging: Merging;
  /** The field whose day says what period a row belongs to; null when the report has no transaction day. */
  readonly coverageDay: string | null;
  /** Where rows state a period themselves (a settlement's first and last day), the fields that hold it: these count instead. */
  readonly coveragePeriod?: { readonly first: string; readonly last: string };
  /** No audit reads this report: it is imported and kept, and the import says so. */
  readonly unaudited?: boolean;
  /** Columns no audit reads that every file names anew, so that the tab would grow without end: left out, and the import says so. */
  readonly leftOut?: RegExp;
  /** Set when the file is recognised but of no use: what it is, and what to download instead. */
  readonly refusal?: string;
  /** Source of the headers and of the facts above. */
  readonly sources: readonly string[];
}

/** One row of a table: its fields by name, and where it stands. */
export type RowOf<D extends ReportDefinition> = {
  readonly [K in keyof D["columns"]]: CellOf<D["columns"][K]["type"]>;
} & {
  /** The 1-based row in the report's tab (or in a range handed to a function). */
  readonly line: number;
  /** The marketplace the file was imported for, e.g. `US`. */
  readonly importedFor: string;
};

/** Rows of one report as columns of cells: plain data that can be sliced, sent and audited anywhere. */
export interface Table {
  readonly report: string;
  readonly length: number;
  /** By field name. A missing column is absent, not empty. */
  readonly columns: { readonly [field: string]: readonly Cell[] };
  /** The 1-based row of each entry in its tab or range. */
  readonly lines: readonly number[];
  /** The marketplace of each entry's import. */
  readonly importedFor: readonly string[];
}

type Names = string | readonly string[];

function column<T extends ColumnType>(type: T) {
  return (header: string, aliases: Names = [], audited = true): Column<T> => ({
    type,
    header,
    aliases: typeof aliases === "string" ? [aliases] : aliases,
    audited,
  });
}

export const id = column("id");
export const code = column("code");
export const text = column("text");
export const int = column("int");
export const decimal = column("decimal");
export const day = column("day");
export const moment = column("moment");

/** A column Amazon prints as MM/DD/YYYY in every market. */
export function monthFirst<T extends ColumnType>(of: Column<T>): Column<T> {
  return { ...of, dates: "month-first" };
}

/** A column of months, read as the first day of each. */
export function wholeMonth<T extends ColumnType>(of: Column<T>): Column<T> {
  return { ...of, dates: "whole-month" };
}

/** A column no audit reads: left out of a compact import. */
export function unaudited<T extends ColumnType>(of: Column<T>): Column<T> {
  return { ...of, audited: false };
}

/** Keeps the exact column types, so that rows are typed by their definition. */
export function defineReport<const C extends Record<string, Column>>(
  definition: ReportDefinition<C>,
): ReportDefinition<C> {
  return definition;
}

/** The rows of a table, typed by the definition; absent columns read as blank. */
export function rowsOf<D extends ReportDefinition>(definition: D, table: Table): RowOf<D>[] {
  const fields = Object.keys(definition.columns);
  const blanks = fields.map((field) => blankOf((definition.columns[field] as Column).type));
  const columns = fields.map((field) => table.columns[field]);
  // Copies of one parsed object share its layout; objects grown key by key take six times the memory.
  const blank: Record<string, Cell> = JSON.parse(
    JSON.stringify(Object.fromEntries([...fields, "line", "importedFor"].map((field) => [field, null]))),
  );
  const rows: RowOf<D>[] = [];
  for (let i = 0; i < table.length; i++) {
    const row: Record<string, Cell> = { ...blank };
    for (let c = 0; c < fields.length; c++) row[fields[c] as string] = columns[c]?.[i] ?? (blanks[c] as Cell);
    row["line"] = table.lines[i] as number;
    row["importedFor"] = table.importedFor[i] as string;
    rows.push(row as RowOf<D>);
  }
  return rows;
}

/** What a blank cell of this type reads as: text is empty, numbers and days are unknown. */
export function blankOf(type: ColumnType): Cell {
  return type === "id" || type === "code" || type === "text" ? "" : null;
}

/** Header names are compared without case, BOM, quotes, trailing colon; `-`, `_`, `/` spacing and curly apostrophes alike. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/^\uFEFF/, "")
    .replace(/[\u2018\u2019]/g, "'")
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .replace(/:$/, "")
    .toLowerCase()
    .replace(/[-_\s\u00a0\u202f]+/g, " ")
    .trim();
}
