/** The document: its sheets, named ranges, metadata, settings. */

import { parseA1 } from "./a1.ts";
import type { ExecutionContext } from "./context.ts";
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder } from "./developer-metadata.ts";
import { register } from "./factory.ts";
import { NamedRange } from "./named-range.ts";
import { type Protection, protectionsOf } from "./protection.ts";
import { Range } from "./range.ts";
import type { RangeList } from "./range-list.ts";
import { type EnumValue, Service, ServiceError } from "./service.ts";
import { User } from "./session.ts";
import { Sheet } from "./sheet.ts";
import { sheetExists } from "./sheet-base.ts";
import type { SheetModel } from "./sheet-model.ts";
import { badSignature, textArgument, wholeArgument } from "./signature.ts";
import type { Workbook } from "./workbook.ts";
import { isZone } from "./zones.ts";

register({
  spreadsheet: (context, workbook) => new Spreadsheet(context, workbook),
  sheet: (context, workbook, model) => new Sheet(context, workbook, model),
  range: (context, workbook, sheet, area) => new Range(context, workbook, sheet, area),
});

export class Spreadsheet extends Service {
  override readonly $googleName = "Spreadsheet";
  readonly #workbook: Workbook;

  constructor(context: ExecutionContext, workbook: Workbook) {
    super(context);
    this.#workbook = workbook;
  }

  getId(): string {
    return this.#workbook.id;
  }

  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.#workbook.id}/edit`;
  }

  getName(): string {
    return this.#workbook.name;
  }

  rename(newName: string): void {
    this.#workbook.name = textArgument(newName, "SpreadsheetApp.Spreadsheet.rename");
  }

  getSpreadsheetTimeZone(): string {
    return this.#workbook.timeZone;
  }

  setSpreadsheetTimeZone(timezone: string): void {
    const zone = textArgument(timezone, "SpreadsheetApp.Spreadsheet.setSpreadsheetTimeZone");
    if (!isZone(zone)) throw new ServiceError(`Invalid argument: timezone. Should be of type: String`);
    this.#read();
    this.#workbook.timeZone = zone;
    this.#workbook.touch();
  }

  getSpreadsheetLocale(): string {
    return this.#workbook.locale;
  }

  setSpreadsheetLocale(locale: string): void {
    this.#workbook.locale = textArgument(locale, "SpreadsheetApp.Spreadsheet.setSpreadsheetLocale");
  }

  getOwner(): User {
    return new User(this.$context, this.$context.user.email);
  }

  getEditors(): User[] {
    return [this.getOwner()];
  }

  getSheets(): Sheet[] {
    return this.#workbook.sheets.map((model) => this.#sheet(model));
  }

  getNumSheets(): number {
    return this.#workbook.sheets.length;
  }

  getSheetByName(name: string): Sheet | null {
    const model = this.#workbook.sheets.find((sheet) => sheet.name === name);
    return model ? this.#sheet(model) : null;
  }

  getSheetById(id: number): Sheet | null {
    const model = this.#workbook.sheetById(id);
    return model && this.#sheet(model);
  }

  getActiveSheet(): Sheet {
    return this.#sheet(this.#activeModel());
  }

  setActiveSheet(sheet: Sheet): Sheet {
    if (!(sheet instanceof Sheet)) throw badSignature("SpreadsheetApp.Spreadsheet.setActiveSheet", [sheet]);
    return sheet.activate();
  }

  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }

  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }

  getCurrentCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }

  setActiveRange(range: Range): Range {
    return range.activate();
  }

  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }

  /** `()`, `(name)`, `(index)`, `(name, index)`; index is 0-based, as Google has it here. The new sheet becomes the active one. */
  insertSheet(first?: unknown, second?: unknown): Sheet {
    this.#read();
    const method = "SpreadsheetApp.Spreadsheet.insertSheet";
    const name = typeof first === "string" ? first : this.#freeName();
    const place = typeof first === "number" ? first : second;
    if (first !== undefined && typeof first !== "string" && typeof first !== "number") {
      throw badSignature(method, [first, second]);
    }
    const index =
      place === undefined
        ? this.#workbook.sheets.indexOf(this.#activeModel()) + 1
        : wholeArgument(place, method);
    if (index < 0 || index > this.#workbook.sheets.length)
      throw new ServiceError("Invalid argument: sheetIndex");
    if (this.#workbook.sheetByName(name)) throw sheetExists(name);
    if (name === "" || name.length > 100)
      throw new ServiceError("The sheet name must be 1 to 100 characters.");
    const sheet = this.#sheet(this.#workbook.addSheet(name, index));
    return sheet.activate();
  }

  /** @throws ServiceError for the only (visible) sheet. */
  deleteSheet(sheet: Sheet): void {
    this.#read();
    if (!(sheet instanceof Sheet)) throw badSignature("SpreadsheetApp.Spreadsheet.deleteSheet", [sheet]);
    sheet.$read();
    const visible = this.#workbook.sheets.filter((model) => !model.hidden && model !== sheet.$model);
    if (visible.length === 0) throw new ServiceError("You can't remove all the sheets in a document.");
    this.#workbook.removeSheet(sheet.$model);
  }

  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }

  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }

  /** To a 1-based place. */
  moveActiveSheet(pos: number): void {
    this.#read();
    const place = wholeArgument(pos, "SpreadsheetApp.Spreadsheet.moveActiveSheet");
    const { sheets } = this.#workbook;
    if (place < 1 || place > sheets.length) throw new ServiceError("Invalid argument: pos");
    const model = this.#activeModel();
    sheets.splice(sheets.indexOf(model), 1);
    sheets.splice(place - 1, 0, model);
    this.#workbook.touch();
  }

  /** By A1 notation (the active sheet when it names none) or by the name of a named range. */
  getRange(a1Notation: string): Range {
    const text = textArgument(a1Notation, "SpreadsheetApp.Spreadsheet.getRange");
    const named = this.getRangeByName(text);
    if (named) return named;
    const found = parseA1(text);
    const model =
      found?.sheet == null
        ? this.#activeModel()
        : this.#workbook.sheets.find((one) => one.name === found.sheet);
    if (!found || !model) throw new ServiceError("Range not found");
    return this.#sheet(model).getRange(text);
  }

  getRangeList(notations: unknown): RangeList {
    return this.getActiveSheet().getRangeList(notations);
  }

  getRangeByName(name: string): Range | null {
    const named = this.#workbook.namedRanges.find(
      (one) => one.name.toLowerCase() === String(name).toLowerCase(),
    );
    const model = named && this.#workbook.sheetById(named.sheetId);
    return named && model ? new Range(this.$context, this.#workbook, model, named.area) : null;
  }

  getNamedRanges(): NamedRange[] {
    this.#read();
    return this.#workbook.namedRanges.map((model) => new NamedRange(this.$context, this.#workbook, model));
  }

  setNamedRange(name: string, range: Range): void {
    this.#read();
    if (!(range instanceof Range))
      throw badSignature("SpreadsheetApp.Spreadsheet.setNamedRange", [name, range]);
    const wanted = textArgument(name, "SpreadsheetApp.Spreadsheet.setNamedRange");
    if (!/^[A-Za-z_][A-Za-z0-9_]{0,249}$/.test(wanted) || parseA1(wanted) || /^(true|false)$/i.test(wanted)) {
      throw new ServiceError("The named range's name is not valid.");
    }
    const others = this.#workbook.namedRanges.filter(
      (one) => one.name.toLowerCase() !== wanted.toLowerCase(),
    );
    this.#workbook.namedRanges = [...others, { name: wanted, sheetId: range.$sheet.id, area: range.$area }];
    this.#workbook.touch();
  }

  removeNamedRange(name: string): void {
    this.#read();
    const rest = this.#workbook.namedRanges.filter(
      (one) => one.name.toLowerCase() !== String(name).toLowerCase(),
    );
    if (rest.length === this.#workbook.namedRanges.length) {
      throw new ServiceError(`The named range "${name}" does not exist.`);
    }
    this.#workbook.namedRanges = rest;
    this.#workbook.touch();
  }

  getProtections(type: EnumValue): Protection[] {
    this.#read();
    return this.#workbook.sheets.flatMap((model) =>
      protectionsOf(this.$context, this.#workbook, model, type),
    );
  }

  addDeveloperMetadata(key: string, first?: unknown, second?: unknown): this {
    addMetadata(this.$context, this.#workbook, null, key, first, second);
    return this;
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.$context, this.#workbook, { sheet: null });
  }

  /** The metadata of the document itself, without that of its sheets. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return this.createDeveloperMetadataFinder()
      .find()
      .filter((item) => item.getLocation().getLocationType()?.name === "SPREADSHEET");
  }

  toast(msg: string, title = "", timeoutSeconds: number | null = 5): void {
    this.$context.ui?.toast(
      textArgument(msg, "SpreadsheetApp.Spreadsheet.toast"),
      title,
      timeoutSeconds ?? 5,
    );
  }

  /** What only leads on (getSheetByName, getRange) does not call it: what waits goes on waiting, as with Google. */
  #read(): void {
    this.$context.applyWrites();
  }

  #sheet(model: SheetModel): Sheet {
    return new Sheet(this.$context, this.#workbook, model);
  }

  #activeModel(): SheetModel {
    const model = this.#workbook.sheetById(this.#workbook.placeOf(this.$context.user.email).sheetId);
    if (!model) throw new Error("A workbook without sheets");
    return model;
  }

  #freeName(): string {
    for (let n = this.#workbook.sheets.length + 1; ; n++) {
      if (!this.#workbook.sheetByName(`Sheet${n}`)) return `Sheet${n}`;
    }
  }
}
