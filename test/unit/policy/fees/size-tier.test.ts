import { describe, expect, test } from "vitest";
import { type Dimensions, lengthUnit, sizeTier, weightUnit } from "../../../../src/policy/fees/index.ts";
import { day } from "../../../../src/values/day.ts";

const IN_2026 = "2026-02-01";
const IN_2025 = "2025-06-01";

function box(
  [length, width, height]: readonly [number, number, number],
  weight: number,
  unit: Dimensions["unit"] = "in",
  weighed: Dimensions["weightUnit"] = "lb",
): Dimensions {
  return { length, width, height, unit, weight, weightUnit: weighed };
}

function known(of: Dimensions, on: string, marketplace = "US") {
  const found = sizeTier(marketplace, day(on), of);
  if (found.cannotTell !== null) throw new Error(found.cannotTell);
  return found;
}

describe("US size tiers", () => {
  test.each([
    // Every limit, at it and just beyond.
    ["small standard, all limits", box([15, 12, 0.75], 16, "in", "oz"), IN_2026, "smallStandard"],
    ["over 16 oz", box([15, 12, 0.75], 16.01, "in", "oz"), IN_2026, "largeStandard"],
    ["longest side over 15 in", box([15.01, 12, 0.75], 1), IN_2026, "largeStandard"],
    ["median side over 12 in", box([15, 12.01, 0.75], 1), IN_2026, "largeStandard"],
    ["shortest side over 0.75 in", box([15, 12, 0.76], 1), IN_2026, "largeStandard"],
    ["large standard, all limits", box([18, 14, 8], 20), IN_2026, "largeStandard"],
    ["over 20 lb", box([18, 14, 8], 20.01), IN_2026, "smallBulky"],
    ["over 20 lb before 2026", box([18, 14, 8], 20.01), IN_2025, "largeBulky"],
    ["longest side over 18 in", box([18.01, 14, 8], 5), IN_2026, "smallBulky"],
    ["median side over 14 in", box([18, 14.01, 8], 5), IN_2026, "smallBulky"],
    ["shortest side over 8 in", box([18, 14, 8.01], 5), IN_2026, "smallBulky"],
    ["the same before 2026", box([18, 14, 8.01], 5), IN_2025, "largeBulky"],
    ["small bulky, its sides", box([37, 28, 6], 50), IN_2026, "smallBulky"],
    ["small bulky, its shortest side", box([20, 17, 20], 50), IN_2026, "smallBulky"],
    ["longest side over 37 in", box([37.01, 10, 6], 5), IN_2026, "largeBulky"],
    ["median side over 28 in", box([37, 28.01, 6], 5), IN_2026, "largeBulky"],
    ["shortest side over 20 in", box([20.01, 20.01, 16], 5), IN_2026, "smallBulky"],
    ["all sides over 20 in, heavy by volume", box([20.01, 20.01, 20.01], 5), IN_2026, "xl50to70"],
    ["large bulky, longest side", box([59, 10, 10], 50), IN_2026, "largeBulky"],
    ["length and girth of 130 in", box([59, 33, 2.5], 50), IN_2026, "largeBulky"],
    ["length and girth over 130 in", box([59, 33, 2.6], 50), IN_2026, "xl0to50"],
    ["longest side over 59 in", box([59.01, 10, 10], 50), IN_2026, "xl0to50"],
    ["median side over 33 in", box([40, 33.01, 2], 5), IN_2026, "xl0to50"],
    ["over 50 lb", box([20, 10, 10], 50.01), IN_2026, "xl50to70"],
    ["70 lb", box([20, 10, 10], 70), IN_2026, "xl50to70"],
    ["over 70 lb", box([20, 10, 10], 70.01), IN_2026, "xl70to150"],
    ["150 lb", box([20, 10, 10], 150), IN_2026, "xl70to150"],
    ["over 150 lb", box([20, 10, 10], 150.01), IN_2026, "xlOver150"],
    // The tiers of a day.
    ["last day without small bulky", box([20, 10, 10], 5), "2026-01-14", "largeBulky"],
    ["first day with small bulky", box([20, 10, 10], 5), "2026-01-15", "smallBulky"],
    ["first day known", box([20, 10, 10], 5), "2024-02-05", "largeBulky"],
  ])("%s", (_, of, on, tier) => {
    expect(known(of, on).tier).toBe(tier);
  });

  test("sides are sorted before they are compared", () => {
    for (const sides of [[0.75, 12, 15] as const, [12, 0.75, 15] as const, [15, 0.75, 12] as const]) {
      expect(known(box(sides, 1), IN_2026).tier).toBe("smallStandard");
    }
  });

  test("dimensional weight is the volume over 139", () => {
    const found = known(box([18, 14, 8], 10), IN_2026);
    expect(found.dimensionalWeight).toBeCloseTo(14.503597, 6);
    expect(found.shippingWeight).toBe(found.dimensionalWeight);
    expect(known(box([18, 14, 8], 15), IN_2026).shippingWeight).toBe(15);
  });

  test("small standard and over 150 lb go by their own weight", () => {
    const flat = known(box([15, 12, 0.75], 0.5), IN_2026);
    expect(flat.dimensionalWeight).toBeGreaterThan(0.5);
    expect(flat.shippingWeight).toBe(0.5);
    expect(known(box([100, 60, 60], 151), IN_2026)).toMatchObject({ tier: "xlOver150", shippingWeight: 151 });
  });

  test("above 150 lb by volume alone: the dearest tier, and said to be assumed", () => {
    const found = known(box([100, 60, 60], 100), IN_2026);
    expect(found).toMatchObject({ tier: "xlOver150", shippingWeight: 100, estimated: true });
    expect(found.assumptions.join()).toContain("dimensional weight is above 150 lb");
    expect(known(box([100, 60, 60], 150), IN_2026).estimated).toBe(true);
    expect(known(box([100, 60, 60], 150.1), IN_2026).estimated).toBe(false);
  });

  test("2 in at least count for width and height since 2026, and the answer says that this is in doubt", () => {
    const thin = known(box([18, 1.5, 1], 0.1), IN_2026);
    expect(thin.dimensionalWeight).toBeCloseTo((18 * 2 * 2) / 139, 6);
    expect(thin.estimated).toBe(true);
    expect(thin.assumptions.join()).toContain("at least 2 in");
    expect(known(box([18, 1.5, 1], 0.1), IN_2025).dimensionalWeight).toBeCloseTo((18 * 1.5) / 139, 6);
  });

  test("the 2 in are no doubt where they do not decide the weight", () => {
    expect(known(box([18, 1.5, 1], 2), IN_2026).estimated).toBe(false);
    expect(known(box([15, 12, 0.75], 0.1), IN_2026).estimated).toBe(false);
    expect(known(box([18, 10, 2], 0.1), IN_2026).estimated).toBe(false);
  });

  test("small bulky over 12 in high is disputed by one table, and the answer says so", () => {
    expect(known(box([20, 17, 12.01], 5), IN_2026).assumptions.join()).toContain("37 × 30 × 12");
    expect(known(box([20, 17, 12], 5), IN_2026).estimated).toBe(false);
    expect(known(box([20, 17, 12], 5), IN_2026).disagreements).toEqual(["D-SMALLBULKY", "D-MIN2"]);
  });

  test.each([
    [[96.01, 2, 2] as const, IN_2026, true],
    [[96, 2, 2] as const, IN_2026, false],
    [[59, 33, 2.5] as const, IN_2026, false],
    [[59, 33, 2.51] as const, IN_2026, true],
    [[100, 2, 2] as const, IN_2025, false],
  ])("extra handling: %j on %s: %s", (sides, on, overmax) => {
    expect(known(box(sides, 5), on).overmax).toBe(overmax);
  });

  test("it says what it rests on", () => {
    expect(known(box([20, 10, 10], 5), IN_2026)).toMatchObject({
      table: "us-size-tiers-2026",
      from: day("2026-01-15"),
      to: null,
      confidence: "medium",
      usable: true,
      unusableBecause: null,
      estimated: false,
      name: "Small bulky",
      explanation:
        "Small bulky: 20 × 10 × 10 in, 5 lb; dimensional weight 14.39 lb, the greater counts: 14.39 lb.",
    });
    expect(known(box([10, 5, 0.5], 0.5), IN_2025)).toMatchObject({
      table: "us-size-tiers-2024",
      from: day("2024-02-05"),
      to: day("2026-01-14"),
      estimated: true,
      explanation: "Small standard-size: 10 × 5 × 0.5 in, 0.5 lb; its own weight counts.",
    });
  });
});

describe("UK size tiers", () => {
  test.each([
    ["light envelope, all limits", [33, 23, 2.5], 100, "lightEnvelope"],
    ["over 100 g", [33, 23, 2.5], 100.1, "standardEnvelope"],
    ["460 g", [33, 23, 2.5], 460, "standardEnvelope"],
    ["over 460 g", [33, 23, 2.5], 460.1, "largeEnvelope"],
    ["4 cm", [33, 23, 4], 50, "largeEnvelope"],
    ["over 4 cm", [33, 23, 4.1], 50, "xlEnvelope"],
    ["6 cm, 960 g", [33, 23, 6], 960, "xlEnvelope"],
    ["over 960 g", [33, 23, 6], 960.1, "smallParcel"],
    ["over 6 cm", [33, 23, 6.1], 50, "smallParcel"],
    ["longer than an envelope", [33.1, 23, 2.5], 50, "smallParcel"],
    ["wider than an envelope", [33, 23.1, 2.5], 50, "smallParcel"],
    ["small parcel, all limits", [35, 25, 12], 3900, "smallParcel"],
    ["over 3.9 kg", [35, 25, 12], 3900.1, "standardParcel"],
    ["over 12 cm", [35, 25, 12.1], 1000, "standardParcel"],
    ["standard parcel, all limits", [45, 34, 26], 11900, "standardParcel"],
  ] as const)("%s", (_, sides, grams, tier) => {
    expect(known(box(sides, grams, "cm", "g"), IN_2026, "UK").tier).toBe(tier);
  });

  test("parcels pay for the greater weight, volume over 5000; envelopes for their own", () => {
    expect(known(box([45, 34, 26], 1, "cm", "kg"), IN_2026, "UK").shippingWeight).toBeCloseTo(7.956, 9);
    expect(known(box([33, 23, 2.5], 50, "cm", "g"), IN_2026, "UK").shippingWeight).toBe(0.05);
  });

  test("every answer is estimated: the table's first day is not sourced", () => {
    for (const [sides, said] of [
      [[33, 23, 2], "weighed, not measured"],
      [[33, 23, 3], "33 × 23 cm"],
      [[35, 25, 12], "greater of weight and dimensional weight"],
    ] as const) {
      const found = known(box(sides, 90, "cm", "g"), IN_2026, "UK");
      expect(found).toMatchObject({ estimated: true, usable: true, overmax: false, weightUnit: "kg" });
      expect(found.assumptions.join()).toContain(said);
      expect(found.assumptions.join()).toContain("first day of “UK size tiers 2026” is not sourced");
    }
  });

  test.each([
    [[45.1, 34, 26], 1000],
    [[45, 34, 26], 11900.1],
  ] as const)("oversize %j, %d g: cannot tell", (sides, grams) => {
    expect(sizeTier("UK", day(IN_2026), box(sides, grams, "cm", "g"))).toEqual({
      cannotTell:
        "The item is larger or heavier than a standard parcel, and no source gives the UK’s oversize tiers.",
    });
  });
});

describe("cannot tell", () => {
  test.each([
    ["DE", IN_2026],
    ["FR", IN_2026],
    ["IT", IN_2026],
    ["ES", IN_2026],
    ["JP", IN_2026],
    ["CA", IN_2026],
    ["nowhere", IN_2026],
    ["UK", "2025-12-31"],
    ["US", "2024-02-04"],
  ])("%s on %s", (marketplace, on) => {
    expect(sizeTier(marketplace, day(on), box([10, 10, 10], 1))).toEqual({
      cannotTell: `No table of size tiers is sourced for ${marketplace} on ${on}.`,
    });
  });

  test.each([
    box([0, 1, 1], 1),
    box([1, -1, 1], 1),
    box([1, 1, Number.NaN], 1),
    box([1, 1, 1], 0),
    box([1, 1, 1], Number.POSITIVE_INFINITY),
  ])("measures that are none: %j", (of) => {
    expect(sizeTier("US", day(IN_2026), of)).toEqual({
      cannotTell: "The three sides and the weight of the item have to be known, each above 0.",
    });
  });
});

describe("units", () => {
  test("a limit stays a limit in every unit", () => {
    expect(known(box([38.1, 30.48, 1.905], 453.59237, "cm", "g"), IN_2026).tier).toBe("smallStandard");
    expect(known(box([38.1, 30.48, 1.905], 0.45359237, "cm", "kg"), IN_2026).tier).toBe("smallStandard");
    expect(known(box([38.11, 30.48, 1.905], 453.59237, "cm", "g"), IN_2026).tier).toBe("largeStandard");
    expect(known(box([15, 12, 0.75], 453.6, "in", "g"), IN_2026).tier).toBe("largeStandard");
    expect(known(box([12.9, 9, 0.98], 16, "in", "oz"), IN_2026, "UK")).toMatchObject({
      tier: "standardEnvelope",
      unitWeight: 0.45359237,
    });
  });

  test("inches become centimetres for the UK", () => {
    expect(known(box([13, 9, 0.9], 50, "in", "g"), IN_2026, "UK").tier).toBe("smallParcel");
    expect(known(box([12.99, 9, 0.9], 50, "in", "g"), IN_2026, "UK").tier).toBe("lightEnvelope");
  });

  test.each([
    ["in", "in"],
    ["inches", "in"],
    ["inch", "in"],
    ['"', "in"],
    [" CM ", "cm"],
    ["centimeters", "cm"],
    ["centimeter", "cm"],
    ["centimetres", "cm"],
    ["centimetre", "cm"],
    ["mm", null],
    ["", null],
  ])("length in %s", (text, unit) => {
    expect(lengthUnit(text)).toBe(unit);
  });

  test.each([
    ["oz", "oz"],
    ["ounces", "oz"],
    ["ounce", "oz"],
    ["LB", "lb"],
    ["lbs", "lb"],
    ["pounds", "lb"],
    ["pound", "lb"],
    ["g", "g"],
    ["gr", "g"],
    ["grams", "g"],
    ["gram", "g"],
    ["kg", "kg"],
    ["kilograms", "kg"],
    ["kilogram", "kg"],
    ["kilo", "kg"],
    ["stone", null],
  ])("weight in %s", (text, unit) => {
    expect(weightUnit(text)).toBe(unit);
  });
});
