/** Which payments and surpluses units short or taken back may take: accounts over both audits, one line per finding. */
import { describe, expect, it } from "vitest";
import { inboundReceiptReversed } from "../../../src/audits/inbound-receipt-reversed.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { inputOf } from "./account-of-rows.ts";
import { givenOf, inShort, paid, type Row, type Rows, received } from "./build.ts";

const run = (rows: Rows) =>
  runAudits(inputOf(givenOf(rows)), [inboundShort, inboundReceiptReversed]).findings;
const told = (rows: Rows) =>
  run(rows)
    .map(
      (finding) =>
        `${finding.shipmentId} ${finding.audit === "inbound-short" ? "short" : "reversed"} ${inShort(finding)}`,
    )
    .sort();

const sent = (shipmentId: string, more: Row = {}): Row => ({
  shipmentId,
  packList: "1 of 1",
  merchantSku: "MUG",
  asin: "B001",
  fnsku: "X001",
  shipped: 10,
  ...more,
});
const queued = (shipmentId: string, created = "2026-04-20", more: Row = {}): Row => ({
  shipmentId,
  created,
  status: "CLOSED",
  ...more,
});
const inbound = (date: string, units: number, more: Row = {}) => paid("Lost_Inbound", date, units, more);
const CUP = { merchantSku: "CUP", asin: "B002", fnsku: "X002" };
const CUP_ROW = { msku: "CUP", asin: "B002", fnsku: "X002" };
const CUP_PAID = { sku: "CUP", asin: "B002", fnsku: "X002" };
const noFnsku = { fnsku: "", asin: "" };

/** One shipment of ten, two of which are short. */
const short = (...payments: Row[]): Rows => ({
  contents: [sent("FBA1")],
  queue: [queued("FBA1")],
  ledger: [received("FBA1", "2026-05-02", 8)],
  paid: payments,
});
const OPEN = ["FBA1 short file 2 2026-05-02"];
const named = { amazonOrderId: "FBA1" };

describe("a shortage takes", () => {
  it.each<[string, Rows, string[]]>([
    ["a payment of the day of the first receipt", short(inbound("2026-05-02", 2)), []],
    ["one that names its shipment, of that day", short(inbound("2026-05-02", 2, named)), []],
    ["none that names its shipment and is older", short(inbound("2026-05-01", 2, named)), OPEN],
    [
      "none that names its shipment for a loss in the warehouse",
      short(paid("Lost_Warehouse", "2026-06-01", 2, named)),
      OPEN,
    ],
    [
      "none that names its shipment for another item",
      short(inbound("2026-06-01", 2, { ...named, ...CUP_PAID })),
      OPEN,
    ],
    [
      "one that names its shipment and SKU, without FNSKU",
      short(inbound("2026-06-01", 2, { ...named, ...noFnsku })),
      [],
    ],
    [
      "none that names its shipment and another SKU, without FNSKU",
      short(inbound("2026-06-01", 2, { ...named, ...noFnsku, sku: "CUP" })),
      OPEN,
    ],
    ["one of its SKU without FNSKU, of the day", short(inbound("2026-05-02", 2, noFnsku)), []],
    ["none of its SKU without FNSKU that is older", short(inbound("2026-05-01", 2, noFnsku)), OPEN],
    [
      "none of its SKU without FNSKU for a loss in the warehouse",
      short(paid("Lost_Warehouse", "2026-06-01", 2, noFnsku)),
      OPEN,
    ],
    ["none of another SKU without FNSKU", short(inbound("2026-06-01", 2, { ...noFnsku, sku: "CUP" })), OPEN],
    ["its payment once", short(inbound("2026-06-01", 1)), ["FBA1 short file 1 2026-05-02"]],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  const two = (more: Partial<Rows>): Rows => ({
    contents: [sent("FBA1"), sent("FBA2")],
    queue: [queued("FBA1"), queued("FBA2", "2026-05-01")],
    ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-09", 8)],
    ...more,
  });
  it.each<[string, Rows, string[]]>([
    [
      "a payment as the older of two",
      two({ paid: [inbound("2026-06-01", 2)] }),
      ["FBA2 short file 2 2026-05-09"],
    ],
    [
      "a payment as the one whose reports are known, though another is older",
      two({ paid: [inbound("2026-06-01", 2)], given: { from: "2026-04-25" } }),
      [],
    ],
    [
      "a payment before a shipment of which nothing ever came",
      two({ ledger: [received("FBA2", "2026-05-09", 8)], paid: [inbound("2026-06-01", 2)] }),
      ["FBA1 short info 10 2026-04-20"],
    ],
    [
      "what is left of it, a shipment of which nothing ever came",
      two({ ledger: [received("FBA2", "2026-05-09", 8)], paid: [inbound("2026-06-01", 5)] }),
      ["FBA1 short info 7 2026-04-20"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
    expect(told({ ...rows, contents: [...(rows.contents ?? [])].reverse() })).toEqual(expected);
  });
});

describe("a receipt taken back takes", () => {
  const back = (...payments: Row[]): Rows => ({
    contents: [sent("FBA1"), sent("FBA2")],
    queue: [queued("FBA1"), queued("FBA2")],
    ledger: [
      received("FBA1", "2026-05-02", 10),
      received("FBA2", "2026-05-02", 10),
      received("FBA1", "2026-05-20", -2),
      received("FBA2", "2026-05-10", -2),
    ],
    paid: payments,
  });
  it.each<[string, Rows, string[]]>([
    [
      "a payment as the one taken back first",
      back(inbound("2026-06-01", 2)),
      ["FBA1 reversed file 2 2026-05-02"],
    ],
    [
      "a payment that names its shipment",
      back(inbound("2026-06-01", 2, named)),
      ["FBA2 reversed file 2 2026-05-02"],
    ],
    [
      "a payment since the day it was taken back before an older one",
      back(inbound("2026-05-15", 2), inbound("2026-05-20", 2)),
      [],
    ],
    [
      "none from before its first receipt",
      back(inbound("2026-05-01", 4)),
      ["FBA1 reversed file 2 2026-05-02", "FBA2 reversed file 2 2026-05-02"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  it("on the day of the audit waits", () => {
    const rows = {
      ...short(),
      ledger: [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-06-30", -2)],
    };
    expect(told(rows)).toEqual(["FBA1 reversed wait 2 2026-05-02"]);
  });
});

describe("a surplus", () => {
  /** FBA1 is two mugs short; FBA2 has two too many. */
  const other = (
    more: Row = {},
    queue: readonly Row[] = [queued("FBA1"), queued("FBA2", "2026-05-05")],
    received2 = 12,
  ): Rows => ({
    contents: [sent("FBA1"), sent("FBA2", more)],
    queue,
    ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-15", received2)],
  });
  const MIXED = ["FBA1 short info 2 2026-05-02"];
  it.each<[string, Rows, string[]]>([
    ["in another shipment is a mix-up", other(), MIXED],
    ["in another shipment is none while a pack list of it is missing", other({ packList: "1 of 2" }), OPEN],
    [
      "in a shipment called off is none",
      other({}, [queued("FBA1"), queued("FBA2", "2026-05-05", { status: "Cancelled" })]),
      OPEN,
    ],
    [
      "in part is one in part",
      other({}, undefined, 11),
      ["FBA1 short file 1 2026-05-02", "FBA1 short info 1 2026-05-02"],
    ],
    [
      "counts from the first receipt where the creation is not known: 30 days",
      {
        ...other({}, [queued("FBA1"), queued("FBA2", "", { created: null })]),
        ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-20", 12)],
      },
      MIXED,
    ],
    [
      "and not 31 days",
      {
        ...other({}, [queued("FBA1"), queued("FBA2", "", { created: null })]),
        ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-21", 12)],
      },
      OPEN,
    ],
    [
      "clears nothing of a shipment that never came",
      { ...other(), ledger: [received("FBA2", "2026-05-15", 12)] },
      ["FBA1 short info 10 2026-04-20"],
    ],
    [
      "of another item in a shipment of its own clears nothing elsewhere",
      {
        contents: [sent("FBA1"), sent("FBA2", CUP)],
        queue: [queued("FBA1"), queued("FBA2")],
        ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-02", 12, CUP_ROW)],
      },
      OPEN,
    ],
    [
      "of the item elsewhere goes before one of another item",
      {
        contents: [
          sent("FBA1"),
          sent("FBA1", CUP),
          sent("FBA2"),
          sent("FBA3", { ...CUP, merchantSku: "PEN", fnsku: "X003" }),
          sent("FBA3", CUP),
        ],
        queue: [queued("FBA1"), queued("FBA2"), queued("FBA3")],
        ledger: [
          received("FBA1", "2026-05-02", 8),
          received("FBA1", "2026-05-02", 12, CUP_ROW),
          received("FBA2", "2026-05-03", 12),
          received("FBA3", "2026-05-04", 8, CUP_ROW),
          received("FBA3", "2026-05-04", 10, { msku: "PEN", asin: "B002", fnsku: "X003" }),
        ],
      },
      ["FBA1 short info 2 2026-05-02", "FBA3 short info 2 2026-05-04"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  it("is told apart from what was paid", () => {
    const rows: Rows = {
      contents: [sent("FBA1"), sent("FBA1", CUP)],
      queue: [queued("FBA1")],
      ledger: [received("FBA1", "2026-05-02", 6), received("FBA1", "2026-05-02", 12, CUP_ROW)],
      paid: [inbound("2026-06-01", 1, { line: 77 })],
    };
    expect(told(rows)).toEqual(["FBA1 short file 1 2026-05-02", "FBA1 short info 2 2026-05-02"]);
    const owed = run(rows).find(({ state }) => state === "file");
    expect(owed?.why).toContain("already settled: 1 unit reimbursed");
    expect(owed?.evidence.filter(({ report }) => report === "reimbursements")).toEqual([
      { report: "reimbursements", line: 77 },
    ]);
  });
});

describe("a shortage is judged", () => {
  it.each<[string, Rows, string[]]>([
    [
      "on the day of the first receipt",
      { ...short(), ledger: [received("FBA1", "2026-06-30", 8)] },
      ["FBA1 short wait 2 2026-06-30"],
    ],
    ["not before it", { ...short(), ledger: [received("FBA1", "2026-07-01", 8)] }, []],
    [
      "not when nobody knows when the shipment was made, and nothing came",
      { ...short(), queue: [queued("FBA1", "", { created: null })], ledger: [] },
      [],
    ],
    [
      "by its name when the queue does not list it",
      {
        ...short(),
        contents: [sent("FBA1", { name: "FBA STA (04/24/2026 10:15)-ONT8" })],
        queue: [],
        ledger: [],
      },
      ["FBA1 short info 10 2026-04-24"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  it.each<[string, Rows]>([
    [
      "while a pack list is missing",
      { ...short(inbound("2026-06-01", 2)), contents: [sent("FBA1", { packList: "1 of 2" }), sent("FBA2")] },
    ],
    [
      "while it is still being received",
      {
        ...short(inbound("2026-06-01", 2)),
        contents: [sent("FBA1"), sent("FBA2")],
        queue: [queued("FBA1", "2026-04-20", { status: "Receiving" }), queued("FBA2")],
      },
    ],
    [
      "when it was called off",
      {
        ...short(inbound("2026-06-01", 2)),
        contents: [sent("FBA1"), sent("FBA2")],
        queue: [queued("FBA1", "2026-04-20", { status: "Deleted" }), queued("FBA2")],
      },
    ],
    [
      "while the ledger lacks receipts",
      {
        ...short(inbound("2026-06-01", 2)),
        contents: [sent("FBA1"), sent("FBA2")],
        queue: [queued("FBA1", "2026-04-20", { unitsLocated: 9 }), queued("FBA2")],
      },
    ],
  ])("not %s, and takes no payment then", (_, rows) => {
    const ledger = [...(rows.ledger ?? []), received("FBA2", "2026-05-09", 8)];
    const queue = (rows.queue ?? []).some(({ shipmentId }) => shipmentId === "FBA2")
      ? (rows.queue ?? [])
      : [...(rows.queue ?? []), queued("FBA2")];
    expect(told({ ...rows, ledger, queue, paid: [] })).toEqual(["FBA2 short file 2 2026-05-09"]);
    expect(told({ ...rows, ledger, queue })).toEqual([]);
  });
});
