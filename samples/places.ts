/**
 * The marketplaces the made-up seller sells in, with what Amazon's files look like there.
 */

import { calendarOf, type Day, dayOf } from "../src/values/day.ts";

export type PlaceCode = "US" | "UK" | "DE";

export interface Place {
  readonly code: PlaceCode;
  readonly folder: string;
  readonly currency: "USD" | "GBP" | "EUR";
  /** ISO country of its warehouses, as the ledger prints it. */
  readonly country: string;
  readonly centres: readonly string[];
  /** Warehouses of other countries that share its stock. */
  readonly sharedCentres: readonly { readonly centre: string; readonly country: string }[];
  readonly site: string;
  readonly orderPrefixes: readonly string[];
  /** Settlement files: `2026-03-14 08:49:04 UTC` and 1.50, or `14.03.2026 08:49:04 UTC` and 1,50. */
  readonly dottedDates: boolean;
  readonly decimalComma: boolean;
  /** The highest sourcing cost Amazon pays for one unit, in minor units. */
  readonly unitCap: number;
}

export const PLACES: Readonly<Record<PlaceCode, Place>> = {
  US: {
    code: "US",
    folder: "us",
    currency: "USD",
    country: "US",
    centres: ["ACY1", "ONT8", "LGB3", "IND8", "SAN3", "ABE2"],
    sharedCentres: [],
    site: "Amazon.com",
    orderPrefixes: ["111", "112", "113", "114"],
    dottedDates: false,
    decimalComma: false,
    unitCap: 500_000,
  },
  UK: {
    code: "UK",
    folder: "uk",
    currency: "GBP",
    country: "GB",
    centres: ["BHX4", "LTN4", "EMA1", "MAN1"],
    sharedCentres: [],
    site: "Amazon.co.uk",
    orderPrefixes: ["202", "203", "205", "026"],
    dottedDates: true,
    decimalComma: false,
    unitCap: 200_000,
  },
  DE: {
    code: "DE",
    folder: "eu",
    currency: "EUR",
    country: "DE",
    centres: ["LEJ1", "DTM2", "HAM2", "FRA3"],
    sharedCentres: [
      { centre: "WRO5", country: "PL" },
      { centre: "POZ1", country: "PL" },
      { centre: "ORY1", country: "FR" },
    ],
    site: "Amazon.de",
    orderPrefixes: ["302", "303", "304", "305"],
    dottedDates: true,
    decimalComma: true,
    unitCap: 200_000,
  },
};

/** 0 = Sunday. 1970-01-01 was a Thursday. */
function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

function sundayFrom(year: number, month: number, day: number): Day {
  const first = dayOf(year, month, day);
  return (first + ((7 - weekday(first)) % 7)) as Day;
}

/** True on the two days of a year on which the clocks change there. */
export function clockChanges(place: Place, day: Day): boolean {
  const [from, to] = summer(place, day);
  return day === from || day === to;
}

/** First day of summer time, and the day it ends: the EU's last Sundays, the US's second and first. */
function summer(place: Place, day: Day): [Day, Day] {
  const { year } = calendarOf(day);
  return place.code === "US"
    ? [sundayFrom(year, 3, 8), sundayFrom(year, 11, 1)]
    : [sundayFrom(year, 3, 25), sundayFrom(year, 10, 25)];
}

/** Hours ahead of UTC at noon of a day: Pacific time, London, Berlin. */
export function hoursAheadOfUtc(place: Place, day: Day): number {
  const [from, to] = summer(place, day);
  const winter = place.code === "US" ? -8 : place.code === "UK" ? 0 : 1;
  return day >= from && day < to ? winter + 1 : winter;
}
