/**
 * A workbook as plain JSON: for tests, for the xlsx writer, and to begin from a known state. Places are in A1
 * notation, rows and columns 1-based. Two workbooks of the same content and ids give the same JSON.
 */

import { type Area, a1Of, parseA1 } from "./a1.ts";
import { scalarsOf } from "./cell-values.ts";
import { FORMULA, type RichRun, type Scalar } from "./column.ts";
import {
  type ChartModel,
  type ConditionalRuleData,
  type FilterCriteriaData,
  type MetadataModel,
  type ProtectionModel,
  SheetModel,
} from "./sheet-model.ts";
import { PLAIN, type Style } from "./styles.ts";
import type { TriggerModel, Workbook } from "./workbook.ts";

/** Rows `from` to `to` of a column look so; what is left out is as in a fresh sheet. */
export interface LookSnapshot {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  readonly look: Partial<Style>;
}

export interface MetadataSnapshot extends Omit<MetadataModel, "id"> {
  readonly id: number;
}

/** A sheet without its grid: everything that is small however many rows it has. */
export interface SheetFrame {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string | null;
  readonly hiddenGridlines: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Pixels by column, where set. */
  readonly columnWidths: Readonly<Record<string, number>>;
  readonly rowHeights: Readonly<Record<string, number>>;
  readonly filter: {
    readonly range: string;
    readonly criteria: Readonly<Record<string, FilterCriteriaData>>;
  } | null;
  readonly conditionalFormats: readonly (Omit<ConditionalRuleData, "areas"> & {
    readonly ranges: readonly string[];
  })[];
  readonly protections: readonly (Omit<ProtectionModel, "area" | "unprotected"> & {
    readonly range: string | null;
  })[];
  readonly metadata: readonly MetadataSnapshot[];
  readonly charts: readonly (Omit<ChartModel, "ranges"> & {
    readonly ranges: readonly { readonly sheetId: number; readonly range: string }[];
  })[];
}

export interface SheetSnapshot extends SheetFrame {
  readonly rows: number;
  readonly columns: number;
  /** Down to the last row and column with content; dates as serial numbers; formulas as what they give. */
  readonly values: readonly (readonly Scalar[])[];
  /** What formulas spill into other cells; not part of `values`. */
  readonly spilled: Readonly<Record<string, Scalar>>;
  readonly formulas: Readonly<Record<string, string>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly richText: Readonly<Record<string, readonly RichRun[]>>;
  readonly looks: readonly LookSnapshot[];
}

/** A workbook without its sheets and properties. */
export interface WorkbookFrame {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly activeSheetId: number;
  readonly namedRanges: readonly {
    readonly name: string;
    readonly sheetId: number;
    readonly range: string;
  }[];
  readonly metadata: readonly MetadataSnapshot[];
  readonly triggers: readonly TriggerModel[];
}

export interface WorkbookSnapshot extends WorkbookFrame {
  readonly sheets: readonly SheetSnapshot[];
  readonly properties: {
    readonly document: Readonly<Record<string, string>>;
    readonly script: Readonly<Record<string, string>>;
    readonly user: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
}

export function takeSnapshot(workbook: Workbook): WorkbookSnapshot {
  const users = [...workbook.userPropertyStores].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...workbookFrame(workbook),
    sheets: workbook.sheets.map((sheet) => sheetSnapshot(workbook, sheet)),
    properties: {
      document: workbook.documentProperties.toObject(),
      script: workbook.scriptProperties.toObject(),
      user: Object.fromEntries(users.map(([email, store]) => [email, store.toObject()])),
    },
  };
}

export function workbookFrame(workbook: Workbook): WorkbookFrame {
  return {
    name: workbook.name,
    timeZone: workbook.timeZone,
    locale: workbook.locale,
    activeSheetId: workbook.activeSheetId,
    namedRanges: workbook.namedRanges
      .map(({ name, sheetId, area }) => ({ name, sheetId, range: a1Of(area) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    metadata: workbook.metadata.map((item) => ({ ...item })),
    triggers: workbook.triggers.map((trigger) => ({ ...trigger })),
  };
}

function sheetSnapshot(workbook: Workbook, sheet: SheetModel): SheetSnapshot {
  return {
    ...sheetFrame(sheet),
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    values: valuesOf(workbook, sheet),
    spilled: spilledCells(workbook, sheet),
    formulas: byCell(sheet, (column) => column.formulas),
    notes: byCell(sheet, (column) => column.notes),
    richText: byCell(sheet, (column) => column.rich),
    looks: looksOf(sheet),
  };
}

export function sheetFrame(sheet: SheetModel): SheetFrame {
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    tabColor: sheet.tabColor,
    hiddenGridlines: sheet.hiddenGridlines,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    hiddenRows: positions(sheet.hiddenRows.keys()),
    hiddenColumns: positions(sheet.hiddenColumns.keys()),
    columnWidths: byPosition(sheet.columnWidths),
    rowHeights: byPosition(sheet.rowHeights),
    filter: sheet.filter && {
      range: a1Of(sheet.filter.area),
      criteria: byPosition(sheet.filter.criteria),
    },
    conditionalFormats: sheet.conditionalRules.map(({ areas, ...rule }) => ({
      ...rule,
      ranges: areas.map(a1Of),
    })),
    protections: sheet.protections.map(({ area, unprotected: _, ...protection }) => ({
      ...protection,
      range: area && a1Of(area),
    })),
    metadata: sheet.metadata.map((item) => ({ ...item })),
    charts: sheet.charts.map(({ ranges, ...chart }) => ({
      ...chart,
      ranges: ranges.map(({ sheetId, area }) => ({ sheetId, range: a1Of(area) })),
    })),
  };
}

function valuesOf(workbook: Workbook, sheet: SheetModel): Scalar[][] {
  const content = { row: 0, column: 0, rows: sheet.contentRows, columns: sheet.contentColumns };
  const values = scalarsOf(workbook, sheet, content);
  if (!sheet.hasFormulas) return values;
  return values.map((cells, row) =>
    cells.map((value, column) => (sheet.stored(row, column) === null ? null : value)),
  );
}

function spilledCells(workbook: Workbook, sheet: SheetModel): Record<string, Scalar> {
  const found: [string, Scalar][] = [];
  if (!sheet.hasFormulas) return {};
  for (const [column, values] of workbook.computed(sheet)) {
    for (const [row, value] of values) {
      if (sheet.stored(row, column) === null) found.push([a1Of({ row, column, rows: 1, columns: 1 }), value]);
    }
  }
  return Object.fromEntries(found);
}

function positions(keys: Iterable<number>): number[] {
  return [...keys].map((index) => index + 1).sort((a, b) => a - b);
}

function byPosition<Value>(map: ReadonlyMap<number, Value>): Record<string, Value> {
  const entries = [...map].sort(([a], [b]) => a - b);
  return Object.fromEntries(entries.map(([index, value]) => [String(index + 1), value]));
}

function byCell<Value>(
  sheet: SheetModel,
  pick: (column: SheetModel["columns"][number]) => ReadonlyMap<number, Value>,
): Record<string, Value> {
  const found: [string, Value][] = [];
  for (const [index, column] of sheet.columns.entries()) {
    for (const [row, value] of [...pick(column)].sort(([a], [b]) => a - b)) {
      found.push([a1Of({ row, column: index, rows: 1, columns: 1 }), value]);
    }
  }
  return Object.fromEntries(found);
}

function looksOf(sheet: SheetModel): LookSnapshot[] {
  return sheet.columns.flatMap((column, index) =>
    column.styles
      .segments(0, sheet.maxRows)
      .filter(([, , number]) => number !== 0)
      .map(([start, end, number]) => ({
        column: index + 1,
        from: start + 1,
        to: end,
        look: differences(sheet.styles.at(number)),
      })),
  );
}

/** What a style has that a fresh cell has not. */
export function differences(style: Style): Partial<Style> {
  const names = Object.keys(PLAIN) as (keyof Style)[];
  return Object.fromEntries(
    names.filter((name) => style[name] !== PLAIN[name]).map((name) => [name, style[name]]),
  );
}

export function restoreSnapshot(workbook: Workbook, snapshot: WorkbookSnapshot): void {
  workbook.dropSheets();
  workbook.sheets = snapshot.sheets.map((sheet) => restoredSheet(workbook, sheet));
  applyWorkbookFrame(workbook, snapshot);
  workbook.documentProperties.set(snapshot.properties.document, true);
  workbook.scriptProperties.set(snapshot.properties.script, true);
  for (const store of workbook.userPropertyStores.values()) store.clear();
  for (const [email, values] of Object.entries(snapshot.properties.user)) {
    workbook.propertiesOf(email).set(values, true);
  }
  workbook.reserveIds(1 + Math.max(-1, ...idsIn(snapshot)));
}

export function applyWorkbookFrame(workbook: Workbook, frame: WorkbookFrame): void {
  workbook.name = frame.name;
  workbook.timeZone = frame.timeZone;
  workbook.locale = frame.locale;
  workbook.activeSheetId = frame.activeSheetId;
  workbook.namedRanges = frame.namedRanges.map(({ name, sheetId, range }) => ({
    name,
    sheetId,
    area: areaOf(range),
  }));
  workbook.metadata = frame.metadata.map((item) => ({ ...item }));
  workbook.triggers = frame.triggers.map((trigger) => ({ ...trigger }));
}

function idsIn(snapshot: WorkbookSnapshot): number[] {
  return [
    ...snapshot.metadata.map((item) => item.id),
    ...snapshot.triggers.map((trigger) => Number(trigger.id)),
    ...snapshot.sheets.flatMap((sheet) => [
      sheet.id,
      ...sheet.metadata.map((item) => item.id),
      ...sheet.charts.map((chart) => chart.id),
    ]),
  ];
}

function restoredSheet(workbook: Workbook, from: SheetSnapshot): SheetModel {
  const sheet = new SheetModel(from.id, from.name, from.rows, from.columns, workbook.styles);
  applySheetFrame(sheet, from);
  for (const [c, column] of sheet.columns.entries()) {
    column.set(
      0,
      from.values.map((row) => row[c] ?? null),
    );
  }
  for (const [cell, formula] of Object.entries(from.formulas)) {
    const { row, column } = areaOf(cell);
    sheet.column(column).set(row, [FORMULA]);
    sheet.column(column).formulas.set(row, formula);
  }
  for (const [cell, note] of Object.entries(from.notes)) {
    sheet.column(areaOf(cell).column).notes.set(areaOf(cell).row, note);
  }
  for (const [cell, runs] of Object.entries(from.richText)) {
    sheet.column(areaOf(cell).column).rich.set(areaOf(cell).row, runs);
  }
  for (const { column, from: first, to, look } of from.looks) {
    sheet.changeStyle({ row: first - 1, column: column - 1, rows: to - first + 1, columns: 1 }, look);
  }
  return sheet;
}

/** Everything but the grid; what lies beyond the grid is the caller's mistake. */
export function applySheetFrame(sheet: SheetModel, from: SheetFrame): void {
  sheet.name = from.name;
  sheet.hidden = from.hidden;
  sheet.tabColor = from.tabColor;
  sheet.hiddenGridlines = from.hiddenGridlines;
  sheet.frozenRows = from.frozenRows;
  sheet.frozenColumns = from.frozenColumns;
  sheet.hiddenRows = new Map(from.hiddenRows.map((row) => [row - 1, true]));
  sheet.hiddenColumns = new Map(from.hiddenColumns.map((column) => [column - 1, true]));
  sheet.columnWidths = indexed(from.columnWidths);
  sheet.rowHeights = indexed(from.rowHeights);
  sheet.filter = from.filter && {
    area: areaOf(from.filter.range),
    criteria: indexed(from.filter.criteria),
  };
  sheet.conditionalRules = from.conditionalFormats.map(({ ranges, ...rule }) => ({
    ...rule,
    areas: ranges.map(areaOf),
  }));
  sheet.protections = from.protections.map(({ range, ...protection }) => ({
    ...protection,
    editors: [...protection.editors],
    area: range === null ? null : areaOf(range),
    unprotected: [],
  }));
  sheet.metadata = from.metadata.map((item) => ({ ...item }));
  sheet.charts = from.charts.map(({ ranges, ...chart }) => ({
    ...chart,
    ranges: ranges.map(({ sheetId, range }) => ({ sheetId, area: areaOf(range) })),
  }));
}

function indexed<Value>(byPosition: Readonly<Record<string, Value>>): Map<number, Value> {
  return new Map(Object.entries(byPosition).map(([position, value]) => [Number(position) - 1, value]));
}

function areaOf(a1: string): Area {
  const found = parseA1(a1);
  if (!found || found.rows === null || found.columns === null) {
    throw new Error(`Not an area in a snapshot: ${a1}`);
  }
  return { row: found.row, column: found.column, rows: found.rows, columns: found.columns };
}
