import { describe, expect, it } from "vitest";
import {
  DeveloperMetadataLocationType,
  DeveloperMetadataVisibility,
  ProtectionType,
} from "../../../simulator/services/enums.ts";
import type { Range } from "../../../simulator/services/range.ts";
import { Workbook } from "../../../simulator/services/workbook.ts";
import { documentOf, execution, opened, shows } from "./script.ts";

describe("Sheets of a document", () => {
  shows("sheet.names", () => {
    const { spreadsheet, sheet } = opened();
    spreadsheet.insertSheet("Findings");
    const taken = 'A sheet with the name "findings" already exists. Please enter another name.';
    expect(() => spreadsheet.insertSheet("findings")).toThrow(taken);
    expect(() => sheet.setName("findings")).toThrow(taken);
    expect(sheet.setName("SHEET1").getName()).toBe("SHEET1");
    expect(spreadsheet.getSheetByName("sheet1")).toBeNull();
    expect(spreadsheet.getSheetByName("Findings")?.getIndex()).toBe(2);
  });

  shows("sheet.last", () => {
    const { spreadsheet, sheet } = opened();
    expect(() => spreadsheet.deleteSheet(sheet)).toThrow("You can't remove all the sheets in a document.");
    expect(() => sheet.hideSheet()).toThrow("You can't hide all the sheets in a document.");
    const other = spreadsheet.insertSheet("Other");
    sheet.hideSheet();
    expect(() => spreadsheet.deleteSheet(other)).toThrow("You can't remove all the sheets in a document.");
    sheet.showSheet();
    spreadsheet.deleteSheet(other);
    expect(spreadsheet.getNumSheets()).toBe(1);
  });

  shows("sheet.insert", () => {
    const { spreadsheet } = opened();
    const second = spreadsheet.insertSheet();
    expect([second.getName(), second.getMaxRows(), second.getMaxColumns()]).toEqual(["Sheet2", 1000, 26]);
    expect(spreadsheet.getActiveSheet().getName()).toBe("Sheet2");
    spreadsheet.setActiveSheet(spreadsheet.getSheets()[0] ?? second);
    spreadsheet.insertSheet("Between");
    spreadsheet.insertSheet("First", 0);
    const names = () => spreadsheet.getSheets().map((sheet) => sheet.getName());
    expect(names()).toEqual(["First", "Sheet1", "Between", "Sheet2"]);
    spreadsheet.moveActiveSheet(4);
    expect(names()).toEqual(["Sheet1", "Between", "Sheet2", "First"]);
    expect(() => spreadsheet.insertSheet("x", 9)).toThrow("Invalid argument: sheetIndex");
  });

  shows("sheet.deleted", () => {
    const { spreadsheet } = opened();
    const sheet = spreadsheet.insertSheet("Gone");
    const range = sheet.getRange("A1");
    spreadsheet.setNamedRange("GONE_NAME", range);
    spreadsheet.deleteSheet(sheet);
    expect(() => sheet.getName()).toThrow(/^Sheet \d+ not found$/);
    expect(() => range.setValue(1)).toThrow(/^Sheet \d+ not found$/);
    expect(spreadsheet.getRangeByName("GONE_NAME")).toBeNull();
    expect(spreadsheet.getActiveSheet().getName()).toBe("Sheet1");
  });

  shows("document.names", () => {
    const { spreadsheet, sheet } = opened();
    spreadsheet.setNamedRange("REIMB_TODAY", sheet.getRange("B2"));
    spreadsheet.setNamedRange("reimb_today", sheet.getRange("C3"));
    expect(spreadsheet.getNamedRanges().map((named) => named.getName())).toEqual(["reimb_today"]);
    expect(spreadsheet.getRange("REIMB_TODAY").getA1Notation()).toBe("C3");
    for (const bad of ["A1", "1x", "a b", "", "TRUE"]) {
      expect(() => spreadsheet.setNamedRange(bad, sheet.getRange("A1"))).toThrow("name is not valid");
    }
    spreadsheet.removeNamedRange("REIMB_TODAY");
    expect(() => spreadsheet.removeNamedRange("REIMB_TODAY")).toThrow("does not exist");
  });

  it("has a time zone that must exist, a name and an address", () => {
    const { spreadsheet } = opened({}, { timeZone: "Europe/Berlin", name: "Claims" });
    expect([spreadsheet.getSpreadsheetTimeZone(), spreadsheet.getName()]).toEqual([
      "Europe/Berlin",
      "Claims",
    ]);
    spreadsheet.setSpreadsheetTimeZone("Asia/Tokyo");
    expect(spreadsheet.getSpreadsheetTimeZone()).toBe("Asia/Tokyo");
    expect(() => spreadsheet.setSpreadsheetTimeZone("Mars/Base")).toThrow("Invalid argument");
    expect(spreadsheet.getUrl()).toContain(spreadsheet.getId());
  });
});

describe("A sheet", () => {
  shows("sheet.data-range", () => {
    const { workbook, sheet } = opened();
    expect([sheet.getLastRow(), sheet.getLastColumn(), sheet.getDataRange().getA1Notation()]).toEqual([
      0,
      0,
      "A1",
    ]);
    sheet.getRange("B3").setValue("x");
    sheet.getRange("Z50").setBackground("#ff0000").setNote("no content");
    expect(sheet.getDataRange().getA1Notation()).toBe("A1:B3");
    const bob = execution(workbook, { user: { email: "bob@example.com", locale: "en" } });
    documentOf(bob).sheet.getRange("D5").setValue("y");
    documentOf(bob).sheet.getRange("E2").setFormula("=1");
    bob.context.end({ keepWrites: true });
    expect(sheet.getDataRange().getA1Notation()).toBe("A1:E5");
    sheet.getRange("D2:E5").clearContent();
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([3, 2]);
  });

  shows("sheet.append-row", () => {
    const { sheet } = opened();
    sheet.deleteRows(3, 998);
    sheet.deleteColumns(3, 24);
    sheet.getRange("A1").setValue("head");
    sheet.appendRow(["00123", "=1+1"]);
    expect(sheet.getRange("A2:B2").getValues()).toEqual([[123, "#ERROR!"]]);
    sheet.appendRow([1, 2, 3]);
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow()]).toEqual([3, 3, 3]);
  });

  shows("sheet.grow", () => {
    const { spreadsheet, sheet, SpreadsheetApp } = opened();
    sheet.getRange("A1:C4").setValues([
      ["h1", "h2", "h3"],
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    sheet.getRange("B2:B4").setNumberFormat("@").setNote("n");
    sheet.getRange("A1:C4").createFilter();
    const rule = SpreadsheetApp.newConditionalFormatRule()
      .setRanges([sheet.getRange("B2:B4")])
      .whenTextEqualTo("x")
      .setBackground("#ff0000")
      .build();
    sheet.setConditionalFormatRules([rule]);
    sheet.getRange("C2:C3").protect();
    spreadsheet.setNamedRange("NAME", sheet.getRange("C4"));
    sheet.getRange("C:C").addDeveloperMetadata("column", "c");
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:B4")).build());
    sheet.setFrozenRows(1);
    sheet.insertRowsAfter(2, 2);
    sheet.insertColumnBefore(3);
    expect(sheet.getRange("A1:D6").getValues()).toEqual([
      ["h1", "h2", "", "h3"],
      [1, 2, "", 3],
      ["", "", "", ""],
      ["", "", "", ""],
      [4, 5, "", 6],
      [7, 8, "", 9],
    ]);
    expect(sheet.getRange("B3").getNumberFormat()).toBe("@");
    expect(sheet.getRange("B1:B6").getNotes().flat()).toEqual(["", "n", "", "", "n", "n"]);
    expect(sheet.getFilter()?.getRange()).toBeDefined();
    const a1 = (range: unknown) => (range as Range).getA1Notation();
    expect(a1(sheet.getFilter()?.getRange())).toBe("A1:D6");
    expect(sheet.getConditionalFormatRules()[0]?.getRanges().map(a1)).toEqual(["B2:B6"]);
    expect(sheet.getProtections(ProtectionType.RANGE).map((one) => a1(one.getRange()))).toEqual(["D2:D5"]);
    expect(spreadsheet.getRangeByName("NAME")?.getA1Notation()).toBe("D6");
    const found = sheet.createDeveloperMetadataFinder().withKey("column").find()[0];
    expect(a1(found?.getLocation().getColumn())).toBe("D:D");
    expect(sheet.getCharts()[0]?.getRanges().map(a1)).toEqual(["A1:B6"]);
    sheet.insertRowBefore(1);
    expect([sheet.getFrozenRows(), sheet.getMaxRows()]).toEqual([2, 1003]);
    expect(() => sheet.insertRowsAfter(2000, 1)).toThrow("Those rows are out of bounds.");
  });

  shows("sheet.delete-lines", () => {
    const { sheet } = opened();
    sheet
      .getRange("A1:A4")
      .setValues([["a"], ["b"], ["c"], ["d"]])
      .setNotes([["1"], ["2"], ["3"], ["4"]]);
    sheet.getRange("3:3").addDeveloperMetadata("row");
    sheet.getRange("A2").setBackground("#ff0000");
    sheet.setFrozenRows(2);
    sheet.hideRows(4);
    sheet.deleteRow(2);
    expect(sheet.getRange("A1:A3").getValues().flat()).toEqual(["a", "c", "d"]);
    expect(sheet.getRange("A1:A3").getNotes().flat()).toEqual(["1", "3", "4"]);
    expect(sheet.getRange("A1:A3").getBackgrounds().flat()).toEqual(["#ffffff", "#ffffff", "#ffffff"]);
    expect([sheet.getFrozenRows(), sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4)]).toEqual([
      1,
      true,
      false,
    ]);
    sheet.deleteRow(2);
    expect(sheet.createDeveloperMetadataFinder().find()).toEqual([]);
    expect(() => sheet.deleteRows(2, 997)).toThrow("it is not possible to delete all non-frozen rows");
    expect(() => sheet.deleteRows(1, 998)).toThrow("You can't delete all the rows on the sheet.");
    expect(() => sheet.deleteRows(990, 100)).toThrow("Those rows are out of bounds.");
  });

  shows("sheet.move-columns", () => {
    const { sheet, spreadsheet } = opened();
    sheet.getRange("A1:D1").setValues([["a", "b", "c", "d"]]);
    sheet.setColumnWidth(1, 55);
    sheet.hideColumns(4);
    sheet.getRange("A:A").addDeveloperMetadata("first");
    spreadsheet.setNamedRange("FIRST", sheet.getRange("A1"));
    sheet.moveColumns(sheet.getRange("A:A"), 4);
    expect(sheet.getRange("A1:D1").getValues()).toEqual([["b", "c", "a", "d"]]);
    expect([sheet.getColumnWidth(3), sheet.getColumnWidth(1), sheet.isColumnHiddenByUser(4)]).toEqual([
      55,
      100,
      true,
    ]);
    expect(spreadsheet.getRangeByName("FIRST")?.getA1Notation()).toBe("C1");
    expect(sheet.getRange("C:C").getDeveloperMetadata()).toHaveLength(1);
    sheet.moveColumns(sheet.getRange("C:C"), 1);
    expect(sheet.getRange("A1:D1").getValues()).toEqual([["a", "b", "c", "d"]]);
  });

  shows("sheet.cells", () => {
    const { sheet, spreadsheet } = opened();
    const limit =
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.";
    expect(() => sheet.insertRowsAfter(1000, 400_000)).toThrow(limit);
    sheet.insertRowsAfter(1000, 383_000);
    expect(() => spreadsheet.insertSheet("more")).toThrow(limit);
    expect(() => sheet.insertColumnsAfter(26, 1)).toThrow(limit);
    sheet.deleteColumns(2, 25);
    expect(spreadsheet.insertSheet("more").getName()).toBe("more");
  });

  shows("sheet.one-filter", () => {
    const { sheet, SpreadsheetApp } = opened();
    const filter = sheet.getRange("A1:C5").createFilter();
    expect(() => sheet.getRange("E1:F5").createFilter()).toThrow(
      "You can't create a filter in a sheet that already has a filter.",
    );
    const criteria = SpreadsheetApp.newFilterCriteria().setHiddenValues(["x"]).build();
    filter.setColumnFilterCriteria(2, criteria);
    expect(sheet.getFilter()?.getColumnFilterCriteria(2)?.getHiddenValues()).toEqual(["x"]);
    expect(() => filter.setColumnFilterCriteria(9, criteria)).toThrow("not within the filter's range");
    filter.remove();
    expect(sheet.getFilter()).toBeNull();
    expect(() => filter.getRange()).toThrow("no longer exists");
  });

  shows("sheet.rules", () => {
    const { sheet, spreadsheet, SpreadsheetApp } = opened();
    const rule = (text: string) =>
      SpreadsheetApp.newConditionalFormatRule()
        .setRanges([sheet.getRange("A2:A9")])
        .whenTextEqualTo(text)
        .setFontColor("#ff0000")
        .build();
    sheet.setConditionalFormatRules([rule("a"), rule("b")]);
    sheet.setConditionalFormatRules([rule("c")]);
    const kept = sheet.getConditionalFormatRules();
    expect(kept.map((one) => one.getBooleanCondition().getCriteriaValues())).toEqual([["c"]]);
    expect(() => SpreadsheetApp.newConditionalFormatRule().whenCellEmpty().build()).toThrow(
      "at least one range",
    );
    expect(() => spreadsheet.insertSheet("Other").setConditionalFormatRules(kept)).toThrow("different sheet");
  });

  shows("sheet.freeze", () => {
    const { sheet } = opened();
    sheet.setFrozenRows(1);
    sheet.setFrozenColumns(2);
    expect([sheet.getFrozenRows(), sheet.getFrozenColumns()]).toEqual([1, 2]);
    expect(() => sheet.setFrozenRows(1000)).toThrow("You can't freeze all visible rows on the sheet.");
    expect(() => sheet.setFrozenColumns(26)).toThrow("You can't freeze all visible columns on the sheet.");
  });

  shows("sheet.protection", () => {
    const { sheet } = opened();
    sheet.protect().setDescription("log").setWarningOnly(true);
    const again = sheet.protect();
    expect([again.getDescription(), again.isWarningOnly()]).toEqual(["log", true]);
    expect(sheet.getProtections(ProtectionType.SHEET)).toHaveLength(1);
    expect(() => again.addEditor("bob@example.com")).toThrow("warning-only");
    again.remove();
    expect(sheet.getProtections(ProtectionType.SHEET)).toEqual([]);
    expect(() => again.setDescription("x")).toThrow("no longer exists");
  });

  shows("sheet.metadata", () => {
    const { sheet, spreadsheet } = opened();
    spreadsheet.addDeveloperMetadata("version", "1", DeveloperMetadataVisibility.PROJECT);
    sheet.addDeveloperMetadata("tab", "ledger");
    sheet.getRange("B:B").addDeveloperMetadata("field", "fnsku");
    expect(() => sheet.getRange("A1:B2").addDeveloperMetadata("x")).toThrow(
      "arbitrary ranges is not currently supported",
    );
    const keys = (found: readonly { getKey(): string }[]) => found.map((item) => item.getKey());
    expect(keys(spreadsheet.createDeveloperMetadataFinder().find())).toEqual(["version", "tab", "field"]);
    expect(keys(spreadsheet.getDeveloperMetadata())).toEqual(["version"]);
    expect(keys(sheet.getDeveloperMetadata())).toEqual(["tab"]);
    const finder = spreadsheet.createDeveloperMetadataFinder();
    const column = finder.withLocationType(DeveloperMetadataLocationType.COLUMN).withValue("fnsku").find()[0];
    expect((column?.getLocation().getColumn() as Range | undefined)?.getA1Notation()).toBe("B:B");
    column?.setValue("asin");
    expect(sheet.getRange("A:C").getDeveloperMetadata()).toHaveLength(1);
    column?.remove();
    expect(keys(sheet.createDeveloperMetadataFinder().find())).toEqual(["tab"]);
    expect(() => sheet.addDeveloperMetadata("big", "x".repeat(30_000))).toThrow("quota");
  });

  shows("sheet.charts", () => {
    const { sheet } = opened();
    const built = sheet
      .newChart()
      .asPieChart()
      .addRange(sheet.getRange("A1:B3"))
      .setOption("title", "Owed")
      .setPosition(2, 5, 0, 0)
      .build();
    sheet.insertChart(built);
    const chart = sheet.getCharts()[0];
    if (!chart) expect.fail("no chart");
    sheet.updateChart(chart.modify().asLineChart().build());
    const { workbook, ...other } = opened();
    expect(workbook.snapshot().sheets[0]?.charts).toEqual([]);
    expect(() => other.sheet.updateChart(chart)).toThrow("not on this sheet");
    expect(sheet.getCharts().map((one) => one.getChartId())).toEqual([chart.getChartId()]);
    sheet.removeChart(chart);
    expect(sheet.getCharts()).toEqual([]);
  });

  it("sorts below its frozen rows", () => {
    const { sheet } = opened();
    sheet.getRange("A1:A4").setValues([["head"], [3], [1], [2]]);
    sheet.setFrozenRows(1);
    expect(sheet.sort(1, false).getRange("A1:A4").getValues().flat()).toEqual(["head", 3, 2, 1]);
  });

  it("stores many rows lean", () => {
    const { sheet, SpreadsheetApp } = opened();
    const rows = 200_000;
    sheet.deleteColumns(6, 21);
    sheet.insertRowsAfter(1000, rows - 1000);
    const before = process.memoryUsage().heapUsed;
    sheet.getRange("A:A").setNumberFormat("@");
    sheet.getRange("C:C").setNumberFormat("yyyy-mm-dd");
    for (let row = 1; row <= rows; row += 5000) {
      const values = Array.from({ length: 5000 }, (_, i) => [
        `00${i}`,
        i,
        45000 + (i % 300),
        "SELLABLE",
        i / 7,
      ]);
      sheet.getRange(row, 1, 5000, 5).setValues(values);
      SpreadsheetApp.flush();
    }
    expect(sheet.getLastRow()).toBe(rows);
    // Measured: about 20 bytes a cell.
    expect((process.memoryUsage().heapUsed - before) / (rows * 5)).toBeLessThan(200);
    expect(sheet.getRange(rows, 1).getValue()).toBe("004999");
  });
});

describe("A snapshot", () => {
  shows("document.snapshot", () => {
    const { workbook, spreadsheet, sheet, SpreadsheetApp, PropertiesService } = opened();
    sheet.getRange("A1:C3").setValues([
      ["00123", "=A1", new Date(1.7e12)],
      ["'00123", true, 1.5],
      ["x", "", "50%"],
    ]);
    sheet
      .getRange("A1:C1")
      .setFontWeight("bold")
      .setNotes([["n", null, null]]);
    sheet
      .getRange("A2:A9")
      .setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["a"]).build());
    sheet.getRange("A1:C9").createFilter();
    sheet.setFrozenRows(1);
    sheet.hideColumns(3);
    sheet.setColumnWidth(1, 222).setTabColor("#123456");
    const rich = SpreadsheetApp.newRichTextValue().setText("link").setLinkUrl("https://example.com").build();
    sheet.getRange("D1").setRichTextValue(rich);
    const rules = [
      SpreadsheetApp.newConditionalFormatRule()
        .setRanges([sheet.getRange("A:A")])
        .whenCellEmpty()
        .build(),
    ];
    sheet.setConditionalFormatRules(rules);
    sheet.getRange("B2").protect().setWarningOnly(true);
    sheet.getRange("A:A").addDeveloperMetadata("key", "value");
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:B3")).build());
    spreadsheet.insertSheet("Second").hideSheet();
    spreadsheet.setNamedRange("NAME", sheet.getRange("B2"));
    PropertiesService.getDocumentProperties()?.setProperty("k", "v");
    PropertiesService.getUserProperties()?.setProperty("mine", "v");
    SpreadsheetApp.flush();

    const taken = workbook.snapshot();
    expect(taken.sheets[0]).toMatchObject({
      values: [
        [123, "#ERROR!", expect.closeTo(45244.717, 2), "link"],
        ["00123", true, 1.5, null],
        ["x", null, 0.5, null],
      ],
      formulas: { B1: "=A1" },
      notes: { A1: "n" },
      hiddenColumns: [3],
      columnWidths: { "1": 222 },
      frozenRows: 1,
      filter: { range: "A1:C9", criteria: {} },
      tabColor: "#123456",
    });
    expect(taken.sheets[0]?.looks).toContainEqual({
      column: 2,
      from: 1,
      to: 1,
      look: { fontWeight: "bold" },
    });
    expect(taken.sheets[1]).toMatchObject({ name: "Second", hidden: true, values: [], looks: [] });
    const json = JSON.stringify(taken);
    const other = new Workbook();
    other.restore(JSON.parse(json));
    expect(JSON.stringify(other.snapshot())).toBe(json);
    const restored = documentOf(execution(other));
    expect(restored.sheet.getRange("B1").getFormula()).toBe("=A1");
    restored.spreadsheet.insertSheet("New");
    const ids = other.sheets.map((one) => one.id);
    expect(new Set(ids).size).toBe(3);
  });
});
