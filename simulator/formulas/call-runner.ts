/** Runs the functions of the add-on, equal calls once, and remembers what small calls gave. */

import type { Workbook } from "../services/workbook.ts";
import { type Argument, forScript, keyOf } from "./arguments.ts";
import type { CallState } from "./formula-cell.ts";
import { type Given, type Outcome, outcomeOf } from "./outcome.ts";
import { CIRCULAR, FormulaError } from "./value.ts";

export interface FormulasOptions {
  /** The add-on's functions for cells: `customFunctions(bundle.code)`. */
  readonly names: readonly string[];
  /** Runs one of them. Rejects with the sentence the cell shall explain its `#ERROR!` with. */
  readonly call: (name: string, args: readonly unknown[]) => Promise<Given | Given[][]>;
}

/** Called more often in one recalculation, a function feeds its own arguments. */
const MOST_RUNS = 25;
/** Google runs 30 executions of a user at once; a few are enough here. */
const AT_ONCE = 4;
const REMEMBERED_CALLS = 20_000;

export class CallRunner {
  readonly #workbook: Workbook;
  readonly #spelling: ReadonlyMap<string, string>;
  readonly #call: FormulasOptions["call"];
  readonly #remembered = new Map<string, Outcome>();

  constructor(workbook: Workbook, { names, call }: FormulasOptions) {
    this.#workbook = workbook;
    this.#spelling = new Map(names.map((name) => [name.toUpperCase(), name]));
    this.#call = call;
  }

  /** What a function gave for these arguments, wherever it was called from; null when that is not known. */
  remembered(name: string, args: readonly Argument[]): Outcome | null {
    const key = keyOf(name, args);
    return key === null ? null : (this.#remembered.get(key) ?? null);
  }

  /** Makes the calls that are due. */
  async run(due: readonly CallState[]): Promise<void> {
    const groups = new Map<string | CallState, CallState[]>();
    for (const call of due) {
      const key = keyOf(call.plan.name, call.due ?? []) ?? call;
      const group = groups.get(key);
      if (group) group.push(call);
      else groups.set(key, [call]);
    }
    const queue = [...groups];
    // Many formulas may share one range: it is made ready for them once.
    const ready = new Map<Argument, unknown>();
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await this.#runGroup(...next, ready);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async #runGroup(
    key: string | CallState,
    group: readonly CallState[],
    ready: Map<Argument, unknown>,
  ): Promise<void> {
    const [first] = group;
    const args = first?.due;
    if (!first || !args) return;
    const ended = first.runs >= MOST_RUNS;
    const outcome = ended
      ? { result: CIRCULAR, dates: null }
      : await this.#outcome(first.plan.name, args, ready);
    for (const call of group) {
      call.args = args;
      call.outcome = outcome;
      call.due = null;
      call.runs++;
    }
    if (typeof key !== "string" || outcome.result instanceof FormulaError) return;
    if (this.#remembered.size >= REMEMBERED_CALLS) this.#remembered.clear();
    this.#remembered.set(key, outcome);
  }

  async #outcome(name: string, args: readonly Argument[], ready: Map<Argument, unknown>): Promise<Outcome> {
    const { timeZone } = this.#workbook;
    const given = (argument: Argument) => {
      if (!ready.has(argument)) ready.set(argument, forScript(argument, timeZone));
      return ready.get(argument);
    };
    try {
      const forIt = args.map(given);
      return outcomeOf(await this.#call(this.#spelling.get(name) ?? name, forIt), this.#workbook);
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem);
      return { result: new FormulaError("#ERROR!", message), dates: null };
    }
  }
}
