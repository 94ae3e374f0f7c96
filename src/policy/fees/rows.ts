/** The fee tables as rows of the Policy tab: which there are, since when, how far to trust them. */

import type { PolicyRow } from "../policy-rows.ts";
import { CHECKED_ON, SOURCES } from "../sources.ts";
import { FEE_GROUPS } from "./catalogue.ts";
import { type FeeTable, standing } from "./fee.ts";
import { trustWords } from "./trust.ts";

/** A row per table, always in the same order. What can be overridden is whether claims may rest on it. */
export function feeRows(): PolicyRow[] {
  return FEE_GROUPS.flatMap(({ title, tables }) => tables.map((table) => feeRow(title, table)));
}

function feeRow(title: string, table: FeeTable): PolicyRow {
  const { usable, unusableBecause } = standing([table]);
  return {
    rule: title,
    marketplaces: table.marketplace,
    what: table.name,
    value: trustWords(usable),
    unit: "",
    from: table.from,
    to: table.to,
    clockStarts: "",
    sourced: table.sourced ? "yes" : "no",
    confidence: table.confidenceText,
    sources: [...new Set(table.sources.map((id) => SOURCES[id]?.url ?? id))].join("\n"),
    checkedOn: CHECKED_ON,
    note: [unusableBecause, dayNote(table), table.note].filter((said) => said !== null).join(" "),
    override: null,
    key: `fee/${table.id}`,
  };
}

function dayNote(table: FeeTable): string | null {
  return table.fromSourced || table.from === null ? null : "The first day is not sourced.";
}
