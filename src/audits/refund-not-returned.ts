/**
 * Customers who have their money back while the item never came back and Amazon never paid for it.
 *
 * What opens: whole units refunded (or replaced) per order and SKU. What clears: returned units, then payments
 * for that order, matched by SKU, FNSKU, ASIN, then anything else of the order (order-clearing.ts).
 */

import { addDays, type Day } from "../values/day.ts";
import { money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type Gaps, gapsOf } from "./account/gaps.ts";
import {
  DAYS_BEFORE_REFUND,
  isDisputed,
  type OutLine,
  type OutUnits,
  orderClearingOf,
  REPORTS_OF_A_REFUND,
} from "./account/order-clearing.ts";
import { inOrder, type OrderLine } from "./account/orders/order-lines.ts";
import { afterOrder } from "./account/orders/order-price.ts";
import { returnPeriodEnd } from "./account/orders/return-period.ts";
import { orderReportFor, sentByAmazon } from "./account/orders/senders.ts";
import { SETTLEMENTS } from "./account/orders/settlement-entries.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Evidence, Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { count, dated, itemNamed, listed, priced, speaking } from "./wording/text.ts";

const meta: AuditMeta = {
  id: "refund-not-returned",
  family: "return",
  title: "Refunded, never returned",
  needs: [["settlement", "transactions"], "customer-returns", "reimbursements"],
  uses: ["replacements", "orders", "fulfilled-shipments"],
  rule: "customer_return",
  partition: "order",
  finds: "Units a customer was refunded for that neither came back nor were paid for by Amazon.",
  messages: {
    flag: "refunded, not returned, not paid",
    what: "The customer of order {{orderId}} (Amazon {{marketplace}}) was refunded on {{dates}}, and {{units}} of {{item}} never came back: {{refunded}} refunded{{replaced}}, {{returned}} returned, {{paid}} paid by Amazon.",
    why: "When a customer is refunded and does not send the item back, Amazon has to reimburse you. Checked from {{from}} to {{to}}: no return of these units in customer-returns, no payment for them in reimbursements or in the settlements. {{notes}} {{rule}}",
    assumed:
      "The order itself is not in the imported settlements or order reports, so one unit is assumed to have been refunded.",
    returnless:
      "Check the refund first: where Amazon or you let the customer keep the item, nothing is owed.",
    late: "The refund was granted on {{refund}}, after the return period that ended on {{limit}}.",
    alsoReplaced:
      "Amazon also sent {{units}} as a free replacement; refund and replacement of one unit are counted once.",
    whatReturnless:
      "The customer of order {{orderId}} (Amazon {{marketplace}}) was refunded on {{dates}}, and {{units}} of {{item}} never came back.",
    whyReturnless:
      "The refund of {{perUnit}} per unit is at or under your “returnless below” limit of {{limit}} (Policy tab): such customers are usually told to keep the item, and then nothing is owed.",
    todoReturnless:
      "Nothing, unless the customer was asked to send the item back; then lower the limit in the Policy tab.",
    whatDisputed:
      "The customer of order {{orderId}} (Amazon {{marketplace}}) was paid back on {{dates}} through {{how}}, and {{units}} of {{item}} never came back.",
    whyDisputed:
      "A chargeback or an A-to-z claim is decided by the bank or under Amazon's guarantee, not under the returns policy, so a missing return alone is no ground for a claim.",
    todoDisputed:
      "Look at the decision under Performance > A-to-z claims and Chargeback claims, and appeal there if it was wrong.",
    chargeback: "a chargeback",
    aToZ: "an A-to-z Guarantee claim",
    unknownSender:
      "{{orders}} left out: no report says whether Amazon or you sent them, and only orders Amazon sent come back to Amazon.",
  },
};

const say = speaking(meta.messages);

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const unknown: OutLine[] = [];
  const findings: Finding[] = [];
  for (const out of account.derive(orderClearingOf).lines) {
    const open = out.out.filter((units) => units.open > 0 && isCovered(account, gaps, out, units));
    if (open.length === 0) continue;
    if (sentByAmazon(account, out.line) === null) unknown.push(out);
    else findings.push(findingOf(account, out, open));
  }
  if (unknown.length > 0) {
    const days = unknown.flatMap(({ out }) => out.map((units) => units.date));
    gaps.add(say("unknownSender", { orders: count(unknown.length, "refunded order") }), [
      orderReportFor(account, days),
    ]);
  }
  return { findings, cannotTell: gaps.summary() };
}

export const refundNotReturned: Audit = { meta, find };

function isCovered(account: Account, gaps: Gaps, { line }: OutLine, units: OutUnits): boolean {
  const from = addDays(units.date, -DAYS_BEFORE_REFUND);
  const needed = REPORTS_OF_A_REFUND.map((report) => ({ report, from, to: account.asOf }));
  return gaps.covers(line.marketplace, needed, units.open);
}

function findingOf(account: Account, out: OutLine, open: readonly OutUnits[]): Finding {
  const claimable = open.filter((units) => !isDisputed(units));
  if (claimable.length === 0) return disputed(out, open);
  const limit = returnlessLimit(account, out.line, claimable);
  return limit === null ? missing(account, out, claimable) : returnless(out, claimable, limit);
}

function missing(account: Account, out: OutLine, open: readonly OutUnits[]): Finding {
  const event = latest(open);
  const timing = timingOf(account, meta.rule, out.line.marketplace, event);
  const first = Math.min(...open.map((units) => units.date)) as Day;
  const draft = draftOf(out, open, {
    what: say("what", {
      ...names(out, open),
      refunded: total(out, (u) => u.kind !== "replacement"),
      replaced: replacedWords(out),
      returned: clearedUnits(out, "customer-returns"),
      paid: clearedUnits(out, "reimbursements", ...SETTLEMENTS, "transactions"),
    }),
    why: say("why", {
      from: dated(addDays(first, -DAYS_BEFORE_REFUND)),
      to: dated(account.asOf),
      notes: notesOf(out, open).join(" "),
      rule: ruleInWords(timing),
    }),
    todo: todoOf(timing),
  });
  return owed(meta, draft, timing);
}

function notesOf(out: OutLine, open: readonly OutUnits[]): string[] {
  const { line, replacements } = out;
  const event = latest(open);
  const limit = line.shipped === null ? null : returnPeriodEnd(line.shipped);
  const replaced = replacements.reduce((sum, r) => sum + r.units, 0);
  return [
    ...(isAssumed(out, open) ? [say("assumed")] : []),
    say("returnless"),
    ...(limit !== null && event > limit ? [say("late", { refund: dated(event), limit: dated(limit) })] : []),
    ...(replaced > 0 ? [say("alsoReplaced", { units: count(replaced, "unit") })] : []),
  ];
}

/** Assumed is only what no report counts: the payments CSV prints quantities of its own. */
function isAssumed({ line }: OutLine, open: readonly OutUnits[]): boolean {
  return line.assumed && open.some((units) => units.evidence.some((e) => SETTLEMENTS.includes(e.report)));
}

function returnless(out: OutLine, open: readonly OutUnits[], limit: Limit): Finding {
  return worthALook(
    meta,
    draftOf(out, open, {
      what: say("whatReturnless", names(out, open)),
      why: say("whyReturnless", limit),
      todo: say("todoReturnless"),
    }),
  );
}

function disputed(out: OutLine, open: readonly OutUnits[]): Finding {
  const how = [
    ...(open.some((u) => u.kind === "chargeback") ? [say("chargeback")] : []),
    ...(open.some((u) => u.kind === "a-to-z") ? [say("aToZ")] : []),
  ];
  return worthALook(
    meta,
    draftOf(out, open, {
      what: say("whatDisputed", { ...names(out, open), how: listed(how) }),
      why: say("whyDisputed"),
      todo: say("todoDisputed"),
    }),
  );
}

function draftOf(
  out: OutLine,
  open: readonly OutUnits[],
  words: Pick<Draft, "what" | "why" | "todo">,
): Draft {
  const { line, item } = out;
  const quantity = unitsOf(open);
  return {
    identity: [line.orderId, line.sku],
    marketplace: line.marketplace,
    item,
    orderId: line.orderId,
    quantity,
    value: afterOrder(line, quantity),
    eventDate: latest(open),
    ...words,
    evidence: evidenceOf(out),
  };
}

function names(out: OutLine, open: readonly OutUnits[]) {
  const days = [...new Set(open.map((units) => units.date))].sort((a, b) => a - b);
  return {
    units: count(unitsOf(open), "unit"),
    item: itemNamed(out.item),
    orderId: out.line.orderId,
    marketplace: out.line.marketplace,
    dates: listed(days.map(dated)),
  };
}

type Limit = { readonly perUnit: string; readonly limit: string };

/** The user's limit under which refunds are taken to be returnless, when all open refunds are at or under it. */
function returnlessLimit(account: Account, line: OrderLine, open: readonly OutUnits[]): Limit | null {
  const limit = account.policy.returnlessBelow.find((m) => m.currency === line.currency);
  if (limit === undefined) return null;
  const refunds = line.refunds.filter((r) => open.some((u) => u.date === r.day && u.kind === r.kind));
  const units = refunds.reduce((sum, r) => sum + r.units, 0);
  const principal = refunds.reduce((sum, r) => sum + r.principal, 0);
  if (units === 0 || principal > limit.minor * units) return null;
  return { perUnit: priced(money(Math.round(principal / units), limit.currency)), limit: priced(limit) };
}

/** The clock of the claim: the latest refund whose unit is open. */
function latest(open: readonly OutUnits[]): Day {
  return Math.max(...open.map((units) => units.date)) as Day;
}

function unitsOf(open: readonly OutUnits[]): number {
  return open.reduce((sum, units) => sum + units.open, 0);
}

function total({ out }: OutLine, of: (units: OutUnits) => boolean): string {
  return String(out.filter(of).reduce((sum, units) => sum + units.units, 0));
}

function replacedWords(out: OutLine): string {
  const more = out.out.filter((u) => u.kind === "replacement").reduce((sum, u) => sum + u.units, 0);
  return more === 0 ? "" : `, ${more} more replaced`;
}

/** Units of the line cleared by rows of some reports. */
function clearedUnits(out: OutLine, ...reports: readonly string[]): number {
  return clearings(out).reduce((sum, c) => (reports.includes(c.evidence.report) ? sum + c.units : sum), 0);
}

function clearings({ out }: OutLine): { units: number; evidence: Evidence }[] {
  return out.flatMap((units) =>
    units.clearedBy.flatMap(({ credit, units: n }) =>
      "evidence" in credit ? [{ units: n, evidence: credit.evidence as Evidence }] : [],
    ),
  );
}

function evidenceOf(out: OutLine): readonly Evidence[] {
  return inOrder([
    ...out.out.flatMap((units) => units.evidence),
    ...clearings(out).map((c) => c.evidence),
    ...(out.line.sale?.evidence ?? []),
  ]);
}
