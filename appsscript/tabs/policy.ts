/** The Policy tab: every window, grace and cap in force with its source, and the user's own values beside them. */
import {
  type Override,
  POLICY,
  POLICY_COLUMNS,
  type Policy,
  type PolicyRow,
  policyRows,
  withOverrides,
} from "../../src/policy/index.ts";
import type { ColumnType } from "../../src/reports/definition.ts";
import { toSheet } from "../cells.ts";
import { filterWhole, findTab, growTo, openTab, readColumns, type TabPlan, writeRows } from "./tab.ts";

const TYPES: Partial<Record<keyof PolicyRow, ColumnType>> = { from: "day", to: "day", checkedOn: "day" };
const WIDTHS: Partial<Record<keyof PolicyRow, number>> = {
  rule: 260,
  what: 220,
  clockStarts: 180,
  note: 320,
};

const PLAN: TabPlan = {
  id: "policy",
  title: "Policy",
  columns: POLICY_COLUMNS.map(({ field, header }) => {
    const width = WIDTHS[field];
    return { key: field, header, type: TYPES[field] ?? "text", ...(width ? { width } : {}) };
  }),
};

/**
 * Writes Amazon's rules as this version of the add-on knows them. Each rule keeps its row, so that the user's
 * own columns and values stay beside it; rules that are gone are emptied. Call it inside `alone`.
 *
 * @returns the user's values that cannot be used, in words
 */
export function writePolicy(): string[] {
  const overrides = readOverrides();
  const tab = openTab(PLAN);
  const rows = policyRows(POLICY);
  const standing = tab.sheet.getLastRow() - 1;
  const cells = readColumns(tab.sheet, tab.columns, 2, standing);
  const at = (key: keyof PolicyRow, i: number) => String(cells.get(key)?.[i] ?? "");
  const places = new Map<string, number>();
  for (let i = 0; i < standing; i++) {
    places.set(nameOf(at("key", i), at("rule", i), at("marketplaces", i), at("what", i)), i);
  }
  const placed: (PolicyRow | undefined)[] = Array.from({ length: standing });
  const added: PolicyRow[] = [];
  for (const row of rows) {
    const place = places.get(nameOf(row.key ?? "", row.rule, row.marketplaces, row.what));
    if (place === undefined) added.push(row);
    else placed[place] = row;
  }
  placed.push(...added);
  growTo(tab, placed.length + 1);
  const typed = new Map(overrides.map(({ key, value }) => [key, value]));
  writeRows(tab, 2, placed.length, (index, { key, type }) => {
    const row = placed[index];
    if (!row) return "";
    // What was typed is kept as typed, usable or not.
    if (key === "override") return row.key === null ? "" : String(typed.get(row.key) ?? "");
    return toSheet(row[key as keyof PolicyRow], type);
  });
  const column = tab.columns.find(({ key }) => key === "override");
  if (column) tab.sheet.getRange(2, column.at, placed.length, 1).setBackground("#fff8e1");
  filterWhole(tab);
  return withOverrides(POLICY, overrides).problems;
}

/** A rule without a key (it cannot be overridden) is known by its words. */
function nameOf(key: string, rule: string, marketplaces: string, what: string): string {
  return key === "" ? [rule, marketplaces, what].join("|") : key;
}

/** The policy with the user's values; `problems` names those that could not be used, in words. */
export function readPolicy(): { policy: Policy; problems: string[] } {
  return withOverrides(POLICY, readOverrides());
}

/** The user's own values, usable or not. */
export function readOverrides(): Override[] {
  const tab = findTab(PLAN);
  if (!tab) return [];
  const wanted = tab.columns.filter(({ key }) => key === "key" || key === "override");
  const cells = readColumns(tab.sheet, wanted, 2, tab.sheet.getLastRow() - 1);
  const values = cells.get("override") ?? [];
  return (cells.get("key") ?? []).flatMap((key, i): Override[] => {
    const value = values[i] ?? "";
    return value === "" || key === "" ? [] : [{ key: String(key), value: String(value) }];
  });
}
