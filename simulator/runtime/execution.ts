/**
 * One execution as the host sees it: it answers the script's calls, counts them, watches the time, lets
 * planned faults happen, and says how the execution ended.
 */

import { type Clock, ExecutionContext, type ExecutionOptions, type LogEntry } from "../services/context.ts";
import {
  EnumValue,
  HandleTable,
  invoke,
  membersOf,
  Service,
  ServiceError,
  type Wire,
} from "../services/service.ts";
import { Countdown } from "./clock.ts";
import { Counter, type Counts } from "./counts.ts";
import type { MembersReply, Reply, Request, Start } from "./inside.ts";
import type { RunOutcome } from "./isolate.ts";
import { notReturnable } from "./values.ts";

/** Why Google runs a function. */
export type Trigger = "open" | "install" | "menu" | "client" | "custom" | "editor";

/**
 * A failure to let happen in an execution.
 * - `timeLimit`: it is ended without being able to catch it.
 * - `serviceError`: this call fails; the script may catch that and go on.
 * - `lostConnection`: as `timeLimit`, and the caller learns only that there is no connection.
 */
export interface Fault {
  readonly kind: "timeLimit" | "serviceError" | "lostConnection";
  /** At the k-th service call (from 1), before it does anything; `answer`: everything is done, only the answer is lost. */
  readonly at: number | "answer";
  /** What becomes of the writes since the last flush. Google does either. */
  readonly waitingWrites: "applied" | "lost";
}

/** What may be looked at before a service call: which it is (from 1), and what waits for the next flush. */
export interface Moment {
  readonly call: number;
  /** `Range.setValues` … */
  readonly kind: string;
  readonly waitingWrites: number;
  /** The document lock is this execution's. */
  readonly holdsLock: boolean;
  /** Sends them now; an execution cannot tell. */
  applyWrites(): void;
}

export interface ScriptError {
  /** `Exception` for a service's refusal, `Error`, `TypeError` …, or the name of the limit that ended it. */
  readonly name: string;
  /** As the caller is shown it: `Exception: …`, `Error: …`. */
  readonly message: string;
  readonly stack: string;
}

export type ExecutionResult = (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ScriptError }
) & { readonly log: readonly LogEntry[]; readonly counts: Counts };

export type Globals = (context: ExecutionContext) => Readonly<Record<string, Service>>;

export interface ExecutionPlan extends ExecutionOptions {
  readonly trigger: Trigger;
  readonly functionName: string;
  readonly globals: Globals;
  /** Real or made-up milliseconds after which Google ends it. */
  readonly timeLimit: number;
  readonly ownClock: boolean;
  readonly fault?: Fault;
  /** Told before each service call, where the workbook stands as a stop at this call would leave it. */
  readonly watch?: (moment: Moment) => void;
}

const FAULTS: Readonly<Record<Fault["kind"], string>> = {
  timeLimit: "Exceeded maximum execution time",
  serviceError:
    "Service Spreadsheets failed while accessing document with id simulated-spreadsheet-0000000000000000000000.",
  lostConnection: "NetworkError: Connection failure due to HTTP 0",
};

/** Thrown through a service call when the execution is over; the script cannot go on after it. */
class Ended extends Error {}

export class Execution {
  readonly #plan: ExecutionPlan;
  readonly #context: ExecutionContext;
  readonly #table = new HandleTable();
  readonly #globals: Readonly<Record<string, Service>>;
  readonly #clock: Clock;
  readonly #counter = new Counter();
  readonly #log: LogEntry[] = [];
  /** The limit by the script's clock, and by the machine's: a made-up clock would let a script compute forever. */
  readonly #countdowns: readonly [Countdown, Countdown];
  #calls = 0;
  #ended: string | null = null;
  #defect: unknown = null;

  constructor(plan: ExecutionPlan) {
    this.#plan = plan;
    this.#clock = plan.clock;
    this.#countdowns = [
      new Countdown(plan.timeLimit, () => plan.clock.now()),
      new Countdown(plan.timeLimit, () => performance.now()),
    ];
    this.#context = new ExecutionContext({
      ...plan,
      beforeCall: (kind) => this.#beforeCall(kind),
      log: (entry) => this.#log.push(entry),
    });
    this.#globals = plan.globals(this.#context);
    this.#counter.execution();
  }

  get globals(): Readonly<Record<string, Service>> {
    return this.#globals;
  }

  /** Milliseconds of the limit that are left. */
  get remaining(): number {
    const [scriptTime, machineTime] = this.#countdowns;
    return Math.min(scriptTime.remaining, machineTime.remaining);
  }

  /** What the script's context needs to begin. */
  start(args: readonly Wire[]): Start {
    const globals = Object.entries(this.#globals).map(([name, service]) => [name, this.toWire(service)]);
    return {
      functionName: this.#plan.functionName,
      args,
      globals: Object.fromEntries(globals),
      ownClock: this.#plan.ownClock,
    };
  }

  toWire(value: unknown): Wire {
    return this.#table.toWire(value);
  }

  /** Answers one request of the script. A Promise only where the script must wait for a person or for time. */
  answer(request: Request): Reply | Promise<Reply> {
    if (request.op === "now") return { value: this.#clock.now() };
    if (this.#ended !== null) return { error: { name: "Exception", message: this.#ended } };
    try {
      const service = this.#table.serviceOf(request.handle);
      if (request.op === "members") return { members: membersReply(service) };
      const result = invoke(
        service,
        request.method,
        request.args.map((arg) => this.#table.fromWire(arg)),
      );
      if (!(result instanceof Promise)) return this.#reply(service, request.method, result);
      const dialog = service.$googleName === "Ui";
      if (dialog) for (const countdown of this.#countdowns) countdown.pause();
      return result
        .finally(() => {
          if (dialog) for (const countdown of this.#countdowns) countdown.resume();
        })
        .then((value) => this.#reply(service, request.method, value))
        .catch((problem: unknown) => this.#refusal(problem));
    } catch (problem) {
      return this.#refusal(problem);
    }
  }

  /** As `answer`, where nobody can wait: an answer that takes time is a defect of whoever chose the in-process mode. */
  answerNow(request: Request): Reply {
    const reply = this.answer(request);
    if (!(reply instanceof Promise)) return reply;
    reply.catch(() => {});
    const what = request.op === "call" ? request.method : request.op;
    return this.#refusal(
      new Error(
        `${what} waits for a person or for time, which needs the mode "worker" or an answer given at once.`,
      ),
    );
  }

  /** Ends the execution from outside: the limit passed while the script computed. */
  exceedTime(): void {
    this.#endBy("timeLimit", true);
  }

  /**
   * Ends the execution and says what the caller gets, in Google's words: a service's refusal is `Exception: …`. `receive` turns the returned wire value into the caller's.
   * @throws what is a defect of the simulator or of the test that runs it, never of the script.
   */
  finish(outcome: RunOutcome, receive: (wire: Wire) => unknown): ExecutionResult {
    if ("timedOut" in outcome) this.exceedTime();
    try {
      this.#context.end({ keepWrites: true });
    } catch (problem) {
      if (!(problem instanceof ServiceError)) throw problem;
      return this.#failed(problem.name, problem.message, "");
    }
    if (this.#defect !== null) throw this.#defect;
    const { fault } = this.#plan;
    if (this.#ended !== null && !(fault?.kind === "serviceError"))
      return this.#failed("Ended", this.#ended, "");
    if (fault?.at === "answer") return this.#failed("Ended", FAULTS[fault.kind], "");
    if ("missing" in outcome) return this.#failed("Missing", this.#notFound(), "");
    if ("thrown" in outcome) {
      const { name, message, stack } = outcome.thrown;
      const words = name === null ? message : `${name}: ${message}`;
      return this.#failed(name ?? "Error", words + this.#place(stack), inScript(stack));
    }
    if ("timedOut" in outcome) return this.#failed("Ended", FAULTS.timeLimit, "");
    try {
      if ("unsupported" in outcome) throw notReturnable(outcome.unsupported);
      return { ok: true, value: receive(outcome.value), ...this.#record() };
    } catch (problem) {
      return this.#failed("Error", problem instanceof Error ? problem.message : String(problem), "");
    }
  }

  #beforeCall(kind: string): void {
    this.#counter.call(kind);
    this.#calls++;
    const { fault, watch } = this.#plan;
    const context = this.#context;
    watch?.({
      call: this.#calls,
      kind,
      waitingWrites: context.waitingWrites,
      holdsLock: context.workbook?.documentLock.heldBy(context) === true,
      applyWrites: () => context.applyWrites(),
    });
    if (fault?.at === this.#calls) {
      const keepWrites = fault.waitingWrites === "applied";
      if (fault.kind === "serviceError") this.#failService(keepWrites);
      this.#endBy(fault.kind, keepWrites);
    } else if (this.remaining < 0) {
      this.#endBy("timeLimit", true);
    }
    if (this.#ended !== null) throw new Ended(this.#ended);
  }

  #failService(keepWrites: boolean): never {
    if (keepWrites) this.#context.applyWrites();
    else this.#context.loseWrites();
    throw new ServiceError(FAULTS.serviceError);
  }

  #endBy(kind: Fault["kind"], keepWrites: boolean): void {
    this.#ended = FAULTS[kind];
    this.#context.end({ keepWrites });
  }

  #reply(service: Service, method: string, value: unknown): Reply {
    const leads = value instanceof Service || (Array.isArray(value) && value[0] instanceof Service);
    this.#counter.done(service.$googleName, method, leads, cellsOf(service));
    return { value: this.#table.toWire(value) };
  }

  #refusal(problem: unknown): Reply {
    if (problem instanceof ServiceError || problem instanceof Ended) {
      return { error: { name: "Exception", message: problem.message } };
    }
    this.#defect ??= problem;
    this.#ended = `The simulator failed: ${String(problem)}`;
    return { error: { name: "Exception", message: this.#ended } };
  }

  #notFound(): string {
    const { trigger, functionName } = this.#plan;
    return trigger === "custom"
      ? `Unknown function: '${functionName}'.`
      : `Script function not found: ${functionName}`;
  }

  /** A cell with an error says in which line of the script it was thrown. */
  #place(stack: string): string {
    const line = /\bCode:(\d+)/.exec(stack)?.[1];
    return this.#plan.trigger === "custom" && line !== undefined ? ` (line ${line}).` : "";
  }

  #failed(name: string, message: string, stack: string): ExecutionResult {
    return { ok: false, error: { name, message, stack }, ...this.#record() };
  }

  #record() {
    return { log: this.#log, counts: this.#counter.counts() };
  }
}

/** The lines of a stack that are the script's, as Google shows them. */
function inScript(stack: string): string {
  const lines = stack.split("\n").filter((line) => /\bCode:\d/.test(line));
  return lines.map((line) => line.trim()).join("\n");
}

function membersReply(service: Service): MembersReply {
  const { methods, properties } = membersOf(service);
  const enums = Object.entries(properties).map(([property, set]) => {
    const values = Object.values(set).filter((value) => value instanceof EnumValue);
    return [property, [values[0]?.enumName ?? "", ...values.map((value) => value.name)]];
  });
  return { methods, enums: Object.fromEntries(enums) };
}

function cellsOf(service: Service): number {
  if (service.$googleName !== "Range") return 0;
  const [rows, columns] = ["getNumRows", "getNumColumns"].map((name) => {
    const method: unknown = Reflect.get(service, name);
    return typeof method === "function" ? Number(Reflect.apply(method, service, [])) : 0;
  });
  return (rows ?? 0) * (columns ?? 0);
}
