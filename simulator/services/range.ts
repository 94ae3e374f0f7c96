/** A range of cells: clearing, sorting, copying, filter, protection, metadata. What cells hold is in range-values.ts. */

import type { Area } from "./a1.ts";
import { addRangeMetadata, DeveloperMetadataFinder } from "./developer-metadata.ts";
import { sheetOf } from "./factory.ts";
import { createFilter, Filter } from "./filter.ts";
import { type Protection, protect } from "./protection.ts";
import { RangeValues } from "./range-values.ts";
import { notImplemented, type Service, ServiceError } from "./service.ts";
import type { SheetModel } from "./sheet-model.ts";
import { badSignature } from "./signature.ts";
import { type SortKey, sortArea } from "./sort.ts";
import { PLAIN } from "./styles.ts";

export class Range extends RangeValues {
  override $range(sheet: SheetModel, area: Area): this {
    return new Range(this.$context, this.$workbook, sheet, area) as this;
  }

  getSheet(): Service {
    return sheetOf(this.$context, this.$workbook, this.$sheet);
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
    this.$workbook.activate(this.$context.user.email, { sheetId: this.$sheet.id, area: this.$area });
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

  #fillFalse(): this {
    return this.$write(() =>
      this.$eachCell((row, column) => {
        if (this.$sheet.stored(row, column) === null) this.$sheet.column(column).set(row, [false]);
      }),
    );
  }
}

function copyColumn(from: SheetModel, source: Area, to: SheetModel, target: Area, c: number): void {
  const [old, fresh] = [from.column(source.column + c), to.column(target.column + c)];
  const cells = Array.from({ length: source.rows }, (_, r) => old.at(source.row + r));
  const looks = Array.from({ length: source.rows }, (_, r) => old.styles.at(source.row + r));
  fresh.set(target.row, cells);
  fresh.restyle(target.row, target.row + source.rows, (_, row) => looks[row - target.row] ?? 0);
  for (let r = 0; r < source.rows; r++) {
    const [note, formula, rich] = [
      old.notes.get(source.row + r),
      old.formulas.get(source.row + r),
      old.rich.get(source.row + r),
    ];
    fresh.setNote(target.row + r, note ?? null);
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
