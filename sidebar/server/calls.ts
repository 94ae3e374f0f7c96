/**
 * The functions of the add-on over `google.script.run`: a few calls at once, in the order they were asked for,
 * passing failures tried again with growing waits. Every call may be repeated: the server answers a piece, a
 * step or an operation it has carried out as done.
 */
import { wordsOf } from "../../intake/import.ts";
import type { AddOn } from "../../intake/server.ts";
import type { ScriptRun } from "./script-run.ts";
import { gaveUp, passes, WAITS } from "./transient.ts";

/** Google allows 10 at once per page; the pages of other users need theirs. */
const AT_ONCE = 3;
/** Executions end after six minutes; an answer that did not come by then was lost. */
const LOST_AFTER = 390_000;

/** Milliseconds the last few answers took. */
const answers: number[] = [];
const FEW = 5;
/** What an execution at Google takes of its own. */
const USUAL = 1500;

/** Milliseconds an answer takes that has little to do: the quickest of the last few, as usual until one has come. */
export function answerTime(): number {
  return Math.min(USUAL, ...answers);
}

/** What the page says while it waits for a connection; null when all is well again. */
export type Trouble = { readonly words: string; readonly seconds: number } | null;

export interface CallOptions {
  /** How long to wait before each further attempt. */
  readonly waits?: readonly number[];
  onTrouble?(trouble: Trouble): void;
}

export function addOnOver(run: () => ScriptRun | null, options: CallOptions = {}): AddOn {
  const waits = options.waits ?? WAITS;
  const slots = new Slots(AT_ONCE);
  const call = async (name: string, request: unknown): Promise<unknown> => {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await slots.run(async () => {
          const asked = performance.now();
          const given = await once(run, name, request);
          answers.unshift(performance.now() - asked);
          answers.length = Math.min(answers.length, FEW);
          return given;
        });
        if (attempt > 0) options.onTrouble?.(null);
        return answer;
      } catch (failure) {
        const words = wordsOf(failure);
        const wait = waits[attempt];
        // Nobody waits for the selection: the next poll asks again.
        if (!passes(words) || name === "selection") throw new Error(words);
        if (wait === undefined) {
          options.onTrouble?.(null);
          throw new Error(gaveUp(words));
        }
        options.onTrouble?.({ words, seconds: Math.round(wait / 1000) });
        await new Promise((resume) => setTimeout(resume, wait));
      }
    }
  };
  // The names are those of the type: what is no function of the add-on does not compile.
  return new Proxy({} as AddOn, {
    get: (_, name) => (request: unknown) => call(String(name), request),
  });
}

function once(run: () => ScriptRun | null, name: string, request: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = run();
    if (script === null) {
      reject(new Error("This page works only inside Google Sheets: Extensions › Reimbursement Auditor."));
      return;
    }
    const lost = setTimeout(() => reject(new Error("The connection timed out.")), LOST_AFTER);
    const runner = script
      .withSuccessHandler((answer) => {
        clearTimeout(lost);
        resolve(answer);
      })
      .withFailureHandler((failure) => {
        clearTimeout(lost);
        reject(failure);
      });
    const callable: unknown = Reflect.get(runner, name);
    if (typeof callable === "function") Reflect.apply(callable, runner, [request]);
    else {
      clearTimeout(lost);
      reject(new Error(`The add-on has no function ${name}. Reload the document: it was updated meanwhile.`));
    }
  });
}

/** At most so many at once, the others in the order they came. */
class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(atOnce: number) {
    this.#free = atOnce;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
