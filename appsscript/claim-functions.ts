/** What the sidebar asks about claims, and the steps it takes with them. */

import { amountSaid } from "../src/claims/amount-said.ts";
import { EVIDENCE_KINDS } from "../src/claims/evidence.ts";
import {
  type Acting,
  addEvidence,
  addNote,
  type Change,
  type Claim,
  correct,
  isRefusal,
  step,
  undo,
} from "../src/claims/index.ts";
import { asFound, caseText as caseTextOf, LANGUAGES, STAGES } from "../src/claims/letters/case-text.ts";
import { confirmPayment, declinePayment, proposals } from "../src/claims/payments.ts";
import { followsDenial } from "../src/claims/preflight.ts";
import { factsOf } from "../src/claims/start.ts";
import { marketplace } from "../src/policy/index.ts";
import { day } from "../src/values/day.ts";
import { hashText } from "../src/values/hash.ts";
import { type Currency, currencyOf } from "../src/values/money.ts";
import { checksOf } from "./claim-checks.ts";
import { type Papers, papersOf } from "./claim-papers.ts";
import { claimShort, claimView, proposalJson } from "./claim-view.ts";
import { alone } from "./locking.ts";
import { pageOf } from "./pages.ts";
import type {
  CaseTextAnswer,
  ChangeAnswer,
  ChangeRequest,
  ClaimDetail,
  ClaimsPage,
  ProposalsAnswer,
  RebuildAnswer,
} from "./protocol.ts";
import { writeClaims } from "./tabs/claims.ts";
import { readFinding } from "./tabs/findings-read.ts";
import { changeTracker, claimNamed, readTracker, type Tracker } from "./tracker.ts";
import {
  claimRequest,
  correctRequest,
  evidenceRequest,
  noRequest,
  noteRequest,
  pageRequest,
  paymentRequest,
  stepRequest,
  textRequest,
  undoRequest,
} from "./tracker-requests.ts";

/** A page of claims, as they were started. */
export function claimsList(input: unknown): ClaimsPage {
  const { from, revision: seen } = pageRequest(input);
  const tracker = readTracker();
  const { claims, problems } = tracker.book;
  const revision = hashText(claims.map(({ version }) => version).join());
  const total = claims.length;
  if (seen !== null && seen !== revision) {
    return { revision: null, claims: [], total, next: null, edits: problems };
  }
  const shown = claims.slice(from).map((claim, i) => ({ at: from + i, item: claimShort(claim, tracker) }));
  const { items, next } = pageOf(shown, total, total);
  return { revision, claims: items, total, next, edits: problems.slice(0, MOST_EDITS) };
}

/** More of them make nobody wiser. */
const MOST_EDITS = 100;

export function claimDetail(input: unknown): ClaimDetail {
  const { id } = claimRequest(input);
  const tracker = readTracker();
  return claimView(tracker, papersOf(tracker), claimNamed(tracker.book, id));
}

export function claimStep(input: unknown): ChangeAnswer<ClaimDetail> {
  const request = stepRequest(input);
  return change(request, (tracker, claim, acting, papers) => {
    const amount = amountSaid(request.amount ?? "", currencyOfClaim(claim));
    if (amount !== null && "refused" in amount) return amount;
    const on = request.on === null ? tracker.today : day(request.on);
    const filing = request.to === "filed";
    const checked = filing || (request.to === "appealed" && followsDenial(claim));
    const checks = checked ? checksOf(tracker, papers, claim, on) : null;
    const unread = (filing ? (checks ?? []) : []).filter(
      ({ level }) => level === "warn" || level === "cannot tell",
    );
    const made = step(
      claim,
      {
        to: request.to,
        on,
        caseId: request.caseId ?? "",
        units: request.units,
        amount,
        note: request.note ?? "",
        link: request.link ?? "",
      },
      acting,
      checks,
    );
    if (isRefusal(made) || request.warningsRead || unread.length === 0) return made;
    return { refused: `Read this first: ${unread.map(({ sentence }) => sentence).join(" ")}` };
  });
}

export function claimEvidence(input: unknown): ChangeAnswer<ClaimDetail> {
  const request = evidenceRequest(input);
  const { kind, link, proves } = request;
  const date = request.date === null ? null : day(request.date);
  return change(request, (_, claim, acting) =>
    addEvidence(claim, { kind, link, date, proves }, EVIDENCE_KINDS, acting),
  );
}

export function claimNote(input: unknown): ChangeAnswer<ClaimDetail> {
  const request = noteRequest(input);
  return change(request, (_, claim, acting) => addNote(claim, request.note, acting));
}

export function claimUndo(input: unknown): ChangeAnswer<ClaimDetail> {
  const request = undoRequest(input);
  return change(request, (_, claim, acting) => undo(claim, request.sequence, request.note, acting));
}

export function claimCorrect(input: unknown): ChangeAnswer<ClaimDetail> {
  const request = correctRequest(input);
  const filedOn = request.on === null ? null : day(request.on);
  return change(request, (_, claim, acting) =>
    correct(claim, { caseId: request.caseId ?? "", filedOn, note: request.note }, acting),
  );
}

/** The text to paste into Seller Central. Changes nothing. */
export function caseText(input: unknown): CaseTextAnswer {
  const request = textRequest(input);
  const stage = STAGES.find(({ id }) => id === request.stage)?.id;
  const language = LANGUAGES.find(({ id }) => id === request.language)?.id;
  if (!stage || !language) {
    const known = [...STAGES, ...LANGUAGES].map(({ id }) => id).join(", ");
    throw new Error(`There is no such text; known are the stages and languages ${known}.`);
  }
  const { book, clock } = readTracker();
  const claim = claimNamed(book, request.id);
  const finding = claim.state === "to file" ? readFinding(claim.findingId, clock) : null;
  const { subject, body, where, missing } = caseTextOf(
    asFound(claim, finding && factsOf(finding)),
    stage,
    language,
  );
  return { subject, text: body, where, stage, language, missing };
}

/** Reimbursements that seem to answer claims. Changes nothing. */
export function paymentProposals(input: unknown): ProposalsAnswer {
  noRequest(input);
  const tracker = readTracker();
  const { claims } = tracker.book;
  const rows = papersOf(tracker).reimbursed();
  if (rows === null) {
    return {
      proposals: [],
      notes: ["No reimbursements are imported yet: import them to see what was paid."],
    };
  }
  const all = proposals(claims, rows);
  const shown = all.slice(0, MOST_PROPOSALS);
  return {
    proposals: shown.map((proposal) => proposalJson(proposal, claims)),
    notes: all.length > shown.length ? [`${all.length - shown.length} more follow after these.`] : [],
  };
}

const MOST_PROPOSALS = 500;

/** Confirms a proposal, or says that the payment is another's. */
export function paymentConfirm(input: unknown): ChangeAnswer<ClaimDetail> {
  const { claimId, proposal: id, verdict, reason, ...request } = paymentRequest(input);
  return change({ ...request, id: claimId }, ({ book }, _, acting, papers) => {
    const proposal = proposals(book.claims, papers.reimbursed() ?? []).find((one) => one.id === id);
    if (!proposal) {
      return {
        refused:
          "This payment is not proposed any more: what was imported or confirmed has changed. Look at the payments again.",
      };
    }
    return verdict === "confirm"
      ? confirmPayment(book, proposal, acting)
      : declinePayment(book, proposal, reason, acting);
  });
}

/** Writes the Claims tab anew from the log. */
export function claimsRebuild(input: unknown): RebuildAnswer {
  noRequest(input);
  return rebuildClaims();
}

export function rebuildClaims(): RebuildAnswer {
  return alone(() => {
    const { book, clock } = readTracker();
    writeClaims(book.claims, clock);
    return { claims: book.claims.length, edits: book.problems.slice(0, MOST_EDITS) };
  });
}

interface ClaimChange extends ChangeRequest {
  readonly id: string;
}

function change(
  request: ClaimChange,
  make: (tracker: Tracker, claim: Claim, acting: Acting, papers: Papers) => Change,
): ChangeAnswer<ClaimDetail> {
  const current = ({ book }: Tracker) => claimNamed(book, request.id);
  return changeTracker(
    request,
    current,
    (now, acting) => make(now, current(now), acting, papersOf(now)),
    ({ refused, tracker }) => ({
      refused,
      fresh: claimView(tracker, papersOf(tracker), current(tracker)),
    }),
  );
}

function currencyOfClaim({ asked, facts }: Claim): Currency | null {
  return asked.amount?.currency ?? currencyOf(marketplace(facts.marketplace)?.currency ?? "");
}
