/** The yardstick on accounts small enough to be audited in no time: one per stock region, and older rules. */
import { describe, expect, test } from "vitest";
import { generate, type SampleOptions } from "../../../samples/generate.ts";
import { findingsOf, inputOfSample } from "./audited.ts";
import { told } from "./told.ts";

const ACCOUNTS: readonly (readonly [string, SampleOptions["marketplaces"]])[] = [
  ["2026-11-20", ["US"]],
  ["2026-11-20", ["DE", "UK"]],
  ["2025-03-31", ["US"]],
];

describe.each(ACCOUNTS)("as of %s in %s", (asOf, marketplaces) => {
  const sample = generate({ seed: 21, asOf, factor: 0.01, marketplaces, settlementDays: 91 });
  const read = inputOfSample(sample);

  test("every planted discrepancy and nothing else", async () => {
    const found = findingsOf(await read);
    expect(found.map(told).sort()).toEqual(sample.planted.map(told).sort());
  });

  test("each is told in whole sentences, with lines that are there", async () => {
    const input = await read;
    const rowsOf = (report: string) => input.tables.find((table) => table.report === report)?.length ?? 0;
    for (const { what, why, todo, basis, evidence } of findingsOf(input)) {
      for (const text of [what, why, todo]) expect(text).toMatch(/^[A-Z0-9“].*[.”)]$/s);
      for (const text of [what, why, todo, basis]) {
        expect(text).not.toMatch(/\{\{|undefined|NaN|null|\[object|Stryker| {2}|\.\.|,,/);
      }
      expect(evidence.length).toBeGreaterThan(0);
      for (const { report, line } of evidence) {
        expect(line).toBeGreaterThanOrEqual(2);
        expect(line, report).toBeLessThanOrEqual(rowsOf(report) + 1);
      }
    }
  });
});
