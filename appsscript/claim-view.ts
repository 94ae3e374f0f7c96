/** A claim as the sidebar shows it: what it is about, where it stands, what may be done next. */
import { coverageInWords, coverageOf } from "../src/claims/coverage-meter.ts";
import { checklist, EVIDENCE_KINDS } from "../src/claims/evidence.ts";
import type { Claim, ClaimFacts } from "../src/claims/index.ts";
import {
  hasCaseText,
  LANGUAGES,
  languageOf,
  STAGES,
  suggestedStage,
} from "../src/claims/letters/case-text.ts";
import { isPaidInFull, type Proposal, proposals } from "../src/claims/payments.ts";
import { followsDenial } from "../src/claims/preflight.ts";
import { isInvoiced } from "../src/claims/preflight-papers.ts";
import { type Day, formatDay } from "../src/values/day.ts";
import { formatAmount, formatMoney } from "../src/values/money.ts";
import { auditNamed, titleOf } from "./audit-names.ts";
import { checksOf } from "./claim-checks.ts";
import type { Papers } from "./claim-papers.ts";
import { stepsOf } from "./claim-steps.ts";
import { logLines, whoWrote } from "./log-lines.ts";
import { shortText } from "./pages.ts";
import type { ClaimDetail, ClaimShort, FactJson, ProposalJson } from "./protocol.ts";
import { paidOf } from "./tabs/claims.ts";
import { readFinding } from "./tabs/findings-read.ts";
import type { Tracker } from "./tracker.ts";

export function claimShort(claim: Claim, { today }: Tracker): ClaimShort {
  const { facts, asked, state } = claim;
  const last = claim.history[claim.history.length - 1];
  const paid = paidOf(claim);
  return {
    id: claim.claimId,
    findingId: claim.findingId,
    audit: facts.audit,
    title: titleOf(facts.audit),
    family: auditNamed(facts.audit)?.meta.family ?? null,
    state,
    marketplace: facts.marketplace,
    caseId: claim.caseId,
    amount: asked.amount ? formatAmount(asked.amount) : null,
    currency: asked.amount?.currency ?? paid?.currency ?? null,
    quantity: asked.units,
    paid: paid ? formatAmount(paid) : null,
    deadline: written(facts.deadline),
    daysLeft: state === "to file" && facts.deadline !== null ? facts.deadline - today : null,
    item: shortText(facts.msku || facts.fnsku || facts.asin),
    reference: shortText(facts.orderId || facts.shipmentId || facts.referenceId),
    when: last?.when ?? "",
    who: last ? whoWrote(last) : "",
  };
}

export function claimView(tracker: Tracker, papers: Papers, claim: Claim): ClaimDetail {
  const { facts } = claim;
  const { book, today } = tracker;
  const covered = coverageOf(papers.coverage(), facts);
  const rows = papers.reimbursed();
  return {
    claim: claimShort(claim, tracker),
    version: claim.version,
    facts: factsJson(facts),
    finding: readFinding(claim.findingId, tracker.clock),
    steps: stepsOf(claim, today),
    log: logLines(claim.history, claim),
    checklist: checklist(claim, papers.policy(), isInvoiced(claim, papers.coverage())).map(
      ({ label, asks, from, need, kinds, have }) => ({ label, asks, from, need, kinds, have }),
    ),
    evidence: claim.evidence.map(({ sequence, kind, link, date, proves }) => ({
      sequence,
      kind,
      link,
      date: written(date),
      proves,
    })),
    evidenceKinds: EVIDENCE_KINDS,
    coverage: {
      invoiced: covered?.invoiced ?? null,
      shipped: covered?.shipped ?? null,
      share: covered?.share ?? null,
      words: coverageInWords(covered),
      shipments: (covered?.shipments ?? []).slice(0, MOST_SHIPMENTS).map((one) => ({
        shipmentId: one.shipmentId,
        day: written(one.day),
        shipped: one.shipped,
        invoiced: one.invoiced,
      })),
      problems: papers.coverage().problems.slice(0, MOST_SHIPMENTS),
    },
    preflight:
      claim.state === "to file" || followsDenial(claim)
        ? checksOf(tracker, papers, claim).map(({ id, level, sentence }) => ({
            check: id,
            level,
            words: sentence,
          }))
        : [],
    texts: textsOf(claim),
    proposals: proposals(book.claims, rows ?? [])
      .filter(({ claimId }) => claimId === claim.claimId)
      .map((proposal) => proposalJson(proposal, book.claims)),
  };
}

const MOST_SHIPMENTS = 100;

export function proposalJson(
  { id, claimId, kind, row, sentence }: Proposal,
  claims: readonly Claim[],
): ProposalJson {
  return {
    id,
    claimId,
    version: claims.find((claim) => claim.claimId === claimId)?.version ?? "",
    kind,
    reimbursementId: row.reimbursementId,
    line: row.line,
    day: formatDay(row.date),
    units: row.units,
    amount: row.amount ? formatAmount(row.amount) : null,
    currency: row.amount?.currency ?? null,
    words: sentence,
  };
}

/** What may be written about the claim; null where no case is made of such findings, or nothing more is asked for. */
function textsOf(claim: Claim): ClaimDetail["texts"] {
  const { facts, state } = claim;
  const over = (state === "paid" || state === "closed") && isPaidInFull(claim);
  if (over || !hasCaseText(facts.audit)) return null;
  return {
    stages: STAGES,
    languages: LANGUAGES,
    stage: suggestedStage(claim),
    language: languageOf(facts.marketplace),
  };
}

function factsJson(facts: ClaimFacts): FactJson[] {
  const lines: readonly (readonly [string, string | number | null])[] = [
    ["What happened", facts.what],
    ["Marketplace", facts.marketplace],
    ["MSKU", facts.msku],
    ["FNSKU", facts.fnsku],
    ["ASIN", facts.asin],
    ["Order ID", facts.orderId],
    ["Shipment ID", facts.shipmentId],
    ["Reference ID", facts.referenceId],
    ["Units", facts.units],
    ["Amount", facts.amount && formatMoney(facts.amount)],
    ["How it was valued", facts.basis],
    ["Event date", written(facts.eventDate)],
    ["Claims open on", written(facts.opens)],
    [facts.estimated ? "Last day to file (estimated)" : "Last day to file", written(facts.deadline)],
  ];
  return lines.flatMap(([label, value]) =>
    value === null || value === "" ? [] : [{ label, value: String(value) }],
  );
}

function written(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
