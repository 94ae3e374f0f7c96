/**
 * The functions for cells that read the add-on's own tabs: what the claim log says of findings and claims, sums
 * over the Findings tab, and the papers claims still need. They answer wrong arguments with a sentence.
 */
import {
  type Coverage,
  coverageInWords,
  coverageOf,
  coverageOfTables,
} from "../src/claims/coverage-meter.ts";
import { checklist } from "../src/claims/evidence.ts";
import { type Claim, type ClaimBook, isOver } from "../src/claims/index.ts";
import { isInvoiced } from "../src/claims/preflight-papers.ts";
import { POLICY, type Policy, withOverrides } from "../src/policy/index.ts";
import { formatDay } from "../src/values/day.ts";
import { compareText } from "../src/values/hash.ts";
import { addMoney, amountOf, type Money } from "../src/values/money.ts";
import { dayArgument, lazyClock, orSentence, rangeArgument } from "./cell-arguments.ts";
import type { SheetClock } from "./clock.ts";
import { bookIn, type FindingCells, findingsIn, overridesIn, reportIn } from "./ranges.ts";
import { STATES } from "./tabs/findings-read.ts";
import { trackedOf } from "./tracked.ts";

type Cells = (string | number)[][];

/** For each id of a finding or claim what the claim log says of it, in the shape of the range of ids. */
export function REIMB_STATUS(asOf: unknown, ids: unknown, log: unknown): Cells | string {
  return orSentence(() => {
    const clock = lazyClock();
    const on = dayArgument(asOf, "The first argument (the as-of day, usually REIMB_TODAY)", clock);
    const book = logArgument(log, "third", clock);
    return eachId(ids, "Status", (id) => {
      const claim = claimWith(book, id);
      if (claim) return `${claim.state}${claim.caseId === "" ? "" : ` · case ${claim.caseId}`}`;
      const { status, until } = trackedOf(book, id, on);
      return `${status}${until === null ? "" : ` until ${formatDay(until)}`}`;
    });
  });
}

/** For each id of a claim, or of its finding, the papers it still lacks. */
export function REIMB_EVIDENCE_GAP(ids: unknown, log: unknown, ...otherRanges: unknown[]): Cells | string {
  return orSentence(() => {
    const clock = lazyClock();
    const book = logArgument(log, "second", clock);
    const { policy, problems } = withOverrides(
      POLICY,
      otherRanges.flatMap((range) => overridesIn(range) ?? []),
    );
    if (problems[0] !== undefined) throw new Error(problems[0]);
    const tables = otherRanges.flatMap((range, i) =>
      overridesIn(range) === null ? [reportIn(range, `argument ${i + 3}`, clock).table] : [],
    );
    const coverage = tables.length > 0 ? coverageOfTables(tables) : null;
    return eachId(ids, "Papers", (id) => {
      const claim = claimWith(book, id);
      return claim ? gapOf(claim, policy, coverage) : "no claim";
    });
  });
}

function gapOf(claim: Claim, policy: Policy, coverage: Coverage | null): string {
  if (isOver(claim.state)) return "";
  const covered = coverage && coverageOf(coverage, claim.facts);
  const papers = checklist(claim, policy, coverage !== null && isInvoiced(claim, coverage)).filter(
    ({ from }) => from === "you",
  );
  const lacks = papers.filter(({ have }) => !have);
  const labels = (always: boolean) =>
    lacks.filter(({ need }) => (need === "always") === always).map(({ label }) => label);
  const [needed, maybe] = [labels(true), labels(false)];
  const invoices = coverage !== null && papers.some(({ kinds }) => kinds.includes("supplier invoice"));
  return [
    needed.length > 0 ? `Lacks: ${needed.join("; ")}.` : "Nothing required is missing.",
    ...(maybe.length > 0 ? [`Perhaps: ${maybe.join("; ")}.`] : []),
    ...(invoices ? [coverageInWords(covered)] : []),
  ].join(" ");
}

/** Sums over the Findings tab, one row per group and currency under a heading; `state`: only those findings. */
export function REIMB_TOTAL(findings: unknown, by: unknown, state?: unknown): Cells | string {
  return orSentence(() => {
    const all = findingsIn(findings, "the first argument", lazyClock());
    const group = GROUPS.find(({ name }) => name === wordOf(by));
    if (!group) {
      const names = GROUPS.map(({ name }) => `"${name}"`).join(", ");
      throw new Error(`The second argument is “${wordOf(by)}”; one of ${names} is expected.`);
    }
    const only = wordOf(state);
    if (only !== "" && !STATES.some((known) => known === only)) {
      throw new Error(
        `The third argument is “${only}”; one of the states ${STATES.join(", ")} is expected, or nothing.`,
      );
    }
    const counted = all.filter((finding) => only === "" || finding.state === only);
    return [[group.heading, "Currency", "Amount", "Findings"], ...sums(counted, group)];
  });
}

interface Group {
  readonly name: string;
  readonly heading: string;
  of(finding: FindingCells): string;
}

const GROUPS: readonly Group[] = [
  { name: "state", heading: "State", of: ({ state }) => state },
  { name: "family", heading: "Family", of: ({ family }) => family },
  {
    name: "month",
    heading: "Month of the event",
    of: ({ eventDate }) => (eventDate === null ? "" : formatDay(eventDate).slice(0, 7)),
  },
];

/** Findings without an amount stand in a row without a currency. */
function sums(findings: readonly FindingCells[], { name, of }: Group): Cells {
  const rows = new Map<string, { group: string; amount: Money | null; count: number }>();
  for (const finding of findings) {
    const group = of(finding);
    const key = `${group} ${finding.amount?.currency ?? ""}`;
    const row = rows.get(key);
    const amount = row?.amount && finding.amount ? addMoney(row.amount, finding.amount) : finding.amount;
    rows.set(key, { group, amount, count: (row?.count ?? 0) + 1 });
  }
  const order: readonly string[] = name === "state" ? STATES : [];
  const rank = (group: string) => order.indexOf(group);
  return [...rows.entries()]
    .sort(([a, { group: x }], [b, { group: y }]) => rank(x) - rank(y) || compareText(a, b))
    .map(([, { group, amount, count }]) => [
      group,
      amount?.currency ?? "",
      amount ? amountOf(amount) : "",
      count,
    ]);
}

/** The latest claim of a finding, or the claim itself. */
function claimWith(book: ClaimBook, id: string): Claim | undefined {
  return (
    book.claims.find(({ claimId }) => claimId === id) ??
    [...book.claims].reverse().find(({ findingId }) => findingId === id)
  );
}

/** The names of the columns ids stand in; a heading gets a heading. */
const ID_HEADERS = ["ID", "Finding ID", "Claim ID"];

function eachId(ids: unknown, heading: string, answer: (id: string) => string): Cells {
  return rangeArgument(ids).map((row) =>
    row.map((cell) => {
      const id = String(cell ?? "").trim();
      if (id === "") return "";
      return ID_HEADERS.includes(id) ? heading : answer(id);
    }),
  );
}

function logArgument(log: unknown, which: string, clock: SheetClock): ClaimBook {
  const book = bookIn(log, clock);
  if (book) return book;
  throw new Error(
    `The ${which} argument is not the claim log; give the whole tab with its header row: 'Claim Log'!A:AL.`,
  );
}

function wordOf(value: unknown): string {
  return String(value ?? "")
    .trim()
    .toLowerCase();
}
