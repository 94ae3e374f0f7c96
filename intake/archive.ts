/**
 * The archive: rows of an old ledger kept as sums by month and item, in a tab of their own.
 *
 * Archived are only rows no audit reads whatever their age, shipments to customers and from removals, and of them those
 * of months Amazon's ledger no longer reaches back to. What audits take from them, which numbers an item goes by, stands
 * in the archive's lines. So no finding changes.
 *
 * A line's key says which rows it sums up, a mark for each: a row that comes again in another file is known, and
 * neither added to a sum twice nor written as a row.
 */
import { disposition, type LedgerEvent, ledgerEvent } from "../src/policy/codes.ts";
import { monthOf } from "../src/policy/ledger-reach.ts";
import type { Cell, ReportDefinition } from "../src/reports/definition.ts";
import { archive, ledgerDetail } from "../src/reports/index.ts";
import type { Day } from "../src/values/day.ts";
import { compareText, hashParts, hashText } from "../src/values/hash.ts";
import { keyText, versionOf, whoOf } from "./keys.ts";
import type { ParsedFile } from "./parsed.ts";
import type { FileRows, KeyedRow, MergePlan } from "./plan.ts";
import type { RowChange } from "./server.ts";
import { ByIdentity } from "./shards.ts";
import { type InSteps, ITEMS_PER_STEP, sorted } from "./turns.ts";

/** Most of a ledger. Audits pass them over (src/audits/account/ledger.ts). */
const UNREAD: readonly (LedgerEvent | null)[] = ["Shipments", "VendorReturns"];

export const ARCHIVE_FIELDS = Object.keys(archive.columns);
/** With the columns the add-on adds to every row. */
export const ARCHIVE_COLUMNS = ARCHIVE_FIELDS.length + 2;

/** Characters of a mark. */
const MARK = 14;
/** A cell holds 50,000 characters. */
const MOST_MARKS = 3_000;

/** Whether rows of this report can stand in the archive. */
export function isArchived(definition: ReportDefinition): boolean {
  return definition.id === ledgerDetail.id;
}

/** The group a row is summed up in. */
interface Group {
  readonly identity: string;
  readonly month: Day;
  /** In the order of the archive's columns, without the sums. */
  readonly cells: readonly Cell[];
  readonly units: number;
}

/** The fields by which rows of a report are told apart and summed up; none where none of its rows can be. */
export function archiveFields(definition: ReportDefinition): ReadonlySet<string> {
  return new Set(isArchived(definition) ? FIELDS : []);
}

const FIELDS = ["date", "eventType", "quantity", "fnsku", "asin", "msku", "disposition", "country"] as const;

/** The group of a row from its cells in the order of `FIELDS`, null for one that has to stay a row. */
function groupOf(cells: readonly Cell[], marketplace: string, before: Day): Group | null {
  const [date = null, printedEvent, units] = cells;
  if (typeof date !== "number" || date >= before || typeof units !== "number") return null;
  const event = ledgerEvent(String(printedEvent ?? ""));
  if (!UNREAD.includes(event)) return null;
  const month = monthOf(date as Day);
  const [fnsku, asin, msku, printed, country] = cells.slice(3).map((cell) => String(cell ?? ""));
  const condition = disposition(printed ?? "") ?? printed ?? "";
  const group = [
    ledgerDetail.title,
    month,
    fnsku ?? "",
    asin ?? "",
    msku ?? "",
    event,
    condition,
    country ?? "",
  ];
  return { identity: hashParts([marketplace, ...group]), month, cells: group, units };
}

type GroupOf = (row: readonly Cell[]) => Group | null;

function groupingOf({ definition, fields, marketplace }: FileRows, before: Day): GroupOf {
  if (!isArchived(definition)) return () => null;
  const places = FIELDS.map((field) => fields.indexOf(field));
  return (row) =>
    groupOf(
      places.map((at) => row[at] ?? null),
      marketplace,
      before,
    );
}

/** What a file's rows older than `before` come to as sums. */
export interface ArchiveForecast {
  readonly rows: number;
  /** Lines of the archive, at most. */
  readonly lines: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** Null when no row can be archived. @param file read with the fields of `archiveFields` wanted at least */
export function* forecastInSteps(file: ParsedFile, before: Day): InSteps<ArchiveForecast | null> {
  if (!isArchived(file.definition)) return null;
  const columns = FIELDS.map((field) => file.columns[file.fields.indexOf(field)] ?? []);
  const groups = new Set<string>();
  let rows = 0;
  let [firstDay, lastDay] = [before, 0 as Day];
  for (let i = 0; i < file.length; i++) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const date = columns[0]?.[i];
    // Most rows are not old, and are not looked at any further.
    if (typeof date !== "number" || date >= before) continue;
    const group = groupOf(
      columns.map((column) => column[i] ?? null),
      "",
      before,
    );
    if (group === null) continue;
    rows += 1;
    groups.add(group.identity);
    if (date < firstDay) firstDay = date as Day;
    if (date > lastDay) lastDay = date as Day;
  }
  return rows === 0 ? null : { rows, lines: groups.size + Math.floor(rows / MOST_MARKS), firstDay, lastDay };
}

/** Whether any row can be archived. */
export function* anyArchivable(file: FileRows, before: Day): InSteps<boolean> {
  const groupOf = groupingOf(file, before);
  for (const [index, row] of file.rows.entries()) {
    if (index % ITEMS_PER_STEP === 0) yield;
    if (groupOf(row) !== null) return true;
  }
  return false;
}

export interface ArchivePlan {
  /** The rows the report's own tab takes, in the order given. */
  readonly rows: readonly KeyedRow[];
  /** Rows of the file that stand as sums once the plan is carried out. */
  readonly archived: number;
  /** For the tab of the archive. */
  readonly merge: MergePlan;
}

/** A line of the archive: the sums of a group, or of a part of it where it has very many rows. */
interface Line {
  readonly identity: string;
  readonly part: number;
  /** The tab row it stands in, and its key there; null for a new one. */
  readonly standing: { readonly row: number; readonly key: string } | null;
  marks: string[];
  units: number;
  /** Set with the first change. */
  group: Group | null;
}

/**
 * Divides the rows of a file between its tab and the archive. Rows that stand in the tab stay there; a row that two
 * people's imports at the same time have brought to both is taken out of the archive again.
 *
 * @param standing the key column of the report's tab
 * @param lines the key column of the tab of the archive
 * @param before rows of earlier days are archived; null = none, but those that were stay so
 */
export function* planArchiveInSteps(
  file: FileRows,
  keyed: readonly KeyedRow[],
  standing: readonly string[],
  lines: readonly string[],
  before: Day | null,
): InSteps<ArchivePlan> {
  const inTab = new ByIdentity<true>();
  for (const [index, key] of standing.entries()) {
    if (index % ITEMS_PER_STEP === 0) yield;
    const who = whoOf(key);
    if (who !== "") inTab.set(who, true);
  }
  const lineOfMark = new ByIdentity<Line>();
  const linesOf = new Map<string, Line[]>();
  let characters = 0;
  for (const [index, key] of lines.entries()) {
    characters += key.length;
    if (characters > ITEMS_PER_STEP * MARK) {
      characters = 0;
      yield;
    }
    const line = lineIn(key, index + 2);
    if (line === null) continue;
    linesOf.set(line.identity, [...(linesOf.get(line.identity) ?? []), line]);
    for (const mark of line.marks) lineOfMark.set(mark, line);
  }
  const groupOf = groupingOf(file, before ?? (Number.POSITIVE_INFINITY as Day));
  const rows: KeyedRow[] = [];
  const touched = new Set<Line>();
  let archived = 0;
  for (const [index, row] of keyed.entries()) {
    if (index % ITEMS_PER_STEP === 0) yield;
    const who = whoOf(row.key);
    const mark = hashText(who);
    const line = lineOfMark.get(mark);
    if (inTab.has(who)) {
      rows.push(row);
      const group = line && groupOf(row.cells);
      if (line && group && group.identity === line.identity) {
        line.marks = line.marks.filter((other) => other !== mark);
        line.units -= group.units;
        line.group = group;
        touched.add(line);
      }
      continue;
    }
    const group = line || before === null ? null : groupOf(row.cells);
    if (!line && !group) {
      rows.push(row);
      continue;
    }
    archived += 1;
    if (!group) continue;
    const into = lineWithRoom(linesOf, group.identity);
    into.marks.push(mark);
    into.units += group.units;
    into.group = group;
    touched.add(into);
  }
  return { rows, archived, merge: yield* mergeOf([...touched]) };
}

function lineIn(key: string, row: number): Line | null {
  const [identity = "", part = ""] = whoOf(key).split(".");
  if (identity === "") return null;
  const { prefer: units, content } = versionOf(key);
  const marks = Array.from({ length: content.length / MARK }, (_, i) =>
    content.slice(i * MARK, (i + 1) * MARK),
  );
  return { identity, part: Number.parseInt(part, 36), standing: { row, key }, marks, units, group: null };
}

function lineWithRoom(linesOf: Map<string, Line[]>, identity: string): Line {
  const lines = linesOf.get(identity) ?? [];
  const open = lines.find(({ marks }) => marks.length < MOST_MARKS);
  if (open) return open;
  const part = 1 + Math.max(0, ...lines.map((line) => line.part));
  const line: Line = { identity, part, standing: null, marks: [], units: 0, group: null };
  linesOf.set(identity, [...lines, line]);
  return line;
}

function* mergeOf(lines: readonly Line[]): InSteps<MergePlan> {
  const add: KeyedRow[] = [];
  const change: RowChange[] = [];
  for (const [index, { identity, part, standing, marks, units, group }] of lines.entries()) {
    if (index % ITEMS_PER_STEP === 0) yield;
    if (group === null) continue;
    const key = keyText(group.month, identity, part, {
      // Each version of a line is newer than the one it was made of.
      newest: standing === null ? 1 : versionOf(standing.key).newest + 1,
      prefer: units,
      vintage: marks.length,
      content: marks.join(""),
    });
    const cells = [...group.cells, marks.length, units];
    if (standing === null) add.push({ key, cells });
    else change.push({ row: standing.row, was: standing.key, key, cells });
  }
  return {
    add: yield* sorted(add, (a, b) => compareText(a.key, b.key)),
    change: yield* sorted(change, (a, b) => a.row - b.row),
    changed: change.length,
    duplicate: 0,
    sort: true,
  };
}
