/** Rows as the tests of stock and payments write them: only what matters is said, the rest is ordinary. */

import type { Audit } from "../../../src/audits/audit.ts";
import type { AuditResult, Finding } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import type { Cell } from "../../../src/reports/definition.ts";
import { formatDay } from "../../../src/values/day.ts";
import { formatMoney } from "../../../src/values/money.ts";
import { type Given, inputOf } from "./account-of-rows.ts";

export type Row = Readonly<Record<string, Cell>>;

let reference = 0;

/** An adjustment of SELLABLE stock of item X001 in the US. */
export function adjusted(reason: string, date: string, quantity: number, more: Row = {}): Row {
  const unreconciled = "unreconciled" in more ? { unreconciledQuantity: more["unreconciled"] ?? null } : {};
  const { unreconciled: _, ...rest } = more;
  return {
    date,
    fnsku: "X001",
    asin: "B001",
    msku: "MUG",
    eventType: "Adjustments",
    referenceId: "",
    quantity,
    fulfillmentCenter: "ONT8",
    disposition: "SELLABLE",
    reason,
    country: "US",
    ...unreconciled,
    ...rest,
  };
}

export function received(shipmentId: string, date: string, quantity: number, more: Row = {}): Row {
  return adjusted("", date, quantity, { eventType: "Receipts", referenceId: shipmentId, ...more });
}

/** A payment in cash for item X001, 4.20 USD per unit; an id of its own unless one is given. */
export function paid(reason: string, date: string, units: number, more: Row = {}): Row {
  return {
    approvalDate: date,
    reimbursementId: `R${++reference}`,
    reason,
    sku: "MUG",
    fnsku: "X001",
    asin: "B001",
    currencyUnit: "USD",
    amountTotal: Math.round(units * 420) / 100,
    quantityReimbursedCash: units,
    quantityReimbursedInventory: 0,
    quantityReimbursedTotal: units,
    ...more,
  };
}

export function paidInStock(reason: string, date: string, units: number, more: Row = {}): Row {
  return paid(reason, date, units, {
    amountTotal: 0,
    quantityReimbursedCash: 0,
    quantityReimbursedInventory: units,
    ...more,
  });
}

export function takenBack(originalId: string, date: string, units: number, more: Row = {}): Row {
  return paid("Reimbursement_Reversal", date, -units, { originalReimbursementId: originalId, ...more });
}

export const COST: Row = { msku: "MUG", unitCost: 4.2, currency: "USD" };

export interface Rows {
  readonly ledger?: readonly Row[];
  readonly paid?: readonly Row[];
  readonly returns?: readonly Row[];
  readonly contents?: readonly Row[];
  readonly queue?: readonly Row[];
  readonly costs?: readonly Row[];
  readonly removals?: readonly Row[];
  readonly summary?: readonly Row[];
  readonly settlement?: readonly Row[];
  readonly given?: Partial<Given>;
}

/** The ledger, reimbursements and returns are there, if only with a header; the rest when it has rows. */
export function givenOf(rows: Rows): Given {
  return {
    asOf: "2026-06-30",
    reports: {
      "ledger-detail": rows.ledger ?? [],
      reimbursements: rows.paid ?? [],
      "customer-returns": rows.returns ?? [],
      ...(rows.contents ? { "inbound-contents": rows.contents } : {}),
      ...(rows.queue ? { "inbound-shipments": rows.queue } : {}),
      ...(rows.costs ? { costs: rows.costs } : {}),
      ...(rows.removals ? { "removal-orders": rows.removals } : {}),
      ...(rows.summary ? { "ledger-summary": rows.summary } : {}),
      ...(rows.settlement ? { settlement: rows.settlement } : {}),
    },
    ...rows.given,
  };
}

export function audited(audit: Audit, rows: Rows): AuditResult {
  return runAudits(inputOf(givenOf(rows)), [audit]);
}

/** One line per finding: state, units, event day and, where it is known, the amount. */
export function told(result: AuditResult): string[] {
  return result.findings.map(inShort);
}

export function inShort(finding: Finding): string {
  const { state, quantity, eventDate, amount } = finding;
  return [state, quantity, formatDay(eventDate), ...(amount ? [formatMoney(amount)] : [])].join(" ");
}
