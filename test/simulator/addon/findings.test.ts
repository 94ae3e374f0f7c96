import { beforeAll, describe, expect, it } from "vitest";
import type { AuditAnswer } from "../../../intake/server.ts";
import { generate } from "../../../samples/generate.ts";
import { TestSheet, USER } from "../import/sheet.ts";

const AS_OF = "2026-07-20";
const { files } = generate({ seed: 11, asOf: AS_OF, factor: 0.5, marketplaces: ["US"] });
const sample = files.map(({ name, bytes }) => ({ name, lastModified: 0, bytes: async () => bytes }));

let sheet: TestSheet;
let answer: AuditAnswer;

const audit = (asOf = AS_OF) => sheet.server.auditRun({ asOf, marketplace: "US" });
const model = (name: string) => {
  const found = sheet.workbook.sheetByName(name);
  if (!found) throw new Error(`no tab ${name}`);
  return found;
};
const headers = (name: string) => (sheet.sheet(name).values[0] ?? []).map(String);

beforeAll(async () => {
  sheet = await TestSheet.open();
  await sheet.import(sample);
  answer = await audit();
});

describe("the Findings tab", () => {
  it("has a row per finding, most urgent first, with the words of the answer", () => {
    const rows = sheet.rows("Findings");
    expect(rows.length).toBe(answer.findings.length);
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.map((row) => row["ID"])).toEqual(answer.findings.map(({ id }) => id));
    const [first] = answer.findings;
    expect(rows[0]).toMatchObject({ What: first?.what, "To do": first?.todo, State: first?.state });
    const order = ["file", "wait", "exposure", "info", "expired"];
    const places = rows.map((row) => order.indexOf(String(row["State"])));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("shows dates as dates, money in its currency, states in colour, under a frozen header with a filter", () => {
    const tab = sheet.sheet("Findings");
    const at = (header: string) => headers("Findings").indexOf(header) + 1;
    const formats = (column: number) =>
      new Set(
        tab.looks
          .filter((look) => look.column === column && look.to > 1 && look.from <= tab.values.length)
          .map((look) => look.look.numberFormat),
      );
    expect([...formats(at("Deadline"))]).toContain("yyyy-mm-dd");
    expect([...formats(at("Amount"))]).toContain("#,##0.00 [$USD]");
    expect(sheet.rows("Findings").some((row) => typeof row["Deadline"] === "number")).toBe(true);
    expect(tab.frozenRows).toBe(1);
    expect(tab.filter?.range).toMatch(new RegExp(`^A1:[A-Z]+${tab.rows}$`));
    expect(tab.conditionalFormats).toHaveLength(5);
  });

  it("keeps each user's notes beside their finding when the order changes, and the columns where the user put them", async () => {
    const tab = model("Findings");
    // The user adds a column of notes in the middle and moves To do to the front.
    sheet.workbook.insertLines(tab, "column", 3, 1, 2);
    sheet.workbook.moveColumns(tab, headers("Findings").indexOf("To do"), 1, 0);
    const noteAt = (sheet.sheet("Findings").values[0] ?? []).indexOf(null);
    const ids = sheet.rows("Findings").map((row) => String(row["ID"]));
    tab.column(noteAt).set(0, ["My notes", ...ids.map((id) => `note on ${id}`)]);
    sheet.workbook.touch();
    const before = headers("Findings");

    await audit("2026-10-20");
    expect(headers("Findings")).toEqual(before);
    const rows = sheet.rows("Findings");
    expect(rows.map((row) => row["ID"])).not.toEqual(ids);
    for (const row of rows.filter((row) => ids.includes(String(row["ID"])))) {
      expect(row["My notes"]).toBe(`note on ${row["ID"]}`);
    }
    await audit();
    expect(
      sheet
        .rows("Findings")
        .slice(0, ids.length)
        .map((row) => [row["ID"], row["My notes"]]),
    ).toEqual(ids.map((id) => [id, `note on ${id}`]));
  });

  it("keeps a finding that is gone while the user's note stands beside it, and no other", async () => {
    const other = await TestSheet.open();
    await other.import(sample);
    await other.server.auditRun({ asOf: AS_OF, marketplace: "US" });
    const tab = other.workbook.sheetByName("Findings");
    if (!tab) throw new Error("no tab");
    const width = other.sheet("Findings").columns;
    other.workbook.insertLines(tab, "column", width, 1, width - 1);
    const [first, second] = other.rows("Findings").map((row) => String(row["ID"]));
    tab.column(width).set(0, ["Notes", "I called them"]);
    other.workbook.touch();
    // Long before anything happened there is nothing to find, but for the fee preview, which carries no day.
    await other.server.auditRun({ asOf: "2025-01-01", marketplace: "US" });
    const rows = other.rows("Findings").filter((row) => row["Audit"] !== "size-tier-changed");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ ID: first, State: "no longer found", Notes: "I called them" });
    await other.server.auditRun({ asOf: AS_OF, marketplace: "US" });
    const back = other.rows("Findings");
    expect(back.find((row) => row["ID"] === first)).toMatchObject({ State: "file", Notes: "I called them" });
    expect(back.find((row) => row["ID"] === second)?.["Notes"]).toBeNull();
  });

  it("takes a constant number of calls", async () => {
    const calls = async (asOf: string) => {
      const before = sheet.sheets.stats();
      const { findings } = await audit(asOf);
      const after = sheet.sheets.stats();
      return { findings: findings.length, writes: after.writes - before.writes };
    };
    const [few, many] = [await calls("2025-06-01"), await calls(AS_OF)];
    expect(many.findings).toBeGreaterThan(few.findings);
    expect(Math.abs(many.writes - few.writes)).toBeLessThanOrEqual(4);
  });

  it("gives the same findings again, and remembers the day in REIMB_TODAY", async () => {
    const again = await audit();
    expect(again).toEqual(answer);
    const named = sheet.workbook.namedRanges.find(({ name }) => name === "REIMB_TODAY");
    expect(named).toBeDefined();
    expect(sheet.sheet("Start here").values[1]?.[1]).toBe(46223);
  });
});

describe("columns the user moved and renamed", () => {
  it("are found again by header or mark, and the user's own stay untouched", async () => {
    const moved = await TestSheet.open();
    await moved.import(sample);
    const expected = await moved.server.auditRun({ asOf: AS_OF, marketplace: "US" });
    const tab = moved.workbook.sheetByName("Inventory Ledger Detail");
    if (!tab) throw new Error("no tab");
    const head = (moved.sheet(tab.name).values[0] ?? []).map(String);
    const rows = moved.sheet(tab.name).values.length;
    tab.column(head.indexOf("FNSKU")).set(0, ["Artikel"]);
    moved.workbook.moveColumns(tab, head.indexOf("Quantity"), 1, 0);
    moved.workbook.insertLines(tab, "column", 2, 1, 1);
    tab.column(2).set(0, ["Mine", ...Array.from({ length: rows - 1 }, (_, i) => `own ${i}`)]);
    tab.name = "Ledger";
    moved.workbook.touch();

    expect(await moved.server.auditRun({ asOf: AS_OF, marketplace: "US" })).toEqual(expected);
    const ledgers = sample.filter(({ name }) => name.includes("ledger"));
    const { imports } = await moved.import(ledgers);
    expect(imports.every(({ added, changed }) => added === 0 && changed === 0)).toBe(true);
    const after = moved.sheet("Ledger").values;
    expect(after[0]?.slice(0, 4)).toEqual(["Quantity", "Date", "Mine", "Artikel"]);
    expect(after.slice(1).map((row) => row[2])).toEqual(
      Array.from({ length: rows - 1 }, (_, i) => `own ${i}`),
    );
  });
});

describe("who may call what", () => {
  it("refuses what is malformed with a sentence and changes nothing", async () => {
    const before = sheet.workbook.snapshot();
    const sha256 = "0".repeat(64);
    const frame = {
      report: "ledger-detail",
      sha256,
      operation: "x",
      piece: 0,
      revision: 0,
      marketplace: "US",
      fields: ["date"],
      extras: [],
      adding: 1,
    };
    const bad: [string, unknown][] = [
      ["auditRun", null],
      ["auditRun", { asOf: "soon", marketplace: "US" }],
      ["auditRun", { asOf: AS_OF, marketplace: "Mars" }],
      ["auditRun", { asOf: AS_OF, marketplace: "US", more: 1 }],
      ["importBegin", { report: "no-such", sha256, fields: [], extras: [] }],
      ["importBegin", { report: "ledger-detail", sha256: "x", fields: [], extras: [] }],
      ["importBegin", { report: "ledger-detail", sha256, fields: ["__proto__"], extras: [] }],
      ["importBegin", { report: "ledger-detail", sha256, fields: [], extras: ["x".repeat(201)] }],
      ["importKeys", { report: "ledger-detail", revision: 0, from: 1, count: 10 }],
      ["importKeys", { report: "ledger-detail", revision: 0, from: 2, count: 1_000_000 }],
      ["importPiece", { ...frame, kind: "other" }],
      ["importPiece", { ...frame, kind: "add", at: 2, rows: [[{}]], keys: ["k"] }],
      ["importPiece", { ...frame, kind: "add", at: 2, rows: [[1, 2]], keys: ["k"] }],
      ["importPiece", { ...frame, kind: "add", at: 2, rows: [["x".repeat(50_001)]], keys: ["k"] }],
      ["importPiece", { ...frame, kind: "add", at: 2, rows: [[1]], keys: [] }],
      [
        "importPiece",
        { ...frame, kind: "add", at: 2, rows: Array(5001).fill([1]), keys: Array(5001).fill("k") },
      ],
      ["importPiece", { ...frame, kind: "change", changes: [] }],
      ["importFinish", { report: "ledger-detail", sha256 }],
    ];
    for (const [name, request] of bad) {
      await expect(
        sheet.call(name, request),
        `${name} ${JSON.stringify(request).slice(0, 80)}`,
      ).rejects.toThrow(/can't be carried out: .*Nothing was changed|Nothing was changed/);
    }
    expect(sheet.workbook.snapshot()).toEqual(before);
  });

  it("does no more for a client that calls menu functions with anything than the menu does", async () => {
    const menus = ["SetUp", "Import", "Audit", "Findings", "Claims", "Rebuild", "Help"];
    for (const name of menus) {
      await expect(sheet.call(`menu${name}`, { anything: "=1+1" })).resolves.not.toBeUndefined();
    }
    // Four speak in a dialog; setting up, importing, findings and claims open the sidebar.
    expect(sheet.sheets.window(USER).questions.length).toBe(4);
    expect(sheet.sheets.window(USER).pages.length).toBe(4);
  });
});
