import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockText, readBlock } from "../../../simulator/page/model/clipboard.ts";

describe("blocks on the clipboard", () => {
  test.each([
    [
      "a\tb\nc\td",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a\r\nb\r\n", [["a"], ["b"]]],
    ["a\t\n", [["a", ""]]],
    ["", [[""]]],
    ["\n\nx", [[""], [""], ["x"]]],
    ['"two\nlines"\tx', [["two\nlines", "x"]]],
    ['"say ""hi"""', [['say "hi"']]],
    ['"inch" screw\tx', [['"inch" screw', "x"]]],
    ['5" pipe', [['5" pipe']]],
    ['"never closed', [['"never closed']]],
  ])("%j is read", (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  test("what is copied is pasted as it was", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", "\r", " ", "=", "é") });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
      // An empty last row of one cell cannot be told from the line end that closes the text.
      .filter((rows) => rows.length === 1 || rows[0]?.length !== 1 || rows.at(-1)?.[0] !== "");
    fc.assert(
      fc.property(block, (rows) => {
        expect(readBlock(blockText(rows))).toEqual(rows);
      }),
    );
  });
});
