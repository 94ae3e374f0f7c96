import fc from "fast-check";
import { expect, test } from "vitest";
import { plainId, plainWords } from "../../../../src/claims/letters/plain.ts";

test.each(["00012345", "1E5", "SKU/with.signs_#1", "a<b", "-5", "=1+1", "日本-1", "👕-red"])(
  "the id %s stays what it is",
  (id) => {
    expect(plainId(id)).toBe(id);
  },
);

test("line breaks, tabs and odd spaces become one space, ends are trimmed", () => {
  expect(plainWords("\n a\r\n\tb\u00a0\u3000 c\u2028d \n")).toBe("a b c d");
});

test("control characters, invisible marks and turned directions go", () => {
  expect(plainId("A\u0000B\u200b\u202eC\ufeff\u2066D\ud800")).toBe("ABCD");
});

test("markup goes from words, its text stays", () => {
  expect(plainWords('Found <b>2</b> units<br/><img src=x onerror="alert(1)">.<!-- x -->')).toBe(
    "Found 2 units .",
  );
  expect(plainWords("2 < 3 and 4 > 3")).toBe("2 < 3 and 4 > 3");
});

test("what is too long is cut between characters, and says so", () => {
  const long = plainWords("👕".repeat(50000));
  expect([...long]).toHaveLength(500);
  expect(long.endsWith("👕…")).toBe(true);
  expect([...plainId("x".repeat(50000))]).toHaveLength(100);
});

test("whatever comes in, one trimmed line of at most 500 characters comes out", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
      for (const plain of [plainId(text), plainWords(text)]) {
        expect(plain).toBe(plain.trim());
        expect(plain).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect([...plain].length).toBeLessThanOrEqual(500);
      }
    }),
  );
});
