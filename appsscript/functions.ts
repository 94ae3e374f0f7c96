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
import { type ClaimRule, claimTime, marketplace, POLICY } from "../src/policy/index.ts";
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
  const others = otherRanges.map((other, i) => reportIn(other, `argument ${i + 3}`, clock));
  const reports = [first, ...others];
  const result = runAudits({
    asOf: on,
    policy: POLICY,
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
  const unknown = result.cannotTell.filter(({ audit }) => opensWith(audit, shortName));
  const reasons = unknown.map(({ audit, reason }) => `${titleOf(audit)}: ${reason}`).join(" ");
  const judged = AUDITS.some(
    ({ meta }) => opensWith(meta.id, shortName) && !unknown.some(({ audit }) => audit === meta.id),
  );
  const heading = reasons === "" || !judged ? "Reimbursement" : `Reimbursement · CANNOT TELL: ${reasons}`;
  const lines = new Set(first.table.lines);
  const rows: string[][] = [[heading]];
  for (let line = 2; line <= first.lastLine; line++) {
    const found = flags.get(line)?.join(" | ");
    const blind = !judged && reasons !== "" && lines.has(line) ? `CANNOT TELL: ${reasons}` : "";
    rows.push([found ?? blind]);
  }
  return rows;
}

/** The last day to file, as a date's serial number; words where there is no deadline. */
export function REIMB_DEADLINE(
  claimType: unknown,
  eventDate: unknown,
  marketplaceCode: unknown,
): Date | string {
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
  const about = titleOf(finding.audit);
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

/** Whether an audit's openings stand in this report: the first it needs. */
function opensWith(audit: string, shortName: string): boolean {
  return auditNamed(audit)?.meta.needs.slice(0, 1).flat().includes(shortName) === true;
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
