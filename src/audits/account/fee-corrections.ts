/**
 * Fees Amazon paid back by itself: `Fee_Correction` in `reimbursements`, or the same in a settlement. They name
 * an item and no charge, so they take off the oldest overcharge of the item that was made before them. Those of a
 * claim are left out: they come off what it is about (claims-of-money.ts).
 */

import { compareText } from "../../values/hash.ts";
import { money } from "../../values/money.ts";
import { listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { paymentsForMoney } from "./claims-of-money.ts";
import type { Overcharge } from "./fee-claims.ts";
import { entriesOf } from "./orders/entries.ts";
import { paymentsOf } from "./payments.ts";
import { placeOf } from "./regions.ts";

interface Correction {
  readonly day: number;
  readonly currency: string;
  left: number;
}

/** The overcharges without what was paid back for them. */
export function withoutCorrections(account: Account, overcharges: readonly Overcharge[]): Overcharge[] {
  const corrections = account.derive(correctionsOf);
  const ordered = [...overcharges].sort((a, b) => a.day - b.day || compareText(a.orderId, b.orderId));
  return ordered.flatMap((one) => {
    const { over } = one;
    let left = over.minor;
    for (const correction of corrections.get(keyOf(one.marketplace, one.item.msku)) ?? []) {
      if (correction.day < one.day || correction.currency !== over.currency) continue;
      const taken = Math.min(left, correction.left);
      correction.left -= taken;
      left -= taken;
    }
    return left === 0 ? [] : [{ ...one, over: money(left, over.currency) }];
  });
}

/** One correction shows in both reports: of an item the report that shows more of them in money counts. */
function correctionsOf(account: Account): ReadonlyMap<string, readonly Correction[]> {
  const reported = new Map<string, Correction[]>();
  const settled = new Map<string, Correction[]>();
  const claimed = new Map<string, number>();
  const ofClaims = account.derive(paymentsForMoney);
  for (const payment of account.derive(paymentsOf).paid) {
    const { reason, amount, date, marketplace, sku } = payment;
    if (amount === null || amount.minor <= 0) continue;
    if (ofClaims.has(payment)) {
      const key = `${keyOf(marketplace, sku)}|${amount.currency}`;
      claimed.set(key, (claimed.get(key) ?? 0) + amount.minor);
      continue;
    }
    if (reason !== "Fee_Correction") continue;
    listUnder(reported, keyOf(marketplace, sku)).push({
      day: date,
      currency: amount.currency,
      left: amount.minor,
    });
  }
  for (const { kind, units, amounts, day, sku, booked } of account.derive(entriesOf)) {
    // Money in without a unit: only a correction of fees is booked like that.
    const left = amounts.reimbursement ?? 0;
    if (kind !== "reimbursement" || units !== 0 || left <= 0 || day === null || booked.currency === null)
      continue;
    const key = keyOf(booked.marketplace, sku);
    // The settlement's view of what a claim was paid: the claim has it already.
    const known = Math.min(left, claimed.get(`${key}|${booked.currency}`) ?? 0);
    if (known > 0)
      claimed.set(`${key}|${booked.currency}`, (claimed.get(`${key}|${booked.currency}`) ?? 0) - known);
    if (left > known) listUnder(settled, key).push({ day, currency: booked.currency, left: left - known });
  }
  const total = (list: readonly Correction[]) => list.reduce((sum, c) => sum + c.left, 0);
  const items = [...new Set([...reported.keys(), ...settled.keys()])];
  return new Map(
    items.map((item) => {
      const [a, b] = [reported.get(item) ?? [], settled.get(item) ?? []];
      return [item, [...(total(a) >= total(b) ? a : b)].sort((x, y) => x.day - y.day)];
    }),
  );
}

function keyOf(marketplace: string, msku: string): string {
  return `${placeOf(marketplace).region}|${msku}`;
}
