/** What cleared an opening, in words and as evidence: finds, payments, corrections. */

import { isFoundWithoutOwner } from "../account/items.ts";
import { isLeftOver } from "../account/leftovers.ts";
import type { Payment } from "../account/payments.ts";
import type { Find, OtherEvent } from "../account/warehouse.ts";
import type { Cleared, Credit, Opening } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import { count, dated, listed } from "./text.ts";

/** "1 unit found on 2026-05-04, 2 units paid on 2026-06-01 (reimbursement 123)"; empty when nothing cleared it. */
export function clearedInWords(openings: readonly Opening[]): string {
  return listed(openings.flatMap((opening) => opening.clearedBy.map(inWords)));
}

/** The source lines of whatever cleared the openings. */
export function clearedEvidence(openings: readonly Opening[]): Evidence[] {
  return openings.flatMap((opening) =>
    opening.clearedBy.flatMap(({ credit }): Evidence[] => {
      if (isPayment(credit)) return [{ report: "reimbursements", line: credit.line }];
      if (isOtherEvent(credit)) return credit.evidence === undefined ? [] : [credit.evidence];
      return isFind(credit) ? [{ report: "ledger-detail", line: credit.row.line }] : [];
    }),
  );
}

function inWords({ credit, units }: Cleared): string {
  const n = count(units, "unit");
  if (isPayment(credit)) {
    const other = isLeftOver(credit)
      ? `; its reason "${credit.reasonText}" names no loss, it is counted here because nothing else explains it`
      : "";
    return `${n} reimbursed on ${dated(credit.date)} (reimbursement ${credit.reimbursementId}${other})`;
  }
  if (isFind(credit)) {
    const ownerless = isFoundWithoutOwner(credit.row.msku)
      ? ` without an owner (${credit.row.msku}), probably yours`
      : "";
    return `${n} found on ${dated(credit.date)}${ownerless}`;
  }
  return isOtherEvent(credit) ? `${n} ${credit.inWords} on ${dated(credit.date)}` : n;
}

function isPayment(credit: Credit): credit is Payment {
  return "reimbursementId" in credit;
}

function isOtherEvent(credit: Credit): credit is OtherEvent {
  return "inWords" in credit;
}

function isFind(credit: Credit): credit is Find {
  return "row" in credit;
}
