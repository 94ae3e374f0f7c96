/** How the ledger summary is read: which sign movements carry, which periods follow one another, where stock lies. */
import { describe, expect, it } from "vitest";
import { inventoryImbalance } from "../../../src/audits/inventory-imbalance.ts";
import { adjusted, audited, type Row, told } from "./build.ts";

const day = (date: string, start: number | null, end: number | null, more: Row = {}): Row => ({
  date,
  fnsku: "X001",
  asin: "B001",
  msku: "MUG",
  disposition: "SELLABLE",
  startingWarehouseBalance: start,
  endingWarehouseBalance: end,
  location: "US",
  ...more,
});
const KEY = { fnsku: "X009", msku: "KEY" };
/** A day that only one sign fits, of an item of its own. */
const signed = (n: number): Row =>
  day("2026-05-01", 50, 45, { customerShipments: -5, ...KEY, fnsku: `S${n}` });
const unsigned = (n: number): Row =>
  day("2026-05-01", 50, 45, { customerShipments: 5, ...KEY, fnsku: `U${n}` });
const times = (n: number, make: (i: number) => Row) => Array.from({ length: n }, (_, i) => make(i));
const audit = (summary: readonly Row[], ledger: readonly Row[] = []) =>
  audited(inventoryImbalance, { summary, ledger });
/** The same whatever order the rows come in. */
function judged(...summary: Row[]): string[] {
  const numbered = summary.map((row, i) => ({ line: i + 2, ...row }));
  expect(audit([...numbered].reverse()).findings).toEqual(audit(numbered).findings);
  return told(audit(numbered)).sort();
}
const item = (...summary: Row[]) => audit(summary).findings.filter(({ fnsku }) => fnsku === "X001");

describe("movements out of the warehouse", () => {
  it.each(["customerShipments", "vendorReturns", "lost", "damaged", "disposed"])(
    "%s are read under either sign",
    (field) => {
      expect(judged(...times(4, signed), day("2026-05-01", 10, 8, { [field]: -2 }))).toEqual([]);
      expect(judged(...times(4, unsigned), day("2026-05-01", 10, 8, { [field]: 2 }))).toEqual([]);
    },
  );

  it.each(["receipts", "customerReturns", "warehouseTransferInOut", "found", "otherEvents"])(
    "%s are none, and keep their sign",
    (field) => {
      for (const some of [signed, unsigned]) {
        expect(judged(...times(4, some), day("2026-05-01", 10, 12, { [field]: 2 }))).toEqual([]);
        expect(judged(...times(4, some), day("2026-05-01", 10, 12, { [field]: -2 }))).toEqual([
          "info 4 2026-05-01",
        ]);
      }
    },
  );

  it("are read under both signs where a quarter of the telling periods speak for each", () => {
    const odd = day("2026-05-01", 10, 8, { lost: 2 });
    expect(item(...times(3, signed), odd)).toEqual([]);
    expect(item(...times(4, signed), odd)).toMatchObject([{ quantity: 4 }]);
    const other = day("2026-05-01", 10, 8, { lost: -2 });
    expect(item(...times(3, unsigned), other)).toEqual([]);
    expect(item(...times(4, unsigned), other)).toMatchObject([{ quantity: 4 }]);
  });

  it("are told under the sign most periods speak for, with a minus where they are even", () => {
    const wrong = day("2026-05-01", 10, 5, { lost: 2 });
    expect(item(...times(3, unsigned), signed(9), wrong)).toMatchObject([
      { quantity: 3, why: expect.stringContaining("without a sign") },
    ]);
    expect(item(...times(3, signed), unsigned(9), wrong)).toMatchObject([{ quantity: 7 }]);
    expect(item(signed(1), unsigned(1), wrong)).toMatchObject([{ quantity: 7 }]);
  });

  it("tell nothing where fewer than half of them add up", () => {
    const off = (n: number) => day("2026-05-01", 10, 3, { lost: 1, fnsku: `N${n}` });
    expect(audit([...times(2, signed), ...times(2, off)]).findings).toHaveLength(2);
    const lost = audit([...times(2, signed), ...times(3, off)]);
    expect(lost.findings).toEqual([]);
    expect(lost.cannotTell).toMatchObject([
      { reason: expect.stringContaining("5 periods left out"), needs: [] },
    ]);
    expect(lost.cannotTell[0]?.reason).toContain("US");
  });

  it("may hold units in transit and unknown events, each or both, either way", () => {
    const off = (end: number) =>
      judged(
        ...times(4, signed),
        day("2026-05-01", 10, end, { inTransitBetweenWarehouses: 3, unknownEvents: 1 }),
      );
    // With the one, the other, both, or one against the other: 10, 13, 7, 11, 9, 14 and 8.
    for (const end of [7, 8, 9, 10, 11, 13, 14]) expect(off(end), String(end)).toEqual([]);
    expect([6, 12, 15].map(off)).toEqual([
      ["info 4 2026-05-01"],
      ["info 2 2026-05-01"],
      ["info 5 2026-05-01"],
    ]);
  });
});

describe("periods", () => {
  it("follow one another by day, in whatever order they are printed", () => {
    const days = [
      day("2026-05-03", 7, 7),
      day("2026-05-01", 10, 10),
      day("2026-05-02", 10, 9, { lost: -1, receipts: 0 }),
    ];
    expect(judged(...times(4, signed), ...days)).toEqual(["info 2 2026-05-03"]);
    const [finding] = item(...times(4, signed), ...days.map((row, i) => ({ ...row, line: 20 + i })));
    expect(finding?.evidence.map(({ line }) => line)).toEqual([22, 20]);
  });

  it.each([
    ["2026-05-01", "2026-05-02", true],
    ["2026-05-01", "2026-05-03", false],
  ])("of days from %s to %s: %s", (first, second, follow) => {
    const days = [day("2026-04-01", 1, 1, KEY), day("2026-04-02", 1, 1, KEY)];
    expect(judged(...days, day(first, 5, 5), day(second, 6, 6))).toHaveLength(follow ? 1 : 0);
  });

  it.each([
    ["2026-05-04", "2026-05-11", true],
    ["2026-05-04", "2026-05-18", false],
  ])("of weeks from %s to %s: %s", (first, second, follow) => {
    const weeks = [day("2026-04-06", 1, 1, KEY), day("2026-04-13", 1, 1, KEY)];
    expect(judged(...weeks, day(first, 5, 5), day(second, 6, 6))).toHaveLength(follow ? 1 : 0);
  });

  it.each([
    ["2026-02-01", "2026-03-01", true],
    ["2026-03-01", "2026-04-01", true],
    ["2026-01-01", "2026-03-01", false],
  ])("of months from %s to %s: %s", (first, second, follow) => {
    expect(judged(day(first, 5, 5), day(second, 6, 6))).toHaveLength(follow ? 1 : 0);
  });

  it("of one day are no two in a row, and none lies after as-of", () => {
    expect(judged(day("2026-05-01", 5, 5), day("2026-05-01", 6, 6))).toEqual([]);
    expect(judged(...times(4, signed), day("2026-06-30", 10, 7))).toEqual(["info 3 2026-06-30"]);
    expect(judged(...times(4, signed), day("2026-07-01", 10, 7))).toEqual([]);
    expect(audit([...times(4, signed), day("2026-05-01", 10, 7, { date: null })]).findings).toEqual([]);
  });

  it("without a balance at either end are left out", () => {
    expect(judged(...times(4, signed), day("2026-05-01", null, 7), day("2026-05-02", 10, null))).toEqual([]);
  });

  it("of one item, SKU, condition and place alone follow one another", () => {
    const next = (more: Row) => judged(day("2026-05-01", 5, 5), day("2026-05-02", 6, 6, more));
    expect(next({})).toHaveLength(1);
    for (const more of [
      { fnsku: "X002" },
      { msku: "CUP" },
      { disposition: "DEFECTIVE" },
      { location: "ONT8" },
    ]) {
      expect(next(more), JSON.stringify(more)).toEqual([]);
    }
    expect(next({ disposition: "Sellable" })).toHaveLength(1);
  });
});

describe("an imbalance is told", () => {
  const off = (more: Row = {}) =>
    audit([...times(4, signed), day("2026-05-01", 10, 7, more)]).findings.at(-1);

  it("with its condition and place, where they are printed", () => {
    expect(off({ disposition: "WAREHOUSE_DAMAGED" })?.what).toContain("WAREHOUSE DAMAGED");
    expect(off({ disposition: "somehow_new" })?.what).toContain("SOMEHOW NEW");
    expect(off({ disposition: "" })?.what).toContain("of unknown condition");
    expect(off({ location: "" })?.what).toContain("all warehouses");
    expect(off({ location: "ONT8" })?.what).toContain("ONT8");
  });

  it("with how many units lack or are over", () => {
    expect(off()?.why).toContain("3 units are lacking");
    expect(off({ endingWarehouseBalance: 9 })?.why).toContain("1 unit is lacking");
    expect(off({ endingWarehouseBalance: 12 })?.why).toContain("2 units are");
    expect(off({ endingWarehouseBalance: 12 })?.why).not.toContain("lacking");
  });

  it("where its stock lies: by country, by the centre the ledger knows, else where the file is from", () => {
    const at = (location: string, ledger: Row[] = []) =>
      audit(
        [...times(4, (n) => ({ ...signed(n), location })), day("2026-05-01", 10, 7, { location })],
        ledger,
      ).findings.map(({ marketplace }) => marketplace);
    const inFrance = [adjusted("F", "2026-05-01", 1, { country: "FR", fulfillmentCenter: "LYS1" })];
    expect([at("DE"), at("LYS1", inFrance), at("LYS1"), at("XYZ9", inFrance)]).toEqual([
      ["DE"],
      ["FR"],
      ["US"],
      ["US"],
    ]);
  });

  it("once, though the region's rows were imported for two of its marketplaces, and apart by region", () => {
    const rows = (importedFor: string, location: string) =>
      [...times(4, signed), day("2026-05-01", 10, 7)].map((row) => ({ ...row, importedFor, location }));
    expect(judged(...rows("DE", "DE"), ...rows("FR", "DE"))).toEqual(["info 3 2026-05-01"]);
    expect(judged(...rows("US", "US"), ...rows("US", "CA"))).toHaveLength(2);
    // The signs of each region are its own.
    const other = [...times(4, unsigned), day("2026-05-01", 10, 8, { lost: 2 })].map((row) => ({
      ...row,
      location: "CA",
    }));
    expect(judged(...rows("US", "US"), ...other)).toEqual(["info 3 2026-05-01"]);
  });
});
