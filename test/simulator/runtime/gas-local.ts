/**
 * Loads a built bundle with gas-local, the quick way to call its functions: one context, no simulator. Only top-level
 * `function` and `var` are visible, and a Date made outside is no `instanceof Date` inside: make it with `dateOf`.
 */

import { runInContext } from "node:vm";
import gas from "gas-local";

export interface LoadedScript {
  /** Calls a top-level function. @throws what it throws; Error when there is none of that name */
  call(name: string, ...args: readonly unknown[]): unknown;
  /** A Date of the script's own realm. */
  dateOf(milliseconds: number): unknown;
  /** Which of Google's services were touched, in order, e.g. `SpreadsheetApp.flush`. */
  readonly touched: readonly string[];
}

/** Services that must not be touched unless a mock is passed for them. */
const SERVICES = [
  "SpreadsheetApp",
  "PropertiesService",
  "CacheService",
  "LockService",
  "Utilities",
  "Session",
  "ScriptApp",
  "HtmlService",
  "MailApp",
  "Logger",
];

/**
 * @param mocks stand-ins by service name; copied, as gas-local turns the object it gets into the script's global
 * object and a second load would find the first one's functions there
 */
export function loadWithGasLocal(
  folder: string,
  mocks: Readonly<Record<string, unknown>> = {},
): LoadedScript {
  const touched: string[] = [];
  const globals: Record<string, unknown> = {};
  for (const name of SERVICES) globals[name] = untouchable(name, touched);
  const script = gas.require(folder, { ...globals, ...mocks }) as Record<string, unknown>;
  const dateOf = runInContext("(milliseconds) => new Date(milliseconds)", script);
  return {
    touched,
    call(name, ...args) {
      const called = script[name];
      if (typeof called !== "function") throw new Error(`${folder} declares no function ${name}.`);
      return Reflect.apply(called, script, args);
    },
    dateOf,
  };
}

function untouchable(service: string, touched: string[]): object {
  return new Proxy(
    {},
    {
      get: (_target, member) => {
        const kind = `${service}.${String(member)}`;
        touched.push(kind);
        throw new Error(`${kind} was touched, and no mock was passed for ${service}.`);
      },
    },
  );
}
