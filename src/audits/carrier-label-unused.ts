/** Partnered-carrier labels charged for shipments that were called off. */

import type { RowOf } from "../reports/definition.ts";
import { inboundShipments } from "../reports/index.ts";
import { money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type CarrierCharge, carrierChargesOf } from "./account/carrier-charges.ts";
import { coverageOf } from "./account/coverage.ts";
import { gapsOf } from "./account/gaps.ts";
import { isCalledOff } from "./account/inbound-shipment.ts";
import { ledgerOf } from "./account/ledger.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { count, dated, fill, priced } from "./wording/text.ts";

const messages = {
  flag: "carrier charged, shipment called off",
  what: "Shipment {{shipment}}: {{charged}} charged for Amazon's partnered carrier, the first on {{day}}{{credited}}; {{known}}.",
  credited: ", {{amount}} of it credited since",
  calledOff: "the shipping queue lists the shipment as {{status}}",
  closed: "the shipment is {{status}} and nothing of it was received",
  unlisted: "the shipping queue imported does not list the shipment, and the ledger shows nothing received",
  why: "Amazon refunds labels of its partnered carrier that were never used. {{rule}} Checked up to {{asOf}}: the shipment was called off, nothing of it was received, and {{net}} of the charge was never credited{{created}}.",
  undated: "; when it was created is not known, the clock is counted from the first charge",
  usedWhy:
    "Units of the shipment were received although it is listed as {{status}}: the label seems to have been used.",
  closedWhy: "A label is refunded when it was never used. Whether this one was, the reports do not show.",
  infoTodo:
    "No claim yet. Look the shipment up in Seller Central; if it never left, ask for the label to be refunded.",
  basis: "The charge less the credits.",
  unnamed: "{{charges}} for the partnered carrier left out: no shipment is named.",
} as const;

const meta: AuditMeta = {
  id: "carrier-label-unused",
  family: "inbound",
  title: "Carrier label not used",
  needs: [["settlement", "transactions"], "inbound-shipments"],
  uses: ["ledger-detail"],
  rule: "unused_partnered_label",
  partition: "account",
  finds: "Charges for Amazon's partnered carrier for shipments that were cancelled or deleted, not credited.",
  messages,
};

type Queued = RowOf<typeof inboundShipments>;

function find(account: Account): AuditOutcome {
  const gaps = gapsOf(account, meta);
  const { ofShipments, unnamed } = account.derive(carrierChargesOf);
  const queue = new Map(account.rows(inboundShipments).map((row) => [row.shipmentId.toUpperCase(), row]));
  const findings = ofShipments.flatMap((charge): Finding[] => {
    const queued = queue.get(charge.shipmentId);
    const told = ofCharge(account, charge, queued);
    if (told === null) return [];
    const needed = { report: paymentsReport(account, charge), from: charge.day, to: account.asOf };
    return gaps.covers(charge.marketplace, [needed], 1) ? [told] : [];
  });
  if (unnamed > 0) gaps.add(fill(messages.unnamed, { charges: count(unnamed, "charge") }), []);
  return { findings, cannotTell: gaps.summary() };
}

/** The payments report that shows credits since the charge. */
function paymentsReport(account: Account, charge: CarrierCharge): string {
  const coverage = account.derive(coverageOf);
  const shows = (report: string) =>
    coverage.imported(report) &&
    coverage.missing(report, charge.marketplace, charge.day, account.asOf) === null;
  return shows("transactions") ? "transactions" : "settlement";
}

/** Null: the label was used, or may still be. */
function ofCharge(account: Account, charge: CarrierCharge, queued: Queued | undefined): Finding | null {
  const receipts = account.derive(ledgerOf).receipts.get(charge.shipmentId) ?? [];
  const received = receipts.some(({ quantity }) => quantity > 0) || (queued?.unitsLocated ?? 0) > 0;
  if (queued === undefined) return received ? null : noted(charge, messages.unlisted, messages.closedWhy);
  const status = queued.status.toLowerCase();
  const calledOff = fill(messages.calledOff, { status });
  if (isCalledOff(queued.status)) {
    return received
      ? noted(charge, calledOff, fill(messages.usedWhy, { status }))
      : owedFor(account, charge, queued, calledOff);
  }
  if (received || !/^closed$/i.test(queued.status.trim())) return null;
  return noted(charge, fill(messages.closed, { status }), messages.closedWhy);
}

function owedFor(account: Account, charge: CarrierCharge, queued: Queued, known: string): Finding {
  const { marketplace } = charge;
  const event = queued.created ?? charge.day;
  const timing = timingOf(account, meta.rule, marketplace, event);
  const estimated = timing.estimated || queued.created === null;
  const why = fill(messages.why, {
    rule: ruleInWords(timing),
    asOf: dated(account.asOf),
    net: priced(money(charge.net, charge.currency)),
    created: queued.created === null ? messages.undated : "",
  });
  const draft: Draft = {
    ...drafted(charge, known),
    eventDate: event,
    why,
    todo: todoOf(timing, estimated),
    evidence: [{ report: "inbound-shipments", line: queued.line }, ...charge.evidence],
  };
  return owed(meta, draft, timing, estimated);
}

function noted(charge: CarrierCharge, known: string, why: string): Finding {
  return worthALook(meta, { ...drafted(charge, known), why, todo: messages.infoTodo });
}

function drafted(charge: CarrierCharge, known: string): Omit<Draft, "why" | "todo"> {
  const amount = money(charge.net, charge.currency);
  const credited = money(charge.credited, charge.currency);
  return {
    identity: [charge.shipmentId],
    marketplace: charge.marketplace,
    item: null,
    shipmentId: charge.shipmentId,
    quantity: 1,
    value: { amount, basis: messages.basis },
    eventDate: charge.day,
    what: fill(messages.what, {
      shipment: charge.shipmentId,
      charged: priced(money(charge.net + charge.credited, charge.currency)),
      day: dated(charge.day),
      credited: charge.credited === 0 ? "" : fill(messages.credited, { amount: priced(credited) }),
      known,
    }),
    evidence: charge.evidence,
  };
}

export const carrierLabelUnused: Audit = { meta, find };
