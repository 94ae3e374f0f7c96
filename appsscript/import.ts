/**
 * The server's side of an import. The client has read the file and planned the merge; here each numbered
 * piece is applied once, under the document lock, if the tab is still what the plan was made for.
 *
 * What has been done is kept in the document's properties, one entry per report tab: a piece that comes
 * again gets its first answer, and an import that was cut off counts what it had already written.
 */
import type { Cell, ReportDefinition } from "../src/reports/definition.ts";
import { archive, ledgerDetail } from "../src/reports/index.ts";
import { type Day, parseDay } from "../src/values/day.ts";
import { hashParts } from "../src/values/hash.ts";
import { isSuspect, isTextType, type SheetCell, toSheet } from "./cells.ts";
import { isDate, sheetClock, wallClockNow } from "./clock.ts";
import { alone } from "./locking.ts";
import type {
  AddPiece,
  BeginAnswer,
  ChangePiece,
  FinishAnswer,
  KeysAnswer,
  Piece,
  PieceAnswer,
  WrittenRows,
} from "./protocol.ts";
import { beginRequest, definitionNamed, finishRequest, keysRequest, pieceRequest } from "./requests.ts";
import { countImport } from "./settings.ts";
import { recordImport } from "./tabs/imports.ts";
import {
  extraKey,
  IMPORTED_FOR,
  keyColumn,
  ROW_KEY,
  readKeys,
  reportTab,
  unfinishedRows,
} from "./tabs/report.ts";
import {
  type ExtraHeaders,
  keepState,
  knownTab,
  stateOf,
  type TabState,
  UNKNOWN_TAB,
} from "./tabs/report-state.ts";
import {
  filterWhole,
  findTab,
  growTo,
  marksOf,
  openTab,
  type PlacedColumn,
  runsOf,
  type Tab,
  writeRows,
} from "./tabs/tab.ts";
import { userName } from "./user.ts";

/** So many keys are answered at once, which spares most imports a call. */
const FIRST_KEYS = 15_000;
/** Characters of keys in one answer: those of the archive are long. */
const KEY_CHARACTERS = 1_000_000;

/** Makes the tab and the columns a file needs, and says where the tab stands. */
export function importBegin(input: unknown): BeginAnswer {
  const request = beginRequest(input);
  const definition = definitionOf(request.report);
  const unknown = request.fields.find((field) => !Object.keys(definition.columns).includes(field));
  if (unknown !== undefined) {
    throw new Error(`“${unknown}” is no column of ${definition.title}. Nothing was changed.`);
  }
  return alone(() => {
    const kept = settled(definition);
    const standing = findTab(knownTab(definition, kept));
    // A tab the user deleted takes with it what was known of it.
    const before = standing ? kept : { ...UNKNOWN_TAB, revision: kept.revision };
    const has = new Set(standing?.columns.map(({ key }) => key));
    const fields = Object.keys(definition.columns).filter(
      // The user's own tabs show every column there is to fill in.
      (field) => definition.from === "user" || request.fields.includes(field) || has.has(field),
    );
    const extras = withExtras(before.extras, request.extras, standing);
    const tab = openTab(reportTab(definition, fields, extras));
    const grown = tab.columns.length !== standing?.columns.length;
    const lastRow = tab.sheet.getLastRow();
    const state: TabState = {
      ...before,
      fields,
      extras,
      revision: before.revision + (grown ? 1 : 0),
      begun: { sha256: request.sha256, end: lastRow },
    };
    keepState(definition, state);
    return {
      revision: state.revision,
      lastRow,
      keys: answered(readKeys(tab, 2, Math.min(lastRow - 1, FIRST_KEYS))),
      resumed: resumedBy(state, request.sha256),
      ...(definition.id === ledgerDetail.id ? { archive: archiveTab()?.sheet.getLastRow() ?? 0 } : {}),
    };
  });
}

/** A slice of the key column. */
export function importKeys(input: unknown): KeysAnswer {
  const { report, revision, from, count } = keysRequest(input);
  const definition = definitionOf(report);
  const state = stateOf(definition);
  const tab = state.revision === revision ? findTab(knownTab(definition, state)) : null;
  if (!tab) return { keys: null };
  const last = Math.min(tab.sheet.getLastRow(), from + count - 1);
  return { keys: last < from ? [] : answered(readKeys(tab, from, last - from + 1)) };
}

/** As many of the keys as one answer takes, one at least. */
function answered(keys: readonly string[]): readonly string[] {
  let characters = 0;
  const end = keys.findIndex((key, index) => {
    characters += key.length;
    return characters > KEY_CHARACTERS && index > 0;
  });
  return end < 0 ? keys : keys.slice(0, end);
}

/** Null also for a tab of that name which is the user's own. */
function archiveTab(): Tab | null {
  const tab = findTab(knownTab(archive, stateOf(archive)));
  return tab?.columns.some(({ key }) => key === ROW_KEY.key) ? tab : null;
}

/** Applies one piece; the same piece again changes nothing and is answered alike. */
export function importPiece(input: unknown): PieceAnswer {
  const piece = pieceRequest(input);
  const definition = definitionOf(piece.report);
  return alone(() => {
    const state = settled(definition);
    const written: PieceAnswer = { status: "written", piece: piece.piece };
    const changed: PieceAnswer = { status: "changed", piece: piece.piece };
    const underWay = state.operation === piece.operation;
    if (underWay && piece.piece < state.next) return written;
    const expected = underWay ? piece.piece === state.next : piece.piece === 0;
    if (!expected || (!underWay && state.revision !== piece.revision)) return changed;
    const tab = findTab(knownTab(definition, state));
    if (!tab || !holds(tab, piece)) return changed;
    const done =
      piece.kind === "add" ? addRows(tab, piece, state) : changeRows(tab, piece, state, definition);
    if (!done) return changed;
    keepState(definition, {
      ...done,
      sha256: piece.sha256,
      operation: piece.operation,
      next: piece.piece + 1,
    });
    return written;
  });
}

/** Puts the rows in order and writes the file's line in the Imports tab. */
export function importFinish(input: unknown): FinishAnswer {
  const request = finishRequest(input);
  const definition = definitionOf(request.report);
  return alone(() => {
    const state = settled(definition);
    const tab = findTab(knownTab(definition, state));
    if (!tab) throw new Error(`The tab “${definition.title}” is gone. Import the file again.`);
    if (request.sort) sortRows(tab);
    filterWhole(tab);
    if (definition.id === ledgerDetail.id) closeArchive(request.sha256);
    const timeZone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    const dayIn = (text: string | null): Day | null => (text === null ? null : parseDay(text));
    recordImport(
      {
        ...request,
        report: definition.title,
        archived: request.archived ?? 0,
        firstDay: dayIn(request.firstDay),
        lastDay: dayIn(request.lastDay),
        from: dayIn(request.from),
        to: dayIn(request.to),
        columns: request.compact ? "those the audits read" : "all",
        when: wallClockNow(timeZone),
        who: userName(),
      },
      sheetClock(timeZone),
    );
    SpreadsheetApp.flush();
    countImport();
    keepState(definition, closed(state, request.sort));
    return { tab: tab.sheet.getName() };
  });
}

/** The archive a file was compared with, or that took some of its rows. */
function closeArchive(sha256: string): void {
  const state = settled(archive);
  const tab = state.begun?.sha256 === sha256 ? archiveTab() : null;
  if (!tab) return;
  sortRows(tab);
  filterWhole(tab);
  SpreadsheetApp.flush();
  keepState(archive, closed(state, true));
}

/** No file is under way any more. */
function closed(state: TabState, sorted: boolean): TabState {
  return {
    ...state,
    revision: state.revision + (sorted ? 1 : 0),
    operation: "",
    next: 0,
    sha256: "",
    added: 0,
    changed: 0,
    begun: undefined,
    changing: undefined,
  };
}

function definitionOf(report: string): ReportDefinition {
  const definition = definitionNamed(report);
  if (!definition) throw new Error(`“${report}” is no report we know. Nothing was changed.`);
  return definition;
}

/** True when the tab has every column the piece brings cells for. */
function holds(tab: Tab, piece: Piece): boolean {
  const keys = new Set(tab.columns.map(({ key }) => key));
  return [...piece.fields, ...piece.extras.map(extraKey), IMPORTED_FOR.key, ROW_KEY.key].every((key) =>
    keys.has(key),
  );
}

/**
 * Adds rows behind all others, and answers with the state they leave: they are in the sheet before anything says so.
 * Null when rows have been added meanwhile.
 */
function addRows(tab: Tab, piece: AddPiece, state: TabState): TabState | null {
  if (tab.sheet.getLastRow() !== piece.at - 1) return null;
  const count = piece.rows.length;
  const last = piece.at + count - 1;
  if (piece.piece === 0 || last > tab.sheet.getMaxRows()) {
    growTo(tab, piece.at - 1 + Math.max(piece.adding, count));
  }
  const cellOf = cellReader(piece);
  const cell = (index: number, column: PlacedColumn) =>
    cellOf(column, piece.rows[index] ?? [], piece.keys[index] ?? "");
  writeKeysLast(tab, piece.at, count, cell);
  SpreadsheetApp.flush();
  const { sha256 } = piece;
  return { ...counted(state, sha256, { added: count, changed: 0 }), begun: { sha256, end: last } };
}

/**
 * One read and one write of the window the rows lie in. The rows between them are written back as they
 * were read. Where no content changes only the keys are touched. Null when other rows stand there.
 */
function changeRows(
  tab: Tab,
  piece: ChangePiece,
  state: TabState,
  definition: ReportDefinition,
): TabState | null {
  const first = piece.changes[0]?.row ?? 2;
  const count = (piece.changes[piece.changes.length - 1]?.row ?? first) - first + 1;
  if (first + count - 1 > tab.sheet.getLastRow()) return null;
  const changed = piece.changes.filter(({ cells }) => cells !== null).length;
  const columns = changed === 0 ? keyColumn(tab) : tab.columns;
  const left = Math.min(...columns.map(({ at }) => at));
  const right = Math.max(...columns.map(({ at }) => at));
  const window = tab.sheet.getRange(first, left, count, right - left + 1).getValues() as SheetCell[][];
  const keyAt = columns.find(({ key }) => key === ROW_KEY.key)?.at ?? left;
  const changes = new Map(piece.changes.map((change) => [change.row - first, change]));
  for (const [index, { was }] of changes) {
    if (String(window[index]?.[keyAt - left]) !== was) return null;
  }
  const keys = window.map((cells, index) => changes.get(index)?.key ?? String(cells[keyAt - left] ?? ""));
  keepState(definition, { ...state, changing: { at: first, count, keys: hashParts(keys), changed } });
  const clock = sheetClock(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
  const cellOf = cellReader(piece);
  writeKeysLast({ ...tab, columns }, first, count, (index, column) => {
    const change = changes.get(index);
    if (change && column.key === ROW_KEY.key) return change.key;
    if (change?.cells) return cellOf(column, change.cells, change.key);
    const standing = window[index]?.[column.at - left] ?? "";
    if (isDate(standing)) return toSheet(clock.moment(standing), "moment");
    return typeof standing === "number" ? standing : String(standing);
  });
  SpreadsheetApp.flush();
  return counted(state, piece.sha256, { added: 0, changed });
}

/**
 * A key says that all of its row is there. Where the cells take more than one call it is written behind them, so that
 * a row a stopped execution has left half written is never taken for whole.
 */
function writeKeysLast(
  tab: Tab,
  row: number,
  count: number,
  cell: (index: number, column: PlacedColumn) => string | number,
): void {
  const cells = tab.columns.filter(({ key }) => key !== ROW_KEY.key);
  let suspect = runsOf(tab.columns).length > 1;
  for (let index = 0; index < count && !suspect; index++) {
    suspect = cells.some((column) => isTextType(column.type) && isSuspect(cell(index, column)));
  }
  if (suspect) writeRows({ ...tab, columns: cells }, row, count, cell, IMPORTED_FOR.key);
  writeRows(suspect ? { ...tab, columns: keyColumn(tab) } : tab, row, count, cell);
}

/** The state with rows of a file that stand in the tab. */
function counted(state: TabState, sha256: string, { added, changed }: WrittenRows): TabState {
  const before = state.sha256 === sha256 ? state : { added: 0, changed: 0 };
  return {
    ...state,
    revision: state.revision + 1,
    sha256,
    added: before.added + added,
    changed: before.changed + changed,
    changing: undefined,
  };
}

/**
 * What is known of a tab, after an execution that was stopped while it wrote a piece has been judged: what stands
 * counts; added rows that are not finished are taken out again, and changes that are not are planned anew, as their
 * keys are the old ones. Call it inside `alone`.
 */
function settled(definition: ReportDefinition): TabState {
  const state = stateOf(definition);
  const { begun, changing } = state;
  const tab = begun ? findTab(knownTab(definition, state)) : null;
  if (!tab || !begun) return state;
  const last = tab.sheet.getLastRow();
  if (last <= begun.end && !changing) return state;
  const unfinished = unfinishedRows(tab, begun);
  for (const run of unfinished > 0 ? runsOf(tab.columns) : []) {
    tab.sheet.getRange(begun.end + 1, run[0]?.at ?? 1, unfinished, run.length).clearContent();
  }
  SpreadsheetApp.flush();
  const behind = readKeys(tab, begun.end + 1, last - unfinished - begun.end);
  const added = behind.filter((key) => key !== "").length;
  const stands =
    changing !== undefined &&
    changing.at + changing.count - 1 <= last &&
    hashParts(readKeys(tab, changing.at, changing.count)) === changing.keys;
  const { sha256 } = begun;
  const judged: TabState =
    added > 0 || stands
      ? {
          ...counted(state, sha256, { added, changed: stands ? changing.changed : 0 }),
          operation: "",
          next: 0,
          begun: { sha256, end: last - unfinished },
        }
      : { ...state, changing: undefined };
  keepState(definition, judged);
  return judged;
}

/** The cell of a column from the cells a piece brings; blank where the file has no such column. */
function cellReader(piece: Piece) {
  const order = new Map([...piece.fields, ...piece.extras.map(extraKey)].map((key, index) => [key, index]));
  return (column: PlacedColumn, cells: readonly Cell[], key: string): string | number => {
    if (column.key === ROW_KEY.key) return key;
    if (column.key === IMPORTED_FOR.key) return piece.marketplace;
    const index = order.get(column.key);
    return index === undefined ? "" : toSheet(cells[index] ?? null, column.type);
  };
}

/** Whole rows, the user's columns with them, by day and then by key: both stand in the key. */
function sortRows(tab: Tab): void {
  const key = tab.columns.find((column) => column.key === ROW_KEY.key);
  const rows = tab.sheet.getLastRow() - 1;
  if (!key || rows < 2) return;
  tab.sheet.getRange(2, 1, rows, tab.sheet.getMaxColumns()).sort([{ column: key.at, ascending: true }]);
}

/** An unknown column of a file gets a name of its own where the user already has a column so named. */
function withExtras(known: ExtraHeaders, wanted: readonly string[], tab: Tab | null): ExtraHeaders {
  const missing = wanted.filter((extra) => !known.some(([name]) => name === extra));
  if (missing.length === 0) return known;
  const width = tab ? tab.sheet.getLastColumn() : 0;
  const headers =
    width > 0 && tab ? (tab.sheet.getRange(1, 1, 1, width).getValues()[0] ?? []).map(String) : [];
  // A column an execution that was stopped had made for it is marked so, and no column of the user's.
  const marks = tab ? marksOf(tab.sheet) : new Map<string, number>();
  const headerOf = (name: string) => {
    const made = marks.get(extraKey(name));
    if (made !== undefined) return headers[made - 1] || name;
    return headers.includes(name) ? `${name} (file)` : name;
  };
  return [...known, ...missing.map((name) => [name, headerOf(name)] as const)];
}

function resumedBy(state: TabState, sha256: string): WrittenRows | null {
  const underWay = state.sha256 === sha256 && state.added + state.changed > 0;
  return underWay ? { added: state.added, changed: state.changed } : null;
}
