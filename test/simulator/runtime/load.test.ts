import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadBundle } from "../../../simulator/load-bundle.ts";
import { loadWithGasLocal } from "./gas-local.ts";
import type { sheetsWith } from "./shared.ts";

const CODE = `
var starts = 0;
function YEAR(date) { return date instanceof Date ? date.getUTCFullYear() : "not a date"; }
function start() { return ++starts; }
function title() { return SpreadsheetApp.getActiveSpreadsheet().getName(); }
function broken() { return nowhere; }
`;
const MANIFEST = {
  timeZone: "Etc/UTC",
  oauthScopes: ["https://www.googleapis.com/auth/script.container.ui"],
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bundle-"));
  await writeFile(join(folder, "Code.js"), CODE);
  await writeFile(join(folder, "appsscript.json"), JSON.stringify(MANIFEST));
  await writeFile(join(folder, "sidebar.html"), "<p>sidebar</p>");
});
afterAll(() => rm(folder, { recursive: true }));

describe("loadBundle", () => {
  it("reads code, manifest and pages", async () => {
    expect(await loadBundle(folder)).toEqual({
      code: CODE,
      manifest: MANIFEST,
      htmlFiles: { sidebar: "<p>sidebar</p>" },
    });
  });

  it("says what is missing and what to do", async () => {
    await expect(loadBundle(join(folder, "nowhere"))).rejects.toThrow("no Code.js: run `npm run build`");
    const manifest = await mkdtemp(join(tmpdir(), "bundle-"));
    await writeFile(join(manifest, "Code.js"), "");
    await writeFile(join(manifest, "appsscript.json"), "{}");
    await expect(loadBundle(manifest)).rejects.toThrow("must name a timeZone and its oauthScopes");
    await rm(manifest, { recursive: true });
  });
});

describe("gas-local", () => {
  it("calls functions of a folder, with dates of the script's realm", () => {
    const script = loadWithGasLocal(folder);
    expect(script.call("YEAR", script.dateOf(0))).toBe(1970);
    expect(script.call("YEAR", new Date(0))).toBe("not a date");
    expect(() => script.call("missing")).toThrow("declares no function missing");
    expect(() => script.call("broken")).toThrow("nowhere is not defined");
  });

  it("starts afresh each time", () => {
    expect(loadWithGasLocal(folder).call("start")).toBe(1);
    expect(loadWithGasLocal(folder).call("start")).toBe(1);
  });

  it("hands mocks in and notices every other service", () => {
    const SpreadsheetApp = { getActiveSpreadsheet: () => ({ getName: () => "Mine" }) };
    expect(loadWithGasLocal(folder, { SpreadsheetApp }).call("title")).toBe("Mine");
    const bare = loadWithGasLocal(folder);
    expect(() => bare.call("title")).toThrow("SpreadsheetApp.getActiveSpreadsheet was touched");
    expect(bare.touched).toEqual(["SpreadsheetApp.getActiveSpreadsheet"]);
  });
});

describe("the simulator, bundled as the runner bundles it", () => {
  it("runs executions in threads", async () => {
    const file = join(folder, "simulator.mjs");
    await build({
      entryPoints: ["test/simulator/runtime/shared.ts"],
      outfile: file,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
    });
    const bundled: { sheetsWith: typeof sheetsWith } = await import(pathToFileURL(file).href);
    const sheets = bundled.sheetsWith(CODE, { mode: "worker" });
    expect(await sheets.callClient("ann@example.com", "title")).toBe("Untitled spreadsheet");
    await sheets.close();
  });
});
