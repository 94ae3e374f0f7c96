/**
 * What executions would take at Google, from what they call and move. Google promises no such figures: both are
 * ASSUMED, taken from the only ones it publishes, where colouring 10,000 cells takes about a minute cell by cell and
 * a second in one call (https://developers.google.com/apps-script/guides/support/best-practices#use_batch_operations).
 * What the script computes in between is not in them.
 */
import type { Counts } from "./counts.ts";

/** A second for 10,000 cells. */
const MS_PER_CELL = 0.1;
/** 70 seconds for 10,000 calls. */
const MS_PER_CALL = 7;

/** Milliseconds the counted reads, writes and cells would take at Google: assumed. */
export function assumedMs({ reads, writes, cellsRead, cellsWritten }: Counts): number {
  return (reads + writes) * MS_PER_CALL + (cellsRead + cellsWritten) * MS_PER_CELL;
}
