/**
 * Keeps IronCalc's sheets equal to the tabs, as far as formulas mention them: columns that no formula reads are
 * never loaded. What changed is found by comparing with what was loaded last.
 */

import { FORMULA } from "../services/column.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import type { FormulaCell } from "./formula-cell.ts";
import { type Grid, nameInGrid } from "./grid.ts";
import type { Shown } from "./shown.ts";
import { sameValue, type Value } from "./value.ts";

type Loaded = Value | typeof FORMULA;

export class Mirror {
  readonly #grid: Grid;
  /** Tabs by id, with the name they had when they were taken in. */
  readonly #tabs = new Map<number, { readonly name: string; readonly sheet: number }>();
  readonly #loaded = new Map<string, Loaded[]>();

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  /** True while every tab it mirrors still exists under its name. */
  fits(workbook: Workbook): boolean {
    return [...this.#tabs].every(([id, { name }]) => workbook.sheetById(id)?.name === name);
  }

  /** The names of the tabs of which anything was loaded. */
  get loadedTabs(): string[] {
    const ids = new Set([...this.#loaded.keys()].map((key) => Number(key.split(":")[0])));
    return [...this.#tabs].flatMap(([id, { name }]) => (ids.has(id) ? [name] : []));
  }

  /** The tab's sheet in the grid. */
  sheet(tab: SheetModel): number {
    const known = this.#tabs.get(tab.id);
    if (known) return known.sheet;
    const sheet = this.#grid.sheet(nameInGrid(tab));
    this.#tabs.set(tab.id, { name: tab.name, sheet });
    return sheet;
  }

  /** Writes a formula into its cell. */
  writeFormula(tab: SheetModel, cell: FormulaCell, text: string): void {
    this.#grid.putFormula(this.sheet(tab), cell.row, cell.column, text);
    const loaded = this.#loaded.get(`${tab.id}:${cell.column}`);
    if (loaded) fill(loaded, cell.row, FORMULA);
  }

  /** Empties the cell of a formula that is gone. */
  eraseFormula(cell: FormulaCell): void {
    const tab = this.#tabs.get(cell.sheetId);
    if (!tab) return;
    this.#grid.put(tab.sheet, cell.row, cell.column, null);
    const loaded = this.#loaded.get(`${cell.sheetId}:${cell.column}`);
    if (loaded) fill(loaded, cell.row, null);
  }

  /** Brings one column up to date: constants, and what our functions show in it. */
  update(tab: SheetModel, column: number, shown: Shown<FormulaCell>): void {
    const key = `${tab.id}:${column}`;
    const loaded = this.#loaded.get(key) ?? [];
    this.#loaded.set(key, loaded);
    const { cells } = tab.column(column);
    const results = shown.column(tab.id, column);
    let length = Math.max(cells.length, loaded.length);
    for (const row of results?.keys() ?? []) length = Math.max(length, row + 1);
    for (let row = 0; row < length; row++) {
      const stored = cells[row] ?? null;
      const result = stored === null || stored === FORMULA ? results?.get(row) : undefined;
      // What an array left in a cell in which a formula was typed since is none of its value.
      if (stored === FORMULA && !(result?.owner.row === row && result.owner.column === column)) continue;
      const value = result ? mirrored(result, row, column) : stored;
      const before = loaded[row] ?? null;
      if (value === before || value === FORMULA) continue;
      if (before !== FORMULA && sameValue(value, before)) continue;
      this.#grid.put(this.sheet(tab), row, column, value);
      fill(loaded, row, value);
    }
  }
}

/** IronCalc puts what it computes into cells itself. */
function mirrored(entry: { value: Value; owner: FormulaCell }, row: number, column: number): Loaded {
  const { owner, value } = entry;
  if (owner.plan.body === null) return value;
  return owner.row === row && owner.column === column ? FORMULA : null;
}

function fill(loaded: Loaded[], row: number, value: Loaded): void {
  while (loaded.length < row) loaded.push(null);
  loaded[row] = value;
}
