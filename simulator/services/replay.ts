/** Makes the changes of changes.ts in a workbook. */

import type { CellContent, Change, Move } from "./changes.ts";
import { SheetModel } from "./sheet-model.ts";
import { applySheetFrame, applyWorkbookFrame } from "./snapshot.ts";
import { PLAIN, type Style } from "./styles.ts";
import type { Workbook } from "./workbook.ts";

/** @throws Error for a change that does not fit the workbook's state */
export function applyChange(workbook: Workbook, change: Change): void {
  switch (change.kind) {
    case "cells":
      putCells(sheetOf(workbook, change.sheet), change);
      break;
    case "looks":
      putLooks(sheetOf(workbook, change.sheet), change);
      break;
    case "frame":
      applySheetFrame(sheetOf(workbook, change.frame.id), change.frame);
      break;
    case "workbook":
      putWorkbook(workbook, change);
      break;
    case "properties":
      putProperties(workbook, change);
      break;
    default:
      move(workbook, change);
  }
  workbook.touch();
}

type Of<Kind extends Change["kind"]> = Extract<Change, { readonly kind: Kind }>;

function sheetOf(workbook: Workbook, id: number): SheetModel {
  const sheet = workbook.sheetById(id);
  if (!sheet) throw new Error(`There is no sheet ${id} to change.`);
  return sheet;
}

function putCells(sheet: SheetModel, { column: index, row: from, cells, notes, rich }: Of<"cells">): void {
  const column = sheet.column(index);
  column.set(
    from,
    cells.map((cell) => (isFormula(cell) ? null : cell)),
  );
  for (const [i, cell] of cells.entries()) if (isFormula(cell)) column.setFormula(from + i, cell.formula);
  for (const row of [...column.notes.keys()]) {
    if (row >= from && row < from + cells.length) column.setNote(row, null);
  }
  for (const [row, note] of Object.entries(notes ?? {})) column.setNote(Number(row), note);
  for (const [row, runs] of Object.entries(rich ?? {})) column.rich.set(Number(row), runs);
}

function isFormula(cell: CellContent): cell is { readonly formula: string } {
  return typeof cell === "object" && cell !== null;
}

function putLooks(sheet: SheetModel, { column: index, looks, runs }: Of<"looks">): void {
  const numbers = looks.map((look) => sheet.styles.numberOf({ ...PLAIN, ...(look as Style) }));
  for (const [from, to, at] of runs) sheet.column(index).restyleRuns(from, to, () => numbers[at] ?? 0);
}

function putWorkbook(workbook: Workbook, { frame, order, nextId }: Of<"workbook">): void {
  workbook.sheets = order.map((id) => sheetOf(workbook, id));
  applyWorkbookFrame(workbook, frame);
  workbook.reserveIds(nextId);
}

function putProperties(workbook: Workbook, { store, user, values }: Of<"properties">): void {
  const held =
    store === "document"
      ? workbook.documentProperties
      : store === "script"
        ? workbook.scriptProperties
        : workbook.propertiesOf(user ?? "");
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === null) held.delete(key);
    else kept[key] = value;
  }
  held.set(kept);
}

/** Only the grid: what hangs on it (filters, protections, named ranges) comes with the frames. */
function move(workbook: Workbook, change: Move): void {
  if (change.kind === "sheet") {
    const { sheet: id, name, rows, columns } = change;
    workbook.sheets.push(new SheetModel(id, name, rows, columns, workbook.styles));
    return;
  }
  const sheet = sheetOf(workbook, change.sheet);
  if (change.kind === "permute") sheet.permute(change, change.order);
  else if (change.kind === "moveColumns") sheet.moveColumns(change.from, change.count, change.to);
  else if (change.kind === "insert") sheet.insert(change.axis, change.at, change.count, change.like);
  else sheet.remove(change.axis, change.at, change.count);
}
