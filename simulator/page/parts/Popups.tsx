/** Whatever is open at a place: the funnel's panel, a cell's list of values, the menus of cells and tabs. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { App } from "../app.ts";
import { typeInto } from "../edits.ts";
import type { Box } from "../grid/sections.ts";
import type { Popup } from "../state.ts";
import { usePicked } from "../store.ts";
import { FilterPanel } from "./FilterPanel.tsx";
import { MenuList } from "./MenuList.tsx";
import { cellMenu, tabMenu } from "./menu-items.ts";

export function Popups({ app }: { readonly app: App }) {
  const popup = usePicked(app.store, (state) => state.popup);
  if (!popup) return null;
  const close = (): void => {
    app.store.set({ popup: null });
    app.focusGrid();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside it closes it; Escape does, too */}
      <div
        class="beside"
        onMouseDown={(event) => {
          event.preventDefault();
          close();
        }}
        onContextMenu={(event) => event.preventDefault()}
      />
      <Open app={app} popup={popup} close={close} />
    </>
  );
}

interface Props {
  readonly app: App;
  readonly popup: Popup;
  readonly close: () => void;
}

function Open({ app, popup, close }: Props) {
  switch (popup.kind) {
    case "filter":
      return <FilterPanel app={app} column={popup.column} at={popup.at} close={close} />;
    case "dropdown":
      return <DropdownList app={app} popup={popup} close={close} />;
    case "cells":
      return (
        <MenuList label="Cell" entries={cellMenu(app)} x={popup.x} y={popup.y} start={null} close={close} />
      );
    case "tab":
      return <TabMenu app={app} popup={popup} close={close} />;
    case "tabs":
      return <AllTabs app={app} x={popup.x} y={popup.y} close={close} />;
    case "colors":
      return <Colors app={app} popup={popup} close={close} />;
  }
}

function TabMenu({ app, popup, close }: Props & { readonly popup: Extract<Popup, { kind: "tab" }> }) {
  const { sheetId, x, y } = popup;
  const sheet = app.state.sheets.find(({ id }) => id === sheetId);
  if (!sheet) return null;
  const entries = tabMenu(app, sheet, {
    rename: () => requestAnimationFrame(() => app.store.set({ renaming: sheetId })),
    colors: () => requestAnimationFrame(() => app.store.set({ popup: { kind: "colors", sheetId, x, y } })),
  });
  return <MenuList label={`Sheet ${sheet.name}`} entries={entries} x={x} y={y} start="first" close={close} />;
}

function AllTabs({ app, x, y, close }: Omit<Props, "popup"> & { readonly x: number; readonly y: number }) {
  const entries = app.state.sheets.map((sheet) => ({
    kind: "item" as const,
    label: sheet.hidden ? `${sheet.name} (hidden)` : sheet.name,
    checked: sheet.id === app.state.sheetId,
    run: () => {
      if (sheet.hidden) void app.tell("hideSheet", { sheetId: sheet.id, hidden: false });
      app.goTo(sheet.id);
    },
  }));
  return <MenuList label="All sheets" entries={entries} x={x} y={y} start="first" close={close} />;
}

const TAB_COLORS = [
  ["None", null],
  ["Red", "#ea4335"],
  ["Orange", "#ff6d01"],
  ["Yellow", "#fbbc04"],
  ["Green", "#34a853"],
  ["Teal", "#46bdc6"],
  ["Blue", "#4285f4"],
  ["Purple", "#9334e6"],
  ["Grey", "#5f6368"],
] as const;

function Colors({ app, popup, close }: Props & { readonly popup: Extract<Popup, { kind: "colors" }> }) {
  const { sheetId, x, y } = popup;
  const sheet = app.state.sheets.find(({ id }) => id === sheetId);
  const entries = TAB_COLORS.map(([label, color]) => ({
    kind: "item" as const,
    label,
    checked: (sheet?.tabColor ?? null) === color,
    run: () => void app.tell("tabColor", { sheetId, color }),
  }));
  return <MenuList label="Color of the tab" entries={entries} x={x} y={y} start="first" close={close} />;
}

function DropdownList({
  app,
  popup,
  close,
}: Props & { readonly popup: Extract<Popup, { kind: "dropdown" }> }) {
  const { row, column, at } = popup;
  const cell = app.view?.cell(row, column);
  const values = cell?.look.dropdown?.values ?? [];
  const [chosen, choose] = useState(Math.max(0, values.indexOf(cell?.text ?? "")));
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-at="${chosen}"]`)?.focus();
  }, [chosen]);
  const take = (value: string): void => {
    close();
    void typeInto(app, row, column, value);
  };
  return (
    <div
      ref={list}
      class="panel list"
      role="listbox"
      aria-label={cell?.look.dropdown?.help ?? "Values for this cell"}
      style={position(at)}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown") choose(Math.min(values.length - 1, chosen + 1));
        else if (event.key === "ArrowUp") choose(Math.max(0, chosen - 1));
        else if (event.key === "Enter" || event.key === " ") take(values[chosen] ?? "");
        else if (event.key === "Escape" || event.key === "Tab") close();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {values.map((value, index) => (
        <div
          key={value}
          role="option"
          tabIndex={-1}
          data-at={index}
          aria-selected={value === cell?.text}
          class={index === chosen ? "chosen" : ""}
          onMouseEnter={() => choose(index)}
          onClick={() => take(value)}
          onKeyDown={() => undefined}
        >
          {value}
        </div>
      ))}
    </div>
  );
}

function position(at: Box): Record<string, string> {
  const below = window.innerHeight - at.top - at.height;
  return {
    left: `${Math.min(at.left, window.innerWidth - 180)}px`,
    minWidth: `${Math.max(120, at.width)}px`,
    ...(below > 240 ? { top: `${at.top + at.height}px` } : { bottom: `${window.innerHeight - at.top}px` }),
  };
}
