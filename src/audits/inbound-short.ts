/** Units sent to Amazon in a shipment and never received, nor reimbursed. */

import { addDays, type Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { type Gaps, gapsOf } from "./account/gaps.ts";
import {
  ledgerIncomplete,
  neededFor,
  type Shipment,
  type ShipmentLine,
  shipmentsOf,
} from "./account/inbound.ts";
import { valueBeforeOrder } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { byDate } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed, listed } from "./wording/text.ts";
import { clearedEvidence, clearedInWords } from "./wording/traces.ts";

const messages = {
  flag: "sent, not received, not paid",
  what: "Shipment {{shipment}} lacks {{units}} of {{item}}. Sent {{shipped}}, received {{received}}; the shipment's first receipt was on {{first}}, its last on {{last}}{{closed}}.",
  closed: ", and it is closed",
  why: "Amazon owes sellers the units it or its carrier loses on the way in. {{rule}} The clock is counted from the first receipt; delivery may have been earlier, so do not wait for the last day. Checked up to {{asOf}}: no later receipt, no surplus elsewhere that accounts for them, no reimbursement for units lost or damaged inbound approved since the first receipt{{cleared}}{{reversed}}.",
  cleared: "; already settled: {{what}}",
  reversed: "; not counted here, being a case of its own: {{units}} booked in and taken out again",
  mixedWhat:
    "Shipment {{shipment}} lacks {{units}} of {{item}}, and there are as many too many of this item in another shipment of those weeks, or of another item in this shipment.",
  mixedWhy:
    "Sent {{shipped}}, received {{received}}. Units turned up elsewhere: this looks like a mix-up, not a loss.",
  mixedTodo:
    "No claim. Check labels and packing; ask Amazon to correct the item if units were booked to the wrong one.",
  neverWhat: "Nothing of shipment {{shipment}} was ever received; sent: {{units}} of {{item}}.",
  neverWhy:
    "Created {{created}}{{closed}}. No delivery is known. It may never have arrived, or never have left.",
  neverTodo:
    "Check with the carrier whether it was delivered, and get proof of delivery. With proof, have the shipment investigated in Seller Central; without, claim from the carrier.",
  packLists: "{{shipments}} not judged, because a pack list is not imported ({{names}}).",
  incomplete:
    "{{shipments}} not judged, because the ledger shows fewer units received than the shipping queue shows located ({{names}}).",
  undated:
    "{{shipments}} not judged: nothing received, and not known when created nor whether delivered ({{names}}).",
  unvalued: "Not valued: no claim.",
} as const;

const meta: AuditMeta = {
  id: "inbound-short",
  family: "inbound",
  title: "Short on the way in",
  needs: ["inbound-contents", "ledger-detail", "reimbursements"],
  uses: ["inbound-shipments", "costs"],
  rule: "inbound_lost",
  partition: "item and stock region",
  finds: "Units sent to Amazon in a closed shipment that were never received and not reimbursed.",
  messages,
};

const NAMED_AT_MOST = 50;

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const due = account
    .derive(shipmentsOf)
    .filter((shipment) => shipment.status !== "out" && (shipment.settled || isUndated(shipment)))
    .filter((shipment) => (shipment.firstReceipt ?? shipment.created ?? account.asOf) <= account.asOf);
  const lacking = due.map((shipment) => ({ shipment, lack: lackOf(shipment) }));
  const findings = lacking.flatMap(({ shipment, lack }) =>
    lack === null ? ofShipment(account, shipment, gaps) : [],
  );
  for (const kind of ["packLists", "incomplete", "undated"] as const) {
    tell(
      account,
      gaps,
      kind,
      lacking.flatMap(({ shipment, lack }) => (lack?.kind === kind ? [{ shipment, named: lack.named }] : [])),
    );
  }
  return { findings, cannotTell: gaps.summary() };
}

type Lack = { readonly kind: "packLists" | "incomplete" | "undated"; readonly named: string };

/** What keeps a shipment from being judged, and the shipment in a few words; null when all is known. */
function lackOf(shipment: Shipment): Lack | null {
  const { id, located, received } = shipment;
  if (shipment.packListsMissing.length > 0) {
    return { kind: "packLists", named: `${id}: ${listed(shipment.packListsMissing)}` };
  }
  if (ledgerIncomplete(shipment)) return { kind: "incomplete", named: `${id}: ${located} and ${received}` };
  return isUndated(shipment) ? { kind: "undated", named: id } : null;
}

/** Nothing says when it began: neither the shipping queue, nor its name, nor a receipt. */
function isUndated({ created, firstReceipt, status }: Shipment): boolean {
  return created === null && firstReceipt === null && status !== "open";
}

/** One entry for all shipments that lack the same. */
function tell(
  account: Account,
  gaps: Gaps,
  kind: Lack["kind"],
  lacking: readonly { shipment: Shipment; named: string }[],
): void {
  if (lacking.length === 0) return;
  const more = lacking.length - NAMED_AT_MOST;
  const names = lacking.slice(0, NAMED_AT_MOST).map(({ named }) => named);
  const reason = fill(messages[kind], {
    shipments: count(lacking.length, "shipment"),
    names: [...names, ...(more > 0 ? [`${more} more`] : [])].join("; "),
  });
  const ledger = lacking.flatMap(({ shipment }) =>
    neededFor(account, shipment).filter((need) => need.report === "ledger-detail"),
  );
  if (kind === "incomplete") gaps.add(reason, [gaps.ofLedger(ledger)]);
  else if (kind === "packLists") gaps.add(reason, [{ report: "inbound-contents", from: null, to: null }]);
  else gaps.add(reason, [{ report: "inbound-shipments", from: null, to: null }]);
}

function ofShipment(account: Account, shipment: Shipment, gaps: Gaps): Finding[] {
  const short = shipment.lines.filter((line) => line.open > 0 || line.mixedUp > 0).sort(byDate);
  return short.flatMap((line): Finding[] => {
    const units = line.open + line.mixedUp;
    if (!gaps.covers(shipment.marketplace, neededFor(account, shipment), units)) return [];
    if (shipment.firstReceipt === null) return [neverArrived(line)];
    return [
      ...(line.open > 0 ? [owedFor(account, line, shipment.firstReceipt)] : []),
      ...(line.mixedUp > 0 ? [mixedUp(line)] : []),
    ];
  });
}

function owedFor(account: Account, line: ShipmentLine, firstReceipt: Day): Finding {
  const { shipment } = line;
  const last = shipment.lastReceipt ?? firstReceipt;
  const timing = timingOf(account, meta.rule, shipment.marketplace, firstReceipt, {
    notBefore: addDays(last, account.policy.graces.inbound),
  });
  const cleared = clearedInWords([line]);
  return owed(
    meta,
    {
      ...drafted(line, line.open, []),
      value: valueBeforeOrder(account, shipment.marketplace, line, firstReceipt, line.open),
      eventDate: firstReceipt,
      what: fill(messages.what, {
        ...numbers(line, line.open),
        first: dated(firstReceipt),
        last: dated(last),
        closed: shipment.status === "closed" ? messages.closed : "",
      }),
      why: fill(messages.why, {
        rule: ruleInWords(timing),
        asOf: dated(account.asOf),
        cleared: cleared === "" ? "" : fill(messages.cleared, { what: cleared }),
        reversed: line.reversed === 0 ? "" : fill(messages.reversed, { units: count(line.reversed, "unit") }),
      }),
      todo: todoOf(timing, true),
    },
    timing,
    true,
  );
}

function mixedUp(line: ShipmentLine): Finding {
  return worthALook(meta, {
    ...drafted(line, line.mixedUp, ["mix-up"]),
    eventDate: line.date,
    what: fill(messages.mixedWhat, numbers(line, line.mixedUp)),
    why: fill(messages.mixedWhy, numbers(line, line.mixedUp)),
    todo: messages.mixedTodo,
  });
}

function neverArrived(line: ShipmentLine): Finding {
  return worthALook(meta, {
    ...drafted(line, line.open, []),
    eventDate: line.date,
    what: fill(messages.neverWhat, numbers(line, line.open)),
    why: fill(messages.neverWhy, {
      created: dated(line.date),
      closed: line.shipment.status === "closed" ? messages.closed : "",
    }),
    todo: messages.neverTodo,
  });
}

function numbers(line: ShipmentLine, units: number) {
  return {
    shipment: line.shipment.id,
    units: count(units, "unit"),
    item: itemNamed(line),
    shipped: line.shipped,
    received: line.received,
  };
}

function drafted(
  line: ShipmentLine,
  quantity: number,
  also: readonly string[],
): Omit<Draft, "eventDate" | "what" | "why" | "todo"> {
  return {
    identity: [line.shipment.id, line.fnsku || line.msku, ...also],
    marketplace: line.shipment.marketplace,
    item: line,
    shipmentId: line.shipment.id,
    quantity,
    value: { amount: null, basis: messages.unvalued },
    evidence: [
      ...line.contentLines.map((n) => ({ report: "inbound-contents", line: n })),
      ...line.receiptLines.map((n) => ({ report: "ledger-detail", line: n })),
      ...clearedEvidence([line]),
    ],
  };
}

export const inboundShort: Audit = { meta, find };
