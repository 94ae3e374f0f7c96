/** Orders, and what Amazon shipped for them: the reports that carry buyers' data, made up here, to be dropped. */

import { addDays } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Order } from "../model.ts";
import { amount, commas, isoUtc, type SampleFile, tabbed, utf8 } from "./print.ts";

export const FULFILLED_HEADER = (
  "amazon-order-id merchant-order-id shipment-id shipment-item-id amazon-order-item-id merchant-order-item-id " +
  "purchase-date payments-date shipment-date reporting-date buyer-email buyer-name buyer-phone-number sku product-name " +
  "quantity-shipped currency item-price item-tax shipping-price shipping-tax gift-wrap-price gift-wrap-tax " +
  "ship-service-level recipient-name ship-address-1 ship-address-2 ship-address-3 ship-city ship-state " +
  "ship-postal-code ship-country ship-phone-number bill-address-1 bill-address-2 bill-address-3 bill-city bill-state " +
  "bill-postal-code bill-country item-promotion-discount ship-promotion-discount carrier tracking-number " +
  "estimated-arrival-date fulfillment-center-id fulfillment-channel sales-channel"
).split(" ");

export const ORDERS_HEADER = (
  "amazon-order-id merchant-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel " +
  "order-channel ship-service-level product-name sku asin item-status quantity currency item-price item-tax " +
  "shipping-price shipping-tax gift-wrap-price gift-wrap-tax item-promotion-discount ship-promotion-discount ship-city " +
  "ship-state ship-postal-code ship-country promotion-ids cpf is-business-order purchase-order-number " +
  "price-designation signature-confirmation-recommended order-item-id"
).split(" ");

/** Nobody's data: reserved domains and numbers, names of no one. */
const BUYER: Readonly<Record<string, string>> = {
  "buyer-email": "buyer.sample@marketplace.example",
  "buyer-name": "Jane Q. Sample",
  "buyer-phone-number": "555-0100",
  "recipient-name": "John Q. Sample",
  "ship-address-1": "1 Example Street",
  "ship-address-2": "Apt. 2",
  "ship-phone-number": "555-0101",
  "bill-address-1": "1 Example Street",
};

const TOWN: Readonly<Record<string, readonly [string, string, string]>> = {
  US: ["AUSTIN", "TX", "78701"],
  UK: ["LEEDS", "West Yorkshire", "LS1 1AA"],
  DE: ["Köln", "NRW", "50667"],
};

export function orderFiles(account: Account): SampleFile[] {
  const { place } = account;
  const orders = [...account.orders].sort(
    (x, y) => x.day - y.day || (x.id < y.id ? -1 : x.id > y.id ? 1 : 0),
  );
  const shipped = orders.filter((order) => order.channel !== "MFN");
  const fulfilled = commas(
    FULFILLED_HEADER,
    shipped.map((order) =>
      row(FULFILLED_HEADER, { ...common(account, order), ...BUYER, ...shipping(account, order) }),
    ),
  );
  const all = tabbed(
    ORDERS_HEADER,
    orders
      .filter((order) => order.channel !== "multi-channel")
      .map((order) => row(ORDERS_HEADER, { ...common(account, order), ...placed(account, order) })),
  );
  return [
    utf8(`${place.folder}/fulfilled-shipments.csv`, fulfilled),
    utf8(`${place.folder}/orders.txt`, all),
  ];
}

function row(header: readonly string[], cells: Readonly<Record<string, string>>): string[] {
  return header.map((name) => cells[name] ?? "");
}

function common(account: Account, order: Order): Record<string, string> {
  const [city, state, postal] = TOWN[account.place.code] ?? ["", "", ""];
  return {
    "amazon-order-id": order.id,
    "purchase-date": isoUtc(order.day, order.second),
    sku: order.item.msku,
    "product-name": order.item.title,
    currency: account.place.currency,
    "item-price": amount(order.item.price * order.units),
    "item-tax": "0.00",
    "shipping-price": "0.00",
    "shipping-tax": "0.00",
    "gift-wrap-price": "0.00",
    "gift-wrap-tax": "0.00",
    "item-promotion-discount": "0.00",
    "ship-promotion-discount": "0.00",
    "ship-service-level": "Expedited",
    "ship-city": city,
    "ship-state": state,
    "ship-postal-code": postal,
    "ship-country": account.place.country,
    "sales-channel": order.channel === "multi-channel" ? "Non-Amazon" : account.place.site,
  };
}

function shipping(account: Account, order: Order): Record<string, string> {
  const day = addDays(order.day, 1);
  const when = isoUtc(day, order.second);
  const code = order.itemCode.slice(1, 10);
  return {
    "shipment-id": `D${code}`,
    "shipment-item-id": `I${code}`,
    "amazon-order-item-id": order.itemCode,
    "payments-date": when,
    "shipment-date": when,
    "reporting-date": when,
    "quantity-shipped": String(order.units),
    carrier: account.place.code === "US" ? "AMZN_US" : "AMZN_EU",
    "tracking-number": `TBA${order.itemCode.slice(2)}`,
    "estimated-arrival-date": isoUtc(addDays(day, 2), order.second),
    "fulfillment-center-id": account.place.centres[0] ?? "",
    "fulfillment-channel": "AFN",
  };
}

function placed(account: Account, order: Order): Record<string, string> {
  return {
    "last-updated-date": isoUtc(addDays(order.day, 1), order.second),
    "order-status": "Shipped",
    "fulfillment-channel": order.channel === "MFN" ? "Merchant" : "Amazon",
    asin: order.item.asin,
    "item-status": "Shipped",
    quantity: String(order.units),
    "is-business-order": "false",
    "signature-confirmation-recommended": "false",
    "order-item-id": order.itemCode,
    "order-channel": account.place.code === "US" ? "" : "WebsiteOrderChannel",
  };
}
