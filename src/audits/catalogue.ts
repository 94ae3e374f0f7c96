/** Every audit there is. One file each in this folder; `precedence.ts` says who may claim a unit first. */

import type { Audit } from "./audit.ts";
import { carrierLabelUnused } from "./carrier-label-unused.ts";
import { disposedWithoutRequest } from "./disposed-without-request.ts";
import { inboundReceiptReversed } from "./inbound-receipt-reversed.ts";
import { inboundShort } from "./inbound-short.ts";
import { inventoryImbalance } from "./inventory-imbalance.ts";
import { refundAbovePayment } from "./refund-above-payment.ts";
import { refundNotReturned } from "./refund-not-returned.ts";
import { refundTooLate } from "./refund-too-late.ts";
import { replacementNotReturned } from "./replacement-not-returned.ts";
import { returnedDamagedByAmazon } from "./returned-damaged-by-amazon.ts";
import { returnedNotRestocked } from "./returned-not-restocked.ts";
import { reversedWithoutReturn } from "./reversed-without-return.ts";
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
  underpaid,
  reversedWithoutReturn,
];
