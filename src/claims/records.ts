/** What the claim log tells the audits. */

import type { ClaimRecord } from "../audits/audit.ts";
import type { Claim } from "./claim.ts";

/** `AuditInput.claims`: every claim as audits read it. */
export function claimRecords(claims: readonly Claim[]): ClaimRecord[] {
  return claims.map(({ findingId, caseId, state, approved, payments, facts }) => ({
    findingId,
    caseId,
    state,
    approvedUnits: approved.units,
    approvedAmount: approved.amount,
    reimbursements: payments.flatMap(({ reimbursement }) => (reimbursement === "" ? [] : [reimbursement])),
    about: {
      fnsku: facts.fnsku,
      msku: facts.msku,
      orderId: facts.orderId,
      referenceId: facts.referenceId,
      eventDate: facts.eventDate,
    },
  }));
}
