/** Sorting rows as Sheets does: numbers, then text, then booleans, then empty cells (last in both directions); stable. */

import type { Area } from "./a1.ts";
import { scalarsOf } from "./cell-values.ts";
import type { Scalar } from "./column.ts";
import type { SheetModel } from "./sheet-model.ts";
import type { Workbook } from "./workbook.ts";

export interface SortKey {
  /** Column of the sheet, 0-based. */
  readonly column: number;
  readonly ascending: boolean;
}

export function sortArea(workbook: Workbook, sheet: SheetModel, area: Area, keys: readonly SortKey[]): void {
  const compared = keys.map(({ column, ascending }) => {
    const rows = scalarsOf(workbook, sheet, { ...area, column, columns: 1 });
    return { ascending, values: rows.map(([value]) => value ?? null) };
  });
  const order = Array.from({ length: area.rows }, (_, index) => index);
  order.sort((a, b) => {
    for (const { values, ascending } of compared) {
      const difference = compare(values[a] ?? null, values[b] ?? null, ascending);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  if (order.every((index, place) => index === place)) return;
  sheet.permute(
    area,
    order.map((index) => area.row + index),
  );
}

const RANK: Readonly<Record<string, number>> = { number: 0, string: 1, boolean: 2 };
const TEXT = new Intl.Collator("en-US", { sensitivity: "accent" });

function compare(a: Scalar, b: Scalar, ascending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const direction = ascending ? 1 : -1;
  const rank = (RANK[typeof a] ?? 0) - (RANK[typeof b] ?? 0);
  if (rank !== 0) return rank * direction;
  if (typeof a === "string" && typeof b === "string") return TEXT.compare(a, b) * direction;
  return (Number(a) - Number(b)) * direction;
}
