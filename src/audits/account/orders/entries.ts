/**
 * All booked lines of an account's orders, each settlement read from one source: settlement V2, else V1, else
 * the payments CSV. Orders, refunds, fees and reimbursements all follow that choice, so that money described
 * by three files counts once.
 */

import { settlement, settlementV1, transactions } from "../../../reports/index.ts";
import type { Account } from "../account.ts";
import type { Entry } from "./entry.ts";
import { settlementEntries, settlementV1Entries } from "./settlement-entries.ts";
import { transactionEntries } from "./transaction-entries.ts";

export function entriesOf(account: Account): readonly Entry[] {
  const { v2, v1, csv } = account.derive(oneSourceOf);
  const booked = [...settlementEntries(v2), ...settlementV1Entries(v1)];
  return withoutPending([...booked, ...transactionEntries(csv)]);
}

/** The rows of each settlement from the one file that is read for it. */
export function oneSourceOf(account: Account) {
  const v2 = account.rows(settlement);
  const inV2 = settlementIds(v2);
  const v1 = account.rows(settlementV1).filter((row) => !inV2.has(row.settlementId));
  const inV1 = settlementIds(v1);
  const csv = account.rows(transactions).filter(({ settlementId: id }) => !inV2.has(id) && !inV1.has(id));
  return { v2, v1, csv };
}

/** Settlements a file speaks of, be it only by their total row; rows without an id speak of none. */
function settlementIds(rows: readonly { readonly settlementId: string }[]): ReadonlySet<string> {
  const ids = new Set(rows.map((row) => row.settlementId));
  ids.delete("");
  return ids;
}

/**
 * A payments CSV downloaded early holds deferred money without a settlement id. Once any settlement has booked
 * the same kind of line for the same item of an order, that is this money again.
 */
function withoutPending(entries: readonly Entry[]): Entry[] {
  const booked = new Set<string>();
  for (const entry of entries) if (!isPending(entry)) booked.add(lineKey(entry));
  return entries.filter((entry) => !isPending(entry) || !booked.has(lineKey(entry)));
}

function isPending(entry: Entry): boolean {
  return entry.settlementId === "" && entry.evidence.report === "transactions";
}

function lineKey(entry: Entry): string {
  return `${entry.kind}|${entry.orderId}|${entry.sku}`;
}
