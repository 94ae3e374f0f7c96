import { describe, expect, it } from "vitest";
import type { DataValidation } from "../../../simulator/services/data-validation.ts";
import { WrapStrategy } from "../../../simulator/services/enums.ts";
import { opened, shows } from "./script.ts";

describe("Ranges", () => {
  shows("range.outside", () => {
    const { sheet } = opened();
    const outside = "The coordinates of the range are outside the dimensions of the sheet.";
    expect(() => sheet.getRange(1001, 1)).toThrow(outside);
    expect(() => sheet.getRange(1, 26, 1, 2)).toThrow(outside);
    expect(() => sheet.getRange("AA1")).toThrow(outside);
    expect(() => sheet.getRange(0, 1)).toThrow("The starting row of the range is too small.");
    expect(() => sheet.getRange(1, 0)).toThrow("The starting column of the range is too small.");
    expect(() => sheet.getRange(1, 1, 0, 1)).toThrow("The number of rows in the range must be at least 1.");
    expect(() => sheet.getRange(1, 1, 1, 0)).toThrow(
      "The number of columns in the range must be at least 1.",
    );
    expect(() => sheet.getRange("A1").offset(-1, 0)).toThrow(outside);
    expect(() => sheet.getRange("nonsense")).toThrow("Range not found");
    expect(sheet.getRange(1000, 26).getA1Notation()).toBe("Z1000");
    expect(sheet.getRange("B2:C3").getCell(2, 1).getA1Notation()).toBe("B3");
    expect(sheet.getRange("B2:C3").offset(1, 1, 1, 1).getA1Notation()).toBe("C3");
  });

  shows("range.a1", () => {
    const { sheet, spreadsheet } = opened();
    const place = (a1: string) => {
      const range = sheet.getRange(a1);
      return [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()];
    };
    expect(place("B3")).toEqual([3, 2, 1, 1]);
    expect(place("C4:A2")).toEqual([2, 1, 3, 3]);
    expect(place("$A$1:$B$2")).toEqual([1, 1, 2, 2]);
    expect(place("A:C")).toEqual([1, 1, 1000, 3]);
    expect(place("2:5")).toEqual([2, 1, 4, 26]);
    expect(place("A2:C")).toEqual([2, 1, 999, 3]);
    expect(place("Sheet1!B2")).toEqual([2, 2, 1, 1]);
    spreadsheet.insertSheet("It's 2");
    expect(spreadsheet.getRange("'It''s 2'!B2:C2").getSheet()).toMatchObject({});
    expect(spreadsheet.getRange("Sheet1!A:A").getA1Notation()).toBe("A:A");
    expect(() => spreadsheet.getRange("Nowhere!A1")).toThrow("Range not found");
  });

  shows("range.clear-format", () => {
    const { sheet, SpreadsheetApp } = opened();
    const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
    const cell = sheet.getRange("A1").setNumberFormat("@").setBackground("#FF0000").setFontWeight("bold");
    cell.setDataValidation(rule).setValue("00123").clearFormat();
    expect([cell.getNumberFormat(), cell.getBackground(), cell.getFontWeight()]).toEqual([
      "@",
      "#ffffff",
      "normal",
    ]);
    expect(cell.getDataValidation()?.getCriteriaType()?.name).toBe("CHECKBOX");
    expect(cell.getValue()).toBe("00123");
  });

  shows("range.clear-content", () => {
    const { sheet } = opened();
    const range = sheet
      .getRange("A1:B1")
      .setNumberFormat("@")
      .setValues([["a", "=1"]])
      .setNote("kept");
    range.clearContent();
    expect(range.getValues()).toEqual([["", ""]]);
    expect(range.getNumberFormats()).toEqual([["@", "@"]]);
    expect(range.getNotes()).toEqual([["kept", "kept"]]);
  });

  shows("range.clear", () => {
    const { sheet, SpreadsheetApp } = opened();
    const filled = () => {
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      return sheet.getRange("A1").setBackground("red").setValue(5).setNote("note").setDataValidation(rule);
    };
    const state = () => {
      const cell = sheet.getRange("A1");
      return [cell.getValue(), cell.getBackground(), cell.getNote(), cell.getDataValidation() !== null];
    };
    filled().clear();
    expect(state()).toEqual(["", "#ffffff", "note", true]);
    filled().clear({ contentsOnly: true });
    expect(state()).toEqual(["", "#ff0000", "note", true]);
    filled().clear({ formatOnly: true });
    expect(state()).toEqual([5, "#ffffff", "note", true]);
    filled().clear({ commentsOnly: true, validationsOnly: true });
    expect(state()).toEqual([5, "#ff0000", "", false]);
    filled().clear({});
    expect(state()).toEqual(["", "#ffffff", "", false]);
  });

  shows("range.sort", () => {
    const { sheet } = opened();
    const range = sheet.getRange("A1:B7");
    range.setValues([
      ["b", 1],
      [10, 2],
      ["", 3],
      ["A", 4],
      [true, 5],
      [2, 6],
      ["b", 7],
    ]);
    sheet.getRange("A2").setBackground("#00ff00").setNote("ten").setNumberFormat("0.0");
    sheet.getRange("B2").setFormula("=ten");
    range.sort(1);
    expect(range.getValues().map((row) => row[0])).toEqual([2, 10, "A", "b", "b", true, ""]);
    expect(sheet.getRange("B4:B5").getValues()).toEqual([[1], [7]]);
    const ten = sheet.getRange("A2");
    expect([ten.getBackground(), ten.getNote(), ten.getDisplayValue()]).toEqual(["#00ff00", "ten", "10.0"]);
    expect(sheet.getRange("B1:B3").getFormulas()).toEqual([[""], ["=ten"], [""]]);
    range.sort([{ column: 1, ascending: false }]);
    expect(range.getValues().map((row) => row[0])).toEqual([true, "b", "b", "A", 10, 2, ""]);
    expect(() => range.sort(3)).toThrow("outside of the range");
    expect(() => range.sort("A")).toThrow("don't match the method signature");
  });

  shows("range.validation", () => {
    const { SpreadsheetApp, sheet } = opened();
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList(["file", "wait"])
      .setAllowInvalid(false)
      .build();
    const cell = sheet.getRange("A1").setDataValidation(rule);
    expect(cell.setValue("wait").getValue()).toBe("wait");
    cell.setValue("nonsense");
    expect(() => SpreadsheetApp.flush()).toThrow(
      "The data you entered in cell A1 violates the data validation rules",
    );
    expect(cell.getValue()).toBe("wait");
    const read: DataValidation | null = cell.getDataValidation();
    expect([read?.getAllowInvalid(), read?.getCriteriaValues()]).toEqual([false, [["file", "wait"], true]]);
    expect(sheet.getRange("B1").getDataValidation()).toBeNull();
  });

  shows("range.looks", () => {
    const { sheet } = opened();
    const range = sheet.getRange("B2:C3");
    range.setBackgrounds([
      ["#ff0000", null],
      [null, "#00ff00"],
    ]);
    range.setFontWeights([
      ["bold", "normal"],
      ["bold", "normal"],
    ]);
    range.setWrapStrategy(WrapStrategy.CLIP);
    range.setHorizontalAlignment("right").setFontSize(12);
    expect(range.getBackgrounds()).toEqual([
      ["#ff0000", "#ffffff"],
      ["#ffffff", "#00ff00"],
    ]);
    expect(range.getFontWeights()).toEqual([
      ["bold", "normal"],
      ["bold", "normal"],
    ]);
    expect(range.getWrapStrategy()?.name).toBe("CLIP");
    expect([range.getHorizontalAlignment(), range.getFontSize(), range.getFontColor()]).toEqual([
      "right",
      12,
      "#000000",
    ]);
    expect(sheet.getRange("A1").getFontSize()).toBe(10);
    expect(() => range.setBackgrounds([["#ff0000"]])).toThrow("The number of rows in the data");
    expect(() => range.setBackground("reddish")).toThrow("don't match the method signature");
  });

  shows("range.notes", () => {
    const { sheet } = opened();
    const range = sheet.getRange("A1:B1").setNotes([["one", null]]);
    expect(range.getNotes()).toEqual([["one", ""]]);
    expect(range.setNote("").getNotes()).toEqual([["", ""]]);
    expect(sheet.getLastRow()).toBe(0);
  });

  shows("range.not-implemented", () => {
    const { sheet } = opened();
    expect(() => sheet.getRange("A1").merge()).toThrow("Range.merge is not implemented in the simulator");
    const unknown: unknown = Reflect.get(sheet, "getSlicers");
    expect(() => (unknown as () => void)()).toThrow("Sheet.getSlicers is not implemented in the simulator");
  });

  it("copies values, formulas and looks", () => {
    const { sheet } = opened();
    sheet
      .getRange("A1:A2")
      .setNumberFormat("@")
      .setValues([["007"], ["=x"]])
      .setNote("n");
    sheet.getRange("A1:A2").copyTo(sheet.getRange("C3"));
    const copy = sheet.getRange("C3:C4");
    expect([copy.getValues(), copy.getNumberFormats(), copy.getNotes()]).toEqual([
      [["007"], ["=x"]],
      [["@"], ["@"]],
      [["n"], ["n"]],
    ]);
  });

  it("changes the ranges of a list alike", () => {
    const { sheet } = opened();
    const list = sheet.getRangeList(["A1:A2", "C1"]).setBackground("#112233").setValue("x");
    expect(list.getRanges().map((range) => range.getA1Notation())).toEqual(["A1:A2", "C1"]);
    expect(sheet.getRange("A1:C2").getValues()).toEqual([
      ["x", "", "x"],
      ["x", "", ""],
    ]);
    expect(sheet.getRange("C1").getBackground()).toBe("#112233");
  });
});
