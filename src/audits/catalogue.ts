/** Every audit there is. One file each in this folder; `precedence.ts` says who may claim a unit first. */

import type { Audit } from "./audit.ts";
import { refundNotReturned } from "./refund-not-returned.ts";

export const AUDITS: readonly Audit[] = [refundNotReturned];
