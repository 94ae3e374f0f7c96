/** What is measured of the product, bundled once per run: reading report files, and auditing what was read. */
import { decode } from "../intake/decode.ts";
import { fileRows } from "../intake/file-rows.ts";
import { isUnrecognised, type ParsedFile, type ReadOptions, readReportBytes } from "../intake/parse.ts";
import { compactFields, type FileRows, keyRows, planMerge } from "../intake/plan.ts";
import { atOnce } from "../intake/turns.ts";
import type { Audit, ImportRecord } from "../src/audits/audit.ts";
import { runAudits } from "../src/audits/run.ts";
import { underpaid } from "../src/audits/underpaid.ts";
import { warehouseDamaged } from "../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../src/audits/warehouse-lost.ts";
import { POLICY } from "../src/policy/index.ts";
import type { Table } from "../src/reports/definition.ts";
import { day } from "../src/values/day.ts";

export { decode };

const AUDITS: readonly Audit[] = [warehouseLost, warehouseDamaged, underpaid];

/** @throws Error when it is no report */
export async function parse(
  bytes: Uint8Array,
  options: Pick<ReadOptions, "wanted"> = {},
): Promise<ParsedFile> {
  const parsed = await readReportBytes([bytes], { marketplace: "US", ...options });
  if (isUnrecognised(parsed)) throw new Error(parsed.reason);
  return parsed;
}

/** Read as for a compact import, keyed, and the merge into an empty tab planned: all it does before it calls the server. */
export async function plan(bytes: Uint8Array): Promise<number> {
  const rows = await rowsOf(bytes);
  const keyed = keyRows(rows);
  return planMerge([], keyed, rows.rows.length).add.length;
}

/** As they go into the tab; what else was read of the file is let go, as the import does. */
async function rowsOf(bytes: Uint8Array): Promise<FileRows> {
  const parsed = await parse(bytes, { wanted: compactFields });
  return atOnce(fileRows(parsed, { marketplace: "US", lastModified: 0, compact: true })).rows;
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
    const parsed = await parse(bytes, { wanted: compactFields });
    tables.push(tableOf(parsed));
    imports.push(importOf(parsed, asOf));
  }
  const read = performance.now();
  const { findings } = runAudits({ asOf: day(asOf), policy: POLICY, tables, imports }, AUDITS);
  const done = performance.now();
  return { findings, readMs: read - started, auditMs: done - read };
}

/** The columns an audit reads, as the tab hands them over. */
function tableOf({ definition, fields, columns, length, lines }: ParsedFile): Table {
  const read = fields.flatMap((field, at) => {
    const cells = columns[at];
    return cells == null ? [] : [[field, cells] as const];
  });
  const importedFor = new Array<string>(length).fill("US");
  return { report: definition.id, length, columns: Object.fromEntries(read), lines, importedFor };
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
