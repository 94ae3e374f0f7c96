/** Expected against charged: what should have been paid, what was, and whether the difference counts. */

import { type Money, subtractMoney } from "../values/money.ts";

/** By how much `paid` falls short of `expected`; null when not by more than `tolerance` (a fraction of what was expected). */
export function shortOf(expected: Money, paid: Money, tolerance: number): Money | null {
  const short = subtractMoney(expected, paid);
  return short.minor > expected.minor * tolerance ? short : null;
}
