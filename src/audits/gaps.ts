/** What an audit leaves out because a report does not cover it, summed into one sentence per report. */

import { addMonths, type Day, earlierDay, laterDay } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import type { Account } from "./account.ts";
import type { AuditMeta } from "./audit.ts";
import { coverageOf, LEDGER_MONTHS } from "./coverage.ts";
import type { CannotTell, Need } from "./finding.ts";
import { count, dated } from "./text.ts";

interface Gap {
  openings: number;
  units: number;
  from: Day;
  to: Day;
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
  /** One download for several needs of one report, no further back than Amazon keeps it. */
  within(needed: readonly Needed[]): Need;
  /** One entry per report that fell short, and those added. */
  summary(): CannotTell[];
}

export function gapsOf(account: Account, meta: AuditMeta): Gaps {
  const coverage = account.derive(coverageOf);
  const byReport = new Map<string, Gap>();
  const others: CannotTell[] = [];
  return {
    covers(marketplace, needed, units) {
      let covered = true;
      for (const { report, from, to } of needed) {
        const missing = coverage.missing(report, marketplace, from, to);
        if (missing === null) continue;
        covered = false;
        const gap = byReport.get(report) ?? { openings: 0, units: 0, ...missing };
        byReport.set(report, {
          openings: gap.openings + 1,
          units: gap.units + units,
          from: earlierDay(gap.from, missing.from),
          to: laterDay(gap.to, missing.to),
        });
      }
      return covered;
    },
    add(reason, needs) {
      others.push({ audit: meta.id, reason, needs });
    },
    within(needed) {
      const days = needed.map(({ from }) => from).sort((a, b) => a - b);
      const ends = needed.map(({ to }) => to).sort((a, b) => b - a);
      const report = needed[0]?.report ?? "";
      const from = days[0] === undefined ? null : laterDay(days[0], reachOf(account, report));
      return { report, from, to: ends[0] ?? null };
    },
    summary() {
      const gaps = [...byReport.entries()].sort(([a], [b]) => compareText(a, b));
      return [...gaps.map(([report, gap]) => told(account, meta, report, gap)), ...others];
    },
  };
}

/** The first day a report can still be downloaded for: Amazon keeps the ledger for 18 months. */
function reachOf(account: Account, report: string): Day {
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
