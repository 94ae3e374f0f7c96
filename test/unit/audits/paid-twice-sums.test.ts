/** Which payments, reversals, losses and finds count for what was paid twice: kinds, items, days. */
import { describe, expect, it } from "vitest";
import { paidTwice } from "../../../src/audits/paid-twice.ts";
import { adjusted, audited, paid, type Row, type Rows, takenBack, told } from "./build.ts";
import { ORDER, refund, sale, totalRow } from "./orders/money-rows.ts";

const lost = (units = 1, more: Row = {}) => adjusted("M", "2026-03-01", -units, more);
const damaged = (more: Row = {}) => adjusted("E", "2026-03-01", -1, more);
const pay = (reimbursementId: string, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-04-01", 1, { reimbursementId, ...more });
const forDamage = (reimbursementId: string, more: Row = {}) =>
  pay(reimbursementId, { reason: "Damaged_Warehouse", ...more });
const noFnsku = { fnsku: "", asin: "" };
const ONE = ["exposure 1 2026-04-01 4.20 USD"];
const ledgerFrom = (from: string) => ({ periods: { "ledger-detail": { from, to: "2026-06-30" } } });

describe("for an item", () => {
  it.each<[string, Rows, string[]]>([
    ["a payment of the first day counts", { paid: [pay("P")], given: ledgerFrom("2026-04-01") }, ONE],
    ["one of the day before does not", { paid: [pay("P")], given: ledgerFrom("2026-04-02") }, []],
    [
      "a payment of the last day counts",
      { paid: [pay("P", { approvalDate: "2026-06-30" })] },
      ["exposure 1 2026-06-30 4.20 USD"],
    ],
    [
      "a loss of the first day counts",
      { ledger: [lost(1, { date: "2026-04-01" })], paid: [pay("P")], given: ledgerFrom("2026-04-01") },
      [],
    ],
    [
      "a loss before the period does not",
      { ledger: [lost(2)], paid: [pay("P")], given: ledgerFrom("2026-04-01") },
      ONE,
    ],
    [
      "nothing counts that only one of the reports covers",
      {
        paid: [pay("P")],
        given: {
          periods: {
            "ledger-detail": { from: "2026-05-01", to: "2026-06-30" },
            reimbursements: { from: "2026-01-01", to: "2026-04-20" },
          },
        },
      },
      [],
    ],
    ["a payment of no units does not count", { paid: [pay("P", { quantityReimbursedCash: 0 })] }, []],
    [
      "a payment that names a shipment does not count",
      { paid: [pay("P", { amazonOrderId: "FBA15ABC" })] },
      [],
    ],
    ["a payment that names an order does not count", { paid: [pay("P", { amazonOrderId: ORDER })] }, []],
    [
      "a payment without FNSKU counts for the one item of its SKU",
      { ledger: [lost()], paid: [pay("P"), pay("Q", noFnsku)] },
      ONE,
    ],
    [
      "a payment without FNSKU counts for none of two items of its SKU",
      {
        ledger: [lost(), lost(1, { fnsku: "X002" })],
        paid: [pay("P"), pay("R", { fnsku: "X002" }), pay("Q", noFnsku)],
      },
      [],
    ],
    [
      "a payment without FNSKU and of an unknown SKU counts for none",
      { ledger: [lost()], paid: [pay("P"), pay("Q", { ...noFnsku, sku: "CUP" })] },
      [],
    ],
    [
      "unsellable units lost count",
      { ledger: [lost(1, { disposition: "DEFECTIVE" })], paid: [pay("P")] },
      [],
    ],
    [
      "damaged units lost count",
      {
        ledger: [
          damaged({ unreconciled: 0 }),
          lost(1, { date: "2026-03-05", disposition: "WAREHOUSE_DAMAGED" }),
        ],
        paid: [pay("P")],
      },
      [],
    ],
    [
      "units found only after the day of the audit do not",
      { ledger: [lost(), adjusted("F", "2026-07-02", 1)], paid: [pay("P")] },
      [],
    ],
    [
      "units found and taken out again do not",
      { ledger: [lost(), adjusted("F", "2026-03-20", 2), adjusted("O", "2026-03-25", -2)], paid: [pay("P")] },
      [],
    ],
    [
      "of units found and taken out in part, the rest counts",
      {
        ledger: [lost(2), adjusted("F", "2026-03-20", 2), adjusted("O", "2026-03-25", -1)],
        paid: [pay("P"), pay("Q")],
      },
      ONE,
    ],
    ["damage paid twice", { ledger: [damaged()], paid: [forDamage("P"), forDamage("Q")] }, ONE],
    ["damage by others and paid", { ledger: [adjusted("H", "2026-03-01", -1)], paid: [forDamage("P")] }, []],
    [
      "damage paid and corrected",
      {
        ledger: [
          damaged(),
          adjusted("Q", "2026-03-10", -1, { disposition: "WAREHOUSE_DAMAGED" }),
          adjusted("P", "2026-03-10", 1),
        ],
        paid: [forDamage("P")],
      },
      ONE,
    ],
    [
      "damage found later under F is no correction",
      { ledger: [damaged(), adjusted("F", "2026-03-10", 1)], paid: [forDamage("P")] },
      [],
    ],
    ["a loss does not make up for damage", { ledger: [lost(2)], paid: [pay("P"), forDamage("Q")] }, ONE],
  ])("%s", (_, rows, expected) => {
    const result = audited(paidTwice, rows);
    expect(told(result)).toEqual(expected);
  });
});

describe("what was taken back of an item", () => {
  it.each<[string, Rows, string[]]>([
    ["comes off", { paid: [pay("P"), takenBack("P", "2026-05-01", 1)] }, []],
    [
      "comes off in part",
      { paid: [pay("P", { quantityReimbursedCash: 2 }), takenBack("P", "2026-05-01", 1)] },
      ["exposure 1 2026-04-01 2.10 USD"],
    ],
    [
      "comes off where only the payment names the FNSKU",
      { paid: [pay("P"), takenBack("P", "2026-05-01", 1, noFnsku)] },
      [],
    ],
    [
      "comes off by SKU where the payment names none either",
      { ledger: [lost(1)], paid: [pay("P"), pay("Q", noFnsku), takenBack("Q", "2026-05-01", 1, noFnsku)] },
      [],
    ],
    ["on the day of the audit comes off", { paid: [pay("P"), takenBack("P", "2026-06-30", 1)] }, []],
    ["after it does not", { paid: [pay("P"), takenBack("P", "2026-07-01", 1)] }, ONE],
    [
      "for damage does not come off what was paid for losses",
      { ledger: [damaged()], paid: [pay("P"), forDamage("D"), takenBack("D", "2026-05-01", 1)] },
      ONE,
    ],
    [
      "for an order does not",
      { paid: [pay("P"), pay("D", { amazonOrderId: ORDER }), takenBack("D", "2026-05-01", 1)] },
      ONE,
    ],
    [
      "of another item does not",
      {
        paid: [
          pay("P"),
          pay("D", { fnsku: "X002", sku: "CUP" }),
          takenBack("D", "2026-05-01", 1, { fnsku: "X002", sku: "CUP" }),
        ],
      },
      ONE,
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(audited(paidTwice, rows))).toEqual(expected);
  });
});

describe("for an order", () => {
  const forOrder = (approvalDate: string, more: Row = {}) =>
    paid("CustomerReturn", approvalDate, 1, {
      reimbursementId: `Q ${approvalDate}`,
      amazonOrderId: ORDER,
      sku: "SKU-A",
      ...more,
    });
  const came = {
    returnDate: "2026-08-20",
    orderId: ORDER,
    sku: "SKU-A",
    fnsku: "X001",
    asin: "B001",
    quantity: 1,
    detailedDisposition: "SELLABLE",
    licensePlateNumber: "LPN1",
  };
  const judged = (payments: readonly Row[], more: Rows["given"] = {}) =>
    told(
      audited(paidTwice, {
        given: {
          asOf: "2026-11-20",
          reports: {
            "ledger-detail": [],
            reimbursements: payments,
            "customer-returns": [came],
            settlement: [...totalRow("settlement"), ...sale("settlement"), ...refund("settlement")],
          },
          ...more,
        },
      }),
    );

  it("a payment of the day of the audit counts, and one taken back that day does not", () => {
    expect(judged([forOrder("2026-11-20")])).toEqual(["exposure 1 2026-11-20 4.20 USD"]);
    expect(judged([forOrder("2026-09-18"), takenBack("Q 2026-09-18", "2026-11-20", 1)])).toEqual([]);
    expect(judged([forOrder("2026-09-18"), takenBack("Q 2026-09-18", "2026-11-21", 1)])).toEqual([
      "exposure 1 2026-09-18 4.20 USD",
    ]);
  });

  it("nothing is told while the reimbursements since the payment are not known", () => {
    const until = (to: string) => ({ periods: { reimbursements: { from: "2026-06-01", to } } });
    expect(judged([forOrder("2026-09-18")], until("2026-11-20"))).toHaveLength(1);
    expect(judged([forOrder("2026-09-18")], until("2026-10-01"))).toEqual([]);
  });

  it("what was taken back for another order does not come off", () => {
    const other = { amazonOrderId: "222-2222222-2222222" };
    const payments = [
      forOrder("2026-09-18"),
      forOrder("2026-09-19", other),
      takenBack("Q 2026-09-19", "2026-10-01", 1, other),
    ];
    expect(judged(payments)).toEqual(["exposure 1 2026-09-18 4.20 USD"]);
  });
});
