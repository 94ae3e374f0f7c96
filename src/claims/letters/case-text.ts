/**
 * Case texts: what to paste into Seller Central for a claim, in the language of its marketplace.
 *
 * A text is put together from sentences (one file per language) by two tables: what a claim's type says and lists
 * (case-types.ts), and what the occasion needs (stages.ts). It says only what the log says and what the audit of
 * that type has checked; a fact the claim lacks leads to a sentence without it, and is named in `missing`.
 */

import { EVIDENCE_KINDS, POLICY } from "../../policy/index.ts";
import type { Money } from "../../values/money.ts";
import type { Claim, Extent } from "../claim.ts";
import { checklist } from "../evidence.ts";
import { type CaseType, caseTypeOf, hasCaseText, type Line, whyNoCase } from "./case-types.ts";
import { compose, type Values } from "./compose.ts";
import { type CaseAudit, english, type Words } from "./en.ts";
import { dayInWords, moneyInWords } from "./formats.ts";
import { type Language, wordsOf } from "./languages.ts";
import { plainId, plainWords } from "./plain.ts";
import { type Part, type Stage, stageText, type Want } from "./stages.ts";
import { whereOf } from "./where.ts";

export { hasCaseText, whyNoCase } from "./case-types.ts";
export { LANGUAGES, type Language, languageOf } from "./languages.ts";
export { STAGES, type Stage, suggestedStage } from "./stages.ts";

/** What a text is made of: a claim has it all. */
export type CaseFacts = Pick<
  Claim,
  | "state"
  | "facts"
  | "caseId"
  | "filedOn"
  | "asked"
  | "approved"
  | "paid"
  | "paidUnits"
  | "evidence"
  | "denials"
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

/** A claim to be filed for what the last audit still finds: less than it was started with, never more. */
export function asFound(claim: CaseFacts, now: Extent | null): CaseFacts {
  const { asked } = claim;
  if (claim.state !== "to file" || now?.units == null || asked.units === null || now.units >= asked.units) {
    return claim;
  }
  return { ...claim, asked: now, paidUnits: 0 };
}

/** The text for a claim at a stage; throws for an audit no case is made of (`hasCaseText`). */
export function caseText(claim: CaseFacts, stage: Stage, language: Language): CaseText {
  const { audit } = claim.facts;
  if (!hasCaseText(audit)) {
    throw new RangeError(`No case is made of “${plainId(audit)}”. ${whyNoCase(audit)}`.trim());
  }
  const type = caseTypeOf(audit);
  const words = wordsOf(language);
  const values = valuesOf(claim, words, language);
  const { paragraphs, wants } = stageText(stage, claim);
  const writer: Writer = { claim, audit, type, words, values, language };
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
  readonly audit: CaseAudit;
  readonly type: CaseType;
  readonly words: Words;
  readonly values: Values;
  readonly language: Language;
}

function written(writer: Writer, part: Part): string {
  const { audit, type, words, values } = writer;
  const { phrases } = words;
  switch (part) {
    case "what":
      return compose(words.cases[audit][1], values);
    case "checked":
      return checked(writer);
    case "ask":
      return compose(phrases[type.ask], values);
    case "again":
      return compose(phrases[type.again], values);
    case "facts":
      return allFacts(writer);
    case "papers":
      return papers(writer);
    default:
      return compose(phrases[part], values);
  }
}

function checked({ claim, type, words: { phrases }, values }: Writer): string {
  const key = plainId(claim.facts.orderId) === "" ? type.checked : (type.checkedOfOrder ?? type.checked);
  if (!isOther(key)) return compose(phrases[key], values);
  return compose(phrases["checked.neither"], { other: phrases[key] });
}

function isOther(key: CaseType["checked"]): key is Extract<typeof key, `other.${string}`> {
  return key.startsWith("other.");
}

/** The sentences of a paragraph one after the other, as the language joins them. */
function together(words: Words, sentences: readonly string[]): string {
  const said = sentences.filter((sentence) => sentence !== "");
  return said.reduce(
    (first, second) => (first === "" ? second : compose(words.phrases.sentences, { first, second })),
    "",
  );
}

function subjectOf(writer: Writer, stage: Stage): string {
  const { audit, type, words, values } = writer;
  const [title] = words.cases[audit];
  const about = compose(words.phrases.named, { title, ids: factLines(writer, type.named).join(", ") });
  return stage === "first" ? about : compose(words.phrases[`subject.${stage}`], { ...values, about });
}

function allFacts(writer: Writer): string {
  const { type, words, values } = writer;
  const caseLine = values.case ? [labelled(words, "label.case", values.case)] : [];
  return [...caseLine, ...factLines(writer, type.lines)].join("\n");
}

function factLines({ claim, words, language }: Writer, lines: readonly Line[]): string[] {
  return lines.flatMap(({ fact, label }) => {
    const value = factInWords(claim, fact, language);
    return value === null ? [] : [labelled(words, label, value)];
  });
}

function labelled({ phrases }: Words, label: Line["label"], value: string): string {
  return compose(phrases.line, { label: phrases[label], value });
}

function papers({ claim, words, language }: Writer): string {
  const lines = claim.evidence.map((paper) =>
    compose(words.phrases.paper, {
      kind: paperInWords(words, paper.kind),
      date: paper.date === null ? null : dayInWords(paper.date, language),
      proves: plainWords(paper.proves),
    }),
  );
  return lines.length === 0 ? "" : [words.phrases.enclosed, ...lines].join("\n");
}

/** A kind the log has from elsewhere is named as it stands there. */
function paperInWords({ papers: kinds }: Words, kind: string): string {
  const known = EVIDENCE_KINDS.find((one) => one === kind.trim());
  return known === undefined ? plainWords(kind) || kinds.other : kinds[known];
}

function valuesOf(claim: CaseFacts, words: Words, language: Language): Values {
  const { facts, denials } = claim;
  const denial = denials[denials.length - 1];
  const units = countOf(claim.asked.units);
  const open = units === null ? null : countOf(units - Math.max(0, claim.paidUnits));
  const approved = owedMoney(claim.approved.amount);
  return {
    units: units === null ? null : unitsInWords(words, units),
    open: open === null ? null : unitsInWords(words, open),
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
function factInWords({ facts, asked }: CaseFacts, fact: Line["fact"], language: Language): string | null {
  switch (fact) {
    case "units": {
      const units = countOf(asked.units);
      return units === null ? null : String(units);
    }
    case "eventDate":
      return facts.eventDate === null ? null : dayInWords(facts.eventDate, language);
    case "amount": {
      const amount = owedMoney(asked.amount);
      return amount === null ? null : moneyInWords(amount, language);
    }
    default:
      return plainId(facts[fact]) || null;
  }
}

function unitsInWords({ phrases }: Words, units: number): string {
  return compose(units === 1 ? phrases.one : phrases.many, { n: String(units) });
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
  const labels = english().phrases;
  return type.lines
    .filter(({ fact, wanted }) => wanted && factInWords(claim, fact, "en") === null)
    .map(({ fact, label }) =>
      fact === "amount"
        ? "No amount is given: the finding could not be valued."
        : `“${labels[label]}” is not given: the claim does not say it.`,
    );
}

const MISSING: Readonly<Record<Exclude<Want, "checklist">, string>> = {
  case: "The case id is not given: record it with the step to “filed”.",
  filed: "The day it was filed is not given: record it with the step to “filed”.",
  reason: "The reason of the denial is not given: record it in Amazon's words.",
  paid: "What Amazon has paid is not given: confirm its payment first.",
  papers: "No paper is listed: add what Amazon asked for under Evidence.",
};

function missingForStage(claim: CaseFacts, wants: readonly Want[]): string[] {
  const has: Record<keyof typeof MISSING, boolean> = {
    case: plainId(claim.caseId) !== "",
    filed: claim.filedOn !== null,
    reason: claim.denials.some(({ reason }) => plainWords(reason) !== ""),
    paid: paidInWords(claim, "en") !== null,
    papers: claim.evidence.length > 0,
  };
  return wants.flatMap((want) => {
    if (want !== "checklist") return has[want] ? [] : [MISSING[want]];
    return checklist(claim, POLICY)
      .filter(({ need, have }) => need === "always" && !have)
      .map(({ label }) => `A paper is not listed: ${label}.`);
  });
}
