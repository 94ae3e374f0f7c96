import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { forIronCalc, ONLY_IN_SHEETS } from "../../../simulator/formulas/dialect.ts";
import { Document } from "./shared.ts";

const DOCS = readFileSync(new URL("../../../docs/formulas.md", import.meta.url), "utf8");

describe("Functions only Google Sheets has", () => {
  it.each([...ONLY_IN_SHEETS])("%s is named as such, in the cell and in the docs", async (name) => {
    const document = new Document();
    expect(await document.compute(`=${name}(A1)`)).toBe("#NAME?");
    expect(document.why("T1")).toBe(`${name} works in Google Sheets; the local Sheets does not have it.`);
    expect(name.startsWith("IMPORT") || DOCS.includes(`\`${name}\``)).toBe(true);
  });
});

describe("The differences docs/formulas.md tells of", () => {
  it.each<[string, unknown]>([
    ["=A1:A3*2", 2],
    ['=SUBSTITUTE("a","b")', "#ERROR!"],
    ["=ISBETWEEN(1,1,2,FALSE,TRUE)", "#NAME?"],
  ])("are there: %s gives %j", async (formula, expected) => {
    const document = new Document();
    await document.type({ A1: 1, A2: 2, A3: 3 });
    expect(await document.compute(formula)).toBe(expected);
  });

  it("are there: SORT by two columns is no result of Google's", async () => {
    const document = new Document();
    await document.type({ A1: 1, A2: 1, A3: 0, B1: "b", B2: "a", B3: "c", D1: "=SORT(A1:B3,1,TRUE,2,TRUE)" });
    expect(String(document.value("D1"))).toMatch(/^#/);
  });
});

describe("What is rewritten for IronCalc", () => {
  it.each([
    ["FILTER(A,B)", "FILTER(A,B)"],
    ["FILTER(A,B=1,C=2)", "FILTER(A,(B=1)*(C=2))"],
    ['SUM(FILTER(A,B,C),JOIN(",",A))', 'SUM(FILTER(A,(B)*(C)),TEXTJOIN(",",FALSE,A))'],
    ['"FILTER(A,B,C)"&EQ(1,2)', '"FILTER(A,B,C)"&((1)=(2))'],
    ["EQ(ADD(1,2),{1,2;3,4})", "((((1)+(2)))=({1,2;3,4}))"],
    ["SORT(A)", "SORT(A)"],
    ["MYFILTER(A,B,C)", "MYFILTER(A,B,C)"],
    ['JOIN(",",A', 'TEXTJOIN(",",FALSE,A)'],
  ])("%s becomes %s", (sheets, ironCalc) => {
    expect(forIronCalc(sheets)).toBe(ironCalc);
  });
});
