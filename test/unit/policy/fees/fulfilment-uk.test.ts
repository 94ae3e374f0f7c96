import { describe, expect, test } from "vitest";
import { type FulfilmentCategory, fulfilmentFee } from "../../../../src/policy/fees/index.ts";
import { day } from "../../../../src/values/day.ts";
import { currency, moneyOf } from "../../../../src/values/money.ts";

type Sides = readonly [number, number, number];

const ENVELOPE: Sides = [33, 23, 2.5];
const LARGE_ENVELOPE: Sides = [33, 23, 4];
const XL_ENVELOPE: Sides = [33, 23, 6];
const SMALL_PARCEL: Sides = [20, 10, 6.5];
const STANDARD_PARCEL: Sides = [36, 10, 1];

function ask(
  sides: Sides,
  grams: number,
  price: number | null = 25,
  on = "2026-06-01",
  category: FulfilmentCategory = "standard",
) {
  const [length, width, height] = sides;
  return fulfilmentFee({
    marketplace: "UK",
    day: day(on),
    dimensions: { length, width, height, unit: "cm", weight: grams, weightUnit: "g" },
    price: price === null ? null : moneyOf(price, currency("GBP")),
    category,
  });
}

function known(...question: Parameters<typeof ask>) {
  const found = ask(...question);
  if (found.cannotTell !== null) throw new Error(found.cannotTell);
  return found;
}

const CARDS: readonly (readonly [
  Sides,
  readonly (readonly [grams: number, fee: number, low: number | null])[],
])[] = [
  [
    ENVELOPE,
    [
      [20, 183, 146],
      [40, 187, 150],
      [60, 189, 152],
      [80, 207, 167],
      [100, 208, 170],
      [210, 210, 173],
      [460, 216, 187],
    ],
  ],
  [LARGE_ENVELOPE, [[960, 272, 242]]],
  [XL_ENVELOPE, [[960, 294, 265]]],
  [
    SMALL_PARCEL,
    [
      [400, 300, 270],
      [900, 304, null],
      [1400, 305, null],
      [1900, 325, null],
      [3900, 327, null],
    ],
  ],
  [
    STANDARD_PARCEL,
    [
      [150, 294, null],
      [400, 301, null],
      [900, 306, null],
      [1400, 326, null],
      [1900, 348, null],
      [2900, 349, null],
      [3900, 354, null],
      [5900, 356, null],
      [8900, 357, null],
      [11900, 358, null],
    ],
  ],
];

describe("weight bands, up to and with each limit", () => {
  for (const [sides, bands] of CARDS) {
    bands.forEach(([grams, fee, low], i) => {
      test(`${sides.join(" × ")} cm, ${grams} g`, () => {
        expect(known(sides, grams).fee.minor).toBe(fee);
        expect(known(sides, grams, 10).fee.minor).toBe(low ?? fee);
        expect(known(sides, grams, 10.01).fee.minor).toBe(fee);
        const before = bands[i - 1];
        if (before) expect(known(sides, before[0] + 0.1).fee.minor).toBe(fee);
      });
    });
  }

  test("a small parcel up to 150 g", () => {
    expect(known([34, 10, 2], 150).fee.minor).toBe(291);
    expect(known([34, 10, 2], 150, 10).fee.minor).toBe(267);
    expect(known([34, 10, 2], 150.1).fee.minor).toBe(300);
  });
});

test("a fuel surcharge of 1.5 % is tolerated, not added", () => {
  const found = known(ENVELOPE, 20);
  expect(found.parts).toHaveLength(1);
  expect(found.tolerance).toEqual({ minor: Math.ceil(183 * 0.015) + 1, currency: "GBP" });
  expect(found.assumptions).toContain("A fuel surcharge of 1.5 % may come on top: so much is tolerated.");
  expect(found.tables.map(({ id }) => id)).toEqual(["uk-fulfilment-2026", "uk-size-tiers-2026"]);
});

test("what is assumed about the price is said", () => {
  const upTo20 =
    "Items up to 20 GBP may pay a low-price fee that is not sourced here: the higher fee is used.";
  expect(known(ENVELOPE, 20, 20).assumptions).toContain(upTo20);
  expect(known(SMALL_PARCEL, 900, 5).assumptions).toContain(upTo20);
  expect(known(ENVELOPE, 20, 20.01).assumptions).not.toContain(upTo20);
  expect(known(ENVELOPE, 20, 10).assumptions).not.toContain(upTo20);
  expect(known(ENVELOPE, 20, null).assumptions).toContain(
    "The item’s price is not known: the fee of the dearer items is used.",
  );
});

test("medium confidence, a claim may rest on it, estimated for the day nobody gives", () => {
  expect(known(ENVELOPE, 20)).toMatchObject({
    confidence: "medium",
    usable: true,
    estimated: true,
    from: day("2026-01-01"),
    explanation: "Light envelope: 33 × 23 × 2.5 cm, 0.02 kg; its own weight counts.",
  });
  expect(known(ENVELOPE, 20, 10).usable).toBe(true);
  expect(known(ENVELOPE, 20, 10).parts[0]?.what).toBe("Light envelope, up to 20 g, low price");
});

test.each([
  ["2025-12-31", "standard"],
  // Still the peak season of 2025/26, of whose fees only the increments are known.
  ["2026-01-14", "standard"],
  ["2026-10-15", "standard"],
  ["2026-06-01", "apparel"],
  ["2026-06-01", "dangerous-goods"],
] as const)("%s, %s: cannot tell", (on, category) => {
  expect(ask(ENVELOPE, 20, 25, on, category).cannotTell).toContain(`sourced for UK on ${on}`);
});

test("days it holds", () => {
  expect(known(ENVELOPE, 20, 25, "2026-01-15").fee.minor).toBe(183);
  expect(known(ENVELOPE, 20, 25, "2026-10-14").fee.minor).toBe(183);
});

test("oversize and dollars: cannot tell", () => {
  expect(ask([50, 30, 20], 2000).cannotTell).toContain("oversize tiers");
  expect(
    fulfilmentFee({
      marketplace: "UK",
      day: day("2026-06-01"),
      dimensions: { length: 1, width: 1, height: 1, unit: "cm", weight: 1, weightUnit: "g" },
      price: moneyOf(5, currency("USD")),
      category: "standard",
    }),
  ).toHaveProperty("cannotTell", "The item’s price has to be an amount above 0 in GBP.");
});
