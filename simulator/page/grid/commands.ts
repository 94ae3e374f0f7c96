/** Carries out what a key asked for. */

import type { App } from "../app.ts";
import { beginEdit, changeLook, clearSelection, takeBack, toEdge, writeNote } from "../edits.ts";
import type { Command } from "../model/keys.ts";
import {
  advanced,
  atCell,
  extendedTo,
  moved,
  wholeColumns,
  wholeRows,
  wholeSheet,
} from "../model/selection.ts";
import type { CellView } from "./rows.ts";
import type { SheetView } from "./sheet-view.ts";

/** What a key works on. */
interface Scene {
  readonly app: App;
  readonly view: SheetView;
  /** The active cell. */
  readonly cell: CellView;
  readonly openMenu: () => void;
  readonly openContextMenu: () => void;
}

export interface Surroundings {
  openMenu(): void;
  openContextMenu(): void;
}

type Of<Name extends Command["do"]> = Command & { readonly do: Name };
type Table = { readonly [Name in Command["do"]]: (scene: Scene, command: Of<Name>) => unknown };

const COMMANDS: Table = {
  move: (scene, { direction, extend }) => step(scene, direction, extend, 1),
  page: (scene, { direction, extend }) => step(scene, direction, extend, scene.app.revo.pageLength),
  edge: ({ app }, { direction, extend }) => toEdge(app, direction, extend),
  next: ({ app, view }, { direction }) => app.selectActive(advanced(app.state.selection, direction, view)),
  rowStart: (scene, command) => jump(scene, command.do, command.extend),
  rowEnd: (scene, command) => jump(scene, command.do, command.extend),
  sheetStart: (scene, command) => jump(scene, command.do, command.extend),
  sheetEnd: (scene, command) => jump(scene, command.do, command.extend),
  enter: ({ app, view }) => {
    const { area } = app.state.selection;
    if (area.rows * area.columns === 1) beginEdit(app, "cell", null);
    else app.selectActive(advanced(app.state.selection, "down", view));
  },
  edit: ({ app }) => beginEdit(app, "cell", null),
  clear: ({ app }) => clearSelection(app),
  undo: ({ app }) => takeBack(app, "undo"),
  redo: ({ app }) => takeBack(app, "redo"),
  all: ({ app, view }) => app.select(wholeSheet(view.size), false),
  column: ({ app, view }) => {
    const { active, end } = app.state.selection;
    app.select(wholeColumns(active.column, end.column, view.size), false);
  },
  row: ({ app, view }) => {
    const { active, end } = app.state.selection;
    app.select(wholeRows(active.row, end.row, view.size), false);
  },
  bold: ({ app, cell }) => changeLook(app, { bold: cell.look.bold !== true }),
  italic: ({ app, cell }) => changeLook(app, { italic: cell.look.italic !== true }),
  strike: ({ app, cell }) => changeLook(app, { strike: cell.look.strike !== true }),
  find: ({ app }) => app.store.set({ finding: true }),
  note: ({ app }) => writeNote(app),
  open: ({ app, cell }) => {
    if (cell.link) window.open(cell.link, "_blank", "noopener,noreferrer");
    else if (cell.look.dropdown) openDropdown(app);
  },
  previousTab: ({ app }) => neighbour(app, -1),
  nextTab: ({ app }) => neighbour(app, 1),
  menu: ({ openMenu }) => openMenu(),
  contextMenu: ({ openContextMenu }) => openContextMenu(),
  escape: ({ app }) => app.store.set({ copied: null, popup: null }),
};

export function run<Name extends Command["do"]>(app: App, command: Of<Name>, around: Surroundings): void {
  const { view } = app;
  if (!view) return;
  const { row, column } = app.active;
  const name: Name = command.do;
  COMMANDS[name]({ app, view, cell: view.cell(row, column), ...around }, command);
}

function step(
  { app, view }: Scene,
  direction: "up" | "down" | "left" | "right",
  extend: boolean,
  times: number,
): void {
  const { selection } = app.state;
  if (extend) app.select(extendedTo(selection, moved(selection.end, direction, view, times), view.size));
  else app.select(atCell(moved(selection.active, direction, view, times)));
}

function jump(
  { app, view }: Scene,
  where: "rowStart" | "rowEnd" | "sheetStart" | "sheetEnd",
  extend: boolean,
): void {
  const { selection } = app.state;
  const from = extend ? selection.end : selection.active;
  const lastColumn = Math.max(0, view.info.contentColumns - 1);
  // With a filter the content may end below the last row that shows.
  const lastRow = view.filtered ? view.size.rows - 1 : Math.max(0, view.info.contentRows - 1);
  const to = {
    row: where === "sheetStart" ? 0 : where === "sheetEnd" ? lastRow : from.row,
    column: where.endsWith("Start") ? view.columns.indexAt(0) : lastColumn,
  };
  app.select(extend ? extendedTo(selection, to, view.size) : atCell(to));
  // A frozen first cell is always on the screen; what follows it may not be.
  if (where === "sheetStart") app.revo.scrollTo(0, 0);
}

function openDropdown(app: App): void {
  const { row, column } = app.active;
  const at = app.revo.boxOf({ row, column });
  if (at) app.store.set({ popup: { kind: "dropdown", row, column, at } });
}

function neighbour(app: App, by: number): void {
  const tabs = app.state.sheets.filter(({ hidden }) => !hidden);
  const next = tabs[tabs.findIndex(({ id }) => id === app.state.sheetId) + by];
  if (next) app.goTo(next.id);
}
