import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Glossary } from "../../../intake/glossary.ts";
import { plainDecimal, plainWhole } from "../../../intake/plain-numbers.ts";
import { readNumber } from "../../../src/values/numerals.ts";

const around = fc.string({ unit: fc.constantFrom(".", "1", "-", ","), maxLength: 3 });
const printed = fc.oneof(
  fc.string({ unit: fc.constantFrom("0", "1", "9", ".", "-", ",", " "), maxLength: 8 }),
  fc.integer().map(String),
  fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((n) => n.toFixed(2)),
);

describe("numbers read off their digits", () => {
  test("are what they are read as whole cells, whatever stands before and after them", () => {
    fc.assert(
      fc.property(around, printed, around, (before, cell, after) => {
        const text = before + cell + after;
        const [from, to] = [before.length, before.length + cell.length];
        const reading = readNumber(cell);
        const whole = plainWhole(text, from, to);
        if (whole !== null) expect(reading).toEqual({ kind: "number", value: whole, proves: null });
        const decimal = plainDecimal(text, from, to);
        if (decimal !== null) expect(reading).toEqual({ kind: "number", value: decimal, proves: "dot" });
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ["-12", plainWhole, -12],
    ["0", plainWhole, 0],
    ["-0", plainWhole, 0],
    ["123456789012345", plainWhole, 123456789012345],
    ["1234567890123456", plainWhole, null],
    ["", plainWhole, null],
    ["-", plainWhole, null],
    ["1234.56", plainDecimal, 1234.56],
    ["-0.5", plainDecimal, -0.5],
    ["-0.00", plainDecimal, 0],
    ["1.234", plainDecimal, null],
    [".5", plainDecimal, null],
  ] as const)("%s", (cell, read, value) => {
    expect(read(cell, 0, cell.length)).toBe(value);
  });
});

test("a glossary knows what it was told and nothing else, however much that is", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 300 }), (texts) => {
      const glossary = new Glossary<number>();
      const known = new Map<string, number>();
      for (const [n, text] of texts.entries()) {
        const inside = `x${text}x`;
        expect(glossary.find(inside, 1, 1 + text.length)).toBe(known.get(text));
        if (known.has(text)) continue;
        known.set(text, n);
        glossary.add(text, n);
      }
      expect(glossary.size).toBe(known.size);
      for (const [text, n] of known) expect(glossary.find(text, 0, text.length)).toBe(n);
      glossary.clear();
      for (const text of known.keys()) expect(glossary.find(text, 0, text.length)).toBe(undefined);
    }),
  );
});
