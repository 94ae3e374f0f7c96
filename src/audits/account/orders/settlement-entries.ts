/** Settlement V2 and V1 as booked lines. The first row of a settlement is its total and no line of it. */

import { squeeze } from "../../../policy/codes.ts";
import { settlementReimbursement } from "../../../policy/index.ts";
import type { RowOf } from "../../../reports/definition.ts";
import type { settlement, settlementV1 } from "../../../reports/index.ts";
import { dayOfMoment } from "../../../values/day.ts";
import { type Amounts, type Booked, bookedAt, type Component, type Entry, minorOf } from "./entry.ts";
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
  refundcommission: "refundAdministration",
  // Media items: the payments CSV has them in "selling fees" together with the referral fee.
  variableclosingfee: "commission",
  fixedclosingfee: "commission",
  fbaperunitfulfillmentfee: "fulfilmentFee",
  fbaperorderfulfillmentfee: "fulfilmentFee",
  fbaweightbasedfee: "fulfilmentFee",
};
const FEE_COMPONENTS: ReadonlySet<Component> = new Set(Object.values(FEES));
const TABLE_OF_TYPE: Readonly<Record<string, Readonly<Record<string, Component>>>> = {
  itemprice: PRICES,
  promotion: PROMOTIONS,
  itemfees: FEES,
};

/** The tables settlements lie in, one for each flat file, as evidence names them. */
export const SETTLEMENTS: readonly string[] = ["settlement", "settlement-v1"];

/** Amounts Amazon books for a unit outside its reimbursements: the customer was charged again for an item not sent back. */
const RECHARGES: readonly string[] = ["buyerrecharge"];

/** The lines of settlement V2 that speak of an order. */
export function settlementEntries(rows: readonly RowV2[]): Entry[] {
  const currencies = currenciesOf(rows);
  const at = bookedAt();
  const readAmount = memoised(readingOf);
  const feeName = memoised((_, description) => squeeze(description));
  const entries: Entry[] = [];
  for (const row of rows) {
    if (isTotal(row)) continue;
    const reading = readAmount(row.amountType, row.amountDescription);
    const kind = entryKind(row.transactionType);
    if (reading === null || (reading !== "reimbursement" && !isAboutItems(kind))) continue;
    const booked = at(row.marketplaceName, currencies.get(row.settlementId) ?? row.currency, row.importedFor);
    const amount = minorOf(row.amount, booked.currency);
    const paid =
      reading === "reimbursement" ? reimbursed(row.amountDescription, amount, row.quantityPurchased) : null;
    entries.push({
      settlementId: row.settlementId,
      kind: paid === null && isAboutItems(kind) ? kind : "reimbursement",
      orderId: row.orderId,
      sku: row.sku,
      day: row.postedDate ?? (row.postedDateTime === null ? null : dayOfMoment(row.postedDateTime)),
      booked,
      fulfilment: fulfilment(row.fulfillmentId),
      // Only a sale's own row counts units: other rows of it repeat the quantity, refunds carry none.
      units: paid?.units ?? (kind === "order" && reading === "principal" ? row.quantityPurchased : null),
      amounts: { [reading]: amount },
      fee: FEE_COMPONENTS.has(reading) ? feeName("", row.amountDescription) : null,
      evidence: { report: "settlement", line: row.line },
    });
  }
  return entries;
}

/** The lines of settlement V1 that speak of an order: one column per kind of amount. */
export function settlementV1Entries(rows: readonly RowV1[]): Entry[] {
  const currencies = currenciesOf(rows);
  const at = bookedAt();
  const entries: Entry[] = [];
  for (const row of rows) {
    if (isTotal(row)) continue;
    const booked = at(row.marketplaceName, currencies.get(row.settlementId) ?? row.currency, row.importedFor);
    const kind = entryKind(row.transactionType);
    const read = isAboutItems(kind) ? itemAmounts(row, kind, booked) : reimbursementAmount(row, booked);
    if (read === null) continue;
    entries.push({
      settlementId: row.settlementId,
      kind: isAboutItems(kind) ? kind : "reimbursement",
      orderId: row.orderId,
      sku: row.sku,
      day: row.postedDate === null ? null : dayOfMoment(row.postedDate),
      booked,
      fulfilment: fulfilment(row.fulfillmentId),
      units: read.units,
      amounts: read.amounts,
      fee: row.itemRelatedFeeType === "" ? null : squeeze(row.itemRelatedFeeType),
      evidence: { report: "settlement-v1", line: row.line },
    });
  }
  return entries;
}

interface Read {
  readonly units: number | null;
  readonly amounts: Amounts;
}

/** A sale's quantity stands on its Principal row, or on a row of the item that carries no amount. */
function itemAmounts(row: RowV1, kind: Entry["kind"], { currency }: Booked): Read | null {
  const price = PRICES[squeeze(row.priceType)];
  const fee = FEES[squeeze(row.itemRelatedFeeType)];
  const promotion = PROMOTIONS[squeeze(row.promotionType)];
  const isItemItself = row.priceType === "" && row.itemRelatedFeeType === "" && row.promotionType === "";
  const counts = kind === "order" && (price === "principal" || isItemItself);
  if (!price && !fee && !promotion && !(counts && row.quantityPurchased !== null)) return null;
  return {
    units: counts ? row.quantityPurchased : null,
    amounts: {
      ...(price && { [price]: minorOf(row.priceAmount, currency) }),
      ...(fee && { [fee]: minorOf(row.itemRelatedFeeAmount, currency) }),
      ...(promotion && { [promotion]: minorOf(row.promotionAmount, currency) }),
    },
  };
}

/**
 * In V1 the transaction type itself is the reimbursement's code. Nobody has a full list of them: a code of an item
 * nobody knows is one too, as it is in V2 where the amount type says so.
 */
function reimbursementAmount(row: RowV1, { currency }: Booked): Read | null {
  const code = row.transactionType;
  const unknown = row.sku !== "" && /^[A-Z]+(_[A-Z]+)+$/.test(code);
  if (!unknown && settlementReimbursement(code) === null && !isRecharge(code)) return null;
  const amount = minorOf(row.otherAmount, currency);
  const { units } = reimbursed(row.transactionType, amount, row.quantityPurchased);
  return { units, amounts: { reimbursement: amount } };
}

/** The header row of a settlement: it alone carries the total, and says in which currency all is paid. */
function isTotal(row: { readonly totalAmount: number | null; readonly transactionType: string }): boolean {
  return row.totalAmount !== null && row.transactionType === "";
}

/** The currency each settlement is paid in, from its total row. */
export function currenciesOf(rows: readonly (RowV1 | RowV2)[]): ReadonlyMap<string, string> {
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

/** What an `amount-type` and `amount-description` are to an order; null: nothing. */
function readingOf(amountType: string, amountDescription: string): Component | null {
  if (
    squeeze(amountType) === "fbainventoryreimbursement" ||
    settlementReimbursement(amountDescription) !== null ||
    isRecharge(amountDescription)
  ) {
    return "reimbursement";
  }
  return TABLE_OF_TYPE[squeeze(amountType)]?.[squeeze(amountDescription)] ?? null;
}

/** Settlements repeat a few dozen pairs of words hundreds of thousands of times. */
function memoised<T>(read: (a: string, b: string) => T): (a: string, b: string) => T {
  const known = new Map<string, T>();
  return (a, b) => {
    const key = `${a}|${b}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = read(a, b);
    known.set(key, made);
    return made;
  };
}

function isRecharge(words: string): boolean {
  return RECHARGES.includes(squeeze(words));
}

/**
 * Units of a reimbursement row: REVERSAL_REIMBURSEMENT pays, COMPENSATED_CLAWBACK takes back (units below zero);
 * a clawback given back pays for no further unit, nor does a correction of fees. Rows mostly print a quantity;
 * without one it is 1 unit.
 */
function reimbursed(words: string, minor: number, quantity: number | null): { units: number } {
  const code = settlementReimbursement(words);
  if (code?.reason === "Fee_Correction" || minor === 0) return { units: 0 };
  if (code?.direction === "takes-back" && minor > 0) return { units: 0 };
  return { units: Math.sign(minor) * Math.max(1, Math.abs(quantity ?? 1)) };
}
