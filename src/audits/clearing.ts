/**
 * Open-item clearing: something opens an obligation in units, later events clear it. Units are never
 * created and never used twice: whatever an opening loses, exactly one credit loses too.
 */

import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";

/** An obligation. `open` falls as credits clear it. */
export interface Opening {
  readonly date: Day;
  /** Orders openings of one day; from content alone. */
  readonly identity: string;
  /** Units still open. */
  open: number;
  readonly clearedBy: Cleared[];
}

/** Units that can clear: a find, a payment, a return. `left` falls as they are used. */
export interface Credit {
  readonly date: Day;
  readonly identity: string;
  /** Units not used yet. */
  left: number;
}

export interface Cleared {
  readonly credit: Credit;
  readonly units: number;
}

/** How many days before and after its opening a credit may be dated. */
export interface Bounds {
  readonly before: number;
  readonly after: number;
  /**
   * `later-first`: credits dated on or after the opening are tried before earlier ones (losses, whose find
   * or payment normally follows). `oldest-first`: the oldest within the bounds, which with bounds of one
   * length leaves the fewest open (reversals, whose units may come on either side).
   */
  readonly order: "later-first" | "oldest-first";
}

/** A find or payment up to 7 days before its loss counts, after all later ones were tried; earlier ones never. */
export const AFTER_LOSS: Bounds = { before: 7, after: Number.POSITIVE_INFINITY, order: "later-first" };

/** First in, first out by date, ties by identity: the same for rows in any order. */
export function byDate(
  a: { readonly date: Day; readonly identity: string },
  b: { readonly date: Day; readonly identity: string },
): number {
  return a.date - b.date || compareText(a.identity, b.identity);
}

/**
 * Clears openings with credits of the same key, oldest opening first, within the bounds. Both lists must be
 * of one key (an item in a stock region, an order, a shipment) and may be in any order. Returns the units cleared.
 */
export function clear(
  openings: readonly Opening[],
  credits: readonly Credit[],
  bounds: Bounds = AFTER_LOSS,
): number {
  if (openings.length === 0 || credits.length === 0) return 0;
  const owed = [...openings].sort(byDate);
  const usable = [...credits].sort(byDate);
  if (bounds.order === "oldest-first") return sweep(owed, usable, -bounds.before, bounds.after);
  return (
    sweep(owed, usable, 0, bounds.after) + (bounds.before > 0 ? sweep(owed, usable, -bounds.before, -1) : 0)
  );
}

/** One pass: each opening takes credits dated within [its date + from, its date + to]. Both lists sorted. */
function sweep(owed: readonly Opening[], usable: readonly Credit[], from: number, to: number): number {
  let units = 0;
  let first = 0;
  for (const opening of owed) {
    // Credits too early for this opening are too early for all later ones; used-up ones are gone for all.
    for (let head = usable[first]; head && (head.left === 0 || head.date < opening.date + from); ) {
      head = usable[++first];
    }
    for (let i = first; opening.open > 0; i++) {
      const credit = usable[i];
      if (credit === undefined || credit.date > opening.date + to) break;
      units += take(opening, credit);
    }
  }
  return units;
}

/** Moves as many units as both have from the credit to the opening; returns how many. */
export function take(opening: Opening, credit: Credit, atMost = Number.POSITIVE_INFINITY): number {
  const units = Math.min(opening.open, credit.left, atMost);
  if (units <= 0) return 0;
  opening.open -= units;
  credit.left -= units;
  opening.clearedBy.push({ credit, units });
  return units;
}

/** Adds to the list under a key. Where most lists stay of one, this takes a tenth of the memory of `listUnder`. */
export function addUnder<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** The values of a map of lists, made on first use. */
export function listUnder<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (list === undefined) {
    list = [];
    map.set(key, list);
  }
  return list;
}
