import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { RecordReader } from "../../../intake/records.ts";

interface Told {
  readonly cells: string[];
  readonly line: number;
}

/** Reads `text` in slices of `step` characters. */
function read(text: string, delimiter: string, quoted: boolean, width: number, step: number) {
  const records: Told[] = [];
  const broken: number[] = [];
  const reader = new RecordReader(
    { delimiter, quoted, width, firstLine: 1 },
    {
      isPlain: () => true,
      lines: (lines) => {
        for (let line = 0; line < lines.count; line++) {
          const cells = Array.from({ length: width }, (_, n) => lines.cell(lines.at(n, line)));
          records.push({ cells, line: lines.numbers[line] ?? 0 });
        }
      },
      record: (cells, line) => records.push({ cells: [...cells], line }),
      broken: (line) => broken.push(line),
    },
  );
  for (let at = 0; at < text.length; at += step) reader.push(text.slice(at, at + step));
  reader.end();
  return { records: records.filter(({ cells }) => cells.join("") !== ""), broken };
}

const delimiters = fc.constantFrom(",", "\t");
const width = fc.integer({ min: 1, max: 5 });
const steps = fc.integer({ min: 1, max: 40 });
const cell = fc.string({ unit: fc.constantFrom("a", "–", '"', ",", "\t", " ", "1"), maxLength: 5 });
const dirty = fc.string({ unit: fc.constantFrom("a", "é", '"', '"', ",", ",", "\n", " "), maxLength: 60 });

describe("records", () => {
  test("come out as the cells that went in, however they are quoted and wherever slices cut them", () => {
    const printed = fc.tuple(cell, fc.boolean());
    const rows = width.chain((n) =>
      fc.array(fc.array(printed, { minLength: n, maxLength: n }), { maxLength: 6 }),
    );
    fc.assert(
      fc.property(rows, delimiters, steps, (rows, delimiter, step) => {
        const text = rows
          .map((row) =>
            row.map(([text, bare]) =>
              bare && !/[",\t]/.test(text) ? text : `"${text.replaceAll('"', '""')}"`,
            ),
          )
          .map((row) => `${row.join(delimiter)}\n`)
          .join("");
        const { records, broken } = read(text, delimiter, true, rows[0]?.length ?? 1, step);
        const filled = rows.map((row) => row.map(([text]) => text)).filter((row) => row.join("") !== "");
        expect(records.map(({ cells }) => cells)).toEqual(filled);
        expect(broken).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("are what PapaParse makes of a text it has nothing to complain about", () => {
    fc.assert(
      fc.property(dirty, width, steps, (text, width, step) => {
        const { data, errors } = new Papa.Parser({ delimiter: ",", newline: "\n" }).parse(text, 0, false);
        const lines = (data as string[][]).filter((cells) => cells.join("") !== "");
        fc.pre(errors.length === 0 && lines.every((cells) => !cells.join("").includes("\n")));
        expect(read(text, ",", true, width, step).records.map(({ cells }) => cells)).toEqual(lines);
      }),
      { numRuns: 2000 },
    );
  });

  test("of an unquoted file are its lines, split at every delimiter", () => {
    fc.assert(
      fc.property(dirty, width, steps, (text, width, step) => {
        const lines = text.split("\n").map((line, at) => ({ cells: line.split(","), line: at + 1 }));
        const { records, broken } = read(text, ",", false, width, step);
        expect(records).toEqual(lines.filter(({ cells }) => cells.join("") !== ""));
        expect(broken).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("are the same in whatever slices a text comes, quotes that never close included", () => {
    fc.assert(
      fc.property(dirty, width, steps, (text, width, step) => {
        const whole = read(text, ",", true, width, text.length + 1);
        expect(read(text, ",", true, width, step)).toEqual(whole);
      }),
      { numRuns: 500 },
    );
  });
});
