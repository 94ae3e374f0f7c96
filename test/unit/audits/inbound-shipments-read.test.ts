/** How a shipment is read: status, pack lists, creation day, what was sent, received and taken out again. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { neededFor, shipmentsOf } from "../../../src/audits/account/inbound.ts";
import {
  isCalledOff,
  packListsMissing,
  shipmentDay,
  statusOf,
} from "../../../src/audits/account/inbound-shipment.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { givenOf, type Row, type Rows, received } from "./build.ts";

const sent = (shipped: number | null, more: Row = {}): Row => ({
  shipmentId: "FBA1",
  packList: "1 of 1",
  merchantSku: "MUG",
  asin: "B001",
  fnsku: "X001",
  shipped,
  ...more,
});
const queued = (more: Row = {}): Row => ({
  shipmentId: "FBA1",
  created: "2026-04-20",
  status: "Closed",
  ...more,
});
const accountWith = (rows: Rows) => accountOf(inputOf(givenOf(rows)));
const shipments = (rows: Rows) => accountWith(rows).derive(shipmentsOf);

it.each([
  ["", "unknown"],
  [" ", "unknown"],
  ["CLOSED", "closed"],
  ["Closed ", "closed"],
  ["CANCELLED", "out"],
  ["canceled", "out"],
  ["Deleted", "out"],
  ["Working", "out"],
  ["Receiving", "open"],
  ["IN_TRANSIT", "open"],
])("status %j is %s", (status, expected) => {
  expect(statusOf(status)).toBe(expected);
});

it.each([
  ["Cancelled", true],
  [" canceled ", true],
  ["DELETED", true],
  ["Working", false],
  ["not cancelled", false],
  ["deleted items", false],
])("%j is called off: %s", (status, expected) => {
  expect(isCalledOff(status)).toBe(expected);
});

it.each<[string[], string[]]>([
  [["1 of 1"], []],
  [["1 of 2"], ["2 of 2"]],
  [["2 of 3"], ["1 of 3", "3 of 3"]],
  [["2 of 2", "1 of 2"], []],
  [["1 of 2", "1 of 2"], ["2 of 2"]],
  [[" 1  OF  2 "], ["2 of 2"]],
  [["1/2"], ["2 of 2"]],
  [["2 von 2"], ["1 of 2"]],
  [["1de2", "1di2", "1sur2"], ["2 of 2"]],
  [["11 of 12", "12 of 12"], Array.from({ length: 10 }, (_, i) => `${i + 1} of 12`)],
  [["1 of 1", "1 of 2"], ["2 of 2"]],
  [["", "Box 1 of 2", "1 of 2 boxes", "one of two"], []],
])("of pack lists %j are missing %j", (lists, missing) => {
  expect(packListsMissing(lists)).toEqual(missing);
});

it.each<[string, string, string | null]>([
  ["FBA STA (04/05/2026 10:15)-ONT8", "US", "2026-04-05"],
  ["FBA STA (04/05/2026 10:15)-ONT8", "CA", "2026-04-05"],
  ["FBA STA (04/05/2026 10:15)-ONT8", "MX", "2026-04-05"],
  ["FBA STA (04/05/2026 10:15)-LEJ1", "DE", null],
  ["FBA STA (05/05/2026 10:15)-LEJ1", "DE", "2026-05-05"],
  ["FBA STA (20/01/2026 10:15)-LEJ1", "DE", "2026-01-20"],
  ["FBA STA (01/20/2026 10:15)-LEJ1", "DE", "2026-01-20"],
  ["FBA STA (20/01/2026 10:15)-ONT8", "US", "2026-01-20"],
  ["FBA STA (4/5/2026)", "US", "2026-04-05"],
  ["FBA STA (13/13/2026 10:15)", "US", null],
  ["FBA STA (04/05/20261)", "US", null],
  ["Spring 04/05/2026", "US", null],
  ["", "US", null],
])("the name %j says in %s that it was created on %s", (name, marketplace, expected) => {
  const created = shipmentDay(name, marketplace);
  expect(created === null ? null : formatDay(created)).toBe(expected);
});

describe("of a shipment's item", () => {
  /** Receipts as `2026-05-02 8`; then units received, reversed, and open to claim as short and as taken back. */
  const line = (shipped: number, ...receipts: string[]) => {
    const ledger = receipts.map((text) => received("FBA1", text.slice(0, 10), Number(text.slice(11))));
    return [ledger, [...ledger].reverse()].map((rows) => {
      const [first] =
        shipments({ contents: [sent(shipped)], queue: [queued()], ledger: rows })[0]?.lines ?? [];
      if (first === undefined) return "none";
      const back =
        first.reversal === null
          ? ""
          : `, taken back ${first.reversal.open} on ${formatDay(first.reversal.date)}`;
      return `received ${first.received}, reversed ${first.reversed}, short ${first.open}, surplus ${first.surplus.left}${back}`;
    });
  };
  it.each<[string, number, string[], string]>([
    ["all came", 10, ["2026-05-02 6", "2026-05-20 4"], "received 10, reversed 0, short 0, surplus 0"],
    ["some did not", 10, ["2026-05-02 8"], "received 8, reversed 0, short 2, surplus 0"],
    ["more came", 10, ["2026-05-02 12"], "received 12, reversed 0, short 0, surplus 2"],
    ["none came", 10, [], "received 0, reversed 0, short 10, surplus 0"],
    [
      "some were taken back",
      10,
      ["2026-05-02 10", "2026-05-09 -3"],
      "received 10, reversed 3, short 0, surplus 0, taken back 3 on 2026-05-09",
    ],
    [
      "some were taken back, and one came again",
      10,
      ["2026-05-02 10", "2026-05-09 -3", "2026-05-12 1"],
      "received 10, reversed 2, short 0, surplus 0, taken back 2 on 2026-05-09",
    ],
    [
      "all taken back came again",
      10,
      ["2026-05-02 10", "2026-05-09 -3", "2026-05-12 3"],
      "received 10, reversed 0, short 0, surplus 0",
    ],
    [
      "more came again",
      10,
      ["2026-05-02 10", "2026-05-09 -3", "2026-05-12 4"],
      "received 11, reversed 0, short 0, surplus 1",
    ],
    [
      "they were taken back twice",
      10,
      ["2026-05-02 10", "2026-05-09 -3", "2026-05-14 -2"],
      "received 10, reversed 5, short 0, surplus 0, taken back 5 on 2026-05-14",
    ],
    [
      "a plus and a minus of a day are one",
      10,
      ["2026-05-02 13", "2026-05-02 -3"],
      "received 10, reversed 0, short 0, surplus 0",
    ],
    [
      "a minus before any plus takes nothing back",
      10,
      ["2026-05-02 -3", "2026-05-09 2"],
      "received 0, reversed 0, short 10, surplus 0",
    ],
    [
      "no more is taken back than came",
      10,
      ["2026-05-02 2", "2026-05-09 -5"],
      "received 0, reversed 2, short 10, surplus 0, taken back 2 on 2026-05-09",
    ],
    [
      "what came above what was sent may be taken back",
      10,
      ["2026-05-02 12", "2026-05-09 -3"],
      "received 12, reversed 3, short 0, surplus 2, taken back 1 on 2026-05-09",
    ],
    [
      "all of that alone is no claim",
      10,
      ["2026-05-02 12", "2026-05-09 -2"],
      "received 12, reversed 2, short 0, surplus 2",
    ],
  ])("%s", (_, shipped, receipts, expected) => {
    expect(line(shipped, ...receipts)).toEqual([expected, expected]);
  });
});

describe("a shipment", () => {
  it("is of its contents, each pack list's rows added up, rows without a shipment left out", () => {
    const found = shipments({
      contents: [
        sent(6),
        sent(5, { packList: "2 of 2" }),
        sent(-2),
        sent(null),
        sent(9, { shipmentId: "" }),
        sent(1, { shipmentId: "FBA0" }),
      ],
    });
    expect(found.map(({ id, lines }) => [id, lines.map(({ shipped }) => shipped)])).toEqual([
      ["FBA0", [1]],
      ["FBA1", [11]],
    ]);
  });

  it("has a line for each item sent and each received, named by its contents, else by its receipts", () => {
    const [shipment] = shipments({
      contents: [
        sent(5, { line: 4 }),
        sent(3, { merchantSku: "CUP", fnsku: "", asin: "", line: 5 }),
        sent(2, { merchantSku: "PEN", fnsku: "", asin: "", line: 6 }),
      ],
      ledger: [
        received("FBA1", "2026-05-02", 5, { line: 7, asin: "OTHER", msku: "OTHER" }),
        received("FBA1", "2026-05-03", 3, { msku: "CUP", fnsku: "X002", asin: "B002", line: 8 }),
        received("FBA1", "2026-05-04", 1, { msku: "JUG", fnsku: "X003", asin: "B003", line: 9 }),
      ],
    });
    expect(
      shipment?.lines.map((line) =>
        [
          line.msku,
          line.fnsku,
          line.asin,
          line.shipped,
          line.received,
          ...line.contentLines,
          ...line.receiptLines,
        ].join(" "),
      ),
    ).toEqual(["MUG X001 B001 5 5 4 7", "CUP X002 B002 3 3 5 8", "JUG X003 B003 0 1 9", "PEN   2 0 6"]);
    expect(shipment?.received).toBe(9);
  });

  it("lies between its first and its last receipt; what is taken back is none", () => {
    const [shipment] = shipments({
      contents: [sent(5)],
      ledger: [
        received("FBA1", "2026-05-09", -1),
        received("FBA1", "2026-05-04", 2),
        received("FBA1", "2026-05-02", 3),
      ],
    });
    expect([shipment?.firstReceipt, shipment?.lastReceipt].map((of) => (of ? formatDay(of) : null))).toEqual([
      "2026-05-02",
      "2026-05-04",
    ]);
  });

  it("is of the place its units came to, else of the marketplace of the file", () => {
    const place = (rows: Rows) =>
      shipments({ ...rows, given: { marketplace: "DE" } }).map((s) => `${s.marketplace} ${s.region}`);
    expect(place({ contents: [sent(5)] })).toEqual(["DE EU"]);
    expect(
      place({ contents: [sent(5)], ledger: [received("FBA1", "2026-05-04", 2, { country: "PL" })] }),
    ).toEqual(["PL EU"]);
  });

  it.each<[string, Rows, boolean]>([
    ["closed", { queue: [queued()], ledger: [received("FBA1", "2026-06-29", 1)] }, true],
    [
      "receiving",
      { queue: [queued({ status: "Receiving" })], ledger: [received("FBA1", "2026-05-02", 1)] },
      false,
    ],
    [
      "of no known status, 21 days after the last receipt",
      { ledger: [received("FBA1", "2026-06-09", 1)] },
      true,
    ],
    [
      "of no known status, 20 days after the last receipt",
      { ledger: [received("FBA1", "2026-05-09", 1), received("FBA1", "2026-06-10", 1)] },
      false,
    ],
    [
      "of no known status, nothing received, 21 days after its creation",
      { queue: [queued({ status: "", created: "2026-06-09" })] },
      true,
    ],
    [
      "of no known status, nothing received, 20 days after its creation",
      { queue: [queued({ status: "", created: "2026-06-10" })] },
      false,
    ],
    ["of which nothing is known", {}, false],
  ])("is settled or not: %s", (_, rows, settled) => {
    expect(shipments({ contents: [sent(5)], ...rows }).map((s) => s.settled)).toEqual([settled]);
  });

  it("needs the ledger since its creation, the reimbursements since its first receipt", () => {
    const account = accountWith({});
    const needed = (created: string | null, firstReceipt: string | null) =>
      neededFor(account, {
        created: created === null ? null : day(created),
        firstReceipt: firstReceipt === null ? null : day(firstReceipt),
      }).map(({ report, from, to }) => `${report} ${formatDay(from)} ${formatDay(to)}`);
    expect(needed("2026-04-20", "2026-05-02")).toEqual([
      "ledger-detail 2026-04-20 2026-06-30",
      "reimbursements 2026-05-02 2026-06-30",
    ]);
    expect(needed(null, "2026-05-02")).toEqual([
      "ledger-detail 2026-04-02 2026-06-30",
      "reimbursements 2026-05-02 2026-06-30",
    ]);
    expect(needed("2026-04-20", null)).toEqual([
      "ledger-detail 2026-04-20 2026-06-30",
      "reimbursements 2026-04-20 2026-06-30",
    ]);
    expect(needed(null, null)).toEqual([
      "ledger-detail 2026-05-31 2026-06-30",
      "reimbursements 2026-05-31 2026-06-30",
    ]);
  });
});
