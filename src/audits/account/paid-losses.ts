/** Which losses each payment was used for: their day, their item, and whether the units could have been sold. */

import type { Day } from "../../values/day.ts";
import { addUnder, type Credit, type Opening } from "../clearing.ts";
import { settled } from "../precedence.ts";
import type { Item } from "../wording/draft.ts";
import type { Account } from "./account.ts";
import { disposalsOf } from "./disposals.ts";
import { shipmentsOf } from "./inbound.ts";
import { missingInTransit } from "./transfers.ts";
import { type Loss, warehouseOf } from "./warehouse.ts";

export interface PaidLoss {
  readonly date: Day;
  readonly item: Item;
  readonly sellable: boolean;
}

export function paidLossesOf(account: Account): ReadonlyMap<Credit, readonly PaidLoss[]> {
  settled(account);
  const byPayment = new Map<Credit, PaidLoss[]>();
  const note = (opening: Opening, loss: PaidLoss) => {
    for (const { credit } of opening.clearedBy) addUnder(byPayment, credit, loss);
  };
  const noteRows = (losses: readonly Loss[]) => {
    for (const { row, reconciled, unreconciled } of losses) {
      const sellable = row.disposition === "SELLABLE" || row.dispositionText === "";
      for (const part of [reconciled, unreconciled]) note(part, { date: row.date, item: row, sellable });
    }
  };
  for (const stock of account.derive(warehouseOf).items.values()) {
    noteRows(stock.lost);
    noteRows(stock.damagedThenLost);
    noteRows(stock.lostUnsellable);
    noteRows(stock.damaged);
    noteRows(stock.damagedOtherwise);
  }
  for (const { sellable } of account.derive(disposalsOf).values()) noteRows(sellable);
  for (const missing of account.derive(missingInTransit).values()) noteRows(missing);
  for (const shipment of account.derive(shipmentsOf)) {
    for (const line of shipment.lines) {
      note(line, { date: line.date, item: line, sellable: true });
      if (line.reversal !== null) note(line.reversal, { date: line.date, item: line, sellable: true });
    }
  }
  return byPayment;
}
