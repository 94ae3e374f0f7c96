/** A sheet's rows and columns: inserting, deleting, moving, freezing, hiding, sizes. Positions are 1-based. */

import { RangeBase } from "./range-base.ts";
import { ServiceError } from "./service.ts";
import { SheetBase } from "./sheet-base.ts";
import { badSignature, wholeArgument } from "./signature.ts";

const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;

export abstract class SheetLines extends SheetBase {
  getMaxRows(): number {
    this.$read();
    return this.$model.maxRows;
  }

  getMaxColumns(): number {
    this.$read();
    return this.$model.maxColumns;
  }

  insertRowBefore(beforePosition: number): this {
    return this.insertRowsBefore(beforePosition, 1);
  }

  insertRowAfter(afterPosition: number): this {
    return this.insertRowsAfter(afterPosition, 1);
  }

  /** At `rowIndex` (1-based): the row there moves down. */
  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows);
  }

  insertRowsBefore(beforePosition: number, howMany: number): this {
    return this.#insert("row", beforePosition, howMany, "before");
  }

  insertRowsAfter(afterPosition: number, howMany: number): this {
    return this.#insert("row", afterPosition, howMany, "after");
  }

  insertColumnBefore(beforePosition: number): this {
    return this.insertColumnsBefore(beforePosition, 1);
  }

  insertColumnAfter(afterPosition: number): this {
    return this.insertColumnsAfter(afterPosition, 1);
  }

  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns);
  }

  insertColumnsBefore(beforePosition: number, howMany: number): this {
    return this.#insert("column", beforePosition, howMany, "before");
  }

  insertColumnsAfter(afterPosition: number, howMany: number): this {
    return this.#insert("column", afterPosition, howMany, "after");
  }

  deleteRow(rowPosition: number): this {
    return this.#remove("row", rowPosition, 1);
  }

  deleteRows(rowPosition: number, howMany: number): void {
    this.#remove("row", rowPosition, howMany);
  }

  deleteColumn(columnPosition: number): this {
    return this.#remove("column", columnPosition, 1);
  }

  deleteColumns(columnPosition: number, howMany: number): void {
    this.#remove("column", columnPosition, howMany);
  }

  /** Moves whole columns before the column now at `destinationIndex` (1-based). */
  moveColumns(columnSpec: unknown, destinationIndex: number): void {
    if (!(columnSpec instanceof RangeBase))
      throw badSignature("SpreadsheetApp.Sheet.moveColumns", [columnSpec]);
    const { column, columns } = columnSpec.$area;
    const to = wholeArgument(destinationIndex, "SpreadsheetApp.Sheet.moveColumns") - 1;
    this.$change(() => {
      if (to < 0 || to > this.$model.maxColumns) throw new ServiceError("Those columns are out of bounds.");
      this.$workbook.moveColumns(this.$model, column, columns, to);
    });
  }

  getFrozenRows(): number {
    this.$read();
    return this.$model.frozenRows;
  }

  getFrozenColumns(): number {
    this.$read();
    return this.$model.frozenColumns;
  }

  setFrozenRows(rows: number): void {
    const count = wholeArgument(rows, "SpreadsheetApp.Sheet.setFrozenRows");
    this.$change(() => {
      if (count >= this.$model.maxRows) {
        throw new ServiceError("You can't freeze all visible rows on the sheet.");
      }
      this.$model.frozenRows = count;
    });
  }

  setFrozenColumns(columns: number): void {
    const count = wholeArgument(columns, "SpreadsheetApp.Sheet.setFrozenColumns");
    this.$change(() => {
      if (count >= this.$model.maxColumns) {
        throw new ServiceError("You can't freeze all visible columns on the sheet.");
      }
      this.$model.frozenColumns = count;
    });
  }

  hideColumns(columnIndex: number, numColumns = 1): void {
    this.#eachLine("column", columnIndex, numColumns, (column) =>
      this.$model.hiddenColumns.set(column, true),
    );
  }

  showColumns(columnIndex: number, numColumns = 1): void {
    this.#eachLine("column", columnIndex, numColumns, (column) => this.$model.hiddenColumns.delete(column));
  }

  hideColumn(range: unknown): void {
    const { column, columns } = areaOf(range, "hideColumn");
    this.hideColumns(column + 1, columns);
  }

  unhideColumn(range: unknown): void {
    const { column, columns } = areaOf(range, "unhideColumn");
    this.showColumns(column + 1, columns);
  }

  isColumnHiddenByUser(columnPosition: number): boolean {
    this.$read();
    return this.$model.hiddenColumns.has(columnPosition - 1);
  }

  hideRows(rowIndex: number, numRows = 1): void {
    this.#eachLine("row", rowIndex, numRows, (row) => this.$model.hiddenRows.set(row, true));
  }

  showRows(rowIndex: number, numRows = 1): void {
    this.#eachLine("row", rowIndex, numRows, (row) => this.$model.hiddenRows.delete(row));
  }

  isRowHiddenByUser(rowPosition: number): boolean {
    this.$read();
    return this.$model.hiddenRows.has(rowPosition - 1);
  }

  getColumnWidth(columnPosition: number): number {
    this.$read();
    return this.$model.columnWidths.get(columnPosition - 1) ?? DEFAULT_WIDTH;
  }

  setColumnWidth(columnPosition: number, width: number): this {
    return this.setColumnWidths(columnPosition, 1, width);
  }

  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    const pixels = wholeArgument(width, "SpreadsheetApp.Sheet.setColumnWidths");
    return this.#eachLine("column", startColumn, numColumns, (column) =>
      this.$model.columnWidths.set(column, pixels),
    );
  }

  /** There is no text to measure with: the longest shown text decides, at 7 pixels a character. */
  autoResizeColumn(columnPosition: number): this {
    return this.autoResizeColumns(columnPosition, 1);
  }

  autoResizeColumns(startColumn: number, numColumns: number): this {
    return this.#eachLine("column", startColumn, numColumns, (index) => {
      const longest = this.$model
        .column(index)
        .cells.slice(0, 1000)
        .reduce<number>(
          (most, cell) => Math.max(most, typeof cell === "symbol" ? 0 : String(cell ?? "").length),
          0,
        );
      this.$model.columnWidths.set(index, Math.max(21, longest * 7 + 20));
    });
  }

  getRowHeight(rowPosition: number): number {
    this.$read();
    return this.$model.rowHeights.get(rowPosition - 1) ?? DEFAULT_HEIGHT;
  }

  setRowHeight(rowPosition: number, height: number): this {
    return this.setRowHeights(rowPosition, 1, height);
  }

  setRowHeights(startRow: number, numRows: number, height: number): this {
    return this.#eachLine("row", startRow, numRows, (row) => this.$model.rowHeights.set(row, height));
  }

  #insert(axis: "row" | "column", position: number, howMany: number, where: "before" | "after"): this {
    const method = `SpreadsheetApp.Sheet.insert${axis === "row" ? "Rows" : "Columns"}`;
    const [line, count] = [wholeArgument(position, method), wholeArgument(howMany, method)];
    return this.$change(() => {
      const size = axis === "row" ? this.$model.maxRows : this.$model.maxColumns;
      if (line < 1 || line > size) throw outOfBounds(axis);
      if (count < 1) throw outOfBounds(axis);
      const at = where === "before" ? line - 1 : line;
      this.$workbook.insertLines(this.$model, axis, at, count, line - 1);
    });
  }

  #remove(axis: "row" | "column", position: number, howMany: number): this {
    const method = `SpreadsheetApp.Sheet.delete${axis === "row" ? "Rows" : "Columns"}`;
    const [line, count] = [wholeArgument(position, method), wholeArgument(howMany, method)];
    return this.$change(() => {
      const size = axis === "row" ? this.$model.maxRows : this.$model.maxColumns;
      if (line < 1 || count < 1 || line + count - 1 > size) throw outOfBounds(axis);
      if (count === size) throw new ServiceError(`You can't delete all the ${axis}s on the sheet.`);
      const frozen = axis === "row" ? this.$model.frozenRows : this.$model.frozenColumns;
      if (frozen > 0 && line === frozen + 1 && count === size - frozen) {
        throw new ServiceError(`Sorry, it is not possible to delete all non-frozen ${axis}s.`);
      }
      this.$workbook.removeLines(this.$model, axis, line - 1, count);
    });
  }

  #eachLine(axis: "row" | "column", position: number, howMany: number, visit: (line: number) => void): this {
    const method = "SpreadsheetApp.Sheet";
    const [line, count] = [wholeArgument(position, method), wholeArgument(howMany, method)];
    return this.$change(() => {
      const size = axis === "row" ? this.$model.maxRows : this.$model.maxColumns;
      if (line < 1 || count < 1 || line + count - 1 > size) throw outOfBounds(axis);
      for (let index = line - 1; index < line - 1 + count; index++) visit(index);
    });
  }
}

function outOfBounds(axis: "row" | "column"): ServiceError {
  return new ServiceError(`Those ${axis}s are out of bounds.`);
}

function areaOf(range: unknown, method: string) {
  if (range instanceof RangeBase) return range.$area;
  throw badSignature(`SpreadsheetApp.Sheet.${method}`, [range]);
}
