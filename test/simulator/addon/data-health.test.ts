/** The Data health tab, written by the bundle into the simulated sheet. */
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../../samples/generate.ts";
import { csv, fileOf, ledgerFile, TestSheet, USER } from "../import/sheet.ts";

const AS_OF = "2026-07-20";
const TAB = "Data health";
const request = { asOf: AS_OF, marketplace: "US" };
const { files } = generate({ seed: 11, asOf: AS_OF, factor: 0.1, marketplaces: ["US"] });
const sample = files.map(({ name, bytes }) => ({ name, lastModified: 0, bytes: async () => bytes }));
const withoutCosts = sample.filter(({ name }) => !name.includes("cost"));

const model = (sheet: TestSheet, name: string) => {
  const found = sheet.workbook.sheetByName(name);
  if (!found) throw new Error(`no tab ${name}`);
  return found;
};
const headers = (sheet: TestSheet, name: string) => (sheet.sheet(name).values[0] ?? []).map(String);
const about = (sheet: TestSheet, what: string) => sheet.rows(TAB).filter((row) => row["About"] === what);

describe("an empty sheet", () => {
  it("is told what to import first, and where to download it, when it is set up", async () => {
    const sheet = await TestSheet.open();
    await sheet.sheets.open(USER);
    await sheet.sheets.clickMenu(USER, ["Set up this sheet"]);
    const [summary, first] = sheet.rows(TAB);
    expect(summary).toMatchObject({ State: "import first", About: "Summary" });
    expect(summary?.["To do"]).toContain("Inventory Ledger Detail");
    expect(first).toMatchObject({ State: "missing", About: "Report" });
    expect(first?.["To do"]).toMatch(/^Download .+ from 2025-01-20 to 2026-07-20: Reports > /);
    expect(new Set(about(sheet, "Audit").map((row) => row["State"]))).toEqual(new Set(["not judged"]));
    expect(sheet.sheets.window(USER).questions[0]?.text).toContain("Data health says which reports");
  });

  it("is not audited again by setting it up once something was imported", async () => {
    const sheet = await TestSheet.open();
    await sheet.import([ledgerFile("ledger.csv", [{ day: 1 }])]);
    await sheet.sheets.open(USER);
    await sheet.sheets.clickMenu(USER, ["Set up this sheet"]);
    expect(sheet.workbook.sheetByName(TAB)).toBeNull();
  });
});

describe("the Data health tab", () => {
  let sheet: TestSheet;
  beforeAll(async () => {
    sheet = await TestSheet.open();
    await sheet.import(withoutCosts);
    await sheet.server.auditRun(request);
  });

  it("has a summary, then reports, audits and missing costs", () => {
    const parts = sheet.rows(TAB).map((row) => String(row["About"]));
    expect([...new Set(parts)]).toEqual([
      "Summary",
      "Report",
      "Audit",
      "Missing cost",
      "Missing size or category",
    ]);
    expect([...parts].sort((a, b) => parts.indexOf(a) - parts.indexOf(b))).toEqual(parts);
    const ledger = about(sheet, "Report").find((row) => row["Name"] === "Inventory Ledger Detail");
    expect(ledger).toMatchObject({ State: "fresh", Marketplace: "US", "Covered to": 46223, "Days old": 0 });
    expect(ledger?.["What"]).toMatch(/^Inventory Ledger Detail: covered 2025-.+: fresh\.$/);
    expect(ledger?.["Rows"]).toBe(sheet.rows("Inventory Ledger Detail").length);
  });

  it("lists each missing cost once, in the columns and the order of the Costs tab", async () => {
    const missing = about(sheet, "Missing cost");
    expect(missing.length).toBeGreaterThan(10);
    expect(new Set(missing.map((row) => `${row["fnsku"]} ${row["currency"]}`)).size).toBe(missing.length);
    const other = await TestSheet.open();
    await other.sheets.open(USER);
    await other.sheets.clickMenu(USER, ["Set up this sheet"]);
    const costs = headers(other, "Costs").slice(0, 13);
    expect(costs.at(-1)).toBe("category");
    const at = headers(sheet, TAB).indexOf("msku");
    expect(headers(sheet, TAB).slice(at, at + 13)).toEqual(costs);
    const sizes = about(sheet, "Missing size or category");
    expect(sizes.length).toBeGreaterThan(0);
    for (const row of sizes) {
      expect(row).toMatchObject({ State: expect.stringMatching(/^no (size|category)/), currency: null });
      expect(row["msku"]).not.toBeNull();
    }
    for (const row of sheet.rows(TAB).filter((row) => !String(row["About"]).startsWith("Missing"))) {
      expect(costs.map((header) => row[header])).toEqual(costs.map(() => null));
    }
  });

  it("has its header frozen, a filter, states in colour, and hides what only the add-on needs", () => {
    const tab = sheet.sheet(TAB);
    expect(tab.frozenRows).toBe(1);
    expect(tab.filter?.range).toMatch(new RegExp(`^A1:[A-Z]+${tab.rows}$`));
    const states = new Set(sheet.rows(TAB).map((row) => String(row["State"])));
    const coloured = JSON.stringify(tab.conditionalFormats);
    for (const state of states) if (state !== "optional") expect(coloured).toContain(`"${state}"`);
  });

  it("adds nothing to the answer of the client function", async () => {
    const answer = await sheet.server.auditRun(request);
    expect(Object.keys(answer).sort()).toEqual(["asOf", "cannotTell", "findings", "notes", "totals"]);
  });

  it("takes a constant number of calls", async () => {
    const written = (of: TestSheet) =>
      Object.entries(of.sheets.stats().byKind).reduce(
        (sum, [kind, times]) => (/^Range\.(set|sort|clear)/.test(kind) ? sum + times : sum),
        0,
      );
    const calls = async (of: TestSheet) => {
      await of.server.auditRun(request);
      const before = written(of);
      await of.server.auditRun(request);
      return { rows: of.rows(TAB).length, writes: written(of) - before };
    };
    const small = await TestSheet.open();
    await small.import([ledgerFile("ledger.csv", [{ day: 1 }])]);
    const [few, many] = [await calls(small), await calls(sheet)];
    expect(many.rows).toBeGreaterThan(few.rows + 10);
    // Findings, where there are any, are written with their money formats.
    expect(many.writes - few.writes).toBeLessThanOrEqual(2);
  });

  it("is the same however often the audit runs", async () => {
    const { values } = sheet.sheet(TAB);
    await sheet.server.auditRun(request);
    expect(sheet.sheet(TAB).values).toEqual(values);
  });

  it("keeps the user's notes and costs beside their rows, and drops a cost once it is known", async () => {
    const own = sheet;
    const tab = model(own, TAB);
    own.workbook.insertLines(tab, "column", 3, 1, 2);
    own.workbook.moveColumns(tab, headers(own, TAB).indexOf("To do"), 1, 0);
    const noteAt = (own.sheet(TAB).values[0] ?? []).indexOf(null);
    const costAt = headers(own, TAB).indexOf("unit-cost");
    const before = own.rows(TAB);
    const items = before.flatMap((row, i) => (row["About"] === "Missing cost" ? [i] : []));
    const [known = 0, typed = 0] = items;
    tab.column(noteAt).set(0, ["Mine", ...before.map((row) => `note on ${row["Name"]}`)]);
    tab.column(costAt).set(typed + 1, [3.25]);
    own.workbook.touch();
    const { msku, fnsku, currency } = before[known] ?? {};
    const header = ["msku", "fnsku", "asin", "unit-cost", "currency", "valid-from"];
    const line = [String(msku), String(fnsku), "", "2.50", String(currency), ""];
    await own.import([fileOf("costs.csv", csv([header, line]))]);
    await own.server.auditRun(request);

    const after = own.rows(TAB);
    expect(headers(own, TAB)[0]).toBe("To do");
    for (const row of after.filter((row) => row["About"] === "Report" && row["State"] === "fresh")) {
      expect(row["Mine"]).toBe(`note on ${row["Name"]}`);
    }
    const rowOf = (i: number) => after.filter((row) => row["ID"] === before[i]?.["ID"]);
    expect(rowOf(typed)).toMatchObject([
      { State: "no cost", "unit-cost": 3.25, Mine: `note on ${before[typed]?.["Name"]}` },
    ]);
    // The cost is known now; the user's note keeps the row.
    expect(rowOf(known)).toMatchObject([{ State: "no longer found" }]);
    expect(about(own, "Missing cost").filter((row) => row["State"] === "no cost")).toHaveLength(
      items.length - 1,
    );
  });
});
