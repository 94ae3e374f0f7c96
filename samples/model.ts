/**
 * What the made-up seller's books consist of before they are printed as Amazon's files, and what was
 * planted in them. Money is in minor units of the account's currency, days are calendar days there.
 */

import type { Day } from "../src/values/day.ts";
import type { PaymentAuditId } from "./plant.ts";
import type { AuditId } from "./windows.ts";

export interface Item {
  readonly msku: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly title: string;
  /** What customers pay, Amazon's referral fee and fulfilment fee, each per unit. */
  readonly price: number;
  readonly referral: number;
  readonly fulfilment: number;
  /** The sourcing cost per unit in force throughout; null when it is unknown or changes. */
  readonly cost: number | null;
}

export interface CostRow {
  readonly msku: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly cost: number;
  readonly currency: string;
  readonly validFrom: Day | null;
}

export type LedgerEvent =
  | "Shipments"
  | "CustomerReturns"
  | "Receipts"
  | "Adjustments"
  | "VendorReturns"
  | "WhseTransfers";

export interface LedgerRow {
  readonly day: Day;
  readonly fnsku: string;
  readonly asin: string;
  readonly msku: string;
  readonly title: string;
  readonly event: LedgerEvent;
  readonly reference: string;
  readonly quantity: number;
  readonly centre: string;
  readonly country: string;
  readonly disposition: string;
  readonly reason: string;
  /** Null prints as blank. */
  readonly reconciled: number | null;
  readonly unreconciled: number | null;
  /** How an earlier download, where one covers the day, showed the two columns. */
  readonly before: { readonly reconciled: number | null; readonly unreconciled: number | null } | null;
}

export interface MoneyLine {
  readonly type: string;
  readonly description: string;
  readonly minor: number;
}

/** One transaction of a settlement: an order, a refund, a reimbursement, a fee. */
export interface MoneyEvent {
  readonly day: Day;
  /** Seconds since midnight UTC. */
  readonly second: number;
  readonly transaction: string;
  readonly orderId: string;
  readonly adjustmentId: string;
  readonly site: string;
  readonly fulfilment: "AFN" | "MFN" | "";
  readonly itemCode: string;
  readonly sku: string;
  readonly title: string;
  /** Units, printed where Amazon prints them: orders and reimbursements, never refunds. */
  readonly quantity: number;
  /** A refund of less, or more, than whole units. */
  readonly partial: boolean;
  readonly lines: readonly MoneyLine[];
}

export interface ReturnRow {
  readonly day: Day;
  readonly second: number;
  readonly orderId: string;
  readonly msku: string;
  readonly asin: string;
  readonly fnsku: string;
  readonly title: string;
  readonly quantity: number;
  readonly centre: string;
  readonly disposition: string;
  readonly reason: string;
  readonly status: string;
  readonly plate: string;
}

export interface Reimbursement {
  readonly day: Day;
  readonly second: number;
  readonly id: string;
  readonly caseId: string;
  readonly orderId: string;
  readonly reason: string;
  readonly msku: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly title: string;
  readonly perUnit: number;
  readonly total: number;
  readonly cash: number;
  readonly stock: number;
  readonly originalId: string;
  readonly originalType: string;
}

export interface ReplacementRow {
  readonly day: Day;
  readonly second: number;
  readonly msku: string;
  readonly asin: string;
  readonly centre: string;
  readonly quantity: number;
  readonly reasonCode: number;
  readonly replacementOrderId: string;
  readonly originalOrderId: string;
}

export interface Order {
  readonly id: string;
  /** The day it was placed; it ships, and is settled, a day later. */
  readonly day: Day;
  readonly second: number;
  readonly item: Item;
  readonly units: number;
  readonly channel: "AFN" | "MFN" | "multi-channel";
  readonly itemCode: string;
}

export interface InboundLine {
  readonly item: Item;
  readonly shipped: number;
}

export interface InboundShipment {
  readonly id: string;
  readonly created: Day;
  readonly updated: Day;
  /** Null when the shipment is not in the queue export. */
  readonly status: string | null;
  readonly expected: number;
  readonly located: number;
  /** The pack lists the seller downloaded: `number` of `of`. */
  readonly packs: readonly {
    readonly number: number;
    readonly of: number;
    readonly lines: readonly InboundLine[];
  }[];
}

/** What moves stock within a period of the ledger's summary; what leaves is negative. */
export interface SummaryMoves {
  readonly receipts?: number;
  readonly shipments?: number;
  readonly returns?: number;
  readonly removals?: number;
  readonly transfers?: number;
  readonly found?: number;
  readonly lost?: number;
  readonly damaged?: number;
  readonly disposed?: number;
  readonly other?: number;
}

/** One day of an item's sellable stock, as the ledger's summary view has it. */
export interface SummaryRow {
  readonly day: Day;
  readonly item: Item;
  readonly start: number;
  readonly moves: SummaryMoves;
  readonly end: number;
}

export interface RemovalRow {
  readonly day: Day;
  readonly orderId: string;
  readonly type: "Return" | "Disposal";
  readonly item: Item;
  readonly disposition: "Sellable" | "Unsellable";
  readonly units: number;
  /** Of these, units whose removal was called off. */
  readonly cancelled?: number;
  /** Of these, units nobody has sent yet. */
  readonly inProcess?: number;
  /** Who asked; the seller by hand unless said otherwise. */
  readonly source?: string;
  /** What Amazon charged for all units, in minor units; 52 a unit unless said otherwise. */
  readonly fee?: number;
  /** Null for a disposal: nothing leaves. */
  readonly tracking: string | null;
}

/** What the seller counted of a parcel of a removal order. */
export interface RemovalCount {
  readonly of: RemovalRow;
  readonly units: number;
  readonly condition: string;
  readonly received: Day | null;
}

/** What the seller's claim log knows of a case: what Amazon said it would pay. */
export interface Approval {
  readonly caseId: string;
  readonly state: "approved" | "paid" | "denied";
  /** Null: it did not say how many, or how much (minor units). */
  readonly units: number | null;
  readonly minor: number | null;
}

/** A line of a recovery service's bill. */
export interface ServiceBill {
  readonly statement: Day;
  readonly caseId: string;
  readonly reimbursementId: string;
  readonly recovered: number;
  readonly fee: number;
}

/**
 * One discrepancy a correct program finds. Key fields that are null are not part of the expectation;
 * so is the amount of an `info`. Everything else is exact.
 */
export interface Planted {
  readonly audit: AuditId | PaymentAuditId;
  readonly state: "file" | "wait" | "expired" | "info" | "exposure";
  readonly marketplace: string;
  readonly fnsku: string | null;
  readonly msku: string | null;
  readonly orderId: string | null;
  readonly shipmentId: string | null;
  readonly referenceId: string | null;
  /** Null only for an `info` about no units. */
  readonly quantity: number | null;
  /** Decimal string; null when it can't be valued, or for an `info`. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly eventDate: string;
  readonly opens: string | null;
  readonly deadline: string | null;
  readonly estimated: boolean;
  /** The story it belongs to (samples/stories). */
  readonly story: string;
}
