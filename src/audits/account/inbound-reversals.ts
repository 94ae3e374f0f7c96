/**
 * Units booked in with a shipment and taken out again: which of them are judged. What clears them is
 * inbound-sharing.ts.
 */

import { byDate, type Opening } from "../clearing.ts";
import type { Account } from "./account.ts";
import { ledgerIncomplete, type Shipment, type ShipmentLine, shipmentsOf } from "./inbound.ts";

/** A line some of whose receipts were taken back. */
export type ReversedLine = ShipmentLine & { readonly reversal: Opening };

/** Lines with units still open, none of them in the future; those of shipments still on their way are not judged. */
export function reversedLines(account: Account): readonly ReversedLine[] {
  return account
    .derive(shipmentsOf)
    .filter((shipment) => isJudged(shipment) && isComplete(shipment))
    .flatMap((shipment) => shipment.lines.filter(isReversed))
    .filter(({ reversal }) => reversal.open > 0 && reversal.date <= account.asOf)
    .sort((a, b) => byDate(a.reversal, b.reversal));
}

export function isReversed(line: ShipmentLine): line is ReversedLine {
  return line.reversal !== null;
}

/** While Amazon still receives, it may still book the units in; a cancelled shipment never had any. */
export function isJudged({ status }: Shipment): boolean {
  return status === "closed" || status === "unknown";
}

/** Whether all that was sent, and all that the queue shows located, is in the data. */
export function isComplete(shipment: Shipment): boolean {
  return shipment.packListsMissing.length === 0 && !ledgerIncomplete(shipment);
}
