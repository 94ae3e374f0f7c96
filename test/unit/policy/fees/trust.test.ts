import { describe, expect, test } from "vitest";
import { type FeeTable, standing } from "../../../../src/policy/fees/fee.ts";
import { trustedBy } from "../../../../src/policy/fees/trust.ts";

const table = (id: string, more: Partial<FeeTable> = {}): FeeTable => ({
  id,
  name: `Table ${id}`,
  marketplace: "US",
  from: null,
  to: null,
  fromSourced: true,
  sourced: true,
  confidence: "medium",
  confidenceText: "medium",
  disputed: null,
  disagreements: [],
  sources: [],
  note: null,
  ...more,
});
const [sure, sizes] = [table("sure"), table("sizes")];
const disputed = table("disputed", { disputed: "Sources disagree." });
const inferred = table("inferred", { sourced: false });
const claim = (...ids: string[]) => ids.map((id) => ({ table: id, claims: true }));
const info = (...ids: string[]) => ids.map((id) => ({ table: id, claims: false }));

describe("what the user sets of fee tables", () => {
  test("nothing: the sources decide", () => {
    const [good, bad] = [standing([sure]), standing([disputed])];
    expect(trustedBy([], good)).toBe(good);
    expect(trustedBy([], bad)).toBe(bad);
  });

  test("information only stops claims on it, with whatever other table", () => {
    expect(trustedBy(info("sizes"), standing([sure, sizes]))).toMatchObject({
      usable: false,
      unusableBecause: "In the Policy tab you set “Table sizes” to information only.",
    });
    expect(trustedBy(info("other"), standing([sure, sizes])).usable).toBe(true);
  });

  test("a table vouched for carries claims, as an estimate that says whose word it is", () => {
    expect(trustedBy(claim("disputed"), standing([disputed, sure], ["Assumed."]))).toMatchObject({
      usable: true,
      unusableBecause: null,
      estimated: true,
      assumptions: ["Assumed.", "“Table disputed” holds, as you set in the Policy tab. Sources disagree."],
    });
  });

  test("every doubtful table has to be vouched for, and distrust of one outweighs it", () => {
    const both = standing([disputed, inferred]);
    expect(trustedBy(claim("disputed"), both)).toBe(both);
    expect(trustedBy(claim("inferred"), both)).toBe(both);
    expect(trustedBy(claim("disputed", "inferred"), both).usable).toBe(true);
    expect(trustedBy([...claim("disputed", "inferred"), ...info("inferred")], both).usable).toBe(false);
  });

  test("a row of a table that is an inference by itself stays one", () => {
    const row = standing([disputed], [], "The row is an inference.");
    expect(trustedBy(claim("disputed"), row)).toBe(row);
  });

  test("vouching for a table nobody doubts changes nothing", () => {
    const good = standing([sure]);
    expect(trustedBy(claim("sure"), good)).toBe(good);
  });
});
