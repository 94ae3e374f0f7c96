/** The aged inventory surcharge: dollars per cubic foot (or unit) on the 15th of a month, age first in, first out. */

import { day } from "../../../values/day.ts";
import type { FeeTable } from "../fee.ts";

export interface AgeBand {
  readonly fromDays: number;
  /** Inclusive; null = without end. */
  readonly toDays: number | null;
  readonly perCubicFoot: number;
  /** The greater of the two binds; null = only the volume counts. */
  readonly perUnit: number | null;
}

export interface AgedTable extends FeeTable {
  readonly bands: readonly AgeBand[];
  /** Categories that pay nothing from 181 to 270 days. */
  readonly exemptTo270: readonly string[];
}

const UP_TO_A_YEAR: readonly AgeBand[] = [
  { fromDays: 181, toDays: 210, perCubicFoot: 0.5, perUnit: null },
  { fromDays: 211, toDays: 240, perCubicFoot: 1, perUnit: null },
  { fromDays: 241, toDays: 270, perCubicFoot: 1.5, perUnit: null },
  { fromDays: 271, toDays: 300, perCubicFoot: 5.45, perUnit: null },
  { fromDays: 301, toDays: 330, perCubicFoot: 5.7, perUnit: null },
  { fromDays: 331, toDays: 365, perCubicFoot: 5.9, perUnit: null },
];

export const AGED: readonly AgedTable[] = [
  {
    ...common("us-aged-2026", "US aged inventory surcharge 2026"),
    from: day("2026-01-15"),
    to: null,
    fromSourced: true,
    bands: [
      ...UP_TO_A_YEAR,
      { fromDays: 366, toDays: 455, perCubicFoot: 6.9, perUnit: 0.3 },
      { fromDays: 456, toDays: null, perCubicFoot: 7.9, perUnit: 0.35 },
    ],
    exemptTo270: ["apparel", "shoes", "bags", "jewelry", "watches"],
  },
  {
    ...common("us-aged-before-2026", "US aged inventory surcharge before 2026"),
    from: null,
    to: day("2026-01-14"),
    fromSourced: false,
    bands: [...UP_TO_A_YEAR, { fromDays: 366, toDays: null, perCubicFoot: 6.9, perUnit: 0.15 }],
    exemptTo270: [],
  },
];

function common(id: string, name: string) {
  return {
    id,
    name,
    marketplace: "US",
    sourced: true,
    confidence: "medium",
    confidenceText: "not graded; three practitioners, contradicted on 366 days and more: taken as medium",
    disputed: "Sources disagree on the aged inventory surcharge (D-AGED).",
    disagreements: ["D-AGED"],
    sources: ["AGED"],
    note: null,
  } as const;
}
