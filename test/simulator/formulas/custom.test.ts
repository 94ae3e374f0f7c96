import { describe, expect, it } from "vitest";
import { customFunctions } from "../../../simulator/formulas/formulas.ts";
import { FORMULA } from "../../../simulator/services/column.ts";
import { Document } from "./shared.ts";

const DAY = new Date(Date.UTC(2026, 4, 6));

/** Functions that do what their names say. */
const FUNCTIONS = {
  TWICE: (x: number) => x * 2,
  ADD: (...numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0),
  KIND: (value: unknown) =>
    value instanceof Date ? `Date ${value.toISOString()}` : (JSON.stringify(value) ?? "undefined"),
  ROWCOUNT: (range: unknown[][]) => range.length,
  TABLE: () => [
    ["State", "Units"],
    ["file", 2],
    ["wait", 3],
  ],
  LISTED: (count: number) => Array.from({ length: count }, (_, i) => [`row ${i + 1}`]),
  RAGGED: () => [["a"], ["b", "c"]],
  NONE: () => "",
  EMPTY: () => [] as string[][],
  DAYS: () => [
    [DAY, 1],
    [new Date(DAY.getTime() + 3_600_000), "text"],
  ],
  FAILS: () => {
    throw new Error("The first argument is empty; a day is expected.");
  },
  FIRST: (range: unknown[][] | unknown) => String(Array.isArray(range) ? (range[0] as unknown[])[0] : range),
};

const opened = () => new Document(FUNCTIONS as never);

describe("A function of the add-on", () => {
  it("is called with the values of its arguments, whatever the case of its name", async () => {
    const document = opened();
    await document.type({ A1: 4, A2: "=TWICE(A1)", A3: "=twice(21)", A4: "=Add(A1,A2,1.5,-1)" });
    expect(document.values("A2:A4").flat()).toEqual([8, 42, 12.5]);
    expect(document.calls).toEqual([
      ["TWICE", 4],
      ["TWICE", 21],
      ["ADD", 4, 8, 1.5, -1],
    ]);
  });

  it.each<[string, string]>([
    ["=KIND(B1)", '""'],
    ["=KIND(B2)", "5"],
    ["=KIND(B3)", "Date 2026-05-06T00:00:00.000Z"],
    ["=KIND(B4)", "true"],
    ["=KIND(B5)", '"00123"'],
    ["=KIND(B6)", '"#DIV/0!"'],
    ["=KIND(B2:B2)", "5"],
    ["=KIND(B1:C2)", '[["",""],[5,"side"]]'],
    ["=KIND(B2:B3)", '[[5],["2026-05-06T00:00:00.000Z"]]'],
    ['=KIND("it\'s ""so""")', '"it\'s \\"so\\""'],
    ["=KIND(-1.5)", "-1.5"],
    ["=KIND(TRUE)", "true"],
    ["=KIND()", "undefined"],
    ["=KIND(B2+1)", "6"],
    ['=KIND(B2&"x")', '"5x"'],
    ["=KIND(IF(B4,B5,1))", '"00123"'],
    ["=KIND({1,2;3,4})", "[[1,2],[3,4]]"],
    ["=KIND(FILTER(B1:C2,B1:B2=5))", '[[5,"side"]]'],
    ["=KIND(FILTER(B1:C3,B1:B3<>7))", '[["",""],[5,"side"],[46148,""]]'],
    ["=KIND(IF(TRUE,B1))", '""'],
    ["=KIND(NAMED)", "5"],
    ["=KIND(Other!A1:A2)", '[["x"],["y"]]'],
    ["=KIND('Other'!A1)", '"x"'],
    ["=KIND(1/0)", '"#DIV/0!"'],
  ])("%s gets %s", async (formula, expected) => {
    const document = opened();
    document.tab("Other", [["x"], ["y"]]);
    document.workbook.namedRanges.push({
      name: "NAMED",
      sheetId: document.sheet.id,
      area: { row: 1, column: 1, rows: 1, columns: 1 },
    });
    await document.type({ B2: 5, C2: "side", B3: DAY, B4: true, B5: "'00123", B6: "=1/0" });
    expect(await document.compute(formula)).toBe(expected);
  });

  it("gets an open range down to the last row with anything in it", async () => {
    const document = opened();
    const tab = document.tab(
      "Ledger",
      Array.from({ length: 30 }, (_, i) => [i, i]),
    );
    await document.type({
      A1: "=ROWCOUNT(Ledger!A:B)",
      A2: "=ROWCOUNT(Ledger!A2:B)",
      A3: "=ROWCOUNT(Ledger!A1:B5)",
      A4: "=ROWCOUNT('Ledger'!C:C)",
    });
    expect(document.values("A1:A4").flat()).toEqual([30, 29, 5, 30]);
    document.write(tab, "A60", [[1]]);
    await document.formulas.recalculate();
    expect(document.values("A1:A3").flat()).toEqual([60, 59, 5]);
  });

  it("is called within others innermost first, and within built-in functions", async () => {
    const document = opened();
    await document.type({
      A1: 1,
      A2: "=TWICE(TWICE(TWICE(A1)))",
      A3: "=SUM(TWICE(A1),TWICE(A1+1))*10",
      A4: "=TWICE(SUM(A1,TWICE(3)))",
      A5: "=IF(A1=1,TWICE(5),TWICE(6))",
      A6: '=COUNTIF(LISTED(20),"row 1*")',
      A7: "=INDEX(TABLE(),2,2)+1",
      A8: '=IFERROR(FAILS(),"caught")',
      A9: "=ROWCOUNT(LISTED(ADD(2,3)))",
      A10: '=SUMIF(INDEX(TABLE(),0,1),"wait",INDEX(TABLE(),0,2))',
      A11: '="TWICE(1) is "&TWICE(1)',
    });
    expect(document.values("A2:A11").flat()).toEqual([8, 60, 14, 10, 11, 3, "caught", 5, 3, "TWICE(1) is 2"]);
    expect(document.calls.filter(([name]) => name === "TABLE")).toHaveLength(1);
  });

  it("is found by the tag the bundle's help carries", () => {
    const code = [
      "/** Doubles.\n * @param {number} x\n * @customfunction\n */\nfunction DOUBLE(x) {}",
      "/** A menu item. */\nfunction menuRun() {}",
      "function bare() {}",
      "/**\n * @customfunction\n */\nfunction OTHER(a, b) {}",
    ].join("\n");
    expect(customFunctions(code)).toEqual(["DOUBLE", "OTHER"]);
  });
});

describe("Results", () => {
  it("spill right and down, and make room for each other", async () => {
    const document = opened();
    await document.type({ A1: "=TABLE()", D1: "=RAGGED()", A5: "=NONE()", B5: "=EMPTY()" });
    expect(document.values("A1:E3")).toEqual([
      ["State", "Units", "", "a", ""],
      ["file", 2, "", "b", "c"],
      ["wait", 3, "", "", ""],
    ]);
    expect(document.values("A5:B5")).toEqual([["", ""]]);
    expect(document.sheet.stored(1, 0)).toBeNull();
  });

  it("are blocked by content, which is named, and come back without a call when it is gone", async () => {
    const document = opened();
    await document.type({ A1: "=TABLE()", B3: "mine" });
    expect(document.values("A1:B3")).toEqual([
      ["#REF!", ""],
      ["", ""],
      ["", "mine"],
    ]);
    expect(document.why("A1")).toBe("Array result was not expanded because it would overwrite data in B3.");
    await document.type({ B3: "" });
    expect(document.values("A3:B3")).toEqual([["wait", 3]]);
    await document.type({ A2: "=1+1" });
    expect(document.why("A1")).toMatch(/data in A2\.$/);
    expect(document.calls).toHaveLength(1);
  });

  it("block each other: what is there first stays", async () => {
    const document = opened();
    await document.type({ B1: "=LISTED(3)" });
    await document.type({ A2: "=TABLE()" });
    expect(document.values("A1:B3")).toEqual([
      ["", "row 1"],
      ["#REF!", "row 2"],
      ["", "row 3"],
    ]);
    await document.type({ B1: "" });
    expect(document.value("B4")).toBe(3);
  });

  it("shrink and grow", async () => {
    const document = opened();
    await document.type({ A1: 3, B1: "=LISTED(A1)", C1: "=COUNTA(B:B)" });
    expect(document.value("C1")).toBe(3);
    await document.type({ A1: 1 });
    expect(document.values("B1:B3").flat()).toEqual(["row 1", "", ""]);
    expect(document.value("C1")).toBe(1);
    await document.type({ A1: 50 });
    expect(document.value("B50")).toBe("row 50");
    expect(document.value("C1")).toBe(50);
  });

  it("with dates show as dates and are dates to scripts", async () => {
    const document = opened();
    await document.type({ A1: "=DAYS()", D1: "=A1+1" });
    expect(document.shown("A1:B2")).toEqual([
      ["5/6/2026", "1"],
      ["5/6/2026 1:00:00", "text"],
    ]);
    expect(document.value("A1")).toEqual(DAY);
    expect(document.shown("D1")).toEqual([["5/7/2026"]]);
  });

  it("that are thrown show as errors with their sentence, which goes on to formulas around and after", async () => {
    const document = opened();
    await document.type({ A1: "=FAILS()", A2: "=FAILS()+1", A3: '=A1&"x"', A4: "=KIND(A1)" });
    expect(document.values("A1:A4").flat()).toEqual(["#ERROR!", "#ERROR!", "#ERROR!", '"#ERROR!"']);
    const sentence = "The first argument is empty; a day is expected.";
    expect([document.why("A1"), document.why("A2")]).toEqual([sentence, sentence]);
    await document.type({ B1: "=TWICE(FAILS())", B2: "=ADD(1,TWICE(FAILS()))" });
    expect([document.why("B1"), document.why("B2")]).toEqual([sentence, sentence]);
    expect(document.calls.filter(([name]) => name === "TWICE" || name === "ADD")).toEqual([]);
    expect(await document.compute("=ADD(TWICE(1),IFERROR(FAILS(),5))")).toBe(7);
  });
});

describe("Calls", () => {
  it("happen once for the same arguments, wherever they are made from", async () => {
    const document = opened();
    await document.type({
      A1: 4,
      B1: "=TWICE(A1)",
      B2: "=TWICE(4)",
      B3: "=TWICE(2+2)",
      B4: "=TWICE(A1)+TWICE(A1)",
    });
    expect(document.calls).toHaveLength(1);
    await document.formulas.recalculate();
    await document.type({ C1: "elsewhere" });
    expect(document.calls).toHaveLength(1);
  });

  it("happen again only when a value of an argument changed", async () => {
    const document = opened();
    const tab = document.tab("Ledger", [["a"], ["b"]]);
    await document.type({ A1: "=FIRST(Ledger!A1:A2)", A2: 1 });
    document.write(tab, "A1", [["a"]]);
    document.write(tab, "B1", [["beside"]]);
    tab.changeStyle({ row: 0, column: 0, rows: 1, columns: 1 }, { background: "#ff0000" });
    await document.type({ A2: 2, A3: "=A2*2" });
    expect(document.calls).toHaveLength(1);
    document.write(tab, "A2", [["c"]]);
    await document.formulas.recalculate();
    expect(document.calls).toHaveLength(2);
    document.write(tab, "A1", [[DAY]]);
    await document.formulas.recalculate();
    expect(document.value("A1")).toMatch(/^Wed May 06 2026|2026/);
    expect(document.calls).toHaveLength(3);
  });

  it("that gave an error are not made again until an argument changes", async () => {
    const document = opened();
    await document.type({ A1: 1, B1: "=FAILS(A1)" });
    await document.type({ C1: 1 });
    expect(document.calls).toHaveLength(1);
    await document.type({ A1: 2 });
    expect(document.calls).toHaveLength(2);
  });

  it("are made for large ranges once, too", async () => {
    const document = opened();
    const tab = document.tab(
      "Ledger",
      Array.from({ length: 90 }, (_, i) => [i, "x", i, "y"]),
    );
    await document.type({ A1: "=ROWCOUNT(Ledger!A:D)", A2: 1 });
    await document.type({ A2: 2 });
    expect(document.calls).toHaveLength(1);
    document.write(tab, "D90", [["z"]]);
    await document.formulas.recalculate();
    expect(document.calls).toHaveLength(2);
  });

  it("show Loading… until they answer, and so does what depends on them; the spill stays meanwhile", async () => {
    const document = opened();
    await document.type({ A1: 2, B1: "=LISTED(A1)", C1: "=LEN(B1)", D1: "=TWICE(C1)", E1: "=1+1" });
    document.write(document.sheet, "A1", [[3]]);
    expect(document.values("B1:E1")).toEqual([["Loading...", "Loading...", "Loading...", 2]]);
    expect(document.value("B2")).toBe("row 2");
    const stages: unknown[][] = [];
    await document.formulas.recalculate(() => stages.push(document.values("B1:D1")[0] ?? []));
    expect(stages[0]).toEqual(["Loading...", "Loading...", "Loading..."]);
    expect(stages[stages.length - 1]).toEqual(["row 1", 5, 10]);
    expect(document.value("B3")).toBe("row 3");
  });

  it("made while one runs wait for it and see the newest values", async () => {
    const document = opened();
    document.write(document.sheet, "A1", [[1]]);
    document.write(document.sheet, "B1", [["=TWICE(A1)"]]);
    const first = document.formulas.recalculate();
    document.write(document.sheet, "A1", [[5]]);
    const second = document.formulas.recalculate();
    await Promise.all([first, second]);
    expect(document.value("B1")).toBe(10);
  });

  it("are not made when their argument would be another each time: Google loads for ever", async () => {
    const document = opened();
    await document.type({
      A1: "=NOW()",
      A2: "=TWICE(A1)",
      A3: "=TWICE(TODAY())",
      A4: "=TWICE(RAND()*2)",
      A5: "=TWICE(A1:A2)",
      A6: "=A2+1",
      A7: "=IF(TODAY()>1,TWICE(2),0)",
    });
    expect(document.values("A2:A7").flat().slice(0, 4)).toEqual(Array(4).fill("Loading..."));
    expect(document.value("A7")).toBe(4);
    expect(document.why("A3")).toMatch(/load for ever.*NOW\(\), TODAY\(\), RAND\(\) or RANDBETWEEN\(\)/);
    expect(document.calls).toEqual([["TWICE", 2]]);
  });

  it("are not made in circles, through cells, built-in functions or what they spill", async () => {
    const document = opened();
    await document.type({
      A1: "=TWICE(A2)",
      A2: "=A1+1",
      A3: "=TWICE(A3)",
      A4: "=TWICE(A1)",
      C1: "=LISTED(SUM(C1:C9))",
      E2: "=LISTED(1+COUNTA(E3:E9))",
    });
    expect(document.values("A1:A4").flat()).toEqual(["#REF!", "#REF!", "#REF!", "#REF!"]);
    expect([document.value("C1"), document.value("E2")]).toEqual(["#REF!", "row 1"]);
    expect(document.why("A1")).toMatch(/^Circular dependency/);
    await document.type({ F1: 2, E2: "=LISTED(F1+COUNTA(E3:E9))" });
    expect(document.value("E2")).toBe("#REF!");
    await document.type({ A2: 5 });
    expect(document.values("A1:A4").flat()).toEqual([10, 5, "#REF!", 20]);
  });

  it("are not made for text that looks like one", async () => {
    const document = opened();
    document.sheet.changeStyle({ row: 0, column: 0, rows: 9, columns: 1 }, { numberFormat: "@" });
    await document.type({ A1: "=FAILS()", B1: "'=FAILS()", C1: '="=FAILS()"', D1: "=A1&B1" });
    expect(document.sheet.stored(0, 0)).toBe("=FAILS()");
    expect(document.sheet.stored(0, 2)).toBe(FORMULA);
    expect(document.value("D1")).toBe("=FAILS()=FAILS()");
    expect(document.calls).toEqual([]);
  });

  it("are made again for a formula that is typed anew only where its arguments are new", async () => {
    const document = opened();
    await document.type({ A1: 4, B1: "=TWICE(A1)" });
    await document.type({ B1: "=TWICE(A1)*1" });
    await document.type({ B1: "=ADD(A1,1)" });
    await document.type({ B1: "" });
    expect(document.calls).toEqual([
      ["TWICE", 4],
      ["ADD", 4, 1],
    ]);
    expect(document.value("B1")).toBe("");
  });

  it("load nothing into IronCalc for ranges handed over as they are", async () => {
    const document = opened();
    document.tab("Ledger", [["a"], ["b"]]);
    await document.type({ A1: "=ROWCOUNT(Ledger!A:A)" });
    expect(document.formulas.loadedTabs).toEqual([]);
  });
});
