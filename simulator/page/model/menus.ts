/** Menus as data, and how keys move in them: the same for File, Extensions, the tabs' and the cells' menus. */

import type { Menu, MenuEntry } from "../../server/protocol.ts";

export type Entry =
  | {
      readonly kind: "item";
      readonly label: string;
      readonly keys?: string;
      readonly disabled?: boolean;
      readonly checked?: boolean;
      readonly run: () => void;
    }
  | { readonly kind: "menu"; readonly label: string; readonly entries: readonly Entry[] }
  | { readonly kind: "line" };

export interface TopMenu {
  readonly label: string;
  readonly entries: readonly Entry[];
}

/** The add-on's menus: its own under Extensions, others as menus beside it. */
export function scriptMenus(
  menus: readonly Menu[],
  addon: string,
  run: (functionName: string) => void,
): { readonly extensions: readonly Entry[]; readonly own: readonly TopMenu[] } {
  const extensions = menus
    .filter((menu) => menu.addon)
    .map((menu) => ({ kind: "menu" as const, label: addon, entries: entriesOf(menu.entries, run) }));
  const own = menus
    .filter((menu) => !menu.addon)
    .map((menu) => ({ label: menu.title, entries: entriesOf(menu.entries, run) }));
  return { extensions, own };
}

function entriesOf(entries: readonly MenuEntry[], run: (functionName: string) => void): Entry[] {
  return entries.map((entry): Entry => {
    if ("separator" in entry) return { kind: "line" };
    if ("menu" in entry) return { kind: "menu", label: entry.menu, entries: entriesOf(entry.entries, run) };
    return { kind: "item", label: entry.item, run: () => run(entry.functionName) };
  });
}

/** Where an arrow key leads: the next entry that can be chosen, round the ends; -1 when there is none. */
export function nextEntry(entries: readonly Entry[], from: number, by: 1 | -1): number {
  for (let step = 1; step <= entries.length; step++) {
    const at = (((from + by * step) % entries.length) + entries.length) % entries.length;
    if (selectable(entries[at])) return at;
  }
  return -1;
}

export function firstEntry(entries: readonly Entry[]): number {
  return nextEntry(entries, -1, 1);
}

export function lastEntry(entries: readonly Entry[]): number {
  return nextEntry(entries, 0, -1);
}

/** The next entry that begins with a letter, as typing it does in a menu. */
export function entryByLetter(entries: readonly Entry[], from: number, letter: string): number {
  for (let step = 1; step <= entries.length; step++) {
    const at = (from + step) % entries.length;
    const entry = entries[at];
    if (selectable(entry) && entry.label.toLowerCase().startsWith(letter.toLowerCase())) return at;
  }
  return from;
}

function selectable(entry: Entry | undefined): entry is Exclude<Entry, { kind: "line" }> {
  return entry !== undefined && entry.kind !== "line";
}
