/** What users do to cells: typing, pasting, clearing, looks, notes, sorting, filters, lines; and taking it back. */

import { writeValues } from "../services/cell-values.ts";
import { areaChanges, type Change } from "../services/changes.ts";
import { MAX_CELL_TEXT } from "../services/limits.ts";
import { applyChange } from "../services/replay.ts";
import { ServiceError } from "../services/service.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import { sortArea } from "../services/sort.ts";
import type { Style } from "../services/styles.ts";
import type { Place, Workbook } from "../services/workbook.ts";
import { Refused } from "./asked.ts";
import type { Area, Edited, FilterCriteria } from "./protocol.ts";
import { contentOf } from "./sheet-info.ts";

/** Cells that edits to be taken back may touch, one and all together: what stood there is remembered. */
const MOST_UNDONE = 200_000;
const MOST_REMEMBERED = 1_000_000;
const MOST_STEPS = 100;
const MOST_CELLS = 2_000_000;

/** An edit that can be taken back. */
interface Step {
  readonly place: Place;
  readonly before: readonly Change[];
  readonly after: readonly Change[];
}

/** The cell edits of one user. */
export class Edits {
  readonly #workbook: Workbook;
  readonly #now: () => number;
  #done: Step[] = [];
  #undone: Step[] = [];

  constructor(workbook: Workbook, now: () => number) {
    this.#workbook = workbook;
    this.#now = now;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Cells moved: what stood where is no longer known. */
  forget(sheetId: number | null): void {
    const stays = ({ place }: Step) => sheetId !== null && place.sheetId !== sheetId;
    this.#done = this.#done.filter(stays);
    this.#undone = this.#undone.filter(stays);
  }

  type(sheet: SheetModel, row: number, column: number, text: string, confirmed: boolean): Edited {
    return this.paste(sheet, { row, column, rows: 1, columns: 1 }, [[text]], confirmed);
  }

  /** A single text fills the area; a block is written from its first cell on, and repeated where the area is a multiple of it. */
  paste(sheet: SheetModel, area: Area, texts: readonly (readonly string[])[], confirmed: boolean): Edited {
    const [height, width] = [texts.length, texts[0]?.length ?? 0];
    const repeats = area.rows % height === 0 && area.columns % width === 0;
    const target = repeats ? area : { ...area, rows: height, columns: width };
    checkSize(target);
    const long = texts.flat().find((text) => text.length > MAX_CELL_TEXT);
    if (long !== undefined) {
      throw new Refused(
        422,
        `A cell holds at most ${MAX_CELL_TEXT} characters; this text has ${long.length}.`,
      );
    }
    const warning = warningOf(sheet, target, confirmed);
    if (warning) return warning;
    this.#grow(sheet, target);
    const rows = Array.from({ length: target.rows }, (_, r) =>
      Array.from({ length: target.columns }, (_unused, c) => texts[r % height]?.[c % width] ?? ""),
    );
    return this.#edit(sheet, target, () => {
      writeValues(this.#workbook, sheet, target, rows, this.#now());
    });
  }

  clear(sheet: SheetModel, area: Area, confirmed: boolean): Edited {
    const target = inside(sheet, area);
    const warning = warningOf(sheet, target, confirmed);
    if (warning) return warning;
    return this.#edit(sheet, target, () => {
      for (let c = 0; c < target.columns; c++) {
        sheet.column(target.column + c).clear(target.row, target.row + target.rows);
      }
    });
  }

  look(sheet: SheetModel, area: Area, change: Partial<Style>): Edited {
    const target = inside(sheet, area);
    return this.#edit(sheet, target, () => sheet.changeStyle(target, change));
  }

  note(sheet: SheetModel, row: number, column: number, text: string): Edited {
    const target = inside(sheet, { row, column, rows: 1, columns: 1 });
    return this.#edit(sheet, target, () => sheet.column(column).setNote(row, text));
  }

  undo(): Place | null {
    return this.#step(this.#done, this.#undone, "before");
  }

  redo(): Place | null {
    return this.#step(this.#undone, this.#done, "after");
  }

  #step(from: Step[], to: Step[], which: "before" | "after"): Place | null {
    const step = from.pop();
    if (!step) return null;
    for (const change of step[which]) applyChange(this.#workbook, change);
    to.push(step);
    return step.place;
  }

  #edit(sheet: SheetModel, area: Area, make: () => void): Edited {
    const small = cellsIn(area) <= MOST_UNDONE;
    const before = small ? areaChanges(sheet, area) : [];
    try {
      make();
    } catch (problem) {
      if (!(problem instanceof ServiceError)) throw problem;
      for (const change of before) applyChange(this.#workbook, change);
      return { done: false, refused: problem.message };
    }
    this.#workbook.touch();
    this.#undone = [];
    if (small)
      this.#remember({ place: { sheetId: sheet.id, area }, before, after: areaChanges(sheet, area) });
    else this.forget(sheet.id);
    return { done: true, area };
  }

  #remember(step: Step): void {
    this.#done.push(step);
    let cells = this.#done.reduce((sum, { place }) => sum + cellsIn(place.area), 0);
    while (this.#done.length > MOST_STEPS || cells > MOST_REMEMBERED) {
      const oldest = this.#done.shift();
      if (oldest) cells -= cellsIn(oldest.place.area);
    }
  }

  #grow(sheet: SheetModel, area: Area): void {
    const [rows, columns] = [
      area.row + area.rows - sheet.maxRows,
      area.column + area.columns - sheet.maxColumns,
    ];
    if (rows > 0) this.#workbook.insertLines(sheet, "row", sheet.maxRows, rows, sheet.maxRows - 1);
    if (columns > 0)
      this.#workbook.insertLines(sheet, "column", sheet.maxColumns, columns, sheet.maxColumns - 1);
  }
}

/** Sorts the filter's rows when the column is in the filter, else everything below the frozen rows. */
export function sort(
  workbook: Workbook,
  sheet: SheetModel,
  column: number,
  ascending: boolean,
  confirmed: boolean,
): Edited {
  inside(sheet, { row: 0, column, rows: 1, columns: 1 });
  const area = sortedArea(workbook, sheet, column);
  if (area.rows < 1) return { done: true, area };
  const warning = warningOf(sheet, area, confirmed);
  if (warning) return warning;
  sortArea(workbook, sheet, area, [{ column, ascending }]);
  workbook.touch();
  return { done: true, area };
}

function sortedArea(workbook: Workbook, sheet: SheetModel, column: number): Area {
  const content = contentOf(workbook, sheet).rows;
  const filter = sheet.filter?.area;
  if (filter && column >= filter.column && column < filter.column + filter.columns) {
    const end = Math.min(filter.row + filter.rows, Math.max(content, filter.row + 1));
    return { ...filter, row: filter.row + 1, rows: end - filter.row - 1 };
  }
  return { row: sheet.frozenRows, column: 0, rows: content - sheet.frozenRows, columns: sheet.maxColumns };
}

/** Makes the sheet's filter, or drops it. */
export function setFilter(workbook: Workbook, sheet: SheetModel, area: Area | null, remove: boolean): Edited {
  const content = contentOf(workbook, sheet);
  const everything = {
    row: 0,
    column: 0,
    rows: Math.max(1, content.rows),
    columns: Math.max(1, content.columns),
  };
  const target = inside(sheet, area ?? everything);
  if (remove) sheet.filter = null;
  else if (sheet.filter) throw new Refused(409, "This sheet has a filter already: remove that one first.");
  else sheet.filter = { area: target, criteria: new Map() };
  workbook.touch();
  return { done: true, area: target };
}

export function setFilterColumn(
  workbook: Workbook,
  sheet: SheetModel,
  column: number,
  criteria: FilterCriteria | null,
): Edited {
  const { filter } = sheet;
  if (!filter || column < filter.area.column || column >= filter.area.column + filter.area.columns) {
    throw new Refused(409, "That column is not part of the sheet's filter.");
  }
  if (criteria === null) filter.criteria.delete(column);
  else filter.criteria.set(column, criteria);
  workbook.touch();
  return { done: true, area: filter.area };
}

/** The question Google asks before an edit of a range that is protected with a warning; null when nothing is. */
export function warningOf(sheet: SheetModel, area: Area, confirmed: boolean): Edited | null {
  if (confirmed) return null;
  const hit = sheet.protections.find(
    (protection) => protection.warningOnly && (protection.area === null || overlap(protection.area, area)),
  );
  if (!hit) return null;
  const about = hit.description === "" ? "" : ` (${hit.description})`;
  return {
    done: false,
    warning: `You're trying to edit part of this sheet that shouldn't be changed accidentally${about}. Edit anyway?`,
  };
}

function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

function cellsIn(area: Area): number {
  return area.rows * area.columns;
}

function checkSize(area: Area): void {
  if (cellsIn(area) <= MOST_CELLS) return;
  throw new Refused(413, `That is more than ${MOST_CELLS.toLocaleString("en-US")} cells: paste it in parts.`);
}

/** The part of an area that is in the sheet. @throws Refused when none is */
export function inside(sheet: SheetModel, area: Area): Area {
  const rows = Math.min(area.rows, sheet.maxRows - area.row);
  const columns = Math.min(area.columns, sheet.maxColumns - area.column);
  if (rows < 1 || columns < 1) throw new Refused(409, "Those cells are not in the sheet any more.");
  return { row: area.row, column: area.column, rows, columns };
}
