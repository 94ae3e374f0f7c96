/** Reading findings back from their tab, as the last audit wrote them. */
import type { Evidence, Family, Finding, FindingJson, State } from "../../src/audits/finding.ts";
import type { Cell } from "../../src/reports/definition.ts";
import { type Day, formatDay } from "../../src/values/day.ts";
import { hashText } from "../../src/values/hash.ts";
import { currencyOf, formatAmount, moneyOf } from "../../src/values/money.ts";
import { fromSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import { FINDINGS } from "./findings.ts";
import { findTab, type PlacedColumn, readAtOnce, readColumns, type Tab } from "./tab.ts";

export const STATES: readonly State[] = ["file", "wait", "expired", "exposure", "info"];
/** The long texts, which a list does without. */
const TEXTS = ["why", "todo", "basis", "evidence"];

/** A finding and where it stands in the tab, counted from 0 below the header. */
export interface FindingAt {
  readonly at: number;
  readonly finding: FindingJson;
}

/** Some rows of the tab, how long it is, and what changes when other findings stand in it, or in another order. */
export interface FindingsRead {
  readonly rows: number;
  readonly revision: string;
  readonly findings: readonly FindingAt[];
}

/**
 * The findings in some rows of the tab, counted from 0, without their long texts. Rows of the user's own and of
 * findings that are gone are left out.
 */
export function readFindings(from: number, count: number, clock: SheetClock): FindingsRead {
  const tab = findTab(FINDINGS);
  if (!tab) return { rows: 0, revision: "", findings: [] };
  return whileTheyStand(tab, (ids) => ({
    rows: ids.length,
    revision: hashText(ids.join("\n")),
    findings: findingsIn(tab, withoutTexts(tab), from + 2, Math.min(count, ids.length - from), clock),
  }));
}

/** Of every finding in the tab what sums are made of. */
export function readAmounts(clock: SheetClock): Pick<Finding, "id" | "state" | "amount">[] {
  const tab = findTab(FINDINGS);
  if (!tab) return [];
  const wanted = tab.columns.filter(({ key }) => ["state", "amount", "currency"].includes(key));
  return whileTheyStand(tab, (ids) => {
    const cells = readAtOnce(tab.sheet, wanted, 2, ids.length);
    const at = (key: string, i: number) => cells.get(key)?.[i] ?? "";
    return ids.flatMap((id, i) => {
      const state = STATES.find((known) => known === at("state", i));
      const amount = fromSheet(at("amount", i), "decimal", clock);
      const currency = currencyOf(String(at("currency", i)));
      if (!state || id === "") return [];
      const known = typeof amount === "number" && currency !== null;
      return [{ id, state, amount: known ? moneyOf(amount, currency) : null }];
    });
  });
}

/** A finding with everything the tab says of it; null when it is not there any more. */
export function readFinding(id: string, clock: SheetClock): FindingJson | null {
  const tab = findTab(FINDINGS);
  if (!tab) return null;
  return whileTheyStand(tab, (ids) => {
    const at = ids.indexOf(id);
    return at < 0 ? null : (findingsIn(tab, tab.columns, at + 2, 1, clock)[0]?.finding ?? null);
  });
}

/**
 * Reads without the lock, which an audit may hold for minutes: again, when the rows have moved meanwhile.
 *
 * @throws Error in a sentence when they never stand still
 */
function whileTheyStand<T>(tab: Tab, read: (ids: readonly string[]) => T): T {
  let ids = idsIn(tab);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = read(ids);
    const now = idsIn(tab);
    if (now.join("\n") === ids.join("\n")) return found;
    ids = now;
  }
  throw new Error(
    "The findings keep changing while they are read. Wait until nobody else is working in this sheet, then try again.",
  );
}

const ATTEMPTS = 4;

/** The ids of all rows, "" where there is none. */
function idsIn({ sheet, columns }: Tab): string[] {
  const column = columns.filter(({ key }) => key === "id");
  const rows = Math.max(0, sheet.getLastRow() - 1);
  return (readColumns(sheet, column, 2, rows).get("id") ?? []).map(String);
}

function withoutTexts({ columns }: Tab): PlacedColumn[] {
  return columns.filter(({ key }) => !TEXTS.includes(key));
}

function findingsIn(
  { sheet }: Tab,
  columns: readonly PlacedColumn[],
  row: number,
  count: number,
  clock: SheetClock,
): FindingAt[] {
  const cells = readAtOnce(sheet, columns, row, count);
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
