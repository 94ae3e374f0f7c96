/** Which rows of a sheet show: all but those its filter or a user hides. */

import type { Change } from "../services/changes.ts";
import type { Scalar } from "../services/column.ts";
import { displayOf } from "../services/formats.ts";
import { localeOf } from "../services/locales.ts";
import type { FilterCriteriaData, SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import { meets } from "./conditions.ts";
import { scan } from "./scan.ts";

/** Between rows of the sheet and their positions among those that show. */
export interface ShownRows {
  readonly count: number;
  /** The row at a position; -1 beyond the end. */
  rowAt(shown: number): number;
  /** The position of a row; null when it does not show. */
  positionOf(row: number): number | null;
}

/** Remembers which rows show until something changes that decides it. */
export class ShownIndex {
  readonly #workbook: Workbook;
  readonly #known = new Map<number, { readonly rows: ShownRows; readonly of: string }>();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  of(sheet: SheetModel): ShownRows {
    if (sheet.hiddenRows.size === 0 && !sheet.filter?.criteria.size) return allOf(sheet.maxRows);
    // What nobody told yet, as a script that still runs inserts rows, must not lead beyond the grid.
    const of = `${sheet.maxRows} ${sheet.hiddenRows.size} ${JSON.stringify(sheet.filter?.area)}`;
    const known = this.#known.get(sheet.id);
    if (known?.of === of) return known.rows;
    const rows = someOf(visible(this.#workbook, sheet));
    this.#known.set(sheet.id, { rows, of });
    return rows;
  }

  /** Forgets what the changes decide anew: a filter looks at the values of its own columns alone. */
  changed(changes: readonly Change[]): void {
    for (const change of changes) {
      if (change.kind === "frame") this.#known.delete(change.frame.id);
      else if (change.kind === "cells" || change.kind === "looks") {
        const criteria = this.#workbook.sheetById(change.sheet)?.filter?.criteria;
        if (criteria?.has(change.column)) this.#known.delete(change.sheet);
      } else if ("sheet" in change) this.#known.delete(change.sheet);
    }
  }

  /** As `changed`, for the results of formulas. */
  recomputed(sheetId: number): void {
    this.#known.delete(sheetId);
  }

  forget(): void {
    this.#known.clear();
  }
}

function allOf(count: number): ShownRows {
  const inside = (row: number) => row >= 0 && row < count;
  return {
    count,
    rowAt: (shown) => (inside(shown) ? shown : -1),
    positionOf: (row) => (inside(row) ? row : null),
  };
}

function someOf(rows: Int32Array): ShownRows {
  return {
    count: rows.length,
    rowAt: (shown) => rows[shown] ?? -1,
    positionOf: (row) => {
      let [low, high] = [0, rows.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((rows[middle] ?? 0) < row) low = middle + 1;
        else high = middle;
      }
      return rows[low] === row ? low : null;
    },
  };
}

function visible(workbook: Workbook, sheet: SheetModel): Int32Array {
  const hidden = new Uint8Array(sheet.maxRows);
  for (const row of sheet.hiddenRows.keys()) hidden[row] = 1;
  if (sheet.filter) {
    const { area, criteria } = sheet.filter;
    const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
    for (const [column, data] of criteria)
      hide(workbook, sheet, { ...body, column, columns: 1 }, data, hidden);
  }
  let count = 0;
  for (const flag of hidden) if (flag === 0) count++;
  const rows = new Int32Array(count);
  let next = 0;
  for (const [row, flag] of hidden.entries()) if (flag === 0) rows[next++] = row;
  return rows;
}

function hide(
  workbook: Workbook,
  sheet: SheetModel,
  area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
  criteria: FilterCriteriaData,
  hidden: Uint8Array,
): void {
  if (area.column >= sheet.maxColumns) return;
  const shows = test(criteria, workbook);
  scan(workbook, sheet, area.column, area.row, area.row + area.rows, (row, value, format) => {
    if (!shows(value, format)) hidden[row] = 1;
    return false;
  });
}

/** Texts are made only where the criteria ask for them: that is what takes time. */
function test({ hiddenValues, visibleValues, condition }: FilterCriteriaData, workbook: Workbook) {
  const locale = localeOf(workbook.locale);
  const [hidden, shown] = [hiddenValues && new Set(hiddenValues), visibleValues && new Set(visibleValues)];
  return (value: Scalar, format: string): boolean => {
    if (hidden?.has(displayOf(value, format, locale))) return false;
    if (shown && !shown.has(displayOf(value, format, locale))) return false;
    return condition === null || meets(condition, value, format, workbook.timeZone);
  };
}
