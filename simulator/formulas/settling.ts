/**
 * Takes into the cells what IronCalc computed and what functions of the add-on gave, in the order in which formulas
 * depend on each other, and finds which calls must be made.
 */

import type { Area } from "../services/a1.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import {
  type Argument,
  cellsArgument,
  OMITTED,
  resultArgument,
  sameArgument,
  sameArguments,
} from "./arguments.ts";
import type { CallRunner } from "./call-runner.ts";
import type { ArgumentPlan } from "./calls.ts";
import { type AreaNode, isArea, keyOfMention, type Order, ordered } from "./dependencies.ts";
import type { Engine } from "./engine.ts";
import type { CallState, FormulaCell } from "./formula-cell.ts";
import type { Mention } from "./formula-text.ts";
import { explained, VOLATILE } from "./functions.ts";
import type { Outcome } from "./outcome.ts";
import type { Shown } from "./shown.ts";
import { CIRCULAR, FormulaError, isMatrix, type Result, VOLATILE_ARGUMENT } from "./value.ts";

type CallStanding = "known" | "due" | "stale";

interface Flags {
  waiting: boolean;
  volatile: boolean;
  /** Not computed with the newest values yet. */
  stale: boolean;
  /** Changed, and IronCalc does not know it yet. */
  fresh: boolean;
}

export interface SettlingParts {
  readonly workbook: Workbook;
  readonly engine: Engine;
  readonly shown: Shown<FormulaCell>;
  readonly runner: CallRunner;
  /** Names of the add-on's functions in capitals. */
  readonly custom: ReadonlySet<string>;
}

export class Settling {
  readonly #parts: SettlingParts;
  #order: Order<FormulaCell> = ordered([]);
  /** Ranges as they were handed to functions last, so that many formulas share one. */
  #ranges = new Map<string, Argument>();
  #freshRanges = new Map<string, Argument>();

  constructor(parts: SettlingParts) {
    this.#parts = parts;
  }

  /** Must be called when formulas came or went. */
  reorder(cells: readonly FormulaCell[]): void {
    this.#order = ordered(cells);
  }

  /** Takes what IronCalc computed, and what our functions gave, into the cells. Says whether there is more to do. */
  settle(cells: readonly FormulaCell[]): boolean {
    this.#settleCircles(cells);
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
    if (spills) this.#order = ordered(cells);
    return spills || cells.some((cell) => cell.unsettled);
  }

  /** A formula that is in a circle only because of what it spills stays an error until it is typed anew. */
  #settleCircles(cells: readonly FormulaCell[]): void {
    const spilling = this.#order.circular.filter((cell) => cell.spill !== null && cell.calls.length > 0);
    if (spilling.length === 0) return;
    const still = new Set(ordered(cells.map(withoutSpill)).circular.map(({ cell }) => cell));
    for (const cell of spilling) if (!still.has(cell)) cell.feedsItself = true;
  }

  #settleCircle(cell: FormulaCell): void {
    const sheet = this.#parts.workbook.sheetById(cell.sheetId);
    if (!sheet) return;
    cell.waiting = false;
    cell.unsettled = false;
    for (const call of cell.calls) call.due = null;
    if (cell.error) this.#parts.shown.place(cell, sheet, cell.error);
    else if (cell.calls.length > 0) this.#placeCircle(cell, sheet);
    else {
      const result = this.#parts.engine.computed(cell, sheet) ?? CIRCULAR;
      this.#parts.shown.place(cell, sheet, this.#worded(cell, result));
    }
  }

  #placeCircle(cell: FormulaCell, sheet: SheetModel): boolean {
    if (cell.plan.body !== null) this.#parts.engine.writeBody(cell, sheet, CIRCULAR.code);
    return this.#parts.shown.place(cell, sheet, CIRCULAR);
  }

  /** Says whether the cell shows something new that IronCalc does not know yet. */
  #settleCell(cell: FormulaCell, flags: ReadonlyMap<AreaNode<FormulaCell>, Flags>): boolean {
    const sheet = this.#parts.workbook.sheetById(cell.sheetId);
    if (!sheet) return false;
    for (const call of cell.calls) call.due = null;
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
    if (cell.error) {
      this.#parts.shown.place(cell, sheet, cell.error);
      return false;
    }
    if (cell.feedsItself) return this.#placeCircle(cell, sheet);
    if (cell.waiting) return this.#parts.shown.load(cell);
    if (cell.unsettled) return false;
    const states = this.#settleCalls(cell, (call) => isVolatile(call.plan.functions, call.plan.mentions));
    if (states.has("due")) {
      cell.waiting = true;
      return this.#parts.shown.load(cell);
    }
    if (states.has("stale")) {
      cell.unsettled = true;
      return false;
    }
    const { body } = cell.plan;
    if (body === null) {
      return this.#parts.shown.place(cell, sheet, cell.calls[cell.calls.length - 1]?.outcome?.result ?? null);
    }
    const result = this.#parts.engine.bodyResult(cell, sheet, body);
    cell.unsettled = result === undefined;
    if (result === undefined) return false;
    this.#parts.shown.place(cell, sheet, this.#worded(cell, result));
    // Blocked here and not there: IronCalc lacks a column of what is in the way, and others would read its array.
    if (isMatrix(result) && !isMatrix(cell.result)) cell.reach = result[0]?.length ?? 0;
    return false;
  }

  /** How its calls stand. `due`: one must be made first. `stale`: IronCalc must compute an argument first. */
  #settleCalls(cell: FormulaCell, isVolatile: (call: CallState) => boolean): ReadonlySet<CallStanding> {
    const standings: CallStanding[] = [];
    for (const call of cell.calls) {
      const before = call.plan.args.flatMap(callsIn);
      const waits = before.map((i) => standings[i]).find((standing) => standing !== "known");
      const failed = call.plan.args
        .map((arg) => (arg.kind === "call" ? cell.calls[arg.call]?.outcome : null))
        .find(isFailure);
      if (waits) standings.push(waits);
      else if (isVolatile(call)) standings.push(this.#given(call, VOLATILE_ARGUMENT));
      else if (failed) standings.push(this.#given(call, failed.result));
      else standings.push(this.#settleCall(cell, call));
    }
    return new Set(standings);
  }

  /** What a call gives without being made. */
  #given(call: CallState, result: Result): "known" {
    call.args = null;
    call.outcome = { result, dates: null };
    return "known";
  }

  #settleCall(cell: FormulaCell, call: CallState): CallStanding {
    const args: Argument[] = [];
    for (const i of call.plan.args.keys()) {
      const argument = this.#argument(cell, call, i);
      if (argument === null) return "stale";
      args.push(argument);
    }
    if (call.args && sameArguments(call.args, args)) return "known";
    const remembered = this.#parts.runner.remembered(call.plan.name, args);
    if (remembered) {
      call.args = args;
      call.outcome = remembered;
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
        return resultArgument(cell.calls[arg.call]?.outcome?.result ?? null);
      case "cells":
        return this.#cellsArgument(arg.mention);
      case "expression":
        return this.#parts.engine.argument(cell, call, i, arg.parts);
    }
  }

  #cellsArgument(mention: Mention): Argument {
    const key = keyOfMention(mention);
    const fresh = this.#freshRanges.get(key);
    if (fresh) return fresh;
    const sheet = this.#parts.workbook.sheetById(mention.sheetId);
    if (!sheet) return OMITTED;
    const argument = cellsArgument(mention, sheet, this.#parts.shown);
    const before = this.#ranges.get(key);
    const range = before && sameArgument(before, argument) ? before : argument;
    this.#freshRanges.set(key, range);
    return range;
  }

  /** A result with what Sheets says where IronCalc says less or something else. */
  #worded(cell: FormulaCell, result: Result): Result {
    if (!(result instanceof FormulaError)) return result;
    const inner = cell.calls.map(({ outcome }) => outcome?.result);
    const cause = inner.find((one) => {
      return one instanceof FormulaError && (one === VOLATILE_ARGUMENT || one.code === result.code);
    });
    return cause ?? explained(result, cell.plan.functions, this.#parts.custom);
  }
}

/** The calls whose results an argument is made of. */
function callsIn(arg: ArgumentPlan): readonly number[] {
  if (arg.kind === "call") return [arg.call];
  return arg.kind === "expression" ? arg.parts.filter((part) => typeof part === "number") : [];
}

function isFailure(outcome: Outcome | null | undefined): outcome is Outcome {
  return outcome?.result instanceof FormulaError;
}

function sameArea(a: Area | null, b: Area | null): boolean {
  if (a === null || b === null) return a === b;
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

function withoutSpill(cell: FormulaCell) {
  const { sheetId, row, column, mentions } = cell;
  return { cell, sheetId, row, column, mentions, spill: null };
}
