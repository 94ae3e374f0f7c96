/**
 * The merge of one file into its tab, planned from the tab's key column alone.
 *
 * Two downloads overlap, repeat each other, or come in any order; the tab must be the same in the end. So
 * every row has a key: who it is (identity and occurrence), how good this version of it is (newest, then the
 * preferred larger value or word, then the file's newest day, then its content), and where it belongs (its day). Of two versions of one row
 * the better one stands; that is a maximum, so neither the order of imports nor repeating them shows.
 */
import { squeeze } from "../src/policy/codes.ts";
import type { Cell, ReportDefinition } from "../src/reports/definition.ts";
import { type Day, dayOfMoment, type Moment } from "../src/values/day.ts";
import { compareText, hashParts } from "../src/values/hash.ts";
import { compareVersions, keyText, type Version, versionOf, whoOf } from "./keys.ts";
import { meaningsOf } from "./same-words.ts";
import type { AddPiece, ChangePiece, Piece, RowChange } from "./server.ts";
import { ByIdentity } from "./shards.ts";
import { atOnce, type InSteps, ITEMS_PER_STEP, sorted } from "./turns.ts";

/** A call of `google.script.run` carries at most so many rows and characters; Google documents no limit. */
export const ROWS_PER_PIECE = 5000;
export const CHARACTERS_PER_PIECE = 1_000_000;

/** The rows of one file, as they will stand in the tab. */
export interface FileRows {
  readonly definition: ReportDefinition;
  readonly fields: readonly string[];
  readonly extras: readonly string[];
  /** Cells in the order of `fields`, then `extras`. */
  readonly rows: readonly (readonly Cell[])[];
  readonly marketplace: string;
  /** The day the file was last modified, for reports whose rows carry no day; 0 when unknown. */
  readonly modified: number;
}

export interface KeyedRow {
  readonly key: string;
  readonly cells: readonly Cell[];
}

export interface MergePlan {
  /** In the order of the tab. */
  readonly add: readonly KeyedRow[];
  /** By tab row; `cells` null when only the key changes. */
  readonly change: readonly RowChange[];
  /** Rows already there in the same or a newer version. */
  readonly duplicate: number;
  /** Rows whose content changes. */
  readonly changed: number;
  /** The rows are not in the order of their keys once the plan is carried out. */
  readonly sort: boolean;
}

/**
 * The rows of a file with their keys. Equal rows of one file are separate events, told apart by their
 * occurrence, better versions first, unless the report is an upsert: then the best one stands for all.
 * Nothing depends on the order of the rows or of the columns in the file.
 */
export function* keyRowsInSteps(file: FileRows): InSteps<KeyedRow[]> {
  const { merging, coverageDay, columns } = file.definition;
  const at = new Map(file.fields.map((field, index) => [field, index]));
  const cell = (row: readonly Cell[], field: string): Cell => {
    const index = at.get(field);
    return index === undefined ? null : (row[index] ?? null);
  };
  const contentOrder = Object.keys(columns).filter((field) => at.has(field));
  const extraOrder = file.extras
    .map((name, index) => ({ name, index: file.fields.length + index }))
    .sort((a, b) => compareText(a.name, b.name));

  const dayAt = (row: readonly Cell[]): Day | null =>
    coverageDay === null ? null : dayIn(file.definition, coverageDay, cell(row, coverageDay));
  let vintage = merging.newest === "modified" ? file.modified : 0;
  if (merging.newest !== "modified") {
    for (const [index, row] of file.rows.entries()) {
      vintage = Math.max(vintage, dayAt(row) ?? 0);
      if (index % (ITEMS_PER_STEP * 10) === 0) yield;
    }
  }

  const identityOf = identities(file, cell);
  const { newest, preferLarger, preferSaying } = merging;
  const preferredWords = squeeze(preferSaying?.words ?? "");
  const preferenceOf = (row: readonly Cell[]): number => {
    if (preferLarger) return Math.abs(numberIn(cell(row, preferLarger)));
    if (!preferSaying) return 0;
    return squeeze(String(cell(row, preferSaying.field) ?? "")) === preferredWords ? 1 : 0;
  };
  const versionIn = (row: readonly Cell[]): Version => {
    const content: (string | number)[] = [file.marketplace];
    for (const field of contentOrder) pushContent(content, field, cell(row, field));
    for (const extra of extraOrder) pushContent(content, `+${extra.name}`, row[extra.index] ?? null);
    return {
      newest: newest === "file" || newest === "modified" ? vintage : numberIn(cell(row, newest)),
      prefer: preferenceOf(row),
      vintage,
      content: hashParts(content),
    };
  };
  // Which row has an identity first, and which have it besides: an object for each of half a million rows keeps the
  // engine clearing up.
  const first = new ByIdentity<number>();
  const others = new Map<number, number[]>();
  const upserts = new Set<number>();
  for (const [index, row] of file.rows.entries()) {
    if (index % ITEMS_PER_STEP === 0) yield;
    const { identity, unit } = identityOf(row);
    const standing = first.get(identity);
    if (standing === undefined) {
      first.set(identity, index);
      if (unit || merging.upsert === true) upserts.add(index);
    } else {
      const more = others.get(standing);
      if (more) more.push(index);
      else others.set(standing, [index]);
    }
  }

  const keyed: KeyedRow[] = [];
  let made = 0;
  for (const [identity, index] of first) {
    const versions: { readonly cells: readonly Cell[]; readonly version: Version }[] = [];
    for (const at of [index, ...(others.get(index) ?? [])]) {
      const cells = file.rows[at] as readonly Cell[];
      versions.push({ cells, version: versionIn(cells) });
      if (++made % ITEMS_PER_STEP === 0) yield;
    }
    if (versions.length > 1) versions.sort((one, other) => compareVersions(other.version, one.version));
    for (const [nth, { cells, version }] of versions.entries()) {
      if (nth > 0 && upserts.has(index)) break;
      keyed.push({ key: keyText(dayAt(cells), identity, nth + 1, version), cells });
    }
  }
  return yield* sorted(keyed, (a, b) => compareText(a.key, b.key));
}

/** Who a row is; `unit`: by the fields that identify it where all of them are filled. */
function identities(
  { definition }: FileRows,
  cell: (row: readonly Cell[], field: string) => Cell,
): (row: readonly Cell[]) => { readonly identity: string; readonly unit: boolean } {
  const { identity, identityWhenFilled = [] } = definition.merging;
  const partsOf = (fields: readonly string[]) =>
    fields.map((field) => ({ field, meaning: meaningsOf(definition, field) }));
  const [usual, filled] = [partsOf(identity), partsOf(identityWhenFilled)];
  return (row) => {
    const unit = filled.length > 0 && filled.every(({ field }) => !isBlank(cell(row, field)));
    const cellOf = (field: string) => cell(row, field);
    const parts: Cell[] = [unit ? "unit" : "row"];
    for (const { field, meaning } of unit ? filled : usual) parts.push(meaning(cell(row, field), cellOf));
    return { identity: hashParts(parts), unit };
  };
}

/** `keyRowsInSteps`, at once. */
export function keyRows(file: FileRows): KeyedRow[] {
  return atOnce(keyRowsInSteps(file));
}

/**
 * @param existing the key column from tab row 2 downwards, "" where the user's own row has none
 * @param rows how many rows the file had, for counting those already there
 */
export function* planMergeInSteps(
  existing: readonly string[],
  file: readonly KeyedRow[],
  rows: number,
): InSteps<MergePlan> {
  const standing = new ByIdentity<number>();
  for (const [index, key] of existing.entries()) {
    if (index % ITEMS_PER_STEP === 0) yield;
    const who = whoOf(key);
    if (who !== "" && !standing.has(who)) standing.set(who, index);
  }
  const add: KeyedRow[] = [];
  const change: RowChange[] = [];
  let changed = 0;
  for (const [index, row] of file.entries()) {
    if (index % ITEMS_PER_STEP === 0) yield;
    const at = standing.get(whoOf(row.key));
    if (at === undefined) {
      add.push(row);
      continue;
    }
    const old = existing[at] as string;
    const [before, after] = [versionOf(old), versionOf(row.key)];
    if (compareVersions(after, before) <= 0) continue;
    const same = before.content === after.content;
    change.push({ row: at + 2, was: old, key: row.key, cells: same ? null : row.cells });
    if (!same) changed += 1;
  }
  const inOrderOfRows = yield* sorted(change, (a, b) => a.row - b.row);
  return {
    add,
    change: inOrderOfRows,
    changed,
    duplicate: rows - add.length - changed,
    sort: !(yield* inOrder(existing, inOrderOfRows, add)),
  };
}

/** `planMergeInSteps`, at once. */
export function planMerge(existing: readonly string[], file: readonly KeyedRow[], rows: number): MergePlan {
  return atOnce(planMergeInSteps(existing, file, rows));
}

/** What every piece of one operation carries. */
export interface PieceFrame {
  readonly report: string;
  readonly sha256: string;
  readonly revision: number;
  readonly marketplace: string;
  readonly fields: readonly string[];
  readonly extras: readonly string[];
  /** The last row of the tab with anything in it. */
  readonly lastRow: number;
}

/**
 * The plan in numbered pieces the add-on accepts: changes first, then the new rows below. Made one by one, as
 * they are sent.
 */
export function* eachPiece(plan: MergePlan, frame: PieceFrame): Generator<Piece, void, void> {
  const { lastRow, ...common } = frame;
  const operation = hashParts([
    frame.report,
    frame.sha256,
    frame.revision,
    frame.marketplace,
    plan.add.length,
    plan.change.length,
  ]);
  let piece = 0;
  const numbered = () => ({ ...common, operation, piece: piece++, adding: plan.add.length });
  let window: RowChange[] = [];
  let size = 0;
  const ofChanges = (): ChangePiece => ({ ...numbered(), kind: "change", changes: window });
  for (const change of plan.change) {
    const more = change.key.length + change.was.length + sizeOf(change.cells ?? []);
    const first = window[0]?.row ?? change.row;
    const full = change.row - first >= ROWS_PER_PIECE || size + more > CHARACTERS_PER_PIECE;
    if (full && window.length > 0) {
      yield ofChanges();
      [window, size] = [[], 0];
    }
    window.push(change);
    size += more;
  }
  if (window.length > 0) yield ofChanges();

  let at = lastRow + 1;
  let rows: KeyedRow[] = [];
  size = 0;
  const ofRows = (): AddPiece => ({
    ...numbered(),
    kind: "add",
    at,
    rows: rows.map((row) => row.cells),
    keys: rows.map((row) => row.key),
  });
  for (const row of plan.add) {
    const more = row.key.length + sizeOf(row.cells);
    if ((rows.length >= ROWS_PER_PIECE || size + more > CHARACTERS_PER_PIECE) && rows.length > 0) {
      yield ofRows();
      at += rows.length;
      [rows, size] = [[], 0];
    }
    rows.push(row);
    size += more;
  }
  if (rows.length > 0) yield ofRows();
}

/** All pieces of a plan. */
export function piecesOf(plan: MergePlan, frame: PieceFrame): Piece[] {
  return [...eachPiece(plan, frame)];
}

/** Only what the audits read and the merge needs: what a compact import keeps of the fields. */
export function compactFields(definition: ReportDefinition): ReadonlySet<string> {
  const { merging, coverageDay, coveragePeriod, columns } = definition;
  const kept = new Set(Object.keys(columns).filter((field) => columns[field]?.audited));
  for (const field of merging.identity) kept.add(field);
  for (const field of merging.identityWhenFilled ?? []) kept.add(field);
  if (merging.newest in columns) kept.add(merging.newest);
  if (merging.preferLarger) kept.add(merging.preferLarger);
  if (merging.preferSaying) kept.add(merging.preferSaying.field);
  if (coverageDay !== null) kept.add(coverageDay);
  if (coveragePeriod) kept.add(coveragePeriod.first).add(coveragePeriod.last);
  return kept;
}

/** Blank cells are left out: a column that is absent and one that is empty say the same. */
function pushContent(content: (string | number)[], name: string, value: Cell): void {
  if (value !== null && value !== "") content.push(name, value);
}

function isBlank(value: Cell): boolean {
  return value === null || value === "";
}

function numberIn(value: Cell): number {
  return typeof value === "number" ? value : 0;
}

function dayIn(definition: ReportDefinition, field: string, value: Cell): Day | null {
  if (typeof value !== "number") return null;
  return definition.columns[field]?.type === "moment" ? dayOfMoment(value as Moment) : (value as Day);
}

/** `change` is in the order of its rows. */
function* inOrder(
  existing: readonly string[],
  change: readonly RowChange[],
  add: readonly KeyedRow[],
): InSteps<boolean> {
  let last = "";
  let next = 0;
  for (let i = 0; i < existing.length; i++) {
    if (i % (ITEMS_PER_STEP * 10) === 0) yield;
    const key = change[next]?.row === i + 2 ? (change[next++] as RowChange).key : (existing[i] as string);
    if (key === "") continue;
    if (key < last) return false;
    last = key;
  }
  return add.length === 0 || (add[0] as KeyedRow).key >= last;
}

function sizeOf(cells: readonly Cell[]): number {
  let size = 0;
  for (const value of cells) size += typeof value === "string" ? value.length + 3 : 8;
  return size;
}
