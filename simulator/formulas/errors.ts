/** IronCalc's errors in the codes and words of Google Sheets. */

import { CIRCULAR, FormulaError } from "./value.ts";

const IN_SHEETS: Readonly<Record<string, FormulaError>> = {
  "#NULL!": new FormulaError("#NULL!", "The areas of the formula do not meet."),
  "#DIV/0!": new FormulaError("#DIV/0!", "A number is divided by zero, or an average is taken of nothing."),
  "#VALUE!": new FormulaError(
    "#VALUE!",
    "A value is of the wrong kind: a number, a text or one cell is expected.",
  ),
  "#REF!": new FormulaError("#REF!", "Reference does not exist."),
  "#NAME?": new FormulaError("#NAME?", "A name in the formula is not known."),
  "#NUM!": new FormulaError("#NUM!", "A number is out of the range the function takes."),
  "#N/A": new FormulaError("#N/A", "Did not find the value that was looked for."),
  "#ERROR!": new FormulaError("#ERROR!", "Formula parse error."),
  "#CIRC!": CIRCULAR,
  // Excel's error for an empty array; Sheets gives #N/A, "No matches are found in FILTER evaluation."
  "#CALC!": new FormulaError("#N/A", "No matches are found: the result is empty."),
};

/** IronCalc knows the function and does not compute it yet. */
const NOT_COMPUTED = "#N/IMPL!";
/** The result would overwrite something: see `spill.ts`, which says what. */
const BLOCKED = "#SPILL!";

export function fromIronCalc(shown: string): FormulaError {
  if (shown === NOT_COMPUTED) {
    return new FormulaError("#NAME?", "The local Sheets cannot compute this function; Google Sheets can.");
  }
  if (shown === BLOCKED) return SPILL_BLOCKED;
  return IN_SHEETS[shown] ?? new FormulaError("#ERROR!", `The formula gives ${shown}.`);
}

/** Stands for IronCalc's `#SPILL!` until it is known what is in the way. */
export const SPILL_BLOCKED = new FormulaError(
  "#REF!",
  "Array result was not expanded because it would overwrite data.",
);

/** For a formula at which IronCalc breaks off; Sheets would name the argument that is wrong. */
export const BROKE_OFF = new FormulaError(
  "#ERROR!",
  "The local Sheets cannot compute this formula: check the number and kind of its arguments.",
);
