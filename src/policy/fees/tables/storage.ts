/** Monthly storage fees: dollars per cubic foot of the month's average volume. */

import { day } from "../../../values/day.ts";
import type { FeeTable } from "../fee.ts";

/** Size groups as the tables name them; `oversize` of the dangerous-goods page is what is now bulky and extra-large. */
export type StorageGroup = "standard" | "largeBulkyXl";

export interface SeasonRates {
  readonly janToSep: number;
  readonly octToDec: number;
}

export interface StorageTable extends FeeTable {
  readonly dangerousGoods: boolean;
  readonly rates: Readonly<Record<StorageGroup, SeasonRates>>;
}

export const STORAGE: readonly StorageTable[] = [
  {
    id: "us-storage-2024",
    name: "US monthly storage",
    marketplace: "US",
    from: day("2024-04-01"),
    to: null,
    fromSourced: true,
    sourced: true,
    confidence: "medium",
    confidenceText:
      "not graded; Amazon’s help page of 2024, unchanged 2025/26 per one public code table: taken as medium",
    disputed: "Sources disagree on today’s storage rates (0.78 or 0.87 per cubic foot off season).",
    disagreements: [],
    sources: ["STORAGE", "FEE-F"],
    note: "Unchanged 2025/26 per FEE-F; inventoryhero’s 0.87 is judged outdated. Small bulky is in neither group. The utilization surcharge is not part of it.",
    dangerousGoods: false,
    rates: {
      standard: { janToSep: 0.78, octToDec: 2.4 },
      largeBulkyXl: { janToSep: 0.56, octToDec: 1.4 },
    },
  },
  {
    id: "us-storage-dangerous",
    name: "US monthly storage, dangerous goods",
    marketplace: "US",
    from: null,
    to: null,
    fromSourced: false,
    sourced: true,
    confidence: "low",
    confidenceText: "low: a page of about 2021; not to claim on",
    disputed: null,
    disagreements: [],
    sources: ["STORAGE"],
    note: "Stale.",
    dangerousGoods: true,
    rates: {
      standard: { janToSep: 0.99, octToDec: 3.63 },
      largeBulkyXl: { janToSep: 0.78, octToDec: 2.43 },
    },
  },
];
