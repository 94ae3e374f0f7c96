/**
 * Customers who were refunded more than they had paid. The excess alone: whether the item came back is another
 * question (`refund-not-returned`).
 */

import type { Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { coverageOf } from "./account/coverage.ts";
import { type Gaps, gapsOf } from "./account/gaps.ts";
import { itemOf } from "./account/order-clearing.ts";
import { inOrder, type OrderLine, orderMoneyOf } from "./account/orders/order-lines.ts";
import { paidForLine } from "./account/orders/refunded-money.ts";
import { orderReportFor, sentByAmazon } from "./account/orders/senders.ts";
import { type OverRefund, overRefundsOf } from "./account/over-refunds.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { count, dated, itemNamed, listed, priced, speaking } from "./wording/text.ts";

const meta: AuditMeta = {
  id: "refund-above-payment",
  family: "return",
  title: "Refunded more than paid",
  needs: [["settlement", "transactions"], "customer-returns", "reimbursements"],
  uses: ["orders", "fulfilled-shipments", "replacements"],
  rule: "customer_over_refund",
  partition: "order",
  finds: "Refunds of more than the customer had paid for item, shipping and gift wrap.",
  messages: {
    flag: "refunded more than was paid",
    what: "The customer of order {{orderId}} (Amazon {{marketplace}}) paid {{paid}} for {{units}} of {{item}} and was refunded {{refunded}} on {{dates}}: {{excess}} too much.",
    why: "You have to give back what the customer paid, not more; what Amazon refunds beyond that it has to reimburse. Item price, shipping and gift wrap are compared; tax and promotions are left apart on both sides. Checked up to {{to}}: all refunds of this item in the order{{covered}}. {{rule}}",
    nothingPaid: ", no payment for the order that covers the excess",
    partlyPaid: ", payments for the order that cover {{covered}} of the excess",
    basis: "The money itself: {{refunded}} refunded, less {{paid}} paid{{less}}.",
    less: ", less {{covered}} reimbursed",
    whatDisputed:
      "The customer of order {{orderId}} (Amazon {{marketplace}}) paid {{paid}} for {{units}} of {{item}} and got {{refunded}} back on {{dates}}, through the bank (chargeback) or an A-to-z Guarantee claim as well: {{excess}} more than was paid.",
    whyDisputed:
      "A chargeback or an A-to-z claim is decided by the bank or under Amazon's guarantee, not under the returns policy, so the excess alone is no ground for a claim.",
    todoDisputed:
      "Appeal the decision under Performance > A-to-z claims and Chargeback claims, and name the refund the customer had before.",
    notInData:
      "{{orders}} left out: the sale is in none of the imported settlements or order reports, so what was paid is unknown.",
    unknownSender:
      "{{orders}} left out: no report says whether Amazon or you sent them, and you refund your own orders yourself.",
  },
};

const say = speaking(meta.messages);

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const unknown: OverRefund[] = [];
  const findings: Finding[] = [];
  for (const over of account.derive(overRefundsOf)) {
    const sent = sentByAmazon(account, over.line);
    if (sent === null) unknown.push(over);
    else if (sent && isCovered(account, gaps, over)) findings.push(findingOf(account, over));
  }
  noteUnpriced(account, gaps);
  if (unknown.length > 0) {
    const need = orderReportFor(
      account,
      unknown.flatMap(({ refunds }) => refunds.map((refund) => refund.day)),
    );
    gaps.add(say("unknownSender", { orders: count(unknown.length, "refunded order") }), [need]);
  }
  return { findings, cannotTell: gaps.summary() };
}

export const refundAbovePayment: Audit = { meta, find };

/** An order not in the data is not judged. */
function noteUnpriced(account: Account, gaps: Gaps): void {
  const unpriced = account
    .derive(orderMoneyOf)
    .lines.filter(
      (line) =>
        line.refunds.length > 0 &&
        paidForLine(account, line) === null &&
        sentByAmazon(account, line) !== false,
    );
  if (unpriced.length === 0) return;
  const need = orderReportFor(
    account,
    unpriced.flatMap((line) => line.refunds.map((refund) => refund.day)),
  );
  gaps.add(say("notInData", { orders: count(unpriced.length, "refunded order") }), [need]);
}

/** The sale and all refunds have to be in settlements without a hole between, payments known since the refund. */
function isCovered(account: Account, gaps: Gaps, over: OverRefund): boolean {
  const { marketplace } = over.line;
  const to = latest(over);
  const first = Math.min(...over.refunds.map((refund) => refund.day)) as Day;
  const from = over.line.sale?.day ?? first;
  const coverage = account.derive(coverageOf);
  const report =
    coverage.imported("transactions") && coverage.missing("transactions", marketplace, from, to) === null
      ? "transactions"
      : "settlement";
  const needed = [
    { report, from, to },
    { report: "reimbursements", from: first, to: account.asOf },
  ];
  return gaps.covers(marketplace, needed, unitsOf(over.line));
}

function findingOf(account: Account, over: OverRefund): Finding {
  const { line, disputed } = over;
  const quantity = unitsOf(line);
  const item = itemOf(account, line);
  const event = latest(over);
  const timing = timingOf(account, meta.rule, line.marketplace, event);
  const days = [...new Set(over.refunds.map((refund) => refund.day))].sort((a, b) => a - b);
  const paidBack = over.covered.minor > 0;
  const amounts = {
    paid: priced(over.paid),
    refunded: priced(over.refunded),
    covered: priced(over.covered),
    excess: priced({ ...over.open, minor: over.open.minor + over.covered.minor }),
  };
  const names = {
    orderId: line.orderId,
    marketplace: line.marketplace,
    units: count(quantity, "unit"),
    item: itemNamed(item),
    dates: listed(days.map(dated)),
  };
  const draft: Draft = {
    identity: [line.orderId, line.sku],
    marketplace: line.marketplace,
    item,
    orderId: line.orderId,
    quantity,
    value: {
      amount: over.open,
      basis: say("basis", { ...amounts, less: paidBack ? say("less", amounts) : "" }),
    },
    eventDate: event,
    what: say(disputed ? "whatDisputed" : "what", { ...names, ...amounts }),
    why: disputed
      ? say("whyDisputed")
      : say("why", {
          to: dated(account.asOf),
          covered: say(paidBack ? "partlyPaid" : "nothingPaid", amounts),
          rule: ruleInWords(timing),
        }),
    todo: disputed ? say("todoDisputed") : todoOf(timing),
    evidence: inOrder([...over.evidence, ...(line.sale?.evidence ?? [])]),
  };
  return disputed ? worthALook(meta, draft) : owed(meta, draft, timing);
}

/** The clock: the latest refund. */
function latest({ refunds }: OverRefund): Day {
  return Math.max(...refunds.filter((refund) => refund.minor > 0).map((refund) => refund.day)) as Day;
}

/** Units refunded, at most those bought. */
function unitsOf(line: OrderLine): number {
  return Math.max(
    1,
    line.refunds.reduce((sum, refund) => sum + refund.units, 0),
  );
}
