/**
 * The line that has the keyboard while the grid has. Unseen until something is typed, then the editor of the cell,
 * lying over it and growing with its text.
 */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { App } from "../app.ts";
import { beginEdit, cancelEdit, commitEdit } from "../edits.ts";
import { useCompletion } from "../parts/Completion.tsx";
import { usePicked } from "../store.ts";
import { fontOf, lineHeight, linesOf, widthOf } from "./measure.ts";

interface Props {
  readonly app: App;
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function CellInput({ app, onCopy, onPaste }: Props) {
  const input = useRef<HTMLTextAreaElement>(null);
  const editing = usePicked(app.store, (state) => state.editing);
  const selection = usePicked(app.store, (state) => state.selection);
  usePicked(app.store, (state) => state.drawn);
  const completion = useCompletion(app, input, editing?.where === "cell" ? editing.text : null);

  useEffect(() => {
    app.focusGrid = () => {
      const element = input.current;
      // Emptied at once, not at the next drawing: the next letter may come before, and would be added to the old text.
      if (element && !app.state.editing) element.value = "";
      element?.focus({ preventScroll: true });
    };
    app.focusGrid();
  }, [app]);

  useLayoutEffect(() => {
    const element = input.current;
    // What is typed is read here, not above: a drawing may be older than the last letter.
    const now = app.state.editing;
    if (!element) return;
    if (now?.where === "cell") {
      if (element.value !== now.text) element.value = now.text;
      if (document.activeElement !== element) element.focus({ preventScroll: true });
    } else if (!now && editing === null) element.value = "";
  }, [app, editing]);

  useLayoutEffect(() => {
    const element = input.current;
    if (element && editing?.where === "cell" && !editing.typedOver) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  }, [editing?.row, editing?.column, editing?.where]);

  const typed = (): void => {
    const text = input.current?.value ?? "";
    const now = app.state.editing;
    if (now) app.store.set({ editing: { ...now, text, where: "cell" } });
    else if (text !== "") beginEdit(app, "cell", text);
  };

  const keyDown = (event: KeyboardEvent): void => {
    const now = app.state.editing;
    if (!now || event.isComposing || completion.keyDown(event)) return;
    endOfTyping(app, event, now.typedOver);
  };

  const shown = editing?.where === "cell" && editing.sheetId === app.state.sheetId;
  const place = shown ? editing : selection.active;
  const look = app.view?.cell(place.row, place.column).look ?? {};
  const box = app.revo.boxOf(place);
  const host = input.current?.parentElement?.getBoundingClientRect();
  const text = editing?.text ?? "";
  const room = Math.max(80, (host?.right ?? 1200) - (box?.left ?? 0) - 20);
  const needed = Math.max(box?.width ?? 100, Math.min(room, widest(text, look) + 22));
  const lines = shown ? linesOf(text, look, needed - 14) : 1;
  const style = {
    left: `${(box?.left ?? 0) - (host?.left ?? 0) - 1}px`,
    top: `${(box?.top ?? 0) - (host?.top ?? 0) - 1}px`,
    width: `${needed + 1}px`,
    height: `${Math.min(320, Math.max((box?.height ?? 21) + 1, lines * lineHeight(look) + 6))}px`,
    font: fontOf(look),
    lineHeight: `${lineHeight(look)}px`,
  };
  return (
    <>
      <textarea
        ref={input}
        class={`cell-input${shown ? " typing" : ""}`}
        style={style}
        aria-label={shown ? "Cell editor" : `Cell ${app.placeName()}`}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        onInput={typed}
        onKeyDown={keyDown}
        onCopy={(event) => !app.state.editing && onCopy(event)}
        onCut={(event) => !app.state.editing && onCopy(event)}
        onPaste={(event) => !app.state.editing && onPaste(event)}
      />
      {shown && completion.list(box)}
    </>
  );
}

function widest(text: string, look: Parameters<typeof widthOf>[1]): number {
  return Math.max(...text.split("\n").map((line) => widthOf(line, look)));
}

const ARROWS = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
} as const;

/** Keys that end typing, in the cell and in the formula bar. */
export function endOfTyping(app: App, event: KeyboardEvent, arrows: boolean): void {
  const arrow = ARROWS[event.key as keyof typeof ARROWS];
  if (event.key === "Escape") cancelEdit(app);
  else if (event.key === "Enter" && (event.altKey || event.ctrlKey || event.metaKey)) {
    insertLineEnd(event.target as HTMLTextAreaElement);
  } else if (event.key === "Enter") void commitEdit(app, event.shiftKey ? "up" : "down");
  else if (event.key === "Tab") void commitEdit(app, event.shiftKey ? "left" : "right");
  else if (arrow && arrows && !event.shiftKey) void commitEdit(app, arrow);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function insertLineEnd(input: HTMLTextAreaElement): void {
  input.setRangeText("\n", input.selectionStart, input.selectionEnd, "end");
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
