/** The category of the seller's items, as the Costs tab names it: fees differ by it. */

import { costs } from "../../reports/index.ts";
import type { Day } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import { listUnder } from "../clearing.ts";
import type { Item } from "../wording/draft.ts";
import type { Account } from "./account.ts";

export interface ItemCategories {
  /** The category valid on a day: by FNSKU, else MSKU, else ASIN; empty when none is given. */
  on(item: Item, day: Day): string;
}

interface Named {
  readonly since: number;
  readonly category: string;
}

export function itemCategoriesOf(account: Account): ItemCategories {
  const byNumber = new Map<string, Named[]>();
  for (const row of account.rows(costs)) {
    const named = { since: row.validFrom ?? Number.MIN_SAFE_INTEGER, category: row.category.trim() };
    if (named.category === "") continue;
    for (const key of [`f ${row.fnsku}`, `m ${row.msku}`, `a ${row.asin}`]) {
      if (key.length > 2) listUnder(byNumber, key).push(named);
    }
  }
  return {
    on(item, day) {
      for (const key of [`f ${item.fnsku}`, `m ${item.msku}`, `a ${item.asin}`]) {
        const valid = (byNumber.get(key) ?? []).filter((one) => one.since <= day);
        const [best] = valid.sort((a, b) => b.since - a.since || compareText(a.category, b.category));
        if (best) return best.category;
      }
      return "";
    },
  };
}
