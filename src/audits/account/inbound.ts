/**
 * Inbound shipments: what the seller sent (shipment contents), what Amazon's warehouses booked in (ledger
 * receipts naming the shipment), and what is short. The order of the clearing steps is precedence.ts.
 */

import { inboundContents, inboundShipments } from "../../reports/index.ts";
import { addDays, type Day } from "../../values/day.ts";
import { type Credit, listUnder, type Opening } from "../clearing.ts";
import type { Account } from "./account.ts";
import { coverageOf } from "./coverage.ts";
import type { Needed } from "./gaps.ts";
import { packListsMissing, receivedOf, shipmentDay, statusOf } from "./inbound-shipment.ts";
import { itemKey } from "./items.ts";
import { type LedgerRow, ledgerOf } from "./ledger.ts";
import type { Payment } from "./payments.ts";
import { type Place, placeOf } from "./regions.ts";

export interface Shipment extends Place {
  readonly id: string;
  /** From the shipping queue, else from the shipment's name; null when neither says. */
  readonly created: Day | null;
  readonly status: "closed" | "open" | "out" | "unknown";
  readonly firstReceipt: Day | null;
  readonly lastReceipt: Day | null;
  /** Units the ledger has received, those reversed later included; and those the shipping queue says are located. */
  readonly received: number;
  readonly located: number | null;
  /** "1 of 2" without "2 of 2": which are missing. */
  readonly packListsMissing: readonly string[];
  /** Closed, or so long after the last receipt that nothing more is to come. */
  readonly settled: boolean;
  readonly covered: boolean;
  readonly lines: ShipmentLine[];
}

/** One item of a shipment. As an opening: units sent and not received. */
export interface ShipmentLine extends Opening {
  readonly shipment: Shipment;
  readonly fnsku: string;
  readonly asin: string;
  readonly msku: string;
  readonly itemKey: string;
  readonly shipped: number;
  /** Units received, including those Amazon booked in and took out again (they are a case of their own). */
  readonly received: number;
  readonly reversed: number;
  /** Units taken out again that leave fewer received than sent, from the day they were taken out; null when none are. */
  readonly reversal: Opening | null;
  /** Units received beyond those sent. */
  readonly surplus: Credit;
  /** Units short here that turned up as a surplus elsewhere. */
  mixedUp: number;
  readonly contentLines: readonly number[];
  readonly receiptLines: readonly number[];
}

/** Without a status, nothing more is expected so many days after the last receipt (or the creation, when nothing came). */
const QUIET_DAYS = 21;
/** Receipts of a shipment whose creation day nobody knows may have begun so long before the first one seen. */
const UNSEEN_RECEIPTS_DAYS = 30;

export function shipmentsOf(account: Account): readonly Shipment[] {
  const queue = new Map(account.rows(inboundShipments).map((row) => [row.shipmentId, row]));
  const contents = new Map<string, ContentRow[]>();
  for (const row of account.rows(inboundContents)) {
    if (row.shipmentId !== "") listUnder(contents, row.shipmentId).push(row);
  }
  return [...contents.entries()]
    .map(([id, rows]) => shipmentOf(account, id, listedOnce(rows), queue.get(id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

type ContentRow = ReturnType<typeof contentRows>[number];
type QueueRow = ReturnType<typeof queueRows>[number];
const contentRows = (account: Account) => account.rows(inboundContents);
const queueRows = (account: Account) => account.rows(inboundShipments);

/** Some layouts name no pack list: beside others that do, their rows are the same units once more. */
function listedOnce(rows: readonly ContentRow[]): readonly ContentRow[] {
  const named = rows.filter((row) => row.packList !== "");
  return named.length > 0 ? named : rows;
}

function shipmentOf(
  account: Account,
  id: string,
  rows: readonly ContentRow[],
  queued: QueueRow | undefined,
): Shipment {
  const receipts = account.derive(ledgerOf).receipts.get(id) ?? [];
  const place: Place = receipts[0] ?? placeOf(rows[0]?.importedFor ?? "");
  const arrivals = receipts.filter((r) => r.quantity > 0).map((r) => r.date);
  const [firstReceipt, lastReceipt] = [arrivals[0] ?? null, arrivals[arrivals.length - 1] ?? null];
  const created = queued?.created ?? shipmentDay(rows[0]?.name ?? "", place.marketplace);
  const status = statusOf(queued?.status ?? "");
  const shipment: Shipment = {
    marketplace: place.marketplace,
    region: place.region,
    id,
    created,
    status,
    firstReceipt,
    lastReceipt,
    received: 0,
    located: queued?.unitsLocated ?? null,
    packListsMissing: packListsMissing(rows.map((row) => row.packList)),
    settled:
      status === "closed" ||
      (status === "unknown" && addDays(lastReceipt ?? created ?? account.asOf, QUIET_DAYS) <= account.asOf),
    covered: neededFor(account, { created, firstReceipt }).every(
      ({ report, from, to }) =>
        account.derive(coverageOf).missing(report, place.marketplace, from, to) === null,
    ),
    lines: [],
  };
  const lines = linesOf(shipment, rows, receipts);
  Object.assign(shipment, { lines, received: lines.reduce((sum, line) => sum + line.received, 0) });
  return shipment;
}

/** What must be known of the reports to judge a shipment: its receipts from its creation, its payments since the first. */
export function neededFor(
  account: Account,
  shipment: Pick<Shipment, "created" | "firstReceipt">,
): readonly Needed[] {
  const { created, firstReceipt } = shipment;
  const to = account.asOf;
  const from = created ?? addDays(firstReceipt ?? to, -UNSEEN_RECEIPTS_DAYS);
  return [
    { report: "ledger-detail", from, to },
    { report: "reimbursements", from: firstReceipt ?? from, to },
  ];
}

/** One line per item sent, and one per item received that was not sent. */
function linesOf(
  shipment: Shipment,
  rows: readonly ContentRow[],
  receipts: readonly LedgerRow[],
): ShipmentLine[] {
  const fnskuOf = new Map(receipts.map((r) => [r.msku, r.fnsku]));
  const received = new Map<string, LedgerRow[]>();
  for (const receipt of receipts) listUnder(received, receipt.itemKey).push(receipt);
  const sent = new Map<string, ContentRow[]>();
  for (const row of rows) {
    const fnsku = row.fnsku || (fnskuOf.get(row.merchantSku) ?? "");
    listUnder(sent, itemKey(shipment.region, fnsku, row.asin, row.merchantSku)).push(row);
  }
  return [...new Set([...sent.keys(), ...received.keys()])].sort().map((key) => {
    const [contentRows, receiptRows] = [sent.get(key) ?? [], received.get(key) ?? []];
    const { received: units, reversed, reversedOn } = receivedOf(receiptRows);
    const shipped = contentRows.reduce((sum, row) => sum + Math.max(0, row.shipped ?? 0), 0);
    // What was booked in beyond the units sent may be taken out again.
    const lacking = Math.min(reversed, Math.max(0, shipped - (units - reversed)));
    const date = shipment.firstReceipt ?? shipment.created ?? (0 as Day);
    const identity = `${shipment.id}\u0001${key}`;
    return {
      shipment,
      itemKey: key,
      fnsku: contentRows[0]?.fnsku || (receiptRows[0]?.fnsku ?? ""),
      asin: contentRows[0]?.asin || (receiptRows[0]?.asin ?? ""),
      msku: contentRows[0]?.merchantSku || (receiptRows[0]?.msku ?? ""),
      shipped,
      received: units,
      reversed,
      reversal:
        reversedOn === null || lacking === 0
          ? null
          : { date: reversedOn, identity, open: lacking, clearedBy: [] },
      date,
      identity,
      open: Math.max(0, shipped - units),
      clearedBy: [],
      surplus: { date, identity, left: Math.max(0, units - shipped) },
      mixedUp: 0,
      contentLines: contentRows.map((row) => row.line),
      receiptLines: receiptRows.map((row) => row.line),
    };
  });
}

/** Whether a line's shortage is judged at all: the shipment is settled, and complete in the data. */
export function judged(shipment: Shipment): boolean {
  return shipment.settled && shipment.packListsMissing.length === 0 && !ledgerIncomplete(shipment);
}

/** The shipping queue shows more units located than the ledger has receipts for. */
export function ledgerIncomplete(shipment: Shipment): boolean {
  return shipment.located !== null && shipment.received < shipment.located;
}

export function paysInbound(payment: Payment): boolean {
  return payment.reason === "Lost_Inbound" || payment.reason === "Damaged_Inbound";
}

/** All lines whose shortage is judged and still open. */
export function openLines(account: Account): ShipmentLine[] {
  return account
    .derive(shipmentsOf)
    .filter((s) => judged(s) && (s.firstReceipt ?? s.created) !== null)
    .flatMap((s) => s.lines.filter((line) => line.open > 0 && line.date <= account.asOf));
}

/** Shipments whose reports are known first, then the others, then those that may never have arrived. */
export function inPaymentOrder<L extends ShipmentLine>(lines: readonly L[]): L[][] {
  const arrived = lines.filter((line) => line.shipment.firstReceipt !== null);
  return [
    arrived.filter((line) => line.shipment.covered),
    arrived.filter((line) => !line.shipment.covered),
    lines.filter((line) => line.shipment.firstReceipt === null),
  ];
}
