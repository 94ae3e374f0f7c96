/** What Amazon charges to pick, pack and ship one unit. */

import { calendarOf, type Day, formatDay } from "../../values/day.ts";
import { amountOf, currency, type Money, money, moneyOf } from "../../values/money.ts";
import type { Dimensions } from "./dimensions.ts";
import {
  type CannotTell,
  cannotTell,
  type FeePart,
  type FeeResult,
  type FeeTable,
  feeOf,
  holdsOn,
  standing,
} from "./fee.ts";
import { type SizeTierKnown, sizeTier } from "./size-tier.ts";
import type {
  FulfilmentCategory,
  FulfilmentTable,
  PriceFees,
  WeightSlope,
} from "./tables/fulfilment-table.ts";
import { SURCHARGES, type SurchargeTable } from "./tables/surcharges.ts";
import { UK_2026 } from "./tables/uk-fulfilment.ts";
import { US_2024 } from "./tables/us-fulfilment-2024.ts";
import { US_2025_PEAK } from "./tables/us-fulfilment-2025-peak.ts";
import { US_2026 } from "./tables/us-fulfilment-2026.ts";
import { US_2026_APPAREL } from "./tables/us-fulfilment-2026-apparel.ts";
import { US_2026_DANGEROUS } from "./tables/us-fulfilment-2026-dangerous.ts";
import { US_2026_PEAK } from "./tables/us-fulfilment-2026-peak.ts";

export interface FulfilmentQuestion {
  readonly marketplace: string;
  /** The day the unit leaves Amazon's warehouse: its table binds, whenever it was ordered (Supply Chain Dive, 2025-08). */
  readonly day: Day;
  readonly dimensions: Dimensions;
  /** The item's sale price per unit; null = unknown, the highest fee is then given. */
  readonly price: Money | null;
  readonly category: FulfilmentCategory;
}

export const US_FULFILMENT: readonly FulfilmentTable[] = [
  US_2026,
  US_2026_PEAK,
  US_2026_APPAREL,
  US_2026_DANGEROUS,
  US_2024,
  US_2025_PEAK,
];

const CATEGORY_WORDS: Record<FulfilmentCategory, string> = {
  standard: "items that are neither apparel nor dangerous goods",
  apparel: "apparel",
  "dangerous-goods": "dangerous goods",
};

/**
 * The fulfilment fee of one unit with the surcharges of the day, in the marketplace's currency. Weights above
 * a base round up to the next whole step. Cannot tell where no table is sourced for the marketplace, day,
 * category or size: docs/fees.md lists them.
 */
export function fulfilmentFee(question: FulfilmentQuestion): FeeResult {
  const { marketplace, day: on, category, price } = question;
  const table = fulfilmentTable(marketplace, on, category);
  if (table.cannotTell !== null) return table;
  const unit = currency(marketplace === "UK" ? "GBP" : "USD");
  if (price !== null && (price.currency !== unit || price.minor <= 0)) {
    return cannotTell(`The item’s price has to be an amount above 0 in ${unit}.`);
  }
  const size = sizeTier(marketplace, on, question.dimensions);
  if (size.cannotTell !== null) return size;
  if (size.overmax) {
    return cannotTell(
      "The item is over 96 in long or 130 in in length and girth: Amazon adds extra handling, whose amount is not sourced.",
    );
  }
  const dollars = price === null ? null : amountOf(price);
  const row = table.uk === null ? usRow(table.us, size, dollars) : ukRow(size, dollars);
  if (row.cannotTell !== null) return row;
  const base = moneyOf(row.amount, unit);
  const surcharge = SURCHARGES.find((s) => s.marketplace === marketplace && holdsOn(s, on)) ?? null;
  return withSurcharge(base, row, size, table.us ?? table.uk, surcharge);
}

interface Row {
  readonly cannotTell: null;
  readonly amount: number;
  /** The weight band in words. */
  readonly what: string;
  readonly inferred: boolean;
  readonly assumptions: readonly string[];
}

type Found =
  | { readonly cannotTell: null; readonly us: FulfilmentTable; readonly uk: null }
  | { readonly cannotTell: null; readonly us: null; readonly uk: FeeTable }
  | CannotTell;

function fulfilmentTable(marketplace: string, on: Day, category: FulfilmentCategory): Found {
  const peak = inPeakSeason(on);
  if (marketplace === "US") {
    const us = US_FULFILMENT.find(
      (known) => known.category === category && known.peak === peak && holdsOn(known, on),
    );
    if (us !== undefined) return { cannotTell: null, us, uk: null };
  } else if (marketplace === "UK" && !peak && category === "standard" && holdsOn(UK_2026, on)) {
    return { cannotTell: null, us: null, uk: UK_2026 };
  }
  return cannotTell(
    `No fulfilment fees are sourced for ${marketplace} on ${formatDay(on)}${peak ? " (peak season)" : ""}, ${CATEGORY_WORDS[category]}.`,
  );
}

/**
 * 15 October to 14 January, when Amazon charges more: of 2024/25, 2025/26 and 2026/27 it is sourced. In a
 * season without a table of its own the everyday table would be too low, and every charge look too high.
 */
function inPeakSeason(on: Day): boolean {
  const { month, day } = calendarOf(on);
  return month > 10 || (month === 10 && day >= 15) || (month === 1 && day <= 14);
}

function usRow(table: FulfilmentTable, size: SizeTierKnown, price: number | null): Row | CannotTell {
  const ounces = size.shippingWeight * 16;
  const nothing = cannotTell(
    `“${table.name}” has no fee for ${size.name} of ${shortly(size.shippingWeight)} lb.`,
  );
  if (size.tier === "smallStandard" || (size.tier === "largeStandard" && ounces <= 48)) {
    const bands = size.tier === "smallStandard" ? table.smallStandard : table.largeStandardUpTo3lb;
    const band = bands.find((known) => ounces <= known.upToOz);
    return band ? priced(band, 0, `up to ${band.upToOz} oz`, price, table) : nothing;
  }
  const slope = slopeOf(table, size.tier);
  if (slope === null) return nothing;
  const steps = Math.max(0, Math.ceil((ounces - slope.aboveLb * 16) / slope.stepOz));
  const per = slope.stepOz === 4 ? "4 oz" : "lb";
  const what = `${shortly(size.shippingWeight)} lb: base and ${steps} × ${slope.perStep.toFixed(2)} per ${per} above ${slope.aboveLb} lb`;
  return priced(slope, steps * slope.perStep, what, price, table);
}

function slopeOf(table: FulfilmentTable, tier: SizeTierKnown["tier"]): WeightSlope | null {
  switch (tier) {
    case "largeStandard":
      return table.largeStandardOver3lb;
    case "smallBulky":
    case "largeBulky":
    case "xl0to50":
    case "xl50to70":
    case "xl70to150":
    case "xlOver150":
      return table[tier];
    default:
      return null;
  }
}

function priced(
  row: PriceFees,
  more: number,
  what: string,
  price: number | null,
  table: FeeTable,
): Row | CannotTell {
  const fee =
    price === null
      ? Math.max(row.under10 ?? 0, row.from10to50, row.over50)
      : price < 10
        ? row.under10
        : price <= 50
          ? row.from10to50
          : row.over50;
  if (fee === null) return cannotTell(`“${table.name}” has no fee for items priced below 10 USD.`);
  const assumptions =
    price === null ? ["The item’s price is not known: the fee of the dearest items is used."] : [];
  return { cannotTell: null, amount: fee + more, what, inferred: row.inferred, assumptions };
}

function ukRow(size: SizeTierKnown, price: number | null): Row | CannotTell {
  const grams = Math.round(size.shippingWeight * 1e9) / 1e6;
  const { fees, lowPrice } = UK_2026;
  const low = lowPrice.fees[size.tier]?.find(([upTo]) => grams <= upTo);
  const full = fees[size.tier]?.find(([upTo]) => grams <= upTo);
  if (full === undefined) {
    return cannotTell(`“${UK_2026.name}” has no fee for a ${size.name} of ${shortly(grams)} g.`);
  }
  if (low !== undefined && price !== null && price <= lowPrice.always) {
    return {
      cannotTell: null,
      amount: low[1],
      what: `up to ${low[0]} g, low price`,
      inferred: false,
      assumptions: [],
    };
  }
  const assumptions =
    price === null
      ? ["The item’s price is not known: the fee of the dearer items is used."]
      : price <= lowPrice.mostCategories
        ? ["Items up to 20 GBP may pay a low-price fee that is not sourced here: the higher fee is used."]
        : [];
  return { cannotTell: null, amount: full[1], what: `up to ${full[0]} g`, inferred: false, assumptions };
}

function withSurcharge(
  base: Money,
  row: Row,
  size: SizeTierKnown,
  table: FeeTable,
  surcharge: SurchargeTable | null,
): FeeResult {
  const parts: [FeePart, ...FeePart[]] = [{ what: `${size.name}, ${row.what}`, amount: base }];
  const used: [FeeTable, ...FeeTable[]] = [table, ...size.tables];
  const assumptions = [...row.assumptions, ...size.assumptions];
  let tolerance = money(0, base.currency);
  if (surcharge !== null) {
    const extra = Math.round(base.minor * surcharge.rate * (1 + Number.EPSILON));
    const percent = `${Math.round(surcharge.rate * 1000) / 10} %`;
    if (surcharge.added) {
      parts.push({ what: `fuel surcharge ${percent}`, amount: money(extra, base.currency) });
      used.push(surcharge);
      assumptions.push(`The fuel surcharge of ${percent} is taken to run still: no end was found.`);
      tolerance = money(1, base.currency);
    } else {
      tolerance = money(Math.ceil(base.minor * surcharge.rate) + 1, base.currency);
      assumptions.push(`A fuel surcharge of ${percent} may come on top: so much is tolerated.`);
    }
  }
  const because = row.inferred ? `This row of “${table.name}” is inferred, not sourced.` : null;
  return feeOf(parts, size.explanation, tolerance, standing(used, assumptions, because));
}

function shortly(value: number): string {
  return String(Math.round(value * 100) / 100);
}
