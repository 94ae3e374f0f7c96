/** Entries of the claim log as people read them. */
import { type Claim, type LogEntry, type LogKind, lastMove } from "../src/claims/index.ts";
import { formatDay } from "../src/values/day.ts";
import { formatAmount } from "../src/values/money.ts";
import type { LogLine } from "./protocol.ts";

const WORDS: Readonly<Record<LogKind, string>> = {
  start: "Claim started",
  step: "",
  payment: "Payment confirmed",
  decline: "Payment of another claim",
  evidence: "Evidence",
  note: "Note",
  correct: "Corrected",
  undo: "Taken back",
  dismiss: "Dismissed",
  snooze: "Snoozed",
  wake: "Brought back",
};

const ASIDE: readonly LogKind[] = ["dismiss", "snooze", "wake"];

/** More of them no page shows, and no answer carries. */
const MOST_LINES = 200;

/** Newest first, the newest 200. `claim`: the one the entries are of; null for a finding without one. */
export function logLines(entries: readonly LogEntry[], claim: Claim | null): LogLine[] {
  const undone = new Set(claim?.undone);
  const last = claim ? lastMove(claim) : null;
  const newest = [...entries].reverse().slice(0, MOST_LINES);
  return newest.map((entry) => {
    const moved = entry.to !== "" && entry.to !== entry.from;
    // What puts a finding aside carries the finding's amount, which nobody asked for or paid.
    const amount = ASIDE.includes(entry.kind) ? null : entry.amount;
    const kept = entry.kind === "start" || entry.kind === "undo" || undone.has(entry.sequence);
    return {
      sequence: entry.sequence,
      undone: undone.has(entry.sequence),
      undoable: claim !== null && !kept && (!moved || entry.sequence === last?.sequence),
      when: entry.when,
      who: whoWrote(entry),
      what: wordsOf(entry, moved),
      caseId: entry.caseId,
      amount: amount && formatAmount(amount),
      currency: amount?.currency ?? null,
      note: entry.note || entry.proves,
      link: entry.link,
    };
  });
}

export function whoWrote({ who, verified }: Pick<LogEntry, "who" | "verified">): string {
  return verified ? who : `${who || "Somebody"} (unverified)`;
}

function wordsOf({ kind, from, to, on, units, until, refersTo }: LogEntry, moved: boolean): string {
  const parts = [WORDS[kind]];
  if (kind === "snooze" && until !== null) parts.push(`until ${formatDay(until)}`);
  if (kind === "undo" && refersTo !== null) parts.push(`No. ${refersTo}`);
  if (moved) parts.push(from === "" ? `→ ${to}` : `${from} → ${to}`);
  if (on !== null) parts.push(`on ${formatDay(on)}`);
  if (units !== null && kind !== "start" && !ASIDE.includes(kind))
    parts.push(`${units} ${units === 1 ? "unit" : "units"}`);
  return parts.filter((part) => part !== "").join(" ");
}
