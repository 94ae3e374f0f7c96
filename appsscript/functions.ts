/**
 * The functions for cells. They know nothing but their arguments: Google recalculates a cell only when its
 * arguments change, so a report that is not handed over is not looked up.
 *
 * What is wrong with the arguments is thrown as a sentence: Sheets shows the cell as an error and the
 * sentence as its explanation, the way its own functions do.
 */
import type { Audit } from "../src/audits/audit.ts";
import { AUDITS } from "../src/audits/catalogue.ts";
import type { Finding } from "../src/audits/finding.ts";
import { runAudits } from "../src/audits/run.ts";
import {
  type ClaimRule,
  claimTime,
  marketplace,
  type Override,
  POLICY,
  withOverrides,
} from "../src/policy/index.ts";
import type { ColumnType, ReportDefinition, Table } from "../src/reports/definition.ts";
import { fieldOfHeader, recogniseHeader } from "../src/reports/recognise.ts";
import { type Day, dayOfMoment, formatDay, type Moment, parseDay } from "../src/values/day.ts";
import type { SheetCell } from "./cells.ts";
import { fromSheet } from "./cells.ts";
import { isDate, type SheetClock, sheetClock } from "./clock.ts";
import { IMPORTED_FOR, tableOf } from "./tabs/report.ts";

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
  const result = runAudits({
    asOf: on,
    policy,
    tables: reports.map(({ table }) => table),
    imports: reports.map(({ definition, table }) => ({
      report: definition.id,
      batch: "1-range",
      marketplace: table.importedFor[0] ?? "US",
      from: null,
      to: null,
      ...daysOf(definition, table),
    })),
  });
  const { shortName } = first.definition;
  const flags = new Map<number, string[]>();
  for (const finding of result.findings) {
    const [opening] = finding.evidence;
    // The row that opened the matter carries the flag; rows that only bear witness do not.
    if (opening?.report !== shortName) continue;
    flags.set(opening.line, [...(flags.get(opening.line) ?? []), flagOf(finding)]);
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

interface RangeReport {
  readonly definition: ReportDefinition;
  readonly table: Table;
  /** The last row of the range with anything in it. */
  readonly lastLine: number;
}

/** Rows of the other ranges get numbers no row of the first has: two ranges may be of the same report. */
function apart(report: RangeReport, index: number): RangeReport {
  const lines = report.table.lines.map((line) => line + index * FURTHER);
  return { ...report, table: { ...report.table, lines } };
}

/** More rows than a sheet can have. */
const FURTHER = 100_000_000;

/** The user's own values when the range is the Policy tab; null when it is not. */
function overridesIn(range: unknown): Override[] | null {
  const [header, ...rows] = Array.isArray(range) ? (range as unknown[][]) : [];
  if (!Array.isArray(header)) return null;
  const [key, value] = ["Key", "Override"].map((name) => header.indexOf(name));
  if (key === undefined || value === undefined || key < 0 || value < 0) return null;
  return rows.flatMap((row) => {
    const [named, set] = [String(row[key] ?? ""), String(row[value] ?? "")];
    return named === "" || set === "" ? [] : [{ key: named, value: set }];
  });
}

/** A range as a report, recognised by its header row. */
function reportIn(range: unknown, which: string, clock: SheetClock): RangeReport {
  if (!Array.isArray(range) || range.length === 0) {
    throw new Error(`A report with its header row is expected as ${which}, for example A1:P500.`);
  }
  const cells = (range as unknown[]).map((row) => (Array.isArray(row) ? row : [row])) as SheetCell[][];
  const headers = (cells[0] ?? []).map(String);
  const definition = recogniseHeader(headers);
  if (!definition) {
    throw new Error(
      `The first row of ${which} is the header of no report we know. Include the header row, and all columns of the report.`,
    );
  }
  if (definition.refusal !== undefined) throw new Error(`${definition.title}: ${definition.refusal}`);
  const columns = columnsIn(definition, headers);
  let lastLine = 1;
  cells.forEach((row, i) => {
    if (row.some((cell) => cell !== "" && cell !== null)) lastLine = i + 1;
  });
  const body = cells.slice(1, lastLine);
  const values = new Map(columns.map(({ key, at }) => [key, body.map((row) => row[at] ?? "")]));
  const notes: string[] = [];
  const table = tableOf(definition, columns, values, body.length, clock, notes);
  const [wrong] = notes;
  if (wrong !== undefined) throw new Error(wrong);
  const place = placeOf(table.importedFor);
  return {
    definition,
    lastLine,
    table: { ...table, importedFor: table.importedFor.map((code) => code || place) },
  };
}

interface RangeColumn {
  readonly key: string;
  readonly header: string;
  readonly type: ColumnType;
  /** 0-based within the range. */
  readonly at: number;
}

/** The report's columns in a range, wherever they stand; of two with one name the first. */
function columnsIn(definition: ReportDefinition, headers: readonly string[]): RangeColumn[] {
  const columns: RangeColumn[] = [];
  headers.forEach((header, at) => {
    const marked = header === IMPORTED_FOR.header;
    const key = marked ? IMPORTED_FOR.key : fieldOfHeader(definition, header);
    const type = marked ? IMPORTED_FOR.type : definition.columns[key ?? ""]?.type;
    if (key === null || type === undefined || columns.some((other) => other.key === key)) return;
    columns.push({ key, header, type, at });
  });
  return columns;
}

/** Ranges made by hand do not say for which marketplace they are: then the United States, as everywhere here. */
function placeOf(importedFor: readonly string[]): string {
  return importedFor.find((code) => code !== "") ?? "US";
}

function daysOf(definition: ReportDefinition, table: Table): { firstDay: Day | null; lastDay: Day | null } {
  const field = definition.coverageDay;
  const type = field === null ? undefined : definition.columns[field]?.type;
  let [firstDay, lastDay]: [Day | null, Day | null] = [null, null];
  for (const value of field === null ? [] : (table.columns[field] ?? [])) {
    if (typeof value !== "number") continue;
    const on = type === "moment" ? dayOfMoment(value as Moment) : (value as Day);
    if (firstDay === null || on < firstDay) firstDay = on;
    if (lastDay === null || on > lastDay) lastDay = on;
  }
  return { firstDay, lastDay };
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
function lazyClock(): SheetClock {
  let known: SheetClock | null = null;
  const clock = () => {
    known ??= sheetClock(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
    return known;
  };
  return { moment: (date) => clock().moment(date), day: (date) => clock().day(date) };
}
