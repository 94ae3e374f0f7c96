/** The shape of the United States' fulfilment-fee tables, and the words their files are written in. */

import type { FeeTable } from "../fee.ts";

/** What decides between Amazon's fulfilment rate cards. */
export type FulfilmentCategory = "standard" | "apparel" | "dangerous-goods";

/** Dollars per unit by the item's price: below $10, from $10 to $50, above $50. Null: not sourced. */
export interface PriceFees {
  readonly under10: number | null;
  readonly from10to50: number;
  readonly over50: number;
  /** The row is the base table plus a known increment, seen in no source. */
  readonly inferred: boolean;
}

/** The fee up to and including a weight. */
export interface WeightBand extends PriceFees {
  readonly upToOz: number;
}

/** A base fee, and so much more for every step (or part of one) above a weight. */
export interface WeightSlope extends PriceFees {
  readonly aboveLb: number;
  readonly stepOz: 4 | 16;
  readonly perStep: number;
}

export interface FulfilmentTable extends FeeTable {
  readonly category: FulfilmentCategory;
  readonly peak: boolean;
  readonly smallStandard: readonly WeightBand[];
  readonly largeStandardUpTo3lb: readonly WeightBand[];
  readonly largeStandardOver3lb: WeightSlope | null;
  readonly smallBulky: WeightSlope | null;
  readonly largeBulky: WeightSlope | null;
  readonly xl0to50: WeightSlope | null;
  readonly xl50to70: WeightSlope | null;
  readonly xl70to150: WeightSlope | null;
  readonly xlOver150: WeightSlope | null;
}

export function band(upToOz: number, under10: number | null, from10to50: number, over50: number): WeightBand {
  return { upToOz, under10, from10to50, over50, inferred: false };
}

export function above(
  aboveLb: number,
  under10: number | null,
  from10to50: number,
  over50: number,
  step: Pick<WeightSlope, "stepOz" | "perStep">,
): WeightSlope {
  return { aboveLb, under10, from10to50, over50, ...step, inferred: false };
}

export function perPound(dollars: number): Pick<WeightSlope, "stepOz" | "perStep"> {
  return { stepOz: 16, perStep: dollars };
}

export function perFourOunces(dollars: number): Pick<WeightSlope, "stepOz" | "perStep"> {
  return { stepOz: 4, perStep: dollars };
}

/** A row nobody published: the base table plus the increment of the following season. */
export function inferred<T extends PriceFees>(row: T): T {
  return { ...row, inferred: true };
}
