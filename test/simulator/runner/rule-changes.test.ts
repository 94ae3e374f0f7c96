/**
 * The yardstick on the days around each change of the rules: of the claim windows (US 2024-10-23, Europe
 * 2025-01-09), of what Amazon pays (Europe 2025-03-10, US 2025-03-31), of the fees (US 2026-01-15 and 2026-04-17).
 */
import { afterAll, beforeAll, describe, test } from "vitest";
import { generate, type SampleOptions } from "../../../samples/generate.ts";
import { Yardstick } from "./yardstick.ts";

const yardstick = new Yardstick();

beforeAll(() => yardstick.build());
afterAll(() => yardstick.remove());

type Case = readonly [string, SampleOptions["marketplaces"]];

const AMERICA: readonly Case[] = [
  ["2024-10-22", ["US"]],
  ["2024-10-23", ["US"]],
  ["2024-10-24", ["US"]],
  ["2025-03-30", ["US"]],
  ["2025-03-31", ["US"]],
  ["2026-01-15", ["US"]],
  ["2026-04-17", ["US"]],
];

const EUROPE: readonly Case[] = [
  ["2025-01-08", ["UK"]],
  ["2025-01-09", ["DE", "UK"]],
  ["2025-01-10", ["DE"]],
  ["2025-03-31", ["UK"]],
  ["2025-04-01", ["DE"]],
];

async function holds(asOf: string, marketplaces: SampleOptions["marketplaces"]): Promise<void> {
  // A settlement a quarter: the money is the same, the files are few.
  const sample = generate({ seed: 1, asOf, factor: 0.2, marketplaces, settlementDays: 91 });
  await yardstick.holds(`${asOf}-${marketplaces}`, sample);
}

describe("every planted discrepancy and nothing else", () => {
  test.each(AMERICA)("as of %s in %s", holds);

  // Losses before 2025-03-10 are still valued at their cost, which Amazon did not pay then.
  test.each(EUROPE)("as of %s in %s", holds);
});
