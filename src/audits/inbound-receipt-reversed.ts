/** Units Amazon booked in with a shipment and took out again, without booking them in since or paying them. */

import { addDays, type Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { type Gaps, gapsOf } from "./account/gaps.ts";
import { neededFor, shipmentsOf } from "./account/inbound.ts";
import {
  isComplete,
  isJudged,
  isReversed,
  type ReversedLine,
  reversedLines,
} from "./account/inbound-reversals.ts";
import { receivedOf } from "./account/inbound-shipment.ts";
import { ledgerOf } from "./account/ledger.ts";
import { valueBeforeOrder } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, timingOf, todoOf } from "./wording/draft.ts";
import { count, dated, fill, itemNamed } from "./wording/text.ts";
import { clearedEvidence, clearedInWords } from "./wording/traces.ts";

const messages = {
  flag: "booked in, taken out again, not paid",
  what: "Amazon booked in {{units}} of {{item}} with shipment {{shipment}} and took as many out again, the last on {{reversed}}. Sent {{shipped}}, in stock from it now {{net}}; first receipt {{first}}.",
  why: "Amazon counted these units as received and then took the receipt back. It has to show why, or owes them as units lost on the way in. {{rule}} The clock is counted from the first receipt; delivery may have been earlier, so do not wait for the last day. Checked up to {{asOf}}: not booked in again, no more taken out than were sent, no reimbursement for units lost or damaged inbound{{cleared}}.",
  cleared: "; already settled: {{what}}",
  incomplete:
    "{{shipments}} with receipts taken back not judged, because a pack list or part of the ledger is missing ({{names}}).",
  contents:
    "{{shipments}} with receipts taken back not judged, because nobody knows how many units were sent ({{names}}).",
} as const;

const meta: AuditMeta = {
  id: "inbound-receipt-reversed",
  family: "inbound",
  title: "Receipt taken back",
  needs: ["inbound-contents", "ledger-detail", "reimbursements"],
  uses: ["inbound-shipments", "costs"],
  rule: "inbound_lost",
  partition: "item and stock region",
  finds:
    "Units booked in with a shipment and taken out again that were neither booked in since nor reimbursed.",
  messages,
};

const NAMED_AT_MOST = 50;

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings = reversedLines(account).flatMap((line): Finding[] => {
    const { firstReceipt, marketplace } = line.shipment;
    if (firstReceipt === null) return [];
    const covered = gaps.covers(marketplace, neededFor(account, line.shipment), line.reversal.open);
    return covered ? [owedFor(account, line, firstReceipt)] : [];
  });
  const lacking = account
    .derive(shipmentsOf)
    .filter((s) => isJudged(s) && !isComplete(s) && s.lines.some(isReversed));
  tell(
    gaps,
    messages.incomplete,
    lacking.map(({ id }) => id),
  );
  tell(gaps, messages.contents, unknownShipments(account));
  return { findings, cannotTell: gaps.summary() };
}

/** Shipments whose receipts were taken back and whose contents nobody imported. */
function unknownShipments(account: Account): string[] {
  const known = new Set(account.derive(shipmentsOf).map((shipment) => shipment.id));
  return [...account.derive(ledgerOf).receipts.entries()]
    .filter(([id, rows]) => !known.has(id) && rows.some(({ quantity }) => quantity < 0))
    .filter(([, rows]) =>
      [...new Set(rows.map((row) => row.itemKey))].some(
        (key) => receivedOf(rows.filter((row) => row.itemKey === key)).reversed > 0,
      ),
    )
    .map(([id]) => id)
    .sort();
}

function tell(gaps: Gaps, message: string, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const more = ids.length - NAMED_AT_MOST;
  const names = [...ids.slice(0, NAMED_AT_MOST), ...(more > 0 ? [`${more} more`] : [])].join(", ");
  gaps.add(fill(message, { shipments: count(ids.length, "shipment"), names }), [
    { report: "inbound-contents", from: null, to: null },
  ]);
}

function owedFor(account: Account, line: ReversedLine, firstReceipt: Day): Finding {
  const { shipment, reversal } = line;
  const lastBooking = Math.max(reversal.date, shipment.lastReceipt ?? firstReceipt) as Day;
  const timing = timingOf(account, meta.rule, shipment.marketplace, firstReceipt, {
    notBefore: addDays(lastBooking, account.policy.graces.inbound),
  });
  const cleared = clearedInWords([reversal]);
  return owed(
    meta,
    {
      identity: [shipment.id, line.fnsku || line.msku],
      marketplace: shipment.marketplace,
      item: line,
      shipmentId: shipment.id,
      quantity: reversal.open,
      value: valueBeforeOrder(account, shipment.marketplace, line, firstReceipt, reversal.open),
      eventDate: firstReceipt,
      what: fill(messages.what, {
        shipment: shipment.id,
        units: count(reversal.open, "unit"),
        item: itemNamed(line),
        reversed: dated(reversal.date),
        shipped: line.shipped,
        net: line.received - line.reversed,
        first: dated(firstReceipt),
      }),
      why: fill(messages.why, {
        rule: ruleInWords(timing),
        asOf: dated(account.asOf),
        cleared: cleared === "" ? "" : fill(messages.cleared, { what: cleared }),
      }),
      todo: todoOf(timing, true),
      evidence: [
        ...line.contentLines.map((n) => ({ report: "inbound-contents", line: n })),
        ...line.receiptLines.map((n) => ({ report: "ledger-detail", line: n })),
        ...clearedEvidence([reversal]),
      ],
    },
    timing,
    true,
  );
}

export const inboundReceiptReversed: Audit = { meta, find };
