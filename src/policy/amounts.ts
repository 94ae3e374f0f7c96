/** What Amazon pays for a unit: caps and bases of valuation, with the days in which each holds. And our graces. */

import { type Day, day } from "../values/day.ts";
import { currency, type Money, money } from "../values/money.ts";
import { marketplace as marketplaceOf } from "./marketplaces.ts";
import type { Graces, Policy, UnitCap, ValuationPeriod } from "./policy.ts";

/** Ours, not Amazon's: how long Amazon usually takes to pay by itself. Overridable, and shown as ours. */
export const GRACES: Graces = { lost: 30, damaged: 10, inbound: 30 };

export const UNIT_CAPS: readonly UnitCap[] = [
  { marketplace: "US", cap: money(500000, currency("USD")), sourced: true, sources: ["HOPTED", "REFUNZO"] },
  {
    marketplace: "UK",
    cap: money(200000, currency("GBP")),
    sourced: true,
    sources: ["NL-POLICY", "NEWSTRENDERS"],
  },
  {
    marketplace: "EU",
    cap: money(200000, currency("EUR")),
    sourced: true,
    sources: ["NL-POLICY", "NEWSTRENDERS"],
  },
  { marketplace: "BR", cap: money(1925000, currency("BRL")), sourced: true, sources: ["BR-POLICY"] },
  { marketplace: "CA", cap: null, sourced: false, sources: [] },
  { marketplace: "JP", cap: null, sourced: false, sources: [] },
];

const SOURCING_COST = "sourcing (manufacturing) cost";
const ORDER_PRICE = "original order sale price minus applicable fees";
const ESTIMATED_PROCEEDS =
  "estimated sale price less fees (estimated proceeds), from price indicators such as seller's median price over 18 months and other sellers' median";
const BEFORE_COST_US = {
  marketplaces: ["US"],
  from: null,
  to: day("2025-03-30"),
  basis: "estimated-proceeds",
  text: ESTIMATED_PROCEEDS,
  sourced: true,
  confidence: null,
  sources: ["SC-POLICY-OLD", "NL-POLICY"],
} as const;
const COST_EU = {
  marketplaces: ["UK", "DE", "FR", "IT", "ES"],
  from: day("2025-03-10"),
  to: null,
  sourced: true,
  confidence: "medium",
  sources: ["REVOIC", "NEWSTRENDERS", "SYNCACC"],
} as const;

export const VALUATION: readonly ValuationPeriod[] = [
  { ...BEFORE_COST_US, scope: "before-order" },
  { ...BEFORE_COST_US, scope: "after-order" },
  {
    // Announced for 2025-03-10, postponed to 2025-03-31.
    marketplaces: ["US"],
    from: day("2025-03-31"),
    to: null,
    scope: "before-order",
    basis: "sourcing-cost",
    text: SOURCING_COST,
    sourced: true,
    confidence: null,
    sources: ["VAL-NEWS", "CARBON6", "MOIZIT", "CHANNELMAX-POST", "SPCTEK"],
  },
  {
    marketplaces: ["US"],
    from: day("2025-03-31"),
    to: null,
    scope: "after-order",
    basis: "order-price-less-fees",
    text: ORDER_PRICE,
    sourced: true,
    confidence: null,
    sources: ["VAL-NEWS", "CARBON6"],
  },
  { ...COST_EU, scope: "before-order", basis: "sourcing-cost", text: "sourcing cost before order" },
  {
    ...COST_EU,
    scope: "after-order",
    basis: "order-price-less-fees",
    text: "order price less fees after order",
  },
  {
    marketplaces: ["JP"],
    from: day("2025-03-11"),
    to: null,
    scope: "before-order",
    basis: "sourcing-cost",
    text: "sourcing cost before order",
    sourced: true,
    confidence: null,
    sources: ["JP-COST"],
  },
];

/**
 * The most Amazon pays for one unit in a marketplace, in its own currency or, in the stock region EU, in euro
 * (stock of a German seller lost in Poland is paid in euro); null when there is no known cap.
 */
export function perUnitCap(policy: Policy, marketplace: string): Money | null {
  const own = policy.caps.find((row) => row.marketplace === marketplace);
  if (own) return own.cap;
  if (marketplaceOf(marketplace)?.stockRegion !== "EU") return null;
  return policy.caps.find((row) => row.marketplace === "EU")?.cap ?? null;
}

/**
 * How Amazon values a unit lost or damaged on a day, before or after a customer ordered it. Null when no
 * source says it for this marketplace and day.
 */
export function valuationOn(
  policy: Policy,
  marketplace: string,
  on: Day,
  scope: ValuationPeriod["scope"],
): ValuationPeriod | null {
  return (
    policy.valuation.find(
      (period) =>
        period.scope === scope &&
        period.marketplaces.includes(marketplace) &&
        (period.from === null || period.from <= on) &&
        (period.to === null || on <= period.to),
    ) ?? null
  );
}
