/** Reading one inbound shipment: its status, pack lists, creation day, and the units received of an item. */

import { type Day, dayOf, isCalendarDay } from "../../values/day.ts";
import type { LedgerRow } from "./ledger.ts";

const STATUS: Readonly<Record<string, "closed" | "open" | "out">> = {
  closed: "closed",
  cancelled: "out",
  canceled: "out",
  deleted: "out",
  working: "out",
};

/** `out`: cancelled, deleted or never sent; `unknown`: the shipping queue was not imported or does not list it. */
export function statusOf(status: string): "closed" | "open" | "out" | "unknown" {
  const word = status.toLowerCase().replace(/[^a-z]/g, "");
  return word === "" ? "unknown" : (STATUS[word] ?? "open");
}

/** "n of m" pack lists that are announced and not there, e.g. ["2 of 3"]. */
export function packListsMissing(packLists: readonly string[]): string[] {
  const there = new Set<number>();
  let announced = 0;
  for (const text of packLists) {
    const match = /^\s*(\d+)\s*(?:of|\/|von|de|di|sur)\s*(\d+)\s*$/i.exec(text);
    if (!match) continue;
    there.add(Number(match[1]));
    announced = Math.max(announced, Number(match[2]));
  }
  const missing: string[] = [];
  for (let n = 1; n <= announced; n++) if (!there.has(n)) missing.push(`${n} of ${announced}`);
  return missing;
}

/**
 * The creation day in a shipment's default name, `FBA STA (01/20/2026 10:15)-LBE1`. Month first in North
 * America; elsewhere only when the order cannot be mistaken. Null when the name holds none.
 */
export function shipmentDay(name: string, marketplace: string): Day | null {
  const match = /\((\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(name);
  if (!match) return null;
  const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const monthFirst = isCalendarDay(year, a, b) ? dayOf(year, a, b) : null;
  const dayFirst = isCalendarDay(year, b, a) ? dayOf(year, b, a) : null;
  if (monthFirst === null || dayFirst === null) return monthFirst ?? dayFirst;
  return monthFirst === dayFirst || ["US", "CA", "MX"].includes(marketplace) ? monthFirst : null;
}

/** Units received of one item of a shipment. */
export interface Received {
  /** Units received, including those booked in and taken out again. */
  readonly received: number;
  /** Of these, units taken out again and not booked in since. */
  readonly reversed: number;
  /** The last day on which units were taken out again; null when that never happened. */
  readonly reversedOn: Day | null;
}

/**
 * Units booked in and taken out again later (a negative receipt after a positive one, not corrected since) are
 * counted as received and told apart: they are a reversed receipt, not a short delivery. Rows of one day are
 * netted first, because their order is unknown. Takes the rows oldest first.
 */
export function receivedOf(receipts: readonly LedgerRow[]): Received {
  const byDay = new Map<Day, number>();
  for (const row of receipts) byDay.set(row.date, (byDay.get(row.date) ?? 0) + row.quantity);
  let [net, reversed] = [0, 0];
  let reversedOn: Day | null = null;
  for (const [day, units] of byDay) {
    const taken = units < 0 ? Math.min(Math.max(0, net), -units) : -Math.min(reversed, units);
    reversed += taken;
    if (taken > 0) reversedOn = day;
    net += units;
  }
  return { received: Math.max(0, net + reversed), reversed, reversedOn };
}

/** Whether the shipping queue says the shipment was called off. */
export function isCalledOff(status: string): boolean {
  return /^(cancell?ed|deleted)$/i.test(status.trim());
}
