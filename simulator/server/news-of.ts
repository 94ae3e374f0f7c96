/** What windows are told of changes. */

import type { Change } from "../services/changes.ts";
import type { Workbook } from "../services/workbook.ts";
import type { News } from "./protocol.ts";

export type RowsNews = Extract<News, { readonly kind: "rows" }>;

/** The rows that changed, one stretch per sheet: a window asks again for those of them it shows. */
export function rowNews(workbook: Workbook, changes: readonly Change[]): RowsNews[] {
  const stretches = new Map<number, { from: number; to: number }>();
  const add = (sheetId: number, from: number, to: number) => {
    const known = stretches.get(sheetId) ?? { from, to };
    stretches.set(sheetId, { from: Math.min(known.from, from), to: Math.max(known.to, to) });
  };
  for (const change of changes) {
    const touched = touchedBy(change);
    if (touched) add(...touched);
  }
  return [...stretches].flatMap(([sheetId, { from, to }]): RowsNews[] => {
    const sheet = workbook.sheetById(sheetId);
    return sheet ? [{ kind: "rows", sheetId, from, to: Math.min(to, sheet.maxRows) }] : [];
  });
}

function touchedBy(change: Change): [sheetId: number, from: number, to: number] | null {
  switch (change.kind) {
    case "cells":
      return [change.sheet, change.row, change.row + change.cells.length];
    case "looks":
      return [change.sheet, change.runs[0]?.[0] ?? 0, change.runs.at(-1)?.[1] ?? 0];
    case "permute":
      return [change.sheet, change.row, change.row + change.order.length];
    case "insert":
    case "remove":
      return [change.sheet, change.axis === "row" ? change.at : 0, Number.POSITIVE_INFINITY];
    case "moveColumns":
      return [change.sheet, 0, Number.POSITIVE_INFINITY];
    // Filters, conditional formats and hidden rows decide which rows show, and how.
    case "frame":
      return [change.frame.id, 0, Number.POSITIVE_INFINITY];
    default:
      return null;
  }
}

/** The sheets whose charts look different: their own frame changed, or rows they are drawn from. */
export function chartNews(workbook: Workbook, changes: readonly Change[], rows: readonly RowsNews[]): News[] {
  const framed = new Set(changes.flatMap((change) => (change.kind === "frame" ? [change.frame.id] : [])));
  return workbook.sheets
    .filter(
      ({ id, charts }) =>
        charts.length > 0 &&
        (framed.has(id) ||
          charts.some(({ ranges }) =>
            ranges.some(({ sheetId, area }) =>
              rows.some(
                (news) => news.sheetId === sheetId && news.from < area.row + area.rows && news.to > area.row,
              ),
            ),
          )),
    )
    .map(({ id }) => ({ kind: "charts", sheetId: id }));
}
