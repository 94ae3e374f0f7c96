import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ChangeFeed, everything } from "../../../simulator/services/changes.ts";
import { applyChange } from "../../../simulator/services/replay.ts";
import { sortArea } from "../../../simulator/services/sort.ts";
import { Workbook } from "../../../simulator/services/workbook.ts";

type Step = (workbook: Workbook) => void;

const small = fc.nat({ max: 5 });
const value = fc.oneof(fc.constant(null), fc.integer(), fc.string(), fc.boolean());

/** What scripts and users do to a workbook, by the model's own methods; places are wrapped into the grid. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(small, small, small, fc.array(value, { minLength: 1, maxLength: 4 })).map(
    ([s, c, r, cells]): Step =>
      (workbook) => {
        const sheet = sheetAt(workbook, s);
        const row = r % sheet.maxRows;
        sheet.column(c % sheet.maxColumns).set(row, cells.slice(0, sheet.maxRows - row));
      },
  ),
  fc.tuple(small, small, small).map(
    ([s, c, r]): Step =>
      (workbook) => {
        const sheet = sheetAt(workbook, s);
        const column = sheet.column(c % sheet.maxColumns);
        column.setFormula(r % sheet.maxRows, `=A${r + 1}`);
        column.setNote((r + 1) % sheet.maxRows, c % 2 === 0 ? "a note" : null);
      },
  ),
  fc.tuple(small, small, small, small).map(
    ([s, c, r, n]): Step =>
      (workbook) => {
        const sheet = sheetAt(workbook, s);
        sheet.column(c % sheet.maxColumns).clear(r % sheet.maxRows, sheet.maxRows);
        const row = n % sheet.maxRows;
        const column = r % sheet.maxColumns;
        sheet.changeStyle(
          { row, column, rows: sheet.maxRows - row, columns: 1 },
          { numberFormat: c % 2 ? "@" : "0.00", background: n % 2 ? "#ffffff" : "#ff0000" },
        );
      },
  ),
  fc
    .tuple(small, fc.constantFrom("row" as const, "column" as const), small, fc.integer({ min: 1, max: 3 }))
    .map(
      ([s, axis, at, count]): Step =>
        (workbook) => {
          const sheet = sheetAt(workbook, s);
          const lines = axis === "row" ? sheet.maxRows : sheet.maxColumns;
          if (at % 2 === 0) workbook.insertLines(sheet, axis, at % lines, count, at % lines);
          else if (lines > count) workbook.removeLines(sheet, axis, at % (lines - count), count);
        },
    ),
  fc.tuple(small, small, small).map(
    ([s, from, to]): Step =>
      (workbook) => {
        const sheet = sheetAt(workbook, s);
        workbook.moveColumns(sheet, from % sheet.maxColumns, 1, to % sheet.maxColumns);
        sheet.columnWidths.set(to % sheet.maxColumns, 50 + from);
      },
  ),
  fc.tuple(small, small, fc.boolean()).map(
    ([s, c, ascending]): Step =>
      (workbook) => {
        const sheet = sheetAt(workbook, s);
        const area = { row: 0, column: 0, rows: sheet.maxRows, columns: sheet.maxColumns };
        sortArea(workbook, sheet, area, [{ column: c % sheet.maxColumns, ascending }]);
      },
  ),
  fc.tuple(small, small).map(
    ([s, n]): Step =>
      (workbook) => {
        if (n % 2 === 0) workbook.addSheet(`New ${workbook.freeId}`, s % (workbook.sheets.length + 1), 5, 4);
        else if (workbook.sheets.length > 1) workbook.removeSheet(sheetAt(workbook, s));
      },
  ),
  fc.tuple(small, small, small).map(
    ([s, n, m]): Step =>
      (workbook) => {
        const sheet = sheetAt(workbook, s);
        sheet.name = `Name ${n} ${sheet.id}`;
        sheet.frozenRows = n % sheet.maxRows;
        sheet.hiddenRows.set(m % sheet.maxRows, true);
        workbook.namedRanges = [
          { name: "HERE", sheetId: sheet.id, area: { row: 0, column: 0, rows: 1 + n, columns: 1 } },
        ];
      },
  ),
  fc.tuple(fc.constantFrom("a", "b", "c"), fc.option(fc.string())).map(
    ([key, text]): Step =>
      (workbook) => {
        for (const store of [workbook.documentProperties, workbook.propertiesOf("ana")]) {
          if (text === null) store.delete(key);
          else store.set({ [key]: text });
        }
      },
  ),
);

function sheetAt(workbook: Workbook, n: number) {
  const sheet = workbook.sheets[n % workbook.sheets.length];
  if (!sheet) throw new Error("A workbook without sheets");
  return sheet;
}

function copyOf(workbook: Workbook, rows?: number): Workbook {
  const copy = new Workbook();
  copy.dropSheets();
  for (const change of everything(workbook, rows)) applyChange(copy, JSON.parse(JSON.stringify(change)));
  return copy;
}

describe("changes of a workbook", () => {
  it("lead from any state to the next, whatever was done and whenever somebody asked", () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 6 }), (rounds) => {
        const workbook = new Workbook();
        sheetAt(workbook, 0).remove("row", 6, sheetAt(workbook, 0).maxRows - 6);
        sheetAt(workbook, 0).remove("column", 4, sheetAt(workbook, 0).maxColumns - 4);
        const replica = copyOf(workbook);
        const feed = new ChangeFeed(workbook);
        workbook.watch(feed);
        for (const steps of rounds) {
          for (const one of steps) one(workbook);
          workbook.touch();
          for (const change of feed.take()) applyChange(replica, JSON.parse(JSON.stringify(change)));
          expect(replica.snapshot()).toEqual(workbook.snapshot());
          expect(replica.freeId).toBe(workbook.freeId);
        }
        expect(feed.take()).toEqual([]);
        expect(copyOf(workbook, 2).snapshot()).toEqual(workbook.snapshot());
      }),
      { numRuns: 300 },
    );
  });

  it("of one cell among 200,000 rows are that cell", () => {
    const workbook = new Workbook();
    const sheet = sheetAt(workbook, 0);
    workbook.insertLines(sheet, "row", 0, 199_000, 0);
    for (const column of sheet.columns) column.set(0, new Array(200_000).fill("x"));
    const feed = new ChangeFeed(workbook);
    workbook.watch(feed);
    sheet.column(3).set(123_456, ["y"]);
    expect(feed.take()).toEqual([{ kind: "cells", sheet: sheet.id, column: 3, row: 123_456, cells: ["y"] }]);
    expect(feed.take()).toEqual([]);
  });
});
