/** Old rows no audit reads, kept as sums: what goes in comes out, however often and in whichever order. */
import { describe, expect, it } from "vitest";
import type { ImportFile } from "../../../intake/import.ts";
import { csv, fileOf, TestSheet } from "./sheet.ts";

const LEDGER = "Inventory Ledger Detail";
const ARCHIVE = "Archived Rows";
const BEFORE = "2025-01-01";
const COMPACT = { compact: true, archiveBefore: BEFORE };

interface Row {
  /** `MM/DD/YYYY`. */
  readonly date: string;
  readonly item: number;
  readonly event: string;
  readonly units: number;
  readonly reference?: string;
}

const HEADER =
  "Date,FNSKU,ASIN,MSKU,Title,Event Type,Reference ID,Quantity,Fulfillment Center,Disposition,Reason,Country".split(
    ",",
  );

function ledger(name: string, rows: readonly Row[]): ImportFile {
  const lines = rows.map(({ date, item, event, units, reference = "" }) => [
    date,
    `X00000000${item}`,
    `B00000000${item}`,
    `SKU-${item}`,
    "Mug",
    event,
    reference,
    String(units),
    "ACY1",
    "SELLABLE",
    event === "Adjustments" ? "M" : "",
    "US",
  ]);
  return fileOf(name, csv([HEADER, ...lines]));
}

/** A row a day of two months, the old year's last and the new year's first, of three items and every kind of event. */
const EVENTS = [
  "Shipments",
  "VendorReturns",
  "Shipments",
  "Receipts",
  "Adjustments",
  "CustomerReturns",
  "WhseTransfers",
];
const days = (year: number, month: number, from = 1, to = 28): Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => {
    const day = from + i;
    const event = EVENTS[day % EVENTS.length] ?? "";
    return {
      date: `${String(month).padStart(2, "0")}/${String(day).padStart(2, "0")}/${year}`,
      item: day % 3,
      event,
      units: event === "Receipts" || event === "CustomerReturns" ? 2 : -1 - (day % 2),
      reference: `R${year}${month}${day}`,
    };
  });
const isUnread = ({ event }: Row) => event === "Shipments" || event === "VendorReturns";
const unitsOf = (rows: readonly Row[]) => rows.reduce((sum, { units }) => sum + units, 0);

const OLD = days(2024, 12);
const NEW = days(2025, 1);
const OLD_UNREAD = OLD.filter(isUnread);

/** Rows and units of both tabs together, and of the archive alone. */
function sums(sheet: TestSheet) {
  const has = (name: string) => sheet.workbook.snapshot().sheets.some((one) => one.name === name);
  const rows = has(LEDGER) ? sheet.rows(LEDGER) : [];
  const lines = has(ARCHIVE) ? sheet.rows(ARCHIVE) : [];
  const archived = lines.reduce((sum, line) => sum + Number(line["Rows"]), 0);
  const archivedUnits = lines.reduce((sum, line) => sum + Number(line["Units"]), 0);
  return {
    rows: rows.length + archived,
    units: rows.reduce((sum, row) => sum + Number(row["Quantity"]), 0) + archivedUnits,
    archived,
    archivedUnits,
  };
}

const WHOLE = {
  rows: OLD.length + NEW.length,
  units: unitsOf([...OLD, ...NEW]),
  archived: OLD_UNREAD.length,
  archivedUnits: unitsOf(OLD_UNREAD),
};

describe("a compact import of a ledger that begins before the ledger's reach", () => {
  it("writes what audits read as rows and the rest of the old months as sums: in = out", async () => {
    const sheet = await TestSheet.open();
    const { imports } = await sheet.import([ledger("l.csv", [...OLD, ...NEW])], COMPACT);
    expect(imports[0]).toMatchObject({
      rows: OLD.length + NEW.length,
      added: OLD.length + NEW.length - OLD_UNREAD.length,
      archived: OLD_UNREAD.length,
      duplicate: 0,
      changed: 0,
    });
    expect(sums(sheet)).toEqual(WHOLE);
    expect(sheet.rows("Imports")[0]).toMatchObject({ Rows: 56, Archived: OLD_UNREAD.length });
    const old = sheet.rows(LEDGER).filter(({ Date: day }) => Number(day) < 45_658);
    expect(old.map((row) => row["Event Type"]).sort()).toEqual(
      OLD.filter((row) => !isUnread(row))
        .map(({ event }) => event)
        .sort(),
    );
    const [line] = sheet
      .rows(ARCHIVE)
      .filter((one) => one["MSKU"] === "SKU-1" && one["Event Type"] === "Shipments");
    const own = OLD_UNREAD.filter(({ item, event }) => item === 1 && event === "Shipments");
    expect(line).toMatchObject({
      Report: LEDGER,
      FNSKU: "X000000001",
      ASIN: "B000000001",
      Disposition: "SELLABLE",
      Country: "US",
      Rows: own.length,
      Units: unitsOf(own),
      "Imported for": "US",
    });
  });

  it("changes nothing when the file comes again", async () => {
    const sheet = await TestSheet.open();
    const file = ledger("l.csv", [...OLD, ...NEW]);
    await sheet.import([file], COMPACT);
    const before = sheet.reportTabs;
    const { imports } = await sheet.import([file], COMPACT);
    expect(imports[0]).toMatchObject({ added: 0, changed: 0, archived: OLD_UNREAD.length });
    expect(sheet.reportTabs).toEqual(before);
  });

  it.each([
    ["a part, then the whole", [OLD.slice(10, 20), [...OLD, ...NEW]]],
    ["the whole, then a part", [[...OLD, ...NEW], OLD.slice(10, 20)]],
    ["two that overlap", [OLD.slice(0, 20), [...OLD.slice(12), ...NEW]]],
    ["two that overlap, the later first", [[...OLD.slice(12), ...NEW], OLD.slice(0, 20)]],
    ["rows in another order", [[...NEW, ...[...OLD].reverse()], OLD]],
  ])("comes to the same sums from %s", async (_, files) => {
    const sheet = await TestSheet.open();
    for (const [index, rows] of files.entries()) {
      const { imports } = await sheet.import([ledger(`${index}.csv`, rows)], COMPACT);
      const { added = 0, duplicate = 0, changed = 0, archived = 0 } = imports[0] ?? {};
      expect(added + duplicate + changed + archived).toBe(rows.length);
      expect(archived).toBe(rows.filter((row) => OLD.includes(row) && isUnread(row)).length);
    }
    expect(sums(sheet)).toEqual(WHOLE);
  });

  it("counts equal rows of one file, and the same rows of two files, as the ledger's tab does", async () => {
    const row: Row = { date: "12/24/2024", item: 1, event: "Shipments", units: -1 };
    const sheet = await TestSheet.open();
    await sheet.import([ledger("two.csv", [row, row, { ...row, units: -2 }])], COMPACT);
    expect(sums(sheet)).toMatchObject({ archived: 3, archivedUnits: -4 });
    await sheet.import([ledger("one.csv", [row])], COMPACT);
    expect(sums(sheet)).toMatchObject({ archived: 3, archivedUnits: -4 });
    await sheet.import([ledger("three.csv", [row, row, row])], COMPACT);
    expect(sums(sheet)).toMatchObject({ archived: 4, archivedUnits: -5 });
  });

  it("leaves rows that stand in the tab there, and archived ones out of it", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledger("part.csv", OLD.slice(0, 14))]);
    await sheet.import([ledger("whole.csv", [...OLD, ...NEW])], COMPACT);
    const left = OLD.slice(14).filter(isUnread);
    expect(sums(sheet)).toEqual({ ...WHOLE, archived: left.length, archivedUnits: unitsOf(left) });
    const { imports } = await sheet.import([ledger("again.csv", OLD)], { compact: false });
    expect(imports[0]).toMatchObject({ added: 0, archived: left.length });
    expect(sums(sheet)).toEqual({ ...WHOLE, archived: left.length, archivedUnits: unitsOf(left) });
  });

  it("writes the rows when the archive is gone and the file comes in full", async () => {
    const sheet = await TestSheet.open();
    const file = ledger("l.csv", [...OLD, ...NEW]);
    await sheet.import([file], COMPACT);
    const archive = sheet.workbook.sheetByName(ARCHIVE);
    if (archive) sheet.workbook.removeSheet(archive);
    const { imports } = await sheet.import([file], { compact: false });
    expect(imports[0]).toMatchObject({ added: OLD_UNREAD.length });
    expect(imports[0]).not.toHaveProperty("archived");
    expect(sums(sheet)).toEqual({ ...WHOLE, archived: 0, archivedUnits: 0 });
  });

  it("archives nothing without a compact import, nor of another report, nor rows of unknown events", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledger("full.csv", OLD)], { compact: false, archiveBefore: BEFORE });
    expect(sums(sheet)).toMatchObject({ rows: OLD.length, archived: 0 });
    const odd = OLD.map((row) => ({ ...row, event: "Something new", reference: `N${row.reference}` }));
    const { imports } = await sheet.import([ledger("odd.csv", odd)], COMPACT);
    expect(imports[0]).toMatchObject({ added: odd.length });
    expect(imports[0]).not.toHaveProperty("archived");
  });

  it("divides the rows of an item that has very many in a month", async () => {
    const many = Array.from(
      { length: 7_000 },
      (_, i): Row => ({
        date: "12/24/2024",
        item: 1,
        event: "Shipments",
        units: -1,
        reference: `M${i}`,
      }),
    );
    const sheet = await TestSheet.open();
    await sheet.import([ledger("a.csv", many.slice(0, 5_000))], COMPACT);
    await sheet.import([ledger("b.csv", many.slice(2_000))], COMPACT);
    expect(sums(sheet)).toMatchObject({ archived: 7_000, archivedUnits: -7_000 });
    for (const line of sheet.rows(ARCHIVE)) expect(String(line["_key"]).length).toBeLessThan(50_000);
  });
});
