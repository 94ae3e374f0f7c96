/** What the seller counted of removal parcels: parts of one file add up, and a file written anew corrects them. */
import { describe, expect, it } from "vitest";
import { type KeyedRow, keyRows, planMerge } from "../../../intake/plan.ts";
import type { Cell } from "../../../src/reports/definition.ts";
import { removalReceipts } from "../../../src/reports/index.ts";
import { day } from "../../../src/values/day.ts";

type Count = readonly [units: number, receivedDate: string, condition?: string];

const FIELDS = ["removalOrderId", "trackingNumber", "fnsku", "unitsReceived", "receivedDate", "condition"];

function keyed(counts: readonly Count[], modified = 0): KeyedRow[] {
  return keyRows({
    definition: removalReceipts,
    fields: FIELDS,
    extras: [],
    rows: counts.map(([units, on, condition = ""]): Cell[] => [
      "RO1",
      "1Z1",
      "X001",
      units,
      on === "" ? null : day(on),
      condition,
    ]),
    marketplace: "US",
    modified,
  });
}

/** The units in the tab after files were imported one after the other. */
function counted(...files: readonly (readonly KeyedRow[])[]): number {
  let tab: KeyedRow[] = [];
  for (const rows of files) {
    const plan = planMerge(
      tab.map(({ key }) => key),
      rows,
      rows.length,
    );
    tab = tab.map((row, i) => {
      const change = plan.change.find((one) => one.row === i + 2);
      return change === undefined ? row : { key: change.key, cells: change.cells ?? row.cells };
    });
    tab.push(...plan.add);
  }
  return tab.reduce((sum, { cells }) => sum + Number(cells[FIELDS.indexOf("unitsReceived")]), 0);
}

const IN_PARTS: readonly Count[] = [
  [2, "2026-05-27"],
  [3, "2026-05-28"],
];

describe("counts of one parcel", () => {
  it.each<readonly [string, readonly Count[], number]>([
    ["of two days", IN_PARTS, 5],
    ["of one day", [...IN_PARTS, [1, "2026-05-28"]], 6],
    ["that are equal", [IN_PARTS[0] as Count, IN_PARTS[0] as Count], 4],
    [
      "without a day",
      [
        [2, ""],
        [3, ""],
      ],
      5,
    ],
    [
      "of two conditions",
      [
        [2, "2026-05-27"],
        [1, "2026-05-27", "damaged"],
      ],
      3,
    ],
  ])("%s add up", (_, counts, units) => {
    expect(counted(keyed(counts))).toBe(units);
    expect(counted(keyed([...counts].reverse()))).toBe(units);
  });

  it("are the same counts in a second download", () => {
    expect(counted(keyed(IN_PARTS), keyed([...IN_PARTS].reverse()))).toBe(5);
  });

  it("are corrected by a file changed later, whichever is imported first", () => {
    const [before, after] = [keyed([[2, ""]], 1), keyed([[4, "2026-05-28"]], 2)];
    expect(counted(before, after)).toBe(4);
    expect(counted(after, before)).toBe(4);
  });

  it("grow with a file that lists more of them", () => {
    expect(counted(keyed([[2, "2026-05-27"]], 1), keyed(IN_PARTS, 2))).toBe(5);
  });
});
