/** Size and weight of the seller's items, as the Costs tab has them. Never Amazon's own measures. */

import { type Dimensions, lengthUnit, weightUnit } from "../../policy/fees/index.ts";
import type { RowOf } from "../../reports/definition.ts";
import { costs } from "../../reports/index.ts";
import { type Day, earlierDay } from "../../values/day.ts";
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

/** What of an item's row in the Costs tab a fee audit asks for, in its words. */
export type Lack =
  | "size and weight (with units)"
  | "category"
  | "category that says whether it is apparel"
  | "category we know";

/** An item whose size or category somebody asked for in vain. */
export interface MissingMeasures {
  readonly item: Item;
  /** The earliest day one was asked for. */
  readonly day: Day;
  /** In the order they were asked for, each once. */
  readonly lacks: readonly Lack[];
}

/** The sizes and categories found missing so far, by item. */
export function missingMeasuresOf(_: Account): Map<string, MissingMeasures> {
  return new Map();
}

export function noteLacking(account: Account, item: Item, day: Day, lack: Lack): void {
  const all = account.derive(missingMeasuresOf);
  const key = [item.fnsku, item.msku, item.asin].join("|");
  all.set(key, withBoth(all.get(key), { item, day, lacks: [lack] }));
}

/** What two questions about one item found missing. */
export function withBoth(first: MissingMeasures | undefined, then: MissingMeasures): MissingMeasures {
  if (first === undefined) return then;
  return {
    item: first.item,
    day: earlierDay(first.day, then.day),
    lacks: [...new Set([...first.lacks, ...then.lacks])],
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
