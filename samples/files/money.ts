/**
 * The money files. Settlements follow each other without a gap, every fortnight as a rule; each is downloaded as flat
 * file V2, as V1, as the payments CSV, or twice, which then describe the same money.
 */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { MoneyEvent } from "../model.ts";
import type { Place } from "../places.ts";
import {
  amount,
  isoUtc,
  postedDay,
  postedMoment,
  quoted,
  type SampleFile,
  spokenMoment,
  tabbed,
  utf8,
} from "./print.ts";

export const V2_HEADER = (
  "settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type " +
  "order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type amount-description amount " +
  "fulfillment-id posted-date posted-date-time order-item-code merchant-order-item-id " +
  "merchant-adjustment-item-id sku quantity-purchased promotion-id"
).split(" ");

export const V1_HEADER = (
  "settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type " +
  "order-id merchant-order-id adjustment-id shipment-id marketplace-name shipment-fee-type shipment-fee-amount " +
  "order-fee-type order-fee-amount fulfillment-id posted-date order-item-code merchant-order-item-id " +
  "merchant-adjustment-item-id sku quantity-purchased price-type price-amount item-related-fee-type " +
  "item-related-fee-amount misc-fee-amount other-fee-amount other-fee-reason-description promotion-id " +
  "promotion-type promotion-amount direct-payment-type direct-payment-amount other-amount"
).split(" ");

const US_COLUMNS =
  "date/time,settlement id,type,order id,sku,description,quantity,marketplace,fulfillment,order city,order state,order postal,tax collection model,product sales,product sales tax,shipping credits,shipping credits tax,gift wrap credits,giftwrap credits tax,Regulatory Fee,Tax On Regulatory Fee,promotional rebates,promotional rebates tax,marketplace withheld tax,selling fees,fba fees,other transaction fees,other,total,Transaction Status,Transaction Release Date";
const UK_COLUMNS =
  "date/time,settlement id,type,order id,sku,description,quantity,marketplace,fulfilment,order city,order state,order postal,tax collection model,product sales,product sales tax,postage credits,shipping credits tax,gift wrap credits,giftwrap credits tax,promotional rebates,promotional rebates tax,marketplace withheld tax,selling fees,fba fees,other transaction fees,other,total,Transaction Status,Transaction Release Date";

export const TRANSACTIONS_HEADER = { US: US_COLUMNS.split(","), UK: UK_COLUMNS.split(",") };

type Source = "v2" | "v1" | "transactions";

interface Settlement {
  readonly id: string;
  readonly from: Day;
  /** Seconds since midnight UTC at which it opens: when the one before closed. */
  readonly opens: number;
  readonly to: Day;
  readonly events: readonly MoneyEvent[];
  readonly sources: readonly Source[];
}

/** The first settlement opens at noon UTC, each closes at 21:30 UTC: the same day in every marketplace. */
const OPENS = 12 * 3600;
const CLOSES = 21 * 3600 + 1800;

/** What the seller happened to download for one settlement after another; the payments CSV exists for US and UK here. */
const DOWNLOADS: readonly (readonly Source[])[] = [
  ["v2"],
  ["v2", "v1"],
  ["transactions"],
  ["v1"],
  ["v2", "transactions"],
  ["v2"],
];

export function moneyFiles(account: Account, settlementDays: number): SampleFile[] {
  const { place } = account;
  const files: SampleFile[] = [];
  for (const settlement of settlements(account, settlementDays)) {
    const { id, sources } = settlement;
    if (sources.includes("v2"))
      files.push(utf8(`${place.folder}/settlement-${id}.txt`, flatFileV2(place, settlement)));
    if (sources.includes("v1"))
      files.push(utf8(`${place.folder}/settlement-${id}-v1.txt`, flatFileV1(place, settlement)));
    if (sources.includes("transactions")) {
      files.push(utf8(`${place.folder}/transactions-${id}.csv`, paymentsCsv(account, settlement), true));
    }
  }
  return files;
}

function settlements(account: Account, settlementDays: number): Settlement[] {
  const { asOf, start, place } = account;
  const bounds: Day[] = [];
  for (let end = asOf; end > start; end = addDays(end, -settlementDays)) bounds.unshift(end);
  const events = [...account.money].sort((x, y) => x.day - y.day || x.second - y.second);
  return bounds.map((to, at) => {
    const from = bounds[at - 1] ?? start;
    const own = events.filter((event) => (event.day > from || at === 0) && event.day <= to);
    const wanted = DOWNLOADS[at % DOWNLOADS.length] ?? ["v2"];
    const sources = place.code === "DE" || own.some(onlyInV2) ? ["v2" as const] : wanted;
    return {
      id: `${24 + account.dice.int(0, 1)}${account.dice.digits(9)}`,
      from,
      opens: at === 0 ? OPENS : CLOSES,
      to,
      events: own,
      sources,
    };
  });
}

/** Partial refunds have no unit count a payments CSV could print; chargebacks and retrocharges are named by V2 alone. */
function onlyInV2(event: MoneyEvent): boolean {
  return event.partial || /chargeback|a-to-z|retrocharge/i.test(event.transaction);
}

function total(events: readonly MoneyEvent[]): number {
  return events.reduce((sum, event) => sum + event.lines.reduce((s, line) => s + line.minor, 0), 0);
}

function flatFileV2(place: Place, settlement: Settlement): string {
  const money = (minor: number) => amount(minor, place.decimalComma);
  const rows: string[][] = [];
  const add = (cells: Readonly<Record<string, string>>) =>
    rows.push(V2_HEADER.map((name) => (name === "settlement-id" ? settlement.id : (cells[name] ?? ""))));
  add({
    "settlement-start-date": postedMoment(place, settlement.from, settlement.opens),
    "settlement-end-date": postedMoment(place, settlement.to, CLOSES),
    "deposit-date": postedMoment(place, addDays(settlement.to, 2), CLOSES),
    "total-amount": money(total(settlement.events)),
    currency: place.currency,
  });
  for (const event of settlement.events) {
    for (const line of event.lines) {
      const unitsPrinted =
        event.transaction === "Order"
          ? line.description === "Principal"
          : event.transaction === "other-transaction";
      add({
        "transaction-type": event.transaction,
        "order-id": event.orderId,
        "merchant-order-id": event.transaction === "Order" ? event.orderId : "",
        "adjustment-id": event.adjustmentId,
        "marketplace-name": event.site,
        "amount-type": line.type,
        "amount-description": line.description,
        amount: money(line.minor),
        "fulfillment-id": event.fulfilment,
        // One V2 file mixes date forms: service fees carry a date-time with offset.
        "posted-date":
          event.transaction === "ServiceFee" ? isoUtc(event.day, event.second) : postedDay(place, event.day),
        "posted-date-time": postedMoment(place, event.day, event.second),
        "order-item-code": event.itemCode,
        sku: event.sku,
        "quantity-purchased": unitsPrinted && event.sku !== "" ? String(event.quantity) : "",
      });
    }
  }
  return tabbed(V2_HEADER, rows);
}

function flatFileV1(place: Place, settlement: Settlement): string {
  const rows: string[][] = [];
  const add = (cells: Readonly<Record<string, string>>) =>
    rows.push(V1_HEADER.map((name) => (name === "settlement-id" ? settlement.id : (cells[name] ?? ""))));
  add({
    "settlement-start-date": isoUtc(settlement.from, settlement.opens),
    "settlement-end-date": isoUtc(settlement.to, CLOSES),
    "deposit-date": isoUtc(addDays(settlement.to, 2), CLOSES),
    "total-amount": amount(total(settlement.events)),
    currency: place.currency,
  });
  for (const event of settlement.events) {
    for (const line of event.lines) {
      const minor = amount(line.minor);
      const where: Record<string, string> =
        line.type === "ItemPrice"
          ? { "price-type": line.description, "price-amount": minor }
          : line.type === "ItemFees"
            ? { "item-related-fee-type": line.description, "item-related-fee-amount": minor }
            : // V1 prints these with trailing spaces now and then.
              { "other-amount": event.second % 3 === 0 ? `${minor}    ` : minor };
      const named =
        line.type === "ItemPrice" || line.type === "ItemFees" ? event.transaction : line.description;
      const unitsPrinted =
        event.transaction === "Order" ? line.description === "Principal" : named === line.description;
      add({
        "transaction-type": named,
        "order-id": event.orderId,
        "merchant-order-id": event.transaction === "Order" ? event.orderId : "",
        "adjustment-id": event.adjustmentId,
        "marketplace-name": event.site,
        "fulfillment-id": event.fulfilment,
        "posted-date": isoUtc(event.day, event.second),
        "order-item-code": event.itemCode,
        sku: event.sku,
        "quantity-purchased": unitsPrinted && event.sku !== "" ? String(event.quantity) : "",
        ...where,
      });
    }
  }
  return `${tabbed(V1_HEADER, rows)}\n`;
}

const PREAMBLE = [
  "Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions",
  "All amounts in CURRENCY, unless specified",
  "Definitions:",
  "Sales tax collected: Includes sales tax collected from buyers for product sales, shipping, and gift wrap.",
  "Selling fees: Includes variable closing fees and referral fees.",
  "Other transaction fees: Includes shipping chargebacks, shipping holdbacks, per-item fees  and sales tax collection fees.",
  'Other: Includes non-order transaction amounts. For more details, see the "Type" and "Description" columns for each order ID.',
];

const DESCRIBED: Readonly<Record<string, string>> = {
  WAREHOUSE_LOST: "FBA Inventory Reimbursement - Lost:Warehouse",
  WAREHOUSE_DAMAGE: "FBA Inventory Reimbursement - Damaged:Warehouse",
  MISSING_FROM_INBOUND: "FBA Inventory Reimbursement - Lost:Inbound",
  INBOUND_CARRIER_DAMAGE: "FBA Inventory Reimbursement - Damaged:Inbound",
  REVERSAL_REIMBURSEMENT: "FBA Inventory Reimbursement - Customer Return",
  CS_ERROR_ITEMS: "FBA Inventory Reimbursement - Customer Service Issue",
  FREE_REPLACEMENT_REFUND_ITEMS: "FBA Inventory Reimbursement - Free Replacement Refund Items",
  INCORRECT_FEES_ITEMS: "Fee Adjustment - Weight and Dimension Change",
  COMPENSATED_CLAWBACK: "FBA Inventory Reimbursement - Reimbursement Reversal",
};

const TYPES: Readonly<Record<string, string>> = {
  "other-transaction": "Adjustment",
  ServiceFee: "Service Fee",
};

function paymentsCsv(account: Account, settlement: Settlement): string {
  const { place } = account;
  const header = TRANSACTIONS_HEADER[place.code === "UK" ? "UK" : "US"];
  const rows = settlement.events.map((event) => {
    const sum = (pick: (type: string, description: string) => boolean) =>
      event.lines.reduce((s, line) => s + (pick(line.type, line.description) ? line.minor : 0), 0);
    const fba = sum((type, description) => type === "ItemFees" && description.startsWith("FBA"));
    const selling = sum((type, description) => type === "ItemFees" && !description.startsWith("FBA"));
    const sales = sum((type, description) => type === "ItemPrice" && description === "Principal");
    const all = event.lines.reduce((s, line) => s + line.minor, 0);
    const kind = event.lines[0]?.description ?? "";
    const when = spokenMoment(place, event.day, event.second);
    const cells: Record<string, string> = {
      "date/time": when,
      "settlement id": settlement.id,
      type: TYPES[event.transaction] ?? event.transaction,
      "order id": event.orderId,
      sku: event.sku,
      description:
        event.fulfilment === ""
          ? (DESCRIBED[kind] ?? (event.sku ? "FBA Inventory Reimbursement - General Adjustment" : kind))
          : event.title,
      quantity: event.sku === "" ? "" : String(event.quantity),
      marketplace: event.site.toLowerCase(),
      fulfillment: event.fulfilment === "AFN" ? "Amazon" : event.fulfilment === "MFN" ? "Seller" : "",
      "tax collection model": event.fulfilment === "" ? "" : "MarketplaceFacilitator",
      "product sales": amount(sales),
      "selling fees": amount(selling),
      "fba fees": amount(fba),
      other: amount(all - sales - selling - fba),
      total: amount(all),
      "Transaction Status": "Released",
      "Transaction Release Date": when,
    };
    cells["fulfilment"] = cells["fulfillment"] ?? "";
    return header.map((name) => cells[name] ?? (FIGURES.test(name) ? "0" : ""));
  });
  const preamble = PREAMBLE.map(
    (line) => `"${line.replace("CURRENCY", place.currency).replaceAll('"', '""')}"\r\n`,
  ).join("");
  return preamble + quoted(header, rows, ",", "\r\n");
}

const FIGURES = /tax$|credits|rebates|fee$|other transaction/i;
