/**
 * Payments nobody else could use: positive rows of any other reason, with units and no order, clear the
 * oldest still open warehouse or inbound loss of the item dated before the approval. The finding says so.
 */

import { type Bounds, clear, listUnder, type Opening } from "../clearing.ts";
import type { Account } from "./account.ts";
import { disposalsOf } from "./disposals.ts";
import { openLines } from "./inbound.ts";
import { reversedLines } from "./inbound-reversals.ts";
import { skuKey } from "./items.ts";
import type { Payment } from "./payments.ts";
import { missingInTransit } from "./transfers.ts";
import { lossPaymentsOf, warehouseOf } from "./warehouse.ts";

/** Reasons that pay their own kind of loss and no other, and payments that are for fees, not units. */
const NOT_LEFT_OVER = [
  "Lost_Warehouse",
  "Damaged_Warehouse",
  "Lost_Inbound",
  "Damaged_Inbound",
  "Fee_Correction",
  "FBA CLI Planned Fee Reimbursement",
];

const PAID_AFTER: Bounds = { before: 0, after: Number.POSITIVE_INFINITY, order: "oldest-first" };

interface OpenLoss {
  readonly opening: Opening;
  readonly itemKey: string;
  readonly skuKey: string;
  readonly covered: boolean;
}

export function isLeftOver(payment: Payment): boolean {
  return payment.reason === null || !NOT_LEFT_OVER.includes(payment.reason);
}

export function spendLeftovers(account: Account): void {
  const payments = account.derive(lossPaymentsOf);
  const [byItem, bySku] = [leftOver(payments.byItem), leftOver(payments.bySku)];
  if (byItem.size === 0 && bySku.size === 0) return;
  const open = openLosses(account).filter((loss) => byItem.has(loss.itemKey) || bySku.has(loss.skuKey));
  for (const covered of [true, false]) {
    const items = new Map<string, Opening[]>();
    const skus = new Map<string, Opening[]>();
    for (const loss of open) {
      if (loss.covered !== covered) continue;
      listUnder(items, loss.itemKey).push(loss.opening);
      listUnder(skus, loss.skuKey).push(loss.opening);
    }
    for (const [key, openings] of items) {
      clear(openings, byItem.get(key) ?? [], PAID_AFTER);
    }
    for (const [key, openings] of skus) {
      clear(openings, bySku.get(key) ?? [], PAID_AFTER);
    }
  }
}

/** The keys with such payments, and these payments alone. */
function leftOver(
  payments: ReadonlyMap<string, readonly Payment[]>,
): ReadonlyMap<string, readonly Payment[]> {
  const left = new Map<string, readonly Payment[]>();
  for (const [key, ofKey] of payments) {
    const some = ofKey.filter(isLeftOver);
    if (some.length > 0) left.set(key, some);
  }
  return left;
}

function openLosses(account: Account): OpenLoss[] {
  const losses: OpenLoss[] = [];
  for (const loss of [
    ...[...account.derive(warehouseOf).items.values()].flatMap(({ lost, damaged }) => [...lost, ...damaged]),
    ...[...account.derive(disposalsOf).values()].flatMap(({ sellable }) => sellable),
    ...[...account.derive(missingInTransit).values()].flat(),
  ]) {
    losses.push({
      opening: loss.unreconciled,
      itemKey: loss.row.itemKey,
      skuKey: skuKey(loss.row.region, loss.row.msku),
      covered: loss.covered,
    });
  }
  for (const line of openLines(account)) {
    if (line.shipment.firstReceipt === null) continue;
    losses.push({
      opening: line,
      itemKey: line.itemKey,
      skuKey: skuKey(line.shipment.region, line.msku),
      covered: line.shipment.covered,
    });
  }
  for (const line of reversedLines(account)) {
    losses.push({
      opening: line.reversal,
      itemKey: line.itemKey,
      skuKey: skuKey(line.shipment.region, line.msku),
      covered: line.shipment.covered,
    });
  }
  return losses.filter((loss) => loss.opening.open > 0);
}
