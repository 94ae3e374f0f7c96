/**
 * Other claims on the same units or event. Two claims of one event can both be right: the audits share units and
 * payments out so that no unit is found twice. That holds for what one audit finds at one time. A claim whose
 * finding the last audit no longer has may have been about the very units now found under another name.
 */

import { auditOf } from "./audit-of.ts";
import type { Claim } from "./claim.ts";
import { isWithAmazon } from "./lifecycle.ts";

export interface OtherClaim {
  readonly level: "block" | "warn" | "cannot tell";
  readonly sentence: string;
}

/** `found`: ids of the last audit's findings; null = never audited. Most recent claims last. */
export function otherClaims(
  claim: Claim,
  claims: readonly Claim[],
  found: readonly string[] | null,
): readonly OtherClaim[] {
  return claims
    .filter(
      (other) => other.claimId !== claim.claimId && other.state !== "dismissed" && other.state !== "expired",
    )
    .flatMap((other) => {
      const level = levelOf(claim, other, found);
      return level === null ? [] : [{ level: level.level, sentence: level.why(named(other)) }];
    });
}

type Verdict = { readonly level: OtherClaim["level"]; readonly why: (other: string) => string };

function levelOf(claim: Claim, other: Claim, found: readonly string[] | null): Verdict | null {
  if (other.findingId === claim.findingId) return ofSameFinding(other);
  const event = sharedEvent(claim, other);
  if (event === null) return null;
  if (other.state === "to file") {
    return { level: "warn", why: (it) => `${it} is about ${event} too. File both in one case.` };
  }
  if (!couldBeSameUnits(claim, other)) {
    return {
      level: "warn",
      why: (it) => `${it} is about ${event} too, for another reason. Write into that case.`,
    };
  }
  if (found === null) {
    return {
      level: "cannot tell",
      why: (it) => `${it} is about ${event} too. Run the audit, to see whether both are still owed.`,
    };
  }
  if (!found.includes(other.findingId) && isUnpaidAndClosed(other)) {
    return {
      level: "block",
      why: (it) =>
        `${it} is about ${event} too, was closed without a payment, and the last audit no longer finds it by itself: these may be its units. Ask again there.`,
    };
  }
  if (found.includes(other.findingId) || !isPending(other)) {
    return {
      level: "warn",
      why: (it) => `${it} is about ${event} too, but other units. Write into that case.`,
    };
  }
  return {
    level: "block",
    why: (it) =>
      `${it} is about ${event} too, and the last audit no longer finds it by itself: these may be its units. Wait for Amazon's answer there.`,
  };
}

function ofSameFinding(other: Claim): Verdict {
  if (other.state === "closed" && other.paidUnits > 0) {
    return {
      level: "warn",
      why: (it) => `${it} was about the same finding and is closed. File only what is still owed.`,
    };
  }
  return {
    level: "block",
    why: (it) => `${it} is about the same finding. Go on in that claim instead of filing it twice.`,
  };
}

function isPending(other: Claim): boolean {
  return isWithAmazon(other.state) || other.state === "denied";
}

function isUnpaidAndClosed({ state, payments }: Claim): boolean {
  return state === "closed" && payments.length === 0;
}

function named({ claimId, caseId, state }: Claim): string {
  return `Claim ${claimId} ("${state}"${caseId === "" ? "" : `, case ${caseId}`})`;
}

/** What both are about, in words; null when nothing ties them. */
function sharedEvent({ facts: a }: Claim, { facts: b }: Claim): string | null {
  const same = (x: string, y: string) => x !== "" && x === y;
  const item = same(a.fnsku, b.fnsku) || same(a.msku, b.msku);
  if (item && same(a.shipmentId, b.shipmentId)) return `the same item of shipment ${a.shipmentId}`;
  if (item && same(a.orderId, b.orderId)) return `the same item of order ${a.orderId}`;
  if (same(a.referenceId, b.referenceId) && (item || isAboutPayment(a.audit) || isAboutPayment(b.audit))) {
    return `reference ${a.referenceId}`;
  }
  return null;
}

function isAboutPayment(audit: string): boolean {
  return auditOf(audit)?.family === "reimbursement";
}

/** Fees and refunds above the price are about money, and never about the units of another claim. */
function couldBeSameUnits(claim: Claim, other: Claim): boolean {
  const [a, b] = [auditOf(claim.facts.audit), auditOf(other.facts.audit)];
  if (a === null || b === null) return true;
  const money = (meta: typeof a) => meta.family === "fee" || meta.rule === "customer_over_refund";
  return a.family === b.family && !money(a) && !money(b);
}
