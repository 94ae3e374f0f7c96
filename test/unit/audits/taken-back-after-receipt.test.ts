import { describe, expect, it } from "vitest";
import { takenBackAfterReceipt } from "../../../src/audits/taken-back-after-receipt.ts";
import { adjusted, audited, paid, paidInStock, type Row, type Rows, received, told } from "./build.ts";

const takenOut = (date: string, units = 1, more: Row = {}) => adjusted("O", date, -units, more);
const receipt = received("FBA1", "2026-04-01", 10);
const judged = (rows: Rows) => told(audited(takenBackAfterReceipt, rows));

const valid: [string, Rows][] = [
  ["91 days after the receipt", { ledger: [receipt, takenOut("2026-07-01")], given: { asOf: "2026-07-30" } }],
  ["before the receipt", { ledger: [receipt, takenOut("2026-03-31")] }],
  ["never received", { ledger: [takenOut("2026-05-01")] }],
  [
    "another item was received",
    { ledger: [received("FBA1", "2026-04-01", 10, { fnsku: "X002" }), takenOut("2026-05-01")] },
  ],
  ["found and taken back", { ledger: [receipt, adjusted("F", "2026-04-20", 1), takenOut("2026-05-01")] }],
  [
    "transferred in and taken back",
    { ledger: [receipt, adjusted("N", "2026-04-20", 1), takenOut("2026-05-01")] },
  ],
  [
    "paid in stock before",
    { ledger: [receipt, takenOut("2026-05-01")], paid: [paidInStock("Lost_Warehouse", "2026-02-20", 1)] },
  ],
  [
    "paid in stock since",
    { ledger: [receipt, takenOut("2026-05-01")], paid: [paidInStock("Lost_Inbound", "2026-05-20", 1)] },
  ],
  [
    "paid in stock without an FNSKU",
    {
      ledger: [receipt, takenOut("2026-05-01")],
      paid: [paidInStock("Lost_Warehouse", "2026-04-20", 1, { fnsku: "" })],
    },
  ],
  ["found without an owner", { ledger: [receipt, takenOut("2026-05-01", 1, { msku: "Amazon.Found.B001" })] }],
  ["after as-of", { ledger: [receipt, takenOut("2026-07-01")], given: { asOf: "2026-06-30" } }],
  [
    "other corrections",
    { ledger: [receipt, adjusted("4", "2026-05-01", -1), adjusted("3", "2026-05-01", 1)] },
  ],
];

const invalid: [string, Rows, string[]][] = [
  ["soon after the receipt", { ledger: [receipt, takenOut("2026-05-01", 2)] }, ["info 2 2026-05-01"]],
  ["on the day of the receipt", { ledger: [receipt, takenOut("2026-04-01")] }, ["info 1 2026-04-01"]],
  ["90 days after the receipt", { ledger: [receipt, takenOut("2026-06-30")] }, ["info 1 2026-06-30"]],
  [
    "one of two found",
    { ledger: [receipt, adjusted("F", "2026-04-20", 1), takenOut("2026-05-01", 2)] },
    ["info 1 2026-05-01"],
  ],
  [
    "found 31 days before",
    { ledger: [receipt, adjusted("F", "2026-03-31", 1), takenOut("2026-05-01")] },
    ["info 1 2026-05-01"],
  ],
  [
    "one payment in stock explains one unit",
    {
      ledger: [receipt, takenOut("2026-05-01"), takenOut("2026-05-10")],
      paid: [paidInStock("Lost_Warehouse", "2026-04-20", 1)],
    },
    ["info 1 2026-05-10"],
  ],
  [
    "paid in cash",
    { ledger: [receipt, takenOut("2026-05-01")], paid: [paid("Lost_Warehouse", "2026-04-20", 1)] },
    ["info 1 2026-05-01"],
  ],
  [
    "paid in stock long before",
    { ledger: [receipt, takenOut("2026-05-01")], paid: [paidInStock("Lost_Warehouse", "2026-01-30", 1)] },
    ["info 1 2026-05-01"],
  ],
];

describe("taken-back-after-receipt", () => {
  it.each(valid)("%s: nothing", (_, rows) => expect(judged(rows)).toEqual([]));
  it.each(invalid)("%s", (_, rows, expected) => expect(judged(rows)).toEqual(expected));

  it("says when the units had come in, and shows both lines", () => {
    const [finding] = audited(takenBackAfterReceipt, {
      ledger: [{ ...receipt, line: 5 }, takenOut("2026-05-01", 1, { line: 9, referenceId: "2008" })],
    }).findings;
    expect(finding?.what).toContain("30 days after units of it were received on 2026-04-01");
    expect(finding?.evidence.map(({ line }) => line)).toEqual([9, 5]);
    expect(finding?.referenceId).toBe("2008");
  });

  it("cannot tell when payments of the 90 days before are unknown", () => {
    const { findings, cannotTell } = audited(takenBackAfterReceipt, {
      ledger: [receipt, takenOut("2026-05-01")],
      given: { periods: { reimbursements: { from: "2026-03-01", to: "2026-06-30" } } },
    });
    expect(findings).toEqual([]);
    expect(cannotTell[0]?.needs[0]?.report).toBe("reimbursements");
  });
});
