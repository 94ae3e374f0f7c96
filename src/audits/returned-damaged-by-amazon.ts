/**
 * Returned items that Amazon or its carrier damaged and has not paid for. What opens: a return row with such a
 * disposition. What clears it: damaged-returns.ts.
 */

import type { Account } from "./account/account.ts";
import { damagedReturnsOf } from "./account/damaged-returns.ts";
import { gapsOf } from "./account/gaps.ts";
import { itemOf } from "./account/order-clearing.ts";
import { orderMoneyOf } from "./account/orders/order-lines.ts";
import { afterOrder, lineOfItem } from "./account/orders/order-price.ts";
import { type ReturnOpening, stillOwed } from "./account/return-openings.ts";
import type { ReturnedUnits } from "./account/returns.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { cameBack } from "./wording/return-findings.ts";
import { count, dated, itemNamed, listed, speaking } from "./wording/text.ts";

const meta: AuditMeta = {
  id: "returned-damaged-by-amazon",
  family: "return",
  title: "Returned, damaged by Amazon",
  needs: [["settlement", "transactions"], "customer-returns", "reimbursements"],
  uses: ["ledger-detail", "orders", "fulfilled-shipments", "replacements"],
  rule: "return_damaged_by_amazon",
  // Payments for warehouse damage name the item, not the order.
  partition: "order with its items",
  finds: "Returned units that Amazon or its carrier damaged and has not paid for.",
  messages: {
    flag: "came back damaged by Amazon, not paid",
    what: "{{units}} of {{item}} from order {{orderId}} came back on {{dates}} {{condition}}{{centres}} and {{were}} not paid for.",
    why: "The return is booked as damaged by {{culprit}}, not by the customer, so Amazon has to reimburse it. Checked up to {{to}}: not marked as reimbursed in customer-returns, no payment for this order beyond its missing units, no payment for warehouse damage of this item that no other loss accounts for. {{clock}} {{rule}}",
    refundClock: "The clock started with the refund of {{event}}.",
    returnClock:
      "The refund is not in the imported settlements, so the clock is counted from the return on {{event}}.",
    whyMultiChannel:
      "The order came from another shop and Amazon only sent it (Multi-Channel Fulfilment); customer-return claims are for orders on Amazon.",
    todoMultiChannel: "Ask Seller Support to look at the unit by its licence plate ({{plates}}).",
    DAMAGED: "damaged in Amazon's hands (DAMAGED)",
    WAREHOUSE_DAMAGED: "damaged in Amazon's warehouse (WAREHOUSE_DAMAGED)",
    CARRIER_DAMAGED: "damaged by Amazon's carrier (CARRIER_DAMAGED)",
    amazon: "Amazon",
    carrier: "Amazon's carrier",
  },
};

const say = speaking(meta.messages);

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  for (const line of account.derive(damagedReturnsOf)) {
    const open = stillOwed(account, gaps, line);
    const first = open[0];
    if (first !== undefined) findings.push(findingOf(account, open, first.returned));
  }
  return { findings, cannotTell: gaps.summary() };
}

export const returnedDamagedByAmazon: Audit = { meta, find };

function findingOf(account: Account, open: readonly ReturnOpening[], returned: ReturnedUnits): Finding {
  const { orderId, sku } = returned;
  const line = lineOfItem(account.derive(orderMoneyOf), orderId, sku);
  const marketplace = line?.marketplace ?? returned.marketplace;
  const known = itemOf(account, { orderId, sku, asin: returned.asin, marketplace });
  const item = { ...known, fnsku: returned.fnsku || known.fnsku };
  const back = cameBack(account, orderId, line, open);
  const { quantity, event, plates, multiChannel } = back;
  const timing = timingOf(account, meta.rule, marketplace, event);
  const dispositions = [...new Set(open.map((units) => String(units.returned.disposition)))].sort();
  const draft: Draft = {
    identity: [orderId, sku],
    marketplace,
    item,
    orderId,
    referenceId: plates[0] ?? "",
    quantity,
    value: afterOrder(line, quantity),
    eventDate: event,
    what: say("what", {
      units: count(quantity, "unit"),
      item: itemNamed(item),
      orderId,
      dates: back.dates,
      condition: listed(dispositions.map((d) => say(d))),
      centres: back.centres,
      were: quantity === 1 ? "was" : "were",
    }),
    why: multiChannel
      ? say("whyMultiChannel")
      : say("why", {
          culprit: dispositions.every((d) => d === "CARRIER_DAMAGED") ? say("carrier") : say("amazon"),
          to: dated(account.asOf),
          clock: say(back.clock, { event: dated(event) }),
          rule: ruleInWords(timing),
        }),
    todo: multiChannel ? say("todoMultiChannel", { plates: back.platesInWords }) : todoOf(timing),
    evidence: back.evidence,
  };
  return multiChannel ? worthALook(meta, draft) : owed(meta, draft, timing);
}
