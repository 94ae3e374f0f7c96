/**
 * Approved claims whose payment falls short: how much of that is owed as approved and not paid
 * (`paid-differently-than-approved`), and not any more as what the claim was made for.
 */

import { money, subtractMoney } from "../../values/money.ts";
import { byDate, take } from "../clearing.ts";
import type { Account } from "./account.ts";
import { type PaidCase, shortCasesOf } from "./case-payments.ts";
import { claimedOpeningsOf } from "./claim-payments.ts";
import type { OtherEvent } from "./warehouse.ts";

/**
 * Cases with what is owed of them. Units that were found, came back or were paid otherwise meanwhile are owed no
 * more, whatever was approved; what the data does not hold is taken as approved. Run after everything else has
 * cleared what the claims were made for.
 */
export function shortApprovalsOf(account: Account): readonly PaidCase[] {
  return account.derive(shortCasesOf).flatMap((one): PaidCase[] => {
    const missingUnits = unitsOwed(account, one);
    const owed = { ...one, missingUnits, missingAmount: amountOwed(one, missingUnits) };
    return owed.missingUnits > 0 || owed.missingAmount !== null ? [owed] : [];
  });
}

/** Takes the units over from what the claims of the case were made for. */
function unitsOwed(account: Account, { caseId, missingUnits, payments }: PaidCase): number {
  const known = account.derive(claimedOpeningsOf);
  const ids = (account.input.claims ?? []).filter((claim) => claim.caseId === caseId);
  const openings = [...new Set(ids.map((claim) => claim.findingId))].flatMap((id) => known.get(id) ?? []);
  const [first] = payments;
  if (first === undefined || openings.length === 0) return missingUnits;
  const units: OtherEvent = {
    date: first.date,
    identity: caseId,
    left: missingUnits,
    inWords: `approved under case ${caseId} and short in its payment, a claim of its own,`,
  };
  for (const opening of openings.sort(byDate)) take(opening, units);
  return missingUnits - units.left;
}

/** Of money approved for units of which some are owed no more, the part for the others. */
function amountOwed(one: PaidCase, missingUnits: number): PaidCase["missingAmount"] {
  const { missingAmount, approvedAmount, approvedUnits, paidAmount, paidUnits } = one;
  if (missingAmount === null || missingUnits === one.missingUnits) return missingAmount;
  if (approvedAmount === null || approvedUnits === null || paidAmount === null) return null;
  const part = Math.round((approvedAmount.minor * (paidUnits + missingUnits)) / approvedUnits);
  const left = subtractMoney(money(part, approvedAmount.currency), paidAmount);
  return left.minor > 0 ? left : null;
}
