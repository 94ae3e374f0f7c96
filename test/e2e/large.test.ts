/** A file of 100 MB, and a host that is killed in the middle of an import. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CHROMIUM, launch } from "./browser.ts";
import { dist, SheetWindow } from "./sheet.ts";

/** A host in a process of its own, to be killed: `node FILE FOLDER DIST`. Prints how to get in. */
const SERVER = `
import { startServer } from "./simulator/server/server.ts";
const [folder, dist] = process.argv.slice(2);
const server = await startServer({ root: process.cwd(), port: 0, folder, begin: "nothing", dist });
const { url, warnings } = server;
process.stdout.write(JSON.stringify({ url, warnings }) + "\\n");
process.on("message", () => {
  const sheet = server.host.workbook.snapshot().sheets.find(({ name }) => name === "Inventory Ledger Detail");
  const key = sheet?.values[0]?.indexOf("_key") ?? -1;
  const keys = (sheet?.values ?? []).slice(1).map((row) => row[key]).filter(Boolean);
  process.send?.({ rows: keys.length, different: new Set(keys).size });
});
`;

interface Child {
  readonly url: string;
  readonly warnings: readonly string[];
  readonly process: ChildProcess;
}

const script = join(process.cwd(), "build", `e2e-server-${process.pid}.mjs`);
let browser: Browser;
let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  if (CHROMIUM === null) return;
  folder = await mkdtemp(join(tmpdir(), "reimb-e2e-large-"));
  await mkdir(join(process.cwd(), "build"), { recursive: true });
  await build({
    stdin: { contents: SERVER, resolveDir: process.cwd(), loader: "ts" },
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  for (const child of children) child.kill("SIGKILL");
  await rm(script, { force: true });
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function started(workbook: string): Promise<Child> {
  const child = spawn("node", [script, join(folder, workbook), await dist()], {
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  children.push(child);
  let text = "";
  for await (const part of child.stdout ?? []) {
    text += String(part);
    if (text.includes("\n")) break;
  }
  return { ...JSON.parse(text), process: child };
}

async function ledgerIn({ process: child }: Child): Promise<{ rows: number; different: number }> {
  child.send("count");
  const [counted] = await once(child, "message");
  return counted;
}

const HEADERS =
  "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry\tReconciled Quantity\tUnreconciled Quantity\tDate and Time\tStore\n";

/** As long as titles at Amazon may be: 200 characters. */
const title = (item: number) => `Item ${item}, `.padEnd(200, "with everything one could say of it, ");

/** A ledger of so many rows, all different. Returns its path. */
async function ledger(name: string, rows: number): Promise<string> {
  const path = join(folder, name);
  const out = createWriteStream(path);
  out.write(HEADERS);
  for (let from = 0; from < rows; from += 5000) {
    let text = "";
    for (let i = from; i < Math.min(rows, from + 5000); i++) {
      const day = `${String(1 + (i % 12)).padStart(2, "0")}/${String(1 + (i % 28)).padStart(2, "0")}/2026`;
      text += `${day}\tX00${String(i % 5000).padStart(7, "0")}\tB00${String(i % 5000).padStart(7, "0")}\tSKU-${i % 5000}\t${title(i % 5000)}\tShipments\t${7_000_000_000 + i}\t-1\tPHX${i % 9}\tSELLABLE\t\tUS\t0\t0\t2026-01-01T00:00:00-0700\t\n`;
    }
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return path;
}

async function setUp(child: Child): Promise<SheetWindow> {
  const window = await SheetWindow.open(browser, child);
  await window.addOnMenu("Import reports");
  const set = window.button("Set up this sheet");
  const drop = window.said("Drop Amazon’s report files here");
  await set.or(drop).first().waitFor();
  if (await set.isVisible()) await set.click();
  await drop.waitFor();
  return window;
}

it.skipIf(CHROMIUM === null)(
  "a file of 100 MB is imported whole, and the sidebar answers meanwhile",
  async () => {
    const file = await ledger("large.txt", 330_000);
    expect((await stat(file)).size).toBeGreaterThan(100_000_000);
    const child = await started("large");
    const ana = await setUp(child);
    await ana.choose([file]);
    await ana.said("330,000").waitFor({ timeout: 120_000 });
    await ana.button("Import 1 file").click();
    await ana.said(/\d+ %/).waitFor();
    // The other views answer meanwhile, and the import goes on.
    await ana.view("Findings").click();
    await ana.said("No findings yet").waitFor();
    await ana.view("Import").click();
    await ana.said("1 file imported.").waitFor({ timeout: 400_000 });
    expect(await ledgerIn(child)).toEqual({ rows: 330_000, different: 330_000 });
    await ana.close();
    child.process.kill("SIGKILL");
  },
  600_000,
);

it.skipIf(CHROMIUM === null)(
  "an import goes on where it was when its host is killed",
  async () => {
    const file = await ledger("killed.txt", 40_000);
    const child = await started("killed");
    const ana = await setUp(child);
    await ana.choose([file]);
    await ana.button("Import 1 file").click();
    while ((await ledgerIn(child)).different < 10_000) await ana.page.waitForTimeout(50);
    child.process.kill("SIGKILL");
    await once(child.process, "exit");
    await ana.close();

    const again = await started("killed");
    expect(again.warnings).toEqual([]);
    const ben = await setUp(again);
    const before = await ledgerIn(again);
    expect(before.different).toBeGreaterThan(0);
    expect(before.different).toBeLessThan(40_000);
    await ben.choose([file]);
    await ben.button("Import 1 file").click();
    await ben.said("1 file imported.").waitFor({ timeout: 120_000 });
    expect(await ledgerIn(again)).toEqual({ rows: 40_000, different: 40_000 });
    await ben.said("went on from there").waitFor();
    await ben.close();
  },
  300_000,
);
