/**
 * What Amazon paid and what it took back: the `reimbursements` report, row by row.
 *
 * A payment is consumed once across all audits: its `left` falls as losses, refunds and returns use it up.
 * Who may use which payment, and in what order, is precedence.ts.
 */

import { type ReimbursementReason, reimbursementReason } from "../policy/index.ts";
import type { RowOf } from "../reports/definition.ts";
import type { reimbursements } from "../reports/index.ts";
import { addDays, type Day, dayOfMoment } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import { currencyOf, type Money, moneyOf } from "../values/money.ts";
import type { Account } from "./account.ts";
import { byDate, type Cleared, type Credit, listUnder, type Opening } from "./clearing.ts";
import { itemKey, skuKey } from "./items.ts";
import { type Place, placeOfCurrency } from "./regions.ts";

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
