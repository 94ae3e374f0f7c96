/**
 * Money: whole minor units (cents, pence, yen) and a currency. Two currencies are never added.
 */

export type Currency = string & { readonly __unit: "Currency" };

export interface Money {
  /** Minor units, signed: 1230 with USD is $12.30, 1230 with JPY is 1,230 yen. */
  readonly minor: number;
  readonly currency: Currency;
}

/** ISO 4217 minor digits where they are not 2. */
const MINOR_DIGITS: Record<string, number> = { JPY: 0, KRW: 0, CLP: 0, VND: 0 };

/** An ISO 4217 code in capitals; null when the text has not that form. */
export function currencyOf(text: string): Currency | null {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) ? (code as Currency) : null;
}

/** A currency code the program itself wrote; throws on anything else. */
export function currency(code: string): Currency {
  const found = currencyOf(code);
  if (found === null) throw new RangeError(`Not a currency code: ${code}`);
  return found;
}

/** How many digits follow the decimal point in this currency. */
export function minorDigits(of: Currency): number {
  return MINOR_DIGITS[of] ?? 2;
}

export function money(minor: number, of: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Money is whole minor units, not ${minor}`);
  // -0 would print as "-0.00" and break comparisons.
  return { minor: minor === 0 ? 0 : minor, currency: of };
}

/** Money from a printed amount in currency units (12.3 → $12.30), rounded half away from zero. */
export function moneyOf(amount: number, of: Currency): Money {
  const scaled = Math.abs(amount) * 10 ** minorDigits(of);
  const minor = Math.round(scaled + scaled * Number.EPSILON * 2);
  return money(amount < 0 ? -minor : minor, of);
}

/** The amount in currency units, as a number for a sheet cell. */
export function amountOf(value: Money): number {
  return value.minor / 10 ** minorDigits(value.currency);
}

/** The amount as a decimal string without the currency: "12.30", "-0.05", "1230" for yen. */
export function formatAmount(value: Money): string {
  const digits = minorDigits(value.currency);
  const minus = value.minor < 0 ? "-" : "";
  const all = String(Math.abs(value.minor)).padStart(digits + 1, "0");
  return digits === 0 ? minus + all : `${minus}${all.slice(0, -digits)}.${all.slice(-digits)}`;
}

/** "12.30 USD". */
export function formatMoney(value: Money): string {
  return `${formatAmount(value)} ${value.currency}`;
}

export function addMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor + b.minor, a.currency);
}

export function subtractMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.minor - b.minor, a.currency);
}

export function timesMoney(value: Money, units: number): Money {
  return money(Math.round(value.minor * units), value.currency);
}

export function smallerMoney(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return a.minor <= b.minor ? a : b;
}

function sameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`Cannot mix ${a.currency} and ${b.currency}`);
}
