/** Carries out what a key asked for. */

import type { App } from "../app.ts";
import { beginEdit, changeLook, clearSelection, takeBack, toEdge, writeNote } from "../edits.ts";
import type { Command } from "../model/keys.ts";
import {
  advanced,
  atCell,
  extendedTo,
  moved,
  type Selection,
  wholeColumns,
  wholeRows,
  wholeSheet,
} from "../model/selection.ts";
import type { SheetView } from "./sheet-view.ts";

export interface Surroundings {
  openMenu(): void;
  openContextMenu(): void;
}

export function run(app: App, command: Command, around: Surroundings): void {
  const { view } = app;
  if (!view) return;
  const { selection } = app.state;
  const look = view.cell(selection.active.row, selection.active.column).look;
  switch (command.do) {
    case "move":
      return step(app, view, command.direction, command.extend, 1);
    case "page":
      return step(app, view, command.direction, command.extend, app.revo.pageLength);
    case "edge":
      return void toEdge(app, command.direction, command.extend);
    case "next":
      return app.selectActive(advanced(selection, command.direction, view));
    case "rowStart":
    case "rowEnd":
    case "sheetStart":
    case "sheetEnd":
      return jump(app, view, command.do, command.extend);
    case "enter":
      if (selection.area.rows * selection.area.columns > 1) {
        return app.selectActive(advanced(selection, "down", view));
      }
      return beginEdit(app, "cell", null);
    case "edit":
      return beginEdit(app, "cell", null);
    case "clear":
      return void clearSelection(app);
    case "undo":
    case "redo":
      return void takeBack(app, command.do);
    case "all":
      return app.select(wholeSheet(view.size), false);
    case "column":
      return app.select(wholeColumns(selection.active.column, selection.end.column, view.size), false);
    case "row":
      return app.select(wholeRows(selection.active.row, selection.end.row, view.size), false);
    case "bold":
      return void changeLook(app, { bold: look.bold !== true });
    case "italic":
      return void changeLook(app, { italic: look.italic !== true });
    case "strike":
      return void changeLook(app, { strike: look.strike !== true });
    case "find":
      return app.store.set({ finding: true });
    case "note":
      return void writeNote(app);
    case "open":
      return openLink(app, view, selection);
    case "previousTab":
      return neighbour(app, -1);
    case "nextTab":
      return neighbour(app, 1);
    case "menu":
      return around.openMenu();
    case "contextMenu":
      return around.openContextMenu();
    case "escape":
      return app.store.set({ copied: null, popup: null });
  }
}

function step(
  app: App,
  view: SheetView,
  direction: "up" | "down" | "left" | "right",
  extend: boolean,
  times: number,
): void {
  const { selection } = app.state;
  if (!extend) return app.select(atCell(moved(selection.active, direction, view, times)));
  app.select(extendedTo(selection, moved(selection.end, direction, view, times), view.size));
}

function jump(
  app: App,
  view: SheetView,
  where: "rowStart" | "rowEnd" | "sheetStart" | "sheetEnd",
  extend: boolean,
): void {
  const { selection } = app.state;
  const from = extend ? selection.end : selection.active;
  const lastColumn = Math.max(0, view.info.contentColumns - 1);
  // Content may end below the last row that shows.
  const lastRow = view.filtered ? view.size.rows - 1 : Math.max(0, view.info.contentRows - 1);
  const to = {
    row: where === "sheetStart" ? 0 : where === "sheetEnd" ? lastRow : from.row,
    column: where.endsWith("Start") ? view.columns.indexAt(0) : lastColumn,
  };
  app.select(extend ? extendedTo(selection, to, view.size) : atCell(to));
}

function openLink(app: App, view: SheetView, { active }: Selection): void {
  const { link } = view.cell(active.row, active.column);
  if (link) window.open(link, "_blank", "noopener,noreferrer");
  else if (view.cell(active.row, active.column).look.dropdown) openDropdown(app);
}

export function openDropdown(app: App): void {
  const { row, column } = app.active;
  const at = app.revo.boxOf({ row, column });
  if (at) app.store.set({ popup: { kind: "dropdown", row, column, at } });
}

function neighbour(app: App, by: number): void {
  const tabs = app.state.sheets.filter(({ hidden }) => !hidden);
  const next = tabs[tabs.findIndex(({ id }) => id === app.state.sheetId) + by];
  if (next) app.goTo(next.id);
}
