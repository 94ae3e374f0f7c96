import { describe, expect, it } from "vitest";
import { browserFile, type ImportFile } from "../../../intake/files.ts";
import { type FilePreview, previewFile } from "../../../intake/preview.ts";
import type { Piece, Server } from "../../../intake/server.ts";
import { atOnce, type Pace, Stopped, sorted } from "../../../intake/turns.ts";
import { type PeriodChoice, periodOf, problemOfDays } from "../../../sidebar/import/period.ts";
import {
  costOfAll,
  type Entry,
  ImportSession,
  inOrderOfNeed,
  isCompact,
  secondsLeft,
} from "../../../sidebar/import/session.ts";

const HEADER =
  "Date,FNSKU,ASIN,MSKU,Title,Event Type,Reference ID,Quantity,Fulfillment Center,Disposition,Reason,Country,Reconciled Quantity,Unreconciled Quantity";
const line = (i: number, quantity = "-1") =>
  `05/${String((i % 28) + 1).padStart(2, "0")}/2026,X00${String(i % 40).padStart(7, "0")},B000000001,SKU-${i % 40},Mug,Adjustments,${1000 + i},${quantity},ABE3,SELLABLE,M,US,0,1`;
const ledger = (rows: number) => [HEADER, ...Array.from({ length: rows }, (_, i) => line(i))].join("\n");

function fileOf(name: string, text: string, modified = Date.UTC(2026, 6, 10)): ImportFile & { size: number } {
  const bytes = new TextEncoder().encode(text);
  return { name, lastModified: modified, size: bytes.length, bytes: async () => bytes };
}

/** What `importPiece` and its sisters do with a tab, in memory. */
class Tab {
  keys: string[] = [];
  revision = 1;
  pieces: Piece[] = [];
  finished: Parameters<Server["importFinish"]>[0][] = [];
  /** Calls of `importPiece` that fail before the piece is written, by their number. */
  failing: (call: number) => Error | null = () => null;
  #calls = 0;
  #written = { added: 0, changed: 0 };

  readonly server: Server = {
    importBegin: async () => ({
      revision: this.revision,
      lastRow: this.keys.length + 1,
      keys: [...this.keys],
      resumed: this.#written.added > 0 ? { ...this.#written } : null,
    }),
    importKeys: async ({ from, count }) => ({ keys: this.keys.slice(from - 2, from - 2 + count) }),
    importPiece: async (piece) => {
      const failure = this.failing(this.#calls++);
      if (failure) throw failure;
      this.pieces.push(piece);
      this.revision += 1;
      if (piece.kind === "add") {
        this.keys.push(...piece.keys);
        this.#written.added += piece.rows.length;
      }
      return { status: "written", piece: piece.piece };
    },
    importFinish: async (request) => {
      this.finished.push(request);
      this.#written = { added: 0, changed: 0 };
      return { tab: "Inventory Ledger Detail" };
    },
    auditRun: async () => {
      throw new Error("nobody audits here");
    },
  };
}

function session(tab: Tab, marketplace = "US") {
  let clock = 0;
  const made = new ImportSession({
    server: tab.server,
    marketplace,
    archiveBefore: "2025-01-01",
    secondsPerCall: () => 1.5,
    pace: (signal): Pace => ({ breathe: () => undefined, signal }),
    now: () => (clock += 100),
  });
  return made;
}

/** Waits until no file is being read any more. */
async function previewed(made: ImportSession): Promise<readonly Entry[]> {
  for (let i = 0; i < 500; i++) {
    const { entries } = made.state;
    if (entries.every(({ step }) => step.is !== "waiting" && step.is !== "reading")) return entries;
    await new Promise((resume) => setTimeout(resume, 2));
  }
  throw new Error("The files are still being read.");
}

const steps = (made: ImportSession) => made.state.entries.map(({ step }) => step.is);
const chosen = (...files: (ImportFile & { size: number })[]) =>
  files.map((file) => ({ file, size: file.size }));

describe("a preview", () => {
  it("says what a file is, its days, what is wrong, and keeps nothing of buyers", async () => {
    const preview = await previewFile(fileOf("l.csv", `${ledger(60)}\n${line(61, "x")}`), {
      marketplace: "US",
    });
    expect(preview).toMatchObject({
      kind: "report",
      report: "ledger-detail",
      rows: 60,
      firstDay: "2026-05-01",
      lastDay: "2026-05-28",
      large: false,
      dated: true,
    });
    if (preview.kind !== "report") throw new Error("not recognised");
    expect(preview.rejected).toHaveLength(1);
    expect(preview.rejected[0]).toMatchObject({ line: 62 });
    expect(preview.compactColumns).toBeLessThan(preview.columns);
  });

  it("says how many of its rows would be archived, since when, and what the sums take", async () => {
    const old = (date: string, event: string) =>
      line(1)
        .replace(/^[^,]+/, date)
        .replace("Adjustments", event);
    const rows = [
      old("03/04/2024", "Shipments"),
      old("05/06/2024", "VendorReturns"),
      old("05/07/2024", "VendorReturns"),
      old("05/08/2024", "Adjustments"),
      old("01/02/2025", "Shipments"),
    ];
    const file = fileOf("l.csv", [HEADER, ...rows].join("\n"));
    const preview = await previewFile(file, { marketplace: "US", archiveBefore: "2025-01-01" });
    expect(preview).toMatchObject({
      rows: 5,
      archive: { rows: 3, cells: 2 * 12, firstDay: "2024-03-04", lastDay: "2024-05-07" },
    });
    const none = await previewFile(file, { marketplace: "US", archiveBefore: "2024-03-04" });
    expect(none).toMatchObject({ archive: null });
    expect(await previewFile(file, { marketplace: "US" })).toMatchObject({ archive: null });
  });

  it("says why a file is none", async () => {
    expect(await previewFile(fileOf("a.json", '{"a": 1}'), { marketplace: "US" })).toMatchObject({
      kind: "none",
      reason: expect.stringContaining("JSON"),
    });
    const broken: ImportFile = {
      name: "gone.csv",
      lastModified: 0,
      bytes: () => Promise.reject(new Error("The file was removed.")),
    };
    expect(await previewFile(broken, { marketplace: "US" })).toMatchObject({
      kind: "none",
      reason: "The file can't be read: The file was removed.",
    });
  });

  it("reads a browser's file slice by slice, the same as whole", async () => {
    const text = ledger(6000);
    const blob = new File([text], "l.csv", { lastModified: 5 });
    expect(blob.size).toBeGreaterThan(300_000);
    const read: number[] = [];
    const sliced = await previewFile(browserFile(blob), { marketplace: "US" }, (bytes) => read.push(bytes));
    expect(sliced).toEqual(await previewFile(fileOf("l.csv", text), { marketplace: "US" }));
    expect(read.length).toBeGreaterThan(1);
    expect(read.at(-1)).toBe(blob.size);
  });

  it("stops when it is told to", async () => {
    const abort = new AbortController();
    abort.abort();
    const pace = { breathe: () => undefined, signal: abort.signal };
    await expect(
      previewFile(fileOf("l.csv", ledger(10)), { marketplace: "US" }, () => {}, pace),
    ).rejects.toThrow(Stopped);
  });
});

describe("sorting in steps", () => {
  it("is the sort of arrays, stable, for any length", () => {
    for (const length of [0, 1, 1999, 2000, 2001, 6500]) {
      const items = Array.from({ length }, (_, i) => ({ key: (i * 7919) % 97, i }));
      const expected = [...items].sort((a, b) => a.key - b.key);
      expect(atOnce(sorted(items, (a, b) => a.key - b.key)), String(length)).toEqual(expected);
    }
  });
});

describe("the files of an import", () => {
  it("are read as they are added, each once, those that are none told apart", async () => {
    const made = session(new Tab());
    const file = fileOf("l.csv", ledger(5));
    made.add(chosen(file, fileOf("x.pdf", "%PDF-1.7")));
    made.add(chosen(file));
    await previewed(made);
    expect(steps(made)).toEqual(["ready", "none"]);
    made.remove(made.state.entries[1]?.id ?? 0);
    expect(steps(made)).toEqual(["ready"]);
    made.clear();
    expect(made.state.entries).toEqual([]);
  });

  it("are read anew for another marketplace", async () => {
    const made = session(new Tab());
    made.add(chosen(fileOf("l.csv", ledger(5))));
    await previewed(made);
    made.setMarketplace("DE");
    expect(steps(made)[0]).not.toBe("ready");
    await previewed(made);
    expect(steps(made)).toEqual(["ready"]);
    expect(made.state.marketplace).toBe("DE");
  });

  it("end with what was added, and with a line for the Imports tab", async () => {
    const tab = new Tab();
    const made = session(tab);
    const told: number[] = [];
    made.subscribe(() => told.push(made.state.share));
    made.add(chosen(fileOf("l.csv", ledger(20)), fileOf("x.pdf", "%PDF-1.7")));
    await previewed(made);
    made.setPeriod({ kind: "months", months: 3 });
    await made.run("2026-07-20");
    expect(made.state.phase).toBe("done");
    expect(steps(made)).toEqual(["imported", "none"]);
    expect(tab.keys).toHaveLength(20);
    expect(tab.finished[0]).toMatchObject({
      added: 20,
      from: "2026-04-09",
      to: "2026-07-09",
      compact: false,
    });
    expect([...told].sort((a, b) => a - b)).toEqual(told);
  });

  it("go on where they were stopped, under the same batch, and count everything once", async () => {
    const tab = new Tab();
    const made = session(tab);
    tab.failing = (call) => {
      if (call === 1) made.cancel();
      return null;
    };
    made.add(chosen(fileOf("a.csv", ledger(12_000)), fileOf("b.csv", ledger(3).replace("05/0", "04/0"))));
    await previewed(made);
    await made.run("2026-07-20");
    expect(steps(made)).toEqual(["stopped", "stopped"]);
    expect(tab.keys.length).toBeGreaterThan(0);
    expect(tab.keys.length).toBeLessThan(12_000);
    expect(tab.finished).toEqual([]);

    await made.run("2026-07-20");
    expect(steps(made)).toEqual(["imported", "imported"]);
    expect(new Set(tab.keys).size).toBe(tab.keys.length);
    expect(tab.finished.map(({ rows, added, duplicate }) => [rows, added + duplicate])).toEqual([
      [12_000, 12_000],
      [3, 3],
    ]);
    expect(new Set(tab.finished.map(({ batch }) => batch)).size).toBe(1);
  }, 60_000);

  it("say what the server said when it fails, and the others are imported all the same", async () => {
    const tab = new Tab();
    const made = session(tab);
    tab.failing = (call) => (call < 2 ? new Error("Exception: The tab is protected.") : null);
    made.add(chosen(fileOf("a.csv", ledger(3)), fileOf("b.csv", ledger(4))));
    await previewed(made);
    await made.run("2026-07-20");
    expect(steps(made)).toEqual(["failed", "imported"]);
    expect(inOrderOfNeed([...made.state.entries].reverse()).map(({ step }) => step.is)).toEqual([
      "failed",
      "imported",
    ]);
    const [failed] = made.state.entries;
    expect(failed?.step).toMatchObject({ reason: "The tab is protected." });
    await made.run("2026-07-20");
    expect(steps(made)).toEqual(["imported", "imported"]);
  });
});

describe("what an import will take", () => {
  const entry = (rows: number, compact: boolean | null, archive: FilePreview["archive"] = null): Entry => ({
    id: 1,
    file: fileOf("l.csv", ""),
    size: 0,
    ledgerWithoutHeader: false,
    compact,
    step: {
      is: "ready",
      preview: {
        kind: "report",
        report: "ledger-detail",
        title: "Inventory Ledger Detail",
        from: "amazon",
        rows,
        rejected: [],
        columns: 18,
        compactColumns: 12,
        large: rows > 50_000,
        archive,
        droppedPersonal: [],
        firstDay: null,
        lastDay: null,
        dated: true,
        notes: [],
      },
    },
  });

  it("counts cells and seconds, compact where it is large or wanted", () => {
    expect(isCompact(entry(60_000, null))).toBe(true);
    expect(isCompact(entry(60_000, false))).toBe(false);
    expect(costOfAll([entry(1000, null)], 1.5).cells).toBe(18_000);
    expect(costOfAll([entry(60_000, null)], 1.5).cells).toBe(720_000);
    expect(costOfAll([entry(60_000, false)], 1.5).cells).toBe(1_080_000);
    expect(costOfAll([entry(600_000, null)], 1.5).seconds).toBeGreaterThan(720);
    // Many small files take little but their calls, at Google and here.
    const small = Array.from({ length: 40 }, () => entry(20, null));
    expect(costOfAll(small, 1.5).seconds).toBeGreaterThan(180);
    expect(costOfAll(small, 0.05).seconds).toBeLessThan(10);
  });

  it("counts sums in place of the rows a compact import archives", () => {
    const archive = { rows: 50_000, cells: 2400, firstDay: "2024-01-01", lastDay: "2024-12-31" };
    expect(costOfAll([entry(60_000, null, archive)], 1.5).cells).toBe(10_000 * 12 + 2400);
    expect(costOfAll([entry(60_000, false, archive)], 1.5).cells).toBe(1_080_000);
  });

  it("tells the time left from the estimate first, from what was measured later", () => {
    expect(secondsLeft(0.01, 1000, 60)).toBe(59);
    expect(secondsLeft(0.5, 30_000, 60)).toBe(30);
    expect(secondsLeft(0.25, 30_000, 60)).toBe(90);
    expect(secondsLeft(1, 30_000, 60)).toBe(0);
  });
});

describe("the period of a download", () => {
  const preview = { ...basic(), firstDay: "2026-05-01", lastDay: "2026-06-30" };
  const saved = Date.UTC(2026, 6, 10, 12);
  const period = (choice: PeriodChoice, over = {}, modified = saved) =>
    periodOf(choice, { ...preview, ...over }, modified, "2026-07-20");

  it("is not said unless the user does", () => {
    expect(period({ kind: "shown" })).toEqual({ from: null, to: null });
    expect(period({ kind: "months", months: 18 }, { dated: false })).toEqual({ from: null, to: null });
  });

  it("ends the day before the file was saved: no download knows its own day, nor any later one", () => {
    expect(period({ kind: "months", months: 18 })).toEqual({ from: "2025-01-09", to: "2026-07-09" });
    expect(period({ kind: "months", months: 3 }, {}, 0)).toEqual({ from: "2026-04-19", to: "2026-07-19" });
    // A clock ahead of the sheet's does not make it cover days to come.
    expect(period({ kind: "months", months: 3 }, {}, Date.UTC(2027, 0, 1)).to).toBe("2026-07-19");
  });

  it("is never narrower than the rows", () => {
    expect(period({ kind: "days", from: "2026-06-01", to: "2026-06-10" })).toEqual({
      from: "2026-05-01",
      to: "2026-06-30",
    });
    expect(period({ kind: "months", months: 3 }, { firstDay: "2020-01-01", lastDay: "2026-07-15" })).toEqual({
      from: "2020-01-01",
      to: "2026-07-15",
    });
  });

  it("can be a report without a single row", () => {
    expect(period({ kind: "months", months: 3 }, { firstDay: null, lastDay: null })).toEqual({
      from: "2026-04-09",
      to: "2026-07-09",
    });
  });

  it("is refused in words where the days are none", () => {
    expect(problemOfDays("", "2026-07-01", "2026-07-20")).toContain("Choose");
    expect(problemOfDays("2026-07-02", "2026-07-01", "2026-07-20")).toContain("after the last");
    expect(problemOfDays("2026-07-02", "2026-07-21", "2026-07-20")).toContain("not come yet");
    expect(problemOfDays("2026-02-30", "2026-07-01", "2026-07-20")).toContain("2026-05-06");
    expect(problemOfDays("2026-07-01", "2026-07-01", "2026-07-20")).toBeNull();
  });
});

function basic() {
  return {
    kind: "report",
    report: "customer-returns",
    title: "FBA Customer Returns",
    from: "amazon",
    rows: 1,
    rejected: [],
    columns: 10,
    compactColumns: 8,
    large: false,
    archive: null,
    droppedPersonal: [],
    dated: true,
    notes: [],
  } as const;
}
