/** Texts that would do harm if anything took them for more than text, from a file through every view. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningServer } from "../../simulator/server/server.ts";
import { ledgerDetail } from "../../src/reports/index.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { clockFrom, openServer, type SampleFile, SheetWindow } from "./sheet.ts";

let browser: Browser;
let server: RunningServer;
let ana: SheetWindow;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await launch();
  server = await openServer({ clock: clockFrom() });
  ana = await SheetWindow.open(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const HOSTILE = [
  "<img src=x onerror=alert(1)>",
  "</script><script>alert(2)</script>",
  '=IMPORTXML("https://example.com";"//a")',
  "+cmd|' /C calc'!A0",
  "@SUM(1;1)",
  "-2+3",
  "שלום \u202Egnp.exe",
  "👩‍👩‍👧‍👦 Ünïcödé",
  "x".repeat(49_000),
];

/** A ledger of losses whose every text column holds one of these. */
function ledger(): SampleFile {
  const headers = Object.values(ledgerDetail.columns).map(({ header }) => header);
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const row = (day: string, type: string, reason: string, quantity: string, i: number, text: string) =>
    [
      `${day}/2026`,
      `X00HOSTIL${i}`,
      `B0HOSTILE${i}`,
      text,
      text,
      type,
      text,
      quantity,
      text,
      "SELLABLE",
      reason,
      "US",
      "0",
      quantity.replace("-", ""),
      "",
      text,
    ].map(quoted);
  const rows = HOSTILE.map((text, i) => row("10/01", "Adjustments", "M", "-1", i, text));
  // The ledger reaches to the end.
  rows.push(row("11/19", "Receipts", "", "1", 99, "last"));
  const text = [headers.map(quoted), ...rows].map((cells) => `${cells.join(",")}\n`).join("");
  return { name: "<b>ledger</b> =1+1.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

const REIMBURSEMENTS: SampleFile = {
  name: "reimbursements.txt",
  mimeType: "text/plain",
  buffer: Buffer.from(
    "approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tsku\tfnsku\tasin\tproduct-name\tcondition\tcurrency-unit\tamount-per-unit\tamount-total\tquantity-reimbursed-cash\tquantity-reimbursed-inventory\tquantity-reimbursed-total\toriginal-reimbursement-id\toriginal-reimbursement-type\n",
  ),
};

it.skipIf(CHROMIUM === null)("stays text in the sheet, the sidebar, the case text and the log", async () => {
  const dialogs: string[] = [];
  ana.page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await ana.addOnMenu("Import reports");
  await ana.button("Set up this sheet").click();
  await ana.said("Drop Amazon’s report files here").waitFor();
  await ana.choose([ledger(), REIMBURSEMENTS]);
  await ana.button("Import 2 files").click();
  await ana.button("Run audit").click({ timeout: 60_000 });
  await ana.button("See the findings").click({ timeout: 60_000 });
  await ana.entries.first().waitFor();
  const count = await ana.entries.count();
  expect(count).toBeGreaterThan(3);

  for (let i = 0; i < HOSTILE.length && i < count; i++) {
    await ana.entries.first().click();
    await ana.button("Start a claim").click();
    await ana.button("Copy case text").waitFor();
    await ana.button("Filed with Amazon").click();
    await ana.sidebar.getByLabel("Case ID").fill(`1550000${i}000`);
    await ana.said("More to note").click();
    await ana.sidebar
      .getByLabel("Note", { exact: false })
      .filter({ visible: true })
      .first()
      .fill(HOSTILE[i]?.slice(0, 2000) ?? "");
    const read = ana.sidebar.getByRole("checkbox", { name: /I have read/ });
    if (await read.isVisible()) await read.check();
    await ana.sidebar.locator("form").getByRole("button", { name: "Filed with Amazon" }).click();
    await ana.said("The claim is now: filed.").waitFor();
    await ana.view("Findings").click();
    await ana.button("← All findings").click();
  }
  for (const name of ["Inventory Ledger Detail", "Findings", "Claims"]) {
    await ana.page.getByRole("tab", { name, exact: true }).click();
    await ana.page.getByRole("gridcell").first().waitFor();
  }

  const { sheets } = server.host.workbook.snapshot();
  const written = sheets.flatMap(({ values }) => values.flat());
  for (const text of HOSTILE) expect(written, text.slice(0, 40)).toContain(text);
  expect(sheets.flatMap(({ formulas }) => Object.values(formulas))).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(ana.errors).toEqual([]);
  const markup = await ana.page.evaluate(() => document.querySelectorAll("img[src='x']").length);
  expect(markup).toBe(0);
});
