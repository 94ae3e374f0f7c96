/** Size tiers: the first one a unit fits into is its own. */

import { day } from "../../../values/day.ts";
import type { LengthUnit, WeightUnit } from "../dimensions.ts";
import type { FeeTable } from "../fee.ts";

export type SizeTier =
  | "smallStandard"
  | "largeStandard"
  | "smallBulky"
  | "largeBulky"
  | "xl0to50"
  | "xl50to70"
  | "xl70to150"
  | "xlOver150"
  | "lightEnvelope"
  | "standardEnvelope"
  | "largeEnvelope"
  | "xlEnvelope"
  | "smallParcel"
  | "standardParcel";

export interface Tier {
  readonly tier: SizeTier;
  readonly name: string;
  /** The weight the limit and the fee go by: the unit's own, or the greater of it and the dimensional one. */
  readonly basis: "unit" | "greater";
  /** Limits in the table's units, all inclusive; null = none. */
  readonly maxWeight: number | null;
  readonly maxSides: readonly [longest: number, median: number, shortest: number] | null;
  readonly maxLengthPlusGirth: number | null;
  /** What the source leaves open about this tier; a sentence of every result in it. */
  readonly assumption: string | null;
}

export interface SizeTierTable extends FeeTable {
  readonly lengthUnit: LengthUnit;
  readonly weightUnit: WeightUnit;
  /** Volume in cubic units of length ÷ this = dimensional weight in the unit of weight. */
  readonly dimensionalDivisor: number;
  /** The least width and height that count for the dimensional weight; null = none. */
  readonly minimumSide: number | null;
  readonly tiers: readonly Tier[];
  /** What can be said of a unit that fits no tier; null when the last tier takes everything. */
  readonly beyond: string | null;
  /** Above these a unit pays extra handling nobody could source; null = the table knows no such rule. */
  readonly overmax: { readonly longest: number; readonly lengthPlusGirth: number } | null;
}

const BOTH_STANDARD = [
  tier("smallStandard", "Small standard-size", "unit", 1, [15, 12, 0.75]),
  tier("largeStandard", "Large standard-size", "greater", 20, [18, 14, 8]),
] as const;

const LARGE_BULKY = tier("largeBulky", "Large bulky", "greater", 50, [59, 33, 33], 130);

const EXTRA_LARGE = [
  tier("xl0to50", "Extra-large 0 to 50 lb", "greater", 50),
  tier("xl50to70", "Extra-large 50+ to 70 lb", "greater", 70),
  tier("xl70to150", "Extra-large 70+ to 150 lb", "greater", 150),
  tier("xlOver150", "Extra-large 150+ lb", "unit", null),
] as const;

/** All 33 × 23 cm; the light envelope's is in both UK tables, the others' on Amazon's page for the Netherlands. */
const FOOTPRINT =
  "The envelope’s length and width (33 × 23 cm) are from Amazon.nl’s page on size tiers; the UK fee tables give its thickness.";
const ENVELOPE_WEIGHT = "Envelopes are taken to be weighed, not measured: no source says otherwise.";
const PARCEL_WEIGHT =
  "Parcels are taken to pay for the greater of weight and dimensional weight: the source gives the divisor without saying where it applies.";

export const SIZE_TIERS: readonly SizeTierTable[] = [
  {
    id: "us-size-tiers-2026",
    name: "US size tiers 2026",
    marketplace: "US",
    from: day("2026-01-15"),
    to: null,
    fromSourced: true,
    sourced: true,
    confidence: "medium",
    confidenceText:
      "not graded; two public code tables, a third (marked estimate) differs on small bulky: taken as medium",
    disputed: null,
    disagreements: ["D-SMALLBULKY", "D-MIN2"],
    sources: ["FEE-A", "FEE-B"],
    note: "Extra handling above 96 in or 130 in of length + girth (sellerise); its amount is not sourced.",
    lengthUnit: "in",
    weightUnit: "lb",
    dimensionalDivisor: 139,
    // D-MIN2: all sizes (FEE-A) or bulky and extra-large only (FEE-B). All sizes gives the higher fee, so no false claim.
    minimumSide: 2,
    tiers: [
      ...BOTH_STANDARD,
      tier("smallBulky", "Small bulky", "greater", 50, [37, 28, 20], 130),
      LARGE_BULKY,
      ...EXTRA_LARGE,
    ],
    beyond: null,
    overmax: { longest: 96, lengthPlusGirth: 130 },
  },
  {
    id: "us-size-tiers-2024",
    name: "US size tiers 2024–2025",
    marketplace: "US",
    from: day("2024-02-05"),
    to: day("2026-01-14"),
    fromSourced: false,
    sourced: true,
    confidence: "medium",
    confidenceText: "not graded; two practitioners agree: taken as medium",
    disputed: null,
    disagreements: [],
    sources: ["FEE-TIERS-2024"],
    note: "No small bulky tier. The source names the years only; the first day is that of the fee table of 2024.",
    lengthUnit: "in",
    weightUnit: "lb",
    dimensionalDivisor: 139,
    minimumSide: null,
    tiers: [...BOTH_STANDARD, LARGE_BULKY, ...EXTRA_LARGE],
    beyond: null,
    overmax: null,
  },
  {
    id: "uk-size-tiers-2026",
    name: "UK size tiers 2026",
    marketplace: "UK",
    from: day("2026-01-01"),
    to: null,
    fromSourced: false,
    sourced: true,
    confidence: "medium",
    confidenceText: "medium: two public code tables agree; official page not read",
    disputed: null,
    disagreements: [],
    sources: ["UKFEE-B", "FEE-C", "SC-NL-SIZE"],
    note: "The source names the year only. Oversize tiers are not sourced.",
    lengthUnit: "cm",
    weightUnit: "kg",
    dimensionalDivisor: 5000,
    minimumSide: null,
    tiers: [
      tier("lightEnvelope", "Light envelope", "unit", 0.1, [33, 23, 2.5], null, ENVELOPE_WEIGHT),
      tier("standardEnvelope", "Standard envelope", "unit", 0.46, [33, 23, 2.5], null, FOOTPRINT),
      tier("largeEnvelope", "Large envelope", "unit", 0.96, [33, 23, 4], null, FOOTPRINT),
      tier("xlEnvelope", "Extra-large envelope", "unit", 0.96, [33, 23, 6], null, FOOTPRINT),
      tier("smallParcel", "Small parcel", "greater", 3.9, [35, 25, 12], null, PARCEL_WEIGHT),
      tier("standardParcel", "Standard parcel", "greater", 11.9, [45, 34, 26], null, PARCEL_WEIGHT),
    ],
    beyond:
      "The item is larger or heavier than a standard parcel, and no source gives the UK’s oversize tiers.",
    overmax: null,
  },
];

function tier(
  id: SizeTier,
  name: string,
  basis: Tier["basis"],
  maxWeight: number | null,
  maxSides: Tier["maxSides"] = null,
  maxLengthPlusGirth: number | null = null,
  assumption: string | null = null,
): Tier {
  return { tier: id, name, basis, maxWeight, maxSides, maxLengthPlusGirth, assumption };
}
