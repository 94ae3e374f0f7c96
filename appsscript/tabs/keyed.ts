/**
 * Tabs that every audit writes anew, one row per thing with an id of its own.
 *
 * A run writes over the row a thing already has and then sorts whole rows, so that whatever the user keeps
 * beside it (columns of notes, colours, formulas) moves with it. A row whose thing is gone leaves the tab,
 * unless the user has written something beside it. The tab has columns `id`, `state` and, hidden, `order`.
 */
import { type SheetCell, toSheet } from "../cells.ts";
import { isDate, type SheetClock } from "../clock.ts";
import {
  filterWhole,
  growTo,
  openTab,
  type PlacedColumn,
  rowWith,
  runsOf,
  type Tab,
  type TabColumn,
  type TabPlan,
  writeRows,
} from "./tab.ts";

export interface Keyed {
  readonly id: string;
}

/** Background and text per state; the text colours keep a contrast of at least 4.5 to 1. */
export type StateColours = readonly (readonly [state: string, background: string, text: string])[];

export const ORDER_COLUMN: TabColumn = { key: "order", header: "_order", type: "int", hidden: true };

/** Of a thing that is gone while the user's notes beside it are not. */
const GONE = "no longer found";

/** The tab, its states coloured when it is new. */
export function openKeyed(plan: TabPlan, colours: StateColours): Tab {
  return openTab(plan, (tab) => colourStates(tab, colours));
}

/**
 * Writes all rows, in the order given, in a constant number of calls. Call it inside `alone`.
 *
 * @param cell what is written; `standing` is what the row's cell holds now ("" in a new row)
 * @returns what stands in the rows from the second on; undefined is a row of the user's
 */
export function writeKeyed<Thing extends Keyed>(
  tab: Tab,
  things: readonly Thing[],
  colours: StateColours,
  clock: SheetClock,
  cell: (thing: Thing, column: PlacedColumn, standing: string | number) => string | number,
): (Thing | undefined)[] {
  const { sheet } = tab;
  const width = sheet.getLastColumn();
  const count = sheet.getLastRow() - 1;
  const before = count > 0 ? (sheet.getRange(2, 1, count, width).getValues() as SheetCell[][]) : [];
  const whole = runsOf(tab.columns).length === 1;
  const rows = arrange(things, before, tab.columns, whole);
  growTo(tab, rows.length + 1);
  // Asked before anything is written: asking would send the rows before they are in order.
  const across = sheet.getMaxColumns();

  const written = (index: number, column: PlacedColumn) => {
    const row = rows[index] as Row<Thing>;
    if (column.key === "order") return row.order ?? "";
    const standing = asWritten(before[index]?.[column.at - 1], clock);
    if (row.thing) return cell(row.thing, column, row.known ? standing : "");
    if (row.gone && column.key === "state") return GONE;
    if (row.gone || row.own) return standing;
    // Until the rest of the row is empty its id says that it is no row of the user's.
    return column.key === "id" && !whole ? standing : "";
  };
  writeRows(tab, 2, rows.length, written, "id");
  if (!whole && rows.some(isEmptied)) {
    const ids = tab.columns.filter(({ key }) => key === "id");
    writeRows({ ...tab, columns: ids }, 2, rows.length, (index, column) =>
      isEmptied(rows[index] as Row<Thing>) ? "" : written(index, column),
    );
  }
  const order = tab.columns.find(({ key }) => key === "order");
  const placeOf = (row: Row<Thing>) => row.order ?? rows.length;
  if (order && rows.some((row, i) => i > 0 && placeOf(rows[i - 1] as Row<Thing>) > placeOf(row))) {
    sheet.getRange(2, 1, rows.length, across).sort([{ column: order.at, ascending: true }]);
  }
  filterWhole(tab, () => colourStates(tab, colours));
  return rows.sort((a, b) => placeOf(a) - placeOf(b)).map(({ thing }) => thing);
}

/**
 * Writes one thing over the row it has, or below all others until the next run puts them in order. Call it inside
 * `alone`.
 *
 * @returns its tab row
 */
export function writeOne<Thing extends Keyed>(
  tab: Tab,
  thing: Thing,
  colours: StateColours,
  cell: (thing: Thing, column: PlacedColumn) => string | number,
): number {
  const row = rowWith(tab, "id", thing.id) ?? tab.sheet.getLastRow() + 1;
  growTo(tab, row);
  const columns = tab.columns.filter(({ key }) => key !== "order");
  writeRows({ ...tab, columns }, row, 1, (_, column) => cell(thing, column), "id");
  filterWhole(tab, () => colourStates(tab, colours));
  return row;
}

interface Row<Thing> {
  readonly thing?: Thing;
  /** The thing had this row before. */
  readonly known?: boolean;
  /** Its thing is gone; the user's notes are not. */
  readonly gone?: boolean;
  /** A row the user made. */
  readonly own?: boolean;
  /** Its place after sorting; rows without one go to the end. */
  readonly order?: number;
}

function isEmptied<Thing>({ thing, gone, own }: Row<Thing>): boolean {
  return thing === undefined && gone !== true && own !== true;
}

/**
 * Which tab row holds what before sorting: things keep their rows, new ones take rows that became free. Where a row
 * takes more than one write (`whole` is false) they do not: a stop between two would leave it half the old thing's.
 */
function arrange<Thing extends Keyed>(
  things: readonly Thing[],
  before: readonly (readonly SheetCell[])[],
  columns: readonly PlacedColumn[],
  whole: boolean,
): Row<Thing>[] {
  const idAt = columns.find(({ key }) => key === "id")?.at ?? 0;
  const ours = new Set(columns.map(({ at }) => at - 1));
  const rank = new Map(things.map((thing, order) => [thing.id, { thing, order }]));
  const rows: Row<Thing>[] = [];
  const free: number[] = [];
  let kept = things.length;
  before.forEach((cells, index) => {
    const id = String(cells[idAt - 1] ?? "");
    const found = rank.get(id);
    const noted = cells.some((cell, i) => cell !== "" && !ours.has(i));
    if (found) {
      rows.push({ ...found, known: true });
      rank.delete(id);
    } else if (id !== "" && noted) {
      rows.push({ gone: true, order: kept++ });
    } else if (id === "" && cells.some((cell) => cell !== "")) {
      rows.push({ own: true });
    } else {
      if (whole) free.push(index);
      rows.push({});
    }
  });
  for (const next of rank.values()) {
    const place = free.shift();
    if (place === undefined) rows.push(next);
    else rows[place] = next;
  }
  return rows;
}

/** A cell read from the sheet as it has to be written to stand there unchanged. */
function asWritten(value: SheetCell | undefined, clock: SheetClock): string | number {
  if (value === undefined) return "";
  if (isDate(value)) return toSheet(clock.moment(value), "moment");
  return typeof value === "number" ? value : String(value);
}

/** Colours the states of all rows; rules of the user's own stay. */
function colourStates(tab: Tab, colours: StateColours): void {
  const state = tab.columns.find(({ key }) => key === "state");
  if (!state) return;
  const range = tab.sheet.getRange(2, state.at, tab.sheet.getMaxRows() - 1, 1);
  const words = colours.map(([word]) => word);
  const theirs = tab.sheet.getConditionalFormatRules().filter((rule) => {
    const condition = rule.getBooleanCondition();
    const isText = condition?.getCriteriaType() === SpreadsheetApp.BooleanCriteria.TEXT_EQUAL_TO;
    return !isText || !words.includes(String(condition?.getCriteriaValues()[0]));
  });
  const ours = colours.map(([word, background, colour]) =>
    SpreadsheetApp.newConditionalFormatRule()
      .whenTextEqualTo(word)
      .setBackground(background)
      .setFontColor(colour)
      .setRanges([range])
      .build(),
  );
  tab.sheet.setConditionalFormatRules([...theirs, ...ours]);
}
