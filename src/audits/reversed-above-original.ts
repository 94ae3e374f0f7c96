/** Reimbursements taken back for good reason, but at more per unit than had been paid. */

import { type Money, money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { paidForClaim } from "./account/claim-payments.ts";
import { type Payment, paymentsOf, type Reversal } from "./account/payments.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { type Finding, findingId } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, timingOf, todoOf } from "./wording/draft.ts";
import { count, dated, fill, itemNamed, priced } from "./wording/text.ts";

const messages = {
  flag: "more taken back than was paid",
  what: "Reversal {{id}} of {{date}} took back {{taken}} for {{units}} of {{item}}; reimbursement {{original}} of {{paidOn}} had paid {{paid}} for {{paidUnits}}.",
  why: "When a unit turns up Amazon may take back what it paid for it, and no more. Per unit {{takenEach}} was taken and {{paidEach}} had been paid. {{rule}} Checked: the unit did come back{{part}}, so only the difference is owed.",
  part: " for {{explained}} of {{units}}; the others are a claim of their own",
  basis: "{{taken}} taken back less {{paid}} paid, for {{units}}.",
} as const;

const meta: AuditMeta = {
  id: "reversed-above-original",
  family: "reimbursement",
  title: "Taken back above what was paid",
  needs: ["reimbursements"],
  uses: ["ledger-detail", "customer-returns"],
  rule: "reimbursement_reversal",
  partition: "item and stock region",
  finds: "Reversals whose unit came back, but which took more per unit than the reimbursement had paid.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const findings = account.derive(paymentsOf).reversals.flatMap((reversal) => {
    const { original } = reversal;
    const explained = reversal.units - reversal.open;
    if (explained <= 0 || reversal.date > account.asOf || original === null) return [];
    const excess = excessOf(reversal, original, explained);
    if (excess === null) return [];
    const finding = above(account, reversal, original, explained, excess);
    return finding === null ? [] : [finding];
  });
  return { findings, cannotTell: [] };
}

interface Excess {
  readonly taken: Money;
  readonly paid: Money;
  readonly more: Money;
}

/** For the units that came back: what was taken and what had been paid. A cent per unit is rounding. */
function excessOf(reversal: Reversal, original: Payment, explained: number): Excess | null {
  const [takenBack, paidOut] = [reversal.amount, original.amount];
  if (takenBack === null || paidOut === null || takenBack.currency !== paidOut.currency) return null;
  if (original.cashUnits === 0) return null;
  const taken = Math.round((Math.abs(takenBack.minor) * explained) / reversal.units);
  const paid = Math.round((paidOut.minor * explained) / original.cashUnits);
  if (taken - paid <= explained) return null;
  const of = (minor: number) => money(minor, paidOut.currency);
  return { taken: of(taken), paid: of(paid), more: of(taken - paid) };
}

function above(
  account: Account,
  reversal: Reversal,
  original: Payment,
  explained: number,
  excess: Excess,
): Finding | null {
  const timing = timingOf(account, meta.rule, reversal.marketplace, reversal.date);
  const item = { fnsku: reversal.fnsku, asin: reversal.asin, msku: reversal.sku };
  const { currency } = excess.more;
  const returned = paidForClaim(
    account,
    findingId(meta.id, reversal.identityParts),
    null,
    money(0, currency),
  );
  if (returned.minor >= excess.more.minor) return null;
  const each = (of: Money) => priced(money(Math.round(of.minor / explained), currency));
  return owed(
    meta,
    {
      identity: reversal.identityParts,
      marketplace: reversal.marketplace,
      item,
      orderId: original.orderId || reversal.orderId,
      referenceId: reversal.reimbursementId,
      quantity: explained,
      value: {
        amount: money(excess.more.minor - returned.minor, currency),
        basis: fill(messages.basis, {
          taken: priced(excess.taken),
          paid: priced(excess.paid),
          units: count(explained, "unit"),
        }),
      },
      eventDate: reversal.date,
      what: fill(messages.what, {
        id: reversal.reimbursementId,
        date: dated(reversal.date),
        taken: priced(money(Math.abs(reversal.amount?.minor ?? 0), currency)),
        units: count(reversal.units, "unit"),
        item: itemNamed(item),
        original: original.reimbursementId,
        paidOn: dated(original.date),
        paid: priced(original.amount ?? excess.paid),
        paidUnits: count(original.cashUnits, "unit"),
      }),
      why: fill(messages.why, {
        takenEach: each(excess.taken),
        paidEach: each(excess.paid),
        rule: ruleInWords(timing),
        part:
          reversal.open === 0 ? "" : fill(messages.part, { explained, units: count(reversal.units, "unit") }),
      }),
      todo: todoOf(timing),
      evidence: [reversal.evidence, original.evidence],
    },
    timing,
  );
}

export const reversedAboveOriginal: Audit = { meta, find };
