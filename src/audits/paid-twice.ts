/** Money Amazon seems to have paid twice. Never to be claimed: it may be taken back. */

import type { Day } from "../values/day.ts";
import { addMoney, type Money, money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type DoublePayment, doublePaymentsOf } from "./account/double-payments.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Evidence, Finding } from "./finding.ts";
import { exposed } from "./wording/draft.ts";
import { count, fill, itemNamed } from "./wording/text.ts";

const messages = {
  flag: "paid more than lost",
  whatItem:
    "{{paid}} of {{item}} paid as {{about}}{{reversed}}, but {{gone}} {{about}} and {{back}} {{again}}: {{surplus}} paid above that.",
  whatOrder:
    "{{paid}} paid for order {{order}}{{reversed}}, but {{gone}} refunded or replaced and {{back}} returned: {{surplus}} paid above that.",
  reversed: ", {{units}} taken back again",
  found: "found",
  corrected: "corrected",
  why: "The sums of the imported reports: paid, less taken back, less what was lost and did not turn up again{{otherwise}}. A loss before the first imported day would explain it.",
  whyOrder:
    "The sums of the imported reports: paid, less taken back, less what was refunded or replaced and did not come back{{otherwise}}.",
  otherwise: ", less {{units}} paid for in another right (damaged returns, disposals, transfers)",
  todo: "Do not claim anything more for it. Keep the money in mind: Amazon may take it back, without notice, from a later settlement.",
  basis: "What the latest of these payments gave for {{units}}.",
  inStock: "Not valued: the units were given as stock.",
} as const;

const meta: AuditMeta = {
  id: "paid-twice",
  family: "reimbursement",
  title: "Perhaps paid twice",
  needs: ["reimbursements"],
  uses: ["ledger-detail", "customer-returns", "settlement", "transactions", "replacements"],
  rule: "reimbursement_reversal",
  partition: "order with its items",
  finds: "Items and orders for which Amazon paid more units than were lost: money it may take back.",
  messages,
};

function find(account: Account): AuditOutcome {
  const { asOf } = account;
  return { findings: account.derive(doublePaymentsOf).map((double) => twice(double, asOf)), cannotTell: [] };
}

function twice(double: DoublePayment, asOf: Day): Finding {
  const { newest, about, surplus } = double;
  const amount = atStake(double, asOf);
  const item = { fnsku: newest.fnsku, asin: newest.asin, msku: newest.sku };
  const numbers = {
    paid: count(double.paid, "unit"),
    gone: double.gone,
    back: double.back,
    surplus: count(surplus, "unit"),
    reversed: double.reversed === 0 ? "" : fill(messages.reversed, { units: double.reversed }),
  };
  return exposed(meta, {
    identity: [about, double.key],
    marketplace: newest.marketplace,
    item,
    orderId: double.orderId,
    referenceId: newest.reimbursementId,
    quantity: surplus,
    value: {
      amount,
      basis: amount === null ? messages.inStock : fill(messages.basis, { units: count(surplus, "unit") }),
    },
    eventDate: newest.date,
    what:
      about === "order"
        ? fill(messages.whatOrder, { ...numbers, order: double.orderId })
        : fill(messages.whatItem, {
            ...numbers,
            about,
            item: itemNamed(item),
            again: about === "lost" ? messages.found : messages.corrected,
          }),
    why: fill(about === "order" ? messages.whyOrder : messages.why, {
      otherwise:
        double.otherwise === 0 ? "" : fill(messages.otherwise, { units: count(double.otherwise, "unit") }),
    }),
    todo: messages.todo,
    evidence: double.payments.map((payment): Evidence => payment.evidence),
  });
}

/** The money of the latest payments not taken back, for as many units; null when it was all stock. */
function atStake({ payments, surplus }: DoublePayment, asOf: Day): Money | null {
  let left = surplus;
  let sum: Money | null = null;
  for (const payment of [...payments].reverse()) {
    const takenBack = "reversedBy" in payment ? payment.reversedBy.filter(({ date }) => date <= asOf) : [];
    const reversed = takenBack.reduce((n, { units: back }) => n + back, 0);
    const units = Math.min(left, Math.max(0, payment.units - reversed));
    const cashUnits = "cashUnits" in payment ? payment.cashUnits : payment.units;
    left -= units;
    if (payment.amount === null || payment.amount.minor <= 0 || cashUnits === 0) continue;
    const part = money(
      Math.round((payment.amount.minor * Math.min(units, cashUnits)) / cashUnits),
      payment.amount.currency,
    );
    if (part.minor === 0 || (sum !== null && sum.currency !== part.currency)) continue;
    sum = sum === null ? part : addMoney(sum, part);
  }
  return sum;
}

export const paidTwice: Audit = { meta, find };
