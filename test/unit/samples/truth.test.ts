/**
 * The yardstick, without the sheet around it: on ten made-up accounts of three marketplaces every planted
 * discrepancy is found, with the right units, amount, state and days, and nothing else.
 */
import { describe, expect, test } from "vitest";
import { generate } from "../../../samples/generate.ts";
import { AUDITS } from "../../../src/audits/catalogue.ts";
import { claimsOf, findingsOf, inputOfSample } from "./audited.ts";
import { told } from "./told.ts";

describe("every planted discrepancy and nothing else", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])("seed %i", async (seed) => {
    const sample = generate({ seed, asOf: "2026-11-20", factor: 0.5, marketplaces: ["US", "UK", "DE"] });
    expect(sample.planted.length).toBeGreaterThan(50);
    const input = await inputOfSample(sample);
    expect(findingsOf(input).map(told).sort()).toEqual(sample.planted.map(told).sort());
    const all = [...sample.planted, ...sample.plantedByApprovals];
    expect(sample.plantedByApprovals.length).toBeGreaterThan(0);
    expect(
      findingsOf({ ...input, claims: claimsOf(sample) })
        .map(told)
        .sort(),
    ).toEqual(all.map(told).sort());
  });

  test("of every audit there is", () => {
    const planted = [1, 2, 3].flatMap((seed) => {
      const sample = generate({ seed, asOf: "2026-11-20", factor: 1, marketplaces: ["US", "UK", "DE"] });
      return [...sample.planted, ...sample.plantedByApprovals].map(({ audit }) => audit);
    });
    expect([...new Set<string>(planted)].sort()).toEqual(AUDITS.map(({ meta }) => meta.id).sort());
  });
});
