/**
 * The user's own values in place of Amazon's or ours, from the Override column of the Policy tab.
 *
 * Keys: `grace/<lost|damaged|inbound>` and `window/<window id>/<opens|closes>` in whole days (`closes` in
 * months where the window is counted in months, unless the value says `days`); `cap/<marketplace>` and
 * `returnless/<currency>` in money; `claims/<rule>` in whole days, or a count; `fee/<table>` says `claim` or `info`.
 */

import { amountOf, type Currency, currencyOf, type Money, minorDigits, money } from "../values/money.ts";
import { CLAIM_RULE_FACTS } from "./claim-rules.ts";
import { standing } from "./fees/fee.ts";
import { feeTableOf, neverClaimed, trustOf, trustWords } from "./fees/trust.ts";
import { marketplace } from "./marketplaces.ts";
import type { ClaimWindow, Graces, Policy, TabValue } from "./policy.ts";

export interface Override {
  readonly key: string;
  /** As typed, or as the cell holds it: `45`, `"45"`, `"45 days"`, `"8 months"`, `"12.50"`, `"12.50 USD"`. */
  readonly value: string | number;
}

const MAX_DAYS = 1000;
const MAX_MONTHS = 33;

/** A policy with one value changed and what stood there before, or why it cannot be. */
type Changed = { readonly policy: Policy; readonly instead: TabValue } | { readonly why: string };

/**
 * The policy with every usable override applied, and a sentence for each that is not: which row, which
 * value, what is expected. An empty value is no override. Where an override cannot be used, what stood there
 * before stays in force. Never throws.
 */
export function withOverrides(
  policy: Policy,
  overrides: readonly Override[],
): { policy: Policy; problems: string[] } {
  const problems: string[] = [];
  const said = new Map<string, string>();
  for (const { key, value } of overrides) {
    const text = String(value).trim();
    if (text === "") continue;
    if (said.has(key))
      problems.push(problem(key, text, "the row is set twice; the first value counts. Remove one."));
    else said.set(key, text);
  }
  let current = policy;
  for (const [key, text] of said) {
    const changed = change(current, key, text);
    if ("why" in changed) {
      problems.push(problem(key, text, changed.why));
      continue;
    }
    const applied = { key, value: text, instead: changed.instead };
    current = { ...changed.policy, overrides: [...current.overrides, applied] };
  }
  return withoutImpossibleWindows(policy, current, said, problems);
}

function problem(key: string, value: string, why: string): string {
  return `Policy tab, ${key}, "${value}": ${why}`;
}

function change(policy: Policy, key: string, text: string): Changed {
  const [kind, name = "", end = ""] = key.split("/");
  if (kind === "grace") return changeGrace(policy, name, text);
  if (kind === "window") return changeWindow(policy, name, end, text);
  if (kind === "cap") return changeCap(policy, name, text);
  if (kind === "returnless") return changeReturnless(policy, name, text);
  if (kind === "claims") return changeClaimRule(policy, name, text);
  if (kind === "fee") return changeFeeTrust(policy, name, text);
  if (kind === "valuation")
    return { why: "how Amazon values a unit cannot be changed here. Clear the cell." };
  return unknownRow();
}

function unknownRow(): Changed {
  return { why: "there is no such row. Copy the key from the Policy tab's last column, or delete the row." };
}

function changeGrace(policy: Policy, name: string, text: string): Changed {
  if (name !== "lost" && name !== "damaged" && name !== "inbound") return unknownRow();
  const days = span(text, "days");
  if (days?.unit !== "days") return { why: `expected whole days from 0 to ${MAX_DAYS}, such as 30.` };
  const graces: Graces = { ...policy.graces, [name]: days.count };
  return { policy: { ...policy, graces }, instead: { value: policy.graces[name], unit: "days" } };
}

function changeWindow(policy: Policy, id: string, end: string, text: string): Changed {
  const window = policy.windows.find((known) => known.id === id);
  if (!window || (end !== "opens" && end !== "closes")) return unknownRow();
  const now = end === "opens" ? opensValue(window) : closesValue(window);
  const given = span(text, end === "opens" ? "days" : now.unit);
  if (given === null || (end === "opens" && given.unit === "months")) {
    const months = end === "closes" ? ` or months from 0 to ${MAX_MONTHS}, such as "6 months"` : "";
    return { why: `expected whole days from 0 to ${MAX_DAYS}, such as "60 days"${months}.` };
  }
  const next: ClaimWindow =
    end === "opens"
      ? {
          ...window,
          opensAfterDays: given.count,
          // The user's number does not make Amazon's a published one.
          opensAfterDaysSourced: window.opensAfterDaysSourced && window.opensAfterDays !== null,
          conservativeOpensAfterDays: null,
        }
      : {
          ...window,
          closesAfterDays: given.unit === "days" ? given.count : given.count * 30,
          closesAfterMonths: given.unit === "months" ? given.count : null,
          conservativeClosesAfterDays: null,
        };
  const windows = policy.windows.map((known) => (known === window ? next : known));
  return { policy: { ...policy, windows }, instead: now };
}

function changeClaimRule(policy: Policy, name: string, text: string): Changed {
  const fact = CLAIM_RULE_FACTS.find((known) => known.name === name);
  if (fact === undefined) return unknownRow();
  const count = fact.unit === "days" ? wholeDays(text) : wholeCount(text);
  if (count === null) {
    const example = fact.unit === "days" ? "such as 30" : `such as 1, for ${fact.unit}`;
    return { why: `expected a whole number from 0 to ${MAX_DAYS}, ${example}.` };
  }
  return {
    policy: { ...policy, claimRules: { ...policy.claimRules, [fact.name]: count } },
    instead: { value: policy.claimRules[fact.name], unit: fact.unit },
  };
}

function wholeDays(text: string): number | null {
  const days = span(text, "days");
  return days?.unit === "days" ? days.count : null;
}

function wholeCount(text: string): number | null {
  return /^\d{1,4}$/.test(text) && Number(text) <= MAX_DAYS ? Number(text) : null;
}

function changeCap(policy: Policy, name: string, text: string): Changed {
  const row = policy.caps.find((known) => known.marketplace === name);
  const paidIn = name === "EU" ? currencyOf("EUR") : currencyOf(marketplace(name)?.currency ?? "");
  if (paidIn === null) return unknownRow();
  const cap = moneyIn(text, paidIn);
  if (cap === null) return { why: wantedMoney(paidIn) };
  const caps = row
    ? policy.caps.map((known) => (known === row ? { ...row, cap } : known))
    : [...policy.caps, { marketplace: name, cap, sourced: false, sources: [] }];
  return {
    policy: { ...policy, caps },
    instead: { value: row?.cap ? amountOf(row.cap) : null, unit: paidIn },
  };
}

/** Amazon's fees stay what they are; whether claims may rest on a table the user decides. */
function changeFeeTrust(policy: Policy, id: string, text: string): Changed {
  const table = feeTableOf(id);
  if (table === null) return unknownRow();
  const claims = trustOf(text);
  if (claims === null) {
    return {
      why: 'expected "claim" or "info": whether claims may rest on this table. Its fees cannot be changed here.',
    };
  }
  if (claims && neverClaimed(id)) {
    return { why: "removal fees are compared as a hint, and no claim is made on them. Clear the cell." };
  }
  return {
    policy: { ...policy, feeTrust: [...policy.feeTrust, { table: id, claims }] },
    instead: { value: trustWords(standing([table]).usable), unit: "" },
  };
}

function changeReturnless(policy: Policy, name: string, text: string): Changed {
  const paidIn = currencyOf(name);
  if (paidIn === null) return unknownRow();
  const below = moneyIn(text, paidIn);
  if (below === null) return { why: wantedMoney(paidIn) };
  const before = policy.returnlessBelow.find((known) => known.currency === paidIn);
  return {
    policy: {
      ...policy,
      returnlessBelow: [...policy.returnlessBelow.filter((known) => known !== before), below],
    },
    instead: { value: before ? amountOf(before) : null, unit: paidIn },
  };
}

/** A window that would open after it closes goes back to what it was, with both its ends. */
function withoutImpossibleWindows(
  original: Policy,
  changed: Policy,
  said: ReadonlyMap<string, string>,
  problems: string[],
): { policy: Policy; problems: string[] } {
  const impossible = changed.windows.filter((window) => {
    const opens = window.conservativeOpensAfterDays ?? window.opensAfterDays ?? 0;
    const closes = window.conservativeClosesAfterDays ?? window.closesAfterDays;
    return closes !== null && opens > closes;
  });
  const undone = new Set<string>();
  for (const { id } of impossible) {
    for (const key of [`window/${id}/opens`, `window/${id}/closes`]) {
      const text = said.get(key);
      if (text === undefined) continue;
      undone.add(key);
      problems.push(problem(key, text, "the window would open after it closes, so it was left as it was."));
    }
  }
  const ids = new Set(impossible.map((window) => window.id));
  const before = new Map(original.windows.map((window) => [window.id, window]));
  return {
    policy: {
      ...changed,
      windows: changed.windows.map((window) =>
        ids.has(window.id) ? (before.get(window.id) ?? window) : window,
      ),
      overrides: changed.overrides.filter((applied) => !undone.has(applied.key)),
    },
    problems,
  };
}

/** When a window opens, as the Policy tab shows it. */
export function opensValue(window: ClaimWindow): TabValue {
  return { value: window.conservativeOpensAfterDays ?? window.opensAfterDays ?? 0, unit: "days" };
}

/** When a window closes, as the Policy tab shows it; a null value = no deadline. */
export function closesValue(window: ClaimWindow): TabValue {
  const inDays = window.conservativeClosesAfterDays;
  return inDays === null && window.closesAfterMonths !== null
    ? { value: window.closesAfterMonths, unit: "months" }
    : { value: inDays ?? window.closesAfterDays, unit: "days" };
}

/** A whole number of days or months within bounds; a bare number is in `unit`. */
function span(text: string, unit: string): { count: number; unit: "days" | "months" } | null {
  const match = /^(\d{1,6})\s*(days?|months?)?$/i.exec(text);
  if (!match) return null;
  const said = match[2]?.toLowerCase();
  const meant = (said ?? unit).startsWith("month") ? "months" : "days";
  const count = Number(match[1]);
  return count <= (meant === "months" ? MAX_MONTHS : MAX_DAYS) ? { count, unit: meant } : null;
}

/** A plain amount of 0 or more, with or without its currency; null when it is anything else. */
function moneyIn(text: string, of: Currency): Money | null {
  const match = /^(\d{1,12})(?:\.(\d+))?(?:\s*([A-Za-z]{3}))?$/.exec(text);
  if (!match) return null;
  const fraction = match[2] ?? "";
  if (match[3] !== undefined && currencyOf(match[3]) !== of) return null;
  if (fraction.length > minorDigits(of)) return null;
  return money(Number((match[1] ?? "") + fraction.padEnd(minorDigits(of), "0")), of);
}

function wantedMoney(of: Currency): string {
  const example = minorDigits(of) === 0 ? `1500 ${of}` : `15.00 ${of}`;
  return `expected an amount of 0 or more with a decimal point and no thousands mark, such as ${example}.`;
}
