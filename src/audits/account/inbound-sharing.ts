/**
 * What clears units that did not stay in stock on the way in: payments for inbound losses, and for units short in
 * one shipment the same item in surplus in another created within 30 days, or another item in surplus in the same
 * shipment (a mix-up: worth a look, no loss).
 *
 * Payments and surpluses are shared out so that the fewest units stay to be claimed; among the ways that do, first
 * come, first served.
 */

import type { Day } from "../../values/day.ts";
import { byDate, type Cleared, type Credit, listUnder } from "../clearing.ts";
import { shareOut, type Turn } from "../sharing.ts";
import type { Account } from "./account.ts";
import {
  inPaymentOrder,
  openLines,
  paysInbound,
  type Shipment,
  type ShipmentLine,
  shipmentsOf,
} from "./inbound.ts";
import { reversedLines } from "./inbound-reversals.ts";
import { skuKey } from "./items.ts";
import { type Payment, paymentsOf } from "./payments.ts";
import { lossPaymentsOf } from "./warehouse.ts";

/** Shipments created so close together can be mixed up. */
const MIX_UP_DAYS = 30;

/** Which payments, of those approved on or after a day, a line of a shipment may take; the surest first. */
type PaymentsFor = (line: ShipmentLine, since: Day) => readonly Payment[];

/** Clears what was taken out again and what is short; of shipments whose reports are known first. */
export function clearInbound(account: Account): void {
  const short = openLines(account).sort(byDate);
  const shortGroups = inPaymentOrder(short);
  const paymentsFor = [namedPayments(account), itemPayments(account), skuPayments(account)];
  const mixUps = surplusesFor(account);
  const groups = inPaymentOrder(reversedLines(account)).map((reversed, i) => {
    const lines = shortGroups[i] ?? [];
    const paid = paymentsFor.flatMap((of) =>
      lines.map((line): Turn => ({ opening: line, credits: of(line, line.date) })),
    );
    const paidBack = (since: (line: ShipmentLine & { reversal: { date: Day } }) => Day) =>
      paymentsFor.flatMap((of) =>
        reversed.map((line): Turn => ({ opening: line.reversal, credits: of(line, since(line)) })),
      );
    return [
      // Units taken out again are paid after that day; of earlier payments they take what shortages leave.
      ...paidBack((line) => line.reversal.date),
      ...paid,
      ...mixUps.flatMap((of) => lines.map((line): Turn => ({ opening: line, credits: of(line) }))),
      ...paidBack((line) => line.date),
    ];
  });
  shareOut(groups);
  for (const line of short) countMixUps(line);
}

/** Units in surplus clear nothing that was lost: they are counted apart. */
function countMixUps(line: ShipmentLine): void {
  const isSurplus = ({ credit }: Cleared) => !("reimbursementId" in credit);
  line.mixedUp = line.clearedBy.filter(isSurplus).reduce((sum, { units }) => sum + units, 0);
  line.clearedBy.splice(0, line.clearedBy.length, ...line.clearedBy.filter((by) => !isSurplus(by)));
}

/** A payment that names a shipment stays with it. */
function namedPayments(account: Account): PaymentsFor {
  const named = new Map<string, Payment[]>();
  for (const payment of account.derive(paymentsOf).paid) {
    if (payment.shipmentId !== "" && paysInbound(payment)) listUnder(named, payment.shipmentId).push(payment);
  }
  return ({ shipment, itemKey, msku }, since) =>
    (named.get(shipment.id) ?? []).filter(
      (p) => p.date >= since && (p.itemKey === itemKey || (p.itemKey === "" && p.sku === msku)),
    );
}

function itemPayments(account: Account): PaymentsFor {
  const { byItem } = account.derive(lossPaymentsOf);
  return ({ itemKey }, since) => (byItem.get(itemKey) ?? []).filter((p) => paysInbound(p) && p.date >= since);
}

function skuPayments(account: Account): PaymentsFor {
  const { bySku } = account.derive(lossPaymentsOf);
  return ({ shipment, msku }, since) =>
    (bySku.get(skuKey(shipment.region, msku)) ?? []).filter((p) => paysInbound(p) && p.date >= since);
}

/**
 * The surpluses units short in a line may lie in: of the item elsewhere, then of other items of the shipment. A line
 * that is short has none of its own.
 */
function surplusesFor(account: Account): ((line: ShipmentLine) => readonly Credit[])[] {
  const surplusOf = new Map<string, ShipmentLine[]>();
  for (const shipment of account.derive(shipmentsOf)) {
    if (shipment.status === "out" || shipment.packListsMissing.length > 0) continue;
    for (const line of shipment.lines) {
      if (line.surplus.left > 0) listUnder(surplusOf, line.itemKey).push(line);
    }
  }
  const credits = (lines: readonly ShipmentLine[]) => lines.map((line) => line.surplus).sort(byDate);
  return [
    ({ shipment, itemKey }) =>
      shipment.firstReceipt === null
        ? []
        : credits(
            (surplusOf.get(itemKey) ?? []).filter((other) => createdTogether(other.shipment, shipment)),
          ),
    (line) => credits(line.shipment.lines.filter((other) => other.surplus.left > 0)),
  ];
}

function createdTogether(a: Shipment, b: Shipment): boolean {
  const [one, two] = [a.created ?? a.firstReceipt, b.created ?? b.firstReceipt];
  return one !== null && two !== null && Math.abs(one - two) <= MIX_UP_DAYS;
}
