/** What the Costs tab says of an item on a day: its category, its size and weight, and what of them is missing. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { itemCategoriesOf } from "../../../src/audits/account/item-categories.ts";
import {
  type Lack,
  measuresOf,
  missingMeasuresOf,
  noteLacking,
} from "../../../src/audits/account/measures.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import type { Row } from "./build.ts";

const MUG = { fnsku: "X001", msku: "MUG", asin: "B001" };
const accountWith = (costs: readonly Row[]) => accountOf(inputOf({ asOf: "2026-06-30", reports: { costs } }));
const byAsin = { msku: "", asin: "B001" };
const byFnsku = { msku: "", fnsku: "X001" };
const other = { msku: "CUP", fnsku: "X002", asin: "B002" };

describe("the category of an item", () => {
  const named = (category: string, more: Row = {}): Row => ({ msku: "MUG", category, ...more });
  const on = (costs: readonly Row[], item = MUG) =>
    itemCategoriesOf(accountWith(costs)).on(item, day("2026-05-01"));
  it.each<[string, Row[], string]>([
    ["by MSKU", [named("Kitchen")], "Kitchen"],
    ["by ASIN", [named("Kitchen", byAsin)], "Kitchen"],
    ["by FNSKU", [named("Kitchen", byFnsku)], "Kitchen"],
    ["by FNSKU before MSKU", [named("Toys"), named("Kitchen", byFnsku)], "Kitchen"],
    ["by MSKU before ASIN", [named("Toys", byAsin), named("Kitchen")], "Kitchen"],
    ["without the spaces around it", [named(" Kitchen ")], "Kitchen"],
    ["none where it is blank", [named(" ")], ""],
    ["that of the ASIN where that of the MSKU is blank", [named(""), named("Kitchen", byAsin)], "Kitchen"],
    ["none of another item", [named("Kitchen", other)], ""],
    ["none of nothing", [named("Kitchen", { msku: "" })], ""],
    ["valid from the day", [named("Kitchen", { validFrom: "2026-05-01" })], "Kitchen"],
    ["not valid from the next day", [named("Kitchen", { validFrom: "2026-05-02" })], ""],
    [
      "the one of any day before the next is valid",
      [named("Kitchen"), named("Toys", { validFrom: "2026-05-02" })],
      "Kitchen",
    ],
    [
      "the latest valid",
      [
        named("Toys", { validFrom: "2026-01-01" }),
        named("Kitchen", { validFrom: "2026-03-01" }),
        named("Pets", { validFrom: "2026-02-01" }),
      ],
      "Kitchen",
    ],
    [
      "a dated one before one of any day",
      [named("Toys"), named("Kitchen", { validFrom: "2026-03-01" })],
      "Kitchen",
    ],
    ["of two for one day the first by name", [named("Toys"), named("Kitchen"), named("Pets")], "Kitchen"],
  ])("%s", (_, costs, expected) => {
    expect(on(costs)).toBe(expected);
    expect(on([...costs].reverse())).toBe(expected);
  });

  it("is not found by numbers both lack", () => {
    expect(on([named("Kitchen", { msku: "", fnsku: "X9" })], { fnsku: "", msku: "MUG", asin: "" })).toBe("");
  });
});

describe("the size of an item", () => {
  const sized = (length: number | null, more: Row = {}): Row => ({
    msku: "MUG",
    length,
    width: 4,
    height: 3,
    dimensionUnit: "in",
    weight: 1,
    weightUnit: "lb",
    ...more,
  });
  const on = (costs: readonly Row[], item = MUG) =>
    measuresOf(accountWith(costs)).on(item, day("2026-05-01"));
  it.each<[string, Row[], number | null]>([
    ["by MSKU", [sized(5)], 5],
    ["by ASIN", [sized(5, byAsin)], 5],
    ["by FNSKU", [sized(5, byFnsku)], 5],
    ["by FNSKU before MSKU", [sized(6), sized(5, byFnsku)], 5],
    ["by MSKU before ASIN", [sized(6, byAsin), sized(5)], 5],
    ["none of another item", [sized(5, other)], null],
    ["none of nothing", [sized(5, { msku: "" })], null],
    ["valid from the day", [sized(5, { validFrom: "2026-05-01" })], 5],
    ["not valid from the next day", [sized(5, { validFrom: "2026-05-02" })], null],
    [
      "the latest valid",
      [
        sized(6, { validFrom: "2026-01-01" }),
        sized(5, { validFrom: "2026-03-01" }),
        sized(7, { validFrom: "2026-02-01" }),
      ],
      5,
    ],
    ["a dated one before one of any day", [sized(6), sized(5, { validFrom: "2026-03-01" })], 5],
    ["of two for one day the bulkier", [sized(4), sized(5), sized(3)], 5],
    ["of two for one day the bulkier, by its width", [sized(4, { width: 9 }), sized(5)], 4],
    ["of two for one day the bulkier, by its height", [sized(4, { height: 9 }), sized(5)], 4],
    ["none without a length", [sized(null)], null],
    ["none without a width", [sized(5, { width: null })], null],
    ["none without a height", [sized(5, { height: null })], null],
    ["none without a weight", [sized(5, { weight: null })], null],
    ["none of a zero length", [sized(0)], null],
    ["none of a zero width", [sized(5, { width: 0 })], null],
    ["none of a zero height", [sized(5, { height: 0 })], null],
    ["none of a zero weight", [sized(5, { weight: 0 })], null],
    ["none below zero", [sized(-5)], null],
    ["none in a unit nobody knows", [sized(5, { dimensionUnit: "ells" })], null],
    ["none without a unit", [sized(5, { dimensionUnit: "" })], null],
    ["none of a weight in a unit nobody knows", [sized(5, { weightUnit: "stone" })], null],
    ["that of the ASIN where that of the MSKU is not complete", [sized(null), sized(5, byAsin)], 5],
  ])("%s", (_, costs, expected) => {
    expect(on(costs)?.length ?? null).toBe(expected);
    expect(on([...costs].reverse())?.length ?? null).toBe(expected);
  });

  it("has all its measures, in the seller's units", () => {
    expect(on([sized(5, { dimensionUnit: "Centimeters", weightUnit: "Grams", weight: 300 })])).toEqual({
      length: 5,
      width: 4,
      height: 3,
      unit: "cm",
      weight: 300,
      weightUnit: "g",
    });
  });

  it("of two as bulky is the first line's", () => {
    expect(on([sized(5, { weight: 2, line: 9 }), sized(5, { weight: 1, line: 4 })])?.weight).toBe(1);
    expect(on([sized(5, { weight: 2, line: 4 }), sized(5, { weight: 1, line: 9 })])?.weight).toBe(2);
  });

  it("is not found by numbers both lack", () => {
    expect(on([sized(5, { msku: "", fnsku: "X9" })], { fnsku: "", msku: "MUG", asin: "" })).toBeNull();
  });
});

describe("what is missing of an item", () => {
  const noted = (...asks: [on: string, lack: Lack, item?: typeof MUG][]) => {
    const account = accountWith([]);
    for (const [on, lack, item = MUG] of asks) noteLacking(account, item, day(on), lack);
    return [...account.derive(missingMeasuresOf).values()].map(
      ({ item, day: on, lacks }) => `${item.msku} ${formatDay(on)} ${lacks.join(", ")}`,
    );
  };
  const SIZE = "size and weight (with units)";

  it("is noted once, with the earliest day it was asked for", () => {
    expect(noted()).toEqual([]);
    expect(noted(["2026-05-02", SIZE])).toEqual([`MUG 2026-05-02 ${SIZE}`]);
    expect(noted(["2026-05-02", SIZE], ["2026-05-01", SIZE], ["2026-05-03", SIZE])).toEqual([
      `MUG 2026-05-01 ${SIZE}`,
    ]);
  });

  it("is noted all, in the order it was asked for", () => {
    expect(noted(["2026-05-02", "category"], ["2026-05-02", SIZE], ["2026-05-02", "category"])).toEqual([
      `MUG 2026-05-02 category, ${SIZE}`,
    ]);
  });

  it("is noted for each item", () => {
    expect(
      noted(
        ["2026-05-02", SIZE],
        ["2026-05-02", SIZE, other],
        ["2026-05-02", SIZE, { ...MUG, fnsku: "", msku: "X001|MUG" }],
      ),
    ).toEqual([`MUG 2026-05-02 ${SIZE}`, `CUP 2026-05-02 ${SIZE}`, `X001|MUG 2026-05-02 ${SIZE}`]);
  });
});
