/** The lifecycle of a claim as a table: which step leads from where to where, and what it takes. */

import type { Claim, ClaimState } from "./claim.ts";

/** What a step has to be given; `units or amount`: at least one of the two. */
export type StepField = "caseId" | "reason" | "units or amount" | "deadline over";

export interface Step {
  readonly from: ClaimState;
  readonly to: ClaimState;
  /** What the button says. */
  readonly label: string;
  readonly requires: readonly StepField[];
}

const steps = (
  from: readonly ClaimState[],
  to: ClaimState,
  label: string,
  requires: readonly StepField[] = [],
): Step[] => from.map((state) => ({ from: state, to, label, requires }));

/** Every step there is. What is not here is not allowed; a mistake is taken back with `undo`. */
export const STEPS: readonly Step[] = [
  ...steps(["to file"], "filed", "Filed with Amazon", ["caseId"]),
  ...steps(["filed", "appealed"], "in review", "Amazon is reviewing"),
  ...steps(["filed", "in review", "appealed"], "approved", "Approved", ["units or amount"]),
  ...steps(["filed", "in review", "approved", "appealed"], "paid", "Paid", ["units or amount"]),
  ...steps(["filed", "in review", "approved", "appealed"], "denied", "Denied", ["reason"]),
  ...steps(["denied"], "appealed", "Appealed"),
  ...steps(["paid", "closed"], "appealed", "Asked again", ["reason"]),
  ...steps(["paid"], "closed", "Close"),
  ...steps(["denied"], "closed", "Accept and close", ["reason"]),
  ...steps(["to file"], "expired", "Too late to file", ["deadline over"]),
  ...steps(["to file", "expired"], "dismissed", "Dismiss", ["reason"]),
  ...steps(["dismissed", "expired"], "to file", "Take up again", ["reason"]),
];

/** The steps a claim in this state may take, in the order to offer them. */
export function stepsFrom(state: ClaimState): readonly Step[] {
  return STEPS.filter((step) => step.from === state);
}

/** The steps this claim may take on a day of its marketplace; `expired` only when its last day to file is over. */
export function allowedSteps(claim: Claim, asOf: number): readonly Step[] {
  const { deadline } = claim.facts;
  const over = deadline !== null && asOf > deadline;
  return stepsFrom(claim.state).filter(
    (step) => (over || !step.requires.includes("deadline over")) && !wouldDouble(claim, step.to),
  );
}

/** Taken up again beside a rival there would be two claims of one finding. */
export function wouldDouble(claim: Claim, to: ClaimState): boolean {
  return claim.rival !== null && mayBeFollowed(claim.state) && !mayBeFollowed(to);
}

/** States in which Amazon has the claim before it. */
const WITH_AMAZON: ReadonlySet<ClaimState> = new Set(["filed", "in review", "approved", "appealed"]);

export function isWithAmazon(state: ClaimState): boolean {
  return WITH_AMAZON.has(state);
}

/** States after which another claim of the same finding can be started. */
export function mayBeFollowed(state: ClaimState): boolean {
  return state === "closed" || state === "dismissed";
}

/** States that end a claim: nothing more is expected of anybody. */
const OVER: ReadonlySet<ClaimState> = new Set(["closed", "dismissed", "expired"]);

export function isOver(state: ClaimState): boolean {
  return OVER.has(state);
}
