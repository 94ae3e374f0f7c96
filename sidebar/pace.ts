/** Long work on the page's only thread: a turn for the page every few milliseconds, by a message to itself. */
import type { Pace } from "../intake/turns.ts";

/** Milliseconds of work between two turns: a click answered within 50 ms feels immediate. */
const WORK = 12;

/** @param signal stops the work */
export function pagePace(signal?: AbortSignal): Pace {
  let since = performance.now();
  return {
    breathe: () => {
      if (performance.now() - since < WORK) return undefined;
      return turn().then(() => {
        since = performance.now();
      });
    },
    ...(signal ? { signal } : {}),
  };
}

/** Resolves in a task of its own, after the page had its turn; timers would wait 4 ms each. */
function turn(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });
}
