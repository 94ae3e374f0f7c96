/** The mistakes public projects have made in reading these reports: each has a test here that it is not made again. */

import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { ledgerOf } from "../../../src/audits/account/ledger.ts";
import { paymentsOf } from "../../../src/audits/account/payments.ts";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { underpaid } from "../../../src/audits/underpaid.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { inputOf } from "./account-of-rows.ts";
import {
  adjusted,
  audited,
  givenOf,
  paid,
  paidInStock,
  type Row,
  type Rows,
  takenBack,
  told,
} from "./build.ts";

const lost = (date = "2026-05-01", units = 1, more: Row = {}) => adjusted("M", date, -units, more);
const account = (rows: Rows) => accountOf(inputOf(givenOf(rows)));
const paymentsIn = (rows: Row[]) => account({ paid: rows }).derive(paymentsOf);

describe("codes and words", () => {
  it("a reason in words is the code", () => {
    const words = { ledger: [adjusted("Inventory misplaced", "2026-05-01", -1)] };
    const codes = { ledger: [adjusted("M", "2026-05-01", -1)] };
    expect(told(audited(warehouseLost, words))).toEqual(told(audited(warehouseLost, codes)));
    expect(audited(warehouseLost, words).findings[0]?.id).toBe(audited(warehouseLost, codes).findings[0]?.id);
  });

  it("'Damaged: Warehouse' and DAMAGED_WAREHOUSE are one reason", () => {
    for (const reason of ["Damaged: Warehouse", "DAMAGED_WAREHOUSE", "damaged warehouse"]) {
      const rows = { ledger: [adjusted("E", "2026-05-01", -1)], paid: [paid(reason, "2026-05-10", 1)] };
      expect(told(audited(warehouseDamaged, rows))).toEqual([]);
    }
  });

  it("an unknown reimbursement reason is listed", () => {
    const result = audited(underpaid, { paid: [paid("Goodwill_2026", "2026-05-10", 1)] });
    expect(result.cannotTell).toMatchObject([{ reason: expect.stringContaining("Goodwill_2026") }]);
  });
});

describe("signs and sides of the ledger", () => {
  it("a damage row and its P are one damage", () => {
    const ledger = [
      adjusted("E", "2026-05-01", -2),
      adjusted("P", "2026-05-01", 2, { disposition: "WAREHOUSE_DAMAGED" }),
    ];
    expect(told(audited(warehouseDamaged, { ledger }))).toEqual(["file 2 2026-05-01"]);
  });

  it("Q is no damage, O no loss, 3 and 4 neither", () => {
    const ledger = ["Q", "O", "4"].map((code) => adjusted(code, "2026-05-01", -1));
    expect(told(audited(warehouseDamaged, { ledger }))).toEqual([]);
    expect(told(audited(warehouseLost, { ledger }))).toEqual([]);
  });

  it("a lost code with a plus sign gives units back", () => {
    expect(told(audited(warehouseLost, { ledger: [lost(), adjusted("M", "2026-05-10", 1)] }))).toEqual([]);
  });
});

describe("reversals", () => {
  it("a row is a reversal by its reason, its original, or its negative total", () => {
    const { paid: payments, reversals } = paymentsIn([
      paid("Lost_Warehouse", "2026-01-01", 2, { reimbursementId: "P" }),
      paid("Reversal", "2026-02-01", 0, { amountTotal: 0 }),
      paid("Lost_Warehouse", "2026-02-02", 1, { originalReimbursementId: "P" }),
      paid("GeneralAdjustment", "2026-02-03", 0, { amountTotal: -3 }),
    ]);
    expect(payments).toHaveLength(1);
    expect(reversals).toHaveLength(3);
  });

  it("units are the cash units, else the money over what the original paid per unit, at least 1", () => {
    const of = (units: number, amountTotal: number) =>
      paymentsIn([
        paid("Lost_Warehouse", "2026-01-01", 4, { reimbursementId: "P", amountTotal: 40 }),
        takenBack("P", "2026-02-01", units, { amountTotal }),
      ]).reversals[0]?.units;
    expect(of(2, -20)).toBe(2);
    expect(of(0, -30)).toBe(3);
    expect(of(0, -2)).toBe(1);
  });

  it("does not reopen the loss it had paid", () => {
    const rows = {
      ledger: [lost()],
      paid: [
        paid("Lost_Warehouse", "2026-05-10", 1, { reimbursementId: "P" }),
        takenBack("P", "2026-05-20", 1),
      ],
    };
    expect(told(audited(warehouseLost, rows))).toEqual([]);
    expect(told(audited(reversedWithoutReturn, rows))).toEqual(["file 1 2026-05-20 4.20 USD"]);
  });
});

describe("reimbursements", () => {
  it("the same rows downloaded for two marketplaces of a region are one payment", () => {
    const row = paid("Lost_Warehouse", "2026-05-10", 1, { reimbursementId: "P", currencyUnit: "EUR" });
    const twice = [
      { ...row, importedFor: "DE" },
      { ...row, importedFor: "FR" },
    ];
    expect(paymentsIn(twice).paid).toHaveLength(1);
    const ledger = [lost("2026-05-01", 2, { country: "DE" })];
    const given = { marketplace: "DE" };
    expect(told(audited(warehouseLost, { ledger, paid: twice, given }))).toEqual(["file 1 2026-05-01"]);
  });

  it("equal rows of one download are separate payments, and one id can hold several items", () => {
    const row = paid("Lost_Warehouse", "2026-05-10", 1, { reimbursementId: "P" });
    expect(paymentsIn([row, row, { ...row, sku: "CUP", fnsku: "X002" }]).paid).toHaveLength(3);
  });

  it("in the old layout units are cash when money was paid, else stock", () => {
    const old = (amountTotal: number) => ({
      ...paid("Lost_Warehouse", "2026-05-10", 1, { amountTotal, quantity: 3 }),
      quantityReimbursedCash: null,
      quantityReimbursedInventory: null,
      quantityReimbursedTotal: null,
    });
    const [cash] = paymentsIn([old(12)]).paid;
    const [stock] = paymentsIn([old(0)]).paid;
    expect([cash?.cashUnits, cash?.stockUnits, stock?.cashUnits, stock?.stockUnits]).toEqual([3, 0, 0, 3]);
  });

  it("units paid in stock are never short-paid in cash", () => {
    const rows = {
      paid: [paidInStock("Lost_Warehouse", "2026-05-10", 2)],
      costs: [{ msku: "MUG", unitCost: 10, currency: "USD" }],
    };
    expect(audited(underpaid, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it("once reimbursed is not settled for ever", () => {
    const rows = {
      ledger: [lost("2026-04-01"), lost("2026-05-10")],
      paid: [paid("Lost_Warehouse", "2026-04-20", 1)],
    };
    expect(told(audited(warehouseLost, rows))).toEqual(["file 1 2026-05-10"]);
  });
});

describe("ledger identity", () => {
  it("equal rows are separate events", () => {
    const ledger = [lost(), lost(), lost()];
    const { findings } = audited(warehouseLost, { ledger });
    expect(new Set(findings.map((f) => f.id)).size).toBe(3);
  });

  it("title, store and reconciliation are no part of it", () => {
    const id = (more: Row) =>
      audited(warehouseLost, { ledger: [lost("2026-05-01", 2, more)] }).findings[0]?.id;
    expect(id({ title: "New name", store: "A", unreconciled: 1 })).toBe(id({ title: "Old name" }));
  });

  it("a blank unreconciled quantity is nothing reconciled yet", () => {
    const ledger = [lost("2026-05-01", 2, { unreconciled: 1 }), lost("2026-05-02", 3)];
    expect(told(audited(warehouseLost, { ledger }))).toEqual(["file 1 2026-05-01", "file 3 2026-05-02"]);
  });

  it("reads the units of a help-page row: 16 missing, 5 reconciled, 11 open", () => {
    const row = adjusted("M", "2026-05-26", -16, { reconciledQuantity: 5, unreconciledQuantity: 11 });
    const [read] = [
      ...account({ ledger: [row] })
        .derive(ledgerOf)
        .adjustments.values(),
    ].flat();
    expect(read).toMatchObject({ quantity: -16, reconciled: 5, unreconciled: 11 });
  });
});

describe("regions and special SKUs", () => {
  it("the United Kingdom is a stock region of its own", () => {
    const ledger = [
      lost("2026-05-01", 1, { country: "DE" }),
      adjusted("F", "2026-05-10", 1, { country: "GB" }),
    ];
    const given = { marketplace: "DE" };
    expect(told(audited(warehouseLost, { ledger, given }))).toEqual(["file 1 2026-05-01"]);
  });

  it("the row's country picks the policy, not the file's marketplace", () => {
    const ledger = [lost("2026-05-01", 1, { country: "GB" })];
    const [finding] = audited(warehouseLost, { ledger }).findings;
    expect(finding).toMatchObject({ marketplace: "UK" });
    expect(finding?.why).toContain("2025-01-09");
  });

  it("Amazon.Found units are used last, and never for another ASIN", () => {
    const ownerless = adjusted("F", "2026-05-10", 1, { msku: "Amazon.Found.B001", fnsku: "X999" });
    const rows = { ledger: [lost(), ownerless], paid: [paid("Lost_Warehouse", "2026-05-20", 1)] };
    expect(told(audited(warehouseLost, { ...rows, ledger: [...rows.ledger, lost("2026-05-02")] }))).toEqual(
      [],
    );
    expect(
      told(audited(warehouseLost, { ledger: [lost("2026-05-01", 1, { asin: "B777" }), ownerless] })),
    ).toEqual(["file 1 2026-05-01"]);
  });
});

describe("days after as-of", () => {
  it("openings are ignored, clearings count", () => {
    expect(told(audited(warehouseLost, { ledger: [lost("2026-07-01")] }))).toEqual([]);
    expect(told(audited(warehouseLost, { ledger: [lost(), adjusted("F", "2026-07-20", 1)] }))).toEqual([]);
    const rows = { ledger: [lost()], paid: [paid("Lost_Warehouse", "2026-07-20", 1)] };
    expect(told(audited(warehouseLost, rows))).toEqual([]);
  });
});
