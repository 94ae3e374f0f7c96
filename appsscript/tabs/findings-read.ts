/** Reading findings back from their tab, as the last audit wrote them. */
import type { Evidence, Family, Finding, FindingJson, State } from "../../src/audits/finding.ts";
import type { Cell } from "../../src/reports/definition.ts";
import { type Day, formatDay } from "../../src/values/day.ts";
import { hashText } from "../../src/values/hash.ts";
import { currencyOf, formatAmount, moneyOf } from "../../src/values/money.ts";
import { fromSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import { FINDINGS } from "./findings.ts";
import { findTab, type PlacedColumn, readColumns, rowWith, type Tab } from "./tab.ts";

export const STATES: readonly State[] = ["file", "wait", "expired", "exposure", "info"];
/** The long texts, which a list does without. */
const TEXTS = ["why", "todo", "basis", "evidence"];

/** A finding and where it stands in the tab, counted from 0 below the header. */
export interface FindingAt {
  readonly at: number;
  readonly finding: FindingJson;
}

/** How long the tab is, and what changes when other findings stand in it, or in another order. */
export function findingsStanding(): { rows: number; revision: string } {
  const tab = findTab(FINDINGS);
  if (!tab) return { rows: 0, revision: "" };
  const rows = Math.max(0, tab.sheet.getLastRow() - 1);
  const column = tab.columns.filter(({ key }) => key === "id");
  const ids = readColumns(tab.sheet, column, 2, rows).get("id") ?? [];
  return { rows, revision: hashText(ids.join("\n")) };
}

/**
 * The findings in some rows of the tab, counted from 0, without their long texts. Rows of the user's own and of
 * findings that are gone are left out.
 */
export function readFindings(from: number, count: number, clock: SheetClock): FindingAt[] {
  const tab = findTab(FINDINGS);
  if (!tab) return [];
  const rows = Math.min(count, tab.sheet.getLastRow() - 1 - from);
  return findingsIn(tab, withoutTexts(tab), from + 2, rows, clock);
}

/** Of every finding in the tab what sums are made of. */
export function readAmounts(clock: SheetClock): Pick<Finding, "id" | "state" | "amount">[] {
  const tab = findTab(FINDINGS);
  if (!tab) return [];
  const wanted = tab.columns.filter(({ key }) => ["id", "state", "amount", "currency"].includes(key));
  const count = Math.max(0, tab.sheet.getLastRow() - 1);
  const cells = readColumns(tab.sheet, wanted, 2, count);
  const at = (key: string, i: number) => cells.get(key)?.[i] ?? "";
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const state = STATES.find((known) => known === at("state", i));
    const amount = fromSheet(at("amount", i), "decimal", clock);
    const currency = currencyOf(String(at("currency", i)));
    if (!state || at("id", i) === "") return [];
    const known = typeof amount === "number" && currency !== null;
    return [{ id: String(at("id", i)), state, amount: known ? moneyOf(amount, currency) : null }];
  });
}

function withoutTexts({ columns }: Tab): PlacedColumn[] {
  return columns.filter(({ key }) => !TEXTS.includes(key));
}

/** A finding with everything the tab says of it; null when it is not there any more. */
export function readFinding(id: string, clock: SheetClock): FindingJson | null {
  const tab = findTab(FINDINGS);
  const row = tab ? rowWith(tab, "id", id) : null;
  return tab && row !== null ? (findingsIn(tab, tab.columns, row, 1, clock)[0]?.finding ?? null) : null;
}

function findingsIn(
  { sheet }: Tab,
  columns: readonly PlacedColumn[],
  row: number,
  count: number,
  clock: SheetClock,
): FindingAt[] {
  const cells = readColumns(sheet, columns, row, count);
  const types = new Map(columns.map(({ key, type }) => [key, type]));
  const findings: FindingAt[] = [];
  for (let i = 0; i < count; i++) {
    const finding = findingFrom((key) =>
      fromSheet(cells.get(key)?.[i] ?? "", types.get(key) ?? "text", clock),
    );
    if (finding) findings.push({ at: row - 2 + i, finding });
  }
  return findings;
}

function findingFrom(cell: (key: string) => Cell | undefined): FindingJson | null {
  const text = (key: string) => String(cell(key) ?? "");
  const orNull = (key: string) => text(key) || null;
  const number = (key: string) => {
    const value = cell(key);
    return typeof value === "number" ? value : null;
  };
  const on = (key: string) => {
    const value = number(key);
    return value === null ? null : formatDay(value as Day);
  };
  const state = STATES.find((known) => known === text("state"));
  const eventDate = on("eventDate");
  if (!state || text("id") === "" || eventDate === null) return null;
  const [amount, currency] = [number("amount"), currencyOf(text("currency"))];
  return {
    id: text("id"),
    audit: text("audit"),
    family: text("family") as Family,
    state,
    marketplace: text("marketplace"),
    fnsku: orNull("fnsku"),
    asin: orNull("asin"),
    msku: orNull("msku"),
    orderId: orNull("orderId"),
    shipmentId: orNull("shipmentId"),
    referenceId: orNull("referenceId"),
    quantity: number("quantity"),
    basis: text("basis"),
    estimated: text("estimated") === "yes",
    what: text("what"),
    why: text("why"),
    todo: text("todo"),
    evidence: evidenceIn(text("evidence")),
    claimId: orNull("claimId"),
    amount: amount === null || currency === null ? null : formatAmount(moneyOf(amount, currency)),
    currency: amount === null ? null : currency,
    eventDate,
    opens: on("opens"),
    deadline: on("deadline"),
  };
}

/** `ledger-detail row 12, 15 and 3 more; reimbursements row 3`, as `findings.ts` writes it. */
function evidenceIn(text: string): Evidence[] {
  return text.split("; ").flatMap((part) => {
    const [, report, lines] = /^(\S+) row ([\d, ]+)/.exec(part) ?? [];
    if (report === undefined || lines === undefined) return [];
    return lines.split(",").map((line) => ({ report, line: Number(line) }));
  });
}
