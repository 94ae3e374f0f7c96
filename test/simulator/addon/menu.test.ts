import { describe, expect, it } from "vitest";
import { LocalSheets } from "../../../simulator/local-sheets.ts";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import { Workbook } from "../../../simulator/services/index.ts";
import { freshBundle, ledgerFile, TestSheet, USER } from "../import/sheet.ts";

const ITEMS = [
  "Set up this sheet",
  "Import reports",
  "Run audit",
  "Open findings",
  "Open claims",
  "Rebuild claims from the log",
  "Help",
];

async function document(options: { enabled?: boolean; grantedScopes?: string[] } = {}) {
  const workbook = new Workbook({ timeZone: "America/Los_Angeles" });
  const sheets = new LocalSheets({
    workbook,
    bundle: await freshBundle(),
    users: [
      {
        email: USER,
        answerer: () => ({ button: "OK" }),
        ...(options.grantedScopes ? { grantedScopes: options.grantedScopes } : {}),
      },
    ],
    clock: new ManualClock(Date.UTC(2026, 6, 21, 5)),
    enabled: options.enabled ?? true,
  });
  const items = () =>
    sheets.window(USER).menus.flatMap(({ entries }) => entries.flatMap((e) => ("item" in e ? [e.item] : [])));
  return { workbook, sheets, items };
}

describe("the menu", () => {
  it("is there before the add-on is enabled, when nothing of the document may be touched", async () => {
    const { sheets, items, workbook } = await document({ enabled: false });
    const before = workbook.snapshot();
    expect((await sheets.open(USER))?.ok).toBe(true);
    expect(items()).toEqual(ITEMS);
    expect(sheets.window(USER).menus[0]?.addon).toBe(true);
    expect(workbook.snapshot()).toEqual(before);
  });

  it("is there in an enabled document and after installation", async () => {
    const { sheets, items } = await document();
    expect((await sheets.open(USER))?.ok).toBe(true);
    expect(items()).toEqual(ITEMS);
    const other = await document({ enabled: false });
    expect((await other.sheets.install(USER))?.ok).toBe(true);
    expect(other.items()).toEqual(ITEMS);
  });

  it("sets REIMB_TODAY when the document is opened, in the spreadsheet's own zone", async () => {
    const { sheets, workbook } = await document();
    await sheets.open(USER);
    await sheets.clickMenu(USER, ["Set up this sheet"]);
    const today = () => workbook.snapshot().sheets.find(({ name }) => name === "Start here")?.values[1]?.[1];
    // 05:00 UTC on the 21st is still the 20th in Los Angeles.
    expect(today()).toBe(46223);
    const cell = workbook.sheetByName("Start here");
    cell?.column(1).set(1, [1]);
    workbook.touch();
    await sheets.open(USER);
    expect(today()).toBe(46223);
  });

  it("sets up the sheet, twice without harm", async () => {
    const { sheets, workbook } = await document();
    await sheets.open(USER);
    await sheets.clickMenu(USER, ["Set up this sheet"]);
    const names = () => workbook.snapshot().sheets.map(({ name }) => name);
    expect(names()).toEqual([
      "Start here",
      "Sheet1",
      "Findings",
      "Claims",
      "Data health",
      "Costs",
      "Invoices",
      "Removal Receipts",
      "Imports",
      "Claim Log",
      "Policy",
    ]);
    const before = workbook.snapshot();
    await sheets.clickMenu(USER, ["Set up this sheet"]);
    expect(workbook.snapshot().sheets).toEqual(before.sheets);
    expect(sheets.window(USER).questions.map(({ text }) => text.split("\n")[0])).toEqual([
      "The sheet is ready.",
      "The sheet is ready.",
    ]);
  });

  it("helps", async () => {
    const { sheets } = await document();
    await sheets.open(USER);
    await sheets.clickMenu(USER, ["Help"]);
    const [help] = sheets.window(USER).questions;
    expect(help?.text).toContain("REIMB_FLAG");
    expect(help?.text).toContain("Your data stays in this sheet");
  });

  it("opens the sidebar on the view that was asked for, and on importing after setting up", async () => {
    const { sheets } = await document();
    await sheets.open(USER);
    const opened = async (item: string) => {
      await sheets.clickMenu(USER, [item]);
      const page = sheets.window(USER).sidebar;
      return [page?.title, /<div id="view" data-view="(\w+)" hidden><\/div>$/.exec(page?.html ?? "")?.[1]];
    };
    expect(await opened("Import reports")).toEqual(["Reimbursement Auditor", "import"]);
    expect(await opened("Open findings")).toEqual(["Reimbursement Auditor", "findings"]);
    expect(await opened("Open claims")).toEqual(["Reimbursement Auditor", "claims"]);
    expect(sheets.window(USER).questions).toEqual([]);
    expect(await opened("Set up this sheet")).toEqual(["Reimbursement Auditor", "import"]);
    expect(sheets.window(USER).pages).toHaveLength(4);
  });

  it("says so when the user did not allow sidebars, and does all else", async () => {
    const { sheets, workbook } = await document({
      grantedScopes: ["https://www.googleapis.com/auth/spreadsheets.currentonly"],
    });
    await sheets.open(USER);
    await sheets.clickMenu(USER, ["Open findings"]);
    await sheets.clickMenu(USER, ["Set up this sheet"]);
    const said = sheets.window(USER).questions.map(({ text }) => text);
    expect(said[0]).toMatch(/^The sidebar did not open\. /);
    expect(said[1]).toMatch(/^The sheet is ready\./);
    expect(workbook.snapshot().sheets.map(({ name }) => name)).toContain("Findings");
  });

  it("warns before headers and the claim log are changed by hand, in tabs of earlier versions too", async () => {
    const { sheets, workbook } = await document();
    await sheets.open(USER);
    await sheets.clickMenu(USER, ["Set up this sheet"]);
    const model = (name: string) => {
      const found = workbook.sheetByName(name);
      if (!found) throw new Error(`no tab ${name}`);
      return found;
    };
    const headers = ["Findings", "Claims", "Data health", "Costs", "Imports", "Claim Log", "Policy"];
    const warned = (name: string) =>
      model(name).protections.map(({ type, warningOnly, area }) => [
        type,
        warningOnly,
        area?.row,
        area?.rows,
      ]);
    for (const name of headers) expect(warned(name), name).toContainEqual(["RANGE", true, 0, 1]);
    expect(warned("Claim Log")).toContainEqual(["SHEET", true, undefined, undefined]);
    model("Costs").protections = [];
    await sheets.clickMenu(USER, ["Set up this sheet"]);
    for (const name of headers.slice(0, 5)) expect(warned(name), name).toEqual([["RANGE", true, 0, 1]]);
    expect(warned("Claim Log")).toHaveLength(2);
  });

  it("rebuilds claims where there are none yet, and says so", async () => {
    const { sheets } = await document();
    await sheets.open(USER);
    await sheets.clickMenu(USER, ["Rebuild claims from the log"]);
    expect(sheets.window(USER).questions[0]?.text).toBe("The claim log holds no claims yet.");
  });

  it("tells in a dialog what is owed, what expires soon and what could not be told", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledgerFile("ledger.csv", [{ day: 1 }])]);
    await sheet.sheets.open(USER);
    await sheet.sheets.clickMenu(USER, ["Run audit"]);
    const [said] = sheet.sheets.window(USER).questions;
    expect(said?.title).toBe("Reimbursement Auditor: Run audit");
    expect(said?.text).toContain("As of 2026-07-20");
    expect(said?.text).toContain("Nothing to file now.");
    expect(said?.text).toContain("reimbursements was never imported");
  });

  it("says in plain words what went wrong", async () => {
    const { sheets, workbook } = await document();
    await sheets.open(USER);
    const own = workbook.addSheet("Findings", 0);
    own.column(0).set(0, ["My own list"]);
    workbook.touch();
    const result = await sheets.clickMenu(USER, ["Run audit"]);
    expect(result.ok).toBe(true);
    const [said] = sheets.window(USER).questions;
    expect(said?.text).toContain("There is a tab named “Findings” that is not the add-on's");
    expect(workbook.snapshot().sheets.find(({ name }) => name === "Findings")?.values).toEqual([
      ["My own list"],
    ]);
  });

  it("does not wait for ever when somebody else is writing", async () => {
    const { sheets, workbook } = await document();
    await sheets.open(USER);
    expect(workbook.documentLock.take({})).toBe(true);
    await sheets.clickMenu(USER, ["Set up this sheet"]);
    expect(sheets.window(USER).questions[0]?.text).toContain("Somebody else is importing or auditing");
  });

  it("records an import as unverified when the user may not be named", async () => {
    const sheet = await TestSheet.open();
    const scope = "https://www.googleapis.com/auth/spreadsheets.currentonly";
    const limited = new TestSheet(await freshBundle(), { grantedScopes: [scope] });
    await limited.import([ledgerFile("ledger.csv", [{ day: 1 }])]);
    expect(limited.rows("Imports")[0]?.["Who"]).toBe("unverified");
    await sheet.import([ledgerFile("ledger.csv", [{ day: 1 }])]);
    expect(sheet.rows("Imports")[0]?.["Who"]).toBe(USER);
  });
});

describe("the Policy tab", () => {
  const setUp = async () => {
    const sheet = await TestSheet.open();
    await sheet.sheets.open(USER);
    await sheet.sheets.clickMenu(USER, ["Set up this sheet"]);
    return sheet;
  };
  const override = (sheet: TestSheet, key: string, value: string) => {
    const tab = sheet.workbook.sheetByName("Policy");
    const { values } = sheet.sheet("Policy");
    const head = (values[0] ?? []).map(String);
    const row = values.findIndex((cells) => cells[head.indexOf("Key")] === key);
    tab?.column(head.indexOf("Override")).set(row, [value]);
    sheet.workbook.touch();
  };

  it("lists every rule with its source, and what can be changed by its key", async () => {
    const sheet = await setUp();
    const rows = sheet.rows("Policy");
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => row["Key"] === "grace/lost")).toHaveLength(1);
    expect(rows.some((row) => String(row["Sources"]).startsWith("http"))).toBe(true);
  });

  it("is honoured by the audit, and told where a value can't be used", async () => {
    const sheet = await setUp();
    override(sheet, "grace/lost", "45");
    override(sheet, "grace/damaged", "soon");
    const { notes } = await sheet.server.auditRun({ asOf: "2026-07-20", marketplace: "US" });
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain("grace/damaged");
    expect(notes[0]).toContain("soon");
  });

  it("keeps what the user set, and the user's own columns beside their rules, when it is set up again", async () => {
    const sheet = await setUp();
    const tab = sheet.workbook.sheetByName("Policy");
    if (!tab) throw new Error("no tab");
    const width = sheet.sheet("Policy").columns;
    const count = sheet.rows("Policy").length;
    sheet.workbook.insertLines(tab, "column", width, 1, width - 1);
    tab.column(width).set(0, ["Mine", ...Array.from({ length: count }, (_, i) => `note ${i}`)]);
    override(sheet, "grace/lost", "45");
    const before = sheet.rows("Policy");
    await sheet.sheets.clickMenu(USER, ["Set up this sheet"]);
    expect(sheet.rows("Policy")).toEqual(before);
    expect(before.find((row) => row["Key"] === "grace/lost")?.["Override"]).toBe("45");
  });
});

describe("costs typed by hand", () => {
  it("count like imported ones, and what can't be read is named", async () => {
    const sheet = await TestSheet.open();
    await sheet.sheets.open(USER);
    await sheet.sheets.clickMenu(USER, ["Set up this sheet"]);
    const tab = sheet.workbook.sheetByName("Costs");
    const head = (sheet.sheet("Costs").values[0] ?? []).map(String);
    const type = (header: string, value: string | number) =>
      tab?.column(head.indexOf(header)).set(1, [value]);
    type("msku", "SKU-1");
    type("unit-cost", "4,50 or so");
    type("currency", "USD");
    type("valid-from", 46000);
    sheet.workbook.touch();
    await sheet.import([ledgerFile("ledger.csv", [{ day: 1 }])]);
    const { notes } = await sheet.server.auditRun({ asOf: "2026-07-20", marketplace: "US" });
    expect(notes).toEqual(["Costs, row 2, unit-cost: “4,50 or so” is not a number; it counts as empty."]);
  });
});
