/**
 * Audits over tabs too large for one execution: the add-on's side of what `audit-protocol.ts` describes. The client
 * reads the tabs slice by slice and audits. Before anything is written it is made sure that every row still stands
 * where it was read and that nothing else has changed that the findings rest on; then the tabs are written row by row
 * as one execution writes them, in pieces. An audit whose writing is cut off counts as outdated until another one has
 * been written.
 */
import { claimRecords } from "../src/claims/records.ts";
import { POLICY, withOverrides } from "../src/policy/index.ts";
import { day } from "../src/values/day.ts";
import { hashParts } from "../src/values/hash.ts";
import { currencyOf } from "../src/values/money.ts";
import { auditedPartOf, auditedParts, fallbackOf, rowsOfFindings } from "./audit.ts";
import { AUDITED, NOTES_SHOWN } from "./audit-core.ts";
import {
  beginRequest,
  checkRequest,
  claimsRequest,
  finishRequest,
  fromRequest,
  orderRequest,
  rowsRequest,
  sliceRequest,
  writeRequest,
} from "./audit-requests.ts";
import type { SheetCell } from "./cells.ts";
import { sheetClock } from "./clock.ts";
import { alone } from "./locking.ts";
import { bytesOf, pageOf } from "./pages.ts";
import type {
  AuditPlan,
  AuditRequest,
  BeginAuditAnswer,
  CheckAnswer,
  ClaimsAnswer,
  CoreAnswer,
  RowsAnswer,
  SliceAnswer,
  WriteAnswer,
  WrittenTab,
} from "./protocol.ts";
import { auditRequest, definitionNamed } from "./requests.ts";
import { beginWriting, keepWritten, type Writing, writingOf } from "./settings.ts";
import { endOfLog } from "./tabs/claim-log.ts";
import { writeClaims } from "./tabs/claims.ts";
import { HEALTH_TAB } from "./tabs/data-health.ts";
import { FINDINGS_TAB, formatAmounts } from "./tabs/findings.ts";
import { readImports } from "./tabs/imports.ts";
import {
  filterKeyed,
  isWhole,
  type KeyedTab,
  openKeyed,
  readStanding,
  sortKeyed,
  writeOver,
} from "./tabs/keyed.ts";
import { GONE } from "./tabs/keyed-rows.ts";
import { readOverrides } from "./tabs/policy.ts";
import { type AuditedPart, auditedCells, hashRows, tableOf } from "./tabs/report.ts";
import { stateOf } from "./tabs/report-state.ts";
import { openStart } from "./tabs/start.ts";
import { findTab, growTo, readColumns } from "./tabs/tab.ts";
import { touchedIn, trackedIn, trackedWords } from "./tracked.ts";
import { nowInUtc, readTracker } from "./tracker.ts";
import { userName } from "./user.ts";

/** Cells of one slice: seconds to read, and most often below the bytes one answer carries. */
const CELLS_PER_SLICE = 60_000;
const BYTES_PER_ANSWER = 900_000;
/** Cells of slices looked at again in one execution: half a minute. */
const CELLS_PER_CHECK = 250_000;
const CHARACTERS_OF_CORE = 400_000;
/** Rows whose ids are answered at once. */
const ROWS_PER_PAGE = 10_000;

const TABS: Readonly<Record<WrittenTab, KeyedTab>> = { findings: FINDINGS_TAB, health: HEALTH_TAB };

/** The function around all of this (tools/build.mjs). */
declare const makeReimbursementAuditor_: () => unknown;

export function auditPlan(input: unknown): AuditPlan {
  return planOf(auditRequest(input));
}

/** The program, in parts: this very file. */
export function auditCore(input: unknown): CoreAnswer {
  const { from } = fromRequest(input);
  const text = String(makeReimbursementAuditor_);
  const next = from + CHARACTERS_OF_CORE;
  return { text: text.slice(from, next), next: next < text.length ? next : null };
}

export function auditClaims(input: unknown): ClaimsAnswer {
  const { asOf, from } = claimsRequest(input);
  const { book } = readTracker();
  const tracked = trackedIn(book, day(asOf));
  const all = [
    ...claimRecords(book.claims).map((claim) => ({ claim })),
    ...[...touchedIn(book)].map((id) => {
      const { status, claimId, settled } = trackedWords(tracked(id));
      return { finding: { id, status, claimId, settled } };
    }),
  ];
  const placed = all.map((item, at) => ({ at, item })).slice(from);
  const { items, next } = pageOf(placed, all.length, all.length);
  return {
    claims: items.flatMap((item) => ("claim" in item ? [item.claim] : [])),
    tracked: items.flatMap((item) => ("finding" in item ? [item.finding] : [])),
    next,
  };
}

export function auditSlice(input: unknown): SliceAnswer {
  const { report, mark, from } = sliceRequest(input);
  const part = partOf(report, mark);
  if (!part) return null;
  const clock = sheetClock(zone());
  const wanted = Math.min(part.rows + 2 - from, Math.ceil(CELLS_PER_SLICE / part.columns.length));
  for (let count = Math.max(0, wanted); ; count = Math.ceil(count / 2)) {
    let cells: Map<string, SheetCell[]> | null = null;
    const read = () => {
      cells ??= auditedCells(part, from, count);
      return cells;
    };
    // First: were the keys read last, rows sorted between two of these calls would go unnoticed.
    const hash = hashRows(part, from, count, read);
    const notes: string[] = [];
    const table = tableOf(part.definition, part.columns, read(), count, clock, notes, from);
    if (count > 1 && bytesOf(JSON.stringify(table)) > BYTES_PER_ANSWER) continue;
    return { table, count, hash, notes: notes.slice(0, NOTES_SHOWN), unread: notes.length };
  }
}

export function auditCheck(input: unknown): CheckAnswer {
  const { report, mark, slices } = checkRequest(input);
  const part = partOf(report, mark);
  if (!part) return { changed: slices.map(({ from }) => from), checked: slices.length };
  const changed: number[] = [];
  let [checked, read] = [0, 0];
  for (const { from, count, hash } of slices) {
    const now = hashRows(part, from, count, () => {
      read += count * part.columns.length;
      return auditedCells(part, from, count);
    });
    if (now !== hash) changed.push(from);
    checked += 1;
    read += count;
    if (read > CELLS_PER_CHECK) break;
  }
  return { changed, checked };
}

export function auditBegin(input: unknown): BeginAuditAnswer {
  const { operation, marks, ...request } = beginRequest(input);
  return alone(() => {
    const { overrides, marks: now } = planOf(request);
    const [before, after] = [new Map(marks), new Map(now)];
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (tab) => before.get(tab) !== after.get(tab),
    );
    if (changed.length === 0) {
      for (const tab of Object.values(TABS)) openKeyed(tab);
      const { policy } = withOverrides(POLICY, overrides);
      beginWriting(operation, request.asOf, policy, endOfLog());
    }
    return { changed };
  });
}

export function auditRows(input: unknown): RowsAnswer {
  const { tab: which, from } = rowsRequest(input);
  const tab = findTab(TABS[which].plan);
  const count = tab ? tab.sheet.getLastRow() - 1 : 0;
  const page = Math.min(ROWS_PER_PAGE, count - from);
  const rows = tab && page > 0 ? readStanding(tab, from + 2, page) : [];
  return {
    ids: rows.map(({ id }) => id),
    theirs: rows.flatMap(({ theirs }, i) => (theirs ? [i] : [])),
    whole: tab === null || isWhole(tab),
    next: from + page < count ? from + page : null,
  };
}

export function auditWrite(input: unknown): WriteAnswer {
  const { operation, tab: which, at, end, rows } = writeRequest(input, (tab) => TABS[tab].plan.columns);
  return writing(operation, ({ asOf, log }) => {
    const { plan } = TABS[which];
    const tab = openKeyed(TABS[which]);
    growTo(tab, end);
    const standing = readColumns(tab.sheet, tab.columns, at, rows.length);
    const order = new Map(plan.columns.map(({ key }, index) => [key, index]));
    const cellOf = (index: number, key: string) => rows[index]?.cells[order.get(key) ?? -1] ?? null;
    const stands = rows.every(({ was }, index) => {
      const id = String(standing.get("id")?.[index] ?? "");
      return id === was || id === cellOf(index, "id");
    });
    if (!stands) return "changed";
    const { book, clock } = endOfLog() === log ? { book: null, clock: sheetClock(zone()) } : readTracker();
    // Somebody took a step with a claim since: what the client says of it is old.
    const tracked = book && which === "findings" ? trackedIn(book, day(asOf)) : null;
    writeOver(tab, at, rows.length, clock, {
      standing: (index, { key }) => standing.get(key)?.[index],
      cell: (index, { key }) => {
        const id = cellOf(index, "id");
        if (tracked === null || !id || (key !== "status" && key !== "claimId")) return cellOf(index, key);
        const words = trackedWords(tracked(String(id)));
        return key === "status" ? words.status : (words.claimId ?? "");
      },
    });
    return "written";
  });
}

export function auditOrder(input: unknown): WriteAnswer {
  const { operation, tab: which, end, sort } = orderRequest(input);
  return writing(operation, () => {
    const tab = openKeyed(TABS[which]);
    const count = Math.min(end, tab.sheet.getMaxRows()) - 1;
    if (sort) sortKeyed(tab, count, tab.sheet.getMaxColumns());
    filterKeyed(tab, TABS[which].colours);
    if (which === "findings") {
      const keys = ["id", "state", "currency"];
      const wanted = tab.columns.filter(({ key }) => keys.includes(key));
      const cells = readColumns(tab.sheet, wanted, 2, count);
      const [ids = [], states = [], currencies = []] = keys.map((key) => cells.get(key));
      formatAmounts(
        tab,
        currencies.map((currency, i) =>
          ids[i] === "" || states[i] === GONE ? null : currencyOf(String(currency)),
        ),
      );
    }
    return "written";
  });
}

export function auditFinish(input: unknown): WriteAnswer {
  const { operation, couldNotTell } = finishRequest(input);
  return writing(operation, (begun) => {
    const { book, clock } = readTracker();
    if (book.claims.length > 0) writeClaims(book.claims, clock);
    openStart(day(begun.asOf));
    SpreadsheetApp.flush();
    keepWritten(begun, { when: nowInUtc(), who: userName(), couldNotTell });
    return "written";
  });
}

/** A step of writing, alone; nothing where it is all written, or another audit has come in between. */
function writing(operation: string, step: (begun: Writing) => WriteAnswer["status"]): WriteAnswer {
  return alone(() => {
    const begun = writingOf(operation);
    if (begun === null) return { status: "taken" };
    return { status: begun === "done" ? "written" : step(begun) };
  });
}

function planOf({ marketplace }: AuditRequest): AuditPlan {
  const { book, clock, log } = readTracker();
  const overrides = readOverrides();
  const imports = readImports(clock);
  const fallback = fallbackOf(marketplace, imports);
  const parts = auditedParts(AUDITED).map((part) => ({ part, tab: part.sheet.getName() }));
  const { problems } = withOverrides(POLICY, overrides);
  return {
    overrides,
    imports,
    fallback,
    tables: parts.map(({ part: { definition, rows, columns }, tab }) => ({
      report: definition.id,
      tab,
      rows,
      columns: columns.length,
    })),
    marks: [
      ...parts.map(({ part, tab }): [string, string] => [tab, markOf(part)]),
      ["Policy", markOfAll(overrides)],
      ["Imports", markOfAll([fallback, imports])],
      ["Claim Log", markOfAll([log.entries, book.problems])],
    ],
    findings: rowsOfFindings(),
    problems: [...problems, ...book.problems],
  };
}

/** What audits read of a report's tab, if it is what the plan was made for. */
function partOf(report: string, mark: string): AuditedPart | null {
  const definition = definitionNamed(report);
  const part = definition ? auditedPartOf(definition) : null;
  return part && markOf(part) === mark ? part : null;
}

/** Changes with every write of the add-on to this tab, with the number of its rows, its columns and its days. */
function markOf({ definition, rows, columns }: AuditedPart): string {
  const { revision } = stateOf(definition);
  return markOfAll([definition.id, revision, rows, columns.map(({ key, at }) => [key, at]), zone()]);
}

function markOfAll(facts: unknown): string {
  return hashParts([JSON.stringify(facts)]);
}

function zone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}
