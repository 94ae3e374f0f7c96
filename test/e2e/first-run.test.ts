/** From nothing to a claim that is paid, as a seller does it on the first day and the days after. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningServer } from "../../simulator/server/server.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { clockFrom, openServer, type SampleFile, SheetWindow, sampleFiles } from "./sheet.ts";

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

it.skipIf(CHROMIUM === null)("leads from an empty sheet to a paid claim", async () => {
  const { sidebar } = ana;
  await ana.addOnMenu("Import reports");
  await ana.button("Set up this sheet").click();
  await ana.said("Drop Amazon’s report files here").waitFor();
  await ana.page.getByRole("tab", { name: "Start here", selected: true }).waitFor();
  await ana.choose(sampleFiles());
  await ana.button(/^Import \d+ files$/).click();
  await ana.button("Run audit").waitFor({ timeout: 120_000 });
  await ana.button("Run audit").click();
  await ana.button("See the findings").click({ timeout: 60_000 });

  await ana.entries.first().waitFor();
  await sidebar.getByLabel("Search findings").fill("lost in the warehouse");
  await ana.entries.first().click();
  await ana.button("Start a claim").click();

  await ana.button("Copy case text").click();
  const copied = await ana.page.evaluate(() => navigator.clipboard.readText());
  const fnsku = /X00\w{7}/.exec(copied)?.[0] ?? "";
  expect(fnsku, `the case text names the item: ${copied}`).not.toBe("");
  const [symbol, amount] =
    /([$€])([\d.,]+)/.exec(await sidebar.locator(".detail .amount:visible").first().innerText())?.slice(1) ??
    [];

  const step = async (label: string, fields: Readonly<Record<string, string>>, then: string) => {
    await ana.button(label).click();
    for (const [name, value] of Object.entries(fields)) await sidebar.getByLabel(name).fill(value);
    const read = sidebar.getByRole("checkbox", { name: /I have read/ });
    if (await read.isVisible()) await read.check();
    await sidebar.locator("form").getByRole("button", { name: label }).click();
    await ana.said(`The claim is now: ${then}.`).waitFor();
  };
  await step("Filed with Amazon", { "Case ID": "15501234567" }, "filed");

  await ana.view("Import").click();
  await ana.button(/Clear/).click();
  await ana.choose([
    payment({ fnsku, caseId: "15501234567", currency: symbol === "€" ? "EUR" : "USD", amount }),
  ]);
  await ana.button("Import 1 file").click();
  await ana.said("1 file imported.").waitFor();

  await ana.view("Claims").click();
  // The claim that was left open knows of it, too.
  await sidebar.getByRole("list", { name: "Payments to confirm" }).waitFor();
  await ana.button("← All claims").click();
  await ana.said("1 payment to confirm").click();
  await ana.button("Confirm").first().click();
  await ana.said("The payment is confirmed.").waitFor();
  await ana.entries.first().click();
  await step("Close", {}, "closed");

  const [claims, log] = ["Claims", "Claim Log"].map((name) => valuesOf(server, name));
  expect(claims?.[1]?.slice(0, 4)).toEqual(["closed", "15501234567", Number(amount), Number(amount)]);
  const [to, who] = [columnOf(log, "To"), columnOf(log, "Who")];
  expect(to).toEqual(["to file", "filed", "paid", "closed"]);
  expect(new Set(who)).toEqual(new Set(["ana"]));
  await ana.page.getByRole("tab", { name: "Claim Log" }).click();
  await ana.page.getByRole("gridcell", { name: "15501234567" }).first().waitFor();
  expect(ana.errors).toEqual([]);
});

function valuesOf({ host }: RunningServer, name: string) {
  const sheet = host.workbook.snapshot().sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`There is no tab ${name}.`);
  return sheet.values;
}

function columnOf(values: ReturnType<typeof valuesOf> | undefined, header: string) {
  const [headers = [], ...rows] = values ?? [];
  return rows.map((row) => row[headers.indexOf(header)]).filter((value) => value !== "" && value !== null);
}

/** Amazon's Reimbursements with one payment of that case. */
function payment(paid: {
  fnsku: string;
  caseId: string;
  currency: string;
  amount: string | undefined;
}): SampleFile {
  const cells: Readonly<Record<string, string>> = {
    "approval-date": "2026-11-20T10:00:00-08:00",
    "reimbursement-id": "9990001112",
    "case-id": paid.caseId,
    "amazon-order-id": "",
    reason: "Lost_Warehouse",
    sku: "",
    fnsku: paid.fnsku,
    asin: "",
    "product-name": "",
    condition: "NewItem",
    "currency-unit": paid.currency,
    "amount-per-unit": paid.amount ?? "",
    "amount-total": paid.amount ?? "",
    "quantity-reimbursed-cash": "2",
    "quantity-reimbursed-inventory": "0",
    "quantity-reimbursed-total": "2",
    "original-reimbursement-id": "",
    "original-reimbursement-type": "",
  };
  const text = `${Object.keys(cells).join("\t")}\n${Object.values(cells).join("\t")}\n`;
  return { name: "reimbursements-later.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
}
