/** A tab: its grid, what is frozen or hidden, its filter, rules, protections. Positions are 1-based, as scripts count. */

import { type Area, assertInside, FIRST_CELL, OUTSIDE, parseA1 } from "./a1.ts";
import { type CellInput, cellInput, writeValues } from "./cell-values.ts";
import { ConditionalFormatRule } from "./conditional-format.ts";
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder } from "./developer-metadata.ts";
import { SheetType } from "./enums.ts";
import { Filter } from "./filter.ts";
import { type Protection, protect, protectionsOf } from "./protection.ts";
import { Range } from "./range.ts";
import { RangeList } from "./range-list.ts";
import { type EnumValue, notImplemented, ServiceError } from "./service.ts";
import { SheetCharts } from "./sheet-charts.ts";
import { badSignature, textArgument, wholeArgument } from "./signature.ts";
import { sortArea } from "./sort.ts";

export class Sheet extends SheetCharts {
  getRange(first: number | string, column?: number, numRows?: number, numColumns?: number): Range {
    if (typeof first === "string") return this.#rangeOf(this.$a1(first));
    const method = "SpreadsheetApp.Sheet.getRange";
    if (typeof first !== "number" || typeof column !== "number") throw badSignature(method, [first, column]);
    const area = {
      row: wholeArgument(first, method) - 1,
      column: wholeArgument(column, method) - 1,
      rows: numRows === undefined ? 1 : wholeArgument(numRows, method),
      columns: numColumns === undefined ? 1 : wholeArgument(numColumns, method),
    };
    return this.#rangeOf(this.#checked(area));
  }

  getRangeList(notations: unknown): RangeList {
    if (!Array.isArray(notations)) throw badSignature("SpreadsheetApp.Sheet.getRangeList", [notations]);
    const ranges = notations.map((a1) => this.#rangeOf(this.$a1(String(a1))));
    return new RangeList(this.$context, ranges);
  }

  /** From A1 to the last row and column with content; A1 alone for an empty sheet. */
  getDataRange(): Range {
    const { rows, columns } = this.#content();
    return this.#rangeOf({ row: 0, column: 0, rows: Math.max(1, rows), columns: Math.max(1, columns) });
  }

  getActiveRange(): Range {
    this.$read();
    const { sheetId, area } = this.$workbook.placeOf(this.$context.user.email);
    return this.#rangeOf(sheetId === this.$model.id ? area : FIRST_CELL);
  }

  getActiveCell(): Range {
    return this.getActiveRange().getCell(1, 1);
  }

  getCurrentCell(): Range {
    return this.getActiveCell();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setActiveSelection(range: Range | string): Range {
    return (typeof range === "string" ? this.getRange(range) : range).activate();
  }

  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }

  activate(): this {
    this.$read();
    this.$workbook.activate(this.$context.user.email, { sheetId: this.$model.id, area: FIRST_CELL });
    return this;
  }

  getLastRow(): number {
    return this.#content().rows;
  }

  getLastColumn(): number {
    return this.#content().columns;
  }

  /** `[[…]]` of the values from a 1-based place on. */
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number) {
    return this.getRange(startRow, startColumn, numRows, numColumns).getValues();
  }

  /** Adds a row below the last one with content, as typing would; the grid grows when it must. */
  appendRow(rowContents: unknown): this {
    if (!Array.isArray(rowContents)) throw badSignature("SpreadsheetApp.Sheet.appendRow", [rowContents]);
    const inputs: CellInput[] = rowContents.map(cellInput);
    const row = this.#content().rows;
    const { $workbook: workbook, $model: sheet } = this;
    if (row >= sheet.maxRows) workbook.insertLines(sheet, "row", row, 1, row - 1);
    if (inputs.length > sheet.maxColumns) {
      const [at, more] = [sheet.maxColumns, inputs.length - sheet.maxColumns];
      workbook.insertLines(sheet, "column", at, more, at - 1);
    }
    if (inputs.length > 0) {
      const area = { row, column: 0, rows: 1, columns: inputs.length };
      writeValues(workbook, sheet, area, [inputs], this.$context.clock.now());
    }
    return this;
  }

  clear(options?: Readonly<Record<string, unknown>>): this {
    this.#all().clear(options);
    return this;
  }

  clearContents(): this {
    this.#all().clearContent();
    return this;
  }

  clearFormats(): this {
    this.#all().clearFormat();
    this.$read();
    this.$model.conditionalRules = [];
    return this;
  }

  clearNotes(): this {
    this.#all().clearNote();
    return this;
  }

  clearConditionalFormatRules(): void {
    this.$change(() => {
      this.$model.conditionalRules = [];
    });
  }

  /** Sorts all rows below the frozen ones by a column (1-based). */
  sort(columnPosition: number, ascending = true): this {
    const column = wholeArgument(columnPosition, "SpreadsheetApp.Sheet.sort") - 1;
    return this.$change(() => {
      const rows = this.#content().rows - this.$model.frozenRows;
      if (column < 0 || column >= this.$model.maxColumns) throw new ServiceError(OUTSIDE);
      if (rows < 1) return;
      const area = { row: this.$model.frozenRows, column: 0, rows, columns: this.$model.maxColumns };
      sortArea(this.$workbook, this.$model, area, [{ column, ascending }]);
    });
  }

  getFilter(): Filter | null {
    this.$read();
    return this.$model.filter && new Filter(this.$context, this.$workbook, this.$model);
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    this.$read();
    const home = { workbook: this.$workbook, sheet: this.$model };
    return this.$model.conditionalRules.map((data) => new ConditionalFormatRule(this.$context, data, home));
  }

  /** Replaces all rules of the sheet. */
  setConditionalFormatRules(rules: unknown): void {
    const method = "SpreadsheetApp.Sheet.setConditionalFormatRules";
    if (!Array.isArray(rules)) throw badSignature(method, [rules]);
    const data = rules.map((rule: unknown) => {
      if (!(rule instanceof ConditionalFormatRule)) throw badSignature(method, [rules]);
      if (rule.$home.sheet !== this.$model) {
        throw new ServiceError("Conditional format rule cannot reference a different sheet.");
      }
      return rule.$data;
    });
    this.$change(() => {
      this.$model.conditionalRules = data;
    });
  }

  protect(): Protection {
    this.$read();
    return protect(this.$context, this.$workbook, this.$model, null);
  }

  getProtections(type: EnumValue): Protection[] {
    this.$read();
    return protectionsOf(this.$context, this.$workbook, this.$model, type);
  }

  addDeveloperMetadata(key: string, first?: unknown, second?: unknown): this {
    this.$read();
    addMetadata(this.$context, this.$workbook, this.$model, key, first, second);
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.$context, this.$workbook, { sheet: this.$model });
  }

  /** The metadata of the sheet itself, without that of its rows and columns. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return this.createDeveloperMetadataFinder()
      .find()
      .filter((item) => item.getLocation().getLocationType()?.name === "SHEET");
  }

  getType(): EnumValue {
    return SheetType.GRID;
  }

  copyTo(): never {
    throw notImplemented("Sheet", "copyTo");
  }

  /** @throws ServiceError for a notation that is none or lies outside the sheet. */
  $a1(text: string): Area {
    this.$assertAlive();
    const found = parseA1(textArgument(text, "SpreadsheetApp.Sheet.getRange"));
    if (!found) {
      const named = this.$workbook.namedRanges.find(
        (one) => one.name === text && one.sheetId === this.$model.id,
      );
      if (named) return named.area;
      throw new ServiceError("Range not found");
    }
    if (found.sheet !== null && found.sheet !== this.$model.name) throw new ServiceError("Range not found");
    return this.#checked({
      row: found.row,
      column: found.column,
      rows: found.rows ?? this.$model.maxRows - found.row,
      columns: found.columns ?? this.$model.maxColumns - found.column,
    });
  }

  #checked(area: Area): Area {
    this.$assertAlive();
    if (area.row < 0 || area.column < 0) {
      const which = area.row < 0 ? "row" : "column";
      throw new ServiceError(`The starting ${which} of the range is too small.`);
    }
    if (area.rows < 1) throw new ServiceError("The number of rows in the range must be at least 1.");
    if (area.columns < 1) throw new ServiceError("The number of columns in the range must be at least 1.");
    assertInside(area, this.$model.maxRows, this.$model.maxColumns);
    return area;
  }

  #rangeOf(area: Area): Range {
    return new Range(this.$context, this.$workbook, this.$model, area);
  }

  #all(): Range {
    this.$read();
    return this.#rangeOf({ row: 0, column: 0, rows: this.$model.maxRows, columns: this.$model.maxColumns });
  }

  /** Rows and columns with content, spilled results included. */
  #content(): { rows: number; columns: number } {
    this.$read();
    let [rows, columns] = [this.$model.contentRows, this.$model.contentColumns];
    if (this.$model.hasFormulas) {
      for (const [column, values] of this.$workbook.computed(this.$model)) {
        columns = Math.max(columns, column + 1);
        for (const row of values.keys()) rows = Math.max(rows, row + 1);
      }
    }
    return { rows, columns };
  }
}
