/**
 * Computes the formulas of a workbook. The workbook keeps their texts; IronCalc computes what is built in; functions
 * of the add-on run through its bundle, as Google runs them, and only when their arguments changed.
 *
 * What is built in is up to date whenever a value is read. Functions of the add-on show `Loading...` until
 * `recalculate` has run them.
 */

import type { Scalar } from "../services/column.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { FormulaHost, Workbook } from "../services/workbook.ts";
import { CallRunner, type FormulasOptions } from "./call-runner.ts";
import { FormulaCells } from "./cells.ts";
import { Engine } from "./engine.ts";
import { breakingOff } from "./failures.ts";
import { ResultFormats } from "./formats.ts";
import type { FormulaCell } from "./formula-cell.ts";
import { GridFailure } from "./grid.ts";
import { Settling } from "./settling.ts";
import { type ChangedArea, Shown } from "./shown.ts";
import { FormulaError, isMatrix, LOADING, shownScalar } from "./value.ts";

export type { FormulasOptions } from "./call-runner.ts";
export { customFunctions, type Given } from "./outcome.ts";
export type { ChangedArea } from "./shown.ts";

/** Each round brings at least one formula further; a circle that nothing else finds ends here. */
const MOST_ROUNDS = 200;

export class Formulas implements FormulaHost {
  readonly #workbook: Workbook;
  readonly #cells: FormulaCells;
  readonly #engine: Engine;
  readonly #shown = new Shown<FormulaCell>();
  readonly #settling: Settling;
  readonly #runner: CallRunner;
  readonly #formats: ResultFormats;
  #seen = -1;
  #running: Promise<unknown> = Promise.resolve();
  #changes: ChangedArea[] = [];

  /** Becomes the workbook's formula host. */
  constructor(workbook: Workbook, options: FormulasOptions) {
    const custom = new Set(options.names.map((name) => name.toUpperCase()));
    this.#workbook = workbook;
    this.#cells = new FormulaCells(workbook, custom);
    this.#engine = new Engine(workbook);
    this.#runner = new CallRunner(workbook, options);
    this.#settling = new Settling({
      workbook,
      engine: this.#engine,
      shown: this.#shown,
      runner: this.#runner,
      custom,
    });
    this.#formats = new ResultFormats(workbook, this.#shown);
    workbook.formulaHost = this;
  }

  /** The tabs of which IronCalc holds anything. */
  get loadedTabs(): readonly string[] {
    return this.#engine.loadedTabs;
  }

  /** For the workbook: what a formula gives now; rows of values where it spills. */
  evaluate(sheet: SheetModel, row: number, column: number): Scalar | Scalar[][] {
    if (this.#workbook.revision !== this.#seen) this.#refresh();
    const cell = this.#cells.at(sheet.id, row, column);
    const result = cell?.result ?? null;
    if (!isMatrix(result)) return cell?.loading ? LOADING.code : shownScalar(result);
    const rows = result.map((values) => values.map(shownScalar));
    if (cell?.loading && rows[0]) rows[0][0] = LOADING.code;
    return rows;
  }

  /** For the workbook: the number format a result brings along (a date's, say); null where it brings none. */
  format(sheet: SheetModel, row: number, column: number): string | null {
    return this.#formats.at(sheet.id, row, column);
  }

  /** The sentence Sheets shows for a cell with an error; null for other cells. Rows and columns are 0-based. */
  explanation(sheetId: number, row: number, column: number): string | null {
    const value = this.#shown.column(sheetId, column)?.get(row)?.value;
    return value instanceof FormulaError && value !== LOADING ? value.message : null;
  }

  /**
   * Computes what depends on changes since the last time and runs the add-on's functions whose arguments changed.
   * Calls made while one is running wait for it.
   * @param onChange is told of changed areas as they come: first what shows `Loading...`, then the results
   * @returns all areas in which a shown value changed
   */
  recalculate(onChange?: (changed: readonly ChangedArea[]) => void): Promise<readonly ChangedArea[]> {
    const run = this.#running.then(() => this.#recalculate(onChange ?? (() => {})));
    this.#running = run.catch(() => {});
    return run;
  }

  async #recalculate(onChange: (changed: readonly ChangedArea[]) => void): Promise<readonly ChangedArea[]> {
    const all: ChangedArea[] = [];
    for (const cell of this.#cells.all) for (const call of cell.calls) call.runs = 0;
    for (;;) {
      this.#refresh();
      const changed = this.#changes;
      this.#changes = [];
      if (changed.length > 0) onChange(changed);
      all.push(...changed);
      const due = this.#cells.all.flatMap(({ calls }) => calls.filter((call) => call.due !== null));
      if (due.length === 0) return all;
      await this.#runner.run(due);
    }
  }

  /** Brings everything up to date that needs no function of the add-on to run. */
  #refresh(): void {
    if (!this.#engine.fits) this.#engine.renew(this.#cells.all);
    const { gone, changed } = this.#cells.update();
    for (const cell of gone) {
      this.#shown.remove(cell);
      this.#engine.erase(cell);
    }
    if (changed) this.#settling.reorder(this.#cells.all);
    // Every failure takes one formula out of the calculation, so this ends.
    while (!this.#computed(changed)) {}
    const moved = this.#shown.takeChanges();
    this.#changes.push(...moved);
    if (moved.length > 0) this.#workbook.touch();
    this.#seen = this.#workbook.revision;
  }

  /** Writes, evaluates and settles until nothing moves. False when IronCalc broke off: then it must be done again. */
  #computed(changed: boolean): boolean {
    const { all } = this.#cells;
    try {
      for (const cell of all) if (cell.written === null) this.#engine.write(cell);
      let more = changed;
      for (let round = 0; round < MOST_ROUNDS; round++) {
        this.#engine.load(all, this.#shown);
        if (round > 0 && !this.#engine.dirty && !more) break;
        const ages = round === 0 && all.some((cell) => cell.volatile);
        if (this.#engine.dirty || ages) this.#engine.evaluate();
        more = this.#settling.settle(all);
      }
      return true;
    } catch (problem) {
      if (!(problem instanceof GridFailure)) throw problem;
      for (const cell of breakingOff(this.#engine, all, this.#shown)) cell.breaksOff = true;
      this.#engine.renew(all);
      return false;
    }
  }
}
