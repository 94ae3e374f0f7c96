/** What Amazon takes of a sale. */

import { type Day, day, formatDay } from "../../values/day.ts";
import { amountOf, currency, formatMoney, type Money, money, moneyOf } from "../../values/money.ts";
import { cannotTell, type FeeResult, feeOf, standing } from "./fee.ts";
import type { FulfilmentCategory } from "./tables/fulfilment-table.ts";
import { REFERRAL_FEES, type ReferralTable } from "./tables/referral.ts";

export interface ReferralQuestion {
  readonly marketplace: string;
  /** The day of the sale. */
  readonly day: Day;
  /** As the seller or a report names it: case, `&` and punctuation do not matter. */
  readonly category: string;
  /** What the buyer paid for one item: price + shipping + gift wrap, without tax. */
  readonly price: Money;
}

/** The rates were read in 2026, and no change in 2026 was found; of earlier years nothing was. */
const RATES_READ_FROM = day("2026-01-01");

/** How Amazon rounds a percentage is not sourced. */
const CENT = 1;

/**
 * The referral fee of one item, at least the category's minimum. Cannot tell outside the United States, whose
 * rates alone are sourced, and for a category that is none of the known names. A closing fee is a charge of
 * its own and no part of it.
 */
export function referralFee(question: ReferralQuestion): FeeResult {
  const { marketplace, day: on, category, price } = question;
  const dollars = currency("USD");
  if (marketplace !== "US") {
    return cannotTell(`No referral fees are sourced for ${marketplace} on ${formatDay(on)}.`);
  }
  if (price.currency !== dollars || price.minor <= 0) {
    return cannotTell("The price has to be an amount above 0 in USD.");
  }
  const table = referralCategory(category);
  if (table === null) {
    const given =
      category.trim() === "" ? "No category is given" : `“${category.trim()}” is no category we know`;
    return cannotTell(`${given}; referral fees differ by category. Known: ${categoryNames().join("; ")}.`);
  }
  const { amount, text } = share(table, amountOf(price));
  const computed = moneyOf(amount, dollars);
  const least = moneyOf(table.minimum, dollars);
  const fee = computed.minor >= least.minor ? computed : least;
  const what =
    fee === computed ? text : `${text} is ${formatMoney(computed)}; the minimum is ${formatMoney(least)}`;
  const before =
    on < RATES_READ_FROM ? ["The rates were read in 2026 and are taken to have held before."] : [];
  const parts = [{ what, amount: fee }] as const;
  return feeOf(parts, `${table.category}: ${what}`, money(CENT, dollars), standing([table], before));
}

/** The rates of a category by any of its names; null for a name we do not know. */
export function referralCategory(category: string): ReferralTable | null {
  return BY_NAME.get(squeezed(category)) ?? null;
}

/** The categories by the names of the fee table. */
export function categoryNames(): string[] {
  return REFERRAL_FEES.map((table) => table.category);
}

/**
 * The fulfilment rate card of a category. Null: not decided by the name, because it is empty, or (shoes,
 * fashion) the sources do not say whether it pays as apparel.
 */
export function fulfilmentCategory(category: string): FulfilmentCategory | null {
  const wanted = squeezed(category);
  if (wanted === "" || UNDECIDED.test(wanted)) return null;
  if (/^dangerousgoods$|hazmat|^hazardous/.test(wanted)) return "dangerous-goods";
  return /^(apparel|clothing)/.test(wanted) ? "apparel" : "standard";
}

const UNDECIDED = /shoe|footwear|fashion/;

const BY_NAME: ReadonlyMap<string, ReferralTable> = new Map(
  REFERRAL_FEES.flatMap((table) =>
    [table.category, ...table.alsoCalled].map((name) => [squeezed(name), table] as const),
  ),
);

function share(table: ReferralTable, price: number): { amount: number; text: string } {
  if (table.mode !== "marginal") {
    const step = table.steps.find(([upTo]) => upTo === null || price <= upTo);
    const rate = step?.[1] ?? 0;
    return { amount: price * rate, text: `${percent(rate)} of ${price.toFixed(2)}` };
  }
  let from = 0;
  let amount = 0;
  const texts: string[] = [];
  for (const [upTo, rate] of table.steps) {
    if (price <= from) break;
    const slice = Math.min(price, upTo ?? price) - from;
    amount += slice * rate;
    texts.push(`${percent(rate)} of ${slice.toFixed(2)}`);
    from = upTo ?? price;
  }
  return { amount, text: texts.join(" + ") };
}

function percent(rate: number): string {
  return `${Math.round(rate * 1000) / 10} %`;
}

function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z0-9]+/g, "");
}
