/**
 * Whether approved payments arrived: approvals of `reimbursements` against the reimbursement rows of
 * settlements, by SKU and currency. Money is allotted once: each settled cent pays one approval.
 */

import { marketplace as marketplaceNamed, marketplaceOfSite } from "../../policy/index.ts";
import { settlement, settlementV1, transactions } from "../../reports/index.ts";
import { type Day, dayOfMoment } from "../../values/day.ts";
import { currencyOf, type Money } from "../../values/money.ts";
import { listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { allot, type Expected, flow, type Posted } from "./allotment.ts";
import { entriesOf } from "./orders/entries.ts";
import { type Payment, paymentsOf } from "./payments.ts";
import { type Period, union } from "./periods.ts";

/** An approval, and how much of it no settlement shows (minor units). */
export interface Approval {
  readonly payment: Payment;
  readonly date: Day;
  readonly amount: Money;
  open: number;
}

/** Corrections of fees are booked under names of their own, in some files not as reimbursements at all. */
const BOOKED_OTHERWISE = ["Fee_Correction", "FBA CLI Planned Fee Reimbursement"];

/** Approvals of cash up to as-of, oldest first, with what settlements show taken off. */
export function approvalsOf(account: Account): readonly Approval[] {
  const approvals = account.derive(paymentsOf).paid.flatMap((payment): Approval[] => {
    const { amount, date, reason } = payment;
    if (amount === null || payment.cashUnits === 0 || date > account.asOf) return [];
    if (reason !== null && BOOKED_OTHERWISE.includes(reason)) return [];
    return [{ payment, date, amount, open: amount.minor }];
  });
  settle(approvals, ({ amount, payment }) => [amount.currency, payment.sku], postedOf(account, 1));
  if (approvals.some(({ open }) => open > 0)) cancelTakenBack(account, approvals);
  return approvals;
}

/** Allots rows to what they name, by currency and SKU. Rows that name no SKU may be anything's. */
function settle<T extends Expected>(
  expected: readonly T[],
  namesOf: (one: T) => [currency: string, sku: string],
  posted: ReadonlyMap<string, Posted[]>,
): void {
  const [bySku, byCurrency] = [new Map<string, T[]>(), new Map<string, T[]>()];
  for (const one of expected) {
    const [currency, sku] = namesOf(one);
    listUnder(bySku, `${currency}|${sku}`).push(one);
    listUnder(byCurrency, `${currency}|`).push(one);
  }
  for (const [key, group] of bySku) allot(group, posted.get(key) ?? []);
  for (const [key, group] of byCurrency) flow(group, posted.get(key) ?? []);
}

/** Money taken back that no settlement shows as taken: as much of its payment was never paid out, nor is it owed. */
function cancelTakenBack(account: Account, approvals: readonly Approval[]): void {
  const ofPayment = new Map(approvals.map((approval) => [approval.payment, approval]));
  const takings = account.derive(paymentsOf).reversals.flatMap(({ amount, date, sku, original }) => {
    const approval = original === null ? undefined : ofPayment.get(original);
    if (amount === null || approval === undefined || date > account.asOf) return [];
    if (amount.currency !== approval.amount.currency) return [];
    return [{ date, sku, approval, open: Math.abs(amount.minor) }];
  });
  settle(takings, ({ approval, sku }) => [approval.amount.currency, sku], postedOf(account, -1));
  for (const { approval, open } of takings) approval.open = Math.max(0, approval.open - open);
}

/** Reimbursement rows that paid (sign 1) or took money back (sign -1), by currency and SKU, oldest first. */
function postedOf(account: Account, sign: 1 | -1): ReadonlyMap<string, Posted[]> {
  const posted = new Map<string, Posted[]>();
  for (const { day, sku, booked, amounts } of account.derive(entriesOf)) {
    const left = sign * (amounts.reimbursement ?? 0);
    if (day === null || left <= 0) continue;
    const currency = booked.currency ?? marketplaceNamed(booked.marketplace)?.currency ?? "";
    listUnder(posted, `${currency}|${sku}`).push({ day, left });
  }
  // Rows of one day serve the same approvals: which of them goes first makes no difference.
  for (const list of posted.values()) list.sort((a, b) => a.day - b.day);
  return posted;
}

/** The days settlements speak of, by currency; a seller with several sites in one currency has one each. */
export interface SettledDays {
  /** Whether all postings of these days in a currency are known. */
  cover(currency: string, from: Day, to: Day): boolean;
}

interface Span extends Period {
  /** Code of the site it is of; null = not known, so of any. */
  readonly site: string | null;
}

export function settledDaysOf(account: Account): SettledDays {
  const spans = new Map<string, Span[]>();
  for (const definition of [settlement, settlementV1]) {
    const rows = account.rows(definition);
    const sites = new Map<string, string>();
    for (const row of rows) {
      const site = marketplaceOfSite(row.marketplaceName)?.code;
      if (site !== undefined && !sites.has(row.settlementId)) sites.set(row.settlementId, site);
    }
    for (const row of rows) {
      const currency = currencyOf(row.currency);
      if (currency === null || row.settlementStartDate === null || row.settlementEndDate === null) continue;
      listUnder(spans, currency).push({
        from: dayOfMoment(row.settlementStartDate),
        to: dayOfMoment(row.settlementEndDate),
        site: sites.get(row.settlementId) ?? null,
      });
    }
  }
  for (const [currency, days] of csvDaysOf(account)) {
    for (const { report, firstDay, lastDay } of account.input.imports) {
      if (report !== transactions.id || firstDay === null || lastDay === null) continue;
      // A file is of the currency whose rows stand on its first and last day.
      if (days.has(firstDay) && days.has(lastDay)) {
        listUnder(spans, currency).push({ from: firstDay, to: lastDay, site: null });
      }
    }
  }
  const covered = new Map([...spans].map(([currency, list]) => [currency, bySite(list)]));
  return {
    cover: (currency, from, to) =>
      (covered.get(currency) ?? []).length > 0 &&
      (covered.get(currency) ?? []).every((periods) => periods.some((p) => p.from <= from && to <= p.to)),
  };
}

function bySite(spans: readonly Span[]): Period[][] {
  const sites = new Set(spans.map(({ site }) => site));
  if (sites.size > 1) sites.delete(null);
  return [...sites].map((site) => union(spans.filter((span) => span.site === site || span.site === null)));
}

/** The days of the payments CSV's rows that are settled, by currency. */
function csvDaysOf(account: Account): ReadonlyMap<string, ReadonlySet<Day>> {
  const days = new Map<string, Set<Day>>();
  for (const row of account.rows(transactions)) {
    if (row.dateTime === null || row.settlementId === "") continue;
    const currency =
      currencyOf(row.currency) ??
      marketplaceOfSite(row.marketplace)?.currency ??
      marketplaceNamed(row.importedFor)?.currency;
    if (currency === undefined) continue;
    const known = days.get(currency) ?? new Set<Day>();
    days.set(currency, known.add(dayOfMoment(row.dateTime)));
  }
  return days;
}
