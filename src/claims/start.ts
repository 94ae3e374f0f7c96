/** From findings to claims: starting one, and putting a finding aside. */

import type { FindingJson } from "../audits/finding.ts";
import { type Day, formatDay, parseDay } from "../values/day.ts";
import { hashParts } from "../values/hash.ts";
import { currencyOf, type Money, moneyOf } from "../values/money.ts";
import {
  type Claim,
  type ClaimBook,
  type ClaimFacts,
  type Disposition,
  isRefusal,
  type LogDraft,
  type Refusal,
} from "./claim.ts";
import { type Acting, blankDraft, checkedNote } from "./drafts.ts";
import { mayBeFollowed } from "./lifecycle.ts";
import type { Change } from "./step.ts";
import { cleanText } from "./text.ts";

/** The n-th claim (1, 2 …) of a finding has the same id everywhere. */
export function claimIdOf(findingId: string, nth: number): string {
  return `C-${hashParts([findingId, nth])}`;
}

/** The finding as the sidebar and the tab carry it, as far as claims keep it. */
export type ClaimableFinding = Pick<
  FindingJson,
  | "id"
  | "audit"
  | "state"
  | "marketplace"
  | "fnsku"
  | "asin"
  | "msku"
  | "orderId"
  | "shipmentId"
  | "referenceId"
  | "quantity"
  | "amount"
  | "currency"
  | "eventDate"
  | "opens"
  | "deadline"
  | "estimated"
  | "what"
  | "basis"
>;

/** What a claim keeps of its finding. */
export function factsOf(finding: ClaimableFinding): ClaimFacts {
  return {
    audit: finding.audit,
    marketplace: finding.marketplace,
    fnsku: cleanText(finding.fnsku ?? ""),
    asin: cleanText(finding.asin ?? ""),
    msku: cleanText(finding.msku ?? ""),
    orderId: cleanText(finding.orderId ?? ""),
    shipmentId: cleanText(finding.shipmentId ?? ""),
    referenceId: cleanText(finding.referenceId ?? ""),
    units: finding.quantity,
    amount: amountIn(finding),
    eventDate: parseDay(finding.eventDate),
    opens: finding.opens === null ? null : parseDay(finding.opens),
    deadline: finding.deadline === null ? null : parseDay(finding.deadline),
    estimated: finding.estimated,
    what: cleanText(finding.what),
    basis: cleanText(finding.basis),
  };
}

function amountIn({ amount, currency }: ClaimableFinding): Money | null {
  const of = currencyOf(currency ?? "");
  return amount === null || of === null ? null : moneyOf(Number(amount), of);
}

const NO_CLAIM: Readonly<Record<string, string>> = {
  exposure: "Amazon may take this money back: it is never to be claimed.",
  info: "This is worth a look, but nothing is owed by it as far as the reports show: there is nothing to claim.",
};

/** Starts a claim of a finding, in the state `to file`. */
export function start(book: ClaimBook, finding: ClaimableFinding, acting: Acting): Change {
  const refused = NO_CLAIM[finding.state] ?? tooLate(finding);
  if (refused !== null) return { refused };
  const earlier = claimsOfFinding(book, finding.id);
  const open = earlier.find(({ state }) => !mayBeFollowed(state));
  if (open) return { refused: hasClaim(open) };
  const taken = new Set(book.claims.map(({ claimId }) => claimId));
  let nth = earlier.length + 1;
  while (taken.has(claimIdOf(finding.id, nth))) nth += 1;
  const facts = factsOf(finding);
  return [
    {
      ...blankDraft(acting, "start"),
      claimId: claimIdOf(finding.id, nth),
      findingId: finding.id,
      to: "to file",
      units: facts.units,
      amount: facts.amount,
      facts,
    },
  ];
}

function tooLate(finding: ClaimableFinding): string | null {
  if (finding.state !== "expired" || finding.estimated) return null;
  return `The last day to file was ${finding.deadline ?? "before today"}: a claim would be refused. Keep the finding for your records, or dismiss it.`;
}

function hasClaim(claim: Claim): string {
  const filed = claim.caseId === "" ? "" : `, case ${claim.caseId}`;
  const instead: Readonly<Partial<Record<Claim["state"], string>>> = {
    denied: " Appeal in the same case instead of opening a second one.",
    expired: " Take that one up again instead.",
  };
  return `There is a claim of this finding already: ${claim.claimId} ("${claim.state}"${filed}).${instead[claim.state] ?? ""}`;
}

/** The claims made of a finding, oldest first. */
export function claimsOfFinding(book: ClaimBook, findingId: string): readonly Claim[] {
  return book.claims.filter((claim) => claim.findingId === findingId);
}

/** Puts a finding without a claim aside for good, with a reason. */
export function dismiss(book: ClaimBook, finding: ClaimableFinding, reason: string, acting: Acting): Change {
  const refused = underClaim(book, finding.id);
  if (refused) return refused;
  if (dispositionOfFinding(book, finding.id)?.kind === "dismissed") {
    return { refused: "This finding is dismissed already." };
  }
  const note = checkedNote(reason);
  if (isRefusal(note)) return note;
  if (note.note === "") return { refused: "Say why it is dismissed: whoever reads the log later will ask." };
  return [{ ...ofFinding(finding, "dismiss", acting), note: note.note }];
}

/** Hides a finding up to and including a day; never past its last day to file. */
export function snooze(
  book: ClaimBook,
  finding: ClaimableFinding,
  until: Day,
  reason: string,
  acting: Acting,
): Change {
  const refused = underClaim(book, finding.id);
  if (refused) return refused;
  if (until < acting.asOf) return { refused: `${formatDay(until)} is over. Give a day to come.` };
  const deadline = finding.deadline === null ? null : parseDay(finding.deadline);
  if (deadline !== null && finding.state !== "expired" && until >= deadline) {
    return {
      refused: `The last day to file is ${formatDay(deadline)}. Choose an earlier day, so that it comes back in time.`,
    };
  }
  const note = checkedNote(reason);
  if (isRefusal(note)) return note;
  return [{ ...ofFinding(finding, "snooze", acting), until, note: note.note }];
}

/** Brings a dismissed or snoozed finding back. */
export function wake(book: ClaimBook, finding: ClaimableFinding, reason: string, acting: Acting): Change {
  if (dispositionOfFinding(book, finding.id) === null) {
    return { refused: "This finding is neither dismissed nor snoozed." };
  }
  const note = checkedNote(reason);
  if (isRefusal(note)) return note;
  return [{ ...ofFinding(finding, "wake", acting), note: note.note }];
}

/** How a finding without a claim was put aside; null when it was not. A snooze counts here even when it is over. */
export function dispositionOfFinding(book: ClaimBook, findingId: string): Disposition | null {
  return book.dispositions.find((one) => one.findingId === findingId) ?? null;
}

function underClaim(book: ClaimBook, findingId: string): Refusal | null {
  const claim = claimsOfFinding(book, findingId).find(({ state }) => state !== "dismissed");
  return claim ? { refused: `${hasClaim(claim)} Change the claim instead.` } : null;
}

function ofFinding(finding: ClaimableFinding, kind: LogDraft["kind"], acting: Acting): LogDraft {
  const facts = factsOf(finding);
  return {
    ...blankDraft(acting, kind),
    findingId: finding.id,
    units: facts.units,
    amount: facts.amount,
    facts,
  };
}
