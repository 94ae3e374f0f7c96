import { describe, expect, it } from "vitest";
import { disposedWithoutRequest } from "../../../src/audits/disposed-without-request.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { adjusted, audited, COST, paid, type Row, type Rows, told } from "./build.ts";

const disposed = (date: string, units = 1, more: Row = {}) => adjusted("D", date, -units, more);
const WAREHOUSE_DAMAGED = { disposition: "WAREHOUSE_DAMAGED" };
const removal = (requestDate: string, more: Row = {}): Row => ({
  requestDate,
  orderId: "REM1",
  orderSource: "Seller-initiated Manual Removal",
  orderType: "Disposal",
  orderStatus: "Completed",
  lastUpdatedDate: requestDate,
  sku: "MUG",
  fnsku: "X001",
  disposition: "Sellable",
  requestedQuantity: 1,
  cancelledQuantity: 0,
  disposedQuantity: 1,
  shippedQuantity: null,
  inProcessQuantity: 0,
  currency: "USD",
  ...more,
});
const judged = (rows: Rows) => told(audited(disposedWithoutRequest, { removals: [], ...rows }));

const valid: [string, Rows][] = [
  ["asked for", { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-10")] }],
  ["asked for on that day", { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-20")] }],
  ["asked for 120 days before", { ledger: [disposed("2026-05-21")], removals: [removal("2026-01-21")] }],
  [
    "asked for by a rule of the account",
    {
      ledger: [disposed("2026-05-20")],
      removals: [
        removal("2026-05-10", { orderSource: "Amazon-initiated Automated Aged fulfillable Removal System" }),
      ],
    },
  ],
  [
    "shipped back instead",
    {
      ledger: [disposed("2026-05-20")],
      removals: [removal("2026-05-10", { orderType: "Return", disposedQuantity: null, shippedQuantity: 1 })],
    },
  ],
  [
    "asked for as unsellable",
    { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-10", { disposition: "Unsellable" })] },
  ],
  [
    "asked for by SKU alone",
    { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-10", { fnsku: "" })] },
  ],
  [
    "two orders for two units",
    {
      ledger: [disposed("2026-05-20", 2)],
      removals: [removal("2026-05-10"), removal("2026-05-12", { orderId: "REM2" })],
    },
  ],
  ["reconciled", { ledger: [disposed("2026-05-20", 1, { unreconciled: 0 })] }],
  ["booked back", { ledger: [disposed("2026-05-20"), adjusted("D", "2026-05-22", 1)] }],
  [
    "paid as damaged",
    { ledger: [disposed("2026-05-20")], paid: [paid("Damaged_Warehouse", "2026-06-01", 1)] },
  ],
  [
    "paid for no named loss",
    { ledger: [disposed("2026-05-20")], paid: [paid("GeneralAdjustment", "2026-06-01", 1)] },
  ],
  [
    "damaged stock, damaged before",
    { ledger: [adjusted("E", "2026-05-01", -1), disposed("2026-05-20", 1, WAREHOUSE_DAMAGED)] },
  ],
  [
    "damaged stock, whatever became of the damage: paid, and not Amazon's fault",
    {
      ledger: [
        adjusted("E", "2026-05-01", -1),
        adjusted("K", "2026-05-02", -1, { unreconciled: 0 }),
        disposed("2026-05-20", 2, WAREHOUSE_DAMAGED),
      ],
      paid: [paid("Damaged_Warehouse", "2026-05-09", 1)],
    },
  ],
  [
    "damaged stock that was asked for",
    {
      ledger: [disposed("2026-05-20", 1, WAREHOUSE_DAMAGED)],
      removals: [removal("2026-05-10", { disposition: "Unsellable" })],
    },
  ],
  [
    "other dispositions",
    {
      ledger: ["CUSTOMER_DAMAGED", "DEFECTIVE", "EXPIRED", "CARRIER_DAMAGED", "DISTRIBUTOR_DAMAGED", ""].map(
        (disposition) => disposed("2026-05-20", 1, { disposition }),
      ),
    },
  ],
  ["after the as-of day", { ledger: [disposed("2026-07-01")] }],
  ["found without an owner", { ledger: [disposed("2026-05-20", 1, { msku: "Amazon.Found.B001" })] }],
];

const invalid: [string, Rows, string[]][] = [
  ["nobody asked", { ledger: [disposed("2026-05-20", 2)], costs: [COST] }, ["file 2 2026-05-20 8.40 USD"]],
  ["given away", { ledger: [adjusted("G", "2026-05-20", -1)] }, ["file 1 2026-05-20"]],
  ["in words", { ledger: [adjusted("Inventory disposed of", "2026-05-20", -1)] }, ["file 1 2026-05-20"]],
  ["9 days old", { ledger: [disposed("2026-06-21")] }, ["wait 1 2026-06-21"]],
  ["10 days old", { ledger: [disposed("2026-06-20")] }, ["file 1 2026-06-20"]],
  ["60 days old", { ledger: [disposed("2026-05-01")] }, ["file 1 2026-05-01"]],
  ["61 days old", { ledger: [disposed("2026-04-30")] }, ["expired 1 2026-04-30"]],
  [
    "asked for 121 days before",
    { ledger: [disposed("2026-05-22")], removals: [removal("2026-01-21")] },
    ["file 1 2026-05-22"],
  ],
  [
    "asked for afterwards",
    { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-21")] },
    ["file 1 2026-05-20"],
  ],
  [
    "asked for and cancelled",
    {
      ledger: [disposed("2026-05-20")],
      removals: [
        removal("2026-05-10", { orderStatus: "Cancelled", cancelledQuantity: 1, disposedQuantity: 0 }),
      ],
    },
    ["file 1 2026-05-20"],
  ],
  [
    "another item was asked for",
    { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-10", { sku: "CUP", fnsku: "X002" })] },
    ["file 1 2026-05-20"],
  ],
  [
    "one of three asked for",
    { ledger: [disposed("2026-05-20", 3)], removals: [removal("2026-05-10")] },
    ["file 2 2026-05-20"],
  ],
  [
    "one order, downloaded in two states, clears once, in its newer state",
    {
      ledger: [disposed("2026-05-20", 3)],
      removals: [
        removal("2026-05-10", { disposedQuantity: 1, lastUpdatedDate: "2026-05-21" }),
        removal("2026-05-10", { disposedQuantity: 2, lastUpdatedDate: "2026-05-25" }),
      ],
    },
    ["file 1 2026-05-20"],
  ],
  [
    "one order, downloaded for two marketplaces of a region, clears once",
    {
      ledger: [disposed("2026-05-20", 2, { country: "DE" })],
      removals: [
        removal("2026-05-10", { currency: "EUR", importedFor: "DE" }),
        removal("2026-05-10", { currency: "EUR", importedFor: "FR" }),
      ],
      given: { marketplace: "DE" },
    },
    ["file 1 2026-05-20"],
  ],
  [
    "the oldest disposal takes the order",
    { ledger: [disposed("2026-05-12"), disposed("2026-05-20")], removals: [removal("2026-05-10")] },
    ["file 1 2026-05-20"],
  ],
  [
    "paid as lost is not paid as disposed of",
    { ledger: [disposed("2026-05-20")], paid: [paid("Lost_Warehouse", "2026-06-01", 1)] },
    ["file 1 2026-05-20"],
  ],
  [
    "damage before does not explain sellable stock",
    { ledger: [adjusted("E", "2026-05-12", -1), disposed("2026-05-20")] },
    ["file 1 2026-05-20"],
  ],
  [
    "damaged stock without a damage is worth a look",
    { ledger: [disposed("2026-05-20", 2, WAREHOUSE_DAMAGED)] },
    ["info 2 2026-05-20"],
  ],
  [
    "damage after the disposal explains nothing",
    { ledger: [disposed("2026-05-20", 1, WAREHOUSE_DAMAGED), adjusted("E", "2026-05-21", -1)] },
    ["info 1 2026-05-20"],
  ],
];

describe("disposed-without-request", () => {
  it.each(valid)("%s: nothing", (_, rows) => expect(judged(rows)).toEqual([]));
  it.each(invalid)("%s", (_, rows, expected) => expect(judged(rows)).toEqual(expected));

  it("claims a damaged unit once, as damaged, whether it is lost or disposed of later", () => {
    const rows = {
      ledger: [
        adjusted("E", "2026-05-10", -2),
        adjusted("M", "2026-05-15", -1, WAREHOUSE_DAMAGED),
        disposed("2026-05-20", 1, WAREHOUSE_DAMAGED),
      ],
      removals: [],
    };
    expect(told(audited(warehouseDamaged, rows))).toEqual(["file 2 2026-05-10"]);
    expect(told(audited(warehouseLost, rows))).toEqual([]);
    expect(told(audited(disposedWithoutRequest, rows))).toEqual([]);
  });

  it("leaves a payment for damage to the damage", () => {
    const rows = {
      ledger: [adjusted("E", "2026-05-10", -1), disposed("2026-05-09")],
      paid: [paid("Damaged_Warehouse", "2026-05-25", 1)],
      removals: [],
    };
    expect(told(audited(warehouseDamaged, rows))).toEqual([]);
    expect(told(audited(disposedWithoutRequest, rows))).toEqual(["file 1 2026-05-09"]);
  });

  it("says what asked for the rest, and shows the order's line", () => {
    const [finding] = audited(disposedWithoutRequest, {
      ledger: [disposed("2026-05-20", 2)],
      removals: [removal("2026-05-10", { line: 7 })],
    }).findings;
    expect(finding?.why).toContain("1 unit asked for in removal order REM1");
    expect(finding?.evidence).toContainEqual({ report: "removal-orders", line: 7 });
    expect(finding?.estimated).toBe(true);
    expect(finding?.what).toContain("disposed of");
  });

  it("cannot tell without removal orders of the 120 days before", () => {
    const given = { periods: { "removal-orders": { from: "2026-03-01", to: "2026-06-30" } } };
    const rows = { ledger: [disposed("2026-05-20")], removals: [] };
    const { reports } = {
      reports: { "ledger-detail": rows.ledger, reimbursements: [], "removal-orders": rows.removals },
    };
    const result = audited(disposedWithoutRequest, { given: { ...given, reports } });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell.flatMap(({ needs }) => needs.map(({ report }) => report))).toEqual([
      "removal-orders",
    ]);
    expect(told(audited(disposedWithoutRequest, { ledger: rows.ledger }))).toEqual([]);
  });
});
