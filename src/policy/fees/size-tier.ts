/** Which size tier a unit belongs to, and the weight its fee goes by. */

import type { Day } from "../../values/day.ts";
import { formatDay } from "../../values/day.ts";
import { type Dimensions, lengthPlusGirth, type Measures, measured, tidy } from "./dimensions.ts";
import { type CannotTell, cannotTell, type Standing, standing, tableOn } from "./fee.ts";
import { SIZE_TIERS, type SizeTier, type SizeTierTable, type Tier } from "./tables/size-tiers.ts";

export interface SizeTierKnown extends Standing {
  readonly cannotTell: null;
  readonly tier: SizeTier;
  /** As Amazon words it. */
  readonly name: string;
  /** The table's unit of weight. */
  readonly weightUnit: "lb" | "kg";
  readonly unitWeight: number;
  readonly dimensionalWeight: number;
  /** The weight the fee goes by: of the two, the one this tier uses. */
  readonly shippingWeight: number;
  /** Longer than extra-large goes: Amazon charges extra handling nobody could source. */
  readonly overmax: boolean;
  /** One line a seller can follow. */
  readonly explanation: string;
}

export type SizeTierResult = SizeTierKnown | CannotTell;

/**
 * The size tier of a packaged unit under the table in force on a day (the day the unit ships). Limits are
 * inclusive; the first tier all of whose limits hold is the unit's. Sources: docs/fees.md.
 */
export function sizeTier(marketplace: string, on: Day, dimensions: Dimensions): SizeTierResult {
  const table = tableOn(SIZE_TIERS, marketplace, on);
  if (table === null) {
    return cannotTell(`No table of size tiers is sourced for ${marketplace} on ${formatDay(on)}.`);
  }
  const unit = measured(dimensions, table.lengthUnit, table.weightUnit);
  if (unit.cannotTell !== null) return unit;
  const dimensionalWeight = dimensionalWeightOf(unit, table);
  const weightOf = (tier: Tier) =>
    tier.basis === "unit" ? unit.weight : Math.max(unit.weight, dimensionalWeight);
  const found = table.tiers.find((tier) => fits(unit, weightOf(tier), tier));
  if (found === undefined) return cannotTell(table.beyond ?? "The item fits no size tier.");
  const girth = lengthPlusGirth(unit);
  const overmax =
    table.overmax !== null && (unit.longest > table.overmax.longest || girth > table.overmax.lengthPlusGirth);
  const shippingWeight = weightOf(found);
  return {
    cannotTell: null,
    tier: found.tier,
    name: found.name,
    weightUnit: table.weightUnit === "kg" ? "kg" : "lb",
    unitWeight: unit.weight,
    dimensionalWeight,
    shippingWeight,
    overmax,
    explanation: explain(found, unit, table, dimensionalWeight, shippingWeight),
    ...standing([table], assumptionsOf(found, unit, table, dimensionalWeight)),
  };
}

function dimensionalWeightOf({ longest, median, shortest }: Measures, table: SizeTierTable): number {
  const least = table.minimumSide ?? 0;
  return tidy((longest * Math.max(median, least) * Math.max(shortest, least)) / table.dimensionalDivisor);
}

function fits(unit: Measures, weight: number, tier: Tier): boolean {
  const sides = tier.maxSides;
  return (
    (tier.maxWeight === null || weight <= tier.maxWeight) &&
    (sides === null || (unit.longest <= sides[0] && unit.median <= sides[1] && unit.shortest <= sides[2])) &&
    (tier.maxLengthPlusGirth === null || lengthPlusGirth(unit) <= tier.maxLengthPlusGirth)
  );
}

function assumptionsOf(tier: Tier, unit: Measures, table: SizeTierTable, dimensional: number): string[] {
  const said: string[] = tier.assumption === null ? [] : [tier.assumption];
  const raised = table.minimumSide !== null && unit.shortest < table.minimumSide;
  if (raised && tier.basis === "greater" && dimensional > unit.weight) {
    said.push(
      `Width and height count as at least ${table.minimumSide} in for the dimensional weight; one source says so for bulky and extra-large items only.`,
    );
  }
  if (tier.tier === "smallBulky" && unit.shortest > 12) {
    said.push(
      "Small bulky is taken to reach 37 × 28 × 20 in, as two tables have it; a third, marked an estimate, has 37 × 30 × 12.",
    );
  }
  if (tier.tier === "xlOver150" && unit.weight <= 150) {
    said.push("Its dimensional weight is above 150 lb; which extra-large tier that makes is not sourced.");
  }
  return said;
}

function explain(
  tier: Tier,
  unit: Measures,
  table: SizeTierTable,
  dimensional: number,
  weight: number,
): string {
  const sides = [unit.longest, unit.median, unit.shortest].map(short).join(" × ");
  const by =
    tier.basis === "unit"
      ? "its own weight counts"
      : `dimensional weight ${short(dimensional)} ${table.weightUnit}, the greater counts: ${short(weight)} ${table.weightUnit}`;
  return `${tier.name}: ${sides} ${table.lengthUnit}, ${short(unit.weight)} ${table.weightUnit}; ${by}.`;
}

/** A measure for people: two decimals at most. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
