/** What lies above the cells: the selection, other people's, what was copied; and the headers of what is selected. */

import type { Area } from "../model/area.ts";
import { cellName } from "../model/area.ts";
import type { Selection } from "../model/selection.ts";
import type { Revo } from "./revo.ts";
import { type Box, boxIn, cellIn } from "./sections.ts";
import type { SheetView } from "./sheet-view.ts";

export interface Other {
  readonly user: string;
  readonly color: string;
  /** In places. */
  readonly area: Area;
}

export interface Marks {
  readonly selection: Selection;
  readonly others: readonly Other[];
  readonly copied: Area | null;
}

export function drawMarks(revo: Revo, view: SheetView, marks: Marks): void {
  const { selection, others, copied } = marks;
  const active: Area = { ...selection.active, rows: 1, columns: 1 };
  for (const [section, layer] of revo.layers) {
    const drawn: HTMLElement[] = [];
    const add = (area: Area, name: string): HTMLElement | null => {
      const box = boxIn(view, section, area);
      if (!box) return null;
      const mark = markAt(box, name);
      drawn.push(mark);
      return mark;
    };
    if (selection.area.rows * selection.area.columns > 1) add(selection.area, "range");
    for (const other of others) {
      const mark = add(other.area, "other");
      if (!mark) continue;
      mark.style.borderColor = other.color;
      const name = document.createElement("span");
      name.textContent = other.user;
      name.style.background = other.color;
      mark.append(name);
    }
    add(active, "active");
    if (copied) add(copied, "copied");
    let host = layer.querySelector<HTMLElement>(":scope > .marks");
    if (!host) {
      host = document.createElement("div");
      host.className = "marks";
      host.setAttribute("aria-hidden", "true");
      layer.append(host);
    }
    host.replaceChildren(...drawn);
  }
  markHeaders(revo.element, view, selection);
}

function markAt({ left, top, width, height }: Box, name: string): HTMLElement {
  const mark = document.createElement("div");
  mark.className = `mark ${name}`;
  Object.assign(mark.style, {
    left: `${left}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
  });
  return mark;
}

/** Letters and numbers of what is selected are tinted, those of whole columns and rows filled. */
function markHeaders(grid: HTMLElement, view: SheetView, { area, kind }: Selection): void {
  for (const part of grid.querySelectorAll(
    "revogr-viewport-scroll.rgCol, revogr-viewport-scroll.colPinStart",
  )) {
    const colType = part.classList.contains("colPinStart") ? "colPinStart" : "rgCol";
    for (const header of part.querySelectorAll<HTMLElement>(".rgHeaderCell")) {
      const { column } = cellIn(view, { rowType: "rgRow", colType }, 0, Number(header.dataset["rgcol"]));
      const inside = column >= area.column && column < area.column + area.columns;
      header.classList.toggle("touched", inside);
      header.classList.toggle("whole", inside && (kind === "columns" || kind === "all"));
      header.setAttribute("aria-selected", String(inside));
    }
  }
  for (const data of grid.querySelectorAll("revogr-row-headers revogr-data")) {
    const rowType = data.getAttribute("type") === "rowPinStart" ? "rowPinStart" : "rgRow";
    for (const header of data.querySelectorAll<HTMLElement>(".rgCell")) {
      const { row } = cellIn(view, { rowType, colType: "rgCol" }, Number(header.dataset["rgrow"]), 0);
      const inside = row >= area.row && row < area.row + area.rows;
      header.classList.toggle("touched", inside);
      header.classList.toggle("whole", inside && (kind === "rows" || kind === "all"));
    }
  }
}

/** What a screen reader says of the active cell. */
export function spoken(view: SheetView, { active }: Selection): string {
  const row = view.rowAt(active.row);
  const name = row === null ? "" : cellName({ row, column: active.column });
  const cell = view.cell(active.row, active.column);
  const note = cell.note ? `, has note: ${cell.note}` : "";
  return `${name} ${cell.text || "blank"}${note}`;
}
