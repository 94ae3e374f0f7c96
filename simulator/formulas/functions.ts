/** What built-in functions need to be known for, and what to say of those that are not known. */

import { isRewritten, ONLY_IN_SHEETS } from "./dialect.ts";
import { Grid } from "./grid.ts";
import { FormulaError } from "./value.ts";

/** Give another result each time; no argument of a custom function may depend on them. */
export const VOLATILE: ReadonlySet<string> = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY"]);

/** May read cells beside those they mention. */
export const READS_AROUND: ReadonlySet<string> = new Set(["OFFSET"]);
/** May read any cell of any tab. */
export const READS_ANYTHING: ReadonlySet<string> = new Set(["INDIRECT"]);

/** Give on what cells hold, and so may give on that one is empty. */
const GIVES_ON =
  /\b(?:IF|IFS|IFERROR|IFNA|SWITCH|CHOOSE|LET|INDEX|[VHX]?LOOKUP|OFFSET|INDIRECT|FILTER|SORT|SORTBY|UNIQUE|TRANSPOSE|TOCOL|TOROW|TAKE|DROP|EXPAND|CHOOSECOLS|CHOOSEROWS|[VH]STACK|WRAPCOLS|WRAPROWS)\(/i;

/** Whether a formula (as IronCalc takes it) may give an empty cell on: through such functions, or as it is. */
export function givesOn(text: string): boolean {
  const bare = text.replace(/'(?:[^']|'')+'|"(?:[^"]|"")*"/g, "");
  return GIVES_ON.test(bare) || !/[^\w$!:.()\s]|\w\(/.test(bare);
}

let probe: Grid | null = null;
const known = new Map<string, boolean>();

/** Whether IronCalc has the function: it says so itself. */
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
  const strange = functions.filter(
    (name) => !custom.has(name) && name !== "ARRAYFORMULA" && !isRewritten(name),
  );
  const lacking = strange.find((name) => ONLY_IN_SHEETS.has(name));
  if (lacking !== undefined) {
    return new FormulaError(
      "#NAME?",
      `${lacking} works in Google Sheets; the local Sheets does not have it.`,
    );
  }
  const unknown = strange.find((name) => !isComputed(name));
  return unknown === undefined ? error : new FormulaError("#NAME?", `Unknown function: '${unknown}'.`);
}
