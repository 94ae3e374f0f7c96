/**
 * Imports every report file of a folder into a new workbook and audits it, through the built bundle.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type ImportFile, type ImportProgress, importFiles } from "../intake/import.ts";
import type { AuditAnswer, Server } from "../intake/server.ts";
import { marketplace } from "../src/policy/index.ts";
import { type Day, formatDay, parseDay } from "../src/values/day.ts";
import { type AuditArguments, UnusableArguments } from "./arguments.ts";
import type { AuditDocument } from "./document.ts";
import { loadBundle } from "./load-bundle.ts";
import { type Counts, LocalSheets } from "./local-sheets.ts";
import { Workbook } from "./services/index.ts";

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
  onProgress: (progress: ImportProgress | "auditing") => void,
): Promise<AuditedFolder> {
  const files = await filesIn(options.folder);
  const zone = marketplace(options.marketplace)?.zone ?? "UTC";
  const workbook = new Workbook({ name: "Reimbursement audit", timeZone: zone });
  const sheets = new LocalSheets({
    workbook,
    bundle: await loadBundle(bundleFolder),
    users: [{ email: USER, answerer: () => ({ button: "OK" }) }],
    enabled: true,
  });
  await sheets.open(USER);
  await sheets.clickMenu(USER, ["Set up this sheet"]);
  const server = serverOf(sheets);
  const imported = await importFiles(
    files,
    server,
    {
      marketplace: options.marketplace,
      from: options.from === null ? null : formatDay(options.from),
      to: options.to === null ? null : formatDay(options.to),
      ledgerWithoutHeader: options.ledgerWithoutHeader,
    },
    onProgress,
  );
  onProgress("auditing");
  const asOf = formatDay(options.asOf ?? today(zone));
  const { notes: _, ...audited }: AuditAnswer = await server.auditRun({
    asOf,
    marketplace: options.marketplace,
  });
  return {
    document: { version, marketplace: options.marketplace, ...imported, ...audited, asOf },
    workbook,
    calls: sheets.stats(),
  };
}

/** The add-on's client functions, each call one execution as by `google.script.run`. */
function serverOf(sheets: LocalSheets): Server {
  const call =
    (name: string) =>
    (request: unknown): Promise<never> =>
      sheets.callClient(USER, name, request) as Promise<never>;
  return {
    importBegin: call("importBegin"),
    importKeys: call("importKeys"),
    importPiece: call("importPiece"),
    importFinish: call("importFinish"),
    auditRun: call("auditRun"),
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

/** Today's calendar day in a time zone. */
function today(zone: string): Day {
  const text = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date());
  const day = parseDay(text);
  if (day === null) throw new Error(`This machine's calendar gives ${text} for today.`);
  return day;
}
