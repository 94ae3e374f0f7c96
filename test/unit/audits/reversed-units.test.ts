/** Which units explain which reversal, and which are left for losses: one line per finding of both audits. */
import { describe, expect, it } from "vitest";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, givenOf, inShort, paid, type Row, type Rows, received, takenBack } from "./build.ts";

const run = (rows: Rows) => runAudits(inputOf(givenOf(rows)), [reversedWithoutReturn, warehouseLost]);
const told = (rows: Rows) =>
  run(rows)
    .findings.map(
      (finding) => `${finding.audit === "warehouse-lost" ? "lost" : "reversed"} ${inShort(finding)}`,
    )
    .sort();

const pay = (reason: string, reimbursementId = "P", more: Row = {}) =>
  paid(reason, "2026-03-01", 1, { reimbursementId, ...more });
const back = (date: string, original = "P", more: Row = {}) => takenBack(original, date, 1, more);
const found = (date: string, more: Row = {}) => adjusted("F", date, 1, more);
const into = (date: string, more: Row = {}) => adjusted("N", date, 1, more);
const noFnsku = { fnsku: "", asin: "" };
const OPEN = ["reversed file 1 2026-05-20 4.20 USD"];

describe("a reversal is explained", () => {
  it.each<[string, Rows, string[]]>([
    [
      "of damage inbound by a receipt",
      { paid: [pay("Damaged_Inbound"), back("2026-05-20")], ledger: [received("FBA1", "2026-05-25", 1)] },
      [],
    ],
    [
      "of damage inbound not by a find",
      { paid: [pay("Damaged_Inbound"), back("2026-05-20")], ledger: [found("2026-05-25")] },
      OPEN,
    ],
    [
      "of a loss in the warehouse not by a receipt",
      { paid: [pay("Lost_Warehouse"), back("2026-05-20")], ledger: [received("FBA1", "2026-05-25", 1)] },
      OPEN,
    ],
    [
      "not by units taken out of a shipment",
      { paid: [pay("Lost_Inbound"), back("2026-05-20")], ledger: [received("FBA1", "2026-05-25", -1)] },
      OPEN,
    ],
    [
      "by the item its payment names, where it names none",
      {
        paid: [pay("Lost_Warehouse"), back("2026-05-20", "P", noFnsku)],
        ledger: [found("2026-05-25", { msku: "OTHER" })],
      },
      [],
    ],
    [
      "by the item it names itself",
      {
        paid: [pay("Lost_Warehouse", "P", noFnsku), back("2026-05-20")],
        ledger: [found("2026-05-25", { msku: "OTHER" })],
      },
      [],
    ],
    [
      "by SKU where neither names an item",
      {
        paid: [pay("Lost_Warehouse", "P", noFnsku), back("2026-05-20", "P", noFnsku)],
        ledger: [found("2026-05-25", { fnsku: "X009" })],
      },
      [],
    ],
    [
      "not by another SKU",
      {
        paid: [pay("Lost_Warehouse", "P", noFnsku), back("2026-05-20", "P", noFnsku)],
        ledger: [found("2026-05-25", { msku: "OTHER" })],
      },
      OPEN,
    ],
    [
      "not by another item",
      { paid: [pay("Lost_Warehouse"), back("2026-05-20")], ledger: [found("2026-05-25", { fnsku: "X009" })] },
      OPEN,
    ],
    [
      "by its kind alone where the payment is not in the data",
      {
        paid: [back("2026-05-20", "Q", { originalReimbursementType: "Damaged_Inbound" })],
        ledger: [received("FBA1", "2026-05-25", 1)],
      },
      [],
    ],
    [
      "by a unit transferred in where another reversal needs the find",
      {
        paid: [
          pay("Lost_Warehouse", "P"),
          pay("Lost_Warehouse", "Q"),
          back("2026-05-20", "P"),
          back("2026-06-10", "Q"),
        ],
        ledger: [found("2026-05-25"), into("2026-04-25")],
      },
      [],
    ],
    [
      "by a unit transferred in under its SKU where another needs the find",
      {
        paid: [
          pay("Lost_Warehouse", "P", noFnsku),
          pay("Lost_Warehouse", "Q", noFnsku),
          back("2026-05-20", "P", noFnsku),
          back("2026-06-10", "Q", noFnsku),
        ],
        ledger: [found("2026-05-25"), into("2026-04-25")],
      },
      [],
    ],
    [
      "by a receipt, where a loss in the warehouse needs the unit transferred in",
      {
        paid: [
          pay("Lost_Inbound", "P"),
          pay("Lost_Warehouse", "Q"),
          back("2026-05-20", "P"),
          back("2026-05-20", "Q"),
        ],
        ledger: [received("FBA1", "2026-05-25", 1), into("2026-05-25")],
      },
      [],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  it("not at all, and is noted, when its payment was for something no unit explains", () => {
    expect(told({ paid: [pay("GeneralAdjustment"), back("2026-05-20")] })).toEqual([
      "reversed info 1 2026-05-20 4.20 USD",
    ]);
    expect(told({ paid: [pay("Something_New"), back("2026-05-20")] })).toEqual([
      "reversed info 1 2026-05-20 4.20 USD",
    ]);
    const { findings, cannotTell } = run({
      paid: [back("2026-05-20", "Q", { originalReimbursementType: "Something_New", reimbursementId: "B7" })],
    });
    expect(findings).toEqual([]);
    expect(cannotTell.map(({ reason }) => reason).join()).toContain("1 reversal left out (B7)");
  });
});

describe("a find that explains a reversal", () => {
  const lost = adjusted("M", "2026-05-01", -1);
  it.each<[string, Row[], string[]]>([
    [
      "clears no loss",
      [pay("Lost_Warehouse", "P", { approvalDate: "2026-02-01" }), back("2026-06-20")],
      ["lost file 1 2026-05-01"],
    ],
    [
      "on the day of the audit, neither",
      [pay("Lost_Warehouse", "P", { approvalDate: "2026-02-01" }), back("2026-06-30")],
      ["lost file 1 2026-05-01"],
    ],
    [
      "after the day of the audit, is a find until then",
      [pay("Lost_Warehouse", "P", { approvalDate: "2026-02-01" }), back("2026-07-01")],
      [],
    ],
  ])("%s", (_, payments, expected) => {
    expect(told({ paid: payments, ledger: [lost, found("2026-06-10")] })).toEqual(expected);
  });
});
