/**
 * The Findings tab: one row per finding, most urgent first.
 *
 * A run writes over the row a finding already has and then sorts whole rows, so that whatever the user keeps
 * beside a finding (columns of notes, colours, formulas) moves with it. A finding that is no longer found
 * leaves the tab, unless the user has written something beside it.
 */
import { compareFindings, type Finding } from "../../src/audits/finding.ts";
import type { Cell, ColumnType } from "../../src/reports/definition.ts";
import type { Day } from "../../src/values/day.ts";
import { amountOf, minorDigits } from "../../src/values/money.ts";
import { FORMATS, type SheetCell, toSheet } from "../cells.ts";
import { isDate, type SheetClock } from "../clock.ts";
import {
  filterWhole,
  growTo,
  openTab,
  type PlacedColumn,
  type Tab,
  type TabColumn,
  writeRows,
} from "./tab.ts";

interface FindingColumn extends TabColumn {
  value(finding: Finding, asOf: Day): Cell;
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
  shown("claimId", "Claim ID", "id", (f) => f.claimId),
  shown("id", "ID", "id", (f) => f.id, 200),
  { key: "order", header: "_order", type: "int", hidden: true, value: () => null },
];

/** A finding that is gone while the user's notes beside it are not. */
const GONE = "no longer found";

/** Background and text per state; the text colours keep a contrast of at least 4.5 to 1. */
const COLOURS: readonly (readonly [string, string, string])[] = [
  ["file", "#fce8e6", "#a50e0e"],
  ["wait", "#fef7e0", "#7a4f01"],
  ["exposure", "#f3e8fd", "#681da8"],
  ["info", "#e8f0fe", "#174ea6"],
  ["expired", "#f1f3f4", "#5f6368"],
];

export function openFindings(): Tab {
  const tab = openTab({ id: "findings", title: "Findings", columns: COLUMNS });
  if (tab.created) colourStates(tab);
  return tab;
}

/** Writes all findings of a run in a constant number of calls. Call it inside `alone`. */
export function writeFindings(findings: readonly Finding[], asOf: Day, clock: SheetClock): void {
  const tab = openFindings();
  const { sheet } = tab;
  const width = sheet.getLastColumn();
  const standing = sheet.getLastRow() - 1;
  const before = standing > 0 ? (sheet.getRange(2, 1, standing, width).getValues() as SheetCell[][]) : [];
  const rows = arrange([...findings].sort(compareFindings), before, tab.columns);
  const grown = rows.length + 1 > sheet.getMaxRows();
  growTo(tab, rows.length + 1);
  if (grown) colourStates(tab);

  writeRows(tab, 2, rows.length, (index, column) => {
    const row = rows[index] as Row;
    if (column.key === "order") return row.order ?? "";
    if (row.finding) {
      const { value, type } = COLUMNS.find(({ key }) => key === column.key) as FindingColumn;
      return toSheet(value(row.finding, asOf), type);
    }
    if (row.gone && column.key === "state") return GONE;
    return row.gone || row.own ? asWritten(before[index]?.[column.at - 1], clock) : "";
  });
  const order = tab.columns.find(({ key }) => key === "order");
  if (order && !inOrder(rows)) {
    sheet.getRange(2, 1, rows.length, sheet.getMaxColumns()).sort([{ column: order.at, ascending: true }]);
  }
  const amount = tab.columns.find(({ key }) => key === "amount");
  const sorted = [...rows].sort((a, b) => (a.order ?? rows.length) - (b.order ?? rows.length));
  if (amount && sorted.length > 0) {
    sheet
      .getRange(2, amount.at, sorted.length, 1)
      .setNumberFormats(sorted.map(({ finding }) => [amountFormat(finding)]));
  }
  filterWhole(tab);
}

interface Row {
  readonly finding?: Finding;
  /** Its finding is gone; the user's notes are not. */
  readonly gone?: boolean;
  /** A row the user made. */
  readonly own?: boolean;
  /** Its place after sorting; rows without one go to the end. */
  readonly order?: number;
}

/** Which tab row holds what before sorting: findings keep their rows, new ones take rows that became free. */
function arrange(
  findings: readonly Finding[],
  before: readonly (readonly SheetCell[])[],
  columns: readonly PlacedColumn[],
): Row[] {
  const idAt = columns.find(({ key }) => key === "id")?.at ?? 0;
  const ours = new Set(columns.map(({ at }) => at - 1));
  const rank = new Map(findings.map((finding, order) => [finding.id, { finding, order }]));
  const rows: Row[] = [];
  const free: number[] = [];
  let kept = findings.length;
  before.forEach((cells, index) => {
    const id = String(cells[idAt - 1] ?? "");
    const found = rank.get(id);
    const noted = cells.some((cell, i) => cell !== "" && !ours.has(i));
    if (found) {
      rows.push(found);
      rank.delete(id);
    } else if (id !== "" && noted) {
      rows.push({ gone: true, order: kept++ });
    } else if (id === "" && cells.some((cell) => cell !== "")) {
      rows.push({ own: true });
    } else {
      free.push(index);
      rows.push({});
    }
  });
  for (const next of rank.values()) {
    const place = free.shift();
    if (place === undefined) rows.push(next);
    else rows[place] = next;
  }
  return rows;
}

function inOrder(rows: readonly Row[]): boolean {
  return rows.every((row, i) => i === 0 || (rows[i - 1]?.order ?? rows.length) <= (row.order ?? rows.length));
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

function amountFormat(finding: Finding | undefined): string {
  const currency = finding?.amount?.currency;
  if (!currency) return FORMATS.decimal;
  return `#,##0${minorDigits(currency) > 0 ? `.${"0".repeat(minorDigits(currency))}` : ""} [$${currency}]`;
}

/** A cell read from the sheet as it has to be written to stand there unchanged. */
function asWritten(value: SheetCell | undefined, clock: SheetClock): string | number {
  if (value === undefined) return "";
  if (isDate(value)) return toSheet(clock.moment(value), "moment");
  return typeof value === "number" ? value : String(value);
}

/** Colours the states of all rows; rules of the user's own stay. */
function colourStates(tab: Tab): void {
  const state = tab.columns.find(({ key }) => key === "state");
  if (!state) return;
  const range = tab.sheet.getRange(2, state.at, tab.sheet.getMaxRows() - 1, 1);
  const words = COLOURS.map(([word]) => word);
  const theirs = tab.sheet.getConditionalFormatRules().filter((rule) => {
    const condition = rule.getBooleanCondition();
    const isText = condition?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO;
    return !isText || !words.includes(String(condition?.getCriteriaValues()[0]));
  });
  const ours = COLOURS.map(([word, background, colour]) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(word)
      .setBackground(background)
      .setFontColor(colour)
      .setRanges([range])
      .build(),
  );
  tab.sheet.setConditionalFormatRules([...theirs, ...ours]);
}
