/**
 * Computes the formulas of a workbook. The workbook keeps their texts; IronCalc computes what is built in; functions
 * of the add-on run through its bundle, as Google runs them, and only when their arguments changed.
 *
 * What is built in is up to date whenever a value is read. Functions of the add-on show `Loading...` until
 * `recalculate` has run them.
 */

import type { Area } from "../services/a1.ts";
import type { Scalar } from "../services/column.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { FormulaHost, Workbook } from "../services/workbook.ts";
import { serialOfInstant } from "../services/zones.ts";
import {
  type Argument,
  cellsArgument,
  forScript,
  keyOf,
  OMITTED,
  resultArgument,
  sameArgument,
  sameArguments,
} from "./arguments.ts";
import { plan } from "./calls.ts";
import { type AreaNode, isArea, keyOfMention, type Order, ordered } from "./dependencies.ts";
import { forIronCalc } from "./dialect.ts";
import { SPILL_BLOCKED } from "./errors.ts";
import { ResultFormats } from "./formats.ts";
import { type CallState, FormulaCell } from "./formula-cell.ts";
import { type Mention, prepared } from "./formula-text.ts";
import { explained, READS_ANYTHING, READS_AROUND, VOLATILE } from "./functions.ts";
import { Grid } from "./grid.ts";
import { Mirror } from "./mirror.ts";
import { Scratch } from "./scratch.ts";
import { type ChangedArea, Shown } from "./shown.ts";
import {
  CIRCULAR,
  FormulaError,
  isMatrix,
  LOADING,
  type Result,
  shownScalar,
  type Value,
  VOLATILE_ARGUMENT,
} from "./value.ts";

export type { ChangedArea } from "./shown.ts";

/** What a function of the add-on may give: see `customResult` in runtime/values.ts. */
export type Given = string | number | boolean | Date;

export interface FormulasOptions {
  /** The add-on's functions for cells: `customFunctions(bundle.code)`. */
  readonly names: readonly string[];
  /** Runs one of them. Rejects with the sentence the cell shall explain its `#ERROR!` with. */
  readonly call: (name: string, args: readonly unknown[]) => Promise<Given | Given[][]>;
}

/** Called more often in one recalculation, a function feeds its own arguments. */
const MOST_RUNS = 25;
const MOST_ROUNDS = 200;
/** Google runs 30 executions of a user at once; a few are enough here. */
const AT_ONCE = 4;
const REMEMBERED_CALLS = 20_000;

interface Outcome {
  readonly result: Result;
  /** The formats of the dates in it. */
  readonly dates: CallState["dates"];
}

interface Flags {
  waiting: boolean;
  volatile: boolean;
  /** Not computed with the newest values yet. */
  stale: boolean;
  /** Changed, and IronCalc does not know it yet. */
  fresh: boolean;
}

export class Formulas implements FormulaHost {
  readonly #workbook: Workbook;
  readonly #names: ReadonlySet<string>;
  readonly #spelling: ReadonlyMap<string, string>;
  readonly #call: FormulasOptions["call"];
  #grid: Grid;
  #mirror: Mirror;
  #scratch: Scratch;
  #timeZone: string;
  readonly #shown = new Shown<FormulaCell>();
  readonly #formats: ResultFormats;
  /** By sheet id and column, then row. */
  #cells = new Map<string, Map<number, FormulaCell>>();
  #all: readonly FormulaCell[] = [];
  #order: Order<FormulaCell> = ordered([]);
  /** Ranges as they were handed to functions last, so that many formulas share one. */
  #ranges = new Map<string, Argument>();
  #freshRanges = new Map<string, Argument>();
  #environment = "";
  #seen = -1;
  #remembered = new Map<string, Outcome>();
  #running: Promise<unknown> = Promise.resolve();
  #changes: ChangedArea[] = [];

  /** Becomes the workbook's formula host. */
  constructor(workbook: Workbook, { names, call }: FormulasOptions) {
    this.#workbook = workbook;
    this.#spelling = new Map(names.map((name) => [name.toUpperCase(), name]));
    this.#names = new Set(this.#spelling.keys());
    this.#call = call;
    this.#timeZone = workbook.timeZone;
    this.#grid = new Grid(workbook.timeZone);
    this.#mirror = new Mirror(this.#grid);
    this.#scratch = new Scratch(this.#grid);
    this.#formats = new ResultFormats(workbook, this.#shown);
    workbook.formulaHost = this;
  }

  /** The tabs of which IronCalc holds anything. */
  get loadedTabs(): readonly string[] {
    return this.#mirror.loadedTabs;
  }

  /** For the workbook: what a formula gives now; rows of values where it spills. */
  evaluate(sheet: SheetModel, row: number, column: number): Scalar | Scalar[][] {
    if (this.#workbook.revision !== this.#seen) this.#refresh();
    const cell = this.#cells.get(`${sheet.id}:${column}`)?.get(row);
    const result = cell?.result ?? null;
    if (cell?.loading) {
      if (!isMatrix(result)) return LOADING.code;
      return result.map((values, r) =>
        values.map((value, c) => (r + c === 0 ? LOADING.code : shownScalar(value))),
      );
    }
    return isMatrix(result) ? result.map((values) => values.map(shownScalar)) : shownScalar(result);
  }

  /** For the workbook: the number format a result brings along (a date's, say); null where it brings none. */
  format(sheet: SheetModel, row: number, column: number): string | null {
    return this.#formats.at(sheet.id, row, column);
  }

  /** The sentence Sheets shows for a cell with an error; null for other cells. Rows and columns are 0-based. */
  explanation(sheetId: number, row: number, column: number): string | null {
    const value = this.#shown.column(sheetId, column)?.get(row)?.value;
    return value instanceof FormulaError ? value.message : null;
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
    const tell = () => {
      const changed = this.#changes;
      this.#changes = [];
      if (changed.length > 0) onChange(changed);
      all.push(...changed);
    };
    for (const cell of this.#all) for (const call of cell.calls) call.runs = 0;
    for (;;) {
      this.#refresh();
      tell();
      const due = this.#all.flatMap(({ calls }) => calls.filter((call) => call.due !== null));
      if (due.length === 0) return all;
      await this.#run(due);
    }
  }

  /** Calls the functions, equal calls once. */
  async #run(due: readonly CallState[]): Promise<void> {
    const groups = new Map<string | CallState, CallState[]>();
    for (const call of due) {
      const key = keyOf(call.plan.name, call.due ?? []) ?? call;
      groups.set(key, [...(groups.get(key) ?? []), call]);
    }
    const queue = [...groups];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.#runGroup(...next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #runGroup(key: string | CallState, group: readonly CallState[]): Promise<void> {
    const [first] = group;
    const args = first?.due;
    if (!first || !args) return;
    const ended = first.runs >= MOST_RUNS;
    const outcome = ended ? { result: CIRCULAR, dates: null } : await this.#outcome(first.plan.name, args);
    for (const call of group) {
      call.args = args;
      call.result = outcome.result;
      call.dates = outcome.dates;
      call.due = null;
      call.runs++;
    }
    if (typeof key !== "string" || outcome.result instanceof FormulaError) return;
    if (this.#remembered.size >= REMEMBERED_CALLS) this.#remembered.clear();
    this.#remembered.set(key, outcome);
  }

  async #outcome(name: string, args: readonly Argument[]): Promise<Outcome> {
    const { timeZone } = this.#workbook;
    try {
      const given = await this.#call(
        this.#spelling.get(name) ?? name,
        args.map((argument) => forScript(argument, timeZone)),
      );
      return outcomeOf(given, timeZone);
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      return { result: new FormulaError("#ERROR!", message), dates: null };
    }
  }

  /** Brings everything up to date that needs no function of the add-on to run. */
  #refresh(): void {
    if (!this.#mirror.fits(this.#workbook) || this.#timeZone !== this.#workbook.timeZone) this.#startAnew();
    let more = this.#collect();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.#load();
      if (round > 0 && !this.#grid.dirty && !more) break;
      if (this.#grid.dirty || (round === 0 && this.#all.some((cell) => cell.volatile))) this.#grid.evaluate();
      more = this.#settle();
    }
    const changed = this.#shown.takeChanges();
    this.#changes.push(...changed);
    if (changed.length > 0) this.#workbook.touch();
    this.#seen = this.#workbook.revision;
  }

  #startAnew(): void {
    this.#grid.free();
    this.#timeZone = this.#workbook.timeZone;
    this.#grid = new Grid(this.#timeZone);
    this.#mirror = new Mirror(this.#grid);
    this.#scratch = new Scratch(this.#grid);
    this.#environment = "";
    for (const cell of this.#all) {
      cell.written = null;
      cell.elsewhere = null;
      for (const call of cell.calls) {
        call.expressions.clear();
        call.resultSlot = null;
      }
    }
  }

  /** Takes up new and changed formulas and lets go of those that are gone. */
  #collect(): boolean {
    const environment = environmentOf(this.#workbook);
    const same = environment === this.#environment;
    this.#environment = environment;
    const before = this.#cells;
    let changed = false;
    this.#cells = new Map();
    for (const sheet of this.#workbook.sheets) {
      for (const [index, column] of sheet.columns.entries()) {
        if (column.formulas.size === 0) continue;
        const key = `${sheet.id}:${index}`;
        const known = before.get(key);
        const cells = new Map<number, FormulaCell>();
        this.#cells.set(key, cells);
        for (const [row, formula] of column.formulas) {
          const old = known?.get(row);
          const stays = old?.formula === formula;
          if (stays && same) {
            cells.set(row, old);
            known?.delete(row);
            continue;
          }
          const made = this.#made({ sheetId: sheet.id, row, column: index }, formula, sheet);
          if (stays && old && sameMeaning(old, made)) {
            cells.set(row, old);
            known?.delete(row);
            continue;
          }
          changed = true;
          if (old) this.#handOver(old, made);
          cells.set(row, made);
        }
      }
    }
    for (const column of before.values()) {
      for (const cell of column.values()) {
        changed = true;
        this.#letGo(cell);
      }
    }
    this.#all = [...this.#cells.values()].flatMap((column) => [...column.values()]);
    for (const cell of this.#all) if (cell.written === null) this.#write(cell);
    if (changed) this.#order = ordered(this.#all);
    return changed;
  }

  #made(
    place: { readonly sheetId: number; readonly row: number; readonly column: number },
    formula: string,
    sheet: SheetModel,
  ): FormulaCell {
    const ready = prepared(formula, sheet, this.#workbook);
    return new FormulaCell(place, formula, ready, plan(ready, this.#names));
  }

  /** A formula that only means other cells now need not call again what it called already. */
  #handOver(old: FormulaCell, made: FormulaCell): void {
    for (const [i, call] of made.calls.entries()) {
      const known = old.calls[i];
      if (known?.plan.name !== call.plan.name) continue;
      call.args = known.args;
      call.result = known.result;
      call.dates = known.dates;
    }
  }

  #letGo(cell: FormulaCell): void {
    this.#shown.remove(cell);
    if (cell.plan.body !== null && cell.written !== null) this.#mirror.eraseFormula(cell);
    if (cell.elsewhere) this.#scratch.release(cell.elsewhere, "expression");
    for (const call of cell.calls) {
      for (const { slot } of call.expressions.values()) this.#scratch.release(slot, "expression");
      if (call.resultSlot) this.#scratch.release(call.resultSlot, "result");
    }
  }

  /** Hands IronCalc what it can compute of a formula at once: what contains no call of our functions. */
  #write(cell: FormulaCell): void {
    const sheet = this.#sheetOf(cell);
    cell.written = "";
    if (!sheet) return;
    if (cell.plan.error) {
      this.#writeBody(cell, sheet, cell.plan.error.code);
      return;
    }
    // A formula must not be written before the sheets it reads are there: IronCalc would take its ranges for cells.
    for (const { sheetId } of cell.plan.loads) {
      const read = this.#workbook.sheetById(sheetId);
      if (read) this.#mirror.sheet(read);
    }
    const { body } = cell.plan;
    if (body?.every((part) => typeof part === "string")) this.#writeBody(cell, sheet, body.join(""));
    for (const call of cell.calls) {
      for (const [i, arg] of call.plan.args.entries()) {
        if (arg.kind !== "expression" || !arg.parts.every((part) => typeof part === "string")) continue;
        this.#writeExpression(call, i, arg.parts.join(""));
      }
    }
  }

  #writeBody(cell: FormulaCell, sheet: SheetModel, text: string): void {
    if (cell.written === text) return;
    this.#mirror.writeFormula(sheet, cell, forIronCalc(text));
    cell.written = text;
    cell.epoch = this.#grid.epoch;
  }

  #writeExpression(call: CallState, i: number, text: string): void {
    const known = call.expressions.get(i) ?? { slot: this.#scratch.slot("expression"), text: null };
    call.expressions.set(i, known);
    if (known.text === text) return;
    this.#scratch.write(known.slot, forIronCalc(text));
    known.text = text;
  }

  /** Loads the columns that formulas read. */
  #load(): void {
    const columns = new Map<number, Set<number>>();
    const add = (sheet: SheetModel, from: number, to: number) => {
      const set = columns.get(sheet.id) ?? new Set<number>();
      columns.set(sheet.id, set);
      for (let column = from; column < to; column++) set.add(column);
    };
    for (const { plan: read, sheetId: home, column, reach } of this.#all) {
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
      for (const column of set)
        if (column < sheet.maxColumns) this.#mirror.update(sheet, column, this.#shown);
    }
  }

  /** Takes what IronCalc computed, and what our functions gave, into the cells. Says whether there is more to do. */
  #settle(): boolean {
    this.#settleCircles();
    this.#freshRanges = new Map();
    const flags = new Map<AreaNode<FormulaCell>, Flags>();
    const fresh = new Set<FormulaCell>();
    let spills = false;
    for (const step of this.#order.steps) {
      if (isArea(step)) {
        flags.set(step, {
          waiting: step.cells.some((cell) => cell.waiting),
          volatile: step.cells.some((cell) => cell.volatile),
          stale: step.cells.some((cell) => cell.unsettled),
          fresh: step.cells.some((cell) => fresh.has(cell)),
        });
        continue;
      }
      const spill = step.spill;
      if (this.#settleCell(step, flags)) fresh.add(step);
      spills ||= !sameArea(spill, step.spill);
    }
    for (const cell of this.#order.circular) this.#settleCircle(cell);
    this.#ranges = this.#freshRanges;
    if (spills) this.#order = ordered(this.#all);
    return spills || this.#all.some((cell) => cell.unsettled);
  }

  /** A formula that is in a circle only because of what it spills stays an error until it is typed anew. */
  #settleCircles(): void {
    const spilling = this.#order.circular.filter((cell) => cell.spill !== null && cell.calls.length > 0);
    if (spilling.length === 0) return;
    const still = new Set(ordered(this.#all.map(withoutSpill)).circular.map(({ cell }) => cell));
    for (const cell of spilling) if (!still.has(cell)) cell.feedsItself = true;
  }

  #settleCircle(cell: FormulaCell): void {
    const sheet = this.#sheetOf(cell);
    if (!sheet) return;
    for (const call of cell.calls) call.due = null;
    if (cell.calls.length > 0) this.#placeCircle(cell, sheet);
    else this.#shown.place(cell, sheet, this.#computed(cell, sheet) ?? CIRCULAR);
  }

  #placeCircle(cell: FormulaCell, sheet: SheetModel): boolean {
    if (cell.plan.body !== null) this.#writeBody(cell, sheet, CIRCULAR.code);
    return this.#shown.place(cell, sheet, CIRCULAR);
  }

  /** Says whether the cell shows something new that IronCalc does not know yet. */
  #settleCell(cell: FormulaCell, flags: ReadonlyMap<AreaNode<FormulaCell>, Flags>): boolean {
    const sheet = this.#sheetOf(cell);
    if (!sheet) return false;
    const of = (mention: Mention) => {
      const area = this.#order.areaOf(mention);
      return area ? flags.get(area) : undefined;
    };
    const all = cell.plan.mentions.map(of);
    const isVolatile = (names: readonly string[], mentions: readonly Mention[]) =>
      names.some((name) => VOLATILE.has(name)) || mentions.some((mention) => of(mention)?.volatile === true);
    cell.waiting = all.some((flag) => flag?.waiting);
    cell.unsettled = all.some((flag) => flag?.stale) || cell.plan.loads.some((mention) => of(mention)?.fresh);
    cell.volatile = isVolatile(cell.plan.functions, cell.plan.mentions);
    if (cell.plan.error) {
      this.#shown.place(cell, sheet, cell.plan.error);
      return false;
    }
    if (cell.feedsItself) return this.#placeCircle(cell, sheet);
    if (cell.waiting) return this.#shown.load(cell);
    if (cell.unsettled) return false;
    for (const call of cell.calls) {
      const never = isVolatile(call.plan.functions, call.plan.mentions);
      const state = never ? this.#neverEnds(call) : this.#settleCall(cell, call);
      if (state === "known") continue;
      if (state === "stale") {
        cell.unsettled = true;
        return false;
      }
      cell.waiting = true;
      return this.#shown.load(cell);
    }
    const last = cell.calls[cell.calls.length - 1];
    if (cell.plan.body === null) return this.#shown.place(cell, sheet, last?.result ?? null);
    if (last) {
      this.#writeBody(cell, sheet, this.#joined(cell, cell.plan.body));
      if (cell.epoch === this.#grid.epoch || this.#uncomputed(cell, cell.plan.body)) {
        cell.unsettled = true;
        return false;
      }
    }
    const result = this.#computed(cell, sheet);
    cell.unsettled = result === undefined;
    if (result === undefined) return false;
    this.#shown.place(cell, sheet, result);
    // Blocked here and not there: IronCalc lacks a column of what is in the way, and others would read its array.
    if (isMatrix(result) && !isMatrix(cell.result)) cell.reach = result[0]?.length ?? 0;
    return false;
  }

  #neverEnds(call: CallState): "known" {
    call.args = null;
    call.due = null;
    call.result = VOLATILE_ARGUMENT;
    return "known";
  }

  /** `due`: it must be called first. `stale`: IronCalc must compute an argument first. */
  #settleCall(cell: FormulaCell, call: CallState): "known" | "due" | "stale" {
    const args: Argument[] = [];
    for (const i of call.plan.args.keys()) {
      const argument = this.#argument(cell, call, i);
      if (argument === null) return "stale";
      args.push(argument);
    }
    call.due = null;
    if (call.args && sameArguments(call.args, args)) return "known";
    const key = keyOf(call.plan.name, args);
    const remembered = key === null ? undefined : this.#remembered.get(key);
    if (remembered !== undefined) {
      call.args = args;
      call.result = remembered.result;
      call.dates = remembered.dates;
      return "known";
    }
    call.due = args;
    return "due";
  }

  /** Null while IronCalc has yet to compute it. */
  #argument(cell: FormulaCell, call: CallState, i: number): Argument | null {
    const arg = call.plan.args[i];
    switch (arg?.kind) {
      case undefined:
      case "omitted":
        return OMITTED;
      case "constant":
        return { value: arg.value };
      case "call":
        return resultArgument(cell.calls[arg.call]?.result ?? null);
      case "cells": {
        return this.#cellsArgument(arg.mention);
      }
      case "expression": {
        const text = this.#joined(cell, arg.parts);
        this.#writeExpression(call, i, text);
        const expression = call.expressions.get(i);
        if (!expression || expression.slot.epoch === this.#grid.epoch) return null;
        if (this.#uncomputed(cell, arg.parts)) return null;
        const result = this.#scratch.read(expression.slot, forIronCalc(text));
        return result === null ? null : resultArgument(result);
      }
    }
  }

  #cellsArgument(mention: Mention): Argument {
    const key = keyOfMention(mention);
    const fresh = this.#freshRanges.get(key);
    if (fresh) return fresh;
    const sheet = this.#workbook.sheetById(mention.sheetId);
    if (!sheet) return OMITTED;
    const argument = cellsArgument(mention, sheet, this.#shown);
    const before = this.#ranges.get(key);
    const range = before && sameArgument(before, argument) ? before : argument;
    this.#freshRanges.set(key, range);
    return range;
  }

  /** True while a result these parts refer to is new to IronCalc. */
  #uncomputed(cell: FormulaCell, parts: readonly (string | number)[]): boolean {
    return parts.some(
      (part) => typeof part === "number" && cell.calls[part]?.resultSlot?.epoch === this.#grid.epoch,
    );
  }

  /** The text for IronCalc, with references to where the results of calls are. */
  #joined(cell: FormulaCell, parts: readonly (string | number)[]): string {
    return parts
      .map((part) => {
        const call = typeof part === "number" ? cell.calls[part] : undefined;
        if (!call) return part;
        call.resultSlot ??= this.#scratch.slot("result");
        return this.#scratch.hold(call.resultSlot, call.result ?? null);
      })
      .join("");
  }

  /** What IronCalc computed; undefined while it has yet to. */
  #computed(cell: FormulaCell, sheet: SheetModel): Result | undefined {
    const inPlace = this.#grid.read(this.#mirror.sheet(sheet), cell.row, cell.column);
    const result = inPlace === SPILL_BLOCKED ? this.#elsewhere(cell) : inPlace;
    if (inPlace !== SPILL_BLOCKED && cell.elsewhere) {
      this.#scratch.release(cell.elsewhere, "expression");
      cell.elsewhere = null;
    }
    if (result === 0 && this.#isEmptyReference(cell)) return null;
    if (!(result instanceof FormulaError)) return result;
    const cause = cell.calls.find(({ result: inner }) => {
      return inner instanceof FormulaError && (inner === VOLATILE_ARGUMENT || inner.code === result.code);
    });
    return cause?.result ?? explained(result, cell.plan.functions, this.#names);
  }

  /** What a formula would show if nothing were in its way: then it can be said what is. */
  #elsewhere(cell: FormulaCell): Result | undefined {
    const text = forIronCalc(cell.written ?? "");
    if (cell.elsewhere === null) {
      cell.elsewhere = this.#scratch.wideSlot();
      this.#scratch.write(cell.elsewhere, text);
    }
    if (cell.elsewhere.epoch === this.#grid.epoch) return undefined;
    return this.#scratch.read(cell.elsewhere, text) ?? undefined;
  }

  /** `=A1` of an empty cell is empty in Sheets; IronCalc makes it zero. */
  #isEmptyReference({ plan: { mentions }, prepared: { text } }: FormulaCell): boolean {
    const [mention] = mentions;
    if (!mention || mention.start > 0 || mention.end < text.length) return false;
    const argument = this.#cellsArgument(mention);
    return "value" in argument && argument.value === null;
  }

  #sheetOf(cell: FormulaCell): SheetModel | null {
    return this.#workbook.sheetById(cell.sheetId);
  }
}

/** True when a formula typed alike still means the same cells. */
function sameMeaning(a: FormulaCell, b: FormulaCell): boolean {
  if (a.prepared.text !== b.prepared.text || a.plan.error || b.plan.error) return false;
  return a.mentions.every((mention, i) => mention.sheetId === b.mentions[i]?.sheetId);
}

function sameArea(a: Area | null, b: Area | null): boolean {
  if (a === null || b === null) return a === b;
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

function withoutSpill(cell: FormulaCell) {
  const { sheetId, row, column, mentions } = cell;
  return { cell, sheetId, row, column, mentions, spill: null };
}

/** What the meaning of a formula depends on besides its text. */
function environmentOf(workbook: Workbook): string {
  return JSON.stringify([
    workbook.sheets.map(({ id, name, maxRows, maxColumns }) => [id, name, maxRows, maxColumns]),
    workbook.namedRanges.map(({ name, sheetId, area }) => [name, sheetId, area]),
  ]);
}

/** Dates become serial numbers; rows are made equally long; nothing at all is an empty cell. */
function outcomeOf(given: Given | Given[][], timeZone: string): Outcome {
  const value = (one: Given | undefined): Value => {
    if (one === undefined || one === "") return null;
    return one instanceof Date ? serialOfInstant(timeZone, one.getTime()) : one;
  };
  const rows = Array.isArray(given) ? given : [[given]];
  const width = Math.max(0, ...rows.map((row) => row.length));
  const hasDates = rows.some((row) => row.some((one) => one instanceof Date));
  const dates = hasDates ? rows.map((row) => row.map((one) => dateFormat(one, value(one)))) : null;
  if (!Array.isArray(given)) return { result: value(given), dates };
  if (given.length === 0 || width === 0) return { result: null, dates: null };
  return { result: given.map((row) => Array.from({ length: width }, (_, c) => value(row[c]))), dates };
}

/** As for a Date that a script writes into a cell. */
function dateFormat(given: Given | undefined, value: Value): string | null {
  if (!(given instanceof Date)) return null;
  return Number.isInteger(value) ? "M/d/yyyy" : "M/d/yyyy H:mm:ss";
}

/** The functions marked `@customfunction` in a bundle, as written. */
export function customFunctions(code: string): string[] {
  const declared = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*function\s+([A-Za-z_$][\w$]*)\s*\(/g;
  return [...code.matchAll(declared)].flatMap(([, doc, name]) =>
    doc?.includes("@customfunction") && name ? [name] : [],
  );
}
