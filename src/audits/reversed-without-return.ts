/** Reimbursements Amazon took back although nothing shows that the units ever came back. */

import { addDays, earlierDay } from "../values/day.ts";
import { money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { gapsOf, type Needed } from "./account/gaps.ts";
import { paymentsOf, type Reversal } from "./account/payments.ts";
import { EITHER_SIDE_DAYS, kindOf, orderOf, type ReversalKind } from "./account/reversals.ts";
import type { Valued } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed, listed, priced } from "./wording/text.ts";

const messages = {
  flag: "payment taken back, units not returned",
  what: "Reversal {{id}} of {{date}} took back {{taken}} for {{units}} of {{item}}{{original}}.",
  original: ", paid on {{date}} as {{reason}} (reimbursement {{id}}{{order}})",
  originalNamed: ", paid as reimbursement {{id}}",
  forOrder: ", order {{order}}",
  why: "Amazon may take a reimbursement back when the unit turns up. {{part}} did not: {{checked}}. {{rule}}",
  all: "Here it",
  some: "Here {{open}} of {{units}}",
  checkedOrder:
    "no return of order {{order}} in customer-returns that does not explain another reversal already",
  checkedWarehouse:
    "no unit of this item found (ledger codes F, N) within {{days}} days before or after, beyond those that explain other reversals",
  checkedInbound:
    "no unit of this item received or transferred in (ledger receipts, code N) within {{days}} days before or after, beyond those that explain other reversals",
  noStock:
    "The reversal itself shows no unit put back into stock: ask Amazon for its reason, with the units and where they are.",
  stock: "The reversal says {{units}} went back into stock; the ledger does not show it.",
  otherWhy:
    "The payment was for a reason ({{reason}}) that no unit coming back would explain, so the reports cannot show whether Amazon was right.",
  otherTodo: "Ask Amazon why it took the money back, if you do not know.",
  unknown:
    "{{reversals}} left out ({{ids}}): the payment taken back is not in the data, so nobody knows what it was for.",
  basis: "The money taken back{{part}}.",
  part: ", for {{open}} of {{units}}",
  noAmount: "Not valued: the row shows no amount or no currency.",
} as const;

const meta: AuditMeta = {
  id: "reversed-without-return",
  family: "reimbursement",
  title: "Taken back without a return",
  needs: ["reimbursements", "ledger-detail"],
  uses: ["customer-returns"],
  rule: "reimbursement_reversal",
  partition: "item and stock region",
  finds: "Reimbursements Amazon took back although no unit came back that would explain it.",
  messages,
};

/** Returns of an order whose payment is not in the data are looked for so many days back. */
const RETURN_BEFORE_DAYS = 60;

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  const unknown: Reversal[] = [];
  for (const reversal of account.derive(paymentsOf).reversals) {
    if (reversal.open === 0 || reversal.date > account.asOf) continue;
    const kind = kindOf(reversal);
    if (kind === "unknown") {
      unknown.push(reversal);
    } else if (gaps.covers(reversal.marketplace, neededFor(account, reversal, kind), reversal.open)) {
      findings.push(kind === "other" ? noted(reversal) : owedFor(account, reversal, kind));
    }
  }
  if (unknown.length > 0) {
    const last = unknown[unknown.length - 1]?.date ?? account.asOf;
    gaps.add(
      fill(messages.unknown, {
        reversals: count(unknown.length, "reversal"),
        ids: listed(unknown.map((r) => r.reimbursementId)),
      }),
      [{ report: "reimbursements", from: null, to: last }],
    );
  }
  return { findings, cannotTell: gaps.summary() };
}

/** The days in which whatever explains a reversal must show up. */
function neededFor(account: Account, reversal: Reversal, kind: ReversalKind): readonly Needed[] {
  if (kind === "other") return [];
  if (kind === "order") {
    const from = reversal.original?.date ?? addDays(reversal.date, -RETURN_BEFORE_DAYS);
    return [{ report: "customer-returns", from, to: account.asOf }];
  }
  const from = addDays(reversal.date, -EITHER_SIDE_DAYS);
  const to = earlierDay(addDays(reversal.date, EITHER_SIDE_DAYS), account.asOf);
  return [{ report: "ledger-detail", from, to }];
}

function owedFor(account: Account, reversal: Reversal, kind: ReversalKind): Finding {
  const timing = timingOf(account, meta.rule, reversal.marketplace, reversal.date);
  const checked = {
    order: messages.checkedOrder,
    warehouse: messages.checkedWarehouse,
    inbound: messages.checkedInbound,
  };
  const template = kind === "order" || kind === "warehouse" || kind === "inbound" ? checked[kind] : "";
  const parts = { open: reversal.open, units: count(reversal.units, "unit") };
  const why = fill(messages.why, {
    part: reversal.open === reversal.units ? messages.all : fill(messages.some, parts),
    checked: fill(template, { order: orderOf(reversal), days: EITHER_SIDE_DAYS }),
    rule: ruleInWords(timing),
  });
  const stock =
    reversal.stockUnits === 0
      ? messages.noStock
      : fill(messages.stock, { units: count(reversal.stockUnits, "unit") });
  return owed(
    meta,
    { ...drafted(reversal), value: takenBack(reversal), why: `${why} ${stock}`, todo: todoOf(timing) },
    timing,
  );
}

function noted(reversal: Reversal): Finding {
  return worthALook(meta, {
    ...drafted(reversal),
    value: takenBack(reversal),
    why: fill(messages.otherWhy, { reason: reversal.original?.reasonText || reversal.originalType }),
    todo: messages.otherTodo,
  });
}

/** The money taken back for the units nothing explains. */
function takenBack(reversal: Reversal): Valued {
  const { amount, units, open } = reversal;
  if (amount === null) return { amount: null, basis: messages.noAmount };
  const part = open === units ? "" : fill(messages.part, { open, units: count(units, "unit") });
  return {
    amount: money(Math.round((Math.abs(amount.minor) * open) / units), amount.currency),
    basis: fill(messages.basis, { part }),
  };
}

function drafted(reversal: Reversal): Omit<Draft, "value" | "why" | "todo"> {
  const { original, amount } = reversal;
  const item = { fnsku: reversal.fnsku, asin: reversal.asin, msku: reversal.sku };
  const order = orderOf(reversal);
  const paid =
    original !== null
      ? fill(messages.original, {
          date: dated(original.date),
          reason: original.reasonText,
          id: original.reimbursementId,
          order: order === "" ? "" : fill(messages.forOrder, { order }),
        })
      : reversal.originalId === ""
        ? ""
        : fill(messages.originalNamed, { id: reversal.originalId });
  return {
    identity: reversal.identityParts,
    marketplace: reversal.marketplace,
    item,
    orderId: order,
    referenceId: reversal.reimbursementId,
    quantity: reversal.open,
    eventDate: reversal.date,
    what: fill(messages.what, {
      id: reversal.reimbursementId,
      date: dated(reversal.date),
      taken: amount === null ? "money" : priced(money(Math.abs(amount.minor), amount.currency)),
      units: count(reversal.units, "unit"),
      item: itemNamed(item),
      original: paid,
    }),
    evidence: [reversal.evidence, ...(original === null ? [] : [original.evidence])],
  };
}

export const reversedWithoutReturn: Audit = { meta, find };
