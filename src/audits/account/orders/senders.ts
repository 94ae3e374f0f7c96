/** Who sent an order: only what Amazon sent comes back to Amazon, and only its refunds are Amazon's to answer for. */

import { addDays, type Day, earlierDay } from "../../../values/day.ts";
import type { Need } from "../../finding.ts";
import type { Account } from "../account.ts";
import { orderCreditsOf } from "../order-credits.ts";
import { returnsOf } from "../returns.ts";
import type { OrderLine } from "./order-lines.ts";

/** A refund is mostly booked within so many days of its order: how far back the order report is asked for. */
const DAYS_FROM_ORDER = 90;

/**
 * Whether Amazon sent the line; null where nothing tells. A return or a payment of the order shows it too, even
 * where no report says so in words.
 */
export function sentByAmazon(account: Account, { orderId, fulfilment }: OrderLine): boolean | null {
  if (fulfilment !== null) return fulfilment === "amazon";
  const touched =
    account.derive(returnsOf).ofOrder(orderId).length > 0 ||
    account.derive(orderCreditsOf).ofOrder(orderId).length > 0;
  return touched ? true : null;
}

/** The order report that would tell, for refunds of these days. */
export function orderReportFor(account: Account, refunds: readonly Day[]): Need {
  const first = refunds.reduce((earliest, day) => earlierDay(earliest, day), account.asOf);
  return { report: "orders", from: addDays(first, -DAYS_FROM_ORDER), to: account.asOf };
}
