/** How long the parts of an audit in the client take, about: what its progress is measured by. */

/** Google moves 10,000 cells in one call in about a second; a call takes about a second and a half of its own. */
const CELLS_PER_SECOND = 10_000;
const SECONDS_PER_CALL = 1.5;
/** As appsscript/audit-apart.ts cuts them. */
const CELLS_PER_SLICE = 60_000;
/** Rows audited in a second. */
const ROWS_PER_SECOND = 40_000;
/** Of so many rows one is a finding, about, and it is written into so many cells, so many rows in one call. */
const ROWS_PER_FINDING = 25;
const CELLS_PER_FINDING = 28;
const FINDINGS_PER_CALL = 500;

export interface AuditSize {
  readonly tables: readonly { readonly rows: number; readonly columns: number }[];
  /** Rows of the Findings tab. */
  readonly findings: number;
}

/** Seconds of its parts. */
export interface AuditCost {
  readonly reading: number;
  readonly auditing: number;
  readonly checking: number;
  readonly writing: number;
}

export function auditCost({ tables, findings }: AuditSize): AuditCost {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const cells = tables.reduce((sum, table) => sum + table.rows * table.columns, 0);
  const slices = Math.ceil(cells / CELLS_PER_SLICE) + tables.length;
  const found = Math.max(findings, rows / ROWS_PER_FINDING);
  const written = (found + findings) * CELLS_PER_FINDING;
  return {
    reading: (cells + rows) / CELLS_PER_SECOND + slices * SECONDS_PER_CALL,
    auditing: rows / ROWS_PER_SECOND,
    checking: rows / CELLS_PER_SECOND + tables.length * SECONDS_PER_CALL,
    writing: written / CELLS_PER_SECOND + (Math.ceil(found / FINDINGS_PER_CALL) + 6) * SECONDS_PER_CALL,
  };
}
