/**
 * Who clears whom, worked out by hand for one item: a second, simple account of the clearing rules (audits
 * catalogue §2), apart from the program. Units are plain counts; lists are short, so clarity wins.
 */

import type { Day } from "../src/values/day.ts";

/** Something that opens: a loss, a shortage. `left` counts down. */
export interface Opening<T> {
  readonly day: Day;
  readonly of: T;
  left: number;
}

/** Something that clears: a find, a payment. */
export interface Clearing {
  readonly day: Day;
  left: number;
}

/** Oldest opening first, oldest clearing first; a clearing counts from the opening's day on. */
export function clear(openings: readonly Opening<unknown>[], clearings: readonly Clearing[]): void {
  const byDay = (x: { day: Day }, y: { day: Day }) => x.day - y.day;
  const queue = [...clearings].sort(byDay);
  for (const opening of [...openings].sort(byDay)) {
    for (const clearing of queue) {
      if (clearing.day < opening.day) continue;
      const units = Math.min(opening.left, clearing.left);
      opening.left -= units;
      clearing.left -= units;
    }
  }
}

/** Finds that were taken out again within 30 days are none: the oldest such find first. */
export function takeOut(
  finds: readonly Clearing[],
  out: { readonly day: Day; readonly units: number },
): void {
  let units = out.units;
  for (const find of [...finds].sort((x, y) => x.day - y.day)) {
    if (find.day > out.day || out.day - find.day > 30) continue;
    const cancelled = Math.min(units, find.left);
    find.left -= cancelled;
    units -= cancelled;
  }
}
