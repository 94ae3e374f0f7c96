/**
 * The order in which units and payments find their owner. A unit or a payment is used under the first step
 * that fits, so that nothing is claimed twice and no payment clears two losses.
 *
 * Each step works on what the steps before it left. Audits only read the result (`settled`).
 */

import type { Account } from "./account.ts";
import { orderClearingOf } from "./order-clearing.ts";

export interface Step {
  /** What it does, for the reader of this list. */
  readonly what: string;
  run(account: Account): unknown;
}

export const PRECEDENCE: readonly Step[] = [
  {
    what: "Refunded units of customer orders take their returns, then the payments of their order",
    run: (account) => account.derive(orderClearingOf),
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
