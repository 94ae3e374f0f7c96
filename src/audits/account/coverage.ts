/**
 * Which days of each report were imported, and which openings can therefore be judged.
 *
 * A report does not say which period it was downloaded for. Coverage is what the user said at import; where
 * nobody said, files imported together are presumed to share a period, unless other reports disprove it
 * (coverage-disproof.ts). Row dates alone never shorten it: a quiet month is not a missing one.
 */

import { LEDGER_MONTHS } from "../../policy/ledger-reach.ts";
import { REPORTS } from "../../reports/index.ts";
import { addDays, addMonths, type Day, earlierDay, laterDay } from "../../values/day.ts";
import type { ImportRecord } from "../audit.ts";
import type { Account } from "./account.ts";
import { undisproved } from "./coverage-disproof.ts";
import { type Period, spanOf, union } from "./periods.ts";
import { placeOf } from "./regions.ts";
import { remembered } from "./remembered.ts";

/** Coverage that ends at most this many days before the as-of day is fresh: newer rows are still being made. */
export const FRESH_DAYS = 7;

/** Days of snapshots and months of charges are no transaction days: they say nothing about a period. */
const NO_TRANSACTION_DAYS = ["snapshotDate", "monthOfCharge"];

const AMAZONS = new Set(REPORTS.filter((r) => r.from === "amazon").map((r) => r.id));
const DATED = new Set(
  REPORTS.filter(
    (r) => AMAZONS.has(r.id) && r.coverageDay !== null && !NO_TRANSACTION_DAYS.includes(r.coverageDay),
  ).map((r) => r.id),
);
const SHORT_NAMES = new Map(REPORTS.map((r) => [r.id, r.shortName]));
const DATED_NAMES = new Set([...DATED].map((id) => SHORT_NAMES.get(id)));

/** Whether days of a report (short name) can be covered: snapshots, lists and the user's own files have none. */
export function coversDays(report: string): boolean {
  return DATED_NAMES.has(report);
}

export interface Coverage {
  /** Whether any file of the report (short name) was imported, even one with only a header, or the user filled in its tab. */
  imported(report: string): boolean;
  /** The periods of a report covered for a marketplace's stock region, in order, apart. */
  periods(report: string, marketplace: string): readonly Period[];
  /**
   * What of [from, to] a report does not cover for a marketplace: from the first such day to the last; null
   * when it covers all. The days younger than `FRESH_DAYS` before as-of may be missing.
   */
  missing(report: string, marketplace: string, from: Day, to: Day): Period | null;
  /** First day any of Amazon's files covers; null when there are none. */
  readonly firstDay: Day | null;
}

export function coverageOf(account: Account): Coverage {
  const records = account.input.imports;
  const own = new Set(records.filter(isAmazons).map((r) => placeOf(r.marketplace).region));
  // Asked for every loss and payment: found under the marketplace without putting a key together.
  const ofReport = remembered((report) => {
    const inRegion = remembered((region) => {
      // A region nothing was imported for by name occurs only inside files that hold several regions
      // (a pan-European ledger): then every file speaks for it.
      const about = own.has(region)
        ? records.filter((r) => placeOf(r.marketplace).region === region)
        : records;
      return covered(account, report, region, about);
    });
    return remembered((marketplace) => inRegion(placeOf(marketplace).region));
  });
  const periods = (report: string, marketplace: string) => ofReport(report)(marketplace);

  return {
    imported: (report) =>
      records.some((r) => SHORT_NAMES.get(r.report) === report) ||
      account.input.tables.some((t) => t.length > 0 && t.report === report && !AMAZONS.has(t.report)),
    periods,
    missing(report, marketplace, from, to) {
      const fresh = addDays(account.asOf, -FRESH_DAYS);
      const last = earlierDay(to, fresh);
      const gap = uncovered(periods(report, marketplace), earlierDay(from, last), last);
      return gap && { from: gap.from, to: gap.to === last ? laterDay(to, last) : gap.to };
    },
    firstDay: firstCovered(records, account.asOf),
  };
}

/** The periods of one report, from the records that speak for a region. */
function covered(
  account: Account,
  report: string,
  region: string,
  records: readonly ImportRecord[],
): readonly Period[] {
  const batches = [...new Set(records.map((r) => r.batch))];
  return union(
    batches.flatMap((batch) => {
      const together = records.filter((r) => r.batch === batch);
      const ofReport = together.filter((r) => SHORT_NAMES.get(r.report) === report);
      if (ofReport.length === 0) return [];
      const shared = sharedPeriod(together, account.asOf);
      const said = ofReport.flatMap((r) => {
        const from = r.from ?? (r.to === null ? null : shared?.from);
        const to = r.to ?? (r.from === null ? null : shared?.to);
        return from != null && to != null ? [{ from, to: earlierDay(to, account.asOf) }] : [];
      });
      if (said.length === ofReport.length || shared === null) return said;
      const presumed = report === "ledger-detail" ? withinHistory(shared, ofReport, account.asOf) : shared;
      return [...said, ...undisproved(account, report, region, presumed, ofReport)];
    }),
  );
}

/** From the first to the last transaction day of Amazon's files imported together, none after as-of. */
function sharedPeriod(together: readonly ImportRecord[], asOf: Day): Period | null {
  const dated = together.filter((r) => DATED.has(r.report));
  const span = spanOf(dated.flatMap(({ firstDay, lastDay }) => [firstDay, lastDay]));
  return span === null || span.from > asOf ? null : { from: span.from, to: earlierDay(span.to, asOf) };
}

/** The earlier of the first transaction day and the first day the user named. */
function firstCovered(records: readonly ImportRecord[], asOf: Day): Day | null {
  const named = records.filter((r) => DATED.has(r.report)).map(({ from }) => from);
  return spanOf([sharedPeriod(records, asOf)?.from ?? null, ...named])?.from ?? null;
}

/** The ledger reaches back 18 months only: nothing before is presumed, unless its own rows are older. */
function withinHistory(shared: Period, ledgers: readonly ImportRecord[], asOf: Day): Period {
  const reach = ledgers.reduce(
    (first, r) => (r.firstDay === null ? first : earlierDay(first, r.firstDay)),
    addMonths(asOf, -LEDGER_MONTHS),
  );
  return { from: laterDay(shared.from, reach), to: shared.to };
}

/** The first to the last day of [from, to] outside the periods; null when there is none. */
function uncovered(periods: readonly Period[], from: Day, to: Day): Period | null {
  let first = from;
  for (const period of periods) if (period.from <= first && first <= period.to) first = addDays(period.to, 1);
  if (first > to) return null;
  let last = to;
  for (const period of [...periods].reverse()) {
    if (period.from <= last && last <= period.to) last = addDays(period.from, -1);
  }
  return { from: first, to: last };
}

function isAmazons(record: ImportRecord): boolean {
  return AMAZONS.has(record.report);
}
