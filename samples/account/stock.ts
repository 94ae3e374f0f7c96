/** What happens to stock: the rows of the ledger. */

import type { Day } from "../../src/values/day.ts";
import type { Item, LedgerEvent, LedgerRow } from "../model.ts";
import { Book } from "./book.ts";

export interface LossOptions {
  readonly reconciled?: number | null;
  readonly unreconciled?: number | null;
  readonly reason?: string;
  readonly disposition?: string;
  readonly centre?: string;
  readonly country?: string;
  readonly reference?: string;
  readonly before?: LedgerRow["before"];
}

export class Stock extends Book {
  // ---- the ledger ------------------------------------------------------------------------------

  ledgerRow(
    item: Item,
    event: LedgerEvent,
    day: Day,
    quantity: number,
    options: LossOptions = {},
  ): LedgerRow {
    this.own(item.fnsku);
    const row: LedgerRow = {
      day,
      fnsku: item.fnsku,
      asin: item.asin,
      msku: item.msku,
      title: item.title,
      event,
      reference: options.reference ?? (event === "Shipments" ? "" : this.reference()),
      quantity,
      centre: options.centre ?? this.centre(),
      country: options.country ?? this.place.country,
      disposition: options.disposition ?? "SELLABLE",
      reason: options.reason ?? "",
      reconciled: options.reconciled ?? null,
      unreconciled: options.unreconciled ?? null,
      before: options.before ?? null,
    };
    this.ledger.push(row);
    return row;
  }

  /** An adjustment; `units` is signed, and everything not said to be reconciled is unreconciled. */
  adjust(item: Item, reason: string, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    const reconciled = options.reconciled === undefined ? 0 : options.reconciled;
    const unreconciled =
      options.unreconciled === undefined ? Math.abs(units) - (reconciled ?? 0) : options.unreconciled;
    return this.ledgerRow(item, "Adjustments", day, units, { ...options, reason, reconciled, unreconciled });
  }

  /** An adjustment whose reconciliation columns Amazon leaves blank: O, P, Q, 3, 4, D, G. */
  note(item: Item, reason: string, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.ledgerRow(item, "Adjustments", day, units, { ...options, reason });
  }

  /** Units lost in the warehouse: M, or 5 now and then. */
  lose(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.adjust(item, options.reason ?? (this.dice.chance(0.75) ? "M" : "5"), day, -units, options);
  }

  find(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.adjust(item, options.reason ?? (this.dice.chance(0.7) ? "F" : "N"), day, units, options);
  }

  /** Units damaged by Amazon, and the row that puts them among the damaged stock. */
  damage(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    const reason = options.reason ?? "E";
    const from: Record<string, string> = {
      "6": "CARRIER_DAMAGED",
      "7": "EXPIRED",
      H: "CUSTOMER_DAMAGED",
      K: "DEFECTIVE",
      U: "DISTRIBUTOR_DAMAGED",
    };
    const row = this.adjust(item, reason, day, -units, {
      disposition: from[reason] ?? "SELLABLE",
      ...options,
      reason,
    });
    this.note(item, "P", day, units, { centre: row.centre, disposition: "WAREHOUSE_DAMAGED" });
    return row;
  }

  /** One side of a transfer between warehouses: units leave (below 0) or arrive. */
  move(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.ledgerRow(item, "WhseTransfers", day, units, options);
  }

  transfer(item: Item, day: Day, arrives: Day, units: number): void {
    this.ledgerRow(item, "WhseTransfers", day, -units);
    this.ledgerRow(item, "WhseTransfers", arrives, units);
  }
}
