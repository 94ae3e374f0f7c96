/** Reimbursements Amazon approved in cash that no settlement shows. */

import { addDays, type Day, earlierDay, laterDay } from "../values/day.ts";
import { money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { POSTED_AFTER_DAYS, POSTED_BEFORE_DAYS } from "./account/allotment.ts";
import { gapsOf } from "./account/gaps.ts";
import type { Payment } from "./account/payments.ts";
import { type Approval, approvalsOf, settledDaysOf } from "./account/settled-payments.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { owed, ruleInWords, timingOf } from "./wording/draft.ts";
import { count, dated, fill, itemNamed, priced } from "./wording/text.ts";

const messages = {
  flag: "approved, not paid out",
  what: "Reimbursement {{id}} of {{date}} ({{reason}}{{order}}) approved {{approved}} for {{units}} of {{item}}; {{missing}} of it is in no settlement.",
  forOrder: ", order {{order}}",
  why: "An approved reimbursement is paid out with the settlement, usually four to five days later. {{rule}} Checked: all settlements of {{from}} to {{to}} in {{currency}} are there, and no reimbursement rows of this SKU add up to it, alone or together with other approvals.",
  todo: "Reopen the case ({{where}}) and name the reimbursement id and the settlements you searched. If you sell on other sites in {{currency}}, look into their settlements first. There is no published last day. Papers: {{papers}}.",
  basis: "Approved, and not found in settlements.",
  uncovered:
    "{{payments}} not judged: the closed settlements imported in {{currencies}} do not cover the days from {{before}} before to {{after}} after the approval.",
} as const;

const meta: AuditMeta = {
  id: "not-settled",
  family: "reimbursement",
  title: "Approved but not paid out",
  needs: ["reimbursements", ["settlement", "transactions"]],
  uses: [],
  rule: "approved_not_paid",
  partition: "item and stock region",
  finds: "Reimbursements in cash that no settlement of the days after the approval shows.",
  messages,
};

interface Uncovered {
  readonly currency: string;
  readonly from: Day;
  readonly to: Day;
}

function find(account: Account): AuditOutcome {
  const gaps = gapsOf(account, meta);
  const days = account.derive(settledDaysOf);
  const findings: Finding[] = [];
  const uncovered: Uncovered[] = [];
  for (const approval of account.derive(approvalsOf)) {
    const { payment } = approval;
    const [from, to] = [
      addDays(approval.date, -POSTED_BEFORE_DAYS),
      addDays(approval.date, POSTED_AFTER_DAYS),
    ];
    const { currency } = approval.amount;
    // A cent per unit is rounding; without a SKU nothing can be matched; younger ones may still be posted.
    if (approval.open <= payment.cashUnits || payment.sku === "" || to > account.asOf) continue;
    if (days.cover(currency, from, to)) findings.push(missing(account, approval, from, to));
    else uncovered.push({ currency, from, to });
  }
  if (uncovered.length > 0) gaps.add(...untold(uncovered));
  return { findings, cannotTell: gaps.summary() };
}

function untold(uncovered: readonly Uncovered[]): Parameters<ReturnType<typeof gapsOf>["add"]> {
  const currencies = [...new Set(uncovered.map(({ currency }) => currency))].sort().join(", ");
  const from = uncovered.map((u) => u.from).reduce(earlierDay);
  const to = uncovered.map((u) => u.to).reduce(laterDay);
  const text = fill(messages.uncovered, {
    payments: count(uncovered.length, "payment"),
    currencies,
    before: count(POSTED_BEFORE_DAYS, "day"),
    after: POSTED_AFTER_DAYS,
  });
  return [text, [{ report: "settlement", from, to }]];
}

function missing(account: Account, approval: Approval, from: Day, to: Day): Finding {
  const { payment } = approval;
  const timing = timingOf(account, meta.rule, payment.marketplace, payment.date);
  const item = { fnsku: payment.fnsku, asin: payment.asin, msku: payment.sku };
  const approved = approval.amount;
  const short = money(approval.open, approved.currency);
  return owed(
    meta,
    {
      identity: payment.identityParts,
      marketplace: payment.marketplace,
      item,
      orderId: payment.orderId,
      referenceId: payment.reimbursementId,
      quantity: unitsMissing(payment, approval),
      value: { amount: short, basis: messages.basis },
      eventDate: payment.date,
      what: fill(messages.what, {
        id: payment.reimbursementId,
        date: dated(payment.date),
        reason: payment.reasonText,
        order: payment.orderId === "" ? "" : fill(messages.forOrder, { order: payment.orderId }),
        approved: priced(approved),
        units: count(payment.cashUnits, "unit"),
        item: itemNamed(item),
        missing: priced(short),
      }),
      why: fill(messages.why, {
        rule: ruleInWords(timing),
        from: dated(from),
        to: dated(to),
        currency: approved.currency,
      }),
      todo: fill(messages.todo, {
        where: timing.window.filingPath,
        currency: approved.currency,
        papers: timing.window.evidence.join("; "),
      }),
      evidence: [payment.evidence],
    },
    timing,
  );
}

/** The units the missing money stands for, at least one. */
function unitsMissing({ cashUnits }: Payment, { open, amount }: Approval): number {
  return Math.max(1, Math.round((open * cashUnits) / amount.minor));
}

export const notSettled: Audit = { meta, find };
