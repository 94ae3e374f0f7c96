/** What keys do in the grid while nothing is typed into a cell, as in Sheets. */

import type { Direction } from "./selection.ts";

export type Command =
  | { readonly do: "move"; readonly direction: Direction; readonly extend: boolean }
  | { readonly do: "edge"; readonly direction: Direction; readonly extend: boolean }
  | { readonly do: "page"; readonly direction: "up" | "down"; readonly extend: boolean }
  | { readonly do: "next"; readonly direction: Direction }
  | { readonly do: "rowStart" | "rowEnd" | "sheetStart" | "sheetEnd"; readonly extend: boolean }
  | {
      readonly do:
        | "edit"
        | "enter"
        | "clear"
        | "undo"
        | "redo"
        | "all"
        | "column"
        | "row"
        | "bold"
        | "italic"
        | "strike"
        | "find"
        | "open"
        | "previousTab"
        | "nextTab"
        | "menu"
        | "contextMenu"
        | "escape"
        | "note";
    };

export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
};

const WITH_CONTROL: Readonly<Record<string, Command>> = {
  a: { do: "all" },
  b: { do: "bold" },
  i: { do: "italic" },
  z: { do: "undo" },
  y: { do: "redo" },
  f: { do: "find" },
  Home: { do: "sheetStart", extend: false },
  End: { do: "sheetEnd", extend: false },
  " ": { do: "column" },
};

const WITH_CONTROL_AND_SHIFT: Readonly<Record<string, Command>> = {
  z: { do: "redo" },
  Home: { do: "sheetStart", extend: true },
  End: { do: "sheetEnd", extend: true },
  " ": { do: "all" },
  PageUp: { do: "previousTab" },
  PageDown: { do: "nextTab" },
};

const WITH_ALT: Readonly<Record<string, Command>> = {
  Enter: { do: "open" },
  f: { do: "menu" },
  ArrowUp: { do: "previousTab" },
  ArrowDown: { do: "nextTab" },
};

const WITH_SHIFT: Readonly<Record<string, Command>> = {
  Enter: { do: "next", direction: "up" },
  Tab: { do: "next", direction: "left" },
  " ": { do: "row" },
  F2: { do: "note" },
  F10: { do: "contextMenu" },
  Home: { do: "rowStart", extend: true },
  End: { do: "rowEnd", extend: true },
  PageUp: { do: "page", direction: "up", extend: true },
  PageDown: { do: "page", direction: "down", extend: true },
};

const ALONE: Readonly<Record<string, Command>> = {
  Enter: { do: "enter" },
  Tab: { do: "next", direction: "right" },
  F2: { do: "edit" },
  Delete: { do: "clear" },
  Backspace: { do: "clear" },
  Escape: { do: "escape" },
  ContextMenu: { do: "contextMenu" },
  Home: { do: "rowStart", extend: false },
  End: { do: "rowEnd", extend: false },
  PageUp: { do: "page", direction: "up", extend: false },
  PageDown: { do: "page", direction: "down", extend: false },
};

/** Null: the key means nothing to the grid and is typed, or left to the browser. */
export function commandOf(pressed: Key): Command | null {
  const { key, shiftKey: extend, altKey } = pressed;
  const control = pressed.ctrlKey || pressed.metaKey;
  const direction = ARROWS[key];
  if (direction && !altKey) return { do: control ? "edge" : "move", direction, extend };
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (control && altKey) return null;
  if (control) return (extend ? WITH_CONTROL_AND_SHIFT : WITH_CONTROL)[letter] ?? null;
  if (altKey && extend && letter === "5") return { do: "strike" };
  if (altKey) return WITH_ALT[letter] ?? null;
  return (extend ? WITH_SHIFT : ALONE)[key] ?? null;
}
