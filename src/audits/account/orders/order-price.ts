/**
 * What a unit is worth after a customer ordered it: the price paid less the referral and fulfilment fees of
 * that very order. Amazon values units lost or damaged after an order like this since 2025-03-31 (US) and
 * 2025-03-10 (UK and EU). All three must be known; an unknown fee is not zero.
 */

import { formatMoney, type Money, money } from "../../../values/money.ts";
import { count, fill, listed } from "../../wording/text.ts";
import type { Valued } from "../valuation.ts";
import type { OrderLine, OrderMoney } from "./order-lines.ts";

const BASIS = {
  known:
    "Price paid in this order less its fees: {{price}} for {{sold}}, less {{commission}} referral fee and {{fulfilment}} fulfilment fee; of that {{units}}.",
  nothingLeft: "The fees of this order were as high as the price paid, so there is no money at stake.",
  notInData: "Not valued: the sale is in none of the imported settlements; its price and fees are unknown.",
  missing: "Not valued: the imported settlements do not show the {{missing}} of this order.",
  currencies: "Not valued: the order is booked in more than one currency.",
} as const;

/** The line of an order an item belongs to: by SKU, else the order's only line. */
export function lineOfItem(orders: OrderMoney, orderId: string, sku: string): OrderLine | null {
  const named = orders.line(orderId, sku);
  if (named !== null) return named;
  const lines = orders.linesOf(orderId);
  return sku === "" && lines.length === 1 ? (lines[0] ?? null) : null;
}

/** Units of an order line in the order's currency, or null with the reason. Promotions on the item lower the price paid. */
export function afterOrder(line: OrderLine | null, units: number): Valued {
  const sale = line?.sale ?? null;
  if (line === null || sale === null) return { amount: null, basis: BASIS.notInData };
  if (line.currency === null) return { amount: null, basis: BASIS.currencies };
  const { commission, fulfilmentFee } = sale;
  if (sale.units < 1 || sale.principal <= 0 || commission === null || fulfilmentFee === null) {
    const missing = [
      ...(sale.units < 1 ? ["quantity"] : []),
      ...(sale.principal <= 0 ? ["price"] : []),
      ...(commission === null ? ["referral fee"] : []),
      ...(fulfilmentFee === null ? ["fulfilment fee"] : []),
    ];
    return { amount: null, basis: fill(BASIS.missing, { missing: listed(missing) }) };
  }
  const { currency } = line;
  const priced = (minor: number): string => formatMoney(money(minor, currency));
  const price = sale.principal + sale.itemPromotion;
  const net = price + commission + fulfilmentFee;
  if (net <= 0) return { amount: money(0, currency), basis: BASIS.nothingLeft };
  const amount: Money = money(Math.round((net * units) / sale.units), currency);
  const basis = fill(BASIS.known, {
    units: count(units, "unit"),
    price: priced(price),
    commission: priced(-commission),
    fulfilment: priced(-fulfilmentFee),
    sold: count(sale.units, "unit"),
  });
  return { amount, basis };
}
