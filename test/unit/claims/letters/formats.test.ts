import fc from "fast-check";
import { expect, test } from "vitest";
import { dayInWords, moneyInWords } from "../../../../src/claims/letters/formats.ts";
import { LANGUAGES } from "../../../../src/claims/letters/languages.ts";
import { type Day, day } from "../../../../src/values/day.ts";
import { currency, money } from "../../../../src/values/money.ts";

test.each([
  ["en", "4 Mar 2026"],
  ["de", "04.03.2026"],
  ["fr", "04/03/2026"],
  ["it", "04/03/2026"],
  ["es", "04/03/2026"],
  ["ja", "2026年3月4日"],
] as const)("a day in %s is %s", (language, words) => {
  expect(dayInWords(day("2026-03-04"), language)).toBe(words);
});

test.each([
  ["en", "USD", 123456789, "$1,234,567.89"],
  ["en", "GBP", 5, "£0.05"],
  ["en", "CAD", 123456, "CAD 1,234.56"],
  ["en", "JPY", 1234567, "JPY 1,234,567"],
  ["de", "EUR", 123456, "1.234,56 €"],
  ["de", "PLN", 99, "0,99 PLN"],
  ["fr", "EUR", 123456, "1\u00a0234,56 €"],
  ["it", "EUR", 123456, "1.234,56 €"],
  ["es", "EUR", 123456, "1.234,56 €"],
  ["es", "MXN", 100000, "1.000,00 MXN"],
  ["ja", "JPY", 1234567, "1,234,567円"],
  ["ja", "USD", 123456, "1,234.56 USD"],
] as const)("an amount in %s of %s", (language, code, minor, words) => {
  expect(moneyInWords(money(minor, currency(code)), language)).toBe(words);
});

test("days are those of the platform's own calendar", () => {
  const locales = { en: "en-GB", de: "de-DE", fr: "fr-FR", it: "it-IT", es: "es-ES", ja: "ja-JP" } as const;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40000 }), (on) => {
      const date = new Date(on * 86400000);
      for (const { id } of LANGUAGES) {
        const numeric = id === "ja" || id === "en" ? "numeric" : "2-digit";
        const month = id === "en" ? "short" : id === "ja" ? "long" : "2-digit";
        const expected = new Intl.DateTimeFormat(locales[id], {
          timeZone: "UTC",
          year: "numeric",
          month,
          day: numeric,
        }).format(date);
        // British English writes “Sept”; three letters are as clear.
        expect(dayInWords(on as Day, id)).toBe(expected.replace("Sept", "Sep"));
      }
    }),
  );
});

test("amounts are those of the platform's own number formats", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (minor) => {
      const plain = (locale: string) =>
        new Intl.NumberFormat(locale, {
          minimumFractionDigits: 2,
          maximumFractionDigits: 2,
          useGrouping: "always" as unknown as boolean,
        }).format(minor / 100);
      const eur = money(minor, currency("EUR"));
      expect(moneyInWords(eur, "de")).toBe(`${plain("de-DE")} €`);
      expect(moneyInWords(eur, "en")).toBe(`€${plain("en-GB")}`);
      expect(moneyInWords(eur, "fr")).toBe(`${plain("fr-FR").replace(/\s/g, "\u00a0")} €`);
      expect(moneyInWords(eur, "ja")).toBe(`${plain("ja-JP")} EUR`);
    }),
  );
});
