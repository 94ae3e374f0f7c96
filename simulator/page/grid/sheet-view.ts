/**
 * One tab as this window shows it: the rows on the screen, the axes, what stands in a cell.
 *
 * Rows are counted as places: only those that show, as the host's `shown`. Columns are counted as in the sheet.
 */

import type { Area, SheetInfo } from "../../server/protocol.ts";
import type { Size } from "../model/area.ts";
import { Axis } from "../model/axis.ts";
import { Blocks } from "../model/blocks.ts";
import type { Wire } from "../wire.ts";
import { lineHeight, linesOf, widthOf } from "./measure.ts";
import { type CellView, cellAt, lookAt, putText, type Row, reachOf, rowsByPlace, textAt } from "./rows.ts";

export const ROW_HEIGHT = 21;
export const COLUMN_WIDTH = 100;
/** Pixels a cell leaves free left and right of its text. */
const PADDING = 6;
const MAX_HEIGHT = 400;

export interface ViewEvents {
  /** New content to draw. */
  arrived(): void;
  /** Rows became higher or lower, too. */
  resized(): void;
  failed(problem: unknown): void;
}

export class SheetView {
  info: SheetInfo;
  rows: Axis;
  columns: Axis;
  readonly blocks: Blocks<Row>;
  readonly #wire: Wire;
  readonly #events: ViewEvents;
  #heights = new Map<number, number>();

  constructor(info: SheetInfo, wire: Wire, events: ViewEvents) {
    this.info = info;
    this.#wire = wire;
    this.#events = events;
    this.rows = new Axis(info.shownRows, ROW_HEIGHT, this.#heights, []);
    this.columns = columnAxis(info);
    this.blocks = new Blocks<Row>({
      fetch: (first, count) => this.#fetch(first, count),
      arrived: (first, count) => this.#arrived(first, count),
      failed: (problem) => events.failed(problem),
    });
  }

  /** Size in places and columns: what a selection can span. */
  get size(): Size {
    return { rows: this.info.shownRows, columns: this.info.columns };
  }

  get frozenPlaces(): number {
    return Math.min(this.info.frozenRows, this.info.shownRows);
  }

  get filtered(): boolean {
    return this.info.shownRows !== this.info.rows;
  }

  /** The host says the tab is another: more rows, other widths, another filter. */
  update(info: SheetInfo): void {
    const before = this.info;
    this.info = info;
    if (JSON.stringify(before) === JSON.stringify(info)) return;
    if (before.shownRows !== info.shownRows) this.#heights = new Map();
    this.rows = new Axis(info.shownRows, ROW_HEIGHT, this.#heights, []);
    this.columns = columnAxis(info);
    this.blocks.changed(null, 0);
  }

  /** Rows of the sheet changed; which places these are is known only while nothing is hidden. */
  changed(from: number, to: number): void {
    if (this.filtered) this.blocks.changed(null, 0);
    else this.blocks.changed(from, to - from);
  }

  row(place: number): Row | undefined {
    return this.blocks.row(place);
  }

  cell(place: number, column: number): CellView {
    return cellAt(this.row(place), column);
  }

  /** Shows a text at once where it was typed; what the host makes of it comes with its news. */
  show(place: number, column: number, text: string): void {
    const row = this.row(place);
    if (!row || /^[=+']/.test(text)) return;
    putText(row, column, text);
    this.#events.arrived();
  }

  /** The sheet's row at a place; null while nobody knows. */
  rowAt(place: number): number | null {
    return this.filtered ? (this.row(place)?.row ?? null) : place;
  }

  /** As `rowAt`, asked for when it is not known. */
  async knownRowAt(place: number): Promise<number> {
    const known = this.rowAt(place);
    if (known !== null) return known;
    const answer = await this.#wire.ask("rows", {
      sheetId: this.info.id,
      shown: place,
      count: 1,
      columns: [0, 1],
    });
    return answer.rows[0]?.row ?? this.info.rows - 1;
  }

  /** An area of places as the sheet counts it. */
  async areaOf(area: Area): Promise<Area> {
    if (!this.filtered) return area;
    if (area.row === 0 && area.rows >= this.info.shownRows) return { ...area, rows: this.info.rows };
    const first = await this.knownRowAt(area.row);
    const last = area.rows === 1 ? first : await this.knownRowAt(area.row + area.rows - 1);
    return { ...area, row: first, rows: last - first + 1 };
  }

  /** Where a row of the sheet is shown; null when it is hidden. */
  async placeOf(row: number): Promise<number | null> {
    if (!this.filtered) return row;
    return (await this.#wire.ask("locate", { sheetId: this.info.id, row })).shown;
  }

  /** The last column a cell's text runs over into. */
  reach(row: Row): ReadonlyMap<number, number> {
    return reachOf(
      row,
      (column) => this.nextColumn(column),
      (column) => this.widthOf(column),
      widthOf,
    );
  }

  nextColumn(column: number): number | null {
    const place = this.columns.placeOf(column);
    if (place === null || place + 1 >= this.columns.places) return null;
    return this.columns.indexAt(place + 1);
  }

  widthOf(column: number): number {
    return this.info.columnWidths[column] ?? COLUMN_WIDTH;
  }

  close(): void {
    this.blocks.close();
  }

  get heights(): ReadonlyMap<number, number> {
    return this.#heights;
  }

  async #fetch(first: number, count: number): Promise<ReadonlyMap<number, Row>> {
    const answer = await this.#wire.ask("rows", { sheetId: this.info.id, shown: first, count });
    return rowsByPlace(answer);
  }

  #arrived(first: number, count: number): void {
    let resized = false;
    for (let place = first; place < first + count; place++) {
      const row = this.blocks.row(place);
      const height = row ? this.#heightOf(row) : ROW_HEIGHT;
      if (height === (this.#heights.get(place) ?? ROW_HEIGHT)) continue;
      if (height === ROW_HEIGHT) this.#heights.delete(place);
      else this.#heights.set(place, height);
      resized = true;
    }
    if (resized) {
      this.rows = new Axis(this.info.shownRows, ROW_HEIGHT, this.#heights, []);
      this.#events.resized();
    }
    this.#events.arrived();
  }

  /** As set by somebody, else what the largest font and the wrapped texts need. */
  #heightOf(row: Row): number {
    if (row.window.height !== undefined) return row.window.height;
    let height = ROW_HEIGHT;
    for (let column = 0; column < row.window.texts.length; column++) {
      const look = lookAt(row, column);
      if (look.wrap !== "WRAP" && look.size === undefined) continue;
      const text = textAt(row, column);
      if (text === "" || this.columns.placeOf(column) === null) continue;
      const lines = look.wrap === "WRAP" ? linesOf(text, look, this.widthOf(column) - PADDING) : 1;
      height = Math.max(height, lines * lineHeight(look) + 4);
    }
    return Math.min(height, MAX_HEIGHT);
  }
}

function columnAxis(info: SheetInfo): Axis {
  const widths = new Map(Object.entries(info.columnWidths).map(([column, width]) => [Number(column), width]));
  return new Axis(
    info.columns,
    COLUMN_WIDTH,
    widths,
    info.hiddenColumns.map((column) => [column, 1] as const),
  );
}
