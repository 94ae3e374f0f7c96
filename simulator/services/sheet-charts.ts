/** A sheet's charts, kept as data. */

import type { ExecutionContext } from "./context.ts";
import { ChartType } from "./enums.ts";
import { rangeOf } from "./factory.ts";
import { RangeBase } from "./range-base.ts";
import { EnumValue, Service, ServiceError } from "./service.ts";
import { SheetLines } from "./sheet-lines.ts";
import type { ChartModel } from "./sheet-model.ts";
import { badSignature, textArgument, wholeArgument } from "./signature.ts";
import type { Workbook } from "./workbook.ts";

export abstract class SheetCharts extends SheetLines {
  newChart(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.$context, this.$workbook, null);
  }

  getCharts(): EmbeddedChart[] {
    this.$read();
    return this.$model.charts.map((model) => new EmbeddedChart(this.$context, this.$workbook, model));
  }

  insertChart(chart: EmbeddedChart): void {
    const model = chartModel(chart, "insertChart");
    this.$change(() => {
      this.$model.charts.push({ ...model, id: this.$workbook.nextId() });
    });
  }

  /** Replaces the chart that was changed through `modify()`. */
  updateChart(chart: EmbeddedChart): void {
    const model = chartModel(chart, "updateChart");
    this.$change(() => {
      const index = this.$model.charts.findIndex((known) => known.id === model.id);
      if (index < 0) throw new ServiceError("The chart is not on this sheet.");
      this.$model.charts[index] = model;
    });
  }

  removeChart(chart: EmbeddedChart): void {
    const model = chartModel(chart, "removeChart");
    this.$change(() => {
      this.$model.charts = this.$model.charts.filter((known) => known.id !== model.id);
    });
  }
}

function chartModel(chart: unknown, method: string): ChartModel {
  if (chart instanceof EmbeddedChart) return chart.$model;
  throw badSignature(`SpreadsheetApp.Sheet.${method}`, [chart]);
}

export class EmbeddedChart extends Service {
  override readonly $googleName = "EmbeddedChart";
  readonly #workbook: Workbook;
  readonly $model: ChartModel;

  constructor(context: ExecutionContext, workbook: Workbook, model: ChartModel) {
    super(context);
    this.#workbook = workbook;
    this.$model = model;
  }

  getChartId(): number {
    return this.$model.id;
  }

  modify(): EmbeddedChartBuilder {
    return new EmbeddedChartBuilder(this.$context, this.#workbook, this.$model);
  }

  getRanges(): Service[] {
    return this.$model.ranges.map(({ sheetId, area }) => {
      const model = this.#workbook.sheetById(sheetId);
      if (!model) throw new ServiceError("The sheet of the chart's range no longer exists.");
      return rangeOf(this.$context, this.#workbook, model, area);
    });
  }
}

export class EmbeddedChartBuilder extends Service {
  override readonly $googleName = "EmbeddedChartBuilder";
  readonly #workbook: Workbook;
  #model: ChartModel;

  constructor(context: ExecutionContext, workbook: Workbook, model: ChartModel | null) {
    super(context);
    this.#workbook = workbook;
    this.#model = model ?? {
      id: -1,
      type: ChartType.COLUMN.name,
      ranges: [],
      options: {},
      position: { row: 1, column: 1, offsetX: 0, offsetY: 0 },
      headers: 0,
    };
  }

  setChartType(type: EnumValue): this {
    if (!(type instanceof EnumValue)) throw badSignature("EmbeddedChartBuilder.setChartType", [type]);
    return this.#set({ type: type.name });
  }

  asColumnChart(): this {
    return this.#set({ type: ChartType.COLUMN.name });
  }

  asBarChart(): this {
    return this.#set({ type: ChartType.BAR.name });
  }

  asLineChart(): this {
    return this.#set({ type: ChartType.LINE.name });
  }

  asPieChart(): this {
    return this.#set({ type: ChartType.PIE.name });
  }

  asAreaChart(): this {
    return this.#set({ type: ChartType.AREA.name });
  }

  addRange(range: unknown): this {
    if (!(range instanceof RangeBase)) throw badSignature("EmbeddedChartBuilder.addRange", [range]);
    return this.#set({ ranges: [...this.#model.ranges, { sheetId: range.$sheet.id, area: range.$area }] });
  }

  clearRanges(): this {
    return this.#set({ ranges: [] });
  }

  setNumHeaders(headers: number): this {
    return this.#set({ headers: wholeArgument(headers, "EmbeddedChartBuilder.setNumHeaders") });
  }

  setOption(option: string, value: unknown): this {
    const name = textArgument(option, "EmbeddedChartBuilder.setOption");
    return this.#set({ options: { ...this.#model.options, [name]: value } });
  }

  setTitle(title: string): this {
    return this.setOption("title", title);
  }

  setColors(colors: readonly string[]): this {
    return this.setOption("colors", colors);
  }

  setStacked(): this {
    return this.setOption("isStacked", true);
  }

  setXAxisTitle(title: string): this {
    return this.setOption("hAxis.title", title);
  }

  setYAxisTitle(title: string): this {
    return this.setOption("vAxis.title", title);
  }

  /** 1-based row and column of the anchor cell, pixels from its corner. */
  setPosition(anchorRow: number, anchorColumn: number, offsetX: number, offsetY: number): this {
    return this.#set({ position: { row: anchorRow, column: anchorColumn, offsetX, offsetY } });
  }

  build(): EmbeddedChart {
    return new EmbeddedChart(this.$context, this.#workbook, this.#model);
  }

  #set(change: Partial<ChartModel>): this {
    this.#model = { ...this.#model, ...change };
    return this;
  }
}
