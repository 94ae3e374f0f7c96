import { describe, expect } from "vitest";
import type { Scalar } from "../../../simulator/services/column.ts";
import { opened, shows } from "./script.ts";

/** What a cell holds after a text was written into it. */
function written(value: unknown, format?: string, keeps = true) {
  const { sheet, workbook } = opened({}, { textFormatKeepsFormulas: keeps, timeZone: "America/New_York" });
  const cell = sheet.getRange("B2");
  if (format) cell.setNumberFormat(format);
  cell.setValue(value);
  return {
    value: cell.getValue(),
    stored: workbook.snapshot().sheets[0]?.values[1]?.[1] ?? null,
    formula: cell.getFormula(),
    format: cell.getNumberFormat(),
    shown: cell.getDisplayValue(),
  };
}

describe("What setValues makes of values", () => {
  shows("values.numbers", () => {
    for (const [text, number] of [
      ["00123", 123],
      ["1E5", 100000],
      ["7.82E+12", 7.82e12],
      ["1,234.5", 1234.5],
      [" 12 ", 12],
      ["-3.50", -3.5],
      [".5", 0.5],
      ["123456789012345678", 123456789012345680],
    ] as const) {
      expect([text, written(text).value]).toEqual([text, number]);
    }
  });

  shows("values.dates", () => {
    for (const [text, serial, format] of [
      ["2024-05-06", 45418, "yyyy-mm-dd"],
      ["5/6/2024", 45418, "m/d/yyyy"],
      ["1-2", 46024, "m-d"],
      ["1/2", 46024, "m/d"],
      ["May 6, 2024", 45418, "mmm d, yyyy"],
      ["6-May-24", 45418, "d-mmm-yyyy"],
      ["MAR-12", 46093, "mmm d, yyyy"],
      ["2024-05-06 12:00:00", 45418.5, "yyyy-mm-dd h:mm:ss"],
      ["6:00 PM", 0.75, "h:mm am/pm"],
    ] as const) {
      const cell = written(text);
      expect([text, cell.stored, cell.format]).toEqual([text, serial, format]);
    }
    for (const text of ["2024-02-30", "13/13/2024", "2024-05-06T12:00:00Z", "25:99", "Foo-12"]) {
      expect(written(text).value).toBe(text);
    }
  });

  shows("values.amounts", () => {
    expect(written("50%")).toMatchObject({ value: 0.5, format: "0%", shown: "50%" });
    expect(written("$1.20")).toMatchObject({ value: 1.2, shown: "$1.20" });
    expect(written("-$1,234.50")).toMatchObject({ value: -1234.5, shown: "-$1,234.50" });
    expect(written("(5)")).toMatchObject({ value: -5 });
  });

  shows("values.booleans", () => {
    expect(written("TRUE").value).toBe(true);
    expect(written("false")).toMatchObject({ value: false, shown: "FALSE" });
  });

  shows("values.text", () => {
    for (const text of [
      "FBA15ABC",
      "1E",
      "12-34-56-78",
      "#REF",
      "B00TEST123",
      "a\nb",
      "€5",
      "1 2",
      "1.2.3",
      ",",
    ]) {
      expect(written(text)).toMatchObject({ value: text, formula: "" });
    }
  });

  shows("values.formula", () => {
    expect(written('=HYPERLINK("http://x")')).toMatchObject({
      formula: '=HYPERLINK("http://x")',
      value: "#ERROR!",
    });
    expect(written("=").value).toBe("=");
  });

  shows("values.sign", () => {
    expect(written("+1").value).toBe(1);
    expect(written("-1").value).toBe(-1);
    expect(written("+A1").formula).toBe("=+A1");
    expect(written("-x").formula).toBe("=-x");
    expect(written("@x")).toMatchObject({ value: "@x", formula: "" });
    expect(written("- x").value).toBe("- x");
  });

  shows("values.apostrophe", () => {
    expect(written("'00123").value).toBe("00123");
    expect(written("'=A1")).toMatchObject({ value: "=A1", formula: "" });
  });

  shows("values.text-format", () => {
    for (const text of ["00123", "1E5", "1-2", "2024-05-06", "TRUE", "50%", "+1", "-x", "@x"]) {
      for (const keeps of [true, false]) {
        expect(written(text, "@", keeps)).toMatchObject({
          value: text,
          formula: "",
          format: "@",
          shown: text,
        });
      }
    }
  });

  shows("values.locale", () => {
    const read = (locale: string, texts: string[]) => {
      const { sheet } = opened({}, { locale, timeZone: "Etc/UTC" });
      const range = sheet.getRange(1, 1, 1, texts.length).setValues([texts]);
      const values = range.getValues()[0] ?? [];
      const plain = values.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value));
      return [plain, range.getDisplayValues()[0]];
    };
    expect(read("en_US", ["1.5", "1,500", "1,5", "31.12.2024", "5/6/2024", "$1.20"])).toEqual([
      [1.5, 1500, "1,5", "31.12.2024", "2024-05-06", 1.2],
      ["1.5", "1,500", "1,5", "31.12.2024", "5/6/2024", "$1.20"],
    ]);
    expect(
      read("de_DE", [
        "1,5",
        "1.234,5",
        "1.5",
        "31.12.2024",
        "5/6/2024",
        "1,20 €",
        "6. Mai 2024",
        "2024-05-06",
      ]),
    ).toEqual([
      [1.5, 1234.5, "2026-05-01", "2024-12-31", "2024-06-05", 1.2, "2024-05-06", "2024-05-06"],
      ["1,5", "1.235", "1.5", "31.12.2024", "5/6/2024", "1,20 €", "6-Mai-2024", "2024-05-06"],
    ]);
    expect(
      read("fr_FR", ["1,5", "1 234,5", "1.5", "31/12/2024", "6 janvier 2024", "12,5%", "1,5E3"]),
    ).toEqual([
      [1.5, 1234.5, "1.5", "2024-12-31", "2024-01-06", 0.125, 1500],
      ["1,5", "1\u202f235", "1.5", "31/12/2024", "6-janv.-2024", "12,50%", "1,50E+03"],
    ]);
    expect(read("en_GB", ["1.5", "1,500", "5/6/2024", "13/1/2024", "1/13/2024", "£2.50", "£3"])).toEqual([
      [1.5, 1500, "2024-06-05", "2024-01-13", "1/13/2024", 2.5, 3],
      ["1.5", "1,500", "5/6/2024", "13/1/2024", "1/13/2024", "£2.50", "£3"],
    ]);
    expect(read("ja_JP", ["2024/5/6", "24/5/6", "5/6", "¥1,200"])[0]).toEqual([
      "2024-05-06",
      "2024-05-06",
      "2026-05-06",
      1200,
    ]);
    const { sheet } = opened({}, { locale: "de_DE", timeZone: "Etc/UTC" });
    const cell = sheet.getRange("A1").setValue(new Date(Date.UTC(2024, 4, 6)));
    expect([cell.getDisplayValue(), cell.getNumberFormat()]).toEqual(["06.05.2024", "dd.MM.yyyy"]);
  });

  shows("values.default-format", () => {
    const { sheet } = opened();
    expect(sheet.getRange("A1").getNumberFormat()).toBe("General");
    expect(sheet.getRange("A1").setValue("5").getNumberFormat()).toBe("General");
  });

  shows("values.text-format-formula", () => {
    expect(written("=1+1", "@", true)).toMatchObject({ value: "=1+1", formula: "" });
    expect(written("=1+1", "@", false)).toMatchObject({ formula: "=1+1" });
    expect(written("'x", "@", true).value).toBe("'x");
    expect(written("'x", "@", false).value).toBe("x");
  });

  shows("values.text-format-other", () => {
    expect(written(12.5, "@")).toMatchObject({ value: 12.5, shown: "12.5" });
    expect(written(true, "@").value).toBe(true);
  });

  shows("values.format-later", () => {
    const { sheet } = opened();
    const cell = sheet.getRange("A1");
    cell.setValue("00123").setNumberFormat("@");
    expect(cell.getValue()).toBe(123);
  });

  shows("values.empty", () => {
    const { sheet } = opened();
    const range = sheet.getRange("A1:C1").setValues([["a", "b", "c"]]);
    range.setValues([["", null, undefined]]);
    expect(range.getValues()).toEqual([["", "", ""]]);
    expect(sheet.getLastRow()).toBe(0);
    expect(range.isBlank()).toBe(true);
  });

  shows("values.date-read", () => {
    const { sheet } = opened({}, { timeZone: "Asia/Tokyo" });
    const cell = sheet.getRange("A1").setValue(45418);
    expect(cell.getValue()).toBe(45418);
    for (const format of ["yyyy-mm-dd", "M/d/yyyy H:mm:ss", "mmm d", "h:mm", '"on "dddd']) {
      expect(cell.setNumberFormat(format).getValue()).toEqual(new Date("2024-05-06T00:00:00+09:00"));
    }
    for (const format of [
      "0.00",
      "#,##0",
      '0" days"',
      '"$"#,##0.00',
      "0%",
      "[Red]0",
      "General",
      "@",
      "0.0E+0",
    ]) {
      expect(cell.setNumberFormat(format).getValue()).toBe(45418);
    }
  });

  shows("values.date-zone", () => {
    const { sheet, workbook } = opened({}, { timeZone: "America/New_York" });
    // Before, within and after daylight-saving time, and on the day it ends.
    for (const [instant, serial] of [
      ["2024-01-15T05:00:00Z", 45306],
      ["2024-07-15T04:00:00Z", 45488],
      ["2024-11-03T16:00:00Z", 45599 + 11 / 24],
    ] as const) {
      const cell = sheet.getRange("A1").setValue(new Date(instant));
      expect(cell.getValue()).toEqual(new Date(instant));
      expect(workbook.snapshot().sheets[0]?.values[0]?.[0]).toBeCloseTo(serial, 9);
    }
  });

  shows("values.date-format", () => {
    const midnight = new Date("2024-05-06T00:00:00-04:00");
    expect(written(midnight)).toMatchObject({ format: "M/d/yyyy", shown: "5/6/2024" });
    expect(written(new Date(midnight.getTime() + 90_000)).shown).toBe("5/6/2024 0:01:30");
    expect(written(midnight, "yyyy-mm-dd")).toMatchObject({ format: "yyyy-mm-dd", shown: "2024-05-06" });
    expect(written("5/6/2024", "yyyy-mm-dd")).toMatchObject({ format: "yyyy-mm-dd", shown: "2024-05-06" });
  });

  shows("values.dimensions", () => {
    const { sheet } = opened();
    const range = sheet.getRange("A1:B3");
    expect(() =>
      range.setValues([
        ["a", "b"],
        ["c", "d"],
      ]),
    ).toThrow(
      "The number of rows in the data does not match the number of rows in the range. The data has 2 but the range has 3.",
    );
    expect(() => range.setValues([["a"], ["b"], ["c"]])).toThrow(
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    );
    expect(() => range.setValues("a")).toThrow(
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    );
    expect(sheet.getLastRow()).toBe(0);
  });

  shows("values.cell-length", () => {
    const { sheet } = opened();
    const cell = sheet.getRange("A1").setNumberFormat("@");
    expect(() => cell.setValue("x".repeat(50_001))).toThrow(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
    expect(String(cell.setValue("x".repeat(50_000)).getValue())).toHaveLength(50_000);
  });

  shows("values.objects", () => {
    const { sheet } = opened();
    const cell = sheet.getRange("A1");
    expect(() => cell.setValue({ a: 1 })).toThrow('not an object: {"a":1}');
    expect(() => cell.setValues([[[1]]])).toThrow("not an array");
    expect(() => cell.setValue(new Date(Number.NaN))).toThrow("invalid Date");
    expect(cell.setValue(Number.NaN).getValue()).toBe("#NUM!");
  });

  shows("values.display", () => {
    for (const [value, format, shown] of [
      [1234.5, "#,##0.00", "1,234.50"],
      [-1234.5, '"$"#,##0.00', "-$1,234.50"],
      [1.005, "0.00", "1.01"],
      [0, '"$"#,##0.00;("$"#,##0.00);"-"', "-"],
      [-2.5, '"$"#,##0.00;("$"#,##0.00);"-"', "($2.50)"],
      [0.256, "0.0%", "25.6%"],
      [7, "000", "007"],
      [100000, "0.00E+00", "1.00E+05"],
      [45418.5208333333, "yyyy-mm-dd hh:mm:ss", "2024-05-06 12:30:00"],
      [45418, "d mmmm yyyy", "6 May 2024"],
      [45418, "ddd", "Mon"],
      [45418.75, "h:mm am/pm", "6:00 PM"],
      [1e20, "General", "1E+20"],
      [0.1 + 0.2, "General", "0.3"],
      [1234567.891, "¥#,##0", "¥1,234,568"],
      ["text", "0.00", "text"],
      [true, "0.00", "TRUE"],
    ] as [Scalar, string, string][]) {
      const { sheet } = opened();
      const cell = sheet.getRange("A1").setNumberFormat("@").setValue(value).setNumberFormat(format);
      expect([value, format, cell.getDisplayValue()]).toEqual([value, format, shown]);
    }
  });

  shows("values.rich-text", () => {
    const { SpreadsheetApp, sheet } = opened({}, { textFormatKeepsFormulas: false });
    const value = SpreadsheetApp.newRichTextValue()
      .setText("=1+1 'x")
      .setLinkUrl(0, 4, "https://example.com")
      .build();
    const cell = sheet.getRange("A1").setRichTextValue(value);
    expect([cell.getValue(), cell.getFormula()]).toEqual(["=1+1 'x", ""]);
    const read = cell.getRichTextValue();
    expect(read?.getRuns().map((run) => [run.getText(), run.getLinkUrl()])).toEqual([
      ["=1+1", "https://example.com"],
      [" 'x", null],
    ]);
    cell.setValue("plain");
    expect(cell.getRichTextValue()?.getLinkUrl()).toBeNull();
    expect(cell.setValue(5).getRichTextValue()).toBeNull();
  });

  shows("formulas.host", () => {
    const { sheet, workbook } = opened();
    const cell = sheet.getRange("C3").setFormula("SUM(A1:B1)");
    expect(cell.getFormula()).toBe("=SUM(A1:B1)");
    expect(cell.getValue()).toBe("#ERROR!");
    let evaluated = 0;
    workbook.formulaHost = {
      evaluate: (_sheet, row, column, formula) => `${++evaluated} ${row} ${column} ${formula}`,
    };
    workbook.touch();
    expect(cell.getValue()).toBe("1 2 2 =SUM(A1:B1)");
    expect(cell.getDisplayValue()).toBe("1 2 2 =SUM(A1:B1)");
    sheet.getRange("A1").setValue(1);
    expect(cell.getValue()).toBe("2 2 2 =SUM(A1:B1)");
    cell.setValue("x");
    expect([cell.getFormula(), cell.getValue()]).toEqual(["", "x"]);
  });

  shows("formulas.spill", () => {
    const { sheet, workbook } = opened();
    workbook.formulaHost = {
      evaluate: () => [
        ["head", 1],
        ["", 2],
        [null, 3],
      ],
    };
    sheet.getRange("B2").setFormula("=F()");
    expect(sheet.getRange("B2:C4").getValues()).toEqual([
      ["head", 1],
      ["", 2],
      ["", 3],
    ]);
    expect(sheet.getDataRange().getA1Notation()).toBe("A1:C4");
    expect(sheet.getRange("B2:C4").getFormulas().flat().filter(String)).toEqual(["=F()"]);
    sheet.getRange("C4").setValue("in the way");
    expect(sheet.getRange("B2:C4").getValues()).toEqual([
      ["#REF!", ""],
      ["", ""],
      ["", "in the way"],
    ]);
  });

  shows("formulas.text-kept", () => {
    const { sheet } = opened();
    sheet.getRange("A5").setFormula("=A1");
    sheet.insertRowBefore(1);
    expect(sheet.getRange("A6").getFormula()).toBe("=A1");
  });
});
