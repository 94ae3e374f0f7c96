/** Reimbursements in cash that paid less than Amazon's own basis of valuation gives. */

import { valuationOn } from "../policy/index.ts";
import type { ValuationPeriod } from "../policy/policy.ts";
import { type Day, laterDay } from "../values/day.ts";
import { type Money, money, timesMoney } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { shortCasesOf } from "./account/case-payments.ts";
import { paidForClaim } from "./account/claim-payments.ts";
import { gapsOf } from "./account/gaps.ts";
import { type OrderLine, orderMoneyOf } from "./account/orders/order-lines.ts";
import { afterOrder, lineOfItem } from "./account/orders/order-price.ts";
import { type PaidLoss, paidLossesOf } from "./account/paid-losses.ts";
import { type Payment, paymentsOf } from "./account/payments.ts";
import { unitBeforeOrder } from "./account/valuation.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { shortOf } from "./expected.ts";
import { type Finding, findingId } from "./finding.ts";
import { settled } from "./precedence.ts";
import { owed, ruleInWords, timingOf, todoOf } from "./wording/draft.ts";
import { count, dated, fill, firstOf, itemNamed, listed, priced } from "./wording/text.ts";

const messages = {
  flag: "paid too little",
  what: "Reimbursement {{id}} of {{date}} ({{reason}}{{order}}) paid {{paid}} for {{units}} of {{item}}; {{expected}} was due.",
  forOrder: ", order {{order}}",
  whyBefore:
    "Units lost or damaged before a customer ordered them are paid at their sourcing cost{{since}}. Expected: {{basis}}. Your cost must be the supplier's price without freight, duty and preparation. {{rule}} Checked: the payment was not taken back, and no unsellable unit was paid by it.",
  whyAfter:
    "Units lost or damaged after a customer ordered them are paid at the price of that order less its fees{{since}}. Expected: {{basis}} {{rule}} Checked: the payment was not taken back.",
  since: ", a rule in force since {{day}}",
  basis: "{{expected}} due, {{paid}} paid for {{units}}.",
  noCost: "{{payments}} not judged: {{reasons}}.",
  noOrder:
    "{{payments}} for customer orders not judged: price, referral fee or fulfilment fee of the order is not in the data ({{orders}}).",
  noBasis:
    "{{payments}} not judged: Amazon still valued the units at its own estimate of their sale proceeds, or no source says how it values them in that marketplace.",
  unknown: "{{payments}} not judged, because nobody knows what the reason means ({{reasons}}).",
} as const;

const meta: AuditMeta = {
  id: "underpaid",
  family: "reimbursement",
  title: "Paid too little",
  needs: ["reimbursements"],
  uses: [
    "costs",
    "ledger-detail",
    "inbound-contents",
    "settlement",
    "transactions",
    "orders",
    "fulfilled-shipments",
  ],
  rule: "valuation_dispute",
  partition: "item and stock region",
  finds:
    "Cash reimbursements more than 5 % below the sourcing cost, or below the order's price less its fees.",
  messages,
};

/** Paid at the unit's cost: lost or damaged before anybody ordered it. */
const BEFORE_ORDER = ["Lost_Warehouse", "Damaged_Warehouse", "Lost_Inbound", "Damaged_Inbound"];
/** Reasons that pay for no unit at its value. */
const NO_UNIT_VALUE = [
  "Fee_Correction",
  "FBA CLI Planned Fee Reimbursement",
  "GeneralAdjustment",
  "Payment Retraction",
  "Prime Wardrobe",
];
const TOLERANCE = 0.05;
const NAMED_AT_MOST = 100;

interface Due {
  readonly due: Money;
  readonly basis: string;
  readonly period: ValuationPeriod;
  readonly tolerance: number;
}

/** What was due for one payment, or why that cannot be said. */
type Judged = Due | { readonly unjudged: "noCost" | "noOrder" | "noBasis"; readonly because: string };

interface Underpayments {
  /** What payments fell short of, the part claimed otherwise and paid since left out. */
  readonly short: ReadonlyMap<Payment, { readonly judged: Due; readonly paid: Money; readonly short: Money }>;
  readonly unjudged: Readonly<Record<"noCost" | "noOrder" | "noBasis", string[]>>;
  readonly unknown: readonly Payment[];
}

/** The payments claimed here; whoever only compares payments leaves them alone. */
export function underpaymentsOf(account: Account): Underpayments["short"] {
  return account.derive(judgedPaymentsOf).short;
}

function judgedPaymentsOf(account: Account): Underpayments {
  settled(account);
  const short = new Map<Payment, { judged: Due; paid: Money; short: Money }>();
  const unjudged = { noCost: [] as string[], noOrder: [] as string[], noBasis: [] as string[] };
  const unknown: Payment[] = [];
  for (const payment of account.derive(paymentsOf).paid) {
    const { amount } = payment;
    if (payment.cashUnits === 0 || amount === null || amount.minor <= 0) continue;
    if (payment.date > account.asOf || payment.reversedBy.length > 0) continue;
    if (payment.reason === null) unknown.push(payment);
    const judged = judge(account, payment, amount);
    if (judged === null) continue;
    if ("unjudged" in judged) {
      unjudged[judged.unjudged].push(judged.because);
      continue;
    }
    const whole = shortOf(judged.due, amount, judged.tolerance);
    const left = whole === null ? null : notClaimedYet(account, payment, whole);
    if (left !== null) short.set(payment, { judged, paid: amount, short: left });
  }
  return { short, unjudged, unknown };
}

/** Less what is claimed as approved and not paid, and what was paid since under the case of this very claim. */
function notClaimedYet(account: Account, payment: Payment, short: Money): Money | null {
  const since = paidForClaim(
    account,
    findingId(meta.id, payment.identityParts),
    payment,
    money(0, short.currency),
  );
  const approved = account
    .derive(shortCasesOf)
    .find((one) => one.payments[0] === payment && one.missingAmount?.currency === short.currency);
  const left = short.minor - since.minor - (approved?.missingAmount?.minor ?? 0);
  return left > 0 ? money(left, short.currency) : null;
}

function find(account: Account): AuditOutcome {
  const gaps = gapsOf(account, meta);
  const { short, unjudged, unknown } = account.derive(judgedPaymentsOf);
  const findings: Finding[] = [];
  for (const [payment, found] of short) {
    const needed = [{ report: "reimbursements", from: payment.date, to: account.asOf }];
    if (!gaps.covers(payment.marketplace, needed, payment.cashUnits)) continue;
    findings.push(findingOf(account, payment, found.paid, found.judged, found.short));
  }
  tell(gaps, unjudged, unknown);
  return { findings, cannotTell: gaps.summary() };
}

function judge(account: Account, payment: Payment, paid: Money): Judged | null {
  const { reason, orderId } = payment;
  if (reason === null) return null;
  if (orderId === "") return BEFORE_ORDER.includes(reason) ? beforeOrder(account, payment, paid) : null;
  return NO_UNIT_VALUE.includes(reason) ? null : afterTheOrder(account, payment, paid);
}

function beforeOrder(account: Account, payment: Payment, paid: Money): Judged | null {
  const losses = account.derive(paidLossesOf).get(payment) ?? [];
  if (losses.some((loss) => !loss.sellable)) return null;
  const period = valuationOn(account.policy, payment.marketplace, payment.date, "before-order");
  if (period?.basis !== "sourcing-cost" || losses.some((loss) => isBefore(loss, period))) {
    return { unjudged: "noBasis", because: payment.identity };
  }
  const item = itemOfPayment(payment, losses);
  const unit = unitBeforeOrder(account, payment.marketplace, item, payment.date, [paid.currency]);
  if (unit.amount === null) return { unjudged: "noCost", because: unit.basis };
  const due = timesMoney(unit.amount, payment.cashUnits);
  return { due, basis: `${count(payment.cashUnits, "unit")} × ${unit.basis}`, period, tolerance: TOLERANCE };
}

function afterTheOrder(account: Account, payment: Payment, paid: Money): Judged | null {
  const period = valuationOn(account.policy, payment.marketplace, payment.date, "after-order");
  const line = lineOfItem(account.derive(orderMoneyOf), payment.orderId, payment.sku);
  if (period?.basis !== "order-price-less-fees" || startedBefore(line, period)) {
    return { unjudged: "noBasis", because: payment.identity };
  }
  const value = afterOrder(line, payment.cashUnits);
  if (value.amount === null || value.amount.currency !== paid.currency) {
    return { unjudged: "noOrder", because: payment.orderId };
  }
  // The fees of several units are divided and rounded: a cent per unit is no difference.
  const due = money(Math.max(0, value.amount.minor - payment.cashUnits), paid.currency);
  return paid.minor >= due.minor ? null : { due: value.amount, basis: value.basis, period, tolerance: 0 };
}

function isBefore(loss: PaidLoss, period: ValuationPeriod): boolean {
  return period.from !== null && loss.date < period.from;
}

/** The unit was lost after its order and before its payment: the last refund, else the sale, tells when at least. */
function startedBefore(line: OrderLine | null, period: ValuationPeriod): boolean {
  const refunds = line?.refunds ?? [];
  const refunded = refunds.reduce<Day | null>(
    (last, r) => (last === null ? r.day : laterDay(last, r.day)),
    null,
  );
  const event = refunded ?? line?.sale?.day ?? null;
  return event !== null && period.from !== null && event < period.from;
}

/** The item's numbers: the payment's own, and where it leaves them blank those of the loss it paid. */
function itemOfPayment(payment: Payment, losses: readonly PaidLoss[]) {
  const loss = losses[0]?.item;
  return {
    fnsku: payment.fnsku || (loss?.fnsku ?? ""),
    msku: payment.sku || (loss?.msku ?? ""),
    asin: payment.asin || (loss?.asin ?? ""),
  };
}

function findingOf(account: Account, payment: Payment, paid: Money, judged: Due, short: Money): Finding {
  const timing = timingOf(account, meta.rule, payment.marketplace, payment.date);
  const item = itemOfPayment(payment, []);
  const numbers = {
    paid: priced(paid),
    expected: priced(judged.due),
    units: count(payment.cashUnits, "unit"),
  };
  const { from } = judged.period;
  return owed(
    meta,
    {
      identity: payment.identityParts,
      marketplace: payment.marketplace,
      item,
      orderId: payment.orderId,
      referenceId: payment.reimbursementId,
      quantity: payment.cashUnits,
      value: { amount: short, basis: fill(messages.basis, numbers) },
      eventDate: payment.date,
      what: fill(messages.what, {
        ...numbers,
        id: payment.reimbursementId,
        date: dated(payment.date),
        reason: payment.reasonText,
        order: payment.orderId === "" ? "" : fill(messages.forOrder, { order: payment.orderId }),
        item: itemNamed(item),
      }),
      why: fill(payment.orderId === "" ? messages.whyBefore : messages.whyAfter, {
        basis: judged.basis,
        since: from === null ? "" : fill(messages.since, { day: dated(from) }),
        rule: ruleInWords(timing),
      }),
      todo: todoOf(timing),
      evidence: [payment.evidence],
    },
    timing,
  );
}

function tell(
  gaps: ReturnType<typeof gapsOf>,
  unjudged: Underpayments["unjudged"],
  unknown: readonly Payment[],
): void {
  const named = (words: readonly string[], join: (words: readonly string[]) => string) => {
    const all = new Set(words);
    const more = all.size - NAMED_AT_MOST;
    return join([...firstOf(all, NAMED_AT_MOST), ...(more > 0 ? [`${more} more`] : [])]);
  };
  const payments = (list: readonly unknown[]) => count(list.length, "payment");
  const { noCost, noOrder, noBasis } = unjudged;
  if (noCost.length > 0) {
    const reasons = named(
      noCost.map((basis) => basis.replace(/^Not valued: /, "").replace(/\.$/, "")),
      (words) => words.join("; "),
    );
    gaps.add(fill(messages.noCost, { payments: payments(noCost), reasons }), [
      { report: "costs", from: null, to: null },
    ]);
  }
  if (noOrder.length > 0) {
    gaps.add(fill(messages.noOrder, { payments: payments(noOrder), orders: named(noOrder, listed) }), [
      { report: "settlement", from: null, to: null },
    ]);
  }
  if (noBasis.length > 0) gaps.add(fill(messages.noBasis, { payments: payments(noBasis) }), []);
  if (unknown.length > 0) {
    const reasons = named(
      unknown.map((p) => p.reasonText || "blank"),
      listed,
    );
    gaps.add(fill(messages.unknown, { payments: payments(unknown), reasons }), []);
  }
}

export const underpaid: Audit = { meta, find };
