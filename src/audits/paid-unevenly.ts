/** The same item, lost the same way, paid at clearly different prices within a short time. */

import { valuationOn } from "../policy/index.ts";
import type { Day } from "../values/day.ts";
import { money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { paidLossesOf } from "./account/paid-losses.ts";
import { type Payment, paymentsOf } from "./account/payments.ts";
import { costsOf } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { listUnder } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { underpaymentsOf } from "./underpaid.ts";
import { worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed, priced } from "./wording/text.ts";

const messages = {
  flag: "paid unevenly",
  what: "{{item}} was paid at {{low}} per unit on {{lowDate}} (reimbursement {{lowId}}) and at {{high}} on {{highDate}} (reimbursement {{highId}}).",
  why: "Both are for units nobody had ordered yet, valued by the same rule, within {{days}} days, and your costs show no change between them. More than 20 % apart means that one was valued wrongly.",
  todo: "Compare both with your supplier's invoice. If the lower one is below your cost, enter the cost in the Costs tab: a claim then shows under “Paid too little”.",
  basis: "{{units}} × the difference. Whether it is owed depends on your cost.",
} as const;

const meta: AuditMeta = {
  id: "paid-unevenly",
  family: "reimbursement",
  title: "Paid unevenly",
  needs: ["reimbursements"],
  uses: ["costs", "ledger-detail", "inbound-contents"],
  rule: "valuation_dispute",
  partition: "item and stock region",
  finds: "Payments per unit of one item that are more than 20 % apart within 90 days.",
  messages,
};

const WITHIN_DAYS = 90;
/** The lower payment is less than this part of the higher. */
const UNEVEN_BELOW = 0.8;
/** Paid at the unit's own value; after an order every order has its own price. */
const BEFORE_ORDER = ["Lost_Warehouse", "Damaged_Warehouse", "Lost_Inbound", "Damaged_Inbound"];

function find(account: Account): AuditOutcome {
  const groups = new Map<string, Payment[]>();
  for (const payment of account.derive(paymentsOf).paid) {
    const basis = basisOf(account, payment);
    if (basis !== null) listUnder(groups, basis).push(payment);
  }
  const claimed = account.derive(underpaymentsOf);
  const findings = [...groups.values()].flatMap((group) =>
    group.flatMap((low) => {
      if (claimed.has(low)) return [];
      const high = highest(account, group, low);
      return high === null ? [] : [uneven(low, high)];
    }),
  );
  return { findings, cannotTell: [] };
}

/** Payments that should be alike share it: item, currency and the rule in force. Null: not to be compared. */
function basisOf(account: Account, payment: Payment): string | null {
  const { amount, reason, marketplace } = payment;
  if (amount === null || amount.minor <= 0 || payment.cashUnits === 0) return null;
  if (payment.date > account.asOf || payment.reversedBy.length > 0 || payment.orderId !== "") return null;
  if (reason === null || !BEFORE_ORDER.includes(reason)) return null;
  const losses = account.derive(paidLossesOf).get(payment) ?? [];
  // Unsellable units are paid at a discount.
  if (losses.some((loss) => !loss.sellable)) return null;
  // Of a unit lost under one rule and paid under the next nobody can say by which it was valued.
  const inForce = (day: Day) => {
    const period = valuationOn(account.policy, marketplace, day, "before-order");
    return period === null ? "" : `${period.basis} ${period.from}`;
  };
  const rule = inForce(payment.date);
  const atLoss = losses.length === 0 ? [rule] : [...new Set(losses.map(({ date }) => inForce(date)))].sort();
  return [payment.itemKey || payment.skuKey, amount.currency, rule, ...atLoss].join("\u0001");
}

function perUnit({ amount, cashUnits }: Payment): number {
  return (amount?.minor ?? 0) / cashUnits;
}

/** The best paid of those near enough that is clearly better paid, the earliest of several. */
function highest(account: Account, group: readonly Payment[], low: Payment): Payment | null {
  let best: Payment | null = null;
  for (const other of group) {
    if (Math.abs(other.date - low.date) > WITHIN_DAYS) continue;
    if (perUnit(low) >= UNEVEN_BELOW * perUnit(other) || costChanged(account, low, other)) continue;
    if (best === null || perUnit(other) > perUnit(best)) best = other;
  }
  return best;
}

function costChanged(account: Account, one: Payment, other: Payment): boolean {
  const item = { fnsku: one.fnsku, asin: one.asin, msku: one.sku };
  const currencies = one.amount === null ? [] : [one.amount.currency];
  const on = (payment: Payment) => account.derive(costsOf).on(item, payment.date, currencies);
  return on(one)?.unit.minor !== on(other)?.unit.minor;
}

function uneven(low: Payment, high: Payment): Finding {
  const item = { fnsku: low.fnsku, asin: low.asin, msku: low.sku };
  const currency = (low.amount as NonNullable<Payment["amount"]>).currency;
  const each = (payment: Payment) => money(Math.round(perUnit(payment)), currency);
  return worthALook(meta, {
    identity: low.identityParts,
    marketplace: low.marketplace,
    item,
    referenceId: low.reimbursementId,
    quantity: low.cashUnits,
    value: {
      amount: money(Math.round((perUnit(high) - perUnit(low)) * low.cashUnits), currency),
      basis: fill(messages.basis, { units: count(low.cashUnits, "unit") }),
    },
    eventDate: low.date,
    what: fill(messages.what, {
      item: itemNamed(item),
      low: priced(each(low)),
      lowDate: dated(low.date),
      lowId: low.reimbursementId,
      high: priced(each(high)),
      highDate: dated(high.date),
      highId: high.reimbursementId,
    }),
    why: fill(messages.why, { days: WITHIN_DAYS }),
    todo: messages.todo,
    evidence: [low.evidence, high.evidence],
  });
}

export const paidUnevenly: Audit = { meta, find };
