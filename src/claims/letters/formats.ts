/** Days and money as each language writes them: small tables of our own, since `src` knows no locale. */

import { calendarOf, type Day } from "../../values/day.ts";
import { formatAmount, type Money } from "../../values/money.ts";
import type { Language } from "./languages.ts";

interface Format {
  /** A day, with `{y} {m} {d}` as plain numbers, `{mm} {dd}` on two digits, `{month}` by its name. */
  readonly day: string;
  readonly thousands: string;
  readonly point: string;
  /** Where the currency's sign or code stands. */
  readonly currency: "before" | "after";
  /** Signs this language uses without doubt; other currencies show their code. */
  readonly signs: Readonly<Record<string, string>>;
}

/** The month by name: 03/04/2026 is two days to English readers on two continents. */
const ENGLISH_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const FORMATS: Readonly<Record<Language, Format>> = {
  en: {
    day: "{d} {month} {y}",
    thousands: ",",
    point: ".",
    currency: "before",
    signs: { USD: "$", GBP: "£", EUR: "€" },
  },
  de: { day: "{dd}.{mm}.{y}", thousands: ".", point: ",", currency: "after", signs: { EUR: "€" } },
  fr: { day: "{dd}/{mm}/{y}", thousands: "\u00a0", point: ",", currency: "after", signs: { EUR: "€" } },
  it: { day: "{dd}/{mm}/{y}", thousands: ".", point: ",", currency: "after", signs: { EUR: "€" } },
  es: { day: "{dd}/{mm}/{y}", thousands: ".", point: ",", currency: "after", signs: { EUR: "€" } },
  ja: { day: "{y}年{m}月{d}日", thousands: ",", point: ".", currency: "after", signs: { JPY: "円" } },
};

/** `12 Mar 2026`, `12.03.2026`, `12/03/2026`, `2026年3月12日`. */
export function dayInWords(on: Day, language: Language): string {
  const { year, month, day } = calendarOf(on);
  const values: Record<string, string> = {
    y: String(year),
    m: String(month),
    mm: String(month).padStart(2, "0"),
    month: ENGLISH_MONTHS[month - 1] ?? "",
    d: String(day),
    dd: String(day).padStart(2, "0"),
  };
  return FORMATS[language].day.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
}

/** `$1,234.56`, `CAD 1,234.56`, `1.234,56 €`, `1.234,56 PLN`, `1,234円`. */
export function moneyInWords(money: Money, language: Language): string {
  const { thousands, point, currency, signs } = FORMATS[language];
  const [whole = "", fraction] = formatAmount(money).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  const number = fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
  const sign = signs[money.currency];
  if (currency === "before") return sign === undefined ? `${money.currency} ${number}` : `${sign}${number}`;
  return sign === "円" ? `${number}${sign}` : `${number} ${sign ?? money.currency}`;
}
