/** Sides and weight of a packaged unit, in whatever units they were measured. */

import { type CannotTell, cannotTell } from "./fee.ts";

export type LengthUnit = "in" | "cm";
export type WeightUnit = "oz" | "lb" | "g" | "kg";

/** One packaged unit, ready to ship; the sides in any order. */
export interface Dimensions {
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly unit: LengthUnit;
  readonly weight: number;
  readonly weightUnit: WeightUnit;
}

/** The sides from longest to shortest, and the weight, in the units a marketplace's tables use. */
export interface Measures {
  readonly longest: number;
  readonly median: number;
  readonly shortest: number;
  readonly weight: number;
}

const LENGTH_UNITS: ReadonlyMap<string, LengthUnit> = new Map([
  ["in", "in"],
  ["inch", "in"],
  ["inches", "in"],
  ['"', "in"],
  ["cm", "cm"],
  ["centimeter", "cm"],
  ["centimeters", "cm"],
  ["centimetre", "cm"],
  ["centimetres", "cm"],
]);

const WEIGHT_UNITS: ReadonlyMap<string, WeightUnit> = new Map([
  ["oz", "oz"],
  ["ounce", "oz"],
  ["ounces", "oz"],
  ["lb", "lb"],
  ["lbs", "lb"],
  ["pound", "lb"],
  ["pounds", "lb"],
  ["g", "g"],
  ["gr", "g"],
  ["gram", "g"],
  ["grams", "g"],
  ["kg", "kg"],
  ["kilo", "kg"],
  ["kilogram", "kg"],
  ["kilograms", "kg"],
]);

/** The international inch and the international avoirdupois pound (1959), exact by definition. */
const CM_PER_INCH = 2.54;
const GRAMS: Record<WeightUnit, number> = { g: 1, kg: 1000, lb: 453.59237, oz: 453.59237 / 16 };

/** The unit a report or a user names (`in`, `inches`, `centimeters`); null when it is none of ours. */
export function lengthUnit(text: string): LengthUnit | null {
  return LENGTH_UNITS.get(text.trim().toLowerCase()) ?? null;
}

/** The unit a report or a user names (`oz`, `pounds`, `kilograms`); null when it is none of ours. */
export function weightUnit(text: string): WeightUnit | null {
  return WEIGHT_UNITS.get(text.trim().toLowerCase()) ?? null;
}

/** The measures in the units asked for; cannot tell when one of them is missing, zero or less. */
export function measured(
  of: Dimensions,
  unit: LengthUnit,
  weight: WeightUnit,
): (Measures & { readonly cannotTell: null }) | CannotTell {
  const sides = [of.length, of.width, of.height];
  if (![...sides, of.weight].every((value) => Number.isFinite(value) && value > 0)) {
    return cannotTell("The three sides and the weight of the item have to be known, each above 0.");
  }
  const [longest = 0, median = 0, shortest = 0] = sides
    .map((side) => lengthIn(side, of.unit, unit))
    .sort((a, b) => b - a);
  return { cannotTell: null, longest, median, shortest, weight: weightIn(of.weight, of.weightUnit, weight) };
}

export function lengthIn(value: number, from: LengthUnit, to: LengthUnit): number {
  if (from === to) return value;
  return tidy(to === "cm" ? value * CM_PER_INCH : value / CM_PER_INCH);
}

export function weightIn(value: number, from: WeightUnit, to: WeightUnit): number {
  if (from === to) return value;
  // Without passing through grams, so that 16 oz are 1 lb to the last bit.
  if (from === "oz" && to === "lb") return value / 16;
  return tidy((value * GRAMS[from]) / GRAMS[to]);
}

/** Length plus girth: the longest side, and once around the other two. */
export function lengthPlusGirth({ longest, median, shortest }: Measures): number {
  return tidy(longest + 2 * (median + shortest));
}

/** Drops the noise of binary fractions, so that 38.1 cm are 15 in and not a hair more. */
export function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
