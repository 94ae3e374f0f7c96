/** How the rows of the ledger are read: which are events, what they mean, where they belong, and which row is which. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { type LedgerRow, ledgerOf } from "../../../src/audits/account/ledger.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, type Row, received } from "./build.ts";

const inputWith = (rows: readonly Row[], marketplace = "US") =>
  inputOf({ asOf: "2026-06-30", marketplace, reports: { "ledger-detail": rows } });
const read = (rows: readonly Row[], marketplace = "US") => ledgerOf(accountOf(inputWith(rows, marketplace)));
const adjustments = (rows: readonly Row[], marketplace = "US"): LedgerRow[] =>
  [...read(rows, marketplace).adjustments.values()].flat();
const one = (more: Row, marketplace = "US") =>
  adjustments([adjusted("M", "2026-05-01", -1, more)], marketplace)[0];
const event = (eventType: string, date: string, quantity: number, more: Row = {}) =>
  adjusted("", date, quantity, { eventType, ...more });

describe("a row of the ledger", () => {
  it.each<[string, Row, number]>([
    ["counts with a day, an event and units", {}, 1],
    ["is nothing without a day", { date: null }, 0],
    ["is nothing without units", { quantity: null }, 0],
    ["is nothing with zero units", { quantity: 0 }, 0],
    ["is nothing when nobody knows its event", { eventType: "Misc" }, 0],
    ["counts with its event in the singular", { eventType: "Adjustment" }, 1],
  ])("%s", (_, more, count) => {
    expect(adjustments([adjusted("M", "2026-05-01", -1, more)])).toHaveLength(count);
  });

  it("leaves customers' orders and vendors' returns out", () => {
    const ledger = read([event("Shipments", "2026-05-01", -1), event("VendorReturns", "2026-05-01", -1)]);
    expect([ledger.adjustments.size, ledger.receiptsOfItem.size, ledger.transfers.length]).toEqual([0, 0, 0]);
    expect(ledger.placeOfCentre("ONT8")).toBeNull();
  });

  it("is read without the spaces around its words, and with numbers for words", () => {
    expect(
      one({ fnsku: " X001 ", msku: 4711, asin: "", fulfillmentCenter: " ONT8 ", referenceId: " 9 " }),
    ).toMatchObject({
      fnsku: "X001",
      msku: "4711",
      asin: "",
      centre: "ONT8",
      referenceId: "9",
      itemKey: "US|X001",
    });
  });

  it("lacks what a file without the column lacks", () => {
    const input = inputWith([adjusted("M", "2026-05-01", -1)]);
    const tables = input.tables.map((table) => {
      const { asin: _, msku: __, ...columns } = table.columns;
      return { ...table, columns };
    });
    const [row] = [...ledgerOf(accountOf({ ...input, tables })).adjustments.values()].flat();
    expect(row).toMatchObject({ asin: "", msku: "", fnsku: "X001" });
  });

  /** Units of the row, then the reconciled and the unreconciled as printed, "-" for blank; then how many are open. */
  it.each([
    ["5 - -", 5],
    ["5 - 2", 2],
    ["5 - -2", 2],
    ["5 - 0", 0],
    ["5 - 9", 5],
    ["5 3 -", 2],
    ["5 -3 -", 2],
    ["5 7 -", 0],
    ["5 0 -", 5],
    ["5 5 1", 1],
  ])("of %s units has %i unreconciled", (printed, open) => {
    const [units = 0, reconciledQuantity, unreconciledQuantity] = printed
      .split(" ")
      .map((cell) => (cell === "-" ? null : Number(cell)));
    const row = one({
      quantity: -(units ?? 0),
      reconciledQuantity: reconciledQuantity ?? null,
      unreconciledQuantity: unreconciledQuantity ?? null,
    });
    expect([row?.unreconciled, row?.reconciled]).toEqual([open, 5 - open]);
  });

  it.each<[string, Row, string | null]>([
    ["a code", { reason: " m " }, "lost"],
    ["words", { reason: "Inventory misplaced" }, "lost"],
    ["words for damage of sellable stock", { reason: "Damaged at FC" }, "damaged-by-amazon"],
    [
      "words for damage by a customer",
      { reason: "Damaged at FC", disposition: "CUSTOMER_DAMAGED" },
      "damaged-other",
    ],
    ["words for damage that could be anybody's", { reason: "Damaged at FC", disposition: "" }, null],
    [
      "words that depend on the sign, minus",
      { reason: "Damaged Inventory", disposition: "" },
      "damaged-other",
    ],
    [
      "words that depend on the sign, plus",
      { reason: "Damaged Inventory", disposition: "", quantity: 1 },
      "disposition-change",
    ],
    ["a reason nobody knows", { reason: "ZZ" }, null],
  ])("means what its reason says: %s", (_, more, kind) => {
    expect(one(more)?.code?.kind ?? null).toBe(kind);
    expect(read([adjusted("M", "2026-05-01", -1, more)]).unknown).toHaveLength(kind === null ? 1 : 0);
  });

  it("has a reason only as an adjustment", () => {
    const ledger = read([
      received("FBA1", "2026-05-01", 1, { reason: "M" }),
      received("FBA1", "2026-05-01", 1, { reason: "ZZ" }),
    ]);
    expect(ledger.receipts.get("FBA1")?.map(({ code }) => code)).toEqual([null, null]);
    expect([ledger.unknown, ledger.adjustments.size]).toEqual([[], 0]);
  });
});

describe("the place of a row", () => {
  const places = (rows: readonly Row[], marketplace = "US") =>
    adjustments(rows, marketplace).map((row) => `${row.marketplace} ${row.region}`);
  const lost = (more: Row) => adjusted("M", "2026-05-01", -1, more);

  it("is its country, in whatever case, else the marketplace of its file", () => {
    expect(places([lost({ country: " us " })], "DE")).toEqual(["US US"]);
    expect(places([lost({ country: "PL" })], "DE")).toEqual(["PL EU"]);
    expect(places([lost({ country: "" })], "UK")).toEqual(["UK UK"]);
    expect(places([lost({ country: "CZ" })], "DE")).toEqual(["DE EU"]);
  });

  it("is each row's own, whatever the row before it said", () => {
    const rows = ["US", "DE", "US", "DE"].map((importedFor, i) =>
      lost({ country: "", importedFor, referenceId: String(i) }),
    );
    expect(places(rows).sort()).toEqual(["DE EU", "DE EU", "US US", "US US"]);
    const countries = ["FR", "UK", "FR"].map((country, i) => lost({ country, referenceId: String(i) }));
    expect(places(countries, "DE").sort()).toEqual(["FR EU", "FR EU", "UK UK"]);
  });

  it("tells the place of a centre, while the ledger shows it in one region only", () => {
    const at = (fulfillmentCenter: string, country: string, more: Row = {}) =>
      lost({ fulfillmentCenter, country, ...more });
    const ledger = read([
      at("A", "DE"),
      at("A", "PL"),
      at("B", "DE"),
      at("B", "UK"),
      at("B", "DE"),
      at("", "DE"),
      event("CustomerReturns", "2026-05-01", 1, { fulfillmentCenter: "C", country: "FR" }),
      event("WhseTransfers", "2026-05-01", 1, { fulfillmentCenter: "D", country: "FR" }),
    ]);
    expect(
      ["A", "B", "", "C", "D", "E"].map((centre) => ledger.placeOfCentre(centre)?.marketplace ?? null),
    ).toEqual(["DE", null, null, "FR", null, null]);
  });
});

describe("the ledger keeps", () => {
  it("receipts by item, and by the shipment they name", () => {
    const ledger = read([
      received("FBA1", "2026-05-03", 2),
      received("", "2026-05-02", 1),
      received("FBA1", "2026-05-01", 3),
    ]);
    expect(ledger.receipts.get("FBA1")?.map(({ quantity }) => quantity)).toEqual([3, 2]);
    expect([...ledger.receipts.keys()]).toEqual(["FBA1"]);
    expect(ledger.receiptsOfItem.get("US|X001")?.map(({ quantity }) => quantity)).toEqual([3, 1, 2]);
  });

  it("customers' returns as units per day of a region, in the order of days", () => {
    const back = (date: string, quantity: number, country = "US") =>
      event("CustomerReturns", date, quantity, { country });
    const ledger = read([
      back("2026-05-03", 1),
      back("2026-05-01", 2),
      back("2026-05-03", 4),
      back("2026-05-03", -2),
      back("2026-05-02", 9, "CA"),
    ]);
    expect(ledger.returnDays("US")).toEqual([
      { date: day("2026-05-01"), units: 2 },
      { date: day("2026-05-03"), units: 5 },
    ]);
    expect(ledger.returnDays("EU")).toEqual([]);
  });

  it("transfers by item and condition, blank being sellable, and by row the departures of a day", () => {
    const moved = (quantity: number, more: Row = {}) => event("WhseTransfers", "2026-05-01", quantity, more);
    const ledger = read([
      moved(-1, { fulfillmentCenter: "B" }),
      moved(-2, { fulfillmentCenter: "A", disposition: "" }),
      moved(3),
      moved(-4, { date: "2026-05-02" }),
      moved(-5, { disposition: "defective" }),
      moved(-6, { disposition: "Odd" }),
      moved(-7, { fnsku: "X002" }),
    ]);
    expect(ledger.transfers.map(({ itemKey, condition, units }) => [itemKey, condition, ...units])).toEqual([
      ["US|X001", "SELLABLE", -1, -2, 3, -4],
      ["US|X001", "DEFECTIVE", -5],
      ["US|X001", "ODD", -6],
      ["US|X002", "SELLABLE", -7],
    ]);
    const [first] = ledger.transfers;
    const out = (of: string) =>
      first?.departures(day(of)).map(({ quantity, centre }) => `${quantity} ${centre}`);
    expect(out("2026-05-01")).toEqual(["-1 B", "-2 A"]);
    expect(out("2026-05-02")).toEqual(["-4 ONT8"]);
    expect(out("2026-05-01")).toEqual(["-1 B", "-2 A"]);
    expect(out("2026-05-03")).toEqual([]);
  });
});

describe("rows are told apart", () => {
  const told = (rows: readonly Row[]) =>
    adjustments(rows).map(
      ({ date, identityParts, line }) => `${formatDay(date)} ${identityParts.at(-1)} line ${line}`,
    );
  const lost = (line: number, more: Row = {}) => adjusted("M", "2026-05-01", -3, { line, ...more });

  it("equal ones by number, those with more open first, then by line", () => {
    const open = (line: number, unreconciled: number) => lost(line, { unreconciled });
    expect(told([open(7, 1), open(5, 1), open(9, 3), open(3, 2)])).toEqual([
      "2026-05-01 0 line 9",
      "2026-05-01 1 line 3",
      "2026-05-01 2 line 5",
      "2026-05-01 3 line 7",
    ]);
  });

  it.each<[string, Row]>([
    ["the day", { date: "2026-05-02" }],
    ["the FNSKU", { fnsku: "X002" }],
    ["the MSKU", { msku: "CUP" }],
    ["the reference", { referenceId: "9" }],
    ["the units", { quantity: -2 }],
    ["the centre", { fulfillmentCenter: "LAX9" }],
    ["the disposition", { disposition: "DEFECTIVE" }],
    ["the kind of reason", { reason: "E" }],
    ["the country", { country: "MX" }],
    ["a border between two words", { fnsku: "X001M", msku: "UG" }],
  ])("by %s", (_, more) => {
    expect(adjustments([lost(2), lost(3, more)]).map(({ identityParts }) => identityParts.at(-1))).toEqual([
      0, 0,
    ]);
  });

  it.each<[string, Row, Row]>([
    ["another code of its kind", { reason: "M" }, { reason: "5" }],
    ["words for its code", { reason: "M" }, { reason: "Misplaced" }],
    ["a reason nobody knows in another case", { reason: "zz" }, { reason: "ZZ" }],
    ["a condition nobody knows in another case", { disposition: "odd" }, { disposition: "ODD" }],
    ["its condition in another spelling", { disposition: "SELLABLE" }, { disposition: "Sellable" }],
    ["another title", { title: "A" }, { title: "B" }],
  ])("not by %s", (_, a, b) => {
    expect(adjustments([lost(2, a), lost(3, b)]).map(({ identityParts }) => identityParts.at(-1))).toEqual([
      0, 1,
    ]);
  });

  it("tells two reasons, and two conditions, nobody knows apart", () => {
    const numbers = (a: Row, b: Row) =>
      adjustments([lost(2, a), lost(3, b)]).map(({ identityParts }) => identityParts.at(-1));
    expect(numbers({ reason: "zz" }, { reason: "yy" })).toEqual([0, 0]);
    expect(numbers({ disposition: "odd" }, { disposition: "even" })).toEqual([0, 0]);
  });

  it("and stand in the order of their days, whatever the order of the file", () => {
    const rows = [
      lost(2, { date: "2026-05-09" }),
      lost(3, { date: "2026-05-01" }),
      lost(4, { date: "2026-05-05" }),
    ];
    expect(told(rows).map((line) => line.slice(0, 10))).toEqual(["2026-05-01", "2026-05-05", "2026-05-09"]);
  });
});

describe("a row without a country", () => {
  const events = [
    adjusted("M", "2026-05-01", -2, { country: "US" }),
    received("FBA1", "2026-05-02", 5, { country: "US" }),
    event("WhseTransfers", "2026-05-03", -3, { country: "US" }),
    event("CustomerReturns", "2026-05-04", 1, { country: "US" }),
  ];
  const bare = events.map((row) => ({ ...row, country: "" }));
  const counted = (rows: readonly Row[]) => {
    const ledger = read(rows);
    return [
      [...ledger.adjustments.values()].flat().length,
      [...ledger.receiptsOfItem.values()].flat().length,
      ledger.transfers.flatMap(({ units }) => units).length,
      ledger.returnDays("US").reduce((sum, { units }) => sum + units, 0),
    ];
  };

  it("is the event another download tells with its country", () => {
    expect(counted([...bare, ...events])).toEqual([1, 1, 1, 1]);
    expect(counted([...events, ...bare])).toEqual([1, 1, 1, 1]);
    expect(adjustments([...bare, ...events])[0]?.line).toBe(6);
  });

  it("is the same in codes and in words", () => {
    const words = { country: "", eventType: "Adjustment", disposition: "Sellable" };
    expect(adjustments([adjusted("M", "2026-05-01", -2, words), ...events])).toHaveLength(1);
  });

  it("is an event of its own beyond those told with a country", () => {
    expect(counted([...bare, ...bare, ...events])).toEqual([2, 2, 2, 2]);
    expect(counted(bare)).toEqual([1, 1, 1, 1]);
    expect(counted([...bare, ...bare])).toEqual([2, 2, 2, 2]);
  });

  it("is an event of its own where anything else differs, the stock region too", () => {
    for (const more of [
      { referenceId: "other" },
      { quantity: -3 },
      { fulfillmentCenter: "LGB3" },
      { country: "GB" },
    ]) {
      const rows = [
        adjusted("M", "2026-05-01", -2, { country: "" }),
        adjusted("M", "2026-05-01", -2, { country: "US", ...more }),
      ];
      expect(adjustments(rows)).toHaveLength(2);
    }
  });
});
