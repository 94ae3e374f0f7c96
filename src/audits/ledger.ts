/**
 * The inventory ledger as audits read it: adjustments and receipts by item, with codes, dispositions and
 * places resolved. Most of a ledger is customer shipments no audit asks for; they are passed over unread.
 */

import {
  type AdjustmentCode,
  adjustmentCode,
  type Disposition,
  disposition,
  ledgerEvent,
} from "../policy/index.ts";
import type { Cell, Table } from "../reports/definition.ts";
import { ledgerDetail } from "../reports/index.ts";
import type { Day } from "../values/day.ts";
import type { Account } from "./account.ts";
import { byDate, listUnder } from "./clearing.ts";
import { itemKey } from "./items.ts";
import { type Place, placeOfCountry } from "./regions.ts";

export interface LedgerRow extends Place {
  readonly date: Day;
  readonly fnsku: string;
  readonly asin: string;
  readonly msku: string;
  readonly itemKey: string;
  /** Null: not an adjustment, or a reason nobody knows. */
  readonly code: AdjustmentCode | null;
  readonly reason: string;
  readonly referenceId: string;
  /** Signed units. */
  readonly quantity: number;
  readonly centre: string;
  /** Null when blank or unknown; `dispositionText` is what the row prints. */
  readonly disposition: Disposition | null;
  readonly dispositionText: string;
  /** Units Amazon has matched, and not; together the row's units. All unreconciled where the columns are missing or blank. */
  readonly reconciled: number;
  readonly unreconciled: number;
  /** The ledger identity with the occurrence number: equal rows are separate events. */
  readonly identity: string;
  readonly identityParts: readonly (string | number)[];
  readonly line: number;
}

export interface Ledger {
  /** By item key, oldest first. */
  readonly adjustments: ReadonlyMap<string, readonly LedgerRow[]>;
  /** Receipts by the inbound shipment they name, oldest first. */
  readonly receipts: ReadonlyMap<string, readonly LedgerRow[]>;
  readonly receiptsOfItem: ReadonlyMap<string, readonly LedgerRow[]>;
  /** Units customers returned to stock, per day, in a stock region. */
  returnDays(region: string): readonly { readonly date: Day; readonly units: number }[];
  /** The place of a fulfilment centre, as far as the ledger shows it in one region only. */
  placeOfCentre(centre: string): Place | null;
  /** Adjustments whose reason nobody knows: left out, and listed. */
  readonly unknown: readonly LedgerRow[];
}

type Identified = Omit<LedgerRow, "identity" | "identityParts"> & {
  readonly event: string;
  readonly country: string;
};

export function ledgerOf(account: Account): Ledger {
  const found: Identified[] = [];
  const returns = new Map<string, Map<Day, number>>();
  const centres = new Map<string, Place | null>();
  for (const table of account.input.tables) {
    if (table.report === ledgerDetail.id) readTable(table, found, returns, centres);
  }
  const adjustments = new Map<string, LedgerRow[]>();
  const receipts = new Map<string, LedgerRow[]>();
  const receiptsOfItem = new Map<string, LedgerRow[]>();
  const unknown: LedgerRow[] = [];
  for (const row of numbered(found).sort(byDate)) {
    if (row.event === "Receipts") {
      listUnder(receiptsOfItem, row.itemKey).push(row);
      if (row.referenceId !== "") listUnder(receipts, row.referenceId).push(row);
    } else {
      listUnder(adjustments, row.itemKey).push(row);
      if (row.code === null) unknown.push(row);
    }
  }
  return {
    adjustments,
    receipts,
    receiptsOfItem,
    unknown,
    returnDays: (region) =>
      [...(returns.get(region) ?? [])]
        .map(([date, units]) => ({ date, units }))
        .sort((a, b) => a.date - b.date),
    placeOfCentre: (centre) => centres.get(centre) ?? null,
  };
}

function readTable(
  table: Table,
  found: Identified[],
  returns: Map<string, Map<Day, number>>,
  centres: Map<string, Place | null>,
): void {
  const column = (field: keyof typeof ledgerDetail.columns): readonly Cell[] => table.columns[field] ?? [];
  const text = (cells: readonly Cell[], i: number) => {
    const cell = cells[i];
    return typeof cell === "string" ? cell.trim() : cell === null || cell === undefined ? "" : String(cell);
  };
  const [dates, quantities, events] = [column("date"), column("quantity"), column("eventType")];
  const [fnskus, asins, mskus] = [column("fnsku"), column("asin"), column("msku")];
  const [references, reasons, countries] = [column("referenceId"), column("reason"), column("country")];
  const [fulfilmentCentres, dispositions] = [column("fulfillmentCenter"), column("disposition")];
  const [reconciledUnits, unreconciledUnits] = [column("reconciledQuantity"), column("unreconciledQuantity")];
  const eventNamed = remembered((name: string) => ledgerEvent(name));
  const placeNamed = remembered((key: string) => {
    const bar = key.indexOf("|");
    return placeOfCountry(key.slice(bar + 1), key.slice(0, bar));
  });
  const dispositionNamed = remembered((name: string) => disposition(name));
  const codeNamed = remembered((key: string) => {
    const [reason = "", sign, was = ""] = key.split("|");
    return adjustmentCode(reason, { quantity: Number(sign), disposition: was });
  });

  for (let i = 0; i < table.length; i++) {
    const event = eventNamed(text(events, i));
    if (event !== "Adjustments" && event !== "Receipts" && event !== "CustomerReturns") continue;
    const date = dates[i] as Day | null | undefined;
    const quantity = quantities[i];
    if (date === null || date === undefined || typeof quantity !== "number" || quantity === 0) continue;
    const country = text(countries, i).toUpperCase();
    const place = placeNamed(`${table.importedFor[i] ?? ""}|${country}`);
    const centre = text(fulfilmentCentres, i);
    if (centre !== "") centres.set(centre, sameRegion(centres.get(centre), place));
    if (event === "CustomerReturns") {
      const days = returns.get(place.region) ?? new Map<Day, number>();
      days.set(date, (days.get(date) ?? 0) + Math.max(0, quantity));
      returns.set(place.region, days);
      continue;
    }
    const fnsku = text(fnskus, i);
    const asin = text(asins, i);
    const msku = text(mskus, i);
    const dispositionText = text(dispositions, i);
    const reason = text(reasons, i);
    const code =
      event === "Adjustments" ? codeNamed(`${reason}|${Math.sign(quantity)}|${dispositionText}`) : null;
    found.push({
      ...place,
      date,
      event,
      country,
      fnsku,
      asin,
      msku,
      itemKey: itemKey(place.region, fnsku, asin, msku),
      code,
      reason,
      referenceId: text(references, i),
      quantity,
      centre,
      disposition: dispositionNamed(dispositionText),
      dispositionText,
      ...reconciliation(Math.abs(quantity), reconciledUnits[i], unreconciledUnits[i]),
      line: table.lines[i] ?? 0,
    });
  }
}

function sameRegion(known: Place | null | undefined, place: Place): Place | null {
  if (known === undefined) return place;
  return known?.region === place.region ? known : null;
}

/** Amazon counts what it matched in the two columns; a blank means nothing is matched yet. */
function reconciliation(units: number, reconciled: Cell | undefined, unreconciled: Cell | undefined) {
  const open =
    typeof unreconciled === "number"
      ? Math.abs(unreconciled)
      : typeof reconciled === "number"
        ? units - Math.abs(reconciled)
        : units;
  const within = Math.min(units, Math.max(0, open));
  return { reconciled: units - within, unreconciled: within };
}

/**
 * Numbers equal rows. Those with fewer open units come last, so that as Amazon reconciles some of them the
 * rest keep the numbers, and their findings the ids, they had.
 */
function numbered(rows: readonly Identified[]): (LedgerRow & { event: string })[] {
  const equal = new Map<string, Identified[]>();
  const partsOf = (row: Identified): (string | number)[] => [
    row.date,
    row.fnsku,
    row.msku,
    row.event,
    row.referenceId,
    row.quantity,
    row.centre,
    row.disposition ?? row.dispositionText.toUpperCase(),
    row.code?.code ?? row.reason.toUpperCase(),
    row.country,
  ];
  for (const row of rows) listUnder(equal, partsOf(row).join("\u0001")).push(row);
  return [...equal.entries()].flatMap(([key, same]) =>
    same
      .sort((a, b) => b.unreconciled - a.unreconciled || a.line - b.line)
      .map((row, i) => ({ ...row, identity: `${key}\u0001${i}`, identityParts: [...partsOf(row), i] })),
  );
}

/** A function of text that works each distinct text out once. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined && !known.has(text)) {
      value = work(text);
      known.set(text, value);
    }
    return value as T;
  };
}
