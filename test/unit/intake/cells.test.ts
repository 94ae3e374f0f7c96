import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Glossary } from "../../../intake/glossary.ts";
import { plainMoment } from "../../../intake/plain-moments.ts";
import { plainDecimal, plainWhole } from "../../../intake/plain-numbers.ts";
import { readDate } from "../../../src/values/dates.ts";
import { day } from "../../../src/values/day.ts";
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

const stamp = fc
  .tuple(
    fc.constantFrom(
      "2026-05-12",
      "2024-02-29",
      "2026-02-29",
      "2026-13-01",
      "1899-01-01",
      "2026-5-12",
      "05/12/2026",
    ),
    fc.constantFrom("T", " ", ",", "T-", ""),
    fc.constantFrom(
      "09:59:13",
      "00:00:00",
      "23:59:59",
      "24:00:00",
      "12:60:00",
      "9:59:13",
      "-1:59:13",
      "09:59",
      "",
    ),
    fc.constantFrom(
      "",
      "Z",
      " UTC",
      " JST",
      "+00:00",
      "-0700",
      "+05:30",
      "-14:00",
      "+14:30",
      "+1:00",
      "+09",
      " +0100",
      ".5",
    ),
  )
  .map((parts) => parts.join(""));

test("moments read off their digits are what they are read as whole cells", () => {
  let plain = 0;
  fc.assert(
    fc.property(around, stamp, around, (before, cell, after) => {
      const moment = plainMoment(before + cell + after, before.length, before.length + cell.length);
      if (moment === null) return;
      plain++;
      const { day, seconds, offset } = moment;
      expect(readDate(cell, "US")).toEqual({
        kind: "date",
        dayFirst: day,
        monthFirst: day,
        proves: null,
        seconds,
        offset,
      });
    }),
    { numRuns: 5000 },
  );
  expect(plain).toBeGreaterThan(50);
});

test.each([
  ["2026-05-12T09:59:13+00:00", 35_953, 0],
  ["2026-11-06 07:57:01 UTC", 28_621, 0],
  ["2025-05-21T00:00:00-0700", 0, -420],
  ["2026-05-12 23:59:59", 86_399, null],
])("%s is read off its digits", (cell, seconds, offset) => {
  expect(plainMoment(cell, 0, cell.length)).toEqual({ day: day(cell.slice(0, 10)), seconds, offset });
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
