/**
 * One column of a sheet: its values in one array, its looks in runs, and everything rare (formulas, notes, rich text)
 * in maps by row. No object is kept per cell. Rows are 0-based.
 */

import { Runs } from "./runs.ts";

/** Stands in `cells` where a formula is; its text is in `formulas`. */
export const FORMULA = Symbol("formula");

/** A stored value: dates are serial numbers; null is an empty cell. */
export type Stored = string | number | boolean | null | typeof FORMULA;
/** A value as read: what a formula gives is never itself a formula. */
export type Scalar = string | number | boolean | null;

/** A stretch of rich text: the style holds from the previous stretch's end to `end`. */
export interface RichRun {
  readonly end: number;
  readonly link: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string | null;
}

/** Told of every row of a column that is written; moves of whole rows are told by the sheet. */
export interface ColumnWatch {
  cells(column: Column, from: number, to: number): void;
  looks(column: Column, from: number, to: number): void;
}

export class Column {
  /** Ends at the last cell with content: longer columns are empty below. */
  cells: Stored[] = [];
  readonly styles: Runs;
  formulas = new Map<number, string>();
  notes = new Map<number, string>();
  rich = new Map<number, readonly RichRun[]>();
  watch: ColumnWatch | null = null;

  constructor(style: number) {
    this.styles = new Runs(style);
  }

  at(row: number): Stored {
    return this.cells[row] ?? null;
  }

  /** Sets values from `row` on; drops the formulas and rich text that stood there. `formulas` are set by `setFormula` afterwards. */
  set(row: number, values: readonly Stored[]): void {
    this.watch?.cells(this, row, row + values.length);
    this.#forget(row, row + values.length);
    while (this.cells.length < row) this.cells.push(null);
    for (let index = 0; index < values.length; index++) this.cells[row + index] = values[index] ?? null;
    this.#trim();
  }

  setFormula(row: number, formula: string): void {
    this.set(row, [FORMULA]);
    this.formulas.set(row, formula);
  }

  /** Null or an empty text takes the note away. */
  setNote(row: number, note: string | null): void {
    this.watch?.cells(this, row, row + 1);
    if (note === null || note === "") this.notes.delete(row);
    else this.notes.set(row, note);
  }

  /** Gives the rows `from` to `to` (exclusive) the style `change(old style, row)`. */
  restyle(from: number, to: number, change: (style: number, row: number) => number): void {
    this.watch?.looks(this, from, to);
    this.styles.map(from, to, change);
  }

  /** As `restyle`, for a change that does not depend on the row. */
  restyleRuns(from: number, to: number, change: (style: number) => number): void {
    this.watch?.looks(this, from, to);
    this.styles.mapRuns(from, to, change);
  }

  clear(from: number, to: number): void {
    this.watch?.cells(this, from, to);
    this.#forget(from, to);
    const end = Math.min(to, this.cells.length);
    if (from < end) this.cells.fill(null, from, end);
    this.#trim();
  }

  insert(at: number, count: number, style: number): void {
    if (at < this.cells.length) {
      const gap: Stored[] = new Array<Stored>(count).fill(null);
      this.cells = this.cells.slice(0, at).concat(gap, this.cells.slice(at));
    }
    this.styles.insert(at, count, style);
    this.#moveMaps((row) => (row < at ? row : row + count));
  }

  remove(at: number, count: number): void {
    if (at < this.cells.length) {
      this.cells = this.cells.slice(0, at).concat(this.cells.slice(at + count));
      this.#trim();
    }
    this.styles.remove(at, count);
    this.#moveMaps((row) => (row < at ? row : row < at + count ? null : row - count));
  }

  /** Puts the row `order[i]` of the area beginning at `from` where row `from + i` was: values, formulas, notes and looks. */
  permute(from: number, order: readonly number[]): void {
    const to = from + order.length;
    const cells = order.map((row) => this.at(row));
    while (this.cells.length < to) this.cells.push(null);
    for (let index = 0; index < cells.length; index++) this.cells[from + index] = cells[index] ?? null;
    this.#trim();
    if (this.formulas.size + this.notes.size + this.rich.size > 0) {
      const places = new Map(order.map((row, index) => [row, from + index]));
      this.#moveMaps((row) => (row < from || row >= to ? row : (places.get(row) ?? null)));
    }
    if (this.styles.segments(from, to).length > 1) {
      const looks = order.map((row) => this.styles.at(row));
      this.styles.map(from, to, (_, row) => looks[row - from] ?? 0);
    }
  }

  #forget(from: number, to: number): void {
    for (const map of [this.formulas, this.rich]) {
      if (map.size === 0) continue;
      if (map.size < to - from) {
        for (const row of [...map.keys()]) if (row >= from && row < to) map.delete(row);
      } else {
        for (let row = from; row < to; row++) map.delete(row);
      }
    }
  }

  #trim(): void {
    let length = this.cells.length;
    while (length > 0 && this.cells[length - 1] === null) length--;
    this.cells.length = length;
  }

  #moveMaps(place: (row: number) => number | null): void {
    this.formulas = movedKeys(this.formulas, place);
    this.notes = movedKeys(this.notes, place);
    this.rich = movedKeys(this.rich, place);
  }
}

/** The map with its keys moved; those moved to null are dropped. */
export function movedKeys<Value>(
  map: ReadonlyMap<number, Value>,
  place: (key: number) => number | null,
): Map<number, Value> {
  const moved = new Map<number, Value>();
  for (const [key, value] of map) {
    const to = place(key);
    if (to !== null) moved.set(to, value);
  }
  return moved;
}
