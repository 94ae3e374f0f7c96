/** The languages case texts are written in, and which one a marketplace's support reads. */

import { marketplace } from "../../policy/index.ts";
import { german } from "./de.ts";
import { english, type Words } from "./en.ts";
import { spanish } from "./es.ts";
import { french } from "./fr.ts";
import { italian } from "./it.ts";
import { japanese } from "./ja.ts";

export type Language = "en" | "de" | "fr" | "it" | "es" | "ja";

export const LANGUAGES: readonly { readonly id: Language; readonly label: string }[] = [
  { id: "en", label: "English" },
  { id: "de", label: "Deutsch" },
  { id: "fr", label: "Français" },
  { id: "it", label: "Italiano" },
  { id: "es", label: "Español" },
  { id: "ja", label: "日本語" },
];

/** Marketplaces whose support reads one of our languages other than English. */
const BY_MARKETPLACE: Readonly<Record<string, Language>> = {
  DE: "de",
  FR: "fr",
  IT: "it",
  ES: "es",
  MX: "es",
  JP: "ja",
};

/** The language a case for a marketplace (its code, as `DE`) is written in unless the user chooses another. */
export function languageOf(code: string): Language {
  return BY_MARKETPLACE[marketplace(code)?.code ?? ""] ?? "en";
}

/** Made when asked for, so that loading the program stays fast. */
const WORDS: Readonly<Record<Language, () => Words>> = {
  en: english,
  de: german,
  fr: french,
  it: italian,
  es: spanish,
  ja: japanese,
};

export function wordsOf(language: Language): Words {
  return WORDS[language]();
}
