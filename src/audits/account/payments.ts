/**
 * What Amazon paid and what it took back: the `reimbursements` report, row by row.
 *
 * A payment is consumed once across all audits: its `left` falls as losses, refunds and returns use it up.
 * Who may use which payment, and in what order, is precedence.ts.
 */

import { type ReimbursementReason, reimbursementReason } from "../../policy/index.ts";
import type { RowOf } from "../../reports/definition.ts";
import { reimbursements } from "../../reports/index.ts";
import { type Day, dayOfMoment } from "../../values/day.ts";
import { hashParts } from "../../values/hash.ts";
import { currencyOf, type Money, moneyOf } from "../../values/money.ts";
import { addUnder, byDate, type Cleared, type Credit, type Opening } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import type { Account } from "./account.ts";
import { eachEventOnce } from "./downloads.ts";
import { itemKey, skuKey } from "./items.ts";
import { type Place, placeOfCurrency } from "./regions.ts";
import { remembered } from "./remembered.ts";

type Row = RowOf<typeof reimbursements>;

interface Reimbursement extends Place {
  readonly date: Day;
  /** Reimbursement id, SKU, FNSKU, reason and occurrence: one id can have several rows. */
  readonly identity: string;
  readonly identityParts: readonly (string | number)[];
  readonly reimbursementId: string;
  readonly caseId: string;
  /** The customer order it is about; empty when it is about none. */
  readonly orderId: string;
  /** The inbound shipment, where the order column names one. */
  readonly shipmentId: string;
  /** Null: a reason nobody knows; `reasonText` is what the row prints. */
  readonly reason: ReimbursementReason | null;
  readonly reasonText: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly sku: string;
  /** The item's pool; empty when the row names no FNSKU (`skuKey` then matches). */
  readonly itemKey: string;
  readonly skuKey: string;
  /** Signed; null when the currency or the amount is missing. */
  readonly amount: Money | null;
  readonly line: number;
  readonly evidence: Evidence;
}

/** Money or stock given. `left` is its units not used yet. */
export interface Payment extends Reimbursement, Credit {
  /** Units paid in money. */
  readonly cashUnits: number;
  /** Units given back as stock. */
  readonly stockUnits: number;
  readonly units: number;
  /** Reversals that take this payment back. */
  readonly reversedBy: Reversal[];
}

/** Money taken back. As an opening: units whose return to the seller has to be shown. */
export interface Reversal extends Reimbursement, Opening {
  readonly units: number;
  readonly stockUnits: number;
  /** The payment it takes back; null when the data does not hold it. */
  readonly original: Payment | null;
  readonly originalId: string;
  readonly originalType: string;
}

export interface Payments {
  /** Positive rows, oldest first. */
  readonly paid: readonly Payment[];
  /** Rows that take money back, oldest first. */
  readonly reversals: readonly Reversal[];
  /** The payments that name a customer order. */
  ofOrder(orderId: string): readonly Payment[];
}

/** All rows of `reimbursements`, told apart and paired. */
export function paymentsOf(account: Account): Payments {
  const words = wordsRead();
  const rows = numbered(
    eachEventOnce(account.rows(reimbursements), (row) => identityOf(row, words).join("\u0001")),
    words,
  );
  const paid = rows.flatMap(({ row, base }) => (isReversal(row) ? [] : [paymentOf(row, base)])).sort(byDate);
  const byId = new Map<string, Payment[]>();
  const byOrder = new Map<string, Payment[]>();
  for (const payment of paid) {
    addUnder(byId, payment.reimbursementId, payment);
    if (payment.orderId !== "") addUnder(byOrder, payment.orderId, payment);
  }
  const reversals = rows
    .filter(({ row }) => isReversal(row))
    .sort((a, b) => byDate(a.base, b.base))
    .map(({ row, base }) => {
      const reversal = reversalOf(row, base, originalOf(row, base, byId));
      reversal.original?.reversedBy.push(reversal);
      return reversal;
    });
  return { paid, reversals, ofOrder: (orderId) => byOrder.get(orderId) ?? [] };
}

/** Names a row of the report for good, in the claim log as well: from its identity, not from its place. */
export function reimbursementKey(row: Pick<Reimbursement, "identityParts">): string {
  return `R-${hashParts(row.identityParts)}`;
}

/** What the words of rows stand for, each distinct one looked up once. */
interface Words {
  reason(text: string): ReimbursementReason | null;
  place(row: Row): Place;
}

function wordsRead(): Words {
  const placeNamed = remembered((key: string) => {
    const bar = key.indexOf("|");
    return placeOfCurrency(key.slice(bar + 1), key.slice(0, bar));
  });
  return {
    reason: remembered(reimbursementReason),
    place: ({ currencyUnit, importedFor }) => placeNamed(`${importedFor}|${currencyUnit}`),
  };
}

/** A row takes money back when its reason says reversal, when it names an original, or when its total is negative. */
function isReversal(row: Row): boolean {
  return /reversal/i.test(row.reason) || row.originalReimbursementId !== "" || (row.amountTotal ?? 0) < 0;
}

function identityOf(row: Row, words: Words): string[] {
  return [row.reimbursementId, row.sku, row.fnsku, words.reason(row.reason) ?? row.reason.toLowerCase()];
}

function numbered(groups: readonly (readonly Row[])[], words: Words): { row: Row; base: Reimbursement }[] {
  return groups.flatMap((group) =>
    [...group]
      .sort(
        (a, b) =>
          (a.approvalDate ?? 0) - (b.approvalDate ?? 0) ||
          (a.amountTotal ?? 0) - (b.amountTotal ?? 0) ||
          a.line - b.line,
      )
      .flatMap((row, occurrence) =>
        row.approvalDate === null
          ? []
          : [{ row, base: baseOf(row, dayOfMoment(row.approvalDate), occurrence, words) }],
      ),
  );
}

function baseOf(row: Row, date: Day, occurrence: number, words: Words): Reimbursement {
  const place = words.place(row);
  const paidIn = currencyOf(row.currencyUnit);
  const parts = [...identityOf(row, words), occurrence];
  const named = row.amazonOrderId.trim();
  const isShipment = /^FBA[A-Z0-9]+$/i.test(named);
  return {
    marketplace: place.marketplace,
    region: place.region,
    date,
    identity: parts.join("\u0001"),
    identityParts: parts,
    reimbursementId: row.reimbursementId,
    caseId: row.caseId,
    orderId: isShipment ? "" : named,
    shipmentId: isShipment ? named : "",
    reason: words.reason(row.reason),
    reasonText: row.reason,
    fnsku: row.fnsku,
    asin: row.asin,
    sku: row.sku,
    itemKey: row.fnsku === "" ? "" : itemKey(place.region, row.fnsku, row.asin, row.sku),
    skuKey: skuKey(place.region, row.sku),
    amount: row.amountTotal === null || paidIn === null ? null : moneyOf(row.amountTotal, paidIn),
    line: row.line,
    evidence: { report: "reimbursements", line: row.line },
  };
}

/**
 * Cash and stock units, signed as printed. The old layout has one quantity: cash when money was paid, else stock.
 */
function unitsOf(row: Row): { cash: number; stock: number } {
  const [cash, stock] = [row.quantityReimbursedCash, row.quantityReimbursedInventory];
  if (cash !== null || stock !== null) return { cash: cash ?? 0, stock: stock ?? 0 };
  const units = row.quantityReimbursedTotal ?? row.quantity ?? 0;
  return (row.amountTotal ?? 0) !== 0 ? { cash: units, stock: 0 } : { cash: 0, stock: units };
}

function paymentOf(row: Row, base: Reimbursement): Payment {
  const { cash, stock } = unitsOf(row);
  const [cashUnits, stockUnits] = [Math.max(0, cash), Math.max(0, stock)];
  const units = cashUnits + stockUnits;
  // The base last: an object that begins with a spread grows field by field, ten times as slowly.
  return { cashUnits, stockUnits, units, left: units, reversedBy: [], ...base };
}

/** Units taken back: |cash|, or when that is 0, |amount| over what the original paid per unit; at least 1. */
function reversalOf(row: Row, base: Reimbursement, original: Payment | null): Reversal {
  const { cash, stock } = unitsOf(row);
  const perUnit = original?.amount && original.cashUnits > 0 ? original.amount.minor / original.cashUnits : 0;
  const byAmount = perUnit > 0 && base.amount ? Math.round(Math.abs(base.amount.minor) / perUnit) : 0;
  const units = cash !== 0 ? Math.abs(cash) : Math.max(1, byAmount);
  const clearedBy: Cleared[] = [];
  return {
    units,
    open: units,
    stockUnits: Math.abs(stock),
    clearedBy,
    original,
    originalId: row.originalReimbursementId,
    originalType: row.originalReimbursementType,
    ...base,
  };
}

/** The payment a reversal names; of several rows under one id the same item's, the least taken back first. */
function originalOf(row: Row, base: Reimbursement, byId: ReadonlyMap<string, Payment[]>): Payment | null {
  if (row.originalReimbursementId === "") return null;
  const named = byId.get(row.originalReimbursementId) ?? [];
  const fits = (p: Payment) => (p.fnsku === base.fnsku ? 2 : 0) + (p.sku === base.sku ? 1 : 0);
  const takenBack = (p: Payment) => p.reversedBy.reduce((sum, r) => sum + r.units, 0);
  const [best] = [...named].sort((a, b) => fits(b) - fits(a) || takenBack(a) - takenBack(b) || byDate(a, b));
  return best ?? null;
}
