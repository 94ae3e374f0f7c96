import type { FindingShort } from "../../intake/server.ts";
import { count } from "../words.ts";
import { type FindingFilter, NO_FILTER, narrowing } from "./queue.ts";
import { FAMILIES, STATES } from "./words.ts";

const HANDLED: Readonly<Record<FindingFilter["handled"], string>> = {
  open: "Nobody handled yet",
  claimed: "With a claim",
  snoozed: "Put off",
  dismissed: "Dismissed",
  all: "All",
};

/** What narrows the queue: the text always in sight, the others folded. */
export function Filters(props: {
  readonly filter: FindingFilter;
  readonly findings: readonly FindingShort[];
  /** How many there are in each state. */
  readonly states: ReadonlyMap<string, number>;
  onChange(filter: FindingFilter): void;
}) {
  const { filter, findings, states } = props;
  const set = (change: Partial<FindingFilter>) => props.onChange({ ...filter, ...change });
  const used = narrowing(filter);
  const places = [...new Set(findings.map(({ marketplace }) => marketplace))].sort();
  return (
    <div class="filters">
      <input
        type="search"
        aria-label="Search findings"
        placeholder="Search item, order, shipment, text"
        value={filter.text}
        onInput={(event) => set({ text: event.currentTarget.value })}
      />
      <select
        aria-label="State"
        value={filter.state}
        onChange={(event) => set({ state: event.currentTarget.value })}
      >
        {Object.entries(STATES).map(([state, words]) => (
          <option key={state} value={state}>
            {words} ({count(states.get(state) ?? 0)})
          </option>
        ))}
        <option value="">All states ({count([...states.values()].reduce((sum, n) => sum + n, 0))})</option>
      </select>
      <details>
        <summary>Filters{used > 0 ? ` (${used})` : ""}</summary>
        <div class="grid">
          <Select
            label="Handled"
            value={filter.handled}
            options={Object.entries(HANDLED)}
            onChange={(value) => set({ handled: value as FindingFilter["handled"] })}
          />
          <Select
            label="Family"
            value={filter.family}
            options={[["", "All"], ...Object.entries(FAMILIES)]}
            onChange={(family) => set({ family })}
          />
          <Select
            label="Marketplace"
            value={filter.marketplace}
            options={[["", "All"], ...places.map((place): [string, string] => [place, place])]}
            onChange={(marketplace) => set({ marketplace })}
          />
          <label>
            Amount from
            <input
              type="number"
              min="0"
              step="any"
              inputMode="decimal"
              value={filter.least ?? ""}
              onInput={({ currentTarget }) =>
                set({ least: currentTarget.value === "" ? null : Number(currentTarget.value) })
              }
            />
          </label>
          <button
            type="button"
            disabled={used === 0}
            onClick={() => props.onChange({ ...NO_FILTER, text: filter.text, state: filter.state })}
          >
            Reset filters
          </button>
        </div>
      </details>
    </div>
  );
}

function Select(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  onChange(value: string): void;
}) {
  return (
    <label>
      {props.label}
      <select value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
