/**
 * One tab of a workbook: its grid and everything attached to it. This is the stored state; `Sheet` and `Range`
 * (sheet.ts, range.ts) are what scripts hold. Rows and columns are 0-based here.
 */

import { type Area, FIRST_CELL, shifted } from "./a1.ts";
import type { ChangeFeed } from "./changes.ts";
import { Column, movedKeys, type Scalar, type Stored } from "./column.ts";
import type { Style, StyleTable } from "./styles.ts";

export interface FilterModel {
  area: Area;
  /** Criteria by column. */
  criteria: Map<number, FilterCriteriaData>;
}

export interface FilterCriteriaData {
  readonly hiddenValues: readonly string[] | null;
  readonly visibleValues: readonly string[] | null;
  readonly condition: { readonly type: string; readonly args: readonly unknown[] } | null;
}

export interface ConditionalRuleData {
  readonly areas: readonly Area[];
  /** A name of SpreadsheetApp.BooleanCriteria, or GRADIENT. */
  readonly criteria: string;
  readonly args: readonly unknown[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly strikethrough: boolean | null;
}

export interface ProtectionModel {
  /** RANGE or SHEET. */
  readonly type: "RANGE" | "SHEET";
  area: Area | null;
  description: string;
  warningOnly: boolean;
  editors: string[];
  domainEdit: boolean;
  unprotected: Area[];
}

export interface MetadataModel {
  readonly id: number;
  key: string;
  value: string | null;
  /** DOCUMENT or PROJECT. */
  visibility: string;
  /** Where it hangs: null rows and columns for the whole sheet; an area of whole rows or whole columns otherwise. */
  axis: "SHEET" | "ROW" | "COLUMN";
  index: number;
  /** Rows or columns it spans. */
  span: number;
}

export interface ChartModel {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly { readonly sheetId: number; readonly area: Area }[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: { row: number; column: number; offsetX: number; offsetY: number };
  readonly headers: number;
}

export class SheetModel {
  readonly id: number;
  name: string;
  hidden = false;
  tabColor: string | null = null;
  rightToLeft = false;
  hiddenGridlines = false;
  maxRows: number;
  columns: Column[];
  frozenRows = 0;
  frozenColumns = 0;
  hiddenColumns = new Map<number, true>();
  hiddenRows = new Map<number, true>();
  columnWidths = new Map<number, number>();
  rowHeights = new Map<number, number>();
  filter: FilterModel | null = null;
  conditionalRules: ConditionalRuleData[] = [];
  protections: ProtectionModel[] = [];
  metadata: MetadataModel[] = [];
  charts: ChartModel[] = [];
  readonly styles: StyleTable;
  #feed: ChangeFeed | null = null;

  constructor(id: number, name: string, rows: number, columns: number, styles: StyleTable) {
    this.id = id;
    this.name = name;
    this.maxRows = rows;
    this.styles = styles;
    this.columns = Array.from({ length: columns }, () => new Column(0));
  }

  /** From now on `feed` is told what changes. */
  watch(feed: ChangeFeed): void {
    this.#feed = feed;
    for (const column of this.columns) this.#watched(column);
  }

  get maxColumns(): number {
    return this.columns.length;
  }

  get cellCount(): number {
    return this.maxRows * this.columns.length;
  }

  /** The number of rows down to the last one with content; 0 for an empty sheet. */
  get contentRows(): number {
    return this.columns.reduce((most, column) => Math.max(most, column.cells.length), 0);
  }

  get contentColumns(): number {
    let count = this.columns.length;
    while (count > 0 && this.columns[count - 1]?.cells.length === 0) count--;
    return count;
  }

  get hasFormulas(): boolean {
    return this.columns.some((column) => column.formulas.size > 0);
  }

  /** The part of an area that is in the grid, which may have lost rows and columns since; the first cell when none is. */
  within({ row, column, rows, columns }: Area): Area {
    if (row >= this.maxRows || column >= this.maxColumns) return FIRST_CELL;
    const most = { rows: this.maxRows - row, columns: this.maxColumns - column };
    return { row, column, rows: Math.min(rows, most.rows), columns: Math.min(columns, most.columns) };
  }

  column(index: number): Column {
    const column = this.columns[index];
    if (!column) throw new Error(`The sheet ${this.name} has no column ${index}`);
    return column;
  }

  stored(row: number, column: number): Stored {
    return this.columns[column]?.at(row) ?? null;
  }

  styleAt(row: number, column: number): Style {
    return this.styles.at(this.columns[column]?.styles.at(row) ?? 0);
  }

  changeStyle(area: Area, change: Partial<Style>): void {
    const changer = this.styles.changer(change);
    for (let c = area.column; c < area.column + area.columns; c++) {
      this.column(c).restyleRuns(area.row, area.row + area.rows, changer);
    }
  }

  /** As `changeStyle`, with a change per cell. */
  changeStyles(area: Area, change: (row: number, column: number) => Partial<Style>): void {
    for (let c = 0; c < area.columns; c++) {
      this.column(area.column + c).restyle(area.row, area.row + area.rows, (style, row) =>
        this.styles.changer(change(row - area.row, c))(style),
      );
    }
  }

  /** Inserts rows (or columns) before `at`; they look like the neighbour `like` does. */
  insert(axis: "row" | "column", at: number, count: number, like: number): void {
    this.#feed?.moving(this, { kind: "insert", sheet: this.id, axis, at, count, like });
    if (axis === "row") {
      for (const column of this.columns) column.insert(at, count, column.styles.at(like));
      this.maxRows += count;
      if (at < this.frozenRows) this.frozenRows += count;
    } else {
      this.columns.splice(
        at,
        0,
        ...Array.from({ length: count }, () => this.#watched(this.#columnLike(like))),
      );
      if (at < this.frozenColumns) this.frozenColumns += count;
    }
    this.#shift(axis, at, count);
  }

  remove(axis: "row" | "column", at: number, count: number): void {
    this.#feed?.moving(this, { kind: "remove", sheet: this.id, axis, at, count });
    if (axis === "row") {
      for (const column of this.columns) column.remove(at, count);
      this.maxRows -= count;
      this.frozenRows -= Math.max(0, Math.min(this.frozenRows, at + count) - at);
    } else {
      this.columns.splice(at, count);
      this.frozenColumns -= Math.max(0, Math.min(this.frozenColumns, at + count) - at);
    }
    this.#shift(axis, at, -count);
  }

  /** Moves whole columns so that they stand before what is now column `to`; gives where each column went. */
  moveColumns(from: number, count: number, to: number): ReadonlyMap<number, number> {
    this.#feed?.moving(this, { kind: "moveColumns", sheet: this.id, from, count, to });
    const order = this.columns.map((_, index) => index);
    const moving = order.splice(from, count);
    order.splice(to > from ? to - count : to, 0, ...moving);
    const places = new Map(order.map((old, index) => [old, index]));
    const place = (index: number) => places.get(index) ?? null;
    const move = (area: Area) => movedArea(area, places);
    this.columns = order.map((old) => this.column(old));
    this.hiddenColumns = movedKeys(this.hiddenColumns, place);
    this.columnWidths = movedKeys(this.columnWidths, place);
    for (const item of this.metadata) {
      if (item.axis === "COLUMN") item.index = place(item.index) ?? item.index;
    }
    if (this.filter) {
      this.filter = { area: move(this.filter.area), criteria: movedKeys(this.filter.criteria, place) };
    }
    this.conditionalRules = this.conditionalRules.map((rule) => ({ ...rule, areas: rule.areas.map(move) }));
    for (const protection of this.protections) {
      if (protection.area) protection.area = move(protection.area);
    }
    return places;
  }

  /** Puts the row `order[i]` of an area where its row `i` was. */
  permute(area: Pick<Area, "row" | "column" | "columns">, order: readonly number[]): void {
    const { row, column, columns } = area;
    this.#feed?.moving(this, { kind: "permute", sheet: this.id, row, column, columns, order });
    for (let c = 0; c < columns; c++) this.column(column + c).permute(row, order);
  }

  #watched(column: Column): Column {
    const feed = this.#feed;
    column.watch = feed && {
      cells: (which, from, to) => feed.cellsTouched(this, which, from, to),
      looks: (which, from, to) => feed.looksTouched(this, which, from, to),
    };
    return column;
  }

  #columnLike(index: number): Column {
    const like = this.columns[index];
    const column = new Column(0);
    if (like) {
      const runs = like.styles.entries();
      for (const [i, [start, style]] of runs.entries()) {
        column.styles.mapRuns(start, runs[i + 1]?.[0] ?? this.maxRows, () => style);
      }
    }
    return column;
  }

  #shift(axis: "row" | "column", at: number, count: number): void {
    const move = (area: Area) => shifted(area, axis, at, count);
    const place = (index: number) => {
      if (index < at) return index;
      return count < 0 && index < at - count ? null : index + count;
    };
    if (axis === "row") {
      this.hiddenRows = movedKeys(this.hiddenRows, place);
      this.rowHeights = movedKeys(this.rowHeights, place);
    } else {
      this.hiddenColumns = movedKeys(this.hiddenColumns, place);
      this.columnWidths = movedKeys(this.columnWidths, place);
    }
    if (this.filter) {
      const area = move(this.filter.area);
      const criteria = axis === "column" ? movedKeys(this.filter.criteria, place) : this.filter.criteria;
      this.filter = area ? { area, criteria } : null;
    }
    this.conditionalRules = this.conditionalRules
      .map((rule) => ({ ...rule, areas: rule.areas.map(move).filter((area) => area !== null) }))
      .filter((rule) => rule.areas.length > 0);
    this.protections = this.protections.filter((protection) => {
      if (!protection.area) return true;
      protection.area = move(protection.area);
      return protection.area !== null;
    });
    const metadataAxis = axis === "row" ? "ROW" : "COLUMN";
    this.metadata = this.metadata.filter((item) => {
      if (item.axis !== metadataAxis) return true;
      const index = place(item.index);
      if (index !== null) item.index = index;
      return index !== null;
    });
  }
}

/** Where an area lies after columns moved: with them while they stay together, unmoved when they were torn apart. */
export function movedArea(area: Area, places: ReadonlyMap<number, number>): Area {
  const now = Array.from({ length: area.columns }, (_, index) => places.get(area.column + index) ?? -1);
  const first = Math.min(...now);
  const together = Math.max(...now) - first === area.columns - 1;
  return together && first >= 0 ? { ...area, column: first } : area;
}

/** The values of formula cells and of the cells they spill into, by column and row; see Workbook.formulaHost. */
export type Computed = ReadonlyMap<number, ReadonlyMap<number, Scalar>>;
