/** Removal fees above the published table. Sources disagree on that table, so it is worth a look and no claim. */

import { removalFee } from "../policy/fees/index.ts";
import { type Money, money, timesMoney } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { measuresOf, noteLacking } from "./account/measures.ts";
import { type RemovalOrder, removalOrdersOf } from "./account/removal-orders.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed, listed, priced } from "./wording/text.ts";

const messages = {
  flag: "removal fee above the table",
  what: "Removal order {{order}} of {{date}} was charged {{charged}} for {{units}} of {{item}}; by its size {{due}} would be due.",
  why: "By your measures the unit is: {{size}} The table of {{table}} says {{fee}} per unit. No claim can rest on it: {{doubt}}",
  todo: "Compare the fee with the one Seller Central shows for this size today. If it is too high there too, ask for the item to be measured again.",
  basis: "{{charged}} charged less {{units}} × {{fee}} by the table.",
  noMeasures:
    "{{orders}} not judged: size or weight of {{items}} is not known (Costs tab: length, width, height, weight and their units).",
  noTable: "{{orders}} not judged: {{reasons}}",
} as const;

const meta: AuditMeta = {
  id: "removal-fee-high",
  family: "removal",
  title: "Removal fee too high",
  needs: ["removal-orders"],
  uses: ["costs"],
  rule: "fee_dimensions",
  partition: "item and stock region",
  finds: "Removal fees above Amazon's table for the item's size and weight.",
  messages,
};

const NAMED_AT_MOST = 100;

function find(account: Account): AuditOutcome {
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  const unmeasured: RemovalOrder[] = [];
  const untold: string[] = [];
  for (const order of account.derive(removalOrdersOf)) {
    // What is still to be done may be in the fee already: the larger number of units claims less.
    const units = Math.max(order.shipped + order.disposed, order.requested - order.cancelled);
    if (order.fee === null || order.fee.minor <= 0 || units <= 0 || order.date > account.asOf) continue;
    const dimensions = account.derive(measuresOf).on(itemOf(order), order.date);
    if (dimensions === null) {
      unmeasured.push(order);
      noteLacking(account, itemOf(order), order.date, "size and weight (with units)");
      continue;
    }
    const due = removalFee({ marketplace: order.marketplace, day: order.date, dimensions });
    if (due.cannotTell !== null) {
      untold.push(due.cannotTell);
      continue;
    }
    const allowed = timesMoney(due.fee, units).minor + due.tolerance.minor * units;
    if (due.fee.currency !== order.fee.currency || order.fee.minor <= allowed) continue;
    findings.push(high(order, order.fee, units, due));
  }
  if (unmeasured.length > 0) {
    const items = [...new Set(unmeasured.map((order) => itemNamed(itemOf(order))))].sort();
    const more = items.length - NAMED_AT_MOST;
    const named = [...items.slice(0, NAMED_AT_MOST), ...(more > 0 ? [`${more} more`] : [])];
    gaps.add(fill(messages.noMeasures, { orders: orders(unmeasured), items: listed(named) }), [
      { report: "costs", from: null, to: null },
    ]);
  }
  if (untold.length > 0) {
    gaps.add(
      fill(messages.noTable, { orders: orders(untold), reasons: [...new Set(untold)].sort().join(" ") }),
      [],
    );
  }
  return { findings, cannotTell: gaps.summary() };
}

const orders = (list: readonly unknown[]) => count(list.length, "removal order");

function itemOf(order: RemovalOrder) {
  return { fnsku: order.fnsku, asin: "", msku: order.sku };
}

function high(
  order: RemovalOrder,
  charged: Money,
  units: number,
  due: Extract<ReturnType<typeof removalFee>, { cannotTell: null }>,
): Finding {
  const whole = timesMoney(due.fee, units);
  const numbers = { charged: priced(charged), units: count(units, "unit"), fee: priced(due.fee) };
  return worthALook(meta, {
    identity: [order.removalOrderId, order.fnsku || order.sku, order.sellable ? "sellable" : "unsellable"],
    marketplace: order.marketplace,
    item: itemOf(order),
    orderId: order.removalOrderId,
    quantity: units,
    value: {
      amount: money(charged.minor - whole.minor, charged.currency),
      basis: fill(messages.basis, { ...numbers, units }),
    },
    eventDate: order.date,
    what: fill(messages.what, {
      ...numbers,
      order: order.removalOrderId,
      date: dated(order.date),
      item: itemNamed(itemOf(order)),
      due: priced(whole),
    }),
    why: fill(messages.why, {
      ...numbers,
      size: due.explanation,
      table: due.tables[0]?.name ?? due.table,
      doubt: due.unusableBecause ?? "the table is compared here as a hint only.",
    }),
    todo: messages.todo,
    evidence: [{ report: "removal-orders", line: order.line }],
  });
}

export const removalFeeHigh: Audit = { meta, find };
