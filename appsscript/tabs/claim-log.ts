/**
 * The Claim Log tab: one row per thing that happened to a finding or a claim, only ever added to. Everything the
 * add-on knows of claims is read from here; what its rows mean stands in src/claims.
 */
import * as z from "zod/mini";
import { type ChainHead, chain, headOf, verify } from "../../src/claims/chain.ts";
import type { ClaimBook, LogDraft, LogEntry } from "../../src/claims/claim.ts";
import { claimsOf } from "../../src/claims/log.ts";
import { LOG_COLUMNS, type LogRow, readRows, rowOf } from "../../src/claims/log-columns.ts";
import type { ColumnType } from "../../src/reports/definition.ts";
import { fromSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import { keep, kept } from "../kept.ts";
import { warnOfLog } from "./protection.ts";
import {
  filterWhole,
  findTab,
  growTo,
  openTab,
  readColumns,
  runsOf,
  type Tab,
  type TabPlan,
  writeRows,
} from "./tab.ts";

const TYPES: Readonly<Record<string, ColumnType>> = { amount: "decimal" };
const WIDTHS: Readonly<Record<string, number>> = {
  when: 160,
  who: 180,
  claimId: 150,
  note: 300,
  link: 200,
  findingId: 200,
};

const PLAN: TabPlan = {
  id: "claim-log",
  title: "Claim Log",
  columns: LOG_COLUMNS.map(({ key, header, type }) => {
    // Many columns, each short: they stay as narrow as Google makes them, so that a line can be read.
    const width = WIDTHS[key] ?? 100;
    return {
      key,
      header,
      type: TYPES[key] ?? (type === "number" ? "int" : "text"),
      width,
    };
  }),
};

const HEAD = "log.head";
/** Where the log ends; and while rows are added behind it, where, and how many. */
const STORED_HEAD = z.strictObject({
  sequence: z.number(),
  hash: z.string(),
  adding: z.optional(z.strictObject({ at: z.number(), count: z.number() })),
});
type StoredHead = z.infer<typeof STORED_HEAD>;
const NOWHERE: StoredHead = { sequence: 0, hash: "" };

export interface ClaimLog {
  readonly entries: readonly LogEntry[];
  /** What its rows add up to, and what is wrong with them. */
  readonly book: ClaimBook;
  /** Where the log ended when the add-on last wrote to it; null when nothing is known of that. */
  readonly head: ChainHead | null;
}

/** The tab, protected with a warning. Call it inside `alone`. */
export function openLog(): Tab {
  return openTab(PLAN, ({ sheet }) => warnOfLog(sheet));
}

/** What stands in the log; nothing where there is no such tab. */
export function readLog(clock: SheetClock): ClaimLog {
  const tab = findTab(PLAN);
  const stored = kept(HEAD, STORED_HEAD) ?? NOWHERE;
  const head = stored.sequence > 0 ? { sequence: stored.sequence, hash: stored.hash } : null;
  const count = tab ? tab.sheet.getLastRow() - 1 - unfinishedRows(tab, stored) : 0;
  const cells = tab ? readColumns(tab.sheet, tab.columns, 2, count) : new Map<string, never[]>();
  const rows: LogRow[] = [];
  for (let i = 0; i < count; i++) {
    const row: Record<string, unknown> = {};
    for (const [key, values] of cells) row[key] = fromSheet(values[i] ?? "", "text", clock);
    rows.push(row);
  }
  const { entries, problems } = readRows(rows);
  const book = claimsOf(entries);
  return {
    entries,
    head,
    book: { ...book, problems: [...problems, ...verify(entries, head), ...book.problems] },
  };
}

/** Changes with every row the add-on adds. Cheaper than reading the log. */
export function endOfLog(): string {
  return (kept(HEAD, STORED_HEAD) ?? NOWHERE).hash;
}

/**
 * Adds rows behind the end of the log; they are in the sheet before anything else says so. Call it inside `alone`,
 * with the log as it was read there.
 */
export function appendToLog(log: ClaimLog, drafts: readonly LogDraft[]): ClaimLog {
  const tab = openLog();
  const standing = headOf(log.entries);
  // Where the last rows were removed by hand their numbers are not given away again: the gap shows.
  const end = log.head !== null && log.head.sequence > standing.sequence ? log.head : standing;
  const added = chain(end, drafts);
  const cells = added.map(rowOf);
  const unfinished = unfinishedRows(tab, kept(HEAD, STORED_HEAD) ?? NOWHERE);
  const at = tab.sheet.getLastRow() + 1 - unfinished;
  if (unfinished > 0) {
    for (const run of runsOf(tab.columns)) {
      tab.sheet.getRange(at, run[0]?.at ?? 1, unfinished, run.length).clearContent();
    }
    SpreadsheetApp.flush();
  }
  const before: StoredHead = log.head ?? NOWHERE;
  keep(HEAD, { ...before, adding: { at, count: added.length } } satisfies StoredHead);
  growTo(tab, at + added.length - 1);
  writeRows(tab, at, added.length, (index, { key }) => cells[index]?.[key] ?? "", "sequence");
  filterWhole(tab);
  SpreadsheetApp.flush();
  const head = headOf(added);
  keep(HEAD, head);
  const entries = [...log.entries, ...added];
  return { entries, head, book: { ...claimsOf(entries), problems: log.book.problems } };
}

/**
 * How many rows an execution that was stopped has left at the end of the log, perhaps without some cells: the end of
 * the log is set down after its rows, so nobody has been told that they are there, and they do not count.
 */
function unfinishedRows({ sheet, columns }: Tab, { sequence, adding }: StoredHead): number {
  if (!adding) return 0;
  const rows = sheet.getLastRow() - adding.at + 1;
  if (rows < 1 || rows > adding.count) return 0;
  const numbers = columns.filter(({ key }) => key === "sequence");
  const cells = readColumns(sheet, numbers, adding.at, rows).get("sequence") ?? [];
  // A row somebody has typed in has no number.
  return cells.every((cell) => Number(cell) > sequence) ? rows : 0;
}
