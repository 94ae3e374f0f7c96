import { describe, expect, it } from "vitest";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import {
  adjusted,
  audited,
  COST,
  inShort,
  paid,
  paidInStock,
  type Rows,
  received,
  takenBack,
  told,
} from "./build.ts";

const lost = (date: string, units = 1, more = {}) => adjusted("M", date, -units, more);
const found = (date: string, units = 1, more = {}) => adjusted("F", date, units, more);

/** Look-alikes: nothing is owed. */
const valid: [string, Rows][] = [
  ["found again", { ledger: [lost("2026-05-01"), found("2026-05-20")] }],
  ["found a year later", { ledger: [lost("2025-06-10"), found("2026-06-20")] }],
  [
    "found in another country of the region",
    {
      ledger: [lost("2026-05-01", 1, { country: "DE" }), found("2026-05-20", 1, { country: "PL" })],
      given: { marketplace: "DE" },
    },
  ],
  ["found up to 7 days before", { ledger: [found("2026-04-24"), lost("2026-05-01")] }],
  ["transferred in", { ledger: [lost("2026-05-01"), adjusted("N", "2026-05-20", 1)] }],
  ["paid in cash", { ledger: [lost("2026-05-01")], paid: [paid("Lost_Warehouse", "2026-05-20", 1)] }],
  [
    "paid, the reason in other words",
    { ledger: [lost("2026-05-01")], paid: [paid("Lost:Warehouse", "2026-05-20", 1)] },
  ],
  [
    "paid in stock that never came",
    { ledger: [lost("2026-05-01")], paid: [paidInStock("Lost_Warehouse", "2026-05-20", 1)] },
  ],
  [
    "paid after the as-of day",
    { ledger: [lost("2026-05-01")], paid: [paid("Lost_Warehouse", "2026-07-02", 1)] },
  ],
  [
    "paid under the SKU alone",
    { ledger: [lost("2026-05-01")], paid: [paid("Lost_Warehouse", "2026-05-20", 1, { fnsku: "" })] },
  ],
  [
    "paid and taken back: the reversal is judged by itself",
    {
      ledger: [lost("2026-05-01")],
      paid: [
        paid("Lost_Warehouse", "2026-05-20", 1, { reimbursementId: "P" }),
        takenBack("P", "2026-06-10", 1),
      ],
    },
  ],
  [
    "reconciled with another item, nothing of it in the data",
    { ledger: [lost("2026-05-01", 2, { unreconciled: 0 })] },
  ],
  [
    "a general adjustment nothing else explains",
    {
      ledger: [lost("2026-05-01")],
      paid: [paid("GeneralAdjustment", "2026-05-20", 1)],
    },
  ],
  ["a reason nobody knows", { ledger: [lost("2026-05-01")], paid: [paid("Goodwill_2026", "2026-05-20", 1)] }],
  [
    "found without an owner, the same ASIN",
    {
      ledger: [lost("2026-05-01"), found("2026-05-20", 1, { msku: "Amazon.Found.B001", fnsku: "X999" })],
    },
  ],
  [
    "found without an owner is no loss when it is lost again",
    {
      ledger: [lost("2026-05-01", 1, { msku: "Amazon.Found.B001", fnsku: "X999" })],
    },
  ],
  ["after the as-of day", { ledger: [lost("2026-07-02")] }],
  [
    "changes of disposition",
    {
      ledger: [adjusted("Q", "2026-05-01", -1), adjusted("P", "2026-05-01", 1, { disposition: "DEFECTIVE" })],
    },
  ],
  ["taken out as received wrongly", { ledger: [adjusted("O", "2026-05-01", -1)] }],
  [
    "one barcode for two SKUs",
    {
      ledger: [
        lost("2026-05-01", 1, { fnsku: "B001", msku: "MUG-A" }),
        found("2026-05-20", 1, { fnsku: "B001", msku: "MUG-B" }),
      ],
    },
  ],
  [
    "lost damaged stock that is an earlier damaged unit",
    {
      ledger: [
        adjusted("E", "2026-04-01", -1, { unreconciled: 0 }),
        lost("2026-05-01", 1, { disposition: "WAREHOUSE_DAMAGED" }),
      ],
    },
  ],
];

/** What is told, in short. */
const invalid: [string, Rows, string[]][] = [
  ["lost, nothing since", { ledger: [lost("2026-05-01", 2)], costs: [COST] }, ["file 2 2026-05-01 8.40 USD"]],
  ["the older code", { ledger: [adjusted("5", "2026-05-01", -1)] }, ["file 1 2026-05-01"]],
  [
    "the code in words",
    { ledger: [adjusted("Inventory misplaced", "2026-05-01", -1)] },
    ["file 1 2026-05-01"],
  ],
  [
    "the event in the singular",
    { ledger: [lost("2026-05-01", 1, { eventType: "Adjustment" })] },
    ["file 1 2026-05-01"],
  ],
  ["no condition stated", { ledger: [lost("2026-05-01", 1, { disposition: "" })] }, ["file 1 2026-05-01"]],
  ["younger than 30 days", { ledger: [lost("2026-06-01")] }, ["wait 1 2026-06-01"]],
  ["30 days old", { ledger: [lost("2026-05-31")] }, ["file 1 2026-05-31"]],
  ["the last day", { ledger: [lost("2026-05-01")] }, ["file 1 2026-05-01"]],
  ["a day after the last", { ledger: [lost("2026-04-30")] }, ["expired 1 2026-04-30"]],
  ["partly reconciled", { ledger: [lost("2026-05-01", 16, { unreconciled: 11 })] }, ["file 11 2026-05-01"]],
  ["found 8 days before", { ledger: [found("2026-04-23"), lost("2026-05-01")] }, ["file 1 2026-05-01"]],
  [
    "found in another region",
    {
      ledger: [lost("2026-05-01"), found("2026-05-20", 1, { country: "CA" })],
    },
    ["file 1 2026-05-01"],
  ],
  [
    "a reconciled find clears no unreconciled loss",
    {
      ledger: [lost("2026-05-01", 1, { unreconciled: 1 }), found("2026-05-20", 1, { unreconciled: 0 })],
    },
    ["file 1 2026-05-01"],
  ],
  [
    "paid for another item",
    { ledger: [lost("2026-05-01")], paid: [paid("Lost_Warehouse", "2026-05-20", 1, { fnsku: "X002" })] },
    ["file 1 2026-05-01"],
  ],
  [
    "paid in another region's currency",
    {
      ledger: [lost("2026-05-01")],
      paid: [paid("Lost_Warehouse", "2026-05-20", 1, { currencyUnit: "CAD" })],
    },
    ["file 1 2026-05-01"],
  ],
  [
    "paid for damage",
    { ledger: [lost("2026-05-01")], paid: [paid("Damaged_Warehouse", "2026-05-20", 1)] },
    ["file 1 2026-05-01"],
  ],
  [
    "paid for a customer order",
    {
      ledger: [lost("2026-05-01")],
      paid: [paid("Lost_Warehouse", "2026-05-20", 1, { amazonOrderId: "111-1111111-1111111" })],
    },
    ["file 1 2026-05-01"],
  ],
  [
    "a fee correction",
    { ledger: [lost("2026-05-01")], paid: [paid("Fee_Correction", "2026-05-20", 1)] },
    ["file 1 2026-05-01"],
  ],
  [
    "a general adjustment before the loss",
    { ledger: [lost("2026-05-01")], paid: [paid("GeneralAdjustment", "2026-04-28", 1)] },
    ["file 1 2026-05-01"],
  ],
  [
    "paid more than 7 days before",
    { ledger: [lost("2026-05-01")], paid: [paid("Lost_Warehouse", "2026-04-23", 1)] },
    ["file 1 2026-05-01"],
  ],
  [
    "the payment belongs to the older loss, reconciled by it",
    {
      ledger: [lost("2026-04-20", 1, { unreconciled: 0 }), lost("2026-05-02", 1, { unreconciled: 1 })],
      paid: [paid("Lost_Warehouse", "2026-05-20", 1)],
    },
    ["file 1 2026-05-02"],
  ],
  [
    "several losses, finds and payments",
    {
      ledger: [
        lost("2026-05-01", 3),
        lost("2026-05-05", 2),
        lost("2026-05-06", 2),
        found("2026-05-10", 2),
        found("2026-05-22", 1),
      ],
      paid: [paid("Lost_Warehouse", "2026-05-25", 1), paidInStock("Lost_Warehouse", "2026-05-28", 1)],
    },
    ["file 2 2026-05-06"],
  ],
  [
    "a find taken out within 30 days",
    {
      ledger: [lost("2026-05-01"), found("2026-05-05"), adjusted("O", "2026-06-04", -1)],
    },
    ["file 1 2026-05-01"],
  ],
  [
    "the find of a payment in stock is not counted twice",
    {
      ledger: [lost("2026-05-01"), lost("2026-05-02"), adjusted("N", "2026-06-10", 1)],
      paid: [paidInStock("Lost_Warehouse", "2026-05-20", 1)],
    },
    ["file 1 2026-05-02"],
  ],
  [
    "a find that explains a reversal clears no loss",
    {
      ledger: [lost("2026-05-01"), lost("2026-05-12"), found("2026-05-20")],
      paid: [
        paid("Lost_Warehouse", "2026-05-15", 1, { reimbursementId: "P" }),
        takenBack("P", "2026-06-01", 1),
      ],
    },
    ["file 1 2026-05-12"],
  ],
  [
    "equal rows are separate losses",
    { ledger: [lost("2026-05-01"), lost("2026-05-01")] },
    ["file 1 2026-05-01", "file 1 2026-05-01"],
  ],
  [
    "graded stock is an item of its own",
    {
      ledger: [
        lost("2026-05-01", 1, { fnsku: "B001" }),
        found("2026-05-20", 1, { fnsku: "B001", msku: "amzn.gr.MUG-1" }),
      ],
    },
    ["file 1 2026-05-01"],
  ],
  [
    "receipts are no finds",
    { ledger: [lost("2026-05-01"), received("FBA1", "2026-05-20", 5)] },
    ["file 1 2026-05-01"],
  ],
  [
    "lost damaged stock no damage explains",
    { ledger: [lost("2026-05-01", 1, { disposition: "WAREHOUSE_DAMAGED" })] },
    ["info 1 2026-05-01"],
  ],
  [
    "lost unsellable stock",
    { ledger: [lost("2026-05-01", 1, { disposition: "DEFECTIVE" })] },
    ["info 1 2026-05-01"],
  ],
  [
    "a payment never goes to unsellable stock first",
    {
      ledger: [lost("2026-04-20", 1, { disposition: "DEFECTIVE" }), lost("2026-05-02")],
      paid: [paid("Lost_Warehouse", "2026-05-20", 1)],
    },
    ["info 1 2026-04-20"],
  ],
];

describe("warehouse-lost", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(warehouseLost, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(warehouseLost, rows);
    expect(told(result).sort()).toEqual([...expected].sort());
    expect(result.cannotTell).toEqual([]);
  });

  it("says what it found, why, and what to do, without a code unexplained", () => {
    const [finding] = audited(warehouseLost, {
      ledger: [lost("2026-05-01", 3, { referenceId: "20081" }), found("2026-05-10")],
      paid: [paid("GeneralAdjustment", "2026-05-22", 1, { reimbursementId: "G7" })],
      costs: [COST],
    }).findings;
    expect(finding?.what).toBe(
      "1 unit of MUG (FNSKU X001, ASIN B001) went missing at ONT8 on 2026-05-01 (ledger code M: misplaced in the fulfilment centre, reference 20081).",
    );
    expect(finding?.why).toContain("60 days");
    expect(finding?.why).toContain("in force since 2024-10-23");
    expect(finding?.why).toContain(
      "1 of this ledger row's 3 units unreconciled, not found again and not reimbursed",
    );
    expect(finding?.why).toContain(
      "1 unit found on 2026-05-10 and 1 unit reimbursed on 2026-05-22 (reimbursement G7;",
    );
    expect(finding?.why).toContain('"GeneralAdjustment" names no loss');
    expect(finding?.todo).toContain("Last day: 2026-06-30.");
    expect(finding?.basis).toBe("1 unit × 4.20 USD, your cost per unit");
    expect(finding?.evidence).toEqual([
      { report: "ledger-detail", line: 2 },
      { report: "ledger-detail", line: 3 },
      { report: "reimbursements", line: 2 },
    ]);
  });

  it("says that a find without an owner was counted", () => {
    const [finding] = audited(warehouseLost, {
      ledger: [lost("2026-05-01", 2), found("2026-05-20", 1, { msku: "Amazon.Found.B001", fnsku: "X999" })],
    }).findings;
    expect(finding?.quantity).toBe(1);
    expect(finding?.why).toContain("without an owner (Amazon.Found.B001)");
  });

  it("keeps a finding's id when its units, its amount or its reconciliation change", () => {
    const before = audited(warehouseLost, { ledger: [lost("2026-05-01", 3)] }).findings[0];
    const after = audited(warehouseLost, {
      ledger: [lost("2026-05-01", 3, { unreconciled: 1 })],
      costs: [COST],
    }).findings[0];
    expect(after?.quantity).toBe(1);
    expect(after?.id).toBe(before?.id);
  });

  it("keeps the ids of equal rows still open when one of them is reconciled", () => {
    const both = audited(warehouseLost, { ledger: [lost("2026-05-01"), lost("2026-05-01")] }).findings;
    const one = audited(warehouseLost, {
      ledger: [lost("2026-05-01", 1, { unreconciled: 0 }), lost("2026-05-01", 1, { unreconciled: 1 })],
    }).findings;
    expect(one).toHaveLength(1);
    expect(both.map((f) => f.id)).toContain(one[0]?.id);
  });

  it("lists reasons nobody knows and guesses nothing", () => {
    const result = audited(warehouseLost, { ledger: [adjusted("W", "2026-05-01", -1)] });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ reason: expect.stringContaining("(W)"), needs: [] }]);
  });

  it("does not value what Amazon valued by its own estimate", () => {
    const [finding] = audited(warehouseLost, {
      ledger: [lost("2025-02-15", 1)],
      costs: [COST],
      given: { asOf: "2025-04-01", from: "2025-01-01" },
    }).findings;
    expect(finding).toMatchObject({ state: "file", amount: null });
    expect(finding?.basis).toContain("its own estimate");
  });

  it("values by the cost valid that day, FNSKU before MSKU before ASIN, up to the limit per unit", () => {
    const worth = (...costs: Record<string, string | number>[]) =>
      audited(warehouseLost, { ledger: [lost("2026-05-01", 2)], costs }).findings.map(inShort)[0];
    const cost = (more: Record<string, string | number>) => ({ currency: "USD", ...more });
    expect(worth(cost({ asin: "B001", unitCost: 1 }), cost({ msku: "MUG", unitCost: 2 }))).toContain(
      "4.00 USD",
    );
    expect(worth(cost({ msku: "MUG", unitCost: 2 }), cost({ fnsku: "X001", unitCost: 3 }))).toContain(
      "6.00 USD",
    );
    expect(
      worth(
        cost({ msku: "MUG", unitCost: 2, validFrom: "2026-01-01" }),
        cost({ msku: "MUG", unitCost: 5, validFrom: "2026-05-02" }),
      ),
    ).toContain("4.00 USD");
    expect(worth(cost({ msku: "MUG", unitCost: 6000 }))).toContain("10000.00 USD");
    expect(worth(cost({ msku: "MUG", unitCost: 2, currency: "EUR" }))).toBe("file 2 2026-05-01");
    expect(worth(cost({ msku: "MUG", unitCost: 2, validFrom: "2026-05-02" }))).toBe("file 2 2026-05-01");
  });

  it("names a payment once that cleared both parts of a row", () => {
    const rows = {
      ledger: [adjusted("M", "2026-05-05", -3, { reconciledQuantity: 1, unreconciled: 2 })],
      paid: [paid("Lost_Warehouse", "2026-06-01", 2)],
    };
    const [finding] = audited(warehouseLost, rows).findings;
    expect(finding).toMatchObject({ quantity: 1 });
    expect(finding?.evidence).toEqual([
      { report: "ledger-detail", line: 2 },
      { report: "reimbursements", line: 2 },
    ]);
  });
});
