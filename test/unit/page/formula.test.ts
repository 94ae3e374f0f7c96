import { describe, expect, test } from "vitest";
import { callAt, completionAt, pointsAtCell, withoutPointed } from "../../../simulator/page/model/formula.ts";

/** The caret is where the bar stands. */
function at(text: string): [string, number] {
  return [text.replace("|", ""), text.indexOf("|")];
}

describe("formulas while they are typed", () => {
  test.each([
    ["=REIMB_|", "REIMB_"],
    ["=1+su|", "su"],
    ["=SUM(re|", "re"],
    ["=re|imb", "re"],
  ])("%s could become a function", (text, begun) => {
    expect(completionAt(...at(text))?.begun).toBe(begun);
  });

  test.each(["REIMB_|", "=SUM(|", '="re|', "=1|", "=A1 |", "='My tab|"])("%s could not", (text) => {
    expect(completionAt(...at(text))).toBeNull();
  });

  test.each([
    ["=REIMB_FLAG(|", "REIMB_FLAG", 0],
    ["=reimb_flag(A1, B1:B9,|", "REIMB_FLAG", 2],
    ['=F("a,b)",|', "F", 1],
    ["=F(G(1,2),|", "F", 1],
    ["=F(1;G(2;|", "G", 1],
    ["=F((1+2)*|", "F", 0],
    ["='a, (b'!A1+F(|", "F", 0],
  ])("%s is inside %s, argument %i", (text, name, argument) => {
    expect(callAt(...at(text))).toEqual({ name, argument });
  });

  test.each(["=F(1)|", "F(|", "=(1+|", "=|"])("%s is inside no function", (text) => {
    expect(callAt(...at(text))).toBeNull();
  });

  test.each([
    ["=", true],
    ["=SUM(", true],
    ["=A1+", true],
    ["=SUM(B2", true],
    ["=SUM(B2:C3", true],
    ["=SUM(B2)", false],
    ["=12", false],
    ["hello", false],
    ["a=", false],
  ])("a cell may follow %j: %s", (text, may) => {
    expect(pointsAtCell(text)).toBe(may);
  });

  test("pointing anew replaces what was pointed at", () => {
    expect(withoutPointed("=SUM(B2:C3").text).toBe("=SUM(");
    expect(withoutPointed("=A1+'My tab'!B2").text).toBe("=A1+");
    expect(withoutPointed("=SUM(B2)").text).toBe("=SUM(B2)");
  });
});
