/**
 * What an audit works out, from plain data to plain data: it touches no service. The sheet calls it where its tabs
 * fit into one execution; over larger ones a client runs it, from the text that `auditCore` hands over.
 */

import type { AuditInput } from "../src/audits/audit.ts";
import { AUDITS } from "../src/audits/catalogue.ts";
import { type Finding, findingToJson, type Total, totalsOf } from "../src/audits/finding.ts";
import { healthRows } from "../src/audits/health/data-health-rows.ts";
import { runAudits } from "../src/audits/run.ts";
import { POLICY, withOverrides } from "../src/policy/index.ts";
import { type Day, day, formatDay } from "../src/values/day.ts";
import { formatAmount } from "../src/values/money.ts";
import type {
  ArrangedTab,
  AuditAccount,
  AuditAnswer,
  Audited,
  AuditedApart,
  AuditSummary,
  RowsAnswer,
  TotalJson,
} from "./protocol.ts";
import { HEALTH_TAB, healthCell } from "./tabs/data-health.ts";
import { FINDINGS, findingCell, findingRows } from "./tabs/findings.ts";
import { arrange, arrangedCell, isOutOfOrder, type Keyed, type WrittenCell } from "./tabs/keyed-rows.ts";
import type { TabColumn } from "./tabs/tab.ts";
import { NEW_FINDING } from "./tracked.ts";

/** Cells that cannot be read are told one by one up to here, then counted. */
export const NOTES_SHOWN = 20;

/** Short names of the reports the audits read. */
export const AUDITED: readonly string[] = AUDITS.flatMap(({ meta }) => [...meta.needs.flat(), ...meta.uses]);

interface Told extends AuditInput {
  /** The marketplace of rows that say none. */
  readonly fallback: string;
  /** The first cells that could not be read, in words, and how many there are in all. */
  readonly notes: readonly string[];
  readonly unread: number;
}

export function auditTables({ tables, fallback, notes, unread, ...input }: Told): Audited {
  const { findings, cannotTell, totals, health } = runAudits({
    ...input,
    tables: tables.map((table) => ({
      ...table,
      importedFor: table.importedFor.map((code) => code || fallback),
    })),
  });
  return { findings, cannotTell, totals, health: healthRows(health), notes: shortened(notes, unread) };
}

/** A column of nonsense is told once, not in ten thousand sentences. */
function shortened(notes: readonly string[], unread: number): string[] {
  const shown = notes.slice(0, NOTES_SHOWN);
  if (unread <= NOTES_SHOWN) return shown;
  return [...shown, `… and ${unread - NOTES_SHOWN} more cells that could not be read.`];
}

/** Cells an audit writes into the tabs, at least. */
export function cellsToWrite({ findings, health }: Audited): number {
  return findings.length * FINDINGS.columns.length + health.length * HEALTH_TAB.plan.columns.length;
}

export function couldNotTell({ cannotTell }: Audited): string[] {
  return [...new Set(cannotTell.map(({ audit }) => audit))];
}

/** Everything found, as `auditRun` answers. `claimOf`: the id of a finding's latest claim. */
export function answerOf(
  asOf: string,
  { findings, cannotTell, totals }: Audited,
  notes: readonly string[],
  claimOf: (findingId: string) => string | null,
): AuditAnswer {
  const written = (on: Day | null) => (on === null ? null : formatDay(on));
  return {
    asOf,
    findings: findings.map((finding) => findingToJson({ ...finding, claimId: claimOf(finding.id) })),
    cannotTell: cannotTell.map(({ audit, reason, needs }) => ({
      audit,
      reason,
      needs: needs.map(({ report, from, to }) => ({ report, from: written(from), to: written(to) })),
    })),
    totals: totalsJson(totals),
    notes,
  };
}

/** @param open the findings nobody has dealt with */
export function summaryOf(
  asOf: string,
  { cannotTell }: Audited,
  open: readonly Finding[],
  notes: readonly string[],
): AuditSummary {
  const states = [...new Set(open.map(({ state }) => state))];
  return {
    asOf,
    counts: states.map((state) => ({ state, count: open.filter((one) => one.state === state).length })),
    totals: totalsJson(totalsOf(open)),
    cannotTell: cannotTell.length,
    notes,
  };
}

export function totalsJson(totals: readonly Total[]): TotalJson[] {
  return totals.map(({ state, amount, findings }) => ({
    state,
    currency: amount.currency,
    amount: formatAmount(amount),
    findings,
  }));
}

/** Audits what a client has fetched, and says what the tabs are to hold. */
export function auditAccount({ asOf, overrides, problems, tracked, ...account }: AuditAccount): AuditedApart {
  const on = day(asOf);
  const audited = auditTables({ ...account, asOf: on, policy: withOverrides(POLICY, overrides).policy });
  const known = new Map(tracked.map((one) => [one.id, one]));
  const tracking = (id: string) => known.get(id) ?? NEW_FINDING;
  const notes = [...problems, ...audited.notes];
  const open = audited.findings.filter(({ id }) => !tracking(id).settled);
  return {
    summary: summaryOf(asOf, audited, open, notes),
    couldNotTell: couldNotTell(audited),
    answer: () => answerOf(asOf, audited, notes, (id) => tracking(id).claimId),
    arrange: (tab, standing) =>
      tab === "health"
        ? arranged(audited.health, HEALTH_TAB.plan.columns, standing, healthCell)
        : arranged(findingRows(audited.findings, tracking), FINDINGS.columns, standing, (row, column) =>
            findingCell(row, column, on),
          ),
  };
}

function arranged<Thing extends Keyed>(
  things: readonly Thing[],
  columns: readonly TabColumn[],
  { ids, theirs, whole }: Omit<RowsAnswer, "next">,
  cell: (thing: Thing, column: TabColumn) => WrittenCell,
): ArrangedTab {
  const noted = new Set(theirs);
  const standing = ids.map((id, i) => ({ id, theirs: noted.has(i) }));
  const rows = arrange(things, standing, whole);
  return {
    rows: rows.map((row, i) => ({
      was: ids[i] ?? "",
      cells: columns.map((column) => arrangedCell(row, column, cell)),
    })),
    sort: isOutOfOrder(rows),
  };
}
