/**
 * The chain of the Claim Log: every row carries a hash over its own cells and the hash of the row before it, so
 * that a changed, removed, copied or added row shows. It is a tell-tale, not a lock: whoever can write to the
 * sheet and knows the formula can also write a new chain.
 */

import { formatDay } from "../values/day.ts";
import { compareText, hashParts } from "../values/hash.ts";
import { formatAmount } from "../values/money.ts";
import type { LogDraft, LogEntry } from "./claim.ts";

/** Where a log ends: its last sequence number and hash. Kept apart from the tab it tells of removed last rows. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { sequence: 0, hash: "" };

/** Gives drafts their place behind the end of the log: sequence numbers and hashes. */
export function chain(head: ChainHead, drafts: readonly LogDraft[]): LogEntry[] {
  let { sequence, hash } = head;
  return drafts.map((draft) => {
    sequence += 1;
    hash = hashOf(hash, sequence, draft);
    return { ...draft, sequence, hash };
  });
}

/** The end of a log: its row with the highest number. */
export function headOf(entries: readonly LogEntry[]): ChainHead {
  return entries.reduce<ChainHead>(
    (head, { sequence, hash }) => (sequence > head.sequence ? { sequence, hash } : head),
    EMPTY_CHAIN,
  );
}

/**
 * What is wrong with the chain, one sentence per fault, in the order of the log; empty = nothing was changed since
 * it was written. The order of the rows given does not matter. `head`: where the log ended when the add-on last
 * wrote to it; without it removed last rows cannot be told.
 */
export function verify(entries: readonly LogEntry[], head: ChainHead | null = null): string[] {
  const rows = inOrder(entries);
  const faults: string[] = [];
  let before: ChainHead = EMPTY_CHAIN;
  rows.forEach((row, index) => {
    if (row.sequence === before.sequence) {
      faults.push(`Claim Log: row number ${row.sequence} is there twice. Delete the copy.`);
      return;
    }
    const gap = row.sequence - before.sequence - 1;
    if (gap > 0) faults.push(missing(before.sequence + 1, row.sequence - 1));
    else if (row.hash !== hashOf(before.hash, row.sequence, row)) faults.push(changed(row, rows[index + 1]));
    before = row;
  });
  if (head && head.sequence > before.sequence) faults.push(missing(before.sequence + 1, head.sequence));
  else if (
    head &&
    head.sequence > 0 &&
    !rows.some((row) => row.sequence === head.sequence && row.hash === head.hash)
  ) {
    faults.push(`Claim Log: row ${head.sequence} is not the one the add-on wrote there.`);
  }
  return faults;
}

/** By sequence number; equal numbers (copied rows) by time and content, so that the order given never shows. */
export function inOrder<T extends LogEntry>(entries: readonly T[]): T[] {
  return [...entries].sort(
    (a, b) =>
      a.sequence - b.sequence ||
      compareText(a.when, b.when) ||
      compareText(hashOf(a.hash, 0, a), hashOf(b.hash, 0, b)),
  );
}

function missing(from: number, to: number): string {
  const which = from === to ? `row number ${from} is` : `row numbers ${from} to ${to} are`;
  return `Claim Log: ${which} missing. Bring ${from === to ? "it" : "them"} back from the version history of the sheet.`;
}

/** A row whose cells do not fit its hash; when the next row fits the cells, it was the hash that was changed. */
function changed(row: LogEntry, next: LogEntry | undefined): string {
  const about = `Claim Log: row number ${row.sequence} (${row.claimId || row.findingId}, ${row.kind})`;
  const onlyHash = next !== undefined && next.hash !== hashOf(row.hash, next.sequence, next);
  return onlyHash
    ? `${about} or the hash beside it was changed after it was written. Compare it with the version history of the sheet.`
    : `${about} was changed after it was written. Compare it with the version history of the sheet.`;
}

/** The hash of a row behind the row with `previous`. Every cell counts, in one spelling per value. */
function hashOf(previous: string, sequence: number, row: LogDraft): string {
  const { facts } = row;
  const day = (value: LogDraft["on"]) => (value === null ? null : formatDay(value));
  const sum = (value: LogDraft["amount"]) => (value === null ? null : formatAmount(value));
  return hashParts([
    previous,
    sequence,
    row.when,
    row.who,
    row.verified ? 1 : 0,
    row.operation,
    row.kind,
    row.claimId,
    row.findingId,
    row.from,
    row.to,
    day(row.on),
    row.caseId,
    row.units,
    sum(row.amount),
    row.amount?.currency ?? null,
    row.note,
    row.link,
    row.evidenceKind,
    day(row.evidenceDate),
    row.proves,
    row.reimbursement,
    row.refersTo,
    day(row.until),
    ...(facts === null
      ? [null]
      : [
          facts.audit,
          facts.marketplace,
          facts.fnsku,
          facts.asin,
          facts.msku,
          facts.orderId,
          facts.shipmentId,
          facts.referenceId,
          day(facts.eventDate),
          day(facts.opens),
          day(facts.deadline),
          facts.estimated ? 1 : 0,
          facts.what,
          facts.basis,
        ]),
  ]);
}
