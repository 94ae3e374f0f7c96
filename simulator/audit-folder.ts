/**
 * Imports every report file of a folder into a new workbook and audits it, through the built bundle.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { ImportFile } from "../intake/import.ts";
import { marketplace } from "../src/policy/index.ts";
import { formatDay } from "../src/values/day.ts";
import { type AuditArguments, UnusableArguments } from "./arguments.ts";
import { auditFiles, dayIn } from "./audit-files.ts";
import type { AuditDocument } from "./document.ts";
import { loadBundle } from "./load-bundle.ts";
import type { Counts } from "./local-sheets.ts";
import type { Step } from "./progress.ts";
import type { Workbook } from "./services/index.ts";

/** Who works in the runner's workbook; it is recorded where the add-on records who did something. */
const USER = "runner@localhost";

export interface AuditedFolder {
  readonly document: AuditDocument;
  readonly workbook: Workbook;
  readonly calls: Counts;
}

/** @throws UnusableArguments when the folder cannot be read */
export async function auditFolder(
  options: AuditArguments,
  bundleFolder: string,
  version: string,
  onProgress: (progress: Step) => void,
): Promise<AuditedFolder> {
  const { folder, marketplace: code, from, to, ledgerWithoutHeader } = options;
  const files = await filesIn(folder);
  const timeZone = marketplace(code)?.zone ?? "UTC";
  const asOf = options.asOf ?? dayIn(timeZone, Date.now());
  const { workbook, imported, audited, calls } = await auditFiles(
    files,
    {
      bundle: await loadBundle(bundleFolder),
      user: USER,
      name: "Reimbursement audit",
      timeZone,
      marketplace: code,
      asOf,
      from,
      to,
      ledgerWithoutHeader,
    },
    onProgress,
  );
  const { notes: _, ...findings } = audited;
  return {
    document: { version, marketplace: code, ...imported, ...findings, asOf: formatDay(asOf) },
    workbook,
    calls,
  };
}

/** Every file below the folder, hidden ones left out; names are relative to it, with `/`. */
async function filesIn(folder: string): Promise<ImportFile[]> {
  const about = await stat(folder).catch(() => null);
  if (!about) throw new UnusableArguments(`There is no folder ${folder}`);
  if (!about.isDirectory()) throw new UnusableArguments(`${folder} is a file; name the folder that holds it`);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith(".")),
    )
    .sort();
  return Promise.all(
    paths.map(async (path) => ({
      name: relative(folder, path).split(sep).join("/"),
      lastModified: Math.floor((await stat(path)).mtimeMs),
      bytes: async () => new Uint8Array(await readFile(path)),
    })),
  );
}
