/** One open menu, with its submenus: by mouse and by keys, as the ARIA menu pattern has it. */

import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type Entry, entryByLetter, firstEntry, lastEntry, nextEntry } from "../model/menus.ts";

interface Props {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly x: number;
  readonly y: number;
  /** Begin with the first entry, as the keyboard does; null: nothing is chosen yet. */
  readonly start: "first" | "last" | null;
  readonly close: () => void;
  /** Left and right in a menu bar, and left out of a submenu. */
  readonly sideways?: (by: 1 | -1) => void;
}

export function MenuList({ label, entries, x, y, start, close, sideways }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState(
    start === "first" ? firstEntry(entries) : start === "last" ? lastEntry(entries) : -1,
  );
  const [opened, open] = useState<{ readonly at: number; readonly keys: boolean } | null>(null);
  const [at, place] = useState({ left: x, top: y });

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const { width, height } = element.getBoundingClientRect();
    place({
      left: Math.max(4, Math.min(x, window.innerWidth - width - 4)),
      top: Math.max(4, Math.min(y, window.innerHeight - height - 4)),
    });
  }, [x, y]);

  useEffect(() => {
    if (opened) return;
    const element = list.current;
    const item = element?.querySelector<HTMLElement>(`:scope > [data-at="${chosen}"]`);
    (item ?? element)?.focus({ preventScroll: true });
  }, [chosen, opened]);

  const activate = (index: number, keys: boolean): void => {
    const entry = entries[index];
    if (entry?.kind === "menu") open({ at: index, keys });
    else if (entry?.kind === "item" && !entry.disabled) {
      close();
      entry.run();
    }
  };

  const keyDown = (event: KeyboardEvent): void => {
    const entry = entries[chosen];
    if (event.key === "ArrowDown") choose(nextEntry(entries, chosen, 1));
    else if (event.key === "ArrowUp") choose(nextEntry(entries, Math.max(0, chosen), -1));
    else if (event.key === "Home") choose(firstEntry(entries));
    else if (event.key === "End") choose(lastEntry(entries));
    else if (event.key === "Enter" || event.key === " ") activate(chosen, true);
    else if (event.key === "ArrowRight" && entry?.kind === "menu") activate(chosen, true);
    else if (event.key === "ArrowRight") sideways?.(1);
    else if (event.key === "ArrowLeft") sideways?.(-1);
    else if (event.key === "Escape" || event.key === "Tab") close();
    else if (event.key.length === 1 && !event.ctrlKey) choose(entryByLetter(entries, chosen, event.key));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      class="menu"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      style={{ left: `${at.left}px`, top: `${at.top}px` }}
      onKeyDown={keyDown}
    >
      {entries.map((entry, index) => {
        if (entry.kind === "line") return <hr key={`line ${String(index)}`} />;
        return (
          <button
            key={entry.label}
            type="button"
            {...ariaOf(entry, opened?.at === index)}
            data-at={index}
            tabIndex={-1}
            class={`item${index === chosen ? " chosen" : ""}`}
            onMouseEnter={() => {
              choose(index);
              open(entry.kind === "menu" ? { at: index, keys: false } : null);
            }}
            onClick={() => activate(index, false)}
          >
            <span class="tick">{entry.kind === "item" && entry.checked ? "✓" : ""}</span>
            <span class="label">{entry.label}</span>
            {entry.kind === "item" && entry.keys && <kbd>{entry.keys}</kbd>}
            {entry.kind === "menu" && <span class="more">►</span>}
          </button>
        );
      })}
      {opened && (
        <Submenu
          parent={list.current}
          entries={entries}
          opened={opened}
          close={close}
          back={() => open(null)}
        />
      )}
    </div>
  );
}

function ariaOf(
  entry: Exclude<Entry, { kind: "line" }>,
  open: boolean,
): JSX.AriaAttributes & { role: JSX.AriaRole } {
  if (entry.kind === "menu") return { role: "menuitem", "aria-haspopup": "menu", "aria-expanded": open };
  const disabled = entry.disabled ? { "aria-disabled": true } : {};
  if (entry.checked === undefined) return { role: "menuitem", ...disabled };
  return { role: "menuitemcheckbox", "aria-checked": entry.checked, ...disabled };
}

interface SubmenuProps {
  readonly parent: HTMLElement | null;
  readonly entries: readonly Entry[];
  readonly opened: { readonly at: number; readonly keys: boolean };
  readonly close: () => void;
  readonly back: () => void;
}

function Submenu({ parent, entries, opened, close, back }: SubmenuProps) {
  const entry = entries[opened.at];
  if (entry?.kind !== "menu") return null;
  const item = parent?.querySelector(`:scope > [data-at="${opened.at}"]`)?.getBoundingClientRect();
  return (
    <MenuList
      key={entry.label}
      label={entry.label}
      entries={entry.entries}
      x={item?.right ?? 0}
      y={(item?.top ?? 0) - 6}
      start={opened.keys ? "first" : null}
      close={close}
      sideways={(by) => by === -1 && back()}
    />
  );
}
