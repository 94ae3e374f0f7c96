/** Refunds for which Amazon gave back less of its referral fee than its rule says. */

import type { FeeKnown } from "../policy/fees/index.ts";
import { expectedReferralCredit, referralCategory, trustedBy } from "../policy/fees/index.ts";
import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import { addMoney, type Money, money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type FeeGaps, feeGapsOf } from "./account/fee-gaps.ts";
import { itemCategoriesOf } from "./account/item-categories.ts";
import { itemNumbersOf } from "./account/item-numbers.ts";
import type { Entry } from "./account/orders/entry.ts";
import { type FeeLine, feeLinesOf } from "./account/orders/fee-lines.ts";
import { inOrder } from "./account/orders/order-lines.ts";
import { wholeUnits } from "./account/orders/refunded-units.ts";
import { placeOf } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Evidence, Finding } from "./finding.ts";
import { type Item, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { dated, fill, itemNamed, priced } from "./wording/text.ts";

const messages = {
  flag: "Referral fee not given back",
  what: "Order {{order}}: {{refunded}} for {{item}} was refunded on {{day}}; of its referral fee {{credited}} came back, {{expected}} was due.",
  why: "When an order is refunded Amazon gives the referral fee back, less its refund administration fee: {{explanation}}. {{rule}} Checked: every credit booked for the order counts, whenever it came.",
  whyInfo:
    "When an order is refunded Amazon gives the referral fee back, less its refund administration fee: {{explanation}}. No claim can rest on it: {{because}}",
  todoInfo: "No claim yet: ask Amazon which administration fee it kept.",
  basis: "{{expected}} due less {{credited}} given back.",
  charge: "refund",
  noSale: "the sale and its referral fee are not in the settlements.",
} as const;

const meta: AuditMeta = {
  id: "referral-fee-not-credited",
  family: "fee",
  title: "Referral fee not given back",
  needs: [["settlement", "transactions"]],
  uses: ["costs", "orders", "fulfilled-shipments"],
  rule: "refund_commission_not_returned",
  partition: "order",
  finds: "Refunds with less referral fee given back than is due.",
  messages,
};

/** A credit may be short by so many minor units, or by so much of what is due, before it counts. */
const TOLERATED_MINOR = 5;
const TOLERATED_SHARE = 0.05;

interface RefundDay {
  readonly day: Day;
  /** Price, shipping and gift wrap given back, without tax; promotions taken back reduce it. */
  refunded: number;
  readonly evidence: Evidence[];
}

function find(account: Account): AuditOutcome {
  const gaps = feeGapsOf(account, meta.id, messages.charge);
  const findings = account.derive(feeLinesOf).flatMap((fees) => {
    const found = fees.refunds.length === 0 ? null : judge(account, fees, gaps);
    return found === null ? [] : [found];
  });
  return { findings, cannotTell: gaps.summary() };
}

function judge(account: Account, fees: FeeLine, gaps: FeeGaps): Finding | null {
  const { line, sold, currency, referral } = fees;
  const item = account.derive(itemNumbersOf).ofMsku(placeOf(line.marketplace).region, line.sku);
  const days = refundDays(fees.refunds);
  const [first] = days;
  if (first === undefined) return null;
  const paid = sold.reduce((sum, s) => sum + s.principal + s.shipping + s.giftWrap, 0);
  if (paid <= 0 || referral <= 0) {
    gaps.unknownFee(first.day, item, messages.noSale);
    return null;
  }
  const category = account.derive(itemCategoriesOf).on(item, first.day);
  const closing = closingFees(fees, category);
  const charged = money(Math.max(0, referral - closing), currency);
  if (charged.minor === 0) return null;
  const credited = money(creditedOf(fees.refunds), currency);
  let due = money(0, currency);
  let left = paid;
  const known: FeeKnown[] = [];
  const short: Day[] = [];
  for (const { day, refunded } of days) {
    const counted = Math.min(refunded, left);
    if (counted <= 0) continue;
    left -= counted;
    const credit = expectedReferralCredit({
      marketplace: line.marketplace,
      day,
      commission: charged,
      paid: money(paid, currency),
      refunded: money(counted, currency),
      mediaInFull: counted === paid && isMedia(category),
    });
    if (credit.cannotTell !== null) {
      gaps.unknownFee(day, item, credit.cannotTell);
      return null;
    }
    known.push(credit);
    due = addMoney(due, credit.fee);
    if (isShort(credit.fee.minor, creditedOf(fees.refunds.filter((e) => e.day === day)))) short.push(day);
  }
  if (known.length === 0 || !isShort(due.minor, credited.minor)) return null;
  return findingOf(account, fees, item, { due, credited, known, day: short[0] ?? first.day, days });
}

function isShort(due: number, credited: number): boolean {
  return due - credited > Math.max(TOLERATED_MINOR, due * TOLERATED_SHARE);
}

/** Net of what Amazon keeps as its administration fee. Closing fees given back are no referral fee. */
function creditedOf(refunds: readonly Entry[]): number {
  return refunds.reduce((sum, { amounts, fee }) => {
    const commission = fee === null || fee === "commission" ? (amounts.commission ?? 0) : 0;
    return sum + commission + (amounts.refundAdministration ?? 0);
  }, 0);
}

/** The payments CSV books closing fees of media items together with the referral fee: known by the category alone. */
function closingFees({ line, sold }: FeeLine, category: string): number {
  const table = line.marketplace === "US" ? referralCategory(category) : null;
  const summed = sold.some((s) => s.evidence.commission.some((e) => e.report === "transactions"));
  if (!summed || table?.closingFee == null) return 0;
  return Math.round(table.closingFee * 100) * sold.reduce((sum, s) => sum + s.units, 0);
}

function isMedia(category: string): boolean {
  return /^media\b/i.test(referralCategory(category)?.category ?? "");
}

function refundDays(refunds: readonly Entry[]): RefundDay[] {
  const days = new Map<Day, RefundDay>();
  for (const { day, amounts, evidence } of refunds) {
    if (day === null) continue;
    const { principal = 0, shipping = 0, giftWrap = 0, itemPromotion = 0, shippingPromotion = 0 } = amounts;
    const entry = days.get(day) ?? { day, refunded: 0, evidence: [] };
    entry.refunded -= principal + shipping + giftWrap + Math.max(0, itemPromotion + shippingPromotion);
    entry.evidence.push(evidence);
    days.set(day, entry);
  }
  return [...days.values()].filter((d) => d.refunded > 0).sort((a, b) => a.day - b.day);
}

function findingOf(
  account: Account,
  { line, sold, refunds, currency }: FeeLine,
  item: Item,
  found: { due: Money; credited: Money; known: readonly FeeKnown[]; day: Day; days: readonly RefundDay[] },
): Finding {
  const { due, credited, day, days } = found;
  const known = found.known.map((one) => trustedBy(account.policy.feeTrust, one));
  const timing = timingOf(account, meta.rule, line.marketplace, day);
  const unusable = known.find((one) => !one.usable);
  const refunded = days.reduce((sum, d) => sum + d.refunded, 0);
  const values = {
    order: line.orderId,
    item: itemNamed(item),
    refunded: priced(money(refunded, currency)),
    day: dated(day),
    credited: priced(credited),
    expected: priced(due),
  };
  const because = {
    explanation: known.map((one) => one.explanation).join("; "),
    rule: ruleInWords(timing),
    because: unusable?.unusableBecause ?? "",
  };
  const bought = sold.reduce(
    (sum, s) => ({ units: sum.units + s.units, principal: sum.principal + s.principal }),
    {
      units: 0,
      principal: 0,
    },
  );
  const given = line.refunds.reduce((sum, r) => sum + (r.kind === "refund" ? r.principal : 0), 0);
  const draft = {
    identity: [line.orderId, line.sku],
    marketplace: line.marketplace,
    item,
    orderId: line.orderId,
    // A partial refund concerns the unit it was for.
    quantity: Math.max(1, wholeUnits(given, bought)),
    value: { amount: money(due.minor - credited.minor, currency), basis: fill(messages.basis, values) },
    eventDate: day,
    what: fill(messages.what, values),
    why: fill(unusable === undefined ? messages.why : messages.whyInfo, because),
    todo: unusable === undefined ? todoOf(timing) : messages.todoInfo,
    evidence: inOrder([
      ...sold.flatMap((s) => s.evidence.commission),
      ...refunds.map((e) => e.evidence).sort((a, b) => compareText(a.report, b.report) || a.line - b.line),
    ]),
  };
  return unusable === undefined ? owed(meta, draft, timing) : worthALook(meta, draft);
}

export const referralFeeNotCredited: Audit = { meta, find };
