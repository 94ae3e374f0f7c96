/**
 * A stable 64-bit content hash of text, for finding ids and row keys: the same on every machine,
 * independent of clock, order and locale. Not for secrets.
 */

const [SEED_A, SEED_B] = [0xdeadbeef, 0x41c6ce57];

/** 14 characters of base 36: both 32-bit lanes of cyrb53 (bryc, public domain). */
export function hashText(text: string): string {
  let [a, b] = [SEED_A, SEED_B];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return ended(a, b);
}

/**
 * Hashes parts so that ["ab","c"] and ["a","bc"] differ: as the text `2:ab|1:c`, a missing part as `~`. The text is
 * never made: a file of half a million rows has a million of them.
 */
export function hashParts(parts: readonly (string | number | null)[]): string {
  let [a, b] = [SEED_A, SEED_B];
  for (let p = 0; p < parts.length; p++) {
    const part = parts[p] as string | number | null;
    if (p > 0) {
      a = Math.imul(a ^ BAR, 2654435761);
      b = Math.imul(b ^ BAR, 1597334677);
    }
    const text = part === null ? "~" : String(part);
    const length = part === null ? "" : lengthBefore(text.length);
    for (let i = 0; i < length.length; i++) {
      const code = length.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
  }
  return ended(a, b);
}

const BAR = "|".charCodeAt(0);
const LENGTHS = Array.from({ length: 64 }, (_, length) => `${length}:`);
const lengthBefore = (length: number) => LENGTHS[length] ?? `${length}:`;

function ended(laneA: number, laneB: number): string {
  let [a, b] = [laneA, laneB];
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  writeDigits(b >>> 0, 0);
  writeDigits(a >>> 0, 7);
  return String.fromCharCode(...CODES);
}

/** The characters of the hash at hand: two texts put together would take twice the memory of one. */
const CODES: number[] = new Array(14).fill(0);
const DIGITS = Array.from("0123456789abcdefghijklmnopqrstuvwxyz", (digit) => digit.charCodeAt(0));

/** Seven digits of base 36, from `at` on. */
function writeDigits(lane: number, at: number): void {
  let rest = lane;
  for (let place = at + 6; place >= at; place--) {
    CODES[place] = DIGITS[rest % 36] as number;
    rest = Math.floor(rest / 36);
  }
}

/** Orders texts by their UTF-16 code units: the same everywhere, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
