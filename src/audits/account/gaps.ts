/** What an audit leaves out because a report does not cover it, summed into one sentence per report. */

import { LEDGER_MONTHS } from "../../policy/ledger-reach.ts";
import { addMonths, type Day, earlierDay, laterDay } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import type { AuditMeta } from "../audit.ts";
import type { CannotTell, Need } from "../finding.ts";
import { count, dated } from "../wording/text.ts";
import type { Account } from "./account.ts";
import { coverageOf } from "./coverage.ts";
import { spanOf } from "./periods.ts";
import { placeOf } from "./regions.ts";

interface Gap {
  readonly openings: number;
  readonly units: number;
  readonly from: Day;
  readonly to: Day;
}

/** What an audit left out because a report does not cover the days it needs in a stock region. */
export interface Shortfall extends Gap {
  readonly audit: string;
  readonly report: string;
  readonly region: string;
}

/** Every shortfall of a run, audit by audit. */
export function shortfallsOf(_: Account): Map<string, Shortfall> {
  return new Map();
}

/** The days an opening needs of one report. */
export interface Needed {
  readonly report: string;
  readonly from: Day;
  readonly to: Day;
}

export interface Gaps {
  /**
   * Whether the reports cover what an opening needs; when not, the opening is counted as left out. Never ask
   * twice for the same opening.
   */
  covers(marketplace: string, needed: readonly Needed[], units: number): boolean;
  /** Something it cannot tell for another reason. */
  add(reason: string, needs: readonly Need[]): void;
  /** One download of the ledger for several needs of it, no further back than Amazon keeps it. */
  ofLedger(needed: readonly Needed[]): Need;
  /** One entry per report that fell short, and those added. */
  summary(): CannotTell[];
}

export function gapsOf(account: Account, meta: AuditMeta): Gaps {
  const coverage = account.derive(coverageOf);
  const shortfalls = account.derive(shortfallsOf);
  const others: CannotTell[] = [];
  return {
    covers(marketplace, needed, units) {
      const { region } = placeOf(marketplace);
      let covered = true;
      for (const { report, from, to } of needed) {
        const missing = coverage.missing(report, marketplace, from, to);
        if (missing === null) continue;
        covered = false;
        const key = [meta.id, report, region].join("|");
        const left = { openings: 1, units, ...missing };
        shortfalls.set(key, { audit: meta.id, report, region, ...together(shortfalls.get(key), left) });
      }
      return covered;
    },
    add(reason, needs) {
      others.push({ audit: meta.id, reason, needs });
    },
    ofLedger(needed) {
      const span = spanOf(needed.flatMap(({ from, to }) => [from, to]));
      const from = span && laterDay(span.from, reachOf(account, "ledger-detail"));
      return { report: "ledger-detail", from, to: span?.to ?? null };
    },
    summary() {
      const byReport = new Map<string, Gap>();
      for (const { audit, report, region: _, ...gap } of shortfalls.values()) {
        if (audit === meta.id) byReport.set(report, together(byReport.get(report), gap));
      }
      const gaps = [...byReport.entries()].sort(([a], [b]) => compareText(a, b));
      return [...gaps.map(([report, gap]) => told(account, meta, report, gap)), ...others];
    },
  };
}

function together(a: Gap | undefined, b: Gap): Gap {
  if (a === undefined) return b;
  return {
    openings: a.openings + b.openings,
    units: a.units + b.units,
    from: earlierDay(a.from, b.from),
    to: laterDay(a.to, b.to),
  };
}

/** The first day a report can still be downloaded for: Amazon keeps the ledger for 18 months. */
export function reachOf(account: Account, report: string): Day {
  return report === "ledger-detail" ? addMonths(account.asOf, -LEDGER_MONTHS) : (0 as Day);
}

function told(account: Account, meta: AuditMeta, report: string, gap: Gap): CannotTell {
  const reach = reachOf(account, report);
  const from = laterDay(gap.from, reach);
  const left = `${count(gap.openings, "possible case")} (${count(gap.units, "unit")}) left out: ${report} does not cover ${dated(gap.from)} to ${dated(gap.to)}.`;
  const limit =
    gap.from < reach
      ? ` Amazon keeps the ledger for ${LEDGER_MONTHS} months only; what was before ${dated(reach)} stays unknown.`
      : "";
  return { audit: meta.id, reason: left + limit, needs: gap.to < from ? [] : [{ report, from, to: gap.to }] };
}
