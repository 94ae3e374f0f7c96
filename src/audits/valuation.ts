/**
 * What units are worth: before a customer order the sourcing cost valid that day, capped; after one the
 * order's price less its fees. Null with the reason when it cannot be said; an amount is never guessed.
 */

import { marketplace as marketplaceNamed, perUnitCap, valuationOn } from "../policy/index.ts";
import { costs } from "../reports/index.ts";
import type { Day } from "../values/day.ts";
import { type Currency, currencyOf, type Money, moneyOf, smallerMoney, timesMoney } from "../values/money.ts";
import type { Account } from "./account.ts";
import { listUnder } from "./clearing.ts";
import type { Item } from "./draft.ts";
import { count, dated, fill, itemNamed, priced } from "./text.ts";

export interface Valued {
  readonly amount: Money | null;
  /** How it was valued, or why it could not be. */
  readonly basis: string;
}
