/**
 * Numbers as nearly all cells print them, read off their digits without cutting the cell out: `-12`, `1234.56`.
 * Anything else is left to src/values/numerals.ts, which reads these the same.
 */

const [ZERO, NINE, MINUS, DOT] = [48, 57, 45, 46];

/** A whole number of at most 15 digits; null when the text from `from` to `to` is anything else. */
export function plainWhole(text: string, from: number, to: number): number | null {
  const minus = text.charCodeAt(from) === MINUS;
  const digits = digitsOf(text, minus ? from + 1 : from, to, 15);
  return digits === null ? null : signed(digits, minus);
}

/** A number of at most 12 digits, a point and one or two digits more; null when it is anything else. */
export function plainDecimal(text: string, from: number, to: number): number | null {
  const places = text.charCodeAt(to - 3) === DOT ? 2 : text.charCodeAt(to - 2) === DOT ? 1 : 0;
  if (places === 0) return null;
  const minus = text.charCodeAt(from) === MINUS;
  const whole = digitsOf(text, minus ? from + 1 : from, to - places - 1, 12);
  const fraction = digitsOf(text, to - places, to, 2);
  if (whole === null || fraction === null) return null;
  // Both are exact, so their quotient is the number nearest to what is printed.
  const scale = places === 2 ? 100 : 10;
  return signed((whole * scale + fraction) / scale, minus);
}

/** The number its digits print, at least one and at most so many; null when one of them is none. */
export function digitsOf(text: string, from: number, to: number, most: number): number | null {
  if (to <= from || to - from > most) return null;
  let value = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return null;
    value = value * 10 + (code - ZERO);
  }
  return value;
}

/** Never -0. */
function signed(value: number, minus: boolean): number {
  return minus && value !== 0 ? -value : value;
}
