/** Which rows of a sheet show: all but those its filter or a user hides. */

import { scalarsOf } from "../services/cell-values.ts";
import type { Scalar } from "../services/column.ts";
import { displayOf } from "../services/formats.ts";
import type { FilterCriteriaData, SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import { meets } from "./conditions.ts";

/** Between rows of the sheet and their positions among those that show. */
export interface ShownRows {
  readonly count: number;
  /** The row at a position; -1 beyond the end. */
  rowAt(shown: number): number;
  /** The position of a row; null when it does not show. */
  positionOf(row: number): number | null;
}

export class ShownIndex {
  readonly #workbook: Workbook;
  readonly #known = new Map<SheetModel, { readonly revision: number; readonly rows: ShownRows }>();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  of(sheet: SheetModel): ShownRows {
    if (sheet.hiddenRows.size === 0 && !sheet.filter?.criteria.size) return allOf(sheet.maxRows);
    const { revision } = this.#workbook;
    const known = this.#known.get(sheet);
    if (known?.revision === revision) return known.rows;
    const rows = someOf(visible(this.#workbook, sheet));
    this.#known.set(sheet, { revision, rows });
    return rows;
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
  if (area.rows < 1 || area.column >= sheet.maxColumns) return;
  const shows = test(criteria);
  const values = scalarsOf(workbook, sheet, area);
  for (const [start, end, number] of sheet
    .column(area.column)
    .styles.segments(area.row, area.row + area.rows)) {
    const { numberFormat } = workbook.styles.at(number);
    for (let row = start; row < end; row++) {
      const value = values[row - area.row]?.[0] ?? null;
      if (!shows(value, displayOf(value, numberFormat))) hidden[row] = 1;
    }
  }
}

function test({ hiddenValues, visibleValues, condition }: FilterCriteriaData) {
  const [hidden, shown] = [hiddenValues && new Set(hiddenValues), visibleValues && new Set(visibleValues)];
  return (value: Scalar, text: string): boolean => {
    if (hidden?.has(text)) return false;
    if (shown && !shown.has(text)) return false;
    return condition === null || meets(condition, value, text);
  };
}
