/**
 * The functions for cells that judge the rows of a report. They know nothing but their arguments: Google
 * recalculates a cell only when its arguments change, so a report that is not handed over is not looked up.
 *
 * REIMB_FLAG and REIMB_DEADLINE throw what is wrong with their arguments as a sentence, which Sheets shows beside
 * an error; the others answer with it.
 */
import { AUDITS } from "../src/audits/catalogue.ts";
import type { Finding } from "../src/audits/finding.ts";
import { type ClaimRule, claimTime, marketplace, POLICY } from "../src/policy/index.ts";
import { formatDay } from "../src/values/day.ts";
import { addMoney, amountOf, formatMoney, type Money } from "../src/values/money.ts";
import { auditNamed, titleOf } from "./audit-names.ts";
import { dayArgument, lazyClock, orSentence } from "./cell-arguments.ts";
import { type RowAnswer, type RowAnswers, rowAnswers } from "./row-findings.ts";
import { isSettled } from "./tracked.ts";

type Cells = (string | number)[][];

/** A heading and one flag per row of `range`, down to its last row with anything in it. */
export function REIMB_FLAG(asOf: unknown, range: unknown, ...otherRanges: unknown[]): string[][] {
  const answers = rowAnswers(asOf, range, otherRanges);
  return [
    [headed("Reimbursement", answers)],
    ...answers.rows.map((row) => [said(row, (finding) => flagOf(finding, answers))]),
  ];
}

/** A heading, and what happened, why it is owed and what to do for each row. */
export function REIMB_EXPLAIN(asOf: unknown, range: unknown, ...otherRanges: unknown[]): Cells | string {
  return orSentence(() => {
    const answers = rowAnswers(asOf, range, otherRanges);
    const explained = ({ what, why, todo }: Finding) => `${what} ${why} ${todo}`;
    return [[headed("Explanation", answers)], ...answers.rows.map((row) => [said(row, explained)])];
  });
}

/** A heading, and for each row what is owed and can still be claimed, with its currency beside it. */
export function REIMB_AMOUNT(asOf: unknown, range: unknown, ...otherRanges: unknown[]): Cells | string {
  return orSentence(() => {
    const answers = rowAnswers(asOf, range, otherRanges);
    return [[headed("Owed", answers), "Currency"], ...answers.rows.map((row) => owedFor(row, answers))];
  });
}

/** A heading, and for each row the days left to file what it is owed, from the as-of day. */
export function REIMB_DAYS_LEFT(asOf: unknown, range: unknown, ...otherRanges: unknown[]): Cells | string {
  return orSentence(() => {
    const answers = rowAnswers(asOf, range, otherRanges);
    return [
      [headed("Days left", answers)],
      ...answers.rows.map((row) => {
        const claimable = row.findings.filter((finding) => isClaimable(finding, answers));
        const deadlines = claimable.flatMap(({ deadline }) => deadline ?? []);
        if (deadlines.length > 0) return [Math.min(...deadlines) - answers.asOf];
        return [claimable.length > 0 ? "no deadline" : unknown(row)];
      }),
    ];
  });
}

function headed(title: string, { doubts }: RowAnswers): string {
  return doubts === "" ? title : `${title} · CANNOT TELL: ${doubts}`;
}

/** Every finding of the row in words; or why there is none that can be told. */
function said(row: RowAnswer, words: (finding: Finding) => string): string {
  return row.findings.length > 0 ? row.findings.map(words).join(" | ") : unknown(row);
}

function unknown({ cannotTell }: RowAnswer): string {
  return cannotTell === null ? "" : `CANNOT TELL: ${cannotTell}`;
}

/** Owed, the window still open or not yet open, and nobody has filed or dismissed it. */
function isClaimable({ id, state }: Finding, { tracked }: RowAnswers): boolean {
  return (state === "file" || state === "wait") && !isSettled(tracked(id).status);
}

function owedFor(row: RowAnswer, answers: RowAnswers): (string | number)[] {
  const claimable = row.findings.filter((finding) => isClaimable(finding, answers));
  if (claimable.length === 0) return [unknown(row), ""];
  const unvalued = claimable.find(({ amount }) => amount === null);
  if (unvalued) return [`CANNOT TELL: ${unvalued.basis}`, ""];
  const sums = perCurrency(claimable.flatMap(({ amount }) => amount ?? []));
  const [sum, ...others] = sums;
  if (sum && others.length === 0) return [amountOf(sum), sum.currency];
  return [sums.map(formatMoney).join(" | "), ""];
}

function perCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, Money>();
  for (const amount of amounts) {
    const sum = sums.get(amount.currency);
    sums.set(amount.currency, sum ? addMoney(sum, amount) : amount);
  }
  return [...sums.values()];
}

/** The last day to file as `YYYY-MM-DD`, marked where it is an estimate; words where there is none. */
export function REIMB_DEADLINE(claimType: unknown, eventDate: unknown, marketplaceCode: unknown): string {
  const rule = ruleOf(String(claimType ?? ""));
  const event = dayArgument(eventDate, "The second argument (the day of the event)", lazyClock());
  const place = marketplace(String(marketplaceCode ?? ""));
  if (!place) {
    throw new Error(`“${String(marketplaceCode)}” is no Amazon marketplace. Write US, CA, UK, DE, JP …`);
  }
  const { deadline, estimated } = claimTime(POLICY, rule, place.code, event);
  if (deadline === null) return "no deadline";
  return estimated ? `${formatDay(deadline)} (estimated)` : formatDay(deadline);
}

/** `FILE by 2026-12-01 · lost, not found, not paid`. */
function flagOf(finding: Finding, { tracked }: RowAnswers): string {
  const audit = auditNamed(finding.audit);
  const about = audit?.meta.messages["flag"] ?? titleOf(finding.audit);
  const { status, claim } = tracked(finding.id);
  if (isSettled(status)) {
    return `${status.toUpperCase()}${claim?.caseId ? ` case ${claim.caseId}` : ""} · ${about}`;
  }
  const by = finding.deadline === null ? "" : ` by ${formatDay(finding.deadline)}`;
  switch (finding.state) {
    case "file":
      return `FILE${by} · ${about}`;
    case "wait":
      return `WAIT${finding.opens === null ? "" : ` until ${formatDay(finding.opens)}`} · ${about}`;
    case "expired":
      return `EXPIRED${finding.deadline === null ? "" : ` on ${formatDay(finding.deadline)}`} · ${about}`;
    case "exposure":
      return `EXPOSURE · ${about}`;
    case "info":
      return `INFO · ${about}`;
  }
}

/** A claim type by the name of an audit or of the policy's rule; `-`, `_`, space and case do not matter. */
function ruleOf(text: string): ClaimRule {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/[-_\s]+/g, "_");
  const rules = [...new Set(POLICY.windows.map(({ rule }) => rule))];
  const rule =
    rules.find((known) => known === wanted) ??
    AUDITS.find(({ meta }) => meta.id.replace(/-/g, "_") === wanted)?.meta.rule;
  if (rule) return rule;
  const names = [...AUDITS.map(({ meta }) => meta.id), ...rules];
  throw new Error(`“${text}” is no claim type we know. Write one of: ${names.join(", ")}.`);
}
