/**
 * Units that came back damaged by Amazon or its carrier, and what was paid for them: Amazon's own word on the
 * return, payments for the order that no missing unit needed, payments for warehouse damage of the item that
 * name no order and that no ledger row has taken.
 */

import { listUnder } from "../clearing.ts";
import { findingId } from "../finding.ts";
import type { Account } from "./account.ts";
import { clearByClaim } from "./claim-payments.ts";
import { payByItem, payByOrders, type ReturnOpening, returnOpening } from "./return-openings.ts";
import { returnsOf } from "./returns.ts";
import { wrongItemsOf } from "./wrong-items.ts";

/** Whose fault: Amazon's or its carrier's. CUSTOMER_DAMAGED and DEFECTIVE stay with the seller. */
const DAMAGED_BY_AMAZON: readonly (string | null)[] = ["DAMAGED", "WAREHOUSE_DAMAGED", "CARRIER_DAMAGED"];

/** Damaged units by order and SKU. Run after all ledger rows have taken their payments (precedence.ts). */
export function damagedReturnsOf(account: Account): readonly (readonly ReturnOpening[])[] {
  const wrong = account.derive(wrongItemsOf);
  const damaged = account
    .derive(returnsOf)
    .all.filter((r) => r.date <= account.asOf && DAMAGED_BY_AMAZON.includes(r.disposition))
    .filter((r) => !wrong.has(r))
    .map((returned) => returnOpening(account, returned));
  for (const opening of damaged) {
    const { orderId, sku } = opening.returned;
    clearByClaim(account, findingId("returned-damaged-by-amazon", [orderId, sku]), [opening]);
  }
  payByOrders(account, "returned-damaged-by-amazon", damaged);
  payByItem(account, damaged, "Damaged_Warehouse");
  const byLine = new Map<string, ReturnOpening[]>();
  for (const units of damaged)
    listUnder(byLine, `${units.returned.orderId}|${units.returned.sku}`).push(units);
  return [...byLine.values()];
}
