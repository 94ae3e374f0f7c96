/**
 * Clearing by exchange: what passes over several kinds of credits left open although another choice of units
 * would have cleared it. An opening that took a unit this one could use takes another one instead.
 */

import { type Bounds, byDate, type Credit, type Opening, take } from "./clearing.ts";

/**
 * Clears openings with units nobody uses, directly or by others changing theirs, until no choice of units would
 * clear more. What was cleared stays cleared. `usableBy` gives the credits an opening may take, of any day.
 */
export function exchange<O extends Opening>(
  openings: readonly O[],
  usableBy: (opening: O) => readonly Credit[],
  { before, after }: Pick<Bounds, "before" | "after">,
): void {
  if (openings.every(({ open }) => open === 0)) return;
  const usable = new Map<Opening, readonly Credit[]>();
  for (const opening of [...openings].sort(byDate)) {
    const inTime = ({ date }: Credit) => date >= opening.date - before && date <= opening.date + after;
    usable.set(opening, usableBy(opening).filter(inTime).sort(byDate));
  }
  for (const opening of usable.keys()) {
    while (opening.open > 0 && serve(opening, usable));
  }
}

/** Finds the nearest unit nobody uses that can come to this opening, and hands it on; false when there is none. */
function serve(opening: Opening, usable: ReadonlyMap<Opening, readonly Credit[]>): boolean {
  const wantedBy = new Map<Credit, Opening>();
  // What each opening would give up: the unit somebody before it in the queue wants.
  const gives = new Map<Opening, Credit | null>([[opening, null]]);
  for (const wanting of gives.keys()) {
    for (const credit of usable.get(wanting) ?? []) {
      if (wantedBy.has(credit)) continue;
      wantedBy.set(credit, wanting);
      if (credit.left > 0) {
        handOn(credit, wantedBy, gives);
        return true;
      }
      for (const using of usable.keys()) {
        const uses = using.clearedBy.some((cleared) => cleared.credit === credit);
        if (uses && !gives.has(using)) gives.set(using, credit);
      }
    }
  }
  return false;
}

/** Whoever takes a unit gives up its own to whoever wanted that, up to the opening that had none. */
function handOn(
  unused: Credit,
  wantedBy: ReadonlyMap<Credit, Opening>,
  gives: ReadonlyMap<Opening, Credit | null>,
): void {
  for (let credit: Credit | null = unused; credit !== null; ) {
    const taker = wantedBy.get(credit) as Opening;
    const given: Credit | null = gives.get(taker) ?? null;
    if (given !== null) giveBack(taker, given);
    take(taker, credit, 1);
    credit = given;
  }
}

function giveBack(opening: Opening, credit: Credit): void {
  const at = opening.clearedBy.findIndex((cleared) => cleared.credit === credit);
  const units = (opening.clearedBy[at]?.units ?? 0) - 1;
  opening.clearedBy.splice(at, 1, ...(units > 0 ? [{ credit, units }] : []));
  opening.open += 1;
  credit.left += 1;
}
