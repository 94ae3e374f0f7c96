/** Where a range lies: its notation, dimensions and neighbours. Values are in range.ts, looks in range-looks.ts. */

import { type Area, a1Of, assertInside, columnLetters, OUTSIDE } from "./a1.ts";
import type { ExecutionContext } from "./context.ts";
import { Service, ServiceError } from "./service.ts";
import type { SheetModel } from "./sheet-model.ts";
import { wholeArgument } from "./signature.ts";
import type { Workbook } from "./workbook.ts";

export abstract class RangeBase extends Service {
  override readonly $googleName = "Range";
  readonly $workbook: Workbook;
  readonly $sheet: SheetModel;
  /** 0-based. */
  readonly $area: Area;

  constructor(context: ExecutionContext, workbook: Workbook, sheet: SheetModel, area: Area) {
    super(context);
    this.$workbook = workbook;
    this.$sheet = sheet;
    this.$area = area;
  }

  /** Another range of the same class. */
  abstract $range(sheet: SheetModel, area: Area): this;

  /** Queues a write of this range. The sheet must still hold the range when it is applied. */
  $write(apply: () => void): this {
    this.$assertAlive();
    this.$context.write(() => {
      this.$assertAlive();
      apply();
      this.$workbook.touch();
    });
    return this;
  }

  /** Sends what waits, as every read does, and checks that the range still exists. */
  $read(): void {
    this.$context.applyWrites();
    this.$assertAlive();
  }

  $assertAlive(): void {
    if (!this.$workbook.sheets.includes(this.$sheet)) {
      throw new ServiceError(`Sheet ${this.$sheet.id} not found`);
    }
    assertInside(this.$area, this.$sheet.maxRows, this.$sheet.maxColumns);
  }

  getA1Notation(): string {
    const { row, column, rows, columns } = this.$area;
    const wholeColumns = row === 0 && rows === this.$sheet.maxRows;
    const wholeRows = column === 0 && columns === this.$sheet.maxColumns;
    if (wholeColumns && !wholeRows) return `${columnLetters(column)}:${columnLetters(column + columns - 1)}`;
    if (wholeRows && !wholeColumns) return `${row + 1}:${row + rows}`;
    return a1Of(this.$area);
  }

  getRow(): number {
    return this.$area.row + 1;
  }

  getRowIndex(): number {
    return this.$area.row + 1;
  }

  getColumn(): number {
    return this.$area.column + 1;
  }

  getLastRow(): number {
    return this.$area.row + this.$area.rows;
  }

  getLastColumn(): number {
    return this.$area.column + this.$area.columns;
  }

  getNumRows(): number {
    return this.$area.rows;
  }

  getNumColumns(): number {
    return this.$area.columns;
  }

  getHeight(): number {
    return this.$area.rows;
  }

  getWidth(): number {
    return this.$area.columns;
  }

  getGridId(): number {
    return this.$sheet.id;
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): this {
    const method = "SpreadsheetApp.Range.offset";
    const area = {
      row: this.$area.row + wholeArgument(rowOffset, method),
      column: this.$area.column + wholeArgument(columnOffset, method),
      rows: numRows === undefined ? this.$area.rows : wholeArgument(numRows, method),
      columns: numColumns === undefined ? this.$area.columns : wholeArgument(numColumns, method),
    };
    return this.$range(this.$sheet, this.$checked(area));
  }

  /** The cell at a 1-based place within the range. */
  getCell(row: number, column: number): this {
    const method = "SpreadsheetApp.Range.getCell";
    const [r, c] = [wholeArgument(row, method), wholeArgument(column, method)];
    if (r < 1 || c < 1 || r > this.$area.rows || c > this.$area.columns) {
      throw new ServiceError("Cell reference out of range");
    }
    const area = { row: this.$area.row + r - 1, column: this.$area.column + c - 1, rows: 1, columns: 1 };
    return this.$range(this.$sheet, area);
  }

  $checked(area: Area): Area {
    if (area.rows < 1) throw new ServiceError("The number of rows in the range must be at least 1.");
    if (area.columns < 1) throw new ServiceError("The number of columns in the range must be at least 1.");
    if (area.row < 0 || area.column < 0) throw new ServiceError(OUTSIDE);
    assertInside(area, this.$sheet.maxRows, this.$sheet.maxColumns);
    return area;
  }
}
