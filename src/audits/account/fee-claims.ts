/**
 * From charges that were too high to findings: one per item and month, of the charges that can still be filed,
 * with the earliest of them as its clock. What rests on a fee table no claim may rest on is `info`.
 */

import { type Standing, trustedBy } from "../../policy/fees/index.ts";
import { calendarOf, type Day } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import { formatAmount, type Money, money } from "../../values/money.ts";
import type { AuditMeta } from "../audit.ts";
import { listUnder } from "../clearing.ts";
import type { Evidence, Finding } from "../finding.ts";
import { type Item, owed, ruleInWords, timingOf, todoOf, worthALook } from "../wording/draft.ts";
import { count, dated, fill, itemNamed, listed, priced } from "../wording/text.ts";
import type { Account } from "./account.ts";
import { inOrder } from "./orders/order-lines.ts";

/** Units charged more than the table gives, on one day. All amounts are for the units together. */
export interface Overcharge {
  readonly marketplace: string;
  readonly item: Item;
  /** Empty for a charge that is about no order. */
  readonly orderId: string;
  readonly day: Day;
  readonly units: number;
  readonly charged: Money;
  readonly expected: Money;
  /** What is too much: never above charged − expected; less where it was paid back in part. */
  readonly over: Money;
  readonly standing: Standing;
  /** How the expected fee comes about, in a line. */
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
}

/** `what` of the audit, with `{{units}} {{item}} {{period}} {{charged}} {{expected}} {{over}}`, and `checked`. */
type Messages = Readonly<Record<"what" | "checked", string>>;

const WORDS = {
  why: "{{explanation}}. Table: {{table}}. {{assumed}} {{rule}} Checked: {{checked}}",
  whyInfo:
    "{{explanation}}. Table: {{table}}. {{assumed}} No claim can rest on it: {{because}} Checked: {{checked}}",
  todoInfo:
    "No claim yet. Compare with the fee Amazon names for the item in Seller Central; if that is lower than what was charged, ask Amazon for the calculation.",
  table: "“{{name}}”, in force {{from}}",
  assumed: "Assumed: {{assumptions}}",
  basis: "{{charged}} charged less {{expected}} due{{paidBack}}.",
  paidBack: ", less {{amount}} paid back already",
  days: "from {{first}} to {{last}}",
  day: "on {{first}}",
} as const;

export function overchargeFindings(
  account: Account,
  meta: AuditMeta,
  messages: Messages,
  overcharges: readonly Overcharge[],
): Finding[] {
  const groups = new Map<string, Overcharge[]>();
  for (const found of overcharges) {
    const one = { ...found, standing: trustedBy(account.policy.feeTrust, found.standing) };
    const claim = one.standing.usable ? "" : "info";
    listUnder(groups, identityOf(one, claim).join("|")).push(one);
  }
  return [...groups.values()].map((group) => findingOf(account, meta, messages, [...group].sort(byDay)));
}

function identityOf({ marketplace, item, day }: Overcharge, claim: string): string[] {
  const { year, month } = calendarOf(day);
  const id = [marketplace, item.msku || item.fnsku || item.asin, `${year}-${String(month).padStart(2, "0")}`];
  return claim === "" ? id : [...id, claim];
}

function findingOf(
  account: Account,
  meta: AuditMeta,
  messages: Messages,
  all: readonly Overcharge[],
): Finding {
  const timed = all.map((one) => ({ one, timing: timingOf(account, meta.rule, one.marketplace, one.day) }));
  const open = timed.filter(({ timing }) => timing.state !== "expired");
  const counted = open.length > 0 ? open : timed;
  const list = counted.map(({ one }) => one);
  const [first, last] = [list[0] as Overcharge, list[list.length - 1] as Overcharge];
  const timing = (counted[0] as (typeof timed)[number]).timing;
  const { marketplace, item, standing } = first;
  const total = (of: (one: Overcharge) => Money) =>
    money(
      list.reduce((sum, one) => sum + of(one).minor, 0),
      first.over.currency,
    );
  const [charged, expected, over] = [total((o) => o.charged), total((o) => o.expected), total((o) => o.over)];
  const units = list.reduce((sum, one) => sum + one.units, 0);
  const paidBack = charged.minor - expected.minor - over.minor;
  const values = {
    units: count(units, "unit"),
    were: units === 1 ? "was" : "were",
    item: itemNamed(item),
    period: fill(first.day === last.day ? WORDS.day : WORDS.days, {
      first: dated(first.day),
      last: dated(last.day),
    }),
    charged: priced(charged),
    expected: priced(expected),
    over: priced(over),
  };
  const orders = [...new Set(list.map((one) => one.orderId))];
  const { assumptions, usable, unusableBecause } = standing;
  const why = fill(usable ? WORDS.why : WORDS.whyInfo, {
    explanation: [...new Set(list.map((one) => one.explanation))].slice(0, 3).join("; "),
    table: tableInWords(standing),
    assumed: assumptions.length === 0 ? "" : fill(WORDS.assumed, { assumptions: assumptions.join(" ") }),
    rule: ruleInWords(timing),
    because: unusableBecause ?? "",
    checked: messages.checked,
  });
  const draft = {
    identity: identityOf(first, usable ? "" : "info"),
    marketplace,
    item,
    orderId: orders.length === 1 ? (orders[0] ?? "") : "",
    quantity: units,
    value: {
      amount: over,
      basis: fill(WORDS.basis, {
        ...values,
        paidBack:
          paidBack > 0 ? fill(WORDS.paidBack, { amount: formatAmount(money(paidBack, over.currency)) }) : "",
      }),
    },
    eventDate: first.day,
    what: fill(messages.what, values),
    why,
    todo: usable ? todoOf(timing) : WORDS.todoInfo,
    evidence: inOrder(list.flatMap((one) => one.evidence)),
  };
  return usable ? owed(meta, draft, timing) : worthALook(meta, draft);
}

function tableInWords({ tables, from }: Standing): string {
  const names = [...new Set(tables.map((table) => table.name))];
  return fill(WORDS.table, {
    name: listed(names),
    from: from === null ? "as far back as known" : `since ${dated(from)}`,
  });
}

function byDay(a: Overcharge, b: Overcharge): number {
  return a.day - b.day || compareText(a.orderId, b.orderId);
}
