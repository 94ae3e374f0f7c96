import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  areaName,
  cellName,
  columnLetters,
  columnNumber,
  contains,
  readArea,
  spanning,
  splitSheetName,
} from "../../../simulator/page/model/area.ts";

const SHEET = { rows: 1000, columns: 26 };

describe("places in A1 notation", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
  ])("column %i is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters.toLowerCase())).toBe(column);
  });

  test("every column's letters lead back to it", () => {
    fc.assert(fc.property(fc.nat(18_277), (column) => columnNumber(columnLetters(column)) === column));
  });

  test.each([
    ["B2", { row: 1, column: 1, rows: 1, columns: 1 }],
    ["$b$2", { row: 1, column: 1, rows: 1, columns: 1 }],
    [" C5:A1 ", { row: 0, column: 0, rows: 5, columns: 3 }],
    ["C:D", { row: 0, column: 2, rows: 1000, columns: 2 }],
    ["7:3", { row: 2, column: 0, rows: 5, columns: 26 }],
  ])("%s is a place", (text, area) => {
    expect(readArea(text, SHEET)).toEqual(area);
  });

  test.each(["", "B", "2", "A0", "B2:", "A1:B2:C3", "A1001", "AA1", "Costs", "A1B2"])(
    "%j is none",
    (text) => {
      expect(readArea(text, SHEET)).toBeNull();
    },
  );

  test("the name of an area is read back as that area", () => {
    const cell = fc.record({ row: fc.nat(999), column: fc.nat(25) });
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        const area = spanning(a, b);
        expect(readArea(areaName(area, SHEET), SHEET)).toEqual(area);
        expect(contains(area, a) && contains(area, b)).toBe(true);
      }),
    );
  });

  test("whole columns and rows are named in short", () => {
    expect(areaName({ row: 0, column: 2, rows: 1000, columns: 1 }, SHEET)).toBe("C:C");
    expect(areaName({ row: 3, column: 0, rows: 2, columns: 26 }, SHEET)).toBe("4:5");
    expect(cellName({ row: 9, column: 27 })).toBe("AB10");
  });

  test.each([
    ["B2", null, "B2"],
    ["Costs!B2", "Costs", "B2"],
    ["'Data health'!A:A", "Data health", "A:A"],
    ["'Ana''s'!A1", "Ana's", "A1"],
  ])("%s names its tab", (text, sheet, place) => {
    expect(splitSheetName(text)).toEqual({ sheet, place });
  });
});
