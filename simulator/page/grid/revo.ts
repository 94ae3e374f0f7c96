/**
 * The RevoGrid element that draws a tab. It knows only how many rows and columns there are and asks for each cell
 * when it draws it; selection, editing, clipboard and filters are this page's own, so that they behave as in Sheets.
 */

import type { ColumnRegular, RowDefinition } from "@revolist/revogrid";
import { defineCustomElements } from "@revolist/revogrid/loader";
import type { Area, Cell } from "../model/area.ts";
import { columnLetters } from "../model/area.ts";
import { cellContent, cellProps, type Make } from "./cell.ts";
import { giveRoles } from "./roles.ts";
import {
  type Box,
  boxIn,
  cellIn,
  frozenColumnPlaces,
  SECTIONS,
  type Section,
  sectionOf,
} from "./sections.ts";
import { ROW_HEIGHT, type SheetView } from "./sheet-view.ts";

type GridElement = HTMLRevoGridElement;

export const ROW_HEADER_WIDTH = 46;
const STILL_MILLISECONDS = 100;
/** Every row stands for itself only by its number. */
const NOTHING = {};

export interface GridEvents {
  /** Something was drawn or scrolled: whatever lies above the cells must follow. */
  drawn(): void;
  columnResized(column: number, width: number): void;
  focused(): void;
}

export class Revo {
  readonly element: GridElement;
  readonly #events: GridEvents;
  readonly #layers = new Map<string, HTMLElement>();
  #view: SheetView | null = null;
  #shape = "";
  #rows = { frozen: 0, rest: 0 };
  #sized = false;
  #still: ReturnType<typeof setTimeout> | undefined;
  #refreshing = false;

  constructor(events: GridEvents) {
    defineCustomElements();
    this.#events = events;
    this.element = document.createElement("revo-grid");
    Object.assign(this.element, {
      readonly: true,
      canFocus: false,
      range: false,
      useClipboard: false,
      filter: false,
      exporting: false,
      canMoveColumns: false,
      canDrag: false,
      resize: true,
      rowSize: ROW_HEIGHT,
      frameSize: 3,
      theme: "compact",
    });
    this.element.addEventListener("afterrender", () => this.#events.drawn());
    this.element.addEventListener("afterheaderrender", () => this.#events.drawn());
    this.element.addEventListener("scroll", () => this.#scrolled(), true);
    // The parts that scroll can be reached by keyboard, and hand it on to the line that has it for the grid.
    this.element.addEventListener("focusin", () => this.#events.focused());
    this.element.addEventListener("aftercolumnresize", (event) => {
      for (const column of Object.values(event.detail)) {
        if (typeof column.size === "number") this.#events.columnResized(Number(column.prop), column.size);
      }
    });
  }

  /** Shows a tab, or what became of its frame: its rows, columns, sizes. */
  show(view: SheetView): void {
    const { info } = view;
    const other = this.#view !== view;
    this.#view = view;
    const shape = JSON.stringify([
      info.id,
      info.columns,
      info.columnWidths,
      info.hiddenColumns,
      info.frozenColumns,
    ]);
    if (shape !== this.#shape) {
      this.#shape = shape;
      this.element.columns = this.#columns(view);
      this.element.rowHeaders = {
        prop: "row",
        size: ROW_HEADER_WIDTH,
        columnProperties: () => ({ role: "columnheader" }),
        columnTemplate: (make) => make("span", { class: "unseen" }, "All cells"),
        cellProperties: () => ({ role: "rowheader" }),
        cellTemplate: (_make: unknown, cell: { rowIndex: number; type: string }) =>
          this.#rowNumber(cell.rowIndex, cell.type === "rowPinStart"),
      };
    }
    const frozen = view.frozenPlaces;
    const rest = view.rows.places - frozen;
    if (this.#rows.frozen !== frozen) this.element.pinnedTopSource = new Array(frozen).fill(NOTHING);
    if (this.#rows.rest !== rest) this.element.source = new Array(rest).fill(NOTHING);
    this.#rows = { frozen, rest };
    this.resize();
    if (other) this.scrollTo(0, 0);
    this.refresh();
  }

  /** Rows became higher or lower. */
  resize(): void {
    const view = this.#view;
    if (!view) return;
    const frozen = view.frozenPlaces;
    const sizes: RowDefinition[] = [...view.heights].map(([place, size]) => ({
      type: place < frozen ? "rowPinStart" : "rgRow",
      index: place < frozen ? place : place - frozen,
      size,
    }));
    if (sizes.length === 0 && !this.#sized) return;
    this.#sized = sizes.length > 0;
    this.element.rowDefinitions = sizes;
  }

  /** Draws the cells anew, once a frame at most. */
  refresh(): void {
    if (this.#refreshing) return;
    this.#refreshing = true;
    requestAnimationFrame(() => {
      this.#refreshing = false;
      // The element is drawn for the first time only when its code has been loaded.
      if (this.element.classList.contains("hydrated")) void this.element.refresh("all");
    });
  }

  #scrolled(): void {
    this.#events.drawn();
    clearTimeout(this.#still);
    this.#still = setTimeout(() => this.#align(), STILL_MILLISECONDS);
  }

  /** Row numbers and frozen columns can be left behind when rows changed their height while scrolling was fast. */
  #align(): void {
    const top = this.#scroller?.scrollTop ?? 0;
    for (const part of this.element.querySelectorAll(".vertical-inner")) {
      if (Math.abs(part.scrollTop - top) > 1) part.scrollTop = top;
    }
  }

  #columns(view: SheetView): ColumnRegular[] {
    const frozen = frozenColumnPlaces(view);
    return Array.from({ length: view.columns.places }, (_, place): ColumnRegular => {
      const column = view.columns.indexAt(place);
      return {
        prop: String(column),
        name: columnLetters(column),
        size: view.widthOf(column),
        minSize: 20,
        sortable: false,
        filter: false,
        readonly: true,
        ...(place < frozen ? { pin: "colPinStart" as const } : {}),
        cellTemplate: (make, cell) =>
          this.#view
            ? cellContent(make as Make, this.#view, this.#place(cell.rowIndex, cell.type), column)
            : "",
        cellProperties: (cell) =>
          this.#view ? cellProps(this.#view, this.#place(cell.rowIndex, cell.type), column) : {},
      };
    });
  }

  #place(rowIndex: number, type: string): number {
    return type === "rowPinStart" ? rowIndex : rowIndex + (this.#view?.frozenPlaces ?? 0);
  }

  #rowNumber(rowIndex: number, pinned: boolean): string {
    const row = this.#view?.rowAt(this.#place(rowIndex, pinned ? "rowPinStart" : "rgRow")) ?? null;
    return row === null ? "" : String(row + 1);
  }

  // ── Places on the screen ──────────────────────────────────────────────────────────────────────────────────────

  /** The layer above a section's cells, which scrolls with them; null while the section is not drawn. */
  layer(section: Section): HTMLElement | null {
    const key = `${section.rowType} ${section.colType}`;
    const data = this.element.querySelector(
      `revogr-data[type="${section.rowType}"][col-type="${section.colType}"]`,
    );
    if (!data) return null;
    let layer = this.#layers.get(key);
    if (!layer) {
      layer = document.createElement("div");
      layer.className = "layer";
      this.#layers.set(key, layer);
    }
    if (layer.parentElement !== data) data.append(layer);
    return layer;
  }

  get layers(): readonly (readonly [Section, HTMLElement])[] {
    return SECTIONS.flatMap((section) => {
      const layer = this.layer(section);
      return layer ? [[section, layer] as const] : [];
    });
  }

  /** Where a cell is in the window, wherever it is scrolled to; null while its section is not drawn. */
  boxOf({ row, column }: Cell): Box | null {
    const view = this.#view;
    if (!view) return null;
    const section = sectionOf(view, row, column);
    const box = boxIn(view, section, { row, column, rows: 1, columns: 1 });
    const layer = this.layer(section);
    if (!box || !layer) return null;
    const origin = layer.getBoundingClientRect();
    return { ...box, left: origin.left + box.left, top: origin.top + box.top };
  }

  /** The cell, row or column at an element RevoGrid drew. */
  hit(target: EventTarget | null): Hit | null {
    const view = this.#view;
    if (!view || !(target instanceof Element)) return null;
    const cell = target.closest<HTMLElement>(".rgCell");
    const data = target.closest("revogr-data");
    const rowType = data?.getAttribute("type");
    const colType = data?.getAttribute("col-type");
    if (cell && data && (rowType === "rowPinStart" || rowType === "rgRow")) {
      const row = Number(cell.dataset["rgrow"]);
      const column = Number(cell.dataset["rgcol"]);
      const section = { rowType, colType: colType === "colPinStart" ? "colPinStart" : "rgCol" } as const;
      if (colType === "rowHeaders") {
        return { kind: "row", row: cellIn(view, { ...section, colType: "rgCol" }, row, 0).row, column: 0 };
      }
      return { kind: "cell", ...cellIn(view, section, row, column) };
    }
    const header = target.closest<HTMLElement>(".rgHeaderCell");
    if (!header) return null;
    if (header.closest("revogr-row-headers")) return { kind: "corner", row: 0, column: 0 };
    const pinned = header.closest("revogr-viewport-scroll")?.classList.contains("colPinStart") ?? false;
    const section = { rowType: "rgRow", colType: pinned ? "colPinStart" : "rgCol" } as const;
    return {
      kind: "column",
      row: 0,
      column: cellIn(view, section, 0, Number(header.dataset["rgcol"])).column,
    };
  }

  get #scroller(): HTMLElement | null {
    return this.element.querySelector("revogr-viewport-scroll.rgCol .vertical-inner");
  }

  get #sideways(): HTMLElement | null {
    return this.element.querySelector("revogr-viewport-scroll.rgCol");
  }

  scrollTo(left: number, top: number): void {
    if (this.#sideways) this.#sideways.scrollLeft = left;
    if (this.#scroller) this.#scroller.scrollTop = top;
  }

  get scrolled(): { readonly left: number; readonly top: number } {
    return { left: this.#sideways?.scrollLeft ?? 0, top: this.#scroller?.scrollTop ?? 0 };
  }

  /** Scrolls as little as needed to have a cell on the screen. */
  reveal({ row, column }: Cell): void {
    const view = this.#view;
    const down = this.#scroller;
    const right = this.#sideways;
    if (!view || !down || !right) return;
    const box = boxIn(view, { rowType: "rgRow", colType: "rgCol" }, { row, column, rows: 1, columns: 1 });
    const vertical = boxIn(view, { rowType: "rgRow", colType: "rgCol" }, wholeRow(row, view));
    const sideways = boxIn(view, { rowType: "rgRow", colType: "rgCol" }, wholeColumn(column, view));
    if ((box ?? vertical) && vertical) {
      down.scrollTop = nearest(down.scrollTop, down.clientHeight, vertical.top, vertical.height);
    }
    if ((box ?? sideways) && sideways) {
      right.scrollLeft = nearest(right.scrollLeft, right.clientWidth, sideways.left, sideways.width);
    }
  }

  /** The places on the screen now, frozen ones and a screenful around included. */
  visiblePlaces(): Set<number> {
    const places = new Set<number>();
    const view = this.#view;
    const down = this.#scroller;
    if (!view || !down) return places;
    for (let place = 0; place < view.frozenPlaces; place++) places.add(place);
    const start = view.rows.offsetOf(view.frozenPlaces) + down.scrollTop;
    const height = down.clientHeight || 600;
    const first = view.rows.placeAt(Math.max(0, start));
    const last = view.rows.placeAt(start + height);
    for (let place = first; place <= last; place++) places.add(place);
    places.add(Math.max(0, first - PREFETCHED));
    places.add(Math.min(view.rows.places - 1, last + PREFETCHED));
    return places;
  }

  /** Places a page down is long. */
  get pageLength(): number {
    return Math.max(1, Math.floor((this.#scroller?.clientHeight ?? 400) / ROW_HEIGHT) - 1);
  }

  /** Says to assistive technology what was drawn. */
  annotate(): void {
    if (this.#view) giveRoles(this.element, this.#view.info);
  }
}

const PREFETCHED = 40;

export interface Hit extends Cell {
  readonly kind: "cell" | "row" | "column" | "corner";
}

function wholeRow(row: number, view: SheetView): Area {
  return { row, column: 0, rows: 1, columns: view.info.columns };
}

function wholeColumn(column: number, view: SheetView): Area {
  return { row: 0, column, rows: view.info.shownRows, columns: 1 };
}

function nearest(scrolled: number, room: number, start: number, length: number): number {
  if (start < scrolled) return start;
  if (start + length > scrolled + room) return Math.max(0, Math.min(start, start + length - room));
  return scrolled;
}
