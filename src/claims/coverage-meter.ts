/**
 * The coverage meter: units on suppliers' invoices against units sent to Amazon, per item, over all shipments.
 *
 * Amazon adds up what a seller's invoices cover. Every invoiced unit covers one shipped unit: the oldest shipment
 * first, from the oldest invoice dated before it. An invoice that names the very item is used before one that
 * names only its ASIN. Where contents are missing, nobody can say what is left for the others: the meter then
 * shows what it knows and no share.
 */

import { packListsMissing, shipmentDay, statusOf } from "../audits/account/inbound-shipment.ts";
import { listUnder } from "../audits/clearing.ts";
import { count, dated, listed } from "../audits/wording/text.ts";
import { type RowOf, rowsOf, type Table } from "../reports/definition.ts";
import { inboundContents, inboundShipments, invoices } from "../reports/index.ts";
import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import type { ClaimFacts } from "./claim.ts";
import { type Lot, lotsOf } from "./invoice-lots.ts";

export type InvoiceRow = Pick<
  RowOf<typeof invoices>,
  "invoiceNumber" | "invoiceDate" | "supplier" | "msku" | "fnsku" | "asin" | "units" | "line"
>;
export type ContentsRow = Pick<
  RowOf<typeof inboundContents>,
  "shipmentId" | "name" | "packList" | "date" | "merchantSku" | "asin" | "fnsku" | "shipped" | "importedFor"
>;
export type ShipmentRow = Pick<
  RowOf<typeof inboundShipments>,
  "shipmentId" | "shipmentName" | "created" | "unitsExpected" | "status" | "importedFor"
>;

export interface CoverageRows {
  readonly invoices: readonly InvoiceRow[];
  readonly contents: readonly ContentsRow[];
  /** The shipping queue; null = never imported. */
  readonly shipments: readonly ShipmentRow[] | null;
}

/** One item in one shipment. */
export interface ShippedItem {
  readonly shipmentId: string;
  /** Null: nobody says when it was made; then no invoice counts for it. */
  readonly day: Day | null;
  readonly shipped: number;
  readonly invoiced: number;
  /** Dates of the invoices that cover it, oldest first. */
  readonly invoiceDays: readonly Day[];
}

export interface ItemCoverage {
  readonly fnsku: string;
  readonly msku: string;
  readonly asin: string;
  readonly shipped: number;
  /** Of these, units covered by an invoice dated before their shipment. */
  readonly invoiced: number;
  /** 0 to 1; null = cannot tell (`cannotTell` says why). 1 only when every unit is covered. */
  readonly share: number | null;
  readonly cannotTell: readonly string[];
  readonly shipments: readonly ShippedItem[];
}

export interface Coverage {
  readonly items: readonly ItemCoverage[];
  /** Invoice lines that cannot count, in words. */
  readonly problems: readonly string[];
}

export function coverageOfTables(tables: readonly Table[]): Coverage {
  const table = (report: string) => tables.filter((one) => one.report === report);
  const queue = table(inboundShipments.id);
  return coverage({
    invoices: table(invoices.id).flatMap((one) => rowsOf(invoices, one)),
    contents: table(inboundContents.id).flatMap((one) => rowsOf(inboundContents, one)),
    shipments: queue.length === 0 ? null : queue.flatMap((one) => rowsOf(inboundShipments, one)),
  });
}

export function coverage(rows: CoverageRows): Coverage {
  const shipments = shipmentsOf(rows);
  const { lots, problems } = lotsOf(rows.invoices);
  const unknown = missingContents(rows, shipments);
  const items = new Map<string, { line: Line; shipments: ShippedItem[]; cannotTell: string[] }>();
  for (const shipment of shipments) {
    for (const line of shipment.lines) {
      const item = items.get(line.key) ?? { line, shipments: [], cannotTell: [...unknown] };
      items.set(line.key, item);
      const { invoiced, days } = shipment.day === null ? NOTHING : lots.take(line, shipment.day);
      if (shipment.day === null) item.cannotTell.push(noDay(shipment.id));
      item.shipments.push({
        shipmentId: shipment.id,
        day: shipment.day,
        shipped: line.shipped,
        invoiced,
        invoiceDays: days,
      });
    }
  }
  return {
    items: [...items.entries()]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, { line, shipments: of, cannotTell }]) => itemCoverage(line, of, cannotTell)),
    problems,
  };
}

const NOTHING = { invoiced: 0, days: [] as readonly Day[] };

/** One item of one shipment, its pack lists added up. */
interface Line extends Lot {
  readonly key: string;
  shipped: number;
}

interface Shipment {
  readonly id: string;
  readonly day: Day | null;
  readonly lines: readonly Line[];
}

/** Shipments with contents, oldest first, those without a day last; called-off ones are out. */
function shipmentsOf({ contents, shipments }: CoverageRows): Shipment[] {
  const listing = new Map((shipments ?? []).map((row) => [row.shipmentId, row]));
  const byId = new Map<string, ContentsRow[]>();
  for (const row of contents) {
    const listed = listing.get(row.shipmentId);
    if (listed && statusOf(listed.status) === "out") continue;
    listUnder(byId, row.shipmentId).push(row);
  }
  return [...byId.entries()]
    .map(([id, rows]) => ({ id, day: dayOfShipment(rows, listing.get(id)), lines: linesOf(rows) }))
    .sort(
      (a, b) =>
        (a.day ?? Number.MAX_SAFE_INTEGER) - (b.day ?? Number.MAX_SAFE_INTEGER) || compareText(a.id, b.id),
    );
}

function dayOfShipment(rows: readonly ContentsRow[], listed: ShipmentRow | undefined): Day | null {
  if (listed?.created != null) return listed.created;
  const days = rows.flatMap(({ date }) => date ?? []).sort((a, b) => a - b);
  if (days[0] !== undefined) return days[0];
  const names = [
    ...rows.map(({ name, importedFor }) => [name, importedFor] as const),
    ...(listed ? [[listed.shipmentName, listed.importedFor] as const] : []),
  ];
  return names.reduce<Day | null>((day, [name, where]) => day ?? shipmentDay(name, where), null);
}

function linesOf(rows: readonly ContentsRow[]): Line[] {
  const lines = new Map<string, Line>();
  for (const { fnsku, merchantSku: msku, asin, shipped } of rows) {
    const key = fnsku || msku || asin;
    const line = lines.get(key);
    if (line) line.shipped += shipped ?? 0;
    else lines.set(key, { key, fnsku, msku, asin, shipped: shipped ?? 0 });
  }
  return [...lines.values()].filter(({ shipped }) => shipped > 0);
}

/** Why nobody can say what was shipped in all; empty = every listed shipment's contents are there in full. */
function missingContents({ contents, shipments }: CoverageRows, known: readonly Shipment[]): string[] {
  if (shipments === null) {
    return [
      "The shipping queue was never imported, so shipments may be missing. Import Inventory > Shipments > Export.",
    ];
  }
  const byId = new Map(known.map((shipment) => [shipment.id, shipment]));
  const packLists = new Map<string, ContentsRow[]>();
  for (const row of contents) listUnder(packLists, row.shipmentId).push(row);
  const wanted = shipments.filter(({ status }) => statusOf(status) !== "out");
  const absent = wanted.filter(({ shipmentId }) => !byId.has(shipmentId)).map(({ shipmentId }) => shipmentId);
  const partial = wanted.filter(({ shipmentId, unitsExpected }) => {
    const lines = byId.get(shipmentId)?.lines;
    const shipped = (lines ?? []).reduce((sum, line) => sum + line.shipped, 0);
    const lists = (packLists.get(shipmentId) ?? []).map(({ packList }) => packList);
    return lines !== undefined && (shipped < (unitsExpected ?? 0) || packListsMissing(lists).length > 0);
  });
  const unlisted = known.filter(({ id }) => id === "").length > 0;
  return [
    ...(absent.length > 0 ? [`The contents of ${named(absent)} are missing.`] : []),
    ...(partial.length > 0
      ? [`The contents of ${named(partial.map(({ shipmentId }) => shipmentId))} are not complete.`]
      : []),
    ...(unlisted ? ["A contents file does not say which shipment it belongs to."] : []),
  ];
}

function named(ids: readonly string[]): string {
  const shown = [...new Set(ids)].sort().slice(0, 3);
  const more = new Set(ids).size - shown.length;
  return listed([...shown, ...(more > 0 ? [count(more, "other shipment")] : [])]);
}

function noDay(shipmentId: string): string {
  return `Nobody says when shipment ${shipmentId} was made, so no invoice can be said to come before it.`;
}

function itemCoverage(
  line: Line,
  shipments: readonly ShippedItem[],
  cannotTell: readonly string[],
): ItemCoverage {
  const shipped = shipments.reduce((sum, one) => sum + one.shipped, 0);
  const invoiced = shipments.reduce((sum, one) => sum + one.invoiced, 0);
  return {
    fnsku: line.fnsku,
    msku: line.msku,
    asin: line.asin,
    shipped,
    invoiced,
    share: cannotTell.length > 0 ? null : invoiced / shipped,
    cannotTell: [...new Set(cannotTell)],
    shipments,
  };
}

/** The item a claim is about; null when no contents name it. */
export function coverageOf(found: Coverage, facts: ClaimFacts): ItemCoverage | null {
  const byFnsku = found.items.find(({ fnsku }) => facts.fnsku !== "" && fnsku === facts.fnsku);
  if (byFnsku || facts.fnsku !== "") return byFnsku ?? null;
  return found.items.find(({ msku }) => facts.msku !== "" && msku === facts.msku) ?? null;
}

/** The meter in a sentence; `item` null = no contents name the item. */
export function coverageInWords(item: ItemCoverage | null): string {
  if (item === null) {
    return "Cannot tell: no imported shipment contents name this item. Download them from Inventory > Shipments > Contents.";
  }
  const units = `${item.invoiced} of ${count(item.shipped, "shipped unit")} are on invoices dated before their shipment`;
  if (item.share === null)
    return `Cannot tell how much is covered. ${item.cannotTell.join(" ")} Known so far: ${units}.`;
  if (item.share === 1)
    return `All ${count(item.shipped, "shipped unit")} are on invoices dated before their shipment.`;
  const open = item.shipments.filter(({ shipped, invoiced }) => invoiced < shipped);
  const where = open.slice(0, 3).map((one) => {
    const day = one.day === null ? "" : ` of ${dated(one.day)}`;
    return `${one.shipped - one.invoiced} in ${one.shipmentId}${day}`;
  });
  const more = open.length - where.length;
  return `${units}. Not covered: ${listed([...where, ...(more > 0 ? [count(more, "other shipment")] : [])])}.`;
}
