import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as accepted from "../../../appsscript/requests.ts";
import { KEYS_PER_SLICE } from "../../../intake/import.ts";
import {
  CHARACTERS_PER_PIECE,
  compactFields,
  type FileRows,
  keyRows,
  type MergePlan,
  piecesOf,
  planMerge,
  ROWS_PER_PIECE,
} from "../../../intake/plan.ts";
import type { Cell } from "../../../src/reports/definition.ts";
import { day, defineReport, id, int, text, unaudited } from "../../../src/reports/definition.ts";
import { customerReturns, ledgerDetail, REPORTS, reimbursements } from "../../../src/reports/index.ts";
import { day as dayNamed } from "../../../src/values/day.ts";

describe("one event in two notations", () => {
  const row = (reason: string, more: Partial<Record<string, Cell>> = {}): Record<string, Cell> => ({
    date: dayNamed("2026-05-01"),
    fnsku: "X001",
    msku: "MUG",
    eventType: "Adjustments",
    referenceId: "20081",
    quantity: -1,
    fulfillmentCenter: "ONT8",
    disposition: "SELLABLE",
    reason,
    country: "US",
    ...more,
  });
  const identity = (of: Record<string, Cell>, definition: FileRows["definition"] = ledgerDetail) => {
    const fields = Object.keys(of);
    const cells = fields.map((field) => of[field] ?? null);
    const [keyed] = keyRows({
      definition,
      fields,
      extras: [],
      rows: [cells],
      marketplace: "US",
      modified: 0,
    });
    return keyed?.key.split(".").slice(0, 3).join(".");
  };

  it.each<[string, Record<string, Cell>, Record<string, Cell>]>([
    ["a code and its words", row("M"), row("Inventory misplaced")],
    ["words that leave two codes of one kind", row("5"), row("Inventory misplaced")],
    ["a damage, told by its disposition", row("E"), row("Damaged at Amazon fulfillment center")],
    ["singular and plural events", row("M"), row("M", { eventType: "Adjustment" })],
    [
      "spellings of dispositions",
      row("E", { disposition: "WAREHOUSE_DAMAGED" }),
      row("E", { disposition: "Warehouse damaged" }),
    ],
  ])("%s is one", (_, code, words) => {
    expect(identity(words)).toBe(identity(code));
  });

  it.each<[string, Record<string, Cell>, Record<string, Cell>]>([
    ["losses and finds", row("M"), row("F")],
    ["damage by Amazon and by the customer", row("E"), row("H")],
    ["unknown words and a code", row("M"), row("Gone fishing")],
    ["a change into and out of stock", row("P", { quantity: 1 }), row("Q")],
  ])("%s are two", (_, one, other) => {
    expect(identity(other)).not.toBe(identity(one));
  });

  it("a reimbursement's reason, however it is spelt", () => {
    const paid = (reason: string) => ({ reimbursementId: "R1", sku: "MUG", fnsku: "X001", reason });
    expect(identity(paid("Removal_Order_Lost"), reimbursements)).toBe(
      identity(paid("Removal lost"), reimbursements),
    );
    expect(identity(paid("Lost_Inbound"), reimbursements)).not.toBe(
      identity(paid("Lost_Warehouse"), reimbursements),
    );
  });
});

/** A small report of the ledger's kind: events may repeat, later downloads bring newer figures. */
const events = defineReport({
  ...ledgerDetail,
  id: "events",
  columns: { date: day("Date"), item: id("Item"), reconciled: int("Reconciled"), note: text("Note") },
  merging: { identity: ["date", "item"], newest: "file", preferLarger: "reconciled" },
  coverageDay: "date",
});

type Event = { date: number; item: string; reconciled: number; note: string };

const event = fc.record({
  date: fc.integer({ min: 20000, max: 20004 }),
  item: fc.constantFrom("A", "B"),
  reconciled: fc.integer({ min: 0, max: 2 }),
  note: fc.constantFrom("", "x", "=y"),
});
const file = fc.array(event, { maxLength: 12 });

function fileOf(rows: readonly Event[], definition = events as FileRows["definition"]): FileRows {
  const fields = Object.keys(definition.columns);
  return {
    definition,
    fields,
    extras: [],
    rows: rows.map((row) => fields.map((field) => row[field as keyof Event] as Cell)),
    marketplace: "US",
    modified: 0,
  };
}

/** A tab as the plans leave it: keys and cells by row, from row 2. */
class Tab {
  keys: string[] = [];
  cells: (readonly Cell[])[] = [];

  import(rows: FileRows): MergePlan {
    const plan = planMerge(this.keys, keyRows(rows), rows.rows.length);
    for (const change of plan.change) {
      expect(this.keys[change.row - 2]).toBe(change.was);
      this.keys[change.row - 2] = change.key;
      if (change.cells) this.cells[change.row - 2] = change.cells;
    }
    for (const row of plan.add) {
      this.keys.push(row.key);
      this.cells.push(row.cells);
    }
    const unsorted = this.keys.some((key, i) => i > 0 && key < (this.keys[i - 1] ?? ""));
    expect(plan.sort).toBe(unsorted);
    const order = this.keys
      .map((_, i) => i)
      .sort((a, b) => ((this.keys[a] ?? "") < (this.keys[b] ?? "") ? -1 : 1));
    this.cells = order.map((i) => this.cells[i] as readonly Cell[]);
    this.keys = order.map((i) => this.keys[i] as string);
    return plan;
  }

  get snapshot() {
    return { keys: this.keys, cells: this.cells };
  }
}

function tabOf(files: readonly FileRows[]): Tab {
  const tab = new Tab();
  for (const one of files) tab.import(one);
  return tab;
}

describe("merging files into a tab", () => {
  it("gives the same tab in any order of files and rows", () => {
    fc.assert(
      fc.property(fc.array(file, { maxLength: 4 }), fc.infiniteStream(fc.nat()), (files, dice) => {
        const shuffled = shuffle(files, dice).map((rows) => shuffle(rows, dice));
        expect(tabOf(shuffled.map((rows) => fileOf(rows))).snapshot).toEqual(
          tabOf(files.map((rows) => fileOf(rows))).snapshot,
        );
      }),
    );
  });

  it("changes nothing when a file comes again", () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 3 }), (files) => {
        const tab = tabOf(files.map((rows) => fileOf(rows)));
        const before = structuredClone(tab.snapshot);
        for (const rows of files) {
          const plan = tab.import(fileOf(rows));
          expect(plan).toMatchObject({
            add: [],
            change: [],
            changed: 0,
            duplicate: rows.length,
            sort: false,
          });
        }
        expect(tab.snapshot).toEqual(before);
      }),
    );
  });

  it("keeps as many equal rows as the one file with most of them", () => {
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 4 }), (files) => {
        const most = new Map<string, number>();
        for (const rows of files) {
          const here = new Map<string, number>();
          for (const { date, item } of rows)
            here.set(`${date} ${item}`, (here.get(`${date} ${item}`) ?? 0) + 1);
          for (const [who, n] of here) most.set(who, Math.max(n, most.get(who) ?? 0));
        }
        const total = [...most.values()].reduce((a, b) => a + b, 0);
        expect(tabOf(files.map((rows) => fileOf(rows))).cells).toHaveLength(total);
      }),
    );
  });

  it("makes the whole file of its overlapping halves, when they are cut between days", () => {
    fc.assert(
      fc.property(file, fc.nat(4), fc.nat(4), (rows, a, b) => {
        const [from, to] = [20000 + Math.min(a, b), 20000 + Math.max(a, b)];
        const halves = [rows.filter((r) => r.date <= to), rows.filter((r) => r.date >= from)];
        expect(tabOf(halves.map((half) => fileOf(half))).cells).toEqual(tabOf([fileOf(rows)]).cells);
      }),
    );
  });

  it("counts every row of a file once: added, changed or already there", () => {
    fc.assert(
      fc.property(file, file, (first, second) => {
        const tab = tabOf([fileOf(first)]);
        const plan = tab.import(fileOf(second));
        expect(plan.add.length + plan.changed + plan.duplicate).toBe(second.length);
      }),
    );
  });
});

describe("which version of a row stands", () => {
  const row = (reconciled: number, note = "") => ({ date: 20000, item: "A", reconciled, note });
  const until = (date: number) => ({ date, item: "Z", reconciled: 0, note: "" });
  const stands = (files: readonly Event[][]) =>
    tabOf(files.map((rows) => fileOf(rows))).cells.filter((cells) => cells[1] === "A");

  it("is the one of the file that reaches further, even if its figure is smaller", () => {
    const [older, newer] = [
      [row(2), until(20001)],
      [row(1), until(20009)],
    ];
    expect(stands([older, newer])).toEqual([[20000, "A", 1, ""]]);
    expect(stands([newer, older])).toEqual([[20000, "A", 1, ""]]);
  });

  it("is on a tie the one with the larger figure", () => {
    expect(stands([[row(1)], [row(2)]])).toEqual([[20000, "A", 2, ""]]);
    expect(stands([[row(2)], [row(1)]])).toEqual([[20000, "A", 2, ""]]);
  });

  it("is not undone by a file between two that agree", () => {
    const [a, between, c] = [
      [row(1), until(20001)],
      [row(2), until(20005)],
      [row(1), until(20009)],
    ];
    for (const files of [
      [a, between, c],
      [a, c, between],
      [c, a, between],
    ]) {
      expect(stands(files)).toEqual([[20000, "A", 1, ""]]);
    }
  });

  it("is the later one by the field the report names, and one row per unit", () => {
    const returned = (date: string, licence: string, reason: string): FileRows => ({
      definition: customerReturns,
      fields: ["returnDate", "orderId", "fnsku", "reason", "licensePlateNumber"],
      extras: [],
      rows: [[dayNamed(date) * 86400, "111-1", "X001", reason, licence]],
      marketplace: "US",
      modified: 0,
    });
    const first = returned("2026-03-01", "LPN1", "DEFECTIVE");
    const later = returned("2026-03-05", "LPN1", "UNWANTED_ITEM");
    const other = returned("2026-03-01", "LPN2", "DEFECTIVE");
    for (const files of [
      [first, later, other],
      [other, later, first],
    ]) {
      expect(tabOf(files).cells.map((cells) => [cells[3], cells[4]])).toEqual([
        ["DEFECTIVE", "LPN2"],
        ["UNWANTED_ITEM", "LPN1"],
      ]);
    }
  });

  it("is on a tie the returned unit that Amazon says it has paid, with a licence plate or without", () => {
    const returned = (status: string, licence: string, reason: string): FileRows => ({
      definition: customerReturns,
      fields: ["returnDate", "orderId", "fnsku", "reason", "status", "licensePlateNumber"],
      extras: [],
      rows: [[20000 * 86400, "111-1", "X001", reason, status, licence]],
      marketplace: "US",
      modified: 0,
    });
    for (const licence of ["LPN1", ""]) {
      // Whatever else they say: without the preference the larger hash of their contents would decide.
      for (const reason of ["A", "B", "C", "D", "E"]) {
        const blank = returned("", licence, reason);
        const paid = returned("REIMBURSED", licence, "F");
        for (const files of [
          [blank, paid],
          [paid, blank],
        ]) {
          expect(tabOf(files).cells.map((cells) => cells[4])).toEqual(["REIMBURSED"]);
        }
      }
    }
  });

  it("does not depend on case or punctuation of codes, nor on the order of the columns", () => {
    const ledger = (fields: string[], cells: Cell[]): FileRows => ({
      definition: ledgerDetail,
      fields,
      extras: [],
      rows: [cells],
      marketplace: "US",
      modified: 0,
    });
    const tab = tabOf([
      ledger(["date", "fnsku", "disposition", "quantity"], [20000, "X001", "WAREHOUSE_DAMAGED", -1]),
      ledger(["quantity", "disposition", "fnsku", "date"], [-1, "Warehouse damaged", "X001", 20000]),
    ]);
    expect(tab.cells).toHaveLength(1);
  });
});

describe("pieces", () => {
  const many = Array.from({ length: 12_000 }, (_, i) => ({
    date: 20000 + (i % 30),
    item: `I${i}`,
    reconciled: 0,
    note: "n".repeat(20),
  }));
  const frame = {
    report: "events",
    sha256: "0".repeat(64),
    revision: 3,
    marketplace: "US",
    fields: Object.keys(events.columns),
    extras: [],
  };

  it("hold at most 5,000 rows and a million characters, follow each other, and lose no row", () => {
    const plan = planMerge([], keyRows(fileOf(many)), many.length);
    const pieces = piecesOf(plan, { ...frame, lastRow: 1 });
    expect(pieces.map(({ piece }) => piece)).toEqual([0, 1, 2]);
    let at = 2;
    for (const piece of pieces) {
      if (piece.kind !== "add") throw new Error("only new rows were expected");
      expect(piece.at).toBe(at);
      expect(piece.rows.length).toBeLessThanOrEqual(ROWS_PER_PIECE);
      expect(JSON.stringify(piece.rows).length).toBeLessThan(CHARACTERS_PER_PIECE * 1.1);
      expect(piece.adding).toBe(many.length);
      at += piece.rows.length;
    }
    expect(at - 2).toBe(many.length);
  });

  it("carry an id that follows from content alone", () => {
    const plan = planMerge([], keyRows(fileOf(many.slice(0, 10))), 10);
    const id = (revision: number) => piecesOf(plan, { ...frame, revision, lastRow: 1 })[0]?.operation;
    expect(id(3)).toBe(id(3));
    expect(id(4)).not.toBe(id(3));
  });

  it("cut changed rows into windows of at most 5,000 tab rows", () => {
    const standing = keyRows(fileOf(many)).map(({ key }) => key);
    const later = many.map((row, i) => (i % 100 === 0 ? { ...row, reconciled: 1 } : row));
    const plan = planMerge(
      standing,
      keyRows(fileOf([...later, { ...later[0], date: 20040 } as Event])),
      12_001,
    );
    const pieces = piecesOf(plan, { ...frame, lastRow: 12_001 });
    for (const piece of pieces) {
      if (piece.kind !== "change") continue;
      const rows = piece.changes.map(({ row }) => row);
      expect((rows[rows.length - 1] ?? 0) - (rows[0] ?? 0)).toBeLessThan(ROWS_PER_PIECE);
    }
    expect(pieces.map(({ kind }) => kind)).toEqual(["change", "change", "change", "add"]);
    expect(plan.changed).toBe(120);
  });
});

describe("what the client sends", () => {
  it("is never more than the add-on accepts", () => {
    expect(ROWS_PER_PIECE).toBeLessThanOrEqual(accepted.ROWS_PER_PIECE);
    expect(CHARACTERS_PER_PIECE).toBeLessThanOrEqual(accepted.CHARACTERS_PER_PIECE);
    expect(KEYS_PER_SLICE).toBeLessThanOrEqual(accepted.KEYS_PER_SLICE);
  });
});

describe("a compact import", () => {
  it("keeps what the audits read and what the merge needs, of every report", () => {
    for (const definition of REPORTS) {
      const kept = compactFields(definition);
      for (const field of definition.merging.identity) expect(kept, definition.id).toContain(field);
      for (const field of kept) expect(Object.keys(definition.columns), definition.id).toContain(field);
    }
    expect(
      compactFields({
        ...customerReturns,
        columns: { ...customerReturns.columns, status: unaudited(text("status")) },
      }),
    ).toContain("status");
    expect(compactFields(ledgerDetail)).not.toContain("title");
  });
});

function shuffle<T>(list: readonly T[], dice: Iterator<number>): T[] {
  const rest = [...list];
  const out: T[] = [];
  while (rest.length > 0) out.push(...rest.splice((dice.next().value as number) % rest.length, 1));
  return out;
}
