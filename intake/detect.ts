/** Finds the header of a report among the first lines of a file, and with it what the file is. */
import Papa from "papaparse";
import { normaliseHeader, type ReportDefinition } from "../src/reports/definition.ts";
import { ledgerDetail, REPORTS, transactions } from "../src/reports/index.ts";
import { closestReport, fieldOfHeader, isPersonal, recogniseHeader } from "../src/reports/recognise.ts";
import { unquoted } from "./cells.ts";

/** How to read the lines of a file. */
export interface Layout {
  readonly definition: ReportDefinition;
  readonly headers: readonly string[];
  readonly delimiter: string;
  /** Quotes enclose cells. Amazon's tab files are not quoted, and a title may begin with a lone quote. */
  readonly quoted: boolean;
  /** How many physical lines stand above the first row, the header included. */
  readonly linesBefore: number;
  /** The lines above the header, split into cells. */
  readonly preamble: readonly (readonly string[])[];
}

export interface NoLayout {
  readonly reason: string;
  /** The file is a ledger without its header row; it can be read with `ledgerWithoutHeader`. */
  readonly ledgerWithoutHeader?: true;
}

/** Amazon's preambles have at most 9 lines; spreadsheets add a few. */
export const HEADER_WITHIN_LINES = 30;

const DELIMITERS: readonly string[] = ["\t", ",", ";", "|"];

/** The first column of the payments CSV in languages whose other column names are not known. */
const UNKNOWN_LANGUAGES: readonly string[] = ["data/godzina", "tarih/saat", "data/hora"];

/** `lines`: the first physical lines of the file, at least `HEADER_WITHIN_LINES` of them when it has so many. */
export function detectLayout(lines: readonly string[], ledgerWithoutHeader: boolean): Layout | NoLayout {
  const head = lines.slice(0, HEADER_WITHIN_LINES);
  for (const [index, line] of head.entries()) {
    const layout = headerIn(line, index, head);
    if (layout !== null) return refusalOf(layout) ?? layout;
  }
  const headerless = ledgerLayout(head);
  if (headerless !== null) {
    if (ledgerWithoutHeader) return headerless;
    return {
      reason:
        "This looks like an Inventory Ledger without its header row. Download it again with the header, or say that it is a ledger without header when importing it.",
      ledgerWithoutHeader: true,
    };
  }
  return { reason: reasonFor(head) };
}

function headerIn(line: string, index: number, head: readonly string[]): Layout | null {
  for (const delimiter of delimitersOf(line)) {
    const cells = splitLine(line, delimiter);
    if (cells.length < 2) continue;
    const definition = recogniseHeader(cells);
    if (definition === null) continue;
    const preamble = head.slice(0, index).map((above) => splitLine(above, delimiter));
    const quoted = delimiter !== "\t" || isQuoted(line, delimiter);
    return { definition, headers: cells, delimiter, quoted, linesBefore: index + 1, preamble };
  }
  return null;
}

/** True when a header that nothing follows ends inside a name or inside its quotes: the download was cut off. */
export function isCutHeader(line: string, { definition, headers, quoted }: Layout): boolean {
  if (quoted && (line.match(/"/g)?.length ?? 0) % 2 === 1) return true;
  const last = headers[headers.length - 1] ?? "";
  if (last === "" || fieldOfHeader(definition, last) !== null || isPersonal(definition, last)) return false;
  const begun = normaliseHeader(last);
  return Object.values(definition.columns).some(({ header, aliases }) =>
    [header, ...aliases].some((name) => normaliseHeader(name).startsWith(begun)),
  );
}

/** One source has shown a ledger whose quoted names are parted by spaces. */
function delimitersOf(line: string): readonly string[] {
  return /^\s*"[^"]*" +"/.test(line) ? [...DELIMITERS, " "] : DELIMITERS;
}

/** The cells of a header or preamble line, without the quotes that enclose them. */
export function splitLine(line: string, delimiter: string): string[] {
  const quoted = delimiter !== "\t" || isQuoted(line, delimiter);
  const config = { delimiter, newline: "\n" as const, fastMode: !quoted };
  const { data } = new Papa.Parser(config).parse(line.replace(/^\uFEFF/, ""), 0, false) as {
    data: string[][];
  };
  const parsed = data[0] ?? [];
  return parsed.map((cell) => unquoted(cell.trim()));
}

/** Most of the filled cells begin with a quote. */
function isQuoted(line: string, delimiter: string): boolean {
  const filled = line
    .replace(/^\uFEFF/, "")
    .split(delimiter)
    .filter((cell) => cell.trim() !== "");
  return filled.filter((cell) => cell.trimStart().startsWith('"')).length * 2 > filled.length;
}

function refusalOf({ definition }: Layout): NoLayout | null {
  if (definition.refusal === undefined) return null;
  return { reason: `This file cannot be used: ${definition.refusal}` };
}

/** A ledger without header: its first line starts with a date, an FNSKU and an ASIN, and has the ledger's width. */
function ledgerLayout(head: readonly string[]): Layout | null {
  const first = head[0] ?? "";
  for (const delimiter of DELIMITERS) {
    const cells = splitLine(first, delimiter);
    if (cells.length < 14 || cells.length > 16) continue;
    const [date = "", fnsku = "", asin = ""] = cells;
    if (!/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(date)) continue;
    if (!/^[XB][0-9A-Z]{9}$/.test(fnsku) || !/^(?:B[0-9A-Z]{9}|\d{9}[\dX])$/.test(asin)) continue;
    const headers = Object.values(ledgerDetail.columns)
      .map((column) => column.header)
      .slice(0, cells.length);
    const quoted = delimiter !== "\t" || isQuoted(first, delimiter);
    return { definition: ledgerDetail, headers, delimiter, quoted, linesBefore: 0, preamble: [] };
  }
  return null;
}

/** Why no line is a header: what the file resembles, and what its first line says. */
function reasonFor(head: readonly string[]): string {
  const split = head.flatMap((line) => DELIMITERS.map((delimiter) => splitLine(line, delimiter)));
  const wide = split.filter((cells) => cells.length >= 15);
  if (wide.some((cells) => UNKNOWN_LANGUAGES.includes(normaliseHeader(cells[0] ?? "")))) {
    return `This is the report "${transactions.title}" in a language whose column names are not known. Set the language of Seller Central to English and download it again (${transactions.download}).`;
  }
  for (const cells of split) {
    const close = cells.length >= 3 ? closestReport(cells) : null;
    if (close === null) continue;
    return `This looks like "${close.definition.title}", but ${missingColumns(close.missing)} missing. Download it again: ${close.definition.download}.`;
  }
  const first = head.find((line) => line.trim() !== "") ?? "";
  const shown = first.length > 80 ? `${first.slice(0, 80)}…` : first;
  return `None of the ${REPORTS.length} known reports has these columns. The file begins: "${shown}". If it should be a report of Amazon's, download it again from Seller Central as .csv or .txt and import that file unchanged; docs/reports.md lists every report and where to download it.`;
}

function missingColumns(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`).join(", ");
  return names.length === 1 ? `its column ${quoted} is` : `its columns ${quoted} are`;
}
