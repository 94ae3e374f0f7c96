/** Removal orders on which nothing moves any more. */

import { addDays } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { type RemovalOrder, removalOrdersOf } from "./account/removal-orders.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed } from "./wording/text.ts";

const messages = {
  flag: "removal order stuck",
  what: "Removal order {{order}} of {{date}} asked for {{requested}} of {{item}}; {{left}} still with Amazon.",
  inProcess: "{{units}} still in process",
  unaccounted: "{{units}} neither cancelled, disposed of, shipped nor in process",
  why: "Removal orders are mostly done within {{days}} days. After that: {{left}}. Nothing is lost yet: the units can still be in stock.",
  todo: "Ask Seller Support what holds the order up; cancel it and create it anew if they cannot say.",
  unvalued: "Not valued: no claim.",
} as const;

const meta: AuditMeta = {
  id: "removal-stuck",
  family: "removal",
  title: "Removal order stuck",
  needs: ["removal-orders"],
  uses: [],
  rule: "removal_other",
  partition: "item and stock region",
  finds: "Removal orders with units still in process, or unaccounted for, 30 days after the request.",
  messages,
};

const DONE_WITHIN_DAYS = 30;

function find(account: Account): AuditOutcome {
  const gaps = gapsOf(account, meta);
  const findings = account.derive(removalOrdersOf).flatMap((order) => {
    const units = order.inProcess + unaccounted(order);
    if (units === 0 || /^cancel/i.test(order.status)) return [];
    if (addDays(order.date, DONE_WITHIN_DAYS) > account.asOf) return [];
    const needed = { report: "removal-orders", from: order.date, to: account.asOf };
    return gaps.covers(order.marketplace, [needed], units) ? [stuck(order, units)] : [];
  });
  return { findings, cannotTell: gaps.summary() };
}

function unaccounted({ requested, cancelled, disposed, shipped, inProcess }: RemovalOrder): number {
  return Math.max(0, requested - cancelled - disposed - shipped - inProcess);
}

function stuck(order: RemovalOrder, units: number) {
  const item = { fnsku: order.fnsku, asin: "", msku: order.sku };
  const lost = unaccounted(order);
  const left = [
    ...(order.inProcess > 0 ? [fill(messages.inProcess, { units: count(order.inProcess, "unit") })] : []),
    ...(lost > 0 ? [fill(messages.unaccounted, { units: count(lost, "unit") })] : []),
  ].join("; ");
  return worthALook(meta, {
    identity: [order.removalOrderId, order.fnsku || order.sku, order.sellable ? "sellable" : "unsellable"],
    marketplace: order.marketplace,
    item,
    orderId: order.removalOrderId,
    quantity: units,
    value: { amount: null, basis: messages.unvalued },
    eventDate: order.date,
    what: fill(messages.what, {
      order: order.removalOrderId,
      date: dated(order.date),
      requested: count(order.requested, "unit"),
      item: itemNamed(item),
      left: count(units, "unit"),
    }),
    why: fill(messages.why, { days: DONE_WITHIN_DAYS, left }),
    todo: messages.todo,
    evidence: [{ report: "removal-orders", line: order.line }],
  });
}

export const removalStuck: Audit = { meta, find };
