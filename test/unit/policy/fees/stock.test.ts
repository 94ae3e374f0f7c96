import { describe, expect, test } from "vitest";
import {
  agedSurcharge,
  removalFee,
  type StorageGroup,
  storageFee,
  storageGroup,
} from "../../../../src/policy/fees/index.ts";
import { day } from "../../../../src/values/day.ts";

describe("storage", () => {
  function ask(
    on: string,
    group: StorageGroup,
    cubicFeet: number,
    dangerousGoods = false,
    marketplace = "US",
  ) {
    return storageFee({ marketplace, day: day(on), group, cubicFeet, dangerousGoods });
  }
  function known(...question: Parameters<typeof ask>) {
    const found = ask(...question);
    if (found.cannotTell !== null) throw new Error(found.cannotTell);
    return found;
  }

  test.each([
    ["2026-01-01", "standard", 0.78],
    ["2026-09-30", "standard", 0.78],
    ["2026-10-01", "standard", 2.4],
    ["2026-12-31", "standard", 2.4],
    ["2026-09-30", "largeBulkyXl", 0.56],
    ["2026-10-01", "largeBulkyXl", 1.4],
    ["2024-04-01", "standard", 0.78],
  ] as const)("%s, %s: %d per cubic foot", (on, group, rate) => {
    expect(known(on, group, 100).fee.minor).toBe(Math.round(rate * 10000));
    expect(known(on, group, 0).fee.minor).toBe(0);
  });

  test.each([
    ["2026-09-30", "standard", 0.99],
    ["2026-10-01", "standard", 3.63],
    ["2026-09-30", "largeBulkyXl", 0.78],
    ["2026-10-01", "largeBulkyXl", 2.43],
  ] as const)("dangerous goods, %s, %s: %d per cubic foot, of low confidence", (on, group, rate) => {
    const found = known(on, group, 100, true);
    expect(found.fee.minor).toBe(Math.round(rate * 10000));
    expect(found).toMatchObject({ usable: false, confidence: "low" });
  });

  test("is disputed: no claim may rest on it", () => {
    expect(known("2026-06-01", "standard", 1.5)).toMatchObject({
      fee: { minor: 117 },
      usable: false,
      unusableBecause: expect.stringContaining("Sources disagree on today’s storage rates"),
      explanation: "1.5 cubic feet × 0.78 (January to September)",
      tolerance: { minor: 1 },
    });
    expect(known("2026-11-01", "standard", 1.5).explanation).toContain("October to December");
  });

  test.each([
    ["2024-03-31", 1, "US", "No storage fees are sourced for US on 2024-03-31."],
    ["2026-06-01", 1, "UK", "No storage fees are sourced for UK on 2026-06-01."],
    ["2026-06-01", 1, "DE", "No storage fees are sourced for DE on 2026-06-01."],
    ["2026-06-01", Number.NaN, "US", "The volume has to be known, in cubic feet."],
    ["2026-06-01", -1, "US", "The volume has to be known, in cubic feet."],
    ["2026-06-01", Number.POSITIVE_INFINITY, "US", "The volume has to be known, in cubic feet."],
  ])("%s, %d in %s: cannot tell", (on, cubicFeet, marketplace, reason) => {
    expect(ask(on, "standard", cubicFeet, false, marketplace)).toEqual({ cannotTell: reason });
  });

  test.each([
    ["smallStandard", "standard"],
    ["largeStandard", "standard"],
    ["smallBulky", null],
    ["largeBulky", "largeBulkyXl"],
    ["xl0to50", "largeBulkyXl"],
    ["xl50to70", "largeBulkyXl"],
    ["xl70to150", "largeBulkyXl"],
    ["xlOver150", "largeBulkyXl"],
    ["smallParcel", null],
  ] as const)("%s is stored as %s", (tier, group) => {
    expect(storageGroup(tier)).toBe(group);
  });
});

describe("aged inventory", () => {
  function ask(
    ageDays: number,
    on = "2026-06-15",
    cubicFeetPerUnit = 1,
    units = 1,
    category = "",
    marketplace = "US",
  ) {
    return agedSurcharge({ marketplace, day: day(on), ageDays, cubicFeetPerUnit, units, category });
  }
  function known(...question: Parameters<typeof ask>) {
    const found = ask(...question);
    if (found.cannotTell !== null) throw new Error(found.cannotTell);
    return found;
  }

  test.each([
    [0, 0],
    [180, 0],
    [181, 50],
    [210, 50],
    [211, 100],
    [240, 100],
    [241, 150],
    [270, 150],
    [271, 545],
    [300, 545],
    [301, 570],
    [330, 570],
    [331, 590],
    [365, 590],
    [366, 690],
    [455, 690],
    [456, 790],
    [2000, 790],
  ])("%d days: %d cents per cubic foot", (ageDays, cents) => {
    expect(known(ageDays).fee.minor).toBe(cents);
    expect(known(ageDays, "2026-01-14").fee.minor).toBe(ageDays >= 456 ? 690 : cents);
  });

  test.each([
    // Above a year the greater of volume and a fee per unit.
    [366, "2026-01-15", 0.01, 10, 300],
    [456, "2026-01-15", 0.01, 10, 350],
    [366, "2026-01-14", 0.01, 10, 150],
    [366, "2026-01-15", 0.1, 10, 690],
    [365, "2026-01-15", 0.01, 10, 59],
  ])("%d days on %s, %d cubic feet, %d units: %d cents", (ageDays, on, cubicFeet, units, cents) => {
    expect(known(ageDays, on, cubicFeet, units).fee.minor).toBe(cents);
  });

  test.each(["Apparel", "Shoes", "bags", "Jewelry", "Watches", "Clothing, Shoes & Jewelry"])(
    "%s pays nothing up to 270 days since 2026",
    (category) => {
      expect(known(270, "2026-06-15", 1, 1, category).fee.minor).toBe(0);
      expect(known(270, "2026-06-15", 1, 1, category).explanation).toBe(
        `${category}: no surcharge up to 270 days`,
      );
      expect(known(271, "2026-06-15", 1, 1, category).fee.minor).toBe(545);
      expect(known(270, "2026-01-14", 1, 1, category).fee.minor).toBe(150);
    },
  );

  test("is disputed, and says how it is counted", () => {
    expect(known(400, "2026-06-15", 0.5, 3)).toMatchObject({
      table: "us-aged-2026",
      usable: false,
      unusableBecause: "Sources disagree on the aged inventory surcharge (D-AGED).",
      disagreements: ["D-AGED"],
      explanation: "400 days: 3 × the greater of 0.5 cubic feet × 6.90 and 0.30",
    });
    expect(known(200, "2026-06-15", 0.5, 3).explanation).toBe("200 days: 3 × 0.5 cubic feet × 0.50");
    expect(known(100).explanation).toBe("100 days: no surcharge up to 180 days");
  });

  test("cannot tell elsewhere and without measures", () => {
    expect(ask(200, "2026-06-15", 1, 1, "", "DE")).toEqual({
      cannotTell: "No aged inventory surcharges are sourced for DE on 2026-06-15.",
    });
    for (const question of [
      ask(Number.NaN),
      ask(-1),
      ask(200, "2026-06-15", -1),
      ask(200, "2026-06-15", 1, -1),
    ]) {
      expect(question).toEqual({ cannotTell: "Age, volume and units have to be known." });
    }
  });
});

describe("removal and disposal", () => {
  const STANDARD = [10, 4, 0.7] as const;
  const BULKY = [18.5, 2, 1] as const;

  function ask(
    sides: readonly [number, number, number],
    pounds: number,
    on = "2026-06-01",
    marketplace = "US",
  ) {
    const [length, width, height] = sides;
    const dimensions = { length, width, height, unit: "in", weight: pounds, weightUnit: "lb" } as const;
    return removalFee({ marketplace, day: day(on), dimensions });
  }
  function known(...question: Parameters<typeof ask>) {
    const found = ask(...question);
    if (found.cannotTell !== null) throw new Error(found.cannotTell);
    return found;
  }

  test.each([
    [STANDARD, 0.5, 84],
    [STANDARD, 0.51, 153],
    [STANDARD, 1, 153],
    [STANDARD, 1.01, 227],
    [STANDARD, 2, 227],
    [STANDARD, 2.01, 289 + 106],
    [STANDARD, 3, 289 + 106],
    [STANDARD, 3.01, 289 + 212],
    [BULKY, 1, 312],
    [BULKY, 1.01, 430],
    [BULKY, 2, 430],
    [BULKY, 4, 636],
    [BULKY, 4.01, 1004],
    [BULKY, 10, 1004],
    [BULKY, 10.01, 1432 + 106],
    [BULKY, 12.5, 1432 + 318],
  ])("%j, %d lb: %d cents", (sides, pounds, cents) => {
    expect(known(sides, pounds).fee.minor).toBe(cents);
  });

  test("is disputed, and the weight is assumed", () => {
    expect(known(STANDARD, 0.5)).toMatchObject({
      table: "us-removal-2026",
      usable: false,
      unusableBecause: "Sources disagree on the removal fees of 2026 (D-REMOVAL).",
      assumptions: ["Removals are taken to be weighed as shipments are."],
      parts: [{ what: "Small standard-size, 0.5 lb" }],
    });
  });

  test.each([
    ["2026-01-15", 84],
    ["2026-01-14", 104],
  ])("half a pound on %s: %d cents", (on, cents) => {
    expect(known(STANDARD, 0.5, on).fee.minor).toBe(cents);
  });

  test("before 2026 only the first band was kept", () => {
    expect(ask(STANDARD, 0.51, "2026-01-14").cannotTell).toBe(
      "“US removal and disposal before 2026” has no fee for Small standard-size of 0.51 lb.",
    );
    expect(ask(BULKY, 0.5, "2026-01-14").cannotTell).toContain("Large bulky");
  });

  test("cannot tell elsewhere and without measures", () => {
    expect(ask(STANDARD, 1, "2026-06-01", "UK")).toEqual({
      cannotTell: "No removal fees are sourced for UK on 2026-06-01.",
    });
    expect(ask(STANDARD, 0).cannotTell).toContain("have to be known");
    expect(ask(STANDARD, 1, "2020-01-01").cannotTell).toContain("No table of size tiers is sourced");
  });
});
