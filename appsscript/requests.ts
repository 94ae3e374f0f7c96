/**
 * What clients send, checked before anything is done with it: everybody who can open the sheet can call
 * these functions with anything. Cells of a piece are checked by a plain loop, not by the schema: there may
 * be a hundred thousand.
 */
import * as z from "zod/mini";
import { marketplace } from "../src/policy/index.ts";
import type { ReportDefinition } from "../src/reports/definition.ts";
import { archive, REPORTS } from "../src/reports/index.ts";
import { parseDay } from "../src/values/day.ts";
import type { AuditRequest, BeginRequest, FinishRequest, KeysRequest, Piece } from "./protocol.ts";

/** At most this many rows travel in one call, and lie between the first and last row of one window. */
export const ROWS_PER_PIECE = 5000;
/** At most this many characters of text travel in one call. */
export const CHARACTERS_PER_PIECE = 2_000_000;
/** At most this many row keys are answered at once. */
export const KEYS_PER_SLICE = 20_000;
export const LONGEST_CELL = 50_000;
const MOST_COLUMNS = 200;

export const report = z
  .string()
  .check(z.refine((id) => definitionNamed(id) !== undefined, "is no report we know"));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, "is no SHA-256"));
const place = z.string().check(z.refine((code) => marketplace(code) !== null, "is no Amazon marketplace"));
export const day = z.string().check(z.refine((text) => parseDay(text) !== null, "is no day like 2026-05-06"));
export const count = z.number().check(z.int(), z.minimum(0), z.maximum(10_000_000));
export const row = z.number().check(z.int(), z.minimum(2), z.maximum(10_000_000));
const names = z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(MOST_COLUMNS));
const rowKey = z.string().check(z.minLength(1), z.maxLength(LONGEST_CELL));
/** The longest key of a row; a line of the archive has the rows it sums up in its key. */
const LONGEST_KEY = 120;

const BEGIN = z.strictObject({ report, sha256, fields: names, extras: names });

const KEYS = z.strictObject({
  report,
  revision: count,
  from: row,
  count: z.number().check(z.int(), z.minimum(1), z.maximum(KEYS_PER_SLICE)),
});

export const operation = z.string().check(z.regex(/^[0-9a-z]{1,40}$/, "is no operation"));

const pieceFrame = {
  report,
  sha256,
  operation,
  piece: count,
  revision: count,
  marketplace: place,
  fields: names,
  extras: names,
  adding: count,
};
const rows = z.unknown();

const PIECE = z.discriminatedUnion("kind", [
  z.strictObject({
    ...pieceFrame,
    kind: z.literal("add"),
    at: row,
    rows,
    keys: z.array(rowKey).check(z.maxLength(ROWS_PER_PIECE)),
  }),
  z.strictObject({
    ...pieceFrame,
    kind: z.literal("change"),
    changes: z
      .array(z.strictObject({ row, was: rowKey, key: rowKey, cells: rows }))
      .check(z.minLength(1), z.maxLength(ROWS_PER_PIECE)),
  }),
]);

const text = z.string().check(z.maxLength(2000));

const FINISH = z.strictObject({
  report,
  sha256,
  file: z.string().check(z.minLength(1), z.maxLength(500)),
  marketplace: place,
  rows: count,
  added: count,
  duplicate: count,
  changed: count,
  rejected: count,
  archived: z.optional(count),
  firstDay: z.nullable(day),
  lastDay: z.nullable(day),
  from: z.nullable(day),
  to: z.nullable(day),
  batch: z.string().check(z.regex(/^\d{1,6}-[0-9a-z]{1,40}$/, "is no batch")),
  compact: z.boolean(),
  note: text,
  sort: z.boolean(),
});

export const AUDIT_FIELDS = {
  asOf: day,
  marketplace: z.nullable(place),
  cellsAtOnce: z.optional(count),
};
const AUDIT = z.strictObject(AUDIT_FIELDS);

export const beginRequest = (input: unknown): BeginRequest => accept(BEGIN, input);
export const keysRequest = (input: unknown): KeysRequest => accept(KEYS, input);
export const finishRequest = (input: unknown): FinishRequest => accept(FINISH, input);
export const auditRequest = (input: unknown): AuditRequest => accept(AUDIT, input);

/** A piece of an import with all its cells in order: right in number, plain, and not too long. */
export function pieceRequest(input: unknown): Piece {
  const piece = accept(PIECE, input) as Piece;
  const width = piece.fields.length + piece.extras.length;
  let characters = 0;
  const check = (cells: unknown, which: string) => {
    if (!Array.isArray(cells) || cells.length !== width) refuse(`${which} has not ${width} cells`);
    for (const cell of cells as unknown[]) {
      if (typeof cell === "string") {
        characters += cell.length;
        if (cell.length > LONGEST_CELL) refuse(`${which} has a cell of more than 50,000 characters`);
      } else if (cell !== null && (typeof cell !== "number" || !Number.isFinite(cell))) {
        refuse(`${which} has a cell that is no text and no number`);
      }
    }
  };
  const checkKey = (key: string) => {
    characters += key.length;
    if (key.length > LONGEST_KEY && piece.report !== archive.id) refuse("one of its keys is too long");
  };
  if (piece.kind === "change") {
    let last = 0;
    for (const change of piece.changes) {
      if (change.row <= last) refuse("its rows are not in order");
      last = change.row;
      checkKey(change.key);
      if (change.cells !== null) check(change.cells, `row ${change.row}`);
    }
    const first = piece.changes[0]?.row ?? 0;
    if (last - first >= ROWS_PER_PIECE) refuse(`its rows lie more than ${ROWS_PER_PIECE} apart`);
  } else {
    const sent: unknown = piece.rows;
    if (!Array.isArray(sent) || sent.length === 0 || sent.length > ROWS_PER_PIECE) {
      refuse(`it has not 1 to ${ROWS_PER_PIECE} rows`);
    }
    if (piece.rows.length !== piece.keys.length) refuse("its rows and their keys differ in number");
    if (piece.adding < piece.rows.length) refuse("it says it adds fewer rows than it holds");
    piece.keys.forEach(checkKey);
    piece.rows.forEach((cells, i) => {
      check(cells, `its row ${i + 1}`);
    });
  }
  if (characters > CHARACTERS_PER_PIECE) refuse("it is too large");
  return piece;
}

/** The definition of a report, or of the archive, by its id. */
export function definitionNamed(id: string): ReportDefinition | undefined {
  return id === archive.id ? archive : REPORTS.find((definition) => definition.id === id);
}

/** The input as its schema has it. @throws a sentence saying what is wrong with it */
export function accept<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const result = z.safeParse(schema, input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  refuse(`${issue?.path.join(".") || "it"} ${issue?.message ?? "is wrong"}`);
}

export function refuse(why: string): never {
  throw new Error(`This request can't be carried out: ${why}. Nothing was changed.`);
}
