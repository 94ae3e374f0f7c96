/** How figures are written for people: in English, as the tabs do, whatever the browser speaks. */

/** `1234567` → `1,234,567`. */
export function count(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 file`, `1,200 files`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
};

/** A decimal string and its currency: `$1,234.50`, `1,234.50 CAD`; a dash when there is no amount. */
export function money(amount: string | null, currency: string | null): string {
  if (amount === null) return "–";
  const [whole = "0", part] = amount.replace(/^-/, "").split(".");
  const figure = count(Number(whole)) + (part === undefined ? "" : `.${part}`);
  const minus = amount.startsWith("-") ? "−" : "";
  const sign = SIGNS[currency ?? ""];
  return sign ? `${minus}${sign}${figure}` : `${minus}${figure} ${currency ?? ""}`.trim();
}

/** `2026-05-06` → `6 May 2026`; a dash when there is none. */
export function dayWords(day: string | null): string {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(day ?? "");
  if (!parts) return day ?? "–";
  return `${Number(parts[3])} ${MONTHS[Number(parts[2]) - 1] ?? ""} ${parts[1]}`;
}

/** A moment of the log, `2026-05-06 14:03:22` or with `T` and `Z`: `6 May 2026, 14:03`. */
export function momentWords(moment: string): string {
  const time = /^\d{4}-\d\d-\d\d[T ](\d\d:\d\d)/.exec(moment)?.[1];
  return time === undefined ? moment : `${dayWords(moment)}, ${time}${moment.endsWith("Z") ? " UTC" : ""}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** From the day to file by: `today`, `1 day left`, `over for 3 days`. */
export function daysLeftWords(days: number): string {
  if (days === 0) return "last day";
  return days > 0 ? `${counted(days, "day")} left` : `over for ${counted(-days, "day")}`;
}

/** A length of time: `a few seconds`, `about 40 s`, `about 3 min`, `about 1 h 20 min`. */
export function duration(seconds: number): string {
  if (seconds < 8) return "a few seconds";
  if (seconds < 50) return `about ${Math.ceil(seconds / 10) * 10} s`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `about ${minutes} min`;
  const rest = Math.round((minutes % 60) / 10) * 10;
  const hours = Math.floor(minutes / 60) + (rest === 60 ? 1 : 0);
  return rest === 0 || rest === 60 ? `about ${hours} h` : `about ${hours} h ${rest} min`;
}

/** Bytes as file managers show them: `4.2 MB`. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  for (const [limit, unit] of [
    [1e6, "KB"],
    [1e9, "MB"],
  ] as const) {
    if (bytes < limit) return `${tenths((bytes * 1000) / limit)} ${unit}`;
  }
  return `${tenths(bytes / 1e9)} GB`;
}

function tenths(n: number): string {
  return n < 10 ? String(Math.round(n * 10) / 10) : count(n);
}

/** `to file` → `To file`. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A cell may hold 50,000 characters; the sheet is the place to read them. */
const LONGEST = 1_000;

/** A text as it is shown: whole, unless it would fill the page. */
export function shown(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
