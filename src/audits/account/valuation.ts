/**
 * What units are worth: before a customer order the sourcing cost valid that day, capped; after one the
 * order's price less its fees. Null with the reason when it cannot be said; an amount is never guessed.
 */

import {
  marketplace as marketplaceNamed,
  type Policy,
  perUnitCap,
  stockRegionOf,
  valuationOn,
} from "../../policy/index.ts";
import { costs } from "../../reports/index.ts";
import type { Day } from "../../values/day.ts";
import { currencyOf, type Money, moneyOf, smallerMoney, timesMoney } from "../../values/money.ts";
import { addUnder } from "../clearing.ts";
import type { Item } from "../wording/draft.ts";
import { count, dated, itemNamed, priced } from "../wording/text.ts";
import type { Account } from "./account.ts";

export interface Valued {
  readonly amount: Money | null;
  /** How it was valued, or why it could not be. */
  readonly basis: string;
}

/** One line of the seller's Costs tab, for one unit. */
export interface Cost {
  readonly unit: Money;
  /** Null: valid since ever. */
  readonly validFrom: Day | null;
}

export interface Costs {
  /**
   * The cost of an item valid on a day, in one of the currencies: by FNSKU, else MSKU, else ASIN. Of two for
   * one day the lower, which claims less. Null when there is none.
   */
  on(item: Item, day: Day, currencies: readonly string[]): Cost | null;
  /** Whether the item has a cost in another currency or from a later day: what to say when `on` finds none. */
  why(item: Item, day: Day, currencies: readonly string[]): string;
}

export function costsOf(account: Account): Costs {
  const byNumber = new Map<string, Cost[]>();
  for (const row of account.rows(costs)) {
    const paidIn = currencyOf(row.currency);
    if (row.unitCost === null || row.unitCost <= 0 || paidIn === null) continue;
    const cost: Cost = { unit: moneyOf(row.unitCost, paidIn), validFrom: row.validFrom };
    for (const key of [`f ${row.fnsku}`, `m ${row.msku}`, `a ${row.asin}`]) {
      if (key.length > 2) addUnder(byNumber, key, cost);
    }
  }
  const keysOf = (item: Item) => [`f ${item.fnsku}`, `m ${item.msku}`, `a ${item.asin}`];
  return {
    on(item, day, currencies) {
      for (const key of keysOf(item)) {
        const best = bestOf(byNumber.get(key) ?? [], day, currencies);
        if (best !== null) return best;
      }
      return null;
    },
    why(item, day, currencies) {
      const all = keysOf(item).flatMap((key) => byNumber.get(key) ?? []);
      const inCurrency = all.filter((c) => currencies.includes(c.unit.currency));
      if (all.length === 0) return `no cost of ${itemNamed(item)} is known (Costs tab)`;
      if (inCurrency.length === 0) {
        return `the cost of ${itemNamed(item)} is not in ${currencies.join(" or ")}, and currencies are not converted`;
      }
      return `the cost of ${itemNamed(item)} is known for later days only, not for ${dated(day)}`;
    },
  };
}

/** Of the costs valid on a day the one valid since last; of two of one day the lower. */
function bestOf(costs: readonly Cost[], day: Day, currencies: readonly string[]): Cost | null {
  let best: Cost | null = null;
  for (const cost of costs) {
    if (!currencies.includes(cost.unit.currency) || validSince(cost) > day) continue;
    const better =
      best === null ? 1 : validSince(cost) - validSince(best) || best.unit.minor - cost.unit.minor;
    if (better > 0) best = cost;
  }
  return best;
}

/** An item whose cost somebody asked for in vain, on the earliest day it was asked for. */
export interface MissingCost {
  readonly item: Item;
  readonly marketplace: string;
  /** What the cost has to be in: the currency in which the marketplace's losses are paid, the euro where it will do. */
  readonly currency: string;
  readonly day: Day;
  /** What is known of its cost, in words. */
  readonly why: string;
}

/** The costs found missing so far, by item and currency. */
export function missingCostsOf(_: Account): Map<string, MissingCost> {
  return new Map();
}

function noteMissing(account: Account, missing: MissingCost): void {
  const all = account.derive(missingCostsOf);
  const { item, currency, day } = missing;
  const key = [currency, item.fnsku, item.msku, item.asin].join("|");
  const before = all.get(key);
  const earlier =
    !before || day < before.day || (day === before.day && missing.marketplace < before.marketplace);
  if (earlier) all.set(key, missing);
}

function validSince(cost: Cost): number {
  return cost.validFrom ?? Number.MIN_SAFE_INTEGER;
}

/** The currencies a marketplace's losses are paid in: its own, and in the euro region also the euro. */
export function currenciesOf(marketplace: string): readonly string[] {
  const place = marketplaceNamed(marketplace);
  if (place === null) return [];
  return place.stockRegion === "EU" && place.currency !== "EUR" ? [place.currency, "EUR"] : [place.currency];
}

/**
 * Units lost or damaged on a day before a customer ordered them: units × the smaller of the sourcing cost
 * valid that day and the marketplace's per-unit cap.
 */
export function valueBeforeOrder(
  account: Account,
  marketplace: string,
  item: Item,
  day: Day,
  units: number,
): Valued {
  const unit = unitBeforeOrder(account, marketplace, item, day);
  if (unit.amount === null) return unit;
  return {
    amount: timesMoney(unit.amount, units),
    basis: `${count(units, "unit")} × ${unit.basis}`,
  };
}

/** Since when the sourcing cost counts in a marketplace or, where it has no rule of its own, in its stock region; null: unknown. */
function sourcingCostSince(policy: Policy, marketplace: string): Day | null {
  const region = stockRegionOf(marketplace);
  const periods = policy.valuation.filter((of) => of.basis === "sourcing-cost" && of.from !== null);
  const own = periods.find((of) => of.marketplaces.includes(marketplace));
  const near = own ?? periods.find((of) => of.marketplaces.some((other) => stockRegionOf(other) === region));
  return near?.from ?? null;
}

/** The value of one such unit, in one of the currencies its losses are paid in. */
export function unitBeforeOrder(
  account: Account,
  marketplace: string,
  item: Item,
  day: Day,
  currencies: readonly string[] = currenciesOf(marketplace),
): Valued {
  const period = valuationOn(account.policy, marketplace, day, "before-order");
  if (period?.basis === "estimated-proceeds") {
    return {
      amount: null,
      basis: `Not valued: on ${dated(day)} Amazon valued units at its own estimate of their sale proceeds, which no report shows.`,
    };
  }
  const since = period === null ? sourcingCostSince(account.policy, marketplace) : null;
  if (since !== null && day < since) {
    return {
      amount: null,
      basis: `Not valued: Amazon pays the sourcing cost there since ${dated(since)}; no source says how it valued units on ${dated(day)}.`,
    };
  }
  const known = account.derive(costsOf);
  const cost = known.on(item, day, currencies);
  if (cost === null) {
    const why = known.why(item, day, currencies);
    const currency = currencies.includes("EUR") ? "EUR" : currencies[0];
    if (currency !== undefined) noteMissing(account, { item, marketplace, currency, day, why });
    return { amount: null, basis: `Not valued: ${why}.` };
  }
  const cap = perUnitCap(account.policy, marketplace);
  const capped =
    cap !== null && cap.currency === cost.unit.currency ? smallerMoney(cost.unit, cap) : cost.unit;
  const assumed = period === null ? "; no source says how Amazon values units in this marketplace" : "";
  return {
    amount: capped,
    basis:
      capped.minor < cost.unit.minor
        ? `${priced(capped)}, Amazon's limit per unit (your cost: ${priced(cost.unit)})${assumed}`
        : `${priced(cost.unit)}, your cost per unit${cost.validFrom === null ? "" : ` since ${dated(cost.validFrom)}`}${assumed}`,
  };
}
