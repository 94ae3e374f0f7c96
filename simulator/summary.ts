/**
 * What `reimb audit` prints for people: the files, what is owed, what could not be told.
 */
import type { ImportedFile } from "../intake/import.ts";
import type { FindingJson } from "../src/audits/finding.ts";
import type { ReportDefinition } from "../src/reports/definition.ts";
import type { AuditDocument } from "./document.ts";
import type { Counts } from "./local-sheets.ts";

const STATES: Record<FindingJson["state"], string> = {
  file: "to file now",
  wait: "wait",
  expired: "expired",
  exposure: "Amazon may take back",
  info: "worth a look",
};

/** The whole summary, as lines. */
export function summaryOf(document: AuditDocument): string[] {
  return [
    `Audit of ${document.imports.length} files as of ${document.asOf} (${document.marketplace} where a report does not say)`,
    "",
    ...filesPart(document),
    ...findingsPart(document),
    ...cannotTellPart(document),
  ];
}

/** One line per report; single files are named only where there is something to say about them. */
function filesPart({ imports, unrecognised }: AuditDocument): string[] {
  const byReport = new Map<string, ImportedFile[]>();
  for (const file of imports) byReport.set(file.report, [...(byReport.get(file.report) ?? []), file]);
  const lines = table(
    ["report", "files", "added", "already there", "changed", "not read", "days"],
    [...byReport]
      .sort()
      .map(([report, files]) => [
        report,
        count(files.length),
        ...(["added", "duplicate", "changed"] as const).map((of) => count(sum(files, (file) => file[of]))),
        count(sum(files, (file) => file.rejected.length)),
        daysOf(files),
      ]),
    [1, 2, 3, 4, 5],
  );
  for (const [note, files] of notesOf(imports)) lines.push(`  ${named(files)}: ${note}`);
  for (const file of imports) {
    for (const row of file.rejected.slice(0, 3))
      lines.push(`  ${file.file}, line ${row.line}: ${row.reason}`);
    if (file.rejected.length > 3)
      lines.push(
        `  ${file.file}: ${file.rejected.length - 3} more rows were not read; --json lists them all`,
      );
  }
  for (const file of unrecognised) lines.push(`  ${file.file}: ${file.reason}`);
  return [...lines, ""];
}

/** What there is to say, each with the files it is true of. */
function notesOf(imports: readonly ImportedFile[]): Map<string, string[]> {
  const notes = new Map<string, string[]>();
  for (const { file, notes: said } of imports)
    for (const note of said) notes.set(note, [...(notes.get(note) ?? []), file]);
  return notes;
}

function named(files: readonly string[]): string {
  return files.length === 1 ? String(files[0]) : `${files[0]} and ${files.length - 1} more`;
}

function sum(files: readonly ImportedFile[], of: (file: ImportedFile) => number): number {
  return files.reduce((all, file) => all + of(file), 0);
}

function daysOf(files: readonly ImportedFile[]): string {
  const first = files.flatMap((file) => file.from ?? []).sort()[0];
  const last = files
    .flatMap((file) => file.to ?? [])
    .sort()
    .at(-1);
  return first === undefined ? "" : `${first} – ${last}`;
}

function findingsPart({ findings, totals }: AuditDocument): string[] {
  if (findings.length === 0) return ["No findings.", ""];
  const groups = new Map<string, { finding: FindingJson; findings: number; units: number }>();
  for (const finding of findings) {
    const key = `${finding.state} ${finding.audit}`;
    const group = groups.get(key) ?? { finding, findings: 0, units: 0 };
    group.findings++;
    group.units += finding.quantity ?? 0;
    groups.set(key, group);
  }
  const lines = table(
    ["state", "audit", "findings", "units", "first deadline"],
    [...groups.values()].map(({ finding, findings: n, units }) => [
      STATES[finding.state],
      finding.audit,
      count(n),
      count(units),
      finding.deadline ?? "",
    ]),
    [2, 3],
  );
  const sums = totals.map(
    (total) => `${STATES[total.state]}: ${total.amount} ${total.currency} in ${total.findings} findings`,
  );
  const unvalued = findings.filter((finding) => finding.amount === null && finding.state !== "info").length;
  if (unvalued > 0) sums.push(`${unvalued} findings could not be valued; each says why`);
  return [...lines, "", ...sums, ""];
}

function cannotTellPart({ cannotTell }: AuditDocument): string[] {
  if (cannotTell.length === 0) return [];
  const lines = ["Could not tell:"];
  for (const entry of cannotTell) {
    lines.push(`  ${entry.audit}: ${shortened(entry.reason)}`);
    for (const need of entry.needs)
      lines.push(
        `    download ${need.report}${need.from ? ` from ${need.from}` : ""}${need.to ? ` to ${need.to}` : ""}`,
      );
  }
  lines.push(
    "The tab Data health (--out FILE.xlsx) says where to download each, and lists the missing costs.",
  );
  return [...lines, ""];
}

/** The reports it knows: id, Seller Central name, SP-API type, where to download. */
export function reportTypes(reports: readonly ReportDefinition[]): string[] {
  return table(
    ["id", "name", "SP-API type", "where to download"],
    reports.map((report) => [report.id, report.title, report.spApiType ?? "none", report.download]),
    [],
  );
}

/** The calls to Google's services, by kind. */
export function callsOf(calls: Counts): string[] {
  return [
    `${count(calls.calls)} calls in ${count(calls.executions)} executions: ${count(calls.reads)} reads of ${count(calls.cellsRead)} cells, ${count(calls.writes)} writes of ${count(calls.cellsWritten)} cells`,
    ...table(
      ["call", "times"],
      Object.entries(calls.byKind).map(([kind, times]) => [kind, count(times)]),
      [1],
    ),
    "",
  ];
}

/** Long lists of items stand in full in `--json` and in the tab Data health. */
function shortened(reason: string): string {
  return reason.length <= 200 ? reason : `${reason.slice(0, 199).trimEnd()}…`;
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}

/** Columns padded to their widest cell; `right` names the columns of numbers. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}
