/** The payments CSV (`transactions`) as booked lines: one row per order and item, in the site's language. */

import { reasonOfDescription } from "../../../policy/index.ts";
import type { RowOf } from "../../../reports/definition.ts";
import type { transactions } from "../../../reports/index.ts";
import { dayOfMoment } from "../../../values/day.ts";
import type { Currency } from "../../../values/money.ts";
import { type Amounts, amountsOf, bookedAt, type Entry, minorOf } from "./entry.ts";
import { aboutFees, entryKind, fulfilment } from "./words.ts";

type Row = RowOf<typeof transactions>;

export function transactionEntries(rows: readonly Row[]): Entry[] {
  const at = bookedAt();
  const entries: Entry[] = [];
  for (const row of rows) {
    const kind = entryKind(row.type);
    if (kind === null || kind === "retrocharge") continue;
    const booked = at(row.marketplace, row.currency, row.importedFor);
    const isAdjustment = kind === "adjustment";
    const units = row.quantity === null ? null : Math.abs(row.quantity);
    entries.push({
      settlementId: row.settlementId,
      kind: isAdjustment ? "reimbursement" : kind,
      orderId: row.orderId,
      sku: row.sku,
      day: row.dateTime === null ? null : dayOfMoment(row.dateTime),
      booked,
      fulfilment: fulfilment(row.fulfillment),
      units: isAdjustment ? unitsPaid(row) : units,
      amounts: isAdjustment
        ? { reimbursement: minorOf(row.total, booked.currency) }
        : withPromotions(row, booked.currency),
      fee: null,
      evidence: { report: "transactions", line: row.line },
    });
  }
  return entries;
}

/** An adjustment of an order pays for its units (below zero: takes back), unless it only corrects a fee. */
function unitsPaid(row: Row): number {
  if (aboutFees(row.description) || reasonOfDescription(row.description) === "Fee_Correction") return 0;
  const total = row.total ?? 0;
  return total === 0 ? 0 : Math.sign(total) * Math.max(1, Math.abs(row.quantity ?? 1));
}

/**
 * One column holds the promotions of item and shipping together. Free shipping is booked as a shipping credit
 * and a rebate of the same amount, so a rebate first takes shipping and gift wrap; the rest is off the item.
 */
function withPromotions(row: Row, currency: Currency | null): Amounts {
  const amounts = amountsOf(
    {
      principal: row.productSales,
      shipping: row.shippingCredits,
      giftWrap: row.giftWrapCredits,
      tax: row.productSalesTax,
      // The file prints every column of every row: 0 is no fee in this row, not a fee of nothing.
      commission: row.sellingFees || null,
      fulfilmentFee: row.fbaFees || null,
    },
    currency,
  );
  const rebate = minorOf(row.promotionalRebates, currency);
  const delivery = (amounts.shipping ?? 0) + (amounts.giftWrap ?? 0);
  const offDelivery = Math.sign(rebate) * Math.min(Math.abs(rebate), Math.abs(delivery));
  return { ...amounts, itemPromotion: rebate - offDelivery, shippingPromotion: offDelivery };
}
