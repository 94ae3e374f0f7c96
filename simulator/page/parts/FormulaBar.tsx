/** Where the selection is, and what stands in its first cell: both can be typed into. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { App } from "../app.ts";
import { beginEdit, commitEdit } from "../edits.ts";
import { endOfTyping } from "../grid/CellInput.tsx";
import { readArea, splitSheetName } from "../model/area.ts";
import { usePicked } from "../store.ts";
import { useCompletion } from "./Completion.tsx";

export function FormulaBar({ app }: { readonly app: App }) {
  return (
    <div class="formula-bar">
      <NameBox app={app} />
      <span class="divider" />
      <span class="fx" aria-hidden="true">
        <i>fx</i>
      </span>
      <Formula app={app} />
    </div>
  );
}

function NameBox({ app }: { readonly app: App }) {
  usePicked(app.store, (state) => state.selection);
  usePicked(app.store, (state) => state.content);
  usePicked(app.store, (state) => state.sheets);
  const [typed, type] = useState<string | null>(null);
  const leave = (): void => {
    type(null);
    app.focusGrid();
  };
  return (
    <input
      class="name-box"
      aria-label="Name box: the selected range"
      value={typed ?? app.placeName()}
      spellcheck={false}
      onFocus={(event) => event.currentTarget.select()}
      onInput={(event) => type(event.currentTarget.value)}
      onBlur={() => type(null)}
      onKeyDown={(event) => {
        if (event.key === "Escape") leave();
        if (event.key !== "Enter") return;
        event.preventDefault();
        goToNamed(app, event.currentTarget.value);
        leave();
      }}
    />
  );
}

/** A place in A1 notation, on another tab too, or a named range. */
function goToNamed(app: App, text: string): void {
  if (app.state.editing) void commitEdit(app, null);
  const named = app.state.namedRanges.find(({ name }) => name.toLowerCase() === text.trim().toLowerCase());
  if (named) return void app.arriveAt(named);
  const { sheet: name, place } = splitSheetName(text);
  const sheet = name
    ? app.state.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase())
    : app.sheet;
  const area = sheet && readArea(place, sheet);
  if (sheet && area) void app.arriveAt({ sheetId: sheet.id, area });
  else
    app.say(
      new Error(
        `"${text}" is no place in this spreadsheet: type a cell such as B2, a range such as A1:C5, or the name of a range.`,
      ),
    );
}

function Formula({ app }: { readonly app: App }) {
  const input = useRef<HTMLTextAreaElement>(null);
  const editing = usePicked(app.store, (state) => state.editing);
  const { active } = usePicked(app.store, (state) => state.selection);
  usePicked(app.store, (state) => state.content);
  usePicked(app.store, (state) => state.sheetId);
  const completion = useCompletion(app, input, editing?.where === "bar" ? editing.text : null);

  // What is typed is read here, not above: a drawing may be older than the last letter.
  useLayoutEffect(() => {
    const element = input.current;
    const text = app.state.editing?.text ?? app.view?.cell(active.row, active.column).edit ?? "";
    if (element && element.value !== text) element.value = text;
  });

  const typed = (): void => {
    const now = app.state.editing;
    const value = input.current?.value ?? "";
    if (now) app.store.set({ editing: { ...now, text: value, where: "bar" } });
  };
  const bar = input.current?.getBoundingClientRect();
  return (
    <>
      <textarea
        ref={input}
        class="formula"
        rows={1}
        aria-label="Formula bar: content of the active cell"
        spellcheck={false}
        autocomplete="off"
        onFocus={() => {
          const now = app.state.editing;
          if (now) app.store.set({ editing: { ...now, where: "bar", typedOver: false } });
          else beginEdit(app, "bar", null);
        }}
        onInput={typed}
        onKeyDown={(event) => {
          if (event.isComposing || completion.keyDown(event)) return;
          endOfTyping(app, event, false);
        }}
      />
      {bar && completion.list({ left: bar.left, top: bar.top, width: bar.width, height: bar.height })}
    </>
  );
}
