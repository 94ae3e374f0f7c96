/** What was sold of a SKU in one order, from whichever report knows it. */

import type { Day } from "../../../values/day.ts";
import type { Evidence } from "../../finding.ts";
import type { Paid } from "./refunded-units.ts";

/** Sold units of a SKU in an order. Minor units as booked: prices positive, promotions and fees negative. */
export interface Sale extends Paid {
  readonly shipping: number;
  readonly giftWrap: number;
  readonly tax: number;
  readonly itemPromotion: number;
  readonly shippingPromotion: number;
  /** Null: no row of it in the data; unknown, not zero. */
  readonly commission: number | null;
  readonly fulfilmentFee: number | null;
  /** First day it was booked: Amazon books a sale when it ships. */
  readonly day: Day | null;
  readonly evidence: readonly Evidence[];
}
