/** The panel of a filter's funnel: sort, filter by condition, filter by values. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { FilterCriteria, FilterValue } from "../../server/protocol.ts";
import type { App } from "../app.ts";
import { sort } from "../document.ts";
import { edit } from "../edits.ts";
import type { Box } from "../grid/sections.ts";

const CONDITIONS = [
  ["", "None"],
  ["CELL_EMPTY", "Is empty"],
  ["CELL_NOT_EMPTY", "Is not empty"],
  ["TEXT_CONTAINS", "Text contains"],
  ["TEXT_EQUAL_TO", "Text is exactly"],
] as const;

/** Values listed at once; the search finds the others. */
const LISTED = 300;
const WIDTH = 270;

interface Props {
  readonly app: App;
  readonly column: number;
  readonly at: Box;
  readonly close: () => void;
}

export function FilterPanel({ app, column, at, close }: Props) {
  const sheetId = app.state.sheetId;
  const criteria = app.view?.info.filter?.criteria[column] ?? null;
  const [values, setValues] = useState<readonly FilterValue[] | null>(null);
  const [more, setMore] = useState(0);
  const [kept, keep] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState("");
  const [condition, setCondition] = useState(criteria?.condition?.type ?? "");
  const [argument, setArgument] = useState(String(criteria?.condition?.args[0] ?? ""));
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    panel.current?.querySelector<HTMLElement>("button")?.focus();
    void app.tell("filterValues", { sheetId, column }).then((answer) => {
      if (!answer) return;
      setValues(answer.values);
      setMore(answer.more);
      keep(new Set(answer.values.filter(({ shown }) => shown).map(({ text }) => text)));
    });
  }, [app, sheetId, column]);

  const apply = (criteriaNow: FilterCriteria | null): void => {
    close();
    void edit(app, "filterColumn", { sheetId, column, criteria: criteriaNow });
  };
  const accept = (): void => {
    if (condition !== "") {
      const args = condition.startsWith("TEXT") ? [argument] : [];
      apply({ hiddenValues: null, visibleValues: null, condition: { type: condition, args } });
    } else if (values) {
      const hidden = values.filter(({ text }) => !kept.has(text)).map(({ text }) => text);
      apply(hidden.length === 0 ? null : { hiddenValues: hidden, visibleValues: null, condition: null });
    }
  };
  const sorted = (ascending: boolean): void => {
    close();
    void sort(app, column, ascending);
  };

  const wanted = search.toLowerCase();
  const fitting = (values ?? []).filter(({ text }) => text.toLowerCase().includes(wanted));
  const listed = fitting.slice(0, LISTED);
  const left = Math.max(4, Math.min(at.left + at.width - 24, window.innerWidth - WIDTH - 8));
  const top = Math.min(at.top + at.height, Math.max(60, window.innerHeight - 480));
  return (
    <div
      ref={panel}
      class="panel filter"
      role="dialog"
      aria-label="Filter"
      style={{ left: `${left}px`, top: `${top}px`, width: `${WIDTH}px` }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
        if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
          event.preventDefault();
          accept();
        }
        event.stopPropagation();
      }}
    >
      <button type="button" class="row" onClick={() => sorted(true)}>
        Sort A to Z
      </button>
      <button type="button" class="row" onClick={() => sorted(false)}>
        Sort Z to A
      </button>
      <hr />
      <label class="field">
        Filter by condition
        <select value={condition} onChange={(event) => setCondition(event.currentTarget.value)}>
          {CONDITIONS.map(([type, label]) => (
            <option key={type} value={type}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {condition.startsWith("TEXT") && (
        <input
          class="line"
          aria-label="Text of the condition"
          value={argument}
          onInput={(event) => setArgument(event.currentTarget.value)}
        />
      )}
      {condition === "" && (
        <>
          <div class="field">
            <span>Filter by values</span>
            <span class="links">
              <button
                type="button"
                onClick={() => keep(new Set([...kept, ...fitting.map(({ text }) => text)]))}
              >
                Select all
              </button>
              <button
                type="button"
                onClick={() => {
                  const gone = new Set(fitting.map(({ text }) => text));
                  keep(new Set([...kept].filter((text) => !gone.has(text))));
                }}
              >
                Clear
              </button>
            </span>
          </div>
          <input
            class="line"
            type="search"
            placeholder="Search"
            aria-label="Search the values"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <div class="values">
            {values === null && <p class="quiet">Loading…</p>}
            {listed.map(({ text, count }) => (
              <label key={text}>
                <input
                  type="checkbox"
                  checked={kept.has(text)}
                  onChange={(event) => {
                    const now = new Set(kept);
                    if (event.currentTarget.checked) now.add(text);
                    else now.delete(text);
                    keep(now);
                  }}
                />
                <span dir="auto">{text === "" ? "(Blanks)" : text}</span>
                <small>{count}</small>
              </label>
            ))}
            {fitting.length > listed.length && (
              <p class="quiet">{fitting.length - listed.length} more: search for them</p>
            )}
            {more > 0 && <p class="quiet">{more} further values are not listed: filter by condition</p>}
            {values !== null && fitting.length === 0 && <p class="quiet">No value contains “{search}”.</p>}
          </div>
        </>
      )}
      <div class="dialog-buttons">
        <button type="button" class="primary" onClick={accept}>
          OK
        </button>
        <button type="button" class="plain" onClick={close}>
          Cancel
        </button>
      </div>
    </div>
  );
}
