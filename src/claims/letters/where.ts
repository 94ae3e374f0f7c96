/** Where in Seller Central a text goes. */

import { claimTime, POLICY } from "../../policy/index.ts";
import type { ClaimRule } from "../../policy/policy.ts";
import { day } from "../../values/day.ts";
import { auditOf } from "../audit-of.ts";
import type { CaseFacts } from "./case-text.ts";
import { plainId } from "./plain.ts";
import type { Stage } from "./stages.ts";

/** Replies go where the case is. */
const CASE_LOG = "Seller Central > Help > Manage your case log";

/**
 * The path in Seller Central, in English. A first claim is filed where the policy's newest rule for its
 * marketplace says; a recalculation of an amount where amounts are disputed; everything else is a reply.
 */
export function whereOf(claim: CaseFacts, stage: Stage, again: "again.amount" | "again.fee"): string {
  if (stage === "first") {
    const meta = auditOf(claim.facts.audit);
    return meta === null ? CASE_LOG : pathOf(meta.rule, claim);
  }
  if (stage === "re-evaluation" && again === "again.amount") return pathOf("valuation_dispute", claim);
  const caseId = plainId(claim.caseId);
  return caseId === "" ? CASE_LOG : `${CASE_LOG} > case ${caseId}: reply in it`;
}

function pathOf(rule: ClaimRule, { facts }: CaseFacts): string {
  // Only the newest rule's path is asked for; without a day any day after the last change does.
  return claimTime(POLICY, rule, facts.marketplace, facts.eventDate ?? day("2026-01-01")).window.filingPath;
}
