/**
 * Case texts: what to paste into Seller Central for a claim, in the language of its marketplace.
 *
 * A text is put together from sentences (one file per language) by two tables: what a claim's type says and lists
 * (case-types.ts), and what the occasion needs (stages.ts). It says only what the log says and what the audit of
 * that type has checked; a fact the claim lacks leads to a sentence without it, and is named in `missing`.
 */

import type { Money } from "../../values/money.ts";
import type { Claim } from "../claim.ts";
import { CASE_TYPES, type CaseType, type Line, NO_CASE } from "./case-types.ts";
import { compose, type Values } from "./compose.ts";
import { english, type WordKey, type Words } from "./en.ts";
import { dayInWords, moneyInWords } from "./formats.ts";
import { type Language, wordsOf } from "./languages.ts";
import { plainId, plainWords } from "./plain.ts";
import { type Part, type Stage, stageText } from "./stages.ts";
import { whereOf } from "./where.ts";

export { NO_CASE } from "./case-types.ts";
export { LANGUAGES, type Language, languageOf } from "./languages.ts";
export { STAGES, type Stage, suggestedStage } from "./stages.ts";

/** What a text is made of: a claim has it all. */
export type CaseFacts = Pick<
  Claim,
  "state" | "facts" | "caseId" | "filedOn" | "approved" | "paid" | "evidence" | "denials"
>;

export interface CaseText {
  /** One line. */
  readonly subject: string;
  /** Plain text, paragraphs apart by an empty line; no line but its own breaks. */
  readonly body: string;
  /** The path in Seller Central where it goes, in English. */
  readonly where: string;
  readonly language: Language;
  /** What the text should say and cannot, in sentences. */
  readonly missing: readonly string[];
}

/** True when cases are made of this audit's findings; `NO_CASE` says why not. */
export function hasCaseText(audit: string): boolean {
  return CASE_TYPES[audit] !== undefined;
}

/** The text for a claim at a stage; throws for an audit no case is made of (`hasCaseText`). */
export function caseText(claim: CaseFacts, stage: Stage, language: Language): CaseText {
  const type = CASE_TYPES[claim.facts.audit];
  if (type === undefined) {
    throw new RangeError(
      `No case is made of “${claim.facts.audit}”. ${NO_CASE[claim.facts.audit] ?? ""}`.trim(),
    );
  }
  const words = wordsOf(language);
  const values = valuesOf(claim, words, language);
  const { paragraphs, wants } = stageText(stage, claim.state);
  const writer: Writer = { claim, type, words, values, language };
  const texts = [["greeting"] as const, ...paragraphs, ["thanks"] as const]
    .map((parts) =>
      together(
        words,
        parts.map((part) => written(writer, part)),
      ),
    )
    .filter((text) => text !== "");
  return {
    subject: subjectOf(writer, stage),
    body: texts.join("\n\n"),
    where: whereOf(claim, stage, type.again),
    language,
    missing: [...missingFacts(claim, type), ...missingForStage(claim, wants)],
  };
}

interface Writer {
  readonly claim: CaseFacts;
  readonly type: CaseType;
  readonly words: Words;
  readonly values: Values;
  readonly language: Language;
}

function written(writer: Writer, part: Part): string {
  const { claim, type, words, values } = writer;
  switch (part) {
    case "what":
      return compose(words[`what.${claim.facts.audit}` as WordKey], values);
    case "checked":
      return compose(words[type.checked], values);
    case "ask":
      return compose(words[type.ask], values);
    case "again":
      return compose(words[type.again], values);
    case "facts":
      return factLines(writer);
    case "papers":
      return papers(writer);
    default:
      return compose(words[part], values);
  }
}

/** The sentences of a paragraph one after the other, as the language joins them. */
function together(words: Words, sentences: readonly string[]): string {
  const said = sentences.filter((sentence) => sentence !== "");
  return said.reduce(
    (first, second) => (first === "" ? second : compose(words.sentences, { first, second })),
    "",
  );
}

function subjectOf({ claim, type, words, values, language }: Writer, stage: Stage): string {
  const ids = type.named.flatMap(({ fact, label }) => {
    const value = factInWords(claim, fact, language);
    return value === null ? [] : [compose(words.line, { label: words[label], value })];
  });
  const title = words[`title.${claim.facts.audit}` as WordKey];
  const about = compose(words.named, { title, ids: ids.join(", ") });
  return compose(words[`subject.${stage}`], { ...values, about });
}

function factLines({ claim, type, words, values, language }: Writer): string {
  const lines = type.lines.flatMap(({ fact, label }) => {
    const value = factInWords(claim, fact, language);
    return value === null ? [] : [compose(words.line, { label: words[label], value })];
  });
  const caseLine = values.case
    ? [compose(words.line, { label: words["label.case"], value: values.case })]
    : [];
  return [...caseLine, ...lines].join("\n");
}

function papers({ claim, words, language }: Writer): string {
  const lines = claim.evidence.map((paper) =>
    compose(words.paper, {
      kind: plainWords(paper.kind),
      date: paper.date === null ? null : dayInWords(paper.date, language),
      proves: plainWords(paper.proves),
    }),
  );
  return lines.length === 0 ? "" : [words.papers, ...lines].join("\n");
}

function valuesOf(claim: CaseFacts, words: Words, language: Language): Values {
  const { facts, denials } = claim;
  const denial = denials[denials.length - 1];
  const units = countOf(facts.units);
  const approved = owedMoney(claim.approved.amount);
  return {
    units: units === null ? null : unitsInWords(words, units),
    date: facts.eventDate === null ? null : dayInWords(facts.eventDate, language),
    amount: factInWords(claim, "amount", language),
    case: plainId(claim.caseId),
    filed: claim.filedOn === null ? null : dayInWords(claim.filedOn, language),
    denied: denial === undefined || denial.on === null ? null : dayInWords(denial.on, language),
    reason: denial === undefined ? null : plainWords(denial.reason),
    approved: approved === null ? null : moneyInWords(approved, language),
    paid: paidInWords(claim, language),
  };
}

/** The fact as the language writes it; null when the claim has none. */
function factInWords({ facts }: CaseFacts, fact: Line["fact"], language: Language): string | null {
  switch (fact) {
    case "units": {
      const units = countOf(facts.units);
      return units === null ? null : String(units);
    }
    case "eventDate":
      return facts.eventDate === null ? null : dayInWords(facts.eventDate, language);
    case "amount": {
      const amount = owedMoney(facts.amount);
      return amount === null ? null : moneyInWords(amount, language);
    }
    default:
      return plainId(facts[fact]) || null;
  }
}

function unitsInWords(words: Words, units: number): string {
  return compose(units === 1 ? words.one : words.many, { n: String(units) });
}

/** A number of units that can be claimed; anything else is not known. */
function countOf(units: number | null): number | null {
  return units !== null && Number.isSafeInteger(units) && units > 0 ? units : null;
}

function owedMoney(amount: Money | null): Money | null {
  return amount !== null && amount.minor > 0 ? amount : null;
}

/** What was paid so far, where it is one sum of one currency. */
function paidInWords({ paid }: CaseFacts, language: Language): string | null {
  const [sum, ...others] = paid.filter(({ minor }) => minor !== 0);
  return sum === undefined || others.length > 0 || sum.minor < 0 ? null : moneyInWords(sum, language);
}

function missingFacts(claim: CaseFacts, type: CaseType): string[] {
  const labels = english();
  return type.lines
    .filter(({ fact, wanted }) => wanted && factInWords(claim, fact, "en") === null)
    .map(({ fact, label }) =>
      fact === "amount"
        ? "No amount is given: the finding could not be valued."
        : `“${labels[label]}” is not given: the claim does not say it.`,
    );
}

const MISSING = {
  case: "The case id is not given: record it with the step to “filed”.",
  filed: "The day it was filed is not given: record it with the step to “filed”.",
  reason: "The reason of the denial is not given: record it in Amazon's words.",
  paid: "What Amazon has paid is not given: confirm its payment first.",
  papers: "No paper is listed: add what proves the claim under Evidence.",
} as const;

function missingForStage(claim: CaseFacts, wants: readonly (keyof typeof MISSING)[]): string[] {
  const has: Record<keyof typeof MISSING, boolean> = {
    case: plainId(claim.caseId) !== "",
    filed: claim.filedOn !== null,
    reason: claim.denials.some(({ reason }) => plainWords(reason) !== ""),
    paid: paidInWords(claim, "en") !== null,
    papers: claim.evidence.length > 0,
  };
  return wants.filter((want) => !has[want]).map((want) => MISSING[want]);
}
