/**
 * What the order reports (`orders`, `fulfilled-shipments`) add where settlements are silent: units bought and
 * their price, who fulfilled the order, the day it shipped, the ASIN.
 */

import { marketplaceOfCurrency, marketplaceOfSite } from "../../../policy/index.ts";
import type { RowOf } from "../../../reports/definition.ts";
import { fulfilledShipments, orders } from "../../../reports/index.ts";
import { type Day, dayOfMoment } from "../../../values/day.ts";
import { compareText } from "../../../values/hash.ts";
import { type Currency, currencyOf } from "../../../values/money.ts";
import { listUnder } from "../../clearing.ts";
import type { Evidence } from "../../finding.ts";
import type { Account } from "../account.ts";
import { minorOf } from "./entry.ts";
import type { Sale } from "./sale.ts";
import { type Fulfilment, fulfilment } from "./words.ts";

export interface OrderFact {
  readonly asin: string;
  readonly sale: Sale | null;
  readonly currency: Currency | null;
  readonly marketplace: string | null;
  readonly fulfilment: Fulfilment | "multi-channel" | null;
  readonly shipped: Day | null;
}

export interface OrderFacts {
  line(orderId: string, sku: string): OrderFact | null;
}

/** One row of either report, in common terms. */
interface Sold {
  readonly orderId: string;
  readonly sku: string;
  readonly asin: string;
  readonly units: number;
  readonly price: number | null;
  readonly shipping: number | null;
  readonly giftWrap: number | null;
  readonly tax: number | null;
  readonly itemPromotion: number | null;
  readonly shippingPromotion: number | null;
  readonly currency: string;
  readonly channel: string;
  readonly site: string;
  readonly importedFor: string;
  readonly shipped: Day | null;
  readonly evidence: Evidence;
}

export function orderFactsOf(account: Account): OrderFacts {
  const shipped = underLine(account.rows(fulfilledShipments).map(shippedRow));
  const ordered = underLine(account.rows(orders).flatMap(orderedRow));
  const made = new Map<string, OrderFact | null>();
  return {
    line(orderId, sku) {
      const key = `${orderId}|${sku}`;
      let fact = made.get(key);
      if (fact === undefined) {
        fact = factOf(shipped.get(key) ?? [], ordered.get(key) ?? []);
        made.set(key, fact);
      }
      return fact;
    },
  };
}

function underLine(rows: readonly Sold[]): Map<string, Sold[]> {
  const byLine = new Map<string, Sold[]>();
  for (const row of rows) listUnder(byLine, `${row.orderId}|${row.sku}`).push(row);
  return byLine;
}

/** The order's own report tells all units; a shipment report may hold only some of its parcels. */
function factOf(shipped: readonly Sold[], ordered: readonly Sold[]): OrderFact | null {
  const rows = ordered.length > 0 ? ordered : shipped;
  const all = [...ordered, ...shipped];
  if (all.length === 0) return null;
  const currencies = new Set(rows.flatMap((row) => currencyOf(row.currency) ?? []));
  const currency = currencies.size === 1 ? ([...currencies][0] ?? null) : null;
  const sites = all.flatMap((row) => marketplaceOfSite(row.site)?.code ?? []).sort(compareText);
  const paidIn = all
    .flatMap((row) => marketplaceOfCurrency(row.currency, row.importedFor)?.code ?? [])
    .sort(compareText);
  const days = shipped.flatMap((row) => (row.shipped === null ? [] : [row.shipped]));
  return {
    asin: all.map((row) => row.asin).sort(compareText)[all.length - 1] ?? "",
    sale: currency === null ? null : saleOf(rows, currency),
    currency,
    marketplace: sites[0] ?? paidIn[0] ?? null,
    fulfilment: all.some((row) => /^non-amazon/i.test(row.site.trim()))
      ? "multi-channel"
      : all.some((row) => fulfilment(row.channel) === "seller")
        ? "seller"
        : all.some((row) => fulfilment(row.channel) === "amazon")
          ? "amazon"
          : null,
    shipped: days.length === 0 ? null : (Math.min(...days) as Day),
  };
}

function saleOf(rows: readonly Sold[], currency: Currency): Sale {
  const sum = (pick: (row: Sold) => number | null) =>
    rows.reduce((total, row) => total + minorOf(pick(row), currency), 0);
  return {
    units: rows.reduce((total, row) => total + row.units, 0),
    principal: sum((row) => row.price),
    shipping: sum((row) => row.shipping),
    giftWrap: sum((row) => row.giftWrap),
    tax: sum((row) => row.tax),
    // Printed as positive discounts here, booked as negative money in settlements.
    itemPromotion: -Math.abs(sum((row) => row.itemPromotion)),
    shippingPromotion: -Math.abs(sum((row) => row.shippingPromotion)),
    commission: null,
    fulfilmentFee: null,
    day: null,
    evidence: rows.map((row) => row.evidence),
  };
}

function shippedRow(row: RowOf<typeof fulfilledShipments>): Sold {
  return {
    orderId: row.amazonOrderId,
    sku: row.sku,
    asin: "",
    units: row.quantityShipped ?? 0,
    price: row.itemPrice,
    shipping: row.shippingPrice,
    giftWrap: row.giftWrapPrice,
    tax: row.itemTax,
    itemPromotion: row.itemPromotionDiscount,
    shippingPromotion: row.shipPromotionDiscount,
    currency: row.currency,
    // Everything in this report was sent by Amazon.
    channel: row.fulfillmentChannel || "AFN",
    site: row.salesChannel,
    importedFor: row.importedFor,
    shipped: row.shipmentDate === null ? null : dayOfMoment(row.shipmentDate),
    evidence: { report: "fulfilled-shipments", line: row.line },
  };
}

/** Cancelled lines were never bought. */
function orderedRow(row: RowOf<typeof orders>): Sold[] {
  if (/^cancel/i.test(row.itemStatus) || (row.quantity ?? 0) === 0) return [];
  return [
    {
      orderId: row.amazonOrderId,
      sku: row.sku,
      asin: row.asin,
      units: row.quantity ?? 0,
      price: row.itemPrice,
      shipping: row.shippingPrice,
      giftWrap: row.giftWrapPrice,
      tax: row.itemTax,
      itemPromotion: row.itemPromotionDiscount,
      shippingPromotion: row.shipPromotionDiscount,
      currency: row.currency,
      channel: row.fulfillmentChannel,
      site: row.salesChannel,
      importedFor: row.importedFor,
      shipped: null,
      evidence: { report: "orders", line: row.line },
    },
  ];
}
