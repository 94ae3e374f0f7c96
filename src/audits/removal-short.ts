/** Parcels of removal orders that came with fewer units than Amazon says it sent. */

import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { type Parcel, parcelsOf } from "./account/removals.ts";
import { valueBeforeOrder } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, timingOf, todoOf } from "./wording/draft.ts";
import {
  arrivalOf,
  DAYS_ON_THE_WAY,
  draftedParcel,
  paidInWords,
  paymentsKnown,
} from "./wording/removal-findings.ts";
import { dated, fill } from "./wording/text.ts";

const messages = {
  flag: "removal parcel short, not paid",
  what: "{{shipped}} of {{item}} left with {{carrier}} ({{tracking}}) on {{date}} for removal order {{order}}; you counted {{counted}}. Still owed: {{open}}.",
  why: "Amazon pays for units missing from a removal parcel. {{arrived}} {{rule}} Checked: your count, and no payment names the order or a lost removal of this item for the missing units{{paid}}.",
  arrivedOn: "It came on {{date}}, by your count.",
  arrivedAbout:
    "Your count names no day of arrival; {{days}} days on the way are assumed, so {{date}}. It may have come earlier, and the last day with it.",
  paid: "; already paid: {{what}}",
} as const;

const meta: AuditMeta = {
  id: "removal-short",
  family: "removal",
  title: "Removal parcel short",
  needs: ["removal-shipments"],
  uses: ["removal-receipts", "removal-orders", "reimbursements", "settlement", "transactions", "costs"],
  rule: "removal_other",
  partition: "item and stock region",
  finds: "Units missing from removal parcels the seller received, which Amazon has not paid.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings = account
    .derive(parcelsOf)
    .filter((parcel) => parcel.audit === "removal-short" && parcel.open > 0)
    .filter(({ receivedDate }) => receivedDate === null || receivedDate <= account.asOf)
    .filter((parcel) => paymentsKnown(account, gaps, parcel))
    .map((parcel) => short(account, parcel));
  return { findings, cannotTell: gaps.summary() };
}

function short(account: Account, parcel: Parcel): Finding {
  const arrival = arrivalOf(parcel);
  const timing = timingOf(account, meta.rule, parcel.marketplace, arrival);
  const noted = parcel.receivedDate !== null;
  const estimated = timing.estimated || !noted;
  return owed(
    meta,
    {
      ...draftedParcel(parcel, messages.what),
      value: valueBeforeOrder(account, parcel.marketplace, parcel.item, parcel.date, parcel.open),
      eventDate: arrival,
      why: fill(messages.why, {
        arrived: fill(noted ? messages.arrivedOn : messages.arrivedAbout, {
          date: dated(arrival),
          days: DAYS_ON_THE_WAY,
        }),
        rule: ruleInWords(timing),
        paid: paidInWords(messages.paid, parcel),
      }),
      todo: todoOf(timing, estimated),
    },
    timing,
    estimated,
  );
}

export const removalShort: Audit = { meta, find };
