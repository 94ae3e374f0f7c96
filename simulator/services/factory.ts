/**
 * Where a Range leads back to its Sheet and a Sheet to its Spreadsheet. The classes register here, so that they need
 * not import one another in a circle.
 */

import type { Area } from "./a1.ts";
import type { ExecutionContext } from "./context.ts";
import type { Service } from "./service.ts";
import type { SheetModel } from "./sheet-model.ts";
import type { Workbook } from "./workbook.ts";

interface Makers {
  sheet: (context: ExecutionContext, workbook: Workbook, sheet: SheetModel) => Service;
  spreadsheet: (context: ExecutionContext, workbook: Workbook) => Service;
  range: (context: ExecutionContext, workbook: Workbook, sheet: SheetModel, area: Area) => Service;
}

const makers: Partial<Makers> = {};

export function register(made: Partial<Makers>): void {
  Object.assign(makers, made);
}

export function sheetOf(context: ExecutionContext, workbook: Workbook, sheet: SheetModel): Service {
  if (!makers.sheet) throw new Error("sheet.ts is not loaded");
  return makers.sheet(context, workbook, sheet);
}

export function spreadsheetOf(context: ExecutionContext, workbook: Workbook): Service {
  if (!makers.spreadsheet) throw new Error("spreadsheet.ts is not loaded");
  return makers.spreadsheet(context, workbook);
}

export function rangeOf(
  context: ExecutionContext,
  workbook: Workbook,
  sheet: SheetModel,
  area: Area,
): Service {
  if (!makers.range) throw new Error("range.ts is not loaded");
  return makers.range(context, workbook, sheet, area);
}
