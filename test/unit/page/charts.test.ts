import { describe, expect, test } from "vitest";
import { chartConfig, chartSize } from "../../../simulator/page/model/charts.ts";
import type { ChartView } from "../../../simulator/server/protocol.ts";

const VIEW: ChartView = {
  id: 1,
  type: "COLUMN",
  title: "Owed by month",
  options: {},
  position: { row: 0, column: 0, offsetX: 0, offsetY: 0 },
  categories: ["2026-01", "2026-02"],
  series: [
    { name: "USD", values: [10, null] },
    { name: "EUR", values: [5, 8] },
  ],
};

describe("charts of the workbook", () => {
  test("a column chart keeps names, numbers and gaps", () => {
    expect(chartConfig(VIEW)).toMatchObject({
      type: "bar",
      data: {
        labels: ["2026-01", "2026-02"],
        datasets: [
          { label: "USD", data: [10, null] },
          { label: "EUR", data: [5, 8] },
        ],
      },
      options: { indexAxis: "x", plugins: { title: { text: "Owed by month" }, legend: { display: true } } },
    });
  });

  test("bars lie, areas are filled, a pie with a hole is a doughnut", () => {
    expect(chartConfig({ ...VIEW, type: "BAR" })).toMatchObject({ type: "bar", options: { indexAxis: "y" } });
    expect(chartConfig({ ...VIEW, type: "AREA" })).toMatchObject({
      type: "line",
      data: { datasets: [{ fill: true }, { fill: true }] },
    });
    expect(chartConfig({ ...VIEW, type: "PIE", options: { pieHole: 0.4 } })).toMatchObject({
      type: "doughnut",
      options: { cutout: "40%" },
    });
  });

  test("options are found whole and by their path", () => {
    const title = { options: { scales: { y: { stacked: true, title: { text: "USD" } } } } };
    expect(chartConfig({ ...VIEW, options: { isStacked: true, "vAxis.title": "USD" } })).toMatchObject(title);
    expect(chartConfig({ ...VIEW, options: { isStacked: true, vAxis: { title: "USD" } } })).toMatchObject(
      title,
    );
    expect(chartConfig({ ...VIEW, options: { colors: ["#112233"] } })).toMatchObject({
      data: { datasets: [{ backgroundColor: "#112233" }, { backgroundColor: "#112233" }] },
    });
  });

  test("the size is the script's, or Google's own", () => {
    expect(chartSize(VIEW)).toEqual({ width: 600, height: 371 });
    expect(chartSize({ ...VIEW, options: { width: 320, height: 200 } })).toEqual({ width: 320, height: 200 });
  });

  test("a kind that cannot be drawn says so", () => {
    expect(chartConfig({ ...VIEW, type: "GEO" })).toBeNull();
  });
});
