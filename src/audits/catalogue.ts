/** Every audit there is. One file each in this folder; `precedence.ts` says who may claim a unit first. */

import type { Audit } from "./audit.ts";
import { inboundShort } from "./inbound-short.ts";
import { refundNotReturned } from "./refund-not-returned.ts";
import { returnedDamagedByAmazon } from "./returned-damaged-by-amazon.ts";
import { reversedWithoutReturn } from "./reversed-without-return.ts";
import { underpaid } from "./underpaid.ts";
import { warehouseDamaged } from "./warehouse-damaged.ts";
import { warehouseLost } from "./warehouse-lost.ts";

export const AUDITS: readonly Audit[] = [
  warehouseLost,
  warehouseDamaged,
  inboundShort,
  refundNotReturned,
  returnedDamagedByAmazon,
  underpaid,
  reversedWithoutReturn,
];
