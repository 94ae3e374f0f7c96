/** A range of cells: values, formulas, notes, rich text, clearing, sorting. */

import type { Area } from "./a1.ts";
import {
  type CellInput,
  type CellOutput,
  cellInput,
  displayValuesOf,
  formulasOf,
  valuesOf,
  writeValues,
} from "./cell-values.ts";
import { addRangeMetadata, DeveloperMetadataFinder } from "./developer-metadata.ts";
import { sheetOf } from "./factory.ts";
import { createFilter, Filter } from "./filter.ts";
import { type Protection, protect } from "./protection.ts";
import { RangeLooks } from "./range-looks.ts";
import { RichTextValue } from "./rich-text.ts";
import type { Service } from "./service.ts";
import { notImplemented, ServiceError } from "./service.ts";
import type { SheetModel } from "./sheet-model.ts";
import { badSignature, matrixArgument, textArgument } from "./signature.ts";
import { type SortKey, sortArea } from "./sort.ts";
import { PLAIN } from "./styles.ts";

export class Range extends RangeLooks {
  override $range(sheet: SheetModel, area: Area): this {
    return new Range(this.$context, this.$workbook, sheet, area) as this;
  }

  getSheet(): Service {
    return sheetOf(this.$context, this.$workbook, this.$sheet);
  }

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
    return this.$write(() => this.#eachCell((row, column) => this.#putFormula(row, column, text)));
  }

  setFormulas(formulas: unknown): this {
    const method = "SpreadsheetApp.Range.setFormulas";
    const rows = matrixArgument(formulas, this.$area.rows, this.$area.columns, method, (f) =>
      this.#formula(f),
    );
    return this.$write(() =>
      this.#eachCell((row, column, r, c) => this.#putFormula(row, column, rows[r]?.[c] ?? "")),
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
    return this.$write(() => this.#eachCell((row, column) => this.#putNote(row, column, note)));
  }

  setNotes(notes: unknown): this {
    const method = "SpreadsheetApp.Range.setNotes";
    const rows = matrixArgument(notes, this.$area.rows, this.$area.columns, method, (note) =>
      note === null ? null : textArgument(note, method),
    );
    return this.$write(() =>
      this.#eachCell((row, column, r, c) => this.#putNote(row, column, rows[r]?.[c] ?? null)),
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

  /** Contents and looks; with options only what they name, or everything when they name nothing. */
  clear(options?: Readonly<Record<string, unknown>>): this {
    if (options === undefined) return this.clearContent().clearFormat();
    const all = Object.values(options).every((on) => on !== true);
    const wants = (name: string) => all || options[name] === true;
    if (wants("contentsOnly")) this.clearContent();
    if (wants("formatOnly")) this.clearFormat();
    if (wants("validationsOnly")) this.clearDataValidations();
    if (wants("commentsOnly")) this.clearNote();
    return this;
  }

  clearContent(): this {
    return this.$write(() => {
      for (let c = 0; c < this.$area.columns; c++) {
        this.$sheet.column(this.$area.column + c).clear(this.$area.row, this.$area.row + this.$area.rows);
      }
    });
  }

  /** Google: "does not reset any number formatting rules". */
  clearFormat(): this {
    const { validation: _, numberFormat: _kept, ...look } = PLAIN;
    return this.$setLook(look);
  }

  clearNote(): this {
    return this.setNote(null);
  }

  insertCheckboxes(): this {
    return this.$setLook({
      validation: { criteria: "CHECKBOX", args: [], allowInvalid: false, helpText: null },
    }).#fillFalse();
  }

  activate(): this {
    this.$read();
    this.$workbook.activeSheetId = this.$sheet.id;
    this.$workbook.activeArea = this.$area;
    return this;
  }

  /** Sorts the rows of the range; each cell takes its format, note and validation along. */
  sort(spec: unknown): this {
    const keys = sortKeys(spec, this.$area);
    return this.$write(() => sortArea(this.$workbook, this.$sheet, this.$area, keys));
  }

  createFilter(): Filter {
    this.$read();
    return createFilter(this.$context, this.$workbook, this.$sheet, this.$area);
  }

  getFilter(): Filter | null {
    this.$read();
    return this.$sheet.filter ? new Filter(this.$context, this.$workbook, this.$sheet) : null;
  }

  protect(): Protection {
    this.$read();
    return protect(this.$context, this.$workbook, this.$sheet, this.$area);
  }

  addDeveloperMetadata(key: string, first?: unknown, second?: unknown): this {
    this.$read();
    addRangeMetadata(this.$context, this.$workbook, this.$sheet, this.$area, key, first, second);
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.$context, this.$workbook, {
      sheet: this.$sheet,
      area: this.$area,
    });
  }

  getDeveloperMetadata(): Service[] {
    return this.createDeveloperMetadataFinder().find();
  }

  /** Copies values, formulas (their text unchanged), notes and looks to a range of the same size, or to its first cell. */
  copyTo(destination: Range): void {
    if (!(destination instanceof Range)) throw badSignature("SpreadsheetApp.Range.copyTo", [destination]);
    this.$read();
    const target = destination.$checked({
      ...this.$area,
      row: destination.$area.row,
      column: destination.$area.column,
    });
    destination.$write(() => {
      for (let c = 0; c < target.columns; c++) {
        copyColumn(this.$sheet, this.$area, destination.$sheet, target, c);
      }
    });
  }

  merge(): never {
    throw notImplemented("Range", "merge");
  }

  #first(): Range {
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
      this.#eachCell((row, column, r, c) => {
        const value = values[r]?.[c];
        if (!value) return;
        this.$sheet.column(column).set(row, [value.$text === "" ? null : value.$text]);
        if (value.$text !== "") this.$sheet.column(column).rich.set(row, value.$runs);
      }),
    );
  }

  #fillFalse(): this {
    return this.$write(() =>
      this.#eachCell((row, column) => {
        if (this.$sheet.stored(row, column) === null) this.$sheet.column(column).set(row, [false]);
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

  #putNote(row: number, column: number, note: string | null): void {
    if (note === null || note === "") this.$sheet.column(column).notes.delete(row);
    else this.$sheet.column(column).notes.set(row, note);
  }

  #eachCell(visit: (row: number, column: number, r: number, c: number) => void): void {
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

function copyColumn(from: SheetModel, source: Area, to: SheetModel, target: Area, c: number): void {
  const [old, fresh] = [from.column(source.column + c), to.column(target.column + c)];
  const cells = Array.from({ length: source.rows }, (_, r) => old.at(source.row + r));
  const looks = Array.from({ length: source.rows }, (_, r) => old.styles.at(source.row + r));
  fresh.set(target.row, cells);
  fresh.styles.map(target.row, target.row + source.rows, (_, row) => looks[row - target.row] ?? 0);
  for (let r = 0; r < source.rows; r++) {
    const [note, formula, rich] = [
      old.notes.get(source.row + r),
      old.formulas.get(source.row + r),
      old.rich.get(source.row + r),
    ];
    if (note === undefined) fresh.notes.delete(target.row + r);
    else fresh.notes.set(target.row + r, note);
    if (formula !== undefined) fresh.formulas.set(target.row + r, formula);
    if (rich !== undefined) fresh.rich.set(target.row + r, rich);
  }
}

/** A column number of the sheet (1-based), `{column, ascending}`, or a list of either. */
function sortKeys(spec: unknown, area: Area): SortKey[] {
  const method = "SpreadsheetApp.Range.sort";
  const keys = (Array.isArray(spec) ? spec : [spec]).map((one: unknown) => {
    if (typeof one === "number") return { column: one - 1, ascending: true };
    if (typeof one !== "object" || one === null) throw badSignature(method, [spec]);
    const { column, ascending } = one as { column?: unknown; ascending?: unknown };
    if (typeof column !== "number") throw badSignature(method, [spec]);
    return { column: column - 1, ascending: ascending !== false };
  });
  for (const { column } of keys) {
    if (column < area.column || column >= area.column + area.columns) {
      throw new ServiceError("The column index to sort by is outside of the range.");
    }
  }
  return keys;
}
