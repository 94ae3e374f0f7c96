/** Accounts for tests, from rows written by field name: days as `2026-03-01`, moments also `2026-03-01 10:00:00`. */

import type { AuditInput, ClaimRecord, ImportRecord } from "../../../src/audits/audit.ts";
import { POLICY, type Policy } from "../../../src/policy/index.ts";
import { blankOf, type Cell, type ReportDefinition, type Table } from "../../../src/reports/definition.ts";
import { archive, REPORTS } from "../../../src/reports/index.ts";
import { type Day, day, dayOfMoment, type Moment, momentOf } from "../../../src/values/day.ts";

export type Rows = readonly Readonly<Record<string, Cell>>[];

export interface Given {
  readonly asOf?: string;
  readonly marketplace?: string;
  /** Period every report was downloaded for; null: nobody said. */
  readonly from?: string | null;
  readonly to?: string;
  readonly policy?: Policy;
  /** Rows by the report definition's id; an empty list is a file with only a header. */
  readonly reports: Readonly<Record<string, Rows>>;
  /** Periods of single reports that differ, by definition id. */
  readonly periods?: Readonly<Record<string, { from: string; to: string }>>;
  /** The claim log, as far as audits read it. */
  readonly claims?: readonly ClaimRecord[];
}

export function inputOf(given: Given): AuditInput {
  const asOf = day(given.asOf ?? "2026-11-20");
  const marketplace = given.marketplace ?? "US";
  const tables = Object.entries(given.reports).map(([id, rows]) => tableOf(id, rows, marketplace));
  return {
    asOf,
    policy: given.policy ?? POLICY,
    tables,
    imports: tables.map((table) => importOf(table, given, asOf, marketplace)),
    ...(given.claims ? { claims: given.claims } : {}),
  };
}

export function tableOf(id: string, rows: Rows, marketplace: string): Table {
  const definition = definitionOf(id);
  const fields = Object.keys(definition.columns);
  const columns: Record<string, Cell[]> = {};
  for (const field of fields) columns[field] = rows.map((row) => cellOf(definition, field, row[field]));
  for (const row of rows) {
    for (const field of Object.keys(row)) {
      if (field !== "line" && field !== "importedFor" && !fields.includes(field)) {
        throw new RangeError(`${id} has no field ${field}`);
      }
    }
  }
  return {
    report: id,
    length: rows.length,
    columns,
    lines: rows.map((row, i) => Number(row["line"] ?? i + 2)),
    importedFor: rows.map((row) => String(row["importedFor"] ?? marketplace)),
  };
}

function definitionOf(id: string): ReportDefinition {
  const definition = [...REPORTS, archive].find((report) => report.id === id);
  if (definition === undefined) throw new RangeError(`No report ${id}`);
  return definition;
}

function cellOf(definition: ReportDefinition, field: string, value: Cell | undefined): Cell {
  const type = definition.columns[field]?.type ?? "text";
  if (value === undefined || value === null) return blankOf(type);
  if (typeof value !== "string") return value;
  if (type === "day") return day(value);
  if (type !== "moment") return value;
  const [on = "", time = "12:00:00"] = value.split(" ");
  const [h = 0, m = 0, s = 0] = time.split(":").map(Number);
  return momentOf(day(on), h * 3600 + m * 60 + s);
}

function importOf(table: Table, given: Given, asOf: Day, marketplace: string): ImportRecord {
  const period = given.periods?.[table.report];
  const unsaid = given.from === null && period === undefined;
  const coverageDay = definitionOf(table.report).coverageDay;
  const isDay = coverageDay !== null && definitionOf(table.report).columns[coverageDay]?.type === "day";
  const cells = coverageDay === null ? [] : (table.columns[coverageDay] ?? []);
  const days = cells.flatMap((cell) =>
    typeof cell === "number" ? [isDay ? (cell as Day) : dayOfMoment(cell as Moment)] : [],
  );
  return {
    report: table.report,
    batch: "1",
    marketplace,
    from: unsaid ? null : day(period?.from ?? given.from ?? "2025-06-01"),
    to: unsaid
      ? null
      : period === undefined && given.to === undefined
        ? asOf
        : day(period?.to ?? given.to ?? ""),
    firstDay: days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b)),
    lastDay: days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b)),
  };
}
