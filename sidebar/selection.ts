/** Shows in the sidebar what is selected in the Findings or Claims tab. */
import { useEffect } from "preact/hooks";
import type { AddOn, View } from "../intake/server.ts";

/** Milliseconds between two questions; a little more each time nothing has changed, more after a failure. */
const EVERY = 2_000;
const SLOWER = 100;
const SLOWEST = 6_000;
const AFTER_FAILURE = 15_000;

/**
 * Asks which row is active while the page is visible and `on`. A row is shown when it was newly selected, never
 * over something the user is writing.
 */
export function useSelection(addOn: AddOn, on: boolean, open: (view: View, id: string) => void): void {
  useEffect(() => {
    if (!on) return;
    // What was selected before is no wish to see it.
    let last: string | null | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wait = EVERY;
    let ended = false;
    const again = (wait: number) => {
      if (!ended) timer = setTimeout(() => void ask(), wait);
    };
    const ask = async () => {
      if (document.visibilityState !== "visible" || isWriting()) return again(EVERY);
      try {
        const { finding, claim } = await addOn.selection({});
        const id = claim ?? finding;
        if (!ended && id !== null && last !== undefined && id !== last && !isWriting()) {
          open(claim === null ? "findings" : "claims", id);
        }
        wait = id === last ? Math.min(SLOWEST, wait + SLOWER) : EVERY;
        last = id;
        again(wait);
      } catch {
        again(AFTER_FAILURE);
      }
    };
    again(EVERY / 4);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [addOn, on, open]);
}

/** The user is in a form, or has left words in one that were not sent. */
function isWriting(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
    "form input, form textarea",
  );
  return [...fields].some(
    (field) => field.offsetParent !== null && (field === document.activeElement || field.value !== ""),
  );
}
