/** Where in Seller Central each kind of claim is filed. */

export const IDR_PORTAL_WITH_FALLBACK =
  "Seller Central > Inventory Defect and Reimbursement (IDR) portal > Eligible for claim (fallback Seller Central > Help > Get support / Contact Us > Fulfilment by Amazon > (inventory lost or damaged in FC))";
export const CONTACT_FBA_INVENTORY =
  "Seller Central > Help > Get support / Contact Us > Fulfilment by Amazon > (inventory lost or damaged in FC)";
export const IDR_PORTAL =
  "Seller Central > Inventory Defect and Reimbursement (IDR) portal > Eligible for claim";
export const SHIPMENT_CONTENTS =
  "Seller Central > Inventory > Shipments (Shipping queue) > Track shipment > Contents tab (formerly Reconcile) > 'Missing - please research'; inbound-damaged units go through Contact Us";
export const GET_SUPPORT = "Get support";
export const REMOVAL_SUPPORT =
  "Seller Central > Help > Get support > Fulfilment by Amazon > Removal order issue (IDR portal / Contact Us); filed manually";
export const FEE_SUPPORT =
  "Seller Central > Help > Get support > FBA > product size and weight / fee issue (request remeasure and fee reimbursement)";
export const REFERRAL_FEE_SUPPORT =
  "Seller Central > Help > Contact Seller Support (research request for referral fee)";
export const DISPUTE_SOURCING_COST =
  "Contact Us (case quoting reimbursement ID) and IDR portal > Manage Your Sourcing Cost";
export const CONTACT_US = "Contact Us";
export const SAME_CASE = "reply in the same case";
