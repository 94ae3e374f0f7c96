/**
 * Claims about money (a fee, a payment that did not arrive or was taken back): what was paid under their case, or
 * confirmed as theirs, comes off what they are about, and is used up by it. Findings about units are cleared where
 * their units are (claim-payments.ts).
 */

import { formatAmount, money, subtractMoney } from "../../values/money.ts";
import type { Finding } from "../finding.ts";
import type { Account } from "./account.ts";
import { auditIn, claimPaymentsOf } from "./claim-payments.ts";
import type { Payment } from "./payments.ts";

/** By units: what a payment in stock is worth is our own estimate. */
const COUNTED: Readonly<Record<string, "money" | "units">> = {
  "carrier-label-unused": "money",
  "fulfilment-fee-high": "money",
  "referral-fee-high": "money",
  "referral-fee-not-credited": "money",
  "fee-charged-twice": "money",
  "storage-fee-high": "money",
  "aged-surcharge-high": "money",
  "refund-above-payment": "money",
  "not-settled": "money",
  "reversed-without-return": "money",
  "stock-not-received": "units",
};

/** What is left of a payment within this share of the whole is rounding, as for the claim itself (claims/payments.ts). */
const TOLERANCE = 0.05;

/** The payments claims about money have used up. */
export function paymentsForMoney(account: Account): ReadonlySet<Payment> {
  const used = new Set<Payment>();
  for (const [id, payments] of account.derive(claimPaymentsOf)) {
    if (COUNTED[auditIn(id)] === undefined) continue;
    for (const payment of payments) if (!isCountedByOrder(id, payment)) used.add(payment);
  }
  return used;
}

/** Before any unit takes a payment: those of claims about money clear no unit. */
export function spendOnMoney(account: Account): void {
  for (const payment of account.derive(paymentsForMoney)) payment.left = 0;
}

/** The excess of a refund takes the payments of its order by itself (over-refunds.ts). */
function isCountedByOrder(id: string, { orderId }: Payment): boolean {
  return orderId !== "" && auditIn(id) === "refund-above-payment";
}

/** The finding without what its claim was paid; null when nothing of it is left. */
export function lessPaid(account: Account, finding: Finding): Finding | null {
  const counted = COUNTED[finding.audit];
  if (counted === undefined || finding.state === "info" || finding.state === "exposure") return finding;
  const payments = (account.derive(claimPaymentsOf).get(finding.id) ?? []).filter(
    (payment) => !isCountedByOrder(finding.id, payment),
  );
  if (payments.length === 0) return finding;
  const { amount, quantity } = finding;
  const units = payments.reduce((sum, payment) => sum + payment.units, 0);
  if (counted === "units" || amount === null) return lessUnits(finding, quantity ?? 0, units);
  const paid = payments.reduce(
    (sum, payment) => sum + (payment.amount?.currency === amount.currency ? payment.amount.minor : 0),
    0,
  );
  const left = subtractMoney(amount, money(paid, amount.currency));
  if (left.minor <= amount.minor * TOLERANCE) return null;
  if (paid === 0) return finding;
  return {
    ...finding,
    amount: left,
    basis: `${finding.basis} Less ${formatAmount(money(paid, amount.currency))} ${amount.currency} paid for its claim since.`,
  };
}

function lessUnits(finding: Finding, quantity: number, paid: number): Finding | null {
  if (paid <= 0) return finding;
  if (paid >= quantity) return null;
  const { amount } = finding;
  return {
    ...finding,
    quantity: quantity - paid,
    amount: amount && money(Math.round((amount.minor * (quantity - paid)) / quantity), amount.currency),
    basis: `${finding.basis} Of ${quantity} units ${paid} were paid for its claim since.`,
  };
}
