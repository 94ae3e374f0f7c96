/** Two people at one claim: whoever comes second is told who changed what, and how long ago. */

import type { Claim, Disposition, LogEntry } from "./claim.ts";
import { secondsOf, spanInWords } from "./text.ts";

/**
 * Why a change asked for on an outdated view cannot be made; null when nothing changed since. `seen`: the version
 * the person saw, "" = nothing was there yet. `now`: what the log holds, null = nothing. `when`: this moment, UTC.
 */
export function conflict(now: Claim | Disposition | null, seen: string, when: string): string | null {
  if ((now?.version ?? "") === seen) return null;
  const last = now?.history[now.history.length - 1];
  if (!now || !last)
    return "Somebody brought this finding back in the meantime. Look at it again before you go on.";
  const state = "state" in now ? now.state : now.kind;
  return `${last.who || "Somebody"} changed this ${ago(last, when)}: now "${state}". Look at it again before you go on.`;
}

function ago(row: LogEntry, when: string): string {
  const [then, now] = [secondsOf(row.when), secondsOf(when)];
  return then === null || now === null ? "in the meantime" : `${spanInWords(now - then)} ago`;
}

/** The rows a request has already written, so that repeating it gives its first answer; empty when it is new. */
export function rowsOfOperation(entries: readonly LogEntry[], operation: string): readonly LogEntry[] {
  return operation === "" ? [] : entries.filter((row) => row.operation === operation);
}
