/** Stock disposed of, sent between warehouses, and given for stock, at the border: one line per finding. */
import { describe, expect, it } from "vitest";
import { disposedWithoutRequest } from "../../../src/audits/disposed-without-request.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { stockNotReceived } from "../../../src/audits/stock-not-received.ts";
import { transferLost } from "../../../src/audits/transfer-lost.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, givenOf, inShort, paidInStock, type Row, type Rows } from "./build.ts";

const AUDITS = [warehouseLost, warehouseDamaged, disposedWithoutRequest, transferLost, stockNotReceived];
const run = (rows: Rows) => runAudits(inputOf(givenOf({ removals: [], ...rows })), AUDITS);
const told = (rows: Rows) =>
  run(rows)
    .findings.map((finding) => `${finding.audit} ${inShort(finding)}`)
    .sort();

const lost = (date: string, more: Row = {}) => adjusted("M", date, -1, more);
const found = (date: string, more: Row = {}) => adjusted("F", date, 1, more);
const UNSELLABLE = { disposition: "WAREHOUSE_DAMAGED" };
const OWNERLESS = { msku: "Amazon.Found.B001", fnsku: "X0F" };

describe("disposed stock", () => {
  const disposed = (date: string, more: Row = {}) => adjusted("D", date, -1, more);
  const removal = (requestDate: string, more: Row = {}): Row => ({
    requestDate,
    orderId: `R ${requestDate}`,
    orderType: "Disposal",
    lastUpdatedDate: requestDate,
    sku: "MUG",
    fnsku: "X001",
    disposition: "Sellable",
    requestedQuantity: 1,
    disposedQuantity: 1,
    currency: "USD",
    ...more,
  });
  const noFnsku = (row: Row): Row => ({ ...row, fnsku: "" });
  const conditions = [removal("2026-05-15"), removal("2026-05-01", { disposition: "Unsellable" })];

  it.each<[string, Rows, string[]]>([
    [
      "of the day of the audit waits",
      { ledger: [disposed("2026-06-30")] },
      ["disposed-without-request wait 1 2026-06-30"],
    ],
    ["of the day after is not yet there", { ledger: [disposed("2026-07-01")] }, []],
    ["booked back is there again", { ledger: [disposed("2026-05-05"), adjusted("D", "2026-05-09", 1)] }, []],
    [
      "was asked for under another SKU of its FNSKU",
      { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-10", { sku: "MUG-OLD" })] },
      [],
    ],
    [
      "takes the order for its own condition, so that damaged stock has the other",
      { ledger: [disposed("2026-05-20"), disposed("2026-05-10", UNSELLABLE)], removals: conditions },
      [],
    ],
    [
      "does so by SKU too",
      {
        ledger: [disposed("2026-05-20"), disposed("2026-05-10", UNSELLABLE)],
        removals: conditions.map(noFnsku),
      },
      [],
    ],
    [
      "takes an order for the other condition rather than none",
      { ledger: [disposed("2026-05-20")], removals: [removal("2026-05-10", { disposition: "Unsellable" })] },
      [],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });

  it("says what was booked back, and where", () => {
    const ledger = [
      adjusted("D", "2026-05-05", -2, { line: 5 }),
      adjusted("D", "2026-05-09", 1, { line: 9 }),
    ];
    const [finding] = run({ ledger }).findings;
    expect(finding?.quantity).toBe(1);
    expect(finding?.why).toContain("booked back");
    expect(finding?.evidence).toEqual([
      { report: "ledger-detail", line: 5 },
      { report: "ledger-detail", line: 9 },
    ]);
  });
});

describe("stock between warehouses", () => {
  const moved = (date: string, quantity: number, more: Row = {}) =>
    adjusted("", date, quantity, { eventType: "WhseTransfers", ...more });
  const open = (date: string, units = 1) => `transfer-lost file ${units} ${date}`;
  const since = { given: { from: "2026-01-01" } };

  it.each<[string, Rows, string[]]>([
    [
      "that left on the day of the audit is on its way",
      { ledger: [moved("2026-06-30", -1)] },
      ["transfer-lost wait 1 2026-06-30"],
    ],
    ["that leaves the day after is not", { ledger: [moved("2026-07-01", -1)] }, []],
    [
      "arrives for the oldest departure, whatever the order of rows",
      { ledger: [moved("2026-03-05", -1), moved("2026-03-01", -1), moved("2026-03-02", 1)] },
      [open("2026-03-05")],
    ],
    [
      "arrives at once for several departures",
      {
        ledger: [
          moved("2026-03-01", -1),
          moved("2026-03-02", -1),
          moved("2026-03-04", -1),
          moved("2026-03-03", 2),
        ],
      },
      [open("2026-03-04")],
    ],
    [
      "of no stated condition is sellable, to leave and to arrive",
      { ledger: [moved("2026-03-01", -2, { disposition: "" }), moved("2026-03-03", 1)] },
      ["transfer-lost expired 1 2026-03-01"],
    ],
    [
      "is missing though a unit was damaged since",
      { ledger: [moved("2026-03-01", -1), adjusted("E", "2026-03-20", -1, { unreconciled: 0 })] },
      ["transfer-lost expired 1 2026-03-01"],
    ],
    [
      "was reported as lost since, of no stated condition",
      {
        ledger: [
          moved("2026-03-01", -1),
          adjusted("M", "2026-03-20", -1, { disposition: "", unreconciled: 0 }),
        ],
      },
      [],
    ],
    [
      "is missing though a unit of another condition was lost since",
      {
        ledger: [
          moved("2026-03-01", -1),
          adjusted("M", "2026-03-20", -1, { disposition: "DEFECTIVE", unreconciled: 0 }),
        ],
      },
      ["transfer-lost expired 1 2026-03-01"],
    ],
    [
      "arrived for a departure before the data, 60 days after they begin",
      { ledger: [moved("2026-03-02", 1), moved("2026-03-05", -1)], ...since },
      [open("2026-03-05")],
    ],
    [
      "was booked in early, 61 days after they begin",
      { ledger: [moved("2026-03-03", 1), moved("2026-03-06", -1)], ...since },
      [],
    ],
    [
      "was booked in 7 days early at most",
      { ledger: [moved("2026-03-03", 1), moved("2026-03-11", -1)], ...since },
      [open("2026-03-11")],
    ],
    [
      "takes a find before unsellable stock that left earlier",
      {
        ledger: [
          moved("2026-03-01", -1, { disposition: "DEFECTIVE" }),
          moved("2026-03-05", -1),
          found("2026-04-01"),
        ],
      },
      ["transfer-lost info 1 2026-03-01"],
    ],
    [
      "takes a find without an owner after stock that was lost",
      { ledger: [moved("2026-03-05", -1), lost("2026-03-03"), found("2026-05-20", OWNERLESS)] },
      [open("2026-03-05")],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
    expect(told({ ...rows, ledger: [...(rows.ledger ?? [])].reverse() })).toEqual(expected);
  });

  it("of one day is open in its last rows", () => {
    const ledger = [
      moved("2026-03-01", -2, { fulfillmentCenter: "A", line: 4 }),
      moved("2026-03-01", -2, { fulfillmentCenter: "B", line: 5 }),
      moved("2026-03-04", 1),
    ];
    const { findings } = run({ ledger });
    expect(
      findings.map(({ quantity, evidence }) => `${quantity} of line ${evidence[0]?.line}`).sort(),
    ).toEqual(["1 of line 4", "2 of line 5"]);
  });
});

describe("stock given for stock", () => {
  const given = (units: number, more: Row = {}) => paidInStock("Lost_Warehouse", "2026-05-10", units, more);
  const into = (date: string, units: number, more: Row = {}) => adjusted("N", date, units, more);
  const receipt = (referenceId: string, units: number, more: Row = {}) =>
    adjusted("", "2026-05-20", units, { eventType: "Receipts", referenceId, ...more });
  const CUP = { msku: "CUP", fnsku: "X002", asin: "B002" };
  const CUP_PAID = { sku: "CUP", fnsku: "X002", asin: "B002" };
  const open = "stock-not-received file 1 2026-05-10";

  it.each<[string, Rows, string[]]>([
    [
      "comes for its own item alone",
      { paid: [given(1), given(1, CUP_PAID)], ledger: [receipt("FBAXX", 2)] },
      [open],
    ],
    [
      "comes for its own MSKU alone, where it names no FNSKU",
      {
        paid: [given(1, { fnsku: "" }), given(1, { ...CUP_PAID, fnsku: "" })],
        ledger: [receipt("FBAXX", 2)],
      },
      [open],
    ],
    [
      "is not transferred in under another MSKU of the item, where it names no FNSKU",
      { paid: [given(1, { fnsku: "" })], ledger: [into("2026-05-20", 1, { msku: "CUP" })] },
      [open],
    ],
    [
      "is transferred in under its own MSKU alone, where another of the item comes too",
      {
        paid: [given(2, { fnsku: "" })],
        ledger: [into("2026-05-20", 1), into("2026-05-20", 1, { msku: "CUP" })],
      },
      [open],
    ],
    [
      "is not received with a shipment of one's own, be it only in the shipping queue",
      {
        paid: [given(1)],
        queue: [{ shipmentId: "FBA1", created: "2026-05-01", status: "RECEIVING" }],
        ledger: [receipt("FBA1", 1)],
      },
      [open],
    ],
    [
      "is received with one's own shipment when it was damaged inbound",
      {
        paid: [paidInStock("Damaged_Inbound", "2026-05-10", 1)],
        queue: [{ shipmentId: "FBA1", created: "2026-05-01", status: "RECEIVING" }],
        ledger: [receipt("FBA1", 1)],
      },
      [],
    ],
    [
      "is not received by units taken out of a shipment",
      { paid: [given(1)], ledger: [receipt("FBAXX", -1)] },
      [open],
    ],
    [
      "is not received by another item's units",
      { paid: [given(1)], ledger: [receipt("FBAXX", 1, CUP)] },
      [open],
    ],
    [
      "comes to each payment of an item in turn",
      { paid: [given(1), given(1)], ledger: [receipt("FBAXX", 1), into("2026-05-21", 1)] },
      [],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });
});
