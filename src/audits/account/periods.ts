/** Periods of days, both ends included. */

import { addDays, type Day, earlierDay, laterDay } from "../../values/day.ts";

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The same days as periods in order that neither overlap nor touch. */
export function union(periods: readonly Period[]): Period[] {
  const joined: Period[] = [];
  for (const next of [...periods].sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (next.to < next.from) continue;
    if (last && next.from <= addDays(last.to, 1)) {
      joined[joined.length - 1] = { from: last.from, to: laterDay(last.to, next.to) };
    } else {
      joined.push(next);
    }
  }
  return joined;
}

/** The days of a period outside the holes (in any order). */
export function without(period: Period, holes: readonly Period[]): Period[] {
  let from = period.from;
  const left: Period[] = [];
  for (const hole of union(holes)) {
    if (hole.to < from || hole.from > period.to) continue;
    if (hole.from > from) left.push({ from, to: addDays(hole.from, -1) });
    from = addDays(hole.to, 1);
  }
  if (from <= period.to) left.push({ from, to: period.to });
  return left;
}

/** From the first to the last of the days that are known; null when none is. */
export function spanOf(days: readonly (Day | null)[]): Period | null {
  let span: Period | null = null;
  for (const day of days) {
    if (day === null) continue;
    span =
      span === null
        ? { from: day, to: day }
        : { from: earlierDay(span.from, day), to: laterDay(span.to, day) };
  }
  return span;
}
