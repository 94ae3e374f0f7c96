/**
 * A tab the add-on owns, and its columns in it.
 *
 * Users rename, reorder and add columns. The add-on finds its own by their headers, and where a header was
 * renamed by the developer metadata it left on the column; it never counts positions. Columns it does not
 * find are the user's: nothing is written there.
 */
import * as z from "zod/mini";
import { type ColumnType, normaliseHeader } from "../../src/reports/definition.ts";
import { FORMATS, isTextType, type SheetCell, writeBlock } from "../cells.ts";
import { forget, keep, kept } from "../kept.ts";
import { placeAmong } from "./order.ts";
import { warnOfHeader } from "./protection.ts";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export interface TabColumn {
  /** The name the code uses; kept in the column's metadata. */
  readonly key: string;
  readonly header: string;
  readonly aliases?: readonly string[];
  readonly type: ColumnType;
  readonly hidden?: boolean;
  readonly width?: number;
}

export interface TabPlan {
  /** Kept in the tab's metadata, so that the user may rename the tab. */
  readonly id: string;
  readonly title: string;
  /** In the order they stand in a new tab. */
  readonly columns: readonly TabColumn[];
}

export interface PlacedColumn extends TabColumn {
  /** 1-based. */
  readonly at: number;
}

/** An existing tab, with the columns of its plan that are there, from left to right. */
export interface Tab {
  readonly sheet: Sheet;
  readonly columns: readonly PlacedColumn[];
}

const TAB_KEY = "reimb.tab";
const COLUMN_KEY = "reimb.column";
/** Google's limit for a whole spreadsheet: https://support.google.com/drive/answer/37603 */
const CELL_LIMIT = 10_000_000;
/** Pixels; of a column nobody has made wider or narrower. */
const GIVEN_WIDTH = 100;
/** Pixels, by what stands in them: an order id, a day with its time, the name of an item. */
const WIDTHS: Partial<Record<ColumnType, number>> = { id: 150, moment: 150, code: 120, text: 200 };
/** A new tab has 1,000 rows and 26 columns. */
const NEW_TAB_CELLS = 26_000;
/** A column being inserted: without it a stop before the header is written would leave an empty column behind. */
const INSERTING = "inserting";
const STORED_INSERTING = z.strictObject({
  tab: z.string(),
  key: z.string(),
  at: z.number(),
  /** Columns of the grid before it. */
  width: z.number(),
});
type Inserting = z.infer<typeof STORED_INSERTING>;

/** The tab as it stands; null when there is none. Changes nothing. */
export function findTab(plan: TabPlan): Tab | null {
  const sheet = findSheet(plan);
  if (!sheet) return null;
  return { sheet, columns: placeColumns(sheet, plan.columns) };
}

/** The plan's tab when it is this sheet, with only the columns named; null for any other sheet. */
export function tabOfSheet(sheet: Sheet, plan: TabPlan, keys: readonly string[]): Tab | null {
  const ours =
    sheet.getName() === plan.title ||
    sheet.getDeveloperMetadata().some((mark) => mark.getKey() === TAB_KEY && mark.getValue() === plan.id);
  if (!ours) return null;
  const wanted = plan.columns.filter(({ key }) => keys.includes(key));
  return { sheet, columns: placeColumns(sheet, wanted) };
}

/**
 * The tab with all columns of the plan, made where it or they are missing. Call it inside `alone`.
 *
 * @param dress what else a new tab needs; a tab without headers is not finished, and is dressed again
 * @throws a sentence when another tab has its name
 */
export function openTab(plan: TabPlan, dress: (tab: Tab) => void = () => {}): Tab {
  const found = findSheet(plan);
  if (!found || found.getLastColumn() === 0) return createTab(plan, found, dress);
  const standing = { sheet: found, columns: placeColumns(found, plan.columns) };
  if (standing.columns.length === 0) {
    throw new Error(
      `There is a tab named “${plan.title}” that is not the add-on's: none of its columns is there. ` +
        "Rename that tab, then try again.",
    );
  }
  const begun = kept(INSERTING, STORED_INSERTING);
  const unfinished = begun?.tab === plan.id ? begun : null;
  const missing = plan.columns.filter(
    ({ key }) => key === unfinished?.key || !standing.columns.some((column) => column.key === key),
  );
  for (const column of missing) insertColumn(found, plan, column, unfinished);
  if (missing.length === 0) return standing;
  return { sheet: found, columns: placeColumns(found, plan.columns) };
}

/** Warns before the headers of any tab the add-on has made are changed, those of earlier versions too. */
export function warnOfHeaders(): void {
  const marks = SpreadsheetApp.getActiveSpreadsheet().createDeveloperMetadataFinder().withKey(TAB_KEY).find();
  for (const mark of marks) {
    const sheet = mark.getLocation().getSheet();
    if (sheet) warnOfHeader(sheet);
  }
}

/** Neighbouring columns are read and written in one call. */
export function runsOf(columns: readonly PlacedColumn[]): PlacedColumn[][] {
  const runs: PlacedColumn[][] = [];
  for (const column of [...columns].sort((a, b) => a.at - b.at)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && last.at === column.at - 1) run.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** The cells of some columns, by column key, from `row` on. */
export function readColumns(
  sheet: Sheet,
  columns: readonly PlacedColumn[],
  row: number,
  count: number,
): Map<string, SheetCell[]> {
  const cells = new Map<string, SheetCell[]>();
  for (const run of runsOf(columns)) {
    const first = run[0] as PlacedColumn;
    const values =
      count > 0 ? (sheet.getRange(row, first.at, count, run.length).getValues() as SheetCell[][]) : [];
    run.forEach((column, index) => {
      cells.set(
        column.key,
        values.map((line) => line[index] as SheetCell),
      );
    });
  }
  return cells;
}

/** As `readColumns`, in one call: what stands in the rows at one moment, while others may be writing. */
export function readAtOnce(
  sheet: Sheet,
  columns: readonly PlacedColumn[],
  row: number,
  count: number,
): Map<string, SheetCell[]> {
  const left = Math.min(...columns.map(({ at }) => at));
  const right = Math.max(...columns.map(({ at }) => at));
  const values =
    count > 0 && columns.length > 0
      ? (sheet.getRange(row, left, count, right - left + 1).getValues() as SheetCell[][])
      : [];
  return new Map(columns.map(({ key, at }) => [key, values.map((line) => line[at - left] as SheetCell)]));
}

/** The tab row whose cell in a column of text is `text`; null when there is none. */
export function rowWith(tab: Tab, key: string, text: string): number | null {
  const column = tab.columns.filter((one) => one.key === key);
  const cells = readColumns(tab.sheet, column, 2, tab.sheet.getLastRow() - 1).get(key) ?? [];
  const index = cells.findIndex((cell) => String(cell) === text);
  return index < 0 ? null : index + 2;
}

/**
 * Writes rows of cells, one call per run of neighbouring columns; `cell` gives what is written.
 *
 * @param identity the column by which a row is found again. Its run is written first, so that a row a stopped
 *   execution has begun is written over, not beside
 */
export function writeRows(
  tab: Tab,
  row: number,
  count: number,
  cell: (index: number, column: PlacedColumn) => string | number,
  identity?: string,
): void {
  if (count === 0) return;
  const has = (run: readonly PlacedColumn[]) => Number(run.some(({ key }) => key === identity));
  for (const run of runsOf(tab.columns).sort((a, b) => has(b) - has(a))) {
    const values = Array.from({ length: count }, (_, index) => run.map((column) => cell(index, column)));
    writeBlock(
      tab.sheet,
      row,
      (run[0] as PlacedColumn).at,
      values,
      run.map(({ type }) => isTextType(type)),
    );
  }
}

/**
 * Makes room for rows down to `lastRow`, once, in the right formats. One more row always stays empty: rows are added
 * before it, and so within all that reaches over the whole tab, the filter and the colours of states.
 *
 * @throws a sentence when the spreadsheet cannot hold them
 */
export function growTo({ sheet, columns }: Tab, lastRow: number): void {
  const rows = sheet.getMaxRows();
  if (lastRow < rows) return;
  const more = lastRow + 1 - rows;
  makeSureOfRoom(more * sheet.getMaxColumns());
  const spare = rows > 2 && sheet.getLastRow() < rows;
  if (spare) sheet.insertRowsBefore(rows, more);
  else sheet.insertRowsAfter(rows, more);
  formatColumns(sheet, columns, spare ? rows : rows + 1, more);
}

function makeSureOfRoom(more: number): void {
  const all = SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
  if (all + more <= CELL_LIMIT) return;
  throw new Error(
    `This sheet has ${inThousands(all)} cells and the rows need ${inThousands(more)} more; Google Sheets ` +
      "holds 10,000,000. Delete tabs you no longer need, or import into a new sheet. Nothing was written.",
  );
}

/**
 * A filter over the header and all rows the tab has room for. A filter the tab has outgrown cannot be made longer, only
 * anew; one with conditions of the user's stays as it is, as an execution that is stopped in between would lose them.
 *
 * @param outgrown what else reaches no further then: it comes before the filter, so that a stop does not hide it
 */
export function filterWhole({ sheet }: Tab, outgrown: () => void = () => {}): void {
  const filter = sheet.getFilter();
  if (filter) {
    const range = filter.getRange();
    const [first, last] = [range.getColumn(), range.getLastColumn()];
    if (range.getLastRow() >= sheet.getLastRow() && last >= sheet.getLastColumn()) return;
    outgrown();
    for (let at = first; at <= last; at++) if (filter.getColumnFilterCriteria(at)) return;
    filter.remove();
  }
  sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).createFilter();
}

function findSheet(plan: TabPlan): Sheet | null {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const named = spreadsheet.getSheetByName(plan.title);
  if (named) return named;
  const marks = spreadsheet.createDeveloperMetadataFinder().withKey(TAB_KEY).withValue(plan.id).find();
  return marks[0]?.getLocation().getSheet() ?? null;
}

function placeColumns(sheet: Sheet, columns: readonly TabColumn[]): PlacedColumn[] {
  const width = sheet.getLastColumn();
  if (width === 0) return [];
  const headers = (sheet.getRange(1, 1, 1, width).getValues()[0] as SheetCell[]).map((header) =>
    normaliseHeader(String(header)),
  );
  const placed: PlacedColumn[] = [];
  const lost: TabColumn[] = [];
  for (const column of columns) {
    const names = [column.header, ...(column.aliases ?? [])].map(normaliseHeader);
    const index = names.reduce((found, name) => (found >= 0 ? found : headers.indexOf(name)), -1);
    if (index >= 0) placed.push({ ...column, at: index + 1 });
    else lost.push(column);
  }
  if (lost.length > 0) {
    const marked = marksOf(sheet);
    for (const column of lost) {
      const at = marked.get(column.key);
      if (at !== undefined && !placed.some((other) => other.at === at)) placed.push({ ...column, at });
    }
  }
  return placed.sort((a, b) => a.at - b.at);
}

/** The columns the add-on has marked, by their keys; 1-based. */
export function marksOf(sheet: Sheet): Map<string, number> {
  const places = new Map<string, number>();
  for (const mark of sheet.createDeveloperMetadataFinder().withKey(COLUMN_KEY).find()) {
    const range = mark.getLocation().getColumn();
    const key = mark.getValue();
    if (range && key !== null) places.set(key, range.getColumn());
  }
  return places;
}

/** The headers come last: until they stand the tab is not made, and the next execution makes it again. */
function createTab(plan: TabPlan, empty: Sheet | null, dress: (tab: Tab) => void): Tab {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (!empty) makeSureOfRoom(NEW_TAB_CELLS);
  const names = empty ? [] : spreadsheet.getSheets().map((other) => other.getName());
  const selected = spreadsheet.getActiveRange();
  const sheet = empty ?? spreadsheet.insertSheet(plan.title, placeAmong(plan.title, names));
  // Google brings a new tab to the front; whoever works in another stays there.
  if (!empty) selected?.activate();
  if (empty) unmark(sheet);
  const columns = plan.columns.map((column, index) => ({ ...column, at: index + 1 }));
  const width = columns.length;
  const standing = sheet.getMaxColumns();
  if (standing < width) sheet.insertColumnsAfter(standing, width - standing);
  if (standing > width) sheet.deleteColumns(width + 1, standing - width);
  formatColumns(sheet, columns, 1, sheet.getMaxRows());
  sheet.getRange(1, 1, 1, width).setNumberFormat("@").setFontWeight("bold").setBackground("#e8eaed");
  sheet.setFrozenRows(1);
  sheet.addDeveloperMetadata(TAB_KEY, plan.id);
  for (const column of columns) markColumn(sheet, column);
  setWidths(sheet, columns);
  warnOfHeader(sheet, empty !== null);
  const tab = { sheet, columns };
  dress(tab);
  writeBlock(
    sheet,
    1,
    1,
    [columns.map((column) => column.header)],
    columns.map(() => true),
  );
  return tab;
}

/** Takes away what an execution that was stopped had marked: the columns may be others now. */
function unmark(sheet: Sheet): void {
  for (const key of [TAB_KEY, COLUMN_KEY]) {
    for (const mark of sheet.createDeveloperMetadataFinder().withKey(key).find()) mark.remove();
  }
  sheet.showColumns(1, sheet.getMaxColumns());
}

/** Puts a column where it stands in a new tab: before the next column of the plan that is there. */
function insertColumn(sheet: Sheet, plan: TabPlan, column: TabColumn, unfinished: Inserting | null): void {
  const begun = unfinished?.key === column.key && unfinished.width < sheet.getMaxColumns();
  const at = begun ? unfinished.at : insertBlank(sheet, plan, column);
  const inserted = { ...column, at };
  formatColumns(sheet, [inserted], 1, sheet.getMaxRows());
  sheet.getRange(1, at).setNumberFormat("@").setFontWeight("bold").setBackground("#e8eaed");
  writeBlock(sheet, 1, at, [[column.header]], [true]);
  if (!marksOf(sheet).has(column.key)) markColumn(sheet, inserted);
  setWidths(sheet, [inserted]);
  SpreadsheetApp.flush();
  forget(INSERTING);
}

function insertBlank(sheet: Sheet, plan: TabPlan, { key }: TabColumn): number {
  const placed = placeColumns(sheet, plan.columns);
  const order = plan.columns.findIndex((column) => column.key === key);
  const next = plan.columns.slice(order + 1).flatMap((later) => placed.filter((p) => p.key === later.key))[0];
  const width = sheet.getMaxColumns();
  const at = next ? next.at : width + 1;
  keep(INSERTING, { tab: plan.id, key, at, width } satisfies Inserting);
  if (next) sheet.insertColumnBefore(at);
  else sheet.insertColumnAfter(width);
  return at;
}

function markColumn(sheet: Sheet, column: PlacedColumn): void {
  const letters = lettersOf(column.at);
  sheet.getRange(`${letters}:${letters}`).addDeveloperMetadata(COLUMN_KEY, column.key);
  if (column.hidden) sheet.hideColumns(column.at);
}

/** One call per run of neighbouring columns that are not as wide as Google makes them. */
function setWidths(sheet: Sheet, columns: readonly PlacedColumn[]): void {
  let start = 0;
  for (let i = 1; i <= columns.length; i++) {
    const first = columns[start] as PlacedColumn;
    const width = widthOf(first);
    const here = columns[i];
    if (here && widthOf(here) === width) continue;
    if (width !== GIVEN_WIDTH) sheet.setColumnWidths(first.at, i - start, width);
    start = i;
  }
}

/** Wide enough for what such a column holds, and for its header beside the filter's button. */
function widthOf({ type, header, width, hidden }: TabColumn): number {
  if (hidden) return GIVEN_WIDTH;
  const fitting = header.length > 17 ? 200 : header.length > 11 ? 150 : GIVEN_WIDTH;
  return width ?? Math.max(fitting, WIDTHS[type] ?? GIVEN_WIDTH);
}

/** One call per run of neighbouring columns with the same format. */
function formatColumns(sheet: Sheet, columns: readonly PlacedColumn[], row: number, count: number): void {
  for (const run of runsOf(columns)) {
    let start = 0;
    for (let i = 1; i <= run.length; i++) {
      const first = run[start] as PlacedColumn;
      const format = FORMATS[first.type];
      const here = run[i];
      if (here && FORMATS[here.type] === format) continue;
      sheet.getRange(row, first.at, count, i - start).setNumberFormat(format);
      start = i;
    }
  }
}

/** 1 → A, 27 → AA. */
function lettersOf(column: number): string {
  let letters = "";
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

function inThousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}
