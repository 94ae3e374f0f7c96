/** The payments CSV (`transactions`) as booked lines: one row per order and item, in the site's language. */

import { reasonOfDescription } from "../../policy/index.ts";
import type { RowOf } from "../../reports/definition.ts";
import type { transactions } from "../../reports/index.ts";
import { dayOfMoment } from "../../values/day.ts";
import { type Amounts, amountsOf, type Entry, minorOf, whereBooked } from "./entry.ts";
import { aboutFees, entryKind, fulfilment } from "./words.ts";

type Row = RowOf<typeof transactions>;

export function transactionEntries(rows: readonly Row[]): Entry[] {
  const entries: Entry[] = [];
  for (const row of rows) {
    const kind = entryKind(row.type);
    if (kind === null || kind === "retrocharge") continue;
    const where = whereBooked(row.marketplace, row.currency, row.importedFor);
    const common = {
      ...where,
      settlementId: row.settlementId,
      orderId: row.orderId,
      sku: row.sku,
      day: row.dateTime === null ? null : dayOfMoment(row.dateTime),
      fulfilment: fulfilment(row.fulfillment),
      evidence: { report: "transactions", line: row.line },
    };
    if (kind === "adjustment") {
      const minor = minorOf(row.total, where.currency);
      const units = paysForUnits(row, minor)
        ? Math.sign(minor) * Math.max(1, Math.abs(row.quantity ?? 1))
        : 0;
      entries.push({ ...common, kind: "reimbursement", units, amounts: { reimbursement: minor } });
    } else {
      const units = row.quantity === null ? null : Math.abs(row.quantity);
      entries.push({ ...common, kind, units, amounts: withPromotions(row, where.currency) });
    }
  }
  return entries;
}

/** An adjustment of an order pays for its units, unless it only corrects a fee. */
function paysForUnits(row: Row, minor: number): boolean {
  if (minor === 0 || aboutFees(row.description)) return false;
  return reasonOfDescription(row.description) !== "Fee_Correction";
}

/**
 * One column holds the promotions of item and shipping together. Free shipping is booked as a shipping credit
 * and a rebate of the same amount, so a rebate first takes shipping and gift wrap; the rest is off the item.
 */
function withPromotions(row: Row, currency: Entry["currency"]): Amounts {
  const amounts = amountsOf(
    {
      principal: row.productSales,
      shipping: row.shippingCredits,
      giftWrap: row.giftWrapCredits,
      tax: row.productSalesTax,
      commission: row.sellingFees,
      fulfilmentFee: row.fbaFees,
    },
    currency,
  );
  const rebate = minorOf(row.promotionalRebates, currency);
  const delivery = (amounts.shipping ?? 0) + (amounts.giftWrap ?? 0);
  const offDelivery = Math.sign(rebate) * Math.min(Math.abs(rebate), Math.abs(delivery));
  return { ...amounts, itemPromotion: rebate - offDelivery, shippingPromotion: offDelivery };
}
