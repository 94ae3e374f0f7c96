/**
 * An execution that can be left before any of its service calls and gone on with later, while others run in between:
 * so that every order in which two executions may come can be tried, the same each time, without threads.
 *
 * A V8 context cannot be put aside in the middle of a call. It is thrown away instead; to go on, a fresh one is given
 * the answers the last one got, up to where that was left. All that Google does stays on the host and happens once.
 */

import type { Execution, ExecutionResult } from "./execution.ts";
import type { Reply, Request, Start } from "./inside.ts";
import type { Isolate, RunOutcome } from "./isolate.ts";

/** Why it goes on no further: it was told so, it waits (for a lock or for time), or it is over. */
export type Pause = "told" | "waiting" | "over";

export interface SteppedPlan {
  readonly execution: Execution;
  /** What its context needs to begin, or how it ended before that. */
  readonly started: { readonly start: Start } | { readonly outcome: RunOutcome };
  readonly isolate: Isolate;
  /** Milliseconds of the machine's time. */
  readonly timeout: number;
  end(outcome: RunOutcome): ExecutionResult;
}

const ASIDE: Reply = { error: { name: "Aside", message: "The execution was put aside." } };

export class SteppedExecution {
  readonly #plan: SteppedPlan;
  /** What it asked and was answered, in order. */
  readonly #answered: { readonly asked: string; readonly reply: Reply }[] = [];
  #result: ExecutionResult | null = null;
  #calls = 0;
  #waiting = false;

  constructor(plan: SteppedPlan) {
    this.#plan = plan;
  }

  /** Service calls made so far. */
  get calls(): number {
    return this.#calls;
  }

  /** True until what it waits for has come. */
  get waiting(): boolean {
    return this.#waiting;
  }

  /** All it was answered so far, as text: another one that was answered the same has come to the same point. */
  get answers(): string {
    return JSON.stringify(this.#answered);
  }

  /** How it ended; null while it has not. */
  get result(): ExecutionResult | null {
    return this.#result;
  }

  /** Goes on until `stop` says so, asked before each service call. */
  goOn(stop: () => boolean): Pause {
    if (this.#result) return "over";
    if (this.#waiting) return "waiting";
    const { started, isolate, timeout, end } = this.#plan;
    if ("outcome" in started) {
      this.#result = end(started.outcome);
      return "over";
    }
    let at = 0;
    let aside: Pause | null = null;
    const outcome = isolate.run(
      started.start,
      (request) => {
        if (aside) return ASIDE;
        const asked = request.op === "call" ? request.method : request.op;
        const known = this.#answered[at++];
        if (known) return known.asked === asked ? known.reply : this.#differs(known.asked, asked);
        if (request.op === "call" && stop()) {
          aside = "told";
          return ASIDE;
        }
        const reply = this.#answer(request, asked);
        if (reply) return reply;
        aside = "waiting";
        return ASIDE;
      },
      timeout,
    );
    if (aside) return aside;
    this.#result = end(outcome);
    return "over";
  }

  /** Null where the answer takes time: it is kept when it has come. */
  #answer(request: Request, asked: string): Reply | null {
    if (request.op === "call") this.#calls++;
    const reply = this.#plan.execution.answer(request);
    if (!(reply instanceof Promise)) {
      this.#answered.push({ asked, reply });
      return reply;
    }
    this.#waiting = true;
    void reply.then((late) => {
      this.#answered.push({ asked, reply: late });
      this.#waiting = false;
    });
    return null;
  }

  #differs(before: string, now: string): never {
    throw new Error(`A script that is gone on with asked for ${now} where it had asked for ${before}.`);
  }
}
