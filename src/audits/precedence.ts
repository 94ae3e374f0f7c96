/**
 * The order in which units and payments find their owner. A unit or a payment is used under the first step
 * that fits, so that nothing is claimed twice and no payment clears two losses.
 *
 * Each step works on what the steps before it left. Audits only read the result (`settled`).
 */

import type { Account } from "./account/account.ts";
import { shortApprovalsOf } from "./account/approvals.ts";
import { clearClaimedStock } from "./account/claim-payments.ts";
import { spendOnMoney } from "./account/claims-of-money.ts";
import { damagedReturnsOf } from "./account/damaged-returns.ts";
import { clearByRemovalOrders, clearDisposed, recogniseDamageGoneLater } from "./account/disposals.ts";
import { clearInbound } from "./account/inbound-sharing.ts";
import { spendLeftovers } from "./account/leftovers.ts";
import { orderClearingOf } from "./account/order-clearing.ts";
import { overRefundsOf } from "./account/over-refunds.ts";
import { parcelsOf } from "./account/removals.ts";
import { unrestockedOf } from "./account/restocking.ts";
import { explainReversals } from "./account/reversals.ts";
import { recogniseReceivedStock } from "./account/stock-payments.ts";
import { clearTransfers, clearTransfersByOwnerlessFinds } from "./account/transfers.ts";
import {
  cancelFindsTakenOut,
  clearByOwnerlessFinds,
  clearDamaged,
  clearDamagedOtherwise,
  clearLost,
  keepUnitsOfDamagedReturns,
  recogniseStockPayments,
} from "./account/warehouse.ts";
import { swapsOf } from "./account/wrong-items.ts";

export interface Step {
  /** What it does, for the reader of this list. */
  readonly what: string;
  run(account: Account): unknown;
}

export const PRECEDENCE: readonly Step[] = [
  // What a find really was, before it may clear a loss.
  { what: "Found units that were taken out again are no find", run: cancelFindsTakenOut },
  { what: "Units transferred in for a payment in stock are that payment", run: recogniseStockPayments },
  { what: "Units that explain a reversal belong to it", run: explainReversals },
  { what: "Units received for a payment in stock are that payment", run: recogniseReceivedStock },

  // What was paid under the case of a claim is that claim's before it is anything else's.
  { what: "Claims about money use up the payments of their own case", run: spendOnMoney },
  { what: "Claimed stock takes the payments of its own case", run: clearClaimedStock },

  // Inbound before warehouse. Units booked in and taken out again count as received: a case of their own.
  {
    what: "Reversed receipts and short shipments share the payments for inbound losses, then units in surplus",
    run: clearInbound,
  },

  // A customer's return before warehouse damage for the same unit; damage before its later loss.
  { what: "Damaged returns keep the units booked as carrier damage", run: keepUnitsOfDamagedReturns },
  { what: "Damaged units take corrections, then payments for damage", run: clearDamaged },
  { what: "Lost and disposed units of damaged stock are those damaged units", run: recogniseDamageGoneLater },
  { what: "Disposed units take the removal orders that asked for it", run: clearByRemovalOrders },
  { what: "Lost units take finds, then payments for losses", run: clearLost },
  {
    what: "Units that left a warehouse and arrived in none take the same, after lost ones",
    run: clearTransfers,
  },

  // Missing units before units that came back; of those the wrong item before the damaged one. Money comes last.
  {
    what: "Refunded, then replaced units of customer orders take their returns, then the payments of their order",
    run: (account) => account.derive(orderClearingOf),
  },
  {
    what: "Wrong items that came back take what is left of their order's payments",
    run: (account) => account.derive(swapsOf),
  },
  {
    what: "Returns damaged by Amazon take what is left of their order's payments, then of payments for damage",
    run: (account) => account.derive(damagedReturnsOf),
  },
  {
    what: "Returns missing in stock take what is left of their order's payments, then of payments for losses",
    run: (account) => account.derive(unrestockedOf),
  },
  {
    what: "Missing units take what the claims of such returns left of their payments",
    run: (account) => account.derive(orderClearingOf).payRest(),
  },
  {
    what: "Refunds above what was paid take the money left of their order's payments",
    run: (account) => account.derive(overRefundsOf),
  },

  {
    what: "Parcels of removal orders take the payments of their order, then those for lost removals",
    run: (account) => account.derive(parcelsOf),
  },

  // What nobody claimed by its own name.
  { what: "Disposed units take what payments for damage are left", run: clearDisposed },
  { what: "Units damaged by others take what payments for damage are left", run: clearDamagedOtherwise },
  { what: "Payments of any other reason take the oldest loss still open", run: spendLeftovers },
  { what: "Finds without an owner take losses of their ASIN", run: clearByOwnerlessFinds },
  { what: "Then units missing between warehouses", run: clearTransfersByOwnerlessFinds },

  // What is still open of a claim that was approved and paid short is owed as approved.
  {
    what: "Units approved and short in their payment leave what their claim was made for",
    run: (account) => account.derive(shortApprovalsOf),
  },
];

/** Runs all steps once per account; an audit that reads open items calls it first. */
export function settled(account: Account): void {
  account.derive(runSteps);
}

function runSteps(account: Account): true {
  for (const step of PRECEDENCE) step.run(account);
  return true;
}
