/**
 * The inventory ledger as audits read it: adjustments and receipts by item, transfers between warehouses as
 * bare days and units. Customer shipments, most of a ledger, are passed over unread (ledger-table.ts).
 */

import type { AdjustmentCode, Disposition } from "../../policy/index.ts";
import { ledgerDetail } from "../../reports/index.ts";
import type { Day } from "../../values/day.ts";
import { addUnder, byDate, listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { type LedgerTable, ledgerTableOf, type UnnumberedRow } from "./ledger-table.ts";
import type { Place } from "./regions.ts";

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
  /** By item and condition: what left one warehouse for another, and what arrived. */
  readonly transfers: readonly Transfers[];
  /** Units customers returned to stock, per day, in a stock region. */
  returnDays(region: string): readonly { readonly date: Day; readonly units: number }[];
  /** The place of a fulfilment centre, as far as the ledger shows it in one region only. */
  placeOfCentre(centre: string): Place | null;
  /** Adjustments whose reason nobody knows: left out, and listed. */
  readonly unknown: readonly LedgerRow[];
}

/** The transfers of an item in one condition; row by row only on demand, because there are very many. */
export interface Transfers {
  readonly itemKey: string;
  readonly region: string;
  /** As codes write it, e.g. `SELLABLE`. */
  readonly condition: string;
  /** Day, then units (out negative, in positive) of each row, in no order. */
  readonly days: readonly Day[];
  readonly units: readonly number[];
  /** The rows out of one day, in the order of their identities. */
  departures(day: Day): readonly LedgerRow[];
}

export function ledgerOf(account: Account): Ledger {
  const found: UnnumberedRow[] = [];
  const returns = new Map<string, Map<Day, number>>();
  const centres = new Map<string, Place | null>();
  const moved = new Map<string, TransferRows>();
  const tables = account.input.tables.filter(({ report }) => report === ledgerDetail.id).map(ledgerTableOf);
  const again = toldAgain(tables);
  for (const table of tables) readTable(table, again.get(table), found, returns, centres, moved);
  const adjustments = new Map<string, LedgerRow[]>();
  const receipts = new Map<string, LedgerRow[]>();
  const receiptsOfItem = new Map<string, LedgerRow[]>();
  const unknown: LedgerRow[] = [];
  for (const row of numbered(found)) {
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
    transfers: [...moved.values()].map(transfersOf),
    unknown,
    returnDays: (region) =>
      [...(returns.get(region) ?? [])]
        .map(([date, units]) => ({ date, units }))
        .sort((a, b) => a.date - b.date),
    placeOfCentre: (centre) => centres.get(centre) ?? null,
  };
}

/**
 * Rows without a country that another download tells with it: the same events, which the country in the identity keeps
 * apart. Row numbers by table; empty unless some rows name a country and some do not.
 */
function toldAgain(tables: readonly LedgerTable[]): ReadonlyMap<LedgerTable, ReadonlySet<number>> {
  const again = new Map<LedgerTable, Set<number>>();
  const without = new Map<string, { readonly table: LedgerTable; readonly i: number }[]>();
  const eachRow = (named: boolean, visit: (key: string, table: LedgerTable, i: number) => void) => {
    for (const table of tables) {
      for (let i = 0; i < table.length; i++) {
        if (table.namesCountry(i) !== named || table.event(i) === null) continue;
        const row = table.row(i);
        visit([row.region, ...identityOf({ ...row, country: "" }, 0)].join("\u0001"), table, i);
      }
    }
  };
  eachRow(false, (key, table, i) => listUnder(without, key).push({ table, i }));
  if (without.size === 0) return again;
  eachRow(true, (key) => {
    const twin = without.get(key)?.pop();
    if (twin === undefined) return;
    const known = again.get(twin.table) ?? new Set();
    again.set(twin.table, known.add(twin.i));
  });
  return again;
}

function readTable(
  table: LedgerTable,
  again: ReadonlySet<number> | undefined,
  found: UnnumberedRow[],
  returns: Map<string, Map<Day, number>>,
  centres: Map<string, Place | null>,
  moved: Map<string, TransferRows>,
): void {
  for (let i = 0; i < table.length; i++) {
    if (again?.has(i)) continue;
    const event = table.event(i);
    if (event === "WhseTransfers") noteTransfer(moved, table, i);
    if (event !== "Adjustments" && event !== "Receipts" && event !== "CustomerReturns") continue;
    const place = table.place(i);
    const centre = table.centre(i);
    if (centre !== "") centres.set(centre, sameRegion(centres.get(centre), place));
    if (event === "CustomerReturns") {
      const days = returns.get(place.region) ?? new Map<Day, number>();
      days.set(table.date(i), (days.get(table.date(i)) ?? 0) + Math.max(0, table.quantity(i)));
      returns.set(place.region, days);
    } else {
      found.push(table.row(i));
    }
  }
}

function sameRegion(known: Place | null | undefined, place: Place): Place | null {
  if (known === undefined) return place;
  return known?.region === place.region ? known : null;
}

interface TransferRows {
  readonly itemKey: string;
  readonly region: string;
  readonly condition: string;
  readonly days: Day[];
  readonly units: number[];
  /** Where each row stands: its table, and its place there. */
  readonly tables: LedgerTable[];
  readonly at: number[];
}

function noteTransfer(moved: Map<string, TransferRows>, table: LedgerTable, i: number): void {
  // A blank condition is sellable stock, as everywhere in the ledger.
  const [itemKey, condition] = [table.itemKey(i), table.condition(i) || "SELLABLE"];
  const key = `${itemKey}\u0001${condition}`;
  let rows = moved.get(key);
  if (rows === undefined) {
    const { region } = table.place(i);
    rows = { itemKey, region, condition, days: [], units: [], tables: [], at: [] };
    moved.set(key, rows);
  }
  rows.days.push(table.date(i));
  rows.units.push(table.quantity(i));
  rows.tables.push(table);
  rows.at.push(i);
}

function transfersOf({ tables, at, ...rows }: TransferRows): Transfers {
  let outOfDay: Map<Day, number[]> | null = null;
  return {
    ...rows,
    departures(day) {
      if (outOfDay === null) {
        outOfDay = new Map();
        for (const [n, of] of rows.days.entries())
          if ((rows.units[n] ?? 0) < 0) listUnder(outOfDay, of).push(n);
      }
      const out = (outOfDay.get(day) ?? []).flatMap((n) => tables[n]?.row(at[n] ?? 0) ?? []);
      return numbered(out);
    },
  };
}

/**
 * Numbers equal rows, and puts all in the order of their days. Those with fewer open units come last, so that as Amazon reconciles some of them the
 * rest keep the numbers, and their findings the ids, they had.
 */
function numbered(rows: UnnumberedRow[]): readonly UnnumberedRow[] {
  const equal = new Map<string, UnnumberedRow[]>();
  for (const row of rows) {
    row.identityParts = identityOf(row, 0);
    row.identity = row.identityParts.join("\u0001");
    addUnder(equal, row.identity, row);
  }
  for (const same of equal.values()) {
    if (same.length === 1) continue;
    same.sort((a, b) => b.unreconciled - a.unreconciled || a.line - b.line);
    for (const [occurrence, row] of same.entries()) {
      row.identityParts = identityOf(row, occurrence);
      row.identity = row.identityParts.join("\u0001");
    }
  }
  return rows.sort(byDate);
}

function identityOf(row: UnnumberedRow, occurrence: number): readonly (string | number)[] {
  return [
    row.date,
    row.fnsku,
    row.msku,
    row.event,
    row.referenceId,
    row.quantity,
    row.centre,
    row.disposition ?? row.dispositionText.toUpperCase(),
    // The kind, not the code: words on screen do not tell M from 5, nor F from N.
    row.code?.kind ?? row.reason.toUpperCase(),
    row.country,
    occurrence,
  ];
}
