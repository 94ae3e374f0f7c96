/** Removal and disposal fees: dollars per unit by weight in pounds. */

import { day } from "../../../values/day.ts";
import type { FeeTable } from "../fee.ts";

export interface RemovalRates {
  /** The fee up to and including a weight. */
  readonly bands: readonly (readonly [upToLb: number, fee: number])[];
  /** Above the last band: a base, and so much for every pound (or part of one) above `overLb`; null = not sourced. */
  readonly beyond: { readonly overLb: number; readonly base: number; readonly perLb: number } | null;
}

export interface RemovalTable extends FeeTable {
  readonly standard: RemovalRates;
  readonly bulkyXlSpecial: RemovalRates | null;
}

const DISPUTED = {
  marketplace: "US",
  sourced: true,
  confidence: "medium",
  confidenceText: "medium: single source",
  disputed: "Sources disagree on the removal fees of 2026 (D-REMOVAL).",
  disagreements: ["D-REMOVAL"],
  sources: ["ECOMCREW"],
} as const;

export const REMOVAL: readonly RemovalTable[] = [
  {
    ...DISPUTED,
    id: "us-removal-2026",
    name: "US removal and disposal 2026",
    from: day("2026-01-15"),
    to: null,
    fromSourced: true,
    note: "Billed per unit from 2026-02-15.",
    standard: {
      bands: [
        [0.5, 0.84],
        [1, 1.53],
        [2, 2.27],
      ],
      beyond: { overLb: 2, base: 2.89, perLb: 1.06 },
    },
    bulkyXlSpecial: {
      bands: [
        [1, 3.12],
        [2, 4.3],
        [4, 6.36],
        [10, 10.04],
      ],
      beyond: { overLb: 10, base: 14.32, perLb: 1.06 },
    },
  },
  {
    ...DISPUTED,
    id: "us-removal-before-2026",
    name: "US removal and disposal before 2026",
    from: null,
    to: day("2026-01-14"),
    fromSourced: false,
    note: "Only the first band was kept.",
    standard: { bands: [[0.5, 1.04]], beyond: null },
    bulkyXlSpecial: null,
  },
];
