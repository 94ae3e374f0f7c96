import { describe, expect, it } from "vitest";
import { underpaid } from "../../../src/audits/underpaid.ts";
import { adjusted, audited, paid, paidInStock, type Row, type Rows, takenBack, told } from "./build.ts";

const TEN: Row = { msku: "MUG", unitCost: 10, currency: "USD" };
const payment = (amountTotal: number, units = 1, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-05-20", units, { amountTotal, reimbursementId: "R1", ...more });

const valid: [string, Rows][] = [
  ["the cost", { paid: [payment(20, 2)], costs: [TEN] }],
  ["more than the cost", { paid: [payment(31)], costs: [TEN] }],
  ["5 % below", { paid: [payment(9.5)], costs: [TEN] }],
  ["the limit per unit", { paid: [payment(5000)], costs: [{ ...TEN, unitCost: 9000 }] }],
  ["paid in stock", { paid: [paidInStock("Lost_Warehouse", "2026-05-20", 1)], costs: [TEN] }],
  ["taken back", { paid: [payment(2), takenBack("R1", "2026-06-01", 1)], costs: [TEN] }],
  [
    "damaged stock was lost",
    {
      ledger: [
        adjusted("E", "2026-04-01", -1, { unreconciled: 0 }),
        adjusted("M", "2026-05-01", -2, { disposition: "WAREHOUSE_DAMAGED" }),
      ],
      paid: [payment(2)],
      costs: [TEN],
    },
  ],
  [
    "carrier damage",
    {
      ledger: [adjusted("6", "2026-05-01", -1, { disposition: "CARRIER_DAMAGED" })],
      paid: [payment(2, 1, { reason: "Damaged_Warehouse" })],
      costs: [TEN],
    },
  ],
  ["a general adjustment", { paid: [payment(2, 1, { reason: "GeneralAdjustment" })], costs: [TEN] }],
  ["a fee correction", { paid: [payment(2, 1, { reason: "Fee_Correction" })], costs: [TEN] }],
  ["after the as-of day", { paid: [payment(2, 1, { approvalDate: "2026-07-02" })], costs: [TEN] }],
  [
    "the cost rose later",
    {
      paid: [payment(5)],
      costs: [
        { ...TEN, unitCost: 5 },
        { ...TEN, validFrom: "2026-05-21" },
      ],
    },
  ],
];

const invalid: [string, Rows, string[]][] = [
  ["half the cost", { paid: [payment(10, 2)], costs: [TEN] }, ["file 2 2026-05-20 10.00 USD"]],
  ["a cent more than 5 % below", { paid: [payment(9.49)], costs: [TEN] }, ["file 1 2026-05-20 0.51 USD"]],
  [
    "below the limit per unit",
    { paid: [payment(4000)], costs: [{ ...TEN, unitCost: 9000 }] },
    ["file 1 2026-05-20 1000.00 USD"],
  ],
  [
    "the old layout with one quantity",
    {
      paid: [
        payment(10, 2, {
          quantityReimbursedCash: null,
          quantityReimbursedInventory: null,
          quantityReimbursedTotal: null,
          quantity: 2,
        }),
      ],
      costs: [TEN],
    },
    ["file 2 2026-05-20 10.00 USD"],
  ],
  [
    "only the cash units of a mixed payment",
    {
      paid: [payment(10, 2, { quantityReimbursedInventory: 3, quantityReimbursedTotal: 5 })],
      costs: [TEN],
    },
    ["file 2 2026-05-20 10.00 USD"],
  ],
  [
    "inbound",
    { paid: [payment(5, 1, { reason: "Lost_Inbound" })], costs: [TEN] },
    ["file 1 2026-05-20 5.00 USD"],
  ],
  [
    "the last day",
    { paid: [payment(5, 1, { approvalDate: "2026-05-01" })], costs: [TEN] },
    ["file 1 2026-05-01 5.00 USD"],
  ],
  [
    "too late",
    { paid: [payment(5, 1, { approvalDate: "2026-04-30" })], costs: [TEN] },
    ["expired 1 2026-04-30 5.00 USD"],
  ],
];

/** A sale of two mugs at 20.00 each: 3.00 referral and 4.00 fulfilment fee per unit. */
const ORDER = "111-1111111-1111111";
const line = (amountType: string, amountDescription: string, amount: number, more: Row = {}): Row => ({
  settlementId: "9",
  currency: "USD",
  transactionType: "Order",
  orderId: ORDER,
  marketplaceName: "Amazon.com",
  amountType,
  amountDescription,
  amount,
  fulfillmentId: "AFN",
  postedDate: "2026-04-10",
  sku: "MUG",
  ...more,
});
const sold = [
  {
    settlementId: "9",
    settlementStartDate: "2026-04-01",
    settlementEndDate: "2026-04-15",
    totalAmount: 26,
    currency: "USD",
  },
  line("ItemPrice", "Principal", 40, { quantityPurchased: 2 }),
  line("ItemFees", "Commission", -6),
  line("ItemFees", "FBAPerUnitFulfillmentFee", -8),
];
const forOrder = (amountTotal: number, units = 1) =>
  payment(amountTotal, units, { reason: "CustomerReturn", amazonOrderId: ORDER });
const withOrder = (...payments: Row[]): Rows => ({
  given: {
    reports: { "ledger-detail": [], "customer-returns": [], reimbursements: payments, settlement: sold },
  },
});

describe("underpaid", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(underpaid, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(underpaid, rows);
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  /** The same sale as one row of the payments CSV, which prints every column of every row. */
  const inCsv = (sellingFees: number, fbaFees: number): Rows => ({
    given: {
      reports: {
        "ledger-detail": [],
        "customer-returns": [],
        reimbursements: [forOrder(10)],
        transactions: [
          {
            dateTime: "2026-04-10",
            settlementId: "9",
            type: "Order",
            orderId: ORDER,
            sku: "MUG",
            quantity: 2,
            marketplace: "amazon.com",
            fulfillment: "Amazon",
            productSales: 40,
            promotionalRebates: 0,
            sellingFees,
            fbaFees,
            total: 40 + sellingFees + fbaFees,
          },
        ],
      },
    },
  });

  it("reads price and fees of an order in the payments CSV, too", () => {
    expect(told(audited(underpaid, inCsv(-6, -8)))).toEqual(["file 1 2026-05-20 3.00 USD"]);
  });

  it.each<[string, number, number]>([
    ["referral fee", 0, -8],
    ["fulfilment fee", -6, 0],
  ])("takes no %s in a row of the payments CSV for a fee nobody knows", (_, sellingFees, fbaFees) => {
    const result = audited(underpaid, inCsv(sellingFees, fbaFees));
    expect(result.findings).toEqual([]);
    expect(result.cannotTell.map(({ reason }) => reason)).toEqual([
      `1 payment for customer orders not judged: price, referral fee or fulfilment fee of the order is not in the data (${ORDER}).`,
    ]);
  });

  it("after an order compares with its price less its fees, a cent per unit apart", () => {
    expect(told(audited(underpaid, withOrder(forOrder(13))))).toEqual([]);
    expect(told(audited(underpaid, withOrder(forOrder(12.99))))).toEqual([]);
    expect(told(audited(underpaid, withOrder(forOrder(12.98))))).toEqual(["file 1 2026-05-20 0.02 USD"]);
    expect(told(audited(underpaid, withOrder(forOrder(20, 2))))).toEqual(["file 2 2026-05-20 6.00 USD"]);
  });

  it("cannot tell when the order is not in the data", () => {
    const result = audited(underpaid, { paid: [forOrder(1)] });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ reason: expect.stringContaining(ORDER) }]);
  });

  it("names the items without a cost, once", () => {
    const result = audited(underpaid, {
      paid: [payment(1), payment(1), payment(1, 1, { sku: "CUP", fnsku: "X002", asin: "B002" })],
    });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toEqual([
      {
        audit: "underpaid",
        reason:
          "3 payments not judged: no cost of CUP (FNSKU X002, ASIN B002) is known (Costs tab); no cost of MUG (FNSKU X001, ASIN B001) is known (Costs tab).",
        needs: [{ report: "costs", from: null, to: null }],
      },
    ]);
  });

  it("converts no currencies", () => {
    const result = audited(underpaid, { paid: [payment(1)], costs: [{ ...TEN, currency: "EUR" }] });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ reason: expect.stringContaining("not in USD") }]);
  });

  it("leaves out payments, and losses, of the time of estimated proceeds", () => {
    const given = { asOf: "2025-05-10", from: "2025-01-01" };
    const early = payment(1, 1, { approvalDate: "2025-03-30" });
    const late = payment(1, 1, { approvalDate: "2025-03-31" });
    expect(told(audited(underpaid, { paid: [early], costs: [TEN], given }))).toEqual([]);
    expect(told(audited(underpaid, { paid: [late], costs: [TEN], given }))).toEqual([
      "file 1 2025-03-31 9.00 USD",
    ]);
    const lostBefore = { ledger: [adjusted("M", "2025-03-20", -1)], paid: [late], costs: [TEN], given };
    expect(audited(underpaid, lostBefore)).toMatchObject({ findings: [], cannotTell: [{ needs: [] }] });
  });

  it("says that the cost excludes freight, duty and preparation", () => {
    const [finding] = audited(underpaid, { paid: [payment(5)], costs: [TEN] }).findings;
    expect(finding?.why).toContain("without freight, duty and preparation");
    expect(finding?.why).toContain("in force since 2025-03-31");
    expect(finding?.referenceId).toBe("R1");
  });
});
