/** What an import leaves alone, and what it shows. */
import { expect, it } from "vitest";
import { ledgerFile, TestSheet, USER } from "./sheet.ts";

it("leaves the user in the tab and range he looks at when it makes others", async () => {
  const sheet = await TestSheet.open();
  const own = sheet.workbook.addSheet("My own", 0, 20, 5);
  const area = { row: 3, column: 2, rows: 2, columns: 2 };
  sheet.workbook.activate(USER, { sheetId: own.id, area });
  await sheet.import([ledgerFile("ledger.csv", [{ day: 1 }])]);
  expect(sheet.rows("Inventory Ledger Detail")).toHaveLength(1);
  expect(sheet.workbook.placeOf(USER)).toEqual({ sheetId: own.id, area });
});

it("makes the claim log's claim ids fit their column", async () => {
  const sheet = await TestSheet.open();
  await sheet.sheets.open(USER);
  await sheet.sheets.clickMenu(USER, ["Set up this sheet"]);
  const { values, columnWidths } = sheet.sheet("Claim Log");
  const at = values[0]?.indexOf("Claim ID") ?? -1;
  // Sixteen characters of 10-point Arial, the widest seven pixels, and the filter's button.
  expect(columnWidths[at + 1]).toBeGreaterThanOrEqual(16 * 7 + 20);
});
