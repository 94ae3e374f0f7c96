/** Hidden sheets of the grid, where IronCalc computes arguments of our functions and finds their results. */

import { quoteName } from "@ironcalc/wasm";
import { a1Of } from "../services/a1.ts";
import { SPILL_BLOCKED } from "./errors.ts";
import type { Grid } from "./grid.ts";
import { matrixOf, type Result, sameResult } from "./value.ts";

/** A cell of a shared sheet, or a sheet of its own where rows of values are. No tab can have such a name. */
export interface Slot {
  name: string;
  sheet: number;
  row: number;
  own: boolean;
  /** What was put there. */
  held: Result | undefined;
  /** The grid's epoch when it was written last. */
  epoch: number;
}

const SHARED = { expression: "⧉ arguments", result: "⧉ results" };

export class Scratch {
  readonly #grid: Grid;
  readonly #nextRow = { expression: 0, result: 0 };
  readonly #free: { expression: number[]; result: number[] } = { expression: [], result: [] };
  #sheets = 0;
  readonly #freeSheets: string[] = [];

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  slot(kind: keyof typeof SHARED): Slot {
    const name = SHARED[kind];
    const row = this.#free[kind].pop() ?? this.#nextRow[kind]++;
    return { name, sheet: this.#grid.sheet(name), row, own: false, held: undefined, epoch: -1 };
  }

  /** A slot with room for rows of values. */
  wideSlot(): Slot {
    const slot = this.slot("expression");
    this.#moveToOwnSheet(slot, "expression");
    return slot;
  }

  write(slot: Slot, formula: string): void {
    this.#grid.putFormula(slot.sheet, slot.row, 0, formula);
    slot.epoch = this.#grid.epoch;
  }

  /** Null when the value needs room the slot lacks: it was moved, and has to be computed once more. */
  read(slot: Slot, formula: string): Result | null {
    const result = this.#grid.read(slot.sheet, slot.row, 0);
    if (result !== SPILL_BLOCKED || slot.own) return result;
    this.#moveToOwnSheet(slot, "expression");
    this.write(slot, formula);
    return null;
  }

  /** Puts a result into a slot and gives the reference to it. */
  hold(slot: Slot, result: Result): string {
    const rows = matrixOf(result);
    const [columns, before] = [rows[0]?.length ?? 1, matrixOf(slot.held ?? null)];
    if ((rows.length > 1 || columns > 1) && !slot.own) this.#moveToOwnSheet(slot, "result");
    if (!sameResult(slot.held, result)) {
      for (let r = 0; r < Math.max(rows.length, before.length); r++) {
        for (let c = 0; c < Math.max(columns, before[0]?.length ?? 1); c++) {
          const value = rows[r]?.[c] ?? null;
          if (slot.held !== undefined && value === (before[r]?.[c] ?? null)) continue;
          this.#grid.put(slot.sheet, slot.row + r, c, value);
        }
      }
      slot.held = result;
      slot.epoch = this.#grid.epoch;
    }
    return `${quoteName(slot.name)}!${a1Of({ row: slot.row, column: 0, rows: rows.length, columns })}`;
  }

  release(slot: Slot, kind: keyof typeof SHARED): void {
    const rows = matrixOf(slot.held ?? null);
    for (let r = 0; r < rows.length; r++) {
      for (let c = 0; c < (rows[0]?.length ?? 1); c++) this.#grid.put(slot.sheet, slot.row + r, c, null);
    }
    if (slot.own) this.#freeSheets.push(slot.name);
    else this.#free[kind].push(slot.row);
  }

  #moveToOwnSheet(slot: Slot, kind: keyof typeof SHARED): void {
    this.release(slot, kind);
    slot.name = this.#freeSheets.pop() ?? `⧉ ${++this.#sheets}`;
    slot.sheet = this.#grid.sheet(slot.name);
    slot.row = 0;
    slot.own = true;
    slot.held = undefined;
  }
}
