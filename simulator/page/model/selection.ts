/** What is selected in a tab, and how keys and the mouse change it. */

import { type Area, type Cell, contains, type Size, spanning } from "./area.ts";
import type { Axis } from "./axis.ts";

export interface Selection {
  /** The cell that is typed into. */
  readonly active: Cell;
  /** The cell opposite to where the range began; shift moves it. */
  readonly end: Cell;
  /** Whole columns or rows stay whole while they are extended. */
  readonly kind: "cells" | "columns" | "rows" | "all";
  readonly area: Area;
}

export interface Axes {
  readonly rows: Axis;
  readonly columns: Axis;
}

export type Direction = "up" | "down" | "left" | "right";

export function atCell(cell: Cell): Selection {
  return { active: cell, end: cell, kind: "cells", area: spanning(cell, cell) };
}

export function overArea(area: Area, sheet: Size): Selection {
  const active = { row: area.row, column: area.column };
  const end = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  const wholeColumns = area.row === 0 && area.rows === sheet.rows;
  const wholeRows = area.column === 0 && area.columns === sheet.columns;
  const kind = wholeColumns ? (wholeRows ? "all" : "columns") : wholeRows ? "rows" : "cells";
  return { active, end, kind, area };
}

export function extendedTo(selection: Selection, end: Cell, sheet: Size): Selection {
  const { active, kind } = selection;
  const area = spanning(active, end);
  if (kind === "columns") {
    return { ...selection, end, area: { ...area, row: 0, rows: sheet.rows } };
  }
  if (kind === "rows") {
    return { ...selection, end, area: { ...area, column: 0, columns: sheet.columns } };
  }
  if (kind === "all") return selection;
  return { ...selection, end, area };
}

export function wholeColumns(from: number, to: number, sheet: Size): Selection {
  const active = { row: 0, column: from };
  return extendedTo({ ...atCell(active), kind: "columns" }, { row: 0, column: to }, sheet);
}

export function wholeRows(from: number, to: number, sheet: Size): Selection {
  const active = { row: from, column: 0 };
  return extendedTo({ ...atCell(active), kind: "rows" }, { row: to, column: 0 }, sheet);
}

export function wholeSheet(sheet: Size): Selection {
  return overArea({ row: 0, column: 0, rows: sheet.rows, columns: sheet.columns }, sheet);
}

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  up: [-1, 0],
  down: [1, 0],
  left: [0, -1],
  right: [0, 1],
};

export function moved(cell: Cell, direction: Direction, axes: Axes, times = 1): Cell {
  const [rows, columns] = STEPS[direction];
  return {
    row: rows === 0 ? cell.row : axes.rows.step(cell.row, rows * times),
    column: columns === 0 ? cell.column : axes.columns.step(cell.column, columns * times),
  };
}

/**
 * Where Enter (down) and Tab (right) go, backwards with shift: to the next cell, or round the range when several
 * are selected.
 */
export function advanced(selection: Selection, direction: Direction, axes: Axes): Selection {
  const { area, active } = selection;
  if (area.rows * area.columns === 1) return atCell(moved(active, direction, axes));
  const down = direction === "down" || direction === "up";
  const forward = direction === "down" || direction === "right";
  const step = (cell: Cell): Cell => stepInside(cell, area, down, forward);
  let next = step(active);
  for (let tries = 0; tries < area.rows * area.columns && hidden(next, axes); tries++) next = step(next);
  return { ...selection, active: contains(area, next) ? next : active };
}

function hidden(cell: Cell, axes: Axes): boolean {
  return axes.rows.placeOf(cell.row) === null || axes.columns.placeOf(cell.column) === null;
}

function stepInside(cell: Cell, area: Area, down: boolean, forward: boolean): Cell {
  const { rows, columns } = area;
  const row = cell.row - area.row;
  const column = cell.column - area.column;
  const cells = rows * columns;
  const at = (down ? column * rows + row : row * columns + column) + (forward ? 1 : -1);
  const to = ((at % cells) + cells) % cells;
  return down
    ? { row: area.row + (to % rows), column: area.column + Math.floor(to / rows) }
    : { row: area.row + Math.floor(to / columns), column: area.column + (to % columns) };
}
