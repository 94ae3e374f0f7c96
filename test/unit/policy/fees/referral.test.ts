import { describe, expect, test } from "vitest";
import {
  categoryNames,
  fulfilmentCategory,
  referralCategory,
  referralFee,
} from "../../../../src/policy/fees/index.ts";
import { day } from "../../../../src/values/day.ts";
import { currency, moneyOf } from "../../../../src/values/money.ts";

function ask(category: string, price: number, on = "2026-06-01", marketplace = "US") {
  return referralFee({ marketplace, day: day(on), category, price: moneyOf(price, currency("USD")) });
}

function known(...question: Parameters<typeof ask>) {
  const found = ask(...question);
  if (found.cannotTell !== null) throw new Error(found.cannotTell);
  return found;
}

const fee = (...question: Parameters<typeof ask>) => known(...question).fee.minor / 100;

describe("one rate", () => {
  test.each([
    ["Default (most categories)", 0.15],
    ["Amazon Device Accessories", 0.45],
    ["Full-Size Appliances", 0.08],
    ["Computers", 0.08],
    ["Consumer Electronics", 0.08],
    ["Video Game Consoles", 0.08],
    ["Video Games and Accessories", 0.15],
    ["Media: Books, DVD, Music, Software, Video", 0.15],
    ["Tires", 0.1],
    ["Automotive and Powersports", 0.12],
    ["Base Equipment Power Tools", 0.12],
    ["Business, Industrial and Scientific", 0.12],
    ["Veterinary diets", 0.22],
    ["Gift Cards", 0.2],
    ["Merchant fulfilled services", 0.2],
  ])("%s: %d", (category, rate) => {
    expect(fee(category, 100)).toBeCloseTo(100 * rate, 9);
    expect(fee(category, 1000)).toBeCloseTo(1000 * rate, 9);
  });
});

describe("marginal: each rate for its slice of the price", () => {
  test.each([
    ["Compact Appliances", 300, 45],
    ["Compact Appliances", 301, 45.08],
    ["Electronics Accessories", 100, 15],
    ["Electronics Accessories", 100.5, 15.04],
    ["Electronics Accessories", 150, 19],
    ["Furniture", 200, 30],
    ["Furniture", 210, 31],
    ["Jewelry", 250, 50],
    ["Jewelry", 270, 51],
    ["Watches", 1500, 240],
    ["Watches", 1600, 243],
    ["Fine Art", 100, 20],
    ["Fine Art", 1000, 155],
    ["Fine Art", 1010, 156],
    ["Fine Art", 5000, 555],
    ["Fine Art", 5100, 560],
    ["Collectible Coins", 250, 37.5],
    ["Collectible Coins", 1000, 112.5],
    ["Collectible Coins", 1100, 118.5],
    ["Entertainment Collectibles", 100, 20],
    ["Entertainment Collectibles", 200, 30],
  ])("%s at $%d: %d", (category, price, expected) => {
    expect(fee(category, price)).toBeCloseTo(expected, 9);
  });

  test("the slices are told", () => {
    expect(known("Fine Art", 1100).explanation).toBe(
      "Fine Art: 20 % of 100.00 + 15 % of 900.00 + 10 % of 100.00",
    );
  });
});

describe("whole price: one rate, chosen by the total", () => {
  test.each([
    ["Baby Products", 10, 0.8],
    ["Baby Products", 10.01, 1.5],
    ["Beauty, Health and Personal Care", 10, 0.8],
    ["Beauty, Health and Personal Care", 10.01, 1.5],
    ["Grocery and Gourmet", 15, 1.2],
    ["Grocery and Gourmet", 15.01, 2.25],
    ["Lawn Mowers and Snow Throwers", 500, 75],
    ["Lawn Mowers and Snow Throwers", 500.01, 40],
    ["Clothing and Accessories", 15, 0.75],
    ["Clothing and Accessories", 15.01, 1.5],
    ["Clothing and Accessories", 20, 2],
    ["Clothing and Accessories", 20.01, 3.4],
  ])("%s at $%d: %d", (category, price, expected) => {
    expect(fee(category, price)).toBeCloseTo(expected, 9);
  });
});

describe("the minimum", () => {
  test.each([
    ["Default", 1, 0.3],
    ["Default", 2, 0.3],
    ["Default", 2.01, 0.3],
    ["Default", 2.04, 0.31],
    ["Clothing and Accessories", 5, 0.3],
    ["Clothing and Accessories", 6.2, 0.31],
    // No minimum in these.
    ["Grocery and Gourmet", 1, 0.08],
    ["Books", 1, 0.15],
    ["Gift Cards", 1, 0.2],
    ["Video Game Consoles", 1, 0.08],
    ["Video Games and Accessories", 1, 0.15],
    ["Fine Art", 1, 0.2],
  ])("%s at $%d: %d", (category, price, expected) => {
    expect(fee(category, price)).toBeCloseTo(expected, 9);
  });

  test("is told where it binds", () => {
    expect(known("Default", 1).explanation).toBe(
      "Default (most categories): 15 % of 1.00 is 0.15 USD; the minimum is 0.30 USD",
    );
    expect(known("Default", 20).explanation).toBe("Default (most categories): 15 % of 20.00");
  });
});

// REFUND-ADMIN's own two examples, as far as they are referral fees.
test.each([
  [300 + 40 + 5, 51.75],
  [57, 8.55],
])("15 %% of item, shipping and gift wrap of $%d are $%d", (price, expected) => {
  expect(fee("Default", price)).toBe(expected);
});

describe("names", () => {
  test.each([
    ["home & kitchen", "Default (most categories)"],
    ["Home and Kitchen", "Default (most categories)"],
    ["Toys & Games", "Default (most categories)"],
    ["sports and outdoors", "Default (most categories)"],
    ["Pet Supplies", "Default (most categories)"],
    ["Office Products", "Default (most categories)"],
    ["Everything else", "Default (most categories)"],
    ["Books", "Media: Books, DVD, Music, Software, Video"],
    ["Apparel", "Clothing and Accessories"],
    ["Clothing & Accessories", "Clothing and Accessories"],
    ["  JEWELRY ", "Jewelry"],
    ["Beauty", "Beauty, Health and Personal Care"],
    ["Automotive", "Automotive and Powersports"],
    ["Grocery & Gourmet Food", "Grocery and Gourmet"],
    ["Full Size Appliances", "Full-Size Appliances"],
  ])("%s is %s", (name, category) => {
    expect(referralCategory(name)?.category).toBe(category);
  });

  test.each(["", "Jewellery box", "gl_home", "Accessories", "Foo"])("“%s” is none we know", (name) => {
    expect(referralCategory(name)).toBeNull();
  });

  test("no name stands for two categories", () => {
    for (const name of categoryNames()) expect(referralCategory(name)?.category).toBe(name);
  });

  test("cannot tell names what was given and what is known", () => {
    const reason = ask("Foo", 20).cannotTell ?? "";
    expect(reason).toContain(
      "“Foo” is no category we know; referral fees differ by category. Known: Default",
    );
    for (const name of categoryNames()) expect(reason).toContain(name);
    expect(ask(" ", 20).cannotTell).toContain("No category is given;");
  });
});

describe("what an answer rests on", () => {
  test.each([
    ["Default", "medium-high", true],
    ["Collectible Coins", "medium", true],
    ["Merchant fulfilled services", "medium", true],
    ["Entertainment Collectibles", "low", false],
  ])("%s: %s, a claim may rest on it: %s", (category, confidence, usable) => {
    expect(known(category, 20)).toMatchObject({ confidence, usable, tolerance: { minor: 1 } });
  });

  test("the rates were read in 2026; that they held before is assumed", () => {
    expect(known("Default", 20, "2026-01-01").estimated).toBe(false);
    expect(known("Default", 20, "2025-12-31").assumptions).toEqual([
      "The rates were read in 2026 and are taken to have held before.",
    ]);
  });

  test.each(["UK", "DE", "FR", "IT", "ES", "JP", "CA", "nowhere"])("%s: cannot tell", (marketplace) => {
    expect(ask("Default", 20, "2026-06-01", marketplace)).toEqual({
      cannotTell: `No referral fees are sourced for ${marketplace} on 2026-06-01.`,
    });
  });

  test("a price of 0 or in another currency: cannot tell", () => {
    const reason = "The price has to be an amount above 0 in USD.";
    expect(ask("Default", 0).cannotTell).toBe(reason);
    const price = moneyOf(20, currency("EUR"));
    expect(
      referralFee({ marketplace: "US", day: day("2026-06-01"), category: "Default", price }).cannotTell,
    ).toBe(reason);
  });
});

describe("which fulfilment rate card a category pays by", () => {
  test.each([
    ["Apparel", "apparel"],
    ["Clothing & Accessories", "apparel"],
    ["Dangerous goods", "dangerous-goods"],
    ["hazmat", "dangerous-goods"],
    ["Hazardous materials", "dangerous-goods"],
    ["Home & Kitchen", "standard"],
    ["Toys", "standard"],
    ["Shoes", null],
    ["Clothing, Shoes & Jewelry", null],
    ["Footwear", null],
    ["Fashion", null],
    ["", null],
  ])("%s: %s", (category, card) => {
    expect(fulfilmentCategory(category)).toBe(card);
  });
});
