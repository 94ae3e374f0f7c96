/** What the audits of parcels on their way back to the seller say alike. */

import { addDays } from "../../values/day.ts";
import type { Account } from "../account/account.ts";
import type { Gaps } from "../account/gaps.ts";
import type { Parcel } from "../account/removals.ts";
import type { Draft } from "./draft.ts";
import { count, dated, fill, itemNamed } from "./text.ts";
import { clearedEvidence, clearedInWords } from "./traces.ts";

/** A parcel is taken to have come so many days after it left, where the seller noted no day. */
export const DAYS_ON_THE_WAY = 14;

export function arrivalOf(parcel: Parcel) {
  return parcel.receivedDate ?? addDays(parcel.date, DAYS_ON_THE_WAY);
}

/** Whether a payment for the parcel would show; when not, it is counted as left out. */
export function paymentsKnown(account: Account, gaps: Gaps, parcel: Parcel): boolean {
  const needed = { report: "reimbursements", from: parcel.date, to: account.asOf };
  return gaps.covers(parcel.marketplace, [needed], parcel.open);
}

/** "; already paid: 1 unit reimbursed on …", or nothing. */
export function paidInWords(template: string, parcel: Parcel): string {
  const what = clearedInWords([parcel]);
  return what === "" ? "" : fill(template, { what });
}

export function draftedParcel(
  parcel: Parcel,
  what: string,
): Omit<Draft, "value" | "why" | "todo" | "eventDate"> {
  return {
    identity: parcel.identityParts,
    marketplace: parcel.marketplace,
    item: parcel.item,
    orderId: parcel.orderId,
    referenceId: parcel.tracking,
    quantity: parcel.open,
    what: fill(what, {
      shipped: count(parcel.shipped, "unit"),
      counted: parcel.counted ?? 0,
      open: count(parcel.open, "unit"),
      item: itemNamed(parcel.item),
      order: parcel.orderId,
      date: dated(parcel.date),
      carrier: parcel.carrier === "" ? "the carrier" : parcel.carrier,
      tracking: parcel.tracking === "" ? "without a tracking number" : `tracking number ${parcel.tracking}`,
    }),
    evidence: [...parcel.evidence, ...clearedEvidence([parcel])],
  };
}
