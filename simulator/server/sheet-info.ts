/** What a window knows of the tabs without asking for rows. */

import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import type { FilterCriteria, NamedRange, SheetInfo } from "./protocol.ts";
import type { ShownIndex } from "./shown-rows.ts";

export function sheetInfos(workbook: Workbook, shown: ShownIndex): SheetInfo[] {
  return workbook.sheets.map((sheet) => sheetInfo(workbook, sheet, shown));
}

function sheetInfo(workbook: Workbook, sheet: SheetModel, shown: ShownIndex): SheetInfo {
  const content = contentOf(workbook, sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.hidden,
    tabColor: sheet.tabColor,
    rows: sheet.maxRows,
    columns: sheet.maxColumns,
    contentRows: content.rows,
    contentColumns: content.columns,
    shownRows: shown.of(sheet).count,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    hiddenGridlines: sheet.hiddenGridlines,
    hiddenColumns: [...sheet.hiddenColumns.keys()].sort((a, b) => a - b),
    columnWidths: Object.fromEntries(sheet.columnWidths),
    filter: sheet.filter && {
      area: sheet.filter.area,
      criteria: Object.fromEntries(sheet.filter.criteria) as Record<number, FilterCriteria>,
    },
    protections: sheet.protections.map(({ area, description, warningOnly }) => ({
      area,
      description,
      warningOnly,
    })),
    charts: sheet.charts.length,
  };
}

/** Down and right to the last cell with content, spilled results included. */
export function contentOf(workbook: Workbook, sheet: SheetModel): { rows: number; columns: number } {
  let [rows, columns] = [sheet.contentRows, sheet.contentColumns];
  if (sheet.hasFormulas) {
    for (const [column, values] of workbook.computed(sheet)) {
      columns = Math.max(columns, column + 1);
      for (const row of values.keys()) rows = Math.max(rows, row + 1);
    }
  }
  return { rows, columns };
}

export function namedRanges(workbook: Workbook): NamedRange[] {
  return workbook.namedRanges.map(({ name, sheetId, area }) => ({ name, sheetId, area }));
}
