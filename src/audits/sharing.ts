/**
 * Sharing credits out among openings that compete for them, each of which may take only some: so that as few units
 * as possible stay open. Oldest first (clearing.ts) is not enough there: a payment given to a unit that could have
 * been cleared otherwise leaves another open.
 *
 * First everybody takes in turn, as clearing does; then whoever is still open looks for a chain (it takes a unit of a
 * holder, who takes one of another …) that ends at a unit nobody has. When there is no such chain no other way of
 * sharing leaves fewer units open (Berge 1957). Nobody loses by a chain; so earlier groups never get less for later
 * ones' sake.
 */

import type { Credit, Opening } from "./clearing.ts";

/** What an opening may take in its turn, in the order it takes them. */
export interface Turn {
  readonly opening: Opening;
  readonly credits: readonly Credit[];
}

/**
 * Shares the credits out. Groups are served in their order, each wholly before the next; within a group the turns
 * in theirs, and one opening may have several. The result depends on these orders alone. Units are neither made
 * nor used twice.
 */
export function shareOut(groups: readonly (readonly Turn[])[]): void {
  const may = new Map<Opening, Set<Credit>>();
  const shares = new Map<Credit, Map<Opening, number>>();
  const settled = new Set<Opening>();
  for (const turns of groups) {
    const openings = new Set(turns.map((turn) => turn.opening));
    for (const { opening, credits } of turns) {
      const allowed = may.get(opening) ?? new Set();
      may.set(opening, allowed);
      for (const credit of credits) {
        allowed.add(credit);
        give(shares, credit, opening, Math.min(opening.open, credit.left));
      }
    }
    for (const opening of openings) {
      while (opening.open > 0) {
        const chain = chainFrom(opening, may, shares, settled);
        if (chain === null) break;
        moveAlong(chain, shares);
      }
    }
  }
  for (const [opening, credits] of may) {
    for (const credit of credits) {
      const units = shares.get(credit)?.get(opening) ?? 0;
      if (units > 0) opening.clearedBy.push({ credit, units });
    }
  }
}

type Shares = Map<Credit, Map<Opening, number>>;

/** The opening takes the credit: from nobody in the last link, from the opening of the next link before that. */
interface Link {
  readonly opening: Opening;
  readonly credit: Credit;
}

/**
 * The shortest chain from an open opening to units nobody has; null when there is none. Whom a search in vain has
 * met leads nowhere for anybody: `settled` keeps them out of later searches.
 */
function chainFrom(
  start: Opening,
  may: ReadonlyMap<Opening, ReadonlySet<Credit>>,
  shares: Shares,
  settled: Set<Opening>,
): Link[] | null {
  const reachedBy = new Map<Opening, Link | null>([[start, null]]);
  const tried = new Set<Credit>();
  for (const opening of reachedBy.keys()) {
    for (const credit of may.get(opening) ?? []) {
      if (tried.has(credit)) continue;
      tried.add(credit);
      const link = { opening, credit };
      if (credit.left > 0) return chainTo(link, reachedBy);
      for (const [holder, units] of shares.get(credit) ?? []) {
        if (units > 0 && !reachedBy.has(holder) && !settled.has(holder)) reachedBy.set(holder, link);
      }
    }
  }
  for (const opening of reachedBy.keys()) settled.add(opening);
  return null;
}

function chainTo(last: Link, reachedBy: ReadonlyMap<Opening, Link | null>): Link[] {
  const chain: Link[] = [];
  for (let link: Link | null = last; link !== null; link = reachedBy.get(link.opening) ?? null) {
    chain.unshift(link);
  }
  return chain;
}

/** Moves as many units along a chain as all its links have. */
function moveAlong(chain: readonly Link[], shares: Shares): void {
  const held = chain.map(({ credit }, i) => {
    const holder = chain[i + 1]?.opening;
    return holder === undefined ? credit.left : (shares.get(credit)?.get(holder) ?? 0);
  });
  const units = Math.min(chain[0]?.opening.open ?? 0, ...held);
  // From the end: whoever gives a unit away has taken its own before.
  for (const [i, { opening, credit }] of [...chain.entries()].reverse()) {
    const holder = chain[i + 1]?.opening;
    if (holder !== undefined) give(shares, credit, holder, -units);
    give(shares, credit, opening, units);
  }
}

/** Gives units of a credit to an opening, or takes them back when negative. */
function give(shares: Shares, credit: Credit, opening: Opening, units: number): void {
  if (units === 0) return;
  const of = shares.get(credit) ?? new Map<Opening, number>();
  shares.set(credit, of);
  of.set(opening, (of.get(opening) ?? 0) + units);
  credit.left -= units;
  opening.open -= units;
}
