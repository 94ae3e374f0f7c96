/**
 * The yardstick, without the sheet around it: on ten made-up accounts of three marketplaces every planted
 * discrepancy is found, with the right units, amount, state and days, and nothing else.
 */
import { describe, expect, test } from "vitest";
import { generate } from "../../../samples/generate.ts";
import { findingsOf, inputOfSample } from "./audited.ts";
import { told } from "./told.ts";

describe("every planted discrepancy and nothing else", () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])("seed %i", async (seed) => {
    const sample = generate({ seed, asOf: "2026-11-20", factor: 0.5, marketplaces: ["US", "UK", "DE"] });
    expect(sample.planted.length).toBeGreaterThan(50);
    const found = findingsOf(await inputOfSample(sample));
    expect(found.map(told).sort()).toEqual(sample.planted.map(told).sort());
  });
});
