/** Keeps the formulas of a workbook found and read: which there are, what they say, what they mean. */

import type { SheetModel } from "../services/sheet-model.ts";
import type { Workbook } from "../services/workbook.ts";
import { plan } from "./calls.ts";
import { FormulaCell } from "./formula-cell.ts";
import { prepared } from "./formula-text.ts";

export class FormulaCells {
  readonly #workbook: Workbook;
  readonly #custom: ReadonlySet<string>;
  /** By sheet id and column, then row. */
  #cells = new Map<string, Map<number, FormulaCell>>();
  #all: readonly FormulaCell[] = [];
  #environment = "";

  /** @param custom names of the add-on's functions in capitals */
  constructor(workbook: Workbook, custom: ReadonlySet<string>) {
    this.#workbook = workbook;
    this.#custom = custom;
  }

  get all(): readonly FormulaCell[] {
    return this.#all;
  }

  at(sheetId: number, row: number, column: number): FormulaCell | null {
    return this.#cells.get(`${sheetId}:${column}`)?.get(row) ?? null;
  }

  /** Takes up new and changed formulas; gives those that are gone, and whether any are new. */
  update(): { readonly gone: readonly FormulaCell[]; readonly changed: boolean } {
    const environment = environmentOf(this.#workbook);
    const same = environment === this.#environment;
    this.#environment = environment;
    const before = this.#cells;
    let changed = false;
    this.#cells = new Map();
    for (const sheet of this.#workbook.sheets) {
      for (const [index, column] of sheet.columns.entries()) {
        if (column.formulas.size === 0) continue;
        const key = `${sheet.id}:${index}`;
        const known = before.get(key);
        const cells = new Map<number, FormulaCell>();
        this.#cells.set(key, cells);
        for (const [row, formula] of column.formulas) {
          const old = known?.get(row);
          const stays = old?.formula === formula;
          if (stays && same) {
            cells.set(row, old);
            known?.delete(row);
            continue;
          }
          const made = this.#read({ sheetId: sheet.id, row, column: index }, formula, sheet);
          if (stays && old && sameMeaning(old, made)) {
            cells.set(row, old);
            known?.delete(row);
            continue;
          }
          changed = true;
          if (old) handOver(old, made);
          cells.set(row, made);
        }
      }
    }
    const gone = [...before.values()].flatMap((column) => [...column.values()]);
    this.#all = [...this.#cells.values()].flatMap((column) => [...column.values()]);
    return { gone, changed: changed || gone.length > 0 };
  }

  #read(
    place: { readonly sheetId: number; readonly row: number; readonly column: number },
    formula: string,
    sheet: SheetModel,
  ): FormulaCell {
    const ready = prepared(formula, sheet, this.#workbook);
    return new FormulaCell(place, formula, ready, plan(ready, this.#custom));
  }
}

/** A formula that only means other cells now need not call again what it called already. */
function handOver(old: FormulaCell, made: FormulaCell): void {
  for (const [i, call] of made.calls.entries()) {
    const known = old.calls[i];
    if (known?.plan.name !== call.plan.name) continue;
    call.args = known.args;
    call.outcome = known.outcome;
  }
}

/** True when a formula typed alike still means the same cells. */
function sameMeaning(a: FormulaCell, b: FormulaCell): boolean {
  if (a.prepared.text !== b.prepared.text || a.plan.error || b.plan.error) return false;
  return a.mentions.every((mention, i) => mention.sheetId === b.mentions[i]?.sheetId);
}

/** What the meaning of a formula depends on besides its text. */
function environmentOf(workbook: Workbook): string {
  return JSON.stringify([
    workbook.locale,
    workbook.sheets.map(({ id, name, maxRows, maxColumns }) => [id, name, maxRows, maxColumns]),
    workbook.namedRanges.map(({ name, sheetId, area }) => [name, sheetId, area]),
  ]);
}
