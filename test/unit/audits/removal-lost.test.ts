import { describe, expect, it } from "vitest";
import { removalLost } from "../../../src/audits/removal-lost.ts";
import { COST, paid, paidInStock, type Row, told } from "./build.ts";
import { auditedRemovals, counted, parcel, type Removals } from "./parcels.ts";

const lost = (units: number, more: Row = {}) =>
  paid("Removal_Order_Lost", "2026-06-01", units, { amazonOrderId: "RO1", ...more });
const none = [counted(0)];

const valid: [string, Removals][] = [
  ["all counted", { parcels: [parcel()], counts: [counted(5)] }],
  ["more counted than shipped", { parcels: [parcel()], counts: [counted(6)] }],
  ["some counted: a short parcel", { parcels: [parcel()], counts: [counted(3)] }],
  ["counted in two conditions", { parcels: [parcel()], counts: [counted(0), counted(5)] }],
  ["paid in full", { parcels: [parcel()], counts: none, paid: [lost(5)] }],
  ["paid before anybody counted", { parcels: [parcel()], paid: [lost(5)] }],
  [
    "paid without naming the order",
    { parcels: [parcel()], counts: none, paid: [lost(5, { amazonOrderId: "" })] },
  ],
  [
    "paid by MSKU alone",
    { parcels: [parcel()], counts: none, paid: [lost(5, { amazonOrderId: "", fnsku: "", asin: "" })] },
  ],
  [
    "paid in stock",
    {
      parcels: [parcel()],
      counts: none,
      paid: [paidInStock("Removal_Order_Lost", "2026-06-01", 5, { amazonOrderId: "RO1" })],
    },
  ],
  [
    "under another reason that names the order",
    { parcels: [parcel()], counts: none, paid: [lost(5, { reason: "GeneralAdjustment" })] },
  ],
  [
    "the payment stands in the settlement only",
    {
      parcels: [parcel()],
      counts: none,
      settlement: [
        { settlementId: "9", totalAmount: 21, currency: "USD" },
        {
          settlementId: "9",
          transactionType: "other-transaction",
          orderId: "RO1",
          amountType: "FBA Inventory Reimbursement",
          amountDescription: "REMOVAL_ORDER_LOST",
          amount: 21,
          postedDate: "2026-06-03",
          sku: "MUG",
          quantityPurchased: 5,
        },
      ],
    },
  ],
  ["shipped after the as-of day", { parcels: [parcel({ shipmentDate: "2026-07-01" })], counts: none }],
  ["sent to a liquidator", { parcels: [parcel({ removalOrderType: "Liquidations" })], counts: none }],
];

const invalid: [string, Removals, string[]][] = [
  ["nothing came", { parcels: [parcel()], counts: none, costs: [COST] }, ["file 5 2026-05-01 21.00 USD"]],
  ["the cost is not known", { parcels: [parcel()], counts: none }, ["file 5 2026-05-01"]],
  [
    "two of five paid",
    { parcels: [parcel()], counts: none, paid: [lost(2)], costs: [COST] },
    ["file 3 2026-05-01 12.60 USD"],
  ],
  [
    "another item of the order was paid",
    { parcels: [parcel()], counts: none, paid: [lost(5, { fnsku: "X002", sku: "CUP", asin: "B002" })] },
    ["file 5 2026-05-01"],
  ],
  [
    "a payment before it was shipped",
    { parcels: [parcel()], counts: none, paid: [lost(5, { amazonOrderId: "", approvalDate: "2026-04-30" })] },
    ["file 5 2026-05-01"],
  ],
  [
    "another kind of loss was paid",
    { parcels: [parcel()], counts: none, paid: [paid("Lost_Warehouse", "2026-06-01", 5)] },
    ["file 5 2026-05-01"],
  ],
  [
    "two rows of one parcel",
    { parcels: [parcel({ shippedQuantity: 2 }), parcel({ disposition: "Unsellable" })], counts: none },
    ["file 7 2026-05-01"],
  ],
  [
    "the whole parcel, without naming its items",
    {
      parcels: [parcel(), parcel({ sku: "CUP", fnsku: "X002", shippedQuantity: 1 })],
      counts: [counted(0, { fnsku: "" })],
    },
    ["file 1 2026-05-01", "file 5 2026-05-01"],
  ],
  [
    "counted by MSKU",
    { parcels: [parcel()], counts: [counted(0, { fnsku: "", msku: "MUG" })] },
    ["file 5 2026-05-01"],
  ],
  [
    "counted by tracking number",
    { parcels: [parcel()], counts: [counted(0, { removalOrderId: "" })] },
    ["file 5 2026-05-01"],
  ],
  [
    "counted without a tracking number, of one parcel",
    { parcels: [parcel()], counts: [counted(0, { trackingNumber: "" })] },
    ["file 5 2026-05-01"],
  ],
  [
    "one payment, two lost parcels: the older is paid",
    {
      parcels: [parcel(), parcel({ trackingNumber: "1Z2", shipmentDate: "2026-05-05" })],
      counts: [counted(0), counted(0, { trackingNumber: "1Z2" })],
      paid: [lost(5)],
    },
    ["file 5 2026-05-05"],
  ],
  ["not yet", { parcels: [parcel({ shipmentDate: "2026-06-16" })], counts: none }, ["wait 5 2026-06-16"]],
  [
    "the first day",
    { parcels: [parcel({ shipmentDate: "2026-06-15" })], counts: none },
    ["file 5 2026-06-15"],
  ],
  [
    "the last day",
    { parcels: [parcel({ shipmentDate: "2026-04-16" })], counts: none },
    ["file 5 2026-04-16"],
  ],
  ["too late", { parcels: [parcel({ shipmentDate: "2026-04-15" })], counts: none }, ["expired 5 2026-04-15"]],
  ["nobody counted", { parcels: [parcel()] }, ["info 5 2026-05-01"]],
  ["a count without a number", { parcels: [parcel()], counts: [counted(null)] }, ["info 5 2026-05-01"]],
  [
    "a count that could be of either parcel",
    {
      parcels: [parcel(), parcel({ trackingNumber: "1Z2" })],
      counts: [counted(0, { trackingNumber: "" })],
    },
    ["info 5 2026-05-01", "info 5 2026-05-01"],
  ],
  [
    "a count of some of a mixed parcel",
    {
      parcels: [parcel(), parcel({ sku: "CUP", fnsku: "X002", shippedQuantity: 1 })],
      counts: [counted(3, { fnsku: "" })],
    },
    ["info 1 2026-05-01", "info 5 2026-05-01"],
  ],
  [
    "the count of another order",
    { parcels: [parcel()], counts: [counted(0, { removalOrderId: "RO2" })] },
    ["info 5 2026-05-01"],
  ],
];

describe("removal-lost", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(auditedRemovals(removalLost, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = auditedRemovals(removalLost, rows);
    expect(told(result).sort()).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("counts rows once that were downloaded for two marketplaces", () => {
    const rows = { parcels: [parcel({ importedFor: "US" }), parcel({ importedFor: "CA" })], counts: none };
    expect(auditedRemovals(removalLost, rows).findings).toMatchObject([{ quantity: 5 }]);
  });

  it("makes no claim when the reimbursements of the time are not known", () => {
    const given = { periods: { reimbursements: { from: "2026-05-20", to: "2026-06-30" } } };
    const result = auditedRemovals(removalLost, { parcels: [parcel()], counts: none, given });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "reimbursements" }] }]);
  });

  it("takes the marketplace from the removal order's currency", () => {
    const given = {
      reports: {
        "removal-shipments": [parcel()],
        "removal-receipts": none,
        "removal-orders": [{ requestDate: "2026-04-25", orderId: "RO1", currency: "GBP" }],
        reimbursements: [],
      },
    };
    const [finding] = auditedRemovals(removalLost, { given }).findings;
    expect(finding).toMatchObject({ marketplace: "UK", orderId: "RO1", referenceId: "1Z1", fnsku: "X001" });
  });

  it("asks for the count before day 74, and says when that is past", () => {
    const todo = (shipmentDate: string) =>
      auditedRemovals(removalLost, { parcels: [parcel({ shipmentDate })] }).findings[0]?.todo;
    expect(todo("2026-05-01")).toContain("Confirm arrival before day 74, that is 2026-07-14");
    expect(todo("2026-04-17")).toContain("that is 2026-06-30");
    expect(todo("2026-04-16")).toContain("too late");
  });

  it("names parcel, papers and what was paid", () => {
    const [finding] = auditedRemovals(removalLost, {
      parcels: [parcel()],
      counts: none,
      paid: [lost(2, { reimbursementId: "R77" })],
    }).findings;
    expect(finding?.what).toContain("UPS (tracking number 1Z1)");
    expect(finding?.why).toContain("reimbursement R77");
    expect(finding?.todo).toContain("tracking number");
    expect(finding?.evidence.map((e) => e.report)).toEqual([
      "removal-receipts",
      "removal-shipments",
      "reimbursements",
    ]);
  });
});
