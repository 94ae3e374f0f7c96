import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";

export interface TabOf<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** How many wait there; none is not shown. */
  readonly badge?: number;
}

/** Tabs with one stop of the Tab key; arrows, Home and End move between them. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly TabOf<Id>[];
  readonly selected: Id;
  onSelect(id: Id): void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const move = (to: number) => {
    const count = props.tabs.length;
    const tab = props.tabs[(to + count) % count];
    if (!tab) return;
    props.onSelect(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  const at = props.tabs.findIndex(({ id }) => id === props.selected);
  const MOVES: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: props.tabs.length - 1,
  };
  return (
    <div class="tabs" role="tablist" aria-label={props.label} ref={list}>
      {props.tabs.map(({ id, label, badge }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === props.selected}
          aria-controls={`panel-${id}`}
          tabIndex={id === props.selected ? 0 : -1}
          onClick={() => props.onSelect(id)}
          onKeyDown={(event) => {
            const to = MOVES[event.key];
            if (to === undefined) return;
            event.preventDefault();
            move(to);
          }}
        >
          {label}
          {badge ? <span class="badge">{badge > 99 ? "99+" : badge}</span> : null}
        </button>
      ))}
    </div>
  );
}

/** What a tab shows. It stays when another is shown: an import goes on, a filter is kept. */
export function Panel(props: { id: string; selected: boolean; children: ComponentChildren }) {
  return (
    <div
      class="panel"
      role="tabpanel"
      id={`panel-${props.id}`}
      aria-labelledby={`tab-${props.id}`}
      hidden={!props.selected}
    >
      {props.children}
    </div>
  );
}
