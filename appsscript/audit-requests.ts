/**
 * What clients send around an audit that runs in the client, checked before anything is done with it. The schemas are
 * made when they are used: every cell function would wait for them otherwise.
 */
import * as z from "zod/mini";
import { AUDITS } from "../src/audits/catalogue.ts";
import { isTextType } from "./cells.ts";
import type {
  BeginAuditRequest,
  CheckRequest,
  ClaimsRequest,
  FinishAuditRequest,
  FromRequest,
  OrderRequest,
  RowsRequest,
  SliceRequest,
  WriteRequest,
  WrittenTab,
} from "./protocol.ts";
import {
  AUDIT_FIELDS,
  accept,
  CHARACTERS_PER_PIECE,
  count,
  day,
  LONGEST_CELL,
  operation,
  ROWS_PER_PIECE,
  refuse,
  report,
  row,
} from "./requests.ts";
import type { TabColumn } from "./tabs/tab.ts";

const hashOf = () => z.string().check(z.regex(/^[0-9a-z]{14}$/, "is no hash"));
const tabOf = () => z.literal(["findings", "health"]);

const FROM = () => z.strictObject({ from: count });
const CLAIMS = () => z.strictObject({ asOf: day, from: count });
const SLICE = () => z.strictObject({ report, mark: hashOf(), from: row });
/** Slices of 5,000 rows fill a spreadsheet; some are shorter. */
const MOST_SLICES = 5000;
const CHECK = () =>
  z.strictObject({
    report,
    mark: hashOf(),
    slices: z.array(z.strictObject({ from: row, count, hash: hashOf() })).check(z.maxLength(MOST_SLICES)),
  });
const BEGIN = () =>
  z.strictObject({
    ...AUDIT_FIELDS,
    operation,
    marks: z.array(z.tuple([z.string(), hashOf()])).check(z.maxLength(200)),
  });
const ROWS = () => z.strictObject({ tab: tabOf(), from: count });
const WRITE = () =>
  z.strictObject({
    operation,
    tab: tabOf(),
    at: row,
    end: row,
    rows: z
      .array(z.strictObject({ was: z.string().check(z.maxLength(LONGEST_CELL)), cells: z.unknown() }))
      .check(z.maxLength(ROWS_PER_PIECE)),
  });
const ORDER = () => z.strictObject({ operation, tab: tabOf(), end: count, sort: z.boolean() });
const auditOf = () =>
  z.string().check(z.refine((id) => AUDITS.some(({ meta }) => meta.id === id), "is no audit"));
const FINISH = () =>
  z.strictObject({ operation, couldNotTell: z.array(auditOf()).check(z.maxLength(AUDITS.length)) });

export const fromRequest = (input: unknown): FromRequest => accept(FROM(), input);
export const claimsRequest = (input: unknown): ClaimsRequest => accept(CLAIMS(), input);
export const sliceRequest = (input: unknown): SliceRequest => accept(SLICE(), input);
export const checkRequest = (input: unknown): CheckRequest => accept(CHECK(), input);
export const beginRequest = (input: unknown): BeginAuditRequest => accept(BEGIN(), input);
export const rowsRequest = (input: unknown): RowsRequest => accept(ROWS(), input);
export const orderRequest = (input: unknown): OrderRequest => accept(ORDER(), input);
export const finishRequest = (input: unknown): FinishAuditRequest => accept(FINISH(), input);

/** Rows with all their cells, each of the kind its column holds: text where text belongs, else a number or nothing. */
export function writeRequest(
  input: unknown,
  columnsOf: (tab: WrittenTab) => readonly TabColumn[],
): WriteRequest {
  const request = accept(WRITE(), input) as WriteRequest;
  const texts = columnsOf(request.tab).map(({ type }) => isTextType(type));
  if (request.at + request.rows.length - 1 > request.end) refuse("it ends before its rows do");
  let characters = 0;
  for (const { cells } of request.rows as readonly { readonly cells: unknown }[]) {
    if (!Array.isArray(cells) || cells.length !== texts.length) refuse(`a row has not ${texts.length} cells`);
    texts.forEach((isText, i) => {
      const cell: unknown = (cells as unknown[])[i];
      if (typeof cell === "string" && (isText || cell === "") && cell.length <= LONGEST_CELL) {
        characters += cell.length;
      } else if (cell !== null && (isText || typeof cell !== "number" || !Number.isFinite(cell))) {
        refuse("a cell is not what its column holds");
      }
    });
  }
  if (characters > CHARACTERS_PER_PIECE) refuse("it is too large");
  return request;
}
