/**
 * What stands in a sidebar's page for Google's client: `google.script.run` and `google.script.host`. It speaks with the page
 * of the local Sheets around it, by the messages of protocol.ts.
 * https://developers.google.com/apps-script/guides/html/reference/run
 */

import type { FromFrame, ToFrame } from "./protocol.ts";

/**
 * Runs as text in the frame, so it uses nothing but its parameters and the browser.
 * @param pageOrigin the only origin it listens and speaks to
 * @param functionNames the script's functions a client may call
 */
function googleScript(pageOrigin: string, functionNames: readonly string[]): void {
  type Handler = ((value: unknown, userObject: unknown) => void) | null;
  interface Runner {
    readonly success: Handler;
    readonly failure: Handler;
    readonly userObject: unknown;
  }
  /** The browser's globals; this file's world has none. */
  const browser = globalThis as unknown as {
    readonly parent: { postMessage(message: unknown, origin: string): void };
    addEventListener(
      kind: "message",
      heard: (event: { source: unknown; origin: string; data: unknown }) => void,
    ): void;
    google?: unknown;
  };
  const waiting = new Map<number, Runner>();
  let calls = 0;

  const tell = (message: FromFrame) => browser.parent.postMessage(message, pageOrigin);

  /** Numbers, texts, booleans, null, plain objects and arrays of them: nothing else crosses, least of all a Date. */
  function copied(value: unknown, argument: number, depth: number): unknown {
    if (value === null || value === undefined) return null;
    if (typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (typeof value === "object" && depth < 100) {
      if (Array.isArray(value)) return value.map((item) => copied(item, argument, depth + 1));
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype === null || prototype === Object.prototype) {
        const made: Record<string, unknown> = {};
        for (const [key, item] of Object.entries(value)) {
          if (item !== undefined) made[key] = copied(item, argument, depth + 1);
        }
        return made;
      }
    }
    throw new TypeError(`Failed due to illegal value in property: ${argument}`);
  }

  function runner(state: Runner): object {
    const made: Record<string, unknown> = {
      withSuccessHandler: (success: Handler) => runner({ ...state, success }),
      withFailureHandler: (failure: Handler) => runner({ ...state, failure }),
      withUserObject: (userObject: unknown) => runner({ ...state, userObject }),
    };
    for (const functionName of functionNames) {
      made[functionName] = (...given: unknown[]) => {
        const args = given.map((value, argument) => copied(value, argument, 0));
        calls++;
        waiting.set(calls, state);
        tell({ sheets: "run", id: calls, functionName, args });
      };
    }
    return Object.freeze(made);
  }

  browser.addEventListener("message", ({ source, origin, data }) => {
    if (source !== browser.parent || origin !== pageOrigin) return;
    const { sheets, id, result } = Object(data) as Partial<ToFrame>;
    const state = sheets === "ended" && id !== undefined ? waiting.get(id) : undefined;
    if (!state || id === undefined || !result) return;
    waiting.delete(id);
    if (result.ok) {
      state.success?.(result.value, state.userObject);
      return;
    }
    const error = new Error(result.error.message);
    error.name = result.error.name;
    if (state.failure) state.failure(error, state.userObject);
    else console.error(error);
  });

  const script = {
    run: runner({ success: null, failure: null, userObject: undefined }),
    host: Object.freeze({
      origin: pageOrigin,
      close: () => tell({ sheets: "host", what: "close" }),
      setWidth: (pixels: number) => tell({ sheets: "host", what: "width", pixels }),
      setHeight: (pixels: number) => tell({ sheets: "host", what: "height", pixels }),
      editor: Object.freeze({ focus: () => tell({ sheets: "host", what: "focus" }) }),
    }),
  };
  browser.google = Object.freeze({ script: Object.freeze(script) });
}

/** The page with Google's client in front of everything else in it. */
export function framedHtml(html: string, pageOrigin: string, functionNames: readonly string[]): string {
  const called = functionNames.filter((name) => !name.endsWith("_"));
  // Nothing in a name or an origin can end the script early.
  const given = JSON.stringify([pageOrigin, called]).replaceAll("<", "\\u003c");
  const script = `<script>(${googleScript})(...${given});</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + script + html.slice(end);
}
