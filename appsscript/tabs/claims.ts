/** The Claims tab: each claim as the log has it now, one row each. It can be rebuilt from the log at any time. */
import { type Claim, isOver } from "../../src/claims/index.ts";
import type { Cell, ColumnType } from "../../src/reports/definition.ts";
import { compareText } from "../../src/values/hash.ts";
import { amountOf, type Money } from "../../src/values/money.ts";
import { toSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import { moneyFormat } from "./findings.ts";
import { type KeyedTab, ORDER_COLUMN, openKeyed, type StateColours, writeKeyed, writeOne } from "./keyed.ts";
import type { Tab, TabColumn, TabPlan } from "./tab.ts";

interface ClaimColumn extends TabColumn {
  value(claim: Claim): Cell;
}

function shown(
  key: string,
  header: string,
  type: ColumnType,
  value: ClaimColumn["value"],
  width?: number,
): ClaimColumn {
  return { key, header, type, value, ...(width ? { width } : {}) };
}

const COLUMNS: readonly ClaimColumn[] = [
  shown("state", "State", "code", (c) => c.state),
  shown("caseId", "Case ID", "id", (c) => c.caseId, 120),
  shown("amount", "Amount", "decimal", (c) => decimal(c.asked.amount), 110),
  shown("paid", "Paid", "decimal", (c) => decimal(paidOf(c)), 110),
  shown("currency", "Currency", "code", (c) => currencyOfClaim(c)),
  shown("units", "Units", "int", (c) => c.asked.units),
  shown("paidUnits", "Paid units", "int", (c) => c.paidUnits),
  shown("deadline", "Deadline", "day", (c) => c.facts.deadline),
  shown("filedOn", "Filed on", "day", (c) => c.filedOn),
  shown("what", "What", "text", (c) => c.facts.what, 360),
  shown("marketplace", "Marketplace", "code", (c) => c.facts.marketplace),
  shown("msku", "MSKU", "id", (c) => c.facts.msku),
  shown("fnsku", "FNSKU", "id", (c) => c.facts.fnsku),
  shown("asin", "ASIN", "id", (c) => c.facts.asin),
  shown("orderId", "Order ID", "id", (c) => c.facts.orderId, 160),
  shown("shipmentId", "Shipment ID", "id", (c) => c.facts.shipmentId),
  shown("referenceId", "Reference ID", "id", (c) => c.facts.referenceId),
  shown("audit", "Audit", "code", (c) => c.facts.audit, 160),
  shown("evidence", "Evidence", "int", (c) => c.evidence.length),
  shown("changed", "Last change (UTC)", "text", (c) => lastEntry(c)?.when ?? null, 160),
  shown("who", "Who", "text", (c) => lastEntry(c)?.who ?? null, 180),
  shown("findingId", "Finding ID", "id", (c) => c.findingId, 200),
  shown("id", "Claim ID", "id", (c) => c.claimId, 160),
];

export const CLAIMS: TabPlan = { id: "claims", title: "Claims", columns: [...COLUMNS, ORDER_COLUMN] };

const [OPEN, RUNNING, GOOD, BAD, OVER] = [
  ["#fef7e0", "#7a4f01"],
  ["#e8f0fe", "#174ea6"],
  ["#e6f4ea", "#137333"],
  ["#fce8e6", "#a50e0e"],
  ["#f1f3f4", "#5f6368"],
] as const;

const COLOURS: StateColours = [
  ["to file", ...OPEN],
  ...["filed", "in review", "appealed"].map((state) => [state, ...RUNNING] as const),
  ...["approved", "paid"].map((state) => [state, ...GOOD] as const),
  ["denied", ...BAD],
  ...["closed", "expired", "dismissed"].map((state) => [state, ...OVER] as const),
];

const CLAIMS_TAB: KeyedTab = { plan: CLAIMS, colours: COLOURS };

export function openClaims(): Tab {
  return openKeyed(CLAIMS_TAB);
}

interface Row {
  readonly id: string;
  readonly claim: Claim;
}

/** Writes all claims: the open ones first, by deadline. Call it inside `alone`. */
export function writeClaims(claims: readonly Claim[], clock: SheetClock): void {
  const tab = openClaims();
  const ordered = [...claims].sort(
    (a, b) =>
      Number(isOver(a.state)) - Number(isOver(b.state)) ||
      (a.facts.deadline ?? Number.MAX_SAFE_INTEGER) - (b.facts.deadline ?? Number.MAX_SAFE_INTEGER) ||
      compareText(a.claimId, b.claimId),
  );
  const things = ordered.map((claim): Row => ({ id: claim.claimId, claim }));
  const rows = writeKeyed(tab, things, COLOURS, clock, cellOf);
  if (rows.length === 0) return;
  // With the empty row behind them, as in the Findings tab.
  const formats = [...rows, undefined].map((row) => [moneyFormat(row ? currencyOfClaim(row.claim) : null)]);
  for (const { key, at } of tab.columns) {
    if (MONEY.includes(key)) tab.sheet.getRange(2, at, formats.length, 1).setNumberFormats(formats);
  }
}

/** Writes one claim over its row, or below all others. Call it inside `alone`. */
export function writeClaim(claim: Claim): void {
  const tab = openClaims();
  const row = writeOne(tab, { id: claim.claimId, claim }, COLOURS, cellOf);
  for (const { key, at } of tab.columns) {
    if (MONEY.includes(key)) tab.sheet.getRange(row, at).setNumberFormat(moneyFormat(currencyOfClaim(claim)));
  }
}

const MONEY = ["amount", "paid"];

function cellOf({ claim }: Row, { key, type }: TabColumn): string | number {
  const column = COLUMNS.find((one) => one.key === key);
  return column ? toSheet(column.value(claim), type) : "";
}

/** What was paid in the currency of the claim; in another one where nothing else was paid. */
export function paidOf({ asked, paid }: Claim): Money | null {
  return paid.find(({ currency }) => currency === asked.amount?.currency) ?? paid[0] ?? null;
}

function currencyOfClaim(claim: Claim) {
  return claim.asked.amount?.currency ?? paidOf(claim)?.currency ?? null;
}

function decimal(amount: Money | null): Cell {
  return amount === null ? null : amountOf(amount);
}

function lastEntry({ history }: Claim) {
  return history[history.length - 1];
}
