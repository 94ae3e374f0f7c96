/**
 * Changes to claims. Every function answers with the rows to write to the log, or refuses in words; nothing is
 * changed here. Who asks, when, and the as-of day are parameters. Whoever calls has compared versions (conflict.ts)
 * and holds the lock.
 */

import { type Day, formatDay } from "../values/day.ts";
import { formatMoney, type Money } from "../values/money.ts";
import { caseIdFault, cleanCaseId } from "./case-id.ts";
import {
  type Claim,
  type ClaimState,
  isRefusal,
  type LogDraft,
  type LogEntry,
  type Refusal,
} from "./claim.ts";
import { type Acting, blankDraft, checkedNote } from "./drafts.ts";
import { checkLink } from "./evidence-link.ts";
import { allowedSteps, type Step, stepsFrom, wouldDouble } from "./lifecycle.ts";
import type { PreflightItem } from "./preflight-item.ts";

export type Change = readonly LogDraft[] | Refusal;

/** A step as somebody asks for it. What is left out is not said. */
export interface StepRequest {
  readonly to: ClaimState;
  /** The day it happened at Amazon; today when left out. */
  readonly on?: Day | null;
  readonly caseId?: string;
  /** To file: what is asked for, when less than the finding says. Otherwise what was approved or paid. */
  readonly units?: number | null;
  readonly amount?: Money | null;
  /** The reason where one is required. */
  readonly note?: string;
  readonly link?: string;
}

/**
 * Moves a claim. `checks`: the pre-flight for that day (preflight.ts), needed to file, wanted to appeal a denial,
 * null for every other step; a check that blocks refuses the step.
 */
export function step(
  claim: Claim,
  request: StepRequest,
  acting: Acting,
  checks: readonly PreflightItem[] | null,
): Change {
  const wanted = allowedSteps(claim, acting.asOf).find(({ to }) => to === request.to);
  if (wanted === undefined) return { refused: notAllowed(claim, request.to, acting.asOf) };
  const on = request.on ?? acting.asOf;
  const fault = dayFault(claim, request.to, on, acting.asOf) ?? extentFault(claim, wanted, request);
  if (fault !== null) return { refused: fault };
  const note = checkedNote(request.note ?? "");
  if (isRefusal(note)) return note;
  if (note.note === "" && wanted.requires.includes("reason")) {
    return { refused: `"${wanted.label}" needs a reason. Write one, such as what Amazon's answer says.` };
  }
  const caseId = cleanCaseId(request.caseId ?? "");
  const noCase = wanted.requires.includes("caseId") || caseId !== "" ? caseIdFault(caseId) : null;
  if (noCase !== null) return { refused: noCase };
  const link = (request.link ?? "").trim() === "" ? { link: "" } : checkLink(request.link ?? "");
  if (isRefusal(link)) return link;
  if (request.to === "filed" || checks !== null) {
    const blocked = blockedBy(checks);
    if (blocked !== null) return { refused: blocked };
  }
  return [
    {
      ...ofClaim(claim, acting, "step", request.to),
      on,
      caseId,
      units: request.units ?? null,
      amount: request.amount ?? null,
      note: note.note,
      link: link.link,
    },
  ];
}

function notAllowed(claim: Claim, to: ClaimState, asOf: Day): string {
  if (wouldDouble(claim, to)) return doubled(claim);
  const known = stepsFrom(claim.state).find((one) => one.to === to);
  const { deadline } = claim.facts;
  if (known?.requires.includes("deadline over")) {
    return deadline === null
      ? "This claim has no last day to file, so it cannot expire. Dismiss it if you will not file it."
      : `The last day to file is ${formatDay(deadline)}; it has not expired.`;
  }
  const next = allowedSteps(claim, asOf).map((one) => `"${one.to}"`);
  return next.length === 0
    ? `The claim is "${claim.state}"; no further step follows.`
    : `The claim is "${claim.state}"; from there it can become ${next.join(", ")}, not "${to}".`;
}

function doubled({ rival }: Claim): string {
  return `Claim ${rival} is about the same finding and goes on. Go on there, or dismiss it first.`;
}

function dayFault(claim: Claim, to: ClaimState, on: Day, asOf: Day): string | null {
  if (on > asOf) return `${formatDay(on)} has not come yet. Give the day it happened.`;
  const { eventDate } = claim.facts;
  if (to === "filed" && eventDate !== null && on < eventDate) {
    return `It cannot have been filed on ${formatDay(on)}, before what it is about happened (${formatDay(eventDate)}).`;
  }
  if (to !== "filed" && claim.filedOn !== null && on < claim.filedOn) {
    return `${formatDay(on)} is before the claim was filed (${formatDay(claim.filedOn)}). Give the day it happened.`;
  }
  return null;
}

function extentFault(
  claim: Claim,
  wanted: Step,
  { units = null, amount = null }: StepRequest,
): string | null {
  if (wanted.requires.includes("units or amount") && units === null && amount === null) {
    return `"${wanted.label}" needs the units or the amount Amazon names. Copy them from its answer.`;
  }
  if (units !== null && (!Number.isSafeInteger(units) || units < 1)) {
    return `${units} is no number of units. Give a whole number of 1 or more.`;
  }
  if (amount !== null && amount.minor <= 0) return `${formatMoney(amount)} is no amount above zero.`;
  if (wanted.to !== "filed") return null;
  const { facts } = claim;
  if (units !== null && facts.units !== null && units > facts.units) {
    return `The finding is about ${facts.units} units; ${units} would claim more than is owed.`;
  }
  if (amount !== null && facts.amount !== null && amount.currency !== facts.amount.currency) {
    return `The finding is valued in ${facts.amount.currency}, not in ${amount.currency}.`;
  }
  if (amount !== null && facts.amount !== null && amount.minor > facts.amount.minor) {
    return `The finding is worth ${formatMoney(facts.amount)}; ${formatMoney(amount)} would claim more than is owed.`;
  }
  return null;
}

function blockedBy(checks: readonly PreflightItem[] | null): string | null {
  if (checks === null)
    return "The checks before filing were not made. Open the claim again and try once more.";
  const blocks = checks.filter(({ level }) => level === "block");
  return blocks.length === 0 ? null : blocks.map(({ sentence }) => sentence).join(" ");
}

/** A link to a paper or a photo, and what it shows. */
export interface EvidenceRequest {
  /** One of `EVIDENCE_KINDS`. */
  readonly kind: string;
  readonly link: string;
  /** The paper's own date (an invoice's, a delivery's). */
  readonly date: Day | null;
  readonly proves: string;
  readonly note?: string;
}

export function addEvidence(
  claim: Claim,
  request: EvidenceRequest,
  kinds: readonly string[],
  acting: Acting,
): Change {
  if (!kinds.includes(request.kind)) {
    return { refused: `"${request.kind}" is no kind of evidence. Choose one of: ${kinds.join(", ")}.` };
  }
  if (request.date !== null && request.date > acting.asOf) {
    return { refused: `${formatDay(request.date)} has not come yet. Give the date on the paper.` };
  }
  const link = checkLink(request.link);
  if (isRefusal(link)) return link;
  if (claim.evidence.some((one) => one.link === link.link && one.kind === request.kind)) {
    return { refused: "This link is already among the claim's evidence." };
  }
  const [proves, note] = [checkedNote(request.proves), checkedNote(request.note ?? "")];
  if (isRefusal(proves)) return proves;
  if (isRefusal(note)) return note;
  return [
    {
      ...ofClaim(claim, acting, "evidence"),
      link: link.link,
      evidenceKind: request.kind,
      evidenceDate: request.date,
      proves: proves.note,
      note: note.note,
    },
  ];
}

export function addNote(claim: Claim, text: string, acting: Acting): Change {
  const note = checkedNote(text);
  if (isRefusal(note)) return note;
  if (note.note === "") return { refused: "The note is empty." };
  return [{ ...ofClaim(claim, acting, "note"), note: note.note }];
}

/** A case id or a filing day that was written down wrong. The wrong one stays in the log. */
export function correct(
  claim: Claim,
  request: { readonly caseId?: string; readonly filedOn?: Day | null; readonly note?: string },
  acting: Acting,
): Change {
  if (claim.filedOn === null) return { refused: "The claim is not filed yet; there is nothing to correct." };
  const note = checkedNote(request.note ?? "");
  if (isRefusal(note)) return note;
  const caseId = cleanCaseId(request.caseId ?? "");
  const on = request.filedOn ?? null;
  const newCase = caseId !== "" && caseId !== claim.caseId;
  const newDay = on !== null && on !== claim.filedOn;
  if (!newCase && !newDay)
    return { refused: "Give the right case ID or the right filing day; nothing else changes." };
  const fault =
    (newCase ? caseIdFault(caseId) : null) ?? (newDay ? dayFault(claim, "filed", on, acting.asOf) : null);
  if (fault !== null) return { refused: fault };
  return [
    {
      ...ofClaim(claim, acting, "correct"),
      caseId: newCase ? caseId : "",
      on: newDay ? on : null,
      note: note.note,
    },
  ];
}

/** The last row that moved the claim and still counts; null when none did. */
export function lastMove(claim: Claim): LogEntry | null {
  const moves = claim.history.filter(
    (row) =>
      moved(row) && row.kind !== "start" && row.kind !== "undo" && !claim.undone.includes(row.sequence),
  );
  return moves[moves.length - 1] ?? null;
}

function moved(row: LogEntry): boolean {
  return row.to !== "" && row.to !== row.from;
}

/** A row somebody edited may no longer say where it came from. */
function asState(from: ClaimState | "", otherwise: ClaimState): ClaimState {
  return from === "" ? otherwise : from;
}

/** Takes back a row of the claim: its last step, or any evidence, note, payment or correction that moved nothing. */
export function undo(claim: Claim, sequence: number, reason: string, acting: Acting): Change {
  const row = claim.history.find((one) => one.sequence === sequence);
  if (row === undefined) return { refused: `Row number ${sequence} of the log is no row of this claim.` };
  if (row.kind === "start")
    return { refused: "The start of a claim cannot be taken back. Dismiss the claim instead." };
  if (row.kind === "undo")
    return { refused: "This row takes another one back already. Do that step again instead." };
  if (claim.undone.includes(sequence)) return { refused: "This row is taken back already." };
  const last = lastMove(claim);
  if (moved(row) && last !== row) {
    return { refused: `Later steps stand on this one. Take back the last step ("${last?.to ?? ""}") first.` };
  }
  if (wouldDouble(claim, moved(row) ? asState(row.from, claim.state) : claim.state)) {
    return { refused: doubled(claim) };
  }
  const note = checkedNote(reason);
  if (isRefusal(note)) return note;
  if (note.note === "") return { refused: "Say why it is taken back: the log keeps both." };
  const back = moved(row) ? asState(row.from, claim.state) : claim.state;
  return [{ ...ofClaim(claim, acting, "undo"), to: back, refersTo: sequence, note: note.note }];
}

/** A row of a claim that leaves it where it is, or moves it to `to`. */
export function ofClaim(
  claim: Claim,
  acting: Acting,
  kind: LogDraft["kind"],
  to: ClaimState = claim.state,
): LogDraft {
  return {
    ...blankDraft(acting, kind),
    claimId: claim.claimId,
    findingId: claim.findingId,
    from: claim.state,
    to,
  };
}
