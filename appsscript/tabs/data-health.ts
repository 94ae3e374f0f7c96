/**
 * The Data health tab: what to download next, what each audit could judge, and which costs are missing. The
 * last six columns are those of the Costs tab: what the user types into them stays until it is known there.
 */
import type { DataHealth } from "../../src/audits/health/data-health.ts";
import { type HealthRow, healthRows } from "../../src/audits/health/data-health-rows.ts";
import type { Cell } from "../../src/reports/definition.ts";
import { costs } from "../../src/reports/index.ts";
import { toSheet } from "../cells.ts";
import type { SheetClock } from "../clock.ts";
import { ORDER_COLUMN, openKeyed, type StateColours, writeKeyed } from "./keyed.ts";
import type { TabColumn, TabPlan } from "./tab.ts";

interface HealthColumn extends TabColumn {
  value(row: HealthRow): Cell;
}

/** The columns of the Costs tab, in its order, that say what an item costs. */
const COST_COLUMNS = ["msku", "fnsku", "asin", "unitCost", "currency", "validFrom"] as const;
const TYPED = ["unitCost", "validFrom"];

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
];

/** Writes all of it in a constant number of calls. Call it inside `alone`. */
export function writeDataHealth(health: DataHealth, clock: SheetClock): void {
  const tab = openKeyed(PLAN, COLOURS);
  writeKeyed(tab, healthRows(health), COLOURS, clock, (row, { key, type }, standing) => {
    if (row.cost && TYPED.includes(key)) return standing;
    const column = COLUMNS.find((one) => one.key === key);
    return column ? toSheet(column.value(row), type) : "";
  });
}

function costCell({ cost }: HealthRow, key: (typeof COST_COLUMNS)[number]): Cell {
  if (!cost || key === "unitCost" || key === "validFrom") return null;
  return key === "currency" ? cost.currency : cost.item[key];
}
