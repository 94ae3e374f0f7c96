import { describe, expect, it } from "vitest";
import { carrierLabelUnused } from "../../../src/audits/carrier-label-unused.ts";
import { audited, givenOf, type Row, type Rows, received, told } from "./build.ts";

const ID = "FBA15AAA";
const total: Row = {
  settlementId: "S1",
  settlementStartDate: "2025-06-01",
  settlementEndDate: "2026-06-30",
  totalAmount: -20,
  currency: "USD",
};
const charge = (postedDate: string, amount: number, more: Row = {}): Row => ({
  settlementId: "S1",
  transactionType: "other-transaction",
  orderId: ID,
  amountType: "other-transaction",
  amountDescription: "FBAInboundTransportationFee",
  amount,
  postedDate,
  ...more,
});
const queued = (status: string, more: Row = {}): Row => ({
  shipmentId: ID,
  created: "2026-03-01",
  unitsExpected: 10,
  unitsLocated: 0,
  status,
  ...more,
});
const called = [queued("Cancelled")];
const charged = [total, charge("2026-03-02", -20)];
const judged = (rows: Rows) =>
  told(audited(carrierLabelUnused, { queue: called, settlement: charged, ...rows }));

const valid: [string, Rows][] = [
  ["closed and received", { queue: [queued("Closed", { unitsLocated: 10 })] }],
  ["received by the ledger", { queue: [queued("Closed")], ledger: [received(ID, "2026-03-20", 10)] }],
  ["not listed, received by the ledger", { queue: [], ledger: [received(ID, "2026-03-20", 10)] }],
  ["still to be sent", { queue: [queued("Working")] }],
  ["on its way", { queue: [queued("Shipped")] }],
  ["credited", { settlement: [...charged, charge("2026-04-02", 20)] }],
  ["credited after as-of", { settlement: [...charged, charge("2026-07-02", 20)] }],
  [
    "credited without a name, to the cent",
    { settlement: [...charged, charge("2026-04-02", 20, { orderId: "" })] },
  ],
  ["charged after as-of", { settlement: [total, charge("2026-07-02", -20)] }],
  [
    "other fees of the shipment",
    { settlement: [total, charge("2026-03-02", -9, { amountDescription: "FBAInboundConvenienceFee" })] },
  ],
  ["a cancelled shipment without a charge", { settlement: [total] }],
];

const invalid: [string, Rows, string[]][] = [
  ["cancelled", {}, ["file 1 2026-03-01 20.00 USD"]],
  ["canceled, as others spell it", { queue: [queued("CANCELED")] }, ["file 1 2026-03-01 20.00 USD"]],
  ["deleted", { queue: [queued("Deleted")] }, ["file 1 2026-03-01 20.00 USD"]],
  [
    "credited in part",
    { settlement: [...charged, charge("2026-04-02", 5)] },
    ["file 1 2026-03-01 15.00 USD"],
  ],
  [
    "several charges are one finding",
    { settlement: [total, charge("2026-03-02", -12), charge("2026-03-04", -8)] },
    ["file 1 2026-03-01 20.00 USD"],
  ],
  [
    "created nine months ago",
    { queue: [queued("Cancelled", { created: "2025-09-30" })] },
    ["file 1 2025-09-30 20.00 USD"],
  ],
  [
    "a day longer",
    { queue: [queued("Cancelled", { created: "2025-09-29" })] },
    ["expired 1 2025-09-29 20.00 USD"],
  ],
  [
    "cancelled and yet received",
    { ledger: [received(ID, "2026-03-20", 10)] },
    ["info 1 2026-03-02 20.00 USD"],
  ],
  ["closed, nothing received", { queue: [queued("Closed")] }, ["info 1 2026-03-02 20.00 USD"]],
  ["not listed, nothing received", { queue: [] }, ["info 1 2026-03-02 20.00 USD"]],
  [
    "created nobody knows when",
    { queue: [queued("Cancelled", { created: null })] },
    ["file 1 2026-03-02 20.00 USD"],
  ],
];

describe("carrier-label-unused", () => {
  it.each(valid)("%s: nothing", (_, rows) => expect(judged(rows)).toEqual([]));
  it.each(invalid)("%s", (_, rows, expected) => expect(judged(rows)).toEqual(expected));

  it("reads a settlement from one file only: V2, V1 and the payments CSV are the same money", () => {
    const { reports } = givenOf({ queue: called, settlement: charged });
    const v1 = [
      { settlementId: "S1", totalAmount: -20, currency: "USD" },
      {
        settlementId: "S1",
        transactionType: "Inbound Transportation Fee",
        orderId: ID,
        postedDate: "2026-03-02",
        otherAmount: -20,
      },
    ];
    const csv = [
      {
        settlementId: "S1",
        type: "Service Fee",
        orderId: "",
        description: `FBA Amazon-Partnered Carrier Shipment Fee ${ID}`,
        dateTime: "2026-03-02",
        currency: "USD",
        total: -20,
      },
    ];
    const of = (more: Record<string, Row[]>, less: string[] = []) => {
      const all: Record<string, readonly Row[]> = { ...reports, ...more };
      for (const id of less) delete all[id];
      return told(audited(carrierLabelUnused, { given: { reports: all } }));
    };
    const one = ["file 1 2026-03-01 20.00 USD"];
    expect(of({ "settlement-v1": v1, transactions: csv })).toEqual(one);
    expect(of({ "settlement-v1": v1 }, ["settlement"])).toEqual(one);
    expect(of({ transactions: csv }, ["settlement"])).toEqual(one);
  });

  it("counts money a payments CSV shows before it is settled once", () => {
    const { reports } = givenOf({ queue: called, settlement: charged });
    const csv = [
      {
        type: "Service Fee",
        orderId: ID,
        description: "Amazon-Partnered Carrier",
        dateTime: "2026-03-01",
        total: -20,
      },
    ];
    expect(
      told(audited(carrierLabelUnused, { given: { reports: { ...reports, transactions: csv } } })),
    ).toEqual(["file 1 2026-03-01 20.00 USD"]);
  });

  it("is an estimate outside Europe, and where the creation day is unknown", () => {
    const estimated = (rows: Rows) =>
      audited(carrierLabelUnused, { queue: called, settlement: charged, ...rows }).findings[0]?.estimated;
    const european = { settlement: [{ ...total, currency: "EUR" }, charge("2026-03-02", -20)] };
    expect(estimated({})).toBe(true);
    expect(estimated({ ...european, given: { marketplace: "DE" } })).toBe(false);
    expect(
      estimated({ ...european, given: { marketplace: "DE" }, queue: [queued("Deleted", { created: null })] }),
    ).toBe(true);
  });

  it("names the charges that name no shipment", () => {
    const { cannotTell } = audited(carrierLabelUnused, {
      queue: called,
      settlement: [...charged, charge("2026-03-05", -7, { orderId: "" })],
    });
    expect(cannotTell.map(({ reason }) => reason)).toEqual([
      "1 charge for the partnered carrier left out: no shipment is named.",
    ]);
  });

  it("says what was charged, what of it was credited, and what was not", () => {
    const [finding] = audited(carrierLabelUnused, {
      queue: called,
      settlement: [...charged, charge("2026-04-02", 5)],
    }).findings;
    expect(finding?.what).toBe(
      "Shipment FBA15AAA: 20.00 USD charged for Amazon's partnered carrier, the first on 2026-03-02, 5.00 USD of it credited since; the shipping queue lists the shipment as cancelled.",
    );
    expect(finding?.why).toContain("15.00 USD of the charge was never credited.");
  });

  it("cannot tell when credits since the charge are unknown", () => {
    const { findings, cannotTell } = audited(carrierLabelUnused, {
      queue: called,
      settlement: charged,
      given: { periods: { settlement: { from: "2026-01-01", to: "2026-04-30" } } },
    });
    expect(findings).toEqual([]);
    expect(cannotTell[0]?.needs[0]?.report).toBe("settlement");
  });
});
