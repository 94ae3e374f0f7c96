/** A sheet's charts with their numbers read out of the ranges, as Google reads them: first column names, other columns numbers. */

import { formatAt, scalarsOf } from "../services/cell-values.ts";
import type { Scalar } from "../services/column.ts";
import { displayOf } from "../services/formats.ts";
import { localeOf } from "../services/locales.ts";
import type { ChartModel, SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import type { ChartView } from "./protocol.ts";

/** Rows of a range that are drawn; more are not legible. */
const MOST_POINTS = 2000;

interface Line {
  /** Beside `values`, as shown. */
  readonly texts: readonly string[];
  readonly values: readonly Scalar[];
}

export function chartsOf(workbook: Workbook, sheet: SheetModel): ChartView[] {
  return sheet.charts.map((chart) => chartView(workbook, chart));
}

function chartView(workbook: Workbook, chart: ChartModel): ChartView {
  const lines = chart.ranges.flatMap((range) => linesOf(workbook, range));
  const [names, ...numbers] = lines;
  const headers = Math.min(chart.headers || guessedHeaders(numbers), 1);
  return {
    id: chart.id,
    type: chart.type,
    title: String(chart.options["title"] ?? ""),
    options: chart.options,
    position: { ...chart.position, row: chart.position.row - 1, column: chart.position.column - 1 },
    categories: names?.texts.slice(headers) ?? [],
    series: numbers.map(({ texts, values }) => ({
      name: headers > 0 ? (texts[0] ?? "") : "",
      values: values.slice(headers).map((value) => (typeof value === "number" ? value : null)),
    })),
  };
}

function linesOf(workbook: Workbook, { sheetId, area }: ChartModel["ranges"][number]): Line[] {
  const sheet = workbook.sheetById(sheetId);
  if (!sheet) return [];
  const end = Math.min(area.row + area.rows, Math.max(sheet.contentRows, area.row + 1), sheet.maxRows);
  const rows = Math.min(end - area.row, MOST_POINTS);
  const columns = Math.min(area.columns, sheet.maxColumns - area.column);
  if (rows < 1 || columns < 1) return [];
  const values = scalarsOf(workbook, sheet, { ...area, rows, columns });
  const locale = localeOf(workbook.locale);
  return Array.from({ length: columns }, (_, c) => {
    const line = values.map((row) => row[c] ?? null);
    const texts = line.map((value, r) =>
      displayOf(value, formatAt(workbook, sheet, area.row + r, area.column + c), locale),
    );
    return { texts, values: line };
  });
}

/** Where nobody said how many header rows there are: one, when texts stand above numbers. */
function guessedHeaders(lines: readonly Line[]): number {
  return lines.length > 0 && lines.every(({ values }) => typeof values[0] === "string") ? 1 : 0;
}
