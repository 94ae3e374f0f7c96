/** What is left of a finding about money once its claim was paid, and which payments it has used up. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { lessPaid, spendOnMoney } from "../../../src/audits/account/claims-of-money.ts";
import { paymentsOf } from "../../../src/audits/account/payments.ts";
import type { Finding, State } from "../../../src/audits/finding.ts";
import { stockNotReceived } from "../../../src/audits/stock-not-received.ts";
import { currency, money } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import { audited, paid, paidInStock, type Row } from "./build.ts";

const USD = currency("USD");
const [some] = audited(stockNotReceived, { paid: [paidInStock("Lost_Warehouse", "2026-05-10", 1)] }).findings;
/** A finding of an audit about 10.00 USD and 3 units. */
function finding(audit: string, more: Partial<Finding> = {}): Finding {
  if (some === undefined) throw new Error("There is a payment in stock that never came.");
  const id = `${audit}-00000000000000`;
  return {
    ...some,
    audit,
    id,
    state: "file",
    quantity: 3,
    amount: money(1000, USD),
    basis: "The charge.",
    ...more,
  };
}
const pay = (amountTotal: number | null, more: Row = {}) =>
  paid("GeneralAdjustment", "2026-06-01", 1, { caseId: "C1", amountTotal, ...more });

function accountOfClaim(of: Finding, payments: readonly Row[]) {
  const claim = {
    findingId: of.id,
    caseId: "C1",
    state: "paid",
    approvedUnits: null,
    approvedAmount: null,
  } as const;
  return accountOf({
    ...inputOf({ asOf: "2026-06-30", reports: { reimbursements: payments } }),
    claims: [claim],
  });
}

/** What is left of it: units, money, and the words added; `-` when nothing is. */
function left(of: Finding, payments: readonly Row[]): string {
  const rest = lessPaid(accountOfClaim(of, payments), of);
  if (rest === null) return "-";
  const { quantity, amount, basis } = rest;
  return [quantity, amount?.minor ?? "null", basis.replace("The charge.", "")].join(" ").trimEnd();
}

const FEE = finding("fulfilment-fee-high");
const STOCK = finding("stock-not-received");

describe("of a finding about money", () => {
  it.each<[string, Row[], string]>([
    ["all is left while nothing was paid", [], "3 1000"],
    ["what was paid comes off", [pay(4)], "3 600  Less 4.00 USD paid for its claim since."],
    ["in several rows", [pay(4), pay(1.5)], "3 450  Less 5.50 USD paid for its claim since."],
    ["of it, a twentieth is rounding", [pay(9.5)], "-"],
    ["of it, more than a twentieth is not", [pay(9.49)], "3 51  Less 9.49 USD paid for its claim since."],
    ["nothing is left when more was paid", [pay(12)], "-"],
    ["money of another currency does not count", [pay(4, { currencyUnit: "CAD" })], "3 1000"],
    [
      "nor beside money that does",
      [pay(4, { currencyUnit: "CAD" }), pay(3)],
      "3 700  Less 3.00 USD paid for its claim since.",
    ],
    ["nor do payments without an amount", [pay(null)], "3 1000"],
    ["nor those of another case", [pay(4, { caseId: "C2" })], "3 1000"],
  ])("%s", (_, payments, expected) => {
    expect(left(FEE, payments)).toBe(expected);
  });

  it.each([
    "carrier-label-unused",
    "fulfilment-fee-high",
    "referral-fee-high",
    "referral-fee-not-credited",
    "fee-charged-twice",
    "storage-fee-high",
    "aged-surcharge-high",
    "refund-above-payment",
    "not-settled",
    "reversed-without-return",
  ])("%s, the money counts", (audit) => {
    expect(left(finding(audit), [pay(4)])).toContain("Less 4.00 USD");
  });

  it("and units where its money is not known", () => {
    expect(left({ ...FEE, amount: null }, [pay(4)])).toBe(
      "2 null  Of 3 units 1 were paid for its claim since.",
    );
  });

  it.each<[State, boolean]>([
    ["file", true],
    ["wait", true],
    ["expired", true],
    ["info", false],
    ["exposure", false],
  ])("in state %s: %s", (state, counts) => {
    expect(left({ ...FEE, state }, [pay(4)]).includes("Less")).toBe(counts);
  });
});

describe("of stock that never came", () => {
  const units = (n: number) => [pay(99, { quantityReimbursedCash: n })];
  it.each<[string, Finding, Row[], string]>([
    [
      "units that were paid come off, and their part of the money",
      STOCK,
      units(1),
      "2 667  Of 3 units 1 were paid for its claim since.",
    ],
    [
      "in several rows",
      STOCK,
      [...units(1), ...units(1)],
      "1 333  Of 3 units 2 were paid for its claim since.",
    ],
    ["nothing is left when all were", STOCK, units(3), "-"],
    ["nothing is left when more were", STOCK, units(4), "-"],
    ["all is left when none were, whatever money came", STOCK, units(0), "3 1000"],
    [
      "units come off without a value as well",
      { ...STOCK, amount: null },
      units(1),
      "2 null  Of 3 units 1 were paid for its claim since.",
    ],
    ["nothing is left when nobody knows how many", { ...STOCK, quantity: null }, units(1), "-"],
  ])("%s", (_, of, payments, expected) => {
    expect(left(of, payments)).toBe(expected);
  });
});

describe("payments of a claim", () => {
  const unused = (of: Finding, row: Row) => {
    const account = accountOfClaim(of, [row]);
    spendOnMoney(account);
    return account.derive(paymentsOf).paid.reduce((sum, payment) => sum + payment.left, 0);
  };
  const EXCESS = finding("refund-above-payment");
  const LOSS = finding("warehouse-lost");
  const forOrder = pay(4, { amazonOrderId: "111-1234567-1234567" });

  it("about money are used up by it", () => {
    expect(unused(FEE, pay(4))).toBe(0);
    expect(unused(FEE, forOrder)).toBe(0);
    expect(unused(STOCK, pay(4))).toBe(0);
    expect(unused(FEE, pay(4, { caseId: "C2" }))).toBe(1);
  });

  it("about units are left to those", () => {
    expect(unused(LOSS, pay(4))).toBe(1);
    expect(left(LOSS, [pay(4)])).toBe("3 1000");
  });

  it("about a refund's excess count with its order, where they name one", () => {
    expect([unused(EXCESS, forOrder), left(EXCESS, [forOrder])]).toEqual([1, "3 1000"]);
    expect([unused(EXCESS, pay(4)), left(EXCESS, [pay(4)])]).toEqual([
      0,
      "3 600  Less 4.00 USD paid for its claim since.",
    ]);
  });
});
