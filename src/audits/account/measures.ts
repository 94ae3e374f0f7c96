/** Size and weight of the seller's items, as the Costs tab has them. Never Amazon's own measures. */

import { type Dimensions, lengthUnit, weightUnit } from "../../policy/fees/index.ts";
import type { RowOf } from "../../reports/definition.ts";
import { costs } from "../../reports/index.ts";
import type { Day } from "../../values/day.ts";
import { listUnder } from "../clearing.ts";
import type { Item } from "../wording/draft.ts";
import type { Account } from "./account.ts";

export interface Measures {
  /** The measures of one packaged unit on a day: by FNSKU, else MSKU, else ASIN; null when they are not all known. */
  on(item: Item, day: Day): Dimensions | null;
}

interface Measured {
  readonly validFrom: Day | null;
  readonly line: number;
  readonly dimensions: Dimensions;
}

export function measuresOf(account: Account): Measures {
  const byNumber = new Map<string, Measured[]>();
  for (const row of account.rows(costs)) {
    const dimensions = dimensionsOf(row);
    if (dimensions === null) continue;
    const measured = { validFrom: row.validFrom, line: row.line, dimensions };
    for (const key of [`f ${row.fnsku}`, `m ${row.msku}`, `a ${row.asin}`]) {
      if (key.length > 2) listUnder(byNumber, key).push(measured);
    }
  }
  return {
    on(item, day) {
      for (const key of [`f ${item.fnsku}`, `m ${item.msku}`, `a ${item.asin}`]) {
        const valid = (byNumber.get(key) ?? []).filter((m) => m.validFrom === null || m.validFrom <= day);
        // Of two for one day the bulkier, which is charged more rightly.
        const [best] = valid.sort(
          (a, b) => since(b) - since(a) || volume(b.dimensions) - volume(a.dimensions) || a.line - b.line,
        );
        if (best) return best.dimensions;
      }
      return null;
    },
  };
}

function since({ validFrom }: Measured): number {
  return validFrom ?? Number.MIN_SAFE_INTEGER;
}

function volume({ length, width, height }: Dimensions): number {
  return length * width * height;
}

function dimensionsOf(row: RowOf<typeof costs>): Dimensions | null {
  const { length, width, height, weight } = row;
  const [unit, ofWeight] = [lengthUnit(row.dimensionUnit), weightUnit(row.weightUnit)];
  if (length === null || width === null || height === null || weight === null) return null;
  if (unit === null || ofWeight === null || Math.min(length, width, height, weight) <= 0) return null;
  return { length, width, height, unit, weight, weightUnit: ofWeight };
}
