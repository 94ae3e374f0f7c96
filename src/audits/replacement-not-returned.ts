/**
 * Customers who were sent a free replacement and never sent the first unit back. What opens: replaced units that
 * no refund asks back already (`refund-not-returned` goes first). What clears them: returns, then payments, of the
 * first order or of the replacement order (order-clearing.ts).
 */

import { addDays, type Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import {
  DAYS_BEFORE_REFUND,
  type OutUnits,
  orderClearingOf,
  REPORTS_OF_A_REFUND,
  type ReplacedLine,
} from "./account/order-clearing.ts";
import { inOrder } from "./account/orders/order-lines.ts";
import { afterOrder } from "./account/orders/order-price.ts";
import { SETTLEMENTS } from "./account/orders/settlement-entries.ts";
import type { Replacement } from "./account/replacements.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Evidence, Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, timingOf, todoOf } from "./wording/draft.ts";
import { count, dated, itemNamed, listed, speaking } from "./wording/text.ts";

/**
 * Amazon's replacement reason codes (help page 200453300). `lost`: by this reason the first unit never reached the
 * customer, so there may be nothing to send back.
 */
const REASONS: Readonly<Record<string, { readonly text: string; readonly lost: boolean }>> = {
  "0": { text: "other", lost: false },
  "1": { text: "was lost", lost: true },
  "2": { text: "defective", lost: false },
  "3": { text: "damaged in shipping", lost: false },
  "4": { text: "shipped wrong item", lost: false },
  "5": { text: "item missing", lost: true },
  "6": { text: "lost by the shipper", lost: true },
  "7": { text: "catalogue error", lost: false },
  "8": { text: "shipped to the wrong address", lost: true },
  "9": { text: "delivery problem", lost: true },
  "10": { text: "damaged in the distribution or fulfilment centre", lost: false },
  "11": { text: "shipment in cleanup", lost: true },
  "12": { text: "policy exception", lost: false },
};

const meta: AuditMeta = {
  id: "replacement-not-returned",
  family: "return",
  title: "Replaced, never returned",
  needs: [["settlement", "transactions"], "customer-returns", "reimbursements", "replacements"],
  uses: ["orders", "fulfilled-shipments"],
  rule: "replacement_not_returned",
  partition: "order",
  finds: "Free replacements whose first unit neither came back nor was paid for by Amazon.",
  messages: {
    flag: "replaced, first unit not back, not paid",
    what: "Amazon sent the customer of order {{orderId}} {{replaced}} of {{item}} free of charge on {{dates}} (replacement {{orders}}), and {{units}} neither came back nor {{were}} paid for: {{returned}} returned, {{paid}} paid by Amazon.",
    why: "A replacement costs you a second unit; when the first one does not come back, Amazon has to reimburse it. Checked from {{from}} to {{to}}: no return of these units and no payment for them under either order, in reimbursements or in the settlements; no refund of them. {{reason}} {{rule}}",
    reason: "Reason for the replacement: {{reasons}}.",
    lost: "Reason for the replacement: {{reasons}}. By that the first unit was lost on the way to the customer, who then has nothing to send back: say in the claim that Amazon's own delivery lost it.",
    unknownReason: "{{code}}, a reason Amazon does not explain",
    noReason: "none is printed",
  },
};

const say = speaking(meta.messages);

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  for (const line of account.derive(orderClearingOf).replaced) {
    const open = line.out.filter((units) => {
      if (units.open === 0) return false;
      const from = addDays(units.date, -DAYS_BEFORE_REFUND);
      const needed = REPORTS_OF_A_REFUND.map((report) => ({ report, from, to: account.asOf }));
      return gaps.covers(line.marketplace, needed, units.open);
    });
    if (open.length > 0) findings.push(findingOf(account, line, open));
  }
  return { findings, cannotTell: gaps.summary() };
}

export const replacementNotReturned: Audit = { meta, find };

function findingOf(account: Account, of: ReplacedLine, open: readonly OutUnits[]): Finding {
  const { orderId, marketplace, item, line } = of;
  const days = open.map((units) => units.date);
  const [first, event] = [Math.min(...days) as Day, Math.max(...days) as Day];
  const timing = timingOf(account, meta.rule, marketplace, event);
  const quantity = open.reduce((sum, units) => sum + units.open, 0);
  const lines = new Set(open.flatMap((units) => units.evidence.map((e) => e.line)));
  const replacements = of.replacements.filter((replacement) => lines.has(replacement.evidence.line));
  // Oldest first, like the days: a reader pairs the two.
  const ids = [...new Set(of.replacements.map((r) => r.replacementOrderId))];
  const draft = {
    identity: [orderId, item.msku],
    marketplace,
    item,
    orderId,
    quantity,
    value: afterOrder(line, quantity),
    eventDate: event,
    what: say("what", {
      orderId,
      item: itemNamed(item),
      replaced: count(
        of.out.reduce((sum, units) => sum + units.units, 0),
        "unit",
      ),
      dates: listed([...new Set(of.out.map((units) => dated(units.date)))]),
      orders: `${ids.length > 1 ? "orders" : "order"} ${listed(ids) || "unknown"}`,
      units: quantity,
      were: quantity === 1 ? "was" : "were",
      returned: clearedUnits(of, "customer-returns"),
      paid: clearedUnits(of, "reimbursements", ...SETTLEMENTS, "transactions"),
    }),
    why: say("why", {
      from: dated(addDays(first, -DAYS_BEFORE_REFUND)),
      to: dated(account.asOf),
      reason: reasonsOf(replacements),
      rule: ruleInWords(timing),
    }),
    todo: todoOf(timing),
    evidence: inOrder([
      ...of.out.flatMap((units) => units.evidence),
      ...clearings(of).map((cleared) => cleared.evidence),
      ...(line?.sale?.evidence ?? []),
    ]),
  };
  return owed(meta, draft, timing);
}

function reasonsOf(replacements: readonly Replacement[]): string {
  const codes = [...new Set(replacements.map((r) => r.reasonCode.trim()))].sort();
  const lost = codes.some((code) => REASONS[code]?.lost);
  return say(lost ? "lost" : "reason", { reasons: listed(codes.map(reasonNamed)) });
}

/** Files print the code; one app's template prints words. */
function reasonNamed(code: string): string {
  const known = REASONS[code];
  if (known !== undefined) return `${known.text} (code ${code})`;
  return code === "" ? say("noReason") : say("unknownReason", { code });
}

/** Units of the line cleared by rows of some reports. */
function clearedUnits(of: ReplacedLine, ...reports: readonly string[]): number {
  return clearings(of).reduce((sum, c) => (reports.includes(c.evidence.report) ? sum + c.units : sum), 0);
}

function clearings({ out }: ReplacedLine): { units: number; evidence: Evidence }[] {
  return out.flatMap((units) =>
    units.clearedBy.flatMap(({ credit, units: n }) =>
      "evidence" in credit ? [{ units: n, evidence: credit.evidence as Evidence }] : [],
    ),
  );
}
