/** The behaviours of formulas, each in a few lines; test/simulator/formulas goes through them at length. */

import { describe, expect } from "vitest";
import { Document } from "../formulas/shared.ts";
import { shows } from "./script.ts";

const KIND = (value: unknown) => (value === undefined ? "undefined" : (JSON.stringify(value) ?? ""));
const opened = () =>
  new Document({
    KIND,
    LIST: (count: number) => Array.from({ length: count }, (_, i) => [i + 1]),
    FAIL: () => {
      throw new Error("A day is expected.");
    },
  } as never);

describe("Formulas", () => {
  shows("formulas.case", async () => {
    expect(await opened().compute("=kind(1)")).toBe("1");
  });

  shows("formulas.arguments", async () => {
    const document = opened();
    await document.type({ A1: 5, A2: new Date(Date.UTC(2026, 4, 6)), B1: "x" });
    expect(await document.compute("=KIND(A1:B2)")).toBe('[[5,"x"],["2026-05-06T00:00:00.000Z",""]]');
    expect(await document.compute("=KIND(A1)")).toBe("5");
    expect(await document.compute("=KIND(A3)")).toBe('""');
  });

  shows("formulas.omitted", async () => {
    const document = opened();
    expect(await document.compute("=KIND(,1)")).toBe("undefined");
    expect(await document.compute("=KIND(1/0)")).toBe('"#DIV/0!"');
  });

  shows("formulas.open-range", async () => {
    const document = opened();
    document.tab("Data", [[1], [2], [3]], 500);
    await document.type({ B1: "=KIND(Data!A:A)" });
    expect(document.value("B1")).toBe("[[1],[2],[3]]");
  });

  shows("formulas.recalculated", async () => {
    const document = opened();
    const given = document.tab("Given", [[1]]);
    const other = document.tab("Other", [[1]]);
    await document.type({ A1: "=KIND(Given!A1)" });
    document.write(other, "A1", [[2]]);
    await document.formulas.recalculate();
    expect(document.calls).toHaveLength(1);
    document.write(given, "A1", [[2]]);
    await document.formulas.recalculate();
    expect(document.calls).toHaveLength(2);
  });

  shows("formulas.loading", async () => {
    const document = opened();
    await document.type({ A1: 3, B1: "=LIST(A1)" });
    document.write(document.sheet, "A1", [[2]]);
    expect(document.values("B1:B3").flat()).toEqual(["Loading...", 2, 3]);
    await document.formulas.recalculate();
    expect(document.values("B1:B3").flat()).toEqual([1, 2, ""]);
  });

  shows("formulas.volatile", async () => {
    const document = opened();
    expect(await document.compute("=KIND(NOW())")).toBe("Loading...");
    expect(await document.compute("=KIND(TODAY()+1)")).toBe("Loading...");
    expect(document.calls).toEqual([]);
  });

  shows("formulas.thrown", async () => {
    const document = opened();
    expect(await document.compute("=KIND(FAIL())")).toBe("#ERROR!");
    expect(document.why("T1")).toBe("A day is expected.");
    expect(document.calls).toEqual([["FAIL"]]);
  });

  shows("formulas.blocked", async () => {
    const document = opened();
    await document.type({ A1: "=LIST(3)", A2: "mine", A3: "mine, too" });
    expect(document.why("A1")).toBe("Array result was not expanded because it would overwrite data in A2.");
  });

  shows("formulas.circular", async () => {
    const document = opened();
    await document.type({ A1: "=B1", B1: "=KIND(A1)", D1: "=LIST(2+COUNT(D2:D9))" });
    expect([document.value("A1"), document.value("B1"), document.value("D1")]).toEqual(
      Array(3).fill("#REF!"),
    );
  });

  shows("formulas.open-references", async () => {
    const document = opened();
    const data = document.tab("Data", [[1], [2], [3]], 500);
    document.workbook.namedRanges.push({
      name: "FIRST",
      sheetId: data.id,
      area: { row: 0, column: 0, rows: 1, columns: 1 },
    });
    expect(await document.compute("=SUM(Data!A:A)+SUM(Data!A2:A)+FIRST+ROWS2")).toBe("#NAME?");
    expect(await document.compute("=SUM(Data!A:A)+SUM(Data!A2:A)+FIRST")).toBe(12);
    expect(await document.compute("=COLUMNS(Data!1:2)")).toBe(20);
  });

  shows("formulas.format", async () => {
    const document = opened();
    await document.type({ A1: new Date(Date.UTC(2026, 4, 6)), A2: "=A1+1", A3: "=A2-A1" });
    expect(document.shown("A2:A3")).toEqual([["5/7/2026"], ["1"]]);
  });

  shows("formulas.separators", async () => {
    const document = opened();
    expect(await document.compute("=ROUND(1.25,1)")).toBe(1.3);
    expect(await document.compute("=SUM(ROUND(1.25;1);{1,2;3,4})")).toBe(11.3);
    expect(await document.compute('=KIND("1;5,2")')).toBe('"1;5,2"');
    document.workbook.locale = "de_DE";
    await document.formulas.recalculate();
    expect(document.value("T1")).toBe('"1;5,2"');
    expect(await document.compute("=ROUND(1,25;1)")).toBe(1.3);
    expect(await document.compute("=SUM(1,5;{1\\2,5;3\\4})")).toBe(12);
    expect(await document.compute("=KIND(1,5)")).toBe("1.5");
    expect(await document.compute("=KIND(A1:B1;2)")).toBe('[["",""]]');
    expect(await document.compute("=ROUND(A1,A2)")).toBe("#ERROR!");
    expect(await document.compute("=1.5")).toBe("#ERROR!");
  });

  shows("formulas.not-there", async () => {
    const document = opened();
    expect(await document.compute('=QUERY(A1:B2,"select A")')).toBe("#NAME?");
    expect(document.why("T1")).toBe("QUERY works in Google Sheets; the local Sheets does not have it.");
  });
});
