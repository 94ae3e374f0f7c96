/**
 * The sample seller's luck: a small seeded random generator, so that one seed always gives the same files.
 */

import { hashText } from "../src/values/hash.ts";

export class Dice {
  private state: number;

  constructor(seed: string) {
    this.state = Number.parseInt(hashText(seed).slice(0, 6), 36) | 0;
  }

  /** A number from 0 up to, not including, 1 (mulberry32, public domain, Tommy Ettinger). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const item = list[this.int(0, list.length - 1)];
    if (item === undefined) throw new RangeError("Nothing to pick from: the list is empty");
    return item;
  }

  /** So many digits; the first is never 0. */
  digits(count: number): string {
    let text = String(this.int(1, 9));
    while (text.length < count) text += String(this.int(0, 9));
    return text;
  }

  /** So many capital letters and digits. */
  letters(count: number): string {
    let text = "";
    while (text.length < count) text += "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789".charAt(this.int(0, 33));
    return text;
  }

  shuffle<T>(list: readonly T[]): T[] {
    const mixed = [...list];
    for (let i = mixed.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      const [a, b] = [mixed[i], mixed[j]];
      if (a !== undefined && b !== undefined) {
        mixed[i] = b;
        mixed[j] = a;
      }
    }
    return mixed;
  }
}
