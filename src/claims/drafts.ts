/** What every row of the log has in common, and the text people write into it. */

import type { Day } from "../values/day.ts";
import type { LogDraft, Refusal } from "./claim.ts";
import { cleanText, LONGEST_NOTE, secondsOf } from "./text.ts";

/** Who asks for a change, and when. */
export interface Acting {
  /** UTC, `2026-11-23T14:05:09Z`. */
  readonly when: string;
  readonly who: string;
  /** Google named the person; false = the name was typed. */
  readonly verified: boolean;
  /** Today, in the spreadsheet's time zone. */
  readonly asOf: Day;
  /** The same for the same request, however often it is sent. */
  readonly operation: string;
}

/** A row that says nothing yet. Throws a RangeError when `when` is no moment: a fault of the program. */
export function blankDraft(acting: Acting, kind: LogDraft["kind"]): LogDraft {
  if (secondsOf(acting.when) === null) throw new RangeError(`Not a moment in UTC: ${acting.when}`);
  return {
    when: acting.when,
    who: cleanText(acting.who),
    verified: acting.verified,
    operation: acting.operation,
    kind,
    claimId: "",
    findingId: "",
    from: "",
    to: "",
    on: null,
    caseId: "",
    units: null,
    amount: null,
    note: "",
    link: "",
    evidenceKind: "",
    evidenceDate: null,
    proves: "",
    reimbursement: "",
    refersTo: null,
    until: null,
    facts: null,
  };
}

/** A note or reason as the log keeps it. */
export function checkedNote(text: string): { readonly note: string } | Refusal {
  const note = cleanText(text);
  if (note.length <= LONGEST_NOTE) return { note };
  return {
    refused: `The text has ${note.length} characters; the log takes ${LONGEST_NOTE}. Shorten it, or link to the whole of it.`,
  };
}
