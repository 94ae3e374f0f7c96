/** What built-in functions of Google Sheets need to be known for, and which of them IronCalc does not have. */

import { Grid } from "./grid.ts";
import { FormulaError } from "./value.ts";

/** Give another result each time; no argument of a custom function may depend on them. */
export const VOLATILE: ReadonlySet<string> = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY"]);

/** May read cells beside those they mention. */
export const READS_AROUND: ReadonlySet<string> = new Set(["OFFSET"]);
/** May read any cell of any tab. */
export const READS_ANYTHING: ReadonlySet<string> = new Set(["INDIRECT"]);

let probe: Grid | null = null;
const known = new Map<string, boolean>();

function isComputed(name: string): boolean {
  let answer = known.get(name);
  if (answer === undefined) {
    probe ??= new Grid("UTC");
    const sheet = probe.sheet("probe");
    probe.putFormula(sheet, 0, 0, `${name}()`);
    probe.evaluate();
    const result = probe.read(sheet, 0, 0);
    answer = !(result instanceof FormulaError && result.code === "#NAME?");
    known.set(name, answer);
  }
  return answer;
}

/** `#NAME?` with the function that is not known. */
export function explained(
  error: FormulaError,
  functions: readonly string[],
  custom: ReadonlySet<string>,
): FormulaError {
  if (error.code !== "#NAME?") return error;
  const name = functions.find((one) => !custom.has(one) && one !== "ARRAYFORMULA" && !isComputed(one));
  return name === undefined ? error : new FormulaError("#NAME?", `Unknown function: '${name}'.`);
}
