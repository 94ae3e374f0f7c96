/** The Findings tab: one row per finding; what nobody has dealt with first, and of that the most urgent. */
import { compareFindings, type Finding } from "../../src/audits/finding.ts";
import type { Cell, ColumnType } from "../../src/reports/definition.ts";
import type { Day } from "../../src/values/day.ts";
import { amountOf, type Currency, minorDigits } from "../../src/values/money.ts";
import { FORMATS, toSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import { type KeyedTab, ORDER_COLUMN, openKeyed, writeKeyed } from "./keyed.ts";
import { findTab, rowWith, type Tab, type TabColumn, type TabPlan, writeRows } from "./tab.ts";

/** What the tracker says of a finding, as the tab shows it. */
export interface TrackedWords {
  /** `new`, `snoozed until 2026-08-01`, or the state of its claim. */
  readonly status: string;
  readonly claimId: string | null;
  /** Somebody has dealt with it: it is not to be filed (again). */
  readonly settled: boolean;
}

export type Tracking = (findingId: string) => TrackedWords;

/** A finding and what the tracker says of it. */
export interface FindingRow extends TrackedWords {
  readonly id: string;
  readonly finding: Finding;
}

interface FindingColumn extends TabColumn {
  value(finding: Finding, asOf: Day, tracked: TrackedWords): Cell;
}

function shown(
  key: string,
  header: string,
  type: ColumnType,
  value: FindingColumn["value"],
  width?: number,
): FindingColumn {
  return { key, header, type, value, ...(width ? { width } : {}) };
}

const COLUMNS: readonly FindingColumn[] = [
  shown("state", "State", "code", (f) => f.state),
  shown("daysLeft", "Days left", "int", daysLeft),
  shown("amount", "Amount", "decimal", (f) => (f.amount ? amountOf(f.amount) : null), 110),
  shown("currency", "Currency", "code", (f) => f.amount?.currency ?? null),
  shown("quantity", "Quantity", "int", (f) => f.quantity),
  shown("status", "Status", "code", (_f, _asOf, tracked) => tracked.status),
  shown("what", "What", "text", (f) => f.what, 360),
  shown("why", "Why", "text", (f) => f.why, 360),
  shown("todo", "To do", "text", (f) => f.todo, 360),
  shown("deadline", "Deadline", "day", (f) => f.deadline),
  shown("opens", "Opens", "day", (f) => f.opens),
  shown("eventDate", "Event date", "day", (f) => f.eventDate),
  shown("marketplace", "Marketplace", "code", (f) => f.marketplace),
  shown("msku", "MSKU", "id", (f) => f.msku),
  shown("fnsku", "FNSKU", "id", (f) => f.fnsku),
  shown("asin", "ASIN", "id", (f) => f.asin),
  shown("orderId", "Order ID", "id", (f) => f.orderId, 160),
  shown("shipmentId", "Shipment ID", "id", (f) => f.shipmentId),
  shown("referenceId", "Reference ID", "id", (f) => f.referenceId),
  shown("audit", "Audit", "code", (f) => f.audit, 160),
  shown("family", "Family", "code", (f) => f.family),
  shown("basis", "Basis", "text", (f) => f.basis, 200),
  shown("estimated", "Estimated", "code", (f) => (f.estimated ? "yes" : "no")),
  shown("evidence", "Evidence", "text", evidenceText, 260),
  shown("claimId", "Claim ID", "id", (_f, _asOf, tracked) => tracked.claimId),
  shown("id", "ID", "id", (f) => f.id, 200),
];

export const FINDINGS: TabPlan = {
  id: "findings",
  title: "Findings",
  columns: [...COLUMNS, ORDER_COLUMN],
};

export const FINDINGS_TAB: KeyedTab = {
  plan: FINDINGS,
  colours: [
    ["file", "#fce8e6", "#a50e0e"],
    ["wait", "#fef7e0", "#7a4f01"],
    ["exposure", "#f3e8fd", "#681da8"],
    ["info", "#e8f0fe", "#174ea6"],
    ["expired", "#f1f3f4", "#5f6368"],
  ],
};

/** What the tab shows, in its order. */
export function findingRows(findings: readonly Finding[], tracking: Tracking): FindingRow[] {
  const rows = [...findings]
    .sort(compareFindings)
    .map((finding): FindingRow => ({ ...tracking(finding.id), id: finding.id, finding }));
  return [...rows.filter(({ settled }) => !settled), ...rows.filter(({ settled }) => settled)];
}

export function findingCell(row: FindingRow, { key, type }: TabColumn, asOf: Day): string | number {
  const column = COLUMNS.find((one) => one.key === key);
  return column ? toSheet(column.value(row.finding, asOf, row), type) : "";
}

/** Writes all findings of a run in a constant number of calls. Call it inside `alone`. */
export function writeFindings(
  findings: readonly Finding[],
  tracking: Tracking,
  asOf: Day,
  clock: SheetClock,
): void {
  const tab = openKeyed(FINDINGS_TAB);
  const ordered = findingRows(findings, tracking);
  const rows = writeKeyed(tab, ordered, FINDINGS_TAB.colours, clock, (row, column) =>
    findingCell(row, column, asOf),
  );
  formatAmounts(
    tab,
    rows.map((row) => row?.finding.amount?.currency ?? null),
  );
}

/** Money with its currency behind it, from the second row on; below, where findings may have stood, none. */
export function formatAmounts({ sheet, columns }: Tab, currencies: readonly (Currency | null)[]): void {
  const amount = columns.find(({ key }) => key === "amount");
  if (!amount || currencies.length === 0) return;
  const rows = sheet.getMaxRows() - 1;
  const formats = Array.from({ length: rows }, (_, i) => [moneyFormat(currencies[i] ?? null)]);
  sheet.getRange(2, amount.at, rows, 1).setNumberFormats(formats);
}

/** Writes anew what the tracker says of one finding, where it has a row. Call it inside `alone`. */
export function markFinding(id: string, tracked: TrackedWords): void {
  const tab = findTab(FINDINGS);
  const row = tab ? rowWith(tab, "id", id) : null;
  if (!tab || row === null) return;
  const columns = tab.columns.filter(({ key }) => key === "status" || key === "claimId");
  writeRows({ ...tab, columns }, row, 1, (_, { key }) =>
    key === "status" ? tracked.status : (tracked.claimId ?? ""),
  );
}

function daysLeft(finding: Finding, asOf: Day): Cell {
  const counts = finding.state === "file" || finding.state === "wait";
  return counts && finding.deadline !== null ? finding.deadline - asOf : null;
}

/** More rows than this make nobody wiser, and a cell holds 50,000 characters. */
const ROWS_SHOWN = 200;

/** `ledger-detail row 12, 15; reimbursements row 3`. */
function evidenceText(finding: Finding): string {
  const lines = new Map<string, number[]>();
  for (const { report, line } of finding.evidence) lines.set(report, [...(lines.get(report) ?? []), line]);
  return [...lines]
    .map(([report, rows]) => {
      const more = rows.length > ROWS_SHOWN ? ` and ${rows.length - ROWS_SHOWN} more` : "";
      return `${report} row ${rows.slice(0, ROWS_SHOWN).join(", ")}${more}`;
    })
    .join("; ");
}

/** Money with its currency behind it; a plain number where none is known. */
export function moneyFormat(currency: Currency | null): string {
  if (currency === null) return FORMATS.decimal;
  return `#,##0${minorDigits(currency) > 0 ? `.${"0".repeat(minorDigits(currency))}` : ""} [$${currency}]`;
}
