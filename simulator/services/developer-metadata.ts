/** Developer metadata: hidden key-value marks on the document, a sheet, a whole row or a whole column; they move with what they mark. */

import type { Area } from "./a1.ts";
import type { ExecutionContext } from "./context.ts";
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility } from "./enums.ts";
import { rangeOf, sheetOf } from "./factory.ts";
import { EnumValue, Service, ServiceError } from "./service.ts";
import type { MetadataModel, SheetModel } from "./sheet-model.ts";
import { textArgument } from "./signature.ts";
import type { Workbook } from "./workbook.ts";

/** https://developers.google.com/workspace/sheets/api/guides/metadata: characters of keys and values a sheet or the document may hold. */
const MAX_CHARACTERS = 30_000;

/** The arguments after the key: value, visibility, or both. */
function valueAndVisibility(first: unknown, second: unknown): { value: string | null; visibility: string } {
  const visibility = [first, second].find((item) => item instanceof EnumValue);
  const value =
    first instanceof EnumValue || first === undefined || first === null
      ? null
      : textArgument(first, "addDeveloperMetadata");
  return { value, visibility: visibility?.name ?? DeveloperMetadataVisibility.DOCUMENT.name };
}

/** Marks the document (`sheet` null) or a sheet. */
export function addMetadata(
  context: ExecutionContext,
  workbook: Workbook,
  sheet: SheetModel | null,
  key: unknown,
  first: unknown,
  second: unknown,
): void {
  add(context, workbook, sheet, { axis: "SHEET", index: 0, span: 0 }, key, first, second);
}

/** Marks whole rows or whole columns. @throws ServiceError for any other range. */
export function addRangeMetadata(
  context: ExecutionContext,
  workbook: Workbook,
  sheet: SheetModel,
  area: Area,
  key: unknown,
  first: unknown,
  second: unknown,
): void {
  const wholeColumn = area.row === 0 && area.rows === sheet.maxRows;
  const wholeRow = area.column === 0 && area.columns === sheet.maxColumns;
  if (wholeColumn && !wholeRow && area.columns === 1) {
    add(
      context,
      workbook,
      sheet,
      { axis: "COLUMN", index: area.column, span: area.columns },
      key,
      first,
      second,
    );
  } else if (wholeRow && area.rows === 1) {
    add(context, workbook, sheet, { axis: "ROW", index: area.row, span: area.rows }, key, first, second);
  } else {
    throw new ServiceError(
      "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
    );
  }
}

function add(
  context: ExecutionContext,
  workbook: Workbook,
  sheet: SheetModel | null,
  place: Pick<MetadataModel, "axis" | "index" | "span">,
  key: unknown,
  first: unknown,
  second: unknown,
): void {
  context.applyWrites();
  const { value, visibility } = valueAndVisibility(first, second);
  const list = sheet ? sheet.metadata : workbook.metadata;
  const model = {
    id: workbook.nextId(),
    key: textArgument(key, "addDeveloperMetadata"),
    value,
    visibility,
    ...place,
  };
  const characters = [...list, model].reduce(
    (sum, item) => sum + item.key.length + (item.value?.length ?? 0),
    0,
  );
  if (characters > MAX_CHARACTERS) {
    throw new ServiceError("The developer metadata storage quota has been exceeded (30,000 characters).");
  }
  list.push(model);
  workbook.touch();
}

interface Scope {
  readonly sheet: SheetModel | null;
  readonly area?: Area;
}

export class DeveloperMetadataFinder extends Service {
  override readonly $googleName = "DeveloperMetadataFinder";
  readonly #workbook: Workbook;
  readonly #scope: Scope;
  #tests: ((model: MetadataModel, sheet: SheetModel | null) => boolean)[] = [];

  constructor(context: ExecutionContext, workbook: Workbook, scope: Scope) {
    super(context);
    this.#workbook = workbook;
    this.#scope = scope;
  }

  withKey(key: string): this {
    return this.#with((model) => model.key === key);
  }

  withValue(value: string): this {
    return this.#with((model) => model.value === value);
  }

  withId(id: number): this {
    return this.#with((model) => model.id === id);
  }

  withVisibility(visibility: EnumValue): this {
    return this.#with((model) => model.visibility === visibility.name);
  }

  withLocationType(type: EnumValue): this {
    return this.#with((model, sheet) => locationType(model, sheet) === type.name);
  }

  /** The simulator's finder always looks at everything within its scope. */
  onIntersectingLocations(): this {
    return this;
  }

  find(): DeveloperMetadata[] {
    this.$context.applyWrites();
    const { sheet, area } = this.#scope;
    const sheets = sheet ? [sheet] : this.#workbook.sheets;
    const found: DeveloperMetadata[] = [];
    const take = (owner: SheetModel | null, models: readonly MetadataModel[]) => {
      for (const model of models) {
        if (!this.#tests.every((test) => test(model, owner))) continue;
        if (area && !within(model, area)) continue;
        found.push(new DeveloperMetadata(this.$context, this.#workbook, owner, model));
      }
    };
    if (!sheet) take(null, this.#workbook.metadata);
    for (const one of sheets) take(one, one.metadata);
    return found;
  }

  #with(test: (model: MetadataModel, sheet: SheetModel | null) => boolean): this {
    this.#tests = [...this.#tests, test];
    return this;
  }
}

function within(model: MetadataModel, area: Area): boolean {
  if (model.axis === "COLUMN") return model.index >= area.column && model.index < area.column + area.columns;
  if (model.axis === "ROW") return model.index >= area.row && model.index < area.row + area.rows;
  return false;
}

function locationType(model: MetadataModel, sheet: SheetModel | null): string {
  return model.axis === "SHEET" ? (sheet ? "SHEET" : "SPREADSHEET") : model.axis;
}

export class DeveloperMetadata extends Service {
  override readonly $googleName = "DeveloperMetadata";
  readonly #workbook: Workbook;
  readonly #sheet: SheetModel | null;
  readonly #model: MetadataModel;

  constructor(context: ExecutionContext, workbook: Workbook, sheet: SheetModel | null, model: MetadataModel) {
    super(context);
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#model = model;
  }

  getId(): number {
    return this.#model.id;
  }

  getKey(): string {
    return this.#model.key;
  }

  getValue(): string | null {
    return this.#model.value;
  }

  getVisibility(): EnumValue | undefined {
    return DeveloperMetadataVisibility[this.#model.visibility as keyof typeof DeveloperMetadataVisibility];
  }

  setKey(key: string): this {
    return this.#change({ key });
  }

  setValue(value: string): this {
    return this.#change({ value });
  }

  setVisibility(visibility: EnumValue): this {
    return this.#change({ visibility: visibility.name });
  }

  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.$context, this.#workbook, this.#sheet, this.#model);
  }

  remove(): void {
    this.$context.applyWrites();
    if (this.#sheet) this.#sheet.metadata = this.#sheet.metadata.filter((model) => model !== this.#model);
    else this.#workbook.metadata = this.#workbook.metadata.filter((model) => model !== this.#model);
    this.#workbook.touch();
  }

  #change(change: Partial<Pick<MetadataModel, "key" | "value" | "visibility">>): this {
    this.$context.applyWrites();
    Object.assign(this.#model, change);
    this.#workbook.touch();
    return this;
  }
}

export class DeveloperMetadataLocation extends Service {
  override readonly $googleName = "DeveloperMetadataLocation";
  readonly #workbook: Workbook;
  readonly #sheet: SheetModel | null;
  readonly #model: MetadataModel;

  constructor(context: ExecutionContext, workbook: Workbook, sheet: SheetModel | null, model: MetadataModel) {
    super(context);
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#model = model;
  }

  getLocationType(): EnumValue | undefined {
    const type = locationType(this.#model, this.#sheet);
    return DeveloperMetadataLocationType[type as keyof typeof DeveloperMetadataLocationType];
  }

  getSheet(): Service | null {
    return this.#sheet && sheetOf(this.$context, this.#workbook, this.#sheet);
  }

  getColumn(): Service | null {
    if (!this.#sheet || this.#model.axis !== "COLUMN") return null;
    const area = { row: 0, column: this.#model.index, rows: this.#sheet.maxRows, columns: 1 };
    return rangeOf(this.$context, this.#workbook, this.#sheet, area);
  }

  getRow(): Service | null {
    if (!this.#sheet || this.#model.axis !== "ROW") return null;
    const area = { row: this.#model.index, column: 0, rows: 1, columns: this.#sheet.maxColumns };
    return rangeOf(this.$context, this.#workbook, this.#sheet, area);
  }
}
