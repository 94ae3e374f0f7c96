import { describe, expect, it } from "vitest";
import { type LedgerRow, ledgerFile, TestSheet } from "./sheet.ts";

const TAB = "Inventory Ledger Detail";
/** Large enough for three pieces. */
const ROWS = 12_000;
const large = (reconciled: (i: number) => number = () => 0): LedgerRow[] =>
  Array.from({ length: ROWS }, (_, i) => ({
    day: 1 + (i % 28),
    reference: `R${i}`,
    reconciled: reconciled(i),
  }));

describe("an import that is cut off", () => {
  it("goes on at the next piece when the client comes back, and counts what was written before", async () => {
    const sheet = await TestSheet.open();
    const file = ledgerFile("ledger.csv", large());
    // The sidebar is closed before the third piece.
    let pieces = 0;
    const closing = {
      ...sheet.server,
      importPiece: (piece: Parameters<typeof sheet.server.importPiece>[0]) => {
        if (pieces === 2) throw new Error("closed");
        pieces += 1;
        return sheet.server.importPiece(piece);
      },
    };
    const { importFiles } = await import("../../../intake/import.ts");
    const options = { marketplace: "US", from: null, to: null };
    const cut = await importFiles([file], closing, options);
    expect(cut.unrecognised[0]?.reason).toContain("closed");
    expect(sheet.rows(TAB)).toHaveLength(10_000);

    const before = sheet.pieces.length;
    const { imports } = await sheet.import([file]);
    expect(sheet.pieces.length - before).toBe(1);
    expect(imports[0]).toMatchObject({ rows: ROWS, added: ROWS, duplicate: 0, changed: 0 });
    expect(imports[0]?.notes.join()).toContain("went on from there");

    const whole = await TestSheet.open();
    await whole.import([file]);
    expect(sheet.reportTabs).toEqual(whole.reportTabs);
  });

  for (const waitingWrites of ["applied", "lost"] as const) {
    for (const at of [12, "answer"] as const) {
      it(`adds no row twice when Google fails at ${at}, its last writes ${waitingWrites}`, async () => {
        const sheet = await TestSheet.open();
        const file = ledgerFile("ledger.csv", large());
        sheet.fault = {
          functionName: "importPiece",
          skip: 1,
          fault: { kind: "lostConnection", at, waitingWrites },
        };
        const { imports } = await sheet.import([file]);
        expect(imports[0]).toMatchObject({ rows: ROWS, added: ROWS, duplicate: 0, changed: 0 });
        expect(sheet.rows(TAB)).toHaveLength(ROWS);
      });
    }
  }

  it("answers a piece that comes again as the first time, and writes nothing", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledgerFile("a.csv", large().slice(0, 7000))]);
    const file = ledgerFile("b.csv", large().slice(6000));
    let again: unknown = null;
    const server = { ...sheet.server };
    const repeating = {
      ...server,
      importPiece: async (piece: Parameters<typeof server.importPiece>[0]) => {
        const first = await server.importPiece(piece);
        again = await server.importPiece(piece);
        expect(again).toEqual(first);
        return first;
      },
    };
    const { importFiles } = await import("../../../intake/import.ts");
    await importFiles([file], repeating, { marketplace: "US", from: null, to: null });
    expect(again).not.toBeNull();
    expect(sheet.rows(TAB)).toHaveLength(ROWS);
  });
});

describe("what is remembered between executions", () => {
  it("is not trusted when it is not as the add-on wrote it", async () => {
    const sheet = await TestSheet.open();
    const file = ledgerFile("ledger.csv", large().slice(0, 30));
    await sheet.import([file]);
    for (const damaged of ["{", "7", '{"revision":"1"}', '{"revision":1,"more":2}']) {
      sheet.workbook.documentProperties.set({ "tab.ledger-detail": damaged });
      const { imports } = await sheet.import([file]);
      expect(imports[0], damaged).toMatchObject({ added: 0, changed: 0, duplicate: 30 });
    }
    expect(sheet.rows(TAB)).toHaveLength(30);
  });
});

describe("somebody else in the same tab", () => {
  it("who imports meanwhile makes the plan anew, and no row is lost or doubled", async () => {
    const sheet = await TestSheet.open();
    const { server } = sheet;
    let meddled = false;
    const meddling = {
      ...server,
      importPiece: async (piece: Parameters<typeof server.importPiece>[0]) => {
        if (!meddled) {
          meddled = true;
          await sheet.import([ledgerFile("other.csv", large().slice(0, 300))]);
        }
        return server.importPiece(piece);
      },
    };
    const { importFiles } = await import("../../../intake/import.ts");
    const file = ledgerFile("mine.csv", large().slice(200, 1000));
    const { imports } = await importFiles([file], meddling, { marketplace: "US", from: null, to: null });
    expect(imports[0]).toMatchObject({ rows: 800, added: 700, duplicate: 100 });
    expect(sheet.rows(TAB)).toHaveLength(1000);
  });

  it("who sorts the rows by hand meanwhile does not make changes land in wrong rows", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledgerFile("a.csv", large().slice(0, 50))]);
    const { server } = sheet;
    let sorted = false;
    const sorting = {
      ...server,
      importPiece: async (piece: Parameters<typeof server.importPiece>[0]) => {
        if (!sorted) {
          sorted = true;
          sortByHand(sheet, "Reference ID");
        }
        return server.importPiece(piece);
      },
    };
    const later = large((i) => (i % 7 === 0 ? 1 : 0)).slice(0, 50);
    const { importFiles } = await import("../../../intake/import.ts");
    const { imports } = await importFiles([ledgerFile("b.csv", [...later, { day: 29 }])], sorting, {
      marketplace: "US",
      from: null,
      to: null,
    });
    expect(imports[0]).toMatchObject({ added: 1, changed: 8 });
    for (const row of sheet.rows(TAB)) {
      const index = Number(String(row["Reference ID"]).slice(1));
      if (row["Reference ID"] !== null) expect(row["Reconciled Quantity"]).toBe(index % 7 === 0 ? 1 : 0);
    }
  });
});

describe("what an import costs", () => {
  it("is at most two writes per 5,000 rows beside a constant, and one read of the keys", async () => {
    const costOf = async (rows: number) => {
      const sheet = await TestSheet.open();
      await sheet.import([ledgerFile("first.csv", [{ day: 1, reference: "first" }])]);
      const before = sheet.sheets.stats();
      await sheet.import([ledgerFile("ledger.csv", large().slice(0, rows))]);
      const after = sheet.sheets.stats();
      return { writes: after.writes - before.writes, reads: after.reads - before.reads };
    };
    const [one, three] = [await costOf(5000), await costOf(ROWS)];
    expect(one.writes).toBeLessThan(40);
    expect(three.writes - one.writes).toBeLessThanOrEqual(2 * 2);
    // Each piece finds its tab and columns anew: an execution remembers nothing.
    expect(three.reads - one.reads).toBeLessThanOrEqual(2 * 8);
  });

  it("reads a key once and writes a window once when rows change", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledgerFile("a.csv", large())]);
    const before = sheet.sheets.stats();
    const { imports } = await sheet.import([
      ledgerFile("b.csv", [...large((i) => (i % 50 === 0 ? 1 : 0)), { day: 29 }]),
    ]);
    expect(imports[0]).toMatchObject({ changed: ROWS / 50, added: 1 });
    const after = sheet.sheets.stats();
    const cells = (n: number) => n * 18;
    // The key column once, each window once, and a constant.
    expect(after.cellsRead - before.cellsRead).toBeLessThan(ROWS + cells(ROWS) + 2000);
    expect(after.cellsWritten - before.cellsWritten).toBeLessThan(cells(ROWS + 1) + 2000);
    expect(after.writes - before.writes).toBeLessThan(40);
  });
});

/** As a user does with the filter's menu: whole rows by one column. */
function sortByHand(sheet: TestSheet, header: string): void {
  const model = sheet.workbook.sheetByName(TAB);
  const { values, columns } = sheet.sheet(TAB);
  if (!model) throw new Error("no tab");
  const at = (values[0] ?? []).indexOf(header);
  const [, ...rows] = values;
  const order = rows
    .map((_, i) => i)
    .sort((a, b) => (String(rows[a]?.[at]) < String(rows[b]?.[at]) ? -1 : 1));
  for (let column = 0; column < columns; column++) {
    model.column(column).set(
      1,
      order.map((i) => rows[i]?.[column] ?? null),
    );
  }
  sheet.workbook.touch();
}
