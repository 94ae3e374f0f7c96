/** Parcels of removal orders that never reached the seller. */

import { addDays } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { type Parcel, parcelsOf } from "./account/removals.ts";
import { valueBeforeOrder } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { draftedParcel, paidInWords, paymentsKnown } from "./wording/removal-findings.ts";
import { dated, fill } from "./wording/text.ts";

const messages = {
  flag: "removal parcel lost, not paid",
  what: "{{shipped}} of {{item}} left with {{carrier}} ({{tracking}}) on {{date}} for removal order {{order}}; you counted none.",
  unconfirmed:
    "{{shipped}} of {{item}} left with {{carrier}} ({{tracking}}) on {{date}} for removal order {{order}}; no count is recorded.",
  why: "Amazon pays for removal parcels lost on the way to you. {{rule}} Checked: your count says that nothing came, and no payment names the order or a lost removal of this item{{paid}}.",
  paid: "; already paid: {{what}}",
  unconfirmedWhy:
    "Only you know whether the parcel came, and Amazon pays for lost removals only when you claim. {{rule}}",
  confirm:
    "Confirm arrival before day 74, that is {{last}}: write what you counted into the Removal receipts tab (0 = nothing came).",
  confirmLate:
    "Confirm arrival before day 74: that was {{last}}, so it is too late to claim. Record what came, to keep your stock right.",
  unvalued: "Not valued: nobody has said that anything is missing.",
} as const;

const meta: AuditMeta = {
  id: "removal-lost",
  family: "removal",
  title: "Removal parcel lost",
  needs: ["removal-shipments"],
  uses: ["removal-receipts", "removal-orders", "reimbursements", "settlement", "transactions", "costs"],
  rule: "removal_lost",
  partition: "item and stock region",
  finds: "Parcels of removal orders of which the seller counted nothing and which Amazon has not paid.",
  messages,
};

/** One day before the claim window closes, so that there is still one to file on. */
const CONFIRM_BY_DAYS = 74;

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  for (const parcel of account.derive(parcelsOf)) {
    if (parcel.open === 0 || parcel.audit === "removal-short") continue;
    if (parcel.audit === null) findings.push(unconfirmed(account, parcel));
    else if (paymentsKnown(account, gaps, parcel)) findings.push(lost(account, parcel));
  }
  return { findings, cannotTell: gaps.summary() };
}

function lost(account: Account, parcel: Parcel): Finding {
  const timing = timingOf(account, meta.rule, parcel.marketplace, parcel.date);
  return owed(
    meta,
    {
      ...draftedParcel(parcel, messages.what),
      value: valueBeforeOrder(account, parcel.marketplace, parcel.item, parcel.date, parcel.open),
      eventDate: parcel.date,
      why: fill(messages.why, { rule: ruleInWords(timing), paid: paidInWords(messages.paid, parcel) }),
      todo: todoOf(timing),
    },
    timing,
  );
}

function unconfirmed(account: Account, parcel: Parcel): Finding {
  const timing = timingOf(account, meta.rule, parcel.marketplace, parcel.date);
  const last = addDays(parcel.date, CONFIRM_BY_DAYS);
  return worthALook(meta, {
    ...draftedParcel(parcel, messages.unconfirmed),
    value: { amount: null, basis: messages.unvalued },
    eventDate: parcel.date,
    why: fill(messages.unconfirmedWhy, { rule: ruleInWords(timing) }),
    todo: fill(account.asOf <= last ? messages.confirm : messages.confirmLate, { last: dated(last) }),
  });
}

export const removalLost: Audit = { meta, find };
