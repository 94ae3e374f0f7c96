/**
 * One direction of a sheet as it is shown: which rows (or columns) are there, how large each is, and where it lies.
 * `index` counts in the sheet, `place` counts only what is shown, `offset` is in pixels from the first place.
 */
export class Axis {
  readonly count: number;
  readonly #size: number;
  /** Sheet indexes of what is shown; null when nothing is hidden. */
  readonly #shown: Int32Array | null;
  /** Places of another size than usual, ascending, and by how many pixels all before and with it differ. */
  readonly #odd: readonly number[];
  readonly #extra: readonly number[];

  /**
   * @param count rows of the sheet
   * @param size pixels of an ordinary one
   * @param sizes pixels by sheet index, where another
   * @param hidden sheet indexes as `[first, count]`
   */
  constructor(
    count: number,
    size: number,
    sizes: ReadonlyMap<number, number>,
    hidden: readonly (readonly [number, number])[],
  ) {
    this.count = count;
    this.#size = size;
    this.#shown = hidden.length === 0 ? null : shownIndexes(count, hidden);
    const odd: number[] = [];
    const extra: number[] = [];
    let sum = 0;
    for (const [index, pixels] of [...sizes].sort(([a], [b]) => a - b)) {
      const place = index < count ? this.placeOf(index) : null;
      if (place === null || pixels === size) continue;
      sum += pixels - size;
      odd.push(place);
      extra.push(sum);
    }
    this.#odd = odd;
    this.#extra = extra;
  }

  /** How many are shown. */
  get places(): number {
    return this.#shown?.length ?? this.count;
  }

  /** Pixels of everything shown. */
  get length(): number {
    return this.offsetOf(this.places);
  }

  indexAt(place: number): number {
    if (!this.#shown) return place;
    return this.#shown[place] ?? this.count;
  }

  /** Null when hidden. */
  placeOf(index: number): number | null {
    if (!this.#shown) return index;
    const place = this.firstPlaceFrom(index);
    return this.#shown[place] === index ? place : null;
  }

  /** The place of an index, or of the next one that is shown. */
  firstPlaceFrom(index: number): number {
    return this.#shown ? lowerBound(this.#shown, index) : index;
  }

  /** Pixels before a place. */
  offsetOf(place: number): number {
    const before = lowerBound(this.#odd, place);
    return place * this.#size + (before === 0 ? 0 : (this.#extra[before - 1] ?? 0));
  }

  sizeAt(place: number): number {
    return this.offsetOf(place + 1) - this.offsetOf(place);
  }

  /** The place at a pixel, within what is there. */
  placeAt(offset: number): number {
    let low = 0;
    let high = Math.max(0, this.places - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.offsetOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The nearest shown index `steps` away, never beyond the first or last. */
  step(index: number, steps: number): number {
    const from = this.firstPlaceFrom(index);
    const at = this.placeOf(index) === null && steps > 0 ? from - 1 : from;
    return this.indexAt(Math.max(0, Math.min(this.places - 1, at + steps)));
  }
}

function shownIndexes(count: number, hidden: readonly (readonly [number, number])[]): Int32Array {
  const gone = new Uint8Array(count);
  for (const [first, length] of hidden) gone.fill(1, first, Math.min(count, first + length));
  let left = 0;
  for (const flag of gone) if (flag === 0) left++;
  const shown = new Int32Array(left);
  let place = 0;
  for (let index = 0; index < count; index++) if (gone[index] === 0) shown[place++] = index;
  return shown;
}

/** How many of the ascending values are smaller. */
function lowerBound(values: ArrayLike<number>, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
