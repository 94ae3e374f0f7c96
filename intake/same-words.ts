/**
 * Words of one meaning, where Amazon prints the same row in several ways: reason codes in downloads (`M`) and words
 * online (`Inventory misplaced`), `Adjustments` and `Adjustment`. Two downloads of one event, one of each kind, are
 * one event.
 */
import { adjustmentCode, disposition, ledgerEvent } from "../src/policy/codes.ts";
import { reimbursementReason } from "../src/policy/reasons.ts";
import type { Cell } from "../src/reports/definition.ts";

type Meaning = (text: string, cellOf: (field: string) => Cell) => string | null;

/** By report and field of its identity: what a word stands for; null = nobody knows, then it stands for itself. */
const MEANINGS: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  "ledger-detail": {
    eventType: ledgerEvent,
    disposition,
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
  reimbursements: { reason: reimbursementReason },
  "customer-returns": { detailedDisposition: disposition },
};

/** A cell of a row's identity, with all ways to print one meaning made one. */
export function meaningOf(report: string, field: string, cellOf: (field: string) => Cell): Cell {
  const cell = cellOf(field);
  if (typeof cell !== "string" || cell === "") return cell;
  return MEANINGS[report]?.[field]?.(cell, cellOf) ?? cell;
}
