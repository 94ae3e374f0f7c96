/** docs/reports.md, written from the report definitions and the column sets they have been seen with. */

import type { Column, Merging, ReportDefinition } from "../../src/reports/definition.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { VARIANTS } from "../../src/reports/variants/index.ts";
import { table } from "./markdown.ts";

/** The page as Markdown. */
export function reportsPage(): string {
  const amazons = REPORTS.filter((report) => report.from === "amazon");
  const own = REPORTS.filter((report) => report.from === "user");
  return [
    "# The reports",
    "",
    "Generated from `src/reports`. A report is recognised by its column names, never by the name of its file.",
    "Names are compared without case; `-`, `_` and space are alike; the order does not matter; columns nobody",
    "knows are kept as text. What is odd about Amazon's files, and what is done about it: [behaviour.md](behaviour.md).",
    "",
    "## Where to download each",
    "",
    ...table(
      ["report", "short name", "in Seller Central", "SP-API type"],
      amazons.map((report) => [
        `[${report.title}](#${anchor(report.title)})`,
        `\`${report.shortName}\``,
        report.download,
        report.spApiType === null ? "none" : `\`${report.spApiType}\``,
      ]),
    ),
    "",
    "Two exports have no known columns and are not read: the claim list of the Inventory Defect and Reimbursement",
    "portal, and a reconcile export of a shipment with received units per SKU. Received units come from the",
    "ledger: its `Receipts` rows name the shipment as Reference ID.",
    "",
    "## Your own files",
    "",
    "CSV files you keep yourself. Any column order; unknown columns are kept.",
    "",
    ...table(
      ["file", "columns"],
      own.map((report) => [
        `[${report.title}](#${anchor(report.title)})`,
        Object.values(report.columns)
          .map((column) => `\`${column.header}\``)
          .join(", "),
      ]),
    ),
    "",
    "## Each report",
    ...REPORTS.flatMap(section),
    "",
  ].join("\n");
}

function section(report: ReportDefinition): string[] {
  const seen = VARIANTS[report.id] ?? [];
  return [
    "",
    `### ${report.title}`,
    "",
    `\`${report.id}\`. ${report.download}.${report.unaudited && !report.refusal ? " No audit reads it: it is imported and kept." : ""}`,
    "",
    ...(report.refusal
      ? [`Recognised and refused: ${report.refusal}`]
      : [
          ...facts(report),
          "",
          ...table(
            ["column", "also called", "holds"],
            Object.values(report.columns).map((column) => [
              code(column.header),
              column.aliases.map(code).join(", "),
              kind(column),
            ]),
          ),
        ]),
    ...(seen.length === 0
      ? []
      : [
          "",
          "Column sets it has been seen with:",
          "",
          ...seen.map(
            (variant) =>
              `- ${variant.name} (${variant.evidence.replace("-", " ")}; ${variant.source.replace(/[.;]$/, "")})`,
          ),
        ]),
    "",
    `Sources: ${report.sources.join("; ")}.`,
  ];
}

function facts(report: ReportDefinition): string[] {
  const header = (field: string) => code(report.columns[field]?.header ?? field);
  return [
    `- A row is known again by ${identity(report.merging, header)}. Of two versions ${newest(report.merging, header)} stands.`,
    ...(report.coverageDay === null
      ? ["- Its rows carry no day, so it covers no period by itself."]
      : [`- The period it covers is counted by ${period(report, header)}.`]),
    ...(report.personal.length === 0
      ? []
      : [
          `- Dropped before anything is stored, as it is about buyers: ${report.personal.map(code).join(", ")}.`,
        ]),
  ];
}

function identity(merging: Merging, header: (field: string) => string): string {
  const plain = merging.identity.map(header).join(", ");
  const repeated = merging.upsert ? "; equal rows are one" : "; equal rows of one file are separate events";
  if (merging.identityWhenFilled === undefined) return plain + repeated;
  return `${merging.identityWhenFilled.map(header).join(" and ")} when both are filled, else by ${plain}${repeated}`;
}

function newest(merging: Merging, header: (field: string) => string): string {
  const larger = merging.preferLarger ? ` (on a tie the larger ${header(merging.preferLarger)})` : "";
  if (merging.newest === "file") return `the one from the file whose newest row is later${larger}`;
  if (merging.newest === "modified") return `the one from the file that was modified later${larger}`;
  return `the one with the later ${header(merging.newest)}${larger}`;
}

function period(report: ReportDefinition, header: (field: string) => string): string {
  const { coveragePeriod, coverageDay } = report;
  if (coveragePeriod) return `${header(coveragePeriod.first)} and ${header(coveragePeriod.last)}`;
  return header(coverageDay ?? "");
}

const KINDS: Readonly<Record<Column["type"], string>> = {
  id: "id, kept to the letter",
  code: "word of Amazon's",
  text: "text",
  int: "whole number",
  decimal: "number",
  day: "day, as printed",
  moment: "date and time, in the marketplace's zone",
};

function kind(column: Column): string {
  if (column.dates === "whole-month") return "month";
  return KINDS[column.type] + (column.dates === "month-first" ? ", always month/day/year" : "");
}

function code(text: string): string {
  return `\`${text}\``;
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replace(/ /g, "-");
}
