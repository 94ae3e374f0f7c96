import { describe, expect, it } from "vitest";
import { csv, fileOf, type LedgerRow, ledgerFile, TestSheet } from "./sheet.ts";

const TAB = "Inventory Ledger Detail";

/** A month of losses, finds and sales, some rows twice. */
function month(from: number, to: number, reconciledUntil = 0): LedgerRow[] {
  const rows: LedgerRow[] = [];
  for (let day = from; day <= to; day++) {
    rows.push({ day, reference: `T${day}`, quantity: -2, reconciled: day <= reconciledUntil ? 1 : 0 });
    rows.push({ day, event: "Shipments", reason: "", item: "X0010TEST2" });
    rows.push({ day, event: "Shipments", reason: "", item: "X0010TEST2" });
  }
  return rows;
}

describe("an import", () => {
  it("writes the rows under Amazon's headers, in order, and says what it did", async () => {
    const sheet = await TestSheet.open();
    const { imports, unrecognised } = await sheet.import([ledgerFile("ledger.csv", month(1, 3).reverse())]);
    expect(unrecognised).toEqual([]);
    expect(imports).toEqual([
      {
        file: "ledger.csv",
        report: "ledger-detail",
        rows: 9,
        added: 9,
        duplicate: 0,
        changed: 0,
        rejected: [],
        from: "2026-07-01",
        to: "2026-07-03",
        notes: [],
      },
    ]);
    const rows = sheet.rows(TAB);
    expect(rows).toHaveLength(9);
    expect(rows.map((row) => row["Date"])).toEqual([
      46204, 46204, 46204, 46205, 46205, 46205, 46206, 46206, 46206,
    ]);
    expect(rows[0]).toMatchObject({ ASIN: "B0TESTASIN", "Imported for": "US" });
    const tab = sheet.sheet(TAB);
    expect(tab.frozenRows).toBe(1);
    expect(tab.filter?.range).toMatch(/^A1:[A-Z]+1000$/);
    expect(tab.hiddenColumns).toEqual([tab.columns]);
  });

  it("records each file in the Imports tab, once however often it comes", async () => {
    const sheet = await TestSheet.open();
    const file = ledgerFile("ledger.csv", month(1, 2));
    await sheet.import([file]);
    await sheet.import([file]);
    const rows = sheet.rows("Imports");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      File: "ledger.csv",
      Report: TAB,
      Marketplace: "US",
      Rows: 6,
      Added: 0,
      "Already there": 6,
      Changed: 0,
      "Not read": 0,
      Who: "seller@example.com",
    });
    expect(String(rows[0]?.["SHA-256"])).toMatch(/^[0-9a-f]{64}$/);
  });

  it("keeps the period that was said for a file when it comes again without one", async () => {
    const sheet = await TestSheet.open();
    const [ledger, other] = [ledgerFile("a.csv", month(1, 2)), ledgerFile("b.csv", month(5, 6))];
    await sheet.import([ledger, other], { from: "2026-07-01", to: "2026-07-31" });
    const batch = sheet.rows("Imports")[0]?.["Batch"];
    await sheet.import([ledger]);
    expect(sheet.rows("Imports")[0]).toMatchObject({
      "Period from": 46204,
      "Period to": 46234,
      Batch: batch,
    });
  });

  it("never lets a bad file stop the others", async () => {
    const sheet = await TestSheet.open();
    const gone = {
      name: "gone.csv",
      lastModified: 0,
      bytes: () => Promise.reject(new Error("it was moved")),
    };
    const { imports, unrecognised } = await sheet.import([
      fileOf("empty.csv", ""),
      fileOf("letter.txt", "Dear seller,\nthank you.\n"),
      gone,
      ledgerFile("ledger.csv", month(1, 1)),
    ]);
    expect(imports.map(({ file, added }) => [file, added])).toEqual([["ledger.csv", 3]]);
    expect(unrecognised.map(({ file }) => file)).toEqual(["empty.csv", "gone.csv", "letter.txt"]);
    expect(unrecognised[1]?.reason).toContain("it was moved");
  });

  it("drops what is about buyers before the sheet", async () => {
    const sheet = await TestSheet.open();
    const header = ["return-date", "order-id", "sku", "asin", "fnsku", "product-name", "quantity"];
    const more = [
      "fulfillment-center-id",
      "detailed-disposition",
      "reason",
      "status",
      "license-plate-number",
      "customer-comments",
    ];
    const row = ["2026-07-02T10:00:00-07:00", "111-1", "SKU-1", "B0TESTASIN", "X0010TEST1", "Test", "1"];
    const rest = [
      "ACY1",
      "SELLABLE",
      "UNWANTED_ITEM",
      "Unit returned to inventory",
      "LPN1",
      "I live in Elm Street",
    ];
    const { imports } = await sheet.import([
      fileOf(
        "returns.csv",
        csv([
          [...header, ...more],
          [...row, ...rest],
        ]),
      ),
    ]);
    expect(JSON.stringify(sheet.workbook.snapshot())).not.toContain("Elm Street");
    expect(JSON.stringify(sheet.calls)).not.toContain("Elm Street");
    expect(imports[0]?.notes.join()).toContain("customer-comments");
  });
});

describe("text", () => {
  const texts = [
    "00123",
    "1E5",
    "1-2",
    '=HYPERLINK("http://x","y")',
    "+1+2",
    "-3",
    "@SUM(A1)",
    "'quoted",
    "TRUE",
    "2026-05-06",
  ];
  const rows = texts.map((text, i): LedgerRow => ({ day: 1, msku: text, title: text, reference: `R${i}` }));

  for (const textFormatKeepsFormulas of [true, false]) {
    it(`stays what it was when Google ${textFormatKeepsFormulas ? "keeps" : "does not keep"} formulas as text`, async () => {
      const sheet = await TestSheet.open({ textFormatKeepsFormulas });
      await sheet.import([ledgerFile("ledger.csv", rows)]);
      const written = sheet.rows(TAB);
      expect(written.map((row) => row["MSKU"]).sort()).toEqual([...texts].sort());
      expect(written.map((row) => row["Title"]).sort()).toEqual([...texts].sort());
      expect(sheet.sheet(TAB).formulas).toEqual({});
      const again = await sheet.import([ledgerFile("ledger.csv", rows)]);
      expect(again.imports[0]).toMatchObject({ added: 0, changed: 0, duplicate: texts.length });
    });

    it(`stays so when a neighbouring row changes (${textFormatKeepsFormulas})`, async () => {
      const sheet = await TestSheet.open({ textFormatKeepsFormulas });
      await sheet.import([ledgerFile("ledger.csv", rows)]);
      const later = rows.map((row, i) => ({ ...row, reconciled: i === 0 || i === 9 ? 1 : 0 }));
      const outcome = await sheet.import([ledgerFile("later.csv", [...later, { day: 9 }])]);
      expect(outcome.imports[0]).toMatchObject({ added: 1, changed: 2, duplicate: 8 });
      expect(
        sheet
          .rows(TAB)
          .map((row) => row["MSKU"])
          .sort(),
      ).toEqual([...texts, "SKU-1"].sort());
      expect(sheet.sheet(TAB).formulas).toEqual({});
    });
  }
});

describe("the same files", () => {
  const older = ledgerFile("older.csv", month(1, 10));
  const newer = ledgerFile("newer.csv", month(1, 20, 8));
  const first = ledgerFile("first.csv", month(1, 12, 8));
  const second = ledgerFile("second.csv", month(9, 20, 8));
  const tabsAfter = async (...runs: (typeof older)[][]) => {
    const sheet = await TestSheet.open();
    for (const files of runs) await sheet.import(files);
    return sheet.reportTabs;
  };

  it("give the same tabs in any order, together or apart, and twice", async () => {
    const expected = await tabsAfter([older, newer, first, second]);
    expect(expected[0]?.values).toHaveLength(61);
    expect(await tabsAfter([second], [first], [newer], [older])).toEqual(expected);
    expect(await tabsAfter([newer], [older], [first, second], [older, newer])).toEqual(expected);
  });

  it("an older download never undoes a newer one", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([newer]);
    const before = sheet.reportTabs;
    const { imports } = await sheet.import([older]);
    expect(imports[0]).toMatchObject({ added: 0, changed: 0, duplicate: 30 });
    expect(sheet.reportTabs).toEqual(before);
  });

  it("a newer download brings its figures", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([older]);
    const { imports } = await sheet.import([newer]);
    expect(imports[0]).toMatchObject({ added: 30, changed: 8, duplicate: 22 });
    const reconciled = sheet.rows(TAB).filter((row) => row["Reconciled Quantity"] === 1);
    expect(reconciled).toHaveLength(8);
  });

  it("overlapping halves give the rows of the whole", async () => {
    const visible = (tabs: Awaited<ReturnType<typeof tabsAfter>>) =>
      tabs[0]?.values.map((row) => row.slice(0, -1));
    const whole = await tabsAfter([newer]);
    expect(visible(await tabsAfter([first], [second]))).toEqual(visible(whole));
    expect(visible(await tabsAfter([second, first]))).toEqual(visible(whole));
  });

  it("files with other columns, in another order, end in the same tab", async () => {
    const short = fileOf(
      "short.csv",
      csv([
        [
          "Country",
          "MSKU",
          "Event Type",
          "Date",
          "FNSKU",
          "Reference ID",
          "Quantity",
          "Disposition",
          "Reason",
          "Colour",
          "ASIN",
        ],
        [
          "US",
          "SKU-1",
          "Adjustments",
          "07/25/2026",
          "X0010TEST1",
          "Z1",
          "-1",
          "SELLABLE",
          "M",
          "=red",
          "B0TESTASIN",
        ],
      ]),
    );
    const expected = await tabsAfter([short, older]);
    expect(await tabsAfter([older], [short])).toEqual(expected);
    expect(expected[0]?.values[0]).toContain("Colour");
  });
});

describe("the user's own filter", () => {
  it("keeps its conditions when the tab outgrows it", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledgerFile("a.csv", month(1, 2))]);
    const model = sheet.workbook.sheetByName(TAB);
    if (!model?.filter) throw new Error("no filter");
    const condition = { type: "TEXT_CONTAINS", args: ["X00"] };
    model.filter.criteria.set(2, { hiddenValues: null, visibleValues: null, condition });
    const many = Array.from({ length: 1200 }, (_, i): LedgerRow => ({ day: 3, reference: `R${i}` }));
    await sheet.import([ledgerFile("b.csv", many)]);
    const { filter, rows } = sheet.sheet(TAB);
    expect(filter?.range).toMatch(new RegExp(`${rows}$`));
    expect(Object.values(filter?.criteria ?? {})).toMatchObject([{ condition }]);
  });
});
