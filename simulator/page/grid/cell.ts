/** How one cell is drawn: its classes, its style, what stands in it. */

import type { CellProps, HyperFunc } from "@revolist/revogrid";
import type { Look } from "../../server/protocol.ts";
import { fontOf } from "./measure.ts";
import { type CellView, cellAt, type Kind, type Row } from "./rows.ts";
import type { SheetView } from "./sheet-view.ts";

/** Letters drawn of a text: more than any cell shows. */
const DRAWN = { wrapped: 4000, plain: 600 };

/** Where a value stands in its cell as long as nobody aligned it. */
const SIDES: Readonly<Record<Kind, "left" | "center" | "right">> = {
  number: "right",
  boolean: "center",
  error: "center",
  text: "left",
  empty: "left",
};

export type Make = HyperFunc<unknown>;

export function cellContent(make: Make, view: SheetView, place: number, column: number): unknown {
  const row = view.row(place);
  if (!row) return view.blocks.knows(place) ? "" : make("span", { class: "unknown" });
  const cell = cellAt(row, column);
  const parts: unknown[] = [];
  if (cell.text !== "") parts.push(text(make, cell, runOver(view, row, column)));
  if (cell.look.dropdown) parts.push(make("span", { class: "dropdown-arrow", "data-act": "dropdown" }));
  if (isFilterHeader(view, row, column)) {
    const active = view.info.filter?.criteria[column] !== undefined;
    parts.push(make("span", { class: `funnel${active ? " active" : ""}`, "data-act": "filter" }));
  }
  return parts;
}

function text(make: Make, cell: CellView, width: number | null): unknown {
  const limit = cell.look.wrap === "WRAP" ? DRAWN.wrapped : DRAWN.plain;
  const style = width === null ? {} : { width: `${width}px` };
  return make("span", { class: "text", dir: "auto", style }, cell.text.slice(0, limit));
}

/** Pixels a text has when it runs over into empty cells; null when it stays in its own. */
function runOver(view: SheetView, row: Row, column: number): number | null {
  const last = view.reach(row).get(column);
  if (last === undefined) return null;
  const { columns } = view;
  const [first, end] = [columns.firstPlaceFrom(column), columns.firstPlaceFrom(last) + 1];
  return columns.offsetOf(end) - columns.offsetOf(first) - 6;
}

function isFilterHeader(view: SheetView, row: Row, column: number): boolean {
  const area = view.info.filter?.area;
  return (
    area !== undefined && row.row === area.row && column >= area.column && column < area.column + area.columns
  );
}

export function cellProps(view: SheetView, place: number, column: number): CellProps {
  const row = view.row(place);
  if (!row) return { class: { cell: true } };
  const cell = cellAt(row, column);
  const reach = view.reach(row);
  const { look } = cell;
  return {
    class: {
      cell: true,
      [`to-${look.align ?? SIDES[cell.kind]}`]: true,
      [`at-${look.vertical ?? "bottom"}`]: true,
      wrap: look.wrap === "WRAP",
      over: reach.has(column),
      open: runsThrough(reach, column),
      noted: cell.note !== null,
      wrong: cell.error !== null,
      linked: cell.link !== null,
    },
    style: styleOf(look),
  };
}

/** The text of this cell or of one to the left crosses this cell's right edge: no line there. */
function runsThrough(reach: ReadonlyMap<number, number>, column: number): boolean {
  for (const [from, to] of reach) if (from <= column && column < to) return true;
  return false;
}

function styleOf(look: Look): Record<string, string | undefined> {
  const lines = [look.underline ? "underline" : "", look.strike ? "line-through" : ""].join(" ").trim();
  const odd = look.bold || look.italic || look.font !== undefined || look.size !== undefined;
  return {
    background: look.background,
    color: look.color,
    font: odd ? fontOf(look) : undefined,
    textDecoration: lines || undefined,
  };
}
