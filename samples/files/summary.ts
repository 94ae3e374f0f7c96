/** The inventory ledger, summary view, by day: some files print what leaves with a minus sign, some without. */

import type { Account } from "../account.ts";
import type { SummaryMoves, SummaryRow } from "../model.ts";
import { monthDayYear, quoted, type SampleFile, utf8 } from "./print.ts";

export const SUMMARY_HEADER = [
  "Date",
  "FNSKU",
  "ASIN",
  "MSKU",
  "Title",
  "Disposition",
  "Starting Warehouse Balance",
  "In Transit Between Warehouses",
  "Receipts",
  "Customer Shipments",
  "Customer Returns",
  "Vendor Returns",
  "Warehouse Transfer In/Out",
  "Found",
  "Lost",
  "Damaged",
  "Disposed",
  "Other Events",
  "Ending Warehouse Balance",
  "Unknown Events",
  "Location",
  "Store",
] as const;

/** How many of the columns a marketplace's file has, and whether what leaves is below zero in it. */
const LOOKS = {
  US: { columns: 22, signed: true },
  UK: { columns: 21, signed: false },
  DE: { columns: 21, signed: true },
} as const;

export function summaryFiles(account: Account): SampleFile[] {
  const { place, summaries } = account;
  if (summaries.length === 0) return [];
  const { columns, signed } = LOOKS[place.code];
  const rows = [...summaries].sort((x, y) => x.day - y.day);
  const cells = rows.map((row) => cellsOf(row, place.country, signed).slice(0, columns));
  const text = quoted(SUMMARY_HEADER.slice(0, columns), cells, ",");
  return [utf8(`${place.folder}/ledger-summary.csv`, text)];
}

function cellsOf({ day, item, start, moves, end }: SummaryRow, country: string, signed: boolean) {
  const out = (name: keyof SummaryMoves) => (signed ? (moves[name] ?? 0) : Math.abs(moves[name] ?? 0));
  return [
    monthDayYear(day),
    item.fnsku,
    item.asin,
    item.msku,
    item.title,
    "SELLABLE",
    start,
    0,
    moves.receipts ?? 0,
    out("shipments"),
    moves.returns ?? 0,
    out("removals"),
    moves.transfers ?? 0,
    moves.found ?? 0,
    out("lost"),
    out("damaged"),
    out("disposed"),
    moves.other ?? 0,
    end,
    0,
    country,
    "",
  ];
}
