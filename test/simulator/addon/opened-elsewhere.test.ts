/**
 * The runner's workbook opened in Google Sheets has lost what an .xlsx file cannot carry: developer metadata and
 * document properties. The add-on finds its tabs and columns by their headers and audits it all the same.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AuditAnswer } from "../../../intake/server.ts";
import { auditFolder } from "../../../simulator/audit-folder.ts";
import { loadBundle } from "../../../simulator/load-bundle.ts";
import { LocalSheets } from "../../../simulator/local-sheets.ts";
import { Workbook } from "../../../simulator/services/index.ts";
import { day } from "../../../src/values/day.ts";
import { build } from "../../../tools/build.mjs";

const dist = mkdtempSync(join(tmpdir(), "reimb-elsewhere-"));
beforeAll(async () => {
  await build({ outDir: dist });
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

test("a workbook without metadata and properties gives the same findings", async () => {
  const reports = join(import.meta.dirname, "../../../samples/small/reports");
  const options = { from: null, to: null, json: true, out: null, stats: false, ledgerWithoutHeader: false };
  const run = { ...options, folder: reports, asOf: day("2026-11-20"), marketplace: "US" };
  const { document, workbook } = await auditFolder(run, dist, "test", () => {});
  const snapshot = workbook.snapshot();
  const opened = new Workbook({ timeZone: "America/Los_Angeles" });
  opened.restore({
    ...snapshot,
    metadata: [],
    properties: { document: {}, script: {}, user: {} },
    sheets: snapshot.sheets.map((sheet) => ({ ...sheet, metadata: [] })),
  });
  const sheets = new LocalSheets({
    workbook: opened,
    bundle: await loadBundle(dist),
    users: [{ email: "seller@example.com" }],
  });
  const request = { asOf: "2026-11-20", marketplace: "US" };
  const answer = (await sheets.callClient("seller@example.com", "auditRun", request)) as AuditAnswer;
  expect(answer.findings.length).toBeGreaterThan(50);
  expect(answer.findings).toEqual(document.findings);
  expect(answer.cannotTell).toEqual(document.cannotTell);
});
