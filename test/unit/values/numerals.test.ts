import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isExcelDamaged, readNumber } from "../../../src/values/numerals.ts";

describe("numbers that say what they are", () => {
  test.each([
    ["12", 12, null],
    ["-1", -1, null],
    ["007", 7, null],
    ["12.5", 12.5, "dot"],
    ["-3423.78", -3423.78, "dot"],
    ["0.123", 0.123, "dot"],
    [".5", 0.5, "dot"],
    ["4,10", 4.1, "comma"],
    ["1141,18", 1141.18, "comma"],
    ["1.234,56", 1234.56, "comma"],
    ["1,777.43", 1777.43, "dot"],
    ["1,234,567", 1234567, "dot"],
    ["1.234.567", 1234567, "comma"],
    ["12,34,567.00", 1234567, "dot"],
    ["1 135,72", 1135.72, "comma"],
    ["1\u00a0135,72", 1135.72, "comma"],
    ["1\u202f135,72", 1135.72, "comma"],
    ["1’135.72", 1135.72, "dot"],
    ["2 500", 2500, null],
    ["32.09    ", 32.09, "dot"],
    ["(12.50)", -12.5, "dot"],
    ["($12.50)", -12.5, "dot"],
    ["$(12.50)", -12.5, "dot"],
    ["-$3.00", -3, "dot"],
    ["$-3.00", -3, "dot"],
    ["3,00 €", 3, "comma"],
    ["£1,000.00", 1000, "dot"],
    ["USD 5.25", 5.25, "dot"],
    ["\u221212.50", -12.5, "dot"],
    ["-0.00", 0, "dot"],
  ] as const)("%s", (text, value, proves) => {
    expect(readNumber(text)).toEqual({ kind: "number", value, proves });
  });

  test.each(["", "  ", "--", "-", "N/A", "n/a"])("blank: '%s'", (text) => {
    expect(readNumber(text)).toEqual({ kind: "blank" });
  });

  test.each(["abc", "1.2.3", "12a", "1,2,3", "--5", "((5))", "1 2", "0x10", "Infinity", "1.234.56"])(
    "no number: %s",
    (text) => {
      expect(readNumber(text).kind).toBe("none");
    },
  );
});

test("one separator and three digits may be a fraction or thousands", () => {
  expect(readNumber("1,234")).toEqual({ kind: "either", dot: 1234, comma: 1.234 });
  expect(readNumber("-1.234")).toEqual({ kind: "either", dot: -1.234, comma: -1234 });
  expect(readNumber("0,123")).toEqual({ kind: "number", value: 0.123, proves: "comma" });
});

test("whatever a seller's currency prints is read back", () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
  const styles = [
    { locale: "en-US", proves: "dot" },
    { locale: "de-DE", proves: "comma" },
    { locale: "sv-SE", proves: "comma" },
    { locale: "de-CH", proves: "dot" },
  ] as const;
  fc.assert(
    fc.property(cents, fc.constantFrom(...styles), (amount, { locale, proves }) => {
      const printed = (amount / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
      const value = amount === 0 ? 0 : amount / 100;
      expect(readNumber(printed)).toEqual({ kind: "number", value, proves });
    }),
  );
});

test("ids that Excel made a number of", () => {
  for (const id of ["7.82E+12", "1,23457E+12", "8E+13"]) expect(isExcelDamaged(id)).toBe(true);
  for (const id of ["1E5", "00123", "7.82", "E+12", "12E+12A", "AB-1E+5"])
    expect(isExcelDamaged(id)).toBe(false);
});
