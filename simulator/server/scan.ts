/** Reading long columns cell by cell, without a copy of what is read. */

import { FORMULA, type Scalar } from "../services/column.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";

/**
 * Visits the cells of a column's rows `from` to `to` (exclusive), empty ones too, each with its number format; stops
 * when `visit` gives true.
 */
export function scan(
  workbook: Workbook,
  sheet: SheetModel,
  index: number,
  from: number,
  to: number,
  visit: (row: number, value: Scalar, format: string) => boolean | undefined,
): void {
  const column = sheet.column(index);
  const computed = sheet.hasFormulas ? workbook.computed(sheet).get(index) : undefined;
  for (const [start, end, number] of column.styles.segments(from, to)) {
    const { numberFormat } = workbook.styles.at(number);
    for (let row = start; row < end; row++) {
      const stored = column.at(row);
      const value = stored === FORMULA || stored === null ? (computed?.get(row) ?? null) : stored;
      if (visit(row, value, numberFormat)) return;
    }
  }
}
