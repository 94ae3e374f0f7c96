/** Every report the add-on reads: Amazon's, and the user's own files. */

import { costs } from "./costs.ts";
import { customerReturns } from "./customer-returns.ts";
import type { ReportDefinition } from "./definition.ts";
import { fulfilledShipments } from "./fulfilled-shipments.ts";
import { inboundContents } from "./inbound-contents.ts";
import { inboundShipments } from "./inbound-shipments.ts";
import { invoices } from "./invoices.ts";
import { ledgerDetail } from "./ledger-detail.ts";
import { ledgerSummary } from "./ledger-summary.ts";
import { orders } from "./orders.ts";
import { reimbursements } from "./reimbursements.ts";
import { removalOrders } from "./removal-orders.ts";
import { removalReceipts } from "./removal-receipts.ts";
import { removalShipments } from "./removal-shipments.ts";
import { replacements } from "./replacements.ts";
import { serviceBills } from "./service-bills.ts";
import { settlement } from "./settlement.ts";
import { settlementV1 } from "./settlement-v1.ts";
import { transactions } from "./transactions.ts";

export {
  costs,
  customerReturns,
  fulfilledShipments,
  inboundContents,
  inboundShipments,
  invoices,
  ledgerDetail,
  ledgerSummary,
  orders,
  reimbursements,
  removalOrders,
  removalReceipts,
  removalShipments,
  replacements,
  serviceBills,
  settlement,
  settlementV1,
  transactions,
};

export const REPORTS: readonly ReportDefinition[] = [
  ledgerDetail,
  ledgerSummary,
  reimbursements,
  customerReturns,
  settlement,
  settlementV1,
  transactions,
  inboundContents,
  inboundShipments,
  removalOrders,
  removalShipments,
  fulfilledShipments,
  orders,
  replacements,
  costs,
  invoices,
  removalReceipts,
  serviceBills,
];
