import { describe, expect, it } from "vitest";
import { paidTwice } from "../../../src/audits/paid-twice.ts";
import { adjusted, audited, paid, paidInStock, type Row, type Rows, takenBack, told } from "./build.ts";
import { ORDER, refund, reimbursed, sale, totalRow } from "./orders/money-rows.ts";

const lost = (units = 1, more: Row = {}) => adjusted("M", "2026-03-01", -units, more);
const pay = (units = 1, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-04-01", units, { reimbursementId: "P", ...more });
const again = (units = 1, more: Row = {}) =>
  pay(units, { reimbursementId: "P2", approvalDate: "2026-05-01", ...more });

const valid: [string, Rows][] = [
  ["lost and paid", { ledger: [lost()], paid: [pay()] }],
  ["lost twice, paid twice", { ledger: [lost(), lost()], paid: [pay(), again()] }],
  [
    "paid twice, one taken back",
    { ledger: [lost()], paid: [pay(), again(), takenBack("P2", "2026-05-20", 1)] },
  ],
  [
    "found, and taken back",
    { ledger: [lost(), adjusted("F", "2026-04-20", 1)], paid: [pay(), takenBack("P", "2026-05-01", 1)] },
  ],
  [
    "found and taken out again",
    { ledger: [lost(), adjusted("F", "2026-04-20", 1), adjusted("O", "2026-04-25", -1)], paid: [pay()] },
  ],
  [
    "paid in stock: the units transferred in are that payment",
    {
      ledger: [lost(), adjusted("N", "2026-04-10", 1)],
      paid: [paidInStock("Lost_Warehouse", "2026-04-01", 1)],
    },
  ],
  ["more found than lost, nothing paid", { ledger: [adjusted("F", "2026-04-20", 3)] }],
  [
    "damaged and paid",
    { ledger: [adjusted("E", "2026-03-01", -1)], paid: [pay(1, { reason: "Damaged_Warehouse" })] },
  ],
  [
    "a damaged return paid as damage",
    {
      returns: [
        {
          returnDate: "2026-03-10",
          orderId: ORDER,
          sku: "MUG",
          fnsku: "X001",
          asin: "B001",
          quantity: 1,
          fulfillmentCenterId: "ONT8",
          detailedDisposition: "DAMAGED",
          licensePlateNumber: "LPN1",
        },
      ],
      paid: [pay(1, { reason: "Damaged_Warehouse" })],
    },
  ],
  ["a payment of another reason", { paid: [pay(1, { reason: "GeneralAdjustment" })] }],
  ["an inbound payment", { paid: [pay(1, { reason: "Lost_Inbound" })] }],
  ["after the as-of day", { paid: [pay(1, { approvalDate: "2026-07-02" })] }],
  [
    "before the ledger begins",
    { paid: [pay()], given: { periods: { "ledger-detail": { from: "2026-04-02", to: "2026-06-30" } } } },
  ],
];

const invalid: [string, Rows, string[]][] = [
  [
    "paid twice for one loss",
    { ledger: [lost()], paid: [pay(), again()] },
    ["exposure 1 2026-05-01 4.20 USD"],
  ],
  [
    "paid and found",
    { ledger: [lost(), adjusted("F", "2026-04-20", 1)], paid: [pay()] },
    ["exposure 1 2026-04-01 4.20 USD"],
  ],
  ["nothing lost", { paid: [pay(2)] }, ["exposure 2 2026-04-01 8.40 USD"]],
  [
    "more found than lost: no more than was paid",
    { ledger: [lost(), adjusted("F", "2026-04-20", 3)], paid: [pay()] },
    ["exposure 1 2026-04-01 4.20 USD"],
  ],
  [
    "reconciled losses count as well",
    { ledger: [lost(2, { unreconciled: 0 })], paid: [pay(2), again(1)] },
    ["exposure 1 2026-05-01 4.20 USD"],
  ],
  [
    "damage does not pay for a loss",
    { ledger: [adjusted("E", "2026-03-01", -1)], paid: [pay()] },
    ["exposure 1 2026-04-01 4.20 USD"],
  ],
  [
    "the latest payment is at stake",
    { ledger: [lost()], paid: [pay(), again(1, { amountTotal: 9 })] },
    ["exposure 1 2026-05-01 9.00 USD"],
  ],
  ["given as stock", { paid: [paidInStock("Lost_Warehouse", "2026-04-01", 1)] }, ["exposure 1 2026-04-01"]],
];

const orderRows = (payments: readonly Row[], returns: readonly Row[], settlement: readonly Row[]): Rows => ({
  given: {
    reports: {
      "ledger-detail": [],
      reimbursements: payments,
      "customer-returns": returns,
      settlement: [...totalRow("settlement"), ...settlement],
    },
    asOf: "2026-11-20",
  },
});
const forOrder = (units = 1, more: Row = {}) =>
  paid("CustomerReturn", "2026-09-18", units, {
    reimbursementId: "Q",
    amazonOrderId: ORDER,
    sku: "SKU-A",
    ...more,
  });
const came = (detailedDisposition = "SELLABLE", plate = "LPN1"): Row => ({
  returnDate: "2026-08-20",
  orderId: ORDER,
  sku: "SKU-A",
  fnsku: "X001",
  asin: "B001",
  quantity: 1,
  detailedDisposition,
  licensePlateNumber: plate,
});
const refunded = [...sale("settlement"), ...refund("settlement")];

describe("paid-twice", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(paidTwice, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(paidTwice, rows);
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it.each<[string, Rows]>([
    ["not returned", orderRows([forOrder()], [], refunded)],
    [
      "the same payment in the settlement",
      orderRows([forOrder()], [], [...refunded, ...reimbursed("settlement")]),
    ],
    ["returned damaged", orderRows([forOrder()], [came("DAMAGED")], refunded)],
    [
      "returned, and taken back",
      orderRows([forOrder(), takenBack("Q", "2026-10-01", 1)], [came()], refunded),
    ],
    [
      "returned, and taken back in the settlement",
      orderRows(
        [forOrder()],
        [came()],
        [...refunded, ...reimbursed("settlement", { code: "COMPENSATED_CLAWBACK", amount: -13 })],
      ),
    ],
    ["the refund is not in the data", orderRows([forOrder()], [came()], sale("settlement"))],
    [
      "two paid, one taken back, one of two refunded units back",
      orderRows(
        [forOrder(2), takenBack("Q", "2026-10-01", 1)],
        [came()],
        [...sale("settlement", { units: 2 }), ...refund("settlement", { units: 2 })],
      ),
    ],
    [
      "two paid, one taken back, the unit back damaged",
      orderRows([forOrder(2), takenBack("Q", "2026-10-01", 1)], [came("DAMAGED")], refunded),
    ],
    [
      "paid after the as-of day",
      orderRows([forOrder(1, { approvalDate: "2026-11-21" })], [came()], refunded),
    ],
    ["a payment of no units", orderRows([forOrder(0)], [came()], refunded)],
    [
      "a correction of fees",
      orderRows([forOrder(), forOrder(1, { reason: "Fee_Correction" })], [], refunded),
    ],
  ])("says nothing of an order: %s", (_, rows) => {
    expect(audited(paidTwice, rows).findings.filter((f) => f.orderId !== null)).toEqual([]);
  });

  it.each<[string, Rows, string[]]>([
    ["returned and paid", orderRows([forOrder()], [came()], refunded), ["exposure 1 2026-09-18 4.20 USD"]],
    [
      "paid twice",
      orderRows(
        [forOrder(), forOrder(1, { reimbursementId: "Q2", approvalDate: "2026-10-02" })],
        [],
        refunded,
      ),
      ["exposure 1 2026-10-02 4.20 USD"],
    ],
    [
      "taken back only after the as-of day",
      orderRows([forOrder(), takenBack("Q", "2026-11-21", 1)], [came()], refunded),
      ["exposure 1 2026-09-18 4.20 USD"],
    ],
    [
      "three paid, one taken back, two refunded and one of them back",
      orderRows(
        [forOrder(3), takenBack("Q", "2026-10-01", 1)],
        [came()],
        [...sale("settlement", { units: 2 }), ...refund("settlement", { units: 2 })],
      ),
      ["exposure 1 2026-09-18 4.20 USD"],
    ],
    [
      "two paid, one returned damaged, one well",
      orderRows(
        [forOrder(2)],
        [came("DAMAGED"), came("SELLABLE", "LPN2")],
        [...sale("settlement", { units: 2 }), ...refund("settlement", { units: 2 })],
      ),
      ["exposure 1 2026-09-18 4.20 USD"],
    ],
  ])("tells of an order: %s", (_, rows, expected) => {
    expect(told(audited(paidTwice, rows))).toEqual(expected);
  });

  it("is never to be claimed", () => {
    const result = audited(paidTwice, { ledger: [lost()], paid: [pay(), again()] });
    expect(result.findings).toMatchObject([{ state: "exposure", opens: null, deadline: null }]);
    expect(result.findings[0]?.todo).toMatch(/^Do not claim/);
    expect(result.totals).toMatchObject([{ state: "exposure" }]);
  });

  it("says of an order what was refunded, of an item what was lost", () => {
    const ofOrder = audited(paidTwice, orderRows([forOrder()], [came()], refunded)).findings[0]?.why;
    expect(ofOrder).toBe(
      "The sums of the imported reports: paid, less taken back, less what was refunded or replaced and did not come back.",
    );
    const ofItem = audited(paidTwice, { ledger: [lost()], paid: [pay(), again()] }).findings[0]?.why;
    expect(ofItem).toBe(
      "The sums of the imported reports: paid, less taken back, less what was lost and did not turn up again. A loss before the first imported day would explain it.",
    );
  });
});
