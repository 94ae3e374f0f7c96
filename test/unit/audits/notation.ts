/**
 * The examples in docs/audits/*.md, as they stand there. Under a `###` title:
 *
 *     ```reports            the day of the audit and the marketplace, then the files, under Amazon's own headers
 *     as of 2026-06-30, US
 *
 *     ledger-detail         a report's id; with `2026-01-01 to 2026-06-30` when downloaded for that period only
 *     Date,FNSKU,…
 *     05/01/2026,X001,…
 *
 *     reimbursements        nothing under it: a file with only a header
 *     ```
 *     ```claims             optional: the claim log; case-id,state,approved-units,approved-amount,currency
 *     ```
 *     ```findings           the columns to compare, then what the audit must find, in its order; or `none`
 *     ```
 *     ```cannot-tell        optional: `report from to` per line; without the block the audit must be able to tell
 *     ```
 */

import type { ClaimRecord } from "../../../src/audits/audit.ts";
import type { Cell, ReportDefinition } from "../../../src/reports/definition.ts";
import { normaliseHeader } from "../../../src/reports/definition.ts";
import { REPORTS } from "../../../src/reports/index.ts";
import { currency, moneyOf } from "../../../src/values/money.ts";
import type { Given, Rows } from "./account-of-rows.ts";

export interface Example {
  readonly title: string;
  readonly given: Given;
  readonly columns: readonly string[];
  readonly findings: readonly (readonly string[])[];
  readonly cannotTell: readonly string[];
}

export function examplesIn(markdown: string): Example[] {
  return markdown
    .split(/^### /m)
    .slice(1)
    .filter((section) => section.includes("```reports"))
    .map(exampleOf);
}

function exampleOf(section: string): Example {
  const title = section.slice(0, section.indexOf("\n")).trim();
  const findings = linesOf(block(section, "findings") ?? fail(title, "no ```findings block"));
  const none = findings.length === 1 && findings[0] === "none";
  const cannotTell = block(section, "cannot-tell");
  return {
    title,
    given: {
      ...givenOf(title, block(section, "reports") ?? fail(title, "no ```reports block")),
      claims: linesOf(block(section, "claims") ?? "")
        .slice(1)
        .map(claimOf),
    },
    columns: none ? [] : cellsOf(findings[0] ?? ""),
    findings: none ? [] : findings.slice(1).map(cellsOf),
    cannotTell: cannotTell === null ? [] : linesOf(cannotTell),
  };
}

function givenOf(title: string, text: string): Given {
  const [head = "", ...parts] = text.trim().split(/\n\s*\n/);
  const match = /^as of (\d{4}-\d{2}-\d{2})(?:, ([A-Z]{2}))?$/.exec(head.trim());
  if (!match) fail(title, `starts with "as of YYYY-MM-DD", not "${head}"`);
  const reports: Record<string, Rows> = {};
  const periods: Record<string, { from: string; to: string }> = {};
  for (const part of parts) {
    const [name = "", header = "", ...rows] = linesOf(part);
    const [, id = "", from, to] = /^(\S+)(?: (\S+) to (\S+))?$/.exec(name) ?? [];
    const definition = REPORTS.find((r) => r.id === id) ?? fail(title, `no report "${name}"`);
    if (from !== undefined && to !== undefined) periods[id] = { from, to };
    const fields = header === "" ? [] : cellsOf(header).map((cell) => fieldOf(title, definition, cell));
    reports[id] = rows.map((row) => rowOf(title, definition, fields, cellsOf(row)));
  }
  return { asOf: match?.[1] ?? "", marketplace: match?.[2] ?? "US", reports, periods };
}

function claimOf(line: string): ClaimRecord {
  const [caseId = "", state = "", units = "", amount = "", code = ""] = cellsOf(line);
  return {
    findingId: "",
    caseId,
    state: state as ClaimRecord["state"],
    approvedUnits: units === "" ? null : Number(units),
    approvedAmount: amount === "" ? null : moneyOf(Number(amount), currency(code)),
  };
}

function rowOf(
  title: string,
  definition: ReportDefinition,
  fields: readonly string[],
  cells: readonly string[],
) {
  if (cells.length > fields.length) fail(title, `more cells than headers: ${cells.join(",")}`);
  const row: Record<string, Cell> = {};
  cells.forEach((cell, i) => {
    const field = fields[i] ?? "";
    const type = definition.columns[field]?.type;
    if (cell === "") return;
    row[field] =
      type === "int" || type === "decimal"
        ? Number(cell)
        : type === "day" || type === "moment"
          ? isoOf(cell)
          : cell;
  });
  return row;
}

function fieldOf(title: string, definition: ReportDefinition, header: string): string {
  const wanted = normaliseHeader(header);
  const found = Object.entries(definition.columns).find(([, column]) =>
    [column.header, ...column.aliases].some((name) => normaliseHeader(name) === wanted),
  );
  return found?.[0] ?? fail(title, `${definition.id} has no column "${header}"`);
}

/** `05/01/2026` as the ledger prints it, or a day or moment in ISO form. */
function isoOf(cell: string): string {
  const match = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(cell);
  return match ? `${match[3]}-${match[1]}-${match[2]}` : cell.replace("T", " ");
}

function block(section: string, kind: string): string | null {
  return new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, "m").exec(section)?.[1] ?? null;
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function cellsOf(line: string): string[] {
  return line.split(",").map((cell) => cell.trim());
}

function fail(title: string, why: string): never {
  throw new Error(`Example "${title}": ${why}`);
}
