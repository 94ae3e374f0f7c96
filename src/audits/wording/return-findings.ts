/** What the audits of units that came back say alike. */

import type { Day } from "../../values/day.ts";
import type { Account } from "../account/account.ts";
import { inOrder, isMultiChannelOrder, type OrderLine } from "../account/orders/order-lines.ts";
import { type ReturnOpening, refundDayOf } from "../account/return-openings.ts";
import type { Evidence } from "../finding.ts";
import { dated, listed } from "./text.ts";

export interface CameBack {
  readonly quantity: number;
  /** The day the clock starts: the refund's, else the latest return's. */
  readonly event: Day;
  /** The name of the sentence that says so. */
  readonly clock: "refundClock" | "returnClock";
  /** The days they came back, in words. */
  readonly dates: string;
  /** Where they came back: " at ABE1 and ONT8", or nothing. */
  readonly centres: string;
  /** Licence plates, those that are printed. */
  readonly plates: readonly string[];
  readonly platesInWords: string;
  /** Orders of other shops are no ground for a claim about returns. */
  readonly multiChannel: boolean;
  /** The returns, then the refunds and the sale of the line. */
  readonly evidence: readonly Evidence[];
}

/** Open units of one order that came back; `line`: what was to come back, null where nobody knows. */
export function cameBack(
  account: Account,
  orderId: string,
  line: OrderLine | null,
  open: readonly ReturnOpening[],
): CameBack {
  const returns = open.map((units) => units.returned);
  const refundDay = refundDayOf(account, returns, orderId, line);
  const plates = printed(returns.map((returned) => returned.licencePlate));
  const centres = [...new Set(printed(returns.map((returned) => returned.centre)))].sort();
  return {
    quantity: open.reduce((sum, units) => sum + units.open, 0),
    event: refundDay ?? (Math.max(...open.map((units) => units.date)) as Day),
    clock: refundDay === null ? "returnClock" : "refundClock",
    dates: listed([...new Set(open.map((units) => dated(units.date)))]),
    centres: centres.length === 0 ? "" : ` at ${listed(centres)}`,
    plates,
    platesInWords: plates.length === 0 ? "unknown" : listed(plates),
    multiChannel: isMultiChannelOrder(orderId) || line?.fulfilment === "multi-channel",
    evidence: inOrder([
      ...returns.map((returned) => returned.evidence),
      ...(line?.refunds.flatMap((refund) => refund.evidence) ?? []),
      ...(line?.sale?.evidence ?? []),
    ]),
  };
}

const printed = (words: readonly string[]) => words.filter((word) => word !== "");
