/**
 * Whether approved payments arrived: approvals of `reimbursements` against the reimbursement rows of
 * settlements, by SKU and currency. Money is allotted once: each settled cent pays one approval.
 */

import { marketplace as marketplaceNamed, marketplaceOfSite } from "../../policy/index.ts";
import { settlement, settlementV1, transactions } from "../../reports/index.ts";
import { addDays, type Day, dayOfMoment } from "../../values/day.ts";
import { currencyOf, type Money } from "../../values/money.ts";
import { listUnder } from "../clearing.ts";
import type { Account } from "./account.ts";
import { entriesOf } from "./orders/entries.ts";
import { type Payment, paymentsOf } from "./payments.ts";
import { type Period, union } from "./periods.ts";

/** Posted from so many days before its approval to so many after. */
export const POSTED_BEFORE_DAYS = 1;
export const POSTED_AFTER_DAYS = 10;

/** An approval, and how much of it no settlement shows (minor units). */
export interface Approval {
  readonly payment: Payment;
  readonly date: Day;
  readonly amount: Money;
  open: number;
}

interface Posted {
  readonly day: Day;
  left: number;
}

/** Corrections of fees are booked under names of their own, in some files not as reimbursements at all. */
const BOOKED_OTHERWISE = ["Fee_Correction", "FBA CLI Planned Fee Reimbursement"];

/** Approvals of cash up to as-of, oldest first, with what settlements show taken off. */
export function approvalsOf(account: Account): readonly Approval[] {
  const approvals = account.derive(paymentsOf).paid.flatMap((payment): Approval[] => {
    const { amount, date, reason } = payment;
    if (amount === null || amount.minor <= 0 || payment.cashUnits === 0 || date > account.asOf) return [];
    if (reason !== null && BOOKED_OTHERWISE.includes(reason)) return [];
    return [{ payment, date, amount, open: amount.minor }];
  });
  const posted = postedOf(account);
  const bySku = new Map<string, Approval[]>();
  for (const approval of approvals) {
    listUnder(bySku, `${approval.amount.currency}|${approval.payment.sku}`).push(approval);
  }
  for (const [key, group] of bySku) allot(group, posted.get(key) ?? []);
  const byCurrency = new Map<string, Approval[]>();
  for (const approval of approvals) listUnder(byCurrency, `${approval.amount.currency}|`).push(approval);
  // Rows that name no SKU may be anything's.
  for (const [key, group] of byCurrency) flow(group, posted.get(key) ?? []);
  return approvals;
}

/** Reimbursement rows that paid, by currency and SKU, oldest first. */
function postedOf(account: Account): ReadonlyMap<string, Posted[]> {
  const posted = new Map<string, Posted[]>();
  for (const { kind, day, sku, booked, amounts } of account.derive(entriesOf)) {
    const left = amounts.reimbursement ?? 0;
    if (kind !== "reimbursement" || day === null || left <= 0) continue;
    const currency = booked.currency ?? marketplaceNamed(booked.marketplace)?.currency ?? "";
    listUnder(posted, `${currency}|${sku}`).push({ day, left });
  }
  // Rows of one day serve the same approvals: which of them goes first makes no difference.
  for (const list of posted.values()) list.sort((a, b) => a.day - b.day);
  return posted;
}

/** Equal sums first: a day's approvals as one row or one day's rows, then single approvals; then whatever is left. */
function allot(approvals: readonly Approval[], posted: readonly Posted[]): void {
  for (const ofDay of groupsOf(approvals, ({ date }) => date)) {
    settleEqual(
      ofDay,
      posted.map((row) => [row]),
    );
    settleEqual(
      ofDay,
      groupsOf(posted, ({ day }) => day),
    );
  }
  for (const approval of approvals)
    settleEqual(
      [approval],
      posted.map((row) => [row]),
    );
  flow(approvals, posted);
}

function groupsOf<T>(list: readonly T[], day: (of: T) => Day): T[][] {
  const days = new Map<Day, T[]>();
  for (const of of list) listUnder(days, day(of)).push(of);
  return [...days.values()];
}

/** Settles a day's approvals with the first group of rows, not used yet, that adds up to them. */
function settleEqual(ofDay: readonly Approval[], groups: readonly (readonly Posted[])[]): void {
  const wanted = ofDay.reduce((sum, approval) => sum + approval.open, 0);
  const date = ofDay[0]?.date;
  if (wanted === 0 || date === undefined) return;
  const equal = groups.find(
    (rows) =>
      rows.every((row) => inTime(date, row)) && rows.reduce((sum, row) => sum + row.left, 0) === wanted,
  );
  if (equal === undefined) return;
  for (const row of equal) row.left = 0;
  for (const approval of ofDay) approval.open = 0;
}

/** Merged or split rows: oldest approval first takes from the oldest row in time. */
function flow(approvals: readonly Approval[], posted: readonly Posted[]): void {
  for (const approval of approvals) {
    for (const row of posted) {
      if (!inTime(approval.date, row)) continue;
      const money = Math.min(approval.open, row.left);
      approval.open -= money;
      row.left -= money;
    }
  }
}

function inTime(date: Day, { day }: Posted): boolean {
  return day >= addDays(date, -POSTED_BEFORE_DAYS) && day <= addDays(date, POSTED_AFTER_DAYS);
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
