/** Units sent free of charge in place of earlier ones, and which orders thereby belong together. */

import type { RowOf } from "../../reports/definition.ts";
import { replacements } from "../../reports/index.ts";
import type { Day } from "../../values/day.ts";
import { dayOfMoment } from "../../values/day.ts";
import { byDate, listUnder } from "../clearing.ts";
import type { Evidence } from "../finding.ts";
import type { Account } from "./account.ts";
import { eachEventOnce } from "./downloads.ts";

export interface Replacement {
  readonly date: Day;
  readonly identity: string;
  readonly originalOrderId: string;
  readonly replacementOrderId: string;
  readonly sku: string;
  readonly asin: string;
  readonly units: number;
  readonly reasonCode: string;
  /** Code of the marketplace its file was imported for. */
  readonly importedFor: string;
  readonly evidence: Evidence;
}

export interface Replacements {
  /** Oldest first, none shipped after the as-of day. */
  readonly all: readonly Replacement[];
  /** Replacements of a SKU of an original order, oldest first, none shipped after the as-of day. */
  replacing(orderId: string, sku: string): readonly Replacement[];
  /** The order first placed, for the id of a replacement order; any other id as it is. */
  originalOf(orderId: string): string;
  /** An original order and its replacement orders. */
  familyOf(orderId: string): readonly string[];
}

export function replacementsOf(account: Account): Replacements {
  const all = eachEventOnce(account.rows(replacements).flatMap(replacementOf), (r) => r.identity)
    .flat()
    // Equal rows are separate units: which of them a finding points to must not depend on their order.
    .sort((a, b) => byDate(a, b) || a.evidence.line - b.evidence.line)
    .filter((r) => r.date <= account.asOf);
  const parents = new Map<string, string>();
  const byLine = new Map<string, Replacement[]>();
  for (const replacement of all) {
    const { originalOrderId, replacementOrderId } = replacement;
    listUnder(byLine, `${originalOrderId}|${replacement.sku}`).push(replacement);
    if (replacementOrderId !== "" && replacementOrderId !== originalOrderId) {
      parents.set(replacementOrderId, originalOrderId);
    }
  }
  const originalOf = (orderId: string): string => {
    const seen = new Set<string>();
    let id = orderId;
    // A replacement can be replaced again; a circle in the data must not hang the audit.
    for (let up = parents.get(id); up !== undefined && !seen.has(id); up = parents.get(id)) {
      seen.add(id);
      id = up;
    }
    return id;
  };
  const families = new Map<string, string[]>();
  for (const id of parents.keys()) listUnder(families, originalOf(id)).push(id);
  return {
    all,
    replacing: (orderId, sku) => byLine.get(`${orderId}|${sku}`) ?? [],
    originalOf,
    familyOf: (orderId) => [orderId, ...(families.get(orderId) ?? [])],
  };
}

function replacementOf(row: RowOf<typeof replacements>): Replacement[] {
  if (row.shipmentDate === null || row.originalAmazonOrderId === "") return [];
  const date = dayOfMoment(row.shipmentDate);
  return [
    {
      date,
      identity: [
        row.originalAmazonOrderId,
        row.replacementAmazonOrderId,
        row.sku,
        row.fulfillmentCenterId,
        date,
      ].join("|"),
      originalOrderId: row.originalAmazonOrderId,
      replacementOrderId: row.replacementAmazonOrderId,
      sku: row.sku,
      asin: row.asin,
      units: Math.max(0, row.quantity ?? 1),
      reasonCode: row.replacementReasonCode,
      importedFor: row.importedFor,
      evidence: { report: "replacements", line: row.line },
    },
  ];
}
