/** Referral fees above the rate and minimum of the item's category. */

import type { FeeResult } from "../policy/fees/index.ts";
import { referralCategory, referralFee } from "../policy/fees/index.ts";
import { formatMoney, type Money, money, moneyOf, subtractMoney } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type Overcharge, overchargeFindings } from "./account/fee-claims.ts";
import { type FeeGaps, feeGapsOf } from "./account/fee-gaps.ts";
import { itemCategoriesOf } from "./account/item-categories.ts";
import { itemNumbersOf } from "./account/item-numbers.ts";
import { type FeeLine, feeLinesOf, type Sold } from "./account/orders/fee-lines.ts";
import { placeOf } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Item } from "./wording/draft.ts";

const messages = {
  flag: "Referral fee too high",
  what: "{{units}} of {{item}} sold {{period}} {{were}} charged {{charged}} in referral fees; the category's rate gives {{expected}}, {{over}} less.",
  checked:
    "the category is yours, from the Costs tab, and the price is what the buyer paid with shipping and gift wrap; refunded units, reversals and charges made twice are left out.",
  charge: "referral fee charge",
} as const;

const meta: AuditMeta = {
  id: "referral-fee-high",
  family: "fee",
  title: "Referral fee too high",
  needs: [["settlement", "transactions"], "costs"],
  uses: ["orders", "fulfilled-shipments"],
  rule: "fee_referral",
  partition: "item and stock region",
  finds: "Referral fees above the rate and minimum of the item's category.",
  messages,
};

function find(account: Account): AuditOutcome {
  const gaps = feeGapsOf(account, meta.id, messages.charge);
  const categories = account.derive(itemCategoriesOf);
  const numbers = account.derive(itemNumbersOf);
  const overcharges = account.derive(feeLinesOf).flatMap((fees) => {
    const { line } = fees;
    const item = numbers.ofMsku(placeOf(line.marketplace).region, line.sku);
    let refunded = refundedUnits(fees);
    return fees.sold.flatMap((sold) => {
      if (sold.commission === null || sold.commission === 0) return [];
      const left = Math.max(0, sold.units - refunded);
      refunded -= sold.units - left;
      const over = left === 0 ? null : judge(fees, sold, left, item, categories.on(item, sold.day), gaps);
      return over === null ? [] : [over];
    });
  });
  return { findings: overchargeFindings(account, meta, messages, overcharges), cannotTell: gaps.summary() };
}

/** Units of a line on which Amazon gave its fee back, also in part: a unit begun to be refunded is left out whole. */
function refundedUnits({ line, sold }: FeeLine): number {
  const principal = line.refunds.reduce((sum, refund) => sum + refund.principal, 0);
  const bought = sold.reduce((sum, s) => ({ units: sum.units + s.units, of: sum.of + s.principal }), {
    units: 0,
    of: 0,
  });
  const whole = line.refunds.reduce((sum, refund) => sum + refund.units, 0);
  if (principal <= 0 || bought.of <= 0) return whole;
  return Math.max(whole, Math.ceil((principal * bought.units) / bought.of - 0.02));
}

function judge(
  fees: FeeLine,
  sold: Sold,
  units: number,
  item: Item,
  category: string,
  gaps: FeeGaps,
): Overcharge | null {
  const { line, currency } = fees;
  const due = highest(line.marketplace, sold, currency, category);
  if (due.cannotTell !== null) {
    if (line.marketplace === "US" && referralCategory(category) === null) {
      gaps.incomplete(sold.day, item, "category we know");
    } else gaps.unknownFee(sold.day, item, due.cannotTell);
    return null;
  }
  const closing = moneyOf(referralCategory(category)?.closingFee ?? 0, currency);
  const part = units / sold.units;
  const charged = money(Math.round((sold.commission ?? 0) * part), currency);
  const expected = money((due.fee.minor + closing.minor) * units, currency);
  const over = subtractMoney(charged, expected);
  if (over.minor <= due.tolerance.minor * units) return null;
  return {
    marketplace: line.marketplace,
    item,
    orderId: line.orderId,
    day: sold.day,
    units,
    charged,
    expected,
    over,
    standing: due,
    explanation:
      due.explanation + (closing.minor > 0 ? `, and a closing fee of ${formatMoney(closing)}` : ""),
    evidence: sold.evidence.commission,
  };
}

/**
 * The fee of one unit at the price paid. Whether a promotion on the item lowers the base is not sourced, and a
 * higher price can mean a lower rate: the higher of both fees is due. Free shipping is no price.
 */
function highest(marketplace: string, sold: Sold, currency: Money["currency"], category: string): FeeResult {
  const delivery = Math.max(0, sold.shipping + sold.giftWrap + sold.shippingPromotion);
  const fee = (total: number) =>
    referralFee({
      marketplace,
      day: sold.day,
      category,
      price: money(Math.round(total / sold.units), currency),
    });
  const full = fee(sold.principal + delivery);
  if (sold.itemPromotion === 0 || full.cannotTell !== null) return full;
  const net = fee(sold.principal + sold.itemPromotion + delivery);
  return net.cannotTell === null && net.fee.minor > full.fee.minor ? net : full;
}

export const referralFeeHigh: Audit = { meta, find };
