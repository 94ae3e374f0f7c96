/** Running the audits over the tabs of this sheet, and writing what they found. */
import { AUDITS } from "../src/audits/catalogue.ts";
import { type AuditResult, findingToJson } from "../src/audits/finding.ts";
import { runAudits } from "../src/audits/run.ts";
import type { Table } from "../src/reports/definition.ts";
import { REPORTS } from "../src/reports/index.ts";
import { type Day, day, formatDay } from "../src/values/day.ts";
import { formatAmount } from "../src/values/money.ts";
import { type SheetClock, sheetClock } from "./clock.ts";
import { alone } from "./locking.ts";
import type { AuditAnswer } from "./protocol.ts";
import { auditRequest } from "./requests.ts";
import { writeDataHealth } from "./tabs/data-health.ts";
import { writeFindings } from "./tabs/findings.ts";
import { readImports } from "./tabs/imports.ts";
import { readPolicy } from "./tabs/policy.ts";
import { readTable } from "./tabs/report.ts";
import { knownTab, stateOf } from "./tabs/report-state.ts";
import { openStart } from "./tabs/start.ts";

export interface SheetAudit {
  readonly result: AuditResult;
  /** What could not be read in the tabs or used of the Policy tab, in words. */
  readonly notes: readonly string[];
}

/** Audits as of a day (`YYYY-MM-DD`), writes the Findings and Data health tabs and answers with everything found. */
export function auditRun(input: unknown): AuditAnswer {
  const request = auditRequest(input);
  const { result, notes } = auditSheet(day(request.asOf), request.marketplace);
  const written = (on: Day | null) => (on === null ? null : formatDay(on));
  return {
    asOf: request.asOf,
    findings: result.findings.map(findingToJson),
    cannotTell: result.cannotTell.map(({ audit, reason, needs }) => ({
      audit,
      reason,
      needs: needs.map(({ report, from, to }) => ({ report, from: written(from), to: written(to) })),
    })),
    totals: result.totals.map(({ state, amount, findings }) => ({
      state,
      currency: amount.currency,
      amount: formatAmount(amount),
      findings,
    })),
    notes,
  };
}

/**
 * @param marketplace for rows that were typed into a tab by hand and say none; null = the one most files
 *   were imported for
 */
export function auditSheet(asOf: Day, marketplace: string | null): SheetAudit {
  return alone(() => {
    const clock = sheetClock(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
    const notes: string[] = [];
    const { policy, problems } = readPolicy();
    const imports = readImports(clock);
    const fallback = marketplace ?? mostFrequent(imports.map((record) => record.marketplace)) ?? "US";
    const tables = readTables(clock, fallback, notes);
    const result = runAudits({ asOf, policy, tables, imports });
    writeFindings(result.findings, asOf, clock);
    writeDataHealth(result.health, clock);
    openStart(asOf);
    return { result, notes: [...problems, ...shortened(notes)] };
  });
}

/** The tabs of all reports any audit reads. */
function readTables(clock: SheetClock, marketplace: string, notes: string[]): Table[] {
  const wanted = new Set(AUDITS.flatMap(({ meta }) => [...meta.needs.flat(), ...meta.uses]));
  return REPORTS.filter(({ shortName }) => wanted.has(shortName)).flatMap((definition) => {
    const table = readTable(definition, knownTab(definition, stateOf(definition)), clock, notes);
    if (!table) return [];
    return [{ ...table, importedFor: table.importedFor.map((code) => code || marketplace) }];
  });
}

function mostFrequent(codes: readonly string[]): string | null {
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
