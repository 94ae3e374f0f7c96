/** What names an obligation the same way on both sides: as it was planted, and as it was found. */
import type { Planted } from "../../../samples/generate.ts";

/** A finding as the runner prints it, as far as it is compared. */
export interface Found {
  readonly audit: string;
  readonly state: string;
  readonly fnsku: string | null;
  readonly orderId: string | null;
  readonly shipmentId: string | null;
  readonly quantity: number | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly eventDate: string;
  readonly opens: string | null;
  readonly deadline: string | null;
  readonly estimated: boolean;
}

/** What names the obligation; everything else is named by its item. */
const ABOUT: Readonly<Record<string, "orderId" | "shipmentId">> = {
  "refund-not-returned": "orderId",
  "returned-damaged-by-amazon": "orderId",
  "returned-not-restocked": "orderId",
  "wrong-item-returned": "orderId",
  "refund-above-payment": "orderId",
  "refund-too-late": "orderId",
  "replacement-not-returned": "orderId",
  "inbound-short": "shipmentId",
  "carrier-label-unused": "shipmentId",
};

/** What both sides say of an obligation, as one line. Notes without a claim (`info`) may carry a value or none. */
export function told(finding: Planted | Found): string {
  const { audit: id, state, quantity, eventDate, opens, deadline, estimated } = finding;
  const about = ABOUT[id] ? finding[ABOUT[id]] : finding.fnsku;
  const money = state === "info" ? "" : `${finding.amount} ${finding.currency}`;
  return [id, state, about, quantity, money, eventDate, opens, deadline, estimated].join(" | ");
}
