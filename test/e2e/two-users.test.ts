/** Two people in one workbook: each sees the other's changes, no step is lost, nothing is claimed twice. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningServer } from "../../simulator/server/server.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { clockFrom, openServer, SheetWindow } from "./sheet.ts";

let browser: Browser;
let server: RunningServer;
let ana: SheetWindow;
let ben: SheetWindow;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await launch();
  server = await openServer({ clock: clockFrom(), begin: "sample" });
  [ana, ben] = await Promise.all([
    SheetWindow.open(browser, server, "ana"),
    SheetWindow.open(browser, server, "ben"),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

it.skipIf(CHROMIUM === null)("shows what one types in the other's window", async () => {
  for (const one of [ana, ben]) await one.tab("Costs").click();
  await ana.page.getByRole("textbox", { name: "Name box" }).fill("B40");
  await ana.page.keyboard.press("Enter");
  await ana.page.keyboard.type("typed by ana");
  await ana.page.keyboard.press("Enter");
  await ben.page.getByRole("textbox", { name: "Name box" }).fill("B40");
  await ben.page.keyboard.press("Enter");
  await ben.page.getByRole("gridcell", { name: "typed by ana" }).waitFor();
});

it.skipIf(CHROMIUM === null)("lets one of two start a claim, and tells the other who did", async () => {
  for (const one of [ana, ben]) {
    await one.addOnMenu("Open findings");
    await one.entries.first().click();
    await one.button("Start a claim").waitFor();
  }
  await ana.button("Start a claim").click();
  await ana.button("Copy case text").waitFor();
  await ben.button("Start a claim").click();
  await ben.said(/ana .*seconds? ago/).waitFor();
  await ben.button("Open the claim").click();
  await ben.button("Copy case text").waitFor();

  // Both file the same claim: one case is kept.
  const filing = async (one: SheetWindow, caseId: string) => {
    await one.button("Filed with Amazon").click();
    await one.sidebar.getByLabel("Case ID").fill(caseId);
    const read = one.sidebar.getByRole("checkbox", { name: /I have read/ });
    if (await read.isVisible()) await read.check();
  };
  await filing(ana, "15500000001");
  await filing(ben, "15500000002");
  const send = (one: SheetWindow) =>
    one.sidebar.locator("form").getByRole("button", { name: "Filed with Amazon" }).click();
  await Promise.all([send(ana), send(ben)]);
  const said = await Promise.race([
    ana
      .said(/ben .*seconds? ago/)
      .waitFor()
      .then(() => "ben was first"),
    ben
      .said(/ana .*seconds? ago/)
      .waitFor()
      .then(() => "ana was first"),
  ]);
  const first = said === "ana was first" ? "15500000001" : "15500000002";
  for (const one of [ana, ben]) await one.said(first).waitFor();

  const log = server.host.workbook.snapshot().sheets.find(({ name }) => name === "Claim Log");
  const [headers = [], ...rows] = log?.values ?? [];
  const to = rows.map((row) => row[headers.indexOf("To")]).filter((state) => state === "filed");
  expect(to).toEqual(["filed"]);
  expect([...ana.errors, ...ben.errors]).toEqual([]);
});
