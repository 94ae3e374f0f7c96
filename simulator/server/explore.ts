/** Looking around in a sheet: copying, counting, finding, and where Ctrl + arrow leads. */

import { formatAt, scalarsOf } from "../services/cell-values.ts";
import type { Scalar } from "../services/column.ts";
import { displayOf } from "../services/formats.ts";
import { localeOf } from "../services/locales.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import { Refused } from "./asked.ts";
import type { Area, Calls, FilterValue, Place, Summary } from "./protocol.ts";
import { scan } from "./scan.ts";
import { contentOf } from "./sheet-info.ts";
import type { ShownRows } from "./shown-rows.ts";

const MOST_COPIED = 1_000_000;
const MOST_VALUES = 5000;

/** The display texts of an area; rows that do not show are left out. */
export function copied(workbook: Workbook, sheet: SheetModel, shown: ShownRows, area: Area): string[][] {
  const content = contentOf(workbook, sheet);
  // A whole column copied is copied down to its last content, as in Google.
  const rows = Math.max(1, Math.min(area.rows, content.rows - area.row));
  if (rows * area.columns > MOST_COPIED) {
    throw new Refused(413, "That is more than a million cells: copy it in parts, or download the workbook.");
  }
  return textsOf(workbook, sheet, { ...area, rows }).filter(
    (_, r) => shown.positionOf(area.row + r) !== null,
  );
}

function textsOf(workbook: Workbook, sheet: SheetModel, area: Area): string[][] {
  const locale = localeOf(workbook.locale);
  return scalarsOf(workbook, sheet, area).map((values, r) =>
    values.map((value, c) =>
      displayOf(value, formatAt(workbook, sheet, area.row + r, area.column + c), locale),
    ),
  );
}

/** Counts the rows that show, as Google's corner does. */
export function summaryOf(workbook: Workbook, sheet: SheetModel, shown: ShownRows, area: Area): Summary {
  const content = contentOf(workbook, sheet);
  const end = Math.min(area.row + area.rows, content.rows);
  const endColumn = Math.min(area.column + area.columns, content.columns);
  let [cells, numbers, sum] = [0, 0, 0];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const filtered = shown.count < sheet.maxRows;
  for (let column = area.column; column < endColumn; column++) {
    scan(workbook, sheet, column, area.row, end, (row, value) => {
      if (value === null || (filtered && shown.positionOf(row) === null)) return false;
      cells++;
      if (typeof value !== "number") return false;
      numbers++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
      return false;
    });
  }
  const some = numbers > 0;
  return {
    cells,
    numbers,
    sum,
    average: some ? sum / numbers : null,
    min: some ? min : null,
    max: some ? max : null,
  };
}

interface Hit {
  readonly row: number;
  readonly column: number;
}

/** Rows searched at once; others are answered in between. */
const SEARCHED = 2000;

/** The next cell that contains a text, row by row from after a place, through all visible sheets and round again. */
export async function found(
  workbook: Workbook,
  from: Place,
  text: string,
  backwards: boolean,
): Promise<Place | null> {
  const sheets = workbook.sheets.filter((sheet) => !sheet.hidden);
  const start = sheets.findIndex((sheet) => sheet.id === from.sheetId);
  if (text === "" || start < 0) return null;
  const step = backwards ? -1 : 1;
  const after = (hit: Hit) => compare(hit, from.area) * step > 0;
  for (let n = 0; n <= sheets.length; n++) {
    const sheet = sheets[(start + step * n + 2 * sheets.length) % sheets.length];
    // The sheet one begins in comes twice: from the place on, and at the end up to it.
    const fits = n === 0 ? after : n === sheets.length ? (hit: Hit) => !after(hit) : () => true;
    const hit = sheet && (await hitIn(workbook, sheet, text.toLowerCase(), backwards, fits));
    if (sheet && hit) return { sheetId: sheet.id, area: { ...hit, rows: 1, columns: 1 } };
  }
  return null;
}

function compare(a: Hit, b: Hit): number {
  return a.row - b.row || a.column - b.column;
}

async function hitIn(
  workbook: Workbook,
  sheet: SheetModel,
  wanted: string,
  backwards: boolean,
  fits: (hit: Hit) => boolean,
): Promise<Hit | null> {
  const { rows } = contentOf(workbook, sheet);
  const parts = Array.from({ length: Math.ceil(rows / SEARCHED) }, (_, n) => n * SEARCHED);
  for (const row of backwards ? parts.reverse() : parts) {
    const hits = hitsIn(workbook, sheet, wanted, row, Math.min(row + SEARCHED, sheet.maxRows)).filter(fits);
    const hit = hits.sort(compare).at(backwards ? -1 : 0);
    if (hit) return hit;
    await nextTurn();
  }
  return null;
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

function hitsIn(workbook: Workbook, sheet: SheetModel, wanted: string, from: number, to: number): Hit[] {
  const hits: Hit[] = [];
  const locale = localeOf(workbook.locale);
  for (let column = 0; column < sheet.maxColumns; column++) {
    if (sheet.hiddenColumns.has(column)) continue;
    scan(workbook, sheet, column, from, to, (row, value, format) => {
      if (value !== null && displayOf(value, format, locale).toLowerCase().includes(wanted))
        hits.push({ row, column });
      return false;
    });
  }
  return hits;
}

/** The end of the stretch of filled cells one is in, or the next filled cell, or the edge of the grid. Hidden lines are passed over. */
export function edgeOf(
  workbook: Workbook,
  sheet: SheetModel,
  shown: ShownRows,
  { row, column, direction }: Pick<Calls["edge"]["ask"], "row" | "column" | "direction">,
): Hit {
  const vertical = direction === "up" || direction === "down";
  const step = direction === "up" || direction === "left" ? -1 : 1;
  const columns = Array.from({ length: sheet.maxColumns }, (_, c) => c).filter(
    (c) => !sheet.hiddenColumns.has(c),
  );
  const line = vertical
    ? {
        count: shown.count,
        start: shown.positionOf(row) ?? 0,
        cell: (n: number) => ({ row: shown.rowAt(n), column }),
      }
    : {
        count: columns.length,
        start: Math.max(0, columns.indexOf(column)),
        cell: (n: number) => ({ row, column: columns[n] ?? 0 }),
      };
  const inside = (n: number) => n >= 0 && n < line.count;
  const filled = (n: number) => inside(n) && isFilled(workbook, sheet, line.cell(n));
  let n = line.start;
  if (filled(n) && filled(n + step)) {
    while (filled(n + step)) n += step;
  } else {
    do n += step;
    while (inside(n) && !filled(n));
    if (!inside(n)) n = step < 0 ? 0 : line.count - 1;
  }
  return line.cell(n);
}

function isFilled(workbook: Workbook, sheet: SheetModel, { row, column }: Hit): boolean {
  let filled = false;
  scan(workbook, sheet, column, row, row + 1, (_, value) => {
    filled = value !== null && value !== "";
    return true;
  });
  return filled;
}

/** The distinct texts of a filter's column, in the order of their first values. */
export function filterValues(
  workbook: Workbook,
  sheet: SheetModel,
  column: number,
): { values: FilterValue[]; more: number } {
  const { filter } = sheet;
  if (!filter) throw new Refused(409, "This sheet has no filter.");
  const { area } = filter;
  const criteria = filter.criteria.get(column);
  const [hidden, visible] = [criteria?.hiddenValues, criteria?.visibleValues];
  const counts = new Map<string, { count: number; value: Scalar }>();
  const locale = localeOf(workbook.locale);
  scan(workbook, sheet, column, area.row + 1, area.row + area.rows, (_, value, format) => {
    const text = displayOf(value, format, locale);
    const known = counts.get(text);
    if (known) known.count++;
    else counts.set(text, { count: 1, value });
    return false;
  });
  const ordered = [...counts].sort(([a, x], [b, y]) => byValue(x.value, y.value) || (a < b ? -1 : 1));
  const shows = (text: string) => !hidden?.includes(text) && (!visible || visible.includes(text));
  return {
    values: ordered.slice(0, MOST_VALUES).map(([text, { count }]) => ({ text, count, shown: shows(text) })),
    more: Math.max(0, ordered.length - MOST_VALUES),
  };
}

function byValue(a: Scalar, b: Scalar): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return a < b ? -1 : a > b ? 1 : 0;
  const rank = (value: Scalar) => ["number", "string", "boolean"].indexOf(typeof value);
  return rank(a) - rank(b);
}
