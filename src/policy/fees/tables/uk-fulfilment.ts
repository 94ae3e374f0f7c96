/** The United Kingdom's fulfilment fees of 2026: pounds per unit up to and including a weight in grams. */

import { day } from "../../../values/day.ts";
import type { FeeTable } from "../fee.ts";
import type { SizeTier } from "./size-tiers.ts";

export type GramBand = readonly [upToGrams: number, fee: number];

export interface GramTable extends FeeTable {
  readonly fees: Partial<Record<SizeTier, readonly GramBand[]>>;
  /** Low-price fees: items priced at or under `always`; up to `mostCategories` in most categories. */
  readonly lowPrice: {
    readonly always: number;
    readonly mostCategories: number;
    readonly fees: Partial<Record<SizeTier, readonly GramBand[]>>;
  };
  /** Oversize fees, whose tiers are not sourced: for the record, no look-up reads them. */
  readonly oversize: readonly {
    readonly what: string;
    readonly base: number;
    readonly perKg: number;
    readonly aboveKg: number | null;
    readonly note: string | null;
  }[];
}

export const UK_2026: GramTable = {
  id: "uk-fulfilment-2026",
  name: "UK fulfilment fees 2026",
  marketplace: "UK",
  from: day("2026-01-01"),
  to: null,
  fromSourced: false,
  sourced: true,
  confidence: "medium",
  confidenceText: "medium: two public code tables agree; official page not read",
  disputed: null,
  disagreements: [],
  sources: ["UKFEE-B", "FEE-C"],
  note: "The source names the year only. Oversize tiers and the peak season of 2026 are not sourced.",
  fees: {
    lightEnvelope: [
      [20, 1.83],
      [40, 1.87],
      [60, 1.89],
      [80, 2.07],
      [100, 2.08],
    ],
    standardEnvelope: [
      [210, 2.1],
      [460, 2.16],
    ],
    largeEnvelope: [[960, 2.72]],
    xlEnvelope: [[960, 2.94]],
    smallParcel: [
      [150, 2.91],
      [400, 3.0],
      [900, 3.04],
      [1400, 3.05],
      [1900, 3.25],
      [3900, 3.27],
    ],
    standardParcel: [
      [150, 2.94],
      [400, 3.01],
      [900, 3.06],
      [1400, 3.26],
      [1900, 3.48],
      [2900, 3.49],
      [3900, 3.54],
      [5900, 3.56],
      [8900, 3.57],
      [11900, 3.58],
    ],
  },
  lowPrice: {
    always: 10,
    mostCategories: 20,
    fees: {
      lightEnvelope: [
        [20, 1.46],
        [40, 1.5],
        [60, 1.52],
        [80, 1.67],
        [100, 1.7],
      ],
      standardEnvelope: [
        [210, 1.73],
        [460, 1.87],
      ],
      largeEnvelope: [[960, 2.42]],
      xlEnvelope: [[960, 2.65]],
      smallParcel: [
        [150, 2.67],
        [400, 2.7],
      ],
    },
  },
  oversize: [
    { what: "small oversize", base: 3.49, perKg: 0.22, aboveKg: 0.76, note: "other source 0.25/kg" },
    { what: "standard oversize, light", base: 4.35, perKg: 0.15, aboveKg: null, note: null },
    { what: "standard oversize, heavy", base: 6.58, perKg: 0.08, aboveKg: 15.76, note: null },
    { what: "large oversize", base: 5.67, perKg: 0.07, aboveKg: null, note: null },
    { what: "bulky oversize", base: 10.2, perKg: 0.24, aboveKg: null, note: null },
    { what: "heavy oversize", base: 13.04, perKg: 0.09, aboveKg: 31.5, note: null },
  ],
};
