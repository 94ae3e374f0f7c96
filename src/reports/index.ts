/** Every report the add-on reads: Amazon's, and the user's own files. */

import { afnInventory } from "./afn-inventory.ts";
import { agedInventory } from "./aged-inventory.ts";
import { archive } from "./archive.ts";
import { costs } from "./costs.ts";
import { customerReturns } from "./customer-returns.ts";
import { customerShipmentSales } from "./customer-shipment-sales.ts";
import type { ReportDefinition } from "./definition.ts";
import { fbaInventory } from "./fba-inventory.ts";
import { feePreview } from "./fee-preview.ts";
import { fulfilledShipments } from "./fulfilled-shipments.ts";
import { gradeAndResell } from "./grade-and-resell.ts";
import { inboundContents } from "./inbound-contents.ts";
import { inboundNoncompliance } from "./inbound-noncompliance.ts";
import { inboundShipments } from "./inbound-shipments.ts";
import { inventoryAdjustments } from "./inventory-adjustments.ts";
import { inventoryEventDetail } from "./inventory-event-detail.ts";
import { inventoryHistory } from "./inventory-history.ts";
import { invoices } from "./invoices.ts";
import { ledgerDetail } from "./ledger-detail.ts";
import { ledgerSummary } from "./ledger-summary.ts";
import { manageFbaInventory } from "./manage-fba-inventory.ts";
import { mfnReturns } from "./mfn-returns.ts";
import { orders } from "./orders.ts";
import { overageFees } from "./overage-fees.ts";
import { receivedInventory } from "./received-inventory.ts";
import { recommendedRemoval } from "./recommended-removal.ts";
import { referralFeePreview } from "./referral-fee-preview.ts";
import { reimbursements } from "./reimbursements.ts";
import { removalOrders } from "./removal-orders.ts";
import { removalReceipts } from "./removal-receipts.ts";
import { removalShipments } from "./removal-shipments.ts";
import { replacements } from "./replacements.ts";
import { reservedInventory } from "./reserved-inventory.ts";
import { safetClaims } from "./safet-claims.ts";
import { serviceBills } from "./service-bills.ts";
import { settlement } from "./settlement.ts";
import { settlementV1 } from "./settlement-v1.ts";
import { sourcingCost } from "./sourcing-cost.ts";
import { storageFees } from "./storage-fees.ts";
import { strandedInventory } from "./stranded-inventory.ts";
import { transactionView } from "./transaction-view.ts";
import { transactions } from "./transactions.ts";

export {
  afnInventory,
  agedInventory,
  archive,
  costs,
  customerReturns,
  customerShipmentSales,
  fbaInventory,
  feePreview,
  fulfilledShipments,
  gradeAndResell,
  inboundContents,
  inboundNoncompliance,
  inboundShipments,
  inventoryAdjustments,
  inventoryEventDetail,
  inventoryHistory,
  invoices,
  ledgerDetail,
  ledgerSummary,
  manageFbaInventory,
  mfnReturns,
  orders,
  overageFees,
  receivedInventory,
  recommendedRemoval,
  referralFeePreview,
  reimbursements,
  removalOrders,
  removalReceipts,
  removalShipments,
  replacements,
  reservedInventory,
  safetClaims,
  serviceBills,
  settlement,
  settlementV1,
  sourcingCost,
  storageFees,
  strandedInventory,
  transactions,
  transactionView,
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
  feePreview,
  storageFees,
  agedInventory,
  overageFees,
  transactionView,
  recommendedRemoval,
  inboundNoncompliance,
  receivedInventory,
  customerShipmentSales,
  inventoryAdjustments,
  inventoryEventDetail,
  inventoryHistory,
  manageFbaInventory,
  fbaInventory,
  reservedInventory,
  strandedInventory,
  afnInventory,
  referralFeePreview,
  mfnReturns,
  safetClaims,
  sourcingCost,
  gradeAndResell,
];
