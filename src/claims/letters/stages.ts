/** The occasions for writing to Amazon about a claim, and what a text of each consists of. */

import type { Claim, ClaimState } from "../claim.ts";
import type { PhraseKey } from "./en.ts";

export type Stage = "first" | "answer" | "chase" | "appeal" | "re-evaluation";

/** `what`, `facts`, `checked`, `ask`, `papers` follow the claim's type; the rest are sentences of the stage. */
export type Part = "what" | "facts" | "checked" | "ask" | "again" | "papers" | PhraseKey;

/** `checklist`: the papers a claim of its type is refused without; `papers`: at least one. */
export type Want = "case" | "filed" | "reason" | "paid" | "papers" | "checklist";

interface StageText {
  /** Parts of one paragraph stand together. */
  readonly paragraphs: readonly (readonly Part[])[];
  /** What the text should have beside the facts of its type. */
  readonly wants: readonly Want[];
}

export const STAGES: readonly { readonly id: Stage; readonly label: string }[] = [
  { id: "first", label: "First claim" },
  { id: "answer", label: "Answer to a request for information" },
  { id: "chase", label: "Ask for the status" },
  { id: "appeal", label: "Appeal" },
  { id: "re-evaluation", label: "Ask for a recalculation" },
];

/** The stage a claim as it stands is most likely written for. */
export function suggestedStage({ state, denials, paid }: Pick<Claim, "state" | "denials" | "paid">): Stage {
  if (state === "filed" || state === "in review" || state === "approved" || state === "appealed")
    return "chase";
  // Closed with a denial and no payment: there is no amount to calculate again.
  if (state === "denied" || (state === "closed" && denials.length > 0 && paid.length === 0)) return "appeal";
  return state === "paid" || state === "closed" ? "re-evaluation" : "first";
}

/** The opening and the close of a question for the status, by what the log says was decided. */
const CHASES: Partial<Record<ClaimState, readonly [PhraseKey, PhraseKey]>> = {
  filed: ["open.undecided", "close.chase"],
  "in review": ["open.undecided", "close.chase"],
  appealed: ["open.appealed", "close.chase"],
  approved: ["open.approved", "close.approved"],
};

export function stageText(stage: Stage, { state, paid }: Pick<Claim, "state" | "paid">): StageText {
  // An approved claim of which something was paid may be paid in full: nothing is said of it.
  const known = state !== "approved" || paid.length === 0 ? CHASES[state] : undefined;
  const [opening, close] = known ?? ["open.chase", "close.chase"];
  switch (stage) {
    case "first":
      return {
        paragraphs: [["what"], ["facts"], ["checked", "ask"], ["papers"], ["close.first"]],
        wants: ["checklist"],
      };
    case "answer":
      return {
        paragraphs: [["open.answer", "what"], ["facts"], ["papers"], ["close.answer"]],
        wants: ["case", "papers", "checklist"],
      };
    case "chase":
      return { paragraphs: [[opening, "what"], ["facts"], [close]], wants: ["case", "filed"] };
    case "appeal":
      return {
        paragraphs: [["open.appeal"], ["what", "checked"], ["facts"], ["papers"], ["close.appeal"]],
        wants: ["case", "reason", "checklist"],
      };
    case "re-evaluation":
      return {
        paragraphs: [["open.re-evaluation", "what"], ["facts"], ["papers"], ["again"]],
        wants: ["case", "paid", "checklist"],
      };
  }
}
