/** Every audit there is. One file each in this folder; `precedence.ts` says who may claim a unit first. */

import { agedSurchargeHigh } from "./aged-surcharge-high.ts";
import type { Audit } from "./audit.ts";
import { carrierLabelUnused } from "./carrier-label-unused.ts";
import { disposedWithoutRequest } from "./disposed-without-request.ts";
import { feeChargedTwice } from "./fee-charged-twice.ts";
import { fulfilmentFeeHigh } from "./fulfilment-fee-high.ts";
import { inboundReceiptReversed } from "./inbound-receipt-reversed.ts";
import { inboundShort } from "./inbound-short.ts";
import { inventoryImbalance } from "./inventory-imbalance.ts";
import { notSettled } from "./not-settled.ts";
import { paidDifferentlyThanApproved } from "./paid-differently-than-approved.ts";
import { paidTwice } from "./paid-twice.ts";
import { paidUnevenly } from "./paid-unevenly.ts";
import { referralFeeHigh } from "./referral-fee-high.ts";
import { referralFeeNotCredited } from "./referral-fee-not-credited.ts";
import { refundAbovePayment } from "./refund-above-payment.ts";
import { refundNotReturned } from "./refund-not-returned.ts";
import { refundTooLate } from "./refund-too-late.ts";
import { removalFeeHigh } from "./removal-fee-high.ts";
import { removalLost } from "./removal-lost.ts";
import { removalShort } from "./removal-short.ts";
import { removalStuck } from "./removal-stuck.ts";
import { replacementNotReturned } from "./replacement-not-returned.ts";
import { returnedDamagedByAmazon } from "./returned-damaged-by-amazon.ts";
import { returnedNotRestocked } from "./returned-not-restocked.ts";
import { reversedAboveOriginal } from "./reversed-above-original.ts";
import { reversedWithoutReturn } from "./reversed-without-return.ts";
import { serviceBillWrong } from "./service-bill-wrong.ts";
import { sizeTierChanged } from "./size-tier-changed.ts";
import { stockNotReceived } from "./stock-not-received.ts";
import { storageFeeHigh } from "./storage-fee-high.ts";
import { takenBackAfterReceipt } from "./taken-back-after-receipt.ts";
import { transferLost } from "./transfer-lost.ts";
import { underpaid } from "./underpaid.ts";
import { warehouseDamaged } from "./warehouse-damaged.ts";
import { warehouseLost } from "./warehouse-lost.ts";
import { wrongItemReturned } from "./wrong-item-returned.ts";

export const AUDITS: readonly Audit[] = [
  warehouseLost,
  warehouseDamaged,
  disposedWithoutRequest,
  transferLost,
  inventoryImbalance,
  takenBackAfterReceipt,
  inboundShort,
  inboundReceiptReversed,
  carrierLabelUnused,
  refundNotReturned,
  returnedDamagedByAmazon,
  wrongItemReturned,
  returnedNotRestocked,
  replacementNotReturned,
  refundTooLate,
  refundAbovePayment,
  removalLost,
  removalShort,
  removalStuck,
  removalFeeHigh,
  fulfilmentFeeHigh,
  sizeTierChanged,
  referralFeeHigh,
  feeChargedTwice,
  referralFeeNotCredited,
  storageFeeHigh,
  agedSurchargeHigh,
  underpaid,
  paidUnevenly,
  reversedWithoutReturn,
  reversedAboveOriginal,
  notSettled,
  stockNotReceived,
  paidTwice,
  paidDifferentlyThanApproved,
  serviceBillWrong,
];
