/** From a parsed file to the rows that go into the tab: what is kept of it, and what can't be kept. */
import type { Cell } from "../src/reports/definition.ts";
import type { ParsedFile } from "./parse.ts";
import { compactFields, type FileRows } from "./plan.ts";
import { type InSteps, ITEMS_PER_STEP } from "./turns.ts";

export interface KeptRows {
  readonly rows: FileRows;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
  readonly compact: boolean;
  readonly notes: readonly string[];
}

export interface KeepOptions {
  readonly marketplace: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly lastModified: number;
  readonly compact?: boolean;
}

/** Larger files keep only the columns the audits read: each cell takes time and counts towards the limit. */
export const COMPACT_ABOVE_ROWS = 50_000;
/** The most a cell holds: https://support.google.com/drive/answer/37603 */
const LONGEST_CELL = 50_000;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The add-on's own columns, found in a tab that was saved as a file. */
const OWN_HEADERS = ["imported for", "_key"];
export const OWN_COLUMNS = OWN_HEADERS.length;

export function* fileRows(parsed: ParsedFile, options: KeepOptions): InSteps<KeptRows> {
  const { definition } = parsed;
  const compact = options.compact ?? parsed.length > COMPACT_ABOVE_ROWS;
  const wanted = compact ? compactFields(definition) : null;
  const fields = parsed.fields.filter((field) => wanted === null || wanted.has(field));
  const extras =
    wanted === null ? parsed.extras.filter((name) => !OWN_HEADERS.includes(name.trim().toLowerCase())) : [];
  const columns = [
    ...fields.map((field) => parsed.fields.indexOf(field)),
    ...extras.map((name) => parsed.fields.length + parsed.extras.indexOf(name)),
  ].map((at) => parsed.columns[at] ?? []);
  const rejected = [...parsed.rejected];
  const rows: Cell[][] = [];
  for (let i = 0; i < parsed.length; i++) {
    if (i % ITEMS_PER_STEP === 0) yield;
    const cells = columns.map((column) => column[i] ?? null);
    const long = cells.findIndex((cell) => typeof cell === "string" && cell.length > LONGEST_CELL);
    if (long < 0) {
      rows.push(cells);
      continue;
    }
    const name =
      long < fields.length ? definition.columns[fields[long] ?? ""]?.header : extras[long - fields.length];
    rejected.push({
      line: parsed.lines[i] ?? 0,
      reason: `“${name}” has more than 50,000 characters, and a cell holds no more. Shorten it in the file, or download the report again, and import it once more.`,
    });
  }
  rejected.sort((a, b) => a.line - b.line);
  const notes = [...parsed.notes];
  if (compact) {
    notes.push(
      `${parsed.length} rows: only the columns the audits read were kept (${fields.length} of ${parsed.fields.length + parsed.extras.length}).`,
    );
  }
  if (parsed.droppedPersonal.length > 0) {
    notes.push(`Left out because they are about buyers: ${parsed.droppedPersonal.join(", ")}.`);
  }
  return {
    rows: {
      definition,
      fields,
      extras,
      rows,
      marketplace: options.marketplace,
      modified: Math.floor(options.lastModified / MILLISECONDS_PER_DAY),
    },
    rejected,
    compact,
    notes,
  };
}
