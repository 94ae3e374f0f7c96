/** The tabs along the bottom: add, list, move between them, rename, reorder by dragging; and the sum of what is selected. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SheetInfo, Summary } from "../../server/protocol.ts";
import type { App } from "../app.ts";
import { addSheet } from "../document.ts";
import { usePicked } from "../store.ts";

export function Tabs({ app }: { readonly app: App }) {
  const sheets = usePicked(app.store, (state) => state.sheets);
  const sheetId = usePicked(app.store, (state) => state.sheetId);
  const people = usePicked(app.store, (state) => state.people);
  const renaming = usePicked(app.store, (state) => state.renaming);
  const strip = useRef<HTMLDivElement>(null);
  const [dragged, drag] = useState<number | null>(null);
  const shown = sheets.filter(({ hidden }) => !hidden);

  // The tab may be a new one.
  useEffect(() => {
    strip.current
      ?.querySelector('[aria-selected="true"]')
      ?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [sheetId, sheets]);

  const drop = (onto: SheetInfo): void => {
    if (dragged === null || dragged === onto.id) return;
    void app.tell("moveSheet", {
      sheetId: dragged,
      index: sheets.findIndex(({ id }) => id === onto.id),
    });
  };

  return (
    <footer class="tabs">
      <button
        type="button"
        class="icon"
        aria-label="Add sheet"
        title="Add sheet"
        onClick={() => void addSheet(app)}
      >
        +
      </button>
      <button
        type="button"
        class="icon"
        aria-label="All sheets"
        title="All sheets"
        aria-haspopup="menu"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          app.store.set({ popup: { kind: "tabs", x: box.left, y: box.top } });
        }}
      >
        ☰
      </button>
      <div class="strip" ref={strip} role="tablist" aria-label="Sheets">
        {shown.map((sheet) =>
          renaming === sheet.id ? (
            <Rename key={sheet.id} app={app} sheet={sheet} />
          ) : (
            <Tab
              key={sheet.id}
              app={app}
              sheet={sheet}
              active={sheet.id === sheetId}
              shown={shown}
              here={people
                .filter((one) => one.sheetId === sheet.id && one.user !== app.state.user)
                .map(({ user }) => user)}
              drag={drag}
              drop={drop}
            />
          ),
        )}
      </div>
      <Sum app={app} />
    </footer>
  );
}

interface TabProps {
  readonly app: App;
  readonly sheet: SheetInfo;
  readonly active: boolean;
  readonly shown: readonly SheetInfo[];
  readonly here: readonly string[];
  readonly drag: (id: number | null) => void;
  readonly drop: (onto: SheetInfo) => void;
}

function Tab({ app, sheet, active, shown, here, drag, drop }: TabProps) {
  const menu = (x: number, y: number): void =>
    app.store.set({ popup: { kind: "tab", sheetId: sheet.id, x, y } });
  const beside = (by: number): void => {
    const next = shown[shown.findIndex(({ id }) => id === sheet.id) + by];
    if (!next) return;
    app.goTo(next.id);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.tab[aria-selected="true"]')?.focus());
  };
  return (
    <button
      type="button"
      role="tab"
      class="tab"
      aria-selected={active}
      tabIndex={active ? 0 : -1}
      style={sheet.tabColor ? { boxShadow: `inset 0 -3px ${sheet.tabColor}` } : {}}
      title={here.length > 0 ? `${here.join(", ")} ${here.length > 1 ? "are" : "is"} here` : undefined}
      draggable
      onDragStart={() => drag(sheet.id)}
      onDragEnd={() => drag(null)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={() => drop(sheet)}
      onClick={() => {
        app.goTo(sheet.id);
        app.focusGrid();
      }}
      onDblClick={() => app.store.set({ renaming: sheet.id })}
      onContextMenu={(event) => {
        event.preventDefault();
        menu(event.clientX, event.clientY);
      }}
      onKeyDown={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        if (event.key === "ArrowRight") beside(1);
        else if (event.key === "ArrowLeft") beside(-1);
        else if (event.key === "F2") app.store.set({ renaming: sheet.id });
        else if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10"))
          menu(box.left, box.top);
        else return;
        event.preventDefault();
      }}
    >
      {sheet.protections.some(({ area }) => area === null) && <Lock />}
      {sheet.name}
      {here.length > 0 && <span class="someone" aria-hidden="true" />}
    </button>
  );
}

function Lock() {
  return (
    <svg class="lock" width="10" height="12" viewBox="0 0 10 12" role="img" aria-label="Protected">
      <path
        d="M5 0a3 3 0 0 0-3 3v1H1a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1H8V3a3 3 0 0 0-3-3zM3.500 4V3a1.500 1.500 0 0 1 3 0v1z"
        fill="currentColor"
      />
    </svg>
  );
}

function Rename({ app, sheet }: { readonly app: App; readonly sheet: SheetInfo }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(sheet.name);
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (keep: boolean): void => {
    if (app.state.renaming !== sheet.id) return;
    app.store.set({ renaming: null });
    const name = text.trim();
    if (keep && name !== "" && name !== sheet.name) void app.tell("renameSheet", { sheetId: sheet.id, name });
    app.focusGrid();
  };
  return (
    <input
      ref={input}
      class="tab rename"
      aria-label={`New name of the sheet ${sheet.name}`}
      value={text}
      size={Math.max(4, text.length)}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // The grid has the keyboard next, and would take the same key for a line end.
        event.preventDefault();
        finish(event.key === "Enter");
      }}
    />
  );
}

const SHOWN_DIGITS = 10;

function Sum({ app }: { readonly app: App }) {
  const summary = usePicked(app.store, (state) => state.summary);
  const connected = usePicked(app.store, (state) => state.connected);
  if (!connected) return null;
  if (!summary || summary.cells < 2) return <output class="sum" />;
  return (
    <output class="sum" title={detailOf(summary)}>
      {summary.numbers > 0 ? `Sum: ${shownNumber(summary.sum)}` : `Count: ${shownNumber(summary.cells)}`}
    </output>
  );
}

function detailOf({ sum, average, min, max, cells, numbers }: Summary): string {
  if (numbers === 0) return `Count: ${shownNumber(cells)}`;
  return [
    `Sum: ${shownNumber(sum)}`,
    `Avg: ${shownNumber(average ?? 0)}`,
    `Min: ${shownNumber(min ?? 0)}`,
    `Max: ${shownNumber(max ?? 0)}`,
    `Count: ${shownNumber(cells)}`,
    `Count numbers: ${shownNumber(numbers)}`,
  ].join("\n");
}

/** Enough digits to read, no more: 0.1 + 0.2 is 0.3. */
function shownNumber(value: number): string {
  return Number(value.toPrecision(SHOWN_DIGITS)).toLocaleString("en-US", { maximumFractionDigits: 6 });
}
