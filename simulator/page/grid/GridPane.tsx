/** The grid with everything over it: marks, charts, the cell that is typed into, tooltips. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { App } from "../app.ts";
import { copy, pasteText } from "../edits.ts";
import { cellName, spanning } from "../model/area.ts";
import { withoutPointed } from "../model/formula.ts";
import { commandOf } from "../model/keys.ts";
import { usePicked } from "../store.ts";
import { CellInput } from "./CellInput.tsx";
import { Charts } from "./Charts.tsx";
import { run } from "./commands.ts";
import { drawMarks, type Other, spoken } from "./marks.ts";
import { listenToPointer } from "./pointer.ts";
import type { Hit } from "./revo.ts";
import { Tip } from "./Tip.tsx";

const OTHERS = ["#188038", "#9334e6", "#c5221f", "#b06000", "#00796b", "#ad1457"];

export function GridPane({ app, openMenu }: { readonly app: App; readonly openMenu: () => void }) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = usePicked(app.store, (state) => state.drawn);
  const content = usePicked(app.store, (state) => state.content);
  const selection = usePicked(app.store, (state) => state.selection);
  const people = usePicked(app.store, (state) => state.people);
  const copied = usePicked(app.store, (state) => state.copied);
  const lines = usePicked(app.store, () => app.sheet?.hiddenGridlines !== true);
  const [says, say] = useState("");

  useLayoutEffect(() => {
    const element = host.current;
    if (!element) return;
    element.prepend(app.revo.element);
    return listenToPointer(app, element, { pointedAt: (from, to) => point(app, from, to) });
  }, [app]);

  // Marks follow what was drawn and scrolled.
  useLayoutEffect(() => {
    if (!app.view) return;
    drawMarks(app.revo, app.view, {
      selection,
      others: othersOf(app),
      copied: copied?.sheetId === app.view.info.id ? copied.area : null,
    });
  }, [drawn, selection, people, copied]);

  // What stands in the cell may arrive later.
  useEffect(() => {
    if (app.view) say(spoken(app.view, selection));
  }, [selection, content]);

  const keyDown = (event: KeyboardEvent): void => {
    if (app.state.editing || event.isComposing) return;
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    run(app, command, { openMenu, openContextMenu: () => openContextMenu(app) });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the line inside has the keyboard, RevoGrid's tree grid the role
    <div class={`grid${lines ? "" : " no-lines"}`} ref={host} onKeyDown={keyDown}>
      <CellInput
        app={app}
        onCopy={(event) => clipboard(event, (data) => copy(app, data))}
        onPaste={(event) => clipboard(event, (data) => void pasteText(app, data.getData("text/plain")))}
      />
      <Charts app={app} />
      <Tip app={app} host={host} />
      <output class="unseen" aria-live="polite">
        {says}
      </output>
    </div>
  );
}

function clipboard(event: ClipboardEvent, action: (data: DataTransfer) => void): void {
  if (!event.clipboardData) return;
  event.preventDefault();
  action(event.clipboardData);
}

/** Others on this tab; an area is drawn where it is as long as nothing is hidden, else the row it begins in, when known. */
function othersOf(app: App): Other[] {
  const { view, state } = app;
  if (!view) return [];
  const names = [...new Set(state.people.map(({ user }) => user))].sort();
  return state.people.flatMap(({ user, sheetId, area }) => {
    if (user === state.user || sheetId !== view.info.id) return [];
    const color = OTHERS[names.indexOf(user) % OTHERS.length] ?? "#188038";
    if (!view.filtered) return [{ user, color, area }];
    for (const place of app.revo.visiblePlaces()) {
      if (view.rowAt(place) === area.row) return [{ user, color, area: { ...area, row: place, rows: 1 } }];
    }
    return [];
  });
}

function openContextMenu(app: App): void {
  const box = app.revo.boxOf(app.active);
  if (!box) return;
  app.store.set({ popup: { kind: "cells", x: box.left + 12, y: box.top + box.height } });
}

/** Puts the name of the cells pointed at into the formula that is typed. */
function point(app: App, from: Hit, to: Hit): void {
  const { view, state } = app;
  const { editing } = state;
  if (!view || !editing) return;
  const first = view.rowAt(Math.min(from.row, to.row));
  const last = view.rowAt(Math.max(from.row, to.row));
  if (first === null || last === null) return;
  const area = spanning({ row: first, column: from.column }, { row: last, column: to.column });
  const end = { row: last, column: area.column + area.columns - 1 };
  const name = cellName(area) + (area.rows * area.columns > 1 ? `:${cellName(end)}` : "");
  app.store.set({ editing: { ...editing, text: withoutPointed(editing.text).text + name } });
}
