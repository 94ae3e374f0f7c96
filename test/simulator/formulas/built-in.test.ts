import { describe, expect, it } from "vitest";
import { Document } from "./shared.ts";

const FINDINGS = [
  ["id", "State", "Marketplace", "Amount", "Deadline", "Item"],
  ["a", "file", "US", 10.5, new Date(Date.UTC(2026, 11, 24)), "=IMPORTXML(1)"],
  ["b", "wait", "US", 20, new Date(Date.UTC(2026, 11, 1)), "00123"],
  ["c", "file", "DE", 5.25, new Date(Date.UTC(2027, 0, 31)), "x"],
];

function withFindings(): Document {
  const document = new Document();
  const tab = document.tab("Findings");
  tab.changeStyle({ row: 0, column: 5, rows: 100, columns: 1 }, { numberFormat: "@" });
  tab.changeStyle({ row: 0, column: 3, rows: 100, columns: 1 }, { numberFormat: "#,##0.00" });
  document.write(tab, "A1", FINDINGS);
  return document;
}

describe("Built-in functions", () => {
  it.each<[string, unknown]>([
    ["=SUM(Findings!D:D)", 35.75],
    ["=SUM(Findings!D2:D)", 35.75],
    ['=SUMIFS(Findings!D:D,Findings!B:B,"file",Findings!C:C,"US")', 10.5],
    ['=COUNTIF(Findings!B2:B,"file")', 2],
    ['=COUNTIFS(Findings!B:B,"file",Findings!D:D,">6")', 1],
    ['=VLOOKUP("b",Findings!A:D,4,FALSE)', 20],
    ['=XLOOKUP("c",Findings!A:A,Findings!C:C)', "DE"],
    ["=INDEX(Findings!A:A,MATCH(20,Findings!D:D,0))", "b"],
    ['=IF(Findings!B2="file","yes","no")', "yes"],
    ['=IFERROR(1/0,"none")', "none"],
    ['=TEXT(Findings!E2,"yyyy-mm-dd")', "2026-12-24"],
    ['=TEXTJOIN(",",TRUE,Findings!A2:A4)', "a,b,c"],
    ["=ROUND(Findings!D4/2,2)", 2.63],
    ['=Findings!B2&"-"&Findings!D2', "file-10.5"],
    ["=ROWS(Findings!A:A)", 100],
    ["=COLUMNS(Findings!1:1)", 20],
    ["=MAX(Findings!D2:D)>20", false],
    ["=AND(TRUE,1=1)", true],
    ["=LEN(Findings!F3)", 5],
    ['=SUMPRODUCT((Findings!B2:B4="file")*Findings!D2:D4)', 15.75],
    ["=LET(x,Findings!D2,x*2)", 21],
    ["=1/3", 1 / 3],
    ["=0.1+0.2", 0.3],
    ["=2^53", 2 ** 53],
    ["=123456789.12*100", 12345678912],
    ["=sum(findings!d2,1)", 11.5],
    ["='Findings'!D2+1", 11.5],
    ["=SUM(Findings!$D$2:$D$3)", 30.5],
    ["=SUM(1,2", 3],
  ])("%s gives %s", async (formula, expected) => {
    const document = withFindings();
    const value = await document.compute(formula);
    if (typeof expected === "number") expect(value).toBeCloseTo(expected, 12);
    else expect(value).toBe(expected);
    expect(document.why("T1")).toBeNull();
  });

  it.each<[string, unknown[][]]>([
    [
      '=FILTER(Findings!A2:B,Findings!B2:B="file")',
      [
        ["a", "file"],
        ["c", "file"],
      ],
    ],
    ['=FILTER(Findings!A2:A,Findings!B2:B="file",Findings!C2:C="US")', [["a"]]],
    ["=SORT(Findings!A2:A4,1,FALSE)", [["c"], ["b"], ["a"]]],
    ["=UNIQUE(Findings!B2:B4)", [["file"], ["wait"]]],
    ["=ARRAYFORMULA(Findings!D2:D4*2)", [[21], [40], [10.5]]],
    [
      "={1,2;3,4}",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["=TRANSPOSE(Findings!A2:A4)", [["a", "b", "c"]]],
    ["=FLATTEN(Findings!A2:B3)", [["a"], ["file"], ["b"], ["wait"]]],
    ["=SEQUENCE(2)", [[1], [2]]],
  ])("%s spills", async (formula, expected) => {
    const document = withFindings();
    await document.type({ B2: formula });
    const rows = expected.length;
    const columns = expected[0]?.length ?? 0;
    const area = `B2:${String.fromCharCode(65 + columns)}${rows + 1}`;
    expect(document.values(area)).toEqual(expected);
    expect(document.value(`B${rows + 2}`)).toBe("");
  });

  it.each<[string, unknown]>([
    ['=JOIN("-",Findings!A2:A4)', "a-b-c"],
    ["=COUNTUNIQUE(Findings!B2:B)", 2],
    ["=ISBETWEEN(5,1,5)", true],
    ['=REGEXMATCH(Findings!B2,"^f")', true],
    ['=HYPERLINK("https://example.com","case "&JOIN("",1,2))', "case 12"],
    ["=GTE(MINUS(3,1),2)", true],
  ])("%s, which IronCalc writes otherwise, gives %s", async (formula, expected) => {
    expect(await withFindings().compute(formula)).toBe(expected);
  });
});

describe("What formulas show", () => {
  it("is a date or an amount where the cells are that it comes from", async () => {
    const document = withFindings();
    await document.type({
      A1: "=MIN(Findings!E:E)",
      A2: "=Findings!E2+7",
      A3: "=Findings!E2-Findings!E3",
      A4: '=SUMIFS(Findings!D:D,Findings!B:B,"file")',
      A5: '=VLOOKUP("c",Findings!A:E,5,FALSE)',
      A6: "=DATE(2026,5,6)",
      A7: "=A6+1",
      A8: "=Findings!D2*2",
      B1: '=FILTER(Findings!C2:E,Findings!B2:B="file")',
      A10: '=IF(TRUE,Findings!E2,"")',
    });
    expect(document.shown("A1:A8").flat()).toEqual([
      "12/1/2026",
      "12/31/2026",
      "23",
      "15.75",
      "1/31/2027",
      "5/6/2026",
      "5/7/2026",
      "21",
    ]);
    expect(document.shown("B1:D2")).toEqual([
      ["US", "10.50", "12/24/2026"],
      ["DE", "5.25", "1/31/2027"],
    ]);
    expect(document.value("A1")).toEqual(new Date(Date.UTC(2026, 11, 1)));
    expect(document.shown("A10")).toEqual([["12/24/2026"]]);
  });

  it("has the format the user gave the cell, whatever it comes from", async () => {
    const document = withFindings();
    await document.type({ A1: "=Findings!E2" });
    document.sheet.changeStyle({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat: "yyyy-mm-dd" });
    expect(document.shown("A1")).toEqual([["2026-12-24"]]);
    document.sheet.changeStyle({ row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat: "0" });
    expect(document.shown("A1")).toEqual([["46380"]]);
  });

  it("is nothing where a formula gives an empty cell on, and zero where it calculates with it", async () => {
    const document = new Document();
    await document.type({
      A1: "a",
      A3: "c",
      A4: 0,
      B1: "x",
      C1: "=B2",
      C2: "=B2+1",
      C3: "=B2:B2",
      C4: '=VLOOKUP("c",A1:B4,2,FALSE)',
      C5: '=XLOOKUP("c",A1:A4,B1:B4)',
      C6: "=IF(TRUE,B2)",
      C7: "=INDEX(A1:A4,4)",
      C8: "=SUM(B2:B4)",
      C9: "=B2*2",
      E1: '=FILTER(A1:B4,A1:A4<>"z")',
      H1: "=UNIQUE(A1:A4)",
      I1: "=A1:A4",
    });
    expect(document.values("C1:C9").flat()).toEqual(["", 1, "", "", "", "", 0, 0, 0]);
    expect(document.values("E1:F4")).toEqual([
      ["a", "x"],
      ["", ""],
      ["c", ""],
      [0, ""],
    ]);
    expect(document.values("H1:I4").map(([a]) => a)).toEqual(["a", "", "c", 0]);
    expect(document.values("I1:I4").flat()).toEqual(["a", "", "c", 0]);
    await document.type({ B2: 0, A4: "" });
    expect(document.values("C1:C7").flat()).toEqual([0, 1, 0, "", "", 0, ""]);
  });
});

describe("Errors", () => {
  it.each<[string, string, RegExp]>([
    ["=1/0", "#DIV/0!", /zero/],
    ['="a"+1', "#VALUE!", /wrong kind/],
    ["=SQRT(-1)", "#NUM!", /range/],
    ['=VLOOKUP("z",Findings!A:B,2,FALSE)', "#N/A", /Did not find/],
    ['=FILTER(Findings!A2:A4,Findings!B2:B4="none")', "#N/A", /No matches/],
    ["=NONSENSE(1)", "#NAME?", /^Unknown function: 'NONSENSE'\.$/],
    ['=QUERY(Findings!A:B,"select A")', "#NAME?", /^QUERY works in Google Sheets/],
    ["=no_such_name+1", "#NAME?", /not known/],
    ["=Missing!A1", "#REF!", /^Unresolved sheet name 'Missing'\.$/],
    ["='No tab'!A:B", "#REF!", /^Unresolved sheet name 'No tab'\.$/],
    ["=A1048577", "#REF!", /does not exist/],
    ["=1+", "#ERROR!", /parse/],
    ["=(1", "", /^$/],
    ['="open', "#ERROR!", /parse/],
    ["=§", "#ERROR!", /parse/],
  ])("%s shows %s", async (formula, code, why) => {
    const document = withFindings();
    expect(String(await document.compute(formula)).replace(/^1$/, "")).toBe(code);
    expect(document.why("T1") ?? "").toMatch(why);
  });

  it("go on to what depends on them", async () => {
    const document = withFindings();
    await document.type({ A1: "=Missing!A1", A2: "=A1+1", A3: '=IFERROR(A1,"gone")', A4: "=ISERROR(A2)" });
    expect(document.values("A1:A4").flat()).toEqual(["#REF!", "#REF!", "gone", true]);
  });

  it("tell of circles", async () => {
    const document = new Document();
    await document.type({ A1: "=A2+1", A2: "=A3", A3: "=A1", A4: "=A4", A5: "=SUM(A1:A2)" });
    expect(document.values("A1:A5").flat()).toEqual(["#REF!", "#REF!", "#REF!", "#REF!", "#REF!"]);
    expect(document.why("A1")).toMatch(/^Circular dependency detected/);
    await document.type({ A3: 5 });
    expect(document.values("A1:A3").flat()).toEqual([6, 5, 5]);
  });
});

describe("A spill", () => {
  it("is blocked by content, and says by which; and spills when that is gone", async () => {
    const document = withFindings();
    await document.type({ B4: "mine", B2: "=UNIQUE(Findings!A2:A4)" });
    expect(document.values("B2:B4").flat()).toEqual(["#REF!", "", "mine"]);
    expect(document.why("B2")).toBe("Array result was not expanded because it would overwrite data in B4.");
    await document.type({ B4: "" });
    expect(document.values("B2:B4").flat()).toEqual(["a", "b", "c"]);
    await document.type({ B3: "=1+1" });
    expect(document.values("B2:B4").flat()).toEqual(["#REF!", 2, ""]);
    expect(document.why("B2")).toMatch(/data in B3\.$/);
  });

  it("is blocked by content in columns no formula reads, too", async () => {
    const document = withFindings();
    await document.type({ B2: "=Findings!A2:B4", C3: "mine", E1: "=COUNTA(B1:B9)" });
    expect(document.values("B2:C4")).toEqual([
      ["#REF!", ""],
      ["", "mine"],
      ["", ""],
    ]);
    expect(document.why("B2")).toMatch(/data in C3\.$/);
    expect(document.value("E1")).toBe(1);
  });

  it("does not leave the sheet", async () => {
    const document = withFindings();
    await document.type({ A999: "=Findings!A2:A4", Z1: "={1,2,3}" });
    expect(document.value("A999")).toBe("#REF!");
    expect(document.why("A999")).toBe("Result was not automatically expanded, please insert more rows (1).");
    expect(document.why("Z1")).toMatch(/more columns \(2\)\.$/);
  });

  it("is read by other formulas", async () => {
    const document = withFindings();
    await document.type({ A1: "=SORT(Findings!D2:D4)", C1: "=SUM(A1:A3)", C2: "=A3", C3: "=COUNTA(A:A)" });
    expect(document.values("C1:C3").flat()).toEqual([35.75, 20, 3]);
  });
});

describe("Changes", () => {
  it("are followed at once by what is built in", async () => {
    const document = withFindings();
    await document.type({ A1: 1, A2: "=A1*2", A3: "=A2*2" });
    document.write(document.sheet, "A1", [[10]]);
    expect(document.values("A1:A3").flat()).toEqual([10, 20, 40]);
    document.write(document.sheet, "A2", [[7]]);
    expect(document.values("A1:A3").flat()).toEqual([10, 7, 14]);
    document.write(document.sheet, "A3", [[null]]);
    expect(document.value("A3")).toBe("");
  });

  it("are told with the areas in which something else is shown", async () => {
    const document = withFindings();
    await document.type({ A1: 1, B1: "=A1", C1: "=SEQUENCE(A1)", D1: "=5" });
    document.write(document.sheet, "A1", [[3]]);
    const changed = await document.formulas.recalculate();
    const columns = [...new Set(changed.map(({ area }) => area.column))].sort();
    expect(columns).toEqual([1, 2]);
    expect(Math.max(...changed.map(({ area }) => area.row + area.rows))).toBe(3);
    expect(await document.formulas.recalculate()).toEqual([]);
  });

  it("of names, of tabs' names and of the sheet's size are followed", async () => {
    const document = withFindings();
    const [findings] = document.workbook.sheets.slice(1);
    if (!findings) throw new Error("no findings");
    document.workbook.namedRanges.push({
      name: "TOTAL",
      sheetId: findings.id,
      area: { row: 1, column: 3, rows: 1, columns: 1 },
    });
    await document.type({ A1: "=TOTAL*2", A2: "=SUM(Findings!D2:D)", A3: "=Later!A1" });
    expect(document.values("A1:A3").flat()).toEqual([21, 35.75, "#REF!"]);
    const [total] = document.workbook.namedRanges;
    if (total) total.area = { row: 2, column: 3, rows: 1, columns: 1 };
    document.workbook.insertLines(findings, "row", 100, 50, 99);
    document.write(findings, "D150", [[1000]]);
    document.tab("Later", [["here"]]);
    await document.formulas.recalculate();
    expect(document.values("A1:A3").flat()).toEqual([40, 1035.75, "here"]);
    findings.name = "Renamed";
    document.workbook.touch();
    await document.formulas.recalculate();
    expect(document.value("A2")).toBe("#REF!");
  });

  it("of a tab that is deleted and made anew are followed", async () => {
    const document = withFindings();
    const [, findings] = document.workbook.sheets;
    await document.type({ A1: "=SUM(Findings!D:D)" });
    if (findings) document.workbook.removeSheet(findings);
    await document.formulas.recalculate();
    expect(document.value("A1")).toBe("#REF!");
    document.tab("Findings", [["", "", "", 3]]);
    await document.formulas.recalculate();
    expect(document.value("A1")).toBe(3);
  });
});

describe("Names of tabs", () => {
  it.each([
    "A name of more than thirty-one characters, as Google allows",
    "In/Out: 2026? [1]",
    "It's",
    "⧉ results",
    "😀 and Übersicht",
    "2026",
    "A1",
    "TRUE",
  ])("such as %s work in formulas", async (name) => {
    const document = new Document();
    document.tab(name, [[1], [2]]);
    const quoted = `'${name.replaceAll("'", "''")}'`;
    await document.type({ A1: `=SUM(${quoted}!A1:A2)`, A2: `=${quoted}!A2&"x"`, A3: `=SUM(${quoted}!A:A)` });
    expect(document.values("A1:A3").flat()).toEqual([3, "2x", 3]);
  });
});

describe("Only what formulas mention", () => {
  it("is loaded", async () => {
    const document = withFindings();
    document.tab(
      "Big",
      Array.from({ length: 50 }, (_, i) => [i, i]),
    );
    await document.type({ A1: 1, A2: "=1+1" });
    expect(document.formulas.loadedTabs).toEqual([]);
    await document.type({ A3: "=SUM(Findings!D:D)" });
    expect(document.formulas.loadedTabs).toEqual(["Findings"]);
    await document.type({ A4: '=INDIRECT("Big!B5")' });
    expect(document.value("A4")).toBe(4);
  });
});

describe("Text that looks like a formula", () => {
  it("stays text, in its cell and in what reads it", async () => {
    const document = withFindings();
    await document.type({ A1: "'=1+1", A2: "=A1", A3: "=Findings!F2", A4: "=LEN(A1)", A5: '=A1&"!"' });
    expect(document.values("A1:A5").flat()).toEqual(["=1+1", "=1+1", "=IMPORTXML(1)", 4, "=1+1!"]);
    expect(document.isFormula("A1")).toBe(false);
    expect(document.calls).toEqual([]);
  });

  it.each([
    "'apostrophe",
    "+1",
    "-1",
    "@SUM(1)",
    "#N/A",
    "TRUE",
    "1e5",
    "2024-05-06",
    "a\nb",
    "😀 =1",
    "‮abc",
  ])("%j goes through IronCalc as it is", async (text) => {
    const document = withFindings();
    const tab = document.tab("Hostile");
    tab.changeStyle({ row: 0, column: 0, rows: 100, columns: 1 }, { numberFormat: "@" });
    document.write(tab, "A1", [[text]]);
    await document.type({ A1: '=Hostile!A1&""', A2: "=IF(TRUE,Hostile!A1)", A3: "=ISTEXT(Hostile!A1)" });
    expect(document.values("A1:A3").flat()).toEqual([text, text, true]);
  });

  it("of 50,000 characters goes through, too", async () => {
    const document = withFindings();
    document.tab("Hostile", [["x".repeat(50_000)]]);
    expect(await document.compute("=LEN(Hostile!A1)")).toBe(50_000);
  });
});

describe("A formula at which IronCalc breaks off", () => {
  it("is an error by itself: the others go on", async () => {
    const document = withFindings();
    await document.type({
      A1: 1,
      A2: "=A1+1",
      B1: '=SUBSTITUTE("a","b")',
      B2: '=IFERROR(B1,"caught")',
      C1: "=XNPV(1,Findings!D2:D3)",
      C2: "=SORT(Findings!A2:A4)",
    });
    expect(document.values("A1:B2")).toEqual([
      [1, "#ERROR!"],
      [2, "caught"],
    ]);
    expect(document.values("C1:C4").flat()).toEqual(["#ERROR!", "a", "b", "c"]);
    expect(document.why("B1")).toMatch(/check the number and kind of its arguments/);
    await document.type({ A1: 5, B1: '=SUBSTITUTE("ab","b","c")' });
    expect([document.value("A2"), document.value("B1"), document.value("B2")]).toEqual([6, "ac", "ac"]);
    await document.type({ D1: "=FIXED(1,1E308)", D2: "=A1*2" });
    expect(document.values("D1:D2").flat()).toEqual(["#ERROR!", 10]);
  });

  it("is found when it begins to break off only because a value changed", async () => {
    const document = withFindings();
    await document.type({ A1: 2, A2: "=FIXED(1,A1)", A3: "=A1+1", A4: "=A3+1", A5: "=SUM(A3:A4)" });
    expect(document.values("A2:A5").flat()).toEqual(["1.00", 3, 4, 7]);
    await document.type({ A1: 1e308 });
    expect(document.value("A2")).toBe("#ERROR!");
    expect(document.values("A3:A5").flat()).toEqual([1e308, 1e308, "#NUM!"]);
  });
});
