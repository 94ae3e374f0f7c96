/** How Amazon's files print cells: delimiters, quotes, dates, amounts, character sets. */

import { calendarOf, type Day, formatDay } from "../../src/values/day.ts";
import { clockChanges, hoursAheadOfUtc, type Place } from "../places.ts";

export interface SampleFile {
  /** Path below the output folder, with `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Cell = string | number;

/** Tab-separated without any quoting, as all of Amazon's tab files but the ledger are. */
export function tabbed(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  lineEnd = "\n",
): string {
  return [header, ...rows].map((row) => row.join("\t") + lineEnd).join("");
}

/** Comma-separated; quoted where needed. */
export function commas(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  lineEnd = "\r\n",
): string {
  return [header, ...rows].map((row) => row.map(quoteIfNeeded).join(",") + lineEnd).join("");
}

/** Every field in quotes, as the ledger in both its shapes and the payments CSV. */
export function quoted(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  delimiter: "," | "\t",
  lineEnd = "\n",
): string {
  return [header, ...rows].map((row) => row.map(quote).join(delimiter) + lineEnd).join("");
}

function quote(cell: Cell): string {
  return `"${String(cell).replaceAll('"', '""')}"`;
}

function quoteIfNeeded(cell: Cell): string {
  return /[",\r\n]/.test(String(cell)) ? quote(cell) : String(cell);
}

export function utf8(name: string, text: string, bom = false): SampleFile {
  return { name, bytes: new TextEncoder().encode(bom ? `\uFEFF${text}` : text) };
}

/** windows-1252: Latin-1, with the en dash among the codes Microsoft added. */
export function windows1252(name: string, text: string): SampleFile {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[i] = code === 0x2013 ? 0x96 : code;
    if (code > 255 && code !== 0x2013) throw new RangeError(`Not in windows-1252: ${text.charAt(i)}`);
  }
  return { name, bytes };
}

/** Minor units as Amazon prints them: `12.30`, or `12,30`. */
export function amount(minor: number, comma = false): string {
  const text = (minor / 100).toFixed(2);
  return comma ? text.replace(".", ",") : text;
}

/** `07/06/2026`: the ledger, in every market. */
export function monthDayYear(day: Day): string {
  const { year, month, day: d } = calendarOf(day);
  return `${two(month)}/${two(d)}/${year}`;
}

/** `14.03.2026`. */
function dotted(day: Day): string {
  const { year, month, day: d } = calendarOf(day);
  return `${two(d)}.${two(month)}.${year}`;
}

/** A settlement's posted-date. */
export function postedDay(place: Place, day: Day): string {
  return place.dottedDates ? dotted(day) : formatDay(day);
}

/** A settlement's date and time: `2026-03-14 08:49:04 UTC`, or with dots. */
export function postedMoment(place: Place, day: Day, second: number): string {
  return `${postedDay(place, day)} ${time(second)} UTC`;
}

/** `2026-03-14T08:49:04+00:00` from a day and seconds in UTC. */
export function isoUtc(day: Day, second: number): string {
  return `${formatDay(day)}T${time(second)}+00:00`;
}

/**
 * A date-time with offset from a local day and seconds since local midnight: half of them with the
 * local offset, half as UTC, where the printed day may be another one.
 */
export function isoLocal(place: Place, day: Day, second: number): string {
  const ahead = hoursAheadOfUtc(place, day);
  if (second % 2 === 0 && !clockChanges(place, day))
    return `${formatDay(day)}T${time(second)}${offset(ahead, ":")}`;
  const utc = second - ahead * 3600;
  const shift = Math.floor(utc / 86_400);
  return isoUtc((day + shift) as Day, utc - shift * 86_400);
}

/** The ledger's Date and Time: local midnight, the offset without a colon. */
export function ledgerMoment(place: Place, day: Day): string {
  return `${formatDay(day)}T00:00:00${offset(hoursAheadOfUtc(place, day), "")}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The payments CSV: `Jan 5, 2026 11:04:22 PM PST`, `5 Jan 2026 23:04:22 UTC`. From UTC seconds. */
export function spokenMoment(place: Place, day: Day, second: number): string {
  const us = place.code === "US";
  const ahead = us ? hoursAheadOfUtc(place, day) : 0;
  const local = second + ahead * 3600;
  const { year, month, day: d } = calendarOf(day);
  const hour = Math.floor(local / 3600);
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}:${time(local).slice(3)} ${hour < 12 ? "AM" : "PM"}`;
  const name = MONTHS[month - 1] ?? "";
  return us
    ? `${name} ${d}, ${year} ${clock} ${ahead === -7 ? "PDT" : "PST"}`
    : `${d} ${name} ${year} ${clock} UTC`;
}

function offset(hours: number, colon: string): string {
  return `${hours < 0 ? "-" : "+"}${two(Math.abs(hours))}${colon}00`;
}

function time(second: number): string {
  return `${two(Math.floor(second / 3600))}:${two(Math.floor((second % 3600) / 60))}:${two(second % 60)}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}
