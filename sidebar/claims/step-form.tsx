import { useState } from "preact/hooks";
import type { ClaimDetail, ClaimStepRequest, StepField, StepJson } from "../../intake/server.ts";
import { focusFirst } from "../ui/focus.ts";
import { Input } from "../ui/input.tsx";
import { count } from "../words.ts";
import { decimalOf } from "./decimal.ts";

type Values = Readonly<Partial<Record<StepField["field"], string>>>;
export type StepValues = Pick<
  ClaimStepRequest,
  "caseId" | "on" | "units" | "amount" | "note" | "link" | "warningsRead"
>;

/** What a step asks for; only what it requires keeps it from being sent. */
export function StepForm(props: {
  readonly step: StepJson;
  readonly detail: ClaimDetail;
  readonly today: string;
  readonly busy: boolean;
  onSend(values: StepValues): void;
  onCancel(): void;
}) {
  const { step, detail, today } = props;
  const [values, setValues] = useState<Values>({});
  const [read, setRead] = useState(false);
  const { state } = detail.claim;
  const filing =
    (step.to === "filed" && state === "to file") || (step.to === "appealed" && state === "denied");
  const blocks = filing ? detail.preflight.filter(({ level }) => level === "block") : [];
  const warnings = filing
    ? detail.preflight.filter(({ level }) => level === "warn" || level === "cannot tell")
    : [];
  const lacking = lackingWords(step, values);
  const ready = lacking === null && blocks.length === 0 && (warnings.length === 0 || read);

  const optional = step.asks.filter(({ need }) => need === "optional");
  const field = (ask: StepField) => (
    <Input
      key={ask.field}
      id={`step-${ask.field}`}
      label={
        ask.field === "amount" && detail.claim.currency !== null
          ? `${ask.label} (${detail.claim.currency})`
          : ask.label
      }
      required={ask.need === "required"}
      {...LOOKS[ask.field]}
      {...(ask.field === "on" ? { max: today } : {})}
      value={values[ask.field] ?? ""}
      set={(value) => setValues({ ...values, [ask.field]: value })}
    />
  );

  return (
    <form
      ref={focusFirst}
      class="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) props.onSend(sent(values, read));
      }}
    >
      <h3>{step.label}</h3>
      {step.asks.filter(({ need }) => need !== "optional").map(field)}
      {optional.length === 0 ? null : (
        <details class="lines">
          <summary>More to note (optional)</summary>
          {optional.map(field)}
        </details>
      )}
      {blocks.map(({ check, words }) => (
        <p key={check} class="error">
          {words}
        </p>
      ))}
      {warnings.length === 0 ? null : (
        <label class="check">
          <input type="checkbox" checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
          <span>
            I have read {warnings.length === 1 ? "the warning" : `the ${count(warnings.length)} warnings`}:{" "}
            {warnings.map(({ words }) => words).join(" ")}
          </span>
        </label>
      )}
      <p class="hint" role="status">
        {blocks.length > 0 ? "This keeps the claim from being filed." : (lacking ?? "")}
      </p>
      <div class="buttons">
        <button type="submit" class="action" disabled={!ready || props.busy}>
          {props.busy ? "Saving…" : step.label}
        </button>
        <button type="button" onClick={props.onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** What has to be given yet, in a sentence; null when nothing is. */
function lackingWords({ asks }: StepJson, values: Values): string | null {
  const blank = ({ field }: StepField) => (values[field] ?? "").trim() === "";
  const required = asks.filter((ask) => ask.need === "required" && blank(ask));
  if (required.length > 0) return `Needed: ${required.map(({ label }) => label).join(", ")}.`;
  const oneOf = asks.filter(({ need }) => need === "one of");
  if (oneOf.length > 0 && oneOf.every(blank)) {
    return `Needed: ${oneOf.map(({ label }) => label).join(" or ")}.`;
  }
  return null;
}

/** What was typed, for when the step turns out to be impossible and its form is closed. */
export function typedWords({ asks }: StepJson, values: StepValues): string {
  return asks
    .filter(({ field }) => values[field] !== null)
    .map(({ field, label }) => `${label}: ${values[field]}`)
    .join("; ");
}

function sent(values: Values, warningsRead: boolean): StepValues {
  const text = (field: StepField["field"]) => (values[field] ?? "").trim() || null;
  const amount = text("amount");
  const units = text("units");
  return {
    caseId: text("caseId"),
    on: text("on"),
    units: units === null ? null : Number(units),
    amount: amount === null ? null : decimalOf(amount),
    note: text("note"),
    link: text("link"),
    warningsRead,
  };
}

/** How each field is typed. */
const LOOKS = {
  caseId: { autocomplete: "off", maxLength: 100 },
  on: { type: "date" },
  units: { type: "number", min: "0", step: "1" },
  amount: { inputMode: "decimal", placeholder: "12.30" },
  note: { long: true, maxLength: 2000 },
  link: { type: "url", placeholder: "https://" },
} as const;
