/** Reimbursements given as stock of which no unit ever turned up. */

import { addDays, earlierDay } from "../values/day.ts";
import { timesMoney } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { STOCK_ARRIVES_DAYS, type StockPayment, stockPaymentsOf } from "./account/stock-payments.ts";
import { unitBeforeOrder, type Valued } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, type Timing, timingOf, todoOf } from "./wording/draft.ts";
import { count, dated, fill, itemNamed } from "./wording/text.ts";

const messages = {
  flag: "paid in stock, units not there",
  what: "Reimbursement {{id}} of {{date}} ({{reason}}{{order}}) gave {{units}} of {{item}} back as stock; {{open}} of it did not turn up.",
  forOrder: ", order {{order}}",
  why: "A reimbursement in stock puts units into your inventory, which the ledger shows as transferred in (code N) or received. {{rule}} Checked: within {{days}} days before and after the approval nothing of the kind, beyond what belongs to other payments.",
  waitTodo:
    "Nothing yet: the units may still be booked in up to {{opens}}. If they are not there from then on, reopen the case ({{where}}) and ask for the units or the money. Papers: {{papers}}.",
  todo: "Reopen the case ({{where}}); give the reimbursement id and the ledger of the {{days}} days before and after it, and ask for the units or the money. There is no published last day. Papers: {{papers}}.",
  basis: "{{open}} × {{unit}}. The payment itself names no money.",
} as const;

const meta: AuditMeta = {
  id: "stock-not-received",
  family: "reimbursement",
  title: "Paid in stock that never came",
  needs: ["reimbursements", "ledger-detail"],
  uses: ["inbound-contents", "inbound-shipments", "costs"],
  rule: "approved_not_paid",
  partition: "item and stock region",
  finds: "Reimbursements given as stock whose units the ledger never shows.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  for (const paid of account.derive(stockPaymentsOf)) {
    const { payment, open } = paid;
    // Stock taken back again is judged as a reversal.
    if (open === 0 || paid.date > account.asOf || payment.reversedBy.length > 0) continue;
    const from = addDays(paid.date, -STOCK_ARRIVES_DAYS);
    const to = earlierDay(addDays(paid.date, STOCK_ARRIVES_DAYS), account.asOf);
    if (!gaps.covers(payment.marketplace, [{ report: "ledger-detail", from, to }], open)) continue;
    findings.push(missing(account, paid));
  }
  return { findings, cannotTell: gaps.summary() };
}

function missing(account: Account, paid: StockPayment): Finding {
  const { payment, open } = paid;
  const timing = timingOf(account, meta.rule, payment.marketplace, paid.date, {
    days: STOCK_ARRIVES_DAYS,
  });
  const item = { fnsku: payment.fnsku, asin: payment.asin, msku: payment.sku };
  return owed(
    meta,
    {
      identity: payment.identityParts,
      marketplace: payment.marketplace,
      item,
      orderId: payment.orderId,
      referenceId: payment.reimbursementId,
      quantity: open,
      value: valued(account, paid),
      eventDate: paid.date,
      what: fill(messages.what, {
        id: payment.reimbursementId,
        date: dated(paid.date),
        reason: payment.reasonText,
        order: payment.orderId === "" ? "" : fill(messages.forOrder, { order: payment.orderId }),
        units: count(payment.stockUnits, "unit"),
        open: count(open, "unit"),
        item: itemNamed(item),
      }),
      why: fill(messages.why, { rule: ruleInWords(timing), days: STOCK_ARRIVES_DAYS }),
      todo: todo(timing),
      evidence: [payment.evidence],
    },
    timing,
  );
}

function todo(timing: Timing): string {
  if (timing.state === "expired") return todoOf(timing);
  return fill(timing.state === "wait" ? messages.waitTodo : messages.todo, {
    opens: dated(timing.opens),
    days: STOCK_ARRIVES_DAYS,
    where: timing.window.filingPath,
    papers: timing.window.evidence.join("; "),
  });
}

/** What the units cost: a payment in stock shows no money, and what a customer paid was not given either. */
function valued(account: Account, { payment, open, date }: StockPayment): Valued {
  const item = { fnsku: payment.fnsku, asin: payment.asin, msku: payment.sku };
  const unit = unitBeforeOrder(account, payment.marketplace, item, date);
  if (unit.amount === null) return unit;
  return {
    amount: timesMoney(unit.amount, open),
    basis: fill(messages.basis, { open: count(open, "unit"), unit: unit.basis }),
  };
}

export const stockNotReceived: Audit = { meta, find };
