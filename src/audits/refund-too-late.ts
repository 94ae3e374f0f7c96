/**
 * Refunds granted after the return period, for items that did come back (or were paid for). No claim by itself: what
 * never came back is claimed by `refund-not-returned`, which mentions a late refund.
 */

import type { Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { isDisputed, itemOf, orderClearingOf } from "./account/order-clearing.ts";
import { inOrder, type OrderLine, orderMoneyOf, type Refund } from "./account/orders/order-lines.ts";
import { returnPeriodEnd } from "./account/orders/return-period.ts";
import { orderReportFor, sentByAmazon } from "./account/orders/senders.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { worthALook } from "./wording/draft.ts";
import { count, dated, itemNamed, listed, speaking } from "./wording/text.ts";

const meta: AuditMeta = {
  id: "refund-too-late",
  family: "return",
  title: "Refunded after the return period",
  needs: [["settlement", "transactions"], "customer-returns", "reimbursements"],
  uses: ["fulfilled-shipments", "orders", "replacements"],
  rule: "customer_return",
  partition: "order",
  finds: "Whole-unit refunds granted after the customer's return period had ended.",
  messages: {
    flag: "refunded after the return period",
    what: "The customer of order {{orderId}} (Amazon {{marketplace}}) was refunded {{units}} of {{item}} on {{dates}}; it shipped on {{shipped}}, and the time to send it back ended on {{limit}}.",
    why: "A customer has 45 days after shipping to send an item back; for what shipped in November or December, until 31 January. Amazon may still accept a later return, so a late refund alone is no ground for a claim.",
    todo: "Look at the order: where Amazon agreed to the refund against its own policy, ask Seller Support to take it over. Nothing is to be filed otherwise.",
    basis: "No claim by itself, so it is not valued.",
    notInData: "{{orders}} left out: no report says when they shipped.",
  },
};

const say = speaking(meta.messages);

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const claimed = linesClaimed(account);
  const unknown: Day[] = [];
  let orders = 0;
  const findings: Finding[] = [];
  for (const line of account.derive(orderMoneyOf).lines) {
    const refunds = line.refunds.filter((refund) => refund.kind === "refund" && refund.units > 0);
    if (refunds.length === 0 || sentByAmazon(account, line) !== true || claimed.has(line)) continue;
    const { shipped } = line;
    if (shipped === null) {
      unknown.push(...refunds.map((refund) => refund.day));
      orders++;
      continue;
    }
    const late = refunds.filter((refund) => refund.day > returnPeriodEnd(shipped));
    if (late.length > 0) findings.push(findingOf(account, line, shipped, late));
  }
  if (orders > 0) {
    gaps.add(say("notInData", { orders: count(orders, "refunded order") }), [
      orderReportFor(account, unknown),
    ]);
  }
  return { findings, cannotTell: gaps.summary() };
}

export const refundTooLate: Audit = { meta, find };

/** Lines of which something never came back: their claim says itself that the refund was late. */
function linesClaimed(account: Account): ReadonlySet<OrderLine> {
  const lines = account
    .derive(orderClearingOf)
    .lines.filter(({ out }) => out.some((units) => units.open > 0 && units.covered && !isDisputed(units)));
  return new Set(lines.map(({ line }) => line));
}

function findingOf(account: Account, line: OrderLine, shipped: Day, late: readonly Refund[]): Finding {
  const quantity = late.reduce((sum, refund) => sum + refund.units, 0);
  const item = itemOf(account, line);
  return worthALook(meta, {
    identity: [line.orderId, line.sku],
    marketplace: line.marketplace,
    item,
    orderId: line.orderId,
    quantity,
    value: { amount: null, basis: say("basis") },
    eventDate: Math.max(...late.map((refund) => refund.day)) as Day,
    what: say("what", {
      orderId: line.orderId,
      marketplace: line.marketplace,
      units: count(quantity, "unit"),
      item: itemNamed(item),
      dates: listed(late.map((refund) => dated(refund.day))),
      shipped: dated(shipped),
      limit: dated(returnPeriodEnd(shipped)),
    }),
    why: say("why"),
    todo: say("todo"),
    evidence: inOrder([...late.flatMap((refund) => refund.evidence), ...(line.sale?.evidence ?? [])]),
  });
}
