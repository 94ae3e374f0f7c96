/** Running the audits over the tabs of this sheet, and writing what they found. */
import type { Finding } from "../src/audits/finding.ts";
import { LOG_COLUMNS } from "../src/claims/log-columns.ts";
import { claimRecords } from "../src/claims/records.ts";
import type { ReportDefinition, Table } from "../src/reports/definition.ts";
import { archive, ledgerDetail, REPORTS } from "../src/reports/index.ts";
import { type Day, day, formatDay } from "../src/values/day.ts";
import { AUDITED, answerOf, auditTables, cellsToWrite, couldNotTell, summaryOf } from "./audit-core.ts";
import type { SheetClock } from "./clock.ts";
import { alone } from "./locking.ts";
import type { AuditAnswer, Audited, AuditSummary } from "./protocol.ts";
import { auditRequest } from "./requests.ts";
import { keepAudit } from "./settings.ts";
import { CLAIMS, writeClaims } from "./tabs/claims.ts";
import { writeDataHealth } from "./tabs/data-health.ts";
import { FINDINGS, writeFindings } from "./tabs/findings.ts";
import { readImports } from "./tabs/imports.ts";
import { readPolicy } from "./tabs/policy.ts";
import { type AuditedPart, auditedCells, auditedPart, tableOf } from "./tabs/report.ts";
import { knownTab, stateOf } from "./tabs/report-state.ts";
import { openStart } from "./tabs/start.ts";
import { findTab } from "./tabs/tab.ts";
import { isSettled, type Tracked, trackedIn, trackedWords } from "./tracked.ts";
import { nowInUtc, readTracker } from "./tracker.ts";
import { userName } from "./user.ts";

/**
 * Cells one audit reads and writes in one execution: less than a minute as Google moves them (10,000 a second), of the
 * six it allows. A larger audit runs in the client (audit-apart.ts).
 */
export const CELLS_AT_ONCE = 500_000;

export interface SheetAudit {
  readonly result: Audited;
  /** What could not be read in the tabs or used of the Policy tab, in words. */
  readonly notes: readonly string[];
  /** What the tracker knows of a finding. */
  readonly tracked: (findingId: string) => Tracked;
}

/**
 * Audits as of a day (`YYYY-MM-DD`), writes the Findings and Data health tabs and answers with everything found.
 * Where that is too much for one execution it says so (`apart`) and has done nothing.
 */
export function auditRun(input: unknown): AuditAnswer {
  const { asOf, marketplace, cellsAtOnce } = auditRequest(input);
  const audit = auditSheet(day(asOf), marketplace, cellsAtOnce);
  if (audit === null)
    return { asOf, findings: [], cannotTell: [], totals: [], notes: [TOO_LARGE], apart: true };
  return answerOf(asOf, audit.result, audit.notes, (id) => audit.tracked(id).claim?.claimId ?? null);
}

/** As `auditRun`; answers with how many findings wait for somebody, and what they add up to. */
export function auditSummary(input: unknown): AuditSummary {
  const { asOf, marketplace, cellsAtOnce } = auditRequest(input);
  const audit = auditSheet(day(asOf), marketplace, cellsAtOnce);
  if (audit === null) return { asOf, counts: [], totals: [], cannotTell: 0, notes: [TOO_LARGE], apart: true };
  return summaryOf(asOf, audit.result, unsettled(audit), audit.notes);
}

const TOO_LARGE =
  "The tabs are too large to be audited in one go. Nothing was written: run the audit from the sidebar.";

/** The findings nobody has dealt with yet. */
export function unsettled({ result, tracked }: SheetAudit): Finding[] {
  return result.findings.filter(({ id }) => !isSettled(tracked(id).status));
}

/**
 * Null when it takes more cells than `cellsAtOnce`; nothing was written then.
 *
 * @param marketplace for rows that were typed into a tab by hand and say none; null = the one most files
 *   were imported for
 */
export function auditSheet(
  asOf: Day,
  marketplace: string | null,
  cellsAtOnce = CELLS_AT_ONCE,
): SheetAudit | null {
  return alone(() => {
    const { book, clock, log } = readTracker();
    const parts = auditedParts(AUDITED);
    const reads =
      parts.reduce((sum, { rows, columns }) => sum + rows * columns.length, 0) +
      rowsOfFindings() * FINDINGS.columns.length +
      book.claims.length * CLAIMS.columns.length * 2 +
      log.entries.length * LOG_COLUMNS.length;
    if (reads > cellsAtOnce) return null;
    const notes: string[] = [];
    const { policy, problems } = readPolicy();
    const imports = readImports(clock);
    const result = auditTables({
      asOf,
      policy,
      tables: parts.map((part) => readTable(part, clock, notes)),
      imports,
      claims: claimRecords(book.claims),
      fallback: fallbackOf(marketplace, imports),
      notes,
      unread: notes.length,
    });
    if (reads + cellsToWrite(result) > cellsAtOnce) return null;
    const tracked = trackedIn(book, asOf);
    writeFindings(result.findings, (id) => trackedWords(tracked(id)), asOf, clock);
    if (book.claims.length > 0) writeClaims(book.claims, clock);
    writeDataHealth(result.health, clock);
    openStart(asOf);
    SpreadsheetApp.flush();
    const said = { asOf: formatDay(asOf), when: nowInUtc(), who: userName() };
    keepAudit({ ...said, couldNotTell: couldNotTell(result) }, policy);
    return { result, tracked, notes: [...problems, ...book.problems, ...result.notes] };
  });
}

/** Rows of the Findings tab below its header. */
export function rowsOfFindings(): number {
  return Math.max(0, (findTab(FINDINGS)?.sheet.getLastRow() ?? 0) - 1);
}

/**
 * The tabs of reports, by their short names.
 *
 * @param marketplace for rows that say none; null = the one most files were imported for
 */
export function readTables(
  names: readonly string[],
  clock: SheetClock,
  marketplace: string | null,
  notes: string[],
): Table[] {
  const fallback = fallbackOf(marketplace, marketplace === null ? readImports(clock) : []);
  return auditedParts(names).map((part) => {
    const table = readTable(part, clock, notes);
    return { ...table, importedFor: table.importedFor.map((code) => code || fallback) };
  });
}

/** What audits read of the tabs of these reports, in the order in which one execution reads them. */
export function auditedParts(names: readonly string[]): AuditedPart[] {
  const read = REPORTS.filter(({ shortName }) => names.includes(shortName));
  return [...read, ...(read.includes(ledgerDetail) ? [archive] : [])].flatMap(
    (definition) => auditedPartOf(definition) ?? [],
  );
}

/** What audits read of a report's tab; null where there is none. */
export function auditedPartOf(definition: ReportDefinition): AuditedPart | null {
  const state = stateOf(definition);
  return auditedPart(definition, knownTab(definition, state), state.begun);
}

function readTable(part: AuditedPart, clock: SheetClock, notes: string[]): Table {
  const { definition, columns, rows } = part;
  return tableOf(definition, columns, auditedCells(part, 2, rows), rows, clock, notes);
}

/** The marketplace of rows that say none. */
export function fallbackOf(
  asked: string | null,
  imports: readonly { readonly marketplace: string }[],
): string {
  return asked ?? mostFrequent(imports.map(({ marketplace }) => marketplace)) ?? "US";
}

/** The first of those that occur most often; null when there is none. */
export function mostFrequent(codes: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  let best: string | null = null;
  for (const [code, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = code;
  return best;
}
