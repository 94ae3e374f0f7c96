import { describe, expect, it } from "vitest";
import { paidUnevenly } from "../../../src/audits/paid-unevenly.ts";
import { adjusted, audited, paid, paidInStock, type Row, type Rows, takenBack, told } from "./build.ts";

const pay = (amountTotal: number, date: string, more: Row = {}) =>
  paid("Lost_Warehouse", date, 1, { amountTotal, reimbursementId: `R ${date}`, ...more });
const high = pay(10, "2026-04-01");
const low = pay(7.9, "2026-05-01");
const ORDER = { amazonOrderId: "111-1111111-1111111", reason: "CustomerReturn" };
const cost = (unitCost: number, more: Row = {}): Row => ({ msku: "MUG", unitCost, currency: "USD", ...more });

const valid: [string, Rows][] = [
  ["the same", { paid: [high, pay(10, "2026-05-01")] }],
  ["20 % apart", { paid: [high, pay(8, "2026-05-01")] }],
  ["20 % apart per unit", { paid: [high, pay(16, "2026-05-01", { quantityReimbursedCash: 2 })] }],
  ["91 days apart", { paid: [high, pay(5, "2026-07-01")], given: { asOf: "2026-07-20" } }],
  ["another item", { paid: [high, pay(5, "2026-05-01", { fnsku: "X002", sku: "CUP", asin: "B002" })] }],
  ["another currency", { paid: [high, pay(5, "2026-05-01", { currencyUnit: "CAD" })] }],
  [
    "customer orders have prices of their own",
    { paid: [pay(10, "2026-04-01", ORDER), pay(5, "2026-05-01", ORDER)] },
  ],
  ["before and after an order", { paid: [high, pay(5, "2026-05-01", ORDER)] }],
  ["a general adjustment", { paid: [high, pay(5, "2026-05-01", { reason: "GeneralAdjustment" })] }],
  ["taken back", { paid: [high, low, takenBack("R 2026-05-01", "2026-05-20", 1)] }],
  ["in stock", { paid: [high, paidInStock("Lost_Warehouse", "2026-05-01", 1)] }],
  [
    "the cost changed between them",
    { paid: [high, low], costs: [cost(4), cost(3, { validFrom: "2026-04-15" })] },
  ],
  ["below cost: claimed as underpaid", { paid: [high, low], costs: [cost(10)] }],
  [
    "an unsellable unit",
    {
      paid: [high, pay(5, "2026-05-01", { reason: "Damaged_Warehouse" })],
      ledger: [adjusted("6", "2026-04-20", -1, { disposition: "CARRIER_DAMAGED" })],
    },
  ],
  ["after the as-of day", { paid: [high, low], given: { asOf: "2026-04-30" } }],
];

const invalid: [string, Rows, string[]][] = [
  ["more than 20 % apart", { paid: [high, low] }, ["info 1 2026-05-01 2.10 USD"]],
  ["the lower came first", { paid: [low, pay(10, "2026-06-01")] }, ["info 1 2026-05-01 2.10 USD"]],
  ["90 days apart", { paid: [high, pay(5, "2026-06-30")] }, ["info 1 2026-06-30 5.00 USD"]],
  [
    "other reasons of the same basis",
    { paid: [high, pay(5, "2026-05-01", { reason: "Lost_Inbound" })] },
    ["info 1 2026-05-01 5.00 USD"],
  ],
  [
    "per unit, for all units of the lower",
    { paid: [high, pay(10, "2026-05-01", { quantityReimbursedCash: 2 })] },
    ["info 2 2026-05-01 10.00 USD"],
  ],
  [
    "a cost that did not change, and both above it",
    { paid: [high, low], costs: [cost(4)] },
    ["info 1 2026-05-01 2.10 USD"],
  ],
  [
    "two lower ones, each against the highest",
    { paid: [high, low, pay(5, "2026-05-10")] },
    ["info 1 2026-05-01 2.10 USD", "info 1 2026-05-10 5.00 USD"],
  ],
];

describe("paid-unevenly", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(paidUnevenly, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(paidUnevenly, rows);
    expect(told(result).sort()).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("does not compare across a change of valuation", () => {
    const given = { asOf: "2025-05-10", from: "2025-01-01" };
    expect(
      audited(paidUnevenly, { paid: [pay(10, "2025-03-30"), pay(5, "2025-03-31")], given }).findings,
    ).toEqual([]);
    expect(
      audited(paidUnevenly, { paid: [pay(10, "2025-04-01"), pay(5, "2025-03-31")], given }).findings,
    ).toHaveLength(1);
  });

  it("does not compare units lost under one rule and paid under the next with units of the next alone", () => {
    const given = { asOf: "2025-05-10", from: "2025-01-01" };
    const lost = (date: string) => adjusted("M", date, -1);
    const both = [pay(10, "2025-03-31"), pay(5, "2025-04-20")];
    const found = (ledger: Row[]) => audited(paidUnevenly, { ledger, paid: both, given }).findings.length;
    expect(found([lost("2025-03-28"), lost("2025-04-10")])).toBe(0);
    expect(found([lost("2025-03-28"), lost("2025-03-29")])).toBe(1);
    expect(found([lost("2025-03-31"), lost("2025-04-10")])).toBe(1);
    // Of the first nobody knows when its unit was lost.
    expect(found([lost("2025-04-10")])).toBe(1);
  });

  it("names both payments", () => {
    const [finding] = audited(paidUnevenly, { paid: [high, low] }).findings;
    expect(finding?.what).toContain("7.90 USD per unit on 2026-05-01 (reimbursement R 2026-05-01)");
    expect(finding?.what).toContain("at 10.00 USD on 2026-04-01");
    expect(finding?.evidence).toHaveLength(2);
  });
});
