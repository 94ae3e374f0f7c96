/** What the server acknowledged survives being killed at any moment. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scriptFolder } from "./script.ts";
import { type Entry, emptyFolder, TestWindow } from "./window.ts";

const ROUNDS = 10;
/** Milliseconds of work before the kill, spread over the rounds. */
const LONGEST = 400;

/** A server in a process of its own, to be killed: `node FILE FOLDER DIST`. Prints how to get in. */
const SERVER = `
import { startServer } from "./simulator/server/server.ts";
const [folder, dist] = process.argv.slice(2);
const server = await startServer({ root: ".", port: 0, folder, begin: "nothing", dist, page: new Map() });
const { origin, token, warnings } = server;
process.stdout.write(JSON.stringify({ origin, token, warnings }) + "\\n");
`;

const file = join(process.cwd(), "build", `killed-server-${process.pid}.mjs`);
let dist: string;

beforeAll(async () => {
  await mkdir(join(process.cwd(), "build"), { recursive: true });
  await build({
    stdin: { contents: SERVER, resolveDir: process.cwd(), loader: "ts" },
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
  });
  dist = await scriptFolder();
});
afterAll(() => rm(file, { force: true }));

interface Child extends Entry {
  readonly process: ChildProcess;
  readonly warnings: readonly string[];
}

async function started(folder: string): Promise<Child> {
  const process = spawn("node", [file, folder, dist], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  for await (const part of process.stdout ?? []) {
    text += String(part);
    if (text.includes("\n")) break;
  }
  return { ...JSON.parse(text), process };
}

/** Works until the server is gone; notes what it was told is done. */
async function workOfAna(window: TestWindow, page: string, first: number, acknowledged: Map<string, string>) {
  const sheetId = window.firstSheet;
  try {
    for (let n = first; ; n++) {
      const text = `a ${n}`;
      const row = n % 40;
      if (n % 7 === 6) {
        const request = { from: 101, rows: 500, value: text };
        await window.ask("callClient", { page, functionName: "writeMany", args: [request] });
        acknowledged.set("many", text);
      } else {
        await window.ask("type", { sheetId, row, column: 0, text });
        acknowledged.set(`0:${row}`, text);
      }
    }
  } catch (problem) {
    expect(String(problem)).toMatch(/ECONNREFUSED|ECONNRESET|socket hang up/);
  }
}

/** The number in a text such as `a 12`: what came later is larger. */
const count = (text: string | undefined) => Number(text?.split(" ")[1] ?? -1);

describe("a server killed while two people and a script write", () => {
  it("has everything it acknowledged when it is started again", async () => {
    const folder = await emptyFolder();
    let edits = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const child = await started(folder);
      expect(child.warnings).toEqual([]);
      const [ana, ben] = [await TestWindow.open(child, "ana"), await TestWindow.open(child, "ben")];
      await ana.ask("menu", { functionName: "showSidebar" });
      const { page } = await ana.until("page");
      await ana.ask("clear", { sheetId: ana.firstSheet, area: { row: 0, column: 0, rows: 700, columns: 7 } });
      const acknowledged = new Map<string, string>();
      const working = [
        workOfAna(ana, page.id, round * 1_000_000, acknowledged),
        workOfBen(ben, acknowledged),
      ];
      await new Promise((resolve) => setTimeout(resolve, (LONGEST * (round + 1)) / ROUNDS));
      child.process.kill("SIGKILL");
      await once(child.process, "exit");
      await Promise.all(working);
      for (const window of [ana, ben]) window.close();
      edits += acknowledged.size;

      const again = await started(folder);
      expect(again.warnings).toEqual([]);
      const after = await TestWindow.open(again, "ana");
      const texts = await after.texts(after.firstSheet, 700);
      for (const [place, text] of acknowledged) {
        if (place === "many") continue;
        const [column, row] = place.split(":").map(Number);
        const kept = texts[row ?? 0]?.[column ?? 0];
        // A later edit may have been kept although its answer was lost.
        expect(count(kept), `${place}: ${text} was acknowledged`).toBeGreaterThanOrEqual(count(text));
      }
      await after.ask("menu", { functionName: "showSidebar" });
      const sidebar = (await after.until("page")).page.id;
      const last = await after.ask("callClient", { page: sidebar, functionName: "lastWritten", args: [] });
      const many = acknowledged.get("many");
      if (many !== undefined) {
        expect(last.ok && count(String(last.value))).toBeGreaterThanOrEqual(count(many));
        const block = texts.slice(100, 600).map((row) => row[4]);
        expect(block).toHaveLength(500);
        expect(Math.min(...block.map(count))).toBeGreaterThanOrEqual(count(many));
      }
      after.close();
      again.process.kill("SIGKILL");
      await once(again.process, "exit");
    }
    expect(edits).toBeGreaterThan(ROUNDS * 5);
  });
});

/** Another person's cells, in a column of their own. */
async function workOfBen(window: TestWindow, acknowledged: Map<string, string>): Promise<void> {
  const sheetId = window.firstSheet;
  try {
    for (let n = 0; ; n++) {
      await window.ask("paste", {
        sheetId,
        area: { row: 50, column: 1, rows: 2, columns: 1 },
        rows: [[`b ${n}`], [`b ${n}`]],
      });
      for (const row of [50, 51]) acknowledged.set(`1:${row}`, `b ${n}`);
    }
  } catch (problem) {
    expect(String(problem)).toMatch(/ECONNREFUSED|ECONNRESET|socket hang up/);
  }
}
