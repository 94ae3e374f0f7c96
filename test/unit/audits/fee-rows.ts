/** Rows as the tests of fees write them: settlement lines of one account, and the seller's own measures. */

import type { Audit } from "../../../src/audits/audit.ts";
import type { AuditResult } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { POLICY, withOverrides } from "../../../src/policy/index.ts";
import { inputOf, type Rows } from "./account-of-rows.ts";
import type { Row } from "./build.ts";

export interface Charged {
  readonly order?: string;
  readonly sku?: string;
  readonly day?: string;
  readonly units?: number;
  /** Per unit. Null: no such row. */
  readonly price?: number;
  readonly commission?: number | null;
  readonly fee?: number | null;
  readonly site?: string;
  readonly channel?: string;
}

const DEFAULTS = { order: "111-1", sku: "MUG", day: "2026-05-20", site: "Amazon.com", channel: "AFN" };

/** One line of a settlement. */
export function booked(
  type: string,
  description: string,
  amount: number,
  more: Charged & { kind?: string } = {},
): Row {
  const { order, sku, day, site, channel, kind, units } = { kind: "Order", ...DEFAULTS, ...more };
  return {
    settlementId: "9001",
    transactionType: kind,
    orderId: order,
    sku,
    marketplaceName: site,
    fulfillmentId: channel,
    amountType: type,
    amountDescription: description,
    amount: Math.round(amount * 100) / 100,
    postedDate: day,
    quantityPurchased: description === "Principal" && kind === "Order" ? (units ?? 1) : null,
  };
}

export const FULFILMENT = "FBAPerUnitFulfillmentFee";

/** A sale with its fees, right unless said otherwise: a mug for 20.00, referral fee 3.00, fulfilment 4.35 (4.20 + 3.5 %). */
export function sold(given: Charged = {}): Row[] {
  const { units = 1, price = 20, commission = 3, fee = 4.35 } = given;
  return [
    booked("ItemPrice", "Principal", price * units, given),
    ...(commission === null ? [] : [booked("ItemFees", "Commission", -commission * units, given)]),
    ...(fee === null ? [] : [booked("ItemFees", FULFILMENT, -fee * units, given)]),
  ];
}

export interface Refunded extends Charged {
  readonly principal?: number;
  /** Referral fee given back, and the administration fee kept of it. */
  readonly credit?: number | null;
  readonly kept?: number | null;
  readonly kind?: string;
}

export function refunded(given: Refunded = {}): Row[] {
  const more = { day: "2026-06-01", kind: "Refund", ...given };
  const { principal = 20, credit = 3, kept = 0.6 } = given;
  return [
    booked("ItemPrice", "Principal", -principal, more),
    ...(credit === null ? [] : [booked("ItemFees", "Commission", credit, more)]),
    ...(kept === null ? [] : [booked("ItemFees", "RefundCommission", -kept, more)]),
  ];
}

/** 6 × 4 × 3 in, 10 oz: large standard-size, 12 oz by its fee band. */
export const MUG: Row = {
  msku: "MUG",
  fnsku: "X001",
  length: 6,
  width: 4,
  height: 3,
  dimensionUnit: "in",
  weight: 10,
  weightUnit: "oz",
  category: "Home & Kitchen",
};

export function total(currency = "USD"): Row {
  return { settlementId: "9001", totalAmount: 1000, currency };
}

export interface FeeAccount {
  readonly lines?: readonly Row[];
  readonly costs?: readonly Row[];
  readonly currency?: string;
  readonly asOf?: string;
  readonly marketplace?: string;
  readonly more?: Readonly<Record<string, Rows>>;
  /** Typed into the Policy tab, by key. */
  readonly policy?: Readonly<Record<string, string>>;
}

export function auditFees(audit: Audit, given: FeeAccount): AuditResult {
  const typed = Object.entries(given.policy ?? {}).map(([key, value]) => ({ key, value }));
  return runAudits(
    inputOf({
      policy: withOverrides(POLICY, typed).policy,
      asOf: given.asOf ?? "2026-06-30",
      marketplace: given.marketplace ?? "US",
      reports: {
        settlement: [total(given.currency), ...(given.lines ?? [])],
        costs: given.costs ?? [MUG],
        ...given.more,
      },
    }),
    [audit],
  );
}

/** The reasons why it could not tell, without naming the audit. */
export function reasons(result: AuditResult): string[] {
  return result.cannotTell.map(({ reason }) => reason);
}
