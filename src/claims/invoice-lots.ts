/** Units on invoices, to be used up once each. */

import { listUnder } from "../audits/clearing.ts";
import { count } from "../audits/wording/text.ts";
import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import type { InvoiceRow } from "./coverage-meter.ts";

/** The numbers of an item; empty where it has none. */
export interface Lot {
  readonly fnsku: string;
  readonly msku: string;
  readonly asin: string;
}

interface InvoiceLot extends Lot {
  readonly day: Day;
  readonly invoice: string;
  left: number;
}

export interface Lots {
  /** Uses up units for an item shipped on a day: only invoices dated before it, the oldest first. */
  take(line: Lot & { readonly shipped: number }, before: Day): { invoiced: number; days: readonly Day[] };
}

/** The lots of all invoice lines, and what cannot count. Credit notes take units off the newest lots of their item. */
export function lotsOf(rows: readonly InvoiceRow[]): { lots: Lots; problems: string[] } {
  const problems: string[] = [];
  const all: InvoiceLot[] = [];
  for (const row of rows) {
    if ((row.units ?? 0) < 0) continue;
    const fault = faultOf(row);
    if (fault !== null) problems.push(fault);
    else if (row.invoiceDate !== null) {
      const { fnsku, msku, asin, invoiceDate: day, invoiceNumber: invoice } = row;
      all.push({ fnsku, msku, asin, day, invoice, left: row.units ?? 0 });
    }
  }
  all.sort((a, b) => a.day - b.day || compareText(a.invoice, b.invoice) || compareText(a.msku, b.msku));
  for (const row of rows) if ((row.units ?? 0) < 0) credit(all, row, problems);
  const lotsOfItem = indexed(all);
  return { lots: { take: (line, before) => takeFrom(lotsOfItem(line), line, before) }, problems };
}

/** Every lot that shares a number with an item, oldest first. */
function indexed(lots: readonly InvoiceLot[]): (item: Lot) => readonly InvoiceLot[] {
  const place = new Map(lots.map((lot, index) => [lot, index]));
  const byNumber = new Map<string, InvoiceLot[]>();
  for (const lot of lots) for (const number of numbersOf(lot)) listUnder(byNumber, number).push(lot);
  return (item) => {
    const found = new Set(numbersOf(item).flatMap((number) => byNumber.get(number) ?? []));
    return [...found].sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
  };
}

function numbersOf({ fnsku, msku, asin }: Lot): string[] {
  const numbers = Object.entries({ fnsku, msku, asin });
  return numbers.flatMap(([kind, number]) => (number === "" ? [] : [`${kind} ${number}`]));
}

function faultOf(row: InvoiceRow): string | null {
  const at = `Invoices, row ${row.line} (${row.invoiceNumber || "no number"})`;
  if (row.units === null || row.units === 0) return `${at}: it names no units, so it covers none.`;
  if (row.invoiceDate === null)
    return `${at}: it has no date, so nobody can say which shipments came after it.`;
  if (row.fnsku === "" && row.msku === "" && row.asin === "") return `${at}: it names no item.`;
  return null;
}

function credit(lots: readonly InvoiceLot[], row: InvoiceRow, problems: string[]): void {
  let owed = -(row.units ?? 0);
  const own = lots.filter((lot) => namesSame(lot, row));
  for (const lot of [...own].reverse()) {
    const units = Math.min(lot.left, owed);
    lot.left -= units;
    owed -= units;
  }
  if (owed > 0) {
    problems.push(
      `Invoices, row ${row.line} (${row.invoiceNumber || "no number"}): it credits ${count(owed, "unit")} no other invoice names.`,
    );
  }
}

/** A lot of the very item; by its FNSKU or SKU. */
function namesSame(lot: Lot, item: Lot): boolean {
  if (lot.fnsku !== "" && item.fnsku !== "") return lot.fnsku === item.fnsku;
  if (lot.msku !== "" && item.msku !== "") return lot.msku === item.msku;
  return isAsinOnly(lot) && isAsinOnly(item) && lot.asin === item.asin;
}

function isAsinOnly(lot: Lot): boolean {
  return lot.fnsku === "" && lot.msku === "";
}

function takeFrom(
  lots: readonly InvoiceLot[],
  line: Lot & { readonly shipped: number },
  before: Day,
): { invoiced: number; days: readonly Day[] } {
  let open = line.shipped;
  const days = new Set<Day>();
  const use = (lot: InvoiceLot) => {
    const units = Math.min(lot.left, open);
    if (units === 0) return;
    lot.left -= units;
    open -= units;
    days.add(lot.day);
  };
  const early = lots.filter((lot) => lot.day < before && lot.left > 0);
  for (const lot of early) if (namesSame(lot, line)) use(lot);
  for (const lot of early) if (isAsinOnly(lot) && lot.asin !== "" && lot.asin === line.asin) use(lot);
  return { invoiced: line.shipped - open, days: [...days].sort((a, b) => a - b) };
}
