/**
 * IronCalc's side of the formulas: what is written for it and where, and what it computed. It is started anew when a
 * tab it holds is renamed or deleted, or the time zone changes; the formulas are then written once more.
 */

import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import { type Argument, resultArgument } from "./arguments.ts";
import type { Parts } from "./calls.ts";
import { forIronCalc } from "./dialect.ts";
import { SPILL_BLOCKED } from "./errors.ts";
import type { CallState, FormulaCell, Hidden } from "./formula-cell.ts";
import { givesOn, READS_ANYTHING, READS_AROUND } from "./functions.ts";
import { Grid } from "./grid.ts";
import { Mirror } from "./mirror.ts";
import { Scratch } from "./scratch.ts";
import type { Shown } from "./shown.ts";
import { isMatrix, matrixOf, type Result } from "./value.ts";

export class Engine {
  readonly #workbook: Workbook;
  #grid: Grid;
  #mirror: Mirror;
  #scratch: Scratch;
  #timeZone: string;
  readonly #recent = new Set<FormulaCell>();

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.#timeZone = workbook.timeZone;
    this.#grid = new Grid(workbook.timeZone);
    this.#mirror = new Mirror(this.#grid);
    this.#scratch = new Scratch(this.#grid);
  }

  /** The tabs of which IronCalc holds anything. */
  get loadedTabs(): readonly string[] {
    return this.#mirror.loadedTabs;
  }

  /** True while something was written that is not computed. */
  get dirty(): boolean {
    return this.#grid.dirty;
  }

  /** Formulas written since the last evaluation: if that fails, it is because of one of them, or of new values. */
  get recent(): readonly FormulaCell[] {
    return [...this.#recent];
  }

  /** @throws GridFailure */
  evaluate(): void {
    this.#grid.evaluate();
    this.#recent.clear();
  }

  /** True while it can go on with what it has. */
  get fits(): boolean {
    return this.#mirror.fits(this.#workbook) && this.#timeZone === this.#workbook.timeZone;
  }

  /** Begins anew: every formula has to be written again. */
  renew(cells: readonly FormulaCell[]): void {
    this.#recent.clear();
    this.#grid.free();
    this.#timeZone = this.#workbook.timeZone;
    this.#grid = new Grid(this.#timeZone);
    this.#mirror = new Mirror(this.#grid);
    this.#scratch = new Scratch(this.#grid);
    for (const cell of cells) {
      cell.written = null;
      cell.elsewhere = null;
      cell.texts = { slot: null, text: null };
      for (const call of cell.calls) {
        call.expressions.clear();
        call.resultSlot = null;
      }
    }
  }

  /** Hands IronCalc what it can compute of a formula at once: what waits for no call of our functions. */
  write(cell: FormulaCell): void {
    const sheet = this.#workbook.sheetById(cell.sheetId);
    cell.written = "";
    if (!sheet) return;
    if (cell.error) {
      this.writeBody(cell, sheet, cell.error.code);
      return;
    }
    // A formula must not be written before the sheets it reads are there: IronCalc would take its ranges for cells.
    for (const { sheetId } of cell.plan.loads) {
      const read = this.#workbook.sheetById(sheetId);
      if (read) this.#mirror.sheet(read);
    }
    const isReady = (parts: Parts) => {
      return parts.every((part) => typeof part === "string" || cell.calls[part]?.outcome);
    };
    const { body } = cell.plan;
    if (body && isReady(body)) this.writeBody(cell, sheet, this.#joined(cell, body));
    for (const call of cell.calls) {
      for (const [i, arg] of call.plan.args.entries()) {
        if (arg.kind !== "expression" || !isReady(arg.parts)) continue;
        this.#writeExpression(cell, call, i, this.#joined(cell, arg.parts));
      }
    }
  }

  /** Writes the formula into its own cell, where it is not there already. */
  writeBody(cell: FormulaCell, sheet: SheetModel, text: string): void {
    if (cell.written === text) return;
    this.#recent.add(cell);
    this.#mirror.writeFormula(sheet, cell, forIronCalc(text));
    cell.written = text;
    cell.epoch = this.#grid.epoch;
  }

  #writeExpression(cell: FormulaCell, call: CallState, i: number, text: string): void {
    const known = call.expressions.get(i) ?? {
      slot: this.#scratch.slot("expression"),
      text: null,
      texts: { slot: null, text: null },
    };
    call.expressions.set(i, known);
    if (known.text === text) return;
    this.#recent.add(cell);
    this.#scratch.write(known.slot, forIronCalc(text));
    known.text = text;
  }

  /** Forgets a formula that is gone. */
  erase(cell: FormulaCell): void {
    this.#recent.delete(cell);
    if (cell.plan.body !== null && cell.written !== null) this.#mirror.eraseFormula(cell);
    if (cell.elsewhere) this.#scratch.release(cell.elsewhere, "expression");
    if (cell.texts.slot) this.#scratch.release(cell.texts.slot, "expression");
    for (const call of cell.calls) {
      for (const { slot, texts } of call.expressions.values()) {
        this.#scratch.release(slot, "expression");
        if (texts.slot) this.#scratch.release(texts.slot, "expression");
      }
      if (call.resultSlot) this.#scratch.release(call.resultSlot, "result");
    }
  }

  /** Loads the columns that formulas read. */
  load(cells: readonly FormulaCell[], shown: Shown<FormulaCell>): void {
    const columns = new Map<number, Set<number>>();
    const add = (sheet: SheetModel, from: number, to: number) => {
      const set = columns.get(sheet.id) ?? new Set<number>();
      columns.set(sheet.id, set);
      for (let column = from; column < to; column++) set.add(column);
    };
    for (const { plan: read, sheetId: home, column, reach } of cells) {
      const own = reach > 0 ? this.#workbook.sheetById(home) : null;
      if (own) add(own, column, column + reach);
      const around = read.functions.some((name) => READS_AROUND.has(name));
      for (const { sheetId, area } of read.loads) {
        const sheet = this.#workbook.sheetById(sheetId);
        if (!sheet) continue;
        if (around) add(sheet, 0, sheet.maxColumns);
        else add(sheet, area.column, area.column + area.columns);
      }
      if (!read.functions.some((name) => READS_ANYTHING.has(name))) continue;
      for (const sheet of this.#workbook.sheets) add(sheet, 0, sheet.maxColumns);
    }
    for (const [id, set] of columns) {
      const sheet = this.#workbook.sheetById(id);
      if (!sheet) continue;
      for (const column of set) if (column < sheet.maxColumns) this.#mirror.update(sheet, column, shown);
    }
  }

  /** An argument of a call that IronCalc computes; null while it has yet to. */
  argument(cell: FormulaCell, call: CallState, i: number, parts: Parts): Argument | null {
    const text = this.#joined(cell, parts);
    this.#writeExpression(cell, call, i, text);
    const expression = call.expressions.get(i);
    if (!expression || expression.slot.epoch === this.#grid.epoch) return null;
    if (this.#awaitsResult(cell, parts)) return null;
    const inIronCalc = forIronCalc(text);
    const result = this.#scratch.read(expression.slot, inIronCalc);
    const whole = result === null ? undefined : this.#withEmpty(result, expression.texts, inIronCalc, cell);
    return whole === undefined ? null : resultArgument(whole);
  }

  /** What IronCalc computed around the results of the calls; undefined while it has yet to. */
  bodyResult(cell: FormulaCell, sheet: SheetModel, body: Parts): Result | undefined {
    if (cell.calls.length > 0) this.writeBody(cell, sheet, this.#joined(cell, body));
    const isNew = cell.epoch === this.#grid.epoch || this.#awaitsResult(cell, body);
    return isNew ? undefined : this.computed(cell, sheet);
  }

  /** What IronCalc computed; undefined while it has yet to. */
  computed(cell: FormulaCell, sheet: SheetModel): Result | undefined {
    const inPlace = this.#grid.read(this.#mirror.sheet(sheet), cell.row, cell.column);
    const result = inPlace === SPILL_BLOCKED ? this.#elsewhere(cell) : inPlace;
    if (inPlace !== SPILL_BLOCKED && cell.elsewhere) {
      this.#scratch.release(cell.elsewhere, "expression");
      cell.elsewhere = null;
    }
    if (result === undefined) return undefined;
    return this.#withEmpty(result, cell.texts, forIronCalc(cell.written ?? ""), cell);
  }

  /**
   * IronCalc makes zeros of empty cells that a formula gives on. Joined with a text they are none: so where zeros
   * are, the formula is computed once more as texts. Undefined while that has yet to be done.
   */
  #withEmpty(result: Result, hidden: Hidden, text: string, cell: FormulaCell): Result | undefined {
    if (!matrixOf(result).some((row) => row.includes(0)) || !givesOn(text)) return result;
    const asTexts = `(${text})&""`;
    hidden.slot ??= this.#scratch.slot("expression");
    if (hidden.text !== asTexts) {
      this.#recent.add(cell);
      this.#scratch.write(hidden.slot, asTexts);
      hidden.text = asTexts;
    }
    const texts = hidden.slot.epoch === this.#grid.epoch ? null : this.#scratch.read(hidden.slot, asTexts);
    if (texts === null) return undefined;
    const rows = matrixOf(texts);
    const whole = matrixOf(result).map((row, r) =>
      row.map((value, c) => (value === 0 && rows[r]?.[c] === "" ? null : value)),
    );
    return isMatrix(result) ? whole : (whole[0]?.[0] ?? null);
  }

  /** What a formula would show if nothing were in its way: then it can be said what is. */
  #elsewhere(cell: FormulaCell): Result | undefined {
    const text = forIronCalc(cell.written ?? "");
    if (cell.elsewhere === null) {
      this.#recent.add(cell);
      cell.elsewhere = this.#scratch.wideSlot();
      this.#scratch.write(cell.elsewhere, text);
    }
    if (cell.elsewhere.epoch === this.#grid.epoch) return undefined;
    return this.#scratch.read(cell.elsewhere, text) ?? undefined;
  }

  /** True while a result these parts refer to is new to IronCalc. */
  #awaitsResult(cell: FormulaCell, parts: Parts): boolean {
    return parts.some(
      (part) => typeof part === "number" && cell.calls[part]?.resultSlot?.epoch === this.#grid.epoch,
    );
  }

  /** The text for IronCalc, with references to where the results of calls are. */
  #joined(cell: FormulaCell, parts: Parts): string {
    return parts
      .map((part) => {
        const call = typeof part === "number" ? cell.calls[part] : undefined;
        if (!call) return part;
        call.resultSlot ??= this.#scratch.slot("result");
        return this.#scratch.hold(call.resultSlot, call.outcome?.result ?? null);
      })
      .join("");
  }
}
