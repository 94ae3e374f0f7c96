/**
 * The inventory ledger, detailed view: two downloads that overlap by a month. What an earlier download
 * showed as unreconciled may be reconciled in the later one; the edge days of both are partial.
 */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { LedgerRow } from "../model.ts";
import type { Place } from "../places.ts";
import { ledgerMoment, monthDayYear, quoted, type SampleFile, utf8 } from "./print.ts";

export const LEDGER_HEADER = [
  "Date",
  "FNSKU",
  "ASIN",
  "MSKU",
  "Title",
  "Event Type",
  "Reference ID",
  "Quantity",
  "Fulfillment Center",
  "Disposition",
  "Reason",
  "Country",
  "Reconciled Quantity",
  "Unreconciled Quantity",
  "Date and Time",
  "Store",
] as const;

/** Days before as-of at which the first download ends, and the second begins. */
const FIRST_ENDS = 100;
const SECOND_BEGINS = 130;

/** How many of the columns a marketplace's file has: Store, and Date and Time, come and go. */
const COLUMNS = { US: 16, UK: 15, DE: 14 } as const;

export function ledgerFiles(account: Account): SampleFile[] {
  const { place, asOf } = account;
  const [end, begin] = [addDays(asOf, -FIRST_ENDS), addDays(asOf, -SECOND_BEGINS)];
  const rows = [...account.ledger].sort((x, y) => x.day - y.day);
  // The edge days: every third row of the last day of one, of the first day of the other, is not in it.
  const first = rows.filter((row, at) => row.day < end || (row.day === end && at % 3 > 0));
  const second = rows.filter((row, at) => row.day > begin || (row.day === begin && at % 3 > 0));
  const header = LEDGER_HEADER.slice(0, COLUMNS[place.code]);
  const show = (list: readonly LedgerRow[], downloaded: Day) =>
    list.map((row) => cells(place, row, downloaded < asOf).slice(0, header.length));
  const folder = place.folder;
  return [
    utf8(`${folder}/inventory-ledger-1.csv`, quoted(header, show(first, end), ",", "\r\n")),
    utf8(`${folder}/inventory-ledger-2.txt`, quoted(header, show(second, asOf), "\t")),
  ];
}

function cells(place: Place, row: LedgerRow, earlier: boolean): (string | number)[] {
  const { reconciled, unreconciled } = (earlier ? row.before : null) ?? row;
  return [
    monthDayYear(row.day),
    row.fnsku,
    row.asin,
    row.msku,
    row.title,
    // Both spellings are about, and dispositions in either case.
    place.code === "DE" && row.event === "Adjustments" ? "Adjustment" : row.event,
    row.reference,
    row.quantity,
    row.centre,
    place.code === "DE" && earlier && row.disposition === "SELLABLE" ? "Sellable" : row.disposition,
    row.reason,
    row.country,
    reconciled ?? "",
    unreconciled ?? "",
    ledgerMoment(place, row.day),
    "",
  ];
}
