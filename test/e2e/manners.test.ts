/** Small things one trips over in a narrow sidebar. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { RunningServer } from "../../simulator/server/server.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { clockFrom, openServer, SheetWindow } from "./sheet.ts";

let browser: Browser;
const servers: RunningServer[] = [];

async function opened(begin: "nothing" | "sample"): Promise<SheetWindow> {
  const server = await openServer({ clock: clockFrom(), begin });
  servers.push(server);
  return SheetWindow.open(browser, server);
}

beforeAll(async () => {
  if (CHROMIUM !== null) browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  for (const server of servers) await server.close();
});

it.skipIf(CHROMIUM === null)("takes away files that were all refused", async () => {
  const ana = await opened("nothing");
  await ana.addOnMenu("Import reports");
  await ana.button("Set up this sheet").click();
  await ana.said("Drop Amazon’s report files here").waitFor();
  await ana.choose([{ name: "a.json", mimeType: "text/plain", buffer: Buffer.from('{"a": 1}') }]);
  await ana.said("Not a report").waitFor();
  await ana.button("Clear list").click();
  expect(await ana.sidebar.getByText("Not a report").count()).toBe(0);
  await ana.close();
});

it.skipIf(CHROMIUM === null)("shows every occasion of a case text whole", async () => {
  const ana = await opened("sample");
  await ana.addOnMenu("Open findings");
  await ana.entries.first().click();
  await ana.button("Start a claim").click();
  const stages = ana.sidebar.getByLabel("Stage");
  await stages.waitFor();
  const { room, widest } = await stages.evaluate((select) => {
    const style = getComputedStyle(select);
    const pen = document.createElement("canvas").getContext("2d");
    if (!pen) throw new Error("The browser cannot measure text.");
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const widths = [...select.querySelectorAll("option")].map(({ text }) => pen.measureText(text).width);
    const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
    return { room: select.clientWidth - padding, widest: Math.max(...widths) };
  });
  // Beside the text stands the arrow.
  expect(widest + 20).toBeLessThanOrEqual(room);
  await ana.close();
});
