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
  type ArrangedRow,
  arrange,
  arrangedCell,
  inOrder,
  isOutOfOrder,
  type Keyed,
  type StandingRow,
  type WrittenCell,
} from "./keyed-rows.ts";
import {
  filterWhole,
  growTo,
  openTab,
  type PlacedColumn,
  readColumns,
  rowWith,
  runsOf,
  type Tab,
  type TabColumn,
  type TabPlan,
  writeRows,
} from "./tab.ts";

/** Such a tab, and how its states are coloured. */
export interface KeyedTab {
  readonly plan: TabPlan;
  readonly colours: StateColours;
}

/** Background and text per state; the text colours keep a contrast of at least 4.5 to 1. */
export type StateColours = readonly (readonly [state: string, background: string, text: string])[];

export const ORDER_COLUMN: TabColumn = { key: "order", header: "_order", type: "int", hidden: true };

/** The tab, its states coloured when it is new. */
export function openKeyed({ plan, colours }: KeyedTab): Tab {
  return openTab(plan, (tab) => colourStates(tab, colours));
}

/**
 * Writes all rows, in the order given, in a constant number of calls. Call it inside `alone`.
 *
 * @param cell what is written; null = what the row's cell holds now, nothing in a new row
 * @returns what stands in the rows from the second on; undefined is a row of the user's
 */
export function writeKeyed<Thing extends Keyed>(
  tab: Tab,
  things: readonly Thing[],
  colours: StateColours,
  clock: SheetClock,
  cell: (thing: Thing, column: TabColumn) => WrittenCell,
): (Thing | undefined)[] {
  const { sheet } = tab;
  const width = sheet.getLastColumn();
  const count = sheet.getLastRow() - 1;
  const before = count > 0 ? (sheet.getRange(2, 1, count, width).getValues() as SheetCell[][]) : [];
  const ours = new Set(tab.columns.map(({ at }) => at - 1));
  const idAt = tab.columns.find(({ key }) => key === "id")?.at ?? 0;
  const standing = before.map((cells): StandingRow => {
    const id = String(cells[idAt - 1] ?? "");
    return { id, theirs: cells.some((value, i) => value !== "" && (id === "" || !ours.has(i))) };
  });
  const rows = arrange(things, standing, isWhole(tab));
  growTo(tab, rows.length + 1);
  // Asked before anything is written: asking would send the rows before they are in order.
  const across = sheet.getMaxColumns();
  writeOver(tab, 2, rows.length, clock, {
    standing: (index, column) => before[index]?.[column.at - 1],
    cell: (index, column) => arrangedCell(rows[index] as ArrangedRow<Thing>, column, cell),
  });
  if (isOutOfOrder(rows)) sortKeyed(tab, rows.length, across);
  filterKeyed(tab, colours);
  return inOrder(rows).map(({ thing }) => thing);
}

/** Whether a row of the tab takes one write: the user keeps no columns between ours. */
export function isWhole({ columns }: Tab): boolean {
  return runsOf(columns).length === 1;
}

/** A filter over the whole tab, and the colours of its states. */
export function filterKeyed(tab: Tab, colours: StateColours): void {
  filterWhole(tab, () => colourStates(tab, colours));
}

/** Sorts whole rows, so many columns wide, by the hidden column: what the user keeps beside them moves with them. */
export function sortKeyed({ sheet, columns }: Tab, count: number, across: number): void {
  const order = columns.find(({ key }) => key === "order");
  if (order && count > 0) sheet.getRange(2, 1, count, across).sort([{ column: order.at, ascending: true }]);
}

/** Writes neighbouring rows over what stands in them. A row whose id goes is emptied: its id goes last. */
export function writeOver(
  tab: Tab,
  row: number,
  count: number,
  clock: SheetClock,
  {
    standing,
    cell,
  }: {
    standing(index: number, column: PlacedColumn): SheetCell | undefined;
    cell(index: number, column: PlacedColumn): WrittenCell;
  },
): void {
  const [ids] = tab.columns.filter(({ key }) => key === "id");
  const written = (index: number, column: PlacedColumn) =>
    cell(index, column) ?? asWritten(standing(index, column), clock);
  const isEmptied = (index: number) =>
    ids !== undefined && cell(index, ids) === "" && (standing(index, ids) ?? "") !== "";
  const whole = isWhole(tab);
  // Until the rest of the row is empty its id says that it is no row of the user's.
  writeRows(
    tab,
    row,
    count,
    (index, column) =>
      !whole && column === ids && isEmptied(index)
        ? asWritten(standing(index, column), clock)
        : written(index, column),
    "id",
  );
  if (whole || ids === undefined) return;
  for (let index = 0; index < count; index++) {
    if (!isEmptied(index)) continue;
    writeRows({ ...tab, columns: [ids] }, row, count, written);
    return;
  }
}

/** What stands in some rows, without reading what the add-on has written beside an id. */
export function readStanding({ sheet, columns }: Tab, from: number, count: number): StandingRow[] {
  const width = sheet.getLastColumn();
  const every = Array.from({ length: width }, (_, i): PlacedColumn => {
    const ours = columns.find(({ at }) => at === i + 1);
    return ours ?? { key: `${i + 1}`, header: "", type: "text", at: i + 1 };
  });
  const theirs = every.filter((column) => !columns.includes(column));
  const ids = every.filter(({ key }) => key === "id");
  const cells = readColumns(sheet, [...ids, ...theirs], from, count);
  const filled = (key: string, i: number) => (cells.get(key)?.[i] ?? "") !== "";
  const rows = Array.from({ length: count }, (_, i): StandingRow => {
    const id = String(cells.get("id")?.[i] ?? "");
    return { id, theirs: theirs.some(({ key }) => filled(key, i)) };
  });
  const blank = rows.findIndex(({ id }) => id === "");
  if (blank < 0) return rows;
  const rest = readColumns(sheet, columns, from + blank, count - blank);
  return rows.map((row, i) => {
    if (row.id !== "" || row.theirs) return row;
    return { id: "", theirs: [...rest.values()].some((values) => (values[i - blank] ?? "") !== "") };
  });
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
  filterKeyed(tab, colours);
  return row;
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
