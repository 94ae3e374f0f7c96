/** A window of rows as the page draws it: texts, looks with conditional formats applied, what the editor begins with. */

import { formatAt, scalarsOf } from "../services/cell-values.ts";
import type { RichRun, Scalar } from "../services/column.ts";
import { displayOf, isAutomaticFormat, isDateFormat, isTextFormat } from "../services/formats.ts";
import { type Locale, localeOf } from "../services/locales.ts";
import type { ConditionalRuleData, SheetModel } from "../services/sheet-model.ts";
import type { Style } from "../services/styles.ts";
import { typed } from "../services/typing.ts";
import type { Workbook } from "../services/workbook.ts";
import { meets } from "./conditions.ts";
import { dropdownOf, lookOf } from "./looks.ts";
import type { Look, Rows, RowWindow } from "./protocol.ts";
import type { ShownRows } from "./shown-rows.ts";

export const MOST_ROWS = 1000;

/** What Google says about a formula's error; null for other cells. */
export type Explain = (row: number, column: number) => string | null;

export function rowsOf(
  workbook: Workbook,
  sheet: SheetModel,
  shownRows: ShownRows,
  explain: Explain,
  asked: { readonly shown: number; readonly count: number; readonly columns: readonly [number, number] },
): Rows {
  const [first, end] = asked.columns;
  const looks = new LookTable(workbook, sheet);
  const rows: RowWindow[] = [];
  const last = Math.min(shownRows.count, asked.shown + Math.min(asked.count, MOST_ROWS));
  for (let shown = asked.shown; shown < last; ) {
    const row = shownRows.rowAt(shown);
    let count = 1;
    while (shown + count < last && shownRows.rowAt(shown + count) === row + count) count++;
    const values = scalarsOf(workbook, sheet, { row, column: first, rows: count, columns: end - first });
    for (let r = 0; r < count; r++) {
      rows.push(rowWindow(workbook, sheet, looks, explain, shown + r, row + r, first, values[r] ?? []));
    }
    shown += count;
  }
  return { sheetId: sheet.id, columns: [first, end], shownRows: shownRows.count, rows, looks: looks.looks };
}

function rowWindow(
  workbook: Workbook,
  sheet: SheetModel,
  looks: LookTable,
  explain: Explain,
  shown: number,
  row: number,
  first: number,
  values: readonly Scalar[],
): RowWindow {
  const texts: string[] = [];
  const numbers: number[] = [];
  const locale = localeOf(workbook.locale);
  let kinds = "";
  const edits: Record<number, string> = {};
  const notes: Record<number, string> = {};
  const links: Record<number, string> = {};
  const errors: Record<number, string> = {};
  for (const [i, value] of values.entries()) {
    const column = sheet.column(first + i);
    const format = formatAt(workbook, sheet, row, first + i);
    const text = displayOf(value, format, locale);
    const formula = column.formulas.get(row);
    texts.push(text);
    kinds += kindOf(value, formula);
    numbers.push(looks.of(row, first + i, value));
    const edit = formula ?? editOf(value, format, text, locale);
    if (edit !== text) edits[i] = edit;
    const note = column.notes.get(row);
    if (note !== undefined) notes[i] = note;
    const error = formula !== undefined && typeof value === "string" ? explain(row, first + i) : null;
    if (error !== null) errors[i] = error;
    const link = linkOf(column.rich.get(row));
    if (link !== null) links[i] = link;
  }
  while (texts.length > 0 && texts[texts.length - 1] === "") texts.pop();
  while (numbers.length > 1 && numbers[numbers.length - 1] === numbers[numbers.length - 2]) numbers.pop();
  const height = sheet.rowHeights.get(row);
  return {
    shown,
    row,
    ...(height === undefined ? {} : { height }),
    texts,
    kinds: kinds.slice(0, texts.length),
    looks: numbers,
    ...sparse("edits", edits),
    ...sparse("notes", notes),
    ...sparse("links", links),
    ...sparse("errors", errors),
  };
}

function sparse<Name extends "edits" | "notes" | "links" | "errors">(
  name: Name,
  found: Readonly<Record<number, string>>,
) {
  return Object.keys(found).length === 0 ? {} : { [name]: found };
}

function kindOf(value: Scalar, formula: string | undefined): string {
  if (value === null || value === "") return " ";
  if (typeof value === "number") return "n";
  if (typeof value === "boolean") return "b";
  return formula !== undefined && /^#[A-Z0-9/]+[!?]?$/.test(value) ? "e" : "t";
}

/** What the editor begins with: typed unchanged, it gives the same value. */
export function editOf(value: Scalar, format: string, text: string, locale: Locale): string {
  if (value === null) return "";
  if (typeof value === "boolean") return text;
  if (typeof value === "number") return numberEdit(value, format, locale);
  if (isTextFormat(format)) return value;
  // The year only completes dates without one: any will do to see whether it is a date.
  return typed(value, 2000, locale).kind === "text" && !value.startsWith("'") ? value : `'${value}`;
}

function numberEdit(value: number, format: string, locale: Locale): string {
  if (isDateFormat(format)) {
    if (value >= 0 && value < 1) return displayOf(value, "h:mm:ss", locale);
    const { dateFormat } = locale;
    return displayOf(value, Number.isInteger(value) ? dateFormat : `${dateFormat} h:mm:ss`, locale);
  }
  if (!isAutomaticFormat(format) && format.includes("%")) {
    return `${displayOf(value * 100, "General", locale)}%`;
  }
  return displayOf(value, "General", locale);
}

/** The address the whole cell leads to. Others than https lead nowhere: a report's text may hold anything. */
function linkOf(runs: readonly RichRun[] | undefined): string | null {
  const [first, ...others] = runs ?? [];
  if (!first?.link?.startsWith("https://")) return null;
  return others.every((run) => run.link === first.link) ? first.link : null;
}

/** Numbers looks as they come up. */
class LookTable {
  readonly looks: Look[] = [];
  readonly styles: Workbook["styles"];
  readonly #sheet: SheetModel;
  readonly #zone: string;
  /** By style and rule. */
  readonly #numbers = new Map<string, number>();

  constructor(workbook: Workbook, sheet: SheetModel) {
    this.styles = workbook.styles;
    this.#sheet = sheet;
    this.#zone = workbook.timeZone;
  }

  of(row: number, column: number, value: Scalar): number {
    const style = this.#sheet.column(column).styles.at(row);
    const rule = this.#ruleOf(row, column, value, this.styles.at(style).numberFormat);
    const key = `${style}|${rule}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.looks.push(this.#made(this.styles.at(style), this.#sheet.conditionalRules[rule])) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  #made(style: Style, rule: ConditionalRuleData | undefined): Look {
    const dropdown = dropdownOf(style.validation);
    return { ...lookOf(style, rule), ...(dropdown ? { dropdown } : {}) };
  }

  /** The first rule that holds decides. */
  #ruleOf(row: number, column: number, value: Scalar, format: string): number {
    return this.#sheet.conditionalRules.findIndex(
      ({ areas, criteria, args }) =>
        areas.some(
          (area) =>
            row >= area.row &&
            row < area.row + area.rows &&
            column >= area.column &&
            column < area.column + area.columns,
        ) && meets({ type: criteria, args }, value, format, this.#zone),
    );
  }
}
