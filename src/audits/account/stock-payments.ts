/** Payments in stock, as openings: units that have to turn up in the ledger. */

import { inboundContents, inboundShipments } from "../../reports/index.ts";
import { type Bounds, type Credit, clear, listUnder, type Opening } from "../clearing.ts";
import type { Account } from "./account.ts";
import { skuKey } from "./items.ts";
import { ledgerOf } from "./ledger.ts";
import { type Payment, paymentsOf } from "./payments.ts";

export interface StockPayment extends Opening {
  readonly payment: Payment;
  /** The item's pool; empty when the row names no FNSKU (`skuKey` then matches). */
  readonly itemKey: string;
  readonly skuKey: string;
}

/** A unit given in stock shows up within so many days. */
export const STOCK_ARRIVES_DAYS = 30;
export const STOCK_ARRIVES: Bounds = {
  before: STOCK_ARRIVES_DAYS,
  after: STOCK_ARRIVES_DAYS,
  order: "oldest-first",
};

/** Every payment with units in stock, oldest first; what turns up is taken off by precedence.ts. */
export function stockPaymentsOf(account: Account): readonly StockPayment[] {
  return account
    .derive(paymentsOf)
    .paid.filter((payment) => payment.stockUnits > 0)
    .map((payment) => ({
      payment,
      itemKey: payment.itemKey,
      skuKey: payment.skuKey,
      date: payment.date,
      identity: payment.identity,
      open: payment.stockUnits,
      clearedBy: [],
    }));
}

/**
 * Units Amazon books as received instead of transferred in. A receipt of a shipment the seller sent himself is
 * no such unit, unless the payment was for units missing from a shipment.
 */
export function recogniseReceivedStock(account: Account): void {
  const byKey = new Map<string, StockPayment[]>();
  const [wantedItems, wantedSkus] = [new Set<string>(), new Set<string>()];
  for (const paid of account.derive(stockPaymentsOf)) {
    if (paid.open === 0) continue;
    listUnder(byKey, paid.itemKey || `sku ${paid.skuKey}`).push(paid);
    if (paid.itemKey !== "") wantedItems.add(paid.itemKey);
    else wantedSkus.add(paid.skuKey);
  }
  const own = new Set([
    ...account.rows(inboundContents).map((row) => row.shipmentId),
    ...account.rows(inboundShipments).map((row) => row.shipmentId),
  ]);
  const items = new Map<string, { given: Credit[]; sent: Credit[] }>();
  const skus = new Map<string, { given: Credit[]; sent: Credit[] }>();
  for (const rows of account.derive(ledgerOf).receiptsOfItem.values()) {
    for (const row of rows) {
      if (row.quantity <= 0) continue;
      const credit: Credit = { date: row.date, identity: row.identity, left: row.quantity };
      const list = own.has(row.referenceId) ? "sent" : "given";
      for (const [map, wanted, key] of [
        [items, wantedItems, row.itemKey],
        [skus, wantedSkus, wantedSkus.size === 0 ? "" : skuKey(row.region, row.msku)],
      ] as const) {
        if (!wanted.has(key)) continue;
        const receipts = map.get(key) ?? { given: [], sent: [] };
        map.set(key, receipts);
        receipts[list].push(credit);
      }
    }
  }
  for (const paid of byKey.values()) {
    const first = paid[0] as StockPayment;
    const receipts = first.itemKey !== "" ? items.get(first.itemKey) : skus.get(first.skuKey);
    if (receipts === undefined) continue;
    clear(paid, receipts.given, STOCK_ARRIVES);
    clear(paid.filter(isInbound), receipts.sent, STOCK_ARRIVES);
  }
}

function isInbound({ payment }: StockPayment): boolean {
  return payment.reason === "Lost_Inbound" || payment.reason === "Damaged_Inbound";
}
