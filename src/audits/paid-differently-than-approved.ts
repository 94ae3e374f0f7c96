/** Claims Amazon approved for so many units or so much money, and paid less for. */

import { type Money, money, timesMoney } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { shortApprovalsOf } from "./account/approvals.ts";
import type { PaidCase } from "./account/case-payments.ts";
import type { Payment } from "./account/payments.ts";
import { unitBeforeOrder, type Valued } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, timingOf, todoOf } from "./wording/draft.ts";
import { count, dated, fill, itemNamed, listed, priced } from "./wording/text.ts";

const messages = {
  flag: "paid less than approved",
  what: "Case {{case}} was approved for {{approved}}; reimbursement {{ids}} paid {{paid}} for {{item}}.",
  why: "Amazon pays what it approved. {{rule}} Checked: all reimbursements under this case up to {{asOf}} are counted together{{reversed}}.",
  reversed: "; what was taken back again is not counted off, it is judged by itself",
  basisAmount: "{{approved}} approved, {{paid}} paid.",
  basisUnits: "{{units}} × what was paid per unit.",
  basisCost: "{{units}} × {{unit}}.",
} as const;

const meta: AuditMeta = {
  id: "paid-differently-than-approved",
  family: "reimbursement",
  title: "Paid less than approved",
  needs: ["reimbursements"],
  uses: ["costs"],
  rule: "reimbursement_quantity_short",
  partition: "item and stock region",
  finds: "Claims approved for so many units or so much money whose reimbursement pays less.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const findings = account.derive(shortApprovalsOf).map((one) => paidLess(account, one));
  return { findings, cannotTell: [] };
}

function paidLess(account: Account, one: PaidCase): Finding {
  const first = one.payments[0] as Payment;
  const timing = timingOf(account, meta.rule, first.marketplace, first.date);
  const item = { fnsku: first.fnsku, asin: first.asin, msku: first.sku };
  const inWords = (units: number | null, amount: Money | null) =>
    listed([...(units === null ? [] : [count(units, "unit")]), ...(amount === null ? [] : [priced(amount)])]);
  return owed(
    meta,
    {
      identity: first.identityParts,
      marketplace: first.marketplace,
      item,
      orderId: first.orderId,
      referenceId: first.reimbursementId,
      quantity: one.missingUnits > 0 ? one.missingUnits : one.paidUnits,
      value: valued(account, one, first),
      eventDate: first.date,
      what: fill(messages.what, {
        case: one.caseId,
        approved: inWords(one.approvedUnits, one.approvedAmount),
        ids: listed(one.payments.map((p) => `${p.reimbursementId} of ${dated(p.date)}`)),
        paid: inWords(one.paidUnits, one.paidAmount),
        item: itemNamed(item),
      }),
      why: fill(messages.why, {
        rule: ruleInWords(timing),
        asOf: dated(account.asOf),
        reversed: one.payments.some((p) => p.reversedBy.length > 0) ? messages.reversed : "",
      }),
      todo: todoOf(timing),
      evidence: one.payments.map((payment) => payment.evidence),
    },
    timing,
  );
}

/** The money approved and not paid; where only units were approved, at what was paid for the others, else at cost. */
function valued(account: Account, one: PaidCase, first: Payment): Valued {
  const { missingAmount, approvedAmount, paidAmount, missingUnits } = one;
  if (missingAmount !== null && approvedAmount !== null && paidAmount !== null) {
    const numbers = { approved: priced(approvedAmount), paid: priced(paidAmount) };
    return { amount: missingAmount, basis: fill(messages.basisAmount, numbers) };
  }
  const units = count(missingUnits, "unit");
  const cashUnits = one.payments.reduce((sum, p) => sum + p.cashUnits, 0);
  if (paidAmount !== null && cashUnits > 0) {
    const minor = Math.round((paidAmount.minor * missingUnits) / cashUnits);
    return { amount: money(minor, paidAmount.currency), basis: fill(messages.basisUnits, { units }) };
  }
  const item = { fnsku: first.fnsku, asin: first.asin, msku: first.sku };
  const unit = unitBeforeOrder(account, first.marketplace, item, first.date);
  return unit.amount === null
    ? unit
    : {
        amount: timesMoney(unit.amount, missingUnits),
        basis: fill(messages.basisCost, { units, unit: unit.basis }),
      };
}

export const paidDifferentlyThanApproved: Audit = { meta, find };
