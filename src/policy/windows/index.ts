/** Every claim window, one file per group. Files in this folder hold facts and their sources, no logic. */

import type { ClaimWindow } from "../policy.ts";
import { DISPOSAL_WINDOWS } from "./disposal.ts";
import { FEES_WINDOWS } from "./fees.ts";
import { INBOUND_WINDOWS } from "./inbound.ts";
import { PAYMENTS_WINDOWS } from "./payments.ts";
import { REMOVALS_WINDOWS } from "./removals.ts";
import { RETURNS_WINDOWS } from "./returns.ts";
import { WAREHOUSE_WINDOWS } from "./warehouse.ts";

export const WINDOWS: readonly ClaimWindow[] = [
  ...WAREHOUSE_WINDOWS,
  ...DISPOSAL_WINDOWS,
  ...INBOUND_WINDOWS,
  ...RETURNS_WINDOWS,
  ...REMOVALS_WINDOWS,
  ...FEES_WINDOWS,
  ...PAYMENTS_WINDOWS,
];
