/** The audits over ranges handed to a function in a cell: what they find for each row of the first one. */
import type { Audit, AuditInput } from "../src/audits/audit.ts";
import { AUDITS } from "../src/audits/catalogue.ts";
import type { AuditResult, Finding } from "../src/audits/finding.ts";
import { runAudits } from "../src/audits/run.ts";
import { claimRecords } from "../src/claims/records.ts";
import { POLICY, withOverrides } from "../src/policy/index.ts";
import type { Day } from "../src/values/day.ts";
import { titleOf } from "./audit-names.ts";
import { dayArgument, lazyClock } from "./cell-arguments.ts";
import { apart, bookIn, overridesIn, recordsOf, reportIn } from "./ranges.ts";
import { type Tracked, trackedIn } from "./tracked.ts";

/** What can be said of one row. */
export interface RowAnswer {
  /** Of the matters the row opened; rows that only bear witness have none. */
  readonly findings: readonly Finding[];
  /** Why no finding does not mean that nothing is owed; null: it does. */
  readonly cannotTell: string | null;
}

export interface RowAnswers {
  /** Of the rows from the second on, down to the last with anything in it. */
  readonly rows: readonly RowAnswer[];
  /** What could not be judged as a whole, for the heading; "" when nothing. */
  readonly doubts: string;
  readonly asOf: Day;
  /** What the claim log says, where one of the ranges is the log. */
  readonly tracked: (findingId: string) => Tracked;
}

/** @throws a sentence where an argument is not what is expected */
export function rowAnswers(asOf: unknown, range: unknown, otherRanges: readonly unknown[]): RowAnswers {
  const clock = lazyClock();
  const on = dayArgument(asOf, "The first argument (the as-of day, usually REIMB_TODAY)", clock);
  const first = reportIn(range, "the second argument", clock);
  const policies = otherRanges.flatMap((other) => overridesIn(other) ?? []);
  const books = otherRanges.flatMap((other) => bookIn(other, clock) ?? []);
  const others = otherRanges.flatMap((other, i) =>
    overridesIn(other) === null && bookIn(other, clock) === null
      ? [apart(reportIn(other, `argument ${i + 3}`, clock), i + 1)]
      : [],
  );
  const { policy, problems } = withOverrides(POLICY, policies);
  if (problems[0] !== undefined) throw new Error(problems[0]);
  const reports = [first, ...others];
  const account = {
    asOf: on,
    policy,
    tables: reports.map(({ table }) => table),
    imports: reports.flatMap(recordsOf),
    claims: books.flatMap(({ claims }) => claimRecords(claims)),
  };
  const result = runAudits(account);
  const { id, shortName } = first.definition;
  const opened = openedBy(result.findings, id);
  const reasons = leftOut(account, result, id);
  const concerned = AUDITS.filter(({ meta }) => meta.needs.flat().includes(shortName));
  const given = new Set(reports.map(({ definition }) => definition.shortName));
  const missing = concerned.map((audit) => missingFor(audit, given));
  // Every audit of these rows lacks a report: then an empty cell would say too much.
  const blind = missing.length > 0 && missing.every((names) => names.length > 0);
  const words = blind ? `give ${shortest(missing).join(" and ")} too` : null;
  const unknown = result.cannotTell.filter(({ audit }) => concerned.some(({ meta }) => meta.id === audit));
  const lines = new Set(first.table.lines);
  const [book] = books;
  return {
    rows: Array.from({ length: first.lastLine - 1 }, (_, i) => i + 2).map((line) => ({
      findings: opened.get(line) ?? [],
      cannotTell: opened.has(line) ? null : (reasons.get(line) ?? (lines.has(line) ? words : null)),
    })),
    doubts: unknown.map(({ audit, reason }) => `${titleOf(audit)}: ${reason}`).join(" "),
    asOf: on,
    tracked: trackedIn(book ?? { claims: [], dispositions: [], problems: [] }, on),
  };
}

function openedBy(findings: readonly Finding[], report: string): Map<number, Finding[]> {
  const opened = new Map<number, Finding[]>();
  for (const finding of findings) {
    const [opening] = finding.evidence;
    if (opening?.report !== report) continue;
    opened.set(opening.line, [...(opened.get(opening.line) ?? []), finding]);
  }
  return opened;
}

/**
 * The rows an audit left out because the ranges do not reach far enough, each with the reason: those that
 * would be findings if every range covered everything to the as-of day.
 */
function leftOut(account: AuditInput, result: AuditResult, report: string): Map<number, string> {
  const rows = new Map<number, string>();
  if (result.cannotTell.length === 0) return rows;
  const days = account.imports.flatMap(({ firstDay }) => (firstDay === null ? [] : [firstDay]));
  const from = days.length > 0 ? (Math.min(...days) as Day) : account.asOf;
  const covered = account.imports.map((record) => ({ ...record, from, to: account.asOf }));
  const known = new Set(result.findings.map(({ id }) => id));
  for (const { id, audit, evidence } of runAudits({ ...account, imports: covered }).findings) {
    const [opening] = evidence;
    if (known.has(id) || opening?.report !== report) continue;
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
