/**
 * What is to be found about parcels of removal orders and about payments, with the days of its window, worked out
 * here apart from the program. Facts: Amazon's announcements of 2024-10-23 (US) and 2025-01-09 (Europe) for
 * removals; nobody publishes days for reversals (60 are assumed) nor a last day for what was approved and not paid.
 */

import { addDays, addMonths, type Day, day, formatDay, laterDay } from "../src/values/day.ts";
import { currency, formatAmount, money } from "../src/values/money.ts";
import type { Account } from "./account.ts";
import type { Item, Planted, Reimbursement } from "./model.ts";
import { valuationKnown } from "./windows.ts";

/** Owed, with its window: days after the event on which filing opens, and on which it ends (null = never). */
const WINDOWS = {
  "removal-lost": { opens: 15, closes: 75, estimated: false },
  "removal-short": { opens: 0, closes: 60, estimated: false },
  "reversed-above-original": { opens: 0, closes: 60, estimated: true },
  "not-settled": { opens: 5, closes: null, estimated: false },
  "stock-not-received": { opens: 30, closes: null, estimated: false },
} as const;

type Owed = keyof typeof WINDOWS;

export type PaymentAuditId =
  | Owed
  | "paid-differently-than-approved"
  | "removal-fee-high"
  | "removal-stuck"
  | "paid-unevenly"
  | "paid-twice"
  | "service-bill-wrong";

/** Removals could be claimed for 18 months in the US until the day before the new rule. */
const US_CHANGE = day("2024-10-23");

export interface Found {
  readonly event: Day;
  readonly units: number | null;
  /** Minor units; null when it can't be valued. */
  readonly amount: number | null;
  readonly fnsku?: string;
  readonly orderId?: string;
  readonly referenceId?: string;
  readonly estimated?: boolean;
}

export function plantOwed(a: Account, audit: Owed, found: Found): void {
  const { opens, closes, estimated } = WINDOWS[audit];
  const first = addDays(found.event, opens);
  const last = closes === null ? null : lastDay(a, audit, found.event, closes);
  const state = last !== null && a.asOf > last ? "expired" : a.asOf < first ? "wait" : "file";
  a.planted.push({
    ...named(a, audit, found),
    state,
    opens: formatDay(first),
    deadline: last === null ? null : formatDay(last),
    estimated: found.estimated ?? estimated,
  });
}

function lastDay(a: Account, audit: Owed, event: Day, closes: number): Day {
  const last = addDays(event, closes);
  const removal = audit === "removal-lost" || audit === "removal-short";
  const lastOfOld = addDays(US_CHANGE, -1);
  const heldOpen = a.place.code === "US" && removal && addMonths(event, 18) >= lastOfOld;
  return heldOpen ? laterDay(last, lastOfOld) : last;
}

/** Approved and paid short: for the seller who keeps a claim log. Nobody publishes its days; 60 are assumed. */
export function plantApproved(a: Account, found: Found): void {
  const last = addDays(found.event, 60);
  a.plantedByApprovals.push({
    ...named(a, "paid-differently-than-approved", found),
    state: a.asOf > last ? "expired" : "file",
    opens: formatDay(found.event),
    deadline: formatDay(last),
    estimated: true,
  });
}

/** Worth a look, or money Amazon may take back: no claim, so no window. */
export function plantNote(
  a: Account,
  audit: "removal-lost" | "removal-stuck" | "paid-unevenly" | "paid-twice" | "service-bill-wrong",
  found: Found,
): void {
  a.planted.push({
    ...named(a, audit, found),
    state: audit === "paid-twice" ? "exposure" : "info",
    opens: null,
    deadline: null,
    estimated: false,
  });
}

/** All units of a payment in stock are missing; they are worth their cost. */
export function plantMissingStock(a: Account, item: Item, paid: Reimbursement): void {
  plantOwed(a, "stock-not-received", {
    event: paid.day,
    units: paid.stock,
    amount: costOf(a, item, paid.day, paid.stock),
    fnsku: item.fnsku,
    referenceId: paid.id,
  });
}

/** What units that never saw a customer are worth on a day; null before Amazon paid the cost, or without one. */
export function costOf(a: Account, item: Item, on: Day, units: number): number | null {
  if (item.cost === null || !valuationKnown(a.place.code, on)) return null;
  return units * Math.min(item.cost, a.place.unitCap);
}

function named(
  a: Account,
  audit: PaymentAuditId,
  { event, units, amount, fnsku, orderId, referenceId }: Found,
): Omit<Planted, "state" | "opens" | "deadline" | "estimated"> {
  return {
    audit,
    marketplace: a.place.code,
    fnsku: fnsku ?? null,
    msku: null,
    orderId: orderId ?? null,
    shipmentId: null,
    referenceId: referenceId ?? null,
    quantity: units,
    amount: amount === null ? null : formatAmount(money(amount, currency(a.place.currency))),
    currency: amount === null ? null : a.place.currency,
    eventDate: formatDay(event),
    story: a.story,
  };
}
