/** What Amazon keeps, and what it gives back, of its referral fee when an order is refunded. */

import { type Day, formatDay } from "../../values/day.ts";
import { formatMoney, type Money, money, moneyOf, smallerMoney } from "../../values/money.ts";
import {
  type CannotTell,
  cannotTell,
  type FeePart,
  type FeeResult,
  feeOf,
  standing,
  tableOn,
} from "./fee.ts";
import { REFUND_ADMINISTRATION, type RefundAdministrationTable } from "./tables/refund-administration.ts";

export interface AdministrationQuestion {
  readonly marketplace: string;
  /** The day of the refund. */
  readonly day: Day;
  /** The referral fee on the refunded amount of one line item, positive. */
  readonly referral: Money;
  /** Books, music, video or DVD refunded in full, on which Amazon keeps nothing. */
  readonly mediaInFull?: boolean;
}

export interface CreditQuestion {
  readonly marketplace: string;
  /** The day of the refund. */
  readonly day: Day;
  /** The referral fee charged on the line item when it was sold, positive. */
  readonly commission: Money;
  /** What the buyer had paid for the line item and what was refunded: price + shipping + gift wrap, without tax; positive. */
  readonly paid: Money;
  readonly refunded: Money;
  readonly mediaInFull?: boolean;
}

/**
 * The refund administration fee of one line item: a fifth of the referral fee on what was refunded, at most
 * the marketplace's cap. Several units of the same item in one line share one cap. Source: REFUND-ADMIN.
 */
export function refundAdministrationFee(question: AdministrationQuestion): FeeResult {
  const table = administrationTable(question.marketplace, question.day, [question.referral]);
  if ("cannotTell" in table) return table;
  const { amount, what } = keptOf(table, question.referral, question.mediaInFull === true);
  return feeOf([{ what, amount }], what, money(1, amount.currency), standing([table]));
}

/**
 * The referral fee Amazon gives back for a refund of one line item: commission × refunded ÷ paid, less the
 * refund administration fee. A refund above what was paid gives back the whole commission, no more.
 */
export function expectedReferralCredit(question: CreditQuestion): FeeResult {
  const { commission, paid, refunded } = question;
  const table = administrationTable(question.marketplace, question.day, [commission, paid, refunded]);
  if ("cannotTell" in table) return table;
  const share = Math.min(1, refunded.minor / paid.minor);
  const referral = money(Math.round(commission.minor * share), commission.currency);
  const kept = keptOf(table, referral, question.mediaInFull === true);
  const proportional =
    share === 1
      ? "the whole referral fee"
      : `referral fee ${formatMoney(commission)} × ${formatMoney(refunded)} ÷ ${formatMoney(paid)}`;
  return feeOf(
    [
      { what: proportional, amount: referral },
      { what: "refund administration fee", amount: money(-kept.amount.minor, referral.currency) },
    ],
    `${proportional} = ${formatMoney(referral)}, less the refund administration fee (${kept.what})`,
    money(1, referral.currency),
    standing([table]),
  );
}

function keptOf(table: RefundAdministrationTable, referral: Money, mediaInFull: boolean): FeePart {
  if (mediaInFull) {
    return {
      what: "books, music, video and DVD refunded in full: none",
      amount: money(0, referral.currency),
    };
  }
  const cap = moneyOf(table.cap, referral.currency);
  const share = money(Math.round(referral.minor * table.rateOfReferral), referral.currency);
  const amount = smallerMoney(share, cap);
  const capped = amount === share ? "" : `; at most ${formatMoney(cap)}`;
  return { what: `20 % of ${formatMoney(referral)} is ${formatMoney(share)}${capped}`, amount };
}

function administrationTable(
  marketplace: string,
  on: Day,
  amounts: readonly Money[],
): RefundAdministrationTable | CannotTell {
  const table = tableOn(REFUND_ADMINISTRATION, marketplace, on);
  if (table === null) {
    return cannotTell(`No refund administration fee is sourced for ${marketplace} on ${formatDay(on)}.`);
  }
  if (amounts.some((amount) => amount.currency !== table.currency || amount.minor <= 0)) {
    return cannotTell(`The amounts have to be above 0 and in ${table.currency}.`);
  }
  return table;
}
