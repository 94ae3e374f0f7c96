/**
 * The four parts a tab falls into when rows and columns are frozen, each drawn and scrolled for itself, and where
 * an area of the tab lies in each of them.
 */

import type { DimensionCols, DimensionRows } from "@revolist/revogrid";
import type { Area } from "../model/area.ts";
import type { SheetView } from "./sheet-view.ts";

export interface Section {
  readonly rowType: Extract<DimensionRows, "rowPinStart" | "rgRow">;
  readonly colType: Extract<DimensionCols, "colPinStart" | "rgCol">;
}

export const SECTIONS: readonly Section[] = [
  { rowType: "rowPinStart", colType: "colPinStart" },
  { rowType: "rowPinStart", colType: "rgCol" },
  { rowType: "rgRow", colType: "colPinStart" },
  { rowType: "rgRow", colType: "rgCol" },
];

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Frozen columns that show. */
export function frozenColumnPlaces(view: SheetView): number {
  return view.columns.firstPlaceFrom(Math.min(view.info.frozenColumns, view.info.columns));
}

/** First and end of the places a section holds. */
function placesOf(view: SheetView, { rowType, colType }: Section) {
  const rows = view.frozenPlaces;
  const columns = frozenColumnPlaces(view);
  return {
    top: rowType === "rowPinStart" ? 0 : rows,
    bottom: rowType === "rowPinStart" ? rows : view.rows.places,
    left: colType === "colPinStart" ? 0 : columns,
    right: colType === "colPinStart" ? columns : view.columns.places,
  };
}

/** The part of an area in a section, in pixels from the section's corner; null when none of it is there. */
export function boxIn(view: SheetView, section: Section, area: Area): Box | null {
  const places = placesOf(view, section);
  const top = Math.max(places.top, area.row);
  const bottom = Math.min(places.bottom, area.row + area.rows);
  const left = Math.max(places.left, view.columns.firstPlaceFrom(area.column));
  const right = Math.min(places.right, view.columns.firstPlaceFrom(area.column + area.columns));
  if (top >= bottom || left >= right) return null;
  const x = view.columns.offsetOf(left) - view.columns.offsetOf(places.left);
  const y = view.rows.offsetOf(top) - view.rows.offsetOf(places.top);
  return {
    left: x,
    top: y,
    width: view.columns.offsetOf(right) - view.columns.offsetOf(left),
    height: view.rows.offsetOf(bottom) - view.rows.offsetOf(top),
  };
}

/** The section a cell is in. */
export function sectionOf(view: SheetView, place: number, column: number): Section {
  return {
    rowType: place < view.frozenPlaces ? "rowPinStart" : "rgRow",
    colType: column < view.info.frozenColumns ? "colPinStart" : "rgCol",
  };
}

/** The place and column of the cell that RevoGrid drew as number `row`, `column` of a section. */
export function cellIn(view: SheetView, section: Section, row: number, column: number) {
  return {
    row: section.rowType === "rowPinStart" ? row : row + view.frozenPlaces,
    column: view.columns.indexAt(
      section.colType === "colPinStart" ? column : column + frozenColumnPlaces(view),
    ),
  };
}
