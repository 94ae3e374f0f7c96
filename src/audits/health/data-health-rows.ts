/** Data health in a seller's words: one row per report, audit, missing cost and missing size, under one summary. */

import { REPORTS } from "../../reports/index.ts";
import type { Day } from "../../values/day.ts";
import type { Lack, MissingMeasures } from "../account/measures.ts";
import type { Period } from "../account/periods.ts";
import type { MissingCost } from "../account/valuation.ts";
import { count, dated, fill, itemNamed, listed } from "../wording/text.ts";
import type { AuditHealth, DataHealth, ReportHealth, ReportStanding } from "./data-health.ts";

export interface HealthRow {
  /** The same for the same report, audit or item on every run. */
  readonly id: string;
  readonly about: "Summary" | "Report" | "Audit" | "Missing cost" | "Missing size or category";
  readonly state:
    | ReportStanding
    | AuditHealth["standing"]
    | "import first"
    | "complete"
    | "no cost"
    | NoMeasure;
  readonly name: string;
  /** A stock region or, for a cost, a marketplace. */
  readonly marketplace: string;
  readonly what: string;
  readonly todo: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Days from the last one covered to the as-of day. */
  readonly age: number | null;
  /** Rows of the report's tab. */
  readonly rows: number | null;
  readonly cost: MissingCost | null;
  readonly measures: MissingMeasures | null;
}

type NoMeasure = "no size" | "no category" | "no size, no category";

const WORDS = {
  empty: "Nothing of Amazon's has been imported yet.",
  importFirst: "Import first: {{first}}. With these {{audits}} can run.",
  summary: "{{judged}} of {{all}} judged everything they look for, {{part}} a part, {{none}} nothing.",
  toDownload: "To download: {{reports}}.",
  costsMissing: "{{items}} without a cost: fill in the Costs tab.",
  measuresMissing: "{{items}} without size or category: fill in the Costs tab.",
  covered: "{{name}}: covered {{days}}{{presumed}}, ends {{age}} before {{asOf}}: {{fresh}}.",
  presumed: " (presumed from the files imported with it)",
  gaps: "No days between: {{days}}.",
  early: "{{audits}} left out what needs earlier days.",
  archived:
    "{{rows}} of {{days}} are archived as sums: shipments to customers and to you, which no audit reads.",
  noDays: "{{name}}: imported, but which days it covers is not known.",
  imported: "{{name}}: {{rows}}.",
  missing: "{{name}}: never imported. Without it these can't judge anything: {{audits}}.",
  optional: "{{name}}: not imported. These read it when it is there: {{audits}}.",
  download: "download {{name}}{{days}}: {{where}}.",
  fillIn: "fill in the tab {{name}}, or import your own file.",
  judgeRest: "To judge the rest, {{download}}",
  judge: "To judge all of {{audits}}, {{download}}",
  ifYouLike: "If you like, {{download}}",
  judged: "{{title}}: judged everything; {{findings}}.",
  part: "{{title}}: judged in part; {{findings}}. {{reasons}}",
  none: "{{title}}: not judged. Never imported: {{absent}}.",
  unvalued: ", {{n}} of them without an amount",
  cost: "{{why}}, needed in {{currency}} from {{day}} on.",
  measures: "Fees of {{item}} can't be judged: the Costs tab has no {{lacks}}, needed from {{day}} on.",
  measuresTodo: "Type {{cells}} here, then copy the cells from msku to category into the Costs tab.",
  sizeCells: "length, width and height with their unit (in or cm), weight with its unit (oz, lb, g or kg)",
  categoryCells: "a category of Amazon's fee tables",
  categoryInstead:
    "Set the category in the Costs tab to one of Amazon's fee tables; for clothing it has to say so.",
  costTodo: "Type unit-cost here, then copy the cells from msku to valid-from into the Costs tab.",
} as const;

/** How many reports an empty account is told to import first. */
const FIRST = 4;
/** How many audits are named in one sentence. */
const NAMES = 5;
const LONGEST_REASON = 400;

/** What the Data health tab shows, what needs doing first in each part. */
export function healthRows(health: DataHealth): HealthRow[] {
  const several = new Set(health.reports.map(({ region }) => region).filter((r) => r !== "")).size > 1;
  const titles = new Map(health.audits.map(({ audit, title }) => [audit, title]));
  return [
    summaryRow(health),
    ...health.reports.map((report) => reportRow(health, report, titles, several)),
    ...health.audits.map(auditRow),
    ...health.missingCosts.map(costRow),
    ...health.missingMeasures.map(measuresRow),
  ];
}

const BLANK = { marketplace: "", from: null, to: null, age: null, rows: null, cost: null, measures: null };

function summaryRow(health: DataHealth): HealthRow {
  const { reports, audits, missingCosts, missingMeasures } = health;
  const row = { ...BLANK, id: "summary", about: "Summary" as const, name: "Data health" };
  if (!health.started) {
    const missing = reports.filter((report) => report.standing === "missing");
    const first = missing.slice(0, FIRST);
    const others = new Set(missing.slice(FIRST).flatMap((report) => report.audits));
    const able = audits.filter(
      ({ audit, absent }) => !others.has(audit) && absent.every((need) => !isOwn([need].flat()[0] ?? "")),
    );
    const values = {
      first: listed(first.map(({ report }) => titleOf(report))),
      audits: count(able.length, "audit"),
    };
    return { ...row, state: "import first", what: WORDS.empty, todo: fill(WORDS.importFirst, values) };
  }
  const standing = (of: AuditHealth["standing"]) => audits.filter((a) => a.standing === of).length;
  const wanted = [...new Set(reports.filter(asksFor).map(({ report }) => titleOf(report)))];
  const todo = [
    ...(wanted.length > 0 ? [fill(WORDS.toDownload, { reports: listed(wanted) })] : []),
    ...(missingCosts.length > 0
      ? [fill(WORDS.costsMissing, { items: count(missingCosts.length, "item") })]
      : []),
    ...(missingMeasures.length > 0
      ? [fill(WORDS.measuresMissing, { items: count(missingMeasures.length, "item") })]
      : []),
  ];
  return {
    ...row,
    state: standing("in part") === 0 && todo.length === 0 ? "complete" : "in part",
    what: fill(WORDS.summary, {
      judged: standing("judged"),
      all: count(audits.length, "audit"),
      part: standing("in part"),
      none: standing("not judged"),
    }),
    todo: todo.join(" "),
  };
}

function asksFor({ standing, download }: ReportHealth): boolean {
  return standing === "missing" || download.length > 0;
}

function reportRow(
  health: DataHealth,
  report: ReportHealth,
  titles: ReadonlyMap<string, string>,
  several: boolean,
): HealthRow {
  const { standing, periods, download } = report;
  const audits = atMost(report.audits.map((id) => `“${titles.get(id) ?? id}”`));
  const asked = downloadOf(report.report, download);
  const todo =
    standing === "optional"
      ? WORDS.ifYouLike
      : standing === "missing" || audits === ""
        ? "{{download}}"
        : WORDS.judge;
  return {
    id: ["report", report.report, report.region].join(" ").trim(),
    about: "Report",
    state: standing,
    name: titleOf(report.report),
    marketplace: report.region,
    what: reportWords(
      health.asOf,
      report,
      several ? `${titleOf(report.report)} (${report.region})` : titleOf(report.report),
      audits,
    ),
    todo: asksFor(report) || standing === "optional" ? sentence(fill(todo, { download: asked, audits })) : "",
    from: periods[0]?.from ?? null,
    to: periods[periods.length - 1]?.to ?? null,
    age: report.age,
    rows: standing === "missing" || standing === "optional" ? null : report.rows,
    cost: null,
    measures: null,
  };
}

function reportWords(asOf: Day, report: ReportHealth, name: string, audits: string): string {
  const { standing, age, gaps, archived } = report;
  if (standing === "missing" || standing === "optional") return fill(WORDS[standing], { name, audits });
  if (standing === "imported") return fill(WORDS.imported, { name, rows: count(report.rows, "row") });
  const [first, last] = [report.periods[0], report.periods[report.periods.length - 1]];
  if (!first || !last || age === null) return fill(WORDS.noDays, { name });
  const said = fill(WORDS.covered, {
    name,
    days: daysOf({ from: first.from, to: last.to }, " – "),
    presumed: report.presumed ? WORDS.presumed : "",
    age: count(age, "day"),
    asOf: dated(asOf),
    fresh: report.download.some(({ to }) => to === asOf) ? "newer days are missing" : "fresh",
  });
  return [
    said,
    ...(gaps.length > 0 ? [fill(WORDS.gaps, { days: listed(gaps.map((gap) => daysOf(gap, " – "))) })] : []),
    ...(audits !== "" && report.download.some(({ from }) => from < first.from)
      ? [fill(WORDS.early, { audits })]
      : []),
    ...(archived
      ? [fill(WORDS.archived, { rows: count(archived.rows, "row"), days: daysOf(archived, " – ") })]
      : []),
  ].join(" ");
}

function auditRow(health: AuditHealth): HealthRow {
  const { standing, title, unvalued, absent, cannotTell, downloads } = health;
  const words = { judged: WORDS.judged, "in part": WORDS.part, "not judged": WORDS.none }[standing];
  const asked = downloads.map(({ report, from, to }) =>
    downloadOf(report, from === null || to === null ? [] : [{ from, to }]),
  );
  const [first = "", ...others] = asked;
  return {
    ...BLANK,
    id: `audit ${health.audit}`,
    about: "Audit",
    state: standing,
    name: title,
    what: fill(words, {
      title,
      findings:
        count(health.findings, "finding") + (unvalued > 0 ? fill(WORDS.unvalued, { n: unvalued }) : ""),
      absent: absent.map((need) => [need].flat().map(titleOf).join(" or ")).join("; "),
      reasons: cannotTell.map(({ reason }) => shortened(reason)).join(" "),
    }),
    todo: [
      standing === "in part" && first !== "" ? fill(WORDS.judgeRest, { download: first }) : sentence(first),
      ...others.map(sentence),
    ].join(" "),
  };
}

function costRow(cost: MissingCost): HealthRow {
  const { item, currency, day, why, marketplace } = cost;
  return {
    ...BLANK,
    id: ["cost", currency, item.fnsku, item.msku, item.asin].join(" "),
    about: "Missing cost",
    state: "no cost",
    name: itemNamed(item),
    marketplace,
    what: fill(WORDS.cost, { why: sentence(why), currency, day: dated(day) }),
    todo: WORDS.costTodo,
    cost,
  };
}

/** What stands in the Costs tab and does not do, in place of nothing. */
const NOT_KNOWN: readonly Lack[] = ["category that says whether it is apparel", "category we know"];

function measuresRow(measures: MissingMeasures): HealthRow {
  const { item, day, lacks } = measures;
  const [size, blank] = [lacks.includes("size and weight (with units)"), lacks.includes("category")];
  const said = lacks.filter((lack) => !blank || !NOT_KNOWN.includes(lack));
  const wrong = said.some((lack) => NOT_KNOWN.includes(lack));
  const cells = [...(size ? [WORDS.sizeCells] : []), ...(blank ? [WORDS.categoryCells] : [])];
  return {
    ...BLANK,
    id: ["measures", item.fnsku, item.msku, item.asin].join(" "),
    about: "Missing size or category",
    state: size && (blank || wrong) ? "no size, no category" : size ? "no size" : "no category",
    name: itemNamed(item),
    what: fill(WORDS.measures, { item: itemNamed(item), lacks: listed(said), day: dated(day) }),
    todo: [
      ...(cells.length > 0 ? [fill(WORDS.measuresTodo, { cells: listed(cells) })] : []),
      ...(wrong ? [WORDS.categoryInstead] : []),
    ].join(" "),
    measures,
  };
}

/** What to download for which days, and where; the user's own tabs are filled in. */
function downloadOf(report: string, days: readonly Period[]): string {
  const definition = definitionOf(report);
  const name = titleOf(report);
  if (!definition || isOwn(report)) return fill(WORDS.fillIn, { name });
  const spans = definition.coverageDay === null ? [] : days.map((span) => `from ${daysOf(span, " to ")}`);
  const said = spans.length > 0 ? ` ${listed(spans)}` : "";
  return fill(WORDS.download, { name, days: said, where: definition.download });
}

/** Names of audits; a seller reads a few. */
function atMost(names: readonly string[]): string {
  const more = names.length - NAMES;
  return listed(more > 1 ? [...names.slice(0, NAMES), `${more} more`] : names);
}

/** An audit may name a hundred items in a reason; the missing costs are listed below. */
function shortened(reason: string): string {
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON).replace(/\S*$/, "")}…` : reason;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function daysOf({ from, to }: Period, between: string): string {
  return `${dated(from)}${between}${dated(to)}`;
}

/** The first of a report's layouts names it. */
function definitionOf(report: string) {
  return REPORTS.find(({ shortName }) => shortName === report);
}

function isOwn(report: string): boolean {
  return definitionOf(report)?.from === "user";
}

function titleOf(report: string): string {
  return definitionOf(report)?.title ?? report;
}
