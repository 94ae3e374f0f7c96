/**
 * What the cells of one column have said so far, found by their characters alone: a cell that says what another said
 * before is never cut out of its line.
 */

/** Slots to begin with; a power of two. */
const SLOTS = 64;

export class Glossary<V> {
  #texts: (string | undefined)[] = new Array(SLOTS).fill(undefined);
  /** Of the texts: two of one hash are seldom two texts. */
  #hashes = new Int32Array(SLOTS);
  #values: (V | undefined)[] = new Array(SLOTS).fill(undefined);
  #size = 0;
  #last = "";
  #lastValue: V | undefined;

  get size(): number {
    return this.#size;
  }

  /** What the text from `from` to `to` stands for; undefined when nobody said it before. */
  find(text: string, from: number, to: number): V | undefined {
    // Neighbouring rows often say the same: of one day, of one order.
    if (this.#lastValue !== undefined && isThere(this.#last, text, from, to)) return this.#lastValue;
    const slot = this.#slot(hashOf(text, from, to), text, from, to);
    const known = this.#texts[slot];
    if (known === undefined) return undefined;
    this.#last = known;
    this.#lastValue = this.#values[slot];
    return this.#lastValue;
  }

  /** Only what was not found. */
  add(text: string, value: V): void {
    if (this.#size * 2 >= this.#texts.length) this.#grow();
    this.#put(hashOf(text, 0, text.length), text, value);
    this.#size++;
  }

  clear(): void {
    this.#texts.fill(undefined);
    this.#values.fill(undefined);
    this.#size = 0;
    this.#lastValue = undefined;
  }

  /** Where the text stands, or the free slot where it would. */
  #slot(hash: number, text: string, from: number, to: number): number {
    const last = this.#texts.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const known = this.#texts[slot];
      if (known === undefined) return slot;
      if (this.#hashes[slot] === hash && isThere(known, text, from, to)) return slot;
    }
  }

  #put(hash: number, text: string, value: V | undefined): void {
    const slot = this.#slot(hash, text, 0, text.length);
    this.#texts[slot] = text;
    this.#hashes[slot] = hash;
    this.#values[slot] = value;
  }

  #grow(): void {
    const [texts, hashes, values] = [this.#texts, this.#hashes, this.#values];
    const slots = texts.length * 2;
    this.#texts = new Array(slots).fill(undefined);
    this.#hashes = new Int32Array(slots);
    this.#values = new Array(slots).fill(undefined);
    for (let n = 0; n < texts.length; n++) {
      const text = texts[n];
      if (text !== undefined) this.#put(hashes[n] as number, text, values[n]);
    }
  }
}

function isThere(known: string, text: string, from: number, to: number): boolean {
  if (known.length !== to - from) return false;
  for (let i = 0; i < known.length; i++) if (known.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  return true;
}

/** FNV-1a, the high bits mixed in: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
