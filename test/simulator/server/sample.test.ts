/** The sample workbook: what npm start shows first, and File → Open sample. */

import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Opened } from "../../../simulator/server/protocol.ts";
import { build } from "../../../tools/build.mjs";
import { emptyFolder, TestWindow, testServer } from "./window.ts";

const DAY = "2026-11-20";
const started = Date.now();
const clock = {
  now: () => Date.parse(`${DAY}T20:00:00Z`) + Date.now() - started,
  sleep: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

let dist: string;
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), "dist-"));
  await build({ outDir: dist });
});

const tab = ({ sheets }: Opened, name: string) => {
  const found = sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`There is no tab ${name}.`);
  return found;
};

describe("the sample", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await emptyFolder();
  });

  it("is there at the first start, imported and audited as of today, and its findings are what one sees", async () => {
    const said: string[] = [];
    const onProgress = (text: string) => said.push(text);
    const server = await testServer({ folder, dist, clock, begin: "sample", onProgress });
    expect(said[0]).toBe("The sample account is being imported and audited. 0 %");
    const window = await TestWindow.open(server, "ana");
    const { opened } = window;
    if (!opened) throw new Error("The window is not open.");
    const findings = tab(opened, "Findings");
    expect(opened.place.sheetId).toBe(findings.id);
    expect(findings.contentRows).toBeGreaterThan(50);
    expect(tab(opened, "Imports").contentRows).toBeGreaterThan(20);
    const { rows } = await window.ask("rows", { sheetId: findings.id, shown: 0, count: 1000 });
    const column = (name: string) => rows[0]?.texts.indexOf(name) ?? -1;
    // What is owed now can still be filed, the most urgent of it within the week.
    const ahead = rows
      .slice(1)
      .filter(({ texts }) => texts[column("State")] === "file")
      .map(({ texts }) => Number(texts[column("Days left")]));
    expect(Math.min(...ahead)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...ahead)).toBeLessThan(7);
    window.close();
    await server.close();
  });

  it("is what a second start opens, with what was changed since", async () => {
    const first = await testServer({ folder, dist, clock, begin: "sample" });
    const ana = await TestWindow.open(first, "ana");
    const { sheetId } = await ana.ask("addSheet", { name: "Mine" });
    await ana.ask("type", { sheetId, row: 0, column: 0, text: "kept" });
    ana.close();
    await first.close();
    const said: string[] = [];
    const second = await testServer({
      folder,
      dist,
      clock,
      begin: "sample",
      onProgress: (text) => said.push(text),
    });
    expect(said).toEqual([]);
    const again = await TestWindow.open(second, "ana");
    expect(await again.texts(sheetId, 1)).toEqual([["kept"]]);
    again.close();
    await second.close();
  });

  it("is opened from the menu in place of another workbook, which nobody can change meanwhile", async () => {
    const server = await testServer({ dist, clock });
    const [ana, ben] = [await TestWindow.open(server, "ana"), await TestWindow.open(server, "ben")];
    const sheetId = ana.firstSheet;
    const opening = ana.ask("startOver", { with: "sample" });
    const { progress } = await ben.until("progress", (news) => news.progress !== null);
    expect(progress?.text).toBe("The sample account is being imported and audited.");
    await expect(ben.ask("type", { sheetId, row: 0, column: 0, text: "lost" })).rejects.toThrow(
      "409: The sample account is being imported and audited. Wait until it is there.",
    );
    await expect(ben.ask("startOver", { with: "nothing" })).rejects.toThrow("409");
    expect((await ben.ask("open", {})).progress).not.toBeNull();
    await opening;
    await ben.until("reset");
    expect(tab(await ben.ask("open", {}), "Findings").contentRows).toBeGreaterThan(50);
    await ben.until("progress", (news) => news.progress === null);
    for (const window of [ana, ben]) window.close();
    await server.close();
  });
});
