/** The papers a claim needs, from the policy, and which of them it has. */

import { claimTime, EVIDENCE_KINDS, type EvidenceNeed, evidenceNeed, type Policy } from "../policy/index.ts";
import { day } from "../values/day.ts";
import { auditOf } from "./audit-of.ts";
import type { Claim, ClaimFacts } from "./claim.ts";

export { EVIDENCE_KINDS };

export interface ChecklistItem extends EvidenceNeed {
  /** `reports`: the finding's rows show it; `you`: a paper the seller brings; `advice`: how, not what. */
  readonly from: "reports" | "you" | "advice";
  readonly have: boolean;
}

/** Papers an audit's claims do not need although its window, which other audits share, lists them. */
const NOT_NEEDED: Readonly<Record<string, readonly string[]>> = {
  // Charged twice is twice at any size.
  "fee-charged-twice": [
    "weight and dimensions in original packaging",
    "photos of same FNSKU on scale and with ruler on 3 sides, barcode visible",
    "current Amazon measurement (Fee Preview report)",
  ],
};

/** Payments after an order are worth its price less its fees: no supplier's invoice shows that. */
const NOT_NEEDED_FOR_ORDERS: Readonly<Record<string, readonly string[]>> = {
  underpaid: ["supplier invoice less than 1 year old showing unit cost"],
};

/**
 * What to show with a claim, in the order of the policy. `invoiced`: the Invoices tab covers its units, which
 * stands for the supplier's invoice. Empty for an audit that is not known.
 */
export function checklist(
  claim: Pick<Claim, "facts" | "evidence">,
  policy: Policy,
  invoiced = false,
): readonly ChecklistItem[] {
  return needsOf(claim.facts, policy).map((need) => {
    const from = need.kinds.length > 0 ? "you" : need.need === "always" ? "reports" : "advice";
    const kinds: readonly string[] = need.kinds;
    const have =
      from === "you"
        ? claim.evidence.some(({ kind }) => kinds.includes(kind)) ||
          (invoiced && kinds.includes("supplier invoice"))
        : true;
    return { ...need, from, have };
  });
}

function needsOf(facts: ClaimFacts, policy: Policy): EvidenceNeed[] {
  const meta = auditOf(facts.audit);
  if (meta === null) return [];
  const event = facts.eventDate ?? ANY_DAY;
  const { evidence } = claimTime(policy, meta.rule, facts.marketplace, event).window;
  const left = [
    ...(NOT_NEEDED[meta.id] ?? []),
    ...(facts.orderId === "" ? [] : (NOT_NEEDED_FOR_ORDERS[meta.id] ?? [])),
  ];
  return evidence.filter((asks) => !left.includes(asks)).map(evidenceNeed);
}

/** Which window binds does not depend on the event; only its days do. */
const ANY_DAY = day("2026-01-01");
