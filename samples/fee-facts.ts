/**
 * The few fees the stories of samples/stories/fees.ts are about, worked out here apart from the program.
 * Facts: the US fee tables of 15 January 2026 and of the peak season from 15 October 2026 (large standard-size,
 * 8+ to 12 oz, items of 10 to 50 dollars: 4.20 and 4.48), the fuel surcharge of 3.5 % since 17 April 2026, the UK table of
 * 2026 (small parcel, 900+ to 1400 g: 3.05), the US referral rates, 20 % of the referral fee, at most 5.00,
 * kept on refunds, US storage of 0.78 and 2.40 (October to December) per cubic foot, and 5.45 for 271 to 300 days.
 */

import { calendarOf, type Day, day } from "../src/values/day.ts";
import type { Account } from "./account.ts";
import type { Item } from "./model.ts";

/** 6 × 4 × 3 in and 10 oz: 1/24 of a cubic foot. */
export const BOX = {
  length: 6,
  width: 4,
  height: 3,
  dimensionUnit: "in",
  weight: 10,
  weightUnit: "oz",
} as const;

/** 30 × 20 × 10 cm and 1300 g: a small parcel of 1300 g (dimensional weight 1200 g). */
export const PARCEL = {
  length: 30,
  width: 20,
  height: 10,
  dimensionUnit: "cm",
  weight: 1300,
  weightUnit: "g",
} as const;

export type Measures = typeof BOX | typeof PARCEL;

const SURCHARGE_FROM = day("2026-04-20");
const PEAK_FROM = day("2026-10-15");
const PEAK_TO = day("2027-01-14");

/** Whether the facts above hold on a day; the days around the end of the season are left out. */
export function feesKnown(on: Day): boolean {
  return on >= SURCHARGE_FROM && on <= PEAK_TO;
}

/** The fulfilment fee of a box of 10 to 50 dollars on a day of 2026, in cents, with the fuel surcharge. */
export function boxFee(on: Day): number {
  return on >= PEAK_FROM ? 448 + 16 : 420 + 15;
}

/** In pence, without the surcharge of 1.5 % that may come on top. */
export const PARCEL_FEE = 305;
/** The UK's fees in the peak season are not sourced. */
export const PARCEL_FEE_TO = day("2026-10-14");

/** Referral fee in cents: 15 % and at least 0.30, in most categories. */
export function ordinaryReferral(price: number): number {
  return Math.max(30, Math.round(price * 0.15));
}

/** Electronics accessories: 15 % of the first 100 dollars, 8 % of the rest. */
export function accessoryReferral(price: number): number {
  return Math.round(Math.min(price, 10_000) * 0.15 + Math.max(0, price - 10_000) * 0.08);
}

/** What comes back of a referral fee when so much of the price is refunded. */
export function creditFor(referral: number, share: number): number {
  const part = Math.round(referral * share);
  return part - Math.min(500, Math.round(part * 0.2));
}

/** Storage of so many cubic feet in the month of a day, in cents. */
export function storageFor(cubicFeet: number, on: Day): number {
  return Math.round(cubicFeet * (calendarOf(on).month >= 10 ? 240 : 78));
}

/** The aged inventory surcharge of 271 to 300 days, in cents. */
export function agedFor(cubicFeet: number): number {
  return Math.round(cubicFeet * 545);
}

/** What the seller's own file, the fee preview and the storage reports hold of items with known measures. */
export interface FeeBook {
  readonly measured: { readonly item: Item; readonly measures: Measures | null; readonly category: string }[];
  /** Sides in inches, weight in pounds, as Amazon has them on file; its estimate per unit in cents. */
  readonly previews: {
    readonly item: Item;
    readonly sides: readonly [number, number, number];
    readonly pounds: number;
    readonly tier: string;
    readonly estimate: number;
  }[];
  readonly stored: {
    readonly item: Item;
    readonly month: Day;
    readonly units: number;
    readonly fee: number;
  }[];
  readonly aged: { readonly item: Item; readonly day: Day; readonly units: number; readonly fee: number }[];
}

const BOOKS = new WeakMap<Account, FeeBook>();

export function feeBookOf(account: Account): FeeBook {
  const known = BOOKS.get(account);
  if (known !== undefined) return known;
  const book: FeeBook = { measured: [], previews: [], stored: [], aged: [] };
  BOOKS.set(account, book);
  return book;
}
