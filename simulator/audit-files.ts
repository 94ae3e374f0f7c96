/**
 * Imports report files into a new workbook and audits it, through the built bundle: as a user does it with the menu and
 * the sidebar, by the same calls.
 */
import { type ImportFile, type ImportOutcome, type ImportProgress, importFiles } from "../intake/import.ts";
import type { AuditAnswer, Server } from "../intake/server.ts";
import { type Day, formatDay, parseDay } from "../src/values/day.ts";
import type { Bundle } from "./load-bundle.ts";
import { type Counts, LocalSheets } from "./local-sheets.ts";
import { type Clock, Workbook } from "./services/index.ts";

export interface AuditFilesOptions {
  readonly bundle: Bundle;
  /** Who does it: recorded where the add-on records who did something. */
  readonly user: string;
  /** The workbook's name. */
  readonly name: string;
  readonly timeZone: string;
  /** For reports that do not say, e.g. `US`. */
  readonly marketplace: string;
  readonly asOf: Day;
  /** The period the files were downloaded for; null = nobody said. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly ledgerWithoutHeader: boolean;
  /** Worker mode lets other things happen meanwhile. */
  readonly mode?: "inProcess" | "worker";
  readonly clock?: Clock;
}

export interface AuditedFiles {
  readonly workbook: Workbook;
  readonly imported: ImportOutcome;
  readonly audited: AuditAnswer;
  readonly calls: Counts;
}

export async function auditFiles(
  files: readonly ImportFile[],
  options: AuditFilesOptions,
  onProgress: (progress: ImportProgress | "auditing") => void,
): Promise<AuditedFiles> {
  const { bundle, user, name, timeZone, marketplace, asOf, from, to, mode, clock } = options;
  const workbook = new Workbook({ name, timeZone });
  const sheets = new LocalSheets({
    workbook,
    bundle,
    users: [{ email: user, answerer: () => ({ button: "OK" }) }],
    enabled: true,
    ...(mode ? { mode } : {}),
    ...(clock ? { clock } : {}),
  });
  try {
    await sheets.open(user);
    await sheets.clickMenu(user, ["Set up this sheet"]);
    const server = serverOf(sheets, user);
    const period = { from: from === null ? null : formatDay(from), to: to === null ? null : formatDay(to) };
    const { ledgerWithoutHeader } = options;
    const imported = await importFiles(
      files,
      server,
      { marketplace, ...period, ledgerWithoutHeader },
      onProgress,
    );
    onProgress("auditing");
    const audited = await server.auditRun({ asOf: formatDay(asOf), marketplace });
    return { workbook, imported, audited, calls: sheets.stats() };
  } finally {
    await sheets.close();
  }
}

/** The add-on's client functions, each call one execution as by `google.script.run`. */
function serverOf(sheets: LocalSheets, user: string): Server {
  const call =
    (name: string) =>
    (request: unknown): Promise<never> =>
      sheets.callClient(user, name, request) as Promise<never>;
  return {
    importBegin: call("importBegin"),
    importKeys: call("importKeys"),
    importPiece: call("importPiece"),
    importFinish: call("importFinish"),
    auditRun: call("auditRun"),
  };
}

/** The calendar day of an instant (milliseconds since 1970 UTC) in a time zone. */
export function dayIn(zone: string, instant: number): Day {
  const text = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(instant);
  const day = parseDay(text);
  if (day === null) throw new Error(`This machine's calendar gives ${text} for today.`);
  return day;
}
