/** The queue of findings: what is in it, in which order, and what it comes to. */
import type { FindingShort, FindingStatus } from "../../intake/server.ts";
import { addMoney, currency, formatAmount, type Money, moneyOf } from "../../src/values/money.ts";

/** `open`: nobody has claimed, dismissed or put it off; `claimed`: it has a claim. */
export type Handled = "open" | "claimed" | "snoozed" | "dismissed" | "all";

export interface FindingFilter {
  readonly text: string;
  readonly handled: Handled;
  /** "" = all. */
  readonly state: string;
  readonly family: string;
  readonly marketplace: string;
  /** In units of the finding's currency; null = any. */
  readonly least: number | null;
}

export const NO_FILTER: FindingFilter = {
  text: "",
  handled: "open",
  state: "file",
  family: "",
  marketplace: "",
  least: null,
};

/** A finding ready to be filtered at every key stroke. */
export interface Queued {
  readonly finding: FindingShort;
  readonly handled: Exclude<Handled, "all">;
  readonly amount: number | null;
  readonly searched: string;
}

const URGENCY: Readonly<Record<FindingShort["state"], number>> = {
  file: 0,
  wait: 1,
  exposure: 2,
  info: 3,
  expired: 4,
};

const HANDLED: Partial<Record<FindingStatus, Queued["handled"]>> = {
  new: "open",
  snoozed: "snoozed",
  dismissed: "dismissed",
};

/**
 * Most urgent first: by state, then days left, then money. Amounts of different currencies are compared by their
 * figures alone, for want of a rate; only among findings that run out on the same day.
 */
export function queueOf(findings: readonly FindingShort[]): Queued[] {
  return findings
    .map((finding) => ({
      finding,
      handled: HANDLED[finding.status] ?? ("claimed" as const),
      amount: finding.amount === null ? null : Number(finding.amount),
      searched: [
        finding.title,
        finding.item,
        finding.reference,
        finding.what,
        finding.audit,
        finding.id,
        finding.claimId ?? "",
      ]
        .join("\n")
        .toLowerCase(),
    }))
    .sort(
      (a, b) =>
        URGENCY[a.finding.state] - URGENCY[b.finding.state] ||
        (a.finding.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.finding.daysLeft ?? Number.MAX_SAFE_INTEGER) ||
        (b.amount ?? -1) - (a.amount ?? -1) ||
        (a.finding.id < b.finding.id ? -1 : 1),
    );
}

/** Every word of the text must occur. */
export function filtered(queue: readonly Queued[], filter: FindingFilter): Queued[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return queue.filter(
    ({ finding, handled, amount, searched }) =>
      (filter.handled === "all" || handled === filter.handled) &&
      (filter.state === "" || finding.state === filter.state) &&
      (filter.family === "" || finding.family === filter.family) &&
      (filter.marketplace === "" || finding.marketplace === filter.marketplace) &&
      (filter.least === null || (amount !== null && amount >= filter.least)) &&
      words.every((word) => searched.includes(word)),
  );
}

export interface Sum {
  readonly currency: string;
  readonly amount: string;
  readonly findings: number;
}

/** One sum per currency, the one with most findings first; findings without an amount are in none. */
export function sumsOf(queue: readonly Queued[]): Sum[] {
  const sums = new Map<string, { money: Money; findings: number }>();
  for (const { finding, amount } of queue) {
    if (amount === null || finding.currency === null) continue;
    const value = moneyOf(amount, currency(finding.currency));
    const sum = sums.get(finding.currency);
    sums.set(finding.currency, {
      money: sum ? addMoney(sum.money, value) : value,
      findings: (sum?.findings ?? 0) + 1,
    });
  }
  return [...sums]
    .map(([code, { money, findings }]) => ({ currency: code, amount: formatAmount(money), findings }))
    .sort((a, b) => b.findings - a.findings || (a.currency < b.currency ? -1 : 1));
}

/** How many findings are in each state, whatever state is chosen. */
export function statesOf(queue: readonly Queued[], filter: FindingFilter): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of filtered(queue, { ...filter, state: "" })) {
    counts.set(finding.state, (counts.get(finding.state) ?? 0) + 1);
  }
  return counts;
}

/** How many of the folded filters narrow the queue: said where they unfold. */
export function narrowing(filter: FindingFilter): number {
  const { handled, family, marketplace, least } = filter;
  return (
    Number(handled !== NO_FILTER.handled) +
    [family, marketplace].filter((value) => value !== "").length +
    Number(least !== null)
  );
}
