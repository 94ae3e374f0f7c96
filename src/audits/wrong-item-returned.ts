/**
 * Customers who sent back another item than they had bought. What opens: a return whose ASIN was not in the order.
 * What clears it: payments of the order, and Amazon's own word on the return (wrong-items.ts).
 */

import { addDays, type Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { orderContentsOf } from "./account/orders/order-contents.ts";
import { inOrder } from "./account/orders/order-lines.ts";
import { afterOrder } from "./account/orders/order-price.ts";
import { type ReturnOpening, stillOwed } from "./account/return-openings.ts";
import { type Swap, swapsOf, wrongItemsOf } from "./account/wrong-items.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { cameBack } from "./wording/return-findings.ts";
import { count, dated, itemNamed, listed, speaking } from "./wording/text.ts";

/** A return mostly arrives within so many days of its order: how far back the order report is asked for. */
const DAYS_FROM_ORDER = 90;

const meta: AuditMeta = {
  id: "wrong-item-returned",
  family: "return",
  title: "Another item came back",
  needs: [
    ["settlement", "transactions"],
    "customer-returns",
    "reimbursements",
    ["orders", "fulfilled-shipments"],
  ],
  uses: ["replacements"],
  rule: "return_wrong_item",
  // The ASIN of an MSKU may stand in any report.
  partition: "order with its items",
  finds: "Returns of an item the order did not hold, which nobody paid for.",
  messages: {
    flag: "another item came back",
    what: "{{units}} came back for order {{orderId}} on {{dates}}, but not what the customer had bought: {{returned}} instead of {{ordered}}.",
    severalOrdered: "one of the items of the order ({{items}})",
    why: "The customer has to send back the item that was refunded; for another one in its place Amazon has to reimburse you. Checked up to {{to}}: the ASIN of what came back is in no row of this order in {{reports}} or the settlements, nor was it sent as a replacement; it is no graded unit (amzn.gr.); the return is not marked as reimbursed; no payment for this order beyond its missing units. {{clock}} {{rule}}",
    refundClock: "The clock started with the refund of {{event}}.",
    returnClock:
      "The refund is not in the imported settlements, so the clock is counted from the return on {{event}}.",
    look: "First have the unit sent to you or photographed (licence plate {{plates}}): the claim needs a picture of what came back.",
    whyMultiChannel:
      "The order came from another shop and Amazon only sent it (Multi-Channel Fulfilment); customer-return claims are for orders on Amazon.",
    todoMultiChannel: "Take it up with your customer; the licence plate is {{plates}}.",
    undecided:
      "{{returns}} left out: the item stands in no settlement of its order, and the order, or the ASIN of what it held, is in no imported order report.",
    severalItems:
      "Not valued: the order held several items, and no report says which one should have come back.",
  },
};

const say = speaking(meta.messages);

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  for (const swap of account.derive(swapsOf)) {
    const open = stillOwed(account, gaps, swap.units);
    if (open.length > 0) findings.push(findingOf(account, swap, open));
  }
  const { undecided } = account.derive(wrongItemsOf);
  if (undecided.length > 0) {
    const days = undecided.map((returned) => returned.date);
    const [first, last] = [Math.min(...days) as Day, Math.max(...days) as Day];
    gaps.add(say("undecided", { returns: count(undecided.length, "return") }), [
      { report: "orders", from: addDays(first, -DAYS_FROM_ORDER), to: last },
    ]);
  }
  return { findings, cannotTell: gaps.summary() };
}

export const wrongItemReturned: Audit = { meta, find };

function findingOf(account: Account, swap: Swap, open: readonly ReturnOpening[]): Finding {
  const { orderId, instead, line } = swap;
  const returns = open.map((units) => units.returned);
  const [first] = returns as [ReturnOpening["returned"]];
  const marketplace = line?.marketplace ?? first.marketplace;
  const contents = account.derive(orderContentsOf).ofOrder(orderId, first.region);
  const back = cameBack(account, orderId, line, open);
  const { quantity, event, multiChannel } = back;
  const timing = timingOf(account, meta.rule, marketplace, event);
  const plates = back.platesInWords;
  const draft: Draft = {
    identity: [orderId, instead?.msku ?? ""],
    marketplace,
    item: instead,
    orderId,
    referenceId: first.licencePlate,
    quantity,
    value: instead === null ? { amount: null, basis: say("severalItems") } : afterOrder(line, quantity),
    eventDate: event,
    what: say("what", {
      units: count(quantity, "unit"),
      orderId,
      dates: back.dates,
      returned: listed([...new Set(returns.map((r) => itemNamed({ ...r, msku: r.sku })))]),
      ordered:
        instead === null
          ? say("severalOrdered", { items: listed(contents.items.map(itemNamed)) })
          : itemNamed(instead),
    }),
    why: multiChannel
      ? say("whyMultiChannel")
      : say("why", {
          to: dated(account.asOf),
          reports: listed([...new Set(contents.evidence.map((e) => e.report))].sort()),
          clock: say(back.clock, { event: dated(event) }),
          rule: ruleInWords(timing),
        }),
    todo: multiChannel
      ? say("todoMultiChannel", { plates })
      : [...(timing.state === "expired" ? [] : [say("look", { plates })]), todoOf(timing)].join(" "),
    evidence: inOrder([...back.evidence, ...contents.evidence]),
  };
  return multiChannel ? worthALook(meta, draft) : owed(meta, draft, timing);
}
