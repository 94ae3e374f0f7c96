import { describe, expect, it } from "vitest";
import { notSettled } from "../../../src/audits/not-settled.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { type Given, inputOf } from "./account-of-rows.ts";
import { paid, paidInStock, type Row, takenBack, told } from "./build.ts";

/** Settlements without a gap from 1 April to 20 June 2026. */
const total = (id: string, from: string, to: string, more: Row = {}): Row => ({
  settlementId: id,
  settlementStartDate: from,
  settlementEndDate: to,
  totalAmount: 0,
  currency: "USD",
  ...more,
});
const TOTALS = [
  total("1", "2026-04-01", "2026-04-29"),
  total("2", "2026-04-29", "2026-05-27"),
  total("3", "2026-05-27", "2026-06-20"),
];
const posted = (day: string, amount: number, more: Row = {}): Row => ({
  settlementId: "2",
  transactionType: "other-transaction",
  amountType: "FBA Inventory Reimbursement",
  amountDescription: "WAREHOUSE_LOST",
  amount,
  postedDate: day,
  sku: "MUG",
  quantityPurchased: 1,
  ...more,
});
const approved = (amountTotal: number, date = "2026-05-10", more: Row = {}) =>
  paid("Lost_Warehouse", date, 1, { amountTotal, reimbursementId: `R ${date}`, ...more });

const audit = (payments: readonly Row[], settled: readonly Row[], more: Partial<Given> = {}) =>
  runAudits(
    inputOf({
      asOf: "2026-06-30",
      reports: { reimbursements: payments, settlement: [...TOTALS, ...settled] },
      ...more,
    }),
    [notSettled],
  );

const valid: [string, Row[], Row[]][] = [
  ["posted three days later", [approved(10)], [posted("2026-05-13", 10)]],
  ["a day before", [approved(10)], [posted("2026-05-09", 10)]],
  ["ten days after", [approved(10)], [posted("2026-05-20", 10)]],
  ["two approvals in one row", [approved(10), approved(5)], [posted("2026-05-13", 15)]],
  ["one approval in two rows", [approved(10)], [posted("2026-05-13", 4), posted("2026-05-14", 6)]],
  ["approvals of two days in one row", [approved(10), approved(5, "2026-05-12")], [posted("2026-05-14", 15)]],
  [
    "under another code",
    [approved(10)],
    [posted("2026-05-13", 10, { amountDescription: "WAREHOUSE_DAMAGE" })],
  ],
  ["a cent of rounding", [approved(10)], [posted("2026-05-13", 9.99)]],
  ["a row that names no SKU", [approved(10)], [posted("2026-05-13", 10, { sku: "" })]],
  ["a payment in stock", [paidInStock("Lost_Warehouse", "2026-05-10", 1)], []],
  ["a reversal is no money owed", [takenBack("P", "2026-05-10", 1)], []],
  [
    "a correction of fees is booked otherwise",
    [approved(10, "2026-05-10", { reason: "Fee_Correction" })],
    [],
  ],
  ["too young to be posted", [approved(10, "2026-06-25")], []],
  ["after the as-of day", [approved(10, "2026-07-02")], []],
];

const invalid: [string, Row[], Row[], string[]][] = [
  ["nothing posted", [approved(10)], [], ["file 1 2026-05-10 10.00 USD"]],
  [
    "posted two days before: another approval",
    [approved(10)],
    [posted("2026-05-08", 10)],
    ["file 1 2026-05-10 10.00 USD"],
  ],
  ["posted eleven days after", [approved(10)], [posted("2026-05-21", 10)], ["file 1 2026-05-10 10.00 USD"]],
  [
    "another SKU",
    [approved(10)],
    [posted("2026-05-13", 10, { sku: "CUP" })],
    ["file 1 2026-05-10 10.00 USD"],
  ],
  ["another currency", [approved(10, "2026-05-10", { currencyUnit: "CAD" })], [posted("2026-05-13", 10)], []],
  [
    "each row is used once",
    [approved(10), approved(10, "2026-05-11")],
    [posted("2026-05-13", 10)],
    ["file 1 2026-05-11 10.00 USD"],
  ],
  [
    "the equal sum is its own, not what is nearer",
    [approved(10), approved(7, "2026-05-11")],
    [posted("2026-05-13", 7)],
    ["file 1 2026-05-10 10.00 USD"],
  ],
  ["less was posted", [approved(10)], [posted("2026-05-13", 6)], ["file 1 2026-05-10 4.00 USD"]],
  [
    "half of two units",
    [approved(20, "2026-05-10", { quantityReimbursedCash: 2 })],
    [posted("2026-05-13", 10)],
    ["file 1 2026-05-10 10.00 USD"],
  ],
  [
    "money taken back settles nothing",
    [approved(10)],
    [posted("2026-05-13", -10, { amountDescription: "COMPENSATED_CLAWBACK" })],
    ["file 1 2026-05-10 10.00 USD"],
  ],
  ["long ago: it has no last day", [approved(10, "2026-04-05")], [], ["file 1 2026-04-05 10.00 USD"]],
];

describe("not-settled", () => {
  it.each(valid)("says nothing: %s", (_, payments, settled) => {
    expect(audit(payments, settled)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, payments, settled, expected) => {
    expect(told(audit(payments, settled))).toEqual(expected);
  });

  it("needs closed settlements from the day before to ten days after", () => {
    expect(told(audit([approved(10, "2026-06-10")], []))).toEqual(["file 1 2026-06-10 10.00 USD"]);
    expect(told(audit([approved(10, "2026-04-02")], []))).toEqual(["file 1 2026-04-02 10.00 USD"]);
    for (const day of ["2026-06-11", "2026-04-01"]) {
      const result = audit([approved(10, day)], []);
      expect(result.findings).toEqual([]);
      expect(result.cannotTell).toMatchObject([
        { reason: expect.stringContaining("1 payment not judged"), needs: [{ report: "settlement" }] },
      ]);
    }
  });

  it("cannot tell across a missing settlement", () => {
    const reports = { reimbursements: [approved(10)], settlement: TOTALS.filter((_, i) => i !== 1) };
    const result = runAudits(inputOf({ asOf: "2026-06-30", reports }), [notSettled]);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toHaveLength(1);
  });

  it("cannot tell while one of two sites in a currency has no settlement of the days", () => {
    const site = (id: string, marketplaceName: string): Row => ({
      settlementId: id,
      marketplaceName,
      transactionType: "Order",
    });
    const euro = (id: string, from: string, to: string) => total(id, from, to, { currency: "EUR" });
    const payment = approved(10, "2026-05-10", { currencyUnit: "EUR" });
    const of = (french: Row) =>
      runAudits(
        inputOf({
          asOf: "2026-06-30",
          marketplace: "DE",
          reports: {
            reimbursements: [payment],
            settlement: [
              euro("1", "2026-04-01", "2026-06-20"),
              site("1", "Amazon.de"),
              french,
              site("2", "Amazon.fr"),
            ],
          },
        }),
        [notSettled],
      );
    expect(of(euro("2", "2026-06-01", "2026-06-20")).findings).toEqual([]);
    expect(told(of(euro("2", "2026-04-01", "2026-06-20")))).toEqual(["file 1 2026-05-10 10.00 EUR"]);
  });

  it("reads the payments CSV, as far as its rows reach", () => {
    const csv = (day: string, amount: number): Row => ({
      settlementId: "7",
      dateTime: day,
      type: "Adjustment",
      description: "FBA Inventory Reimbursement - Lost:Warehouse",
      sku: "MUG",
      currency: "USD",
      quantity: 1,
      total: amount,
    });
    const of = (...rows: Row[]) =>
      runAudits(
        inputOf({ asOf: "2026-06-30", reports: { reimbursements: [approved(10)], transactions: rows } }),
        [notSettled],
      );
    expect(told(of(csv("2026-05-01", 3), csv("2026-05-25", 3)))).toEqual(["file 1 2026-05-10 10.00 USD"]);
    expect(of(csv("2026-05-01", 3), csv("2026-05-12", 10), csv("2026-05-25", 3)).findings).toEqual([]);
    expect(of(csv("2026-05-01", 3), csv("2026-05-19", 3)).findings).toEqual([]);
  });

  it.each(["WAREHOUSE_LOST", "MISSING_FROM_INVENTORY"])("reads settlement V1, code %s", (transactionType) => {
    const row = {
      settlementId: "2",
      transactionType,
      postedDate: "2026-05-13",
      sku: "MUG",
      quantityPurchased: 1,
      otherAmount: 10,
    };
    const of = (...rows: Row[]) =>
      runAudits(
        inputOf({
          asOf: "2026-06-30",
          reports: { reimbursements: [approved(10)], "settlement-v1": [...TOTALS, ...rows] },
        }),
        [notSettled],
      );
    expect(of(row).findings).toEqual([]);
    expect(told(of({ ...row, sku: "CUP" }))).toEqual(["file 1 2026-05-10 10.00 USD"]);
  });

  it("has no last day and names the settlements searched", () => {
    const [finding] = audit([approved(10)], []).findings;
    expect(finding).toMatchObject({ deadline: null, referenceId: "R 2026-05-10" });
    expect(finding?.why).toContain("2026-05-09 to 2026-05-20 in USD");
  });
});
