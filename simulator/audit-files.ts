/**
 * Imports report files into a new workbook and audits it, through the built bundle: as a user does it with the menu and
 * the sidebar, by the same calls.
 */
import { runInThisContext } from "node:vm";
import { auditApart, type Program } from "../intake/audit.ts";
import { type ImportFile, type ImportOutcome, importFiles } from "../intake/import.ts";
import type { AddOn, AuditAnswer, AuditProgress, AuditRequest } from "../intake/server.ts";
import { type Day, formatDay, parseDay } from "../src/values/day.ts";
import type { Bundle } from "./load-bundle.ts";
import { type Counts, LocalSheets } from "./local-sheets.ts";
import type { Step } from "./progress.ts";
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
  onProgress: (progress: Step) => void,
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
    const addOn = addOnOf(sheets, user);
    const period = { from: from === null ? null : formatDay(from), to: to === null ? null : formatDay(to) };
    const { ledgerWithoutHeader } = options;
    const imported = await importFiles(
      files,
      addOn,
      { marketplace, ...period, ledgerWithoutHeader },
      onProgress,
    );
    onProgress("auditing");
    const audited = await audit(addOn, { asOf: formatDay(asOf), marketplace }, onProgress);
    return { workbook, imported, audited, calls: sheets.stats() };
  } finally {
    await sheets.close();
  }
}

/** On the server, or here where that is too much for one execution. */
async function audit(
  addOn: AddOn,
  request: AuditRequest,
  onProgress: (progress: AuditProgress) => void,
): Promise<AuditAnswer> {
  const whole = await addOn.auditRun(request);
  if (whole.apart !== true) return whole;
  const tell = async (progress: AuditProgress) => onProgress(progress);
  return (await auditApart(addOn, request, { evaluate, tell })).answer();
}

/** Runs the add-on's own program, which it hands over as text. */
export function evaluate(text: string): Program {
  return runInThisContext(`(${text})()`);
}

/** The add-on's client functions, each call one execution as by `google.script.run`. */
function addOnOf(sheets: LocalSheets, user: string): AddOn {
  return new Proxy({} as AddOn, {
    get: (_, name) => (request: unknown) => sheets.callClient(user, String(name), request),
  });
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
