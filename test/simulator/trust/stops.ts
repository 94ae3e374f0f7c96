/**
 * Stops an execution at every service call it makes, twice: with the writes since the last flush applied, and lost.
 *
 * Running an execution anew for every stop would cost hours. What a stop leaves behind is what the document is just
 * before the call it comes at; so two executions, one of them sending its writes at every call, show all of it. That
 * this is so is checked against executions that are really ended, by every kind of failure (`reallyStopped`).
 */
import type { Fault } from "../../../simulator/runtime/execution.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { type Book, type Call, canonical, firstDifference, type Made, whole } from "./book.ts";

export interface Stop {
  readonly call: Call;
  readonly fault: Fault;
}

/** A state stops leave behind, and one of them that does. */
export interface Left {
  readonly state: WorkbookSnapshot;
  readonly stop: Stop;
}

export interface Stops {
  /** How many stops there are, both fates of the waiting writes counted. */
  readonly count: number;
  /** Each different state once. */
  readonly left: readonly Left[];
}

/** What leaves a document as it is, so that the next call finds the same state. */
const READING = /\.(get|is|has|can|find|with|to|new|build|create[A-Z]\w*Finder)/;

/** Every state a stop of one of these calls can leave behind. */
export function stopsOf(book: Book, made: readonly Made[]): Stops {
  const known = new Map<string, Left>();
  let count = 0;
  for (const call of made) {
    for (const waitingWrites of ["lost", "applied"] as const) {
      book.restore(call.before);
      let kind = "first";
      let waited = 0;
      const keep = (at: Fault["at"]) => {
        const state = book.workbook.snapshot();
        const text = whole(state);
        const stop: Stop = { call, fault: { kind: "timeLimit", at, waitingWrites } };
        if (!known.has(text)) known.set(text, { state, stop });
      };
      const result = book.sheets.executeNow({
        user: call.user,
        functionName: call.name,
        args: [call.request],
        trigger: "client",
        watch: (moment) => {
          if (waitingWrites === "applied") moment.applyWrites();
          count += 1;
          if (!READING.test(kind) || moment.waitingWrites < waited) keep(moment.call);
          kind = moment.kind;
          waited = moment.waitingWrites;
        },
      });
      if (!result.ok) throw new Error(`${call.name} failed without a stop: ${result.error.message}`);
      count += 1;
      keep("answer");
    }
  }
  return { count, left: [...known.values()] };
}

/** A service that fails does not end the script, but nothing it does after that may count. */
const KINDS = ["timeLimit", "lostConnection", "serviceError"] as const;

/** Ends every `step`-th execution for good, and says which of them left something `stops` does not know. */
export function reallyStopped(book: Book, made: readonly Made[], { left }: Stops, step: number) {
  const known = new Set(left.map(({ state }) => whole(state)));
  const unknown: string[] = [];
  let count = 0;
  for (const call of made) {
    for (let at = 1 + (count % step); at <= call.services; at += step) {
      const kind = KINDS[count % KINDS.length] ?? "timeLimit";
      const waitingWrites = count % 4 < 2 ? "lost" : "applied";
      book.restore(call.before);
      const result = book.run(call, { kind, at, waitingWrites });
      count += 1;
      if (result.ok) unknown.push(`${call.name} went on after ${kind} at ${at}`);
      if (!known.has(whole(book.workbook.snapshot()))) {
        unknown.push(`${call.name}, ${kind} at ${at}, writes ${waitingWrites}`);
      }
    }
  }
  return { count, unknown };
}

export interface Scenario {
  readonly name: string;
  /** What the user does; the same when it is done again. Rejects when it was refused. */
  run(book: Book): Promise<void>;
  /** What has to be equal in the end; `canonical` when left out. */
  form?(end: WorkbookSnapshot): string;
}

export interface Outcome {
  readonly name: string;
  readonly stops: number;
  readonly states: number;
  readonly reallyStopped: number;
  /** Second stops, in the run that followed a first one. */
  readonly stoppedTwice: number;
  /** What ended differently from a run without a stop, in words. */
  readonly wrong: readonly string[];
  /** Where it all ends. */
  readonly end: WorkbookSnapshot;
}

/**
 * Runs a scenario from a state, then stops it everywhere and runs it again.
 *
 * @param again of so many states left behind one is taken, and the run that follows it is stopped everywhere, too
 */
export async function stopEverywhere(
  book: Book,
  begin: WorkbookSnapshot,
  { name, run, form = canonical }: Scenario,
  { step = 13, again = Number.POSITIVE_INFINITY } = {},
): Promise<Outcome> {
  book.restore(begin);
  const made = await recorded(book, run);
  const end = book.workbook.snapshot();
  const once = form(end);
  // Everything was done and only the answer was lost: running it again is to do it a second time.
  await run(book);
  const twice = form(book.workbook.snapshot());
  const stops = stopsOf(book, made);
  const real = reallyStopped(book, made, stops, step);
  const wrong = [...real.unknown];

  async function goesOn({ state, stop }: Left, after: string): Promise<void> {
    book.restore(state);
    const expected = form(state) === once ? twice : once;
    const where = `${stop.call.name} stopped at ${stop.fault.at}, writes ${stop.fault.waitingWrites}${after}`;
    try {
      await run(book);
    } catch (problem) {
      wrong.push(`${where}: ${problem instanceof Error ? problem.message : String(problem)}`);
      return;
    }
    const got = form(book.workbook.snapshot());
    if (got !== expected) wrong.push(`${where}: ${firstDifference(got, expected)}`);
  }

  for (const left of stops.left) await goesOn(left, "");
  const known = new Set(stops.left.map(({ state }) => whole(state)));
  let stoppedTwice = 0;
  for (let at = again - 1; at < stops.left.length; at += again) {
    const left = stops.left[at];
    if (!left || form(left.state) === once) continue;
    book.restore(left.state);
    const second = stopsOf(book, await recorded(book, run));
    stoppedTwice += second.count;
    for (const next of second.left) {
      const text = whole(next.state);
      if (known.has(text)) continue;
      known.add(text);
      await goesOn(next, ` after ${left.stop.call.name} was stopped at ${left.stop.fault.at}`);
    }
  }
  book.restore(end);
  return {
    name,
    stops: stops.count,
    states: known.size,
    reallyStopped: real.count,
    stoppedTwice,
    wrong,
    end,
  };
}

/** The calls a scenario makes from where the document stands. */
async function recorded(book: Book, run: Scenario["run"]): Promise<Made[]> {
  const made: Made[] = [];
  book.watcher = (one) => made.push(one);
  await run(book);
  book.watcher = null;
  return made;
}
