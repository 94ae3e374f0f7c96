/** One formula of the workbook: what it says, what it calls, what it shows now. */

import type { Area } from "../services/a1.ts";
import type { Argument } from "./arguments.ts";
import type { CallPlan, FormulaPlan } from "./calls.ts";
import { BROKE_OFF } from "./errors.ts";
import type { Mention, PreparedFormula } from "./formula-text.ts";
import type { Outcome } from "./outcome.ts";
import type { Slot } from "./scratch.ts";
import type { FormulaError, Result } from "./value.ts";

/** What IronCalc computes in a hidden sheet, and whether its zeros are empty cells. */
export interface Hidden {
  slot: Slot | null;
  text: string | null;
}

export class CallState {
  readonly plan: CallPlan;
  /** What it gave, for which arguments. */
  args: readonly Argument[] | null = null;
  outcome: Outcome | null = null;
  /** The arguments it has yet to be called with. */
  due: readonly Argument[] | null = null;
  /** How often it was called in one recalculation. */
  runs = 0;
  /** Where IronCalc computes arguments that are more than cells or constants, by number of the argument. */
  readonly expressions = new Map<number, { slot: Slot; text: string | null; texts: Hidden }>();
  /** Where the result stands for the formula around it. */
  resultSlot: Slot | null = null;

  constructor(plan: CallPlan) {
    this.plan = plan;
  }
}

export class FormulaCell {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  /** As people typed it. */
  readonly formula: string;
  readonly prepared: PreparedFormula;
  readonly plan: FormulaPlan;
  readonly calls: readonly CallState[];
  /** What IronCalc has in the cell. */
  written: string | null = null;
  /** The grid's epoch when it was written last. */
  epoch = -1;
  /** Where IronCalc computes it once more while its own cell is blocked, to know how far it would reach. */
  elsewhere: Slot | null = null;
  /** Its result as texts: see Engine. */
  texts: Hidden = { slot: null, text: null };
  result: Result = null;
  spill: Area | null = null;
  loading = false;
  /** How many columns it would spill over, as IronCalc knows nothing of what is in the way; 0 where it does. */
  reach = 0;
  /** IronCalc breaks off at it. */
  breaksOff = false;
  /** It depends on what it spills itself: that is settled only when it is typed anew. */
  feedsItself = false;
  /** Waits for a function that is still running. */
  waiting = false;
  /** What it depends on changed after IronCalc computed last. */
  unsettled = false;
  volatile = false;

  constructor(
    place: { readonly sheetId: number; readonly row: number; readonly column: number },
    formula: string,
    prepared: PreparedFormula,
    plan: FormulaPlan,
  ) {
    this.sheetId = place.sheetId;
    this.row = place.row;
    this.column = place.column;
    this.formula = formula;
    this.prepared = prepared;
    this.plan = plan;
    this.calls = plan.calls.map((call) => new CallState(call));
  }

  /** What is wrong with it whatever the cells hold. */
  get error(): FormulaError | null {
    return this.breaksOff ? BROKE_OFF : this.plan.error;
  }

  get mentions(): readonly Mention[] {
    return this.plan.mentions;
  }
}
