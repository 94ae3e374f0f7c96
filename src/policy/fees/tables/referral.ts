/** Referral fees of the United States: Amazon's share of each sale, by category. */

import type { Confidence, FeeTable } from "../fee.ts";

/** A rate up to and including a price in dollars; null = without end. */
export type RateStep = readonly [upTo: number | null, rate: number];

export interface ReferralTable extends FeeTable {
  readonly category: string;
  /** Other names of the category in Amazon's and others' lists. */
  readonly alsoCalled: readonly string[];
  /** marginal: each rate for its slice of the price; wholePrice: one rate, chosen by the total; flat: one rate. */
  readonly mode: "flat" | "marginal" | "wholePrice";
  readonly steps: readonly RateStep[];
  /** Dollars per item. */
  readonly minimum: number;
  /** A charge of its own beside the referral fee, dollars per item. */
  readonly closingFee: number | null;
}

interface Particulars {
  readonly alsoCalled?: readonly string[];
  readonly closingFee?: number;
  readonly confidence?: Confidence;
  readonly sources?: readonly string[];
  readonly note?: string;
}

/** Base: item price + shipping + gift wrap, without tax. No US change in 2026 was found. */
export const REFERRAL_FEES: readonly ReferralTable[] = [
  rate("Default (most categories)", "flat", [[null, 0.15]], 0.3, {
    alsoCalled: [
      "Default",
      "Most categories",
      "Everything Else",
      "Home and Kitchen",
      "Home and Garden",
      "Lawn and Garden",
      "Toys and Games",
      "Sports and Outdoors",
      "Pet Supplies",
      "Tools and Home Improvement",
      "Office Products",
      "Musical Instruments",
      "Luggage",
      "Backpacks, Handbags and Luggage",
      "Eyewear",
      "Footwear",
    ],
  }),
  rate("Amazon Device Accessories", "flat", [[null, 0.45]], 0.3),
  rate("Full-Size Appliances", "flat", [[null, 0.08]], 0.3),
  rate("Computers", "flat", [[null, 0.08]], 0.3),
  rate("Consumer Electronics", "flat", [[null, 0.08]], 0.3, {
    alsoCalled: ["Camera and Photo", "Cell Phone Devices"],
  }),
  rate("Video Game Consoles", "flat", [[null, 0.08]], 0),
  rate("Video Games and Accessories", "flat", [[null, 0.15]], 0, { closingFee: 1.8 }),
  rate("Media: Books, DVD, Music, Software, Video", "flat", [[null, 0.15]], 0, {
    closingFee: 1.8,
    alsoCalled: ["Media", "Books", "DVD", "Music", "Software", "Video"],
  }),
  rate("Tires", "flat", [[null, 0.1]], 0.3),
  rate("Automotive and Powersports", "flat", [[null, 0.12]], 0.3, { alsoCalled: ["Automotive"] }),
  rate("Base Equipment Power Tools", "flat", [[null, 0.12]], 0.3),
  rate("Business, Industrial and Scientific", "flat", [[null, 0.12]], 0.3, {
    alsoCalled: ["Business, Industrial and Scientific Supplies", "Industrial and Scientific"],
  }),
  rate("Veterinary diets", "flat", [[null, 0.22]], 0.3),
  rate("Gift Cards", "flat", [[null, 0.2]], 0),
  rate(
    "Compact Appliances",
    "marginal",
    [
      [300, 0.15],
      [null, 0.08],
    ],
    0.3,
  ),
  rate(
    "Electronics Accessories",
    "marginal",
    [
      [100, 0.15],
      [null, 0.08],
    ],
    0.3,
  ),
  rate(
    "Furniture",
    "marginal",
    [
      [200, 0.15],
      [null, 0.1],
    ],
    0.3,
  ),
  rate(
    "Jewelry",
    "marginal",
    [
      [250, 0.2],
      [null, 0.05],
    ],
    0.3,
  ),
  rate(
    "Watches",
    "marginal",
    [
      [1500, 0.16],
      [null, 0.03],
    ],
    0.3,
  ),
  rate(
    "Fine Art",
    "marginal",
    [
      [100, 0.2],
      [1000, 0.15],
      [5000, 0.1],
      [null, 0.05],
    ],
    0,
  ),
  rate(
    "Collectible Coins",
    "marginal",
    [
      [250, 0.15],
      [1000, 0.1],
      [null, 0.06],
    ],
    0.3,
    { confidence: "medium", sources: ["SELLERCLOUD"] },
  ),
  rate(
    "Entertainment Collectibles",
    "marginal",
    [
      [100, 0.2],
      [null, 0.1],
    ],
    0.3,
    { confidence: "low", note: "The upper tiers are incomplete." },
  ),
  rate(
    "Baby Products",
    "wholePrice",
    [
      [10, 0.08],
      [null, 0.15],
    ],
    0.3,
    { alsoCalled: ["Baby"] },
  ),
  rate(
    "Beauty, Health and Personal Care",
    "wholePrice",
    [
      [10, 0.08],
      [null, 0.15],
    ],
    0.3,
    { alsoCalled: ["Beauty", "Health and Personal Care"] },
  ),
  rate(
    "Grocery and Gourmet",
    "wholePrice",
    [
      [15, 0.08],
      [null, 0.15],
    ],
    0,
    { alsoCalled: ["Grocery", "Grocery and Gourmet Food"] },
  ),
  rate(
    "Lawn Mowers and Snow Throwers",
    "wholePrice",
    [
      [500, 0.15],
      [null, 0.08],
    ],
    0.3,
  ),
  rate(
    "Clothing and Accessories",
    "wholePrice",
    [
      [15, 0.05],
      [20, 0.1],
      [null, 0.17],
    ],
    0.3,
    { alsoCalled: ["Clothing", "Apparel"] },
  ),
  rate("Merchant fulfilled services", "flat", [[null, 0.2]], 0.3, { confidence: "medium" }),
];

function rate(
  category: string,
  mode: ReferralTable["mode"],
  steps: readonly RateStep[],
  minimum: number,
  more: Particulars = {},
): ReferralTable {
  const alsoCalled = more.alsoCalled ?? [];
  const confidence = more.confidence ?? "medium-high";
  return {
    id: `us-referral-${category
      .toLowerCase()
      .replace(/\(.*\)|:.*/, "")
      .trim()
      .replace(/[^a-z]+/g, "-")}`,
    name: `US referral fee: ${category}`,
    marketplace: "US",
    from: null,
    to: null,
    fromSourced: false,
    sourced: true,
    confidence,
    confidenceText: confidence,
    disputed: null,
    disagreements: [],
    sources: [...(more.sources ?? ["REF-A"]), ...(alsoCalled.length > 0 ? ["REF-NAMES"] : [])],
    note: more.note ?? null,
    category,
    alsoCalled,
    mode,
    steps,
    minimum,
    closingFee: more.closingFee ?? null,
  };
}
