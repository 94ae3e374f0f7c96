import { describe, expect, test } from "vitest";
import {
  type Argument,
  FBA_FEE,
  FBA_SIZE_TIER,
  REFERRAL_FEE,
} from "../../../../src/policy/fees/functions.ts";
import { day, serialOfDay } from "../../../../src/values/day.ts";

function tier(
  over: Partial<Record<"length" | "unit" | "weight" | "weightUnit" | "place" | "day", Argument>> = {},
) {
  const {
    length = 10,
    unit = "in",
    weight = 8,
    weightUnit = "oz",
    place = "US",
    day: on = "2026-02-01",
  } = over;
  return FBA_SIZE_TIER(length, 6, 0.5, unit, weight, weightUnit, place, on);
}

function fee(over: Partial<Record<"weight" | "price" | "category" | "place" | "day", Argument>> = {}) {
  const { weight = 2, price = 20, category = "Toys & Games", place = "US", day: on = "2026-02-01" } = over;
  return FBA_FEE(10, 6, 0.5, "in", weight, "oz", price, category, place, on);
}

describe("one cell", () => {
  test("answers", () => {
    expect(tier()).toBe("Small standard-size");
    expect(fee()).toBe(3.32);
    expect(fee({ day: "2026-05-01" })).toBe(3.44);
    expect(fee({ category: "Apparel" })).toBe(4.16);
    expect(REFERRAL_FEE(20, "Toys & Games", "US", "2026-02-01")).toBe(3);
    expect(REFERRAL_FEE(150, "Electronics Accessories", "us", "2026-02-01")).toBe(19);
  });

  test("a day as the serial number Sheets keeps", () => {
    expect(fee({ day: serialOfDay(day("2026-01-14")) })).toBe(3.25);
    expect(fee({ day: serialOfDay(day("2026-01-15")) })).toBe(3.32);
  });

  test("the United Kingdom, also by GB", () => {
    for (const place of ["UK", "GB", " uk "]) {
      expect(FBA_FEE(33, 23, 2.5, "cm", 20, "g", 25, "Toys", place, "2026-06-01")).toBe(1.83);
      expect(FBA_FEE(33, 23, 2.5, "cm", 20, "g", 9, "Toys", place, "2026-06-01")).toBe(1.46);
    }
  });
});

describe("what cannot be told is said", () => {
  test("by the tables", () => {
    expect(tier({ place: "DE" })).toBe("No table of size tiers is sourced for DE on 2026-02-01.");
    expect(fee({ place: "DE" })).toContain("No fulfilment fees are sourced for DE on 2026-02-01");
    expect(REFERRAL_FEE(20, "Toys", "JP", "2026-02-01")).toBe(
      "No referral fees are sourced for JP on 2026-02-01.",
    );
  });

  test.each([
    [() => tier({ length: "ten" }), "The length is “ten”; a number above 0 is expected."],
    [() => tier({ length: 0 }), "The length is “0”; a number above 0 is expected."],
    [() => tier({ length: Number.NaN }), "The length is “NaN”; a number above 0 is expected."],
    [() => tier({ weight: "" }), "The weight is empty; a number above 0 is expected."],
    [() => tier({ weight: true }), "The weight is “true”; a number above 0 is expected."],
    [() => tier({ unit: "miles" }), "The unit of the sides is “miles”; write in or cm."],
    [() => tier({ weightUnit: null }), "The unit of the weight is empty; write oz, lb, g or kg."],
    [() => tier({ place: "Mars" }), "The marketplace is “Mars”; write US, UK, DE and so on."],
    [() => tier({ day: "" }), "The day is empty; a date is expected, such as 2026-05-06."],
    [() => tier({ day: "02/01/2026" }), "The day is “02/01/2026”; a date is expected, such as 2026-05-06."],
    [() => tier({ day: 1 }), "The day is “1”; a date is expected, such as 2026-05-06."],
    [() => tier({ day: 2958466 }), "The day is “2958466”; a date is expected, such as 2026-05-06."],
    [() => tier({ day: false }), "The day is “false”; a date is expected, such as 2026-05-06."],
    [() => fee({ price: 0 }), "The price is “0”; a number above 0 is expected."],
    [() => fee({ price: -1 }), "The price is “-1”; a number above 0 is expected."],
    [
      () => fee({ price: Number.POSITIVE_INFINITY }),
      "The price is “Infinity”; a number above 0 is expected.",
    ],
    [() => REFERRAL_FEE("", "Toys", "US", "2026-02-01"), "The price is empty; a number above 0 is expected."],
  ])("%s: %s", (ask, sentence) => {
    expect(ask()).toBe(sentence);
  });

  test("an unknown price where there is no marketplace to name its currency is the marketplace's fault first", () => {
    expect(REFERRAL_FEE("", "Toys", "Mars", "2026-02-01")).toContain("The marketplace is “Mars”");
  });

  test("the first and the last day Sheets knows, and one with spaces around it", () => {
    const late = REFERRAL_FEE(20, "Toys & Games", "US", 2958465);
    expect([late, REFERRAL_FEE(20, "Toys & Games", "US", 2)]).toEqual([3, 3]);
    expect(REFERRAL_FEE(20, "Toys & Games", "US", " 2026-02-01 ")).toBe(3);
    expect(REFERRAL_FEE(20, "Toys & Games", "US", "  ")).toContain("The day is empty;");
  });

  test("a category that decides nothing", () => {
    expect(fee({ category: "" })).toContain("The category is empty. Apparel and dangerous goods pay more");
    expect(fee({ category: "Shoes" })).toContain("The category is “Shoes”.");
    expect(REFERRAL_FEE(20, "Foo", "US", "2026-02-01")).toContain("“Foo” is no category we know");
  });

  test("width and height are named too", () => {
    expect(FBA_SIZE_TIER(1, "x", 1, "in", 1, "oz", "US", "2026-02-01")).toContain("The width is “x”");
    expect(FBA_SIZE_TIER(1, 1, "x", "in", 1, "oz", "US", "2026-02-01")).toContain("The height is “x”");
  });
});

describe("ranges", () => {
  test("a column in, a column out; single values hold for all", () => {
    expect(fee({ weight: [[2], [4], [6]] })).toEqual([[3.32], [3.42], [3.45]]);
    expect(REFERRAL_FEE([[10], [20]], [["Toys & Games"], ["Clothing"]], "US", "2026-02-01")).toEqual([
      [1.5],
      [2],
    ]);
  });

  test("a row in, a row out; both, and the answer is a block", () => {
    expect(REFERRAL_FEE([[10, 20]], "Default", "US", "2026-02-01")).toEqual([[1.5, 3]]);
    expect(REFERRAL_FEE([[10, 20]], [["Default"], ["Clothing"]], "US", "2026-02-01")).toEqual([
      [1.5, 3],
      [0.5, 2],
    ]);
  });

  test("a range of one cell answers as a range", () => {
    expect(REFERRAL_FEE([[10]], "Default", "US", "2026-02-01")).toEqual([[1.5]]);
  });

  test("one bad row leaves the others standing, an empty row stays empty", () => {
    expect(REFERRAL_FEE([[10], ["?"], [""], [null], [20]], "Default", "US", "2026-02-01")).toEqual([
      [1.5],
      ["The price is “?”; a number above 0 is expected."],
      [""],
      [""],
      [3],
    ]);
    expect(REFERRAL_FEE([[10], [""]], [["Default"], ["Clothing"]], "US", "2026-02-01")).toEqual([
      [1.5],
      ["The price is empty; a number above 0 is expected."],
    ]);
  });

  test("ranges that do not fit each other", () => {
    expect(REFERRAL_FEE([[10], [20]], [["a"], ["b"], ["c"]], "US", "2026-02-01")).toBe(
      "Argument 1 has 2 × 1 cells, others have 3 × 1 cells. Give ranges of the same size.",
    );
    expect(REFERRAL_FEE([[10, 20, 30]], [["a", "b"]], "US", "2026-02-01")).toBe(
      "Argument 2 has 1 × 2 cells, others have 1 × 3 cells. Give ranges of the same size.",
    );
  });
});
