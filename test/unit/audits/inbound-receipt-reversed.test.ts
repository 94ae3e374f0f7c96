import { describe, expect, it } from "vitest";
import { inboundReceiptReversed } from "../../../src/audits/inbound-receipt-reversed.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { audited, COST, paid, type Row, type Rows, received, told } from "./build.ts";

const sent = (shipped: number, more: Row = {}): Row => ({
  shipmentId: "FBA1",
  packList: "1 of 1",
  merchantSku: "MUG",
  asin: "B001",
  fnsku: "X001",
  shipped,
  ...more,
});
const queued = (status: string, more: Row = {}): Row => ({
  shipmentId: "FBA1",
  created: "2026-04-20",
  unitsExpected: 10,
  status,
  ...more,
});
const base = { contents: [sent(10)], queue: [queued("Closed")] };
const takenOut = [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-05-09", -3)];
const judged = (rows: Rows) => told(audited(inboundReceiptReversed, { ...base, ...rows }));

const valid: [string, Rows][] = [
  ["nothing taken out", { ledger: [received("FBA1", "2026-05-02", 10)] }],
  ["short, and nothing taken out", { ledger: [received("FBA1", "2026-05-02", 8)] }],
  ["booked in again", { ledger: [...takenOut, received("FBA1", "2026-05-12", 3)] }],
  [
    "taken out and booked in on one day",
    { ledger: [received("FBA1", "2026-05-02", 13), received("FBA1", "2026-05-02", -3)] },
  ],
  [
    "more than sent was booked in",
    { ledger: [received("FBA1", "2026-05-02", 13), received("FBA1", "2026-05-09", -3)] },
  ],
  [
    "a minus before any plus",
    { ledger: [received("FBA1", "2026-05-02", -3), received("FBA1", "2026-05-09", 10)] },
  ],
  [
    "another shipment's",
    { ledger: [received("FBA1", "2026-05-02", 10), received("FBA2", "2026-05-09", -3)] },
  ],
  ["paid since as lost inbound", { ledger: takenOut, paid: [paid("Lost_Inbound", "2026-05-20", 3)] }],
  ["paid since as damaged inbound", { ledger: takenOut, paid: [paid("Damaged_Inbound", "2026-05-20", 3)] }],
  ["paid between receipt and reversal", { ledger: takenOut, paid: [paid("Lost_Inbound", "2026-05-03", 3)] }],
  [
    "paid for this shipment by name",
    {
      ledger: takenOut,
      paid: [paid("Lost_Inbound", "2026-05-20", 3, { amountTotal: 9, amazonOrderId: "FBA1" })],
    },
  ],
  [
    "paid without an FNSKU",
    { ledger: takenOut, paid: [paid("Lost_Inbound", "2026-05-20", 3, { fnsku: "" })] },
  ],
  ["paid for no named loss", { ledger: takenOut, paid: [paid("GeneralAdjustment", "2026-05-20", 3)] }],
  ["still receiving", { ledger: takenOut, queue: [queued("Receiving")] }],
  ["cancelled", { ledger: takenOut, queue: [queued("Cancelled")] }],
  [
    "taken out after as-of",
    { ledger: [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-07-02", -3)] },
  ],
];

const invalid: [string, Rows, string[]][] = [
  ["taken out and never explained", { ledger: takenOut, costs: [COST] }, ["file 3 2026-05-02 12.60 USD"]],
  ["no status known", { ledger: takenOut, queue: [] }, ["file 3 2026-05-02"]],
  [
    "booked in again in part",
    { ledger: [...takenOut, received("FBA1", "2026-05-12", 1)] },
    ["file 2 2026-05-02"],
  ],
  [
    "paid in part",
    { ledger: takenOut, paid: [paid("Lost_Inbound", "2026-05-20", 1)] },
    ["file 2 2026-05-02"],
  ],
  [
    "more than sent was booked in, and too many taken out",
    { ledger: [received("FBA1", "2026-05-02", 12), received("FBA1", "2026-05-09", -3)] },
    ["file 1 2026-05-02"],
  ],
  [
    "paid before the first receipt",
    { ledger: takenOut, paid: [paid("Lost_Inbound", "2026-05-01", 3)] },
    ["file 3 2026-05-02"],
  ],
  [
    "29 days after it was taken out it waits",
    { ledger: [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-06-01", -3)] },
    ["wait 3 2026-05-02"],
  ],
  [
    "30 days after it was taken out",
    { ledger: [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-05-31", -3)] },
    ["file 3 2026-05-02"],
  ],
  [
    "warehouse money is other money",
    { ledger: takenOut, paid: [paid("Lost_Warehouse", "2026-05-20", 3)] },
    ["file 3 2026-05-02"],
  ],
  [
    "twice taken out",
    { ledger: [...takenOut, received("FBA1", "2026-05-12", 3), received("FBA1", "2026-05-14", -2)] },
    ["file 2 2026-05-02"],
  ],
];

describe("inbound-receipt-reversed", () => {
  it.each(valid)("%s: nothing", (_, rows) => expect(judged(rows)).toEqual([]));
  it.each(invalid)("%s", (_, rows, expected) => expect(judged(rows)).toEqual(expected));

  it("and inbound-short each claim their own units of a shipment", () => {
    const rows = { ...base, ledger: [received("FBA1", "2026-05-02", 8), received("FBA1", "2026-05-09", -3)] };
    expect(told(audited(inboundReceiptReversed, rows))).toEqual(["file 3 2026-05-02"]);
    expect(told(audited(inboundShort, rows))).toEqual(["file 2 2026-05-02"]);
  });

  it("takes a payment approved since before the shortage does, and no unit twice", () => {
    const rows = {
      ...base,
      ledger: [received("FBA1", "2026-05-02", 8), received("FBA1", "2026-05-09", -3)],
      paid: [paid("Lost_Inbound", "2026-05-20", 4)],
    };
    expect(told(audited(inboundReceiptReversed, rows))).toEqual([]);
    expect(told(audited(inboundShort, rows))).toEqual(["file 1 2026-05-02"]);
  });

  it("leaves what was paid before it was taken out to the shortage", () => {
    const rows = {
      ...base,
      ledger: [received("FBA1", "2026-05-02", 8), received("FBA1", "2026-05-29", -1)],
      paid: [paid("Lost_Inbound", "2026-05-20", 2)],
    };
    expect(told(audited(inboundReceiptReversed, rows))).toEqual(["file 1 2026-05-02"]);
    expect(told(audited(inboundShort, rows))).toEqual([]);
  });

  it("says delivery may have been earlier, and is an estimate", () => {
    const [finding] = audited(inboundReceiptReversed, { ...base, ledger: takenOut }).findings;
    expect(finding?.why).toContain("delivery may have been earlier");
    expect(finding?.estimated).toBe(true);
    expect(finding?.shipmentId).toBe("FBA1");
    expect(finding?.what).toContain("Sent 10, in stock from it now 7");
  });

  it.each([
    ["a pack list is missing", { contents: [sent(10, { packList: "1 of 2" })] }],
    ["the ledger shows less than the queue", { queue: [queued("Closed", { unitsLocated: 11 })] }],
    ["the contents are not imported", { contents: [sent(10, { shipmentId: "FBA9" })] }],
  ])("cannot tell when %s", (_, rows) => {
    const result = audited(inboundReceiptReversed, { ...base, ledger: takenOut, ...rows });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell.map(({ reason }) => reason).join()).toContain("FBA1");
  });
});
