/** Ranges handed to a function in a cell, read as reports: recognised by their header row, columns in any order. */
import type { ImportRecord } from "../src/audits/audit.ts";
import type { State } from "../src/audits/finding.ts";
import { type ClaimBook, claimsOf, LOG_COLUMNS, readRows } from "../src/claims/index.ts";
import type { Override } from "../src/policy/index.ts";
import type { ColumnType, ReportDefinition, Table } from "../src/reports/definition.ts";
import { fieldOfHeader, recogniseHeader } from "../src/reports/recognise.ts";
import { type Day, dayOfMoment, type Moment } from "../src/values/day.ts";
import { currencyOf, type Money, moneyOf } from "../src/values/money.ts";
import { fromSheet, type SheetCell } from "./cells.ts";
import type { SheetClock } from "./clock.ts";
import { FINDINGS } from "./tabs/findings.ts";
import { STATES } from "./tabs/findings-read.ts";
import { IMPORTED_FOR, tableOf } from "./tabs/report.ts";

export interface RangeReport {
  readonly definition: ReportDefinition;
  readonly table: Table;
  /** The last row of the range with anything in it. */
  readonly lastLine: number;
}

/** Rows of the other ranges get numbers no row of the first has: two ranges may be of the same report. */
export function apart(report: RangeReport, index: number): RangeReport {
  const lines = report.table.lines.map((line) => line + index * FURTHER);
  return { ...report, table: { ...report.table, lines } };
}

/** More rows than a sheet can have. */
const FURTHER = 100_000_000;

/** The user's own values when the range is the Policy tab; null when it is not. */
export function overridesIn(range: unknown): Override[] | null {
  const [header, ...rows] = Array.isArray(range) ? (range as unknown[][]) : [];
  if (!Array.isArray(header)) return null;
  const [key, value] = ["Key", "Override"].map((name) => header.indexOf(name));
  if (key === undefined || value === undefined || key < 0 || value < 0) return null;
  return rows.flatMap((row) => {
    const [named, set] = [String(row[key] ?? ""), String(row[value] ?? "")];
    return named === "" || set === "" ? [] : [{ key: named, value: set }];
  });
}

/** What the claim log says when the range is that tab; null when it is not. */
export function bookIn(range: unknown, clock: SheetClock): ClaimBook | null {
  const [header, ...rows] = Array.isArray(range) ? (range as unknown[][]) : [];
  if (!Array.isArray(header)) return null;
  const at = LOG_COLUMNS.map(({ key, header: name }) => [key, header.indexOf(name)] as const);
  if (at.some(([, index]) => index < 0)) return null;
  const read = readRows(
    rows.map((row) =>
      Object.fromEntries(
        at.map(([key, index]) => [key, fromSheet((row[index] ?? "") as SheetCell, "text", clock)]),
      ),
    ),
  );
  return claimsOf(read.entries);
}

/** Of a finding what sums are made of. */
export interface FindingCells {
  readonly state: State;
  readonly family: string;
  readonly eventDate: Day | null;
  readonly amount: Money | null;
}

/** The findings of a range that is the Findings tab; rows of the user's own, and of findings that are gone, are left out. */
export function findingsIn(range: unknown, which: string, clock: SheetClock): FindingCells[] {
  const [header, ...rows] = Array.isArray(range) ? (range as unknown[][]) : [];
  const at = (key: string) => {
    const name = FINDINGS.columns.find((column) => column.key === key)?.header ?? key;
    const index = Array.isArray(header) ? header.indexOf(name) : -1;
    if (index >= 0) return index;
    throw new Error(
      `The Findings tab with its header row is expected as ${which}; the column “${name}” is not there.`,
    );
  };
  const places = {
    state: at("state"),
    family: at("family"),
    on: at("eventDate"),
    amount: at("amount"),
    currency: at("currency"),
  };
  return rows.flatMap((row) => {
    const cell = (index: number) => (row[index] ?? "") as SheetCell;
    const state = STATES.find((known) => known === cell(places.state));
    if (!state) return [];
    const amount = fromSheet(cell(places.amount), "decimal", clock);
    const currency = currencyOf(String(cell(places.currency)));
    const known = typeof amount === "number" && currency !== null;
    return [
      {
        state,
        family: String(cell(places.family)),
        eventDate: (fromSheet(cell(places.on), "day", clock) ?? null) as Day | null,
        amount: known ? moneyOf(amount, currency) : null,
      },
    ];
  });
}

/** A range as a report, recognised by its header row. */
export function reportIn(range: unknown, which: string, clock: SheetClock): RangeReport {
  if (!Array.isArray(range) || range.length === 0) {
    throw new Error(`A report with its header row is expected as ${which}, for example A1:P500.`);
  }
  const cells = (range as unknown[]).map((row) => (Array.isArray(row) ? row : [row])) as SheetCell[][];
  const headers = (cells[0] ?? []).map(String);
  const definition = recogniseHeader(headers);
  if (!definition) {
    throw new Error(
      `The first row of ${which} is the header of no report we know. Include the header row, and all columns of the report.`,
    );
  }
  if (definition.refusal !== undefined) throw new Error(`${definition.title}: ${definition.refusal}`);
  const columns = columnsIn(definition, headers);
  let lastLine = 1;
  cells.forEach((row, i) => {
    if (row.some((cell) => cell !== "" && cell !== null)) lastLine = i + 1;
  });
  const body = cells.slice(1, lastLine);
  const values = new Map(columns.map(({ key, at }) => [key, body.map((row) => row[at] ?? "")]));
  const notes: string[] = [];
  const table = tableOf(definition, columns, values, body.length, clock, notes);
  const [wrong] = notes;
  if (wrong !== undefined) throw new Error(wrong);
  const place = placeOf(table.importedFor);
  return {
    definition,
    lastLine,
    table: { ...table, importedFor: table.importedFor.map((code) => code || place) },
  };
}

interface RangeColumn {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  /** 0-based within the range. */
  readonly at: number;
}

/** The report's columns in a range, wherever they stand; of two with one name the first. */
function columnsIn(definition: ReportDefinition, headers: readonly string[]): RangeColumn[] {
  const columns: RangeColumn[] = [];
  headers.forEach((header, at) => {
    const marked = header === IMPORTED_FOR.header;
    const key = marked ? IMPORTED_FOR.key : fieldOfHeader(definition, header);
    const type = marked ? IMPORTED_FOR.type : definition.columns[key ?? ""]?.type;
    if (key === null || type === undefined || columns.some((other) => other.key === key)) return;
    columns.push({ key, header, type, at });
  });
  return columns;
}

/** Ranges made by hand do not say for which marketplace they are: then the United States, as everywhere here. */
function placeOf(importedFor: readonly string[]): string {
  return importedFor.find((code) => code !== "") ?? "US";
}

/** The ranges as downloads of one batch: what they cover is presumed from their days, as for files. */
export function recordsOf({ definition, table }: RangeReport): ImportRecord[] {
  const places = [...new Set(table.importedFor)];
  const days = daysOf(definition, table);
  return (places.length > 0 ? places : ["US"]).map((marketplace) => ({
    report: definition.id,
    batch: "1-range",
    marketplace,
    from: null,
    to: null,
    ...days,
  }));
}

function daysOf(definition: ReportDefinition, table: Table): { firstDay: Day | null; lastDay: Day | null } {
  const { coverageDay, coveragePeriod } = definition;
  const firsts = daysIn(definition, table, coveragePeriod?.first ?? coverageDay);
  const lasts = daysIn(definition, table, coveragePeriod?.last ?? coverageDay);
  return {
    firstDay: firsts.reduce<Day | null>((a, b) => (a === null || b < a ? b : a), null),
    lastDay: lasts.reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null),
  };
}

function daysIn(definition: ReportDefinition, table: Table, field: string | null): Day[] {
  if (field === null) return [];
  const isMoment = definition.columns[field]?.type === "moment";
  return (table.columns[field] ?? []).flatMap((value) => {
    if (typeof value !== "number") return [];
    return [isMoment ? dayOfMoment(value as Moment) : (value as Day)];
  });
}
