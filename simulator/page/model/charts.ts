/** A chart of the workbook as a configuration for Chart.js. https://developers.google.com/chart/interactive/docs/gallery */

import type { ChartConfiguration, ChartDataset } from "chart.js";
import type { ChartView } from "../../server/protocol.ts";

/** Google's colours for series, in order. */
const SERIES_COLORS = [
  "#4285f4",
  "#ea4335",
  "#fbbc04",
  "#34a853",
  "#ff6d01",
  "#46bdc6",
  "#7baaf7",
  "#f07b72",
];
const TEXT = "#444746";
const LINES = "#e0e0e0";

type Drawn = "bar" | "line" | "pie" | "doughnut";

const TYPES: Readonly<Record<string, Drawn>> = {
  COLUMN: "bar",
  BAR: "bar",
  HISTOGRAM: "bar",
  WATERFALL: "bar",
  LINE: "line",
  AREA: "line",
  STEPPED_AREA: "line",
  COMBO: "bar",
  PIE: "pie",
};

export const CHART_WIDTH = 600;
export const CHART_HEIGHT = 371;

export function chartSize({ options }: ChartView): { readonly width: number; readonly height: number } {
  return {
    width: number(options["width"]) ?? CHART_WIDTH,
    height: number(options["height"]) ?? CHART_HEIGHT,
  };
}

/** Null for a kind this page cannot draw. */
export function chartConfig(view: ChartView): ChartConfiguration<Drawn> | null {
  const hole = number(option(view, "pieHole")) ?? 0;
  const type = view.type === "PIE" && hole > 0 ? "doughnut" : TYPES[view.type];
  if (!type) return null;
  const round = type === "pie" || type === "doughnut";
  const stacked = [true, "true", "absolute", "percent"].includes(
    option(view, "isStacked") as string | boolean,
  );
  const colors = colorsOf(view);
  const sideways = view.type === "BAR";
  const title = text(option(view, "title")) ?? view.title;
  return {
    type,
    data: {
      labels: [...view.categories],
      datasets: view.series.map((series, index) => dataset(view, series, index, round, colors)),
    },
    options: {
      responsive: false,
      animation: false,
      indexAxis: sideways ? "y" : "x",
      layout: { padding: 16 },
      ...(type === "doughnut" ? { cutout: `${hole * 100}%` } : {}),
      plugins: {
        title: {
          display: title !== "",
          text: title,
          align: "start",
          color: "#757575",
          font: { size: 16, weight: "normal" },
        },
        legend: legend(view, round),
      },
      ...(round
        ? {}
        : {
            scales: {
              x: axis(view, sideways ? "vAxis" : "hAxis", stacked, !sideways),
              y: axis(view, sideways ? "hAxis" : "vAxis", stacked, sideways),
            },
          }),
    },
  } as ChartConfiguration<Drawn>;
}

function dataset(
  view: ChartView,
  series: ChartView["series"][number],
  index: number,
  round: boolean,
  colors: readonly string[],
): ChartDataset<Drawn, (number | null)[]> {
  const color = colors[index % colors.length] ?? "#4285f4";
  const combinedLine = view.type === "COMBO" && index === view.series.length - 1;
  const area = view.type === "AREA" || view.type === "STEPPED_AREA";
  return {
    ...(combinedLine ? { type: "line" as const } : {}),
    label: series.name,
    data: [...series.values],
    backgroundColor: round
      ? view.categories.map((_, slice) => colors[slice % colors.length] ?? color)
      : area
        ? `${color}4d`
        : color,
    borderColor: round ? "#ffffff" : color,
    borderWidth: view.type === "LINE" || area || combinedLine ? 2 : round ? 1 : 0,
    ...(view.type === "LINE" || area || combinedLine ? { pointRadius: view.series.length > 3 ? 0 : 3 } : {}),
    ...(area ? { fill: true } : {}),
    ...(view.type === "STEPPED_AREA" ? { stepped: true } : {}),
  } as ChartDataset<Drawn, (number | null)[]>;
}

function colorsOf(view: ChartView): readonly string[] {
  const set = option(view, "colors");
  const named = Array.isArray(set) ? set.filter((color): color is string => typeof color === "string") : [];
  return named.length > 0 ? named : SERIES_COLORS;
}

const LEGEND_PLACES = { top: "top", bottom: "bottom", left: "left", right: "right" } as const;

function legend(view: ChartView, round: boolean) {
  const set = option(view, "legend.position") ?? option(view, "legend");
  const position = typeof set === "string" ? set : round || view.series.length > 1 ? "right" : "none";
  const place = LEGEND_PLACES[position as keyof typeof LEGEND_PLACES];
  return {
    display: place !== undefined,
    position: place ?? "right",
    labels: { boxWidth: 12, color: TEXT },
  };
}

function axis(view: ChartView, name: "hAxis" | "vAxis", stacked: boolean, categories: boolean) {
  const title = text(option(view, `${name}.title`));
  return {
    stacked,
    beginAtZero: true,
    grid: { display: !categories, color: LINES },
    ticks: { color: TEXT, maxRotation: 45, autoSkip: true },
    title: { display: title !== null && title !== "", text: title ?? "", color: TEXT },
  };
}

/** An option set whole (`hAxis: {title}`) or by its path (`"hAxis.title"`). */
function option(view: ChartView, path: string): unknown {
  if (path in view.options) return view.options[path];
  let value: unknown = view.options;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Reflect.get(value, name);
  }
  return value;
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
