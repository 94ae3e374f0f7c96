import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dated, fill, firstOf } from "../../../src/audits/wording/text.ts";
import { day } from "../../../src/values/day.ts";

const words = fc.string({ unit: fc.constantFrom("a", "{", "}", " ", "\n", "\u00a0", "é"), maxLength: 8 });

describe("a template filled", () => {
  test.each([
    ["{{a}} and {{b}}", { a: 1, b: "two" }, "1 and two"],
    ["{{a}}{{a}}.", { a: "x" }, "xx."],
    ["  {{a}} ,\n{{b}} ", { a: "", b: "y  z" }, ", y z"],
    ["{{a}}", { a: "{{b}}" }, "{{b}}"],
    ["a tab\there", {}, "a tab here"],
    ["plain {a}", {}, "plain {a}"],
  ])("%j with %j", (template, values, text) => {
    expect(fill(template, values)).toBe(text);
  });

  test("holds no white space but single spaces between words", () => {
    fc.assert(
      fc.property(words, words, words, (before, value, after) => {
        const text = fill(`${before}{{x}}${after}`, { x: value });
        expect(text).toBe(`${before}${value}${after}`.replace(/\s+/g, " ").trim());
      }),
    );
  });

  test("never ships with a hole", () => {
    expect(() => fill("{{a}} {{b}}", { a: 1 })).toThrow("No value for {{b}} in: {{a}} {{b}}");
  });
});

test("a day is printed the same every time", () => {
  const on = day("2026-05-04");
  expect([dated(on), dated(on), dated(day("2026-05-05"))]).toEqual([
    "2026-05-04",
    "2026-05-04",
    "2026-05-05",
  ]);
});

test("the first of many words are those that sorting puts first", () => {
  fc.assert(
    fc.property(fc.array(words), fc.integer({ min: 1, max: 6 }), (all, most) => {
      expect(firstOf(all, most)).toEqual([...all].sort().slice(0, most));
    }),
  );
});
