import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { a1Of, parseA1, shifted } from "../../../simulator/services/a1.ts";
import { Column, FORMULA, type Stored } from "../../../simulator/services/column.ts";
import { instantOfSerial, serialOfInstant } from "../../../simulator/services/zones.ts";

const ROWS = 12;

/** A column as a plain list of cells: slow, and obviously right. */
interface Cell {
  value: Stored;
  style: number;
  formula: string | null;
  note: string | null;
}

const EMPTY: Cell = { value: null, style: 0, formula: null, note: null };

const place = fc.nat(ROWS - 1);
const step = fc.oneof(
  fc.record({
    kind: fc.constant("set" as const),
    at: place,
    values: fc.array(fc.constantFrom(null, 1, "a", true), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant("formula" as const), at: place }),
  fc.record({ kind: fc.constant("note" as const), at: place }),
  fc.record({ kind: fc.constant("style" as const), at: place, count: fc.nat(5), style: fc.nat(3) }),
  fc.record({ kind: fc.constant("clear" as const), at: place, count: fc.nat(5) }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: place,
    count: fc.integer({ min: 1, max: 3 }),
    style: fc.nat(3),
  }),
  fc.record({ kind: fc.constant("remove" as const), at: place, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant("reverse" as const), at: place, count: fc.integer({ min: 1, max: 6 }) }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function applyTo(column: Column, model: Cell[], change: Step): void {
  switch (change.kind) {
    case "set":
      column.set(change.at, change.values);
      for (const [i, value] of change.values.entries()) {
        model[change.at + i] = { ...(model[change.at + i] ?? EMPTY), value, formula: null };
      }
      break;
    case "formula":
      column.setFormula(change.at, "=f");
      model[change.at] = { ...(model[change.at] ?? EMPTY), value: FORMULA, formula: "=f" };
      break;
    case "note":
      column.notes.set(change.at, "n");
      model[change.at] = { ...(model[change.at] ?? EMPTY), note: "n" };
      break;
    case "style":
      column.styles.mapRuns(change.at, change.at + change.count, () => change.style);
      for (let row = change.at; row < change.at + change.count; row++) {
        model[row] = { ...(model[row] ?? EMPTY), style: change.style };
      }
      break;
    case "clear":
      column.clear(change.at, change.at + change.count);
      for (let row = change.at; row < change.at + change.count; row++) {
        model[row] = { ...(model[row] ?? EMPTY), value: null, formula: null };
      }
      break;
    case "insert":
      column.insert(change.at, change.count, change.style);
      model.splice(
        change.at,
        0,
        ...Array.from({ length: change.count }, () => ({ ...EMPTY, style: change.style })),
      );
      break;
    case "remove":
      column.remove(change.at, change.count);
      model.splice(change.at, change.count);
      break;
    case "reverse": {
      const order = Array.from({ length: change.count }, (_, i) => change.at + change.count - 1 - i);
      const cells = order.map((row) => model[row] ?? EMPTY);
      column.permute(change.at, order);
      model.splice(change.at, change.count, ...cells);
    }
  }
}

describe("A column", () => {
  it("is a list of cells, whatever was done to it", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (changes) => {
        const column = new Column(0);
        const model: Cell[] = Array.from({ length: 60 }, () => EMPTY);
        for (const change of changes) applyTo(column, model, change);
        const read = model.map((_, row) => ({
          value: column.at(row),
          style: column.styles.at(row),
          formula: column.formulas.get(row) ?? null,
          note: column.notes.get(row) ?? null,
        }));
        // Rows taken out at the top bring rows from below the list, which are empty.
        expect(read.slice(0, 20)).toEqual(model.slice(0, 20));
        const last = model.findLastIndex((cell) => cell.value !== null);
        expect(column.cells.length).toBe(last + 1);
      }),
      { numRuns: 500 },
    );
  });

  it("keeps equal neighbours as one run", () => {
    const column = new Column(0);
    column.styles.mapRuns(0, 1_000_000, () => 5);
    column.styles.map(10, 20, (value, row) => (row % 2 ? value : 7));
    expect(column.styles.runCount).toBe(12);
    column.styles.mapRuns(0, 1_000_000, () => 5);
    expect(column.styles.entries()).toEqual([
      [0, 5],
      [1_000_000, 0],
    ]);
    expect(column.styles.segments(999_999, 1_000_001)).toEqual([
      [999_999, 1_000_000, 5],
      [1_000_000, 1_000_001, 0],
    ]);
  });
});

describe("An area", () => {
  const area = fc.record({
    row: fc.nat(30),
    column: fc.nat(800),
    rows: fc.integer({ min: 1, max: 9 }),
    columns: fc.integer({ min: 1, max: 9 }),
  });

  it("is read back from its A1 notation", () => {
    fc.assert(
      fc.property(area, (one) => {
        expect(parseA1(a1Of(one))).toEqual({ sheet: null, ...one });
      }),
    );
  });

  it("moves as its rows do", () => {
    fc.assert(
      fc.property(
        area,
        fc.nat(40),
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        (one, at, count, inserted) => {
          const rows = Array.from({ length: 60 }, (_, row) => row >= one.row && row < one.row + one.rows);
          if (inserted)
            rows.splice(at, 0, ...new Array<boolean>(count).fill(at > one.row && at < one.row + one.rows));
          else rows.splice(at, count);
          const moved = shifted(one, "row", at, inserted ? count : -count);
          const expected = rows.includes(true)
            ? { ...one, row: rows.indexOf(true), rows: rows.filter((inside) => inside).length }
            : null;
          expect(moved).toEqual(expected);
        },
      ),
    );
  });
});

describe("Dates and serial numbers", () => {
  it("belong to each other in every zone, but for the hour that comes twice", () => {
    const zone = fc.constantFrom(
      "America/Los_Angeles",
      "Europe/London",
      "Asia/Tokyo",
      "Australia/Lord_Howe",
      "Etc/GMT",
    );
    const instant = fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) });
    fc.assert(
      fc.property(zone, instant, (name, ms) => {
        const back = instantOfSerial(name, serialOfInstant(name, ms));
        const hour = 3_600_000;
        expect([0, hour / 2, hour]).toContain(ms - back);
        expect(serialOfInstant(name, back)).toBe(serialOfInstant(name, ms));
      }),
    );
  });

  it("show the wall clock that Intl shows", () => {
    const ms = Date.UTC(2026, 2, 8, 12, 34, 56);
    const wall = new Date(Math.round((serialOfInstant("America/New_York", ms) - 25569) * 86_400_000));
    const intl = new Intl.DateTimeFormat("sv-SE", {
      timeZone: "America/New_York",
      dateStyle: "short",
      timeStyle: "medium",
    });
    expect(wall.toISOString().slice(0, 19).replace("T", " ")).toBe(intl.format(ms));
  });
});
