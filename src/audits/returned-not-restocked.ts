/**
 * Customer returns Amazon says it put back into sellable stock, and that the inventory ledger never received.
 * What opens: a SELLABLE return without a CustomerReturns unit near its day. What clears it: restocking.ts.
 */

import type { Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { itemOf } from "./account/order-clearing.ts";
import { orderMoneyOf } from "./account/orders/order-lines.ts";
import { afterOrder, lineOfItem } from "./account/orders/order-price.ts";
import { isLedgerKnown, ledgerDaysOf, unrestockedOf } from "./account/restocking.ts";
import { neededOf, type ReturnOpening } from "./account/return-openings.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { listUnder } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { cameBack } from "./wording/return-findings.ts";
import { count, dated, itemNamed, speaking } from "./wording/text.ts";

const meta: AuditMeta = {
  id: "returned-not-restocked",
  family: "return",
  title: "Returned, not back in stock",
  needs: [["settlement", "transactions"], "customer-returns", "reimbursements", "ledger-detail"],
  uses: ["orders", "fulfilled-shipments", "replacements"],
  rule: "customer_return",
  // One ledger unit can stand for a return of any order of the item.
  partition: "order with its items",
  finds:
    "Returned units reported as sellable and back in inventory that the inventory ledger never received and nobody paid for.",
  messages: {
    flag: "returned sellable, not back in stock",
    what: "{{units}} of {{item}} from order {{orderId}} came back on {{dates}}{{centres}}, reported as SELLABLE (fit for sale) and “Unit returned to inventory”, but the inventory ledger shows no such unit.",
    why: "A unit Amazon has received back is yours: it has to be in your stock or be paid for. Checked from {{from}} to {{to}}: no customer return of this item in the ledger, under its own FNSKU, as a graded unit (amzn.gr.) or under another FNSKU of its ASIN, that is not the unit of another return; no payment for this order beyond its missing units; no payment for a warehouse loss of this item that no other loss accounts for. {{clock}} {{rule}}",
    refundClock: "The clock started with the refund of {{event}}.",
    returnClock:
      "The refund is not in the imported settlements, so the clock is counted from the return on {{event}}.",
    plates: "Name the licence plate of the unit: {{plates}}.",
    whyMultiChannel:
      "The order came from another shop and Amazon only sent it (Multi-Channel Fulfilment); customer-return claims are for orders on Amazon.",
    todoMultiChannel:
      "Ask Seller Support where the unit is, by its licence plate ({{plates}}), and to correct your stock.",
  },
};

const say = speaking(meta.messages);

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const byLine = new Map<string, ReturnOpening[]>();
  for (const units of account.derive(unrestockedOf)) {
    if (units.open === 0) continue;
    const { marketplace, orderId, sku } = units.returned;
    const needed = [
      neededOf(units.returned, account.asOf),
      { report: "ledger-detail", ...ledgerDaysOf(units) },
    ];
    if (!gaps.covers(marketplace, needed, units.open)) continue;
    if (isLedgerKnown(account, units.returned)) listUnder(byLine, `${orderId}|${sku}`).push(units);
  }
  return {
    findings: [...byLine.values()].map((open) => findingOf(account, open)),
    cannotTell: gaps.summary(),
  };
}

export const returnedNotRestocked: Audit = { meta, find };

function findingOf(account: Account, open: readonly ReturnOpening[]): Finding {
  const [{ returned: first }] = open as [ReturnOpening];
  const { orderId, sku } = first;
  const line = lineOfItem(account.derive(orderMoneyOf), orderId, sku);
  const marketplace = line?.marketplace ?? first.marketplace;
  const known = itemOf(account, { orderId, sku, asin: first.asin, marketplace });
  const item = { ...known, fnsku: first.fnsku || known.fnsku };
  const back = cameBack(account, orderId, line, open);
  const { quantity, event, plates, multiChannel } = back;
  const timing = timingOf(account, meta.rule, marketplace, event);
  const days = open.map((units) => units.date);
  const [oldest, newest] = [Math.min(...days) as Day, Math.max(...days) as Day];
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
      centres: back.centres,
    }),
    why: multiChannel
      ? say("whyMultiChannel")
      : say("why", {
          from: dated(ledgerDaysOf({ date: oldest }).from),
          to: dated(ledgerDaysOf({ date: newest }).to),
          clock: say(back.clock, { event: dated(event) }),
          rule: ruleInWords(timing),
        }),
    todo: multiChannel
      ? say("todoMultiChannel", { plates: back.platesInWords })
      : [todoOf(timing), ...(plates.length > 0 ? [say("plates", { plates: back.platesInWords })] : [])].join(
          " ",
        ),
    evidence: back.evidence,
  };
  return multiChannel ? worthALook(meta, draft) : owed(meta, draft, timing);
}
