/** Helpers of the tests that read files. */
import { isUnrecognised, type ParsedFile, readReport, readReportBytes } from "../../../intake/parse.ts";
import type { Cell } from "../../../src/reports/definition.ts";
import { type Day, formatDay, formatMoment, type Moment } from "../../../src/values/day.ts";

export async function read(text: string, marketplace = "US"): Promise<ParsedFile> {
  const result = await readReport([text], { marketplace });
  if (isUnrecognised(result)) throw new Error(result.reason);
  return result;
}

export async function readBytes(bytes: Uint8Array, marketplace = "US"): Promise<ParsedFile> {
  const result = await readReportBytes([bytes], { marketplace });
  if (isUnrecognised(result)) throw new Error(result.reason);
  return result;
}

export async function refusal(content: string | Uint8Array, marketplace = "US"): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const result = await readReportBytes([bytes], { marketplace });
  if (!isUnrecognised(result)) throw new Error(`read as ${result.definition.id}`);
  return result.reason;
}

/** Its cells row by row, in the order of the fields, then the extras. */
export function rowsOf(file: ParsedFile): Cell[][] {
  return file.lines.map((_, row) => file.columns.map((cells) => cells?.[row] ?? null));
}

/** A row by field names, days and moments as text. */
export function shown(file: ParsedFile, index = 0): Record<string, Cell> {
  const row = file.columns.map((cells) => cells?.[index] ?? null);
  const names = [...file.fields, ...file.extras];
  return Object.fromEntries(
    names.map((name, at) => {
      const value = row[at] ?? null;
      const type = file.definition.columns[name]?.type;
      if (typeof value !== "number") return [name, value];
      return [
        name,
        type === "day" ? formatDay(value as Day) : type === "moment" ? formatMoment(value as Moment) : value,
      ];
    }),
  );
}

/** The sum of a field over all rows read. */
export function total(file: ParsedFile, field: string): number {
  const at = file.fields.indexOf(field);
  return Math.round(rowsOf(file).reduce((sum, row) => sum + Number(row[at] ?? 0), 0) * 100) / 100;
}
