/**
 * What a sheet in the locale en_US makes of a text that is typed in or written by `setValue(s)`.
 *
 * Google: "If a value begins with =, it's interpreted as a formula" (Range.setValues); otherwise a text is read as a
 * number, a percentage, an amount, a date, a time or TRUE/FALSE wherever it looks like one.
 */

import { serialOfWall } from "./zones.ts";

export type Typed =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `format` is what a cell with the automatic format takes on; null keeps it automatic. */
  | { readonly kind: "number"; readonly value: number; readonly format: string | null };

/** Reads a text as typing would. `year` completes dates without one (`1-2`): the current year. */
export function typed(text: string, year: number): Typed {
  if (text.startsWith("'")) return { kind: "text", value: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", formula: text };
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 40) return formulaBySign(text) ?? { kind: "text", value: text };
  if (/^true$/i.test(trimmed)) return { kind: "boolean", value: true };
  if (/^false$/i.test(trimmed)) return { kind: "boolean", value: false };
  const number = typedNumber(trimmed) ?? typedDate(trimmed, year);
  if (number) return { kind: "number", ...number };
  return formulaBySign(text) ?? { kind: "text", value: text };
}

/** `+A1` and `-x` are taken as formulas in the editor. */
function formulaBySign(text: string): Typed | null {
  return /^[+-][^\s+-]/.test(text) && text.length > 1 ? { kind: "formula", formula: `=${text}` } : null;
}

interface TypedNumber {
  readonly value: number;
  readonly format: string | null;
}

const PLAIN_NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?$/;
const SCIENTIFIC = /^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d{1,3}$/;

function typedNumber(text: string): TypedNumber | null {
  if (SCIENTIFIC.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? { value, format: "0.00E+00" } : null;
  }
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) {
    const inner = unsigned(bracketed[1] ?? "");
    return inner ? { ...inner, value: -inner.value } : null;
  }
  const sign = /^[+-]/.exec(text)?.[0];
  const inner = unsigned(sign ? text.slice(1).trim() : text);
  return inner && sign === "-" ? { ...inner, value: inner.value === 0 ? 0 : -inner.value } : inner;
}

/** A number without sign, with `$` in front or `%` behind if any. */
function unsigned(text: string): TypedNumber | null {
  const amount = /^\$\s*(-?)(.+)$/.exec(text);
  if (amount) {
    const value = plain(amount[2] ?? "");
    if (value === null) return null;
    return {
      value: amount[1] ? -value : value,
      format: Number.isInteger(value) ? '"$"#,##0' : '"$"#,##0.00',
    };
  }
  const percent = /^(.+?)\s*%$/.exec(text);
  if (percent) {
    const value = plain(percent[1] ?? "");
    if (value === null) return null;
    return { value: value / 100, format: Number.isInteger(value) ? "0%" : "0.00%" };
  }
  const value = plain(text);
  return value === null ? null : { value, format: text.includes(",") ? "#,##0" : null };
}

function plain(text: string): number | null {
  if (!/\d/.test(text) || /^[+-]/.test(text) || !PLAIN_NUMBER.test(text)) return null;
  const value = Number(text.replaceAll(",", ""));
  return Number.isFinite(value) ? value : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?`;
const TIME_ALONE = new RegExp(`^${TIME}$`);
const DATE_AND_TIME = new RegExp(`^(.+?)(?:\\s+|,\\s*)${TIME}$`);

function typedDate(text: string, year: number): TypedNumber | null {
  const alone = TIME_ALONE.exec(text);
  if (alone) {
    const seconds = secondsOf(alone.slice(1));
    return seconds === null ? null : { value: seconds / 86400, format: timeFormat(alone.slice(1)) };
  }
  const both = DATE_AND_TIME.exec(text);
  const date = typedDay(both ? (both[1] ?? "") : text, year);
  if (!date) return null;
  if (!both) return date;
  const seconds = secondsOf(both.slice(2));
  if (seconds === null) return null;
  return { value: date.value + seconds / 86400, format: `${date.format} h:mm:ss` };
}

function secondsOf(parts: readonly (string | undefined)[]): number | null {
  const [hours, minutes, seconds, fraction, half] = parts;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  }
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return null;
  return hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) + Number(`0.${fraction ?? 0}`);
}

function timeFormat(parts: readonly (string | undefined)[]): string {
  return parts[4] ? (parts[2] ? "h:mm:ss am/pm" : "h:mm am/pm") : parts[2] ? "h:mm:ss" : "h:mm";
}

/** The ways a day can be written, each with the format the cell takes on. */
function typedDay(text: string, thisYear: number): TypedNumber | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return dated(iso[1], iso[3], iso[4], `yyyy${iso[2]}mm${iso[2]}dd`);
  const month = /^(?:(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4}))$/.exec(text);
  if (month) return dated(month[1] ?? month[4], month[2] ?? month[3], "1", month[1] ? "yyyy-mm" : "m/yyyy");
  const numeric = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (numeric) {
    const [, month, separator, day, year] = numeric;
    const pattern = year ? `m${separator}d${separator}yyyy` : `m${separator}d`;
    return dated(year ?? String(thisYear), month, day, pattern);
  }
  const monthFirst = /^([A-Za-z]{3,9})\.?[\s-]+(\d{1,2})(?:(?:,\s*|\s+|-)(\d{4}|\d{2}))?$/.exec(text);
  if (monthFirst)
    return dated(monthFirst[3] ?? String(thisYear), monthOf(monthFirst[1]), monthFirst[2], "mmm d, yyyy");
  const dayFirst = /^(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?(?:[\s,-]+(\d{4}|\d{2}))?$/.exec(text);
  if (dayFirst)
    return dated(dayFirst[3] ?? String(thisYear), monthOf(dayFirst[2]), dayFirst[1], "d-mmm-yyyy");
  return null;
}

const FULL_MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

function monthOf(name: string | undefined): string | undefined {
  const lower = name?.toLowerCase() ?? "";
  const full = FULL_MONTHS.indexOf(lower);
  const index = full >= 0 ? full : MONTHS.indexOf(lower === "sept" ? "sep" : lower);
  return index >= 0 ? String(index + 1) : undefined;
}

function dated(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  format: string,
): TypedNumber | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  const short = Number(year);
  // Two digits: 00-29 are 20xx, 30-99 are 19xx.
  const full = year.length === 2 ? (short < 30 ? 2000 + short : 1900 + short) : short;
  const date = new Date(0);
  date.setUTCFullYear(full, Number(month) - 1, Number(day));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return { value: serialOfWall(date.getTime()), format };
}
