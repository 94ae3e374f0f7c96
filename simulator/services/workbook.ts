/**
 * A document's state, shared by everybody who works in it: sheets, named ranges, properties, locks, cache.
 * Scripts never hold it; they hold services that read and write it.
 */

import type { Area } from "./a1.ts";
import { FIRST_CELL, shifted } from "./a1.ts";
import type { ChangeFeed } from "./changes.ts";
import type { Scalar } from "./column.ts";
import { ServiceError } from "./error.ts";
import { MAX_CELLS } from "./limits.ts";
import { LockState } from "./lock-state.ts";
import { type Computed, type MetadataModel, movedArea, SheetModel } from "./sheet-model.ts";
import { restoreSnapshot, takeSnapshot, type WorkbookSnapshot } from "./snapshot.ts";
import { CacheStore, PropertyStore } from "./stores.ts";
import { StyleTable } from "./styles.ts";

/** Gives the values of formula cells; the simulator itself computes no formula. */
export interface FormulaHost {
  /** The value of the formula in a cell (0-based), or rows of values that spill right and down from it. */
  evaluate(
    sheet: SheetModel,
    row: number,
    column: number,
    formula: string,
  ): Scalar | readonly (readonly Scalar[])[];
  /** The number format that a formula's result brings into a cell nobody gave one; null for none. */
  format?(sheet: SheetModel, row: number, column: number): string | null;
}

export interface NamedRangeModel {
  name: string;
  sheetId: number;
  area: Area;
}

/** Where somebody is in the document. */
export interface Place {
  readonly sheetId: number;
  readonly area: Area;
}

export interface TriggerModel {
  readonly id: string;
  readonly functionName: string;
  /** CLOCK, ON_OPEN, ON_EDIT … */
  readonly eventType: string;
  readonly owner: string;
  readonly settings: Readonly<Record<string, string | number>>;
}

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly htmlBody: string | null;
  readonly at: number;
}

export interface WorkbookOptions {
  readonly name?: string;
  readonly timeZone?: string;
  readonly locale?: string;
  /**
   * Whether a text beginning with `=` or `'` written into a cell formatted `@` stays as it is. Google documents only
   * "If a value begins with =, it's interpreted as a formula", without an exception, so both must work. Default true.
   */
  readonly textFormatKeepsFormulas?: boolean;
}

export class Workbook {
  readonly id = "simulated-spreadsheet-0000000000000000000000";
  name: string;
  timeZone: string;
  locale: string;
  readonly textFormatKeepsFormulas: boolean;
  readonly styles = new StyleTable();
  sheets: SheetModel[] = [];
  /** The sheet that was made the active one last: where those begin who open the document. */
  activeSheetId = 0;
  namedRanges: NamedRangeModel[] = [];
  metadata: MetadataModel[] = [];
  formulaHost: FormulaHost | null = null;
  /** Told when a script moves somebody. */
  onActivate: ((email: string, place: Place) => void) | null = null;
  readonly documentProperties = new PropertyStore();
  readonly scriptProperties = new PropertyStore();
  readonly documentCache = new CacheStore();
  readonly scriptCache = new CacheStore();
  readonly documentLock = new LockState();
  readonly scriptLock = new LockState();
  readonly outbox: Mail[] = [];
  triggers: TriggerModel[] = [];
  readonly #userProperties = new Map<string, PropertyStore>();
  readonly #userCaches = new Map<string, CacheStore>();
  readonly #userLocks = new Map<string, LockState>();
  readonly #places = new Map<string, Place>();
  #feed: ChangeFeed | null = null;
  readonly #computed = new Map<number, { revision: number; values: Computed }>();
  #computing = false;
  #revision = 0;
  #nextId = 0;

  /** A new document holds one empty sheet, `Sheet1`, of 1000 × 26. */
  constructor(options: WorkbookOptions = {}) {
    this.name = options.name ?? "Untitled spreadsheet";
    this.timeZone = options.timeZone ?? "America/New_York";
    this.locale = options.locale ?? "en_US";
    this.textFormatKeepsFormulas = options.textFormatKeepsFormulas ?? true;
    this.addSheet("Sheet1", 0);
  }

  /** Grows with every change; formulas are evaluated anew when it does. */
  get revision(): number {
    return this.#revision;
  }

  touch(): void {
    this.#revision++;
  }

  /** A number no sheet, chart or metadata of this document has yet. */
  nextId(): number {
    return this.#nextId++;
  }

  /** The id `nextId` will give. */
  get freeId(): number {
    return this.#nextId;
  }

  /** Keeps ids given from now on above those of a restored snapshot. */
  reserveIds(below: number): void {
    this.#nextId = Math.max(this.#nextId, below);
  }

  get cellCount(): number {
    return this.sheets.reduce((sum, sheet) => sum + sheet.cellCount, 0);
  }

  /** @throws ServiceError when `more` cells would not fit any more. */
  assertRoomFor(more: number): void {
    if (this.cellCount + more > MAX_CELLS) {
      throw new ServiceError(
        "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
      );
    }
  }

  addSheet(name: string, index: number, rows = 1000, columns = 26): SheetModel {
    this.assertRoomFor(rows * columns);
    const sheet = new SheetModel(this.nextId(), name, rows, columns, this.styles);
    this.#feed?.moving(sheet, { kind: "sheet", sheet: sheet.id, name, rows, columns });
    if (this.#feed) sheet.watch(this.#feed);
    this.sheets.splice(index, 0, sheet);
    if (this.sheets.length === 1) this.activeSheetId = sheet.id;
    this.touch();
    return sheet;
  }

  /** Drops every sheet, for a restored snapshot to bring its own. */
  dropSheets(): void {
    this.sheets = [];
    this.#places.clear();
    this.#computed.clear();
  }

  removeSheet(sheet: SheetModel): void {
    const index = this.sheets.indexOf(sheet);
    this.sheets.splice(index, 1);
    this.namedRanges = this.namedRanges.filter((named) => named.sheetId !== sheet.id);
    if (this.activeSheetId === sheet.id) {
      this.activeSheetId = (this.sheets[Math.max(0, index - 1)] ?? this.sheets[0])?.id ?? 0;
    }
    this.touch();
  }

  /** Each user has an own active sheet and an own selected range on it. */
  placeOf(email: string): Place {
    const place = this.#places.get(email);
    const known = place && this.sheetById(place.sheetId);
    if (place && known) return { sheetId: known.id, area: known.within(place.area) };
    const sheet = this.sheetById(this.activeSheetId) ?? this.sheets[0];
    return { sheetId: sheet?.id ?? 0, area: FIRST_CELL };
  }

  /** Somebody selects a range. */
  select(email: string, place: Place): void {
    this.#places.set(email, place);
    this.activeSheetId = place.sheetId;
  }

  /** A script moves somebody to a range. */
  activate(email: string, place: Place): void {
    this.select(email, place);
    this.onActivate?.(email, place);
  }

  /** From now on `feed` is told what changes. */
  watch(feed: ChangeFeed): void {
    this.#feed = feed;
    for (const sheet of this.sheets) sheet.watch(feed);
  }

  sheetById(id: number): SheetModel | null {
    return this.sheets.find((sheet) => sheet.id === id) ?? null;
  }

  /** Sheet names are compared without regard to case, as in Google's editor. */
  sheetByName(name: string): SheetModel | null {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  insertLines(sheet: SheetModel, axis: "row" | "column", at: number, count: number, like: number): void {
    this.assertRoomFor(count * (axis === "row" ? sheet.maxColumns : sheet.maxRows));
    sheet.insert(axis, at, count, like);
    this.#shiftReferences(sheet, axis, at, count);
    this.touch();
  }

  removeLines(sheet: SheetModel, axis: "row" | "column", at: number, count: number): void {
    sheet.remove(axis, at, count);
    this.#shiftReferences(sheet, axis, at, -count);
    this.touch();
  }

  moveColumns(sheet: SheetModel, from: number, count: number, to: number): void {
    const places = sheet.moveColumns(from, count, to);
    this.#moveReferences(sheet, (area) => movedArea(area, places));
    this.touch();
  }

  #shiftReferences(sheet: SheetModel, axis: "row" | "column", at: number, count: number): void {
    this.#moveReferences(sheet, (area) => shifted(area, axis, at, count));
  }

  /** Moves what refers to a sheet from elsewhere: named ranges and the charts of all sheets. */
  #moveReferences(sheet: SheetModel, move: (area: Area) => Area | null): void {
    this.namedRanges = this.namedRanges.filter((named) => {
      if (named.sheetId !== sheet.id) return true;
      const area = move(named.area);
      if (area) named.area = area;
      return area !== null;
    });
    for (const one of this.sheets) {
      one.charts = one.charts.map((chart) => ({
        ...chart,
        ranges: chart.ranges.flatMap((range) => {
          const area = range.sheetId === sheet.id ? move(range.area) : range.area;
          return area ? [{ ...range, area }] : [];
        }),
      }));
    }
  }

  /** The whole state as plain JSON, without caches, locks and the outbox. */
  snapshot(): WorkbookSnapshot {
    return takeSnapshot(this);
  }

  /** Replaces the whole state by a snapshot's. Services made before are no longer valid; a feed must restart. */
  restore(snapshot: WorkbookSnapshot): void {
    restoreSnapshot(this, snapshot);
    if (this.#feed) this.watch(this.#feed);
    this.touch();
  }

  /** As Google may at any time. */
  forgetCaches(): void {
    for (const cache of [this.documentCache, this.scriptCache, ...this.#userCaches.values()]) cache.clear();
  }

  propertiesOf(email: string): PropertyStore {
    return storeOf(this.#userProperties, email, () => new PropertyStore());
  }

  cacheOf(email: string): CacheStore {
    return storeOf(this.#userCaches, email, () => new CacheStore());
  }

  userLockOf(email: string): LockState {
    return storeOf(this.#userLocks, email, () => new LockState());
  }

  get userPropertyStores(): ReadonlyMap<string, PropertyStore> {
    return this.#userProperties;
  }

  /**
   * The values of a sheet's formulas. Without a host a formula shows `#ERROR!`. While a host evaluates, formulas
   * read as empty: the host orders what depends on what.
   */
  computed(sheet: SheetModel): Computed {
    const known = this.#computed.get(sheet.id);
    if (known && known.revision === this.#revision) return known.values;
    if (this.#computing) return known?.values ?? new Map();
    this.#computing = true;
    try {
      const values = this.#evaluate(sheet);
      this.#computed.set(sheet.id, { revision: this.#revision, values });
      return values;
    } finally {
      this.#computing = false;
    }
  }

  #evaluate(sheet: SheetModel): Computed {
    const values = new Map<number, Map<number, Scalar>>();
    const put = (row: number, column: number, value: Scalar) => {
      storeOf(values, column, () => new Map<number, Scalar>()).set(row, value);
    };
    for (const [index, column] of sheet.columns.entries()) {
      for (const [row, formula] of [...column.formulas].sort((a, b) => a[0] - b[0])) {
        const result = this.formulaHost?.evaluate(sheet, row, index, formula) ?? null;
        if (this.formulaHost === null) put(row, index, "#ERROR!");
        else if (!Array.isArray(result)) put(row, index, result as Scalar);
        else this.#spill(sheet, row, index, result as readonly (readonly Scalar[])[], put);
      }
    }
    return values;
  }

  /** Spills rows of values right and down; a cell with content in the way makes it `#REF!`. */
  #spill(
    sheet: SheetModel,
    row: number,
    column: number,
    rows: readonly (readonly Scalar[])[],
    put: (row: number, column: number, value: Scalar) => void,
  ): void {
    const blocked = rows.some((cells, r) =>
      cells.some((_, c) => (r > 0 || c > 0) && sheet.stored(row + r, column + c) !== null),
    );
    if (blocked) {
      put(row, column, "#REF!");
      return;
    }
    for (const [r, cells] of rows.entries()) {
      for (const [c, value] of cells.entries()) put(row + r, column + c, value);
    }
  }
}

function storeOf<Key, Store>(stores: Map<Key, Store>, key: Key, make: () => Store): Store {
  let store = stores.get(key);
  if (store === undefined) {
    store = make();
    stores.set(key, store);
  }
  return store;
}
