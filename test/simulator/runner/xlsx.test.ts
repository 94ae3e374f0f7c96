/** The workbook as a file, however large. */
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { Workbook } from "../../../simulator/services/index.ts";
import { xlsxOf } from "../../../simulator/xlsx.ts";

test("a tab with more rows than a call takes arguments is written", async () => {
  const snapshot = new Workbook({ name: "Large", timeZone: "UTC" }).snapshot();
  const [sheet] = snapshot.sheets;
  if (sheet === undefined) throw new Error("A new workbook has a sheet.");
  const values = Array.from({ length: 150_000 }, (_, row) => [row]);
  const file = await xlsxOf({ ...snapshot, sheets: [{ ...sheet, rows: values.length, values }] });
  const [written] = (await readXlsx(file)).sheets;
  expect(written?.rows.length).toBe(150_000);
  expect(written?.rows[149_999]?.[0]).toBe(149_999);
}, 60_000);
