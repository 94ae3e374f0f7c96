/**
 * What disproves that a file shares the period of the files imported with it: another report shows events
 * it should hold and does not. Sparse reports are never judged by their own silence.
 */

import { settlement, settlementV1 } from "../../reports/index.ts";
import { addDays, type Day, dayOfMoment } from "../../values/day.ts";
import type { ImportRecord } from "../audit.ts";
import type { Account } from "./account.ts";
import { ledgerOf } from "./ledger.ts";
import { entriesOf } from "./orders/entries.ts";
import { type Period, spanOf, without } from "./periods.ts";
import { placeOf } from "./regions.ts";

/** So many units returned to stock outside the rows of customer-returns show that the file is shorter. */
const RETURNS_THAT_DISPROVE = 3;

/** What remains of the presumed period of a report's files of one batch. */
export function undisproved(
  account: Account,
  report: string,
  region: string,
  presumed: Period,
  files: readonly ImportRecord[],
): Period[] {
  if (report === "customer-returns") return returnsBounded(account, region, presumed, files);
  if (report === "reimbursements") return reimbursementsBounded(account, region, presumed, files);
  if (report === "settlement") return without(presumed, missingSettlements(account, region));
  return [presumed];
}

/** Three or more ledger CustomerReturns units before the first or after the last row: then the rows bound it. */
function returnsBounded(account: Account, region: string, presumed: Period, files: readonly ImportRecord[]) {
  const days = account.derive(ledgerOf).returnDays(region);
  const units = (from: Day, to: Day) =>
    days.reduce((sum, d) => (d.date >= from && d.date <= to ? sum + d.units : sum), 0);
  const rows = rowsPeriod(files);
  if (rows === null) return units(presumed.from, presumed.to) >= RETURNS_THAT_DISPROVE ? [] : [presumed];
  const before = units(presumed.from, addDays(rows.from, -1)) >= RETURNS_THAT_DISPROVE;
  const after = units(addDays(rows.to, 1), presumed.to) >= RETURNS_THAT_DISPROVE;
  return [{ from: before ? rows.from : presumed.from, to: after ? rows.to : presumed.to }];
}

/** Settlement reimbursement rows before the first row of `reimbursements`. */
function reimbursementsBounded(
  account: Account,
  region: string,
  presumed: Period,
  files: readonly ImportRecord[],
) {
  const rows = rowsPeriod(files);
  const posted = account.derive(reimbursementsPosted).filter((p) => p.region === region);
  const before = posted.some(
    (p) => p.day >= presumed.from && p.day <= presumed.to && (rows === null || p.day < rows.from),
  );
  if (!before) return [presumed];
  return rows === null ? [] : [{ from: rows.from, to: presumed.to }];
}

function rowsPeriod(files: readonly ImportRecord[]): Period | null {
  return spanOf(files.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]));
}

/** Days on which settlements or the payments CSV, in any language, show units paid for. */
function reimbursementsPosted(account: Account): readonly { day: Day; region: string }[] {
  return account
    .derive(entriesOf)
    .flatMap(({ kind, units, day, booked }) =>
      kind === "reimbursement" && (units ?? 0) > 0 && day !== null
        ? [{ day, region: placeOf(booked.marketplace).region }]
        : [],
    );
}

/** The days between two settlements of one account that no settlement covers. */
function missingSettlements(account: Account, region: string): Period[] {
  const periods = [...account.rows(settlement), ...account.rows(settlementV1)]
    .filter((row) => placeOf(row.importedFor).region === region)
    .flatMap((row) =>
      row.settlementStartDate !== null && row.settlementEndDate !== null
        ? [{ from: dayOfMoment(row.settlementStartDate), to: dayOfMoment(row.settlementEndDate) }]
        : [],
    );
  const whole = spanOf(periods.flatMap(({ from, to }) => [from, to]));
  return whole === null ? [] : without(whole, periods);
}
