/**
 * All booked lines of an account's orders, each settlement read from one source: settlement V2, else V1, else
 * the payments CSV. Orders, refunds, fees and reimbursements all follow that choice, so that money described
 * by three files counts once.
 */

import { settlement, settlementV1, transactions } from "../../reports/index.ts";
import type { Account } from "../account.ts";
import type { Entry, EntrySource } from "./entry.ts";
import { settlementEntries, settlementV1Entries } from "./settlement-entries.ts";
import { transactionEntries } from "./transaction-entries.ts";

export function entriesOf(account: Account): readonly Entry[] {
  const v2 = account.rows(settlement);
  const v1 = account.rows(settlementV1);
  const source = sourceOfSettlements(
    v2.map((row) => row.settlementId),
    v1.map((row) => row.settlementId),
  );
  const settled = [
    ...settlementEntries(v2.filter((row) => source(row.settlementId) === "settlement")),
    ...settlementV1Entries(v1.filter((row) => source(row.settlementId) === "settlement-v1")),
    ...transactionEntries(
      account.rows(transactions).filter((row) => source(row.settlementId) === "transactions"),
    ),
  ];
  return withoutPending(settled);
}

/** Which file a settlement id is read from; any row of a better one decides, its total row too. */
function sourceOfSettlements(
  v2: readonly string[],
  v1: readonly string[],
): (settlementId: string) => EntrySource {
  const inV2 = new Set(v2);
  const inV1 = new Set(v1);
  return (id) => {
    if (id === "") return "transactions";
    return inV2.has(id) ? "settlement" : inV1.has(id) ? "settlement-v1" : "transactions";
  };
}

/**
 * A payments CSV downloaded early holds deferred money without a settlement id. Once any settlement has booked
 * the same kind of line for the same item of an order, that is this money again.
 */
function withoutPending(entries: readonly Entry[]): Entry[] {
  const booked = new Set<string>();
  for (const entry of entries) if (entry.settlementId !== "") booked.add(lineKey(entry));
  return entries.filter((entry) => entry.settlementId !== "" || !booked.has(lineKey(entry)));
}

function lineKey(entry: Entry): string {
  return `${entry.kind}|${entry.orderId}|${entry.sku}`;
}
