/** Every column set Amazon is known to use, with where it was seen: for the docs and the tests, not for the bundle. */

import { afnInventoryVariants } from "./afn-inventory.ts";
import { agedInventoryVariants } from "./aged-inventory.ts";
import { customerReturnsVariants } from "./customer-returns.ts";
import { customerShipmentSalesVariants } from "./customer-shipment-sales.ts";
import { fbaInventoryVariants } from "./fba-inventory.ts";
import { feePreviewVariants } from "./fee-preview.ts";
import { fulfilledShipmentsVariants } from "./fulfilled-shipments.ts";
import { gradeAndResellVariants } from "./grade-and-resell.ts";
import { inboundContentsVariants } from "./inbound-contents.ts";
import { inboundNoncomplianceVariants } from "./inbound-noncompliance.ts";
import { inboundShipmentsVariants } from "./inbound-shipments.ts";
import { inventoryAdjustmentsVariants } from "./inventory-adjustments.ts";
import { inventoryEventDetailVariants } from "./inventory-event-detail.ts";
import { inventoryHistoryVariants } from "./inventory-history.ts";
import { ledgerDetailVariants } from "./ledger-detail.ts";
import { ledgerSummaryVariants } from "./ledger-summary.ts";
import { manageFbaInventoryVariants } from "./manage-fba-inventory.ts";
import { mfnReturnsVariants } from "./mfn-returns.ts";
import { ordersVariants } from "./orders.ts";
import { overageFeesVariants } from "./overage-fees.ts";
import { receivedInventoryVariants } from "./received-inventory.ts";
import { recommendedRemovalVariants } from "./recommended-removal.ts";
import { referralFeePreviewVariants } from "./referral-fee-preview.ts";
import { reimbursementsVariants } from "./reimbursements.ts";
import { removalOrdersVariants } from "./removal-orders.ts";
import { removalShipmentsVariants } from "./removal-shipments.ts";
import { replacementsVariants } from "./replacements.ts";
import { reservedInventoryVariants } from "./reserved-inventory.ts";
import { safetClaimsVariants } from "./safet-claims.ts";
import { settlementVariants } from "./settlement.ts";
import { settlementV1Variants } from "./settlement-v1.ts";
import { sourcingCostVariants } from "./sourcing-cost.ts";
import { storageFeesVariants } from "./storage-fees.ts";
import { strandedInventoryVariants } from "./stranded-inventory.ts";
import { transactionViewVariants } from "./transaction-view.ts";
import { transactionsVariants } from "./transactions.ts";
import type { HeaderVariant } from "./variant.ts";

/** By report id. The user's own files have none: their header is their definition's. */
export const VARIANTS: Readonly<Record<string, readonly HeaderVariant[]>> = {
  reimbursements: reimbursementsVariants,
  "ledger-detail": ledgerDetailVariants,
  "ledger-summary": ledgerSummaryVariants,
  "customer-returns": customerReturnsVariants,
  "removal-orders": removalOrdersVariants,
  "removal-shipments": removalShipmentsVariants,
  "recommended-removal": recommendedRemovalVariants,
  "fee-preview": feePreviewVariants,
  "storage-fees": storageFeesVariants,
  "aged-inventory": agedInventoryVariants,
  "overage-fees": overageFeesVariants,
  settlement: settlementVariants,
  "settlement-v1": settlementV1Variants,
  transactions: transactionsVariants,
  "transaction-view": transactionViewVariants,
  "inbound-contents": inboundContentsVariants,
  "inbound-shipments": inboundShipmentsVariants,
  "inbound-noncompliance": inboundNoncomplianceVariants,
  "received-inventory": receivedInventoryVariants,
  "fulfilled-shipments": fulfilledShipmentsVariants,
  "customer-shipment-sales": customerShipmentSalesVariants,
  orders: ordersVariants,
  replacements: replacementsVariants,
  "inventory-adjustments": inventoryAdjustmentsVariants,
  "inventory-event-detail": inventoryEventDetailVariants,
  "inventory-history": inventoryHistoryVariants,
  "manage-fba-inventory": manageFbaInventoryVariants,
  "fba-inventory": fbaInventoryVariants,
  "reserved-inventory": reservedInventoryVariants,
  "stranded-inventory": strandedInventoryVariants,
  "afn-inventory": afnInventoryVariants,
  "referral-fee-preview": referralFeePreviewVariants,
  "mfn-returns": mfnReturnsVariants,
  "safet-claims": safetClaimsVariants,
  "sourcing-cost": sourcingCostVariants,
  "grade-and-resell": gradeAndResellVariants,
};
