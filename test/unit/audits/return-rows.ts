/** Rows around one customer order as the tests of returns write them: item SKU-A of order ORDER, refunded 2026-08-01. */

import type { Audit } from "../../../src/audits/audit.ts";
import type { AuditResult, Finding } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { formatDay } from "../../../src/values/day.ts";
import { formatMoney } from "../../../src/values/money.ts";
import { type Given, inputOf, type Rows } from "./account-of-rows.ts";
import { ORDER, refund, sale, totalRow } from "./orders/money-rows.ts";

type Values = Readonly<Record<string, string | number | null>>;

export const OTHER = "111-7654321-7654321";

export const returned = (given: Values = {}) => ({
  orderId: ORDER,
  sku: "SKU-A",
  asin: "B0A",
  fnsku: "X00A",
  returnDate: "2026-08-10 07:00:00",
  quantity: 1,
  fulfillmentCenterId: "ABE1",
  detailedDisposition: "SELLABLE",
  status: "Unit returned to inventory",
  licensePlateNumber: "LPN1",
  ...given,
});

/** A customer's return as the ledger books it. */
export const restocked = (given: Values = {}) => ({
  date: "2026-08-10",
  fnsku: "X00A",
  asin: "B0A",
  msku: "SKU-A",
  eventType: "CustomerReturns",
  quantity: 1,
  fulfillmentCenter: "ABE1",
  disposition: "SELLABLE",
  country: "US",
  ...given,
});

export const paidFor = (given: Values = {}) => ({
  approvalDate: "2026-09-01 10:00:00",
  reimbursementId: "R1",
  amazonOrderId: ORDER,
  reason: "CustomerReturn",
  sku: "SKU-A",
  fnsku: "X00A",
  asin: "B0A",
  currencyUnit: "USD",
  amountTotal: 13,
  quantityReimbursedCash: 1,
  quantityReimbursedInventory: 0,
  quantityReimbursedTotal: 1,
  ...given,
});

export const ordered = (given: Values = {}) => ({
  amazonOrderId: ORDER,
  purchaseDate: "2026-06-30 10:00:00",
  sku: "SKU-A",
  asin: "B0A",
  quantity: 1,
  currency: "USD",
  itemPrice: 20,
  fulfillmentChannel: "Amazon",
  ...given,
});

export const replaced = (given: Values = {}) => ({
  shipmentDate: "2026-08-01 09:00:00",
  sku: "SKU-A",
  asin: "B0A",
  fulfillmentCenterId: "ABE1",
  quantity: 1,
  replacementReasonCode: "2",
  replacementAmazonOrderId: OTHER,
  originalAmazonOrderId: ORDER,
  ...given,
});

/** One unit sold for 20.00 (fees 3.00 and 4.00) and refunded. */
export const SOLD = [...totalRow("settlement"), ...sale("settlement")];
export const REFUNDED = [...SOLD, ...refund("settlement")];

export interface Case {
  readonly settlement?: Rows;
  readonly returns?: Rows;
  readonly paid?: Rows;
  readonly more?: Given["reports"];
  readonly given?: Partial<Given>;
}

export function audited(audits: readonly Audit[], of: Case): AuditResult {
  const { settlement = REFUNDED, returns = [], paid = [], more = {}, given = {} } = of;
  const reports = { settlement, "customer-returns": returns, reimbursements: paid, ...more };
  return runAudits(inputOf({ reports, ...given }), audits);
}

/** One line per finding: audit, state, units, event day and, where it is known, the amount. */
export function told({ findings }: Pick<AuditResult, "findings">): string[] {
  return findings.map(({ audit, state, quantity, eventDate, amount }: Finding) =>
    [audit, state, quantity, formatDay(eventDate), ...(amount ? [formatMoney(amount)] : [])].join(" "),
  );
}
