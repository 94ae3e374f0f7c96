import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashParts, hashText } from "../../../src/values/hash.ts";

describe("the hash of parts", () => {
  it("is that of their text with lengths, which keeps apart what runs together", () => {
    const part = fc.oneof(
      fc.string({ unit: "binary", maxLength: 100 }),
      fc.double(),
      fc.integer(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const text = parts.map((one) => (one === null ? "~" : `${String(one).length}:${one}`)).join("|");
        expect(hashParts(parts)).toBe(hashText(text));
      }),
    );
    expect(hashParts(["ab", "c"])).not.toBe(hashParts(["a", "bc"]));
    expect(hashParts([null])).not.toBe(hashParts(["~"]));
  });

  it("never changes: it names rows and findings in sheets there are", () => {
    expect(hashParts(["US", 12, null, "é"])).toBe(hashText("2:US|2:12|~|1:é"));
    expect(hashText("warehouse-lost")).toBe("0ry6adu1468sxf");
  });
});
