/**
 * What changed in a workbook since somebody last asked, as plain JSON: small and fast however large the sheets are.
 *
 * Columns report the rows they write; what stands there is read only when somebody asks, so a thousand writes to one
 * place are one change. Moves of whole rows and columns are kept as moves, in their order. Everything small (frames,
 * properties) is compared as a whole with what was last given. Applied in order to the state they began from, changes give the same state: see replay.ts.
 */

import type { Column, RichRun, Scalar } from "./column.ts";
import { FORMULA } from "./column.ts";
import type { SheetModel } from "./sheet-model.ts";
import { differences, type SheetFrame, sheetFrame, type WorkbookFrame, workbookFrame } from "./snapshot.ts";
import { Spans } from "./spans.ts";
import type { PropertyStore } from "./stores.ts";
import type { Style } from "./styles.ts";
import type { Workbook } from "./workbook.ts";

/** A cell's content: dates are serial numbers, a formula is its text. */
export type CellContent = Scalar | { readonly formula: string };

/** Rows and columns are 0-based, ends exclusive. */
export type Change =
  /** What stands in a column from `row` on; notes and rich text are all there are in these rows. */
  | {
      readonly kind: "cells";
      readonly sheet: number;
      readonly column: number;
      readonly row: number;
      readonly cells: readonly CellContent[];
      readonly notes?: Readonly<Record<number, string>>;
      readonly rich?: Readonly<Record<number, readonly RichRun[]>>;
    }
  /** Rows `from` to `to` look as `looks[index]` says. */
  | {
      readonly kind: "looks";
      readonly sheet: number;
      readonly column: number;
      readonly looks: readonly Partial<Style>[];
      readonly runs: readonly (readonly [from: number, to: number, index: number])[];
    }
  | Move
  | { readonly kind: "frame"; readonly frame: SheetFrame }
  /** `order`: the ids of the sheets; those not in it are gone. `nextId`: see Workbook.nextId. */
  | {
      readonly kind: "workbook";
      readonly frame: WorkbookFrame;
      readonly order: readonly number[];
      readonly nextId: number;
    }
  /** Null deletes. `user` only for the store `user`. */
  | {
      readonly kind: "properties";
      readonly store: "document" | "script" | "user";
      readonly user?: string;
      readonly values: Readonly<Record<string, string | null>>;
    };

/** What moves cells, or makes the grid they stand in. */
export type Move =
  | {
      readonly kind: "sheet";
      readonly sheet: number;
      readonly name: string;
      readonly rows: number;
      readonly columns: number;
    }
  | {
      readonly kind: "insert";
      readonly sheet: number;
      readonly axis: "row" | "column";
      readonly at: number;
      readonly count: number;
      /** New lines look like this one. */
      readonly like: number;
    }
  | {
      readonly kind: "remove";
      readonly sheet: number;
      readonly axis: "row" | "column";
      readonly at: number;
      readonly count: number;
    }
  | {
      readonly kind: "moveColumns";
      readonly sheet: number;
      readonly from: number;
      readonly count: number;
      readonly to: number;
    }
  /** Row `order[i]` now stands at `row + i`, in these columns. */
  | {
      readonly kind: "permute";
      readonly sheet: number;
      readonly row: number;
      readonly column: number;
      readonly columns: number;
      readonly order: readonly number[];
    };

interface Touched {
  readonly cells: Spans;
  readonly looks: Spans;
}

export class ChangeFeed {
  readonly #workbook: Workbook;
  #taken: Change[] = [];
  readonly #touched = new Map<SheetModel, Map<Column, Touched>>();
  readonly #frames = new Map<number, string>();
  #workbookFrame = "";
  readonly #stores = new Map<PropertyStore, { revision: number; values: Readonly<Record<string, string>> }>();

  /** Begins with the state as it is: only what comes after is a change. */
  constructor(workbook: Workbook) {
    this.#workbook = workbook;
    this.restart();
  }

  /** Forgets what was not taken yet and begins with the state as it is now. */
  restart(): void {
    this.#touched.clear();
    this.#taken = [];
    this.#frameChanges();
    this.#propertyChanges();
  }

  cellsTouched(sheet: SheetModel, column: Column, from: number, to: number): void {
    this.#touchedOf(sheet, column).cells.add(from, to);
  }

  looksTouched(sheet: SheetModel, column: Column, from: number, to: number): void {
    this.#touchedOf(sheet, column).looks.add(from, to);
  }

  /** Called before a move is made: what was written before it is read now, at the places it has before. */
  moving(sheet: SheetModel, move: Move): void {
    this.#collect(sheet);
    this.#taken.push(move);
    // The move shifts what hangs on the grid as well: its frame is given again, whatever it was.
    this.#frames.delete(sheet.id);
  }

  /** What changed since the last call, in order. */
  take(): Change[] {
    for (const sheet of [...this.#touched.keys()]) {
      if (this.#workbook.sheets.includes(sheet)) this.#collect(sheet);
    }
    this.#touched.clear();
    const changes = this.#taken;
    this.#taken = [];
    // Not by spreading: a call takes no more than about a hundred thousand arguments.
    return changes.concat(this.#frameChanges(), this.#propertyChanges());
  }

  #touchedOf(sheet: SheetModel, column: Column): Touched {
    let columns = this.#touched.get(sheet);
    if (!columns) {
      columns = new Map();
      this.#touched.set(sheet, columns);
    }
    let touched = columns.get(column);
    if (!touched) {
      touched = { cells: new Spans(), looks: new Spans() };
      columns.set(column, touched);
    }
    return touched;
  }

  #collect(sheet: SheetModel): void {
    const columns = this.#touched.get(sheet);
    if (!columns) return;
    this.#touched.delete(sheet);
    for (const [column, { cells, looks }] of columns) {
      const index = sheet.columns.indexOf(column);
      if (index < 0) continue;
      for (const [from, to] of looks.within(sheet.maxRows))
        this.#taken.push(looksChange(sheet, index, from, to));
      for (const [from, to] of cells.within(sheet.maxRows))
        this.#taken.push(cellsChange(sheet, index, from, to));
    }
  }

  #frameChanges(): Change[] {
    const { sheets } = this.#workbook;
    const changes: Change[] = [];
    const order = sheets.map((sheet) => sheet.id);
    for (const id of this.#frames.keys()) if (!order.includes(id)) this.#frames.delete(id);
    for (const sheet of sheets) {
      const frame = sheetFrame(sheet);
      const text = JSON.stringify(frame);
      if (this.#frames.get(sheet.id) === text) continue;
      this.#frames.set(sheet.id, text);
      changes.push({ kind: "frame", frame });
    }
    const change = workbookChange(this.#workbook);
    const text = JSON.stringify(change);
    if (text !== this.#workbookFrame) {
      this.#workbookFrame = text;
      changes.push(change);
    }
    return changes;
  }

  #propertyChanges(): Change[] {
    return storesOf(this.#workbook).flatMap(({ held, ...which }): Change[] => {
      const known = this.#stores.get(held);
      if (known?.revision === held.revision) return [];
      const now = held.toObject();
      this.#stores.set(held, { revision: held.revision, values: now });
      const values = changedKeys(known?.values ?? {}, now);
      return known && Object.keys(values).length === 0 ? [] : [{ kind: "properties", ...which, values }];
    });
  }
}

/** The whole state as changes of a workbook without sheets, in pieces of at most `rows` rows of one column. */
export function* everything(workbook: Workbook, rows = 10_000): Generator<Change> {
  for (const sheet of workbook.sheets) {
    const { id, name, maxRows, maxColumns } = sheet;
    yield { kind: "sheet", sheet: id, name, rows: maxRows, columns: maxColumns };
    for (const [index, column] of sheet.columns.entries()) {
      yield looksChange(sheet, index, 0, maxRows);
      let end = column.cells.length;
      for (const row of column.notes.keys()) end = Math.max(end, row + 1);
      for (let from = 0; from < end; from += rows)
        yield cellsChange(sheet, index, from, Math.min(end, from + rows));
    }
    yield { kind: "frame", frame: sheetFrame(sheet) };
  }
  yield workbookChange(workbook);
  for (const { held, ...which } of storesOf(workbook)) {
    yield { kind: "properties", ...which, values: held.toObject() };
  }
}

/** What stands in an area, as changes that put it back. */
export function areaChanges(
  sheet: SheetModel,
  area: { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number },
): Change[] {
  return Array.from({ length: area.columns }, (_, c) => area.column + c).flatMap((column) => [
    looksChange(sheet, column, area.row, area.row + area.rows),
    cellsChange(sheet, column, area.row, area.row + area.rows),
  ]);
}

function cellsChange(sheet: SheetModel, index: number, from: number, to: number): Change {
  const column = sheet.column(index);
  const cells: CellContent[] = [];
  for (let row = from; row < to; row++) {
    const stored = column.at(row);
    cells.push(stored === FORMULA ? { formula: column.formulas.get(row) ?? "" } : stored);
  }
  return {
    kind: "cells",
    sheet: sheet.id,
    column: index,
    row: from,
    cells,
    ...within("notes", column.notes, from, to),
    ...within("rich", column.rich, from, to),
  };
}

function within<Name extends string, Value>(
  name: Name,
  map: ReadonlyMap<number, Value>,
  from: number,
  to: number,
): { [name in Name]?: Record<number, Value> } {
  const found: Record<number, Value> = {};
  if (map.size < to - from) {
    for (const [row, value] of map) if (row >= from && row < to) found[row] = value;
  } else {
    for (let row = from; row < to; row++) {
      const value = map.get(row);
      if (value !== undefined) found[row] = value;
    }
  }
  return Object.keys(found).length === 0 ? {} : ({ [name]: found } as { [name in Name]: typeof found });
}

function looksChange(sheet: SheetModel, index: number, from: number, to: number): Change {
  const numbers = new Map<number, number>();
  const looks: Partial<Style>[] = [];
  const runs = sheet
    .column(index)
    .styles.segments(from, to)
    .map(([start, end, number]): [number, number, number] => {
      let place = numbers.get(number);
      if (place === undefined) {
        place = looks.push(differences(sheet.styles.at(number))) - 1;
        numbers.set(number, place);
      }
      return [start, end, place];
    });
  return { kind: "looks", sheet: sheet.id, column: index, looks, runs };
}

function workbookChange(workbook: Workbook): Change {
  const order = workbook.sheets.map((sheet) => sheet.id);
  return { kind: "workbook", frame: workbookFrame(workbook), order, nextId: workbook.freeId };
}

interface HeldProperties {
  readonly held: PropertyStore;
  readonly store: "document" | "script" | "user";
  readonly user?: string;
}

function storesOf(workbook: Workbook): HeldProperties[] {
  const users = [...workbook.userPropertyStores];
  return [
    { held: workbook.documentProperties, store: "document" },
    { held: workbook.scriptProperties, store: "script" },
    ...users.map(([user, held]): HeldProperties => ({ held, store: "user", user })),
  ];
}

function changedKeys(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  for (const key of Object.keys(before)) if (!Object.hasOwn(now, key)) changed[key] = null;
  for (const [key, value] of Object.entries(now)) if (before[key] !== value) changed[key] = value;
  return changed;
}
