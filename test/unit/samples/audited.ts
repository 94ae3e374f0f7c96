/**
 * A made-up account audited in memory: its files go through the program's own reader and merge plan, its tabs are
 * plain tables. What the sheet adds (cells, pieces, locks) is tested elsewhere; here it would cost most of the time.
 */
import { fileRows } from "../../../intake/file-rows.ts";
import { isUnrecognised, readReportBytes } from "../../../intake/parse.ts";
import { keyRows, planMerge } from "../../../intake/plan.ts";
import { atOnce } from "../../../intake/turns.ts";
import type { Sample } from "../../../samples/generate.ts";
import type { AuditInput, ClaimRecord, ImportRecord } from "../../../src/audits/audit.ts";
import { type Finding, findingToJson } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { POLICY } from "../../../src/policy/index.ts";
import type { Cell, ReportDefinition, Table } from "../../../src/reports/definition.ts";
import { day } from "../../../src/values/day.ts";
import { compareText } from "../../../src/values/hash.ts";
import { currency, money } from "../../../src/values/money.ts";

/** A folder is imported for one marketplace; its rows say theirs where they are of several. */
const IMPORTED_FOR = "US";

type Row = Readonly<Record<string, Cell>>;
interface Tab {
  readonly definition: ReportDefinition;
  rows: { key: string; row: Row }[];
}

/** Everything the audits are given of a sample's files. */
export async function inputOfSample(sample: Pick<Sample, "asOf" | "files">): Promise<AuditInput> {
  const tabs = new Map<string, Tab>();
  const imports: ImportRecord[] = [];
  for (const file of [...sample.files].sort((a, b) => compareText(a.name, b.name))) {
    const parsed = await readReportBytes([file.bytes], { marketplace: IMPORTED_FOR });
    if (isUnrecognised(parsed)) throw new Error(`${file.name}: ${parsed.reason}`);
    const [rejected] = parsed.rejected;
    if (rejected) throw new Error(`${file.name}, line ${rejected.line}: ${rejected.reason}`);
    const { rows } = atOnce(fileRows(parsed, { marketplace: IMPORTED_FOR, lastModified: 0 }));
    const { definition } = parsed;
    const tab = tabs.get(definition.id) ?? { definition, rows: [] };
    tabs.set(definition.id, tab);
    const named = (cells: readonly Cell[]): Row =>
      Object.fromEntries(rows.fields.map((field, i) => [field, cells[i] ?? null]));
    const keyed = keyRows(rows);
    const plan = planMerge(
      tab.rows.map(({ key }) => key),
      keyed,
      keyed.length,
    );
    for (const change of plan.change) {
      const standing = tab.rows[change.row - 2];
      if (standing === undefined) throw new Error(`${file.name}: no tab row ${change.row}`);
      standing.key = change.key;
      if (change.cells) standing.row = { ...standing.row, ...named(change.cells) };
    }
    for (const { key, cells } of plan.add) tab.rows.push({ key, row: named(cells) });
    tab.rows.sort((a, b) => compareText(a.key, b.key));
    imports.push({
      report: definition.id,
      batch: "1",
      marketplace: IMPORTED_FOR,
      from: null,
      to: null,
      firstDay: parsed.firstDay,
      lastDay: parsed.lastDay,
    });
  }
  return {
    asOf: day(sample.asOf),
    policy: POLICY,
    tables: [...tabs.values()].map(tableOf),
    imports,
  };
}

function tableOf({ definition, rows }: Tab): Table {
  const fields = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))];
  return {
    report: definition.id,
    length: rows.length,
    columns: Object.fromEntries(fields.map((field) => [field, rows.map(({ row }) => row[field] ?? null)])),
    lines: rows.map((_, i) => i + 2),
    importedFor: rows.map(() => IMPORTED_FOR),
  };
}

/** What the claim log of a sample's seller tells the audits; the claims were made for findings long gone. */
export function claimsOf({ approvals }: Pick<Sample, "approvals">): ClaimRecord[] {
  return approvals.map(({ caseId, state, units, minor, currency: of }) => ({
    findingId: `claim of case ${caseId}`,
    caseId,
    state,
    approvedUnits: units,
    approvedAmount: minor === null ? null : money(minor, currency(of)),
  }));
}

export function findingsOf(input: AuditInput): ReturnType<typeof findingToJson>[] {
  return runAudits(input).findings.map((finding: Finding) => findingToJson(finding));
}
