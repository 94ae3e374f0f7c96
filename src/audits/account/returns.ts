/**
 * Units customers sent back, as `customer-returns` shows them. A returned unit is its order and licence plate;
 * a row printed again with the same plate is the same unit, and its latest row holds.
 */

import { squeeze } from "../../policy/codes.ts";
import { type Disposition, disposition } from "../../policy/index.ts";
import type { RowOf } from "../../reports/definition.ts";
import { customerReturns } from "../../reports/index.ts";
import { dayOfMoment } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import { byDate, type Credit, listUnder } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import type { Account } from "./account.ts";
import { eachEventOnce } from "./downloads.ts";
import { itemKey } from "./items.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { type Place, placeOf } from "./regions.ts";

type Row = RowOf<typeof customerReturns>;

/** One returned row, as units that can clear a refund: `left` falls as they do. */
export interface ReturnedUnits extends Credit, Place {
  readonly orderId: string;
  readonly sku: string;
  readonly fnsku: string;
  readonly asin: string;
  readonly itemKey: string;
  readonly units: number;
  readonly disposition: Disposition | null;
  /** Amazon's own word that it has paid for the unit. */
  readonly reimbursed: boolean;
  /** Amazon's own word that the unit went back into stock. */
  readonly toInventory: boolean;
  readonly reason: string;
  readonly centre: string;
  readonly licencePlate: string;
  readonly evidence: Evidence;
}

export interface Returns {
  /** Oldest first. */
  readonly all: readonly ReturnedUnits[];
  ofOrder(orderId: string): readonly ReturnedUnits[];
}

export function returnsOf(account: Account): Returns {
  const all = numbered(distinct(account.rows(customerReturns)), account.derive(ledgerOf)).sort(byDate);
  const byOrder = new Map<string, ReturnedUnits[]>();
  for (const unit of all) listUnder(byOrder, unit.orderId).push(unit);
  return { all, ofOrder: (orderId) => byOrder.get(orderId) ?? [] };
}

/** One row per unit: the latest of a plate; without plates, the rows of the download that shows most of them. */
function distinct(rows: readonly Row[]): Row[] {
  const plated = new Map<string, Row>();
  const unplated: Row[] = [];
  for (const row of rows) {
    if (row.licensePlateNumber === "") {
      unplated.push(row);
      continue;
    }
    const key = keyOf(row);
    const known = plated.get(key);
    if (known === undefined || isLater(row, known)) plated.set(key, row);
  }
  return [...plated.values(), ...eachEventOnce(unplated, keyOf).flat()];
}

function keyOf(row: Row): string {
  return row.licensePlateNumber === ""
    ? [row.orderId, row.fnsku, row.returnDate, row.detailedDisposition].join("|")
    : [row.orderId, row.licensePlateNumber].join("|");
}

/** By its moment, then whatever else tells them apart: the same for files in any order. */
function isLater(a: Row, b: Row): boolean {
  const after =
    (a.returnDate ?? 0) - (b.returnDate ?? 0) ||
    // Of two downloads of one day the one that shows the unit as paid was made later.
    Number(isReimbursed(a)) - Number(isReimbursed(b)) ||
    compareText(contentOf(a), contentOf(b)) ||
    compareText(b.importedFor, a.importedFor);
  return after > 0;
}

function isReimbursed({ status }: Row): boolean {
  return squeeze(status) === "reimbursed";
}

function contentOf(row: Row): string {
  return [row.detailedDisposition, row.status, row.sku, row.fnsku, row.reason].join("|");
}

/** Rows without a plate are told apart by order, FNSKU, date, disposition and occurrence. */
function numbered(rows: readonly Row[], ledger: Ledger): ReturnedUnits[] {
  const seen = new Map<string, number>();
  const units: ReturnedUnits[] = [];
  for (const row of [...rows].sort((a, b) => compareText(contentOf(a), contentOf(b)) || a.line - b.line)) {
    if (row.returnDate === null) continue;
    const base = keyOf(row);
    const occurrence = (seen.get(base) ?? 0) + 1;
    seen.set(base, occurrence);
    const quantity = Math.max(0, row.quantity ?? 1);
    // The report names no marketplace: the fulfilment centre tells the region where the ledger shows it.
    const place = ledger.placeOfCentre(row.fulfillmentCenterId) ?? placeOf(row.importedFor);
    units.push({
      ...place,
      date: dayOfMoment(row.returnDate),
      identity: `${base}|${occurrence}`,
      left: quantity,
      units: quantity,
      orderId: row.orderId,
      sku: row.sku,
      fnsku: row.fnsku,
      asin: row.asin,
      itemKey: itemKey(place.region, row.fnsku, row.asin, row.sku),
      disposition: disposition(row.detailedDisposition),
      reimbursed: isReimbursed(row),
      toInventory: squeeze(row.status) === "unitreturnedtoinventory",
      reason: row.reason,
      centre: row.fulfillmentCenterId,
      licencePlate: row.licensePlateNumber,
      evidence: { report: "customer-returns", line: row.line },
    });
  }
  return units;
}
