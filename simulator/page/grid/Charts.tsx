/** The charts of the tab on the screen, drawn over its cells where the script put them. */

import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
} from "chart.js";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ChartView } from "../../server/protocol.ts";
import type { App } from "../app.ts";
import { chartConfig, chartSize } from "../model/charts.ts";
import { usePicked } from "../store.ts";
import { boxIn, sectionOf } from "./sections.ts";

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
);
Chart.defaults.font.family = "Arial, sans-serif";

export function Charts({ app }: { readonly app: App }) {
  const sheetId = usePicked(app.store, (state) => state.sheetId);
  const number = usePicked(app.store, (state) => state.charted);
  const count = usePicked(
    app.store,
    (state) => state.sheets.find(({ id }) => id === state.sheetId)?.charts ?? 0,
  );
  const [charts, setCharts] = useState<readonly ChartView[]>([]);

  // Read anew when the host says they changed.
  useEffect(() => {
    let here = true;
    setCharts([]);
    if (count > 0) {
      void app.tell("charts", { sheetId }).then((answer) => {
        if (here && answer) setCharts(answer.charts);
      });
    }
    return () => {
      here = false;
    };
  }, [app, sheetId, count, number]);

  return (
    <>
      {charts.map((chart) => (
        <OneChart key={chart.id} app={app} chart={chart} />
      ))}
    </>
  );
}

function OneChart({ app, chart }: { readonly app: App; readonly chart: ChartView }) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const config = chartConfig(chart);
  const size = chartSize(chart);
  usePicked(app.store, (state) => state.drawn);

  useEffect(() => {
    const made = chartConfig(chart);
    if (!canvas.current || !made) return;
    const drawn = new Chart(canvas.current, made);
    return () => drawn.destroy();
  }, [chart]);

  useEffect(() => {
    const element = holder.current;
    return () => element?.remove();
  }, []);

  // The chart scrolls with the cells: it lives in the layer above them, outside of this component's own place.
  useLayoutEffect(() => {
    const { view } = app;
    const element = holder.current;
    if (!view || !element) return;
    const { row, column, offsetX, offsetY } = chart.position;
    const place = Math.max(0, Math.min(row, view.size.rows - 1));
    const section = sectionOf(view, place, column);
    const layer = app.revo.layer(section);
    const box = boxIn(view, section, { row: place, column, rows: 1, columns: 1 });
    if (!layer || !box) return;
    if (element.parentElement !== layer) layer.append(element);
    element.style.left = `${box.left + offsetX}px`;
    element.style.top = `${box.top + offsetY}px`;
  });

  return (
    <div class="chart-home">
      <div class="chart" ref={holder} style={{ width: `${size.width}px`, height: `${size.height}px` }}>
        {config ? (
          <canvas
            ref={canvas}
            width={size.width}
            height={size.height}
            role="img"
            aria-label={describe(chart)}
          />
        ) : (
          <p>A chart of the kind {chart.type} cannot be drawn here; Google Sheets draws it.</p>
        )}
      </div>
    </div>
  );
}

function describe({ title, type, categories, series }: ChartView): string {
  const names = series.map(({ name }) => name).filter((name) => name !== "");
  return `${title || "Chart"}: ${type.toLowerCase()} chart of ${names.join(", ") || "values"}, ${categories.length} categories`;
}
