/**
 * What the yardsticks share: a made-up account's files are written, audited as a user's folder is, and what is
 * found is told in the same words as what was planted. The samples work out what to expect on their own, from
 * the catalogue of audits; they share no code with the audits.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { Sample } from "../../../samples/generate.ts";
import { auditFolder } from "../../../simulator/audit-folder.ts";
import type { AuditDocument } from "../../../simulator/document.ts";
import { day } from "../../../src/values/day.ts";
import { build } from "../../../tools/build.mjs";
import { told } from "../../unit/samples/told.ts";

/** The program as built, and a folder for its input that goes when the tests are done. */
export class Yardstick {
  private readonly folder = mkdtempSync(join(tmpdir(), "reimb-truth-"));
  private readonly dist = join(this.folder, "dist");

  async build(): Promise<void> {
    await build({ outDir: this.dist });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Every file is read in full, and what is found is what was planted. */
  async holds(name: string, sample: Sample): Promise<void> {
    const document = await this.audit(this.written(name, sample.files), sample.asOf);
    expect(document.unrecognised).toEqual([]);
    expect(document.imports.flatMap((file) => file.rejected)).toEqual([]);
    const planted = new Set<string>(sample.planted.map((one) => one.audit));
    const found = document.findings.filter((finding) => planted.has(finding.audit));
    expect(found.map(told).sort()).toEqual(sample.planted.map(told).sort());
  }

  private written(name: string, files: Sample["files"]): string {
    const into = join(this.folder, name);
    for (const file of files) {
      mkdirSync(dirname(join(into, file.name)), { recursive: true });
      writeFileSync(join(into, file.name), file.bytes);
    }
    return into;
  }

  private async audit(reports: string, asOf: string): Promise<AuditDocument> {
    const options = { from: null, to: null, json: true, out: null, stats: false, ledgerWithoutHeader: false };
    const run = { ...options, folder: reports, asOf: day(asOf), marketplace: "US" };
    return (await auditFolder(run, this.dist, "test", () => {})).document;
  }
}
