/**
 * Which formula must be computed before which: a formula waits for the formulas in the areas it mentions, and for
 * those that spill into them. What can never be computed is a circle.
 */

import type { Area } from "../services/a1.ts";
import type { Mention } from "./formula-text.ts";

export interface DependentCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly mentions: readonly Mention[];
  /** What it spills over, its own cell included; null where it does not spill. */
  readonly spill: Area | null;
}

/** An area that formulas mention, shared by all that mention the same. */
export interface AreaNode<Cell> {
  readonly cells: readonly Cell[];
}

export interface Order<Cell> {
  /** Areas and cells so that everything comes after what it depends on. */
  readonly steps: readonly (AreaNode<Cell> | Cell)[];
  /** Cells in a circle or behind one. */
  readonly circular: readonly Cell[];
  readonly areaOf: (mention: Mention) => AreaNode<Cell> | null;
}

export function isArea<Cell extends DependentCell>(step: AreaNode<Cell> | Cell): step is AreaNode<Cell> {
  return "cells" in step;
}

export function ordered<Cell extends DependentCell>(cells: readonly Cell[]): Order<Cell> {
  const places = new Places(cells);
  const areas = new Map<string, AreaNode<Cell>>();
  const areaOf = (mention: Mention) => areas.get(keyOfMention(mention)) ?? null;
  /** How many steps each still waits for, and which steps wait for it. */
  const waits = new Map<AreaNode<Cell> | Cell, number>();
  const waiting = new Map<AreaNode<Cell> | Cell, (AreaNode<Cell> | Cell)[]>();
  const link = (before: AreaNode<Cell> | Cell, after: AreaNode<Cell> | Cell) => {
    const list = waiting.get(before);
    if (list) list.push(after);
    else waiting.set(before, [after]);
    waits.set(after, (waits.get(after) ?? 0) + 1);
  };
  for (const cell of cells) {
    for (const key of new Set(cell.mentions.map(keyOfMention))) {
      let area = areas.get(key);
      if (!area) {
        const mention = cell.mentions.find((one) => keyOfMention(one) === key);
        area = { cells: mention ? places.within(mention) : [] };
        areas.set(key, area);
        for (const member of area.cells) link(member, area);
      }
      link(area, cell);
    }
  }
  const steps: (AreaNode<Cell> | Cell)[] = [...areas.values(), ...cells].filter((step) => !waits.has(step));
  for (let next = 0; next < steps.length; next++) {
    const step = steps[next];
    if (!step) continue;
    for (const after of waiting.get(step) ?? []) {
      const left = (waits.get(after) ?? 0) - 1;
      waits.set(after, left);
      if (left === 0) steps.push(after);
    }
  }
  return { steps, circular: cells.filter((cell) => (waits.get(cell) ?? 0) > 0), areaOf };
}

/** The same for mentions of the same cells. */
export function keyOfMention({ sheetId, area }: Mention): string {
  return `${sheetId}:${area.row}:${area.column}:${area.rows}:${area.columns}`;
}

/** Finds the formulas in an area without looking at every formula. */
class Places<Cell extends DependentCell> {
  /** By sheet and column, ordered by row. */
  readonly #columns = new Map<string, Cell[]>();
  readonly #spilling = new Map<number, Cell[]>();

  constructor(cells: readonly Cell[]) {
    for (const cell of cells) {
      const key = `${cell.sheetId}:${cell.column}`;
      const column = this.#columns.get(key);
      if (column) column.push(cell);
      else this.#columns.set(key, [cell]);
      if (cell.spill === null) continue;
      const spilling = this.#spilling.get(cell.sheetId);
      if (spilling) spilling.push(cell);
      else this.#spilling.set(cell.sheetId, [cell]);
    }
    for (const column of this.#columns.values()) column.sort((a, b) => a.row - b.row);
  }

  within({ sheetId, area }: Mention): Cell[] {
    const found = new Set<Cell>();
    for (let c = area.column; c < area.column + area.columns; c++) {
      const column = this.#columns.get(`${sheetId}:${c}`);
      if (!column) continue;
      for (let i = firstFrom(column, area.row); i < column.length; i++) {
        const cell = column[i];
        if (!cell || cell.row >= area.row + area.rows) break;
        found.add(cell);
      }
    }
    for (const cell of this.#spilling.get(sheetId) ?? []) {
      if (cell.spill && overlap(cell.spill, area)) found.add(cell);
    }
    return [...found];
  }
}

/** The index of the first cell of the column at or below the row. */
function firstFrom(column: readonly { readonly row: number }[], row: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle]?.row ?? row) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}
