/**
 * The Data health tab: what to download next, what each audit could judge, and which costs, sizes and
 * categories are missing. The last columns are those of the Costs tab: what the user types into them stays until
 * it is known there.
 */
import type { HealthRow } from "../../src/audits/health/data-health-rows.ts";
import type { Cell } from "../../src/reports/definition.ts";
import { costs } from "../../src/reports/index.ts";
import { toSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import { type KeyedTab, ORDER_COLUMN, openKeyed, type StateColours, writeKeyed } from "./keyed.ts";
import type { WrittenCell } from "./keyed-rows.ts";
import { findTab, readColumns, type TabColumn, type TabPlan } from "./tab.ts";

interface HealthColumn extends TabColumn {
  value(row: HealthRow): Cell;
}

/** The columns of the Costs tab, in its order, to be copied there. */
const COST_COLUMNS = Object.keys(costs.columns) as (keyof typeof costs.columns)[];
const NUMBERS = ["msku", "fnsku", "asin"] as const;

const COLUMNS: readonly HealthColumn[] = [
  { key: "state", header: "State", type: "code", value: (row) => row.state },
  { key: "about", header: "About", type: "code", value: (row) => row.about },
  { key: "name", header: "Name", type: "text", width: 200, value: (row) => row.name },
  { key: "what", header: "What", type: "text", width: 420, value: (row) => row.what },
  { key: "todo", header: "To do", type: "text", width: 420, value: (row) => row.todo },
  { key: "marketplace", header: "Marketplace", type: "code", value: (row) => row.marketplace },
  { key: "from", header: "Covered from", type: "day", value: (row) => row.from },
  { key: "to", header: "Covered to", type: "day", value: (row) => row.to },
  { key: "age", header: "Days old", type: "int", value: (row) => row.age },
  { key: "rows", header: "Rows", type: "int", value: (row) => row.rows },
  ...COST_COLUMNS.map((key): HealthColumn => {
    const { header, type } = costs.columns[key];
    return { key, header, type, value: (row) => costCell(row, key) };
  }),
  { key: "id", header: "ID", type: "id", hidden: true, value: (row) => row.id },
];

const PLAN: TabPlan = { id: "data-health", title: "Data health", columns: [...COLUMNS, ORDER_COLUMN] };

const [GOOD, FAIR, BAD] = [
  ["#e6f4ea", "#137333"],
  ["#fef7e0", "#7a4f01"],
  ["#fce8e6", "#a50e0e"],
] as const;

const COLOURS: StateColours = [
  ...["complete", "fresh", "imported", "judged"].map((state) => [state, ...GOOD] as const),
  ...["gaps", "too short", "old", "in part"].map((state) => [state, ...FAIR] as const),
  ...["import first", "missing", "no days", "not judged", "no cost"].map((state) => [state, ...BAD] as const),
  ...["no size", "no category", "no size, no category"].map((state) => [state, ...FAIR] as const),
];

export const HEALTH_TAB: KeyedTab = { plan: PLAN, colours: COLOURS };

/** Null: what the user has typed there stays. */
export function healthCell(row: HealthRow, { key, type }: TabColumn): WrittenCell {
  if (isTyped(row, key)) return null;
  const column = COLUMNS.find((one) => one.key === key);
  return column ? toSheet(column.value(row), type) : "";
}

/** Writes all of it in a constant number of calls. Call it inside `alone`. */
export function writeDataHealth(rows: readonly HealthRow[], clock: SheetClock): void {
  writeKeyed(openKeyed(HEALTH_TAB), rows, COLOURS, clock, healthCell);
}

/** What the user types: all of a row to be copied that says neither which item nor in which currency. */
function isTyped(row: HealthRow, key: string): boolean {
  const isCost = COST_COLUMNS.some((column) => column === key);
  return isCost && (row.cost ?? row.measures) !== null && costCell(row, key) === null;
}

/** A row of the tab as the sidebar shows it. */
export interface HealthLine {
  readonly about: string;
  readonly state: string;
  readonly name: string;
  readonly marketplace: string;
  readonly what: string;
  readonly todo: string;
}

/** The rows in their order; null when no audit has written any yet. */
export function readDataHealth(): HealthLine[] | null {
  const tab = findTab(PLAN);
  if (!tab) return null;
  const keys = ["about", "state", "name", "marketplace", "what", "todo"] as const;
  const wanted = tab.columns.filter(({ key }) => keys.some((one) => one === key));
  const count = tab.sheet.getLastRow() - 1;
  const cells = readColumns(tab.sheet, wanted, 2, count);
  const lines: HealthLine[] = [];
  for (let i = 0; i < count; i++) {
    const text = (key: (typeof keys)[number]) => String(cells.get(key)?.[i] ?? "");
    lines.push({
      about: text("about"),
      state: text("state"),
      name: text("name"),
      marketplace: text("marketplace"),
      what: text("what"),
      todo: text("todo"),
    });
  }
  return lines;
}

function costCell({ cost, measures }: HealthRow, key: string): Cell {
  const { item } = cost ?? measures ?? { item: null };
  const number = NUMBERS.find((one) => one === key);
  if (item && number) return item[number];
  return key === "currency" && cost ? cost.currency : null;
}
