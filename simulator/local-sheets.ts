/**
 * A local Google Sheets: one document, the users who work in it, and the add-on's bundle, run as Google runs it.
 *
 * Every execution gets a fresh V8 context with the whole bundle loaded again, Google's services and nothing
 * of Node or a browser. Two modes give the same results:
 * - `inProcess` runs executions one after the other, at once; questions to users must be answered at once.
 * - `worker` runs each user's executions in threads of their own; an open dialog stops its own execution only.
 */

import * as vm from "node:vm";
import type { Bundle } from "./load-bundle.ts";
import { blockingClock, systemClock } from "./runtime/clock.ts";
import { Counter, type Counts } from "./runtime/counts.ts";
import {
  Execution,
  type ExecutionResult,
  type Fault,
  type Moment,
  type Trigger,
} from "./runtime/execution.ts";
import { inside } from "./runtime/inside.ts";
import { declaredFunctions, type Isolate, isolateFor, type RunOutcome } from "./runtime/isolate.ts";
import { SteppedExecution } from "./runtime/stepped.ts";
import { ThreadPool } from "./runtime/thread.ts";
import { type CellValue, clientArgument, clientResult, customResult } from "./runtime/values.ts";
import { type Answerer, UserWindow } from "./runtime/window.ts";
import { AuthMode } from "./services/enums.ts";
import {
  type AuthModeName,
  type Clock,
  globalsOf,
  type Service,
  type User,
  type Wire,
  type Workbook,
} from "./services/index.ts";

export type { Counts } from "./runtime/counts.ts";
export type { ExecutionResult, Fault, Trigger } from "./runtime/execution.ts";

export interface UserOptions {
  readonly email: string;
  /** `en` when left out. */
  readonly locale?: string;
  /** Scopes the user consented to; all of the manifest when left out. */
  readonly grantedScopes?: readonly string[];
  readonly answerer?: Answerer;
}

export interface LocalSheetsOptions {
  readonly workbook: Workbook;
  readonly bundle: Bundle;
  readonly users: readonly UserOptions[];
  /** `inProcess` when left out. */
  readonly mode?: "inProcess" | "worker";
  /** The machine's time when left out. Scripts see it as `new Date()`, too. */
  readonly clock?: Clock;
  /** Whether the add-on is already enabled in the document; before it is, `onOpen` may only build menus. */
  readonly enabled?: boolean;
  /** Milliseconds of an execution, and of a simple trigger or custom function: 6 min and 30 s when left out. */
  readonly timeLimits?: { readonly script: number; readonly simple: number };
}

export interface ExecutionRequest {
  readonly user: string;
  readonly functionName: string;
  readonly args?: readonly unknown[];
  readonly trigger: Trigger;
  readonly fault?: Fault;
  /** Told before each service call. */
  readonly watch?: (moment: Moment) => void;
}

/** https://developers.google.com/apps-script/guides/services/quotas */
const TIME_LIMITS = { script: 360_000, simple: 30_000 };
const CONCURRENT_EXECUTIONS = 30;
const TOO_MANY = "There are too many scripts running simultaneously for this Google user account.";

const AUTH_MODES: Readonly<Record<Exclude<Trigger, "open">, AuthModeName>> = {
  install: "FULL",
  menu: "FULL",
  client: "FULL",
  editor: "FULL",
  custom: "CUSTOM_FUNCTION",
};

interface Person {
  readonly user: User;
  readonly grantedScopes: readonly string[];
  readonly window: UserWindow;
  running: number;
}

export class LocalSheets {
  readonly workbook: Workbook;
  readonly #bundle: Bundle;
  readonly #people = new Map<string, Person>();
  readonly #isolate: Isolate;
  readonly #threads: ThreadPool | null;
  readonly #clock: Clock;
  readonly #ownClock: boolean;
  readonly #timeLimits: { readonly script: number; readonly simple: number };
  readonly #total = new Counter();
  #declared: ReadonlySet<string> | null = null;
  #enabled: boolean;

  constructor(options: LocalSheetsOptions) {
    const inProcess = options.mode !== "worker";
    this.workbook = options.workbook;
    this.#bundle = options.bundle;
    this.#isolate = isolateFor(vm, String(inside), options.bundle.code);
    this.#threads = inProcess ? null : new ThreadPool(options.bundle.code);
    this.#clock = options.clock ?? (inProcess ? blockingClock : systemClock);
    this.#ownClock = options.clock !== undefined;
    this.#timeLimits = options.timeLimits ?? TIME_LIMITS;
    this.#enabled = options.enabled ?? false;
    for (const user of options.users) this.addUser(user);
  }

  /** Somebody more works in the document. */
  addUser({ email, locale, grantedScopes, answerer }: UserOptions): void {
    this.#people.set(email, {
      user: { email, locale: locale ?? "en" },
      grantedScopes: grantedScopes ?? this.#bundle.manifest.oauthScopes,
      window: new UserWindow(email, answerer),
      running: 0,
    });
  }

  /** Whether the add-on is enabled in the document; somebody who uses its menu enables it. */
  get enabled(): boolean {
    return this.#enabled;
  }

  set enabled(enabled: boolean) {
    this.#enabled = enabled;
  }

  /** The functions the bundle declares: the only ones Google calls. Empty when it cannot be parsed. */
  get functionNames(): readonly string[] {
    return [...(this.#declaredFunctions() ?? [])];
  }

  /** How many executions of all users run now. */
  get running(): number {
    let running = 0;
    for (const person of this.#people.values()) running += person.running;
    return running;
  }

  /** Runs one function. What the script does wrong is in the result; only defects of simulator or caller throw. */
  async execute(request: ExecutionRequest): Promise<ExecutionResult> {
    if (this.#threads === null) return this.executeNow(request);
    const threads = this.#threads;
    const person = this.#person(request.user);
    const execution = this.#begin(request, person);
    if (person.running >= CONCURRENT_EXECUTIONS) return this.#end(request, execution, refused(TOO_MANY));
    const started = this.#start(request, execution);
    if ("outcome" in started) return this.#end(request, execution, started.outcome);
    person.running++;
    try {
      const outcome = await threads.run(request.user, {
        start: started.start,
        answer: (asked) => execution.answer(asked),
        remaining: () => execution.remaining,
      });
      return this.#end(request, execution, outcome);
    } finally {
      person.running--;
    }
  }

  /** As `execute`, in this thread and at once, whatever the mode. */
  executeNow(request: ExecutionRequest): ExecutionResult {
    const execution = this.#begin(request, this.#person(request.user));
    const started = this.#start(request, execution);
    if ("outcome" in started) return this.#end(request, execution, started.outcome);
    const outcome = this.#isolate.run(
      started.start,
      (asked) => execution.answerNow(asked),
      this.#limitOf(request.trigger),
    );
    return this.#end(request, execution, outcome);
  }

  /**
   * As `executeNow`, but it goes on only as far as it is told. Where it waits for time or for a person the clock and
   * the answerer give Promises.
   */
  stepped(request: ExecutionRequest): SteppedExecution {
    const execution = this.#begin(request, this.#person(request.user));
    return new SteppedExecution({
      execution,
      started: this.#start(request, execution),
      isolate: this.#isolate,
      timeout: this.#limitOf(request.trigger),
      end: (outcome) => this.#end(request, execution, outcome),
    });
  }

  /** The user opens the document: their menus are built anew. Null when the bundle has no `onOpen`. */
  open(user: string, fault?: Fault): Promise<ExecutionResult | null> {
    this.window(user).menus = [];
    return this.#trigger({ user, functionName: "onOpen", trigger: "open", ...(fault ? { fault } : {}) });
  }

  /** The user installs the add-on from this document. */
  install(user: string): Promise<ExecutionResult | null> {
    this.#enabled = true;
    this.window(user).menus = [];
    return this.#trigger({ user, functionName: "onInstall", trigger: "install" });
  }

  /** The user clicks a menu item, found by the labels on the way to it, e.g. `["Run audit"]`. */
  clickMenu(user: string, path: readonly string[], fault?: Fault): Promise<ExecutionResult> {
    return this.runMenu(user, this.window(user).menuFunction(path), fault);
  }

  /** As `clickMenu`, by the function behind the item. */
  runMenu(user: string, functionName: string, fault?: Fault): Promise<ExecutionResult> {
    this.#enabled = true;
    return this.execute({ user, functionName, trigger: "menu", ...(fault ? { fault } : {}) });
  }

  /**
   * A call by `google.script.run`.
   * @throws Error with the message the client's failure handler gets
   */
  async callClient(user: string, functionName: string, ...args: readonly unknown[]): Promise<unknown> {
    return returnedBy(await this.execute({ user, functionName, args, trigger: "client" }));
  }

  /**
   * The value of a cell with a custom function. Ranges are 2-D arrays, single cells values.
   * @throws Error with what Google shows at the cell
   */
  async callCustomFunction(
    functionName: string,
    args: readonly unknown[],
    user = this.#firstUser(),
  ): Promise<CellValue | CellValue[][]> {
    const result = await this.execute({ user, functionName, args, trigger: "custom" });
    return returnedBy(result) as CellValue | CellValue[][];
  }

  window(user: string): UserWindow {
    return this.#person(user).window;
  }

  /** Everything all executions did so far. */
  stats(): Counts {
    return this.#total.counts();
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await this.#threads?.close();
  }

  #person(email: string): Person {
    const person = this.#people.get(email);
    if (!person) throw new Error(`Nobody called ${email} works in this document.`);
    return person;
  }

  #firstUser(): string {
    const [first] = this.#people.keys();
    if (first === undefined) throw new Error("Nobody works in this document.");
    return first;
  }

  async #trigger(request: ExecutionRequest): Promise<ExecutionResult | null> {
    const declared = this.#declaredFunctions();
    return declared && !declared.has(request.functionName) ? null : this.execute(request);
  }

  /** Null when the bundle cannot be parsed: every execution then says why. */
  #declaredFunctions(): ReadonlySet<string> | null {
    try {
      this.#declared ??= declaredFunctions(vm, this.#bundle.code);
    } catch {
      return null;
    }
    return this.#declared;
  }

  #limitOf(trigger: Trigger): number {
    return trigger === "open" || trigger === "custom" ? this.#timeLimits.simple : this.#timeLimits.script;
  }

  #authMode(trigger: Trigger): AuthModeName {
    if (trigger === "open") return this.#enabled ? "LIMITED" : "NONE";
    return AUTH_MODES[trigger];
  }

  #begin(request: ExecutionRequest, person: Person): Execution {
    const { manifest, htmlFiles } = this.#bundle;
    return new Execution({
      workbook: this.workbook,
      user: person.user,
      authMode: this.#authMode(request.trigger),
      manifestScopes: manifest.oauthScopes,
      grantedScopes: person.grantedScopes,
      scriptTimeZone: manifest.timeZone,
      htmlFiles,
      clock: this.#clock,
      ui: person.window,
      trigger: request.trigger,
      functionName: request.functionName,
      globals: globalsOf,
      timeLimit: this.#limitOf(request.trigger),
      ownClock: this.#ownClock,
      ...(request.fault ? { fault: request.fault } : {}),
      ...(request.watch ? { watch: request.watch } : {}),
    });
  }

  /** What the context needs to begin, or how the execution ended before it began. */
  #start(
    request: ExecutionRequest,
    execution: Execution,
  ): { start: ReturnType<Execution["start"]> } | { outcome: RunOutcome } {
    const { functionName, trigger } = request;
    const declared = this.#declaredFunctions();
    const hidden = functionName.endsWith("_") && (trigger === "client" || trigger === "custom");
    if (hidden || (declared && !declared.has(functionName))) return { outcome: { missing: true } };
    try {
      return { start: execution.start(this.#arguments(request, execution)) };
    } catch (problem) {
      return { outcome: refused(problem instanceof Error ? problem.message : String(problem)) };
    }
  }

  #arguments(request: ExecutionRequest, execution: Execution): Wire[] {
    const { trigger, args } = request;
    if (trigger === "client") return (args ?? []).map(clientArgument);
    if (args === undefined && (trigger === "open" || trigger === "install")) {
      return [execution.toWire(this.#event(trigger, execution))];
    }
    return (args ?? []).map((value) => execution.toWire(value));
  }

  /** https://developers.google.com/apps-script/guides/triggers/events; the user only where the script may know them. */
  #event(trigger: "open" | "install", { globals }: Execution): Record<string, unknown> {
    const authMode = this.#authMode(trigger);
    const source = memberOf(globals["SpreadsheetApp"], "getActiveSpreadsheet");
    const user = authMode === "FULL" ? { user: memberOf(globals["Session"], "getActiveUser") } : {};
    return { authMode: AuthMode[authMode], source, ...user };
  }

  #end({ trigger }: ExecutionRequest, execution: Execution, outcome: RunOutcome): ExecutionResult {
    const receive = trigger === "custom" ? customResult : trigger === "client" ? clientResult : () => null;
    const result = execution.finish(outcome, receive);
    this.#total.add(result.counts);
    return result;
  }
}

function refused(message: string): RunOutcome {
  return { thrown: { name: null, message, stack: "" } };
}

function memberOf(service: Service | undefined, method: string): unknown {
  const member: unknown = service ? Reflect.get(service, method) : null;
  return typeof member === "function" ? Reflect.apply(member, service, []) : null;
}

/** The value of a result. @throws Error with the message the caller is shown */
export function returnedBy(result: ExecutionResult): unknown {
  if (result.ok) return result.value;
  const error = new Error(result.error.message);
  error.name = result.error.name;
  throw error;
}
