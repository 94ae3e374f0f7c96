/** What is measured of the product, bundled once per run: reading report files, and auditing what was read. */
import { decode } from "../intake/decode.ts";
import { fileRows } from "../intake/file-rows.ts";
import { isUnrecognised, type ParsedFile, readReportBytes } from "../intake/parse.ts";
import { keyRows, planMerge } from "../intake/plan.ts";
import { atOnce } from "../intake/turns.ts";
import type { Audit, ImportRecord } from "../src/audits/audit.ts";
import { runAudits } from "../src/audits/run.ts";
import { underpaid } from "../src/audits/underpaid.ts";
import { warehouseDamaged } from "../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../src/audits/warehouse-lost.ts";
import { POLICY } from "../src/policy/index.ts";
import type { Cell, Table } from "../src/reports/definition.ts";
import { day } from "../src/values/day.ts";

export { decode };

const AUDITS: readonly Audit[] = [warehouseLost, warehouseDamaged, underpaid];

/** @throws Error when it is no report */
export async function parse(bytes: Uint8Array): Promise<ParsedFile> {
  const parsed = await readReportBytes([bytes], { marketplace: "US" });
  if (isUnrecognised(parsed)) throw new Error(parsed.reason);
  return parsed;
}

/** Parsed, keyed, and the merge into an empty tab planned: everything an import does before it calls the server. */
export async function plan(bytes: Uint8Array): Promise<number> {
  const parsed = await parse(bytes);
  const { rows } = atOnce(fileRows(parsed, { marketplace: "US", lastModified: 0 }));
  const keyed = keyRows(rows);
  return planMerge([], keyed, rows.rows.length).add.length;
}

export interface Files {
  readonly ledger: Uint8Array;
  readonly reimbursements: Uint8Array;
  readonly costs: Uint8Array;
}

/** The three audits over the three files, nothing of a sheet in between. */
export async function findings(files: Files, asOf: string) {
  const started = performance.now();
  const tables: Table[] = [];
  const imports: ImportRecord[] = [];
  for (const bytes of [files.ledger, files.reimbursements, files.costs]) {
    const parsed = await parse(bytes);
    tables.push(tableOf(parsed));
    imports.push(importOf(parsed, asOf));
  }
  const read = performance.now();
  const { findings } = runAudits({ asOf: day(asOf), policy: POLICY, tables, imports }, AUDITS);
  const done = performance.now();
  return { findings, readMs: read - started, auditMs: done - read };
}

/** The columns an audit reads, as the tab hands them over. */
function tableOf({ definition, fields, rows, lines }: ParsedFile): Table {
  const columns: Record<string, Cell[]> = {};
  fields.forEach((field, at) => {
    if (definition.columns[field]?.audited) columns[field] = rows.map((row) => row[at] ?? null);
  });
  const importedFor = new Array<string>(rows.length).fill("US");
  return { report: definition.id, length: rows.length, columns, lines, importedFor };
}

function importOf({ definition, firstDay, lastDay }: ParsedFile, asOf: string): ImportRecord {
  const dated = firstDay !== null;
  return {
    report: definition.id,
    batch: "bench",
    marketplace: "US",
    from: dated ? day("2025-05-21") : null,
    to: dated ? day(asOf) : null,
    firstDay,
    lastDay,
  };
}
