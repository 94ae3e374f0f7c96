/**
 * What the seller says an item measures and is: size, weight and category of the Costs tab. Amazon's own
 * measurements are no ground for a claim against them.
 */

import { type Dimensions, lengthUnit, weightUnit } from "../policy/fees/index.ts";
import type { RowOf } from "../reports/definition.ts";
import { costs } from "../reports/index.ts";
import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import type { Account } from "./account.ts";
import { listUnder } from "./clearing.ts";
import type { Item } from "./draft.ts";

export interface ItemSpecs {
  /** Size and weight of the packaged unit valid on a day: by FNSKU, else MSKU, else ASIN. Null: not given in full. */
  dimensions(item: Item, day: Day): Dimensions | null;
  /** The category as the seller names it; empty when none is given. */
  category(item: Item, day: Day): string;
}

type Row = RowOf<typeof costs>;

export function itemSpecsOf(account: Account): ItemSpecs {
  const byNumber = new Map<string, Row[]>();
  for (const row of account.rows(costs)) {
    for (const key of [`f ${row.fnsku}`, `m ${row.msku}`, `a ${row.asin}`]) {
      if (key.length > 2) listUnder(byNumber, key).push(row);
    }
  }
  /** The value of the row that is valid the latest; of equally late ones the largest, which claims less. */
  function latest<T>(item: Item, day: Day, read: (row: Row) => T | null, larger: (a: T, b: T) => number) {
    for (const key of [`f ${item.fnsku}`, `m ${item.msku}`, `a ${item.asin}`]) {
      const valid = (key.length > 2 ? (byNumber.get(key) ?? []) : [])
        .filter((row) => row.validFrom === null || row.validFrom <= day)
        .flatMap((row) => {
          const value = read(row);
          return value === null ? [] : [{ value, since: row.validFrom ?? Number.MIN_SAFE_INTEGER }];
        })
        .sort((a, b) => b.since - a.since || larger(a.value, b.value));
      if (valid[0] !== undefined) return valid[0].value;
    }
    return null;
  }
  return {
    dimensions: (item, day) => latest(item, day, dimensionsIn, (a, b) => bulk(b) - bulk(a)),
    category: (item, day) => latest(item, day, (row) => row.category.trim() || null, compareText) ?? "",
  };
}

function dimensionsIn(row: Row): Dimensions | null {
  const { length, width, height, weight } = row;
  const [unit, weighed] = [lengthUnit(row.dimensionUnit), weightUnit(row.weightUnit)];
  if (unit === null || weighed === null) return null;
  if (length === null || width === null || height === null || weight === null) return null;
  if (Math.min(length, width, height, weight) <= 0) return null;
  return { length, width, height, unit, weight, weightUnit: weighed };
}

/** Volume before weight, to compare two rows of one item. */
function bulk({ length, width, height, unit, weight }: Dimensions): number {
  return length * width * height * (unit === "in" ? 16.387064 : 1) * 1e6 + weight;
}
