/**
 * The functions for cells. They know nothing but their arguments: Google recalculates a cell only when its
 * arguments change, so a report that is not handed over is not looked up.
 *
 * What is wrong with the arguments is thrown as a sentence: Sheets shows the cell as an error and the
 * sentence as its explanation, the way its own functions do.
 */
import type { Audit, AuditInput } from "../src/audits/audit.ts";
import { AUDITS } from "../src/audits/catalogue.ts";
import type { AuditResult, Finding } from "../src/audits/finding.ts";
import { runAudits } from "../src/audits/run.ts";
import { type ClaimRule, claimTime, marketplace, POLICY, withOverrides } from "../src/policy/index.ts";
import { type Day, formatDay, parseDay } from "../src/values/day.ts";
import { fromSheet } from "./cells.ts";
import { isDate, type SheetClock, sheetClock } from "./clock.ts";
import { apart, overridesIn, recordsOf, reportIn } from "./ranges.ts";

/** A heading and one flag per row of `range`, down to its last row with anything in it. */
export function REIMB_FLAG(asOf: unknown, range: unknown, ...otherRanges: unknown[]): string[][] {
  const clock = lazyClock();
  const on = dayArgument(asOf, "The first argument (the as-of day, usually REIMB_TODAY)", clock);
  const first = reportIn(range, "the second argument", clock);
  const policies = otherRanges.flatMap((other) => overridesIn(other) ?? []);
  const others = otherRanges.flatMap((other, i) =>
    overridesIn(other) === null ? [apart(reportIn(other, `argument ${i + 3}`, clock), i + 1)] : [],
  );
  const { policy, problems } = withOverrides(POLICY, policies);
  if (problems[0] !== undefined) throw new Error(problems[0]);
  const reports = [first, ...others];
  const imports = reports.flatMap(recordsOf);
  const account = { asOf: on, policy, tables: reports.map(({ table }) => table), imports };
  const result = runAudits(account);
  const { shortName } = first.definition;
  const flags = flagsOf(result.findings, shortName);
  for (const [line, reason] of leftOut(account, result, shortName)) {
    if (!flags.has(line)) flags.set(line, [`CANNOT TELL: ${reason}`]);
  }
  const concerned = AUDITS.filter(({ meta }) => meta.needs.flat().includes(shortName));
  const given = new Set(reports.map(({ definition }) => definition.shortName));
  const missing = concerned.map((audit) => missingFor(audit, given));
  // Every audit of these rows lacks a report: then an empty cell would say too much.
  const blind = missing.length > 0 && missing.every((names) => names.length > 0);
  const words = blind ? `CANNOT TELL: give ${shortest(missing).join(" and ")} too` : "";
  const unknown = result.cannotTell.filter(({ audit }) => concerned.some(({ meta }) => meta.id === audit));
  const reasons = unknown.map(({ audit, reason }) => `${titleOf(audit)}: ${reason}`).join(" ");
  const heading = reasons === "" ? "Reimbursement" : `Reimbursement · CANNOT TELL: ${reasons}`;
  const lines = new Set(first.table.lines);
  const rows: string[][] = [[heading]];
  for (let line = 2; line <= first.lastLine; line++) {
    rows.push([flags.get(line)?.join(" | ") ?? (lines.has(line) ? words : "")]);
  }
  return rows;
}

/** The flags of the rows that opened a matter; rows that only bear witness carry none. */
function flagsOf(findings: readonly Finding[], shortName: string): Map<number, string[]> {
  const flags = new Map<number, string[]>();
  for (const finding of findings) {
    const [opening] = finding.evidence;
    if (opening?.report !== shortName) continue;
    flags.set(opening.line, [...(flags.get(opening.line) ?? []), flagOf(finding)]);
  }
  return flags;
}

/**
 * The rows an audit left out because the ranges do not reach far enough, each with the reason: those that
 * would be findings if every range covered everything to the as-of day.
 */
function leftOut(account: AuditInput, result: AuditResult, shortName: string): Map<number, string> {
  const rows = new Map<number, string>();
  if (result.cannotTell.length === 0) return rows;
  const days = account.imports.flatMap(({ firstDay }) => (firstDay === null ? [] : [firstDay]));
  const from = days.length > 0 ? (Math.min(...days) as Day) : account.asOf;
  const covered = account.imports.map((record) => ({ ...record, from, to: account.asOf }));
  const known = new Set(result.findings.map(({ id }) => id));
  for (const { id, audit, evidence } of runAudits({ ...account, imports: covered }).findings) {
    const [opening] = evidence;
    if (known.has(id) || opening?.report !== shortName) continue;
    const why = result.cannotTell.find((entry) => entry.audit === audit)?.reason;
    rows.set(opening.line, why ?? "the ranges do not cover all the days this takes");
  }
  return rows;
}

/** The reports an audit needs that are not among those given. */
function missingFor(audit: Audit, given: ReadonlySet<string>): string[] {
  return audit.meta.needs
    .filter((need) => ![need].flat().some((name) => given.has(name)))
    .map((need) => [need].flat().join(" or "));
}

function shortest(lists: readonly (readonly string[])[]): readonly string[] {
  return [...lists].sort((a, b) => a.length - b.length)[0] ?? [];
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
function flagOf(finding: Finding): string {
  const audit = auditNamed(finding.audit);
  const about = audit?.meta.messages["flag"] ?? titleOf(finding.audit);
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

function auditNamed(id: string): Audit | undefined {
  return AUDITS.find(({ meta }) => meta.id === id);
}

function titleOf(audit: string): string {
  return auditNamed(audit)?.meta.title ?? audit;
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

function dayArgument(value: unknown, which: string, clock: SheetClock): Day {
  const read =
    typeof value === "string"
      ? parseDay(value.trim())
      : isDate(value) || typeof value === "number"
        ? fromSheet(value, "day", clock)
        : null;
  if (typeof read === "number") return read as Day;
  const given = value === "" || value === null || value === undefined ? "empty" : `“${String(value)}”`;
  throw new Error(`${which} is ${given}; a date is expected, such as 2026-05-06.`);
}

/** Google is asked for the spreadsheet's time zone only when a date has to be read. */
export function lazyClock(): SheetClock {
  let known: SheetClock | null = null;
  const clock = () => {
    known ??= sheetClock(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
    return known;
  };
  return { moment: (date) => clock().moment(date), day: (date) => clock().day(date) };
}
