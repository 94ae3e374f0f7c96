/** Settlement V2 and V1 as booked lines. The first row of a settlement is its total and no line of it. */

import { squeeze } from "../../policy/codes.ts";
import { settlementReimbursement } from "../../policy/index.ts";
import type { RowOf } from "../../reports/definition.ts";
import type { settlement, settlementV1 } from "../../reports/index.ts";
import { dayOfMoment } from "../../values/day.ts";
import { type Component, type Entry, minorOf, whereBooked } from "./entry.ts";
import { entryKind, fulfilment } from "./words.ts";

type RowV2 = RowOf<typeof settlement>;
type RowV1 = RowOf<typeof settlementV1>;

/** V2 `amount-type` and `amount-description`, squeezed, and what they are to an order. */
const PRICES: Readonly<Record<string, Component>> = {
  principal: "principal",
  shipping: "shipping",
  giftwrap: "giftWrap",
  tax: "tax",
  shippingtax: "tax",
  giftwraptax: "tax",
};
const PROMOTIONS: Readonly<Record<string, Component>> = {
  principal: "itemPromotion",
  shipping: "shippingPromotion",
};
const FEES: Readonly<Record<string, Component>> = {
  commission: "commission",
  // Media items: the payments CSV has them in "selling fees" together with the referral fee.
  variableclosingfee: "commission",
  fixedclosingfee: "commission",
  fbaperunitfulfillmentfee: "fulfilmentFee",
  fbaperorderfulfillmentfee: "fulfilmentFee",
  fbaweightbasedfee: "fulfilmentFee",
};
const TABLE_OF_TYPE: Readonly<Record<string, Readonly<Record<string, Component>>>> = {
  itemprice: PRICES,
  promotion: PROMOTIONS,
  itemfees: FEES,
};

/** Amounts Amazon books for a unit outside its reimbursements: the customer was charged again for an item not sent back. */
const RECHARGES: readonly string[] = ["buyerrecharge"];

/** The lines of settlement V2 that speak of an order. */
export function settlementEntries(rows: readonly RowV2[]): Entry[] {
  const currencies = currenciesOf(rows);
  const entries: Entry[] = [];
  for (const row of rows) {
    if (isTotal(row)) continue;
    const where = whereBooked(
      row.marketplaceName,
      currencies.get(row.settlementId) ?? row.currency,
      row.importedFor,
    );
    const common = {
      ...where,
      settlementId: row.settlementId,
      orderId: row.orderId,
      sku: row.sku,
      day: row.postedDate ?? (row.postedDateTime === null ? null : dayOfMoment(row.postedDateTime)),
      fulfilment: fulfilment(row.fulfillmentId),
      evidence: { report: "settlement", line: row.line },
    };
    const amount = minorOf(row.amount, where.currency);
    const kind = entryKind(row.transactionType);
    if (isReimbursement(row)) {
      const { units, minor } = reimbursed(row.amountDescription, amount, row.quantityPurchased);
      entries.push({ ...common, kind: "reimbursement", units, amounts: { reimbursement: minor } });
      continue;
    }
    const component = TABLE_OF_TYPE[squeeze(row.amountType)]?.[squeeze(row.amountDescription)];
    if (component === undefined || !isAboutItems(kind)) continue;
    // Only a sale's own row counts units: other rows of it repeat the quantity, refunds carry none.
    const units = kind === "order" && component === "principal" ? row.quantityPurchased : null;
    entries.push({ ...common, kind, units, amounts: { [component]: amount } });
  }
  return entries;
}

/** The lines of settlement V1 that speak of an order: one column per kind of amount. */
export function settlementV1Entries(rows: readonly RowV1[]): Entry[] {
  const currencies = currenciesOf(rows);
  const entries: Entry[] = [];
  for (const row of rows) {
    if (isTotal(row)) continue;
    const where = whereBooked(
      row.marketplaceName,
      currencies.get(row.settlementId) ?? row.currency,
      row.importedFor,
    );
    const common = {
      ...where,
      settlementId: row.settlementId,
      orderId: row.orderId,
      sku: row.sku,
      day: row.postedDate === null ? null : dayOfMoment(row.postedDate),
      fulfilment: fulfilment(row.fulfillmentId),
      evidence: { report: "settlement", line: row.line },
    };
    const kind = entryKind(row.transactionType);
    if (isAboutItems(kind)) {
      const price = PRICES[squeeze(row.priceType)];
      const fee = FEES[squeeze(row.itemRelatedFeeType)];
      const promotion = PROMOTIONS[squeeze(row.promotionType)];
      const amounts = {
        ...(price && { [price]: minorOf(row.priceAmount, where.currency) }),
        ...(fee && { [fee]: minorOf(row.itemRelatedFeeAmount, where.currency) }),
        ...(promotion && { [promotion]: minorOf(row.promotionAmount, where.currency) }),
      };
      const units = kind === "order" && price === "principal" ? row.quantityPurchased : null;
      if (price || fee || promotion) entries.push({ ...common, kind, units, amounts });
      continue;
    }
    // In V1 the transaction type itself is the reimbursement's code.
    if (settlementReimbursement(row.transactionType) === null && !isRecharge(row.transactionType)) continue;
    const amount = minorOf(row.otherAmount, where.currency);
    const { units, minor } = reimbursed(row.transactionType, amount, row.quantityPurchased);
    entries.push({ ...common, kind: "reimbursement", units, amounts: { reimbursement: minor } });
  }
  return entries;
}

/** The header row of a settlement: it alone carries the total, and says in which currency all is paid. */
function isTotal(row: { readonly totalAmount: number | null; readonly transactionType: string }): boolean {
  return row.totalAmount !== null && row.transactionType === "";
}

function currenciesOf(rows: readonly (RowV1 | RowV2)[]): ReadonlyMap<string, string> {
  const currencies = new Map<string, string>();
  for (const row of rows) {
    if (isTotal(row) && row.currency !== "") currencies.set(row.settlementId, row.currency);
  }
  return currencies;
}

function isAboutItems(
  kind: ReturnType<typeof entryKind>,
): kind is "order" | "refund" | "chargeback" | "a-to-z" {
  return kind === "order" || kind === "refund" || kind === "chargeback" || kind === "a-to-z";
}

function isReimbursement(row: RowV2): boolean {
  return (
    squeeze(row.amountType) === "fbainventoryreimbursement" ||
    settlementReimbursement(row.amountDescription) !== null ||
    isRecharge(row.amountDescription)
  );
}

function isRecharge(words: string): boolean {
  return RECHARGES.includes(squeeze(words));
}

/**
 * Units and money of a reimbursement row: REVERSAL_REIMBURSEMENT pays, COMPENSATED_CLAWBACK takes back (units
 * below zero); a correction of fees pays for no unit. Rows mostly print a quantity; without one it is 1 unit.
 */
function reimbursed(words: string, minor: number, quantity: number | null): { units: number; minor: number } {
  if (settlementReimbursement(words)?.reason === "Fee_Correction" || minor === 0) return { units: 0, minor };
  return { units: Math.sign(minor) * Math.max(1, Math.abs(quantity ?? 1)), minor };
}
