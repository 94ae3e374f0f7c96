/** The Imports tab: one row per file, and the periods it gives the audits to judge coverage by. */
import type { ImportRecord } from "../../src/audits/audit.ts";
import type { Cell } from "../../src/reports/definition.ts";
import { REPORTS } from "../../src/reports/index.ts";
import type { Day } from "../../src/values/day.ts";
import { fromSheet, type SheetCell, toSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import {
  filterWhole,
  findTab,
  growTo,
  openTab,
  readColumns,
  type Tab,
  type TabPlan,
  writeRows,
} from "./tab.ts";

/** One file as the tab shows it. */
export interface ImportRow {
  readonly file: string;
  /** The report's title. */
  readonly report: string;
  readonly marketplace: string;
  readonly rows: number;
  readonly added: number;
  readonly duplicate: number;
  readonly changed: number;
  readonly rejected: number;
  /** Rows that stand as sums in the archive. */
  readonly archived: number;
  readonly firstDay: Cell;
  readonly lastDay: Cell;
  readonly from: Cell;
  readonly to: Cell;
  readonly batch: string;
  readonly columns: string;
  readonly note: string;
  readonly sha256: string;
  readonly when: Cell;
  readonly who: string;
}

const PLAN: TabPlan = {
  id: "imports",
  title: "Imports",
  columns: [
    { key: "file", header: "File", type: "text", width: 260 },
    { key: "report", header: "Report", type: "text", width: 200 },
    { key: "marketplace", header: "Marketplace", type: "text" },
    { key: "rows", header: "Rows", type: "int" },
    { key: "added", header: "Added", type: "int" },
    { key: "duplicate", header: "Already there", type: "int" },
    { key: "changed", header: "Changed", type: "int" },
    { key: "rejected", header: "Not read", type: "int" },
    { key: "archived", header: "Archived", type: "int" },
    { key: "firstDay", header: "First date", type: "day" },
    { key: "lastDay", header: "Last date", type: "day" },
    { key: "from", header: "Period from", type: "day" },
    { key: "to", header: "Period to", type: "day" },
    { key: "batch", header: "Batch", type: "text" },
    { key: "columns", header: "Columns kept", type: "text" },
    { key: "note", header: "Note", type: "text", width: 320 },
    { key: "sha256", header: "SHA-256", type: "text" },
    { key: "when", header: "When", type: "moment", width: 140 },
    { key: "who", header: "Who", type: "text", width: 180 },
  ],
};

export function openImports(): Tab {
  return openTab(PLAN);
}

/**
 * Writes the row of one file. The same file of the same report keeps its row; it also keeps its batch and
 * period when it comes again alone: what was said of its period still holds. Call it inside `alone`.
 */
export function recordImport(row: ImportRow, clock: SheetClock): void {
  const tab = openTab(PLAN);
  const last = tab.sheet.getLastRow();
  const standing = readColumns(tab.sheet, tab.columns, 2, last - 1);
  const reports = standing.get("report") ?? [];
  const hashes = standing.get("sha256") ?? [];
  // A row without a report was begun by an execution that was stopped.
  const index = hashes.findIndex(
    (hash, i) => hash === row.sha256 && (reports[i] === row.report || reports[i] === ""),
  );
  const before = (key: string, type: "text" | "day"): Cell =>
    index < 0 ? null : (fromSheet(standing.get(key)?.[index] ?? "", type, clock) ?? null);
  const batch = String(before("batch", "text") ?? "");
  const merged: ImportRow = {
    ...row,
    batch: filesIn(row.batch) >= filesIn(batch) ? row.batch : batch,
    from: row.from ?? before("from", "day"),
    to: row.to ?? before("to", "day"),
  };
  const at = index < 0 ? last + 1 : index + 2;
  growTo(tab, at);
  writeRows(tab, at, 1, (_, { key, type }) => toSheet(merged[key as keyof ImportRow], type), "sha256");
  filterWhole(tab);
}

/** A file, and how many rows it had. */
export interface ImportedFile extends ImportRecord {
  readonly rows: number;
}

/** What was imported, for judging which periods are covered. Rows of no known report are left out. */
export function readImports(clock: SheetClock): ImportedFile[] {
  const tab = findTab(PLAN);
  if (!tab) return [];
  const wanted = tab.columns.filter(({ key }) => READ.includes(key));
  const count = tab.sheet.getLastRow() - 1;
  const cells = readColumns(tab.sheet, wanted, 2, count);
  const at = (key: string, i: number): SheetCell => cells.get(key)?.[i] ?? "";
  const dayAt = (key: string, i: number) => (fromSheet(at(key, i), "day", clock) ?? null) as Day | null;
  const records: ImportedFile[] = [];
  for (let i = 0; i < count; i++) {
    const definition = REPORTS.find(({ title }) => title === at("report", i));
    if (!definition) continue;
    records.push({
      report: definition.id,
      batch: String(at("batch", i)),
      marketplace: String(at("marketplace", i)),
      from: dayAt("from", i),
      to: dayAt("to", i),
      firstDay: dayAt("firstDay", i),
      lastDay: dayAt("lastDay", i),
      rows: Number(at("rows", i)) || 0,
    });
  }
  return records;
}

const READ = ["report", "batch", "marketplace", "from", "to", "firstDay", "lastDay", "rows"];

/** A batch is named by how many files it holds and what they are: `7-1k2j…`. */
function filesIn(batch: string): number {
  return Number(batch.split("-")[0]) || 0;
}
