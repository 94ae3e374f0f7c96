import { useState } from "preact/hooks";
import { type PeriodChoice, problemOfDays } from "./period.ts";

const CHOICES: readonly { readonly value: string; readonly label: string }[] = [
  { value: "shown", label: "The days their rows show" },
  { value: "3", label: "The last 3 months" },
  { value: "12", label: "The last 12 months" },
  { value: "18", label: "The last 18 months" },
  { value: "days", label: "From … to …" },
];

/** For which days the files were downloaded: a report without rows for a day does not say whether it covers it. */
export function PeriodField(props: {
  readonly period: PeriodChoice;
  readonly today: string;
  onChange(period: PeriodChoice): void;
}) {
  const { period, today } = props;
  const [days, setDays] = useState({ from: "", to: today });
  const value = period.kind === "months" ? String(period.months) : period.kind;
  const problem = period.kind === "days" ? problemOfDays(days.from, days.to, today) : null;
  const setDay = (which: "from" | "to", day: string) => {
    const changed = { ...days, [which]: day };
    setDays(changed);
    props.onChange({ kind: "days", ...changed });
  };
  return (
    <div class="field">
      <label for="import-period">Downloaded for</label>
      <select
        id="import-period"
        value={value}
        aria-describedby="import-period-help"
        onChange={({ currentTarget }) => {
          const chosen = currentTarget.value;
          if (chosen === "shown") props.onChange({ kind: "shown" });
          else if (chosen === "days") props.onChange({ kind: "days", ...days });
          else props.onChange({ kind: "months", months: Number(chosen) });
        }}
      >
        {CHOICES.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {period.kind === "days" ? (
        <div class="pair">
          <label>
            First day
            <input
              type="date"
              max={today}
              value={days.from}
              onInput={(event) => setDay("from", event.currentTarget.value)}
            />
          </label>
          <label>
            Last day
            <input
              type="date"
              max={today}
              value={days.to}
              onInput={(event) => setDay("to", event.currentTarget.value)}
            />
          </label>
        </div>
      ) : null}
      <p id="import-period-help" class={problem === null ? "hint" : "error"}>
        {problem ??
          "If you asked Seller Central for more days than have rows, say so: no row then means nothing happened."}
      </p>
    </div>
  );
}
