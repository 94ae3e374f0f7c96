/**
 * Reports that repeat their rows for every marketplace of a region they are downloaded for: equal rows of one
 * download are separate events, those of another download are the same events again.
 */

import { compareText } from "../../values/hash.ts";
import { listUnder } from "../clearing.ts";

interface Downloaded {
  /** Code of the marketplace its file was imported for. */
  readonly importedFor: string;
}

/** Rows by identity; of each identity those of the download that shows most of them, of several the first by code. */
export function eachEventOnce<R extends Downloaded>(
  rows: readonly R[],
  identityOf: (row: R) => string,
): (readonly R[])[] {
  const same = new Map<string, R[]>();
  for (const row of rows) listUnder(same, identityOf(row)).push(row);
  return [...same.values()].map(fullestDownload);
}

function fullestDownload<R extends Downloaded>(equal: readonly R[]): readonly R[] {
  if (equal.length === 1) return equal;
  const downloads = new Map<string, R[]>();
  for (const row of equal) listUnder(downloads, row.importedFor).push(row);
  let fullest: readonly R[] = [];
  for (const [, rows] of [...downloads].sort(([a], [b]) => compareText(a, b))) {
    if (rows.length > fullest.length) fullest = rows;
  }
  return fullest;
}
