import { describe, expect, it } from "vitest";
import { assumedMs } from "../../../simulator/runtime/costs.ts";
import { Counter } from "../../../simulator/runtime/counts.ts";

function counted(calls: readonly (readonly [string, string, number])[]) {
  const counter = new Counter();
  for (const [kind, method, cells] of calls) counter.done(kind, method, false, cells);
  return counter.counts();
}

describe("what calls are assumed to take at Google", () => {
  it("is a second for 10,000 cells in one call", () => {
    expect(assumedMs(counted([["Range", "setValues", 10_000]]))).toBeCloseTo(1007);
    expect(assumedMs(counted([["Range", "getValues", 10_000]]))).toBeCloseTo(1007);
  });

  it("is a minute and more for the same cells one by one", () => {
    const one = ["Range", "setValue", 1] as const;
    expect(assumedMs(counted(Array.from({ length: 10_000 }, () => one)))).toBeCloseTo(71_000);
  });

  it("is nothing for what never asks the document", () => {
    expect(
      assumedMs(
        counted([
          ["Utilities", "getUuid", 0],
          ["Range", "getRow", 5],
        ]),
      ),
    ).toBe(0);
  });
});
