/**
 * What a fee table is, and what a look-up in one says. A look-up never guesses: it gives the amount and
 * everything it rests on, or the reason why it cannot tell.
 */

import type { Day } from "../../values/day.ts";
import { addMoney, type Money } from "../../values/money.ts";

/** How far a table can be trusted; below `medium` no claim may rest on it. */
export type Confidence = "medium-high" | "medium" | "low";

/** Where a table holds, since when, and who says so. The numbers stand in the tables that extend this. */
export interface FeeTable {
  readonly id: string;
  readonly name: string;
  readonly marketplace: string;
  /** First day, null = no source names one: the table is taken to hold as far back as asked. */
  readonly from: Day | null;
  /** Last day; null = in force as far as known. */
  readonly to: Day | null;
  /** False: the first day is an inference; results say so. */
  readonly fromSourced: boolean;
  /** False: an inference. */
  readonly sourced: boolean;
  readonly confidence: Confidence;
  /** The grade in the words of whoever compared the sources. */
  readonly confidenceText: string;
  /** Sources contradict each other on the numbers, so no claim may rest on them; null = they do not. */
  readonly disputed: string | null;
  /** Ids of `disagreements.ts`. */
  readonly disagreements: readonly string[];
  /** Ids of `sources.ts`. */
  readonly sources: readonly string[];
  readonly note: string | null;
}

/** One summand of a fee, in the words of the explanation. */
export interface FeePart {
  readonly what: string;
  readonly amount: Money;
}

/** What an answer rests on. */
export interface Standing {
  /** Every table used, the one with the amount first. */
  readonly tables: readonly FeeTable[];
  /** The id of the first table. */
  readonly table: string;
  /** The days on which all of the tables hold; null = open. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** The lowest confidence of the tables. */
  readonly confidence: Confidence;
  /** A claim may rest on it: sourced, at least medium confidence, undisputed. Otherwise `info` at most. */
  readonly usable: boolean;
  /** Why it is not usable; null when it is. */
  readonly unusableBecause: string | null;
  /** Something was assumed that could change the answer. */
  readonly estimated: boolean;
  /** What was assumed, each a sentence. */
  readonly assumptions: readonly string[];
  /** Ids of the disagreements of the tables, resolved as `docs/fees.md` says. */
  readonly disagreements: readonly string[];
}

export interface FeeKnown extends Standing {
  readonly cannotTell: null;
  /** Per unit unless the look-up says otherwise; positive. */
  readonly fee: Money;
  /** The summands; they add up to `fee`. */
  readonly parts: readonly FeePart[];
  /** One line a seller can follow. */
  readonly explanation: string;
  /** A difference up to this may be Amazon's rounding or a surcharge nobody could source: not an overcharge. */
  readonly tolerance: Money;
}

export interface CannotTell {
  /** A sentence. */
  readonly cannotTell: string;
}

export type FeeResult = FeeKnown | CannotTell;

export function cannotTell(reason: string): CannotTell {
  return { cannotTell: reason };
}

const RANK: Record<Confidence, number> = { low: 0, medium: 1, "medium-high": 2 };

/**
 * What an answer from these tables rests on. `unusableBecause` is a reason of its own (an inferred row);
 * a table that is unsourced, low or disputed gives one by itself.
 */
export function standing(
  tables: readonly [FeeTable, ...FeeTable[]],
  assumptions: readonly string[] = [],
  unusableBecause: string | null = null,
): Standing {
  const assumed = [...new Set([...assumptions, ...tables.flatMap(assumedOf)])];
  const reason = unusableBecause ?? tables.map(reasonAgainst).find((found) => found !== null) ?? null;
  return {
    tables,
    table: tables[0].id,
    from: extreme(
      tables.map((table) => table.from),
      (a, b) => a > b,
    ),
    to: extreme(
      tables.map((table) => table.to),
      (a, b) => a < b,
    ),
    confidence: tables.reduce<Confidence>(
      (lowest, table) => (RANK[table.confidence] < RANK[lowest] ? table.confidence : lowest),
      "medium-high",
    ),
    usable: reason === null,
    unusableBecause: reason,
    estimated: assumed.length > 0,
    assumptions: assumed,
    disagreements: [...new Set(tables.flatMap((table) => table.disagreements))],
  };
}

/** A fee from its parts, the first of which gives the currency. */
export function feeOf(
  parts: readonly [FeePart, ...FeePart[]],
  explanation: string,
  tolerance: Money,
  basis: Standing,
): FeeKnown {
  const [first, ...others] = parts;
  const fee = others.reduce((sum, part) => addMoney(sum, part.amount), first.amount);
  return { cannotTell: null, fee, parts, explanation, tolerance, ...basis };
}

/** The table of a marketplace in force on a day; null when none is. */
export function tableOn<T extends FeeTable>(tables: readonly T[], marketplace: string, on: Day): T | null {
  return tables.find((table) => table.marketplace === marketplace && holdsOn(table, on)) ?? null;
}

/** Whether a table is in force on a day. */
export function holdsOn(table: FeeTable, on: Day): boolean {
  return (table.from === null || table.from <= on) && (table.to === null || on <= table.to);
}

function assumedOf(table: FeeTable): string[] {
  return table.fromSourced || table.from === null ? [] : [`The first day of “${table.name}” is not sourced.`];
}

/** Why no claim may rest on a table; null when one may. */
export function reasonAgainst(table: FeeTable): string | null {
  if (table.disputed !== null) return table.disputed;
  if (!table.sourced) return `“${table.name}” is an inference.`;
  return table.confidence === "low" ? `“${table.name}” is of low confidence.` : null;
}

function extreme(days: readonly (Day | null)[], further: (a: Day, b: Day) => boolean): Day | null {
  return days.reduce(
    (best, day) => (best === null || (day !== null && further(day, best)) ? day : best),
    null,
  );
}
