/** Rows as the host gives them, made ready to be drawn cell by cell. */

import type { Look, Rows, RowWindow } from "../../server/protocol.ts";

export type Kind = "number" | "text" | "boolean" | "error" | "empty";

export interface CellView {
  readonly text: string;
  readonly kind: Kind;
  readonly look: Look;
  /** What the editor begins with. */
  readonly edit: string;
  readonly note: string | null;
  readonly link: string | null;
  readonly error: string | null;
}

export interface Row {
  /** Index in the sheet. */
  readonly row: number;
  window: RowWindow;
  readonly looks: readonly Look[];
  /** How far texts run over into empty cells to the right: the last column covered, by column; worked out once. */
  reach: ReadonlyMap<number, number> | null;
}

const PLAIN: Look = {};
const KINDS: Readonly<Record<string, Kind>> = { n: "number", t: "text", b: "boolean", e: "error" };

export function rowsByPlace(answer: Rows): Map<number, Row> {
  return new Map(
    answer.rows.map((window) => [
      window.shown,
      { row: window.row, window, looks: answer.looks, reach: null },
    ]),
  );
}

export function lookAt({ window, looks }: Row, column: number): Look {
  const number = window.looks[Math.min(column, window.looks.length - 1)];
  return (number === undefined ? undefined : looks[number]) ?? PLAIN;
}

export function textAt({ window }: Row, column: number): string {
  return window.texts[column] ?? "";
}

export function kindAt({ window }: Row, column: number): Kind {
  return KINDS[window.kinds[column] ?? " "] ?? "empty";
}

export function cellAt(row: Row | undefined, column: number): CellView {
  if (!row) return EMPTY;
  const { window } = row;
  const text = textAt(row, column);
  const kind = kindAt(row, column);
  return {
    text,
    kind,
    look: lookAt(row, column),
    edit: window.edits?.[column] ?? text,
    note: window.notes?.[column] ?? null,
    link: safeLink(window.links?.[column]),
    error: kind === "error" ? (window.errors?.[column] ?? errorWords(text)) : null,
  };
}

const EMPTY: CellView = {
  text: "",
  kind: "empty",
  look: PLAIN,
  edit: "",
  note: null,
  link: null,
  error: null,
};

/** The host gives https links only; the page holds to it itself, too. */
function safeLink(link: string | undefined): string | null {
  return link?.startsWith("https://") ? link : null;
}

const ERROR_WORDS: Readonly<Record<string, string>> = {
  "#REF!": "Reference does not exist, or the result would overwrite cells that have something in them.",
  "#ERROR!": "Formula parse error, or the function stopped with an error.",
  "#NAME?": "Unknown function or named range.",
  "#VALUE!": "A value is of the wrong kind for this formula.",
  "#DIV/0!": "Division by zero.",
  "#N/A": "The value was not found.",
  "#NUM!": "The number is out of range.",
  "#NULL!": "The ranges do not meet.",
};

function errorWords(text: string): string {
  return ERROR_WORDS[text] ?? "The formula gives an error.";
}

/** Puts a text into a cell as it will probably stand there once the host has read it. */
export function putText(row: Row, column: number, text: string): void {
  const { window } = row;
  const kind = text === "" ? " " : /^-?\d[\d,]*(\.\d+)?$/.test(text) ? "n" : "t";
  const texts = [...window.texts];
  while (texts.length < column) texts.push("");
  texts[column] = text;
  const kinds = window.kinds.padEnd(column + 1).split("");
  kinds[column] = kind;
  const { [column]: _, ...edits } = window.edits ?? {};
  row.window = { ...window, texts, kinds: kinds.join(""), edits };
  row.reach = null;
}

/** Whether a cell's text may run over into empty neighbours. */
function runsOver(row: Row, column: number): boolean {
  const look = lookAt(row, column);
  if (kindAt(row, column) !== "text" || look.wrap !== undefined || look.dropdown) return false;
  return look.align === undefined || look.align === "left";
}

function free(row: Row, column: number): boolean {
  return textAt(row, column) === "" && lookAt(row, column).dropdown === undefined;
}

/**
 * How far the texts of a row run over.
 *
 * @param next the column to the right that shows; null beyond the last
 * @param measured pixels a text takes in a look
 */
export function reachOf(
  row: Row,
  next: (column: number) => number | null,
  width: (column: number) => number,
  measured: (text: string, look: Look) => number,
): ReadonlyMap<number, number> {
  if (row.reach) return row.reach;
  const reach = new Map<number, number>();
  for (let column = 0; column < row.window.texts.length; column++) {
    if (!runsOver(row, column)) continue;
    let room = width(column) - 6;
    let over = next(column);
    if (over === null || !free(row, over)) continue;
    const needed = measured(textAt(row, column), lookAt(row, column));
    let last = column;
    while (needed > room && over !== null && free(row, over)) {
      last = over;
      room += width(over);
      over = next(over);
    }
    if (last !== column) reach.set(column, last);
  }
  row.reach = reach;
  return reach;
}
