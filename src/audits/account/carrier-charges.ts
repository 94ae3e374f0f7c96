/**
 * What Amazon charged for carriage to its warehouses by its partnered carrier, per shipment, and credited.
 * Each settlement is read from one file, as the money of orders is.
 */

import { squeeze } from "../../policy/index.ts";
import { type Day, dayOfMoment } from "../../values/day.ts";
import type { Currency } from "../../values/money.ts";
import { listUnder } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import type { Account } from "./account.ts";
import { oneSourceOf } from "./orders/entries.ts";
import { type Booked, bookedAt, minorOf } from "./orders/entry.ts";
import { currenciesOf } from "./orders/settlement-entries.ts";

export interface CarrierCharge {
  readonly shipmentId: string;
  readonly marketplace: string;
  readonly currency: Currency;
  /** The day of the first charge. */
  readonly day: Day;
  /** Minor units charged and not credited; above 0. */
  readonly net: number;
  readonly credited: number;
  readonly evidence: readonly Evidence[];
}

export interface CarrierCharges {
  readonly ofShipments: readonly CarrierCharge[];
  /** Charges that name no shipment. */
  readonly unnamed: number;
}

/** One booked line: a charge (below 0) or a credit. */
interface Line {
  readonly shipmentId: string;
  readonly settled: boolean;
  readonly day: Day | null;
  readonly booked: Booked;
  readonly minor: number;
  readonly evidence: Evidence;
}

/**
 * `FBAInboundTransportationFee` (V2), `Inbound Transportation Fee` (V1) as public files and lists show them;
 * `Amazon-Partnered Carrier` and `inbound transportation charge` as Seller Central words them. Placement and
 * defect fees are others.
 */
function isCarriage(...words: readonly string[]): boolean {
  return words.some((text) => /inboundtransportation(fee|charge)|partneredcarrier/.test(squeeze(text)));
}

/** Charges not credited, oldest first. Those after as-of are left out, credits count whatever their day. */
export function carrierChargesOf(account: Account): CarrierCharges {
  const lines = linesOf(account).filter((line) => line.minor > 0 || (line.day ?? 0) <= account.asOf);
  const byShipment = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.shipmentId !== "") {
      listUnder(byShipment, `${line.shipmentId}|${line.booked.currency}`).push(line);
    }
  }
  const unnamed = lines.filter((line) => line.shipmentId === "");
  const credits = unnamed.filter((line) => line.minor > 0);
  const charges = [...byShipment.values()]
    .flatMap((list) => chargeOf(withoutPending(list)) ?? [])
    .sort((a, b) => a.day - b.day || (a.shipmentId < b.shipmentId ? -1 : 1));
  return {
    // A credit that names no shipment is taken for the charge of exactly its amount.
    ofShipments: charges.filter((charge) => {
      const at = credits.findIndex(
        (credit) => credit.minor === charge.net && credit.booked.currency === charge.currency,
      );
      if (at >= 0) credits.splice(at, 1);
      return at < 0;
    }),
    unnamed: unnamed.filter((line) => line.minor < 0).length,
  };
}

function chargeOf(lines: readonly Line[]): CarrierCharge | null {
  const sum = (list: readonly Line[]) => list.reduce((total, { minor }) => total + minor, 0);
  const charges = lines.filter(({ minor }) => minor < 0);
  const days = charges.flatMap(({ day }) => day ?? []).sort((a, b) => a - b);
  const [first, day] = [charges[0], days[0]];
  if (first === undefined || day === undefined || first.booked.currency === null || sum(lines) >= 0)
    return null;
  return {
    shipmentId: first.shipmentId,
    marketplace: first.booked.marketplace,
    currency: first.booked.currency,
    day,
    net: -sum(lines),
    credited: sum(lines.filter(({ minor }) => minor > 0)),
    evidence: lines.map(({ evidence }) => evidence),
  };
}

/** Money a payments CSV shows before it is settled, and again once it is. */
function withoutPending(lines: readonly Line[]): readonly Line[] {
  const settled = lines.filter((line) => line.settled);
  return settled.length > 0 ? settled : lines;
}

function linesOf(account: Account): Line[] {
  const { v2, v1, csv } = account.derive(oneSourceOf);
  const currencies = currenciesOf([...v2, ...v1]);
  const at = bookedAt();
  const inSettlement = (report: string, row: (typeof v2)[number] | (typeof v1)[number]) => ({
    shipmentId: shipmentNamed(row.orderId, row.shipmentId),
    settled: true,
    booked: at(row.marketplaceName, currencies.get(row.settlementId) ?? row.currency, row.importedFor),
    evidence: { report, line: row.line },
  });
  const lines: Line[] = [];
  for (const row of v2) {
    if (row.totalAmount !== null || !isCarriage(row.amountDescription, row.transactionType)) continue;
    const line = inSettlement("settlement", row);
    const day = row.postedDate ?? (row.postedDateTime === null ? null : dayOfMoment(row.postedDateTime));
    lines.push({ ...line, day, minor: minorOf(row.amount, line.booked.currency) });
  }
  for (const row of v1) {
    if (row.totalAmount !== null || !isCarriage(row.transactionType, row.otherFeeReasonDescription)) continue;
    const line = inSettlement("settlement-v1", row);
    const amount = (row.otherAmount ?? 0) + (row.otherFeeAmount ?? 0) + (row.miscFeeAmount ?? 0);
    const day = row.postedDate === null ? null : dayOfMoment(row.postedDate);
    lines.push({ ...line, day, minor: minorOf(amount, line.booked.currency) });
  }
  for (const row of csv) {
    if (!isCarriage(row.description, row.type)) continue;
    const booked = at(row.marketplace, row.currency, row.importedFor);
    lines.push({
      shipmentId: shipmentNamed(row.orderId, ...row.description.split(/[^A-Za-z0-9]+/)),
      settled: row.settlementId !== "",
      day: row.dateTime === null ? null : dayOfMoment(row.dateTime),
      booked,
      minor: minorOf(row.total, booked.currency),
      evidence: { report: "transactions", line: row.line },
    });
  }
  return lines.filter(({ minor }) => minor !== 0);
}

/** The first of the words that is a shipment's id, `FBA` and a digit first: not `FBAInboundTransportationFee`. */
function shipmentNamed(...words: readonly string[]): string {
  return words.map((word) => word.trim().toUpperCase()).find((word) => /^FBA\d[A-Z0-9]*$/.test(word)) ?? "";
}
