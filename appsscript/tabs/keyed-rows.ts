/**
 * Which row of a tab that every audit writes anew holds what. Worked out from plain data alone, so that a client can
 * do it, too (`audit-core.ts`); `keyed.ts` writes it.
 */
import type { TabColumn } from "./tab.ts";

export interface Keyed {
  readonly id: string;
}

/** A row as it stands. */
export interface StandingRow {
  /** "" where there is none. */
  readonly id: string;
  /** The user has written beside it; where there is no id, anywhere in it. */
  readonly theirs: boolean;
}

/** What a row holds after the run, and before it is sorted. */
export interface ArrangedRow<Thing> {
  readonly thing?: Thing;
  /** The thing had this row before. */
  readonly known?: boolean;
  /** Its thing is gone; the user's notes are not. */
  readonly gone?: boolean;
  /** A row the user made. */
  readonly own?: boolean;
  /** Its place after sorting; rows without one go to the end. */
  readonly order?: number;
}

/** Null: the cell is left as it stands, and empty in a new row. */
export type WrittenCell = string | number | null;

/** Of a thing that is gone while the user's notes beside it are not. */
export const GONE = "no longer found";

/**
 * Things keep their rows, new ones take rows that became free and then those behind the last. Where a row takes more
 * than one write (`whole` is false) they take no free ones: a stop between two writes would leave it half the old
 * thing's.
 */
export function arrange<Thing extends Keyed>(
  things: readonly Thing[],
  standing: readonly StandingRow[],
  whole: boolean,
): ArrangedRow<Thing>[] {
  const rank = new Map(things.map((thing, order) => [thing.id, { thing, order }]));
  const rows: ArrangedRow<Thing>[] = [];
  const free: number[] = [];
  let kept = things.length;
  standing.forEach(({ id, theirs }, index) => {
    const found = rank.get(id);
    if (found) {
      rows.push({ ...found, known: true });
      rank.delete(id);
    } else if (theirs) {
      rows.push(id === "" ? { own: true } : { gone: true, order: kept++ });
    } else {
      if (whole) free.push(index);
      rows.push({});
    }
  });
  let next = 0;
  for (const added of rank.values()) {
    const place = free[next++];
    if (place === undefined) rows.push(added);
    else rows[place] = added;
  }
  return rows;
}

/** Whether the rows have to be sorted when they are written. */
export function isOutOfOrder<Thing>(rows: readonly ArrangedRow<Thing>[]): boolean {
  return rows.some((row, i) => i > 0 && placeOf(rows[i - 1] ?? {}, rows.length) > placeOf(row, rows.length));
}

/** The rows as they stand when they are sorted. */
export function inOrder<Thing>(rows: readonly ArrangedRow<Thing>[]): ArrangedRow<Thing>[] {
  return [...rows].sort((a, b) => placeOf(a, rows.length) - placeOf(b, rows.length));
}

function placeOf<Thing>({ order }: ArrangedRow<Thing>, last: number): number {
  return order ?? last;
}

/** The cell of a row; `cell` gives those of its thing. */
export function arrangedCell<Thing>(
  row: ArrangedRow<Thing>,
  column: TabColumn,
  cell: (thing: Thing, column: TabColumn) => WrittenCell,
): WrittenCell {
  if (column.key === "order") return row.order ?? "";
  if (row.thing) return cell(row.thing, column) ?? (row.known ? null : "");
  if (row.gone && column.key === "state") return GONE;
  return row.gone || row.own ? null : "";
}
