/**
 * The import of report files, driven from the client: read, recognise, parse, plan the merge against the
 * tab's key column, send numbered pieces, finish. The server never sees a file, and a file that can't be
 * used never stops the others.
 */
import { marketplace } from "../src/policy/marketplaces.ts";
import { type Day, formatDay, parseDay } from "../src/values/day.ts";
import { compareText, hashParts } from "../src/values/hash.ts";
import { fileRows, type KeptRows } from "./file-rows.ts";
import { type ImportFile, sha256Of, slicesOf } from "./files.ts";
import { readReportBytes } from "./parse.ts";
import type { ParsedFile, Unrecognised } from "./parsed.ts";
import { compactFields } from "./plan.ts";
import { mergeIntoTab } from "./send.ts";
import type { Server } from "./server.ts";
import { inTurns, type Pace, Stopped, WITHOUT_PAUSE } from "./turns.ts";

export type { ImportFile } from "./files.ts";
export { KEYS_PER_SLICE } from "./send.ts";

/** The period a file was downloaded for, `YYYY-MM-DD`; null = nobody said. */
export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

export interface ImportOptions extends Period {
  /** For reports that don't say, e.g. `US`. */
  readonly marketplace: string;
  /** Keep only the columns the audits read; left out = for files of more than 50,000 rows. */
  readonly compact?: boolean;
  /** In a compact import, rows of days before this one (`YYYY-MM-DD`) that no audit reads are kept as sums alone. */
  readonly archiveBefore?: string | null;
  /** Take a file without any header, whose lines look like it, for an inventory ledger. */
  readonly ledgerWithoutHeader?: boolean;
}

/** How an import goes on beside the files themselves; the runner needs none of it. */
export interface ImportConduct {
  readonly pace?: Pace;
  /** What is said of single files instead of what the options say of all. */
  optionsOf?(file: ImportFile): Partial<ImportOptions>;
  /** Files imported together carry the same batch: the one an earlier, stopped attempt went by. */
  readonly batch?: string;
  onBatch?(batch: string): void;
  onResult?(result: FileResult): void;
}

export interface ImportedFile {
  readonly file: string;
  /** The report's short name. */
  readonly report: string;
  /** Rows of data in the file: added + already there + changed + archived + not read. */
  readonly rows: number;
  readonly added: number;
  readonly duplicate: number;
  readonly changed: number;
  /** Rows that stand as sums in the archive; left out = none. */
  readonly archived?: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  /** First and last transaction day of its rows. */
  readonly from: string | null;
  readonly to: string | null;
  /** What else there is to know about this file, in words. */
  readonly notes: readonly string[];
}

/** What became of one file. `failed`: it is a report, but the server did not take all of it; trying again goes on there. */
export type FileResult = { readonly source: ImportFile } & (
  | { readonly kind: "imported"; readonly imported: ImportedFile }
  | { readonly kind: "unrecognised" | "failed" | "stopped"; readonly reason: string }
);

export interface ImportOutcome {
  readonly imports: readonly ImportedFile[];
  readonly unrecognised: readonly { readonly file: string; readonly reason: string }[];
}

export interface ImportProgress {
  readonly file: string;
  readonly source: ImportFile;
  readonly fileNumber: number;
  readonly files: number;
  readonly stage: "reading" | "comparing" | "writing" | "done";
  /** Bytes read so far while reading, rows compared or written so far, and rows in all; 0 when not known. */
  readonly done: number;
  readonly total: number;
}

const STOPPED =
  "Stopped. What was written until then stays; choose the same file again and the import goes on from there.";

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
  conduct: ImportConduct = {},
): Promise<ImportOutcome> {
  placeOf(options.marketplace);
  const pace = conduct.pace ?? WITHOUT_PAUSE;
  const hashed: Hashed[] = [];
  // One after the other: a folder may hold more than fits into memory.
  for (const file of files) hashed.push(await withHash(file));
  hashed.sort((a, b) => compareText(a.file.name, b.file.name) || compareText(a.sha256, b.sha256));
  const batch = conduct.batch ?? `${hashed.length}-${hashParts(hashed.map(({ sha256 }) => sha256).sort())}`;
  conduct.onBatch?.(batch);
  const imports: ImportedFile[] = [];
  const unrecognised: { file: string; reason: string }[] = [];
  for (const [index, { file, sha256, problem }] of hashed.entries()) {
    const report = (stage: ImportProgress["stage"], done = 0, total = 0) =>
      onProgress({
        file: file.name,
        source: file,
        fileNumber: index + 1,
        files: hashed.length,
        stage,
        done,
        total,
      });
    const told = { ...options, ...conduct.optionsOf?.(file) };
    const result: FileResult =
      problem === null
        ? await importOne({ file, sha256, batch, options: told, server, pace, report })
        : { source: file, kind: "unrecognised", reason: problem };
    if (result.kind === "imported") imports.push(result.imported);
    else unrecognised.push({ file: file.name, reason: result.reason });
    conduct.onResult?.(result);
    report("done");
  }
  return { imports, unrecognised };
}

interface Hashed {
  readonly file: ImportFile;
  readonly sha256: string;
  readonly problem: string | null;
}

async function withHash(file: ImportFile): Promise<Hashed> {
  try {
    return { file, sha256: await sha256Of(file), problem: null };
  } catch (failure) {
    return { file, sha256: "", problem: `The file can't be read: ${wordsOf(failure)}` };
  }
}

interface Job {
  readonly file: ImportFile;
  readonly sha256: string;
  readonly batch: string;
  readonly options: ImportOptions;
  readonly server: Server;
  readonly pace: Pace;
  report(stage: ImportProgress["stage"], done?: number, total?: number): void;
}

/** Never throws: what went wrong is the result. */
async function importOne(job: Job): Promise<FileResult> {
  const { file: source, pace } = job;
  let recognised = false;
  try {
    if (pace.signal?.aborted) throw new Stopped();
    job.report("reading");
    const read = await readRows(job);
    if ("reason" in read) return { source, kind: "unrecognised", reason: read.reason };
    recognised = true;
    return { source, kind: "imported", imported: await importRows(job, read) };
  } catch (failure) {
    if (failure instanceof Stopped) return { source, kind: "stopped", reason: STOPPED };
    return { source, kind: recognised ? "failed" : "unrecognised", reason: wordsOf(failure) };
  }
}

type ReadRows = KeptRows & Pick<ParsedFile, "firstDay" | "lastDay">;

/** The rows as they go into the tab; what else was read of the file is let go. */
async function readRows(job: Job): Promise<ReadRows | Unrecognised> {
  const { file: source, options, pace } = job;
  const place = placeOf(options.marketplace);
  const parsed = await readReportBytes(
    counted(slicesOf(source), (bytes) => job.report("reading", bytes)),
    {
      marketplace: place,
      ledgerWithoutHeader: options.ledgerWithoutHeader ?? false,
      ...(options.compact === true ? { wanted: compactFields } : {}),
    },
    pace,
  );
  if ("reason" in parsed) return parsed;
  const { firstDay, lastDay } = parsed;
  const kept = await inTurns(
    fileRows(parsed, {
      marketplace: place,
      lastModified: source.lastModified,
      ...(options.compact === undefined ? {} : { compact: options.compact }),
    }),
    pace,
  );
  return { ...kept, firstDay, lastDay };
}

async function importRows(job: Job, read: ReadRows): Promise<ImportedFile> {
  const { sha256, server, options, pace } = job;
  const { rows, rejected, compact, notes } = read;
  const { definition, marketplace: place } = rows;
  const archiveBefore = compact && options.archiveBefore ? parseDay(options.archiveBefore) : null;
  const written = await mergeIntoTab({
    definition,
    rows,
    sha256,
    archiveBefore,
    server,
    pace,
    report: job.report,
  });
  const { added, changed, archived } = written;
  const duplicate = rows.rows.length - added - changed - archived;
  const [firstDay, lastDay] = [dayText(read.firstDay), dayText(read.lastDay)];
  const said = [
    ...notes,
    ...(written.resumed ? ["An earlier import of this file was cut off; this one went on from there."] : []),
  ];
  await server.importFinish({
    report: definition.id,
    sha256,
    file: job.file.name.slice(0, 500),
    marketplace: place,
    rows: rows.rows.length + rejected.length,
    added,
    duplicate,
    changed,
    rejected: rejected.length,
    ...(archived > 0 ? { archived } : {}),
    firstDay,
    lastDay,
    from: options.from,
    to: options.to,
    batch: job.batch,
    compact,
    note: notes.join(" ").slice(0, 2000),
    sort: written.sort,
  });
  return {
    file: job.file.name,
    report: definition.shortName,
    rows: rows.rows.length + rejected.length,
    added,
    duplicate,
    changed,
    ...(archived > 0 ? { archived } : {}),
    rejected,
    from: firstDay,
    to: lastDay,
    notes: said,
  };
}

/** Tells how many bytes went by. */
export async function* counted(
  slices: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const slice of slices) {
    yield slice;
    bytes += slice.length;
    onBytes(bytes);
  }
}

/** @throws RangeError in words when it is no marketplace */
function placeOf(code: string): string {
  const place = marketplace(code);
  if (!place) throw new RangeError(`“${code}” is no Amazon marketplace we know.`);
  return place.code;
}

function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

/** Google puts the kind of an error before its words. */
export function wordsOf(failure: unknown): string {
  return (failure instanceof Error ? failure.message : String(failure)).replace(/^(Error|Exception): /, "");
}
