/**
 * Units short in one shipment that are a surplus of the same item in another created within 30 days, or of
 * another item of the same shipment, were mixed up: worth a look, no loss.
 *
 * Units that were paid for need no surplus, and units in surplus need no payment. Which of two short lines gets
 * the one and which the other is open: a payment used on units that lie in surplus is handed on to missing ones.
 * That is one step, not a search for the way that leaves the fewest units to claim.
 */

import { byDate, listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { judged, paysInbound, type Shipment, type ShipmentLine, shipmentsOf } from "./inbound.ts";
import { skuKey } from "./items.ts";
import { type Payment, paymentsOf } from "./payments.ts";

/** Shipments created so close together can be mixed up. */
const MIX_UP_DAYS = 30;

/** Run after the payments: what is short and not paid takes the surpluses, the oldest line first. */
export function netMixUps(account: Account): void {
  const shipments = account.derive(shipmentsOf).filter((s) => s.status !== "out");
  const complete = shipments.filter((s) => s.packListsMissing.length === 0).flatMap((s) => s.lines);
  const surplusOf = new Map<string, ShipmentLine[]>();
  for (const line of complete) if (line.surplus.left > 0) listUnder(surplusOf, line.itemKey).push(line);
  const lines = shipments
    .filter((s) => judged(s) && s.firstReceipt !== null)
    .flatMap((s) => s.lines)
    .sort(byDate);
  const elsewhere = (line: ShipmentLine) =>
    (surplusOf.get(line.itemKey) ?? [])
      .filter((other) => other.shipment !== line.shipment && createdTogether(other.shipment, line.shipment))
      .sort(byDate);
  const inShipment = (line: ShipmentLine) => line.shipment.lines.filter((other) => other !== line);
  const short = lines.filter((line) => line.open > 0);
  for (const line of short) for (const other of elsewhere(line)) mixUp(line, other);
  for (const line of short) for (const other of inShipment(line)) mixUp(line, other);
  freePayments(account, lines, (line) => [...elsewhere(line), ...inShipment(line)]);
}

function mixUp(short: ShipmentLine, other: ShipmentLine): void {
  const units = Math.min(short.open, other.surplus.left);
  short.open -= units;
  other.surplus.left -= units;
  short.mixedUp += units;
}

/** A payment used on units that lie in surplus elsewhere goes on to units of the item that are still missing. */
function freePayments(
  account: Account,
  lines: readonly ShipmentLine[],
  surpluses: (line: ShipmentLine) => readonly ShipmentLine[],
): void {
  const byItem = new Map<string, ShipmentLine[]>();
  for (const line of lines) listUnder(byItem, line.itemKey).push(line);
  const inbound = new Set<unknown>(account.derive(paymentsOf).paid.filter(paysInbound));
  for (const missing of lines.filter((line) => line.open > 0)) {
    for (const paid of byItem.get(missing.itemKey) ?? []) {
      if (paid === missing) continue;
      for (const { credit } of [...paid.clearedBy]) {
        const payment = credit as Payment;
        if (!inbound.has(payment) || !canPay(payment, missing)) continue;
        for (const other of surpluses(paid)) handOn(payment, paid, missing, other);
      }
    }
  }
}

/** Payments that name a shipment stay with it; others were approved on or after the shipment's first receipt. */
function canPay(payment: Payment, line: ShipmentLine): boolean {
  const { firstReceipt, region } = line.shipment;
  const item =
    payment.itemKey === "" ? payment.skuKey === skuKey(region, line.msku) : payment.itemKey === line.itemKey;
  return payment.shipmentId === "" && item && firstReceipt !== null && payment.date >= firstReceipt;
}

function handOn(payment: Payment, from: ShipmentLine, to: ShipmentLine, surplus: ShipmentLine): void {
  const at = from.clearedBy.findIndex((cleared) => cleared.credit === payment);
  const given = from.clearedBy[at];
  if (given === undefined) return;
  const units = Math.min(to.open, given.units, surplus.surplus.left);
  if (units === 0) return;
  from.clearedBy.splice(at, 1, ...(given.units > units ? [{ ...given, units: given.units - units }] : []));
  to.clearedBy.push({ credit: payment, units });
  to.open -= units;
  from.open += units;
  mixUp(from, surplus);
}

function createdTogether(a: Shipment, b: Shipment): boolean {
  const [one, two] = [a.created ?? a.firstReceipt, b.created ?? b.firstReceipt];
  return one !== null && two !== null && Math.abs(one - two) <= MIX_UP_DAYS;
}
