/**
 * One number per row of a column, stored as runs of equal numbers: a million rows of one style cost one entry.
 * Rows are 0-based here; the last run has no end.
 */
export class Runs {
  /** First rows of the runs, ascending, beginning with 0. */
  #starts: number[] = [0];
  #values: number[];

  constructor(value: number) {
    this.#values = [value];
  }

  get runCount(): number {
    return this.#starts.length;
  }

  at(row: number): number {
    return this.#values[this.#indexOf(row)] ?? 0;
  }

  /** Gives the rows `from` (inclusive) to `to` (exclusive) the value `change(old value, row)`, which must depend on both alone. */
  map(from: number, to: number, change: (value: number, row: number) => number): void {
    if (from >= to) return;
    const middle = new RunBuilder();
    let index = this.#indexOf(from);
    for (let row = from; row < to; row++) {
      while ((this.#starts[index + 1] ?? Number.POSITIVE_INFINITY) <= row) index++;
      middle.add(row, change(this.#values[index] ?? 0, row));
    }
    this.#replace(from, to, middle);
  }

  /** As `map`, for a change that does not depend on the row: one step per run instead of one per row. */
  mapRuns(from: number, to: number, change: (value: number) => number): void {
    if (from >= to) return;
    const middle = new RunBuilder();
    for (let index = this.#indexOf(from); index < this.#starts.length; index++) {
      const start = Math.max(from, this.#starts[index] ?? 0);
      if (start >= to) break;
      middle.add(start, change(this.#values[index] ?? 0));
    }
    this.#replace(from, to, middle);
  }

  /** Inserts `count` rows of `value` before row `at`. */
  insert(at: number, count: number, value: number): void {
    const built = new RunBuilder();
    this.#copy(built, 0, at, 0);
    built.add(at, value);
    this.#copy(built, at, Number.POSITIVE_INFINITY, count);
    this.#take(built);
  }

  remove(at: number, count: number): void {
    const built = new RunBuilder();
    this.#copy(built, 0, at, 0);
    this.#copy(built, at + count, Number.POSITIVE_INFINITY, -count);
    this.#take(built);
  }

  /** The runs within the rows `from` to `to` (exclusive), as [first row, end, value]. */
  segments(from: number, to: number): [number, number, number][] {
    const found: [number, number, number][] = [];
    for (let index = this.#indexOf(from); index < this.#starts.length; index++) {
      const start = Math.max(from, this.#starts[index] ?? 0);
      if (start >= to) break;
      found.push([start, Math.min(to, this.#starts[index + 1] ?? to), this.#values[index] ?? 0]);
    }
    return found;
  }

  /** The runs as [first row, value] pairs. */
  entries(): [number, number][] {
    return this.#starts.map((start, index) => [start, this.#values[index] ?? 0]);
  }

  #replace(from: number, to: number, middle: RunBuilder): void {
    const built = new RunBuilder();
    this.#copy(built, 0, from, 0);
    for (const [index, start] of middle.starts.entries()) built.add(start, middle.values[index] ?? 0);
    this.#copy(built, to, Number.POSITIVE_INFINITY, 0);
    this.#take(built);
  }

  /** Adds the runs of the rows from..to, moved by `shift`. */
  #copy(built: RunBuilder, from: number, to: number, shift: number): void {
    if (from >= to) return;
    for (let index = this.#indexOf(from); index < this.#starts.length; index++) {
      const start = Math.max(from, this.#starts[index] ?? 0);
      if (start >= to) break;
      built.add(start + shift, this.#values[index] ?? 0);
    }
  }

  #take(built: RunBuilder): void {
    this.#starts = built.starts;
    this.#values = built.values;
  }

  #indexOf(row: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

class RunBuilder {
  readonly starts: number[] = [];
  readonly values: number[] = [];

  add(start: number, value: number): void {
    if (this.values.length > 0 && this.values[this.values.length - 1] === value) return;
    this.starts.push(start);
    this.values.push(value);
  }
}
