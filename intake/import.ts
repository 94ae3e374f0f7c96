/**
 * The import of report files, driven from the client: read, recognise, parse, plan the merge against the
 * tab's key column, send numbered pieces, finish. The server never sees a file, and a file that can't be
 * used never stops the others.
 */
import { marketplace } from "../src/policy/index.ts";
import { formatDay } from "../src/values/day.ts";
import { compareText, hashParts } from "../src/values/hash.ts";
import { fileRows } from "./file-rows.ts";
import { type ParsedFile, readReportBytes } from "./parse.ts";
import { type KeyedRow, keyRows, type MergePlan, piecesOf, planMerge } from "./plan.ts";
import type { BeginAnswer, Piece, PieceAnswer, Server } from "./server.ts";

/** A file as the browser's `File` and the runner's folder offer it. */
export interface ImportFile {
  readonly name: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly lastModified: number;
  bytes(): Promise<Uint8Array>;
}

export interface ImportOptions {
  /** For reports that don't say, e.g. `US`. */
  readonly marketplace: string;
  /** The period the files were downloaded for, `YYYY-MM-DD`; null = nobody said. */
  readonly from: string | null;
  readonly to: string | null;
  /** Keep only the columns the audits read; left out = for files of more than 50,000 rows. */
  readonly compact?: boolean;
  /** Take a file without any header, whose lines look like it, for an inventory ledger. */
  readonly ledgerWithoutHeader?: boolean;
}

export interface ImportedFile {
  readonly file: string;
  /** The report's short name. */
  readonly report: string;
  /** Rows of data in the file: added + already there + changed + not read. */
  readonly rows: number;
  readonly added: number;
  readonly duplicate: number;
  readonly changed: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  /** First and last transaction day of its rows. */
  readonly from: string | null;
  readonly to: string | null;
  /** What else there is to know about this file, in words. */
  readonly notes: readonly string[];
}

export interface ImportOutcome {
  readonly imports: readonly ImportedFile[];
  readonly unrecognised: readonly { readonly file: string; readonly reason: string }[];
}

export interface ImportProgress {
  readonly file: string;
  readonly fileNumber: number;
  readonly files: number;
  readonly stage: "reading" | "comparing" | "writing" | "done";
  /** Rows written so far and in all, while writing. */
  readonly done: number;
  readonly total: number;
}

/** Keys asked for in one call. */
export const KEYS_PER_SLICE = 15_000;
/** How often a plan is made anew when somebody else changes the tab meanwhile. */
const PLANS = 3;

/**
 * Imports files together: they share a batch, and so are presumed to share a period. The order in which they
 * are given does not matter. Files that can't be used are answered with a sentence each; only options
 * nobody can follow throw.
 */
export async function importFiles(
  files: readonly ImportFile[],
  server: Server,
  options: ImportOptions,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportOutcome> {
  const place = marketplace(options.marketplace);
  if (!place) throw new RangeError(`“${options.marketplace}” is no Amazon marketplace we know.`);
  const hashed: Awaited<ReturnType<typeof withHash>>[] = [];
  // One after the other: a folder may hold more than fits into memory.
  for (const file of files) hashed.push(await withHash(file));
  hashed.sort((a, b) => compareText(a.file.name, b.file.name) || compareText(a.sha256, b.sha256));
  const batch = `${hashed.length}-${hashParts(hashed.map(({ sha256 }) => sha256).sort())}`;
  const imports: ImportedFile[] = [];
  const unrecognised: { file: string; reason: string }[] = [];
  for (const [index, { file, sha256, problem }] of hashed.entries()) {
    const report = (stage: ImportProgress["stage"], done = 0, total = 0) =>
      onProgress({ file: file.name, fileNumber: index + 1, files: hashed.length, stage, done, total });
    try {
      if (problem !== null) throw new Error(problem);
      report("reading");
      const parsed = await readReportBytes([await file.bytes()], {
        marketplace: place.code,
        ledgerWithoutHeader: options.ledgerWithoutHeader ?? false,
      });
      if ("reason" in parsed) {
        unrecognised.push({ file: file.name, reason: parsed.reason });
      } else {
        const job = { file, sha256, batch, parsed, options, marketplace: place.code, server, report };
        imports.push(await importOne(job));
      }
    } catch (failure) {
      unrecognised.push({ file: file.name, reason: wordsOf(failure) });
    }
    report("done");
  }
  return { imports, unrecognised };
}

interface Job {
  readonly file: ImportFile;
  readonly sha256: string;
  readonly batch: string;
  readonly parsed: ParsedFile;
  readonly options: ImportOptions;
  readonly marketplace: string;
  readonly server: Server;
  report(stage: ImportProgress["stage"], done?: number, total?: number): void;
}

async function importOne(job: Job): Promise<ImportedFile> {
  const { parsed, sha256, server, options } = job;
  const { definition } = parsed;
  const { rows, rejected, compact, notes } = fileRows(parsed, {
    marketplace: job.marketplace,
    lastModified: job.file.lastModified,
    ...(options.compact === undefined ? {} : { compact: options.compact }),
  });
  const written = await merge(job, keyRows(rows), rows);
  const { added, changed } = written;
  const duplicate = rows.rows.length - added - changed;
  const [firstDay, lastDay] = [dayText(parsed.firstDay), dayText(parsed.lastDay)];
  const said = [
    ...notes,
    ...(written.resumed ? ["An earlier import of this file was cut off; this one went on from there."] : []),
  ];
  await server.importFinish({
    report: definition.id,
    sha256,
    file: job.file.name.slice(0, 500),
    marketplace: job.marketplace,
    rows: rows.rows.length + rejected.length,
    added,
    duplicate,
    changed,
    rejected: rejected.length,
    firstDay,
    lastDay,
    from: options.from,
    to: options.to,
    batch: job.batch,
    compact,
    note: said.join(" ").slice(0, 2000),
    sort: written.sort,
  });
  return {
    file: job.file.name,
    report: definition.shortName,
    rows: rows.rows.length + rejected.length,
    added,
    duplicate,
    changed,
    rejected,
    from: firstDay,
    to: lastDay,
    notes: said,
  };
}

interface Written {
  readonly added: number;
  readonly changed: number;
  readonly sort: boolean;
  /** Part of it had been written by an earlier attempt. */
  readonly resumed: boolean;
}

/** Plans and writes; when the tab changes meanwhile, reads it again and plans what is left. */
async function merge(
  job: Job,
  keyed: readonly KeyedRow[],
  rows: {
    readonly fields: readonly string[];
    readonly extras: readonly string[];
    readonly rows: { readonly length: number };
  },
): Promise<Written> {
  const { parsed, sha256, server } = job;
  const report = parsed.definition.id;
  let resumed: boolean | null = null;
  for (let attempt = 0; attempt < PLANS; attempt++) {
    job.report("comparing");
    const begun = await server.importBegin({ report, sha256, fields: rows.fields, extras: rows.extras });
    resumed ??= begun.resumed !== null;
    const keys = await readKeys(report, begun, server);
    if (keys === null) continue;
    const plan = planMerge(keys, keyed, rows.rows.length);
    const pieces = piecesOf(plan, {
      report,
      sha256,
      revision: begun.revision,
      marketplace: job.marketplace,
      fields: rows.fields,
      extras: rows.extras,
      lastRow: begun.lastRow,
    });
    if (await sendAll(job, pieces, plan)) {
      return {
        added: plan.add.length + (begun.resumed?.added ?? 0),
        changed: plan.changed + (begun.resumed?.changed ?? 0),
        sort: plan.sort,
        resumed,
      };
    }
  }
  throw new Error(
    `The tab “${parsed.definition.title}” keeps changing while this file is imported. Wait until nobody else is working in it, then import the file again: what is already there is not added twice.`,
  );
}

async function readKeys(report: string, begun: BeginAnswer, server: Server): Promise<string[] | null> {
  const keys = [...begun.keys];
  for (let from = keys.length + 2; from <= begun.lastRow; from += KEYS_PER_SLICE) {
    const count = Math.min(KEYS_PER_SLICE, begun.lastRow - from + 1);
    const slice = await server.importKeys({ report, revision: begun.revision, from, count });
    if (slice.keys === null) return null;
    for (const key of slice.keys) keys.push(key);
  }
  return keys;
}

/** False when the tab is no longer what the plan was made for. */
async function sendAll(job: Job, pieces: readonly Piece[], plan: MergePlan): Promise<boolean> {
  const total = plan.add.length + plan.change.length;
  let done = 0;
  for (const piece of pieces) {
    job.report("writing", done, total);
    const answer = await sendTwice(job.server, piece);
    if (answer.status === "changed") return false;
    done += piece.kind === "add" ? piece.rows.length : piece.changes.length;
  }
  return true;
}

/** A lost answer is asked for again: the server answers a piece it has written with its first answer. */
async function sendTwice(server: Server, piece: Piece): Promise<PieceAnswer> {
  try {
    return await server.importPiece(piece);
  } catch {
    return await server.importPiece(piece);
  }
}

async function withHash(
  file: ImportFile,
): Promise<{ file: ImportFile; sha256: string; problem: string | null }> {
  try {
    const bytes = await file.bytes();
    const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
    const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return { file, sha256, problem: null };
  } catch (failure) {
    return { file, sha256: "", problem: `The file can't be read: ${wordsOf(failure)}` };
  }
}

function dayText(day: ParsedFile["firstDay"]): string | null {
  return day === null ? null : formatDay(day);
}

/** Google puts the kind of an error before its words. */
function wordsOf(failure: unknown): string {
  return (failure instanceof Error ? failure.message : String(failure)).replace(/^(Error|Exception): /, "");
}
