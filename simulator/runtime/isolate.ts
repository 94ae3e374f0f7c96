/**
 * The context maker: one fresh V8 context per execution, with the whole script loaded and run again, as Google does.
 *
 * `isolateFor` is run in place by the in-process mode, and as text in the worker threads (see thread.ts):
 * like `inside`, it may use nothing but its parameters.
 */

import type * as NodeVm from "node:vm";
import type { Ask, inside, Outcome, Start } from "./inside.ts";

export interface Isolate {
  /**
   * Loads the script in a fresh context and calls one function. Never throws for what the script does.
   * `timeout` in milliseconds of real time; left out where somebody else ends a run that is too long.
   */
  run(start: Start, ask: Ask, timeout?: number): RunOutcome;
}

export type RunOutcome = Outcome | { readonly timedOut: true };

/** @param insideText the text of `inside` */
export function isolateFor(vm: typeof NodeVm, insideText: string, code: string): Isolate {
  // Compiled once; each context runs the same scripts again.
  const bridge = new vm.Script(`(${insideText})`, { filename: "simulator" });
  const call = new vm.Script(`globalThis[Symbol.for("simulator.call")]()`, { filename: "simulator" });
  let script: NodeVm.Script | null = null;

  function outcomeOf(problem: unknown): RunOutcome {
    const { code, name, message, stack } = Object(problem) as Record<string, unknown>;
    if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return { timedOut: true };
    if (message === undefined) return { thrown: { name: null, message: String(problem), stack: "" } };
    return {
      thrown: { name: String(name ?? "Error"), message: String(message), stack: String(stack ?? "") },
    };
  }

  return {
    run(start, ask, timeout) {
      const limits = timeout === undefined ? {} : { timeout };
      try {
        script ??= new vm.Script(code, { filename: "Code" });
        const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { microtaskMode: "afterEvaluate" });
        const install: typeof inside = bridge.runInContext(context);
        const runFunction = install(ask, start);
        script.runInContext(context, limits);
        const hook = Symbol.for("simulator.call");
        Object.defineProperty(context, hook, {
          configurable: true,
          value: () => {
            Reflect.deleteProperty(context, hook);
            return runFunction();
          },
        });
        return call.runInContext(context, limits);
      } catch (problem) {
        return outcomeOf(problem);
      }
    },
  };
}

/**
 * The functions a script declares at its top level: the only ones Google calls. Declarations are hoisted, so a script
 * that stops before its first statement has them, and nothing else of it has run.
 * @throws SyntaxError when the script cannot be parsed.
 */
export function declaredFunctions(vm: typeof NodeVm, code: string): ReadonlySet<string> {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  const before = new Set(Object.getOwnPropertyNames(context));
  const script = new vm.Script(`throw null;${code}`, { filename: "Code" });
  try {
    script.runInContext(context);
  } catch (stopped) {
    if (stopped !== null) throw stopped;
  }
  const names = Object.getOwnPropertyNames(context).filter(
    (name) => !before.has(name) && typeof Reflect.get(context, name) === "function",
  );
  return new Set(names);
}
