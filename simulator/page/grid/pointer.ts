/** The mouse in the grid: selecting by click and drag, whole rows and columns, double click, the small buttons in cells. */

import type { App } from "../app.ts";
import { beginEdit, commitEdit } from "../edits.ts";
import { contains } from "../model/area.ts";
import { pointsAtCell } from "../model/formula.ts";
import {
  atCell,
  extendedTo,
  type Selection,
  wholeColumns,
  wholeRows,
  wholeSheet,
} from "../model/selection.ts";
import type { Hit } from "./revo.ts";

const EDGE_PIXELS = 24;
const EDGE_MILLISECONDS = 60;

export interface Pointing {
  /** A cell was clicked while a formula was typed: its name belongs into the formula. */
  pointedAt(from: Hit, to: Hit): void;
}

export function listenToPointer(app: App, host: HTMLElement, pointing: Pointing): () => void {
  let dragging: { from: Hit; pointing: boolean } | null = null;
  let last: PointerEvent | null = null;
  let scrolling: ReturnType<typeof setInterval> | undefined;

  const down = (event: PointerEvent): void => {
    if (event.target instanceof Element && event.target.closest(".resizable, .chart")) return;
    const hit = app.revo.hit(event.target);
    if (!hit || !app.view) return;
    // RevoGrid's own selection, and the loss of the keyboard's focus, both begin here.
    event.preventDefault();
    event.stopPropagation();
    if (event.button === 2) secondary(app, hit);
    if (event.button !== 0) return;
    const { editing } = app.state;
    if (editing && pointsAtCell(editing.text) && hit.kind === "cell") {
      dragging = { from: hit, pointing: true };
      pointing.pointedAt(hit, hit);
      return;
    }
    if (editing) void commitEdit(app, null);
    app.focusGrid();
    const act = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-act]") : null;
    if (act && hit.kind === "cell") {
      acted(app, hit, act.dataset["act"] ?? "");
      return;
    }
    app.select(selected(app, hit, event.shiftKey), hit.kind === "cell");
    dragging = { from: hit, pointing: false };
    scrolling = setInterval(() => scrollAtEdge(), EDGE_MILLISECONDS);
  };

  const move = (event: PointerEvent): void => {
    last = event;
    if (!dragging || !app.view) return;
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const hit = app.revo.hit(under);
    if (!hit) return;
    if (dragging.pointing) {
      pointing.pointedAt(dragging.from, hit);
      return;
    }
    const { selection } = app.state;
    const to = {
      row: hit.kind === "column" ? selection.end.row : hit.row,
      column: hit.kind === "row" ? selection.end.column : hit.column,
    };
    if (to.row === selection.end.row && to.column === selection.end.column) return;
    app.select(extendedTo(selection, to, app.view.size), false);
  };

  const up = (): void => {
    dragging = null;
    clearInterval(scrolling);
  };

  const scrollAtEdge = (): void => {
    if (!dragging || !last) return;
    const box = host.getBoundingClientRect();
    const { left, top } = app.revo.scrolled;
    const x = pull(last.clientX, box.left, box.right);
    const y = pull(last.clientY, box.top, box.bottom);
    if (x === 0 && y === 0) return;
    app.revo.scrollTo(left + x, top + y);
    move(last);
  };

  const double = (event: MouseEvent): void => {
    const hit = app.revo.hit(event.target);
    if (hit?.kind === "cell" && !(event.target as Element).closest("[data-act], .chart")) {
      beginEdit(app, "cell", null);
    }
  };

  const context = (event: MouseEvent): void => {
    const hit = app.revo.hit(event.target);
    if (!hit) return;
    event.preventDefault();
    app.store.set({ popup: { kind: "cells", x: event.clientX, y: event.clientY } });
  };

  const still = (event: Event): void => {
    if (app.revo.hit(event.target) && !(event.target as Element).closest(".resizable"))
      event.stopPropagation();
  };

  host.addEventListener("pointerdown", down, true);
  host.addEventListener("mousedown", mouseDown, true);
  host.addEventListener("touchstart", still, { capture: true, passive: true });
  host.addEventListener("dblclick", double);
  host.addEventListener("contextmenu", context);
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", up);
  return () => {
    host.removeEventListener("pointerdown", down, true);
    host.removeEventListener("mousedown", mouseDown, true);
    host.removeEventListener("touchstart", still, true);
    host.removeEventListener("dblclick", double);
    host.removeEventListener("contextmenu", context);
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", up);
    clearInterval(scrolling);
  };

  function mouseDown(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest(".resizable, .chart")) return;
    if (!app.revo.hit(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  }
}

function selected(app: App, hit: Hit, extend: boolean): Selection {
  const { view } = app;
  const { selection } = app.state;
  if (!view) return selection;
  if (extend && hit.kind === "cell") return extendedTo({ ...selection, kind: "cells" }, hit, view.size);
  switch (hit.kind) {
    case "cell":
      return atCell({ row: hit.row, column: hit.column });
    case "row":
      return wholeRows(extend ? selection.active.row : hit.row, hit.row, view.size);
    case "column":
      return wholeColumns(extend ? selection.active.column : hit.column, hit.column, view.size);
    case "corner":
      return wholeSheet(view.size);
  }
}

/** The right button keeps a selection it is pressed inside. */
function secondary(app: App, hit: Hit): void {
  if (app.state.editing) void commitEdit(app, null);
  const { area } = app.state.selection;
  const inside =
    hit.kind === "cell"
      ? contains(area, hit)
      : contains(area, { row: hit.kind === "row" ? hit.row : area.row, column: hit.column });
  if (!inside || hit.kind === "corner") app.select(selected(app, hit, false), false);
  app.focusGrid();
}

function acted(app: App, hit: Hit, act: string): void {
  const at = app.revo.boxOf(hit);
  app.select(atCell({ row: hit.row, column: hit.column }), false);
  if (!at) return;
  if (act === "filter") app.store.set({ popup: { kind: "filter", column: hit.column, at } });
  if (act === "dropdown") {
    app.store.set({ popup: { kind: "dropdown", row: hit.row, column: hit.column, at } });
  }
}

/** Pixels to scroll by when the mouse is beyond or near an edge. */
function pull(at: number, from: number, to: number): number {
  if (at > to - EDGE_PIXELS) return 30;
  if (at < from + EDGE_PIXELS) return -30;
  return 0;
}
