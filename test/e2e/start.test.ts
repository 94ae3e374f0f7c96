/** `npm start` as a newcomer meets it: built, the sample audited, the workbook in the browser, ended with Ctrl + C. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CHROMIUM, launch } from "./browser.ts";
import { SheetWindow } from "./sheet.ts";

it.skipIf(CHROMIUM === null)(
  "shows the findings of the made-up seller, and ends when it is told to",
  async () => {
    const folder = await mkdtemp(join(tmpdir(), "reimb-e2e-start-"));
    const start = spawn("node", [
      "simulator/reimb.mjs",
      "start",
      "--no-open",
      "--port",
      "0",
      "--folder",
      folder,
    ]);
    const browser = await launch();
    try {
      let printed = "";
      while (!/http:\S+token=\S+/.test(printed)) {
        const [part] = await once(start.stdout, "data");
        printed += String(part);
      }
      const url = /http:\S+token=\S+/.exec(printed)?.[0] ?? "";
      const ana = await SheetWindow.open(browser, { url });
      await ana.page.getByRole("tab", { name: "Findings", exact: true }).click();
      await ana.page.getByRole("gridcell", { name: "file", exact: true }).first().waitFor();
      await ana.addOnMenu("Open findings");
      await ana.entries.first().waitFor();
      expect(ana.errors).toEqual([]);
      start.kill("SIGINT");
      const [code] = await once(start, "exit");
      expect(code).toBe(0);
    } finally {
      await browser.close();
      start.kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    }
  },
);
