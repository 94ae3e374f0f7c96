/**
 * Which items an order held, its replacement orders included: what every report that names the order shows of it.
 * `fulfilled-shipments` prints no ASIN, so an item's numbers are also looked up wherever its MSKU stands.
 */

import { fulfilledShipments, orders } from "../../../reports/index.ts";
import { compareText } from "../../../values/hash.ts";
import { listUnder } from "../../clearing.ts";
import type { Evidence } from "../../finding.ts";
import type { Item } from "../../wording/draft.ts";
import type { Account } from "../account.ts";
import { itemNumbersOf } from "../item-numbers.ts";
import { type Replacements, replacementsOf } from "../replacements.ts";
import { returnsOf } from "../returns.ts";
import { orderMoneyOf } from "./order-lines.ts";

export interface OrderContents {
  /** Each item once, by MSKU and ASIN; a number no report tells is blank. */
  readonly items: readonly Item[];
  /** The order stands in an order report, and the ASIN of every item in it is known. */
  readonly complete: boolean;
  /** Rows of the order reports. */
  readonly evidence: readonly Evidence[];
}

export interface Contents {
  ofOrder(orderId: string, region: string): OrderContents;
}

interface Held {
  readonly sku: string;
  readonly asin: string;
  readonly evidence: Evidence;
}

export function orderContentsOf(account: Account): Contents {
  const replaced = account.derive(replacementsOf);
  const replacing = heldByReplacements(replaced);
  const reported = heldByReports(account, ordersReturned(account));
  return {
    ofOrder(orderId, region) {
      const original = replaced.originalOf(orderId);
      const family = replaced.familyOf(original);
      const inReports = family.flatMap((id) => reported.get(id) ?? []);
      const settled = family.flatMap((id) => account.derive(orderMoneyOf).linesOf(id));
      const numbers = account.derive(itemNumbersOf);
      const asins = new Map<string, Set<string>>();
      for (const { sku, asin } of [...inReports, ...settled, ...(replacing.get(original) ?? [])]) {
        const known = asins.get(sku) ?? new Set<string>();
        asins.set(sku, asin === "" ? known : known.add(asin));
      }
      const all = [...asins.keys()].sort(compareText).flatMap((msku): Item[] => {
        const { fnsku, asin } = numbers.ofMsku(region, msku);
        const own = [...(asins.get(msku) ?? [])].sort(compareText);
        return (own.length > 0 ? own : [asin]).map((known) => ({ msku, fnsku, asin: known }));
      });
      return {
        items: all,
        complete: inReports.length > 0 && all.every((item) => item.asin !== ""),
        evidence: inReports.map((held) => held.evidence),
      };
    },
  };
}

/** Only these are ever asked for; a seller has many times as many orders. */
function ordersReturned(account: Account): ReadonlySet<string> {
  const { familyOf, originalOf } = account.derive(replacementsOf);
  return new Set(account.derive(returnsOf).all.flatMap(({ orderId }) => familyOf(originalOf(orderId))));
}

function heldByReports(account: Account, wanted: ReadonlySet<string>): ReadonlyMap<string, readonly Held[]> {
  const held = new Map<string, Held[]>();
  for (const { amazonOrderId, sku, asin, line } of account.rows(orders)) {
    if (!wanted.has(amazonOrderId)) continue;
    listUnder(held, amazonOrderId).push({ sku, asin, evidence: { report: "orders", line } });
  }
  for (const { amazonOrderId, sku, line } of account.rows(fulfilledShipments)) {
    if (!wanted.has(amazonOrderId)) continue;
    const evidence = { report: "fulfilled-shipments", line };
    listUnder(held, amazonOrderId).push({ sku, asin: "", evidence });
  }
  return held;
}

function heldByReplacements({ all, originalOf }: Replacements): ReadonlyMap<string, readonly Held[]> {
  const held = new Map<string, Held[]>();
  for (const { originalOrderId, sku, asin, evidence } of all) {
    listUnder(held, originalOf(originalOrderId)).push({ sku, asin, evidence });
  }
  return held;
}
