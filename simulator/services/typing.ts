/**
 * What a sheet makes of a text that is typed in or written by `setValue(s)`, by its locale.
 *
 * Google: "If a value begins with =, it's interpreted as a formula" (Range.setValues); otherwise a text is read as a
 * number, a percentage, an amount, a date, a time or TRUE/FALSE wherever it looks like one.
 */

import type { Locale } from "./locales.ts";
import { serialOfWall } from "./zones.ts";

export type Typed =
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "formula"; readonly formula: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `format` is what a cell with the automatic format takes on; null keeps it automatic. */
  | { readonly kind: "number"; readonly value: number; readonly format: string | null };

/** Reads a text as typing would. `year` completes dates without one (`1-2`): the current year. */
export function typed(text: string, year: number, locale: Locale): Typed {
  if (text.startsWith("'")) return { kind: "text", value: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", formula: text };
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 40) return formulaBySign(text) ?? { kind: "text", value: text };
  if (/^true$/i.test(trimmed)) return { kind: "boolean", value: true };
  if (/^false$/i.test(trimmed)) return { kind: "boolean", value: false };
  const number = typedNumber(trimmed, locale) ?? typedDate(trimmed, year, locale);
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

interface Digits {
  readonly plain: RegExp;
  readonly scientific: RegExp;
  readonly groups: RegExp;
}

const DIGITS = new Map<Locale, Digits>();

/** A locale that parts thousands by a space takes any space. */
function digitsOf(locale: Locale): Digits {
  let known = DIGITS.get(locale);
  if (!known) {
    const group = /\s/.test(locale.group) ? "\\s" : `[${locale.group}]`;
    const decimal = `[${locale.decimal}]`;
    known = {
      plain: new RegExp(`^(?:\\d+|\\d{1,3}(?:${group}\\d{3})+)?(?:${decimal}\\d*)?$`),
      scientific: new RegExp(`^[+-]?(?:\\d+${decimal}?\\d*|${decimal}\\d+)[eE][+-]?\\d{1,3}$`),
      groups: new RegExp(group, "g"),
    };
    DIGITS.set(locale, known);
  }
  return known;
}

function typedNumber(text: string, locale: Locale): TypedNumber | null {
  if (digitsOf(locale).scientific.test(text)) {
    const value = Number(text.replace(locale.decimal, "."));
    return Number.isFinite(value) ? { value, format: "0.00E+00" } : null;
  }
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) {
    const inner = unsigned(bracketed[1] ?? "", locale);
    return inner ? { ...inner, value: -inner.value } : null;
  }
  const sign = /^[+-]/.exec(text)?.[0];
  const inner = unsigned(sign ? text.slice(1).trim() : text, locale);
  return inner && sign === "-" ? { ...inner, value: inner.value === 0 ? 0 : -inner.value } : inner;
}

/** A number without sign, with the locale's currency or `%` beside it if any. */
function unsigned(text: string, locale: Locale): TypedNumber | null {
  const amount = withoutCurrency(text, locale);
  if (amount !== null) {
    const value = plain(amount.replace(/^-/, ""), locale);
    if (value === null) return null;
    return {
      value: amount.startsWith("-") ? -value : value,
      format: amountFormat(Number.isInteger(value), locale),
    };
  }
  const percent = /^(.+?)\s*%$/.exec(text);
  if (percent) {
    const value = plain(percent[1] ?? "", locale);
    if (value === null) return null;
    return { value: value / 100, format: Number.isInteger(value) ? "0%" : "0.00%" };
  }
  const value = plain(text, locale);
  return value === null ? null : { value, format: digitsOf(locale).groups.exec(text) ? "#,##0" : null };
}

/** What is left of an amount without its currency, which stands before or behind; null without one. */
function withoutCurrency(typed: string, { currency: { symbol } }: Locale): string | null {
  const text = typed.normalize("NFKC");
  if (text.startsWith(symbol)) return text.slice(symbol.length).trimStart();
  return text.endsWith(symbol) ? text.slice(0, -symbol.length).trimEnd() : null;
}

function amountFormat(whole: boolean, { currency: { symbol, before } }: Locale): string {
  const number = whole ? "#,##0" : "#,##0.00";
  return before ? `"${symbol}"${number}` : `${number} "${symbol}"`;
}

function plain(text: string, locale: Locale): number | null {
  const digits = digitsOf(locale);
  if (!/\d/.test(text) || !digits.plain.test(text)) return null;
  const value = Number(text.replace(digits.groups, "").replace(locale.decimal, "."));
  return Number.isFinite(value) ? value : null;
}

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?`;
const TIME_ALONE = new RegExp(`^${TIME}$`);
const DATE_AND_TIME = new RegExp(`^(.+?)(?:\\s+|,\\s*)${TIME}$`);

function typedDate(text: string, year: number, locale: Locale): TypedNumber | null {
  const alone = TIME_ALONE.exec(text);
  if (alone) {
    const seconds = secondsOf(alone.slice(1));
    return seconds === null ? null : { value: seconds / 86400, format: timeFormat(alone.slice(1)) };
  }
  const both = DATE_AND_TIME.exec(text);
  const date = typedDay(both ? (both[1] ?? "") : text, year, locale);
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
function typedDay(text: string, thisYear: number, locale: Locale): TypedNumber | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return dated(iso[1], iso[3], iso[4], `yyyy${iso[2]}mm${iso[2]}dd`);
  const month = /^(?:(\d{4})[-/](\d{1,2})|(\d{1,2})[-/](\d{4}))$/.exec(text);
  if (month) return dated(month[1] ?? month[4], month[2] ?? month[3], "1", month[1] ? "yyyy-mm" : "m/yyyy");
  const short = locale.yearFirst ? /^(\d{2})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text) : null;
  if (short) return dated(short[1], short[3], short[4], `yyyy${short[2]}mm${short[2]}dd`);
  const numeric = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (numeric) return typedInNumbers(numeric, thisYear, locale);
  const monthFirst = /^(\p{L}{3,12})\.?[\s-]+(\d{1,2})(?:(?:,\s*|\s+|-)(\d{4}|\d{2}))?$/u.exec(text);
  if (monthFirst) {
    const number = monthOf(monthFirst[1], locale);
    return dated(monthFirst[3] ?? String(thisYear), number, monthFirst[2], "mmm d, yyyy");
  }
  const dayFirst = /^(\d{1,2})(\.?)[\s-]+(\p{L}{3,12})\.?(?:[\s,-]+(\d{4}|\d{2}))?$/u.exec(text);
  if (!dayFirst || (dayFirst[2] !== "" && locale.dateSeparator !== ".")) return null;
  const number = monthOf(dayFirst[3], locale);
  return dated(dayFirst[4] ?? String(thisYear), number, dayFirst[1], "d-mmm-yyyy");
}

/** `5/6/2024` in the locale's order. Points part the numbers of a date only where the locale writes them so. */
function typedInNumbers(parts: RegExpExecArray, thisYear: number, locale: Locale): TypedNumber | null {
  const [, one, separator = "", two, three] = parts;
  if (separator === "." && locale.dateSeparator !== ".") return null;
  const [month, day] = locale.monthFirst ? [one, two] : [two, one];
  const [first, second] = locale.monthFirst ? ["m", "d"] : ["d", "m"];
  const pattern = `${first}${separator}${second}${three ? `${separator}yyyy` : ""}`;
  return dated(three ?? String(thisYear), month, day, pattern);
}

function monthOf(name: string | undefined, locale: Locale): string | undefined {
  const number = locale.monthNumbers.get(name?.toLowerCase() ?? "");
  return number === undefined ? undefined : String(number);
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
