import { describe, expect, it } from "vitest";
import { sizeTierChanged } from "../../../src/audits/size-tier-changed.ts";
import { formatDay } from "../../../src/values/day.ts";
import type { Row } from "./build.ts";
import { auditFees, type FeeAccount, MUG, reasons } from "./fee-rows.ts";

const audit = (given: FeeAccount) => auditFees(sizeTierChanged, given);

function preview(sides: readonly [number, number, number], pounds: number, more: Row = {}): Row {
  return {
    sku: "MUG",
    fnsku: "X001",
    asin: "B001",
    amazonStore: "US",
    longestSide: sides[0],
    medianSide: sides[1],
    shortestSide: sides[2],
    unitOfDimension: "inches",
    itemPackageWeight: pounds,
    unitOfWeight: "pounds",
    productSizeTier: "Large standard-size",
    currency: "USD",
    ...more,
  };
}

function stored(month: string, longest: number, more: Row = {}): Row {
  return {
    fnsku: "X001",
    countryCode: "US",
    longestSide: longest,
    medianSide: 4,
    shortestSide: 3,
    measurementUnits: "inches",
    weight: 0.6,
    weightUnits: "pounds",
    productSizeTier: "Large standard",
    monthOfCharge: month,
    ...more,
  };
}

const seen = (rows: readonly Row[], more: FeeAccount = {}) =>
  audit({ ...more, more: { "fee-preview": rows } });
const monthly = (rows: readonly Row[]) => audit({ more: { "fee-preview": [], "storage-fees": rows } });

describe("size-tier-changed stays silent", () => {
  it.each<readonly [string, Row]>([
    ["on the same measures", preview([6, 4, 3], 0.625)],
    ["on the sides in another order", preview([3, 6, 4], 0.625)],
    [
      "on other units",
      preview([15.24, 10.16, 7.62], 283.5, { unitOfDimension: "centimeters", unitOfWeight: "grams" }),
    ],
    ["on half a centimetre", preview([6.19, 4.19, 3.19], 0.625)],
    ["on 15 grams", preview([6, 4, 3], 0.655)],
    [
      "on a measurement in the seller's favour",
      preview([4, 3, 0.5], 0.2, { productSizeTier: "Small standard" }),
    ],
    ["on a size tier it does not know", preview([6, 4, 3], 0.625, { productSizeTier: "Giant" })],
    ["on measures Amazon does not print", preview([6, 4, 3], 0.625, { unitOfDimension: "" })],
  ])("%s", (_, row) => {
    const result = seen([row]);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toEqual([]);
  });

  it("on 5 % of a long side", () => {
    const long = [{ ...MUG, length: 40, width: 10, height: 10, weight: 10, weightUnit: "lb" }];
    expect(seen([preview([41.9, 10, 10], 10.4, { productSizeTier: "" })], { costs: long }).findings).toEqual(
      [],
    );
    expect(
      seen([preview([42.1, 10, 10], 10.4, { productSizeTier: "" })], { costs: long }).findings,
    ).toHaveLength(1);
    expect(
      seen([preview([41.9, 10, 10], 10.6, { productSizeTier: "" })], { costs: long }).findings,
    ).toHaveLength(1);
  });

  it("from month to month on the same measures, smaller ones, or in one of two warehouses", () => {
    expect(monthly([stored("2026-04-01", 6), stored("2026-05-01", 6)]).findings).toEqual([]);
    expect(monthly([stored("2026-04-01", 9), stored("2026-05-01", 6)]).findings).toEqual([]);
    expect(
      monthly([stored("2026-04-01", 6), stored("2026-05-01", 9), stored("2026-05-01", 6)]).findings,
    ).toEqual([]);
    expect(monthly([stored("2026-04-01", 6), stored("2026-08-01", 9)]).findings).toEqual([]);
    expect(monthly([stored("2026-05-01", 9)]).findings).toEqual([]);
  });
});

describe("size-tier-changed notes", () => {
  it.each<readonly [string, Row]>([
    ["a longer side", preview([6.31, 4, 3], 0.625)],
    ["the shortest side", preview([6, 4, 3.21], 0.625)],
    ["more weight", preview([6, 4, 3], 0.66)],
    ["a larger tier of the same measures", preview([6, 4, 3], 0.625, { productSizeTier: "Large bulky" })],
    [
      "a larger tier alone",
      preview([6, 4, 3], 0.625, { productSizeTier: "large_bulky", unitOfDimension: "" }),
    ],
  ])("%s", (_, row) => {
    const { findings } = seen([row]);
    expect(findings.map((f) => [f.state, f.amount, f.deadline, formatDay(f.eventDate)])).toEqual([
      ["info", null, null, "2026-06-30"],
    ]);
  });

  it("an item once, however often it is listed", () => {
    expect(seen([preview([9, 4, 3], 0.625), preview([8, 4, 3], 0.625)]).findings).toHaveLength(1);
  });

  it("both measurements and both tiers in words", () => {
    const [finding] = seen([preview([9, 4, 3], 0.625, { productSizeTier: "Large bulky" })]).findings;
    expect(finding?.what).toBe(
      "Amazon takes MUG (FNSKU X001, ASIN B001) for 9 × 4 × 3 in, 0.625 lb; you measured 6 × 4 × 3 in, 10 oz.",
    );
    expect(finding?.why).toContain("It says Large bulky, your measures give Large standard-size.");
  });

  it("a jump between two months, dated by the month it came", () => {
    const [finding, ...others] = monthly([
      stored("2026-03-01", 6),
      stored("2026-04-01", 6),
      stored("2026-05-01", 9),
    ]).findings;
    expect(others).toEqual([]);
    expect(finding?.what).toContain("until 2026-04, and for 9 × 4 × 3 in, 0.6 lb since 2026-05");
    expect(finding?.evidence).toHaveLength(2);
  });
});

it("size-tier-changed cannot tell without the seller's measures", () => {
  const result = seen([preview([9, 4, 3], 0.625)], { costs: [] });
  expect(result.findings).toEqual([]);
  expect(reasons(result)).toEqual([
    "1 item of 2026-06-30 not judged: the Costs tab has no size and weight (with units) for MUG.",
  ]);
});
