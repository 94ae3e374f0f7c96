import { describe, expect, test } from "vitest";
import { Axis } from "../../../simulator/page/model/axis.ts";
import {
  advanced,
  atCell,
  extendedTo,
  moved,
  overArea,
  wholeColumns,
  wholeRows,
  wholeSheet,
} from "../../../simulator/page/model/selection.ts";

const SHEET = { rows: 20, columns: 6 };
/** Column C is hidden. */
const AXES = {
  rows: new Axis(20, 21, new Map(), []),
  columns: new Axis(6, 100, new Map(), [[2, 1]]),
};
const B2 = { row: 1, column: 1 };

describe("selecting", () => {
  test("arrows pass over hidden columns and stay inside", () => {
    expect(moved(B2, "right", AXES)).toEqual({ row: 1, column: 3 });
    expect(moved(B2, "left", AXES, 9)).toEqual({ row: 1, column: 0 });
    expect(moved(B2, "down", AXES, 99)).toEqual({ row: 19, column: 1 });
  });

  test("extending keeps the active cell where it began", () => {
    const range = extendedTo(atCell(B2), { row: 0, column: 4 }, SHEET);
    expect(range.active).toEqual(B2);
    expect(range.area).toEqual({ row: 0, column: 1, rows: 2, columns: 4 });
  });

  test("whole columns stay whole when extended, whole rows too", () => {
    expect(extendedTo(wholeColumns(1, 1, SHEET), { row: 5, column: 3 }, SHEET).area).toEqual({
      row: 0,
      column: 1,
      rows: 20,
      columns: 3,
    });
    expect(extendedTo(wholeRows(4, 4, SHEET), { row: 2, column: 3 }, SHEET).area).toEqual({
      row: 2,
      column: 0,
      rows: 3,
      columns: 6,
    });
    expect(wholeSheet(SHEET).kind).toBe("all");
  });

  test("Enter and Tab lead to the next cell, or round the range", () => {
    expect(advanced(atCell(B2), "down", AXES).active).toEqual({ row: 2, column: 1 });
    const range = overArea({ row: 1, column: 1, rows: 2, columns: 3 }, SHEET);
    const walk = (direction: "down" | "right" | "up"): string[] => {
      let now = range;
      return Array.from({ length: 4 }, () => {
        now = advanced(now, direction, AXES);
        return `${now.active.row},${now.active.column}`;
      });
    };
    expect(walk("right")).toEqual(["1,3", "2,1", "2,3", "1,1"]);
    expect(walk("down")).toEqual(["2,1", "1,3", "2,3", "1,1"]);
    expect(walk("up")).toEqual(["2,3", "1,3", "2,1", "1,1"]);
  });
});
