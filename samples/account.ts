/**
 * The seller's account in one marketplace, as it happens: stories add items, orders, ledger rows,
 * payments and shipments here, and say what a correct program must find. Nothing is printed yet.
 */

import { addDays, type Day, formatDay } from "../src/values/day.ts";
import { currency, formatAmount, money } from "../src/values/money.ts";
import { Inbound } from "./account/inbound.ts";
import type { LedgerRow, Order } from "./model.ts";
import { type AuditId, BEFORE_ORDER, timingOf, valuationKnown } from "./windows.ts";

export class Account extends Inbound {
  expect(
    audit: AuditId,
    found: {
      event: Day;
      units: number;
      /** What is at stake in minor units; null when it can't be valued. */
      amount: number | null;
      /** When the clock starts, where that is not the event's day. */
      clock?: Day;
      graceFrom?: Day;
      marketplace?: string;
      fnsku?: string;
      msku?: string;
      orderId?: string;
      shipmentId?: string;
      referenceId?: string;
    },
  ): void {
    const time = timingOf(audit, this.place.code, found.clock ?? found.event, this.asOf, found.graceFrom);
    const unknown = BEFORE_ORDER.has(audit) && !valuationKnown(this.place.code, found.event);
    const amount = unknown ? null : found.amount;
    this.planted.push({
      ...this.keysOf(audit, found),
      state: time.state,
      quantity: found.units,
      amount: amount === null ? null : formatAmount(money(amount, currency(this.place.currency))),
      currency: amount === null ? null : this.place.currency,
      eventDate: formatDay(found.event),
      opens: formatDay(time.opens),
      deadline: formatDay(time.deadline),
      estimated: time.estimated,
    });
  }

  /** Something worth a look that is no claim. */
  expectInfo(
    audit: AuditId,
    found: {
      event: Day;
      units: number;
      fnsku?: string;
      msku?: string;
      orderId?: string;
      shipmentId?: string;
      referenceId?: string;
    },
  ): void {
    this.planted.push({
      ...this.keysOf(audit, found),
      state: "info",
      quantity: found.units,
      amount: null,
      currency: null,
      eventDate: formatDay(found.event),
      opens: null,
      deadline: null,
      estimated: false,
    });
  }

  /** So many units of a ledger row are lost and still owed. */
  expectLost(row: LedgerRow, units: number, cost?: number | null): void {
    this.expectWarehouse("warehouse-lost", row, units, cost);
  }

  expectDamaged(row: LedgerRow, units: number, cost?: number | null): void {
    this.expectWarehouse("warehouse-damaged", row, units, cost);
  }

  expectDisposed(row: LedgerRow, units: number): void {
    this.expectWarehouse("disposed-without-request", row, units, undefined);
  }

  /** A transfer takes 60 days at most: from then on its units are lost. */
  expectTransferLost(row: LedgerRow, units: number): void {
    this.expectWarehouse("transfer-lost", row, units, undefined, addDays(row.day, 60));
  }

  private expectWarehouse(
    audit: "warehouse-lost" | "warehouse-damaged" | "disposed-without-request" | "transfer-lost",
    row: LedgerRow,
    units: number,
    cost: number | null | undefined,
    clock = row.day,
  ): void {
    const item = this.items.find((one) => one.fnsku === row.fnsku && one.msku === row.msku);
    const known = cost === undefined ? (item?.cost ?? null) : cost;
    this.expect(audit, {
      event: row.day,
      clock,
      units,
      amount: known === null ? null : units * Math.min(known, this.place.unitCap),
      fnsku: row.fnsku,
      msku: row.msku,
      referenceId: row.reference,
      marketplace: row.country === this.place.country ? this.place.code : row.country,
    });
  }

  /** Units of an order that were refunded or replaced and never came back, or not as they should have. */
  expectOrder(
    audit:
      | "refund-not-returned"
      | "returned-damaged-by-amazon"
      | "returned-not-restocked"
      | "wrong-item-returned"
      | "replacement-not-returned",
    order: Order,
    event: Day,
    units: number,
  ): void {
    this.expect(audit, {
      event,
      units,
      amount: units * this.worth(order.item, true),
      orderId: order.id,
      msku: order.item.msku,
    });
  }

  /** So much more was refunded of an order than had been paid; the units are those it was refunded for. */
  expectOverRefund(order: Order, event: Day, excess: number): void {
    this.expect("refund-above-payment", {
      event,
      units: order.units,
      amount: excess,
      orderId: order.id,
      msku: order.item.msku,
    });
  }

  private keysOf(
    audit: AuditId,
    found: {
      marketplace?: string;
      fnsku?: string;
      msku?: string;
      orderId?: string;
      shipmentId?: string;
      referenceId?: string;
    },
  ) {
    return {
      audit,
      marketplace: found.marketplace ?? this.place.code,
      fnsku: found.fnsku ?? null,
      msku: found.msku ?? null,
      orderId: found.orderId ?? null,
      shipmentId: found.shipmentId ?? null,
      referenceId: found.referenceId ?? null,
      story: this.story,
    };
  }
}
