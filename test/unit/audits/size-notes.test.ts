/** Sizes Amazon takes items for: names of tiers, several warehouses, months in any order, and rows without measures. */
import { describe, expect, it } from "vitest";
import { sizeTierChanged } from "../../../src/audits/size-tier-changed.ts";
import type { Row } from "./build.ts";
import { auditFees, MUG } from "./fee-rows.ts";

/** The mug measures 6 × 4 × 3 in and 10 oz; Amazon says the same, or what is given. */
const preview = (more: Row = {}): Row => ({
  sku: "MUG",
  fnsku: "X001",
  asin: "B001",
  amazonStore: "US",
  longestSide: 6,
  medianSide: 4,
  shortestSide: 3,
  unitOfDimension: "inches",
  itemPackageWeight: 0.625,
  unitOfWeight: "pounds",
  productSizeTier: "Large standard-size",
  currency: "USD",
  ...more,
});
const stored = (month: string | null, longest: number | null, more: Row = {}): Row => ({
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
});
const seen = (...rows: Row[]) => auditFees(sizeTierChanged, { more: { "fee-preview": rows } }).findings;
/** The same in whatever order the rows come. */
function monthly(...rows: Row[]) {
  const numbered = rows.map((row, i) => ({ line: i + 2, ...row }));
  const found = (list: readonly Row[]) =>
    auditFees(sizeTierChanged, { more: { "fee-preview": [], "storage-fees": list } }).findings;
  expect(found([...numbered].reverse())).toEqual(found(numbered));
  return found(numbered);
}
const NO_SIZE = { measurementUnits: "" };

describe("a size tier", () => {
  it.each(["Large bulky", "large_bulky", "LARGE-BULKY", "Large Bulky Size"])("is known as %j", (tier) => {
    expect(seen(preview({ productSizeTier: tier }))).toHaveLength(1);
  });

  it.each([
    "Large standard-size",
    "Large standard",
    "Small standard-size",
    "small_standard_size",
    "Giant",
    "",
  ])("%j is none larger than the seller's", (tier) =>
    expect(seen(preview({ productSizeTier: tier }))).toEqual([]),
  );

  it("is told where no measures are, and only when it is larger", () => {
    const [finding] = seen(preview({ productSizeTier: "Large bulky", unitOfDimension: "" }));
    expect(finding?.what).toContain("for Large bulky; you measured");
    expect(seen(preview({ unitOfDimension: "", longestSide: 90 }))).toEqual([]);
    expect(seen(preview({ unitOfWeight: "", longestSide: 90 }))).toEqual([]);
    for (const side of ["longestSide", "medianSide", "shortestSide", "itemPackageWeight"]) {
      expect(
        seen(
          preview({ [side]: null, ...(side === "longestSide" ? { medianSide: 90 } : { longestSide: 90 }) }),
        ),
        side,
      ).toEqual([]);
    }
  });

  it("of larger measures is mentioned only where it is another", () => {
    const [same] = seen(preview({ longestSide: 9 }));
    expect(same?.what).toContain("9 × 4 × 3 in");
    expect(same?.why).not.toContain("your measures give");
    expect(same?.evidence).toHaveLength(1);
  });

  it("is compared with the seller's within its marketplace, each item once per marketplace", () => {
    const large = preview({ longestSide: 9 });
    expect(seen({ ...large, line: 9 }, { ...large, line: 4 }).map(({ evidence }) => evidence)).toEqual([
      [{ report: "fee-preview", line: 4 }],
    ]);
    const stores = seen(
      large,
      { ...large, amazonStore: "CA", line: 5 },
      { ...large, amazonStore: "", importedFor: "MX", line: 6 },
    );
    expect(stores.map(({ marketplace }) => marketplace).sort()).toEqual(["CA", "MX", "US"]);
    expect(new Set(stores.map(({ id }) => id)).size).toBe(3);
  });

  it("is no news by exactly what measuring explains", () => {
    // Half a centimetre, or 5 % of a side.
    const cm = (longest: number) =>
      seen(
        preview({
          longestSide: longest,
          medianSide: 10.16,
          shortestSide: 7.62,
          unitOfDimension: "centimeters",
        }),
      ).length;
    expect([cm(15.24 + 0.762), cm(15.24 + 0.77)]).toEqual([0, 1]);
  });
});

describe("a size from month to month", () => {
  it("is told once it has grown, from the month before it, with all rows of both", () => {
    const [finding] = monthly(stored("2026-05-01", 9), stored("2026-03-01", 5), stored("2026-04-01", 6));
    expect(finding?.what).toContain("6 × 4 × 3 in, 0.6 lb until 2026-04");
    expect(finding?.evidence).toEqual([
      { report: "storage-fees", line: 4 },
      { report: "storage-fees", line: 2 },
    ]);
    expect(finding?.basis).not.toBe("");
  });

  it("has grown only where every warehouse of the month prints more than any of the month before", () => {
    expect(monthly(stored("2026-04-01", 6), stored("2026-05-01", 9), stored("2026-05-01", 8))).toHaveLength(
      1,
    );
    expect(monthly(stored("2026-04-01", 6), stored("2026-04-01", 9), stored("2026-05-01", 9))).toEqual([]);
    expect(monthly(stored("2026-04-01", 6), stored("2026-04-01", 7), stored("2026-05-01", 9))).toHaveLength(
      1,
    );
  });

  it("is known by its tier where no measures are", () => {
    const tier = (month: string, productSizeTier: string) =>
      stored(month, 6, { ...NO_SIZE, productSizeTier });
    const [finding] = monthly(tier("2026-04-01", "Small standard"), tier("2026-05-01", "Large standard"));
    expect(finding?.what).toContain("Small standard");
    expect(monthly(tier("2026-04-01", "Large standard"), tier("2026-05-01", "Small standard"))).toEqual([]);
    expect(monthly(tier("2026-04-01", "Giant"), tier("2026-05-01", "Large standard"))).toEqual([]);
    expect(monthly(tier("2026-04-01", "Small standard"), tier("2026-05-01", "Giant"))).toEqual([]);
    expect(
      monthly(tier("2026-04-01", "Small standard"), stored("2026-05-01", 9, { productSizeTier: "" })),
    ).toEqual([]);
  });

  it("counts months up to as-of, and rows with a month", () => {
    expect(monthly(stored("2026-04-01", 6), stored("2026-06-30", 9))).toHaveLength(1);
    expect(monthly(stored("2026-04-01", 6), stored("2026-07-01", 9))).toEqual([]);
    expect(monthly(stored("2026-04-01", 6), stored(null, 9))).toEqual([]);
  });

  it("is one item's in one marketplace, by FNSKU, else by ASIN", () => {
    expect(monthly(stored("2026-04-01", 6), stored("2026-05-01", 9, { fnsku: "X002" }))).toEqual([]);
    expect(monthly(stored("2026-04-01", 6), stored("2026-05-01", 9, { countryCode: "CA" }))).toEqual([]);
    const byAsin = (month: string, longest: number, asin: string) =>
      stored(month, longest, { fnsku: "", asin });
    expect(monthly(byAsin("2026-04-01", 6, "B001"), byAsin("2026-05-01", 9, "B001"))).toHaveLength(1);
    expect(monthly(byAsin("2026-04-01", 6, "B001"), byAsin("2026-05-01", 9, "B002"))).toEqual([]);
    const two = monthly(
      byAsin("2026-04-01", 6, "B001"),
      byAsin("2026-05-01", 9, "B001"),
      byAsin("2026-04-01", 6, "B002"),
      byAsin("2026-05-01", 9, "B002"),
    );
    expect(new Set(two.map(({ id }) => id)).size).toBe(2);
  });
});

it("an item the seller measured otherwise later is compared by the latest measures", () => {
  const later = { ...MUG, validFrom: "2026-06-01", length: 9 };
  const { findings } = auditFees(sizeTierChanged, {
    costs: [MUG, later],
    more: { "fee-preview": [preview({ longestSide: 9 })] },
  });
  expect(findings).toEqual([]);
});
