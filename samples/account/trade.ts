/** What customers and Amazon do: orders, refunds, returns, replacements, reimbursements. */

import { addDays, type Day } from "../../src/values/day.ts";
import type { Item, MoneyLine, Order, Reimbursement, ReplacementRow, ReturnRow } from "../model.ts";
import { Stock } from "./stock.ts";

export interface PayOptions {
  readonly reason: string;
  readonly day: Day;
  readonly cash?: number;
  readonly stock?: number;
  /** Per unit in minor units; default: what policy says the unit is worth. */
  readonly perUnit?: number;
  readonly order?: Order;
  readonly withoutFnsku?: boolean;
  /** The case it was paid under; now and then one unless said otherwise. */
  readonly caseId?: string;
  /** Where the payment shows; default in both. */
  readonly shows?: "report" | "settlement" | "both";
}

export class Trade extends Stock {
  // ---- orders, refunds, returns ----------------------------------------------------------------

  order(item: Item, day: Day, units = 1, channel: Order["channel"] = "AFN", id?: string): Order {
    const order: Order = {
      id:
        id ??
        (channel === "multi-channel"
          ? this.unique(() => `S01-${this.dice.digits(7)}-${this.dice.digits(7)}`)
          : this.orderId()),
      day,
      second: this.daytime(),
      item,
      units,
      channel,
      itemCode: `0${this.dice.digits(13)}`,
    };
    this.own(order.id);
    this.orders.push(order);
    const shipped = addDays(day, 1);
    const lines: MoneyLine[] = [
      { type: "ItemPrice", description: "Principal", minor: item.price * units },
      { type: "ItemFees", description: "Commission", minor: -item.referral * units },
    ];
    if (channel !== "MFN") {
      lines.push({
        type: "ItemFees",
        description: "FBAPerUnitFulfillmentFee",
        minor: -item.fulfilment * units,
      });
      for (let unit = 0; unit < units; unit++) this.ledgerRow(item, "Shipments", shipped, -1);
    }
    this.post({
      day: shipped,
      transaction: "Order",
      order,
      quantity: units,
      lines: channel === "multi-channel" ? lines.slice(2) : lines,
    });
    return order;
  }

  /** Money back to the customer, in whole units unless `principal` says otherwise. */
  refund(
    order: Order,
    day: Day,
    options: { units?: number; principal?: number; transaction?: string } = {},
  ): void {
    const units = options.units ?? order.units;
    const principal = options.principal ?? order.item.price * units;
    const fee = Math.round((order.item.referral * principal) / order.item.price);
    this.post({
      day,
      transaction: options.transaction ?? "Refund",
      order,
      quantity: Math.max(1, Math.floor(principal / order.item.price)),
      partial: principal % order.item.price !== 0,
      lines: [
        { type: "ItemPrice", description: "Principal", minor: -principal },
        { type: "ItemFees", description: "Commission", minor: fee },
        { type: "ItemFees", description: "RefundCommission", minor: -Math.min(500, Math.round(fee * 0.2)) },
      ],
    });
  }

  /** A settlement transaction about an order. */
  post(event: {
    day: Day;
    transaction: string;
    order: Order;
    quantity: number;
    partial?: boolean;
    lines: readonly MoneyLine[];
  }): void {
    const { order } = event;
    this.money.push({
      day: event.day,
      second: this.daytime(),
      transaction: event.transaction,
      orderId: order.id,
      adjustmentId: event.transaction === "Order" ? "" : `amzn1:crow:${this.dice.letters(12)}`,
      site: order.channel === "multi-channel" ? `Non-Amazon ${this.place.code}` : this.place.site,
      fulfilment: order.channel === "MFN" ? "MFN" : "AFN",
      itemCode: order.itemCode,
      sku: order.item.msku,
      title: order.item.title,
      quantity: event.quantity,
      partial: event.partial ?? false,
      lines: event.lines,
    });
  }

  /** One unit back from a customer, in the returns report and in the ledger. */
  giveBack(
    order: Order,
    day: Day,
    disposition: string,
    options: {
      status?: string;
      plate?: string;
      as?: Item;
      reason?: string;
      inLedger?: boolean;
      orderId?: string;
    } = {},
  ): ReturnRow {
    const item = options.as ?? order.item;
    const row: ReturnRow = {
      day,
      second: this.clock(day),
      orderId: options.orderId ?? order.id,
      msku: item.msku,
      asin: item.asin,
      fnsku: item.fnsku,
      title: item.title,
      quantity: 1,
      centre: this.centre(),
      disposition,
      reason:
        options.reason ??
        this.dice.pick(["UNWANTED_ITEM", "NOT_AS_DESCRIBED", "ORDERED_WRONG_ITEM", "NO_REASON_GIVEN"]),
      status: options.status ?? "Unit returned to inventory",
      plate: options.plate ?? this.plate(),
    };
    this.returns.push(row);
    if (options.inLedger !== false) {
      this.ledgerRow(item, "CustomerReturns", day, 1, {
        disposition: disposition === "DAMAGED" ? "WAREHOUSE_DAMAGED" : disposition,
        centre: row.centre,
      });
    }
    return row;
  }

  /** A free replacement; the row names the order it is sent under. */
  replace(order: Order, day: Day, reasonCode: number): ReplacementRow {
    const row: ReplacementRow = {
      day,
      second: this.clock(day),
      msku: order.item.msku,
      asin: order.item.asin,
      centre: this.centre(),
      quantity: 1,
      reasonCode,
      replacementOrderId: this.orderId(),
      originalOrderId: order.id,
    };
    this.replacements.push(row);
    this.ledgerRow(order.item, "Shipments", day, -1);
    return row;
  }

  // ---- payments --------------------------------------------------------------------------------

  /** What policy says Amazon pays for a unit of this item: before an order its capped cost, after it the price less fees. */
  worth(item: Item, afterOrder: boolean): number {
    if (afterOrder) return item.price - item.referral - item.fulfilment;
    return Math.min(item.cost ?? 900, this.place.unitCap);
  }

  pay(item: Item, options: PayOptions): Reimbursement {
    this.own(item.fnsku);
    const cash = options.cash ?? (options.stock === undefined ? 1 : 0);
    const stock = options.stock ?? 0;
    const perUnit = cash === 0 ? 0 : (options.perUnit ?? this.worth(item, options.order !== undefined));
    const row: Reimbursement = {
      day: options.day,
      second: this.clock(options.day),
      id: this.unique(() => this.dice.digits(11)),
      caseId: options.caseId ?? (this.dice.chance(0.3) ? this.dice.digits(11) : ""),
      orderId: options.order?.id ?? "",
      reason: options.reason,
      msku: item.msku,
      fnsku: options.withoutFnsku ? "" : item.fnsku,
      asin: item.asin,
      title: item.title,
      perUnit,
      total: perUnit * cash,
      cash,
      stock,
      originalId: "",
      originalType: "",
    };
    if (options.shows !== "settlement") this.reimbursements.push(row);
    if (options.shows !== "report" && cash > 0)
      this.settle(row, SETTLED_AS[options.reason] ?? "MISSING_FROM_INVENTORY");
    return row;
  }

  /** Amazon takes a payment back. `units` 0 leaves the unit columns at 0: the amount alone tells. */
  reverse(
    paid: Reimbursement,
    day: Day,
    options: { units?: number; cash?: number; stock?: number; unreferenced?: boolean } = {},
  ): Reimbursement {
    const units = options.units ?? paid.cash;
    const row: Reimbursement = {
      ...paid,
      day,
      second: this.clock(day),
      id: this.unique(() => this.dice.digits(11)),
      caseId: "",
      reason: "Reimbursement_Reversal",
      perUnit: -paid.perUnit,
      total: -paid.perUnit * units,
      cash: options.cash ?? -units,
      stock: options.stock ?? 0,
      originalId: options.unreferenced ? "" : paid.id,
      originalType: options.unreferenced ? "" : paid.reason,
    };
    this.reimbursements.push(row);
    this.settle(row, "COMPENSATED_CLAWBACK");
    return row;
  }

  private settle(row: Reimbursement, description: string): void {
    const day = addDays(row.day, this.dice.int(1, 4));
    if (day > this.asOf) return;
    this.money.push({
      day,
      second: this.daytime(),
      transaction: "other-transaction",
      orderId: row.orderId,
      adjustmentId: `amzn1:crow:${this.dice.letters(12)}`,
      site: "",
      fulfilment: "",
      itemCode: "",
      sku: row.msku,
      title: row.title,
      quantity: Math.max(1, Math.abs(row.cash)),
      partial: false,
      lines: [{ type: "FBA Inventory Reimbursement", description, minor: row.total }],
    });
  }
}

/** What the settlement calls a reimbursement the report names so. */
const SETTLED_AS: Readonly<Record<string, string>> = {
  Lost_Warehouse: "WAREHOUSE_LOST",
  Damaged_Warehouse: "WAREHOUSE_DAMAGE",
  Lost_Inbound: "MISSING_FROM_INBOUND",
  Damaged_Inbound: "INBOUND_CARRIER_DAMAGE",
  CustomerReturn: "REVERSAL_REIMBURSEMENT",
  CustomerServiceIssue: "CS_ERROR_ITEMS",
  Fee_Correction: "INCORRECT_FEES_ITEMS",
  Free_Replacement: "FREE_REPLACEMENT_REFUND_ITEMS",
};
