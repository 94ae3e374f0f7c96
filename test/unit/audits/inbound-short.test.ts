import { describe, expect, it } from "vitest";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { audited, COST, paid, type Row, type Rows, received, told } from "./build.ts";

const sent = (shipmentId: string, shipped: number, more: Row = {}): Row => ({
  shipmentId,
  packList: "1 of 1",
  merchantSku: "MUG",
  asin: "B001",
  fnsku: "X001",
  shipped,
  ...more,
});
const queued = (shipmentId: string, status: string, more: Row = {}): Row => ({
  shipmentId,
  created: "2026-04-20",
  unitsExpected: 10,
  status,
  ...more,
});
const CUP = { merchantSku: "CUP", asin: "B002", fnsku: "X002" };
const CUP_ROW = { msku: "CUP", asin: "B002", fnsku: "X002" };
const closed = [queued("FBA1", "CLOSED")];
const short = { contents: [sent("FBA1", 10)], ledger: [received("FBA1", "2026-05-02", 8)] };

const valid: [string, Rows][] = [
  [
    "all received",
    {
      contents: [sent("FBA1", 10)],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 6), received("FBA1", "2026-06-20", 4)],
    },
  ],
  ["paid as lost inbound", { ...short, queue: closed, paid: [paid("Lost_Inbound", "2026-06-01", 2)] }],
  ["paid as damaged inbound", { ...short, queue: closed, paid: [paid("Damaged_Inbound", "2026-05-02", 2)] }],
  [
    "paid without an FNSKU",
    { ...short, queue: closed, paid: [paid("Lost_Inbound", "2026-06-01", 2, { fnsku: "" })] },
  ],
  [
    "paid for this shipment by name",
    { ...short, queue: closed, paid: [paid("Lost_Inbound", "2026-06-01", 2, { amazonOrderId: "FBA1" })] },
  ],
  [
    "paid by a general adjustment",
    { ...short, queue: closed, paid: [paid("GeneralAdjustment", "2026-06-01", 2)] },
  ],
  ["still receiving", { ...short, queue: [queued("FBA1", "Receiving")] }],
  ["cancelled", { ...short, queue: [queued("FBA1", "Cancelled")] }],
  ["deleted", { ...short, queue: [queued("FBA1", "Deleted")] }],
  ["working", { ...short, queue: [queued("FBA1", "Working")] }],
  [
    "no status, 20 days after the last receipt",
    { contents: [sent("FBA1", 10)], ledger: [received("FBA1", "2026-06-10", 8)] },
  ],
  [
    "booked in and taken out again",
    {
      contents: [sent("FBA1", 10)],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-05-09", -3)],
    },
  ],
  [
    "taken out and booked in again",
    {
      contents: [sent("FBA1", 10)],
      queue: closed,
      ledger: [
        received("FBA1", "2026-05-02", 10),
        received("FBA1", "2026-05-09", -3),
        received("FBA1", "2026-05-12", 3),
      ],
    },
  ],
  [
    "contents once more in a layout without pack lists",
    {
      contents: [sent("FBA1", 10), sent("FBA1", 10, { packList: "" })],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 10)],
    },
  ],
  [
    "contents without an FNSKU",
    {
      contents: [sent("FBA1", 10, { fnsku: "", asin: "" })],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 10)],
    },
  ],
  [
    "more received than sent",
    { contents: [sent("FBA1", 10)], queue: closed, ledger: [received("FBA1", "2026-05-02", 11)] },
  ],
];

const paidMixUp: Rows = {
  contents: [sent("FBA1", 10), sent("FBA1", 10, CUP)],
  queue: closed,
  ledger: [received("FBA1", "2026-05-02", 8), received("FBA1", "2026-05-02", 12, CUP_ROW)],
  paid: [paid("Lost_Inbound", "2026-06-01", 2)],
};
valid.push(["a mix-up that was paid all the same", paidMixUp]);

const invalid: [string, Rows, string[]][] = [
  ["short and closed", { ...short, queue: closed, costs: [COST] }, ["file 2 2026-05-02 8.40 USD"]],
  [
    "short, no status, 21 days quiet",
    { contents: [sent("FBA1", 10)], ledger: [received("FBA1", "2026-06-09", 8)] },
    ["wait 2 2026-06-09"],
  ],
  [
    "short, its contents once more in a layout without pack lists",
    { ...short, contents: [sent("FBA1", 10, { packList: "" }), sent("FBA1", 10)], queue: closed },
    ["file 2 2026-05-02"],
  ],
  [
    "short by contents that name no pack list",
    {
      ...short,
      contents: [sent("FBA1", 6, { packList: "" }), sent("FBA1", 4, { packList: "" })],
      queue: closed,
    },
    ["file 2 2026-05-02"],
  ],
  [
    "summed over pack lists",
    {
      contents: [sent("FBA1", 6, { packList: "1 of 2" }), sent("FBA1", 6, { packList: "2 of 2" })],
      queue: closed,
      ledger: short.ledger,
    },
    ["file 4 2026-05-02"],
  ],
  [
    "29 days after the last receipt it waits",
    {
      contents: [sent("FBA1", 10)],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 7), received("FBA1", "2026-06-01", 1)],
    },
    ["wait 2 2026-05-02"],
  ],
  [
    "30 days after it is to be filed",
    {
      contents: [sent("FBA1", 10)],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 7), received("FBA1", "2026-05-31", 1)],
    },
    ["file 2 2026-05-02"],
  ],
  [
    "the item never came, the shipment did",
    {
      contents: [sent("FBA1", 10), sent("FBA1", 3, CUP)],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 10)],
    },
    ["file 3 2026-05-02"],
  ],
  [
    "nothing of the shipment ever came",
    { contents: [sent("FBA1", 10)], queue: closed },
    ["info 10 2026-04-20"],
  ],
  [
    "paid before the first receipt: another shipment's money",
    { ...short, queue: closed, paid: [paid("Lost_Inbound", "2026-05-01", 2)] },
    ["file 2 2026-05-02"],
  ],
  [
    "paid for another shipment by name",
    { ...short, queue: closed, paid: [paid("Lost_Inbound", "2026-06-01", 2, { amazonOrderId: "FBA9" })] },
    ["file 2 2026-05-02"],
  ],
  [
    "paid for a loss in the warehouse",
    { ...short, queue: closed, paid: [paid("Lost_Warehouse", "2026-06-01", 2)] },
    ["file 2 2026-05-02"],
  ],
  [
    "the oldest shipment is paid first",
    {
      contents: [sent("FBA1", 10), sent("FBA2", 10)],
      queue: [...closed, queued("FBA2", "CLOSED")],
      ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-04", 8)],
      paid: [paid("Lost_Inbound", "2026-06-01", 3)],
    },
    ["file 1 2026-05-04"],
  ],
  [
    "a surplus in a shipment of those weeks is a mix-up",
    {
      contents: [sent("FBA1", 10), sent("FBA2", 10)],
      queue: [...closed, queued("FBA2", "CLOSED", { created: "2026-05-20" })],
      ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-28", 11)],
    },
    ["file 1 2026-05-02", "info 1 2026-05-02"],
  ],
  [
    "a surplus in a later shipment is not",
    {
      contents: [sent("FBA1", 10), sent("FBA2", 10)],
      queue: [...closed, queued("FBA2", "CLOSED", { created: "2026-05-21" })],
      ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-28", 11)],
    },
    ["file 2 2026-05-02"],
  ],
  [
    "another item too many in the same shipment is a mix-up, even one not sent",
    {
      contents: [sent("FBA1", 10)],
      queue: closed,
      ledger: [...short.ledger, received("FBA1", "2026-05-03", 2, CUP_ROW)],
    },
    ["info 2 2026-05-02"],
  ],
  [
    "a mix-up spends no payment",
    {
      contents: [sent("FBA1", 10), sent("FBA1", 10, CUP), sent("FBA2", 10)],
      queue: [...closed, queued("FBA2", "CLOSED", { created: "2026-01-20" })],
      ledger: [
        received("FBA1", "2026-05-02", 8),
        received("FBA1", "2026-05-02", 12, CUP_ROW),
        received("FBA2", "2026-05-10", 8),
      ],
      paid: [paid("Lost_Inbound", "2026-06-01", 2)],
    },
    ["info 2 2026-05-02"],
  ],
  [
    "reversed receipts and a shortage apart",
    {
      contents: [sent("FBA1", 10)],
      queue: closed,
      ledger: [received("FBA1", "2026-05-02", 8), received("FBA1", "2026-05-09", -3)],
    },
    ["file 2 2026-05-02"],
  ],
];

describe("inbound-short", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(inboundShort, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(inboundShort, rows);
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("cannot tell while a pack list is missing, and says which", () => {
    const result = audited(inboundShort, { ...short, contents: [sent("FBA1", 10, { packList: "2 of 3" })] });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toEqual([
      {
        audit: "inbound-short",
        reason: expect.stringContaining("1 of 3 and 3 of 3"),
        needs: [{ report: "inbound-contents", from: null, to: null }],
      },
    ]);
  });

  it("cannot tell of a shipment of which nothing arrived and nobody says when it was created", () => {
    const contents = [sent("FBA1", 10), sent("FBA2", 5)];
    const reasons = (rows: Rows) => audited(inboundShort, rows).cannotTell.map(({ reason }) => reason);
    expect(audited(inboundShort, { contents, ledger: [] }).findings).toEqual([]);
    expect(reasons({ contents, ledger: [] })).toEqual([
      "2 shipments not judged: nothing received, and not known when created nor whether delivered (FBA1; FBA2).",
    ]);
    const young = contents.map((row) => ({ ...row, name: "FBA STA (06/20/2026 09:12)-PHX7" }));
    expect(reasons({ contents: young, ledger: [] })).toEqual([]);
    const open = [
      queued("FBA1", "Receiving", { created: null }),
      queued("FBA2", "Working", { created: null }),
    ];
    expect(reasons({ contents, queue: open, ledger: [] })).toEqual([]);
  });

  it("cannot tell when the shipping queue has located more than the ledger received", () => {
    const result = audited(inboundShort, {
      ...short,
      queue: [queued("FBA1", "CLOSED", { unitsLocated: 9 })],
    });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "ledger-detail" }] }]);
  });

  it("cannot tell when the ledger starts after the shipment was created", () => {
    const rows = { ...short, queue: closed, given: { from: "2026-04-25" } };
    const result = audited(inboundShort, rows);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "ledger-detail" }] }]);
  });

  it("takes the creation day from the shipment's default name", () => {
    const named = { ...short, contents: [sent("FBA1", 10, { name: "FBA STA (04/24/2026 10:15)-ONT8" })] };
    expect(told(audited(inboundShort, { ...named, given: { from: "2026-04-24" } }))).toEqual([
      "file 2 2026-05-02",
    ]);
    expect(told(audited(inboundShort, { ...named, given: { from: "2026-04-25" } }))).toEqual([]);
  });

  it("is always an estimate, and says that delivery may have been earlier", () => {
    const [finding] = audited(inboundShort, { ...short, queue: closed }).findings;
    expect(finding).toMatchObject({ estimated: true, shipmentId: "FBA1", marketplace: "US" });
    expect(finding?.why).toContain("delivery may have been earlier");
    expect(finding?.what).toBe(
      "Shipment FBA1 lacks 2 units of MUG (FNSKU X001, ASIN B001). Sent 10, received 8; the shipment's first receipt was on 2026-05-02, its last on 2026-05-02, and it is closed.",
    );
  });
});
