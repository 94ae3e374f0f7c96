/** What a file is, before anything of it is sent: the whole file is read once, and nothing of it is kept. */
import { marketplace } from "../src/policy/marketplaces.ts";
import { formatDay, parseDay } from "../src/values/day.ts";
import { ARCHIVE_COLUMNS, archiveFields, forecastInSteps } from "./archive.ts";
import { COMPACT_ABOVE_ROWS, OWN_COLUMNS } from "./file-rows.ts";
import { type ImportFile, slicesOf } from "./files.ts";
import { counted, wordsOf } from "./import.ts";
import { readReportBytes } from "./parse.ts";
import type { Rejected } from "./parsed.ts";
import { compactFields, ROWS_PER_PIECE } from "./plan.ts";
import { inTurns, type Pace, Stopped, WITHOUT_PAUSE } from "./turns.ts";

export interface FilePreview {
  readonly kind: "report";
  /** The report definition's id, and its title in Seller Central. */
  readonly report: string;
  readonly title: string;
  readonly from: "amazon" | "user";
  /** Rows read; those not read, each with its line and the reason. */
  readonly rows: number;
  readonly rejected: readonly Rejected[];
  /** Columns written per row, in full and when only what the audits read is kept. */
  readonly columns: number;
  readonly compactColumns: number;
  /** So many rows that the compact import is proposed. */
  readonly large: boolean;
  /** What a compact import keeps of its oldest rows as sums alone; null when nothing. */
  readonly archive: ArchiveShare | null;
  readonly droppedPersonal: readonly string[];
  /** `YYYY-MM-DD`; null when its rows have no day. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** It covers the days it was downloaded for, which only the user knows; snapshots and settlements say themselves. */
  readonly dated: boolean;
  readonly notes: readonly string[];
}

export interface ArchiveShare {
  readonly rows: number;
  /** Cells their sums take, at most. */
  readonly cells: number;
  /** `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly lastDay: string;
}

export interface NoReport {
  readonly kind: "none";
  readonly reason: string;
  /** Reading it again with this option would take it for a ledger. */
  readonly ledgerWithoutHeader: boolean;
}

export interface PreviewOptions {
  readonly marketplace: string;
  readonly ledgerWithoutHeader?: boolean;
  /** As in `ImportOptions`. */
  readonly archiveBefore?: string | null;
}

/**
 * @param onBytes how many bytes were read so far
 * @throws Stopped when the user stopped it
 */
export async function previewFile(
  file: ImportFile,
  options: PreviewOptions,
  onBytes: (bytes: number) => void = () => {},
  pace: Pace = WITHOUT_PAUSE,
): Promise<FilePreview | NoReport> {
  const before = options.archiveBefore ? parseDay(options.archiveBefore) : null;
  try {
    const parsed = await readReportBytes(
      counted(slicesOf(file), onBytes),
      {
        marketplace: marketplace(options.marketplace)?.code ?? options.marketplace,
        ledgerWithoutHeader: options.ledgerWithoutHeader ?? false,
        wanted: (definition) => (before === null ? new Set() : archiveFields(definition)),
      },
      pace,
    );
    if ("reason" in parsed) {
      return {
        kind: "none",
        reason: parsed.reason,
        ledgerWithoutHeader: parsed.ledgerWithoutHeader ?? false,
      };
    }
    const { definition, fields, extras } = parsed;
    const archive = before && (await inTurns(forecastInSteps(parsed, before), pace));
    const kept = compactFields(definition);
    return {
      kind: "report",
      report: definition.id,
      title: definition.title,
      from: definition.from,
      rows: parsed.length,
      rejected: parsed.rejected,
      columns: fields.length + extras.length + OWN_COLUMNS,
      compactColumns: fields.filter((field) => kept.has(field)).length + OWN_COLUMNS,
      large: parsed.length > COMPACT_ABOVE_ROWS,
      archive: archive && {
        rows: archive.rows,
        cells: archive.lines * ARCHIVE_COLUMNS,
        firstDay: formatDay(archive.firstDay),
        lastDay: formatDay(archive.lastDay),
      },
      droppedPersonal: parsed.droppedPersonal,
      firstDay: parsed.firstDay === null ? null : formatDay(parsed.firstDay),
      lastDay: parsed.lastDay === null ? null : formatDay(parsed.lastDay),
      dated: definition.coverageDay !== null && definition.coveragePeriod === undefined,
      notes: parsed.notes,
    };
  } catch (failure) {
    if (failure instanceof Stopped) throw failure;
    return {
      kind: "none",
      reason: `The file can't be read: ${wordsOf(failure)}`,
      ledgerWithoutHeader: false,
    };
  }
}

/** The most cells a spreadsheet holds: https://support.google.com/drive/answer/37603 */
export const MOST_CELLS = 10_000_000;
/** Google moves 10,000 cells in one call in about a second. */
const CELLS_PER_SECOND = 10_000;

/**
 * How many cells a file needs at most, and about how many seconds writing them takes.
 *
 * @param secondsPerCall what a call takes of its own
 */
export function costOf(
  preview: FilePreview,
  compact: boolean,
  secondsPerCall: number,
): { cells: number; seconds: number } {
  const sums = compact ? preview.archive : null;
  const rows = preview.rows - (sums?.rows ?? 0);
  const cells = rows * (compact ? preview.compactColumns : preview.columns) + (sums?.cells ?? 0);
  const calls = Math.ceil(rows / ROWS_PER_PIECE) + 2;
  return { cells, seconds: cells / CELLS_PER_SECOND + calls * secondsPerCall };
}
