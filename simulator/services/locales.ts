/**
 * How a spreadsheet's locale writes numbers and dates. Google says only that the locale decides (File > Settings,
 * https://support.google.com/docs/answer/58515); the ways themselves are those of the Unicode CLDR, from Node's Intl.
 */

export interface Locale {
  readonly decimal: string;
  readonly group: string;
  /** Whether the month comes before the day, and the year before both. */
  readonly monthFirst: boolean;
  readonly yearFirst: boolean;
  /** Between the numbers of a date. */
  readonly dateSeparator: string;
  /** The format a date takes on in a cell nobody gave one. */
  readonly dateFormat: string;
  /** Names of months, in lower case and without points, to 1–12; English ones are known everywhere. */
  readonly monthNumbers: ReadonlyMap<string, number>;
  readonly monthNames: readonly string[];
  readonly shortMonthNames: readonly string[];
  readonly dayNames: readonly string[];
  readonly shortDayNames: readonly string[];
  readonly currency: { readonly symbol: string; readonly before: boolean };
}

/** The currency of the countries Amazon has marketplaces in; elsewhere the dollar stands in. */
const CURRENCIES: Readonly<Record<string, string>> = {
  US: "USD",
  CA: "CAD",
  MX: "MXN",
  BR: "BRL",
  GB: "GBP",
  JP: "JPY",
  AU: "AUD",
  SG: "SGD",
  IN: "INR",
  AE: "AED",
  SA: "SAR",
  EG: "EGP",
  TR: "TRY",
  PL: "PLN",
  SE: "SEK",
  ZA: "ZAR",
  ...Object.fromEntries(["DE", "FR", "IT", "ES", "NL", "BE", "IE", "AT"].map((place) => [place, "EUR"])),
};

const KNOWN = new Map<string, Locale>();

/** @param code as Google writes it: `en_US`, `de_DE`, `fr`; one that nobody knows is read as `en_US` */
export function localeOf(code: string): Locale {
  let known = KNOWN.get(code);
  if (!known) {
    known = made(tagOf(code));
    KNOWN.set(code, known);
  }
  return known;
}

function tagOf(code: string): string {
  const tag = code.replaceAll("_", "-");
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}

function made(tag: string): Locale {
  const numbers = new Intl.NumberFormat(tag, { numberingSystem: "latn" }).formatToParts(1_234_567.5);
  const part = (type: string) => numbers.find((one) => one.type === type)?.value;
  const date = new Intl.DateTimeFormat(tag, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    calendar: "gregory",
    numberingSystem: "latn",
  }).formatToParts(Date.UTC(2026, 0, 15));
  const order = date.map(({ type }) => type);
  const dateSeparator = /[./-]/.exec(date.find(({ type }) => type === "literal")?.value ?? "")?.[0] ?? "/";
  const monthFirst = order.indexOf("month") < order.indexOf("day");
  const yearFirst = order.indexOf("year") < order.indexOf("day");
  const names = { monthNames: months(tag, "long"), shortMonthNames: months(tag, "short") };
  return {
    decimal: part("decimal") ?? ".",
    group: part("group") ?? ",",
    monthFirst,
    yearFirst,
    dateSeparator,
    dateFormat: dateFormat(tag, monthFirst, yearFirst, dateSeparator),
    monthNumbers: monthNumbers([months("en", "long"), ...Object.values(names), months("en", "short")]),
    ...names,
    dayNames: days(tag, "long"),
    shortDayNames: days(tag, "short"),
    currency: currency(tag),
  };
}

function dateFormat(tag: string, monthFirst: boolean, yearFirst: boolean, separator: string): string {
  if (tag === "en-US" || tag === "en") return "M/d/yyyy";
  const parts = yearFirst ? ["yyyy", "MM", "dd"] : monthFirst ? ["MM", "dd", "yyyy"] : ["dd", "MM", "yyyy"];
  return parts.join(separator);
}

function months(tag: string, month: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(tag, { month, timeZone: "UTC", calendar: "gregory" });
  return Array.from({ length: 12 }, (_, i) => format.format(Date.UTC(2026, i, 1)));
}

/** Beginning with Sunday. */
function days(tag: string, weekday: "long" | "short"): string[] {
  const format = new Intl.DateTimeFormat(tag, { weekday, timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, i) => format.format(Date.UTC(2026, 0, 4 + i)));
}

function monthNumbers(lists: readonly (readonly string[])[]): Map<string, number> {
  const found = lists.flatMap((names) =>
    names.map((name, i) => [name.toLowerCase().replaceAll(".", ""), i + 1] as const),
  );
  return new Map([...found, ["sept", 9]]);
}

function currency(tag: string): { symbol: string; before: boolean } {
  const place = new Intl.Locale(tag).maximize().region ?? "US";
  const parts = new Intl.NumberFormat(tag, {
    style: "currency",
    currency: CURRENCIES[place] ?? "USD",
    currencyDisplay: "narrowSymbol",
  }).formatToParts(1);
  const at = parts.findIndex(({ type }) => type === "currency");
  return {
    // The wide yen sign of Japanese counts as the narrow one.
    symbol: (parts[at]?.value ?? "$").normalize("NFKC"),
    before: at < parts.findIndex(({ type }) => type === "integer"),
  };
}
