/** The policy in force as rows of the Policy tab: what holds, where, since when, who says so, what the user changed. */

import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import { amountOf, type Money } from "../values/money.ts";
import { CLAIM_RULE_FACTS, type ClaimRules } from "./claim-rules.ts";
import { feeRows } from "./fees/rows.ts";
import { MARKETPLACES, marketplace } from "./marketplaces.ts";
import { closesValue, opensValue } from "./overrides.ts";
import type { ClaimWindow, Policy, UnitCap, ValuationPeriod } from "./policy.ts";
import { CHECKED_ON, SOURCES } from "./sources.ts";

/** One row. Days are days, for the tab to write as dates; null = an empty cell. */
export interface PolicyRow {
  readonly rule: string;
  /** Codes, separated by a comma and a space; empty = all. */
  readonly marketplaces: string;
  readonly what: string;
  /** The default; an override stands beside it, never in its place. */
  readonly value: number | string | null;
  /** What `value` and the override count: days, months, or a currency. */
  readonly unit: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly clockStarts: string;
  /** `yes`, `no`, or `ours` for what is no rule of Amazon's. */
  readonly sourced: "yes" | "no" | "ours";
  readonly confidence: string;
  /** Addresses, one a line. */
  readonly sources: string;
  readonly checkedOn: Day | null;
  readonly note: string;
  /** What the user set, as typed; null = nothing. */
  readonly override: string | null;
  /** Names the row, to `withOverrides` and from one version to the next. */
  readonly key: string;
}

/** The tab's columns in order. */
export const POLICY_COLUMNS: readonly { readonly field: keyof PolicyRow; readonly header: string }[] = [
  { field: "rule", header: "Rule" },
  { field: "marketplaces", header: "Marketplaces" },
  { field: "what", header: "What" },
  { field: "value", header: "Value" },
  { field: "unit", header: "Unit" },
  { field: "override", header: "Override" },
  { field: "from", header: "In force from" },
  { field: "to", header: "To" },
  { field: "clockStarts", header: "Clock starts" },
  { field: "sourced", header: "Sourced" },
  { field: "confidence", header: "Confidence" },
  { field: "sources", header: "Sources" },
  { field: "checkedOn", header: "Checked on" },
  { field: "note", header: "Note" },
  { field: "key", header: "Key" },
];

const NOTHING = {
  marketplaces: "",
  value: null,
  unit: "",
  from: null,
  to: null,
  clockStarts: "",
  confidence: "",
  sources: "",
  checkedOn: null,
  note: "",
  override: null,
} as const;

/** Every row of the Policy tab, always in the same order. */
export function policyRows(policy: Policy): PolicyRow[] {
  const rows = [
    ...graceRows(policy),
    ...policy.windows.flatMap(windowRows),
    ...capRows(policy.caps),
    ...policy.valuation.map(valuationRow),
    ...returnlessRows(policy.returnlessBelow),
    ...claimRuleRows(policy.claimRules),
    ...feeRows(),
  ];
  const overrides = new Map(policy.overrides.map((applied) => [applied.key, applied]));
  return rows.map((row) => {
    const applied = overrides.get(row.key);
    return applied === undefined ? row : { ...row, ...applied.instead, override: applied.value };
  });
}

function graceRows({ graces }: Policy): PolicyRow[] {
  const grace = (name: keyof typeof graces, rule: string, clockStarts: string): PolicyRow => ({
    ...NOTHING,
    rule,
    what: "Wait while Amazon usually pays by itself",
    value: graces[name],
    unit: "days",
    clockStarts,
    sourced: "ours",
    key: `grace/${name}`,
  });
  return [
    grace("lost", "Grace: lost in the fulfilment centre", "ledger date"),
    grace("damaged", "Grace: damaged or disposed of in the fulfilment centre", "ledger date"),
    grace("inbound", "Grace: missing from a shipment to Amazon", "last receipt of the shipment"),
  ];
}

function windowRows(window: ClaimWindow): PolicyRow[] {
  const both = {
    ...NOTHING,
    rule: window.name,
    marketplaces: window.marketplaces.join(", "),
    from: window.effectiveFrom,
    to: window.effectiveTo,
    clockStarts: window.clockStarts,
    confidence: window.confidence,
    sources: addresses(window.sources),
    checkedOn: CHECKED_ON,
  };
  const opensSourced = window.sourced && window.opensAfterDaysSourced && window.opensAfterDays !== null;
  return [
    {
      ...both,
      ...opensValue(window),
      what: "Filing opens after",
      sourced: opensSourced ? "yes" : "no",
      note: window.opensRule ?? "",
      key: `window/${window.id}/opens`,
    },
    {
      ...both,
      ...closesValue(window),
      what: "Last day to file is after",
      sourced: window.sourced ? "yes" : "no",
      note: window.note ?? "",
      key: `window/${window.id}/closes`,
    },
  ];
}

/** Caps there are, then the marketplaces nobody found a cap for, so that a user who knows one can set it. */
function capRows(caps: readonly UnitCap[]): PolicyRow[] {
  const listed = new Set(caps.map((row) => row.marketplace));
  const missing = MARKETPLACES.filter(
    (place) => !listed.has(place.code) && !(place.currency === "EUR" && place.stockRegion === "EU"),
  );
  return [
    ...caps,
    ...missing.map(({ code }) => ({ marketplace: code, cap: null, sourced: false, sources: [] })),
  ]
    .sort((a, b) => compareText(a.marketplace, b.marketplace))
    .map((row) => ({
      ...NOTHING,
      rule: "Most Amazon pays for one unit",
      marketplaces: row.marketplace,
      what: row.marketplace === "EU" ? "Cap per unit in all marketplaces that pay in euro" : "Cap per unit",
      value: row.cap === null ? null : amountOf(row.cap),
      unit: row.cap?.currency ?? marketplace(row.marketplace)?.currency ?? "",
      sourced: row.sourced ? "yes" : "no",
      sources: addresses(row.sources),
      checkedOn: CHECKED_ON,
      key: `cap/${row.marketplace}`,
    }));
}

function valuationRow(period: ValuationPeriod): PolicyRow {
  return {
    ...NOTHING,
    rule: "How Amazon values a unit",
    marketplaces: period.marketplaces.join(", "),
    what: period.scope === "before-order" ? "Before a customer's order" : "After a customer's order",
    value: period.text,
    from: period.from,
    to: period.to,
    sourced: period.sourced ? "yes" : "no",
    confidence: period.confidence ?? "",
    sources: addresses(period.sources),
    checkedOn: CHECKED_ON,
    key: `valuation/${period.marketplaces.join("+")}/${period.scope}/${period.basis}`,
  };
}

function returnlessRows(below: readonly Money[]): PolicyRow[] {
  const currencies = [...new Set(MARKETPLACES.map((place) => place.currency))];
  return currencies.map((unit) => {
    const set = below.find((amount) => amount.currency === unit);
    return {
      ...NOTHING,
      rule: "Returnless refunds",
      what: "Refunds per unit at or under this amount may have been returnless",
      value: set === undefined ? null : amountOf(set),
      unit,
      sourced: "ours",
      key: `returnless/${unit}`,
    };
  });
}

function claimRuleRows(rules: ClaimRules): PolicyRow[] {
  return CLAIM_RULE_FACTS.map(
    ({ name, rule, what, unit, clockStarts, sourced, confidence, sources, note }) => ({
      ...NOTHING,
      rule,
      what,
      value: rules[name],
      unit,
      clockStarts,
      sourced: sourced ? "yes" : "no",
      confidence,
      sources: addresses(sources),
      checkedOn: CHECKED_ON,
      note,
      key: `claims/${name}`,
    }),
  );
}

function addresses(ids: readonly string[]): string {
  return [...new Set(ids.map((id) => SOURCES[id]?.url ?? id))].join("\n");
}
