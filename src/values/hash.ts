/**
 * A stable 64-bit content hash of text, for finding ids and row keys: the same on every machine,
 * independent of clock, order and locale. Not for secrets.
 */

/** 14 characters of base 36: both 32-bit lanes of cyrb53 (bryc, public domain). */
export function hashText(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b >>> 0).toString(36).padStart(7, "0") + (a >>> 0).toString(36).padStart(7, "0");
}

/** Hashes parts so that ["ab","c"] and ["a","bc"] differ. */
export function hashParts(parts: readonly (string | number | null)[]): string {
  return hashText(parts.map((p) => (p === null ? "~" : `${String(p).length}:${p}`)).join("|"));
}

/** Orders texts by their UTF-16 code units: the same everywhere, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
