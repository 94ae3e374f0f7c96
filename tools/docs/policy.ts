/** docs/policy.md, written from the policy's own data. */

import { GRACES, UNIT_CAPS, VALUATION } from "../../src/policy/amounts.ts";
import { CLAIM_RULE_FACTS, CLAIM_RULES } from "../../src/policy/claim-rules.ts";
import { ADJUSTMENT_CODES, DISPOSITIONS } from "../../src/policy/codes.ts";
import { DISAGREEMENTS } from "../../src/policy/disagreements.ts";
import { EVIDENCE_NEEDS, type EvidenceNeed } from "../../src/policy/evidence.ts";
import { MARKETPLACES } from "../../src/policy/marketplaces.ts";
import type { ClaimRule, ClaimWindow } from "../../src/policy/policy.ts";
import { SETTLEMENT_REIMBURSEMENTS } from "../../src/policy/reasons.ts";
import { CHECKED_ON, SOURCES } from "../../src/policy/sources.ts";
import { WINDOWS } from "../../src/policy/windows/index.ts";
import { type Day, formatDay } from "../../src/values/day.ts";
import { formatMoney } from "../../src/values/money.ts";
import { table } from "./markdown.ts";

/** Claims Amazon takes that no audit looks for, and why they are not in the policy. */
const NOT_USED_YET: readonly (readonly [claim: string, window: string, why: string])[] = [
  ["Units damaged on the way in (US)", "9 months from verified delivery", "same window as units missing"],
  [
    "Return damaged by the carrier (US)",
    "45 days from the return",
    "one practitioner; conflicts with 60-120 days",
  ],
  ["Returns processing fee (US)", "90 days from the charge, not sourced", "fee table not sourced"],
  ["Inbound placement and defect fees (US)", "90 days from the charge, not sourced", "fee table not sourced"],
  ["Amazon Global Logistics fees (US)", "no deadline found", "no report carries them"],
  [
    "SAFE-T, orders the seller ships (US)",
    "30 days since 2026-02-16, before that 60",
    "not fulfilled by Amazon",
  ],
  [
    "Multi-channel order lost (IN)",
    "30 days from the estimated delivery",
    "no audit of multi-channel orders",
  ],
  ["Multi-channel order not delivered (FR)", "opens after 7 days, no deadline found", "as above"],
];

/** The page as Markdown. `usedBy` says which audits follow which rule. Pure: same data, same page. */
export function policyPage(usedBy: ReadonlyMap<ClaimRule, readonly string[]> = new Map()): string {
  return [
    "# The rules the audits follow",
    "",
    "Generated from `src/policy`. Amazon changes its rules, words them differently per country, and dates few",
    `of its pages; every number here names its sources, last read on ${formatDay(CHECKED_ON)}. "Not sourced" means an`,
    "inference or an assumption: findings that rest on one say so (`estimated`). Everything with a number can be",
    "overridden in the Policy tab. Fees are on [a page of their own](fees.md).",
    "",
    ...claimWindows(usedBy),
    ...graces(),
    ...claimRules(),
    ...papers(),
    ...amounts(),
    ...words(),
    ...marketplaces(),
    ...doubts(),
    ...sources(),
  ].join("\n");
}

function claimWindows(usedBy: ReadonlyMap<ClaimRule, readonly string[]>): string[] {
  const rules = [...new Set(WINDOWS.map((window) => window.rule))];
  return [
    "## Claim windows",
    "",
    "Days are calendar days of the marketplace; months are calendar months (31 August + 6 months is the last day",
    "of February). The event's own day is day 0; the last day to file is included.",
    "",
    "- A new window binds everything not yet filed, whenever the event was. Where the old window was still open",
    "  on the day before the new rule, that day is the deadline if it is later than event + new window.",
    "- Which rule is in force does not depend on the as-of day: an audit as of a day before a rule's first day",
    "  still follows the newest rule.",
    "- Where no opening day is published, 0 is used. Where a rule is doubtful, the safe days in the table bind.",
    "- A marketplace without a row of its own: claims about one return (over-refund, replacement, wrong item,",
    "  damaged by Amazon) follow its customer-return row; otherwise the known window that closes first is used, of",
    "  equal ones the one that opens last. Both are `estimated`.",
    "- Our graces can only move the opening later. The opening is the later of the two.",
    "",
    ...rules.flatMap((rule) => claimRule(rule, usedBy.get(rule) ?? [])),
  ];
}

function claimRule(rule: ClaimRule, audits: readonly string[]): string[] {
  const windows = WINDOWS.filter((window) => window.rule === rule);
  return [
    `### \`${rule}\``,
    "",
    ...(audits.length > 0
      ? [`Used by ${audits.map((id) => `[${id}](audits/${id}.md)`).join(", ")}.`, ""]
      : []),
    ...table(
      ["window", "marketplaces", "opens", "closes", "in force", "clock starts at", "sourced", "sources"],
      windows.map((window) => [
        `\`${window.id}\``,
        window.marketplaces.join(", "),
        opens(window),
        closes(window),
        period(window.effectiveFrom, window.effectiveTo) +
          (window.effectiveFromSourced ? "" : " (day not sourced)"),
        window.clockStarts,
        `${window.sourced ? "yes" : "no"}, ${window.confidence}`,
        window.sources.join(", "),
      ]),
    ),
    "",
    ...windows.flatMap((window) => remarks(window)),
    "",
  ];
}

function opens(window: ClaimWindow): string {
  const safe = window.conservativeOpensAfterDays;
  const published = window.opensAfterDays === null ? "no published day" : `day ${window.opensAfterDays}`;
  const doubt = window.opensAfterDaysSourced ? "" : " (not sourced)";
  return published + doubt + (safe === null ? "" : `; safe: day ${safe}`);
}

function closes(window: ClaimWindow): string {
  const safe = window.conservativeClosesAfterDays;
  const said =
    window.closesAfterMonths !== null
      ? `${window.closesAfterMonths} months`
      : window.closesAfterDays === null
        ? "never"
        : `day ${window.closesAfterDays}`;
  return said + (safe === null ? "" : `; safe: day ${safe}`);
}

function remarks(window: ClaimWindow): string[] {
  const automatic =
    window.automatic === null
      ? null
      : window.automatic
        ? `Amazon says it pays such cases by itself${window.automaticFrom === null ? "" : ` since ${formatDay(window.automaticFrom)}`}.`
        : "Never paid without a claim.";
  const said = [window.opensRule && `Opens ${window.opensRule}.`, automatic, window.note].filter(Boolean);
  return said.length > 0 ? [`- \`${window.id}\`: ${said.join(" ")}`] : [];
}

function graces(): string[] {
  return [
    "## Graces",
    "",
    "Ours, not Amazon's: Amazon usually pays by itself in this time, so a claim waits.",
    "",
    ...table(
      ["for", "days"],
      [
        ["lost in the fulfilment centre", String(GRACES.lost)],
        ["damaged or disposed of in the fulfilment centre", String(GRACES.damaged)],
        ["missing from a shipment, after its last receipt", String(GRACES.inbound)],
      ],
    ),
    "",
  ];
}

function claimRules(): string[] {
  return [
    "## Rules about claims",
    "",
    ...table(
      ["rule", "value", "counted from", "sourced", "sources", "note"],
      CLAIM_RULE_FACTS.map(({ name, rule, unit, clockStarts, sourced, confidence, sources, note }) => [
        rule,
        `${CLAIM_RULES[name]} ${unit}`,
        clockStarts,
        `${sourced ? "yes" : "no"}, ${confidence}`,
        sources.join(", "),
        note,
      ]),
    ),
    "",
    "No source names a number of claims Amazon takes in a day. Several say that many, hasty or badly prepared ones",
    "are watched and answered late (BR-POLICY, TRUEOPS); the daily cap before filing is the user's own.",
    "",
  ];
}

const NEED: Readonly<Record<EvidenceNeed["need"], string>> = {
  always: "always",
  "if it applies": "where it applies",
  "if asked": "if Amazon asks",
};

function papers(): string[] {
  return [
    "## Papers",
    "",
    "What the seller has to bring; everything else a claim names is in the reports its finding stands on. Only what",
    "a source lists for such claims is needed always.",
    "",
    ...table(
      ["claims", "paper", "needed", "sourced"],
      EVIDENCE_NEEDS.filter(({ kinds }) => kinds.length > 0).map(({ asks, label, need, sourced }) => [
        [
          ...new Set(
            WINDOWS.filter(({ evidence }) => evidence.includes(asks)).map(({ rule }) => `\`${rule}\``),
          ),
        ].join(", "),
        label,
        NEED[need],
        sourced ? "yes" : "no",
      ]),
    ),
    "",
  ];
}

function amounts(): string[] {
  return [
    "## What Amazon pays for a unit",
    "",
    "The rule of the day of the event holds.",
    "",
    ...table(
      ["marketplaces", "when", "in force", "basis", "sourced", "sources"],
      VALUATION.map((valuation) => [
        valuation.marketplaces.join(", "),
        valuation.scope === "before-order" ? "before a customer's order" : "after a customer's order",
        period(valuation.from, valuation.to),
        valuation.text,
        [
          valuation.sourced ? "yes" : "no",
          ...(valuation.confidence === null ? [] : [valuation.confidence]),
        ].join(", "),
        valuation.sources.join(", "),
      ]),
    ),
    "",
    "Caps per unit (`EU` holds for what Amazon pays in euro in the stock region EU):",
    "",
    ...table(
      ["marketplace", "cap", "sourced", "sources"],
      UNIT_CAPS.map((row) => [
        row.marketplace,
        row.cap === null ? "none found" : formatMoney(row.cap),
        row.sourced ? "yes" : "no",
        row.sources.join(", "),
      ]),
    ),
    "",
  ];
}

function words(): string[] {
  return [
    "## Words and codes",
    "",
    "Adjustment reasons of the inventory ledger (sources: LEDGER, GIST-TSPICER, REASONAUTO). The disposition a",
    "damage code comes from is inferred from the order of Amazon's two lists.",
    "",
    ...table(
      ["code", "sign", "meaning", "counts as", "from"],
      ADJUSTMENT_CODES.map(({ code, sign, meaning, kind, from }) => [
        code,
        sign === 1 ? "+" : "−",
        meaning,
        kind,
        from ?? "",
      ]),
    ),
    "",
    "Dispositions (sources: LEDGER, AU-DISP):",
    "",
    ...table(
      ["disposition", "responsible"],
      DISPOSITIONS.map(({ name, responsible }) => [name, responsible ?? ""]),
    ),
    "",
    "Reimbursements in settlements, and the reason the reimbursements report gives them. Pairings are inferred",
    "from the names, but for REVERSAL_REIMBURSEMENT, which *pays* (a refunded order whose item never came back).",
    "",
    ...table(
      ["settlement", "reason", "money"],
      SETTLEMENT_REIMBURSEMENTS.map(({ code, reason, direction }) => [
        code,
        reason,
        direction === "pays" ? "paid to the seller" : "taken back",
      ]),
    ),
    "",
  ];
}

function marketplaces(): string[] {
  return [
    "## Marketplaces",
    "",
    "Stock and payments are matched within a stock region (the Czech and Slovak warehouses belong to EU). The",
    "time zones are ours: Amazon does not publish the zone of each report. Changes of clocks are exact for",
    "2019-2030; outside these years the offset of the same day of the nearest year is used.",
    "",
    ...table(
      ["code", "name", "site", "currency", "stock region", "time zone"],
      MARKETPLACES.map((place) => [
        place.code,
        place.name,
        place.site,
        place.currency,
        place.stockRegion,
        place.zone,
      ]),
    ),
    "",
  ];
}

function doubts(): string[] {
  return [
    "## Where sources disagree",
    "",
    ...DISAGREEMENTS.map(({ id, text, sources: ids }) => `- **${id}**: ${text} (${ids.join(", ")})`),
    "",
    "## Not used yet",
    "",
    ...table(
      ["claim", "window", "why not"],
      NOT_USED_YET.map((row) => [...row]),
    ),
    "",
  ];
}

function sources(): string[] {
  return [
    "## Sources",
    "",
    ...table(
      ["id", "title", "date", "kind", "address"],
      Object.entries(SOURCES).map(([id, source]) => [id, source.title, source.date, source.tier, source.url]),
    ),
    "",
  ];
}

function period(from: Day | null, to: Day | null): string {
  if (from === null && to === null) return "always, as far as known";
  return [from === null ? "" : `from ${formatDay(from)}`, to === null ? "" : `to ${formatDay(to)}`]
    .join(" ")
    .trim();
}
