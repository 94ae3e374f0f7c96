/** Percentages on top of fulfilment fees. */

import { day } from "../../../values/day.ts";
import type { FeeTable } from "../fee.ts";

export interface SurchargeTable extends FeeTable {
  /** Of the fulfilment fee of a unit. */
  readonly rate: number;
  /** False: whether and since when it is charged is too doubtful to add; it widens the tolerance instead. */
  readonly added: boolean;
}

export const SURCHARGES: readonly SurchargeTable[] = [
  fuel("us-fuel-surcharge-2026", "US fuel surcharge 2026", "US"),
  fuel("ca-fuel-surcharge-2026", "CA fuel surcharge 2026", "CA"),
  {
    id: "uk-fuel-surcharge",
    name: "UK fuel surcharge",
    marketplace: "UK",
    from: null,
    to: null,
    fromSourced: false,
    sourced: true,
    confidence: "low",
    confidenceText: "low: single public code source, no first day",
    disputed: null,
    disagreements: [],
    sources: ["FEE-C"],
    note: "Too doubtful to be part of the fee: a difference of 1.5 % is tolerated instead.",
    rate: 0.015,
    added: false,
  },
];

/** Peak increments of 2025 in pounds and euro; kept for the record, for the fees of 2025 they add to are not sourced. */
export const EU_PEAK_2025: readonly {
  readonly marketplace: string;
  readonly what: string;
  readonly amount: number;
  readonly currency: string;
  readonly sources: readonly string[];
}[] = [
  {
    marketplace: "UK",
    what: "small and standard parcel",
    amount: 0.1,
    currency: "GBP",
    sources: ["GS-TW"],
  },
  {
    marketplace: "UK",
    what: "large and extra-large envelope",
    amount: 0.05,
    currency: "GBP",
    sources: ["GS-TW"],
  },
  { marketplace: "DE", what: "parcel", amount: 0.19, currency: "EUR", sources: ["GS-TW"] },
];

function fuel(id: string, name: string, marketplace: string): SurchargeTable {
  return {
    id,
    name,
    marketplace,
    from: day("2026-04-17"),
    to: null,
    fromSourced: true,
    sourced: true,
    confidence: "medium",
    confidenceText: "not graded; press quoting Amazon, and two practitioners: taken as medium",
    disputed: null,
    disagreements: [],
    sources: ["FUEL-SCD", "FUEL-ASD", "CRATEFIT"],
    note: "Called temporary; no end was found. Not on placement, referral, storage and inbound defect fees. How it is rounded is not sourced: a cent per unit is tolerated.",
    rate: 0.035,
    added: true,
  };
}
