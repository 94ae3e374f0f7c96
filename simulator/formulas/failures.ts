/** Finds the formulas at which IronCalc breaks off, so that the others go on being computed. */

import type { Engine } from "./engine.ts";
import type { FormulaCell } from "./formula-cell.ts";
import { GridFailure } from "./grid.ts";
import type { Shown } from "./shown.ts";

/**
 * After a failure: begins anew and adds the suspects in halves, then in halves of the half that fails. Leaves the
 * engine in need of renewal.
 * @returns at least one formula
 */
export function breakingOff(
  engine: Engine,
  all: readonly FormulaCell[],
  shown: Shown<FormulaCell>,
): readonly FormulaCell[] {
  const sound = (cells: readonly FormulaCell[]) => !fails(engine, all, cells, shown);
  const recent = new Set(engine.recent);
  const others = all.filter((cell) => !recent.has(cell));
  const trusted = recent.size > 0 && sound(others) ? others : [];
  let suspects =
    trusted.length > 0 || recent.size === all.length ? all.filter((cell) => recent.has(cell)) : [...all];
  const good = new Set(trusted);
  const found: FormulaCell[] = [];
  const open: FormulaCell[][] = [suspects];
  for (let group = open.pop(); group; group = open.pop()) {
    suspects = group;
    if (sound([...good, ...suspects])) for (const cell of suspects) good.add(cell);
    else if (suspects.length <= 1) found.push(...suspects);
    else {
      const half = suspects.length >> 1;
      open.push(suspects.slice(half), suspects.slice(0, half));
    }
  }
  // Together they fail and alone none does: then the newest are left out.
  return found.length > 0 ? found : recent.size > 0 ? [...recent] : all;
}

function fails(
  engine: Engine,
  all: readonly FormulaCell[],
  cells: readonly FormulaCell[],
  shown: Shown<FormulaCell>,
): boolean {
  engine.renew(all);
  try {
    for (const cell of cells) engine.write(cell);
    engine.load(cells, shown);
    engine.evaluate();
    return false;
  } catch (problem) {
    if (problem instanceof GridFailure) return true;
    throw problem;
  }
}
