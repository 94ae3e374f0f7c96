/** What users do to cells: typing, pasting, emptying, filters, tabs; with the questions Sheets asks before. */

import type { Area, Calls, Edited } from "../server/protocol.ts";
import type { App } from "./app.ts";
import { blockText, readBlock } from "./model/clipboard.ts";
import { advanced, atCell, type Direction, extendedTo, moved, overArea } from "./model/selection.ts";
import type { EditName } from "./state.ts";

/** Cells copied without asking the host: what a screen shows. */
const COPIED_AT_ONCE = 5000;
const WARNING = "Heads up!";

/** Makes an edit, asking first where the host warns, and saying why where it refuses. True when it was made. */
export async function edit<Name extends EditName>(
  app: App,
  name: Name,
  body: Calls[Name]["ask"],
): Promise<Edited | null> {
  const answer = (await app.tell(name, body)) as Edited | null;
  if (answer === null || answer.done) return answer;
  if ("refused" in answer) {
    await app.question({
      title: "There was a problem",
      text: answer.refused,
      ok: "OK",
      cancel: null,
      input: null,
    });
    return null;
  }
  const anyway = await app.question({
    title: WARNING,
    text: answer.warning,
    ok: "OK",
    cancel: "Cancel",
    input: null,
  });
  return anyway === null ? null : edit(app, name, { ...body, confirmed: true });
}

// ── Typing ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function beginEdit(app: App, where: "cell" | "bar", text: string | null): void {
  const { view, state } = app;
  if (!view || state.editing) return;
  const { row, column } = state.selection.active;
  app.revo.reveal(state.selection.active);
  app.store.set({
    popup: null,
    editing: {
      sheetId: view.info.id,
      row,
      column,
      text: text ?? view.cell(row, column).edit,
      where,
      typedOver: text !== null,
    },
  });
}

export function cancelEdit(app: App): void {
  app.store.set({ editing: null });
  app.focusGrid();
}

/** Ends typing; `direction` is where the selection goes. */
export async function commitEdit(app: App, direction: Direction | null): Promise<void> {
  const { editing, selection } = app.state;
  const { view } = app;
  if (!editing || !view) return;
  app.store.set({ editing: null });
  app.focusGrid();
  if (direction && view.info.id === editing.sheetId) {
    app.selectActive(advanced(selection, direction, view));
  }
  if (view.info.id !== editing.sheetId) return;
  if (editing.text === view.cell(editing.row, editing.column).edit) return;
  view.show(editing.row, editing.column, editing.text);
  const row = await view.knownRowAt(editing.row);
  const made = await edit(app, "type", {
    sheetId: editing.sheetId,
    row,
    column: editing.column,
    text: editing.text,
  });
  view.blocks.changed(editing.row, 1);
  if (made !== null || app.view !== view) return;
  app.selectActive(atCell({ row: editing.row, column: editing.column }));
  // Nobody heard it: the text stays in the cell's editor, to be sent when the host is back.
  if (!app.state.connected && !app.state.editing) app.store.set({ editing });
}

export async function typeInto(app: App, place: number, column: number, text: string): Promise<void> {
  const { view } = app;
  if (!view) return;
  await edit(app, "type", { sheetId: view.info.id, row: await view.knownRowAt(place), column, text });
}

// ── Moving ──────────────────────────────────────────────────────────────────────────────────────────────────────

export async function toEdge(app: App, direction: Direction, extend: boolean): Promise<void> {
  const { view, state } = app;
  if (!view) return;
  const from = extend ? state.selection.end : state.selection.active;
  const answer = await app.tell("edge", {
    sheetId: view.info.id,
    row: await view.knownRowAt(from.row),
    column: from.column,
    direction,
  });
  if (!answer || app.view !== view) return;
  const row = answer.shown ?? moved(from, direction, view).row;
  const to = { row, column: answer.column };
  app.select(extend ? extendedTo(app.state.selection, to, view.size) : atCell(to));
}

// ── Clipboard ───────────────────────────────────────────────────────────────────────────────────────────────────

/** The texts of the selection when all of them are on the screen; null when the host must be asked. */
function copiedAtOnce(app: App): string[][] | null {
  const { view, state } = app;
  const { area } = state.selection;
  if (!view || area.rows * area.columns > COPIED_AT_ONCE) return null;
  const rows: string[][] = [];
  for (let place = area.row; place < area.row + area.rows; place++) {
    if (!view.blocks.fresh(place)) return null;
    const cells: string[] = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      if (view.columns.placeOf(column) !== null) cells.push(view.cell(place, column).text);
    }
    rows.push(cells);
  }
  return rows;
}

export function copy(app: App, data: DataTransfer): void {
  const { view, state } = app;
  if (!view) return;
  app.store.set({ copied: { sheetId: view.info.id, area: state.selection.area } });
  const rows = copiedAtOnce(app);
  if (rows) data.setData("text/plain", blockText(rows));
  else void copyFromHost(app);
}

/** For menus and large areas; the browser may be asked for leave. */
export async function copyFromHost(app: App): Promise<void> {
  const { view, state } = app;
  if (!view) return;
  const { area } = state.selection;
  app.store.set({ copied: { sheetId: view.info.id, area } });
  const texts = async (): Promise<Blob> => {
    const asked = await view.areaOf(area);
    const { rows } = await app.wire.ask("copy", { sheetId: view.info.id, area: asked });
    return new Blob([blockText(rows)], { type: "text/plain" });
  };
  try {
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": texts() })]);
  } catch (problem) {
    app.say(problem);
  }
}

export async function pasteText(app: App, text: string): Promise<void> {
  const { view, state } = app;
  if (!view || text === "") return;
  const rows = readBlock(text);
  const { area } = state.selection;
  const single = rows.length === 1 && rows[0]?.length === 1;
  const asked = await view.areaOf(area);
  const made = await edit(app, "paste", { sheetId: view.info.id, area: asked, rows });
  app.store.set({ copied: null });
  if (!made?.done || app.view !== view || single) return;
  const place = await view.placeOf(made.area.row);
  if (place !== null) app.select(overArea({ ...made.area, row: place }, view.size), false);
}

export async function clearSelection(app: App): Promise<void> {
  const { view, state } = app;
  if (!view) return;
  await edit(app, "clear", { sheetId: view.info.id, area: await view.areaOf(state.selection.area) });
}

// ── Looks, undo, lines ──────────────────────────────────────────────────────────────────────────────────────────

export async function changeLook(app: App, change: Calls["look"]["ask"]["change"]): Promise<void> {
  const { view, state } = app;
  if (!view) return;
  const area = await view.areaOf(state.selection.area);
  await edit(app, "look", { sheetId: view.info.id, area, change });
}

export async function takeBack(app: App, name: "undo" | "redo"): Promise<void> {
  const answer = await app.tell(name, {});
  if (answer?.place) await app.arriveAt(answer.place);
}

export async function writeNote(app: App): Promise<void> {
  const { view } = app;
  if (!view) return;
  const { row, column } = app.active;
  const value = view.cell(row, column).note ?? "";
  const text = await app.question({
    title: "Note",
    text: "",
    ok: "OK",
    cancel: "Cancel",
    input: { label: "Note", value },
  });
  if (text === null || text === value) return;
  await edit(app, "note", { sheetId: view.info.id, row: await view.knownRowAt(row), column, text });
}

export async function changeLines(
  app: App,
  name: "insertLines" | "removeLines",
  axis: "row" | "column",
  side: "before" | "after",
): Promise<void> {
  const { view, state } = app;
  if (!view) return;
  const area: Area = await view.areaOf(state.selection.area);
  const first = axis === "row" ? area.row : area.column;
  const count = axis === "row" ? area.rows : area.columns;
  const at = name === "insertLines" && side === "after" ? first + count : first;
  await edit(app, name, { sheetId: view.info.id, axis, at, count });
}
