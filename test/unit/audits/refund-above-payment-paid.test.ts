/** Payments of an order that cover an excess: which of them, and how much of each. */
import { describe, expect, it } from "vitest";
import { refundAbovePayment } from "../../../src/audits/refund-above-payment.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import type { Rows } from "./account-of-rows.ts";
import { refund, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, paidFor, returned, SOLD } from "./return-rows.ts";

const refunded = (principal: number, sku = "SKU-A") => refund("settlement", { principal, sku });
const over = (principal: number): Rows => [...SOLD, ...refunded(principal)];
let id = 0;
const pay = (amountTotal: number | null, day: string, given: Parameters<typeof paidFor>[0] = {}) =>
  paidFor({ reimbursementId: `R${++id}`, approvalDate: day, amountTotal, ...given });

/** Item, state and amount of each claim, whatever order the payments are printed in. */
function found(of: Case): string[] {
  const told = (paid: Rows) =>
    audited([refundAbovePayment, refundNotReturned], { returns: [returned()], ...of, paid })
      .findings.map((f) => `${f.audit} ${f.msku} ${f.state} ${f.amount?.minor}`)
      .sort();
  expect(told([...(of.paid ?? [])].reverse())).toEqual(told(of.paid ?? []));
  return told(of.paid ?? []);
}
const claim = (minor: number, sku = "SKU-A") => `refund-above-payment ${sku} file ${minor}`;

describe("an excess is covered by", () => {
  it("a payment, up to 2 cents less", () => {
    expect(found({ settlement: over(25), paid: [pay(4.98, "2026-09-01")] })).toEqual([]);
    expect(found({ settlement: over(25), paid: [pay(4.97, "2026-09-01")] })).toEqual([claim(3)]);
    expect(found({ settlement: over(25), paid: [pay(9, "2026-09-01")] })).toEqual([]);
  });

  it("several payments together", () => {
    const paid = [pay(2, "2026-09-01"), pay(2, "2026-09-02")];
    expect(found({ settlement: over(25), paid })).toEqual([claim(100)]);
    expect(found({ settlement: over(24), paid })).toEqual([]);
  });

  it("no payment without an amount", () => {
    expect(found({ settlement: over(25), paid: [pay(null, "2026-09-01")] })).toEqual([claim(500)]);
  });

  it("the units of a payment that no missing unit took, at their share of its money", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { principal: 55 }),
    ];
    const two = { quantityReimbursedCash: 2, quantityReimbursedTotal: 2 };
    // One came back, one did not: half of the 26.00 is for that one.
    expect(found({ settlement, paid: [pay(26, "2026-09-01", two)] })).toEqual([claim(200)]);
    expect(found({ settlement, paid: [pay(30, "2026-09-01", two)] })).toEqual([]);
  });

  it("no payment a missing unit took: it takes the oldest", () => {
    const paid = [pay(2, "2026-09-01"), pay(13, "2026-09-09")];
    expect(found({ settlement: over(25), returns: [], paid })).toEqual([]);
    const dear = [pay(13, "2026-09-01"), pay(2, "2026-09-09")];
    expect(found({ settlement: over(25), returns: [], paid: dear })).toEqual([claim(300)]);
  });
});

describe("of two items refunded too much in one order", () => {
  const settlement = [...over(25), ...sale("settlement", { sku: "SKU-B" }), ...refunded(25, "SKU-B")];
  const returns = [
    returned(),
    returned({ sku: "SKU-B", asin: "B0B", fnsku: "X00B", licensePlateNumber: "LPN2" }),
  ];
  const both = (...paid: Rows) => found({ settlement, returns, paid });
  const ofB = { sku: "SKU-B", asin: "B0B", fnsku: "X00B" };

  it("each is covered by its own payments first", () => {
    expect(both(pay(1, "2026-09-01", ofB), pay(5, "2026-09-09"))).toEqual([claim(400, "SKU-B")]);
    expect(both(pay(1, "2026-09-01"), pay(5, "2026-09-09", ofB))).toEqual([claim(400)]);
  });

  it("then by what is left of the other's, to the cent", () => {
    expect(both(pay(5, "2026-09-01"), pay(9, "2026-09-09"))).toEqual([]);
    expect(both(pay(9, "2026-09-01"), pay(3, "2026-09-09"))).toEqual([]);
    expect(both(pay(8, "2026-09-01"))).toEqual([claim(200, "SKU-B")]);
    expect(both(pay(1, "2026-09-01"), pay(6, "2026-09-09", ofB))).toEqual([claim(300)]);
  });

  it("the first needs no payment once it is covered", () => {
    expect(both(pay(5, "2026-09-01"), pay(5, "2026-09-09"))).toEqual([]);
  });
});

describe("an excess", () => {
  const dispute = refund("settlement", { type: "Chargeback Refund", day: "2026-08-09" });

  it("is the bank's where the customer's own refund was no more than paid, with 2 cents of rounding", () => {
    expect(found({ settlement: [...over(20.02), ...dispute] })).toEqual([
      "refund-above-payment SKU-A info 2002",
    ]);
    expect(found({ settlement: [...over(20.03), ...dispute] })).toEqual([claim(3)]);
  });

  it("of the bank's takes no payment", () => {
    const settlement = [...over(20), ...dispute];
    expect(found({ settlement, paid: [pay(30, "2026-09-01")] })).toEqual([
      "refund-above-payment SKU-A info 2000",
    ]);
  });

  it("is not told of an order booked in two currencies", () => {
    const settlement = [
      ...SOLD,
      ...totalRow("settlement", "2", "CAD"),
      ...refund("settlement", { settlementId: "2", principal: 25 }),
    ];
    expect(found({ settlement })).toEqual([]);
  });

  it("names the rows of the refunds and of the payments that cover some of it, and no others", () => {
    const rows = (list: Rows, first: number): Rows => list.map((row, i) => ({ ...row, line: first + i }));
    const { findings } = audited([refundAbovePayment], {
      settlement: rows(over(25), 2),
      returns: [returned()],
      paid: [
        { ...pay(2, "2026-09-01"), line: 7 },
        { ...pay(1, "2026-09-02", { amazonOrderId: "" }), line: 8 },
      ],
    });
    expect(findings[0]?.evidence).toEqual([
      { report: "reimbursements", line: 7 },
      { report: "settlement", line: 3 },
      { report: "settlement", line: 6 },
    ]);
  });
});
