/** The tab of a report: its columns under Amazon's own headers, and what the add-on adds to each row. */
import type { Cell, ReportDefinition, Table } from "../../src/reports/definition.ts";
import { compareText, hashParts } from "../../src/values/hash.ts";
import { fromSheet, type SheetCell } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import type { Begun } from "./report-state.ts";
import { findTab, type PlacedColumn, readColumns, type Tab, type TabColumn, type TabPlan } from "./tab.ts";

/** The key of the column that says for which marketplace a row was imported. */
export const IMPORTED_FOR: TabColumn = { key: "importedFor", header: "Imported for", type: "text" };
/** The hidden last column: who the row is, and which version of it stands there (intake/plan.ts). */
export const ROW_KEY: TabColumn = { key: "rowKey", header: "_key", type: "text", hidden: true };

/** The tab with the given fields of its report (all when left out), and the unknown columns kept so far. */
export function reportTab(
  definition: ReportDefinition,
  fields: readonly string[] = Object.keys(definition.columns),
  extras: readonly (readonly [name: string, header: string])[] = [],
): TabPlan {
  const known = Object.entries(definition.columns).filter(([field]) => fields.includes(field));
  return {
    id: definition.id,
    title: definition.title,
    columns: [
      ...known.map(([field, { header, aliases, type }]) => ({ key: field, header, aliases, type })),
      ...[...extras]
        .sort(([a], [b]) => compareText(a, b))
        .map(([name, header]): TabColumn => ({ key: extraKey(name), header, type: "text" })),
      IMPORTED_FOR,
      ROW_KEY,
    ],
  };
}

export function extraKey(extra: string): string {
  return `+${extra}`;
}

/** The row keys of some tab rows, "" where there is none. */
export function readKeys(tab: Tab, from: number, count: number): string[] {
  return (readColumns(tab.sheet, keyColumn(tab), from, count).get(ROW_KEY.key) ?? []).map(String);
}

/**
 * How many rows behind `end` an execution that was stopped has left without their keys, and perhaps without some
 * cells; 0 when it wrote all or nothing, or when somebody has written there since.
 */
export function unfinishedRows(tab: Tab, { end }: Begun): number {
  const rows = tab.sheet.getLastRow() - end;
  if (rows < 1) return 0;
  const wanted = tab.columns.filter(({ key }) => key === ROW_KEY.key || key === IMPORTED_FOR.key);
  const cells = readColumns(tab.sheet, wanted, end + 1, rows);
  const every = (key: string, test: (cell: SheetCell) => boolean) => (cells.get(key) ?? []).every(test);
  // Rows somebody has typed in name no marketplace they were imported for.
  const ours = every(ROW_KEY.key, (cell) => cell === "") && every(IMPORTED_FOR.key, (cell) => cell !== "");
  return ours ? rows : 0;
}

/** What audits read of a tab: some of its columns, and how many rows. */
export interface AuditedPart extends Pick<Tab, "sheet" | "columns"> {
  readonly definition: ReportDefinition;
  /** The column of the row keys, where it is there. */
  readonly key: readonly PlacedColumn[];
  readonly rows: number;
}

/** Null when the tab does not exist. Rows a stopped import has not finished do not count. */
export function auditedPart(
  definition: ReportDefinition,
  plan: TabPlan,
  begun: Begun | undefined,
): AuditedPart | null {
  const tab = findTab(plan);
  if (!tab) return null;
  const columns = tab.columns.filter(
    ({ key }) => key === IMPORTED_FOR.key || definition.columns[key]?.audited === true,
  );
  const unfinished = begun ? unfinishedRows(tab, begun) : 0;
  const rows = Math.max(0, tab.sheet.getLastRow() - 1 - unfinished);
  return { sheet: tab.sheet, definition, columns, key: keyColumn(tab), rows };
}

export function keyColumn({ columns }: Pick<Tab, "columns">): readonly PlacedColumn[] {
  return columns.filter(({ key }) => key === ROW_KEY.key);
}

/** The audited cells of some rows, by column, each run of neighbouring columns in one call; `from` is a tab row. */
export function auditedCells(part: AuditedPart, from: number, count: number): Map<string, SheetCell[]> {
  return readColumns(part.sheet, part.columns, from, count);
}

/**
 * What tells whether other rows stand there than before: the keys the add-on gave them, each of which names its row.
 * Rows of the user's own, and all of a tab the user fills in, are known by what is in them.
 *
 * @param cells what `auditedCells` gives of these rows, asked for only where it is needed
 */
export function hashRows(
  { sheet, definition, key }: AuditedPart,
  from: number,
  count: number,
  cells: () => ReadonlyMap<string, readonly SheetCell[]>,
): string {
  const keys = (readColumns(sheet, key, from, count).get(ROW_KEY.key) ?? []).map(String);
  const named = definition.from === "amazon" && keys.length === count && !keys.includes("");
  return hashParts(named ? keys : [...keys, JSON.stringify([...cells()])]);
}

/**
 * A table from cells as the sheet gives them, wherever they come from. Rows without any of these cells are left out.
 * Cells that hold no such value (a word where a number belongs) count as blank and are named in `notes`.
 *
 * @param first the line of the first of them
 */
export function tableOf(
  definition: ReportDefinition,
  columns: readonly Pick<PlacedColumn, "key" | "header" | "type">[],
  cells: ReadonlyMap<string, readonly SheetCell[]>,
  count: number,
  clock: SheetClock,
  notes: string[],
  first = 2,
): Table {
  const filled: number[] = [];
  const own = columns.filter(({ key }) => key !== IMPORTED_FOR.key);
  for (let i = 0; i < count; i++) {
    if (own.some(({ key }) => (cells.get(key)?.[i] ?? "") !== "")) filled.push(i);
  }
  const table: Record<string, readonly Cell[]> = {};
  for (const column of own) {
    const values = cells.get(column.key) ?? [];
    table[column.key] = filled.map((i) => {
      const value = fromSheet(values[i] ?? "", column.type, clock);
      if (value !== undefined) return value;
      notes.push(unreadable(definition, column, first + i, values[i]));
      return null;
    });
  }
  const importedFor = cells.get(IMPORTED_FOR.key);
  return {
    report: definition.id,
    length: filled.length,
    columns: table,
    lines: filled.map((i) => first + i),
    importedFor: filled.map((i) => String(importedFor?.[i] ?? "")),
  };
}

const EXPECTED: Record<string, string> = {
  day: "a date like 2026-05-06",
  moment: "a date and time",
  int: "a whole number",
  decimal: "a number",
};

function unreadable(
  definition: ReportDefinition,
  column: Pick<PlacedColumn, "header" | "type">,
  row: number,
  value: SheetCell | undefined,
): string {
  return (
    `${definition.title}, row ${row}, ${column.header}: “${String(value).slice(0, 40)}” is not ` +
    `${EXPECTED[column.type] ?? "readable"}; it counts as empty.`
  );
}
