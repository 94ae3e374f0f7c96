/** What formulas show: their values in their own cells and in those they spill into, and who put them there. */

import { type Area, columnLetters } from "../services/a1.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import {
  FormulaError,
  isMatrix,
  LOADING,
  type Matrix,
  type Result,
  sameResult,
  type Value,
} from "./value.ts";

/** A formula's cell with what it shows now. */
export interface ShownCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  /** What it shows: blocked results are errors here. */
  result: Result;
  /** What it spills over, its own cell included. */
  spill: Area | null;
  /** `Loading...` stands in its own cell; what it spilled stays until the new result is there. */
  loading: boolean;
}

interface Entry<Cell> {
  readonly value: Value;
  readonly owner: Cell;
}

export interface ChangedArea {
  readonly sheetId: number;
  readonly area: Area;
}

export class Shown<Cell extends ShownCell> {
  /** By sheet, column and row. */
  readonly #sheets = new Map<number, Map<number, Map<number, Entry<Cell>>>>();
  #changes: ChangedArea[] = [];

  column(sheetId: number, column: number): ReadonlyMap<number, Entry<Cell>> | null {
    return this.#sheets.get(sheetId)?.get(column) ?? null;
  }

  /** The number of rows down to the last one with a formula or what it spilled. */
  rows(sheetId: number): number {
    let rows = 0;
    for (const column of this.#sheets.get(sheetId)?.values() ?? []) {
      for (const row of column.keys()) rows = Math.max(rows, row + 1);
    }
    return rows;
  }

  /**
   * Shows a formula's result, spilled right and down where nothing is in the way. Says whether anything changed.
   * Google: arrays "overflow" into neighbouring cells only when these are empty
   * (https://developers.google.com/apps-script/guides/sheets/functions#return_values).
   */
  place(cell: Cell, sheet: SheetModel, result: Result): boolean {
    const final = isMatrix(result) ? (this.#obstacle(cell, sheet, result) ?? result) : result;
    if (sameResult(cell.result, final) && this.#owns(cell)) {
      if (!cell.loading) return false;
      this.#putAnchor(cell, isMatrix(final) ? (final[0]?.[0] ?? null) : final);
      cell.loading = false;
      return true;
    }
    this.remove(cell);
    cell.result = final;
    cell.spill = isMatrix(final) ? areaOf(cell, final) : null;
    this.#put(cell, final);
    return true;
  }

  /** Says whether that is new. */
  load(cell: Cell): boolean {
    if (cell.loading) return false;
    cell.loading = true;
    this.#putAnchor(cell, LOADING);
    return true;
  }

  remove(cell: Cell): void {
    const area = cell.spill ?? areaOf(cell, [[null]]);
    for (let c = area.column; c < area.column + area.columns; c++) {
      const column = this.#sheets.get(cell.sheetId)?.get(c);
      for (let r = area.row; column && r < area.row + area.rows; r++) {
        if (column.get(r)?.owner === cell) column.delete(r);
      }
    }
    cell.spill = null;
    cell.loading = false;
    this.#changes.push({ sheetId: cell.sheetId, area });
  }

  /** The areas whose values changed since this was asked last. */
  takeChanges(): ChangedArea[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  #owns(cell: Cell): boolean {
    return this.column(cell.sheetId, cell.column)?.get(cell.row)?.owner === cell;
  }

  #putAnchor(cell: Cell, value: Value): void {
    const columns = this.#sheets.get(cell.sheetId) ?? new Map<number, Map<number, Entry<Cell>>>();
    this.#sheets.set(cell.sheetId, columns);
    const column = columns.get(cell.column) ?? new Map<number, Entry<Cell>>();
    columns.set(cell.column, column);
    column.set(cell.row, { value, owner: cell });
    this.#changes.push({ sheetId: cell.sheetId, area: areaOf(cell, [[null]]) });
  }

  #put(cell: Cell, result: Result): void {
    const rows: Matrix = isMatrix(result) ? result : [[result]];
    const columns = this.#sheets.get(cell.sheetId) ?? new Map<number, Map<number, Entry<Cell>>>();
    this.#sheets.set(cell.sheetId, columns);
    for (const [r, values] of rows.entries()) {
      for (const [c, value] of values.entries()) {
        const column = columns.get(cell.column + c) ?? new Map<number, Entry<Cell>>();
        columns.set(cell.column + c, column);
        column.set(cell.row + r, { value, owner: cell });
      }
    }
    this.#changes.push({ sheetId: cell.sheetId, area: areaOf(cell, rows) });
  }

  /** Why the rows cannot be spilled, in Google's words; null when they can. */
  #obstacle(cell: Cell, sheet: SheetModel, rows: Matrix): FormulaError | null {
    const area = areaOf(cell, rows);
    const down = area.row + area.rows - sheet.maxRows;
    const right = area.column + area.columns - sheet.maxColumns;
    if (down > 0) return insertMore("rows", down);
    if (right > 0) return insertMore("columns", right);
    for (let r = area.row; r < area.row + area.rows; r++) {
      for (let c = area.column; c < area.column + area.columns; c++) {
        if (r === cell.row && c === cell.column) continue;
        const owner = this.column(cell.sheetId, c)?.get(r)?.owner;
        if (sheet.stored(r, c) === null && (owner === undefined || owner === cell)) continue;
        return new FormulaError(
          "#REF!",
          `Array result was not expanded because it would overwrite data in ${columnLetters(c)}${r + 1}.`,
        );
      }
    }
    return null;
  }
}

function insertMore(lines: "rows" | "columns", count: number): FormulaError {
  return new FormulaError(
    "#REF!",
    `Result was not automatically expanded, please insert more ${lines} (${count}).`,
  );
}

function areaOf({ row, column }: ShownCell, rows: Matrix): Area {
  return { row, column, rows: rows.length, columns: rows[0]?.length ?? 1 };
}
