/** A document with formulas: typed as people do, computed as the local Sheets does. */

import { Formulas, type Given } from "../../../simulator/formulas/formulas.ts";
import { parseA1 } from "../../../simulator/services/a1.ts";
import {
  type CellInput,
  displayValuesOf,
  valuesOf,
  writeValues,
} from "../../../simulator/services/cell-values.ts";
import { FORMULA } from "../../../simulator/services/column.ts";
import { Workbook } from "../../../simulator/services/index.ts";
import type { SheetModel } from "../../../simulator/services/sheet-model.ts";

/** 2026-11-23 12:00 UTC. */
const NOW = Date.UTC(2026, 10, 23, 12);

type Body = (...args: readonly never[]) => Given | Given[][];

export class Document {
  readonly workbook = new Workbook({ timeZone: "Etc/UTC" });
  readonly formulas: Formulas;
  /** Every call of a function of the add-on: its name and what it was given. */
  readonly calls: [string, ...unknown[]][] = [];

  constructor(functions: Readonly<Record<string, Body>> = {}) {
    this.formulas = new Formulas(this.workbook, {
      names: Object.keys(functions),
      call: async (name, args) => {
        this.calls.push([name, ...args]);
        const body = functions[name] as ((...args: readonly unknown[]) => Given | Given[][]) | undefined;
        if (!body) throw new Error(`No function ${name}`);
        return body(...args);
      },
    });
  }

  tab(name: string, rows: readonly (readonly CellInput[])[] = [], size = 100): SheetModel {
    const sheet = this.workbook.addSheet(name, this.workbook.sheets.length, size, 20);
    if (rows.length > 0) this.write(sheet, "A1", rows);
    return sheet;
  }

  get sheet(): SheetModel {
    const [sheet] = this.workbook.sheets;
    if (!sheet) throw new Error("no sheet");
    return sheet;
  }

  write(sheet: SheetModel, cell: string, rows: readonly (readonly CellInput[])[]): void {
    const at = parseA1(cell);
    if (!at) throw new Error(cell);
    const area = { row: at.row, column: at.column, rows: rows.length, columns: rows[0]?.length ?? 0 };
    writeValues(this.workbook, sheet, area, rows, NOW);
  }

  /** Types texts into cells of the first sheet and computes. */
  async type(cells: Readonly<Record<string, CellInput>>): Promise<void> {
    for (const [cell, text] of Object.entries(cells)) this.write(this.sheet, cell, [[text]]);
    await this.formulas.recalculate();
  }

  values(a1: string, sheet = this.sheet): unknown[][] {
    return valuesOf(this.workbook, sheet, areaOf(a1));
  }

  value(cell: string, sheet = this.sheet): unknown {
    return this.values(cell, sheet)[0]?.[0];
  }

  shown(a1: string, sheet = this.sheet): string[][] {
    return displayValuesOf(this.workbook, sheet, areaOf(a1));
  }

  why(cell: string, sheet = this.sheet): string | null {
    const { row, column } = areaOf(cell);
    return this.formulas.explanation(sheet.id, row, column);
  }

  isFormula(cell: string, sheet = this.sheet): boolean {
    const { row, column } = areaOf(cell);
    return sheet.stored(row, column) === FORMULA;
  }

  /** The value a formula gives, typed into T1. */
  async compute(formula: string): Promise<unknown> {
    await this.type({ T1: formula });
    return this.value("T1");
  }
}

function areaOf(a1: string) {
  const at = parseA1(a1);
  if (!at) throw new Error(a1);
  return { row: at.row, column: at.column, rows: at.rows ?? 1, columns: at.columns ?? 1 };
}
