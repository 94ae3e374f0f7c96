/**
 * When each kind of finding opens and ends, worked out here once more and apart from the program, so that
 * the samples can contradict it. Facts: Amazon's announcements of 2024-10-23 (US) and 2025-01-09 (Europe)
 * for warehouse losses and customer returns, the inbound help pages (nine months US, six months Europe),
 * and the graces in which Amazon usually pays by itself (ours). Everything the samples contain happens
 * after 2025-03-31, the last change of these rules and of the valuation.
 */

import { addDays, addMonths, type Day, laterDay } from "../src/values/day.ts";
import type { PlaceCode } from "./places.ts";

export type AuditId =
  | "warehouse-lost"
  | "warehouse-damaged"
  | "inbound-short"
  | "refund-not-returned"
  | "returned-damaged-by-amazon"
  | "underpaid"
  | "reversed-without-return";

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
  underpaid: {
    US: { opens: 0, closes: sixtyDays, estimated: false },
    UK: { opens: 0, closes: sixtyDays, estimated: false },
    DE: { opens: 0, closes: sixtyDays, estimated: true },
  },
  "reversed-without-return": everywhere({ opens: 0, closes: sixtyDays, estimated: true }),
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
 */
export function timingOf(audit: AuditId, place: PlaceCode, event: Day, asOf: Day, graceFrom = event): Timing {
  const window = WINDOWS[audit][place];
  const opens = laterDay(event, addDays(graceFrom, window.opens));
  const { closes } = window;
  const deadline = "days" in closes ? addDays(event, closes.days) : addMonths(event, closes.months);
  const state = asOf < opens ? "wait" : asOf <= deadline ? "file" : "expired";
  return { opens, deadline, estimated: window.estimated, state };
}

/** How many days before as-of an event must lie to stand on each side of each border of its window. */
export function borderAges(audit: AuditId, place: PlaceCode, asOf: Day): number[] {
  const { opens, closes } = WINDOWS[audit][place];
  const last = "days" in closes ? closes.days : asOf - addMonths(asOf, -closes.months);
  return [opens - 1, opens, last, last + 1].filter((age) => age >= 0);
}
