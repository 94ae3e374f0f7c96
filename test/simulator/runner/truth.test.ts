/**
 * The yardstick: on made-up accounts every planted discrepancy is found, with the right units, amount, state
 * and days, and nothing else. The samples work out what to expect on their own, from the catalogue of audits;
 * they share no code with the audits.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generate, type Planted } from "../../../samples/generate.ts";
import { auditFolder } from "../../../simulator/audit-folder.ts";
import type { AuditDocument } from "../../../simulator/document.ts";
import { day } from "../../../src/values/day.ts";
import { build } from "../../../tools/build.mjs";

const folder = mkdtempSync(join(tmpdir(), "reimb-truth-"));
const dist = join(folder, "dist");
const AS_OF = "2026-11-20";

beforeAll(async () => {
  await build({ outDir: dist });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, files: readonly { name: string; bytes: Uint8Array }[]): string {
  const into = join(folder, name);
  for (const file of files) {
    mkdirSync(dirname(join(into, file.name)), { recursive: true });
    writeFileSync(join(into, file.name), file.bytes);
  }
  return into;
}

async function audit(reports: string): Promise<AuditDocument> {
  const options = { from: null, to: null, json: true, out: null, stats: false };
  const asOf = day(AS_OF);
  const run = { ...options, folder: reports, asOf, marketplace: "US" };
  return (await auditFolder(run, dist, "test", () => {})).document;
}

/** What names the obligation; everything else is named by its item. */
const ABOUT: Readonly<Record<string, "orderId" | "shipmentId">> = {
  "refund-not-returned": "orderId",
  "returned-damaged-by-amazon": "orderId",
  "inbound-short": "shipmentId",
};

/** What both sides say of an obligation, as one line. Notes without a claim (`info`) may carry a value or none. */
function told(finding: Planted | AuditDocument["findings"][number]): string {
  const { audit: id, state, quantity, eventDate, opens, deadline, estimated } = finding;
  const about = ABOUT[id] ? finding[ABOUT[id]] : finding.fnsku;
  const money = state === "info" ? "" : `${finding.amount} ${finding.currency}`;
  return [id, state, about, quantity, money, eventDate, opens, deadline, estimated].join(" | ");
}

describe("every planted discrepancy and nothing else", () => {
  test.each([1, 2, 3, 4, 5])("seed %i", async (seed) => {
    const sample = generate({ seed, asOf: AS_OF, factor: 0.5, marketplaces: ["US", "UK", "DE"] });
    const document = await audit(written(`seed-${seed}`, sample.files));
    expect(document.unrecognised).toEqual([]);
    expect(document.imports.flatMap((file) => file.rejected)).toEqual([]);
    const planted = new Set<string>(sample.planted.map((one) => one.audit));
    const found = document.findings.filter((finding) => planted.has(finding.audit));
    expect(found.map(told).sort()).toEqual(sample.planted.map(told).sort());
    expect(sample.planted.length).toBeGreaterThan(50);
  });
});
