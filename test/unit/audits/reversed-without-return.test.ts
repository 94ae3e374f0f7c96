import { describe, expect, it } from "vitest";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { adjusted, audited, paid, type Row, type Rows, received, takenBack, told } from "./build.ts";

const ORDER = "111-1111111-1111111";
const lost = (units = 2, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-03-01", units, { reimbursementId: "P", ...more });
const inbound = (units = 2) => lost(units, { reason: "Lost_Inbound" });
const forOrder = (units = 1) => lost(units, { reason: "CustomerReturn", amazonOrderId: ORDER });
const back = (units = 2, date = "2026-05-20", more: Row = {}) => takenBack("P", date, units, more);
const found = (date: string, units = 2, more: Row = {}) => adjusted("F", date, units, more);
const returned = (more: Row = {}): Row => ({
  returnDate: "2026-04-20",
  orderId: ORDER,
  sku: "MUG",
  asin: "B001",
  fnsku: "X001",
  quantity: 1,
  fulfillmentCenterId: "ONT8",
  detailedDisposition: "SELLABLE",
  licensePlateNumber: "LPN1",
  ...more,
});

const valid: [string, Rows][] = [
  ["found before", { paid: [lost(), back()], ledger: [found("2026-04-20")] }],
  ["found after", { paid: [lost(), back()], ledger: [found("2026-06-19")] }],
  ["transferred in", { paid: [lost(), back()], ledger: [adjusted("N", "2026-05-18", 2)] }],
  [
    "damage paid, unit found",
    { paid: [lost(2, { reason: "Damaged_Warehouse" }), back()], ledger: [found("2026-05-18")] },
  ],
  ["received after all", { paid: [inbound(), back()], ledger: [received("FBA1", "2026-05-25", 2)] }],
  ["inbound, transferred in", { paid: [inbound(), back()], ledger: [adjusted("N", "2026-05-25", 2)] }],
  [
    "the customer's return came, long before",
    { paid: [forOrder(), back(1)], returns: [returned({ returnDate: "2026-03-02" })] },
  ],
  [
    "the original is known by its kind alone",
    {
      paid: [back(2, "2026-05-20", { originalReimbursementType: "Lost_Warehouse" })],
      ledger: [found("2026-05-18")],
    },
  ],
  ["after the as-of day", { paid: [lost(), back(2, "2026-07-02")] }],
  [
    "a positive row named like the settlement's REVERSAL_REIMBURSEMENT is not in this report",
    { paid: [paid("CustomerReturn", "2026-05-20", 1, { amazonOrderId: ORDER })] },
  ],
];

const invalid: [string, Rows, string[]][] = [
  ["nothing came back", { paid: [lost(), back()] }, ["file 2 2026-05-20 8.40 USD"]],
  [
    "whatever the reversal says about stock",
    { paid: [lost(), back(2, "2026-05-20", { quantityReimbursedInventory: 2 })] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "a negative total under another reason",
    {
      paid: [lost(), paid("Lost_Warehouse", "2026-05-20", -2, { originalReimbursementId: "P" })],
    },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "no units shown: the money tells",
    { paid: [lost(), back(0, "2026-05-20", { amountTotal: -8.4 })] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "found 31 days before",
    { paid: [lost(), back()], ledger: [found("2026-04-19")] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "found 31 days after",
    { paid: [lost(), back(2, "2026-05-19")], ledger: [found("2026-06-19")] },
    ["file 2 2026-05-19 8.40 USD"],
  ],
  [
    "a return to stock is no find",
    { paid: [lost(), back()], ledger: [adjusted("", "2026-05-18", 2, { eventType: "CustomerReturns" })] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "a find of another item",
    { paid: [lost(), back()], ledger: [found("2026-05-18", 2, { fnsku: "X002" })] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "a find that was taken out again",
    { paid: [lost(), back()], ledger: [found("2026-05-18"), adjusted("O", "2026-05-22", -2)] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "a find does not explain an inbound reversal",
    { paid: [inbound(), back()], ledger: [found("2026-05-18")] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "a receipt does not explain a warehouse reversal",
    { paid: [lost(), back()], ledger: [received("FBA1", "2026-05-25", 2)] },
    ["file 2 2026-05-20 8.40 USD"],
  ],
  [
    "another order's return",
    { paid: [forOrder(), back(1)], returns: [returned({ orderId: "222-2222222-2222222" })] },
    ["file 1 2026-05-20 4.20 USD"],
  ],
  [
    "one of two units found",
    { paid: [lost(), back()], ledger: [found("2026-05-18", 1)] },
    ["file 1 2026-05-20 4.20 USD"],
  ],
  [
    "one unit explains one reversal",
    {
      paid: [lost(), back(1, "2026-05-10"), back(1, "2026-05-20")],
      ledger: [found("2026-05-15", 1)],
    },
    ["file 1 2026-05-20 4.20 USD"],
  ],
  [
    "one return explains one reversal",
    {
      paid: [forOrder(2), back(1, "2026-05-10"), back(1, "2026-05-20")],
      returns: [returned()],
    },
    ["file 1 2026-05-20 4.20 USD"],
  ],
  [
    "of a reason no unit explains",
    { paid: [lost(1, { reason: "GeneralAdjustment" }), back(1)] },
    ["info 1 2026-05-20 4.20 USD"],
  ],
];

describe("reversed-without-return", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(reversedWithoutReturn, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(reversedWithoutReturn, rows);
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("leaves as few reversals unexplained as the finds allow", () => {
    const rows = {
      paid: [lost(), back(1, "2026-04-10"), back(1, "2026-05-20")],
      ledger: [found("2026-04-01", 1), found("2026-05-10", 1)],
    };
    expect(told(audited(reversedWithoutReturn, rows))).toEqual([]);
  });

  it("cannot tell what an unknown payment was for", () => {
    const result = audited(reversedWithoutReturn, {
      paid: [back(2, "2026-05-20", { reimbursementId: "Z" })],
    });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([
      { reason: expect.stringContaining("(Z)"), needs: [{ report: "reimbursements" }] },
    ]);
  });

  it("asks for the reason when nothing was put into stock, and marks the window as an estimate", () => {
    const [finding] = audited(reversedWithoutReturn, { paid: [lost(), back()] }).findings;
    expect(finding?.estimated).toBe(true);
    expect(finding?.why).toContain("ask Amazon for its reason");
    expect(finding?.evidence).toHaveLength(2);
  });

  it("needs the returns for order payments only", () => {
    const given = { periods: { "customer-returns": { from: "2026-05-01", to: "2026-06-30" } } };
    expect(told(audited(reversedWithoutReturn, { paid: [lost(), back()], given }))).toHaveLength(1);
    const result = audited(reversedWithoutReturn, { paid: [forOrder(), back(1)], given });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "customer-returns" }] }]);
  });
});
