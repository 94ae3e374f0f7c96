/**
 * Number formats: which of them are dates, and how a value is shown (getDisplayValue).
 * https://developers.google.com/workspace/sheets/api/guides/formats
 */

import { type Locale, localeOf } from "./locales.ts";
import { wallOfSerial } from "./zones.ts";

const TEXT_FORMAT = "@";

interface Pattern {
  readonly sections: readonly string[];
  readonly isDate: boolean;
}

const PATTERNS = new Map<string, Pattern>();

function patternOf(format: string): Pattern {
  let known = PATTERNS.get(format);
  if (!known) {
    const bare = format.replace(/"[^"]*"|\\.|\[(?:[A-Za-z]+\d*|[<>=][^\]]*|\$[^\]]*)\]/g, (part) =>
      /^\[(?:h+|m+|s+)\]$/i.test(part) ? part : "",
    );
    known = {
      sections: splitSections(format),
      isDate:
        /[ymdhs]/i.test(bare) &&
        !/[0#?]/.test(bare.replace(/s\.0+/i, "s")) &&
        !/^general$/i.test(format.trim()),
    };
    PATTERNS.set(format, known);
  }
  return known;
}

function splitSections(format: string): string[] {
  return format.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [""];
}

/** True for the format of a cell nobody gave one. */
export function isAutomaticFormat(format: string): boolean {
  return /^general$/i.test(format.trim());
}

/** True when `getValue` gives a Date for a number so formatted. */
export function isDateFormat(format: string): boolean {
  return patternOf(format).isDate;
}

export function isTextFormat(format: string): boolean {
  return format === TEXT_FORMAT;
}

const EN_US = localeOf("en_US");

/** What a cell shows in a spreadsheet of the locale. */
export function displayOf(
  value: string | number | boolean | null,
  format: string,
  locale: Locale = EN_US,
): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const pattern = patternOf(format);
  if (typeof value === "string") {
    const section = pattern.sections[3];
    return section?.includes("@") ? literal(section).replace("@", value) : value;
  }
  if (isTextFormat(format) || isAutomaticFormat(format)) return general(value).replace(".", locale.decimal);
  if (pattern.isDate) return shownDate(value, pattern.sections[0] ?? format, locale);
  return shownNumber(value, pattern.sections, locale);
}

function general(value: number): string {
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e15 || magnitude < 1e-9)) {
    const [mantissa = "0", exponent = "0"] = value.toExponential(5).split("e");
    const power = Number(exponent);
    return `${String(Number(mantissa))}E${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return String(Number(value.toPrecision(15)));
}

function literal(section: string): string {
  return section
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, "$1")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/"([^"]*)"/g, "$1")
    .replace(/\\(.)/g, "$1")
    .replace(/_./g, " ")
    .replace(/\*./g, "");
}

function shownNumber(value: number, sections: readonly string[], locale: Locale): string {
  const negative = value < 0;
  let section = sections[0] ?? "";
  let magnitude = value;
  if (negative && sections.length > 1) {
    section = sections[1] ?? "";
    magnitude = -value;
  } else if (value === 0 && sections.length > 2) section = sections[2] ?? "";
  const marked = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, (part) => "\u0000".repeat(part.length));
  const digits = /[0#?][0#?,.]*(?:E[+-]0+)?/.exec(marked);
  if (!digits) return literal(section);
  const percent = marked.includes("%");
  const shown = digitsOf(percent ? magnitude * 100 : magnitude, digits[0], locale);
  const before = literal(section.slice(0, digits.index));
  const after = literal(section.slice(digits.index + digits[0].length));
  return shown.startsWith("-") ? `-${before}${shown.slice(1)}${after}` : `${before}${shown}${after}`;
}

function digitsOf(value: number, pattern: string, locale: Locale): string {
  const scientific = /^([^E]*)E([+-])(0+)$/.exec(pattern);
  if (scientific) {
    const decimals = scientific[1]?.split(".")[1]?.length ?? 0;
    const [mantissa = "0", exponent = "0"] = value.toExponential(decimals).split("e");
    const power = Number(exponent);
    const sign = power < 0 ? "-" : scientific[2] === "+" ? "+" : "";
    return `${mantissa.replace(".", locale.decimal)}E${sign}${String(Math.abs(power)).padStart(scientific[3]?.length ?? 2, "0")}`;
  }
  const [whole = "", fraction = ""] = pattern.split(".");
  const most = fraction.replace(/[^0#?]/g, "").length;
  const least = fraction.replace(/[^0]/g, "").length;
  let text = roundedHalfUp(Math.abs(value), most);
  let [integer = "0", decimals = ""] = text.split(".");
  while (decimals.length > least && decimals.endsWith("0")) decimals = decimals.slice(0, -1);
  const width = whole.replace(/[^0]/g, "").length;
  integer = width === 0 && integer === "0" ? "" : integer.padStart(width, "0");
  if (whole.includes(",")) integer = integer.replace(/\B(?=(\d{3})+$)/g, locale.group);
  text = decimals === "" ? integer : `${integer}${locale.decimal}${decimals}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** Sheets rounds halves away from zero on the decimal reading of the number: 1.005 shows as 1.01 at two places. */
function roundedHalfUp(value: number, decimals: number): string {
  const exact = Number(`${Number(value.toPrecision(15))}e${decimals}`);
  const scaled = Number.isNaN(exact) ? value * 10 ** decimals : exact;
  return (Math.round(scaled) / 10 ** decimals).toFixed(decimals);
}

const DATE_TOKEN = /"[^"]*"|\\.|\[\$[^\]]*\]|y+|m+|d+|h+|s+(?:\.0+)?|\[h+\]|am\/pm|a\/p|[\s\S]/gi;

function shownDate(serial: number, section: string, locale: Locale): string {
  const wall = new Date(wallOfSerial(serial));
  const tokens = section.match(DATE_TOKEN) ?? [];
  const half = tokens.some((token) => /^(am\/pm|a\/p)$/i.test(token));
  let afterHour = false;
  const shown: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const kind = token[0]?.toLowerCase() ?? "";
    const minutes = kind === "m" && (afterHour || nextField(tokens, index) === "s");
    shown.push(dateToken(token, wall, half, minutes, serial, locale));
    if (/^(h|\[h)/i.test(token)) afterHour = true;
    else if (/^[ymds]/i.test(token)) afterHour = false;
  }
  return shown.join("");
}

function nextField(tokens: readonly string[], index: number): string {
  return (
    tokens
      .slice(index + 1)
      .find((token) => /^[ymdhs]/i.test(token))?.[0]
      ?.toLowerCase() ?? ""
  );
}

function dateToken(
  token: string,
  wall: Date,
  half: boolean,
  minutes: boolean,
  serial: number,
  locale: Locale,
): string {
  const n = token.length;
  const two = (value: number) => String(value).padStart(Math.min(n, 2), "0");
  if (/^(am\/pm|a\/p)$/i.test(token)) return wall.getUTCHours() < 12 ? "AM" : "PM";
  if (/^\[h+\]$/i.test(token)) return String(Math.floor(serial * 24 + 1e-9));
  switch (token[0]?.toLowerCase()) {
    case "y":
      return n <= 2 ? String(wall.getUTCFullYear() % 100).padStart(2, "0") : String(wall.getUTCFullYear());
    case "m": {
      if (minutes) return two(wall.getUTCMinutes());
      if (n <= 2) return two(wall.getUTCMonth() + 1);
      return (n === 3 ? locale.shortMonthNames : locale.monthNames)[wall.getUTCMonth()] ?? "";
    }
    case "d": {
      if (n <= 2) return two(wall.getUTCDate());
      return (n === 3 ? locale.shortDayNames : locale.dayNames)[wall.getUTCDay()] ?? "";
    }
    case "h":
      return two(half ? wall.getUTCHours() % 12 || 12 : wall.getUTCHours());
    case "s": {
      const [whole = "s", fraction] = token.split(".");
      const seconds = String(wall.getUTCSeconds()).padStart(Math.min(whole.length, 2), "0");
      if (!fraction) return seconds;
      return `${seconds}.${String(wall.getUTCMilliseconds()).padStart(3, "0").slice(0, fraction.length)}`;
    }
    default:
      return literal(token);
  }
}
