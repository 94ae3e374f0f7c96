/**
 * The yardstick: on made-up accounts every planted discrepancy is found, with the right units, amount, state
 * and days, and nothing else.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate } from "../../../samples/generate.ts";
import { Yardstick } from "./yardstick.ts";

const AS_OF = "2026-11-20";
const yardstick = new Yardstick();

beforeAll(() => yardstick.build());
afterAll(() => yardstick.remove());

describe("every planted discrepancy and nothing else", () => {
  test.each([1, 2, 3, 4, 5])("seed %i", async (seed) => {
    const sample = generate({ seed, asOf: AS_OF, factor: 0.5, marketplaces: ["US", "UK", "DE"] });
    expect(sample.planted.length).toBeGreaterThan(50);
    await yardstick.holds(`seed-${seed}`, sample);
  });
});
