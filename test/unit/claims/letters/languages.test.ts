/** Every language says the same things: the same sentences, with the same places in the same parts. */
import { expect, test } from "vitest";
import { AUDITS } from "../../../../src/audits/catalogue.ts";
import { hasCaseText, whyNoCase } from "../../../../src/claims/letters/case-types.ts";
import { compose, placesOf } from "../../../../src/claims/letters/compose.ts";
import { english, type Words } from "../../../../src/claims/letters/en.ts";
import { LANGUAGES, languageOf, wordsOf } from "../../../../src/claims/letters/languages.ts";
import { EVIDENCE_KINDS, MARKETPLACES } from "../../../../src/policy/index.ts";

/** All sentences by name. */
function sentences({ phrases, papers, cases }: Words): Map<string, string> {
  return new Map([
    ...Object.entries(phrases),
    ...Object.entries(papers).map(([kind, name]) => [`paper ${kind}`, name] as const),
    ...Object.entries(cases).flatMap(([audit, [title, what]]) => [
      [`title ${audit}`, title] as const,
      [`what ${audit}`, what] as const,
    ]),
  ]);
}

const ENGLISH = sentences(english());

test.each(LANGUAGES)("$label has exactly the sentences of English, each with the same places", ({ id }) => {
  const own = sentences(wordsOf(id));
  expect([...own.keys()].sort()).toEqual([...ENGLISH.keys()].sort());
  for (const [name, template] of own) {
    expect({ name, places: placesOf(template) }).toEqual({ name, places: placesOf(ENGLISH.get(name) ?? "") });
  }
});

test.each(LANGUAGES)(
  "$label leaves no sentence empty, untranslated or with a part that can't be left out",
  ({ id }) => {
    const names = /^(label\.(fnsku|asin|msku|plate)|line|named|paper|paper photos|sentences)$/;
    for (const [name, template] of sentences(wordsOf(id))) {
      expect(template, name).not.toBe("");
      expect(template, name).toBe(template.trim());
      if (id !== "en" && !names.test(name)) {
        expect(template, name).not.toBe(ENGLISH.get(name));
      }
      const optional = placesOf(template).filter((place) => place.endsWith("?"));
      const needed = placesOf(template).filter((place) => !place.endsWith("?"));
      const without = compose(template, Object.fromEntries(needed.map((place) => [place, "X"])));
      expect(without, name).not.toMatch(/[[\]{}]|undefined|,,|\.\.|^[\s,;:.]|[（(][)）]|\s[,.]/);
      if (optional.length > 0) {
        const all = Object.fromEntries(placesOf(template).map((place) => [place.replace("?", ""), "X"]));
        expect(compose(template, all).length, name).toBeGreaterThan(without.length);
      }
    }
  },
);

test("a language's typographic signs are its own", () => {
  for (const [name, text] of sentences(wordsOf("ja"))) expect(text, name).not.toMatch(/[a-z]{3} [a-z]{3}/);
  for (const [name, text] of sentences(wordsOf("fr"))) expect(text, name).not.toMatch(/'|\S[;:!?](\s|$)/);
});

test("every audit has a case text or a reason for none, never both", () => {
  for (const { meta } of AUDITS) {
    expect({ id: meta.id, either: hasCaseText(meta.id) !== (whyNoCase(meta.id) !== "") }).toEqual({
      id: meta.id,
      either: true,
    });
  }
  const known = AUDITS.map(({ meta }) => meta.id);
  expect(Object.keys(english().cases).filter((audit) => !known.includes(audit))).toEqual([]);
  expect(hasCaseText("constructor")).toBe(false);
  expect(whyNoCase("constructor")).toBe("");
});

test("every kind of paper has a name", () => {
  expect(Object.keys(english().papers).sort()).toEqual([...EVIDENCE_KINDS].sort());
});

test("a marketplace's cases are written in its language, or in English where there is no text in it", () => {
  const languages = Object.fromEntries(MARKETPLACES.map(({ code }) => [code, languageOf(code)]));
  expect(languages).toMatchObject({
    US: "en",
    UK: "en",
    DE: "de",
    FR: "fr",
    IT: "it",
    ES: "es",
    MX: "es",
    JP: "ja",
  });
  expect(Object.values(languages).filter((language) => language === "en")).toHaveLength(
    MARKETPLACES.length - 6,
  );
  expect(languageOf("de")).toBe("de");
  expect(languageOf("GB")).toBe("en");
  expect(languageOf("nowhere")).toBe("en");
});
