/**
 * When a claim can be filed: which window binds, when it opens, when it closes.
 *
 * A new window binds every claim not yet filed, whenever its event was. A claim whose old window was still
 * open when the rule changed could be filed until the day before the change; so its deadline is the later of
 * that day and the event plus the new window.
 */

import { addDays, addMonths, type Day, laterDay } from "../values/day.ts";
import type { ClaimRule, ClaimTime, ClaimWindow, Policy } from "./policy.ts";

/** Rules that are customer-return claims unless a marketplace has a row of their own for them. */
const BROADER_RULE: Partial<Record<ClaimRule, ClaimRule>> = {
  customer_over_refund: "customer_return",
  replacement_not_returned: "customer_return",
  return_wrong_item: "customer_return",
  return_damaged_by_amazon: "customer_return",
};

/** Later than any deadline: the place of "no deadline" when two are compared. */
const NEVER = Number.MAX_SAFE_INTEGER as Day;

/**
 * When a claim for an event on `event` can be filed in a marketplace.
 *
 * `opens` is the later of the window's opening and the event + `graceDays` (whole days in which Amazon
 * usually pays by itself; 0 = none). `deadline` is inclusive, null when there is none. Days are the
 * marketplace's calendar days. A marketplace without a window of the rule, or of the broader rule it falls
 * under, gets the shortest known window of the rule, `estimated`.
 */
export function claimTime(
  policy: Policy,
  rule: ClaimRule,
  marketplace: string,
  event: Day,
  graceDays = 0,
): ClaimTime {
  const { chain, estimated } = bindingWindows(policy, rule, marketplace, event);
  const window = newest(chain, rule);
  const deadline = chain.reduce<Day | null>(
    (before, next) => deadlineAfter(before, next, event),
    null as Day | null,
  );
  return {
    opens: laterDay(opening(window, event), addDays(event, graceDays)),
    deadline: deadline === NEVER ? null : deadline,
    estimated: estimated || !window.sourced,
    window,
  };
}

/**
 * The state of something owed on a day: `wait` before it opens, `file` to its deadline inclusive, `expired`
 * after. Past its deadline it is expired even when a long grace had not let it open.
 */
export function stateOn(asOf: Day, time: ClaimTime): "wait" | "file" | "expired" {
  if (time.deadline !== null && asOf > time.deadline) return "expired";
  return asOf < time.opens ? "wait" : "file";
}

/** The windows that followed each other for a rule in a marketplace, oldest first. */
function bindingWindows(
  policy: Policy,
  rule: ClaimRule,
  marketplace: string,
  event: Day,
): { chain: readonly ClaimWindow[]; estimated: boolean } {
  const own = windowsOf(policy, rule, marketplace);
  if (own.length > 0) return { chain: own, estimated: false };
  const broader = BROADER_RULE[rule];
  const borrowed = broader === undefined ? [] : windowsOf(policy, broader, marketplace);
  if (borrowed.length > 0) return { chain: borrowed, estimated: false };
  return { chain: shortest(policy, rule, event), estimated: true };
}

function windowsOf(policy: Policy, rule: ClaimRule, marketplace: string): ClaimWindow[] {
  return policy.windows
    .filter((window) => window.rule === rule && window.marketplaces.includes(marketplace))
    .sort((a, b) => (a.effectiveFrom ?? -NEVER) - (b.effectiveFrom ?? -NEVER));
}

/** The window in force that closes first; of those the one that opens last, which is the safest to keep to. */
function shortest(policy: Policy, rule: ClaimRule, event: Day): ClaimWindow[] {
  const inForce = policy.windows.filter((w) => w.effectiveTo === null);
  const broader = BROADER_RULE[rule];
  const known = inForce.filter((w) => w.rule === rule || w.rule === broader);
  return known
    .sort((a, b) => closing(a, event) - closing(b, event) || opening(b, event) - opening(a, event))
    .slice(0, 1);
}

function newest(chain: readonly ClaimWindow[], rule: ClaimRule): ClaimWindow {
  const last = chain[chain.length - 1];
  if (last === undefined) throw new RangeError(`The policy has no claim window for ${rule}.`);
  return last;
}

function opening(window: ClaimWindow, event: Day): Day {
  return addDays(event, window.conservativeOpensAfterDays ?? window.opensAfterDays ?? 0);
}

function closing(window: ClaimWindow, event: Day): Day {
  if (window.conservativeClosesAfterDays !== null) return addDays(event, window.conservativeClosesAfterDays);
  if (window.closesAfterMonths !== null) return addMonths(event, window.closesAfterMonths);
  return window.closesAfterDays === null ? NEVER : addDays(event, window.closesAfterDays);
}

/** The deadline once `next` is in force, from the deadline under the window before it (null: there was none). */
function deadlineAfter(before: Day | null, next: ClaimWindow, event: Day): Day {
  const closes = closing(next, event);
  if (before === null || next.effectiveFrom === null) return closes;
  const lastDayBefore = addDays(next.effectiveFrom, -1);
  return before >= lastDayBefore ? laterDay(closes, lastDayBefore) : closes;
}
