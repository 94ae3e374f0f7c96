/** Looking around in a sheet: copying, counting, finding, and where Ctrl + arrow leads. */

import { scalarsOf } from "../services/cell-values.ts";
import type { Scalar } from "../services/column.ts";
import { displayOf } from "../services/formats.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import { Refused } from "./asked.ts";
import type { Area, Calls, FilterValue, Place, Summary } from "./protocol.ts";
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
  return scalarsOf(workbook, sheet, area).map((values, r) =>
    values.map((value, c) => displayOf(value, sheet.styleAt(area.row + r, area.column + c).numberFormat)),
  );
}

/** Counts the rows that show, as Google's corner does. */
export function summaryOf(workbook: Workbook, sheet: SheetModel, shown: ShownRows, area: Area): Summary {
  const content = contentOf(workbook, sheet);
  const rows = Math.min(area.rows, content.rows - area.row);
  const columns = Math.min(area.columns, content.columns - area.column);
  let [cells, numbers, sum] = [0, 0, 0];
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let c = 0; c < columns; c++) {
    const values =
      rows > 0 ? scalarsOf(workbook, sheet, { ...area, column: area.column + c, rows, columns: 1 }) : [];
    for (const [r, [value = null]] of values.entries()) {
      if (value === null || shown.positionOf(area.row + r) === null) continue;
      cells++;
      if (typeof value !== "number") continue;
      numbers++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
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

/** The next cell that contains a text, row by row from after a place, through all visible sheets and round again. */
export function found(workbook: Workbook, from: Place, text: string, backwards: boolean): Place | null {
  const wanted = text.toLowerCase();
  const sheets = workbook.sheets.filter((sheet) => !sheet.hidden);
  const start = sheets.findIndex((sheet) => sheet.id === from.sheetId);
  if (wanted === "" || start < 0) return null;
  const step = backwards ? -1 : 1;
  for (let n = 0; n <= sheets.length; n++) {
    const sheet = sheets[(start + step * n + sheets.length * 2) % sheets.length];
    if (!sheet) continue;
    const hits = hitsIn(workbook, sheet, wanted);
    // The sheet one begins in comes twice: from the place on, and at the end up to it.
    const after = (hit: Hit) => compare(hit, from.area) * step > 0;
    const fitting =
      n === 0 ? hits.filter(after) : n === sheets.length ? hits.filter((hit) => !after(hit)) : hits;
    const hit = backwards ? fitting.at(-1) : fitting[0];
    if (hit) return { sheetId: sheet.id, area: { ...hit, rows: 1, columns: 1 } };
  }
  return null;
}

interface Hit {
  readonly row: number;
  readonly column: number;
}

function compare(a: Hit, b: Hit): number {
  return a.row - b.row || a.column - b.column;
}

function hitsIn(workbook: Workbook, sheet: SheetModel, wanted: string): Hit[] {
  const { rows, columns } = contentOf(workbook, sheet);
  const hits: Hit[] = [];
  for (let column = 0; column < columns; column++) {
    if (sheet.hiddenColumns.has(column)) continue;
    const values = scalarsOf(workbook, sheet, { row: 0, column, rows, columns: 1 });
    for (const [start, end, number] of sheet.column(column).styles.segments(0, rows)) {
      const { numberFormat } = workbook.styles.at(number);
      for (let row = start; row < end; row++) {
        const value = values[row]?.[0] ?? null;
        if (value !== null && displayOf(value, numberFormat).toLowerCase().includes(wanted)) {
          hits.push({ row, column });
        }
      }
    }
  }
  return hits.sort(compare);
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
  const places = vertical
    ? { count: shown.count, start: shown.positionOf(row) ?? 0, at: (n: number) => shown.rowAt(n) }
    : {
        count: columns.length,
        start: Math.max(0, columns.indexOf(column)),
        at: (n: number) => columns[n] ?? 0,
      };
  const values = vertical
    ? scalarsOf(workbook, sheet, { row: 0, column, rows: sheet.maxRows, columns: 1 }).map(([value]) => value)
    : (scalarsOf(workbook, sheet, { row, column: 0, rows: 1, columns: sheet.maxColumns })[0] ?? []);
  const filled = (n: number) => isFilled(values[places.at(n)]);
  const inside = (n: number) => n >= 0 && n < places.count;
  let n = places.start;
  if (filled(n) && inside(n + step) && filled(n + step)) {
    while (inside(n + step) && filled(n + step)) n += step;
  } else {
    do n += step;
    while (inside(n) && !filled(n));
    if (!inside(n)) n = step < 0 ? 0 : places.count - 1;
  }
  return vertical ? { row: places.at(n), column } : { row, column: places.at(n) };
}

function isFilled(value: Scalar | undefined): boolean {
  return value !== null && value !== undefined && value !== "";
}

/** The distinct texts of a filter's column, in the order of their first values. */
export function filterValues(
  workbook: Workbook,
  sheet: SheetModel,
  column: number,
): { values: FilterValue[]; more: number } {
  const { filter } = sheet;
  if (!filter) throw new Refused(409, "This sheet has no filter.");
  const body = { ...filter.area, row: filter.area.row + 1, rows: filter.area.rows - 1, column, columns: 1 };
  const criteria = filter.criteria.get(column);
  const [hidden, visible] = [criteria?.hiddenValues, criteria?.visibleValues];
  const counts = new Map<string, { count: number; value: Scalar }>();
  const values = scalarsOf(workbook, sheet, body);
  for (const [start, end, number] of sheet.column(column).styles.segments(body.row, body.row + body.rows)) {
    const { numberFormat } = workbook.styles.at(number);
    for (let row = start; row < end; row++) {
      const value = values[row - body.row]?.[0] ?? null;
      const text = displayOf(value, numberFormat);
      const known = counts.get(text);
      if (known) known.count++;
      else counts.set(text, { count: 1, value });
    }
  }
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
