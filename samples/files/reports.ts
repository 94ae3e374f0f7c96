/** The reports that are one row per event: reimbursements, returns, replacements, removals, fees, storage. */

import { addDays, type Day, formatDay } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { Reimbursement, RemovalRow, ReturnRow } from "../model.ts";
import { amount, commas, isoLocal, type SampleFile, tabbed, utf8, windows1252 } from "./print.ts";

export const REIMBURSEMENTS_HEADER = (
  "approval-date reimbursement-id case-id amazon-order-id reason sku fnsku asin product-name condition currency-unit " +
  "amount-per-unit amount-total quantity-reimbursed-cash quantity-reimbursed-inventory quantity-reimbursed-total " +
  "original-reimbursement-id original-reimbursement-type"
).split(" ");

/** The layout of old downloads: one quantity, no reference to an original. */
export const OLD_REIMBURSEMENTS_HEADER = (
  "approval-date reimbursement-id case-id amazon-order-id reason Sku fnsku asin product-name condition quantity " +
  "currency-unit amount-per-unit amount-total"
).split(" ");

export const RETURNS_HEADER = (
  "return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason status " +
  "license-plate-number customer-comments"
).split(" ");

export const REPLACEMENTS_HEADER = (
  "shipment-date sku asin fulfillment-center-id original-fulfillment-center-id quantity replacement-reason-code " +
  "replacement-amazon-order-id original-amazon-order-id"
).split(" ");

export const REMOVAL_ORDERS_HEADER = (
  "request-date order-id order-source order-type order-status last-updated-date sku fnsku disposition " +
  "requested-quantity cancelled-quantity disposed-quantity shipped-quantity in-process-quantity removal-fee currency"
).split(" ");

export const REMOVAL_SHIPMENTS_HEADER =
  "request-date order-id shipment-date sku fnsku disposition shipped-quantity carrier tracking-number removal-order-type".split(
    " ",
  );

export const FEE_PREVIEW_HEADER = {
  US: (
    "sku fnsku asin amazon-store product-name product-group brand fulfilled-by your-price sales-price longest-side " +
    "median-side shortest-side length-and-girth unit-of-dimension item-package-weight unit-of-weight product-size-tier " +
    "currency estimated-fee-total estimated-referral-fee-per-unit estimated-variable-closing-fee " +
    "estimated-order-handling-fee-per-order estimated-pick-pack-fee-per-unit estimated-weight-handling-fee-per-unit " +
    "expected-fulfillment-fee-per-unit"
  ).split(" "),
  Europe: (
    "sku fnsku asin product-name product-group brand fulfilled-by has-local-inventory your-price sales-price " +
    "longest-side median-side shortest-side length-and-girth unit-of-dimension item-package-weight unit-of-weight " +
    "product-size-weight-band currency estimated-fee-total estimated-referral-fee-per-unit " +
    "estimated-variable-closing-fee expected-domestic-fulfilment-fee-per-unit expected-efn-fulfilment-fee-per-unit-uk " +
    "expected-efn-fulfilment-fee-per-unit-de expected-efn-fulfilment-fee-per-unit-fr " +
    "expected-efn-fulfilment-fee-per-unit-it expected-efn-fulfilment-fee-per-unit-es " +
    "expected-efn-fulfilment-fee-per-unit-se"
  ).split(" "),
};

export const STORAGE_FEES_HEADER = (
  "asin fnsku product_name fulfillment_center country_code longest_side median_side shortest_side measurement_units " +
  "weight weight_units item_volume volume_units product_size_tier average_quantity_on_hand " +
  "average_quantity_pending_removal estimated_total_item_volume month_of_charge storage_rate currency " +
  "estimated_monthly_storage_fee dangerous_goods_storage_type eligible_for_inventory_discount " +
  "qualifies_for_inventory_discount total_incentive_fee_amount breakdown_incentive_fee_amount " +
  "average_quantity_customer_orders"
).split(" ");

/** Days from the start on which the old layout's download ends, and the current one begins. */
const OLD_ENDS = 70;
const NEW_BEGINS = 60;

/**
 * The US seller kept an old download in the old layout; the European report was downloaded for two
 * marketplaces and repeats the same rows.
 */
export function reimbursementFiles(account: Account): SampleFile[] {
  const { place, start } = account;
  const rows = [...account.reimbursements].sort((x, y) => x.day - y.day);
  const current = (list: readonly Reimbursement[]) =>
    list.map((row) => reimbursementCells(account, row, false));
  if (place.code === "US") {
    const old = rows.filter((row) => row.day <= addDays(start, OLD_ENDS));
    const recent = rows.filter((row) => row.day >= addDays(start, NEW_BEGINS));
    return [
      utf8(
        "us/reimbursements-1.txt",
        tabbed(
          OLD_REIMBURSEMENTS_HEADER,
          old.map((row) => reimbursementCells(account, row, true)),
        ),
      ),
      utf8("us/reimbursements-2.txt", tabbed(REIMBURSEMENTS_HEADER, current(recent))),
    ];
  }
  if (place.code === "UK")
    return [utf8("uk/reimbursements.csv", commas(REIMBURSEMENTS_HEADER, current(rows)))];
  const text = tabbed(REIMBURSEMENTS_HEADER, current(rows));
  return [windows1252("eu/reimbursements-de.txt", text), windows1252("eu/reimbursements-fr.txt", text)];
}

function reimbursementCells(account: Account, row: Reimbursement, old: boolean): (string | number)[] {
  const head = [
    isoLocal(account.place, row.day, row.second),
    row.id,
    row.caseId,
    row.orderId,
    row.reason,
    row.msku,
    row.fnsku,
    row.asin,
    row.title,
    "NewItem",
  ];
  const money = [account.place.currency, amount(row.perUnit), amount(row.total)];
  if (old) return [...head, row.cash + row.stock, ...money];
  return [...head, ...money, row.cash, row.stock, row.cash + row.stock, row.originalId, row.originalType];
}

export function returnFiles(account: Account): SampleFile[] {
  const { place, asOf } = account;
  const rows = [...account.returns]
    .sort((x, y) => x.day - y.day)
    .map((row) => ({ day: row.day, cells: returnCells(account, row) }));
  const between = (from: Day, to: Day) =>
    rows.filter(({ day }) => day >= from && day <= to).map(({ cells }) => cells);
  const all = rows.map(({ cells }) => cells);
  if (place.code === "US") {
    return [
      utf8("us/customer-returns-1.txt", tabbed(RETURNS_HEADER, between(account.start, addDays(asOf, -60)))),
      utf8(
        "us/customer-returns-2.txt",
        tabbed(RETURNS_HEADER, between(addDays(asOf, -80), addDays(asOf, 30))),
      ),
    ];
  }
  if (place.code === "UK") return [windows1252("uk/customer-returns.csv", commas(RETURNS_HEADER, all))];
  const header = RETURNS_HEADER.map((name) => (name === "order-id" ? "amazon-order-id" : name));
  return [utf8("eu/customer-returns.txt", tabbed(header, all))];
}

const COMMENTS = [
  "",
  "",
  "",
  "Not Compatible|Wifi",
  "too small for me",
  "call me: +1 555 0100 (Jane Sample)",
];

function returnCells(account: Account, row: ReturnRow): (string | number)[] {
  return [
    isoLocal(account.place, row.day, row.second),
    row.orderId,
    row.msku,
    row.asin,
    row.fnsku,
    row.title,
    row.quantity,
    row.centre,
    row.disposition,
    row.reason,
    row.status,
    row.plate,
    COMMENTS[row.second % COMMENTS.length] ?? "",
  ];
}

export function replacementFiles(account: Account): SampleFile[] {
  const rows = [...account.replacements]
    .sort((x, y) => x.day - y.day)
    .map((row) => [
      isoLocal(account.place, row.day, row.second),
      row.msku,
      row.asin,
      row.centre,
      row.centre,
      row.quantity,
      row.reasonCode,
      row.replacementOrderId,
      row.originalOrderId,
    ]);
  return [utf8(`${account.place.folder}/replacements.txt`, tabbed(REPLACEMENTS_HEADER, rows))];
}

const NOON = 19 * 3600;

/** Units of a removal order on their way to the seller. */
function shippedOf(row: RemovalRow): number {
  return row.units - (row.inProcess ?? 0);
}

export const REMOVAL_RECEIPTS_HEADER =
  "removal-order-id tracking-number msku fnsku units-received condition received-date".split(" ");
export const SERVICE_BILLS_HEADER =
  "provider statement-date case-id reimbursement-id amount-recovered fee currency".split(" ");

/** The seller's own files: what he counted of his parcels, and what a service billed him. */
export function sellersFiles({ place, counts, bills }: Account): SampleFile[] {
  const received = counts.map(({ of, units, condition, received: day }) => [
    of.orderId,
    of.tracking ?? "",
    of.item.msku,
    of.item.fnsku,
    units,
    condition,
    day === null ? "" : formatDay(day),
  ]);
  const billed = bills.map((bill) => [
    "Recoup Ltd",
    formatDay(bill.statement),
    bill.caseId,
    bill.reimbursementId,
    amount(bill.recovered),
    amount(bill.fee),
    place.currency,
  ]);
  return [
    utf8(`${place.folder}/removal-receipts.csv`, commas(REMOVAL_RECEIPTS_HEADER, received)),
    utf8(`${place.folder}/service-bills.csv`, commas(SERVICE_BILLS_HEADER, billed)),
  ];
}

export function removalFiles(account: Account): SampleFile[] {
  const { place } = account;
  const when = (day: Day) => isoLocal(place, day, NOON);
  const rows = [...account.removals].sort((x, y) => x.day - y.day);
  const orders = rows.map((row) => [
    when(row.day),
    row.orderId,
    row.source ?? "Seller-initiated Manual Removal",
    row.type,
    row.cancelled === row.units ? "Cancelled" : row.inProcess ? "In Process" : "Completed",
    when(addDays(row.day, 8)),
    row.item.msku,
    row.item.fnsku,
    row.disposition,
    row.units,
    row.cancelled ?? 0,
    row.type === "Disposal" ? row.units - (row.cancelled ?? 0) : "",
    row.type === "Return" ? shippedOf(row) : "",
    row.inProcess ?? 0,
    amount(row.fee ?? 52 * row.units),
    place.currency,
  ]);
  const parcels = rows
    .filter((row) => row.tracking !== null && shippedOf(row) > 0)
    .map((row) => [
      when(row.day),
      row.orderId,
      when(addDays(row.day, 6)),
      row.item.msku,
      row.item.fnsku,
      row.disposition,
      shippedOf(row),
      "UPS",
      row.tracking ?? "",
      row.type,
    ]);
  return [
    utf8(`${place.folder}/removal-orders.csv`, commas(REMOVAL_ORDERS_HEADER, orders)),
    utf8(`${place.folder}/removal-shipments.txt`, tabbed(REMOVAL_SHIPMENTS_HEADER, parcels)),
  ];
}

export function feeFiles(account: Account): SampleFile[] {
  const { place } = account;
  const us = place.code === "US";
  // About every third item has an active listing and stock on hand; only those are in these two files.
  const items = account.items.filter(
    (item, at) => at % 3 === 0 && !/^Amazon\.Found|^amzn\.gr/.test(item.msku),
  );
  const preview = items.map((item) => {
    const sizes = us
      ? [6, 4, 1, 16, "inches", 0.5, "pounds", "Small standard"]
      : [15, 10, 3, 41, "centimeters", 240, "grams", "Standard parcel"];
    const common = ["Home", "Sample Brand", "Amazon"];
    const prices = [amount(item.price), amount(item.price), ...sizes, place.currency];
    const fees = [amount(item.referral + item.fulfilment), amount(item.referral), "0"];
    return us
      ? [
          item.msku,
          item.fnsku,
          item.asin,
          "US",
          item.title,
          ...common,
          ...prices,
          ...fees,
          "0",
          amount(item.fulfilment),
          "0",
          amount(item.fulfilment),
        ]
      : [
          item.msku,
          item.fnsku,
          item.asin,
          item.title,
          ...common,
          "Yes",
          ...prices,
          ...fees,
          amount(item.fulfilment),
          "--",
          "--",
          "--",
          "--",
          "--",
          "--",
        ];
  });
  const month = formatDay(addDays(account.asOf, -35)).slice(0, 7);
  const storage = items.map((item) => [
    item.asin,
    item.fnsku,
    item.title,
    place.centres[0] ?? "",
    place.country,
    ...(us
      ? [6, 4, 1, "inches", 0.5, "pounds", 0.014, "cubic feet", "Small standard"]
      : [15, 10, 3, "centimeters", 240, "grams", 0.0005, "cubic meters", "Standard parcel"]),
    "3.50",
    0,
    us ? 0.049 : 0.0018,
    month,
    us ? "0.78" : "26.00",
    place.currency,
    us ? "0.04" : "0.05",
    "--",
    "N",
    "N",
    "0.00",
    "--",
    "1.20",
  ]);
  const header = us ? FEE_PREVIEW_HEADER.US : FEE_PREVIEW_HEADER.Europe;
  return [
    utf8(`${place.folder}/fee-preview.txt`, tabbed(header, preview)),
    utf8(`${place.folder}/storage-fees-${month}.txt`, tabbed(STORAGE_FEES_HEADER, storage)),
  ];
}

export const COSTS_HEADER = ["msku", "fnsku", "asin", "unit-cost", "currency", "valid-from"];

/** The user's own file: one for all marketplaces. */
export function costsFile(accounts: readonly Account[]): SampleFile {
  const rows = accounts.flatMap((account) =>
    account.costs.map((row) => [
      row.msku,
      row.fnsku,
      row.asin,
      amount(row.cost),
      row.currency,
      row.validFrom === null ? "" : formatDay(row.validFrom),
    ]),
  );
  return utf8("costs.csv", commas(COSTS_HEADER, rows));
}
