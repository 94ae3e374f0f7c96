/**
 * When each kind of finding opens and ends, worked out here once more and apart from the program, so that
 * the samples can contradict it. Facts: Amazon's announcements of 2024-10-23 (US) and 2025-01-09 (Europe)
 * for warehouse losses and customer returns, what held in the US before, the inbound help pages (nine months
 * US, six months Europe), and the graces in which Amazon usually pays by itself (ours).
 */

import { addDays, addMonths, type Day, day, laterDay } from "../src/values/day.ts";
import type { PlaceCode } from "./places.ts";

export type AuditId =
  | "warehouse-lost"
  | "warehouse-damaged"
  | "inbound-short"
  | "refund-not-returned"
  | "returned-damaged-by-amazon"
  | "returned-not-restocked"
  | "wrong-item-returned"
  | "refund-above-payment"
  | "refund-too-late"
  | "replacement-not-returned"
  | "underpaid"
  | "reversed-without-return"
  | "disposed-without-request"
  | "transfer-lost"
  | "inventory-imbalance"
  | "taken-back-after-receipt"
  | "inbound-receipt-reversed"
  | "carrier-label-unused"
  | "fulfilment-fee-high"
  | "size-tier-changed"
  | "referral-fee-high"
  | "fee-charged-twice"
  | "referral-fee-not-credited"
  | "storage-fee-high"
  | "aged-surcharge-high";

interface Window {
  /** Days after the event on which filing opens; our grace included. */
  readonly opens: number;
  readonly closes: { readonly days: number } | { readonly months: number };
  /** Nobody could source the window, or when its clock starts. */
  readonly estimated: boolean;
}

const sixtyDays = { days: 60 };
const returnsUs = { opens: 60, closes: { days: 120 } };
const returnsEurope = { opens: 45, closes: { days: 105 } };

/** Practitioners file them as customer-return claims; no page gives days for them alone. */
const returnsAssumed: Record<PlaceCode, Window> = {
  US: { ...returnsUs, estimated: true },
  UK: { ...returnsEurope, estimated: true },
  DE: { ...returnsEurope, estimated: true },
};

/** Fees: 90 days after the charge, as Amazon's pages for the US have it; nobody has seen those of the UK and Germany. */
const ninetyDays: Record<PlaceCode, Window> = {
  US: { opens: 0, closes: { days: 90 }, estimated: false },
  UK: { opens: 0, closes: { days: 90 }, estimated: true },
  DE: { opens: 0, closes: { days: 90 }, estimated: true },
};

const WINDOWS: Record<AuditId, Record<PlaceCode, Window>> = {
  "warehouse-lost": everywhere({ opens: 30, closes: sixtyDays, estimated: false }),
  "warehouse-damaged": everywhere({ opens: 10, closes: sixtyDays, estimated: false }),
  "inbound-short": {
    US: { opens: 30, closes: { months: 9 }, estimated: true },
    UK: { opens: 30, closes: { months: 6 }, estimated: true },
    DE: { opens: 30, closes: { months: 6 }, estimated: true },
  },
  "refund-not-returned": {
    US: { ...returnsUs, estimated: false },
    UK: { ...returnsEurope, estimated: false },
    DE: { ...returnsEurope, estimated: false },
  },
  "returned-damaged-by-amazon": {
    US: { ...returnsUs, estimated: true },
    UK: { ...returnsEurope, estimated: true },
    DE: { ...returnsEurope, estimated: true },
  },
  "returned-not-restocked": {
    US: { ...returnsUs, estimated: false },
    UK: { ...returnsEurope, estimated: false },
    DE: { ...returnsEurope, estimated: false },
  },
  "wrong-item-returned": returnsAssumed,
  "refund-above-payment": returnsAssumed,
  // Never a claim; its days are those of the refund.
  "refund-too-late": returnsAssumed,
  "replacement-not-returned": returnsAssumed,
  underpaid: {
    US: { opens: 0, closes: sixtyDays, estimated: false },
    UK: { opens: 0, closes: sixtyDays, estimated: false },
    DE: { opens: 0, closes: sixtyDays, estimated: true },
  },
  "reversed-without-return": everywhere({ opens: 0, closes: sixtyDays, estimated: true }),
  "disposed-without-request": everywhere({ opens: 10, closes: sixtyDays, estimated: true }),
  // From the day a transfer has taken too long.
  "transfer-lost": everywhere({ opens: 30, closes: sixtyDays, estimated: true }),
  // Never claims.
  "inventory-imbalance": everywhere({ opens: 0, closes: sixtyDays, estimated: true }),
  "taken-back-after-receipt": everywhere({ opens: 0, closes: sixtyDays, estimated: true }),
  "inbound-receipt-reversed": {
    US: { opens: 30, closes: { months: 9 }, estimated: true },
    UK: { opens: 30, closes: { months: 6 }, estimated: true },
    DE: { opens: 30, closes: { months: 6 }, estimated: true },
  },
  "carrier-label-unused": {
    US: { opens: 0, closes: { months: 9 }, estimated: true },
    UK: { opens: 0, closes: { months: 9 }, estimated: false },
    DE: { opens: 0, closes: { months: 9 }, estimated: false },
  },
  "fulfilment-fee-high": ninetyDays,
  "fee-charged-twice": ninetyDays,
  "referral-fee-high": ninetyDays,
  "referral-fee-not-credited": everywhere({ opens: 0, closes: { days: 90 }, estimated: true }),
  // Never claims today.
  "size-tier-changed": ninetyDays,
  "storage-fee-high": ninetyDays,
  "aged-surcharge-high": ninetyDays,
};

const US_CHANGE = day("2024-10-23");
const EUROPE_CHANGE = day("2025-01-09");

/**
 * How many months filing stayed open in the US until the change. Nobody could source what held in Europe, nor
 * for returns Amazon damaged: there nothing is known to have stayed open by an older window.
 */
const US_MONTHS_BEFORE: Partial<Record<AuditId, number>> = {
  "warehouse-lost": 18,
  "warehouse-damaged": 18,
  "transfer-lost": 18,
  "refund-not-returned": 18,
  "returned-not-restocked": 18,
};

function everywhere(window: Window): Record<PlaceCode, Window> {
  return { US: window, UK: window, DE: window };
}

export interface Timing {
  readonly opens: Day;
  readonly deadline: Day;
  readonly estimated: boolean;
  readonly state: "wait" | "file" | "expired";
}

/**
 * The days of a finding. `graceFrom` is where the grace is counted from when that is not the event
 * itself: an inbound shipment's clock starts with the first receipt, its grace with the last.
 *
 * A new window binds everything not yet filed, and opens it too: what the old one still held open ends with the
 * old rule, or with the new window when that is later.
 */
export function timingOf(audit: AuditId, place: PlaceCode, event: Day, asOf: Day, graceFrom = event): Timing {
  const window = WINDOWS[audit][place];
  const opens = laterDay(event, addDays(graceFrom, window.opens));
  const months = place === "US" ? US_MONTHS_BEFORE[audit] : undefined;
  const lastOfOld = addDays(US_CHANGE, -1);
  const heldOpen = months !== undefined && addMonths(event, months) >= lastOfOld;
  const last = lastDay(window, event);
  const deadline = heldOpen ? laterDay(last, lastOfOld) : last;
  const state = asOf < opens ? "wait" : asOf <= deadline ? "file" : "expired";
  return { opens, deadline, estimated: window.estimated, state };
}

function lastDay({ closes }: Window, event: Day): Day {
  return "days" in closes ? addDays(event, closes.days) : addMonths(event, closes.months);
}

/** No file reaches back further: the ledger's 18 months. */
const OLDEST = 550;

/**
 * How many days before as-of an event must lie to stand on each side of each border: between wait, file and
 * expired, and between the rules and the valuations.
 */
export function borderAges(audit: AuditId, place: PlaceCode, asOf: Day): number[] {
  const ages = new Set<number>();
  const stateAt = (age: number) => timingOf(audit, place, addDays(asOf, -age), asOf).state;
  let state: Timing["state"] = "wait";
  for (let age = 0; age <= OLDEST; age++) {
    const older = stateAt(age);
    if (older !== state) ages.add(age - 1).add(age);
    state = older;
  }
  for (const change of [US_CHANGE, EUROPE_CHANGE, COST_PAID_SINCE[place]]) {
    ages.add(asOf - change).add(asOf - change + 1);
  }
  return [...ages].filter((age) => age >= 0).sort((x, y) => x - y);
}

/**
 * Since when Amazon pays the sourcing cost of what it lost before an order, and the order's own price less
 * fees after one. Before, it paid its own estimate of the proceeds either way, which no report shows: what
 * was lost before an order can't be valued then; after one, the order's own proceeds are the nearest to it.
 */
const COST_PAID_SINCE: Record<PlaceCode, Day> = {
  US: day("2025-03-31"),
  UK: day("2025-03-10"),
  DE: day("2025-03-10"),
};

/** Whether the basis Amazon paid by for what happened that day can be worked out from the reports. */
export function valuationKnown(place: PlaceCode, event: Day): boolean {
  return event >= COST_PAID_SINCE[place];
}

/** The audits of units lost or damaged before a customer ordered them: worth their sourcing cost. */
export const BEFORE_ORDER: ReadonlySet<AuditId> = new Set([
  "warehouse-lost",
  "warehouse-damaged",
  "inbound-short",
  "disposed-without-request",
  "transfer-lost",
  "inbound-receipt-reversed",
]);
