/**
 * Why Amazon paid: the reasons of the reimbursements report, and the names the same payments have in
 * settlements (V2 `amount-description`, V1 `transaction-type`) and in the payments CSV (`description`).
 */

import { squeeze } from "./codes.ts";

export type ReimbursementReason =
  | "Lost_Warehouse"
  | "Damaged_Warehouse"
  | "Lost_Inbound"
  | "Damaged_Inbound"
  | "Lost_Outbound"
  | "Damaged_Outbound"
  | "MultiChannelOrderLost"
  | "Removal_Order_Lost"
  | "CustomerReturn"
  | "CustomerServiceIssue"
  | "ReturnAdjustment"
  | "Free_Replacement"
  | "GeneralAdjustment"
  | "Fee_Correction"
  | "Reimbursement_Reversal"
  | "Payment Retraction"
  | "Prime Wardrobe"
  | "FBA CLI Planned Fee Reimbursement";

export interface SettlementReimbursement {
  readonly code: string;
  /** The reason the reimbursements report gives the same payment. */
  readonly reason: ReimbursementReason;
  readonly direction: "pays" | "takes-back";
}

const REASONS: readonly ReimbursementReason[] = [
  "Lost_Warehouse",
  "Damaged_Warehouse",
  "Lost_Inbound",
  "Damaged_Inbound",
  "Lost_Outbound",
  "Damaged_Outbound",
  "MultiChannelOrderLost",
  "Removal_Order_Lost",
  "CustomerReturn",
  "CustomerServiceIssue",
  "ReturnAdjustment",
  "Free_Replacement",
  "GeneralAdjustment",
  "Fee_Correction",
  "Reimbursement_Reversal",
  "Payment Retraction",
  "Prime Wardrobe",
  "FBA CLI Planned Fee Reimbursement",
];

/**
 * REVERSAL_REIMBURSEMENT is money to the seller, for a refunded order whose item never came back. It is not
 * the reversal of a reimbursement; that is COMPENSATED_CLAWBACK. (Real rows of both signs, and Continia's
 * documentation of the settlement codes.) The other pairings are inferred from the names.
 */
export const SETTLEMENT_REIMBURSEMENTS: readonly SettlementReimbursement[] = [
  pays("WAREHOUSE_LOST", "Lost_Warehouse"),
  pays("WAREHOUSE_LOST_MANUAL", "Lost_Warehouse"),
  pays("WAREHOUSE_DAMAGE", "Damaged_Warehouse"),
  pays("WAREHOUSE_DAMAGE_EXCEPTION", "Damaged_Warehouse"),
  pays("MISSING_FROM_INBOUND", "Lost_Inbound"),
  takesBack("MISSING_FROM_INBOUND_CLAWBACK", "Lost_Inbound"),
  pays("INBOUND_CARRIER_DAMAGE", "Damaged_Inbound"),
  pays("CARRIER_DAMAGED_DISCARD", "Damaged_Inbound"),
  pays("REVERSAL_REIMBURSEMENT", "CustomerReturn"),
  pays("CUSTOMER_RETURN", "CustomerReturn"),
  pays("CS_ERROR_ITEMS", "CustomerServiceIssue"),
  pays("CUSTOMER_DAMAGE", "ReturnAdjustment"),
  pays("INCORRECT_FEES_ITEMS", "Fee_Correction"),
  pays("LOST_OUTBOUND", "Lost_Outbound"),
  pays("MULTICHANNEL_ORDER_LOST", "MultiChannelOrderLost"),
  pays("REMOVAL_ORDER_LOST", "Removal_Order_Lost"),
  pays("FREE_REPLACEMENT_REFUND_ITEMS", "Free_Replacement"),
  takesBack("COMPENSATED_CLAWBACK", "Reimbursement_Reversal"),
];

function pays(code: string, reason: ReimbursementReason): SettlementReimbursement {
  return { code, reason, direction: "pays" };
}

function takesBack(code: string, reason: ReimbursementReason): SettlementReimbursement {
  return { code, reason, direction: "takes-back" };
}

/** Every name by its squeezed form; besides the report's, a short form seen in a report and the German payments CSV. */
const BY_NAME: ReadonlyMap<string, ReimbursementReason> = new Map([
  ...REASONS.map((reason) => [squeeze(reason), reason] as const),
  ["reversal", "Reimbursement_Reversal"],
  ["allgemeineanpassung", "GeneralAdjustment"],
  ["removallost", "Removal_Order_Lost"],
]);

const BY_CODE = new Map(SETTLEMENT_REIMBURSEMENTS.map((known) => [squeeze(known.code), known]));

/** The reason in the report's own spelling, from any spelling (`Lost:Warehouse`, `lost warehouse`); null when unknown. */
export function reimbursementReason(text: string): ReimbursementReason | null {
  return BY_NAME.get(squeeze(text)) ?? null;
}

/** What a settlement's reimbursement code stands for, and which way its money goes; null when unknown. */
export function settlementReimbursement(text: string): SettlementReimbursement | null {
  return BY_CODE.get(squeeze(text)) ?? null;
}

/**
 * The reason in a payments CSV description such as `FBA Inventory Reimbursement - Lost:Warehouse`: what
 * stands after the first ` - `. Null when that is no known reason.
 */
export function reasonOfDescription(description: string): ReimbursementReason | null {
  const dash = description.indexOf(" - ");
  return dash < 0 ? null : reimbursementReason(description.slice(dash + 3));
}
