/** The add-on's scripts, as far as this window starts them: menu functions, and calls of its pages. */

import type { FromFrame, ToFrame } from "../server/protocol.ts";
import type { App } from "./app.ts";
import { readMessage } from "./model/messages.ts";

export async function runScript(app: App, functionName: string): Promise<void> {
  const result = await app.tell("menu", { functionName });
  if (result && !result.ok) app.say(new Error(`${result.error.name}: ${result.error.message}`));
}

/**
 * Hears a frame's `google.script`. Only messages of that very frame, from the frames' own origin, count; answers go
 * to that origin alone.
 *
 * @returns a function that ends it
 */
export function serveFrame(
  app: App,
  frame: HTMLIFrameElement,
  page: string,
  sized: (what: "width" | "height", pixels: number) => void,
): () => void {
  const origin = app.state.frameOrigin;
  const answer = (message: ToFrame): void => frame.contentWindow?.postMessage(message, origin);
  const hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = readMessage(event.data);
    if (!message) return;
    if (message.sheets === "run") void callFor(app, page, message).then(answer);
    else if (message.what === "close") void app.tell("closePage", { id: page });
    else if (message.what === "focus") app.focusGrid();
    else if ("pixels" in message) sized(message.what, message.pixels);
  };
  window.addEventListener("message", hear);
  return () => window.removeEventListener("message", hear);
}

async function callFor(
  app: App,
  page: string,
  { id, functionName, args }: Extract<FromFrame, { sheets: "run" }>,
): Promise<ToFrame> {
  try {
    const result = await app.wire.ask("callClient", { page, functionName, args });
    return { sheets: "ended", id, result };
  } catch (problem) {
    // What `google.script.run` says when the connection is lost: the page's failure handler hears of it.
    const message = problem instanceof Error ? problem.message : String(problem);
    return { sheets: "ended", id, result: { ok: false, error: { name: "NetworkError", message } } };
  }
}
