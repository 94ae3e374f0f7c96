/** Tabs too large for one execution, audited in the sidebar. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { AuditAnswer } from "../../intake/server.ts";
import type { RunningServer } from "../../simulator/server/server.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { AS_OF, clockFrom, openServer, type SampleFile, SheetWindow } from "./sheet.ts";

const LEDGER = "Inventory Ledger Detail";
/** With 13 columns the audits read: more than half a million cells. */
const ROWS = 42_000;
/** Every so many rows a unit goes missing. */
const EVERY = 80;

let browser: Browser;
let server: RunningServer;
let ana: SheetWindow;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await launch();
  server = await openServer({ clock: clockFrom() });
  ana = await SheetWindow.open(browser, server);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

function file(name: string, lines: readonly string[]): SampleFile {
  return { name, mimeType: "text/plain", buffer: Buffer.from(lines.join("\n")) };
}

function files(): SampleFile[] {
  const ledger = [
    "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry\tReconciled Quantity\tUnreconciled Quantity\tDate and Time\tStore",
  ];
  for (let i = 0; i < ROWS; i++) {
    const lost = i % EVERY === 0;
    const day = `${String(9 + (i % 3)).padStart(2, "0")}/${String(1 + (i % 19)).padStart(2, "0")}/2026`;
    const item = String(i % 4000).padStart(4, "0");
    ledger.push(
      `${day}\tX00000${item}\tB00000${item}\tSKU-${item}\tItem\t${lost ? "Adjustments" : "Shipments"}\t${7_000_000 + i}\t-1\tPHX3\tSELLABLE\t${lost ? "M" : ""}\tUS\t0\t${lost ? 1 : 0}\t\t`,
    );
  }
  const reimbursements = [
    "approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tsku\tfnsku\tasin\tproduct-name\tcondition\tcurrency-unit\tamount-per-unit\tamount-total\tquantity-reimbursed-cash\tquantity-reimbursed-inventory\tquantity-reimbursed-total\toriginal-reimbursement-id\toriginal-reimbursement-type",
    "2026-09-02T20:00:00+00:00\t7000000001\t\t\tLost_Warehouse\tOLD-1\tX00OLD0001\tB0TESTASIN\tItem\tNewItem\tUSD\t10.00\t10.00\t1\t0\t1\t\t",
  ];
  return [file("ledger.txt", ledger), file("reimbursements.txt", reimbursements)];
}

function tab(name: string) {
  return server.host.workbook.snapshot().sheets.find((sheet) => sheet.name === name)?.values ?? [];
}

/** In one execution, for comparison. */
async function atOnce(): Promise<AuditAnswer> {
  const request = { asOf: AS_OF, marketplace: "US", cellsAtOnce: 10_000_000 };
  return (await server.host.sheets.callClient("ana", "auditRun", request)) as AuditAnswer;
}

it.skipIf(CHROMIUM === null)(
  "says beforehand how long it takes, can be stopped, tells what went wrong, and finds the same",
  async () => {
    await ana.addOnMenu("Import reports");
    await ana.button("Set up this sheet").click();
    await ana.said("Drop Amazon’s report files here").waitFor();
    await ana.choose(files());
    await ana.button("Import 2 files").click({ timeout: 60_000 });
    await ana.button("Run audit").waitFor({ timeout: 240_000 });
    await ana.said(/^The audit reads 5\d\d,\d{3} cells: about \d+ (s|min), in this sidebar\.$/).waitFor();

    // It begins, and is stopped.
    await ana.button("Run audit").click();
    await ana.said(/^\d+ % · reading the tabs$/).waitFor({ timeout: 60_000 });
    await ana.said("Keep this sidebar open").waitFor();
    await ana.button("Cancel audit").click();
    await ana.said("The audit was stopped. Nothing was written.").waitFor({ timeout: 60_000 });
    expect(tab("Findings")).toHaveLength(1);

    // Somebody keeps taking rows out while it reads.
    const sheet = server.host.workbook.sheetByName(LEDGER);
    if (!sheet) throw new Error("There is no ledger.");
    const taking = setInterval(() => server.host.workbook.removeLines(sheet, "row", 5, 1), 400);
    await ana.button("Run audit").click();
    await ana
      .said(`Somebody changed the sheet twice while the audit read it (“${LEDGER}”). Nothing was written`)
      .waitFor({ timeout: 240_000 });
    clearInterval(taking);
    expect(tab("Findings")).toHaveLength(1);

    // The menu leads to the sidebar, which begins at once.
    await ana.addOnMenu("Run audit");
    await ana.said(/^\d+ % · /).waitFor({ timeout: 120_000 });
    await ana.button("See the findings").click({ timeout: 300_000 });
    await ana.entries.first().waitFor();
    const written = tab("Findings");
    expect(written.length).toBeGreaterThan(ROWS / EVERY);
    const health = tab("Data health");
    const { findings } = await atOnce();
    expect(findings).toHaveLength(written.length - 1);
    expect(tab("Findings")).toEqual(written);
    expect(tab("Data health")).toEqual(health);
    expect(ana.errors).toEqual([]);
  },
  900_000,
);
