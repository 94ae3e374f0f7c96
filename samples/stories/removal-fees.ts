/** Fees of removal orders (audits catalogue §6): the table is disputed, so what is above it is worth a look. */

import { addDays, type Day, day } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import type { RemovalRow } from "../model.ts";
import { measured, noted } from "./fee-items.ts";
import type { Chapter } from "./story.ts";

/** Dollars per unit of up to a pound since then; before, only lighter units have a fee anybody kept. */
const BOX_REMOVAL_FEE = 153;
const FEE_FROM = day("2026-01-15");

/** A removal order of a box, or of an item nobody measured, charged so much for all units. */
function removed(a: Account, requested: Day, units: number, fee: number, sized = true): RemovalRow {
  const item = measured(a, { fulfilment: a.dice.int(306, 899), ...(sized ? {} : { measures: null }) });
  const row: RemovalRow = {
    day: requested,
    orderId: a.unique(() => a.dice.letters(10)),
    type: "Return",
    item,
    disposition: "Unsellable",
    units,
    tracking: `1Z${a.dice.letters(16)}`,
    fee,
  };
  a.removals.push(row);
  a.ledgerRow(item, "VendorReturns", addDays(requested, 5), -units, { reference: row.orderId });
  return row;
}

/** A request old enough that its parcel was sent, on a day whose fee is known; null when there is none. */
function requestDay(a: Account): Day | null {
  const requested = a.ago(10, 200);
  return requested >= FEE_FROM ? requested : null;
}

/** §6: above the table by the seller's own measures. Expects a note. */
function removalFeeTooHigh(a: Account): void {
  const requested = requestDay(a);
  if (requested === null) return;
  const units = a.dice.int(1, 4);
  const row = removed(a, requested, units, (BOX_REMOVAL_FEE + a.dice.int(5, 200)) * units);
  noted(a, "removal-fee-high", row.item, requested, units);
}

/** §6: the fee of the table, or less, or none yet. Expects nothing. */
function removalFeeRight(a: Account): void {
  const requested = requestDay(a);
  if (requested === null) return;
  for (const perUnit of [BOX_REMOVAL_FEE, BOX_REMOVAL_FEE - 69, 0]) removed(a, requested, 2, perUnit * 2);
}

/** §6: nobody measured the item, or no table is known there. Expects nothing. */
function removalFeeOfUnknownSize(a: Account): void {
  removed(a, a.ago(10, 200), 2, 4000, a.place.code !== "US");
}

export const removalFees: Chapter = {
  stories: { removalFeeTooHigh, removalFeeRight, removalFeeOfUnknownSize },
  only: { removalFeeTooHigh: ["US"], removalFeeRight: ["US"] },
};
