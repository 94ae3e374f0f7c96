/**
 * Data health: which days of which report are there, what each audit could and could not judge, and which
 * costs nobody has said yet. Plain facts; `data-health-rows.ts` puts them into words.
 */

import { LEDGER_MONTHS } from "../../policy/ledger-reach.ts";
import { archive, REPORTS } from "../../reports/index.ts";
import { addDays, addMonths, type Day, earlierDay, laterDay } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import type { Account } from "../account/account.ts";
import { coverageOf, coversDays, FRESH_DAYS } from "../account/coverage.ts";
import { reachOf, type Shortfall, shortfallsOf } from "../account/gaps.ts";
import { type MissingMeasures, missingMeasuresOf, withBoth } from "../account/measures.ts";
import { type Period, spanOf, union, without } from "../account/periods.ts";
import { placeOf } from "../account/regions.ts";
import { type MissingCost, missingCostsOf } from "../account/valuation.ts";
import type { Audit, AuditOutcome, ImportRecord, Requirement } from "../audit.ts";
import type { CannotTell, Need } from "../finding.ts";
import type { Item } from "../wording/draft.ts";

/**
 * - `missing`: one of Amazon's, and an audit cannot run without it
 * - `no days`: imported, but which days it covers nobody said, or other reports disprove it
 * - `gaps`: days in between are missing
 * - `too short`: audits need days before it begins
 * - `old`: it ends more than 7 days before the as-of day
 * - `fresh`: none of these
 * - `imported`: a snapshot, a list or the user's own file: it covers no days
 * - `optional`: not imported; audits would read it, none depends on it; or the user's own, who may have none
 */
export type ReportStanding =
  | "missing"
  | "no days"
  | "gaps"
  | "too short"
  | "old"
  | "fresh"
  | "imported"
  | "optional";

/** One report in one stock region. */
export interface ReportHealth {
  /** Its short name. */
  readonly report: string;
  /** The stock region; empty for the user's own files, which speak for all, and while nothing was imported. */
  readonly region: string;
  readonly standing: ReportStanding;
  /** The days covered, in order, apart. */
  readonly periods: readonly Period[];
  /** Nobody said which days it was downloaded for: files imported together are presumed to share them. */
  readonly presumed: boolean;
  /** Days not covered between the first and the last that are. */
  readonly gaps: readonly Period[];
  /** Days from the last one covered to the as-of day; null when none is. */
  readonly age: number | null;
  /** Rows in the tab. */
  readonly rows: number;
  /** Rows that stand in the archive as sums, and the days of their months; null when none do. */
  readonly archived: (Period & { readonly rows: number }) | null;
  /** The days to download next; for a report that covers no days none. */
  readonly download: readonly Period[];
  /** Ids of the audits that wait for it: those that cannot run, or left cases out; when it is optional, those that read it. */
  readonly audits: readonly string[];
}

export interface AuditHealth {
  readonly audit: string;
  readonly title: string;
  readonly standing: "judged" | "in part" | "not judged";
  readonly findings: number;
  /** How many of them are owed and could not be valued. */
  readonly unvalued: number;
  /** What it needs and nobody imported; of an inner list any one would do. */
  readonly absent: readonly Requirement[];
  readonly cannotTell: readonly CannotTell[];
  /** The downloads that would let it judge the rest, one per report. */
  readonly downloads: readonly Need[];
}

export interface DataHealth {
  readonly asOf: Day;
  /** Whether anything of Amazon's was imported. */
  readonly started: boolean;
  /** What needs doing first. */
  readonly reports: readonly ReportHealth[];
  readonly audits: readonly AuditHealth[];
  /** Each item once, per currency. */
  readonly missingCosts: readonly MissingCost[];
  /** Each item once. */
  readonly missingMeasures: readonly MissingMeasures[];
}

export interface RunAudit {
  readonly audit: Audit;
  /** What it needs and nobody imported. */
  readonly absent: readonly Requirement[];
  readonly outcome: AuditOutcome;
}

const REPORT_ORDER: readonly ReportStanding[] = [
  "missing",
  "no days",
  "gaps",
  "too short",
  "old",
  "fresh",
  "imported",
  "optional",
];
const AUDIT_ORDER: readonly AuditHealth["standing"][] = ["not judged", "in part", "judged"];

const IDS = new Map<string, string[]>();
for (const { shortName, id } of REPORTS) IDS.set(shortName, [...(IDS.get(shortName) ?? []), id]);
const OWN = new Set(REPORTS.filter(({ from }) => from === "user").map(({ shortName }) => shortName));

/** The health of the data an audit run stood on. */
export function dataHealthOf(account: Account, runs: readonly RunAudit[]): DataHealth {
  const wanted = new Set(runs.flatMap(({ audit: { meta } }) => [...meta.needs.flat(), ...meta.uses]));
  const names = [...IDS.keys()].filter((name) => wanted.has(name));
  const places = placesOf(account);
  const reports = names.flatMap((name) =>
    OWN.has(name)
      ? [reportHealth(account, runs, name, null)]
      : (places.length > 0 ? places : [null]).map((place) => reportHealth(account, runs, name, place)),
  );
  const audits = runs.map(({ audit: { meta }, absent, outcome }): AuditHealth => {
    const { findings, cannotTell } = outcome;
    const standing = absent.length > 0 ? "not judged" : cannotTell.length > 0 ? "in part" : "judged";
    return {
      audit: meta.id,
      title: meta.title,
      standing,
      findings: findings.length,
      unvalued: findings.filter(({ amount, state }) => amount === null && state !== "info").length,
      absent,
      cannotTell,
      downloads: merged(cannotTell.flatMap(({ needs }) => needs)).map((need) =>
        need.to !== null && need.from === null ? { ...need, from: wholePeriod(account).from } : need,
      ),
    };
  });
  return {
    asOf: account.asOf,
    started: places.length > 0,
    reports: reports
      .filter(({ standing, audits }) => standing !== "optional" || audits.length > 0)
      .sort(
        (a, b) =>
          REPORT_ORDER.indexOf(a.standing) - REPORT_ORDER.indexOf(b.standing) ||
          b.audits.length - a.audits.length ||
          names.indexOf(a.report) - names.indexOf(b.report) ||
          compareText(a.region, b.region),
      ),
    audits: audits.sort((a, b) => AUDIT_ORDER.indexOf(a.standing) - AUDIT_ORDER.indexOf(b.standing)),
    missingCosts: onePerItem(
      [...account.derive(missingCostsOf).values()],
      ({ currency }) => currency,
      (first, then) => (then.day < first.day ? { ...first, day: then.day, why: then.why } : first),
    ),
    missingMeasures: onePerItem([...account.derive(missingMeasuresOf).values()], () => "", withBoth),
  };
}

interface RegionOf {
  readonly region: string;
  /** One marketplace of the region, for asking. */
  readonly marketplace: string;
}

/** The stock regions anything of Amazon's was imported for. */
function placesOf(account: Account): RegionOf[] {
  const found = new Map<string, RegionOf>();
  for (const { report, marketplace } of account.input.imports) {
    const { region } = placeOf(marketplace);
    if (!OWN.has(report)) found.set(region, { region, marketplace });
  }
  return [...found.values()].sort((a, b) => compareText(a.region, b.region));
}

function reportHealth(
  account: Account,
  runs: readonly RunAudit[],
  report: string,
  place: RegionOf | null,
): ReportHealth {
  const region = place?.region ?? "";
  const files = filesOf(account, report, place);
  const coverage = account.derive(coverageOf);
  const periods = place && coversDays(report) ? coverage.periods(report, place.marketplace) : [];
  const whole = spanOf(periods.flatMap(({ from, to }) => [from, to]));
  const none = {
    report,
    region,
    periods,
    presumed: files.some(({ from, to }) => from === null && to === null),
    gaps: [],
    age: null,
    rows: rowsIn(account, report, place),
    archived: archivedIn(account, report, place),
    download: [],
    audits: [],
  };
  if (files.length === 0 && !(OWN.has(report) && coverage.imported(report))) {
    const waiting = runs.filter((run) => waitsFor(account, run, report, place));
    const missing = waiting.length > 0 && !OWN.has(report);
    const readers = runs.filter((run) => waiting.includes(run) || run.audit.meta.uses.includes(report));
    return {
      ...none,
      standing: missing ? "missing" : "optional",
      audits: (missing ? waiting : readers).map(({ audit }) => audit.meta.id),
      download: missing && coversDays(report) ? [wholePeriod(account)] : [],
    };
  }
  if (!coversDays(report)) return { ...none, standing: "imported" };
  // A region that occurs only inside files imported for another is covered, or not, by those.
  const regions = placesOf(account).map((one) => one.region);
  const short = [...account.derive(shortfallsOf).values()].filter(
    (s) => s.report === report && (s.region === region || !regions.includes(s.region)),
  );
  const audits = [...new Set(short.map(({ audit }) => audit))];
  if (whole === null) return { ...none, standing: "no days", audits, download: [wholePeriod(account)] };
  const age = account.asOf - whole.to;
  const old = age > FRESH_DAYS;
  const gaps = without(whole, periods);
  const early = earlierDays(account, report, short, whole.from);
  return {
    ...none,
    standing: gaps.length > 0 ? "gaps" : early.length > 0 ? "too short" : old ? "old" : "fresh",
    gaps,
    age,
    audits,
    download: union([...gaps, ...early, ...(old ? [{ from: addDays(whole.to, 1), to: account.asOf }] : [])]),
  };
}

/** The days before the first one covered that audits ask for, no further back than Amazon keeps them. */
function earlierDays(account: Account, report: string, short: readonly Shortfall[], first: Day): Period[] {
  const asked = spanOf(short.map(({ from }) => from));
  const from = asked === null ? first : laterDay(asked.from, reachOf(account, report));
  return from < first ? [{ from, to: addDays(first, -1) }] : [];
}

/** The files of a report that speak for a region; the user's own speak for all. */
function filesOf(account: Account, report: string, place: RegionOf | null): ImportRecord[] {
  const ids = IDS.get(report) ?? [];
  return account.input.imports.filter(
    (file) => ids.includes(file.report) && (!place || placeOf(file.marketplace).region === place.region),
  );
}

function rowsIn(account: Account, report: string, place: RegionOf | null): number {
  const ids = IDS.get(report) ?? [];
  const counts = new Map<string, number>();
  for (const table of account.input.tables) {
    if (!ids.includes(table.report)) continue;
    for (const code of table.importedFor) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let rows = 0;
  for (const [code, n] of counts) if (!place || placeOf(code).region === place.region) rows += n;
  return rows;
}

function archivedIn(account: Account, report: string, place: RegionOf | null): ReportHealth["archived"] {
  const titles = new Set(REPORTS.filter(({ shortName }) => shortName === report).map(({ title }) => title));
  const lines = account
    .rows(archive)
    .filter(
      (line) => titles.has(line.report) && (!place || placeOf(line.importedFor).region === place.region),
    );
  const months = spanOf(lines.map(({ month }) => month));
  const rows = lines.reduce((sum, { archivedRows }) => sum + (archivedRows ?? 0), 0);
  if (months === null || rows === 0) return null;
  return { rows, from: months.from, to: addDays(addMonths(months.to, 1), -1) };
}

/** Whether an audit cannot run for want of a report: of several that would do, the first is asked for. */
function waitsFor(account: Account, { audit }: RunAudit, report: string, place: RegionOf | null): boolean {
  return audit.meta.needs.some((need) => {
    const any = [need].flat();
    return any[0] === report && !any.some((other) => filesOf(account, other, place).length > 0);
  });
}

/** What a report nobody has downloaded yet should cover: the days of the others, else all Amazon keeps of the ledger. */
function wholePeriod(account: Account): Period {
  const { firstDay } = account.derive(coverageOf);
  return { from: firstDay ?? addMonths(account.asOf, -LEDGER_MONTHS), to: account.asOf };
}

/** One download per report. */
function merged(needs: readonly Need[]): Need[] {
  const byReport = new Map<string, Need>();
  for (const need of needs) {
    const before = byReport.get(need.report) ?? need;
    byReport.set(need.report, {
      report: need.report,
      from: before.from !== null && need.from !== null ? earlierDay(before.from, need.from) : null,
      to: before.to !== null && need.to !== null ? laterDay(before.to, need.to) : null,
    });
  }
  return [...byReport.values()].sort((a, b) => compareText(a.report, b.report));
}

/**
 * An item some reports name by its FNSKU and others by MSKU or ASIN alone is listed once per kind, with most
 * numbers; `both` is what two of its entries say together.
 */
function onePerItem<Missing extends { readonly item: Item }>(
  missing: readonly Missing[],
  kindOf: (missing: Missing) => string,
  both: (first: Missing, then: Missing) => Missing,
): Missing[] {
  const best = ({ item }: Missing) => (item.fnsku ? 0 : item.msku ? 1 : 2);
  const numbers = (one: Missing) =>
    [
      ["f", one.item.fnsku],
      ["m", one.item.msku],
      ["a", one.item.asin],
    ].flatMap(([sort, number]) => (number ? [`${kindOf(one)}|${sort}|${number}`] : []));
  const listed = new Map<string, number>();
  const items: Missing[] = [];
  const inOrder = [...missing].sort(
    (a, b) =>
      best(a) - best(b) ||
      compareText(a.item.fnsku, b.item.fnsku) ||
      numbers(b).length - numbers(a).length ||
      compareText(a.item.msku, b.item.msku) ||
      compareText(a.item.asin, b.item.asin) ||
      compareText(kindOf(a), kindOf(b)),
  );
  for (const one of inOrder) {
    const own = numbers(one);
    const place = own[0] === undefined ? undefined : listed.get(own[0]);
    const first = place === undefined ? undefined : items[place];
    if (place !== undefined && first) {
      items[place] = both(first, one);
      continue;
    }
    if (own.length > 0) items.push(one);
    for (const number of own) if (!listed.has(number)) listed.set(number, items.length - 1);
  }
  return items;
}
