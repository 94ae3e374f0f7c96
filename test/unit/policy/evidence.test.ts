import { describe, expect, test } from "vitest";
import { EVIDENCE_KINDS, EVIDENCE_NEEDS } from "../../../src/policy/evidence.ts";
import { evidenceNeed, POLICY } from "../../../src/policy/index.ts";

describe("papers of claims", () => {
  const asked = [...new Set(POLICY.windows.flatMap(({ evidence }) => evidence))];

  test.each(asked)("%s: is told apart", (asks) => {
    expect(EVIDENCE_NEEDS.map((need) => need.asks)).toContain(asks);
  });

  test("nothing is asked for that no window asks for, nothing twice", () => {
    const all = EVIDENCE_NEEDS.map(({ asks }) => asks);
    expect(all.filter((asks) => !asked.includes(asks))).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test("a paper nobody sourced is never needed always", () => {
    const unsourced = EVIDENCE_NEEDS.filter(({ sourced, kinds }) => !sourced && kinds.length > 0);
    expect(unsourced.length).toBeGreaterThan(0);
    expect(unsourced.filter(({ need }) => need === "always")).toEqual([]);
  });

  test("every kind is asked for by some window, but for those a dispute may bring", () => {
    const used = new Set(EVIDENCE_NEEDS.flatMap(({ kinds }) => kinds));
    expect(EVIDENCE_KINDS.filter((kind) => !used.has(kind))).toEqual(["other"]);
  });

  test("a sentence nobody told apart is shown, and needed only where it applies", () => {
    expect(evidenceNeed("a poem")).toEqual({
      asks: "a poem",
      label: "a poem",
      kinds: [],
      need: "if it applies",
      sourced: false,
    });
  });
});
