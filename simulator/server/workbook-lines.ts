/** The lines of a workbook's file: each begins with the CRC-32 of its text, so that one cut off by a crash is recognised. */

import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { everything } from "../services/changes.ts";
import { applyChange } from "../services/replay.ts";
import type { Workbook } from "../services/workbook.ts";

/** What is kept beside the workbook itself. */
export interface KeptAside {
  /** Whether the add-on is enabled in the document. */
  readonly enabled: boolean;
}

/** The folder cannot be used; the message says why, and what to do. */
export class UnusableFolder extends Error {}

const FORMAT = "local sheets 1";
/** Bytes written at once while a snapshot is made. */
const PORTION = 1 << 20;

export function lineOf(value: unknown): string {
  const text = JSON.stringify(value);
  return `${sumOf(text)} ${text}\n`;
}

function sumOf(text: string): string {
  return crc32(text).toString(16).padStart(8, "0");
}

/** The whole lines of a file; `end` is the byte after the last, `damaged` whether more than a cut-off line follows. */
export function linesOf(bytes: Buffer): { lines: string[]; end: number; damaged: boolean } {
  const lines: string[] = [];
  let start = 0;
  for (;;) {
    const end = bytes.indexOf("\n", start);
    if (end < 0) return { lines, end: start, damaged: false };
    const line = bytes.toString("utf8", start, end);
    const text = line.slice(9);
    if (line[8] !== " " || line.slice(0, 8) !== sumOf(text)) {
      return { lines, end: start, damaged: end + 1 < bytes.length };
    }
    lines.push(text);
    start = end + 1;
  }
}

/** Gives the bytes written. */
export function writeSnapshot(path: string, workbook: Workbook, aside: KeptAside): number {
  const file = openSync(path, "w");
  try {
    let bytes = 0;
    let portion: string[] = [];
    let length = 0;
    const put = (value: unknown) => {
      const line = lineOf(value);
      portion.push(line);
      length += line.length;
      if (length < PORTION) return;
      bytes += writeWhole(file, portion.join(""));
      portion = [];
      length = 0;
    };
    put({ format: FORMAT, aside });
    for (const change of everything(workbook)) put(change);
    put({ end: true });
    bytes += writeWhole(file, portion.join(""));
    fsyncSync(file);
    return bytes;
  } finally {
    closeSync(file);
  }
}

function writeWhole(file: number, text: string): number {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  return bytes.length;
}

export function readSnapshot(workbook: Workbook, bytes: Buffer, path: string): KeptAside {
  const { lines, end } = linesOf(bytes);
  const head = JSON.parse(lines[0] ?? "{}") as { format?: string; aside?: KeptAside };
  const last = JSON.parse(lines.at(-1) ?? "{}") as { end?: boolean };
  if (head.format !== FORMAT || !head.aside || last.end !== true || end !== bytes.length) {
    throw new UnusableFolder(
      `${path} is damaged or not a workbook of this local Sheets. Move it elsewhere to begin with a new workbook.`,
    );
  }
  workbook.dropSheets();
  for (const line of lines.slice(1, -1)) applyChange(workbook, JSON.parse(line));
  return head.aside;
}
