/** The steps a claim may take now, and what the sidebar has to ask for each. */
import { allowedSteps, type Claim, type Step } from "../src/claims/index.ts";
import type { Day } from "../src/values/day.ts";
import type { StepField, StepJson } from "./protocol.ts";

type Field = StepField["field"];

/** What may be said of a step beside what it requires. */
const OPTIONAL: Readonly<Record<Step["to"], readonly Field[]>> = {
  "to file": [],
  filed: ["on", "units", "amount", "note", "link"],
  "in review": ["on", "note", "link"],
  approved: ["on", "units", "amount", "note", "link"],
  paid: ["on", "units", "amount", "note", "link"],
  closed: ["note"],
  denied: ["on", "note", "link"],
  appealed: ["on", "caseId", "note", "link"],
  expired: ["note"],
  dismissed: ["note"],
};

const DAY_OF: Readonly<Partial<Record<Step["to"], string>>> = {
  filed: "Day it was filed",
  approved: "Day it was approved",
  paid: "Day it was paid",
  denied: "Day it was denied",
  appealed: "Day of the appeal",
};

export function stepsOf(claim: Claim, today: Day): StepJson[] {
  return allowedSteps(claim, today).map((step) => ({ to: step.to, label: step.label, asks: fieldsOf(step) }));
}

function fieldsOf(step: Step): StepField[] {
  const { to, requires } = step;
  const required = requires.flatMap((need): Field[] =>
    need === "caseId" ? ["caseId"] : need === "reason" ? ["note"] : [],
  );
  const oneOf: readonly Field[] = requires.includes("units or amount") ? ["units", "amount"] : [];
  const fields = [...new Set([...required, ...oneOf, ...OPTIONAL[to]])];
  return fields.map((field) => ({
    field,
    label: labelOf(field, step),
    need: required.includes(field) ? "required" : oneOf.includes(field) ? "one of" : "optional",
  }));
}

function labelOf(field: Field, { to, requires }: Step): string {
  switch (field) {
    case "caseId":
      return "Case ID";
    case "on":
      return DAY_OF[to] ?? "Day it happened";
    case "units":
      return to === "filed" ? "Units asked for" : "Units";
    case "amount":
      return to === "filed" ? "Amount asked for" : "Amount";
    case "note":
      return requires.includes("reason") ? "Reason" : "Note";
    case "link":
      return "Link";
  }
}
