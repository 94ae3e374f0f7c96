/** The rows of the reimbursements report as claims see them, each with a name that lasts. */

import { accountOf } from "../audits/account/account.ts";
import { type Payment, paymentsOf, type Reversal, reimbursementKey } from "../audits/account/payments.ts";
import { POLICY, type ReimbursementReason } from "../policy/index.ts";
import type { Table } from "../reports/definition.ts";
import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import { type Money, money } from "../values/money.ts";

/** A row of the reimbursements report, as far as claims need it. */
export interface Reimbursed {
  /** Names the row in the log, whatever its place in the tab. */
  readonly key: string;
  readonly reimbursementId: string;
  readonly caseId: string;
  /** Approval, in the marketplace's zone. */
  readonly date: Day;
  readonly orderId: string;
  readonly shipmentId: string;
  readonly region: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly msku: string;
  /** Null: a reason nobody knows. */
  readonly reason: ReimbursementReason | null;
  readonly reasonText: string;
  /** Units paid, in money and in stock; negative when taken back. */
  readonly units: number;
  /** Of these, units paid in stock. */
  readonly stockUnits: number;
  /** Negative when taken back; null when the row names none. */
  readonly amount: Money | null;
  /** The row a reversal takes back; null for payments, and when the data does not hold it. */
  readonly takesBack: string | null;
  /** The row in its tab. */
  readonly line: number;
}

/** All rows of the imported reimbursements, oldest first; null when none were imported. */
export function reimbursedOf(tables: readonly Table[], asOf: Day): readonly Reimbursed[] | null {
  if (!tables.some(({ report }) => report === "reimbursements")) return null;
  const { paid, reversals } = paymentsOf(accountOf({ asOf, policy: POLICY, tables, imports: [] }));
  return [
    ...paid.map((payment) => reimbursed(payment, payment.units, payment.stockUnits, null)),
    ...reversals.map((reversal) => {
      const original = reversal.original ? reimbursementKey(reversal.original) : null;
      // Some files print what is taken back without its minus.
      const amount = reversal.amount && money(-Math.abs(reversal.amount.minor), reversal.amount.currency);
      return { ...reimbursed(reversal, -reversal.units, 0 - reversal.stockUnits, original), amount };
    }),
  ].sort(byDay);
}

function reimbursed(
  row: Payment | Reversal,
  units: number,
  stockUnits: number,
  takesBack: string | null,
): Reimbursed {
  return {
    key: reimbursementKey(row),
    reimbursementId: row.reimbursementId,
    caseId: row.caseId,
    date: row.date,
    orderId: row.orderId,
    shipmentId: row.shipmentId,
    region: row.region,
    fnsku: row.fnsku,
    asin: row.asin,
    msku: row.sku,
    reason: row.reason,
    reasonText: row.reasonText,
    units,
    stockUnits,
    amount: row.amount,
    takesBack,
    line: row.line,
  };
}

/** Oldest first. */
export function byDay(a: Reimbursed, b: Reimbursed): number {
  return a.date - b.date || compareText(a.key, b.key);
}
