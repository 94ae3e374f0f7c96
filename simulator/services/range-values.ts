/** What a range's cells hold: values, formulas, notes, rich text. */

import {
  type CellInput,
  type CellOutput,
  cellInput,
  displayValuesOf,
  formulasOf,
  valuesOf,
  writeValues,
} from "./cell-values.ts";
import { RangeLooks } from "./range-looks.ts";
import { RichTextValue } from "./rich-text.ts";
import { ServiceError } from "./service.ts";
import { badSignature, matrixArgument, textArgument } from "./signature.ts";

export abstract class RangeValues extends RangeLooks {
  getValue(): CellOutput {
    return this.#first().getValues()[0]?.[0] ?? "";
  }

  getValues(): CellOutput[][] {
    this.$read();
    return valuesOf(this.$workbook, this.$sheet, this.$area);
  }

  getDisplayValue(): string {
    return this.#first().getDisplayValues()[0]?.[0] ?? "";
  }

  getDisplayValues(): string[][] {
    this.$read();
    return displayValuesOf(this.$workbook, this.$sheet, this.$area);
  }

  /** One value into every cell of the range. */
  setValue(value: unknown): this {
    const input = cellInput(value);
    return this.#writeRows(() => new Array<readonly CellInput[]>(this.$area.rows).fill(this.#row(input)));
  }

  setValues(values: unknown): this {
    const method = "SpreadsheetApp.Range.setValues";
    const rows = matrixArgument(values, this.$area.rows, this.$area.columns, method, cellInput);
    return this.#writeRows(() => rows);
  }

  isBlank(): boolean {
    return (
      this.getValues().every((row) => row.every((value) => value === "")) &&
      this.getFormulas()
        .flat()
        .every((f) => f === "")
    );
  }

  getFormula(): string {
    return this.getFormulas()[0]?.[0] ?? "";
  }

  getFormulas(): string[][] {
    this.$read();
    return formulasOf(this.$sheet, this.$area);
  }

  setFormula(formula: string): this {
    const text = this.#formula(formula);
    return this.$write(() => this.$eachCell((row, column) => this.#putFormula(row, column, text)));
  }

  setFormulas(formulas: unknown): this {
    const method = "SpreadsheetApp.Range.setFormulas";
    const rows = matrixArgument(formulas, this.$area.rows, this.$area.columns, method, (f) =>
      this.#formula(f),
    );
    return this.$write(() =>
      this.$eachCell((row, column, r, c) => this.#putFormula(row, column, rows[r]?.[c] ?? "")),
    );
  }

  getNote(): string {
    return this.getNotes()[0]?.[0] ?? "";
  }

  getNotes(): string[][] {
    this.$read();
    return this.#matrix((row, column) => this.$sheet.column(column).notes.get(row) ?? "");
  }

  setNote(note: string | null): this {
    return this.$write(() => this.$eachCell((row, column) => this.$sheet.column(column).setNote(row, note)));
  }

  setNotes(notes: unknown): this {
    const method = "SpreadsheetApp.Range.setNotes";
    const rows = matrixArgument(notes, this.$area.rows, this.$area.columns, method, (note) =>
      note === null ? null : textArgument(note, method),
    );
    return this.$write(() =>
      this.$eachCell((row, column, r, c) => this.$sheet.column(column).setNote(row, rows[r]?.[c] ?? null)),
    );
  }

  getRichTextValue(): RichTextValue | null {
    return this.getRichTextValues()[0]?.[0] ?? null;
  }

  /** Null for cells that hold no text (numbers, dates, formulas). */
  getRichTextValues(): (RichTextValue | null)[][] {
    this.$read();
    return this.#matrix((row, column) => {
      const value = this.$sheet.stored(row, column);
      if (value !== null && typeof value !== "string") return null;
      const text = value ?? "";
      const plain = [{ end: text.length, link: null, bold: false, italic: false, color: null }];
      return new RichTextValue(this.$context, text, this.$sheet.column(column).rich.get(row) ?? plain);
    });
  }

  setRichTextValue(value: RichTextValue): this {
    return this.#writeRich(this.#matrix(() => value));
  }

  setRichTextValues(values: unknown): this {
    const method = "SpreadsheetApp.Range.setRichTextValues";
    return this.#writeRich(
      matrixArgument(values, this.$area.rows, this.$area.columns, method, (value) => {
        if (value instanceof RichTextValue) return value;
        throw badSignature(method, [value]);
      }),
    );
  }

  #first(): this {
    return this.$range(this.$sheet, { ...this.$area, rows: 1, columns: 1 });
  }

  #row(input: CellInput): CellInput[] {
    return new Array<CellInput>(this.$area.columns).fill(input);
  }

  #writeRows(rows: () => readonly (readonly CellInput[])[]): this {
    const now = this.$context.clock.now();
    return this.$write(() => writeValues(this.$workbook, this.$sheet, this.$area, rows(), now));
  }

  #writeRich(values: readonly (readonly RichTextValue[])[]): this {
    for (const value of values.flat()) cellInput(value.$text);
    return this.$write(() =>
      this.$eachCell((row, column, r, c) => {
        const value = values[r]?.[c];
        if (!value) return;
        this.$sheet.column(column).set(row, [value.$text === "" ? null : value.$text]);
        if (value.$text !== "") this.$sheet.column(column).rich.set(row, value.$runs);
      }),
    );
  }

  #formula(formula: unknown): string {
    const text = textArgument(formula, "SpreadsheetApp.Range.setFormula");
    if (text.length > 50_000) throw new ServiceError("The formula is too long.");
    return text === "" || text.startsWith("=") ? text : `=${text}`;
  }

  #putFormula(row: number, column: number, text: string): void {
    if (text === "") this.$sheet.column(column).clear(row, row + 1);
    else this.$sheet.column(column).setFormula(row, text);
  }

  $eachCell(visit: (row: number, column: number, r: number, c: number) => void): void {
    for (let r = 0; r < this.$area.rows; r++) {
      for (let c = 0; c < this.$area.columns; c++) visit(this.$area.row + r, this.$area.column + c, r, c);
    }
  }

  #matrix<Item>(item: (row: number, column: number) => Item): Item[][] {
    return Array.from({ length: this.$area.rows }, (_, r) =>
      Array.from({ length: this.$area.columns }, (_unused, c) =>
        item(this.$area.row + r, this.$area.column + c),
      ),
    );
  }
}
