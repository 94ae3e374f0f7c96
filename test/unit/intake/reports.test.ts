/** Counts and sums in equal counts and sums out, for every report. */
import { describe, expect, test } from "vitest";
import { isUnrecognised, readReport } from "../../../intake/parse.ts";
import { REPORTS } from "../../../src/reports/index.ts";
import { VARIANTS } from "../../../src/reports/variants/index.ts";
import { FIXTURES } from "./fixtures.ts";
import { read, readBytes, rowsOf, shown, total } from "./reading.ts";

test("there is a file of every report that is read", () => {
  const read = REPORTS.filter((report) => report.refusal === undefined).map((report) => report.id);
  expect(FIXTURES.map((fixture) => fixture.report).sort()).toEqual([...read].sort());
});

describe.each(FIXTURES.map((fixture) => [fixture.report, fixture] as const))("%s", (_, fixture) => {
  test("rows, sums and values", async () => {
    const file = await read(fixture.text);
    expect(file.rejected).toEqual([]);
    expect(file.definition.id).toBe(fixture.report);
    expect(file.length).toBe(fixture.rows);
    expect(total(file, fixture.sum[0])).toBe(fixture.sum[1]);
    expect(shown(file)).toMatchObject(fixture.first);
    expect(file.notes).toEqual(
      file.definition.unaudited ? ["No audit reads this report; it is imported and kept."] : [],
    );
  });

  test("the same with every line end, a trailing column, blank lines, and in slices of one character", async () => {
    const expected = await read(fixture.text);
    for (const text of [
      fixture.text.replace(/\n/g, "\r\n"),
      fixture.text.replace(/\n/g, "\r"),
      `${fixture.text}\n\r\n`,
      fixture.text.replace(/\n$/, ""),
    ]) {
      const file = await read(text);
      expect(rowsOf(file)).toEqual(rowsOf(expected));
      expect(file.rejected).toEqual([]);
    }
    const sliced = await readReport([...fixture.text], { marketplace: "US" });
    expect(isUnrecognised(sliced) ? sliced.reason : sliced).toEqual(expected);
  });

  test("the same in UTF-16", async () => {
    const units = new Uint16Array([...`\uFEFF${fixture.text}`].map((unit) => unit.charCodeAt(0)));
    const file = await readBytes(new Uint8Array(units.buffer));
    expect(rowsOf(file)).toEqual(rowsOf(await read(fixture.text)));
  });

  test("no buyer's data comes through", async () => {
    const file = await read(fixture.text);
    expect(JSON.stringify([file.extras, rowsOf(file)])).not.toMatch(/AUSTIN|Ann|555|x@market/);
  });
});

describe("every column set, with no rows", () => {
  const sets = Object.entries(VARIANTS).flatMap(([id, variants]) =>
    variants.map((variant) => [id, variant.name, variant.header] as const),
  );
  test.each(sets.filter(([id]) => id !== "transaction-view"))("%s: %s", async (id, _name, header) => {
    const shipment = id === "inbound-contents" ? "Shipment ID\tFBA1\n\n" : "";
    const file = await read(`${shipment}${header}\n`);
    expect([file.definition.id, rowsOf(file), file.extras]).toEqual([id, [], []]);
  });
});
