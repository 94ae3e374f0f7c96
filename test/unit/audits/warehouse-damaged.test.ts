import { describe, expect, it } from "vitest";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { day } from "../../../src/values/day.ts";
import { adjusted, audited, COST, givenOf, paid, type Row, type Rows, told } from "./build.ts";

const damaged = (date: string, units = 1, more: Row = {}) => adjusted("E", date, -units, more);
const byCarrier = (date: string, units = 1, more: Row = {}) =>
  adjusted("6", date, -units, { disposition: "CARRIER_DAMAGED", ...more });
const booked = (date: string, units = 1) => adjusted("P", date, units, { disposition: "WAREHOUSE_DAMAGED" });
const corrected = (date: string, units = 1, more: Row = {}) => [
  adjusted("Q", date, -units, { disposition: "WAREHOUSE_DAMAGED", ...more }),
  adjusted("P", date, units, { disposition: "SELLABLE", ...more }),
];
const returned = (date: string, more: Row = {}): Row => ({
  returnDate: date,
  orderId: "111-1111111-1111111",
  sku: "MUG",
  asin: "B001",
  fnsku: "X001",
  quantity: 1,
  fulfillmentCenterId: "ONT8",
  detailedDisposition: "CARRIER_DAMAGED",
  licensePlateNumber: "LPN1",
  ...more,
});

const valid: [string, Rows][] = [
  [
    "paid for damage",
    { ledger: [damaged("2026-05-01")], paid: [paid("Damaged_Warehouse", "2026-05-09", 1)] },
  ],
  [
    "inspected and corrected later",
    { ledger: [damaged("2026-05-01"), booked("2026-05-01"), ...corrected("2026-05-20")] },
  ],
  [
    "corrected in another centre",
    { ledger: [damaged("2026-05-01"), ...corrected("2026-05-20", 1, { fulfillmentCenter: "LGB3" })] },
  ],
  ["reconciled", { ledger: [damaged("2026-05-01", 2, { unreconciled: 0 })] }],
  [
    "carrier damage paid as inbound damage",
    { ledger: [byCarrier("2026-05-01")], paid: [paid("Damaged_Inbound", "2026-05-20", 1)] },
  ],
  [
    "a customer's return, damaged by the carrier",
    { ledger: [byCarrier("2026-05-01")], returns: [returned("2026-03-05")], settlement: [] },
  ],
  [
    "a customer's return Amazon says it has paid for, without any settlement",
    { ledger: [byCarrier("2026-05-01")], returns: [returned("2026-03-05", { status: "Reimbursed" })] },
  ],
  [
    "a general adjustment",
    { ledger: [damaged("2026-05-01")], paid: [paid("GeneralAdjustment", "2026-05-20", 1)] },
  ],
  ["damage by the customer, reconciled", { ledger: [adjusted("H", "2026-05-01", -1, { unreconciled: 0 })] }],
  ["changes of disposition alone", { ledger: corrected("2026-05-20") }],
  ["after the as-of day", { ledger: [damaged("2026-07-01")] }],
];

const invalid: [string, Rows, string[]][] = [
  [
    "damaged, its new disposition is no correction",
    { ledger: [damaged("2026-05-10", 2), booked("2026-05-10", 2)], costs: [COST] },
    ["file 2 2026-05-10 8.40 USD"],
  ],
  ["damaged by the carrier to Amazon", { ledger: [byCarrier("2026-05-10")] }, ["file 1 2026-05-10"]],
  ["younger than 10 days", { ledger: [damaged("2026-06-21")] }, ["wait 1 2026-06-21"]],
  ["10 days old", { ledger: [damaged("2026-06-20")] }, ["file 1 2026-06-20"]],
  ["61 days old", { ledger: [damaged("2026-04-30")] }, ["expired 1 2026-04-30"]],
  [
    "a correction with its halves on different days",
    {
      ledger: [
        damaged("2026-05-10"),
        adjusted("Q", "2026-05-20", -1, { disposition: "WAREHOUSE_DAMAGED" }),
        adjusted("P", "2026-05-21", 1),
      ],
    },
    ["file 1 2026-05-10"],
  ],
  [
    "a correction with its halves in different centres",
    {
      ledger: [
        damaged("2026-05-10"),
        adjusted("Q", "2026-05-20", -1, { disposition: "WAREHOUSE_DAMAGED" }),
        adjusted("P", "2026-05-20", 1, { fulfillmentCenter: "LGB3" }),
      ],
    },
    ["file 1 2026-05-10"],
  ],
  [
    "a customer's damage corrected is another unit",
    {
      ledger: [
        damaged("2026-05-10"),
        adjusted("Q", "2026-05-20", -1, { disposition: "CUSTOMER_DAMAGED" }),
        adjusted("P", "2026-05-20", 1),
      ],
    },
    ["file 1 2026-05-10"],
  ],
  [
    "one correction for two units",
    { ledger: [damaged("2026-05-10", 2), ...corrected("2026-05-20")] },
    ["file 1 2026-05-10"],
  ],
  [
    "found units correct nothing",
    { ledger: [damaged("2026-05-10"), adjusted("F", "2026-05-20", 1)] },
    ["file 1 2026-05-10"],
  ],
  [
    "paid for loss",
    { ledger: [damaged("2026-05-10")], paid: [paid("Lost_Warehouse", "2026-05-20", 1)] },
    ["file 1 2026-05-10"],
  ],
  [
    "E is not paid by inbound damage",
    { ledger: [damaged("2026-05-10")], paid: [paid("Damaged_Inbound", "2026-05-20", 1)] },
    ["file 1 2026-05-10"],
  ],
  [
    "a return older than 60 days is another unit",
    { ledger: [byCarrier("2026-05-10")], returns: [returned("2026-03-10")] },
    ["file 1 2026-05-10"],
  ],
  [
    "a return after it is another unit",
    { ledger: [byCarrier("2026-05-10")], returns: [returned("2026-05-12")] },
    ["file 1 2026-05-10"],
  ],
  [
    "a return keeps one unit of two",
    { ledger: [byCarrier("2026-05-10", 2)], returns: [returned("2026-05-02")] },
    ["file 1 2026-05-10"],
  ],
  [
    "E is no return damaged by the carrier",
    { ledger: [damaged("2026-05-10")], returns: [returned("2026-05-02")] },
    ["file 1 2026-05-10"],
  ],
  [
    "damage others caused",
    {
      ledger: ["H", "K", "U", "7"].map((code) =>
        adjusted(code, "2026-05-10", -1, { unreconciled: 1, disposition: "DEFECTIVE" }),
      ),
    },
    ["info 1 2026-05-10", "info 1 2026-05-10", "info 1 2026-05-10", "info 1 2026-05-10"],
  ],
  [
    "carrier damage leaves warehouse payments to E when inbound payments are there",
    {
      ledger: [byCarrier("2026-05-09"), damaged("2026-05-10"), damaged("2026-05-11")],
      paid: [paid("Damaged_Warehouse", "2026-05-20", 1), paid("Damaged_Inbound", "2026-05-20", 1)],
    },
    ["file 1 2026-05-11"],
  ],
];

describe("warehouse-damaged", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(warehouseDamaged, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    expect(told(audited(warehouseDamaged, rows))).toEqual(expected);
  });

  it("names the settlement that is missing to judge units a customer's return keeps", () => {
    const rows = {
      ledger: [byCarrier("2026-05-01", 3), byCarrier("2026-05-02")],
      returns: [returned("2026-03-05"), returned("2026-04-05", { licensePlateNumber: "LPN2" })],
    };
    const result = audited(warehouseDamaged, rows);
    expect(told(result)).toEqual(["file 1 2026-05-01", "file 1 2026-05-02"]);
    expect(result.cannotTell).toEqual([
      {
        audit: "warehouse-damaged",
        reason: expect.stringContaining("2 damaged units not judged here"),
        needs: [{ report: "settlement", from: day("2025-06-01"), to: day("2026-06-30") }],
      },
    ]);
    const { findings, cannotTell } = audited(warehouseDamaged, { ...rows, settlement: [] });
    expect([told({ ...result, findings }), cannotTell]).toEqual([told(result), []]);
    const reports = { ...givenOf(rows).reports, transactions: [] };
    expect(audited(warehouseDamaged, { given: { reports } }).cannotTell).toEqual([]);
  });

  it("claims a damaged unit lost later once, as damaged", () => {
    const rows = {
      ledger: [damaged("2026-05-10"), adjusted("M", "2026-05-20", -1, { disposition: "WAREHOUSE_DAMAGED" })],
    };
    expect(told(audited(warehouseDamaged, rows))).toEqual(["file 1 2026-05-10"]);
    expect(told(audited(warehouseLost, rows))).toEqual([]);
  });
});
