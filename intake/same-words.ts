/**
 * Words of one meaning, where Amazon prints the same row in several ways: reason codes in downloads (`M`) and words
 * online (`Inventory misplaced`), `Adjustments` and `Adjustment`. Two downloads of one event, one of each kind, are
 * one event.
 */
import { adjustmentCode, disposition, ledgerEvent } from "../src/policy/codes.ts";
import { reimbursementReason } from "../src/policy/reasons.ts";
import type { Cell, ReportDefinition } from "../src/reports/definition.ts";

type Words = (text: string) => string | null;
type Meaning = (text: string, cellOf: (field: string) => Cell) => string | null;

/** By report and field of its identity: what a word stands for; null = nobody knows, then it stands for itself. */
const MEANINGS: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  "ledger-detail": { eventType: ledgerEvent, disposition },
  reimbursements: { reason: reimbursementReason },
  "customer-returns": { detailedDisposition: disposition },
};

/** As `MEANINGS`, where other cells of the row have a say. */
const MEANINGS_IN_ROW: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  "ledger-detail": {
    // The kind, not the code: words on screen do not tell M from 5, nor F from N.
    reason: (text, cellOf) => {
      const [quantity, was] = [cellOf("quantity"), cellOf("disposition")];
      const row = {
        quantity: typeof quantity === "number" ? quantity : null,
        disposition: typeof was === "string" ? was : null,
      };
      return adjustmentCode(text, row)?.kind ?? null;
    },
  },
};

/**
 * Gives a cell of a row's identity, with all ways to print one meaning made one; codes are the same whatever their case
 * and punctuation, everything else is compared to the letter. For one file: each word is looked up once.
 */
export function meaningsOf(
  { id, columns }: ReportDefinition,
  field: string,
): (cell: Cell, cellOf: (field: string) => Cell) => Cell {
  const [words, inRow] = [MEANINGS[id]?.[field], MEANINGS_IN_ROW[id]?.[field]];
  const folds = columns[field]?.type === "code";
  if (!words && !inRow && !folds) return (cell) => cell ?? "";
  const known = new Map<string, string>();
  return (cell, cellOf) => {
    if (typeof cell !== "string" || cell === "") return cell ?? "";
    const found = inRow ? undefined : known.get(cell);
    if (found !== undefined) return found;
    const meaning = words?.(cell) ?? inRow?.(cell, cellOf) ?? cell;
    const folded = folds ? meaning.toLowerCase().replace(/[\s_:-]+/g, "") : meaning;
    if (!inRow) known.set(cell, folded);
    return folded;
  };
}
