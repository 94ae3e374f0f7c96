import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type {
  ContentsRow,
  CoverageRows,
  InvoiceRow,
  ShipmentRow,
} from "../../../src/claims/coverage-meter.ts";
import { coverage, coverageInWords, coverageOf, start } from "../../../src/claims/index.ts";
import { addDays, type Day, day } from "../../../src/values/day.ts";
import { finding, Log } from "./log-of.ts";

const MARCH = day("2026-03-01");

function invoice(units: number | null, date: Day | null, but: Partial<InvoiceRow> = {}): InvoiceRow {
  return {
    invoiceNumber: "A-1",
    invoiceDate: date,
    supplier: "Maker",
    msku: "MUG",
    fnsku: "",
    asin: "",
    units,
    line: 2,
    ...but,
  };
}

function contents(shipmentId: string, shipped: number, but: Partial<ContentsRow> = {}): ContentsRow {
  return {
    shipmentId,
    name: "",
    packList: "",
    date: null,
    merchantSku: "MUG",
    asin: "B000000001",
    fnsku: "X000000001",
    shipped,
    importedFor: "US",
    ...but,
  };
}

function shipment(shipmentId: string, created: Day | null, but: Partial<ShipmentRow> = {}): ShipmentRow {
  return {
    shipmentId,
    shipmentName: "",
    created,
    unitsExpected: null,
    status: "Closed",
    importedFor: "US",
    ...but,
  };
}

/** One shipment of 10 mugs made on 1 March. */
const ONE: CoverageRows = {
  invoices: [],
  contents: [contents("FBA1", 10)],
  shipments: [shipment("FBA1", MARCH)],
};

const only = (rows: Partial<CoverageRows>) => coverage({ ...ONE, ...rows }).items[0];

describe("units are covered", () => {
  it("by invoices from before the shipment", () => {
    expect(only({ invoices: [invoice(10, addDays(MARCH, -1))] })).toMatchObject({
      shipped: 10,
      invoiced: 10,
      share: 1,
    });
    expect(
      only({ invoices: [invoice(4, addDays(MARCH, -1)), invoice(3, addDays(MARCH, -30))] }),
    ).toMatchObject({ invoiced: 7, share: 0.7 });
  });

  it.each([0, 1, 30])("not by one dated %s days after it", (days) => {
    expect(only({ invoices: [invoice(10, addDays(MARCH, days))] })).toMatchObject({ invoiced: 0, share: 0 });
  });

  it("once each, the oldest shipment first", () => {
    const found = only({
      invoices: [invoice(12, addDays(MARCH, -5))],
      contents: [contents("FBA2", 10), contents("FBA1", 10)],
      shipments: [shipment("FBA1", MARCH), shipment("FBA2", addDays(MARCH, 9))],
    });
    expect(found?.shipments).toMatchObject([
      { shipmentId: "FBA1", invoiced: 10 },
      { shipmentId: "FBA2", invoiced: 2 },
    ]);
    expect(found?.share).toBe(0.6);
  });

  it("by whatever number the invoice names: FNSKU, SKU, or ASIN alone", () => {
    const before = addDays(MARCH, -1);
    const named = (but: Partial<InvoiceRow>) =>
      only({ invoices: [invoice(10, before, { msku: "", ...but })] })?.invoiced;
    expect(named({ fnsku: "X000000001" })).toBe(10);
    expect(named({ msku: "MUG" })).toBe(10);
    expect(named({ asin: "B000000001" })).toBe(10);
    expect(named({ asin: "B000000009" })).toBe(0);
    expect(named({ msku: "CUP", asin: "B000000001" })).toBe(0);
    expect(named({ fnsku: "X000000009", msku: "MUG" })).toBe(0);
  });

  it("by the invoice of the very item before one of its ASIN, so that others can use that", () => {
    const before = addDays(MARCH, -1);
    const { items } = coverage({
      ...ONE,
      invoices: [
        invoice(10, addDays(before, -1), { msku: "", asin: "B000000001", invoiceNumber: "ASIN" }),
        invoice(10, before),
      ],
      contents: [contents("FBA1", 10), contents("FBA1", 10, { merchantSku: "MUG-2", fnsku: "X000000002" })],
    });
    expect(items.map(({ share }) => share)).toEqual([1, 1]);
  });

  it("less what a credit note takes back, from the newest invoice", () => {
    const invoices = [
      invoice(6, addDays(MARCH, -9)),
      invoice(6, addDays(MARCH, -1)),
      invoice(-4, MARCH, { line: 4 }),
    ];
    expect(only({ invoices })?.invoiced).toBe(8);
  });
});

describe("it cannot be told", () => {
  const all = [invoice(10, addDays(MARCH, -1))];

  it.each<[string, Partial<CoverageRows>, RegExp]>([
    ["without the shipping queue", { shipments: null }, /shipping queue was never imported/],
    [
      "when a listed shipment has no contents",
      { shipments: [shipment("FBA1", MARCH), shipment("FBA2", MARCH)] },
      /contents of FBA2 are missing/,
    ],
    [
      "when the queue expects more units than the contents hold",
      { shipments: [shipment("FBA1", MARCH, { unitsExpected: 11 })] },
      /contents of FBA1 are not complete/,
    ],
    [
      "when a pack list is missing",
      { contents: [contents("FBA1", 10, { packList: "1 of 2" })] },
      /contents of FBA1 are not complete/,
    ],
    [
      "when nobody says when the shipment was made",
      { shipments: [shipment("FBA1", null)] },
      /says when shipment FBA1/,
    ],
    ["when contents name no shipment", { contents: [...ONE.contents, contents("", 1)] }, /which shipment/],
  ])("%s", (_, rows, words) => {
    const found = only({ invoices: all, ...rows });
    expect(found?.share).toBeNull();
    expect(coverageInWords(found ?? null)).toMatch(/^Cannot tell/);
    expect(coverageInWords(found ?? null)).toMatch(words);
  });

  it("for an item no contents name", () => {
    const log = new Log();
    log.write(start(log.book, finding({ fnsku: "X000000077", msku: "MUG" }), log.acting()));
    expect(coverageOf(coverage({ ...ONE, invoices: all }), log.claim().facts)).toBeNull();
    expect(coverageInWords(null)).toMatch(/no imported shipment contents name this item/);
  });

  it("is no matter of shipments called off or never sent", () => {
    const off = ["Cancelled", "DELETED", "working"].map((status, n) =>
      shipment(`FBA${n + 2}`, MARCH, { status }),
    );
    expect(only({ invoices: all, shipments: [shipment("FBA1", MARCH), ...off] })?.share).toBe(1);
  });
});

it("the day of a shipment is the queue's, else the contents', else the one in its name", () => {
  const dayOf = (rows: Partial<CoverageRows>) => only(rows)?.shipments[0]?.day;
  const named = "FBA STA (01/20/2026 10:15)-LBE1";
  expect(dayOf({ contents: [contents("FBA1", 1, { date: addDays(MARCH, 1), name: named })] })).toBe(MARCH);
  const unlisted = { shipments: [shipment("FBA1", null, { shipmentName: named })] };
  expect(dayOf({ ...unlisted, contents: [contents("FBA1", 1, { date: addDays(MARCH, 1) })] })).toBe(
    addDays(MARCH, 1),
  );
  expect(dayOf(unlisted)).toBe(day("2026-01-20"));
});

it("invoice lines that cannot count are told", () => {
  const { problems } = coverage({
    ...ONE,
    invoices: [
      invoice(null, MARCH, { line: 2 }),
      invoice(5, null, { line: 3 }),
      invoice(5, MARCH, { line: 4, msku: "" }),
      invoice(-5, MARCH, { line: 5, msku: "CUP" }),
    ],
  });
  expect(problems).toEqual([
    expect.stringMatching(/row 2 .*no units/),
    expect.stringMatching(/row 3 .*no date/),
    expect.stringMatching(/row 4 .*no item/),
    expect.stringMatching(/row 5 .*credits 5 units no other invoice names/),
  ]);
});

it("the meter in words says what is not covered, and where", () => {
  expect(coverageInWords(only({ invoices: [invoice(4, addDays(MARCH, -1))] }) ?? null)).toBe(
    "4 of 10 shipped units are on invoices dated before their shipment. Not covered: 6 in FBA1 of 2026-03-01.",
  );
  expect(coverageInWords(only({ invoices: [invoice(40, addDays(MARCH, -1))] }) ?? null)).toMatch(
    /^All 10 shipped units/,
  );
});

const ITEMS = [
  { merchantSku: "A", fnsku: "X1", asin: "B1" },
  { merchantSku: "B", fnsku: "X2", asin: "B1" },
  { merchantSku: "C", fnsku: "X3", asin: "B2" },
] as const;

const LINE = fc.record({
  item: fc.nat(2),
  days: fc.integer({ min: 0, max: 20 }),
  units: fc.integer({ min: 1, max: 4 }),
});
const BILL = fc.record({
  item: fc.nat(2),
  by: fc.constantFrom("fnsku", "msku", "asin"),
  days: fc.integer({ min: -3, max: 22 }),
  units: fc.integer({ min: 1, max: 5 }),
});

type Sent = typeof LINE extends fc.Arbitrary<infer T> ? T : never;
type Bill = typeof BILL extends fc.Arbitrary<infer T> ? T : never;

function rowsOf(sent: readonly Sent[], bills: readonly Bill[]): CoverageRows {
  return {
    contents: sent.map(({ item, units }, n) => contents(`FBA${n}`, units, ITEMS[item])),
    shipments: sent.map(({ days }, n) => shipment(`FBA${n}`, addDays(MARCH, days))),
    invoices: bills.map(({ item, by, days, units }, n) => {
      const { merchantSku: msku, fnsku, asin } = ITEMS[item] ?? ITEMS[0];
      const names = {
        fnsku: by === "fnsku" ? fnsku : "",
        msku: by === "msku" ? msku : "",
        asin: by === "asin" ? asin : "",
      };
      return invoice(units, addDays(MARCH, days), { ...names, invoiceNumber: `I${n}`, line: n + 2 });
    }),
  };
}

const total = (rows: CoverageRows) => coverage(rows).items.reduce((sum, { invoiced }) => sum + invoiced, 0);

/** The most units any assignment can cover: augmenting paths over single units. */
function most(sent: readonly Sent[], bills: readonly Bill[]): number {
  const shipped = sent.flatMap((line) => Array.from({ length: line.units }, () => line));
  const billed = bills.flatMap((bill) => Array.from({ length: bill.units }, () => bill));
  const covers = (bill: Bill, line: Sent) =>
    bill.days < line.days &&
    (bill.by === "asin" ? ITEMS[bill.item]?.asin === ITEMS[line.item]?.asin : bill.item === line.item);
  const owner = new Map<number, number>();
  const assign = (unit: number, seen: Set<number>): boolean =>
    billed.some((bill, n) => {
      if (seen.has(n) || !covers(bill, shipped[unit] as Sent)) return false;
      seen.add(n);
      const other = owner.get(n);
      if (other !== undefined && !assign(other, seen)) return false;
      owner.set(n, unit);
      return true;
    });
  return shipped.filter((_, unit) => assign(unit, new Set())).length;
}

describe("whatever is shipped and invoiced", () => {
  const SENT = fc.array(LINE, { minLength: 1, maxLength: 6 });
  const BILLS = fc.array(BILL, { maxLength: 6 });

  it("no unit is covered twice, none left out that could be covered", () => {
    fc.assert(
      fc.property(SENT, BILLS, (sent, bills) => {
        for (const item of coverage(rowsOf(sent, bills)).items) {
          expect(item.invoiced).toBeLessThanOrEqual(item.shipped);
          for (const one of item.shipments) expect(one.invoiced).toBeLessThanOrEqual(one.shipped);
          expect(item.share === 1).toBe(item.invoiced === item.shipped);
        }
        expect(total(rowsOf(sent, bills))).toBe(most(sent, bills));
      }),
    );
  });

  it("the order of rows does not matter", () => {
    fc.assert(
      fc.property(SENT, BILLS, (sent, bills) => {
        const rows = rowsOf(sent, bills);
        const turned = {
          invoices: [...rows.invoices].reverse(),
          contents: [...rows.contents].reverse(),
          shipments: [...(rows.shipments ?? [])].reverse(),
        };
        expect(coverage(turned)).toEqual(coverage(rows));
      }),
    );
  });

  it("leaving the contents of any shipment out never makes anything whole", () => {
    fc.assert(
      fc.property(SENT, BILLS, fc.nat(), (sent, bills, at) => {
        const rows = rowsOf(sent, bills);
        const without = {
          ...rows,
          contents: rows.contents.filter((_, n) => n !== at % rows.contents.length),
        };
        for (const { share } of coverage(without).items) expect(share).toBeNull();
      }),
    );
  });

  it("another invoice never covers less, one after the last shipment nothing more", () => {
    fc.assert(
      fc.property(SENT, BILLS, BILL, (sent, bills, bill) => {
        const before = total(rowsOf(sent, bills));
        expect(total(rowsOf(sent, [...bills, bill]))).toBeGreaterThanOrEqual(before);
        expect(total(rowsOf(sent, [...bills, { ...bill, days: 21 }]))).toBe(before);
      }),
    );
  });
});
