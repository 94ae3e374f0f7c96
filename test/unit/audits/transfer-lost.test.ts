import { describe, expect, it } from "vitest";
import { transferLost } from "../../../src/audits/transfer-lost.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { day } from "../../../src/values/day.ts";
import { adjusted, audited, COST, paid, type Row, type Rows, told } from "./build.ts";

const moved = (date: string, quantity: number, more: Row = {}): Row =>
  adjusted("", date, quantity, { eventType: "WhseTransfers", ...more });
const judged = (rows: Rows) => told(audited(transferLost, rows));

// The ledger of these accounts begins on 2025-06-01; as-of is 2026-06-30.
const valid: [string, Rows][] = [
  ["arrived", { ledger: [moved("2026-02-01", -3), moved("2026-02-05", 3)] }],
  ["arrived on the same day", { ledger: [moved("2026-02-01", -3), moved("2026-02-01", 3)] }],
  ["arrived in parts", { ledger: [moved("2026-02-01", -3), moved("2026-02-05", 1), moved("2026-03-20", 2)] }],
  ["arrived late", { ledger: [moved("2026-02-01", -3), moved("2026-06-20", 3)] }],
  ["arrived after as-of", { ledger: [moved("2026-02-01", -3), moved("2026-07-02", 3)] }],
  ["booked in seven days early", { ledger: [moved("2026-02-01", 3), moved("2026-02-08", -3)] }],
  [
    "arrived in another country of the region",
    {
      ledger: [moved("2026-02-01", -1, { country: "DE" }), moved("2026-02-05", 1, { country: "PL" })],
      given: { marketplace: "DE" },
    },
  ],
  ["reported as lost since", { ledger: [moved("2026-02-01", -1), adjusted("M", "2026-03-10", -1)] }],
  [
    "reported as lost, found and paid for",
    {
      ledger: [
        moved("2026-02-01", -1),
        adjusted("5", "2026-03-10", -1, { unreconciled: 0 }),
        adjusted("F", "2026-03-11", 1, { unreconciled: 0 }),
      ],
    },
  ],
  [
    "the lost unit is the first, the arrival the second's",
    {
      ledger: [
        moved("2026-02-01", -1),
        adjusted("M", "2026-02-20", -1),
        moved("2026-03-01", -1),
        moved("2026-03-10", 1),
      ],
    },
  ],
  ["found, and lost by nobody", { ledger: [moved("2026-02-01", -1), adjusted("F", "2026-03-10", 1)] }],
  ["paid as lost", { ledger: [moved("2026-02-01", -1)], paid: [paid("Lost_Warehouse", "2026-04-20", 1)] }],
  [
    "paid for no named loss",
    { ledger: [moved("2026-02-01", -1)], paid: [paid("GeneralAdjustment", "2026-04-20", 1)] },
  ],
  [
    "found without an owner",
    {
      ledger: [
        moved("2026-02-01", -1),
        adjusted("F", "2026-03-10", 1, { fnsku: "B001", msku: "Amazon.Found.B001" }),
      ],
    },
  ],
  ["an arrival alone", { ledger: [moved("2026-02-01", 3)] }],
  ["after the as-of day", { ledger: [moved("2026-07-01", -1)] }],
];

const invalid: [string, Rows, string[]][] = [
  ["never arrived", { ledger: [moved("2026-03-20", -2)], costs: [COST] }, ["file 2 2026-03-20 8.40 USD"]],
  [
    "one of three arrived",
    { ledger: [moved("2026-03-20", -3), moved("2026-03-25", 1)] },
    ["file 2 2026-03-20"],
  ],
  ["59 days on the way", { ledger: [moved("2026-05-02", -2)], costs: [COST] }, ["wait 2 2026-05-02"]],
  [
    "60 days on the way",
    { ledger: [moved("2026-05-01", -2)], costs: [COST] },
    ["wait 2 2026-05-01 8.40 USD"],
  ],
  ["89 days after", { ledger: [moved("2026-04-02", -1)] }, ["wait 1 2026-04-02"]],
  [
    "90 days after: 60 in transit and the grace",
    { ledger: [moved("2026-04-01", -1)] },
    ["file 1 2026-04-01"],
  ],
  ["120 days after", { ledger: [moved("2026-03-02", -1)] }, ["file 1 2026-03-02"]],
  ["121 days after", { ledger: [moved("2026-03-01", -1)] }, ["expired 1 2026-03-01"]],
  [
    "young ones are one per item",
    {
      ledger: [
        moved("2026-06-10", -2),
        moved("2026-06-20", -3),
        moved("2026-06-21", 1),
        moved("2026-06-12", -1, { fnsku: "X002", asin: "B002", msku: "CUP" }),
      ],
    },
    ["wait 4 2026-06-10", "wait 1 2026-06-12"],
  ],
  [
    "arrivals take the oldest departure",
    { ledger: [moved("2026-03-10", -1), moved("2026-03-20", -1), moved("2026-03-25", 1)] },
    ["file 1 2026-03-20"],
  ],
  [
    "booked in eight days early",
    { ledger: [moved("2026-03-12", 3), moved("2026-03-20", -3)] },
    ["file 3 2026-03-20"],
  ],
  [
    "an arrival of the first days belongs to a departure before the data",
    {
      ledger: [moved("2026-03-16", 3), moved("2026-03-20", -3)],
      given: { from: "2026-02-01" },
    },
    ["file 3 2026-03-20"],
  ],
  [
    "another disposition arrived",
    { ledger: [moved("2026-03-20", -1), moved("2026-03-25", 1, { disposition: "DEFECTIVE" })] },
    ["file 1 2026-03-20"],
  ],
  [
    "another item arrived",
    {
      ledger: [moved("2026-03-20", -1), moved("2026-03-25", 1, { fnsku: "X002", asin: "B002", msku: "CUP" })],
    },
    ["file 1 2026-03-20"],
  ],
  [
    "reported as lost before it left",
    { ledger: [moved("2026-03-20", -1), adjusted("M", "2026-03-19", -1)] },
    ["file 1 2026-03-20"],
  ],
  [
    "one of two reported as lost",
    { ledger: [moved("2026-03-20", -2), adjusted("M", "2026-04-19", -1)] },
    ["file 1 2026-03-20"],
  ],
  [
    "unsellable stock",
    { ledger: [moved("2026-03-20", -1, { disposition: "DEFECTIVE" })] },
    ["info 1 2026-03-20"],
  ],
  [
    "equal rows are separate events",
    { ledger: [moved("2026-03-20", -1), moved("2026-03-20", -1), moved("2026-03-25", 1)] },
    ["file 1 2026-03-20"],
  ],
];

describe("transfer-lost", () => {
  it.each(valid)("%s: nothing", (_, rows) => expect(judged(rows)).toEqual([]));
  it.each(invalid)("%s", (_, rows, expected) => expect(judged(rows)).toEqual(expected));

  it("leaves a find and a payment to the unit reported as lost", () => {
    const rows = {
      ledger: [moved("2026-03-20", -1), adjusted("M", "2026-03-10", -1)],
      paid: [paid("Lost_Warehouse", "2026-04-20", 1)],
    };
    expect(told(audited(warehouseLost, rows))).toEqual([]);
    expect(judged(rows)).toEqual(["file 1 2026-03-20"]);
  });

  it("starts the clock 60 days after the departure, as an estimate", () => {
    const [finding] = audited(transferLost, { ledger: [moved("2026-03-20", -1)] }).findings;
    expect(finding?.estimated).toBe(true);
    expect(finding?.why).toContain("2026-05-19");
    expect(finding?.deadline).toBe(day("2026-07-18"));
    expect(finding?.opens).toBe(day("2026-06-18"));
  });

  it("keeps the id of what is on its way when more departs", () => {
    const id = (rows: Row[]) => audited(transferLost, { ledger: rows }).findings[0]?.id;
    const first = moved("2026-06-10", -2);
    expect(id([first, moved("2026-06-12", -1)])).toBe(id([first]));
  });

  it("cannot tell when the ledger does not reach as-of", () => {
    const result = audited(transferLost, {
      ledger: [moved("2026-03-20", -1)],
      given: { to: "2026-05-31" },
    });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell.map(({ needs }) => needs[0]?.report).sort()).toEqual([
      "ledger-detail",
      "reimbursements",
    ]);
  });
});
