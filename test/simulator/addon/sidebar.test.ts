/** What the sidebar is told: where to begin, long lists in pages, the sheet beside it. */
import { beforeAll, describe, expect, it } from "vitest";
import { ANNA, AS_OF, BEN, Desk } from "../claims/desk.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.audited();
}, 120_000);

describe("the first call of the sidebar", () => {
  it("says in an empty sheet that nothing is there, sets it up, and changes nothing by asking", async () => {
    const empty = await Desk.empty();
    const before = empty.workbook.snapshot();
    const start = await empty.as(ANNA).sidebarStart({});
    expect(start).toMatchObject({
      user: { name: ANNA, verified: true },
      setUp: false,
      today: "2026-07-20",
      marketplace: null,
      imports: [],
      audit: null,
      totals: [],
      toFile: 0,
      claims: [],
      settings: { dailyCap: 10 },
    });
    expect(await empty.as(ANNA).downloadsNext({})).toEqual({ summary: null, downloads: [], costsMissing: 0 });
    expect(empty.workbook.snapshot()).toEqual(before);
    expect(await empty.as(ANNA).setUp({})).toMatchObject({ setUp: true, audit: null });
    const next = await empty.as(ANNA).downloadsNext({});
    expect(next.summary?.todo).toMatch(/^Import first: /);
    expect(next.downloads[0]).toMatchObject({ state: "missing" });
    expect(next.downloads[0]?.todo).toContain(">");
  });

  it("says what was imported and audited, and that an import since made the audit old", async () => {
    const start = await desk.as(BEN).sidebarStart({});
    const ledger = start.imports.find(({ report }) => report === "ledger-detail");
    const files = desk.rows("Imports").filter(({ Report }) => Report === "Inventory Ledger Detail").length;
    expect(ledger).toMatchObject({ title: "Inventory Ledger Detail", marketplace: "US", files });
    expect(ledger?.rows).toBeGreaterThan(10);
    expect(start).toMatchObject({
      setUp: true,
      marketplace: "US",
      audit: { asOf: AS_OF, who: ANNA, outdated: false },
    });
    const invoices = "invoice-number,invoice-date,supplier,msku,units\r\nI-1,2026-01-02,S,SKU-1,5\r\n";
    await desk.import([{ name: "invoices.csv", bytes: new TextEncoder().encode(invoices) }]);
    expect((await desk.as(BEN).sidebarStart({})).audit?.outdated).toBe(true);
    await desk.as(BEN).auditSummary({ asOf: AS_OF, marketplace: "US" });
    expect((await desk.as(BEN).sidebarStart({})).audit).toMatchObject({ who: BEN, outdated: false });
  });
});

describe("lists", () => {
  it("come in pages of at most 1 MB, each finding once, whatever texts the rows hold", async () => {
    const own = await Desk.empty();
    await own.as(ANNA).setUp({});
    const tab = own.workbook.sheetByName("Findings");
    if (!tab) throw new Error("no tab");
    const header = (own.sheet("Findings").values[0] ?? []).map(String);
    const many = 5000;
    const fill = (name: string, value: (i: number) => string | number) =>
      tab.column(header.indexOf(name)).set(
        1,
        Array.from({ length: many }, (_, i) => value(i)),
      );
    own.workbook.insertLines(tab, "row", tab.maxRows, many, tab.maxRows - 1);
    fill("ID", (i) => `warehouse-lost-${String(i).padStart(14, "0")}`);
    fill("State", () => "file");
    fill("Family", () => "inventory");
    fill("Audit", () => "warehouse-lost");
    fill("Event date", () => 46000);
    fill("Amount", (i) => i / 100);
    fill("Currency", () => "USD");
    fill("What", (i) => (i % 7 === 0 ? "\u0000".repeat(3000) : "😀".repeat(500)));
    fill("MSKU", () => "<b>".repeat(500));
    fill("Order ID", () => '"'.repeat(500));
    own.workbook.touch();
    const seen: string[] = [];
    let from: number | null = 0;
    let revision: string | null = null;
    let pages = 0;
    while (from !== null) {
      const page = await own.as(ANNA).findingsList({ from, revision });
      expect(JSON.stringify(page).length).toBeLessThan(1_000_000);
      expect(page.total).toBe(many);
      seen.push(...page.findings.map(({ id }) => id));
      ({ next: from, revision } = page);
      pages += 1;
    }
    expect(pages).toBeGreaterThan(4);
    expect(seen.length).toBe(many);
    expect(new Set(seen).size).toBe(many);
    expect(await own.as(ANNA).findingsList({ from: 1000, revision: "of another day" })).toMatchObject({
      revision: null,
      findings: [],
    });
  }, 120_000);
});

describe("the sheet beside the sidebar", () => {
  it("shows a source line to the user who asks, and tells when rows were moved", async () => {
    const finding = await desk.toFile();
    const [line] = finding.finding.evidence;
    const request = { report: line?.report ?? "", line: line?.line ?? 0, findingId: finding.finding.id };
    const shown = await desk.as(ANNA).showLine(request);
    expect(shown).toEqual({ tab: finding.reports[request.report], row: request.line, moved: null });
    const header = (await desk.as(ANNA).showLine({ ...request, line: 2 })).moved;
    expect(header === null || header.startsWith("This row names neither")).toBe(true);
    await expect(desk.as(ANNA).showLine({ ...request, line: 999_999 })).rejects.toThrow(
      "has no row 999999 any more",
    );
    await expect(desk.as(ANNA).showLine({ ...request, report: "no-such" })).rejects.toThrow(
      "There is no tab",
    );
  });

  it("says which finding or claim the active row is", async () => {
    const finding = await desk.toFile();
    const claim = await desk.started(finding);
    await desk.as(ANNA).showLine({ report: "ledger-detail", line: 2, findingId: null });
    expect(await desk.as(ANNA).selection({})).toEqual({ finding: null, claim: null });
    const row = desk.rows("Findings").findIndex(({ ID }) => ID === finding.finding.id) + 2;
    activate("Findings", row);
    expect(await desk.as(ANNA).selection({})).toEqual({ finding: finding.finding.id, claim: null });
    activate("Findings", 1);
    expect(await desk.as(ANNA).selection({})).toEqual({ finding: null, claim: null });
    const at = desk.rows("Claims").findIndex((one) => one["Claim ID"] === claim.claim.id) + 2;
    activate("Claims", at);
    expect(await desk.as(ANNA).selection({})).toEqual({ finding: null, claim: claim.claim.id });
    // Ben looks somewhere else.
    expect(await desk.as(BEN).selection({})).not.toEqual(await desk.as(ANNA).selection({}));
  });
});

function activate(tab: string, row: number): void {
  const model = desk.workbook.sheetByName(tab);
  if (!model) throw new Error(`no tab ${tab}`);
  desk.workbook.select(ANNA, {
    sheetId: model.id,
    area: { row: row - 1, column: 2, rows: 1, columns: 1 },
  });
}
