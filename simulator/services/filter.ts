/** The one filter a sheet can have, and its criteria. */

import type { Area } from "./a1.ts";
import type { ExecutionContext } from "./context.ts";
import { BooleanCriteria } from "./enums.ts";
import { rangeOf } from "./factory.ts";
import { type EnumValue, Service, ServiceError } from "./service.ts";
import type { FilterCriteriaData, SheetModel } from "./sheet-model.ts";
import { badSignature, wholeArgument } from "./signature.ts";
import { sortArea } from "./sort.ts";
import type { Workbook } from "./workbook.ts";

/** @throws ServiceError when the sheet has a filter already. */
export function createFilter(
  context: ExecutionContext,
  workbook: Workbook,
  sheet: SheetModel,
  area: Area,
): Filter {
  if (sheet.filter) {
    throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
  }
  sheet.filter = { area, criteria: new Map() };
  workbook.touch();
  return new Filter(context, workbook, sheet);
}

export class Filter extends Service {
  override readonly $googleName = "Filter";
  readonly #workbook: Workbook;
  readonly #sheet: SheetModel;

  constructor(context: ExecutionContext, workbook: Workbook, sheet: SheetModel) {
    super(context);
    this.#workbook = workbook;
    this.#sheet = sheet;
  }

  getRange(): Service {
    return rangeOf(this.$context, this.#workbook, this.#sheet, this.#filter().area);
  }

  remove(): void {
    this.#filter();
    this.#sheet.filter = null;
    this.#workbook.touch();
  }

  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    const data = this.#filter().criteria.get(this.#column(columnPosition));
    return data ? new FilterCriteria(this.$context, data) : null;
  }

  setColumnFilterCriteria(columnPosition: number, criteria: FilterCriteria | null): this {
    const column = this.#column(columnPosition);
    if (criteria === null) this.#filter().criteria.delete(column);
    else if (criteria instanceof FilterCriteria) this.#filter().criteria.set(column, criteria.$data);
    else throw badSignature("SpreadsheetApp.Filter.setColumnFilterCriteria", [columnPosition, criteria]);
    return this;
  }

  removeColumnFilterCriteria(columnPosition: number): this {
    return this.setColumnFilterCriteria(columnPosition, null);
  }

  /** Sorts the rows below the filter's header. */
  sort(columnPosition: number, ascending: boolean): this {
    const { area } = this.#filter();
    const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
    if (body.rows > 0) {
      sortArea(this.#workbook, this.#sheet, body, [{ column: this.#column(columnPosition), ascending }]);
      this.#workbook.touch();
    }
    return this;
  }

  #column(position: number): number {
    const column = wholeArgument(position, "SpreadsheetApp.Filter.getColumnFilterCriteria") - 1;
    const { area } = this.#filter();
    if (column < area.column || column >= area.column + area.columns) {
      throw new ServiceError("The column is not within the filter's range.");
    }
    return column;
  }

  #filter() {
    this.$context.applyWrites();
    if (!this.#sheet.filter) throw new ServiceError("The filter no longer exists.");
    return this.#sheet.filter;
  }
}

export class FilterCriteria extends Service {
  override readonly $googleName = "FilterCriteria";
  readonly $data: FilterCriteriaData;

  constructor(context: ExecutionContext, data: FilterCriteriaData) {
    super(context);
    this.$data = data;
  }

  getHiddenValues(): readonly string[] | null {
    return this.$data.hiddenValues;
  }

  getVisibleValues(): readonly string[] | null {
    return this.$data.visibleValues;
  }

  getCriteriaType(): EnumValue | null {
    return BooleanCriteria[this.$data.condition?.type as keyof typeof BooleanCriteria] ?? null;
  }

  getCriteriaValues(): readonly unknown[] {
    return this.$data.condition?.args ?? [];
  }
}

export class FilterCriteriaBuilder extends Service {
  override readonly $googleName = "FilterCriteriaBuilder";
  #data: FilterCriteriaData = { hiddenValues: null, visibleValues: null, condition: null };

  setHiddenValues(values: readonly string[]): this {
    this.#data = { ...this.#data, hiddenValues: values.map(String), visibleValues: null };
    return this;
  }

  setVisibleValues(values: readonly string[]): this {
    this.#data = { ...this.#data, visibleValues: values.map(String), hiddenValues: null };
    return this;
  }

  whenTextEqualTo(text: string): this {
    return this.#when("TEXT_EQUAL_TO", text);
  }

  whenTextContains(text: string): this {
    return this.#when("TEXT_CONTAINS", text);
  }

  whenCellEmpty(): this {
    return this.#when("CELL_EMPTY");
  }

  whenCellNotEmpty(): this {
    return this.#when("CELL_NOT_EMPTY");
  }

  build(): FilterCriteria {
    return new FilterCriteria(this.$context, this.#data);
  }

  #when(type: string, ...args: unknown[]): this {
    this.#data = { ...this.#data, condition: { type, args } };
    return this;
  }
}
