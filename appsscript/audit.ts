/** Running the audits over the tabs of this sheet, and writing what they found. */
import { AUDITS } from "../src/audits/catalogue.ts";
import {
  type AuditResult,
  type Finding,
  findingToJson,
  type Total,
  totalsOf,
} from "../src/audits/finding.ts";
import { runAudits } from "../src/audits/run.ts";
import { claimRecords } from "../src/claims/records.ts";
import type { Table } from "../src/reports/definition.ts";
import { archive, ledgerDetail, REPORTS } from "../src/reports/index.ts";
import { type Day, day, formatDay } from "../src/values/day.ts";
import { formatAmount } from "../src/values/money.ts";
import type { SheetClock } from "./clock.ts";
import { alone } from "./locking.ts";
import type { AuditAnswer, AuditSummary, TotalJson } from "./protocol.ts";
import { auditRequest } from "./requests.ts";
import { keepAudit } from "./settings.ts";
import { writeClaims } from "./tabs/claims.ts";
import { writeDataHealth } from "./tabs/data-health.ts";
import { writeFindings } from "./tabs/findings.ts";
import { readImports } from "./tabs/imports.ts";
import { readPolicy } from "./tabs/policy.ts";
import { readTable } from "./tabs/report.ts";
import { knownTab, stateOf } from "./tabs/report-state.ts";
import { openStart } from "./tabs/start.ts";
import { isSettled, type Tracked, trackedIn, trackedWords } from "./tracked.ts";
import { nowInUtc, readTracker } from "./tracker.ts";
import { userName } from "./user.ts";

export interface SheetAudit {
  readonly result: AuditResult;
  /** What could not be read in the tabs or used of the Policy tab, in words. */
  readonly notes: readonly string[];
  /** What the tracker knows of a finding. */
  readonly tracked: (findingId: string) => Tracked;
}

/** Audits as of a day (`YYYY-MM-DD`), writes the Findings and Data health tabs and answers with everything found. */
export function auditRun(input: unknown): AuditAnswer {
  const request = auditRequest(input);
  const { result, notes, tracked } = auditSheet(day(request.asOf), request.marketplace);
  const claimOf = (id: string) => tracked(id).claim?.claimId ?? null;
  const written = (on: Day | null) => (on === null ? null : formatDay(on));
  return {
    asOf: request.asOf,
    findings: result.findings.map((finding) => findingToJson({ ...finding, claimId: claimOf(finding.id) })),
    cannotTell: result.cannotTell.map(({ audit, reason, needs }) => ({
      audit,
      reason,
      needs: needs.map(({ report, from, to }) => ({ report, from: written(from), to: written(to) })),
    })),
    totals: totalsJson(result.totals),
    notes,
  };
}

/** As `auditRun`; answers with how many findings wait for somebody, and what they add up to. */
export function auditSummary(input: unknown): AuditSummary {
  const request = auditRequest(input);
  const audit = auditSheet(day(request.asOf), request.marketplace);
  const open = unsettled(audit);
  const states = [...new Set(open.map(({ state }) => state))];
  return {
    asOf: request.asOf,
    counts: states.map((state) => ({ state, count: open.filter((one) => one.state === state).length })),
    totals: totalsJson(totalsOf(open)),
    cannotTell: audit.result.cannotTell.length,
    notes: audit.notes,
  };
}

/** The findings nobody has dealt with yet. */
export function unsettled({ result, tracked }: SheetAudit): Finding[] {
  return result.findings.filter(({ id }) => !isSettled(tracked(id).status));
}

export function totalsJson(totals: readonly Total[]): TotalJson[] {
  return totals.map(({ state, amount, findings }) => ({
    state,
    currency: amount.currency,
    amount: formatAmount(amount),
    findings,
  }));
}

/**
 * @param marketplace for rows that were typed into a tab by hand and say none; null = the one most files
 *   were imported for
 */
export function auditSheet(asOf: Day, marketplace: string | null): SheetAudit {
  return alone(() => {
    const { book, clock } = readTracker();
    const tracked = trackedIn(book, asOf);
    const notes: string[] = [];
    const { policy, problems } = readPolicy();
    const imports = readImports(clock);
    const wanted = AUDITS.flatMap(({ meta }) => [...meta.needs.flat(), ...meta.uses]);
    const tables = readTables(wanted, clock, marketplace, notes);
    const result = runAudits({ asOf, policy, tables, imports, claims: claimRecords(book.claims) });
    writeFindings(result.findings, (id) => trackedWords(tracked(id)), asOf, clock);
    if (book.claims.length > 0) writeClaims(book.claims, clock);
    writeDataHealth(result.health, clock);
    openStart(asOf);
    SpreadsheetApp.flush();
    const couldNotTell = [...new Set(result.cannotTell.map(({ audit }) => audit))];
    keepAudit({ asOf: formatDay(asOf), when: nowInUtc(), who: userName(), couldNotTell }, policy);
    return { result, tracked, notes: [...problems, ...book.problems, ...shortened(notes)] };
  });
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
  const fallback =
    marketplace ?? mostFrequent(readImports(clock).map((record) => record.marketplace)) ?? "US";
  const read = REPORTS.filter(({ shortName }) => names.includes(shortName));
  return [...read, ...(read.includes(ledgerDetail) ? [archive] : [])].flatMap((definition) => {
    const state = stateOf(definition);
    const table = readTable(definition, knownTab(definition, state), clock, notes, state.begun);
    if (!table) return [];
    return [{ ...table, importedFor: table.importedFor.map((code) => code || fallback) }];
  });
}

/** The first of those that occur most often; null when there is none. */
export function mostFrequent(codes: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  let best: string | null = null;
  for (const [code, n] of counts) if (best === null || n > (counts.get(best) ?? 0)) best = code;
  return best;
}

/** A column of nonsense is told once, not in ten thousand sentences. */
function shortened(notes: readonly string[]): string[] {
  const shown = 20;
  if (notes.length <= shown) return [...notes];
  return [...notes.slice(0, shown), `… and ${notes.length - shown} more cells that could not be read.`];
}
