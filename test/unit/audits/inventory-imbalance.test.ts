import { describe, expect, it } from "vitest";
import { inventoryImbalance } from "../../../src/audits/inventory-imbalance.ts";
import { audited, type Row, told } from "./build.ts";

/** A day of the item's sellable stock in the US: what it starts with, what moves, what it ends with. */
const day = (date: string, start: number, end: number, moves: Row = {}, more: Row = {}): Row => ({
  date,
  fnsku: "X001",
  asin: "B001",
  msku: "MUG",
  disposition: "SELLABLE",
  startingWarehouseBalance: start,
  endingWarehouseBalance: end,
  location: "US",
  ...moves,
  ...more,
});
/** Days that tell which sign the file prints: sales with a minus, or without. */
const signed = (on: string) => day(on, 50, 45, { customerShipments: -5 }, { fnsku: "X009", msku: "KEY" });
const unsigned = (on: string) => day(on, 50, 45, { customerShipments: 5 }, { fnsku: "X009", msku: "KEY" });
const judged = (summary: Row[]) => told(audited(inventoryImbalance, { summary }));

const valid: [string, Row[]][] = [
  [
    "signed: everything adds up",
    [
      day("2026-05-01", 10, 11, { receipts: 2, customerShipments: -1, customerReturns: 1, lost: -1 }),
      day("2026-05-02", 11, 6, { vendorReturns: -2, damaged: -1, disposed: -1, otherEvents: -1 }),
      day("2026-05-03", 6, 9, { warehouseTransferInOut: 2, found: 1 }),
    ],
  ],
  [
    "unsigned: everything adds up",
    [
      day("2026-05-01", 5, 4, { receipts: 2, customerShipments: 1, lost: 1, disposed: 1 }),
      day("2026-05-02", 4, 4),
    ],
  ],
  [
    "units in transit counted as a movement, or not",
    [
      signed("2026-05-01"),
      day("2026-05-01", 10, 8, { inTransitBetweenWarehouses: -2 }),
      day("2026-05-02", 8, 8, { inTransitBetweenWarehouses: 4 }),
    ],
  ],
  ["unknown events as a movement", [signed("2026-05-01"), day("2026-05-01", 10, 9, { unknownEvents: -1 })]],
  ["a gap between two periods", [day("2026-05-01", 10, 10), day("2026-05-03", 7, 7)]],
  [
    "two centres",
    [day("2026-05-01", 10, 10, {}, { location: "ONT8" }), day("2026-05-02", 7, 7, {}, { location: "LGB3" })],
  ],
  [
    "two dispositions",
    [day("2026-05-01", 10, 10), day("2026-05-02", 7, 7, {}, { disposition: "DEFECTIVE" })],
  ],
  ["a balance that is not printed", [day("2026-05-01", 10, 7, {}, { startingWarehouseBalance: null })]],
  ["after as-of", [signed("2026-05-01"), day("2026-07-01", 10, 7)]],
];

const invalid: [string, Row[], string[]][] = [
  [
    "signed: ends too low",
    [signed("2026-05-01"), day("2026-05-01", 10, 7, { customerShipments: -1 })],
    ["info 2 2026-05-01"],
  ],
  [
    "unsigned: ends too low",
    [unsigned("2026-05-01"), unsigned("2026-05-01"), day("2026-05-01", 10, 7, { lost: 1 })],
    ["info 2 2026-05-01"],
  ],
  [
    "ends too high",
    [signed("2026-05-01"), day("2026-05-01", 10, 13, { receipts: 2 })],
    ["info 1 2026-05-01"],
  ],
  ["the next day starts lower", [day("2026-05-01", 10, 10), day("2026-05-02", 7, 7)], ["info 3 2026-05-02"]],
  [
    "the next month starts higher",
    [day("2026-03-01", 10, 10), day("2026-04-01", 12, 12), day("2026-05-01", 12, 12)],
    ["info 2 2026-04-01"],
  ],
  ["the next week starts lower", [day("2026-05-04", 10, 10), day("2026-05-11", 9, 9)], ["info 1 2026-05-11"]],
  [
    "one region's rows imported for two marketplaces",
    [
      signed("2026-05-01"),
      day("2026-05-01", 10, 8, {}, { location: "DE", importedFor: "DE" }),
      day("2026-05-01", 10, 8, {}, { location: "DE", importedFor: "FR" }),
    ],
    ["info 2 2026-05-01"],
  ],
];

describe("inventory-imbalance", () => {
  it.each(valid)("%s: nothing", (_, summary) => expect(judged(summary)).toEqual([]));
  it.each(invalid)("%s", (_, summary, expected) => expect(judged(summary)).toEqual(expected));

  it("says how the file prints what leaves, the numbers, and the line", () => {
    const [finding] = audited(inventoryImbalance, {
      summary: [unsigned("2026-05-01"), { ...day("2026-05-01", 10, 7, { lost: 1 }), line: 9 }],
    }).findings;
    expect(finding?.what).toContain("starts with 10, moves by -1, should end with 9 and ends with 7");
    expect(finding?.why).toContain("without a sign");
    expect(finding?.why).toContain("2 units are lacking");
    expect(finding?.evidence).toEqual([{ report: "ledger-summary", line: 9 }]);
    expect(finding?.marketplace).toBe("US");
  });

  it("cannot tell where neither reading of the signs fits half of the periods", () => {
    const result = audited(inventoryImbalance, {
      summary: [day("2026-05-01", 10, 3, { lost: -1 }), day("2026-05-02", 3, 9, { lost: 1 })],
    });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell.map(({ reason }) => reason).join()).toContain("2 periods left out");
  });

  it("needs the ledger summary", () => {
    expect(audited(inventoryImbalance, {}).cannotTell[0]?.needs[0]?.report).toBe("ledger-summary");
  });
});
